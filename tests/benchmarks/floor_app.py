"""The floor for the app: a bare Textual program with a scroll, options and a footer.

The key x does in place what any talk must do when a line is said: the screenful of last entries
says something else, and so do the choices. The key q ends it.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static

ENTRIES, CHOICES = 7, 3


class BareApp(App[None]):
    """What any app of this kind pays."""

    BINDINGS: ClassVar = [("x", "step", "step"), ("q", "quit", "quit")]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static("READY\n", markup=False)
            for _ in range(ENTRIES - 1):
                yield Static("A line of talk, as long as most of them are.\n", markup=False)
        yield OptionList(*(f"choice {number}" for number in range(CHOICES)), markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Nothing moves by itself, as in the app."""
        self.count = 0
        self.animation_level = "none"

    def action_step(self) -> None:
        """Says something else everywhere, in place."""
        self.count += 1
        for number, entry in enumerate(self.query(Static)):
            entry.update(f"{self.count} {number} " + "a line of talk " * 5 + "\nand more of it\n")
        options = self.query_one(OptionList)
        for number in range(CHOICES):
            options.replace_option_prompt_at_index(
                number, f"{self.count} {number} " + "something to say " * 4
            )


if __name__ == "__main__":
    BareApp().run()
