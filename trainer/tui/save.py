"""Saves a debrief as a file: Markdown to read, or JSON where the name ends in .json."""

from __future__ import annotations

import os
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from trainer.practice.practising import Practised
from trainer.practice.report import Debrief
from trainer.practice.saved import as_json_text, as_markdown, free_path, write_new
from trainer.tui.sheet import Sheet
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.typed_line import TypedLine


class SaveScreen(Sheet[str | None]):
    """Where to save. It hands back the path of the file that was written, or None."""

    name_in_help = "saving the debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "back", key_display="esc", id="save.back", tooltip="save nothing"
        ),
    ]

    def __init__(
        self, debrief: Debrief, practised: Practised | None = None, taken_along: str = ""
    ) -> None:
        super().__init__()
        self._debrief, self._practised, self._taken_along = debrief, practised, taken_along

    def body(self) -> ComposeResult:
        """The field."""
        yield TypedLine("a file's name", id="typed")

    def on_mount(self) -> None:
        """Proposes a name that is free."""
        typed = self.query_one("#typed", TypedLine)
        typed.text = free_path(os.getcwd(), self._debrief.play.scenario.id)
        typed.move_cursor(typed.document.end)
        typed.focus()
        self._ask()

    def _ask(self, problem: str = "") -> None:
        blocks: list[Block] = [
            para(shown("Save this debrief", "strong")),
            para(shown("The whole talk and all that stands here. Enter saves it.", "muted")),
            para(shown("A name that ends in .json is written for programs.", "muted")),
            blank(),
        ]
        if problem:
            blocks += [para(shown(f"▼ {problem}", "caution")), blank()]
        self.question.show(blocks)

    @on(TypedLine.Done)
    def _done(self, event: TypedLine.Done) -> None:
        name = event.text.strip()
        path = os.path.abspath(os.path.expanduser(name))
        if not name or os.path.isdir(path):
            self._ask("That is a folder. A file's name, please." if name else "A name, please.")
            return
        as_json = path.lower().endswith(".json")
        make = as_json_text if as_json else as_markdown
        problem = write_new(path, make(self._debrief, self._practised, self._taken_along))
        if problem:
            self._ask(problem)
        else:
            self.dismiss(path)

    def action_leave(self) -> None:
        """Back without saving."""
        self.dismiss(None)
