"""The debrief: how it went, and each line with what there is to say about it.

Wide screens show both side by side; on others there are two pages, and a key between them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from trainer.practice.report import Debrief
from trainer.scenario.graph import Graph
from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.card import title_of
from trainer.tui.debrief_text import detail, in_a_row, summary
from trainer.tui.lines import Lines
from trainer.tui.messages import Begin, GoHome
from trainer.tui.picker import Item, Picker
from trainer.tui.text import shown


class DebriefScreen(TrainerScreen):
    """What a play came to, for one seat."""

    name_in_help = "the debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,tab,right,l",
            "page(1)",
            "by line",
            key_display="enter",
            id="debrief.second",
            tooltip="line by line",
        ),
        Binding(
            "left,h,shift+tab",
            "page(0)",
            "how it went",
            key_display="←",
            id="debrief.first",
            tooltip="back to how it went",
        ),
        Binding("r", "again", "again", id="debrief.again", tooltip="play it again, same seat"),
        Binding("s", "swap", "other seat", id="debrief.swap", tooltip="play the other seat"),
        Binding(
            "escape,q",
            "home",
            "home",
            key_display="esc",
            id="debrief.home",
            tooltip="back to the first screen",
        ),
        Binding("space,pagedown", "read_on", "read on", id="debrief.on", tooltip="a page further"),
        Binding(
            "pageup,b", "read_back", "back up", show=False, id="debrief.back", tooltip="a page up"
        ),
        Binding("up,k", "move(-1)", "up", show=False, id="debrief.up", tooltip="one up"),
        Binding("down,j", "move(1)", "down", show=False, id="debrief.down", tooltip="one down"),
    ]

    def __init__(self, debrief: Debrief, graph: Graph, unwritten: str = "") -> None:
        super().__init__()
        self.debrief, self._graph = debrief, graph
        self._unwritten = unwritten
        self._seat = debrief.play.seats[0]

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        title = title_of(self.debrief.play.scenario)
        return title + shown("   how it went", "muted"), Content("")

    def body(self) -> Iterable[Widget]:
        """How it went, and line by line."""
        with Horizontal(id="pages"):
            yield Lines(id="summary")
            with Vertical(id="by-line"):
                yield Bar(shown("your lines, one by one", "muted"), id="heading")
                yield Picker(stay=True, most=0.4, id="said")
                yield Lines(id="detail")

    def on_mount(self) -> None:
        """Shows how it went, and the line that cost most."""
        score = self.debrief.seats[self._seat]
        self.query_one("#summary", Lines).show(summary(self.debrief, self._seat, self._unwritten))
        items = [
            Item(str(number), (in_a_row(number + 1, self.debrief.play, scored),))
            for number, scored in enumerate(score.decisions)
        ]
        costly = max(score.decisions, key=lambda each: each.cost)
        at = str(score.decisions.index(costly))
        self.query_one("#said", Picker).offer(items, at)
        self._detail(at)
        self._turn_to(0)

    def on_resize(self, event: Resize) -> None:
        """Shows one page or both."""
        self._turn_to(self._page)

    # The two pages

    @property
    def _both(self) -> bool:
        return self.size.width >= 100

    _page = 0

    def _turn_to(self, page: int) -> None:
        self._page = page
        self.query_one("#summary", Lines).display = self._both or page == 0
        self.query_one("#by-line", Vertical).display = self._both or page == 1
        if self._both or page == 1:
            self.set_focus(self.query_one("#said", Picker))
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def action_page(self, page: int) -> None:
        """To one of the pages."""
        self._turn_to(page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key leads to the page that is not in view."""
        return action != "page" or not (self._both or parameters == (self._page,))

    @on(Picker.Highlighted)
    def _highlighted(self, event: Picker.Highlighted) -> None:
        self._detail(event.item)

    def _detail(self, item: str) -> None:
        blocks = detail(self.debrief, self._seat, int(item))
        self.query_one("#detail", Lines).show(blocks)

    @property
    def _reading(self) -> Lines:
        there = self._both or self._page == 1
        return self.query_one("#detail" if there else "#summary", Lines)

    def action_read_on(self) -> None:
        """Scrolls a page down."""
        self._reading.read_on()

    def action_read_back(self) -> None:
        """Scrolls a page up."""
        self._reading.read_back()

    def action_move(self, by: int) -> None:
        """Scrolls by a line."""
        self._reading.move(by)

    # And now

    def action_again(self) -> None:
        """Plays the same seat again."""
        self.post_message(Begin(self.debrief.play.scenario, self._seat, self._graph))

    def action_swap(self) -> None:
        """Plays the other seat."""
        scenario = self.debrief.play.scenario
        self.post_message(Begin(scenario, scenario.other(self._seat), self._graph))

    def action_home(self) -> None:
        """Goes home."""
        self.post_message(GoHome())
