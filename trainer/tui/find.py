"""The field on home in which one types what is looked for."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class Find(Input):
    """A field whose list answers while it is typed in: arrows and Enter go to the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.step(-1)", "up", show=False, id="find.up", tooltip="one up"),
        Binding("down", "screen.step(1)", "down", show=False, id="find.down", tooltip="one down"),
        Binding("enter", "screen.choose", "practise", id="find.choose",
                tooltip="practise the highlighted one"),
    ]  # fmt: skip

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            placeholder="title, scene, principle, content note", compact=True, max_length=60, id=id
        )
        self.cursor_blink = False
