"""Listen first: what was heard is said back, aloud, before it is answered.

The screen only says whose turn it is. Nothing is typed, and nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content

from trainer.practice.together import Session
from trainer.practice.together_lines import SaidLine
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option
from trainer.tui.together.debrief_view import line_block
from trainer.tui.together.voices import player_voice

#: What is due: the listener says it back; the speaker says whether that was it; the speaker names
#: what is missing; the listener tries once more.
SAY_BACK, WAS_THAT_IT, MISSING, ONCE_MORE = "say-back", "was-that-it", "missing", "once-more"
#: The speaker's answers, and the ways on.
YES, PARTLY, NOT_YET = "yes", "partly", "not-yet"
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
        speaker = self._session.names[self._said.player]
        yield line_block(self._session, self._said)
        yield blank()
        if self.stage == SAY_BACK:
            yield self._to(self._said.hearer, f", say back to {speaker} what you heard.")
            yield para(
                shown("The sense of it, in your own words. Your answer comes after.", "muted")
            )
        elif self.stage == WAS_THAT_IT:
            yield self._to(self._said.player, ", was that it?")
            yield para(shown("Each of these answers is a good one.", "muted"))
        elif self.stage == MISSING:
            yield self._to(self._said.player, ", what is still missing? One sentence.")
            yield para(shown("Just the missing piece.", "muted"))
        else:
            yield self._to(self._said.hearer, ", once more, with that in it.")
            yield para(shown("Then the story goes on.", "muted"))

    def _to(self, player: int, words: str) -> Block:
        name: Content = shown(
            self._session.names[player], f"{player_voice(self._session, player)} strong"
        )
        return para(name + shown(words, "strong"))

    def items(self) -> Iterable[Item]:
        """What can be answered now."""
        if self.stage == SAY_BACK:
            return [option(SAID, "I said it back", 1), option(NOT_NOW, "Not this time", 2)]
        if self.stage == WAS_THAT_IT:
            return [
                option(YES, "Yes", 1),
                option(PARTLY, "Partly", 2),
                option(NOT_YET, "Not yet", 3),
            ]
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
