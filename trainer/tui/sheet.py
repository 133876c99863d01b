"""A small sheet in front of a screen, that asks for one thing and hands the answer back."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Generic

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, ScreenResultType

from trainer.tui.bars import KeyBar
from trainer.tui.base import TrainerScreen
from trainer.tui.lines import Lines


class Sheet(ModalScreen[ScreenResultType], Generic[ScreenResultType]):
    """A sheet. Those made from it say what stands between its question and its keys."""

    #: What this sheet is called in its help.
    name_in_help = "this sheet"
    #: The keys of all screens. They are not in the bar: its room is for the sheet's own.
    BINDINGS: ClassVar[list[BindingType]] = [
        replace(each, show=False) for each in TrainerScreen.BINDINGS if isinstance(each, Binding)
    ]

    def body(self) -> ComposeResult:
        """What stands under the question."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The question, the body, and the keys."""
        with Vertical(id="sheet"):
            yield Lines(id="question")
            yield from self.body()
            yield KeyBar()

    @property
    def question(self) -> Lines:
        """The text above."""
        return self.query_one("#question", Lines)
