"""The plain tree that a YAML text is read into, before it becomes a scenario.

Lines and columns count from 1.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

# YAML 1.2's core schema, with `true` and `false` as the only booleans.
# https://yaml.org/spec/1.2.2/#103-core-schema
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), "null"),
    "true": "bool",
    "false": "bool",
}
# Numbers written in other ways than with figures alone; few files have any.
_NUMBER = (
    r"(?P<int>0o[0-7]+|0x[0-9a-fA-F]+)$"
    r"|(?P<float>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$"
)
_BASES = {"0o": 8, "0x": 16}
_FIRST_OF_NUMBER = frozenset("0123456789+-.")


class Tree:
    """A part of a YAML text and its place; as it is, one that could not be read (already told).

    ``mark`` is the parser's own mark of the place (it counts from 0).
    """

    __slots__ = ("flow", "mark")

    def __init__(self, mark: Any, flow: bool = False) -> None:
        self.mark = mark
        self.flow = flow

    @property
    def line(self) -> int:
        return int(self.mark.line) + 1

    @property
    def place(self) -> tuple[int, int]:
        mark = self.mark
        return mark.line + 1, mark.column + 1


class Scalar(Tree):
    """A word or a text. ``plain`` if it stands without quotes.

    ``end_mark`` is the parser's own mark of the place after its last sign.
    """

    __slots__ = ("end_mark", "plain", "text")

    def __init__(self, text: str, plain: bool, mark: Any, end_mark: Any) -> None:
        self.text = text
        self.plain = plain
        self.mark = mark
        self.end_mark = end_mark
        self.flow = False

    @property
    def end(self) -> tuple[int, int]:
        """The place after its last sign."""
        return self.end_mark.line + 1, self.end_mark.column + 1

    @property
    def is_no_word(self) -> bool:
        """Whether it only stands in for a key that is a list or a mapping, which was told."""
        return not self.plain and self.end_mark is self.mark

    @property
    def kind(self) -> str:
        """``text``, ``null``, ``bool``, ``int`` or ``float``."""
        text = self.text
        if not self.plain:
            return "text"
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _FIRST_OF_NUMBER:
            return "text"
        figures = text[1:] if text[0] in "+-" else text
        if figures.isdigit() and figures.isascii():
            return "int"
        match = re.match(_NUMBER, text)
        return (match.lastgroup or "float") if match else "text"

    @property
    def number(self) -> int:
        """The whole number that an ``int`` stands for (9 figures at most are read)."""
        text = self.text
        base = _BASES.get(text[:2], 10)
        digits = text[2:] if base != 10 else text.lstrip("+-")
        number = int(digits.lstrip("0")[:9] or "0", base)
        return -number if text[0] == "-" else number


class Sequence(Tree):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, mark: Any, flow: bool) -> None:
        self.mark = mark
        self.flow = flow
        self.items: list[Tree] = []


class Mapping(Tree):
    """Keys and what stands under them, in the file's order, each key once."""

    __slots__ = ("pairs",)

    def __init__(self, mark: Any, flow: bool) -> None:
        self.mark = mark
        self.flow = flow
        self.pairs: dict[str, tuple[Scalar, Tree]] = {}

    def get(self, key: str) -> Tree | None:
        """What stands under a key."""
        pair = self.pairs.get(key)
        return None if pair is None else pair[1]

    def key_place(self, key: str) -> tuple[int, int]:
        """Where a key stands, or where the mapping begins if it is not there."""
        pair = self.pairs.get(key)
        return self.place if pair is None else pair[0].place
