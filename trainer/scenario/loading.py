"""From bytes to a tree, with every problem and its place.

The only module that imports yaml. It reads libyaml's *events* one by one (PyYAML's own parser where
libyaml is missing) instead of loading the document, because that is the only way to stop nesting,
aliases, tags and duplicate keys as they come: the ready-made loaders crash the whole process on a
file of 30,000 open brackets. It is also twice as fast, and it knows every line and column.
"""

from __future__ import annotations

import re

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

from trainer.scenario.problems import forbidden
from trainer.scenario.source import Source
from trainer.scenario.tree import Mapping, Scalar, Sequence, Tree

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

DEEPEST = 32
MOST_FORBIDDEN = 50  # so many forbidden characters of a file are told

#: libyaml's parser, or PyYAML's own where libyaml is missing. Only ``get_event`` is used of it.
EVENTS: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_INNER_TABS = r"(?<=\S)[ \t]*\t[ \t]*"
# A `!` by itself, which libyaml takes as a tag and says nothing of.
_LONE_TAG = r"(?m)(?:^|[-:,?\[{]\s)[ \t]*!(?=\s|$)"


def parse(source: Source) -> Tree | None:
    """The tree of the one document in ``source``; None where there is none or it cannot be read."""
    if not source.text.replace("\n", "").isprintable():
        _tell_forbidden(source)
        if source.failed:
            return None
    builder = _Builder(source)
    text = source.text
    if EVENTS is yaml.SafeLoader and "\t" in text:  # it stumbles over tabs that libyaml reads
        text = re.sub(_INNER_TABS, lambda tabs: " " * len(tabs[0]), text)
    try:
        return builder.run(EVENTS(text))
    except yaml.MarkedYAMLError as error:
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        before = (context.line + 1, context.column + 1) if context else None
        from trainer.scenario.syntax_traps import explain_syntax_error  # most files have none

        trap = explain_syntax_error(source.lines, error.problem or "", at, before, parses)
        source.add(trap.code, trap.place, trap.message)
    except yaml.YAMLError as error:
        source.add("yaml-syntax", (1, 1), f"this is not YAML: {error}")
    except (ValueError, OverflowError):  # PyYAML's own parser, at an escape such as "\UFFFFFFFF"
        source.add("yaml-syntax", (1, 1), "an escape in this file stands for no character")
    return None


def _tell_forbidden(source: Source) -> None:
    told = 0
    for number, line in enumerate(source.lines, 1):
        for found in () if line.isprintable() else forbidden().finditer(line):
            source.add("forbidden-character", (number, found.start() + 1), _forbidden(found[0]))
            told += 1
            if told >= MOST_FORBIDDEN:  # it is no text at all
                return


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

    def __init__(self, source: Source) -> None:
        self.source = source
        self.root: Tree | None = None
        self.documents = 0
        self.lone_tags = "!" in source.text and re.search(_LONE_TAG, source.text) is not None

    def run(self, loader: Any) -> Tree | None:
        """Reads events to the end.

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
                style = event.style
                word = Scalar(event.value, not style, event.start_mark, event.end_mark)
                node: Tree = word
                if style == '"' or event.anchor or event.tag or self.lone_tags:
                    self.look_closer(event)
                # By far the most common: a key, and a word or text under it.
                if parent.__class__ is Mapping:
                    if key is None:
                        key = word
                        continue
                    pairs, text = parent.pairs, key.text
                    if text not in pairs and text != "<<":
                        pairs[text] = (key, node)
                        key = None
                        continue
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
                node = Tree(event.start_mark)
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
                key = self.no_key(node)
            else:
                if key.text in parent.pairs or key.text == "<<":
                    self.odd_key(parent, key)
                parent.pairs.setdefault(key.text, (key, node))
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
        if event.anchor or event.tag or (self.lone_tags and self.has_lone_tag(event)):
            self.unknown(event, "anchor" if event.anchor else "tag", "&" if event.anchor else "!")
        return kind(event.start_mark, bool(event.flow_style))

    def has_lone_tag(self, event: Any) -> bool:
        mark = event.start_mark
        return self.lone_tags and self.source.line(mark.line + 1)[mark.column :][:1] == "!"

    def look_closer(self, event: Any) -> None:
        """At a scalar in double quotes, or with an anchor or a tag."""
        if event.anchor or event.tag or self.has_lone_tag(event):
            self.unknown(event, "anchor" if event.anchor else "tag", "&" if event.anchor else "!")
        if (
            event.style == '"'
            and not event.value.isprintable()
            and (found := forbidden().search(event.value))
        ):
            place = (event.start_mark.line + 1, event.start_mark.column + 1)
            self.source.add("forbidden-character", place, _forbidden(found[0]))

    def odd_key(self, parent: Mapping, key: Scalar) -> None:
        """Tells of a key that stands twice (the first one counts), or is YAML's merge key."""
        if key.text in parent.pairs:
            first = parent.pairs[key.text][0].line
            self.source.add(
                "duplicate-key",
                key.place,
                f"`{key.text}` stands here a second time (first in line {first}); "
                "keep one of the two",
            )
        elif key.plain:
            self.source.add(
                "merge-key", key.place, "merge keys (`<<`) are not used here; write it out"
            )

    def no_key(self, node: Tree) -> Scalar:
        mended = self.source.mended(node.place) if node.flow else None
        if mended:
            message = f"a text that starts with `[` or `{{` must be in quotes; write {mended}"
            self.source.add("trap-start", node.place, message)
        else:
            self.source.add("wrong-type", node.place, "a key must be a single word")
        return Scalar("", False, node.mark, node.mark)

    def unknown(self, event: Any, code: str, sign: str) -> None:
        """Tells of an alias, anchor or tag: most often a text that begins with its sign."""
        place = (event.start_mark.line + 1, event.start_mark.column + 1)
        in_block = getattr(event, "flow_style", True) is False
        mended = None if in_block else self.source.mended(place)
        advice = f"; if this is a text, quote it: {mended}" if mended else "; write it out"
        self.source.add(code, place, f"`{sign}` makes a YAML {code}, which is not used{advice}")
