"""The rows on which one chooses how to practise, before a play."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.practice.practising import COACHED, REHEARSAL, How
from trainer.scenario.model import Catalogue, Head
from trainer.scenario.record import changed
from trainer.tui.habits import suggested
from trainer.tui.picker import Item
from trainer.tui.text import Block, Line, join, para, shown

FEEDBACK, SAY_FIRST, GUESS, WATCH = "<feedback>", "<say-first>", "<guess>", "<watch>"
#: The rows in their order, each with its key.
ROWS = {FEEDBACK: "f", SAY_FIRST: "w", GUESS: "g", WATCH: "p"}
_LABEL = 12


def how_items(how: How, head: Head, catalogue: Catalogue) -> list[Item]:
    """Feedback, own words first, guessing, and the principle to watch."""
    other = "coached" if how.feedback == REHEARSAL else "rehearsal"
    feedback = {
        COACHED: "coached: the coach after every line",
        REHEARSAL: "rehearsal: the coach only at the end",
    }[how.feedback]
    if how.feedback != suggested(head.level):
        feedback += f" (suggested: {other})"
    watched = "nothing in particular"
    if how.watched is not None:
        watched = catalogue.title_of(how.watched)
    rows = {
        FEEDBACK: ("feedback", feedback),
        SAY_FIRST: ("own words", "first, before the choices" if how.say_first else "when you ask"),
        GUESS: ("guess", "how each line will land" if how.guess else "no guessing"),
        WATCH: ("watch", watched),
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


def _row(key: str, label: str, words: str) -> Block:
    first = join([shown(f"{key}  ", "key"), shown(f"{label:<{_LABEL}}", "muted")], "")
    narrow = join([shown(f"{key}  ", "key"), shown(f"{label}: ", "muted")], "")

    def draw(width: int) -> list[Line]:
        if width < 60:
            return [Line((narrow + shown(words)).truncate(width, ellipsis=True))]
        return para(shown(words), first=first)(width)

    return draw
