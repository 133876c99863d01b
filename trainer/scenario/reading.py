"""From the tree of a YAML text to values: the parts that every kind of file shares.

A Reader never raises for what an author wrote: it notes the problem and goes on with a stand-in, so
that all of a file's problems come in one run.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from trainer.scenario.problems import did_you_mean
from trainer.scenario.source import Source
from trainer.scenario.texts import put_names, tidy, wrong_brace
from trainer.scenario.traps import ID, mended_comment, mended_pair, mended_space, quoted
from trainer.scenario.tree import Mapping, Scalar, Sequence, Tree

_ID = re.compile(ID)
_TAKEN = frozenset({"narration", "when", "true", "false", "and", "or", "not"})
_ARTICLES = {"int": "a whole number", "float": "a number", "bool": "a boolean", "null": "nothing"}
_NO_DASH_SPACE = re.compile(r"-[^-\s\d]")
_USUAL = {str(number): number for number in range(-10, 61)}  # nearly all that is ever written
_COMMENT = re.compile(r"\s+#")


#: How a text begins that is still to be written.
TO_WRITE = "TODO "
#: How many words may be compared with a wrong one, over a whole file, to find the nearest.
MOST_COMPARED = 20_000


class Shape:
    """The keys that a kind of mapping may have."""

    def __init__(self, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        self.required = tuple(required)
        self.known = (*self.required, *optional)
        self.known_set = frozenset(self.known)
        self.required_set = frozenset(self.required)


class Reader:
    """Reads trees into values and notes what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.add = source.add
        #: The roles that texts may name; None while they are not known (nothing is said then).
        self.roles: Collection[str] | None = None
        self.longest = 400
        #: Where the texts that are read now stand, for messages: `` of choice … in node …``.
        self.inside = ""
        self.compared = 0

    def fields(
        self,
        node: Tree | None,
        what: str,
        shape: Shape,
        place: tuple[int, int] | None = None,
    ) -> Mapping | None:
        """The mapping, after telling of keys that it should not have, or should.

        ``place`` is where a missing key is told; the mapping's own place if not given.
        """
        if not isinstance(node, Mapping):
            self.wrong_type(node, f"{what} must be a mapping of keys")
            return None
        keys = node.pairs.keys()
        meant: set[str] = set()  # keys that are there, and only lack the space after the colon
        if not keys <= shape.known_set:
            for key, (at, _) in node.pairs.items():
                if self.space_missing(at, shape.known_set):
                    meant.add(key.partition(":")[0])
                elif key not in shape.known_set:
                    self.unknown_key(at, key, what, shape.known)
        if not shape.required_set <= keys:
            for key in shape.required:
                if key not in node.pairs and key not in meant:
                    at_place = place or node.place
                    self.add("missing-key", at_place, f"{what} needs the key `{key}`; add it")
        return node

    def unknown_key(self, at: Scalar, key: str, what: str, known: Collection[str]) -> None:
        if at.is_no_word:
            return
        near = self.near(key, known) or f"; it may have: {', '.join(known)}"
        self.add("unknown-key", at.place, f"{what} has no key `{key}`{near}")

    def near(self, word: str, known: Collection[str]) -> str:
        """``; did you mean `x`?`` where a known word is near.

        To compare words is slow, so a file with very many unknown ones is told less.
        """
        self.compared += len(known)
        return did_you_mean(word, known) if self.compared <= MOST_COMPARED else ""

    def space_missing(self, at: Scalar, known: Collection[str]) -> bool:
        """Tells of a key such as `ask:2`, if what stands before the colon is known."""
        if not at.plain or at.text in known or at.text.partition(":")[0] not in known:
            return False
        mended = mended_space(self.source.entry(at.line))
        write = f"; write {mended}" if mended else ""
        self.add("trap-space", at.place, f"a space is missing after the colon{write}")
        return True

    def wrong_type(self, node: Tree | None, message: str, mend: str = "") -> None:
        """Tells of a value of the wrong type (not of one that could not be read at all)."""
        if node is None or type(node) is Tree:
            return
        if isinstance(node, Scalar):
            kind = node.kind
            message += ", not " + (_ARTICLES[kind] if kind != "text" else "a text")
            if kind == "text" and node.plain and ":" in node.text:
                space = mended_space(self.source.line(node.line))
                if space:
                    message += f"; a space is missing after the colon: write {space}"
                    self.add("trap-space", node.place, message)
                    return
        self.add("wrong-type", node.place, message + mend)

    def entries(self, node: Tree | None, what: str) -> Iterator[tuple[Scalar, str, Tree]]:
        """The entries of a mapping whose keys are ids."""
        if not isinstance(node, Mapping):
            self.wrong_type(node, f"{what} must be a mapping of ids")
            return
        for key, (at, value) in node.pairs.items():
            yield at, key, value

    def new_id(self, at: Scalar, what: str) -> str:
        """The id that an author gives to something; told where it cannot be one."""
        if not _ID.fullmatch(at.text) or at.text in _TAKEN or at.kind != "text":
            reason = "ids are lower-case letters and figures, joined by - or _, a letter first"
            if at.text in _TAKEN:
                reason = "this word is taken; choose another"
            elif _ID.fullmatch(at.text):
                reason = "without quotes it stands for nothing; quote it or choose another"
            self.add("bad-id", at.place, f"`{at.text}` cannot be the id of {what}: {reason}")
        return at.text

    def items(self, node: Tree | None, what: str) -> list[Tree]:
        """The items of a list."""
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Scalar) and node.plain and _NO_DASH_SPACE.match(node.text):
            message = f"a space is missing after the dash; write `- {node.text[1:]}`"
            self.add("trap-space", node.place, message)
        else:
            mend = "; put `- ` before each item" if isinstance(node, Mapping) else ""
            if isinstance(node, Scalar) and node.kind == "text":
                mend = "; put `- ` before it"
            self.wrong_type(node, f"{what} must be a list", mend)
        return []

    def text(self, node: Tree | None, what: str, longest: int | None = None) -> str:
        """A text. Its braces, length and traps are looked at."""
        if not isinstance(node, Scalar):
            self.not_text(node, what)
            return ""
        if node.plain and node.kind != "text":
            self.no_quotes(node, what)
            return ""
        text = tidy(node.text)
        if not text:
            self.add("empty-text", node.place, f"{what} is empty; write it")
        elif text.startswith(TO_WRITE):
            self.add("todo", node.place, f"{what}{self.inside} is still to be written; write it")
        if self.roles is not None and (brace := wrong_brace(text, self.roles)):
            self.add(
                "bad-brace",
                node.place,
                f"`{brace}` in {what} names no role; write {{{{ and }}}} for braces"
                f"{self.name_hint(brace)}",
            )
        limit = longest or self.longest
        if len(text) > limit:
            self.add("too-long", node.place, f"{what} has {len(text)} characters; {limit} at most")
        if (
            node.plain
            and self.source.has_comments
            and _COMMENT.match(self.source.line(node.end[0]), node.end[1] - 1)
        ):
            rest = self.source.line(node.end[0])[node.end[1] - 1 :].strip()
            self.add(
                "comment-after-text",
                node.place,
                f"`{rest}` is read as a comment and not as a part of {what}; write "
                f"{self.source.mended_as(node.place, f'{text} {rest}')}, or put the comment on a "
                "line of its own",
            )
        return text

    def no_quotes(self, node: Scalar, what: str) -> None:
        """Tells of a number, boolean or null where a text is due (or of one behind a ``#``)."""
        kind = node.kind
        stands = _ARTICLES[kind] if kind == "null" else f"{_ARTICLES[kind]}, `{node.text}`,"
        advice = f"quote it: {quoted(node.text)}" if node.text else "write it"
        if not node.text and (mended := mended_comment(self.source.entry(node.line))):
            advice = f"`#` begins a comment, so quote the text: write {mended}"
        message = f"{what} is a text, but {stands} stands here; {advice}"
        self.add("unquoted-text", node.place, message)

    def name_hint(self, brace: str) -> str:
        names = ", ".join(f"{{{role}}}" for role in self.roles or ())
        return f", or one of {names}" if names else ""

    def not_text(self, node: Tree | None, what: str) -> None:
        if node is None or type(node) is Tree:
            return
        if node.flow and (mended := self.source.mended(node.place)):
            sign = "{" if isinstance(node, Mapping) else "["
            self.add(
                "trap-start",
                node.place,
                f"{what} is a text, and a text that starts with `{sign}` must be in quotes; "
                f"write {mended}",
            )
        elif isinstance(node, Mapping) and len(node.pairs) == 1:
            key, (_, value) = next(iter(node.pairs.items()))
            rest = value.text if isinstance(value, Scalar) else ""
            self.add(
                "trap-colon",
                node.place,
                f"{what} is a text; a colon and a space end plain text, so quote it: write "
                + mended_pair(self.source.entry(node.line), key, rest),
            )
        else:
            self.wrong_type(node, f"{what} must be a text")

    def texts(self, node: Tree | None, what: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(self.text(item, f"an item of {what}") for item in self.items(node, what))

    def name(self, node: Tree | None, what: str) -> str:
        """A person's name: a text that stands for itself in others."""
        text = self.text(node, what)
        return put_names(text, {})

    def word(self, node: Tree | None, what: str) -> str | None:
        """A word that refers to something, such as an id."""
        if node is None or type(node) is Tree:
            return None
        if isinstance(node, Scalar) and node.kind == "text":
            return node.text
        self.wrong_type(node, f"{what} must be a word")
        return None

    def known(self, node: Tree | None, what: str, among: Collection[str], code: str) -> str | None:
        """A word that must be one of ``among``."""
        word = self.word(node, what)
        if word is None or word in among or node is None:
            return word if word in among else None
        near = self.near(word, among)
        if not near and 0 < len(among) <= 8:
            near = f"; there are: {', '.join(among)}"
        self.add(
            code, node.place, f"{what}: there is no `{word}`{near or '; name one that exists'}"
        )
        return None

    def whole(self, node: Tree | None, what: str, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``."""
        if node is None or type(node) is Tree:
            return None
        if isinstance(node, Scalar) and node.plain:
            number = _USUAL.get(node.text)
            if number is not None and low <= number <= high:
                return number
        if not isinstance(node, Scalar) or node.kind != "int":
            self.wrong_type(node, f"{what} must be a whole number from {low} to {high}")
            return None
        if not low <= node.number <= high:
            self.add(
                "out-of-range", node.place, f"{what} is {node.text}; it goes from {low} to {high}"
            )
            return None
        return node.number
