"""The talk itself: what is said, what comes of it, the coach's words, and what to say next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import randrange
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.coach import Coach
from trainer.practice.play import TAKE_BACK, Play
from trainer.practice.practising import COACHED, How, Practised, can_guess, on_offer
from trainer.practice.report import Debrief
from trainer.scenario.graph import Graph, explore
from trainer.scenario.model import LEVELS, Catalogue
from trainer.tui.answers import DEBRIEF, READING, TYPING, Answers, choice_items
from trainer.tui.bars import Bar
from trainer.tui.base import TrainerScreen
from trainer.tui.card import title_of
from trainer.tui.kept import leaving_words, standing, words_kept
from trainer.tui.leave import ask_to_leave
from trainer.tui.length import Length
from trainer.tui.lines import Lines
from trainer.tui.messages import GoHome, HowItWent, Reached, ShowMap
from trainer.tui.panel import in_one_line, panel_blocks
from trainer.tui.picker import Item
from trainer.tui.play_keys import PLAY_KEYS, STAGES
from trainer.tui.still import StillRow
from trainer.tui.telling import Talk
from trainer.tui.text import EMPTY, shown

if TYPE_CHECKING:
    from trainer.history.keeper import Keeper


class PlayScreen(TrainerScreen):
    """One play of a scenario, by one person in one seat."""

    name_in_help = "the talk"
    BINDINGS: ClassVar[list[BindingType]] = PLAY_KEYS

    def __init__(
        self,
        play: Play,
        catalogue: Catalogue,
        graph: Graph | None,
        *,
        seed: int | None = None,
        in_order: bool = False,
        practised: Practised | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        """``play`` may have lines already, which are told again. ``keeper`` keeps its moves."""
        super().__init__()
        self.talk_of = play
        self.practised = practised or Practised(play, How())
        self._how = self.practised.how
        self._play, self._catalogue, self._keeper = play, catalogue, keeper
        self._graph = graph or explore(play.scenario)
        before = (self.practised.replay_from or 1) - 1
        self._coach = Coach(play, catalogue, self._graph, before=before)
        self._length = Length(self._graph, play)
        self._seed = None if in_order else randrange(2**32) if seed is None else seed
        self._told_for = (False, False, 0)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        scenario = self._play.scenario
        skill = self._catalogue.skills.get(scenario.skill)
        about = f"   {skill.title if skill else scenario.skill} · {LEVELS[scenario.level]}"
        aside = standing(self._keeper, self.practised.replay_from)
        return title_of(scenario) + shown(about, "muted"), aside

    def body(self) -> Iterable[Widget]:
        """The talk with its side panel, and the choices under both."""
        with StillRow(id="stage"):
            coach = self._coach if self._how.feedback == COACHED else None
            yield Talk(self._play, self._catalogue, coach, id="talk")
            yield Lines(id="panel")
        yield Answers(self._catalogue, self._other, id="answers")

    def on_mount(self) -> None:
        """Tells the talk up to the choice that is due."""
        self.set_focus(self._answers.picker)
        if self._how.watched is not None:
            self.talk.watch_for(self._catalogue.title_of(self._how.watched))
        self.talk.take_up(self.key_of("play.take-back"))
        self.call_after_refresh(self._begin)  # it is known then how much can be seen at once

    def _begin(self) -> None:
        """Tells what there is to tell; all of it in a talk that is gone on with."""
        typed = self.practised.typed_now() if self._play.ending is None else None
        if not self._play.decisions and typed is None:
            self.tell_page()
            return
        self.talk.tell_on()
        if typed is not None:
            self.talk.draft(typed.text)
        self._offer(self._items(), ask=True)

    @property
    def _other(self) -> str:
        """The name of the one who is talked with."""
        return self._play.names[self._play.scenario.other(self._play.seats[0])]

    @property
    def _answers(self) -> Answers:
        return self.query_one("#answers", Answers)

    @property
    def talk(self) -> Talk:
        """The talk as it is shown."""
        return self.query_one("#talk", Talk)

    # What can be said

    def tell_page(self) -> None:
        """Tells on, a page at a time where the choices leave no room for all; then offers them."""
        height = self.query_one("#stage").size.height + self._answers.size.height - 1
        items = self._items()
        room = height - self._answers.picker.height_of(items)
        if self.talk.tell_page(room, height - 1):
            self._offer(items, ask=True)
        else:
            self._show_panel()
            self._answers.wait()
            self._tell_status()

    def _offer(self, items: list[Item], *, ask: bool = False) -> None:
        """Offers what can be said now. ``ask`` has own words asked for first, if it is so set."""
        play = self._play
        self._show_panel()
        typed = self.practised.typed_now() if play.ending is None else None
        self._answers.offer(
            items,
            markers=() if typed and typed.markers else on_offer(play.choices, self._catalogue),
            guess=self._how.guess and can_guess(play),
            wrote=typed is not None,
            write_first=ask and self._how.say_first and play.ending is None and typed is None,
        )
        self._tell_status()  # in the same frame

    def _show_panel(self) -> None:
        score, way_back = self._coach.score(), self._coach.way_back()
        self.query_one("#panel", Lines).show(
            panel_blocks(self._play, score, self._catalogue, way_back=way_back, how=self._how)
        )

    def _items(self) -> list[Item]:
        return choice_items(self._play, self._seed)

    @on(Answers.Staged)
    def _tell_status(self) -> None:
        play = self._play
        below, above, width = self._told_for = (*self.talk.beyond, self.size.width)
        question, where = self._answers.question, EMPTY
        is_read = self._answers.stage != READING
        if play.ending is not None and is_read:
            left = shown("It is over. ", "strong")
            left += shown(f"{self.key_of('play.take-back')} takes one line back.", "muted")
        else:
            you = shown(f"{play.names[play.seats[0]]}?", "you")
            ask = shown("What do you say, ", "muted") + you if is_read else EMPTY
            left = question or (ask if self.has_class("-wide") else in_one_line(play))
            said = self.talk.line_count + 1
            about = max(said, self._length.about(play, said - 1))
            where = shown(f"line {said} of about {about}", "muted")
        room = width - left.cell_length - 4
        if below or not is_read:
            where = shown("space", "key") + shown(" for more", "muted")
        elif above:
            words = " for what came before" if room > 24 else " before"
            where = shown(self.key_of("play.back"), "key") + shown(words, "muted")
        if where.cell_length > room and (question or not (below or above)):
            where = EMPTY
        if self._answers.stage == TYPING:
            where = self._answers.while_typing
        self.query_one("#status", Bar).tell(left, where)
        self.refresh_bindings()

    @on(Lines.Moved)
    def _moved(self) -> None:
        if (*self.talk.beyond, self.size.width) != self._told_for:
            self._tell_status()

    # Moves

    def action_say(self) -> None:
        """Says the highlighted line, or chooses what else is highlighted."""
        self._answers.picker.pick()

    action_choose = action_say

    def action_write(self) -> None:
        """Puts the choices out of sight until own words are typed."""
        self._answers.write()

    def action_skip(self) -> None:
        """Goes on without what is asked around the choice."""
        self._answers.skip()

    @on(Answers.Wrote)
    def _wrote(self, event: Answers.Wrote) -> None:
        self.practised.type(event.text)
        self.talk.draft(event.text)
        # Before the choice, so that they are there whatever comes after.
        if aside := words_kept(self._keeper, self._play, event.text):
            self.talk.aside(aside)

    @on(Answers.Answered)
    def _answered(self, event: Answers.Answered) -> None:
        play = self._play
        if event.choice == DEBRIEF:
            self.go_on_from_the_end()
            return
        choice = next((each for each in play.choices if each.id == event.choice), None)
        if choice is None:
            return  # a key held down: the talk has gone on since
        if event.markers is not None:
            self._tick(event.markers)
        if event.guess is not None:
            self.practised.guess(choice, event.guess)
        if self._keeper is None:
            play.move(choice.id)
        else:
            self._keeper.move(choice.id, event.guess)
        self.talk.take_up(self.key_of("play.take-back"))
        self.tell_page()
        if play.ending is not None:
            self.tell_the_end()

    def tell_the_end(self) -> None:
        """Tells that the ending is reached."""
        self.post_message(Reached(self._debrief(), self._graph))

    def go_on_from_the_end(self) -> None:
        """To the debrief."""
        self.post_message(HowItWent(self._debrief(), self._graph, self.practised))

    def _tick(self, markers: Sequence[str]) -> None:
        """Takes over what was found in the words typed at this turn; the next move keeps it."""
        self.practised.tick(markers)
        typed = self.practised.typed_now()
        if self._keeper is not None and typed is not None:
            self._keeper.mark_words(typed.text, typed.markers)

    def _debrief(self) -> Debrief:
        line = self.practised.replay_from
        return Debrief(self._play, self._catalogue, self._graph, replay_from=line)

    def action_take_back(self) -> None:
        """Takes back the last line, with all that came of it."""
        if self._play.can_take_back:
            (self._keeper or self._play).move(TAKE_BACK)
            self.talk.take_back()
            self._offer(self._items())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on what is asked."""
        if not self.is_mounted:
            return True
        stage, is_over = self._answers.stage, self._play.ending is not None
        if action == "take_back":
            return self._play.can_take_back and stage != TYPING
        if stage not in STAGES.get(action, (stage,)):
            return False
        if action == "write":
            return not is_over and self.practised.typed_now() is None
        return action != "read_on" or stage == READING or self.talk.beyond[0]

    def action_read_on(self) -> None:
        """Reads on in the talk."""
        if self.talk.beyond[0]:
            self.talk.read_on()
        else:
            self.action_go_on()

    @on(Answers.ReadOn)
    def action_go_on(self) -> None:
        """Goes on to what is not told yet."""
        if self.talk.has_more:
            self.tell_page()

    def action_read_back(self) -> None:
        """Reads back in the talk."""
        self.talk.read_back()

    def action_map(self) -> None:
        """Shows the map."""
        self.post_message(ShowMap(self._play, self._graph))

    def action_leave(self) -> None:
        """Asks whether to leave; after the ending there is nothing to lose."""
        if self._play.ending is not None:
            self.post_message(GoHome())
            return
        ask_to_leave(self, leaving_words(self._keeper))
