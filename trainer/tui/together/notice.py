"""What two people are told before anything else: the same for everyone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together_words import ANOTHER_TIME, NOTICE_IN_THE_APP, about_report
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, option

WE_WANT_TO, NOT_NOW = "we-want-to", "not-now"


class NoticeScreen(AskingScreen[bool]):
    """The notice. False goes back to the first screen, as if nothing had been asked."""

    equal = True
    name_in_help = "the notice before you play together"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", key_display="esc", id="two.leave",
                tooltip="back to the first screen"),
    ]  # fmt: skip

    def __init__(self, report: str | None = None) -> None:
        """``report`` is where one is written, which was asked for."""
        super().__init__()
        self._report = report

    def topic(self) -> str:
        """What this is about."""
        return "Two at one keyboard"

    def blocks(self) -> Iterable[Block]:
        """The notice, a line a paragraph."""
        for line in NOTICE_IN_THE_APP:
            yield para(shown(line))
            yield blank()
        if self._report is not None:
            yield para(shown(about_report(self._report)))
            yield blank()
        key = shown(self.key_of("app.about"), "key")
        yield para(key + shown(" has people to turn to.", "muted"))

    def items(self) -> Iterable[Item]:
        """Both answers."""
        return (option(WE_WANT_TO, "We both want to", 1), option(NOT_NOW, ANOTHER_TIME, 2))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == WE_WANT_TO:
            self.answer(True)
        else:
            self.action_another_time()

    def action_leave(self) -> None:
        """Goes back to the first screen."""
        self.answer(False)
