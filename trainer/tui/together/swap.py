"""After the debrief: the same scenario from the other side, if both like."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content

from trainer.practice import together_questions as words
from trainer.practice.together import Session
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, join, para, shown
from trainer.tui.together.base import AskingScreen, option
from trainer.tui.together.voices import voice

SWAP, LEAVE_IT = "swap", "leave-it"


class SwapScreen(AskingScreen[bool]):
    """Whether to swap seats: True plays the same scenario from the other side."""

    name_in_help = "swapping seats"
    equal = True

    def __init__(self, session: Session, *, guesses: bool = True) -> None:
        """``guesses`` tells of them: each is to guess what the other takes."""
        super().__init__()
        self._session, self._guesses = session, guesses

    def topic(self) -> str:
        """What this is about."""
        return "The other side"

    def blocks(self) -> Iterable[Block]:
        """A question to take along, and what swapping seats means."""
        session, ending = self._session, self._session.play.ending
        if ending is not None:
            yield para(shown("a question to take along", "muted"))
            yield para(shown(session.play.text(ending.reflection)))
            yield blank()
        yield para(shown(words.SWAP, "strong"))
        for player in (session.beginner, 1 - session.beginner):
            yield para(self._would_be(player), first=shown("· ", "muted"), indent=2)
        if self._guesses:
            yield blank()
            yield para(shown(words.ABOUT_GUESSES, "muted"))

    def _would_be(self, player: int) -> Content:
        session = self._session
        seat = session.seat_of(1 - player)
        name = shown(session.names[player], f"{voice(session, seat)} strong")
        if session.own_names:
            return join([name, shown(f"in {session.names[1 - player]}'s place")])
        return join([name, shown(f"as {session.play.names[seat]}")])

    def items(self) -> Iterable[Item]:
        """Both ways."""
        return [
            option(SWAP, words.SWAP_SEATS, 1),
            option(LEAVE_IT, words.LEAVE_IT_AT_THAT, 2),
        ]

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item == SWAP)
