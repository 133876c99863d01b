"""To what is read and learnt: learn, the rules, the first play, the map."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on
from textual.app import App
from textual.screen import Screen

from trainer.scenario.library import Library, open_library
from trainer.tui import messages
from trainer.tui.home import HomeScreen
from trainer.tui.options import AppOptions

if TYPE_CHECKING:
    from trainer.history.model import Figures
    from trainer.tui.kept import Kept


class ReadingRoutes(App[int]):
    """The library, and the screens around practising."""

    kept: Kept

    def __init__(self, options: AppOptions) -> None:
        super().__init__()
        self.options = options
        self._endings: dict[str, set[str]] = {}
        #: How often the rules of each skill were tried, so that another pair comes each time.
        self._tried: dict[str, int] = {}

    @cached_property
    def library(self) -> Library:
        """The heads of all scenarios, read when first asked for."""
        return open_library(self.options.own_folders)

    def _only(self, *screens: Screen[None]) -> None:
        """Leaves home (or nothing) and these screens open."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        for screen in screens:
            self.push_screen(screen)

    @on(messages.Learn)
    def _learn(self, message: messages.Learn) -> None:
        from trainer.tui.learn import LearnScreen

        # Whoever has played nothing yet begins with the keys.
        skill = message.skill if self._figures() else None
        self.push_screen(LearnScreen(self.library.catalogue, skill))

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
        from trainer.scenario.graph import explore
        from trainer.tui.map import MapScreen

        play = message.play
        found = self.endings_found(play.scenario.id)
        earlier = self.kept.earlier_plays(play)
        self.push_screen(MapScreen(play, message.graph or explore(play.scenario), found, earlier))

    @on(messages.ShowMapOf)
    def _show_map_of(self, message: messages.ShowMapOf) -> None:
        """The map of a scenario that is not being played; its usual seat's."""
        from trainer.practice.play import Play

        loaded = self.library.load(message.entry)
        if loaded.scenario is None:
            self.post_message(messages.ShowProblems(loaded.problems))
            return
        play = Play(loaded.scenario, [loaded.scenario.play_as])
        self._show_map(messages.ShowMap(play, loaded.graph))

    def endings_found(self, scenario: str) -> frozenset[str]:
        """The endings of a scenario that were ever reached, by their nodes."""
        kept = self._figures().get(scenario)
        found = kept.endings_found if kept else frozenset()
        return found | self._endings.get(scenario, set())

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
