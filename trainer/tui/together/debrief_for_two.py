"""The debrief for two: one quiet card that goes from step to step."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from trainer.practice.together import Session
from trainer.scenario.model import Catalogue
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, bar, blank, para, shown
from trainer.tui.together.base import AskingScreen
from trainer.tui.together.debrief_steps import Step, Steps, steps_of

#: How long it is silent, in seconds, and how long the line is that shows it.
SILENCE, CELLS = 180, 30
#: From this width on there is room above the card for what to do.
ROOMY = 60
#: The class of a step with two views, which wide screens have room for side by side.
VIEWS = "-views"


class DebriefForTwo(AskingScreen[bool]):
    """What two people tell each other after a talk. It answers True when they are through."""

    name_in_help = "the talk about the talk"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "step_back", "back", key_display="esc", id="after-two.back",
                tooltip="one step back"),
        Binding("escape", "leave", "leave", show=False, id="two.leave",
                tooltip="leave this (asks first)"),
    ]  # fmt: skip

    def __init__(
        self,
        session: Session,
        catalogue: Catalogue,
        *,
        motion: bool = True,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``motion`` lets the line of the silence grow."""
        super().__init__()
        self._session, self._catalogue = session, catalogue
        self._motion, self._clock = motion, clock
        self._picked_so_far: list[str] = []
        self._steps: Steps = steps_of(session, catalogue)
        self._step: Step = next(self._steps)
        self._silent_since = 0.0
        self._cells = 0

    def topic(self) -> str:
        """What this is about."""
        return "After the talk"

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says: what to do now, and whether there is more to read."""
        topic, more = super().title_bar()
        if self.app.size.width < ROOMY:
            return topic, more
        return topic + shown(f"   {self._step.what_to_do}", "muted"), more

    def body(self) -> Iterable[Widget]:
        """The card. Its answers have no numbers: nothing here has."""
        with Vertical(id="table"), Vertical(id="sheet"):
            yield Picker(digits=False, most=0.84, tells=True, id="when")

    def blocks(self) -> Iterable[Block]:
        """The text of the step that is due."""
        yield from self._step.blocks
        if self._step.silent:
            yield blank()
            yield self._silence()

    def items(self) -> Iterable[Item]:
        """Its answers."""
        return self._step.items

    def on_mount(self) -> None:
        """Begins."""
        super().on_mount()
        self._show()
        self.set_interval(1, self._pass_time)

    # From step to step

    def _show(self) -> None:
        """Shows the step that is due."""
        self._silent_since, self._cells = self._clock(), 0
        self.set_class(self._step.has_views, VIEWS)
        self.show_anew()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item not in {item.id for item in self._step.items}:
            return  # a key held down: another step has come since
        try:
            self._step = self._steps.send(event.item)
        except StopIteration:
            self.answer(True)
            return
        self._picked_so_far.append(event.item)
        self._show()

    def action_step_back(self) -> None:
        """Back to the step before, to answer it anew."""
        self._picked_so_far.pop()
        self._steps = steps_of(self._session, self._catalogue)
        self._step = next(self._steps)
        for picked in self._picked_so_far:
            self._step = self._steps.send(picked)
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first step."""
        if action == "step_back":
            return bool(self._picked_so_far)
        return super().check_action(action, parameters)

    # The silence

    def _pass_time(self) -> None:
        """Lets the line grow while it is silent; without motion only its end is shown."""
        if not self._step.silent:
            return
        passed = min(1.0, (self._clock() - self._silent_since) / SILENCE)
        cells = int(passed * CELLS) if self._motion or passed == 1 else 0
        if cells != self._cells:
            self._cells = cells
            self.show_anew()

    def _silence(self) -> Block:
        if self._cells == CELLS:
            return para(shown("That was the silence. Thank you, both.", "strong"))
        if not self._motion:
            return para(shown("Take the time it takes."))
        return para(bar(self._cells, CELLS, CELLS, "other"))
