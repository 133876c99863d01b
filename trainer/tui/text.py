"""The one door from a scenario's text to what is shown, and the blocks that text is laid out in.

``shown`` makes a text safe: no markup is ever read in it, and no control character passes. A block
draws itself at a width as ``Line``s; it names roles ("you", "muted"), and whatever draws the lines
knows how each role looks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from textual.content import Content

from trainer.scenario.problems import printable
from trainer.scenario.record import record

EMPTY = Content("")
#: The widest that text is set: longer lines are hard to read.
MEASURE = 76
#: The narrowest that text is set beside a label.
LEAST_BESIDE = 18

_DEED = re.compile(r"\[[^\[\]]*\]")


@record
class Line:
    """A drawn line. ``start`` to ``end`` is its text, the rest is drawing and is not copied.

    ``glue`` is what stands between it and the line before where the text is copied: a line that
    wrapping has made goes on after a space, or within a word.
    """

    content: Content
    start: int = 0
    end: int | None = None
    glue: str = "\n"

    @property
    def text(self) -> str:
        """The text without the drawing around it."""
        return self.content.plain[self.start : self.end]


Block = Callable[[int], list[Line]]


def shown(text: str, role: str = "") -> Content:
    """A text as it is written: no markup in it is read, and no control character passes."""
    return Content.styled(printable(text), role) if role else Content(printable(text))


def spoken(say: str, role: str = "") -> Content:
    """What is said, with what is done ("[Turns the tap off.]") set apart as a deed."""
    content = shown(say, role)
    for found in _DEED.finditer(content.plain):
        content = content.stylize("deed", found.start(), found.end())
    return content


def join(parts: Sequence[Content], between: str = " ") -> Content:
    """Texts one after the other."""
    return Content(between).join(parts)


def para(
    text: Content,
    *,
    indent: int = 0,
    first: Content = EMPTY,
    rest: Content | None = None,
    measure: int = MEASURE,
) -> Block:
    """A paragraph. ``first`` stands before its first line, ``rest`` (blanks, if not given) before
    the others, so that wrapped text hangs. Where ``rest`` is given, both are drawing, not text."""
    hang = Content(" " * first.cell_length) if rest is None else rest

    def draw(width: int) -> list[Line]:
        left = min(indent, max(0, width - 16))
        lead = Content(" " * left)
        room = max(4, min(measure, width - left) - max(first.cell_length, hang.cell_length))
        lines: list[Line] = []
        plain, at = text.plain, 0
        for number, part in enumerate(text.wrap(room)):
            before = lead + (hang if number else first)
            start = len(lead) if rest is None and not number else len(before)
            words = part.rstrip()
            found = max(at, plain.find(words.plain, at))
            glue = ("" if found == at else " ") if number else "\n"
            at = found + len(words)
            lines.append(Line(before + words, start, None, glue))
        return lines

    return draw


def labelled(label: Content, text: Content, *, indent: int = 0, measure: int = MEASURE) -> Block:
    """A paragraph with a label before it; above it where that would leave it too little room."""
    beside = para(text, indent=indent, first=label, measure=measure)
    above = [para(label, indent=indent, measure=measure), para(text, indent=indent + 2)]
    return lambda width: (
        beside(width)
        if min(width, measure) - indent - label.cell_length >= LEAST_BESIDE
        else stacked(above)(width)
    )


def blank() -> Block:
    """An empty line."""
    return lambda width: [Line(EMPTY)]


def once(block: Block) -> Block:
    """A block that is drawn once, as long as it is asked for at the same width."""
    known: dict[int, list[Line]] = {}

    def draw(width: int) -> list[Line]:
        if width not in known:
            known.clear()
            known[width] = block(width)
        return known[width]

    return draw


def stacked(blocks: Sequence[Block]) -> Block:
    """Blocks one under the other, as one."""
    return lambda width: [line for block in blocks for line in block(width)]


def framed(title: Content, inside: Sequence[Block], *, indent: int = 0) -> Block:
    """Blocks in a quiet frame with its title in the upper edge."""

    def draw(width: int) -> list[Line]:
        left = min(indent, max(0, width - 24))
        lead = Content(" " * left)
        room = max(4, min(MEASURE, width - left) - 4)
        head = title.truncate(max(1, room - 2), ellipsis=True)
        rule = "─" * max(0, room - 1 - head.cell_length)
        top = join([lead + shown("╭─ ", "rule"), head, shown(f" {rule}╮", "rule")], "")
        lines = [Line(top, left + 3, left + 3 + len(head))]
        for block in inside:
            for line in block(room):
                content = line.content
                fill = Content(" " * max(0, room - content.cell_length))
                edge = left + 2
                end = len(content) if line.end is None else line.end
                drawn = join([lead + shown("│ ", "rule"), content, fill, shown(" │", "rule")], "")
                lines.append(Line(drawn, edge + line.start, edge + end, line.glue))
        bottom = lead + shown(f"╰{'─' * (room + 2)}╯", "rule")
        lines.append(Line(bottom, 0, 0))
        return lines

    return draw


def ends(left: Content, right: Content, *, measure: int = MEASURE) -> Block:
    """Two texts at the two ends of a line; one under the other where both don't fit."""

    def draw(width: int) -> list[Line]:
        room = min(measure, width)
        gap = room - left.cell_length - right.cell_length
        if gap < 2:
            return [*para(left)(width), *para(right, indent=2)(width)]
        return [Line(join([left, Content(" " * gap), right], ""))]

    return draw


def bar(full: int, of: int, cells: int, role: str) -> Content:
    """A bar of ``cells`` cells, its full part in the role's colour and the rest dim."""
    part = 0 if of <= 0 else max(0, min(cells, round(cells * full / of)))
    if full > 0 and part == 0:
        part = 1
    return shown("━" * part, role) + shown("━" * (cells - part), "empty")
