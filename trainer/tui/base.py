"""What all screens have: a title above, keys below, help, and the way to help lines."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from trainer.tui.bars import Bar, KeyBar, key_name
from trainer.tui.lines import Lines
from trainer.tui.text import EMPTY, para, shown

TOO_SMALL = "A little larger, please."
#: From this width on a title has all its words.
ROOMY = 64


class Row(Horizontal):
    """Widgets side by side that leave nothing of its own ground to be seen, so it is not drawn."""

    BLANK = True


class Column(Vertical):
    """Widgets one above the other, as Row has them side by side."""

    BLANK = True


class TrainerScreen(Screen[None]):
    """A screen of the trainer. Those made from it say what stands between title and keys."""

    #: What this screen is called in its help.
    name_in_help = "this screen"

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Screen declares it
        (0, "-tiny"),
        (20, "-narrow"),
        (60, "-medium"),
        (100, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-flat"),
        (6, "-low"),
        (30, "-high"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark,f1",
            "app.show_help",
            "keys",
            key_display="?",
            id="app.help",
            tooltip="the keys of this screen, and what the signs mean",
        ),
        Binding(
            "f2,a",
            "app.about",
            "help lines",
            key_display="F2",
            id="app.about",
            tooltip="what this is and is not, and people to turn to",
        ),
    ]

    def _fit_classes(self) -> None:
        """Takes the classes that fit the terminal before the first frame, and not after it: the
        screen would be laid out and drawn twice."""
        width, height = self.app.size
        for size, steps in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = [name for least, name in steps or [] if least <= size]
            self.add_class(*fitting[-1:], update=False)

    @property
    def is_roomy(self) -> bool:
        """Whether there is room for a few words more."""
        return self.app.size.width >= ROOMY

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says, at its left and at its right."""
        return shown("trainer", "strong"), EMPTY

    def key_of(self, binding: str) -> str:
        """How the key is written that does what the binding of this id does, as keys are now."""
        for key, active in self.active_bindings.items():
            if active.binding.id == binding:
                return active.binding.key_display or key_name(key)
        return ""

    def body(self) -> Iterable[Widget]:
        """What stands between the bars."""
        return ()

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        self._fit_classes()
        yield Bar(*self.title_bar(), id="title")
        yield from self.body()
        yield KeyBar()
        yield Lines([para(shown(TOO_SMALL, "muted"))], id="too-small")


class ReadingScreen(TrainerScreen):
    """A screen with one text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape,q,enter", "leave", "back", key_display="esc", id="page.back", tooltip="go back"
        ),
        Binding("up,k", "move(-1)", "up", show=False, id="page.up", tooltip="one line up"),
        Binding("down,j", "move(1)", "down", show=False, id="page.down", tooltip="one line down"),
        Binding(
            "space,pagedown",
            "read_on",
            "read on",
            id="page.on",
            tooltip="a page further",
        ),
        Binding(
            "pageup,b", "read_back", "back up", show=False, id="page.up-page", tooltip="a page up"
        ),
        Binding("home", "edge(0)", "top", show=False, id="page.top", tooltip="to the beginning"),
        Binding("end", "edge(1)", "end", show=False, id="page.end", tooltip="to the end"),
    ]

    _there_is_more = False

    @on(Lines.Moved)
    def _look_for_more(self) -> None:
        if (more := self.page.lines_below > 0) != self._there_is_more:
            self._there_is_more = more
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One reads on where there is more."""
        return action != "read_on" or self._there_is_more

    @property
    def page(self) -> Lines:
        """The text."""
        return self.query_one("#page", Lines)

    def action_leave(self) -> None:
        """Goes back to where one came from."""
        self.dismiss()

    def action_move(self, by: int) -> None:
        """Scrolls by a line."""
        self.page.move(by)

    def action_read_on(self) -> None:
        """Scrolls a page down."""
        self.page.read_on()

    def action_read_back(self) -> None:
        """Scrolls a page up."""
        self.page.read_back()

    def action_edge(self, end: int) -> None:
        """Scrolls to the beginning or the end."""
        page = self.page
        page.move(page.block_count * 100 if end else -page.block_count * 100)
