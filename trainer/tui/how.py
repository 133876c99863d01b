"""The rows on which one chooses how to practise, before a play."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.practice.practising import COACHED, REHEARSAL, How
from trainer.scenario.model import Catalogue, Head
from trainer.scenario.record import changed
from trainer.tui.habits import suggested
from trainer.tui.picker import Item
from trainer.tui.text import Block, Line, para, shown

FEEDBACK, SAY_FIRST, GUESS, WATCH = "<feedback>", "<say-first>", "<guess>", "<watch>"
#: The rows in their order, each with its key.
ROWS = {FEEDBACK: "f", SAY_FIRST: "w", GUESS: "g", WATCH: "p"}
_FEEDBACK = {COACHED: "coached: after every line", REHEARSAL: "rehearsal: in the debrief only"}
_LABEL = 12


def how_items(how: How, head: Head, catalogue: Catalogue) -> list[Item]:
    """Feedback, own words first, guessing, and the principle to watch."""
    other = "coached" if how.feedback == REHEARSAL else "rehearsal"
    feedback = [_FEEDBACK[how.feedback]]
    if how.feedback != suggested(head.level):
        aside = f" (suggested: {other})"
        feedback = [feedback[0] + aside, how.feedback + aside]
    watched = "nothing in particular"
    if how.watched is not None:
        watched = catalogue.title_of(how.watched)
    rows = {
        FEEDBACK: ("feedback", feedback),
        SAY_FIRST: (
            "own words",
            ["first, before the choices" if how.say_first else "when you ask"],
        ),
        GUESS: ("guess", ["how each line will land" if how.guess else "no guessing"]),
        WATCH: ("watch", [watched]),
    }
    return [Item(row, (_row(ROWS[row], label, words),)) for row, (label, words) in rows.items()]


def turned(how: How, row: str, watchable: Sequence[str]) -> How:
    """How it is practised after one of the rows was turned to its next value."""
    if row == FEEDBACK:
        return changed(how, feedback=REHEARSAL if how.feedback == COACHED else COACHED)
    if row == SAY_FIRST:
        return changed(how, say_first=not how.say_first)
    if row == GUESS:
        return changed(how, guess=not how.guess)
    values = [None, *watchable]
    at = values.index(how.watched) if how.watched in values else 0
    return changed(how, watched=values[(at + 1) % len(values)])


def _row(key: str, label: str, words: Sequence[str]) -> Block:
    """A row in the fullest of these words that fit."""
    lead = shown(f"{key}  ", "key")
    first = lead + shown(f"{label:<{_LABEL}}", "muted")
    narrow = [*(lead + shown(f"{label}: ", "muted") + shown(each) for each in words)]
    narrow += [lead + shown(each) for each in words]

    def draw(width: int) -> list[Line]:
        if width < 60:
            fits = (each for each in narrow if each.cell_length <= width)
            return [Line(next(fits, narrow[-1].truncate(width, ellipsis=True)))]
        return para(shown(words[0]), first=first)(width)

    return draw
