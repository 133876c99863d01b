"""Somebody has to go: stopping is offered first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together_words import ANOTHER_TIME
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

STOP, STAY, ALONE = "stop", "stay", "alone"


class LeavingScreen(AskingScreen[str]):
    """Another time, stay, or, where a talk was begun, a new one for whoever is left."""

    name_in_help = "the question whether to leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "stay", key_display="esc", id="two.leave",
                tooltip="stay where you were"),
    ]  # fmt: skip

    def __init__(self, *, alone: bool = False) -> None:
        """``alone`` offers to go on as one."""
        super().__init__()
        self._alone = alone

    def topic(self) -> str:
        """What this is about."""
        return "Together"

    def blocks(self) -> Iterable[Block]:
        """The question."""
        yield para(shown("Leave it for tonight?", "strong"))
        yield blank()
        yield para(shown("There is no need to say why. Nothing of it is kept.", "muted"))
        if self._alone:
            words = "Going on alone is a new talk, for one, under the names of the roles."
            yield para(shown(words, "muted"))

    def items(self) -> Iterable[Item]:
        """The answers."""
        yield option(STOP, ANOTHER_TIME, 1)
        yield option(STAY, "Stay", 2)
        if self._alone:
            yield option(ALONE, "Go on alone", 3)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == STOP:
            self.action_another_time()
        else:
            self.answer(event.item)

    def action_leave(self) -> None:
        """Stays."""
        self.answer(STAY)
