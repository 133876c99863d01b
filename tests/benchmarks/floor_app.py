"""The floor for the app: a bare Textual program with a scroll, options and a footer.

The key x updates one line in place. It exits on q.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static


class BareApp(App[None]):
    """What any app of this kind pays."""

    BINDINGS: ClassVar = [("x", "step", "step"), ("q", "quit", "quit")]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("READY", id="line")
        yield OptionList("one", "two", "three")
        yield Footer()

    def on_mount(self) -> None:
        self.count = 0
        self.animation_level = "none"

    def action_step(self) -> None:
        """Updates in place."""
        self.count += 1
        self.query_one("#line", Static).update(f"READY {self.count} " + "a line of talk " * 4)


if __name__ == "__main__":
    BareApp().run()
