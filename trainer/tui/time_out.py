"""A time-out that is real: the talk is out of sight, time passes, and one says when one is back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.breath import COUNT, breath_at, minutes_left, time_left
from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.lines import Lines
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, bar, blank, join, para, shown

#: When to come back: minutes, and how that is said. None is not today.
WHEN: dict[str, tuple[int | None, str]] = {
    "20": (20, "in twenty minutes: about what a body needs to calm down"),
    "40": (40, "in forty minutes"),
    "60": (60, "in an hour"),
    "later": (None, "later: I will say when"),
}
STEP, LEAST, MOST = 5, 5, 120
_INDENT = 4


class TimeOutScreen(TrainerScreen):
    """A pause in front of whatever was there. It costs nothing, and can be left at any time."""

    name_in_help = "a time-out"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="time-out.choose", tooltip="say when you are back"),
        Binding("escape,q", "leave", "back to it", key_display="esc", id="time-out.back",
                tooltip="back to where you were, whenever you like"),
        Binding("plus,equals_sign", "longer(1)", "longer", key_display="+", id="time-out.longer",
                tooltip="five minutes longer"),
        Binding("minus", "longer(-1)", "shorter", key_display="-", id="time-out.shorter",
                tooltip="five minutes shorter"),
    ]  # fmt: skip

    def __init__(
        self,
        minutes: int,
        *,
        motion: bool = True,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], datetime] = datetime.now,
    ) -> None:
        """``motion`` lets the breath move. The clocks are parameters, so that they can be set."""
        super().__init__()
        self._motion, self._clock, self._today = motion, clock, today
        self._began = clock()
        self._minutes: int | None = max(LEAST, min(MOST, minutes))
        #: Whether it was said when to come back.
        self.is_settled = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says: nothing of the talk."""
        return shown("A time-out", "strong"), shown("it costs nothing ", "muted")

    def body(self) -> Iterable[Widget]:
        """The time that is left, the breath, and the question when to come back."""
        yield Lines(id="pause")
        yield Bar(shown("When will you come back to it?", "strong"), id="ask")
        yield Picker(most=0.45, id="when")

    def on_mount(self) -> None:
        """Begins the pause."""
        picker = self.query_one("#when", Picker)
        picker.offer(
            Item(when, (para(shown(words), first=shown(f"{number}  ", "key")),))
            for number, (when, (_, words)) in enumerate(WHEN.items(), 1)
        )
        self.set_focus(picker)
        self._tell()
        self.set_interval(1 if self._motion else 30, self._tell)

    @property
    def left(self) -> float | None:
        """How many seconds are left; None where the pause has no end of its own."""
        if self._minutes is None:
            return None
        return max(0.0, self._began + self._minutes * 60 - self._clock())

    @property
    def back_at(self) -> str:
        """At what time of day it ends; empty where it has no end of its own."""
        left = self.left
        return "" if left is None else f"{self._today() + timedelta(seconds=left):%H:%M}"

    def _tell(self) -> None:
        self.query_one("#pause", Lines).show(self._blocks())

    def _blocks(self) -> list[Block]:
        left = self.left
        if left is None:
            rest = [shown("as long as it takes", "strong")]
        elif left == 0:
            rest = [shown("The time is over. Go back when you are ready.", "strong")]
        elif self._motion:
            rest = [shown(time_left(left), "strong"), shown("left", "muted")]
        else:
            rest = [shown(minutes_left(left), "strong"), shown("left", "muted")]
        return [
            *self.words(),
            blank(),
            para(join(rest), indent=_INDENT),
            blank(),
            *self._breath(),
            blank(),
            *([para(shown(promise, "muted"))] if (promise := self.promise()) else ()),
        ]

    def words(self) -> list[Block]:
        """What a time-out is for."""
        return [para(shown("Put it down for a while. Your talk waits where you left it."))]

    def _breath(self) -> list[Block]:
        if not self._motion:
            words = "Breathe slowly: in for four, hold for four, out for four, hold for four."
            return [para(shown(words), indent=_INDENT)]
        now = breath_at(int(self._clock() - self._began))
        count = join([shown(f"{now.part:<11}"), shown(str(now.count), "key")])
        return [
            para(bar(now.full, COUNT, COUNT * 6, "other"), indent=_INDENT),
            para(count, indent=_INDENT),
        ]

    def promise(self) -> str:
        """What belongs to a time-out: that the other knows when it ends."""
        if not self.is_settled:
            return (
                "A time-out that helps has an end, and the other knows it. It is no way to leave."
            )
        back = self.back_at
        if not back:
            return "Say so, with a day and an hour: “I need longer. Can we talk tomorrow at seven?”"
        return f"Said aloud it goes like this: “I need a break. I'll be back at {back}.”"

    # What the player does

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self._minutes = WHEN[event.item][0]
        self._began = self._clock()
        self.is_settled = True
        self._tell()

    def action_choose(self) -> None:
        """Says when one is back."""
        self.query_one("#when", Picker).pick()

    def action_longer(self, by: int) -> None:
        """Makes the pause longer or shorter."""
        self._minutes = max(LEAST, min(MOST, (self._minutes or MOST) + by * STEP))
        self._tell()

    def action_leave(self) -> None:
        """Goes back to where one was."""
        self.dismiss()
