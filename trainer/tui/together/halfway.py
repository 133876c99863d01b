"""Halfway, always: go on, or leave it here?"""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.together_words import BOTH_ARE_GOOD, GO_ON, HALFWAY, LEAVE_IT
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

ON, HERE = "on", "here"


class HalfwayScreen(AskingScreen[bool]):
    """Both answers are as good as the other. True goes on."""

    equal = True
    name_in_help = "the question halfway"

    def topic(self) -> str:
        """What this is about."""
        return "Halfway"

    def blocks(self) -> Iterable[Block]:
        """The question."""
        yield para(shown(HALFWAY, "strong"))
        yield blank()
        yield para(shown(BOTH_ARE_GOOD, "muted"))

    def items(self) -> Iterable[Item]:
        """Both answers."""
        return (option(ON, GO_ON, 1), option(HERE, LEAVE_IT, 2))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item == ON)
