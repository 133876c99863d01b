"""To what two people play together, and back from it. Nothing of theirs is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.screen import Screen

from trainer.tui import messages
from trainer.tui.options import ForTwo
from trainer.tui.routes import Routes

if TYPE_CHECKING:
    from trainer.scenario.files import Loaded
    from trainer.scenario.graph import Graph
    from trainer.scenario.model import Scenario


class TogetherRoutes(Routes):
    """Opens an evening for two, and ends it."""

    def on_ready(self) -> None:
        """An evening for two, where the app was opened for one."""
        if self.options.together:
            self._only()
            self._evening(self.options.play, None, self.options.for_two)

    @on(messages.PlayTogether)
    def _play_together(self, message: messages.PlayTogether) -> None:
        self._only()
        self._evening(message.scenario, message.graph, ForTwo())

    @work(exclusive=True, group="together")
    async def _evening(
        self, scenario: Scenario | None, graph: Graph | None, settled: ForTwo
    ) -> None:
        from trainer.tui.together.evening import Evening

        await Evening(self, settled).begin(scenario, graph)

    @property
    def is_for_two(self) -> bool:
        """Whether two people are at it now."""
        from trainer.tui.together.base import TogetherScreen

        return any(isinstance(screen, TogetherScreen) for screen in self.screen_stack)

    @on(messages.StopForTonight)
    def _stop_for_tonight(self) -> None:
        """Leaves it for tonight, whatever stands in front."""
        from trainer.tui.together.base import TogetherScreen

        if self.is_for_two:
            while not isinstance(screen := self.screen, TogetherScreen):
                self.pop_screen()
            screen.action_another_time()

    def to_home(self) -> None:
        """Back to the first screen; for two people that is another time."""
        self.post_message(messages.StopForTonight() if self.is_for_two else messages.GoHome())

    def time_out_screen(self) -> Screen[None]:
        """A time-out, in words for one or for two."""
        from trainer.tui.time_out import TimeOutScreen
        from trainer.tui.together.time_out import TimeOutForTwo

        habits = self.habits
        kind = TimeOutForTwo if self.is_for_two else TimeOutScreen
        return kind(habits.pause_minutes, motion=habits.motion)

    def leave_together(self, backdrop: Screen[None]) -> None:
        """Closes what two people had open."""
        while backdrop in self.screen_stack:
            self.pop_screen()

    def play_alone(self, scenario: Scenario, graph: Graph | None) -> None:
        """A new talk for one, from the page before it starts."""
        from trainer.tui.start import StartScreen

        start = StartScreen(scenario, self.library.catalogue, graph, habits=self.habits)
        self._only(start)

    async def show_problems_of(self, loaded: Loaded) -> None:
        """What is wrong with a file; to be awaited in a worker."""
        from trainer.tui.problems import ProblemsScreen

        await self.push_screen_wait(ProblemsScreen(loaded.problems))
