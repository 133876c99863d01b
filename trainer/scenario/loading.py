"""From bytes to a tree, with every problem and its place.

The only module that imports yaml. It reads libyaml's *events* one by one (PyYAML's own parser where
libyaml is missing) instead of loading the document, because that is the only way to stop nesting,
aliases, tags and duplicate keys as they come: the ready-made loaders crash the whole process on a
file of 30,000 open brackets. It is also twice as fast, and it knows every line and column.
"""

from __future__ import annotations

import os
import re
import stat

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from trainer.scenario.problems import FORBIDDEN, Problem, problem
from trainer.scenario.syntax_traps import explain_syntax_error
from trainer.scenario.traps import joined, mended_value
from trainer.scenario.tree import Mapping, Scalar, Sequence, Tree

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

MOST_BYTES = 1 << 20
DEEPEST = 32

#: libyaml's parser, or PyYAML's own where libyaml is missing. Only ``get_event`` is used of it.
EVENTS: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BREAK = re.compile("\r\n|[\r\n\u2028\u2029]")


class Source:
    """A file's text, and the problems found in it so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.has_comments = "#" in text
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The text's lines, split where the parser counts a new line."""
        if self._lines is None:
            self._lines = _BREAK.split(self.text)
        return self._lines

    def line(self, number: int) -> str:
        """The line with that number, counted from 1; an empty one past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def entry(self, number: int) -> str:
        """The text that this line belongs to, with its key and dash, put on one line."""
        return joined(self.lines, number)

    def mended(self, place: tuple[int, int]) -> str | None:
        """The line as it should be written, where the text at ``place`` needs quotes."""
        return mended_value(self.lines, place)

    def add(self, code: str, place: tuple[int, int], message: str) -> None:
        """Notes a problem."""
        self.problems.append(problem(self.path, place, code, message))

    @property
    def failed(self) -> bool:
        """Whether any problem found so far is an error."""
        return any(each.is_error for each in self.problems)


def read_bytes(path: str) -> bytes:
    """The bytes of the file, one more than MOST_BYTES at most.

    Raises OSError, also for what is no plain file (a pipe would never end).
    """
    with open(path, "rb", opener=_open_plain) as file:
        return file.read(MOST_BYTES + 1)


def _open_plain(path: str, flags: int) -> int:
    # Without O_NONBLOCK a pipe that nobody writes to would hang here for ever.
    number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError("it is not a plain file")
    return number


def decode(path: str, data: bytes) -> Source:
    """The text of a file. Where it cannot be one, the Source says why and has an empty text."""
    source = Source(path, "")
    if len(data) > MOST_BYTES:
        source.add("too-big", (1, 1), "the file is over 1 MiB; split it into smaller scenarios")
        return source
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8")
        source.add("not-utf8", _place_after(good), "this byte is not UTF-8; save the file as UTF-8")
        return source
    return Source(path, text.removeprefix("\ufeff"))


def _place_after(text: str) -> tuple[int, int]:
    lines = _BREAK.split(text)
    return len(lines), len(lines[-1]) + 1


def parse(source: Source, until: str | None = None) -> Tree | None:
    """The tree of the one document in ``source``; None where there is none, or it cannot be read.

    With ``until``, reading stops at that key of the outermost mapping (which is left out).
    """
    for found in FORBIDDEN.finditer(source.text):
        place = _place_after(source.text[: found.start()])
        source.add("forbidden-character", place, _forbidden(found[0]))
    if source.failed:
        return None
    builder = _Builder(source, until)
    try:
        return builder.run(EVENTS(source.text))
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        before = (context.line + 1, context.column + 1) if context else None
        trap = explain_syntax_error(source.lines, error.problem or "", at, before, parses)
        source.add(trap.code, trap.place, trap.message)
    except yaml.YAMLError as error:
        source.add("yaml-syntax", (1, 1), f"this is not YAML: {error}")
    return None


def parses(text: str) -> bool:
    """Whether a text is YAML."""
    loader = EVENTS(text)
    try:
        while loader.get_event().__class__ is not StreamEndEvent:
            pass
    except (yaml.YAMLError, ValueError, OverflowError):
        return False
    return True


def _forbidden(character: str) -> str:
    return (
        f"the character U+{ord(character):04X} is not allowed (control, escape and bidirectional "
        "override characters are refused); delete it"
    )


class _Builder:
    """Puts a tree together from events; everything that the format does not know is told."""

    def __init__(self, source: Source, until: str | None) -> None:
        self.source = source
        self.until = until
        self.root: Tree | None = None
        self.documents = 0

    def run(self, loader: Any) -> Tree | None:
        """Reads events to the end (or to ``until``).

        This loop is most of the cost of loading, which is why it calls so little.
        """
        next_event = loader.get_event
        # What is open: each container, and for a mapping the key that awaits its value.
        stack: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
        parent: Any = None  # the innermost of them
        key: Scalar | None = None
        while True:
            event = next_event()
            kind = event.__class__
            if kind is ScalarEvent:
                mark, style = event.start_mark, event.style
                node: Tree = Scalar(
                    event.value, not style, mark.line + 1, mark.column + 1, event.end_mark
                )
                if style == '"' or event.anchor or event.tag:
                    self.look_closer(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                parent, key = stack.pop()
                continue
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(stack) >= DEEPEST:
                    self.too_deep(event)
                    return None
                node = self.container(event, Mapping if kind is MappingStartEvent else Sequence)
            elif kind is AliasEvent:
                self.unknown(event, "alias", "*")
                node = Tree(event.start_mark.line + 1, event.start_mark.column + 1)
            elif kind is StreamEndEvent or (
                kind is DocumentStartEvent and self.second_document(event)
            ):
                break
            else:
                continue
            if parent is None:
                self.root = node
            elif parent.__class__ is Sequence:
                parent.items.append(node)
            elif key is None:
                key = node if node.__class__ is Scalar else self.no_key(node)
                if self.until is not None and key.text == self.until and len(stack) == 1:
                    break
                if node.__class__ is Scalar:
                    continue
            else:
                self.under(parent, key, node)
                key = None
            if node.__class__ is Mapping or node.__class__ is Sequence:
                stack.append((parent, key))
                parent, key = node, None
        if self.root is None:
            self.source.add("empty-file", (1, 1), "there is nothing in this file")
        return self.root

    def second_document(self, event: Any) -> bool:
        self.documents += 1
        if self.documents < 2:
            return False
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.source.add(
            "several-documents", place, "a second document begins here; keep one scenario a file"
        )
        return True

    def too_deep(self, event: Any) -> None:
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.source.add("too-deep", place, f"nested deeper than {DEEPEST} levels; flatten it")

    def container(self, event: Any, kind: type[Mapping] | type[Sequence]) -> Mapping | Sequence:
        if event.anchor or event.tag:
            self.unknown(event, "anchor" if event.anchor else "tag", "&" if event.anchor else "!")
        mark = event.start_mark
        return kind(mark.line + 1, mark.column + 1, bool(event.flow_style))

    def look_closer(self, event: Any) -> None:
        """At a scalar in double quotes, or with an anchor or a tag."""
        if event.anchor or (event.tag and (event.tag != "!" or not event.style)):
            self.unknown(event, "anchor" if event.anchor else "tag", "&" if event.anchor else "!")
        if event.style == '"' and (found := FORBIDDEN.search(event.value)):
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            self.source.add("forbidden-character", place, _forbidden(found[0]))

    def under(self, parent: Mapping, key: Scalar, node: Tree) -> None:
        """Places a node under its key."""
        text = key.text
        if text in parent.pairs:
            self.source.add(
                "duplicate-key",
                key.place,
                f"`{text}` stands here a second time (first in line {parent.pairs[text][0].line}); "
                "keep one of the two",
            )
            return
        if text == "<<" and key.plain:
            self.source.add(
                "merge-key", key.place, "merge keys (`<<`) are not used here; write it out"
            )
        parent.pairs[text] = (key, node)

    def no_key(self, node: Tree) -> Scalar:
        self.source.add("wrong-type", node.place, "a key must be a single word")
        return Scalar("", False, node.line, node.column, None)

    def unknown(self, event: Any, code: str, sign: str) -> None:
        """Tells of an alias, anchor or tag: most often a text that begins with its sign."""
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        mended = self.source.mended(place)
        advice = f"; if this is a text, quote it: {mended}" if mended else "; write it out"
        self.source.add(code, place, f"`{sign}` makes a YAML {code}, which is not used{advice}")
