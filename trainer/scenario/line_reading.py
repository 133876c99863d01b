"""Reads lines, what is seen and heard, and the conditions that they and choices stand under."""

from __future__ import annotations

from itertools import pairwise

from trainer.scenario.expression import Expression, ExpressionError, parse
from trainer.scenario.head_reading import HeadReader
from trainer.scenario.model import Catalogue, Line
from trainer.scenario.source import Source
from trainer.scenario.traps import mended_flow, mended_pair, quoted
from trainer.scenario.tree import Mapping, Scalar, Sequence, Tree


class LineReader(HeadReader):
    """Reads lines and expressions. ``sound`` is true while the story's graph can be trusted."""

    sound = True

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        super().__init__(source, catalogue)
        self._parsed: dict[str, Expression] = {}

    def doubt(self) -> None:
        """The graph of this story could not be trusted any more."""
        self.sound = False

    def read_lines(self, node: Tree | None) -> tuple[Line, ...]:
        if node is None:
            return ()
        items = self.items(node, "`lines`")
        if node.flow and isinstance(node, Sequence):
            self.look_for_cut(items)
        return tuple(self.read_line(item) for item in items)

    def look_for_cut(self, items: list[Tree]) -> None:
        for item, following in pairwise(items):
            speaker = ""
            if isinstance(item, Mapping) and len(item.pairs) == 1:  # [robin: Yes, I know]
                speaker, (_, item) = next(iter(item.pairs.items()))
                speaker += ": "
            if not (isinstance(item, Scalar) and isinstance(following, Scalar)):
                continue
            if item.plain and following.plain:
                text = quoted(f"{item.text}, {following.text}")
                self.add(
                    "cut-at-comma",
                    following.place,
                    "in a list in brackets a comma begins a new line; if this is one text, write "
                    f"`- {speaker}{text}`; else give each line its own `- `",
                )
                return

    def read_line(self, item: Tree) -> Line:
        if not isinstance(item, Mapping):
            return self.narration(item)
        speakers = [key for key in item.pairs if key != "when"]
        for key in speakers:
            if key not in self.names and key != "narration":
                if not self.space_missing(item.pairs[key][0], {*self.names, "narration", "when"}):
                    self.unknown_speaker(item, key)
                return Line("", place=item.place)
        if len(speakers) != 1:
            self.add("wrong-type", item.place, "a line has one speaker (or `narration`) and a text")
            return Line("", place=item.place)
        speaker = speakers[0]
        text = item.pairs[speaker][1]
        if item.flow and len(item.pairs) == 1 and f"{{{speaker}}}" in self.source.line(item.line):
            self.not_text(item, "a line")  # `- {sam}`, which was meant as a text
            return Line("", place=item.place)
        if item.flow and isinstance(text, Scalar) and text.plain and "?" in text.text:
            mended = mended_flow(self.source.entry(item.line))
            self.add(
                "trap-flow",
                text.place,
                "some readers of YAML stop at a `?` in plain text inside `{…}`; put the text in "
                f"quotes{f': write {mended}' if mended else ''}",
            )
        return Line(
            self.text(text, "a line"),
            None if speaker == "narration" else speaker,
            self.expression(item.pairs["when"][1] if "when" in item.pairs else None, "`when`"),
            item.place,
        )

    def narration(self, item: Tree) -> Line:
        """A line that is only a text."""
        line = Line(self.text(item, "a line"), place=item.place)
        speaker, _, rest = line.text.partition(":")
        if rest and speaker in self.names:
            why = f"the quotes stand around `{speaker}` too"
            if isinstance(item, Scalar) and item.plain:
                why = f"a space is missing after `{speaker}:`"
            self.add(
                "quoted-speaker",
                item.place,
                f"this is read as narration, because {why}; if they say it, write "
                f"`- {speaker}: {quoted(rest.strip())}`",
            )
        return line

    def unknown_speaker(self, item: Mapping, key: str) -> None:
        at, value = item.pairs[key]
        if self.roles is None or at.is_no_word:
            return
        mended = ""
        if item.flow:
            flow = mended_flow(self.source.entry(item.line))
            mended = f"; if a comma or colon cut the text, quote it: write {flow}" if flow else ""
        elif isinstance(value, Scalar) and len(item.pairs) == 1:
            whole = mended_pair(self.source.entry(item.line), key, value.text)
            mended = f"; if this is narration, quote it: write {whole}"
        near = self.meant(key) or self.near(key, (*self.names, "narration", "when"))
        self.add(
            "unknown-speaker",
            at.place,
            f"`{key}` is read as a speaker, and nobody is called that (there are: "
            f"{', '.join(self.names)}){near}{mended}",
        )

    def meant(self, key: str) -> str:
        """``; did you mean `kit:`?`` where what stands there begins with the name or id of one."""
        first = key.replace(",", " ").split()[:1]
        for role, name in self.names.items():
            if first and first[0].casefold() in (role, name.casefold()):
                return f"; did you mean `{role}:`?"
        return ""

    def expression(self, node: Tree | None, what: str) -> Expression | None:
        if node is None:
            return None
        if not isinstance(node, Scalar) or node.kind not in ("text", "bool"):
            self.doubt()
            self.wrong_type(node, f"{what} must be an expression such as `meter >= 5`")
            return None
        if self.state_index is None:
            self.doubt()
            return None
        try:
            if node.text not in self._parsed:  # the same condition stands in many places
                self._parsed[node.text] = parse(node.text, self.state_index)
            return self._parsed[node.text]
        except ExpressionError as error:
            self.doubt()
            known = self.near(error.unknown, self.state_index) if error.unknown else ""
            inside = error.offset + (not node.plain)
            on_one_line = node.line == node.end[0]
            place = (node.line, node.place[1] + (inside if on_one_line else 0))
            code = "unknown-state" if error.unknown else "bad-expression"
            self.add(code, place, f"{what}: {error}{known}")
            return None
