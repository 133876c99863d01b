"""From screen to screen: what follows what the player asked for.

Screens other than the first are imported when they are first opened.
"""

from __future__ import annotations

from random import randrange
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from trainer.tui import messages
from trainer.tui.keeping_routes import KeepingRoutes
from trainer.tui.options import AppOptions
from trainer.tui.reporting import Reporter

if TYPE_CHECKING:
    from trainer.practice.play import Play
    from trainer.practice.practising import Typed


class Routes(KeepingRoutes):
    """Opens the screens that messages ask for."""

    def __init__(self, options: AppOptions) -> None:
        super().__init__(options)
        self.reporter = Reporter(options)

    def get_default_screen(self) -> Screen[None]:
        """Home, or the first screen of the one scenario that the app was opened for."""
        going_on = self.options.going_on
        if going_on is not None:
            return self._going_on(going_on.keeper, going_on.graph, going_on.words)
        if self.options.play is None:
            return self._home()
        from trainer.tui.start import StartScreen

        return StartScreen(
            self.options.play, self.library.catalogue, seat=self.options.seat, habits=self.habits
        )

    @on(messages.Open)
    def _open(self, message: messages.Open) -> None:
        loaded = self.library.load(message.entry)
        if loaded.scenario is None:
            self._show_problems(messages.ShowProblems(loaded.problems))
            return
        from trainer.tui.start import StartScreen

        catalogue = self.library.catalogue
        start = StartScreen(loaded.scenario, catalogue, loaded.graph, habits=self.habits)
        if not self._is_new(loaded.scenario.skill):
            self._only(start)
            return
        from trainer.tui.rule_pick import RulePickScreen

        skill = catalogue.skills[loaded.scenario.skill]
        self._tried[skill.id] = 0
        self._only()
        self.push_screen(RulePickScreen(skill), lambda _: self._only(start))

    @on(messages.Begin)
    def _begin_well(self, message: messages.Begin) -> None:
        """Begins a play; before the first one of a skill come its rules."""
        if not self._is_new(message.scenario.skill):
            self._begin(message)
            return
        from trainer.tui.rule_pick import RulePickScreen

        skill = self.library.catalogue.skills[message.scenario.skill]
        self._tried[skill.id] = 0
        self.push_screen(RulePickScreen(skill), lambda _: self._begin(message))

    def _begin(self, message: messages.Begin) -> None:
        from trainer.practice.practising import Practised
        from trainer.tui.current import begun
        from trainer.tui.kept import hear
        from trainer.tui.play import PlayScreen

        scenario = message.scenario
        how = message.how or self.habits.how_for(scenario.level)
        if word := self.preferences.remember(self.habits, how, scenario.level):
            self._hear(word)
        catalogue = self.library.catalogue
        now = begun(scenario, message.graph, message.seat, message.moves or (), catalogue)
        play = now.play
        replay_from = None if message.moves is None else len(play.decisions) + 1
        seed = None if self.options.in_order else self.options.seed
        if seed is None and not self.options.in_order:
            seed = randrange(2**32)
        keeper = self.kept.begin(play, seed, how, replay_from)
        screen = PlayScreen(
            play,
            catalogue,
            now.graph,
            seed=seed,
            in_order=seed is None,
            practised=Practised(play, how, replay_from),
            keeper=keeper,
        )
        for each in now.words:
            screen.call_later(hear, screen, each)
        self._only(screen)

    @on(messages.Reached)
    def _reached(self, message: messages.Reached) -> None:
        self.reporter.finished(message.debrief)
        self.kept.finished(message.debrief)
        play = message.debrief.play
        self._endings.setdefault(play.scenario.id, set()).add(play.node.id)

    @on(messages.HowItWent)
    def _how_it_went(self, message: messages.HowItWent) -> None:
        from trainer.tui.debrief import DebriefScreen

        self._only(
            DebriefScreen(
                message.debrief,
                message.graph,
                self.reporter.problem,
                message.practised,
                motion=self.habits.motion,
            )
        )

    @on(messages.SayAgain)
    def _say_again(self, message: messages.SayAgain) -> None:
        from trainer.tui.say_again import SayAgainScreen

        self.push_screen(SayAgainScreen(message.debrief, message.line, message.practised))

    @on(messages.SaidAgain)
    def _said_again(self, message: messages.SaidAgain) -> None:
        self._keep_words(message.play, message.line, "again", message.typed)

    @on(messages.TookAlong)
    def _took_along(self, message: messages.TookAlong) -> None:
        from trainer.practice.practising import Typed

        self._keep_words(message.play, message.line, "along", Typed(message.text))

    def _keep_words(self, play: Play, line: int, kind: str, typed: Typed) -> None:
        """Keeps words that were typed after a play, where the play is kept."""
        keeper = self.kept.keeper
        if keeper is None or keeper.play is not play:
            return
        if keeper.words(line, typed.text, kind, typed.markers):
            from trainer.history.model import WHO_CAN_READ

            self._hear(WHO_CAN_READ)

    @on(messages.ShowProblems)
    def _show_problems(self, message: messages.ShowProblems) -> None:
        from trainer.tui.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(message.problems))
