"""The command palette: a few commands of our own, and none else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import SystemCommand
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


def theme_commands(wear: Callable[[str], None], *, colour: bool) -> Iterable[SystemCommand]:
    """A command for each theme; the terminal's own only where it may show colour.

    Without colour that theme would draw black on black.
    """
    for name, look in _LOOKS.items():
        if colour or name != TERMINAL:
            yield SystemCommand(f"Theme: {name}", look, partial(wear, name))
