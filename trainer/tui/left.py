"""The talks that were left, the newest first, to go on with any of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.home_list import where_left
from trainer.tui.messages import Resume
from trainer.tui.picker import Item, Picker
from trainer.tui.text import blank, para, shown

if TYPE_CHECKING:
    from trainer.history.model import KeptPlay


class LeftScreen(TrainerScreen):
    """The talks without an ending."""

    name_in_help = "the talks that you left"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "go on", id="left.choose", tooltip="go on with this one"),
        Binding("escape,q", "leave", "home", key_display="esc", id="left.home",
                tooltip="back to the first screen"),
    ]  # fmt: skip

    def __init__(self, plays: Sequence[KeptPlay], now: int) -> None:
        """``now`` is the time, in ms since 1970."""
        super().__init__()
        self._plays, self._now = plays, now

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Talks that you left", "strong"), Content("")

    def body(self) -> Iterable[Widget]:
        """A talk an item."""
        yield Bar(shown("Which one will you go on with?", "muted"), id="ask")
        yield Picker(self._items(), digits=False, id="notes")

    def _items(self) -> Iterable[Item]:
        for play in self._plays:
            said = shown(where_left(play, self._now), "muted")
            yield Item(str(play.number), (para(shown(play.title, "strong")), para(said)))
            yield Item("", (blank(),), pickable=False)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        play = next((each for each in self._plays if str(each.number) == event.item), None)
        if play is not None:
            self.dismiss()
            self.post_message(Resume(play))

    def action_choose(self) -> None:
        """Goes on with the highlighted one."""
        self.query_one("#notes", Picker).pick()

    def action_leave(self) -> None:
        """Goes back."""
        self.dismiss()
