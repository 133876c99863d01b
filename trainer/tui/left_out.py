"""Which content notes the player does not want to meet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.messages import Set
from trainer.tui.own_words import TICKED, UNTICKED
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, para, shown


class LeftOutScreen(TrainerScreen):
    """The notes of the library, to be ticked. A scenario with a ticked one is shown nowhere."""

    name_in_help = "what to leave out"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "tick", "tick", key_display="enter", id="notes.tick",
                tooltip="leave this out, or not any more"),
        Binding("escape,q", "leave", "back", key_display="esc", id="notes.leave",
                tooltip="back to the settings"),
    ]  # fmt: skip

    def __init__(self, notes: Sequence[str], left_out: Sequence[str]) -> None:
        super().__init__()
        self._left_out = list(left_out)
        # What somebody has written into the file stands first: it may be a word in many notes.
        self._notes = list(dict.fromkeys([*left_out, *notes]))

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("What to leave out", "strong"), Content("")

    def body(self) -> Iterable[Widget]:
        """A question, and the notes."""
        words = "What is ticked is not shown anywhere."
        yield Bar(shown(words, "muted"), id="ask")
        yield Picker(self._items(), digits=False, id="notes")

    def _items(self) -> list[Item]:
        if not self._notes:
            return [Item("", (para(shown("No scenario has a content note.")),), pickable=False)]
        return [Item(note, (self._row(note),)) for note in self._notes]

    def _row(self, note: str) -> Block:
        ticked = note in self._left_out
        box = shown(TICKED, "caution") if ticked else shown(UNTICKED, "muted")
        return para(shown(note, "strong" if ticked else ""), first=box)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        note = event.item
        if note in self._left_out:
            self._left_out.remove(note)
        else:
            self._left_out.append(note)
        picker = self.query_one("#notes", Picker)
        picker.offer(self._items(), note)
        self.post_message(Set("leave_out", tuple(self._left_out)))

    def action_tick(self) -> None:
        """Ticks the highlighted note, or takes its tick away."""
        self.query_one("#notes", Picker).pick()

    def action_leave(self) -> None:
        """Goes back."""
        self.dismiss()
