"""Before you start: the scene, who you are, what may be good to know, and which seat to take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from trainer.practice.play import Play
from trainer.scenario.graph import Graph
from trainer.scenario.model import Catalogue, Scenario
from trainer.scenario.texts import put_names
from trainer.tui.bars import Bar
from trainer.tui.base import ReadingScreen
from trainer.tui.card import level_and_time, notes, practises, title_of
from trainer.tui.habits import Habits
from trainer.tui.how import FEEDBACK, GUESS, ROWS, SAY_FIRST, WATCH, how_items, turned
from trainer.tui.lines import Lines
from trainer.tui.messages import Begin, GoHome, PlayTogether, ShowMap
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, join, para, shown


class StartScreen(ReadingScreen):
    """The last screen before a play. The other seat's brief is not on it."""

    name_in_help = "the page before you start"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "start", id="start.begin", tooltip="start, in this seat"),
        Binding("enter", "change", "change", id="start.change", tooltip="change this row"),
        Binding(
            "f",
            f"turn('{FEEDBACK}')",
            "feedback",
            show=False,
            id="start.feedback",
            tooltip="coached or rehearsal",
        ),
        Binding(
            "w",
            f"turn('{SAY_FIRST}')",
            "own words",
            show=False,
            id="start.say-first",
            tooltip="your own words first, always or when you ask",
        ),
        Binding(
            "g",
            f"turn('{GUESS}')",
            "guess",
            show=False,
            id="start.guess",
            tooltip="guess how each line will land, or don't",
        ),
        Binding(
            "p",
            f"turn('{WATCH}')",
            "watch",
            show=False,
            id="start.watch",
            tooltip="pick a principle to watch",
        ),
        Binding(
            "t",
            "together",
            "together",
            id="start.together",
            tooltip="play this one with somebody beside you, both at this keyboard",
        ),
        Binding(
            "m",
            "map",
            "map",
            id="start.map",
            tooltip="the map: where you went before, and what is left to see",
        ),
        Binding(
            "escape,q",
            "leave",
            "home",
            key_display="esc",
            id="start.home",
            tooltip="back to the first screen",
        ),
    ]

    def __init__(
        self,
        scenario: Scenario,
        catalogue: Catalogue,
        graph: Graph | None = None,
        seat: str | None = None,
        habits: Habits | None = None,
    ) -> None:
        super().__init__()
        self.scenario, self.graph = scenario, graph
        self._catalogue = catalogue
        self._seat = seat if seat is not None and seat in scenario.roles else scenario.play_as
        self._how = (habits or Habits()).how_for(scenario.level)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        head = self.scenario
        when = shown("   before you start" if self.is_roomy else "", "muted")
        return title_of(head) + when, shown(f"{level_and_time(head)} ", "muted")

    def body(self) -> Iterable[Widget]:
        """The text, and the two seats under it."""
        yield Lines(tells=True, id="page")
        yield Bar(shown("Which side will you take?", "muted"), id="ask")
        yield Picker(most=0.45, id="seats")

    def on_mount(self) -> None:
        """Shows the seats with the usual one (or the one asked for) highlighted."""
        self._offer(self._seat)
        self.set_focus(self.query_one("#seats", Picker))
        self.page.show(self._blocks(self._seat))

    def _offer(self, highlight: str) -> None:
        rows = how_items(self._how, self.scenario, self._catalogue)
        self.query_one("#seats", Picker).offer([*self._seats(), *rows], highlight)
        self.refresh_bindings()

    def _seats(self) -> list[Item]:
        usual = self.scenario.play_as
        roles = [self.scenario.roles[usual], self.scenario.roles[self.scenario.other(usual)]]
        items = []
        for number, role in enumerate(roles, 1):
            words = join([shown("be", "muted"), shown(role.name, "strong")])
            aside = "the usual side" if role.id == usual else "the other side"
            text = words + shown(f"   {aside}", "muted")
            items.append(Item(role.id, (para(text, first=shown(f"{number}  ", "key")),)))
        return items

    def _blocks(self, seat: str) -> list[Block]:
        head = self.scenario
        me, other = head.roles[seat], head.roles[head.other(seat)]
        skill = self._catalogue.skills.get(head.skill)
        premise = para(shown(put_names(head.premise, head.names)))
        you, they = shown(me.name, "you strong"), shown(other.name, "other strong")
        you_are, brief = shown("you are  ", "muted"), shown(put_names(me.brief, head.names))
        about = [
            *practises(head.focus, self._catalogue),
            para(shown(skill.title if skill else head.skill, "muted")),
        ]
        if not self.has_class("-high"):  # fewer lines, where there are few
            both = para(you_are + you + shown("  with  ", "muted") + they)
            return [premise, blank(), both, para(brief), *notes(head), blank(), *about]
        with_them = para(they, first=shown("with     ", "muted"))
        people = [para(you, first=you_are), para(brief, indent=9), with_them]
        return [premise, blank(), *people, *notes(head), blank(), *about]

    def on_resize(self, event: Resize) -> None:
        """Tells it in fewer lines where there are few."""
        self.page.show(self._blocks(self._seat))

    @on(Picker.Highlighted)
    def _highlighted(self, event: Picker.Highlighted) -> None:
        if event.item in self.scenario.roles and event.item != self._seat:
            self._seat = event.item
            self.page.show(self._blocks(self._seat))
        self.refresh_bindings()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item in ROWS:
            self.action_turn(event.item)
        else:
            self.post_message(Begin(self.scenario, event.item, self.graph, how=self._how))

    def action_begin(self) -> None:
        """Starts in the highlighted seat."""
        self.query_one("#seats", Picker).pick()

    def action_change(self) -> None:
        """Turns the highlighted row to its next value."""
        self.query_one("#seats", Picker).pick()

    def action_turn(self, row: str) -> None:
        """Turns a row to its next value."""
        self._how = turned(self._how, row, self.scenario.focus)
        at = self.query_one("#seats", Picker).highlighted
        self._offer(at or self._seat)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter starts on a seat, and changes a row of how to practise."""
        if action in ("begin", "change") and self.is_mounted:
            on_row = self.query_one("#seats", Picker).highlighted in ROWS
            return on_row == (action == "change")
        return super().check_action(action, parameters)

    def action_together(self) -> None:
        """Plays this one as two."""
        self.post_message(PlayTogether(self.scenario, self.graph))

    def action_map(self) -> None:
        """Shows the map of this seat."""
        self.post_message(ShowMap(Play(self.scenario, [self._seat]), self.graph))

    def action_leave(self) -> None:
        """Goes home."""
        self.post_message(GoHome())
