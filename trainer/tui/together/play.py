"""The talk of two: what is said, whose turn it is, and what to say next. Nothing is judged here.

Between a line and the next choice the two may be asked: how it landed, whether to go on, to listen
first, to guess. Until that is done there is nothing to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.play import Entry, in_play_order
from trainer.practice.together import Session
from trainer.practice.together_words import ANOTHER_TIME, ASK_TO_TAKE_BACK, SAY_IT_ALOUD
from trainer.scenario.model import Catalogue
from trainer.tui.bars import Bar
from trainer.tui.base import Column, Row
from trainer.tui.card import title_of
from trainer.tui.lines import Lines
from trainer.tui.messages import StopForTonight
from trainer.tui.picker import Item, Picker
from trainer.tui.telling import Talk
from trainer.tui.text import EMPTY, Block, blank, join, para, shown, spoken
from trainer.tui.together.base import AnotherTime, TogetherScreen, asked
from trainer.tui.together.leaving import ALONE, LeavingScreen
from trainer.tui.together.take_back import TakeBackScreen
from trainer.tui.together.voices import label, player_voice, said_block

#: How a talk came out for the screens: it is over, or one of the two goes on without the other.
OVER, GONE_ON_ALONE = "over", ALONE


class TalkForTwo(Talk):
    """The talk of a session, in which both voices are somebody's."""

    def __init__(self, session: Session, catalogue: Catalogue, *, id: str | None = None) -> None:
        super().__init__(session.play, catalogue, None, id=id)
        self.session = session

    def entry(self, entry: Entry, before: Entry | None) -> Block:
        """One thing seen or said, with the name of whoever sits there."""
        return said_block(self.session, entry, before)


class PlayForTwo(TogetherScreen[str]):
    """One play of a scenario with a person in each seat."""

    name_in_help = "the talk for two"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "say it", id="two.choose", tooltip="say the highlighted line"),
        Binding("t", "app.time_out", "time-out", id="two.time-out",
                tooltip="a time-out for both of you"),
        Binding("u", "take_back", "take back", id="two.take-back",
                tooltip="ask: can we take that one back?"),
        Binding("space,pagedown", "read_on", "read on", show=False, id="two.on",
                tooltip="read on in the talk"),
    ]  # fmt: skip

    def __init__(
        self,
        session: Session,
        catalogue: Catalogue,
        *,
        seed: int | None = None,
        listens_first: bool = False,
        landing: bool = True,
    ) -> None:
        """``seed`` shuffles the choices; None keeps the file's order.

        Without ``landing`` nobody is asked how a line landed, nor halfway, nor what they expect.
        """
        super().__init__()
        self.session, self._play = session, session.play
        self._catalogue, self._seed = catalogue, seed
        self._listens_first, self._landing = listens_first, landing
        self._is_asking = False
        self._beyond = (False, False)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return title_of(self.session.scenario) + shown("   together", "muted"), EMPTY

    def body(self) -> Iterable[Widget]:
        """The talk with its side panel, and the choices under both."""
        with Row(id="stage"):
            yield TalkForTwo(self.session, self._catalogue, id="talk")
            yield Lines(id="panel")
        with Column(id="answers"):
            yield Bar(id="status")
            yield Picker(airy=True, most=0.45, id="choices")

    def on_mount(self) -> None:
        """Tells the talk up to the first choice."""
        self.set_focus(self.picker)
        if not self.has_class("-wide"):  # there the panel says it
            self.page.aside(SAY_IT_ALOUD)
        self.page.tell_on("")
        self._go_on()

    @property
    def page(self) -> TalkForTwo:
        """The talk."""
        return self.query_one("#talk", TalkForTwo)

    @property
    def picker(self) -> Picker:
        """The choices."""
        return self.query_one("#choices", Picker)

    def _panel(self) -> list[Block]:
        """Who sits where, and what either may ask for."""
        session = self.session
        blocks = [para(label(session, p)) for p in (session.beginner, 1 - session.beginner)]
        blocks += [
            blank(),
            para(shown(SAY_IT_ALOUD)),
            blank(),
            para(shown("either of you, at any moment", "muted")),
        ]
        asks = {
            "two.take-back": ASK_TO_TAKE_BACK,
            "two.time-out": "A time-out",
            "two.another-time": ANOTHER_TIME,
        }
        for binding, words in asks.items():
            if key := self.key_of(binding):
                blocks.append(para(shown(words), first=shown(f"{key}  ", "key")))
        return blocks

    # What can be said

    def _offer(self) -> None:
        """Offers what can be said now, to the one whose turn it is."""
        self._is_asking = False
        self.picker.offer(self._items())
        self.query_one("#panel", Lines).show(self._panel())
        self._tell_status()

    def _items(self) -> Iterator[Item]:
        play = self._play
        if play.ending is not None:
            text = join(
                [shown("Talk about it", "strong"), shown("you are yourselves again", "muted")], "  "
            )
            yield Item(OVER, (para(text, first=shown("1  ", "key")),))
        for number, choice in enumerate(in_play_order(play, self._seed), 1):
            say = spoken(play.text(choice.say))
            yield Item(choice.id, (para(say, first=shown(f"{number}  ", "key"), measure=100),))

    def _tell_status(self) -> None:
        turn = self.session.turn
        self._beyond = self.page.beyond
        if self._is_asking:
            left = EMPTY
        elif turn is None:
            left = shown("It is over.", "strong")
        else:
            voice = player_voice(self.session, turn)
            left = join([shown("▌ Your turn:", voice), label(self.session, turn)])
        self.query_one("#status", Bar).tell(left, self._aside(left))
        self.refresh_bindings()

    def _aside(self, left: Content) -> Content:
        """What may be good to know beside whose turn it is, where there is room for it."""
        if self._beyond[0]:
            key, words = "space", "for more"
        elif self._beyond[1]:
            key, words = self.key_of("two.back"), "for what came before"
        else:
            key, words = self.key_of("two.take-back"), ASK_TO_TAKE_BACK.lower()
            if not key or self.has_class("-wide"):  # there the panel says it
                return EMPTY
        room = self.size.width - left.cell_length - 6
        short, aside = shown(key, "key"), shown(key, "key") + shown(f" {words}", "muted")
        if aside.cell_length <= room:
            return aside
        return short if self._beyond[0] and short.cell_length <= room else EMPTY

    @on(Lines.Moved)
    def _moved(self) -> None:
        if self.page.beyond != self._beyond:
            self._tell_status()

    def action_choose(self) -> None:
        """Says the highlighted line."""
        self.picker.pick()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if self._is_asking:
            return
        if event.item == OVER and self._play.ending is not None:
            self.answer(OVER)
        elif any(choice.id == event.item for choice in self._play.choices):
            self.session.choose(event.item)
            self.page.tell_on("")
            self._go_on()

    # What is asked in between

    def _go_on(self) -> None:
        """Asks what is to be asked before the next choice, if anything, and offers that."""
        session = self.session
        parts = session.wants_landing or session.is_halfway or session.guesser is not None
        if (self._landing and parts) or self._says_back:
            self._is_asking = True
            self.picker.offer(())
            self._tell_status()
            self._ask()
        else:
            self._offer()

    @property
    def _says_back(self) -> bool:
        """Whether the one whose turn it is has just heard the other, and listens first."""
        newest = self.session.newest
        return self._listens_first and newest is not None and self.session.turn == newest.hearer

    @work(exclusive=True, group="asking")
    async def _ask(self) -> None:
        """Asks one thing after the other; another time ends the evening."""
        try:
            await self._ask_all()
        except AnotherTime:
            # Something may stand in front by now.
            self.post_message(StopForTonight())
        else:
            self._offer()

    async def _ask_all(self) -> None:
        session, newest = self.session, self.session.newest
        if self._landing and newest is not None and session.wants_landing:
            from trainer.tui.together.landing import LandingScreen

            landed = await asked(self.app, LandingScreen(session, newest))
            session.mark(landed)
        if self._landing and session.is_halfway:
            from trainer.tui.together.halfway import HalfwayScreen

            if not await asked(self.app, HalfwayScreen()):
                raise AnotherTime
            session.pass_halfway()
        if newest is not None and self._says_back:
            from trainer.tui.together.listen import ListenScreen

            await asked(self.app, ListenScreen(session, newest))
        if self._landing and session.guesser is not None:
            from trainer.tui.together.guess import GuessScreen

            guessed = await asked(self.app, GuessScreen(session, self._seed))
            session.guess(guessed or None)

    # Taking back, and leaving

    def action_take_back(self) -> None:
        """Asks whether to take the newest line back."""
        newest = self.session.newest
        if newest is not None:
            screen = TakeBackScreen(newest.text)
            self.app.push_screen(screen, lambda _: self._taken_back(screen))

    def _taken_back(self, screen: TakeBackScreen) -> None:
        if screen.answered is None:
            self.post_message(StopForTonight())
        elif screen.answered:
            self.session.take_back()
            self.page.take_back()
            self._offer()

    def action_leave(self) -> None:
        """Asks whether to leave: stopping is offered first, then staying, then going on alone."""
        screen = LeavingScreen(alone=True)
        self.app.push_screen(screen, lambda _: self.leaving(screen))

    def leaving(self, screen: TogetherScreen[str]) -> None:
        """They were asked whether to leave."""
        if screen.answered == ALONE:
            self.answer(GONE_ON_ALONE)
        else:
            super().leaving(screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A line can be taken back once there is one, and nothing while something is asked."""
        if action == "take_back":
            return self._play.can_take_back and not self._is_asking
        return True
