"""A time-out for two: apart, without rehearsing it, and back at a time that was said."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from trainer.practice.together_words import TIME_OUT
from trainer.tui.messages import StopForTonight
from trainer.tui.text import Block, para, shown
from trainer.tui.time_out import TimeOutScreen


class TimeOutForTwo(TimeOutScreen):
    """The pause of two people, whoever asked for it."""

    name_in_help = "a time-out for two"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,f4", "another_time", "another time", key_display="x", id="two.another-time",
                tooltip="another time: leave it for tonight; nothing is asked, nothing is kept"),
    ]  # fmt: skip

    def words(self) -> list[Block]:
        """What a time-out is for; once it is settled, when they come back."""
        first, *others = TIME_OUT
        if self.is_settled:
            others[-1] = self._back()
        return [para(shown(first, "strong")), *(para(shown(each)) for each in others)]

    def _back(self) -> str:
        if back := self.back_at:
            return f"Back here at {back}, both of you, even if only to say: not yet."
        return "Say a day and an hour to each other now, even if only to say then: not yet."

    def promise(self) -> str:
        """Nothing more: the words above say it."""
        return ""

    def action_another_time(self) -> None:
        """Leaves it for tonight."""
        self.post_message(StopForTonight())
