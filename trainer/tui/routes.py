"""From screen to screen: what follows what the player asked for.

Screens other than the first are imported when they are first opened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from random import randrange
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.screen import Screen

from trainer.scenario.library import Library, open_library
from trainer.tui import messages
from trainer.tui.home import HomeScreen
from trainer.tui.kept import Kept, hear
from trainer.tui.options import AppOptions
from trainer.tui.reporting import Reporter

if TYPE_CHECKING:
    from trainer.history.keeper import Keeper
    from trainer.history.model import Figures
    from trainer.scenario.graph import Graph
    from trainer.tui.habits import Habits


class Routes(App[int]):
    """Opens the screens that messages ask for."""

    def __init__(self, options: AppOptions) -> None:
        super().__init__()
        self.options = options
        self.reporter = Reporter(options)
        self.kept = Kept(options, self._hear)
        #: What is to be told on home as soon as the player is there.
        self.words_for_home: list[str] = []
        self._endings: dict[str, set[str]] = {}
        #: How often the rules of each skill were tried, so that another pair comes each time.
        self._tried: dict[str, int] = {}

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
        going_on = self.options.going_on
        if going_on is not None:
            return self._going_on(going_on.keeper, going_on.graph, going_on.words)
        if self.options.play is None:
            return self._home()
        from trainer.tui.start import StartScreen

        return StartScreen(
            self.options.play, self.library.catalogue, seat=self.options.seat, habits=self.habits
        )

    def _home(self) -> HomeScreen:
        """The first screen, with what is to be told there."""
        aside = "" if self.options.keep else "private: nothing is kept"
        return HomeScreen(self.library, self.kept.look_back, aside=aside)

    def on_unmount(self) -> None:
        """Closes what is kept."""
        self.kept.close()

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
            self.push_screen(self._home())
        self.call_later(self._tell_home)

    def _tell_home(self) -> None:
        """Tells on home what could not be told elsewhere."""
        home = self.screen
        if isinstance(home, HomeScreen) and home.is_mounted:
            home.tell(*self.words_for_home)
            self.words_for_home.clear()

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

    def _is_new(self, skill: str) -> bool:
        """Whether none of a skill's scenarios was played or opened before, and it has a pair."""
        known = self.library.catalogue.skills.get(skill)
        if not self.options.introduce or known is None or not known.models or skill in self._tried:
            return False
        played = self._figures()
        return not any(entry.head.id in played for entry in self.library.of_skill(skill))

    def _figures(self) -> Mapping[str, Figures]:
        """What was played, by the scenarios' ids; nothing where that cannot be read."""
        from trainer.history.model import Trouble

        try:
            return self.kept.history.figures()
        except Trouble:
            return {}

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
        seed = None if self.options.in_order else self.options.seed
        if seed is None and not self.options.in_order:
            seed = randrange(2**32)
        keeper = self.kept.begin(play, seed, how, replays=message.moves is not None)
        self._only(
            PlayScreen(
                play,
                self.library.catalogue,
                message.graph,
                seed=seed,
                in_order=seed is None,
                practised=Practised(play, how, replay_from),
                keeper=keeper,
            )
        )

    # Going on with a play that was left

    @on(messages.Resume)
    def _resume(self, message: messages.Resume) -> None:
        from trainer.history.model import Trouble

        try:
            resumed = self.kept.take_up(message.play, self.library.catalogue)
        except Trouble as trouble:
            self.post_message(messages.Told(f"It cannot be taken up again: {trouble.word}."))
            return
        words = ("You go on where you were.", *resumed.changes)
        self._only(self._going_on(resumed.keeper, resumed.loaded.graph, words))

    def _going_on(
        self, keeper: Keeper, graph: Graph | None, words: Sequence[str]
    ) -> Screen[None]:
        """The screen of a play that goes on; ``words`` say what became of it meanwhile."""
        from trainer.practice.report import Debrief
        from trainer.tui.play import PlayScreen

        play = keeper.play
        if play.ending is not None:
            # It was left between its last line and its debrief.
            self.kept.finished(Debrief(play, self.library.catalogue, graph))
        how = self.habits.how_for(play.scenario.level)
        screen = PlayScreen(
            play,
            self.library.catalogue,
            graph,
            seed=keeper.seed,
            in_order=keeper.seed is None,
            practised=self.kept.practised(keeper, how),
            keeper=keeper,
        )
        for each in words:
            screen.call_later(hear, screen, each)
        return screen

    def _hear(self, words: str) -> None:
        """Has something told; it may be called in any thread."""
        self.post_message(messages.Told(words))

    @on(messages.Told)
    def _told(self, message: messages.Told) -> None:
        """Tells it on this screen, or on home when the player comes there."""
        from trainer.tui.play import PlayScreen

        if isinstance(self.screen, PlayScreen):
            hear(self.screen, message.words)
        else:
            self.words_for_home.append(message.words)
            self._tell_home()

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
        keeper, typed = self.kept.keeper, message.typed
        if keeper is None or keeper.play is not message.play:
            return
        if keeper.words(message.line, typed.text, "again", typed.markers):
            from trainer.history.model import WHO_CAN_READ

            self._hear(WHO_CAN_READ)

    @on(messages.Learn)
    def _learn(self, message: messages.Learn) -> None:
        from trainer.tui.learn import LearnScreen

        self.push_screen(LearnScreen(self.library.catalogue, message.skill))

    @on(messages.TryKeys)
    def _try_keys(self) -> None:
        from trainer.tui.first_play import FirstPlayScreen

        self._only(FirstPlayScreen(self.library.catalogue))

    @on(messages.TryRules)
    def _try_rules(self, message: messages.TryRules) -> None:
        from trainer.tui.rule_pick import RulePickScreen

        skill = self.library.catalogue.skills[message.skill]
        self._tried[skill.id] = self._tried.get(skill.id, -1) + 1
        model = self._tried[skill.id] % len(skill.models)
        self.push_screen(RulePickScreen(skill, model=model))

    @on(messages.ShowMap)
    def _show_map(self, message: messages.ShowMap) -> None:
        from trainer.tui.map import MapScreen

        found = self.endings_found(message.play.scenario.id)
        self.push_screen(MapScreen(message.play, message.graph, found))

    def endings_found(self, scenario: str) -> frozenset[str]:
        """The endings of a scenario that were ever reached, by their nodes."""
        kept = self._figures().get(scenario)
        found = kept.endings_found if kept else frozenset()
        return found | self._endings.get(scenario, set())

    @on(messages.ShowProblems)
    def _show_problems(self, message: messages.ShowProblems) -> None:
        from trainer.tui.problems import ProblemsScreen

        self.push_screen(ProblemsScreen(message.problems))
