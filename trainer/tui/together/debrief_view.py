"""A line that one of the two asks about: how it landed, and beside it what the trainer thinks."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.practice.together import Session
from trainer.practice.together_lines import Mark, SaidLine
from trainer.practice.together_questions import WHAT_THE_TRAINER_THINKS, how_it_landed_with
from trainer.practice.together_words import NO_MARK_HERE, NO_MARKS_SHOWN
from trainer.practice.words import AGAINST, SHOWED
from trainer.scenario.model import Catalogue
from trainer.tui.text import EMPTY, Block, Line, blank, framed, para, shown, spoken, stacked
from trainer.tui.together.voices import voice

#: From this width on there is room for two views side by side.
BOTH = 86
_GAP = 2


def line_block(session: Session, line: SaidLine) -> Block:
    """A line as it was said, with who said it."""
    role = voice(session, line.seat)
    bar = shown("▌ ", role)
    who = shown(session.label(line.seat), f"{role} strong")
    return stacked([para(who, first=bar, rest=bar), para(spoken(line.text), first=bar, rest=bar)])


def two_views(session: Session, line: SaidLine, catalogue: Catalogue) -> list[Block]:
    """How a line landed, as far as the one who heard it shows that, and the trainer's view."""
    hearer = session.names[line.hearer]
    landed = framed(shown(how_it_landed_with(hearer), "muted"), _how_it_landed(session, line))
    view = session.view(line, catalogue)
    thinks = [*(_mark(mark) for mark in view.marks), para(shown(view.why))]
    trainer = framed(shown(WHAT_THE_TRAINER_THINKS, "muted"), thinks)
    return [blank(), beside(landed, trainer)]


def _mark(mark: Mark) -> Block:
    """What a line shows or goes against."""
    sign, role = (SHOWED, "shows") if mark.shows else (AGAINST, "against")
    return para(shown(mark.words, role), first=shown(f"{sign} ", role))


def _how_it_landed(session: Session, line: SaidLine) -> list[Block]:
    marks = session.shown_marks(line)
    if marks is None:
        return [para(shown(NO_MARKS_SHOWN))]
    if not marks:
        return [para(shown(NO_MARK_HERE))]
    return [para(shown(mark), first=shown("· ", "muted")) for mark in marks]


def beside(one: Block, other: Block) -> Block:
    """Two blocks side by side where there is room, else one under the other."""

    def draw(width: int) -> list[Line]:
        if width < BOTH:
            return [*one(width), *other(width)]
        half = (width - _GAP) // 2
        return _rows(one(half), other(half), half + _GAP)

    return draw


def _rows(left: Sequence[Line], right: Sequence[Line], at: int) -> list[Line]:
    rows = []
    for number in range(max(len(left), len(right))):
        first = left[number].content if number < len(left) else EMPTY
        second = right[number].content if number < len(right) else EMPTY
        pad = Content(" " * max(0, at - first.cell_length)) if second else EMPTY
        rows.append(Line(first + pad + second))
    return rows
