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

    def __init__(self, session: Session, player: int) -> None:
        super().__init__(session.names[player])
        self._session, self._of = session, player

    def topic(self) -> str:
        """What it is about."""
        return "a brief each"

    def blocks(self) -> Iterable[Block]:
        """Who one is, what only they know, and the scene."""
        session, play = self._session, self._session.play
        me = session.seat_of(self._of)
        voice = player_voice(session, self._of)
        yield only_you(session, self._of)
        yield blank()
        role = shown(play.names[me], f"{voice} strong")
        yield para(role, first=shown("You play ", "muted"))
        yield para(shown(session.brief(self._of)))
        yield blank()
        yield para(shown(put_names(session.scenario.premise, play.names), "muted"))

    def items(self) -> Iterable[Item]:
        """One way on."""
        return (option(READ, "I have read it", 1, "it is covered then"),)

    @on(Picker.Picked)
    def _picked(self) -> None:
        self.answer(True)
