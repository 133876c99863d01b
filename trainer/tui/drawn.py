"""The lines that blocks of text are drawn as at one width."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from trainer.tui.text import Block, Line

#: So many blocks are kept drawn, a few screens' worth: a long talk is more than one looks at.
MOST_BLOCKS = 32


class DrawnBlocks:
    """All lines of some blocks, one under the other.

    Of each block it is kept how high it is. What it was drawn as is kept for those looked at last;
    the others are drawn anew when they are looked at again.
    """

    def __init__(self, width: int) -> None:
        """Nothing is drawn at a width of 0."""
        self._width = width
        self._blocks: list[Block] = []
        self._starts: list[int] = []
        self._length = 0
        self._kept: dict[int, list[Line]] = {}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, at: int) -> Line:
        number = self.block_at(at)
        return self._lines_of(number)[at - self._starts[number]]

    def __iter__(self) -> Iterator[Line]:
        for number in range(len(self._blocks)):
            yield from self._lines_of(number)

    def add(self, block: Block) -> None:
        """Adds a block at the end."""
        self._blocks.append(block)
        self._starts.append(self._length)
        self._length += len(self._lines_of(len(self._blocks) - 1))

    def cut(self, count: int) -> None:
        """Keeps only the first ``count`` blocks."""
        self._length = self.start_of(count)
        del self._blocks[count:], self._starts[count:]
        self._kept = {at: lines for at, lines in self._kept.items() if at < count}

    def start_of(self, block: int) -> int:
        """The line at which a block begins; the end, if there is no such block."""
        return self._starts[block] if block < len(self._starts) else self._length

    def block_at(self, line: int) -> int:
        """The block that a line is of; -1 where nothing is drawn."""
        return bisect_right(self._starts, line) - 1

    def is_same(self, other: DrawnBlocks) -> bool:
        """Whether both look the same."""
        return len(self) == len(other) and all(
            one.content.is_same(two.content) for one, two in zip(self, other, strict=True)
        )

    def _lines_of(self, number: int) -> list[Line]:
        lines = self._kept.get(number)
        if lines is None:
            lines = self._blocks[number](self._width) if self._width else []
            if len(self._kept) >= MOST_BLOCKS:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = lines
        return lines
