"""Which of one's own marks the other gets to see: asked alone, before the debrief."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.together import Session
from trainer.practice.together_words import SHOW_MARKS, SHOWN, about_showing
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import option
from trainer.tui.together.private import PrivateScreen
from trainer.tui.together.voices import only_you


class ShowMarksScreen(PrivateScreen[str]):
    """The ones that landed, all, or none. Nothing tells afterwards which it was."""

    name_in_help = "which of your marks to show"

    def __init__(self, session: Session, player: int) -> None:
        super().__init__(session.names[player])
        self._session, self._of = session, player

    def topic(self) -> str:
        """What it is about."""
        return "before you talk about it"

    def blocks(self) -> Iterable[Block]:
        """The question."""
        session = self._session
        other = session.names[1 - self._of]
        yield only_you(session, self._of)
        yield blank()
        yield para(shown(SHOW_MARKS, "strong"))
        yield para(shown(about_showing(other), "muted"))

    def items(self) -> Iterable[Item]:
        """The ways to show marks."""
        return [option(which, words, at) for at, (which, words) in enumerate(SHOWN.items(), 1)]

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item)
