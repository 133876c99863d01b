"""The talk as it is told: lines as they come, the coach after each, and back again."""

from __future__ import annotations

from trainer.practice.coach import Coach
from trainer.practice.play import Entry, Play
from trainer.scenario.model import Catalogue
from trainer.tui.lines import DENSE
from trainer.tui.own_words import draft_block
from trainer.tui.still import StillLines
from trainer.tui.talk import YOUR_INDENT, coach_block, entry_block
from trainer.tui.text import Block, blank, join, para, shown, stacked


class Talk(StillLines):
    """The talk of one play."""

    def __init__(
        self, play: Play, catalogue: Catalogue, coach: Coach | None, *, id: str | None = None
    ) -> None:
        """Without a ``coach`` nothing but the talk is told."""
        super().__init__(tells=True, id=id)
        self._play, self._catalogue, self._coach = play, catalogue, coach
        self._told = 0
        self._untold: list[Block] = []
        #: How many blocks there were before each line that was said, to take them back.
        self._marks: list[int] = []

    def _draw(self, block: Block) -> None:
        """Draws a block, without its blank lines where the text is to be dense."""
        super()._draw(_dense(block) if self.app.has_class(DENSE) else block)

    @property
    def line_count(self) -> int:
        """How many lines the player has said."""
        return len(self._marks)

    @property
    def has_more(self) -> bool:
        """Whether something was taken up that is not told yet."""
        return bool(self._untold)

    def watch_for(self, title: str) -> None:
        """Tells which principle the player has picked to watch."""
        words = join([shown("you watch for", "muted"), shown(title, "strong")])
        self.append([stacked([blank(), para(words, indent=YOUR_INDENT)])])

    def tell_on(self, key: str = "") -> None:
        """Tells all that is new: what was said, what came of it, the coach, what follows.

        ``key`` takes a line back, as the coach names it.
        """
        self.take_up(key)
        blocks, self._untold = self._untold, []
        self.append(blocks)

    def tell_page(self, room: int, page: int) -> bool:
        """Tells what was taken up, if it fits into ``room`` lines; else as much as fits a page.

        ``page`` is the height of one, in lines. Returns whether all is told: the last of it stands
        above the choices.
        """
        first, top, blocks = self.block_count, len(self._drawn), self._untold
        heights: list[int] = []  # of what would be told with each block, as far as need be
        for block in blocks:
            self._draw(block)
            heights.append(len(self._drawn) - top)
            if heights[-1] > max(room, page):
                break
        told = len(blocks)
        if len(heights) < told or heights[-1] > room:
            told = max(1, sum(1 for height in heights[: told - 1] if height <= page))
            self._drawn.cut(first + told)
        self._blocks += blocks[:told]
        self._untold = blocks[told:]
        self._measure()
        self.reveal(first)
        self.refresh()
        return not self._untold

    def take_up(self, key: str) -> None:
        """Takes up what is new, to be told by the page."""
        play = self._play
        before = play.talk_since(self._told - 1)[0] if self._told else None
        blocks: list[Block] = []
        waiting: int | None = None  # the line that the coach has not spoken on
        for entry in play.talk_since(self._told):
            if waiting is not None and entry.decision != waiting:
                blocks += self._coached(waiting, key)
                waiting, before = None, None
            if entry.kind == "said" and entry.decision is not None:
                waiting = entry.decision
                self._marks.append(self.block_count + len(blocks))
            blocks.append(self.entry(entry, before))
            before = entry
        if waiting is not None:
            blocks += self._coached(waiting, key)
        self._told = play.talk_length
        self._untold += blocks

    def entry(self, entry: Entry, before: Entry | None) -> Block:
        """One thing seen or said; ``before`` is what stands above it."""
        # Made when it is drawn: what it is made of stays with the play, and is much less.
        names, seats = self._play.names, self._play.seats
        return lambda width: entry_block(entry, before, names, seats)(width)

    def _coached(self, line: int, key: str) -> list[Block]:
        if self._coach is None:
            return []
        words, catalogue = self._coach.on_line(line, key), self._catalogue
        return [lambda width: coach_block(words, catalogue)(width)]

    def draft(self, text: str) -> None:
        """Shows words of the player's own, beside what they will say."""
        self.append([draft_block(text)])

    def aside(self, text: str) -> None:
        """Shows a quiet word that belongs to the newest line."""
        self.append([stacked([blank(), para(shown(text, "muted"))])])

    def take_back(self) -> None:
        """Forgets the last line, with all that came of it; the play has done so already."""
        self._untold = []
        self.cut(self._marks.pop())
        self._told = self._play.talk_length


def _dense(block: Block) -> Block:
    return lambda width: [line for line in block(width) if line.content.plain.strip()]
