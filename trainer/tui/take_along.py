"""A line to take along into the week: a moment from three, and then the words, as one likes."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from trainer.practice.practising import typed_text
from trainer.practice.taking_along import TakeAlong
from trainer.tui.picker import Item, Picker
from trainer.tui.sheet import Sheet
from trainer.tui.text import blank, para, shown
from trainer.tui.typed_line import TypedLine


class TakeAlongScreen(Sheet[str | None]):
    """Choosing the line. It hands back the line, or None where the player goes back."""

    name_in_help = "the line to take along"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="along.choose", tooltip="take this moment"),
        Binding(
            "escape", "leave", "back", key_display="esc", id="along.back", tooltip="one step back"
        ),
    ]

    def __init__(self, offered: TakeAlong, title: str, before: str = "") -> None:
        """``title`` is the principle's; ``before`` is the line taken along already, if any."""
        super().__init__()
        self._offered, self._title, self._before = offered, title, before

    def body(self) -> ComposeResult:
        """Three moments, and the field."""
        yield Picker(self._items(), id="cues")
        yield TypedLine("If … this week, I will say …", id="typed")

    def _items(self) -> list[Item]:
        items = [
            Item(cue, (para(shown(f"If {cue} …"), first=shown(f"{number}  ", "key")),))
            for number, cue in enumerate(self._offered.cues, 1)
        ]
        if self._before:
            text = para(shown("Change the one I have"), first=shown(f"{len(items) + 1}  ", "key"))
            items.append(Item(self._before, (text,)))
        return items

    def on_mount(self) -> None:
        """Asks for the moment first."""
        self._ask_for_a_moment()

    @property
    def _typed(self) -> TypedLine:
        return self.query_one("#typed", TypedLine)

    def _ask_for_a_moment(self) -> None:
        self._typed.display = False
        self.question.show(
            [
                para(shown("One line for this week", "strong")),
                para(shown(f"It is about: {self._title}.", "muted")),
                para(shown("Which moment is likely to come?")),
                blank(),
            ]
        )
        picker = self.query_one("#cues", Picker)
        picker.display = True
        picker.focus()
        self.refresh_bindings()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        line = event.item if event.item == self._before else self._offered.line(event.item)
        self.query_one("#cues", Picker).display = False
        self.question.show(
            [
                para(shown("Make it yours", "strong")),
                para(shown("Change any word; Enter takes it along.", "muted")),
                blank(),
            ]
        )
        self._typed.display = True
        self._typed.text = line
        self._typed.move_cursor(self._typed.document.end)
        self._typed.focus()
        self.refresh_bindings()

    @on(TypedLine.Done)
    def _done(self, event: TypedLine.Done) -> None:
        self.dismiss(typed_text(event.text))

    def action_choose(self) -> None:
        """Takes the highlighted moment."""
        self.query_one("#cues", Picker).pick()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter chooses only among the moments."""
        return action != "choose" or not self.is_mounted or not self._typed.display

    def action_leave(self) -> None:
        """Back to the moments, or to the debrief."""
        if self._typed.display:
            self._ask_for_a_moment()
        else:
            self.dismiss(None)
