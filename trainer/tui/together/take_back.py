"""Can we take that one back? Asked by either, uncounted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together_words import ASK_TO_TAKE_BACK
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

BACK, LET_IT = "back", "let-it"


class TakeBackScreen(AskingScreen[bool]):
    """True takes the newest line back."""

    equal = True
    name_in_help = "taking a line back"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "let it stand", key_display="esc", id="two.leave",
                tooltip="let it stand"),
    ]  # fmt: skip

    def __init__(self, line: str) -> None:
        """``line`` is the newest one, as it was said."""
        super().__init__()
        self._line = line

    def topic(self) -> str:
        """What this is about."""
        return "Together"

    def blocks(self) -> Iterable[Block]:
        """The question, and the line."""
        yield para(shown(ASK_TO_TAKE_BACK, "strong"))
        yield blank()
        yield para(shown(self._line))
        yield blank()
        yield para(shown("Nobody counts these, and nothing says who asked.", "muted"))

    def items(self) -> Iterable[Item]:
        """Both answers."""
        return (option(BACK, "Yes, take it back", 1), option(LET_IT, "Let it stand", 2))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item == BACK)

    def action_leave(self) -> None:
        """Lets it stand."""
        self.answer(False)
