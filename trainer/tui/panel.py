"""How the other is with you now, what is being practised, and the way back: beside the talk on
wide screens, one line above the choices on others."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from trainer.practice.coach import meter_word, way_back_words
from trainer.practice.play import Play
from trainer.practice.practising import COACHED, How
from trainer.practice.scoring import SeatScore
from trainer.scenario.model import Catalogue
from trainer.tui.text import Block, bar, blank, join, para, shown

CELLS = 10


def meters(play: Play) -> Iterator[tuple[str, int]]:
    """The meters of the one who is not in the player's seat."""
    other = play.scenario.other(play.seats[0])
    for name, value in zip(play.scenario.state, play.values, strict=True):
        if name.of == other:
            yield name.name, int(value)


def panel_blocks(
    play: Play, score: SeatScore, catalogue: Catalogue, *, way_back: bool, how: How
) -> list[Block]:
    """The side panel. In a rehearsal it says how the other is, and nothing about the lines."""
    coached = how.feedback == COACHED
    other = play.names[play.scenario.other(play.seats[0])]
    blocks: list[Block] = [
        para(join([shown(other, "other strong"), shown("with you now", "muted")], "  "))
    ]
    for name, value in meters(play):
        figure = join([shown(f"{value}", "strong"), shown(meter_word(name, value))])
        line = join([bar(value, 10, CELLS, "other"), figure], "  ")
        label = shown(f"{name.replace('_', ' '):<9}", "muted")
        blocks += [para(label + line)] if len(name) < 9 else [para(label), para(line)]
    blocks += [blank(), para(shown("practising", "muted"))]
    watched = () if how.watched is None else (how.watched,)
    for principle in dict.fromkeys((*watched, *play.scenario.focus)):
        row = score.profile.get(principle)
        done = row is not None and row.shown > 0
        title = catalogue.title_of(principle)
        sign = shown("▲ ", "shows") if done and coached else shown("· ", "muted")
        missing = "not yet" if play.ending is None else "not this time"
        state = shown("shown", "shows") if done else shown(missing, "muted")
        line = join([shown(f"{title:<18}"), state]) if coached else shown(title)
        blocks.append(para(line, first=sign))
        if principle == how.watched:
            blocks.append(para(shown("you watch this one", "muted"), indent=2))
    if not coached:
        blocks += [
            blank(),
            para(shown("rehearsal", "muted")),
            para(shown("The coach waits for the debrief.")),
        ]
    elif play.ending is None:
        blocks += [
            blank(),
            para(shown("a way back", "muted")),
            para(shown(way_back_words(score, way_back=way_back))),
        ]
    return blocks


def in_one_line(play: Play) -> Content:
    """The same in a few words, for narrow screens."""
    other = play.names[play.scenario.other(play.seats[0])]
    parts = [
        join([bar(value, 10, 5, "other"), shown(f"{value} {meter_word(name, value)}")])
        for name, value in meters(play)
    ]
    return join([shown(other, "other strong"), *parts[:1]], "  ")
