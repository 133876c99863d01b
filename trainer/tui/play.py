"""The talk itself: what is said, what comes of it, the coach's words, and what to say next."""

from __future__ import annotations

from collections.abc import Iterable
from random import randrange
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from trainer.practice.play import Play, in_play_order
from trainer.practice.report import Debrief
from trainer.practice.scoring import SeatScore, score_seat
from trainer.scenario.graph import Graph, endings_open, explore, kinds
from trainer.scenario.model import LEVELS, Catalogue, Choice
from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.card import title_of
from trainer.tui.coach import SECOND_TRY, what_now
from trainer.tui.leave import LeaveScreen
from trainer.tui.length import Length
from trainer.tui.lines import Lines
from trainer.tui.messages import GoHome, HowItWent, Reached
from trainer.tui.panel import in_one_line, panel_blocks
from trainer.tui.picker import Item, Picker
from trainer.tui.talk import coach_block, entry_block
from trainer.tui.text import EMPTY, Block, join, para, shown, spoken

DEBRIEF = "<debrief>"


class PlayScreen(TrainerScreen):
    """One play of a scenario, by one person in one seat."""

    name_in_help = "the talk"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "say", "say it", id="play.say", tooltip="say the highlighted line"),
        Binding(
            "space,pagedown", "read_on", "read on", id="play.on", tooltip="read on in the talk"
        ),
        Binding(
            "pageup,b",
            "read_back",
            "back up",
            show=False,
            id="play.back",
            tooltip="read back in the talk",
        ),
        Binding(
            "u",
            "take_back",
            "take back",
            id="play.take-back",
            tooltip="take back your last line; the first try is what counts",
        ),
        Binding(
            "escape,q",
            "leave",
            "leave",
            key_display="esc",
            id="play.leave",
            tooltip="leave this talk (asks first)",
        ),
    ]

    def __init__(
        self,
        play: Play,
        catalogue: Catalogue,
        graph: Graph | None,
        *,
        seed: int | None = None,
        in_order: bool = False,
    ) -> None:
        super().__init__()
        self.talk_of = play
        self._play, self._catalogue = play, catalogue
        self._graph = graph or explore(play.scenario)
        self._length = Length(self._graph, play)
        script = None if play.mode == "together" else play.scenario.other(play.seats[0])
        self._open = endings_open(self._graph, script)
        self._seed = None if in_order else randrange(2**32) if seed is None else seed
        self._told = 0
        self._more = False
        #: How many blocks the talk had before each line that was said, to take them back.
        self._marks: list[int] = []

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        scenario = self._play.scenario
        skill = self._catalogue.skills.get(scenario.skill)
        about = f"   {skill.title if skill else scenario.skill} · {LEVELS[scenario.level]}"
        return title_of(scenario) + shown(about, "muted"), EMPTY

    def body(self) -> Iterable[Widget]:
        """The talk with its side panel, and the choices under both."""
        with Horizontal(id="stage"):
            yield Lines(tells=True, id="talk")
            yield Lines(id="panel")
        with Vertical(id="answers"):
            yield Bar(id="status")
            yield Picker(airy=True, most=0.45, id="choices")

    def on_mount(self) -> None:
        """Tells the talk up to the first choice."""
        self.set_focus(self.query_one("#choices", Picker))
        self._tell_on()

    @property
    def talk(self) -> Lines:
        """The talk as it is shown."""
        return self.query_one("#talk", Lines)

    # Telling

    def _score(self) -> SeatScore:
        return score_seat(self._play.seats[0], self._play.decisions, self._catalogue)

    def _way_back(self) -> bool:
        """Whether a repaired or partly repaired ending can still be reached."""
        state = self._graph.find(self._play.node.id, self._play.values)
        return bool({"repaired", "partly"} & set(kinds(self._open[state])))

    def _tell_on(self, choice: Choice | None = None) -> None:
        """Shows what is new: what was said, what came of it, the coach, what follows."""
        play = self._play
        score = self._score()
        newest = score.decisions[-1].decision if score.decisions else None
        again = newest is not None and newest.first is not newest.took
        number = len(self._marks) - 1
        before = play.talk_since(self._told - 1)[0] if self._told else None
        blocks: list[Block] = []
        coached = choice is None
        for entry in play.talk_since(self._told):
            if choice is not None and not coached and entry.decision != number:
                blocks.append(self._coach(choice, score, again))
                coached, before = True, None
            blocks.append(entry_block(entry, before, play.names, play.seats))
            before = entry
        if choice is not None and not coached:
            blocks.append(self._coach(choice, score, again))
        self._told = play.talk_length
        self._offer(score)
        self.talk.append(blocks)

    def _coach(self, choice: Choice, score: SeatScore, again: bool) -> Block:
        over = self._play.ending is not None
        now = what_now(score, way_back=self._way_back(), is_over=over)
        why = self._play.text(choice.why)
        return coach_block(choice.marks, why, SECOND_TRY if again else now, self._catalogue)

    def _offer(self, score: SeatScore) -> None:
        play = self._play
        picker = self.query_one("#choices", Picker)
        picker.offer(self._items())
        way_back = self._way_back()
        self.query_one("#panel", Lines).show(
            panel_blocks(play, score, self._catalogue, way_back=way_back)
        )
        self._tell_status()
        self.refresh_bindings()

    def _items(self) -> list[Item]:
        play = self._play
        if play.ending is not None:
            text = join([shown("See how it went", "strong"), shown("the debrief", "muted")], "  ")
            return [Item(DEBRIEF, (para(text, first=shown("1  ", "key")),))]
        return [
            Item(
                choice.id,
                (
                    para(
                        spoken(play.text(choice.say)),
                        first=shown(f"{number}  ", "key"),
                        measure=100,
                    ),
                ),
            )
            for number, choice in enumerate(in_play_order(play, self._seed), 1)
        ]

    def _tell_status(self) -> None:
        play = self._play
        if play.ending is not None:
            left = shown("It is over. ", "strong") + shown("u takes the last line back.", "muted")
            where = EMPTY
        else:
            name = play.names[play.seats[0]]
            ask = shown("What do you say, " if self._wide else "", "muted")
            left = ask + (shown(f"{name}?", "you") if self._wide else in_one_line(play))
            said = len(self._marks) + 1
            about = max(said, self._length.about(play, len(self._marks)))
            where = shown(f"line {said} of about {about}", "muted")
        if self._more:
            where = shown("space", "key") + shown(" for more", "muted")
        self.query_one("#status", Bar).tell(left, where)

    @on(Lines.Moved)
    def _moved(self) -> None:
        more = self.talk.lines_below > 0
        if more != self._more:
            self._more = more
            self._tell_status()
            self.refresh_bindings()

    @property
    def _wide(self) -> bool:
        return self.has_class("-wide")

    # Moves

    def action_say(self) -> None:
        """Says the highlighted line."""
        self.query_one("#choices", Picker).pick()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == DEBRIEF:
            self.post_message(HowItWent(self._debrief(), self._graph))
            return
        if event.item not in {choice.id for choice in self._play.choices}:
            return  # a key held down: the talk has gone on since
        self._marks.append(self.talk.block_count)
        choice = self._play.choose(event.item)
        self._tell_on(choice)
        if self._play.ending is not None:
            self.post_message(Reached(self._debrief(), self._graph))

    def _debrief(self) -> Debrief:
        return Debrief(self._play, self._catalogue, self._graph)

    def action_take_back(self) -> None:
        """Takes back the last line, with all that came of it."""
        if not self._marks:
            return
        self._play.take_back()
        self.talk.cut(self._marks.pop())
        self._told = self._play.talk_length
        self._offer(self._score())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There must be a line to take it back, and more to read to read on."""
        if action == "take_back":
            return bool(self._marks)
        return action != "read_on" or self._more

    def action_read_on(self) -> None:
        """Reads on in the talk."""
        self.talk.read_on()

    def action_read_back(self) -> None:
        """Reads back in the talk."""
        self.talk.read_back()

    def action_leave(self) -> None:
        """Asks whether to leave; after the ending there is nothing to lose."""
        if self._play.ending is not None:
            self.post_message(GoHome())
            return
        self.app.push_screen(LeaveScreen(), self._left)

    def _left(self, leaving: bool | None) -> None:
        if leaving:
            self.post_message(GoHome())
