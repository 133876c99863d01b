"""The app: wires screens, bindings, themes and the palette. No scenario logic is in here."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial
from typing import ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from trainer.scenario.library import Library, open_library
from trainer.tui import messages
from trainer.tui.home import HomeScreen
from trainer.tui.options import AppOptions
from trainer.tui.reporting import Reporter
from trainer.tui.themes import DUSK, themes

# Screens that are not the first one are imported when they are first opened.


class TrainerApp(App[int]):
    """Practise a hard conversation before you have it."""

    CSS_PATH = "trainer.tcss"
    TITLE = "trainer"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy_or_leave", "copy or leave", show=False, priority=True,
                id="app.leave", tooltip="copy what is selected; leave where nothing is"),
        Binding("ctrl+q", "quit", "quit", show=False, priority=True, id="app.quit",
                tooltip="leave the trainer"),
        Binding("ctrl+p", "command_palette", "palette", show=False, priority=True,
                id="app.palette", tooltip="themes, and other commands"),
    ]  # fmt: skip

    def __init__(self, options: AppOptions | None = None) -> None:
        super().__init__()
        self.options = options or AppOptions()
        self.reporter = Reporter(self.options)
        for theme in themes():
            self.register_theme(theme)
        self.theme = DUSK
        self.animation_level = "none"

    @cached_property
    def library(self) -> Library:
        """The heads of all scenarios, read when first asked for."""
        return open_library(self.options.own_folders)

    def get_default_screen(self) -> Screen[None]:
        """Home, or the first screen of the one scenario that the app was opened for."""
        if self.options.play is None:
            return HomeScreen(self.library)
        from trainer.tui.start import StartScreen

        seat = self.options.seat
        return StartScreen(self.options.play, self.library.catalogue, seat=seat)

    # From screen to screen

    def _only(self, *screens: Screen[None]) -> None:
        """Leaves home (or nothing) and these screens open."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        for screen in screens:
            self.push_screen(screen)

    @on(messages.GoHome)
    def _go_home(self) -> None:
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

        self._only(StartScreen(loaded.scenario, self.library.catalogue, loaded.graph))

    @on(messages.Begin)
    def _begin(self, message: messages.Begin) -> None:
        from trainer.practice.play import Play
        from trainer.tui.play import PlayScreen

        play = Play(message.scenario, [message.seat])
        seed, in_order = self.options.seed, self.options.in_order
        catalogue = self.library.catalogue
        self._only(PlayScreen(play, catalogue, message.graph, seed=seed, in_order=in_order))

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

    # Keys that work everywhere

    def action_show_help(self) -> None:
        """Help for the screen one is on."""
        from trainer.tui.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
        else:
            where = getattr(self.screen, "name_in_help", "this screen")
            self.push_screen(HelpScreen(where, self.screen.active_bindings))

    def action_about(self) -> None:
        """What this is and is not, and people to turn to."""
        from trainer.tui.about import AboutScreen

        if isinstance(self.screen, AboutScreen):
            self.screen.dismiss()
        else:
            self.push_screen(AboutScreen())

    def action_copy_or_leave(self) -> None:
        """Copies what is selected; leaves where nothing is."""
        selected = self.screen.get_selected_text() or getattr(self.focused, "selected_text", "")
        if selected:
            self.copy_to_clipboard(selected)
            self.screen.clear_selection()
        else:
            self.exit(130, return_code=130)

    async def action_quit(self) -> None:
        """Leaves, with 1 where a report was asked for and none was written."""
        self.exit(self.reporter.return_code, return_code=self.reporter.return_code)

    # The palette

    def action_command_palette(self) -> None:
        """Opens the palette."""
        from trainer.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        from trainer.tui.palette import theme_commands

        yield SystemCommand("Keys", "The keys of this screen", self.action_show_help)
        yield SystemCommand("Help lines", "And what this is and is not", self.action_about)
        yield SystemCommand("Home", "Back to the first screen", self._go_home)
        yield from theme_commands(partial(setattr, self, "theme"), colour=not self.no_color)
