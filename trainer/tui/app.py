"""The app: wires screens, bindings, themes and the palette. No scenario logic is in here."""

from __future__ import annotations

import gc
import os.path
from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.screen import Screen
from textual.widget import Widget

from trainer.tui.home import HomeScreen
from trainer.tui.options import AppOptions
from trainer.tui.pasting import make_safe
from trainer.tui.preferences import remapped
from trainer.tui.themes import themes
from trainer.tui.together_routes import TogetherRoutes

#: The styles of the screens that are not the first to be seen.
LATER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "later.tcss")
#: Seconds until they are read where nothing needs them sooner: home's figures come first.
STYLE_ALL_AFTER = 0.2


class TrainerApp(TogetherRoutes):
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
        Binding("f5", "time_out", "time-out", show=False, priority=True, id="app.time-out",
                tooltip="a time-out, while typing too"),
        Binding("f6", "hide", "hide", show=False, priority=True, id="app.hide",
                tooltip="hide everything, while typing too"),
    ]  # fmt: skip

    def __init__(self, options: AppOptions | None = None) -> None:
        super().__init__(options or AppOptions())
        for theme in themes():
            self.register_theme(theme)
        self._begin_with(self.preferences.theme(no_color=self.no_color))
        self._bindings = remapped(self._bindings, self._keys)
        self.animation_level = "none"

    def _begin_with(self, theme: str) -> None:
        """Takes the theme to begin with, as setting it would: that has all styles read twice."""
        self.set_reactive(App.theme, theme)
        dark = self.current_theme.dark
        self.set_class(True, f"-theme-{theme}", update=False)
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, to which a paste is text and never a key."""
        return make_safe(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The screen to begin with."""
        screen = super().get_default_screen()
        if not isinstance(screen, HomeScreen):
            self._style_all()
        return screen

    def _load_screen_css(self, screen: Screen[object]) -> None:
        """Whatever comes after the first screen has its styles."""
        self._style_all()
        super()._load_screen_css(screen)

    def _style_all(self) -> None:
        """Reads the styles of the other screens, if that is not done."""
        if not self.stylesheet.has_source(LATER):
            self.stylesheet.read(LATER)
            self.stylesheet.parse()

    @property
    def _keys(self) -> dict[str, str]:
        """The player's own keys, by the ids of bindings."""
        return dict(self.preferences.settings.keys)

    def _register(self, parent: DOMNode, *widgets: Widget, **where: Any) -> list[Widget]:
        """Whatever comes to a screen takes the player's own keys."""
        registered = super()._register(parent, *widgets, **where)
        if keys := self._keys:
            for widget in registered:
                widget._bindings = remapped(widget._bindings, keys)
        return registered

    def on_ready(self) -> None:
        """What stands now stays: the collector need not look at it again and again.

        Whoever starts the app may have stopped the collector, to be quicker.
        """
        gc.freeze()
        gc.enable()
        self.set_timer(STYLE_ALL_AFTER, self._style_all)

    # Keys that work everywhere

    def action_show_help(self) -> None:
        """Help for the screen one is on; closes it where it is open."""
        from trainer.tui.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
        else:
            self.push_screen(HelpScreen(self.screen))

    def action_about(self) -> None:
        """What this is and is not, and people to turn to; closes it where it is open."""
        from trainer.tui.about import AboutScreen

        if isinstance(self.screen, AboutScreen):
            self.screen.dismiss()
        else:
            self.push_screen(AboutScreen())

    def action_time_out(self) -> None:
        """Puts a pause in front of everything; ends it where it is open."""
        from trainer.tui.time_out import TimeOutScreen

        if self._uncovered():
            return
        if isinstance(self.screen, TimeOutScreen):
            self.screen.dismiss()
        else:
            self.push_screen(self.time_out_screen())

    def action_hide(self) -> None:
        """Puts a plain screen in front of everything; takes it away where it is there."""
        from trainer.tui.hidden import HiddenScreen

        if not self._uncovered():
            self.push_screen(HiddenScreen())

    def _uncovered(self) -> bool:
        """Takes the plain screen away, if it is there: any key does."""
        from trainer.tui.hidden import HiddenScreen

        if isinstance(self.screen, HiddenScreen):
            self.screen.dismiss()
            return True
        return False

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

    def action_command_palette(self) -> None:
        """Opens the palette."""
        from trainer.tui.palette import Palette

        if not self._uncovered() and not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        from trainer.tui.palette import commands

        return commands(self, self.to_home, self.choose_theme)
