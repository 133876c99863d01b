"""After another time, wherever it came from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together_words import ENOUGH, what_is_kept
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

HOME, QUIT = "home", "quit"


class EnoughScreen(AskingScreen[str]):
    """That's enough for tonight. Nothing is asked, and nothing offered."""

    name_in_help = "the end of tonight"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,f4,escape,q", "leave", "first screen", key_display="esc", id="two.leave",
                tooltip="to the first screen"),
    ]  # fmt: skip

    def __init__(self, report: str | None = None, problem: str = "") -> None:
        """``report`` is where one was written; ``problem`` is why it could not be."""
        super().__init__()
        self._report, self._problem = report, problem

    def topic(self) -> str:
        """What this is about."""
        return "Together"

    def blocks(self) -> Iterable[Block]:
        """The one sentence."""
        yield para(shown(ENOUGH, "strong"))
        yield blank()
        yield para(shown(what_is_kept(self._report), "muted"))
        if self._problem:
            yield blank()
            yield para(shown(f"▼ {self._problem}", "caution"))

    def items(self) -> Iterable[Item]:
        """Two ways out."""
        return (option(HOME, "To the first screen", 1), option(QUIT, "Close the trainer", 2))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item)

    def action_leave(self) -> None:
        """To the first screen."""
        self.answer(HOME)
