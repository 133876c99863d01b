"""What a scenario is about, and what may be good to know, before anyone takes a seat."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together_words import ANOTHER_ONE, THIS_ONE
from trainer.scenario.model import Head
from trainer.scenario.texts import put_names
from trainer.tui.card import level_and_time, notes, title_of
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

THIS, ANOTHER = "this", "another"


class NotesScreen(AskingScreen[bool]):
    """This one, or another one: nobody says why."""

    equal = True
    name_in_help = "the page before you take seats"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "another one", key_display="esc", id="two.leave",
                tooltip="another one: back to the list"),
    ]  # fmt: skip

    def __init__(self, head: Head) -> None:
        super().__init__()
        self._head = head

    def topic(self) -> str:
        """What this is about."""
        return "Before you take seats"

    def blocks(self) -> Iterable[Block]:
        """The scene and the notes."""
        head = self._head
        nothing = [blank(), para(shown("There is nothing to know before.", "muted"))]
        return [
            para(title_of(head)),
            para(shown(level_and_time(head), "muted")),
            blank(),
            para(shown(put_names(head.premise, head.names))),
            *(notes(head) or nothing),
        ]

    def items(self) -> Iterable[Item]:
        """Both answers."""
        return (option(THIS, THIS_ONE, 1), option(ANOTHER, ANOTHER_ONE, 2))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(event.item == THIS)

    def action_leave(self) -> None:
        """Another one."""
        self.answer(False)
