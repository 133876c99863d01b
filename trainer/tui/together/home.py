"""Home for two: the scenarios, the gentlest first. Nothing of what anyone did is here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.together_words import NOTICE_IN_THE_APP
from trainer.scenario.library import Entry, Library
from trainer.scenario.model import LEVELS
from trainer.scenario.texts import put_names
from trainer.tui.bars import Bar
from trainer.tui.card import title_of
from trainer.tui.picker import Item, Picker
from trainer.tui.shelf import BY_LEVEL, Shelf
from trainer.tui.text import EMPTY, blank, para, shown
from trainer.tui.together.base import TogetherScreen


class HomeForTwo(TogetherScreen[Entry]):
    """What to play together."""

    name_in_help = "the first page for two"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "play this one", id="two.choose",
                tooltip="look at this one"),
        Binding("escape,q", "leave", "back", key_display="esc", id="two.leave",
                tooltip="back to the first screen"),
        Binding("pagedown,space", "page(1)", "page", show=False, id="two.on",
                tooltip="a page down"),
        Binding("pageup,b", "page(-1)", "page", show=False, id="two.back", tooltip="a page up"),
    ]  # fmt: skip

    def __init__(
        self, library: Library, left_out: Sequence[str] = (), after: Entry | None = None
    ) -> None:
        """``left_out`` are words of content notes that are not wanted; the one after ``after`` is
        highlighted."""
        super().__init__()
        self._shelf = Shelf(library, left_out)
        self._shelf.order = BY_LEVEL
        self._after = after
        #: Whether they left, without any more words.
        self.has_left = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Together", "strong") + shown("   what will you play?", "muted"), EMPTY

    def body(self) -> Iterable[Widget]:
        """The list."""
        yield Bar(shown(NOTICE_IN_THE_APP[-1], "muted"), id="ask")
        yield Picker(self._items(), digits=False, id="scenarios")

    @property
    def page(self) -> Picker:
        """The list."""
        return self.query_one("#scenarios", Picker)

    def on_mount(self) -> None:
        """The keys go to the list."""
        picker = self.page
        self.set_focus(picker)
        keys = [item.id for item in picker.items if item.pickable]
        entries = [self._shelf.entries[key] for key in keys]
        if self._after in entries:
            picker.highlight(keys[(entries.index(self._after) + 1) % len(keys)])

    def _items(self) -> Iterator[Item]:
        level = None
        for _, keys in self._shelf.groups():
            for key in keys:
                head = self._shelf.entries[key].head
                if head.level != level:
                    level = head.level
                    name = LEVELS.get(level, str(level))
                    yield Item("", (blank(), para(shown(name, "other"))), pickable=False)
                about = " · ".join(
                    [f"{head.minutes} min"]
                    + [put_names(note, head.names) for note in head.content_notes]
                )
                yield Item(key, (para(title_of(head)), para(shown(about, "muted"))))
        if level is None:
            words = shown("There is no scenario to play.", "muted")
            yield Item("", (blank(), para(words)), pickable=False)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self.answer(self._shelf.entries[event.item])

    def action_choose(self) -> None:
        """Chooses the highlighted scenario."""
        self.page.pick()

    def action_page(self, by: int) -> None:
        """Moves by several scenarios."""
        for _ in range(max(1, self.page.size.height // 3)):
            self.page.action_step(by)

    def action_leave(self) -> None:
        """Goes back to the first screen."""
        self.has_left = True
        self.action_another_time()
