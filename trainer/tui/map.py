"""The map: every moment of a scenario in one seat, where one went, and what is left to see."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from trainer.practice.map import CROSSED, DOWN, LEFT, RIGHT, UP, Moment, moments, unseen_endings
from trainer.practice.play import Play
from trainer.practice.words import ENDING_WORDS, plural, quote
from trainer.scenario.graph import Graph
from trainer.tui.bars import Bar
from trainer.tui.base import ReadingScreen
from trainer.tui.card import title_of
from trainer.tui.lines import Lines
from trainer.tui.text import Block, Line, join, shown, spoken

WAS_THERE, TOOK_BACK, EARLIER, UNSEEN, ENDING, NO_ENDING = "●", "◐", "◎", "○", "◆", "◇"
_GLYPHS = {
    UP: "╵", DOWN: "╷", UP | DOWN: "│", LEFT | RIGHT: "─",
    UP | LEFT: "╯", UP | RIGHT: "╰", DOWN | LEFT: "╮", DOWN | RIGHT: "╭",
    UP | LEFT | RIGHT: "┴", DOWN | LEFT | RIGHT: "┬",
    UP | DOWN | LEFT: "┤", UP | DOWN | RIGHT: "├", UP | DOWN | LEFT | RIGHT: "┼",
}  # fmt: skip

_SIGNS = ((WAS_THERE, "you"), (UNSEEN, "muted"), (ENDING, "other"), (NO_ENDING, "muted"))
_WORDS = {
    WAS_THERE: "you were here",
    TOOK_BACK: "taken back",
    EARLIER: "earlier",
    UNSEEN: "not seen",
    ENDING: "ending",
    NO_ENDING: "not found",
}
_FEW_WORDS = {
    WAS_THERE: "now",
    TOOK_BACK: "back",
    EARLIER: "before",
    UNSEEN: "new",
    ENDING: "end",
    NO_ENDING: "?",
}
#: From this width on the signs have all their words.
ROOMY = 80


class MapScreen(ReadingScreen):
    """The map of a scenario, with the way of one play on it, and those of earlier ones."""

    name_in_help = "the map"

    def __init__(
        self,
        play: Play,
        graph: Graph,
        found: Collection[str] = (),
        earlier: Iterable[Play] = (),
    ) -> None:
        """``found`` are the endings, by their nodes, that were reached in other plays; ``earlier``
        are those plays, the newest first."""
        super().__init__()
        self._play, self._found = play, found
        self._rows = moments(play, graph, earlier)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        left = unseen_endings(self._rows, self._found)
        words = f"{plural(left, 'ending')} left to find " if left else "every ending is found "
        title = title_of(self._play.scenario) + shown("   the map", "muted")
        return title, shown(words, "muted")

    def body(self) -> Iterable[Widget]:
        """The map and its signs."""
        blocks = map_blocks(self._rows, self._play, self._found)
        yield Lines(blocks, tells=True, id="page")
        words = _WORDS if self.app.size.width >= ROOMY else _FEW_WORDS
        parts = [shown(sign, role) + shown(f" {words[sign]}", "muted") for sign, role in _SIGNS]
        if any(_is_earlier(row) for row in self._rows):
            parts.insert(1, shown(EARLIER, "other") + shown(f" {words[EARLIER]}", "muted"))
        if any(row.seen and not row.was_there for row in self._rows):
            parts.insert(1, shown(TOOK_BACK, "you") + shown(f" {words[TOOK_BACK]}", "muted"))
        yield Bar(join(parts, "  "), id="signs")

    def on_mount(self) -> None:
        """Brings the way's beginning into view."""
        self.page.move(0)


def map_blocks(rows: Sequence[Moment], play: Play, found: Collection[str] = ()) -> list[Block]:
    """A line for each moment."""
    lanes = max((len(row.cells) for row in rows), default=0)
    return [
        _row(number, row, _words(row, play, found), lanes, row.node.id in found)
        for number, row in enumerate(rows, 1)
    ]


def _row(number: int, row: Moment, words: Content, lanes: int, found: bool) -> Block:
    def draw(width: int) -> list[Line]:
        wide = width >= lanes * 2 + 24
        lead = join([_drawing(row, lanes, found, wide=wide), shown(f"{number:>3} ", "muted")], "")
        tail = words
        if row.back_to:
            up = ", ".join(map(str, row.back_to))
            tail = join([shown(f"↑ {up}", "muted"), words])
        room = max(4, min(width, 120) - lead.cell_length)
        return [Line(lead + tail.truncate(room, ellipsis=True), len(lead))]

    return draw


def _drawing(row: Moment, lanes: int, found: bool, *, wide: bool) -> Content:
    parts = []
    for lane in range(lanes):
        cell = row.cells[lane] if lane < len(row.cells) else 0
        if lane == row.lane:
            parts.append(_sign(row, found))
        else:
            line = "│" if cell & CROSSED else _GLYPHS.get(cell, " ")
            parts.append(shown(line, "muted"))
        if wide:
            parts.append(shown("─" if cell & RIGHT else " ", "muted"))
    return join(parts, "")


def _sign(row: Moment, found: bool) -> Content:
    if row.node.ending is not None:
        known = row.was_there or row.seen or found
        return shown(ENDING, "other strong") if known else shown(NO_ENDING, "muted")
    if row.was_there:
        return shown(WAS_THERE, "you")
    if row.seen:
        return shown(TOOK_BACK, "you")
    return shown(EARLIER, "other") if _is_earlier(row) else shown(UNSEEN, "muted")


def _is_earlier(row: Moment) -> bool:
    """Whether only an earlier play went there."""
    return row.earlier is not None and not row.seen and row.node.ending is None


def _words(row: Moment, play: Play, found: Collection[str]) -> Content:
    node = row.node
    ending = node.ending
    if ending is not None:
        if row.was_there or row.seen or node.id in found:
            title = shown(play.text(ending.title), "strong")
            here = ", where this talk ended" if row.was_there else ""
            return title + shown(f"   {ENDING_WORDS[ending.kind]}{here}", "muted")
        return shown("an ending not found yet", "muted")
    if row.said and node.turn in play.seats:
        return spoken(quote(row.said))
    if row.earlier and not (row.seen and play.decisions):
        who = "" if node.turn in play.seats else f"{play.names[node.turn or '']}: "
        return shown(f"earlier: {who}", "muted") + spoken(quote(row.earlier), "muted")
    if row.said and node.turn is not None:
        return shown(f"{play.names[node.turn]}: ", "other") + spoken(quote(row.said), "muted")
    if node is play.node:
        words = "you are here now" if play.decisions else "it begins here"
    elif node.turn in play.seats:
        words = "a line you took back led here" if row.seen else "a line of yours, not seen yet"
    elif node.turn is not None:
        name = play.names[node.turn]
        known = row.seen or row.earlier is not None
        words = f"{name} answers" if known else f"{name} answers, not seen yet"
    else:
        words = "the story goes on"
    return shown(words, "muted")
