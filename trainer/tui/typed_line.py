"""A field for a line of one's own: it wraps, Enter ends it, and it takes only what can be said."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from trainer.practice.practising import MOST_TYPED
from trainer.scenario.problems import forbidden


class TypedLine(TextArea):
    """One line of text, however many rows it takes to show."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "done", id="typed.done", tooltip="done; nothing typed skips it"),
    ]

    class Done(Message):
        """The line is typed; an empty one skips."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(
            placeholder=placeholder,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            compact=True,
            id=id,
        )
        self.cursor_blink = False

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be typed."""
        return len(self.text) >= MOST_TYPED

    async def _on_key(self, event: Key) -> None:
        """Enter ends the line instead of breaking it."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.action_done()

    def action_done(self) -> None:
        """Hands the line over."""
        self.post_message(self.Done(self.text))

    def edit(self, edit: Edit) -> EditResult:
        """Takes what is typed or pasted as one line, without what a terminal could act on."""
        gone = len(self.get_text_range(edit.from_location, edit.to_location))
        room = max(0, MOST_TYPED - len(self.text) + gone)
        edit.text = one_line(edit.text, room)
        return super().edit(edit)


def one_line(text: str, most: int) -> str:
    """Up to ``most`` characters of a text, with breaks as spaces and control characters left out.

    However long the text is, little more than that is looked at.
    """
    near = text[: most * 4 + 16]
    return forbidden().sub("", near.translate(_BREAKS))[:most]


_BREAKS = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\x85\u2028\u2029"), " ")
