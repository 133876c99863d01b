"""Reads a whole scenario: its head, and then the story of nodes, lines and choices."""

from __future__ import annotations

from itertools import pairwise

from trainer.scenario.expression import Expression, ExpressionError, parse
from trainer.scenario.head_reading import OPTIONAL, REQUIRED, STORY, STORY_OPTIONAL, HeadReader
from trainer.scenario.model import ENDING_KINDS, Choice, Ending, Line, Node, Scenario, value_of
from trainer.scenario.problems import did_you_mean
from trainer.scenario.reading import Shape
from trainer.scenario.traps import mended_flow, mended_speaker, quoted
from trainer.scenario.tree import Mapping, Scalar, Sequence, Tree
from trainer.scenario.walkthroughs import read_walkthroughs

_WAYS_ON = ("turn", "goto", "ending")
_SCENARIO = Shape((*REQUIRED, *STORY), (*OPTIONAL, *STORY_OPTIONAL))
_NODE = Shape((), ("lines", "choices", *_WAYS_ON))
_ENDING = Shape(("kind", "title", "reflection"))
_CHOICE = Shape(("say", "marks", "why", "goto"), ("lines", "effects", "when", "auto"))


class StoryReader(HeadReader):
    """Reads a scenario. ``sound`` stays true while the story's graph can be trusted."""

    sound = True

    def scenario(self, root: Tree | None) -> Scenario | None:
        """The scenario, with stand-ins for what could not be read; None if it is no mapping."""
        if not isinstance(root, Mapping):
            if root is not None:
                self.add("not-a-scenario", root.place, "a scenario is a mapping of keys (title: …)")
            return None
        fields = self.fields(root, "a scenario", _SCENARIO, (1, 1))
        assert fields is not None
        head = self.head(fields)
        state = self.read_state(fields.get("state"), dict(head.roles))
        nodes = self.read_nodes(fields.get("nodes"))
        start = self.known(fields.get("start"), "`start`", nodes, "unknown-node") or ""
        if "nodes" in root.pairs and next(reversed(root.pairs)) != "nodes":
            self.add(
                "nodes-not-last",
                fields.key_place("nodes"),
                "move `nodes` to the end of the file, so that lists can be read from the heads",
            )
        return Scenario(
            **{name: getattr(head, name) for name in head.__dataclass_fields__},
            state=state,
            start=start,
            nodes=nodes,
            walkthroughs=read_walkthroughs(self, fields.get("walkthroughs")),
        )

    def doubt(self) -> None:
        """The graph of this story could not be trusted any more."""
        self.sound = False

    def read_nodes(self, node: Tree | None) -> dict[str, Node]:
        if isinstance(node, Mapping):
            self.node_ids = frozenset(node.pairs)
            if not node.pairs:
                self.add("wrong-type", node.place, "`nodes` must have at least one node")
        return {key: self.read_node(at, value) for at, key, value in self.entries(node, "`nodes`")}

    def read_node(self, at: Scalar, value: Tree) -> Node:
        name = self.new_id(at, "a node")
        what = f"node `{name}`"
        fields = self.fields(value, what, _NODE, at.place)
        if fields is None:
            self.doubt()
            return Node(name, place=at.place)
        ways = [way for way in _WAYS_ON if way in fields.pairs]
        choices_alone = not ways and fields.get("choices") is not None
        if len(ways) != 1 and not choices_alone:
            self.doubt()
            has = f"has {' and '.join(ways)}" if ways else "has none"
            self.add(
                "one-way-on",
                at.place,
                f"{what} needs exactly one of `turn` with `choices`, `goto` and `ending`; it {has}",
            )
        has_turn = "turn" in ways
        if has_turn != (fields.get("choices") is not None) and (has_turn or choices_alone):
            self.doubt()
            missing = "choices" if has_turn else "turn"
            self.add("missing-key", at.place, f"{what} needs the key `{missing}`; add it")
        elif not has_turn and fields.get("choices") is not None:
            self.doubt()
            self.add("one-way-on", fields.key_place("choices"), f"{what}: `choices` need a `turn`")
        lines = self.read_lines(fields.get("lines"))
        turn = self.known(fields.get("turn"), "`turn`", self.names, "unknown-role")
        if has_turn and turn is None:
            self.doubt()
        return Node(
            name,
            lines,
            turn,
            self.read_choices(fields.get("choices")) if has_turn else (),
            self.link(fields.get("goto")) if "goto" in ways else None,
            self.read_ending(fields.get("ending"), fields.key_place("ending")),
            at.place,
        )

    def link(self, node: Tree | None) -> str:
        """A link to a node; an empty one, which leads nowhere, if there is no such node."""
        return self.known(node, "`goto`", self.node_ids, "unknown-node") or ""

    def read_ending(self, node: Tree | None, place: tuple[int, int]) -> Ending | None:
        if node is None:
            return None
        fields = self.fields(node, "an ending", _ENDING, place)
        if fields is None:
            return Ending("apart", "", "")
        kind = self.known(fields.get("kind"), "`kind`", ENDING_KINDS, "wrong-type")
        if kind is None:
            self.doubt()
        return Ending(
            kind or "apart",
            self.text(fields.get("title"), "an ending's title", 40),
            self.text(fields.get("reflection"), "a reflection"),
        )

    def read_lines(self, node: Tree | None) -> tuple[Line, ...]:
        if node is None:
            return ()
        items = self.items(node, "`lines`")
        if node.flow and isinstance(node, Sequence):
            self.look_for_cut(items)
        return tuple(self.read_line(item) for item in items)

    def look_for_cut(self, items: list[Tree]) -> None:
        for item, following in pairwise(items):
            if (
                isinstance(item, Scalar)
                and item.plain
                and isinstance(following, Scalar)
                and following.plain
            ):
                joined = f"{item.text}, {following.text}"
                self.add(
                    "cut-at-comma",
                    following.place,
                    "in a list in brackets a comma begins a new line; if this is one text, write "
                    f"`- {quoted(joined)}`; else give each line its own `- `",
                )
                return

    def read_line(self, item: Tree) -> Line:
        if not isinstance(item, Mapping):
            return Line(self.text(item, "a line"), place=item.place)
        speakers = [key for key in item.pairs if key != "when"]
        for key in speakers:
            if key not in self.names and key != "narration":
                self.unknown_speaker(item, key)
                return Line("", place=item.place)
        if len(speakers) != 1:
            self.add("wrong-type", item.place, "a line has one speaker (or `narration`) and a text")
            return Line("", place=item.place)
        speaker = speakers[0]
        text = item.pairs[speaker][1]
        if item.flow and isinstance(text, Scalar) and text.plain and "?" in text.text:
            mended = mended_flow(self.source.line(item.line))
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

    def unknown_speaker(self, item: Mapping, key: str) -> None:
        at, value = item.pairs[key]
        if self.roles is None:
            return
        mended = ""
        if item.flow:
            flow = mended_flow(self.source.line(item.line))
            mended = f"; if a comma or colon cut the text, quote it: write {flow}" if flow else ""
        elif isinstance(value, Scalar) and len(item.pairs) == 1:
            mended = f"; if this is narration, quote it: write {mended_speaker(key, value.text)}"
        near = did_you_mean(key, (*self.names, "narration", "when"))
        self.add(
            "unknown-speaker",
            at.place,
            f"`{key}` is read as a speaker, and nobody is called that (there are: "
            f"{', '.join(self.names)}){near}{mended}",
        )

    def read_choices(self, node: Tree | None) -> tuple[Choice, ...]:
        if not isinstance(node, Mapping):
            self.doubt()
        return tuple(
            self.read_choice(at, value) for at, _, value in self.entries(node, "`choices`")
        )

    def read_choice(self, at: Scalar, value: Tree) -> Choice:
        name = self.new_id(at, "a choice")
        fields = self.fields(value, f"choice `{name}`", _CHOICE, at.place)
        if fields is None:
            self.doubt()
            return Choice(name, "", {}, "", "", place=at.place)
        get = fields.get
        marks = self.read_marks(get("marks"))
        return Choice(
            name,
            self.text(get("say"), "`say`", 200),
            marks,
            self.text(get("why"), "`why`"),
            self.link(get("goto")),
            self.read_lines(get("lines")),
            self.read_effects(get("effects")),
            self.expression(get("when"), "`when`"),
            self.expression(get("auto"), "`auto`"),
            value_of(marks),
            at.place,
        )

    def read_marks(self, node: Tree | None) -> dict[str, int]:
        if node is None:
            return {}
        marks: dict[str, int] = {}
        for at, key, value in self.entries(node, "`marks`"):
            if key not in self.catalogue.principles:
                self.known(at, "`marks`", self.catalogue.principles, "unknown-principle")
            mark = self.whole(value, f"the mark for `{key}`", -2, 2)
            if mark == 0:
                self.add("out-of-range", value.place, f"the mark for `{key}` is 0; leave it out")
            elif mark is not None:
                marks[key] = mark
        if isinstance(node, Mapping) and len(node.pairs) > 3:
            self.add("out-of-range", node.place, "a choice has at most three marks; keep the chief")
        return marks

    def read_effects(self, node: Tree | None) -> tuple[tuple[int, int | bool], ...]:
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self.doubt()
        effects: list[tuple[int, int | bool]] = []
        for at, key, value in self.entries(node, "`effects`"):
            if self.state_index is None:
                self.doubt()
                continue
            if key not in self.state_index:
                self.doubt()
                self.known(at, "`effects`", self.state_index, "unknown-state")
                continue
            index, is_meter = self.state_index[key]
            if is_meter:
                change = self.whole(value, f"the effect on `{key}`", -10, 10)
                if change is not None:
                    effects.append((index, change))
                    continue
            elif isinstance(value, Scalar) and value.kind == "bool":
                effects.append((index, value.text == "true"))
                continue
            else:
                self.wrong_type(value, f"`{key}` is a flag: its effect must be `true` or `false`")
            self.doubt()
        return tuple(effects)

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
            return parse(node.text, self.state_index)
        except ExpressionError as error:
            self.doubt()
            known = did_you_mean(error.unknown, self.state_index) if error.unknown else ""
            inside = error.offset + (not node.plain)
            on_one_line = node.line == node.end[0]
            place = (node.line, node.column + (inside if on_one_line else 0))
            code = "unknown-state" if error.unknown else "bad-expression"
            self.add(code, place, f"{what}: {error}{known}")
            return None
