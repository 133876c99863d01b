"""What only one seat is told before play, read alone."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.together import Session
from trainer.scenario.texts import put_names
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import option
from trainer.tui.together.private import PrivateScreen
from trainer.tui.together.voices import only_you, player_voice

READ = "read"


class BriefScreen(PrivateScreen[bool]):
    """One player's brief."""

    name_in_help = "your brief"

    def __init__(self, session: Session, player: int, *, hands_over: bool = True) -> None:
        super().__init__(session.names[player], hands_over=hands_over)
        self._session, self._of = session, player

    def topic(self) -> str:
        """What it is about."""
        return "a brief each"

    def blocks(self) -> Iterable[Block]:
        """Who one is, what only they know, and the scene."""
        session, play = self._session, self._session.play
        me = session.seat_of(self._of)
        voice = player_voice(session, self._of)
        role = shown(play.names[me], f"{voice} strong")
        if self.hands_over:
            yield only_you(session, self._of)
            yield blank()
            plays = shown("You play ", "muted")
        else:
            plays = shown(f"{self.player} plays ", "muted")
        if not session.own_names:
            yield para(plays + role)
        elif not self.hands_over:
            yield para(role)
        yield para(shown(session.brief(self._of)))
        yield blank()
        yield para(shown(put_names(session.scenario.premise, play.names), "muted"))

    def items(self) -> Iterable[Item]:
        """One way on."""
        aside = "it is covered then" if self.hands_over else ""
        return (option(READ, "I have read it", 1, aside),)

    @on(Picker.Picked)
    def _picked(self) -> None:
        self.answer(True)
