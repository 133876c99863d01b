"""The command palette: a few commands of our own, and none else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.widgets import Input

from trainer.tui.themes import DUSK, MORNING, TERMINAL

_LOOKS = {
    DUSK: "Warm colours on a dark ground",
    MORNING: "Warm colours on a light ground",
    TERMINAL: "The terminal's own colours",
}


class Palette(CommandPalette):
    """The palette, with a cursor that keeps still."""

    def on_mount(self) -> None:
        """Stops the cursor's blinking."""
        self.query_one(Input).cursor_blink = False


def commands(
    app: App[int], home: Callable[[], None], choose_theme: Callable[[str], None]
) -> Iterable[SystemCommand]:
    """Keys, help lines, home, and the themes.

    The terminal's own colours only where colour may be shown: without it they are black on black.
    """
    yield SystemCommand("Keys", "The keys of this screen", partial(app.run_action, "show_help"))
    yield SystemCommand(
        "Help lines", "And what this is and is not", partial(app.run_action, "about")
    )
    yield SystemCommand("Home", "Back to the first screen", home)
    for name, look in _LOOKS.items():
        if name != TERMINAL or not app.no_color:
            yield SystemCommand(f"Theme: {name}", look, partial(choose_theme, name))
