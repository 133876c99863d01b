"""Asks once, kindly, before a talk is left."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen

from trainer.tui.lines import Lines
from trainer.tui.messages import GoHome
from trainer.tui.picker import Item, Picker
from trainer.tui.text import blank, para, shown

STAY, LEAVE = "stay", "leave"


class LeaveScreen(ModalScreen[bool]):
    """Whether to leave this talk."""

    name_in_help = "the question whether to leave"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="leave.choose", tooltip="do what is highlighted"),
        Binding("escape,n", "stay", "stay", id="leave.stay", tooltip="stay in the talk"),
        Binding("q,y", "go", "leave", id="leave.go", tooltip="leave the talk"),
        Binding(
            "question_mark,f1",
            "app.show_help",
            "help",
            show=False,
            id="app.help",
            tooltip="the keys of this screen, and what the signs mean",
        ),
        Binding(
            "f2,a",
            "app.about",
            "about & help lines",
            show=False,
            id="app.about",
            tooltip="what this is and is not, and people to turn to",
        ),
    ]

    def __init__(self, words: str) -> None:
        """``words`` say what becomes of the talk."""
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """The question and two answers."""
        with Vertical(id="box"):
            yield Lines(
                [
                    para(shown("Leave this talk?", "strong")),
                    para(shown(self._words, "muted")),
                    blank(),
                ],
                id="question",
            )
            yield Picker(
                [
                    Item(STAY, (para(shown("stay"), first=shown("1  ", "key")),)),
                    Item(LEAVE, (para(shown("leave"), first=shown("2  ", "key")),)),
                ],
                id="stay-or-leave",
            )

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.dismiss(event.item == LEAVE)

    def action_choose(self) -> None:
        """Does what is highlighted."""
        self.query_one(Picker).pick()

    def action_stay(self) -> None:
        """Goes back to the talk."""
        self.dismiss(False)

    def action_go(self) -> None:
        """Leaves the talk."""
        self.dismiss(True)


def ask_to_leave(screen: Screen[None], words: str) -> None:
    """Asks on a talk's screen whether to leave it, and goes home if so."""

    def answered(leaving: bool | None) -> None:
        if leaving:
            screen.post_message(GoHome())

    screen.app.push_screen(LeaveScreen(words), answered)
