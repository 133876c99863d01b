"""The chart of the debrief: how the other was with you, in five bands that have names."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.practice.chart import MEND, MISS, Track
from trainer.practice.coach import meter_word
from trainer.practice.words import AGAINST, SHOWED
from trainer.tui.text import Block, Line, blank, join, para, shown

#: The highest value of each band, from above, as the words for a meter have them.
_BANDS = (10, 7, 5, 3, 1)
_WIDEST_STEP, _NARROWEST_STEP = 6, 3
_SIGNS = {MISS: (AGAINST, "against"), MEND: (SHOWED, "shows"), "": (" ", "")}

_AS_IT_WENT = "It follows the talk as it went on; misses and mends are of first tries."


def chart_blocks(tracks: Sequence[Track], other: str, *, taken_back: bool = False) -> list[Block]:
    """A chart for each meter; nothing where there is none. ``taken_back``: a line of it was."""
    blocks: list[Block] = []
    for track in tracks:
        blocks += [
            para(shown(f"{other}'s {track.meter}, line by line", "muted")),
            _drawing(track),
            *_in_words(track),
            *([para(shown(_AS_IT_WENT, "muted"))] if taken_back else []),
            blank(),
        ]
    return blocks


def _in_words(track: Track) -> list[Block]:
    first, last = track.values[0], track.values[-1]
    words = f"From {first} ({meter_word(track.meter, first)}) to {last} of 10 "
    words += f"({meter_word(track.meter, last)})."
    parts = []
    if MISS in track.signs:
        parts.append(shown(AGAINST, "against") + shown(" a miss", "muted"))
    if MEND in track.signs:
        parts.append(shown(SHOWED, "shows") + shown(" a mend", "muted"))
    return [para(shown(words)), *([para(join(parts, "   "))] if parts else [])]


def _band(value: int) -> int:
    return next(at for at in reversed(range(len(_BANDS))) if value <= _BANDS[at])


def _drawing(track: Track) -> Block:
    words = [meter_word(track.meter, highest) for highest in _BANDS]
    label = max(map(len, words)) + 1

    def draw(width: int) -> list[Line]:
        room = min(76, width) - label - 2
        step = min(_WIDEST_STEP, max(_NARROWEST_STEP, room // len(track.values)))
        # In a long talk the last lines are shown that there is room for.
        begin = max(0, len(track.values) - max(2, room // step))
        lines = []
        for band, word in enumerate(words):
            axis = shown(word.rjust(label), "muted") + shown(" ┤", "rule")
            lines.append(Line(axis + _row(track.values[begin:], band, step)))
        below = " " * (label + 1)
        names = [str(track.before + at) if at else "·" for at in range(begin, len(track.values))]
        numbers = "".join(name.rjust(2).ljust(step) for name in names)
        lines.append(Line(shown(below + numbers.rstrip(), "muted")))
        signs = [("", *track.signs)[at] for at in range(begin, len(track.values))]
        if any(signs):
            drawn = [
                shown(" " + _SIGNS[sign][0], _SIGNS[sign][1]) + Content(" " * (step - 2))
                for sign in signs
            ]
            lines.append(Line((Content(below) + join(drawn, "")).rstrip()))
        return lines

    return draw


def _row(values: Sequence[int], band: int, step: int) -> Content:
    """One band of the chart: the values as figures, and the way between them."""
    cells = [" "] * (step * len(values))
    figures: dict[int, str] = {}
    for at, value in enumerate(values):
        own = _band(value)
        start = at * step
        if own == band:
            figures[start] = str(value)
        if at + 1 == len(values):
            break
        following = _band(values[at + 1])
        turn = start + step - 1
        if own == band:
            cells[start + 1 : turn] = "─" * (step - 2)
            cells[turn] = "─" if following == own else "╮" if following > own else "╯"
        elif following == band:
            cells[turn] = "╰" if following > own else "╭"
        elif min(own, following) < band < max(own, following):
            cells[turn] = "│"
    line = Content("")
    at = 0
    while at < len(cells):
        figure = figures.get(at, "")
        line += shown(figure, "other strong") if figure else shown(cells[at], "rule")
        at += len(figure) or 1
    return line
