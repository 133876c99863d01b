"""To what is kept: the settings, home with what was played, and plays that are gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work
from textual.screen import Screen

from trainer import settings
from trainer.tui import messages
from trainer.tui.home import HomeScreen
from trainer.tui.home_notice import HomeNotice
from trainer.tui.kept import Kept, hear
from trainer.tui.lines import DENSE
from trainer.tui.options import AppOptions
from trainer.tui.preferences import Preferences
from trainer.tui.reading_routes import ReadingRoutes

if TYPE_CHECKING:
    from trainer.history.keeper import Keeper
    from trainer.scenario.graph import Graph
    from trainer.tui.habits import Habits


#: Seconds until own keys are looked at: all screens are imported for that.
LOOK_AT_KEYS_AFTER = 0.5


class KeepingRoutes(ReadingRoutes):
    """The settings and the history, and the screens that show them."""

    def __init__(self, options: AppOptions) -> None:
        super().__init__(options)
        self.preferences = Preferences()
        self.set_class(self.preferences.settings.density == settings.DENSE, DENSE)
        self.kept = Kept(options, self._hear)
        self._own_keys_known = False
        #: What is to be told on home as soon as the player is there.
        self._words_for_home: list[str] = []

    def on_unmount(self) -> None:
        """Closes what is kept."""
        self.kept.close()

    # The settings

    @cached_property
    def habits(self) -> Habits:
        """How the player likes to practise, remembered from play to play."""
        return self.preferences.habits()

    @on(messages.ShowSettings)
    def _show_settings(self) -> None:
        from trainer.tui.settings_screen import SettingsScreen
        from trainer.tui.shelf import Shelf

        self.push_screen(SettingsScreen(self.preferences, Shelf(self.library).notes))

    @on(messages.Set)
    def _set(self, message: messages.Set) -> None:
        """Takes over a setting, on every screen that stands."""
        word = self.preferences.change(**{message.name: message.value})
        self.set_class(self.preferences.settings.density == settings.DENSE, DENSE)
        self.theme = self.preferences.theme(no_color=self.no_color)
        self.__dict__.pop("habits", None)
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.leave_out(self.preferences.settings.leave_out)
        from trainer.tui.settings_screen import SettingsScreen

        for screen in self.screen_stack:
            if isinstance(screen, SettingsScreen):
                screen.refresh_rows(word)

    def choose_theme(self, name: str) -> None:
        """Shows another theme from now on."""
        self.post_message(messages.Set("theme", name))

    @work(thread=True, exclusive=True, group="keys")
    def _look_at_keys(self) -> None:
        """Looks for what is wrong with the player's own keys, off the screen's thread."""
        if found := self.preferences.look_at_keys():
            self.post_message(messages.KeysLookedAt(found))

    @on(messages.KeysLookedAt)
    def _keys_looked_at(self, message: messages.KeysLookedAt) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.query_one(HomeNotice).note_settings(message.problems)
                screen.refresh_bindings()

    # Home

    def _home(self) -> HomeScreen:
        """The first screen, with what is to be told there."""
        if self.preferences.settings.keys and not self._own_keys_known:
            self._own_keys_known = True
            self.set_timer(LOOK_AT_KEYS_AFTER, self._look_at_keys)
        return HomeScreen(
            self.library,
            self.kept.look_back,
            left_out=self.preferences.settings.leave_out,
            problems=self.preferences.problems,
            aside="" if self.options.keep else "private: nothing is kept",
        )

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
            home.tell(*self._words_for_home)
            self._words_for_home.clear()

    def _hear(self, words: str) -> None:
        """Has something told; it may be called in any thread."""
        self.post_message(messages.Told(words))

    @on(messages.Told)
    def _told(self, message: messages.Told) -> None:
        """Tells it in the talk, or on home when the player comes there."""
        from trainer.tui.play import PlayScreen

        if isinstance(self.screen, PlayScreen):
            hear(self.screen, message.words)
        else:
            self._words_for_home.append(message.words)
            self._tell_home()

    # Going on with a play that was left

    @on(messages.ShowLeft)
    def _show_left(self, message: messages.ShowLeft) -> None:
        from trainer.history.times import now
        from trainer.tui.left import LeftScreen

        self.push_screen(LeftScreen(message.plays, now(self.options.clock)))

    @on(messages.Resume)
    def _resume(self, message: messages.Resume) -> None:
        from trainer.history.model import Trouble

        try:
            resumed = self.kept.take_up(message.play, self.library.catalogue)
        except Trouble as trouble:
            self._hear(f"It cannot be taken up again: {trouble.word}.")
            return
        words = ("You go on where you were.", *resumed.changes)
        self._only(self._going_on(resumed.keeper, resumed.loaded.graph, words))

    def _going_on(self, keeper: Keeper, graph: Graph | None, words: Sequence[str]) -> Screen[None]:
        """The screen of a play that goes on; ``words`` say what became of it meanwhile."""
        from trainer.practice.report import Debrief
        from trainer.tui.play import PlayScreen

        play = keeper.play
        if play.ending is not None:
            # It was left between its last line and its debrief.
            line = keeper.replay_from
            self.kept.finished(Debrief(play, self.library.catalogue, graph, replay_from=line))
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
