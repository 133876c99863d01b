"""The field on home in which one types what is looked for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from trainer.tui.picker import Picker
from trainer.tui.typed_line import one_line

#: More is not needed to find something.
LONGEST = 60


class Find(Input):
    """A field whose list answers while it is typed in: arrows and Enter go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "up", show=False, id="find.up", tooltip="one up"),
        Binding("down", "step(1)", "down", show=False, id="find.down", tooltip="one down"),
        Binding("enter", "screen.choose", "practise", id="find.choose",
                tooltip="practise the highlighted one"),
    ]  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            placeholder="title, scene, principle, content note",
            compact=True,
            max_length=LONGEST,
            id=id,
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Takes what is typed or pasted without what a terminal could act on."""
        return one_line(value, LONGEST)

    def action_step(self, by: int) -> None:
        """Highlights the next one that was found."""
        self.screen.query_one("#scenarios", Picker).action_step(by)
