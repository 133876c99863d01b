"""Listen first: what was heard is said back, aloud, before it is answered.

The screen only says whose turn it is. Nothing is typed, and nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.together import Session
from trainer.practice.together_lines import SaidLine
from trainer.practice.together_questions import (
    ABOUT_SAYING_BACK,
    EACH_IS_GOOD,
    JUST_THE_PIECE,
    THEN_IT_GOES_ON,
    WAS_IT,
    once_more,
    say_back,
    was_that_it,
    what_is_missing,
)
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option
from trainer.tui.together.debrief_view import line_block
from trainer.tui.together.voices import addressed

#: What is due: the listener says it back; the speaker says whether that was it; the speaker names
#: what is missing; the listener tries once more.
SAY_BACK, WAS_THAT_IT, MISSING, ONCE_MORE = "say-back", "was-that-it", "missing", "once-more"
#: The speaker's last answer, and the ways on.
NOT_YET = list(WAS_IT)[-1]
SAID, NOT_NOW = "said", "not-now"


class ListenScreen(AskingScreen[bool]):
    """One line that was heard. It answers True when the story goes on, whichever way it went."""

    name_in_help = "listening first"

    def __init__(self, session: Session, said: SaidLine) -> None:
        """``said`` is the line that the one whose turn it is has heard."""
        super().__init__()
        self._session, self._said = session, said
        self.stage = SAY_BACK

    def topic(self) -> str:
        """What this is about."""
        return "Listen first"

    def blocks(self) -> Iterable[Block]:
        """The line that was heard, and who does what now."""
        listener, speaker = self._said.hearer, self._said.player
        names = self._session.names
        to, ask, quiet = {
            SAY_BACK: (listener, say_back(names[listener], names[speaker]), ABOUT_SAYING_BACK),
            WAS_THAT_IT: (speaker, was_that_it(names[speaker]), EACH_IS_GOOD),
            MISSING: (speaker, what_is_missing(names[speaker]), JUST_THE_PIECE),
            ONCE_MORE: (listener, once_more(names[listener]), THEN_IT_GOES_ON),
        }[self.stage]
        yield line_block(self._session, self._said)
        yield blank()
        yield para(addressed(self._session, to, ask))
        yield para(shown(quiet, "muted"))

    def items(self) -> Iterable[Item]:
        """What can be answered now."""
        if self.stage == SAY_BACK:
            return [option(SAID, "I said it back", 1), option(NOT_NOW, "Not this time", 2)]
        if self.stage == WAS_THAT_IT:
            return [option(id, words, at) for at, (id, words) in enumerate(WAS_IT.items(), 1)]
        return [option(SAID, "I said it" if self.stage == MISSING else "I said it back", 1)]

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        following = {
            (SAY_BACK, SAID): WAS_THAT_IT,
            (WAS_THAT_IT, NOT_YET): MISSING,
            (MISSING, SAID): ONCE_MORE,
        }
        if event.item not in {item.id for item in self.picker.items}:
            return  # a key held down: the next question has come since
        stage = following.get((self.stage, event.item))
        if stage is None:
            self.answer(True)
            return
        self.stage = stage
        self.equal = stage == WAS_THAT_IT
        self.show_anew()
