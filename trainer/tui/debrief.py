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

from trainer.practice.practising import Practised, moves_to
from trainer.practice.report import Debrief
from trainer.practice.taking_along import costliest, take_along
from trainer.scenario.graph import Graph
from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.card import title_of
from trainer.tui.debrief_text import detail, from_here, in_a_row, summary
from trainer.tui.lines import Lines
from trainer.tui.messages import Begin, GoHome, SayAgain, ShowMap, TookAlong
from trainer.tui.picker import Item, Picker
from trainer.tui.text import shown


class DebriefScreen(TrainerScreen):
    """What a play came to, for one seat."""

    name_in_help = "the debrief"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,tab,right,l", "page(1)", "by line", key_display="enter", id="debrief.second",
                tooltip="line by line"),
        Binding("left,h,shift+tab", "page(0)", "how it went", key_display="←", id="debrief.first",
                tooltip="back to how it went"),
        Binding("i", "take_along", "take along", id="debrief.along",
                tooltip="one line to take along into the week"),
        Binding("m", "map", "map", id="debrief.map", tooltip="where you went, and what is left"),
        Binding("escape,q", "home", "home", key_display="esc", id="debrief.home",
                tooltip="back to the first screen"),
        Binding("y", "say_again", "say it again", id="debrief.say-again",
                tooltip="the line that cost most once more, in your own words"),
        Binding("f", "from_here", "from here", id="debrief.from-here",
                tooltip="play again from the highlighted line"),
        Binding("r", "again", "again", id="debrief.again", tooltip="play it again, same seat"),
        Binding("w", "whole", "whole talk", id="debrief.whole", tooltip="read the whole talk"),
        Binding("e", "save", "save", id="debrief.save", tooltip="save it all as a file"),
        Binding("s", "swap", "other seat", id="debrief.swap", tooltip="play the other seat"),
        Binding("space,pagedown", "read_on", "read on", id="debrief.on", tooltip="a page further"),
        Binding("pageup,b", "read_back", "back up", show=False, id="debrief.back",
                tooltip="a page up"),
        Binding("up,k", "move(-1)", "up", show=False, id="debrief.up", tooltip="one up"),
        Binding("down,j", "move(1)", "down", show=False, id="debrief.down", tooltip="one down"),
    ]  # fmt: skip

    def __init__(
        self,
        debrief: Debrief,
        graph: Graph,
        unwritten: str = "",
        practised: Practised | None = None,
        *,
        motion: bool = True,
    ) -> None:
        """``practised`` is what was typed, ticked and guessed; ``motion`` lets a breath move."""
        super().__init__()
        self._motion = motion
        self.debrief, self._graph, self.practised = debrief, graph, practised
        self._unwritten = unwritten
        self._seat = debrief.play.seats[0]
        #: The line taken along into the week; nothing as long as there is none.
        self.taken_along = ""
        self._asked = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        title = title_of(self.debrief.play.scenario)
        line = self.debrief.replay_from
        again = Content("") if line is None else shown(f"replay from line {line}", "caution")
        return title + shown("   how it went", "muted"), again

    def body(self) -> Iterable[Widget]:
        """How it went, and line by line."""
        with Horizontal(id="pages"):
            yield Lines(id="summary")
            with Vertical(id="by-line"):
                yield Bar(id="heading")
                yield Picker(stay=True, most=0.4, id="said")
                yield Lines(id="detail")
        yield Bar(id="notice")

    def on_mount(self) -> None:
        """Shows how it went, and the line that cost most."""
        score = self.debrief.seats[self._seat]
        self.query_one("#notice", Bar).display = False
        self._sum_up()
        items = [
            Item(str(at), (in_a_row(score.before + at + 1, self.debrief.play, scored),))
            for at, scored in enumerate(score.decisions)
        ]
        costly = costliest(score)
        at = str(score.decisions.index(costly)) if costly else "0"
        self.query_one("#said", Picker).offer(items, at)
        if items:
            self._detail(at)
        self._turn_to(0)

    def _sum_up(self) -> None:
        blocks = summary(
            self.debrief,
            self._seat,
            self._unwritten,
            practised=self.practised,
            taken_along=self.taken_along,
            say_again_key=self.key_of("debrief.say-again"),
        )
        self.query_one("#summary", Lines).show([*blocks, *from_here(self.key_of)])

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
            key = shown(self.key_of("debrief.from-here"), "key")
            self.query_one("#heading", Bar).tell(
                shown("your lines, one by one", "muted"), key + shown(" from here ", "muted")
            )
        else:
            self.set_focus(None)
        self.refresh_bindings()

    def action_page(self, page: int) -> None:
        """To one of the pages."""
        self._turn_to(page)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key leads to the page that is not in view, and another plays from a line that is."""
        if action == "from_here":
            return self._both or self._page == 1
        if action == "say_again":
            return costliest(self.debrief.seats[self._seat]) is not None
        return action != "page" or not (self._both or parameters == (self._page,))

    @on(Picker.Highlighted)
    def _highlighted(self, event: Picker.Highlighted) -> None:
        self._detail(event.item)

    def _detail(self, item: str) -> None:
        blocks = detail(self.debrief, self._seat, int(item), self.practised)
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

    def action_from_here(self) -> None:
        """Plays again from the highlighted line: a new play, marked as a replay."""
        before = self.debrief.seats[self._seat].before
        line = before + int(self.query_one("#said", Picker).highlighted or 0)
        play = self.debrief.play
        moves, how = moves_to(play, line), self.practised.how if self.practised else None
        self.post_message(Begin(play.scenario, self._seat, self._graph, how=how, moves=moves))

    def action_say_again(self) -> None:
        """Says the line that cost most once more."""
        score = self.debrief.seats[self._seat]
        costly = costliest(score)
        if costly is not None:
            line = score.decisions.index(costly)
            self.post_message(SayAgain(self.debrief, line, self.practised))

    def action_swap(self) -> None:
        """Plays the other seat."""
        scenario = self.debrief.play.scenario
        self.post_message(Begin(scenario, scenario.other(self._seat), self._graph))

    def action_take_along(self) -> None:
        """Asks for the line to take along."""
        from trainer.tui.take_along import TakeAlongScreen

        catalogue = self.debrief.catalogue
        offered = take_along(self.debrief.seats[self._seat], catalogue)
        title = catalogue.title_of(offered.principle)
        self.app.push_screen(TakeAlongScreen(offered, title, self.taken_along), self._taken)

    def _taken(self, line: str | None) -> None:
        if line is None:
            return
        self.taken_along = line
        self._sum_up()
        score = self.debrief.seats[self._seat]
        from_line = costliest(score)
        if line and score.decisions:
            at = score.number_of(from_line or score.decisions[-1]) - 1
            self.post_message(TookAlong(self.debrief.play, at, line))
        self._tell("It goes with you into this week." if line else "Nothing is taken along.")

    def action_map(self) -> None:
        """Shows the map."""
        self.post_message(ShowMap(self.debrief.play, self._graph))

    def action_whole(self) -> None:
        """Shows the whole talk."""
        from trainer.tui.whole_talk import WholeTalkScreen

        self.app.push_screen(WholeTalkScreen(self.debrief.play, self.practised))

    def action_save(self) -> None:
        """Asks where to save it."""
        from trainer.tui.save import SaveScreen

        screen = SaveScreen(self.debrief, self.practised, self.taken_along)
        self.app.push_screen(screen, self._saved)

    def _saved(self, path: str | None) -> None:
        if path is not None:
            self._tell(f"Saved: {path}")

    def _tell(self, words: str) -> None:
        notice = self.query_one("#notice", Bar)
        notice.tell(shown(words, "other"))
        notice.display = True

    def action_home(self) -> None:
        """Goes home; after a hard scene one question comes first, once."""
        from trainer.tui.how_are_you import HowAreYouScreen, is_hard

        if self._asked or not is_hard(self.debrief.play.scenario):
            self.post_message(GoHome())
            return
        self._asked = True
        self.app.push_screen(HowAreYouScreen(motion=self._motion), self._answered)

    async def _answered(self, answer: str | None) -> None:
        """A pause and the help lines come in front of the debrief; home is one key from there."""
        if answer == "pause":
            await self.app.run_action("time_out")
        elif answer == "help":
            await self.app.run_action("about")
        else:
            self.post_message(GoHome())
