"""Somebody has to go: stopping is offered first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice import together_words as words
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
        yield para(shown(words.LEAVE_FOR_TONIGHT, "strong"))
        yield blank()
        yield para(shown(words.NO_REASON, "muted"))
        if self._alone:
            yield para(shown(words.ABOUT_ALONE, "muted"))

    def items(self) -> Iterable[Item]:
        """The answers."""
        yield option(STOP, words.ANOTHER_TIME, 1)
        yield option(STAY, words.STAY, 2)
        if self._alone:
            yield option(ALONE, words.GO_ON_ALONE, 3)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == STOP:
            self.action_another_time()
        else:
            self.answer(event.item)

    def action_leave(self) -> None:
        """Stays."""
        self.answer(STAY)
