"""Two names, for tonight only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from trainer.practice.together_names import clean_name, trouble_with_names
from trainer.practice.together_words import ABOUT_NAMES, FIRST_NAME, second_name
from trainer.tui.lines import Lines
from trainer.tui.text import EMPTY, Block, blank, para, shown
from trainer.tui.together.base import TogetherScreen
from trainer.tui.typed_line import TypedLine


class NamesScreen(TogetherScreen[tuple[str, str]]):
    """What the two are called here. Any name will do."""

    name_in_help = "your names"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "another_time", "another time", key_display="F4", id="two.another-time",
                tooltip="another time: leave it for tonight; nothing is asked, nothing is kept"),
        Binding("escape", "before", "name before", key_display="esc", id="names.before",
                tooltip="back to the first name"),
        Binding("escape", "leave", "leave", key_display="esc", show=False, id="two.leave",
                tooltip="leave this (asks first)"),
    ]  # fmt: skip

    def __init__(self, names: tuple[str, str] = ("", "")) -> None:
        """``names`` stand there already, to be kept or changed."""
        super().__init__()
        self._names = list(names)
        self._at = 0
        self._trouble = ""

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Together", "strong") + shown("   your names", "muted"), EMPTY

    def body(self) -> Iterable[Widget]:
        """What was typed, the question, and the field."""
        with Vertical(id="table"), Vertical(id="sheet"):
            yield Lines(id="question")
            yield TypedLine("a name", id="typed")

    @property
    def page(self) -> Lines:
        """The question."""
        return self.query_one("#question", Lines)

    def on_mount(self) -> None:
        """Asks for the first name."""
        self._ask(0)

    @property
    def _field(self) -> TypedLine:
        return self.query_one(TypedLine)

    def _ask(self, at: int) -> None:
        self._at = at
        self._field.text = self._names[at]
        self._field.move_cursor(self._field.document.end)
        self.set_focus(self._field)
        self.page.show(self._blocks())
        self.refresh_bindings()

    def _blocks(self) -> Iterable[Block]:
        yield para(shown(ABOUT_NAMES[0]))
        yield para(shown(ABOUT_NAMES[1], "muted"))
        yield blank()
        if self._trouble:
            yield para(shown(f"▼ {self._trouble}", "caution"))
            yield blank()
        ask = second_name(self._names[0]) if self._at else FIRST_NAME
        yield para(shown(ask, "strong"))
        yield blank()

    @on(TypedLine.Done)
    def _done(self, event: TypedLine.Done) -> None:
        name = clean_name(event.text)
        if self._at == 0:
            # Any other name will do, to find out whether this one does.
            self._trouble = trouble_with_names(name, f"{name}.") or ""
            self._names[0] = name
            self._ask(0 if self._trouble else 1)
            return
        self._trouble = trouble_with_names(self._names[0], name) or ""
        self._names[1] = "" if self._trouble else name
        if self._trouble:
            self._ask(1)
        else:
            self.answer((self._names[0], name))

    def action_before(self) -> None:
        """Goes back to the first name."""
        self._trouble = ""
        self._ask(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first name has none before it."""
        return action != "before" or self._at == 1
