"""What all screens for two have: another time, a time-out and hiding, the same for whoever asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import StopForTonight
from trainer.tui.picker import Item, Picker
from trainer.tui.text import EMPTY, Block, blank, para, shown

T = TypeVar("T")

#: The id of no answer.
_NONE = "<none>"


class AnotherTime(Exception):
    """One of the two, or both, would rather leave it for tonight. Nobody asks who."""


class TogetherScreen(TrainerScreen, Generic[T]):
    """A screen for two. Those made from it answer with a ``T``."""

    name_in_help = "this page for two"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,f4", "another_time", "another time", key_display="x", id="two.another-time",
                tooltip="another time: leave it for tonight; nothing is asked, nothing is kept"),
        Binding("t", "app.time_out", "time-out", show=False, id="two.time-out",
                tooltip="a time-out for both of you"),
        Binding("h", "app.hide", "hide", show=False, id="two.hide",
                tooltip="hide everything at once"),
        Binding("escape,q", "leave", "leave", key_display="esc", show=False, id="two.leave",
                tooltip="leave this (asks first)"),
        Binding("pagedown", "read_on", "read on", show=False, id="two.on",
                tooltip="a page further"),
        Binding("pageup,b", "read_back", "back up", show=False, id="two.back",
                tooltip="a page up"),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        #: What was answered; None as long as nothing was, and after *another time*.
        self.answered: T | None = None

    def answer(self, answer: T) -> None:
        """Answers, and closes the screen. A second answer (a key held down) is not heard."""
        if self.app.screen is self and self.answered is None:
            self.answered = answer
            self.dismiss()

    def action_another_time(self) -> None:
        """Leaves it for tonight."""
        if self.app.screen is self:
            self.answered = None
            self.dismiss()

    def action_leave(self) -> None:
        """Asks whether to leave it for tonight."""
        from trainer.tui.together.leaving import LeavingScreen

        self.app.push_screen(screen := LeavingScreen(), lambda _: self.leaving(screen))

    def leaving(self, screen: TogetherScreen[str]) -> None:
        """They were asked whether to leave."""
        if screen.answered is None:
            self.post_message(StopForTonight())

    @property
    def page(self) -> Lines:
        """What there is to read: a card, on most screens."""
        return self.query_one("#when", Lines)

    def action_read_on(self) -> None:
        """Scrolls a page down."""
        self.page.read_on()

    def action_read_back(self) -> None:
        """Scrolls a page up."""
        self.page.read_back()


async def asked(app: App[int], screen: TogetherScreen[T]) -> T:
    """What a screen is answered. To be awaited in a worker. Raises AnotherTime."""
    await app.push_screen_wait(screen)
    if screen.answered is None:
        raise AnotherTime
    return screen.answered


class AskingScreen(TogetherScreen[T]):
    """A card with a text, and answers under it."""

    #: Whether no answer is the usual one: then none is highlighted until it is looked at.
    equal = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="two.choose", tooltip="do what is highlighted"),
        Binding("space,pagedown", "read_on", "read on", show=False, id="two.on",
                tooltip="a page further"),
    ]  # fmt: skip

    def topic(self) -> str:
        """What this is about."""
        return "Together"

    def blocks(self) -> Iterable[Block]:
        """The text."""
        return ()

    def items(self) -> Iterable[Item]:
        """The answers."""
        return ()

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        more = self.is_mounted and self.picker.lines_below > 0
        aside = shown("space", "key") + shown(" for more", "muted") if more else EMPTY
        topic = self.topic()
        return shown(f"{topic[:1].upper()}{topic[1:]}", "strong"), aside

    def body(self) -> Iterable[Widget]:
        """The card. Text and answers are one list, so that they scroll as one."""
        with Vertical(id="table"), Vertical(id="sheet"):
            yield Picker(most=0.75, tells=True, id="when")

    def on_mount(self) -> None:
        """Shows the card; the keys go to the answers."""
        self.show_anew()
        self.set_focus(self.picker)

    def _card(self) -> list[Item]:
        answers = list(self.items())
        space = [blank()] if answers else []
        return [Item("", (*self.blocks(), *space), pickable=False), *answers]

    def show_anew(self, highlight: str | None = None) -> None:
        """Shows the text and the answers as they are to be now."""
        self.picker.offer(self._card(), highlight or (_NONE if self.equal else None))
        self.refresh_bindings()
        self._tell_title()

    @property
    def picker(self) -> Picker:
        """The card."""
        return self.query_one("#when", Picker)

    @on(Lines.Moved)
    def _tell_title(self) -> None:
        self.query_one("#title", Bar).tell(*self.title_bar())

    @on(Picker.Highlighted)
    def _highlighted(self) -> None:
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be nothing highlighted to choose."""
        return action != "choose" or (self.is_mounted and self.picker.highlighted is not None)

    def action_choose(self) -> None:
        """Does what is highlighted; reads on where that cannot be seen yet."""
        if self.picker.is_in_view:
            self.picker.pick()
        else:
            self.picker.read_on()


def option(id: str, words: str, number: int, aside: str = "") -> Item:
    """An answer with its number."""
    text = shown(words) + (shown(f"   {aside}", "muted") if aside else EMPTY)
    return Item(id, (para(text, first=shown(f"{number}  ", "key")),))
