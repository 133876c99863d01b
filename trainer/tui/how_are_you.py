"""After a hard scene, one question before going home: how are you now?"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from trainer.practice.breath import COUNT, breath_at
from trainer.scenario.model import Scenario
from trainer.tui.picker import Item, Picker
from trainer.tui.sheet import Sheet
from trainer.tui.text import Block, bar, blank, join, para, shown

FINE, BREATH, PAUSE, HELP = "fine", "breath", "pause", "help"
_ANSWERS = {
    FINE: "fine",
    BREATH: "I'd like to take a breath",
    PAUSE: "I need a pause",
    HELP: "show me people to turn to",
}


def is_hard(scenario: Scenario) -> bool:
    """Whether a scene is one to ask after: under pressure, or harder with things to know before."""
    return scenario.level >= 3 or (scenario.level == 2 and bool(scenario.content_notes))


class HowAreYouScreen(Sheet[str]):
    """The question. It hands back ``fine``, ``pause`` or ``help``; the breath is taken here."""

    name_in_help = "the question how you are"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="after.choose", tooltip="choose what fits"),
        Binding("escape,q", "leave", "home", key_display="esc", id="after.home",
                tooltip="to the first screen, without an answer"),
    ]  # fmt: skip

    def __init__(self, *, motion: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        """``motion`` lets the breath move."""
        super().__init__()
        self._motion, self._clock = motion, clock
        self._began: float | None = None

    def body(self) -> ComposeResult:
        """Four answers."""
        yield Picker(self._items(_ANSWERS), id="cues")

    @staticmethod
    def _items(answers: dict[str, str]) -> list[Item]:
        return [
            Item(answer, (para(shown(words), first=shown(f"{number}  ", "key")),))
            for number, (answer, words) in enumerate(answers.items(), 1)
        ]

    def on_mount(self) -> None:
        """Asks."""
        self.query_one(Picker).focus()
        self.question.show(
            [
                para(shown("That was a hard one. How are you now?", "strong")),
                para(shown("Nothing of your answer is kept.", "muted")),
                blank(),
            ]
        )

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item != BREATH:
            self.dismiss(event.item)
            return
        self._began = self._clock()
        self.query_one(Picker).offer(self._items({FINE: "that is enough", PAUSE: _ANSWERS[PAUSE]}))
        self._tell()
        if self._motion:
            self.set_interval(1, self._tell)

    def _tell(self) -> None:
        blocks: list[Block] = [para(shown("Breathe with it, as long as you like.")), blank()]
        if self._motion and self._began is not None:
            now = breath_at(int(self._clock() - self._began))
            blocks += [
                para(bar(now.full, COUNT, COUNT * 6, "other")),
                para(join([shown(f"{now.part:<11}"), shown(str(now.count), "key")])),
            ]
        else:
            words = "Slowly: in for four, hold for four, out for four, hold for four."
            blocks.append(para(shown(words)))
        self.question.show([*blocks, blank()])

    def action_choose(self) -> None:
        """Takes the highlighted answer."""
        self.query_one(Picker).pick()

    def action_leave(self) -> None:
        """Goes home."""
        self.dismiss(FINE)
