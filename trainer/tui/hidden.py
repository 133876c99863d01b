"""A plain screen in front of everything. Any key comes back."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Click, Key
from textual.screen import Screen

from trainer.tui.lines import Lines
from trainer.tui.text import para, shown


class HiddenScreen(Screen[None]):
    """Nothing to be read over a shoulder: neither what this is nor whose."""

    name_in_help = "the plain screen"

    def compose(self) -> ComposeResult:
        """One quiet word at the bottom."""
        yield Lines([para(shown("any key", "muted"))], id="plain")

    def on_key(self, event: Key) -> None:
        """Comes back."""
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, event: Click) -> None:
        """Comes back."""
        event.stop()
        self.dismiss()
