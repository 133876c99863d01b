"""From screen to screen: what follows what the player asked for.

Screens other than the first are imported when they are first opened.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.screen import Screen

from trainer.scenario.library import Library, open_library
from trainer.tui import messages
from trainer.tui.home import HomeScreen
from trainer.tui.options import AppOptions
from trainer.tui.reporting import Reporter

if TYPE_CHECKING:
    from trainer.tui.habits import Habits


class Routes(App[int]):
    """Opens the screens that messages ask for."""

    def __init__(self, options: AppOptions) -> None:
        super().__init__()
        self.options = options
        self.reporter = Reporter(options)

    @cached_property
    def habits(self) -> Habits:
        """How the player likes to practise, remembered from play to play."""
        from trainer.tui.habits import Habits

        return Habits()

    @cached_property
    def library(self) -> Library:
        """The heads of all scenarios, read when first asked for."""
        return open_library(self.options.own_folders)

    def get_default_screen(self) -> Screen[None]:
        """Home, or the first screen of the one scenario that the app was opened for."""
        if self.options.play is None:
            return HomeScreen(self.library)
        from trainer.tui.start import StartScreen

        return StartScreen(
            self.options.play, self.library.catalogue, seat=self.options.seat, habits=self.habits
        )

    def _only(self, *screens: Screen[None]) -> None:
        """Leaves home (or nothing) and these screens open."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        for screen in screens:
            self.push_screen(screen)

    @on(messages.GoHome)
    def go_home(self) -> None:
        """Back to the first screen."""
        self._only()
        if not isinstance(self.screen, HomeScreen):
            self.push_screen(HomeScreen(self.library))

    @on(messages.Open)
    def _open(self, message: messages.Open) -> None:
        loaded = self.library.load(message.entry)
        if loaded.scenario is None:
            self._show_problems(messages.ShowProblems(loaded.problems))
            return
        from trainer.tui.start import StartScreen

        catalogue = self.library.catalogue
        self._only(StartScreen(loaded.scenario, catalogue, loaded.graph, habits=self.habits))

    @on(messages.Begin)
    def _begin(self, message: messages.Begin) -> None:
        from trainer.practice.play import replayed
        from trainer.practice.practising import Practised
        from trainer.tui.play import PlayScreen

        scenario = message.scenario
        how = message.how or self.habits.how_for(scenario.level)
        self.habits.remember(how, scenario.level)
        play = replayed(scenario, [message.seat], message.moves or ())
        replay_from = None if message.moves is None else len(play.decisions) + 1
        self._only(
            PlayScreen(
                play,
                self.library.catalogue,
                message.graph,
                seed=self.options.seed,
                in_order=self.options.in_order,
                practised=Practised(play, how, replay_from),
            )
        )

    @on(messages.Reached)
    def _reached(self, message: messages.Reached) -> None:
        self.reporter.finished(message.debrief)

    @on(messages.HowItWent)
    def _how_it_went(self, message: messages.HowItWent) -> None:
        from trainer.tui.debrief import DebriefScreen

        self._only(DebriefScreen(message.debrief, message.graph, self.reporter.problem))

    @on(messages.ShowProblems)
    def _show_problems(self, message: messages.ShowProblems) -> None:
        from trainer.tui.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(message.problems))
