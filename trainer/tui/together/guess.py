"""After the seats are swapped: what one expects the other to say, alone, and one question of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.play import in_play_order
from trainer.practice.together import Session
from trainer.practice.together_questions import (
    ABOUT_A_GUESS,
    ABOUT_ASKING_ONE,
    I_EXPECTED,
    IT_WAS,
    JUST_LISTEN,
    NO_GUESS,
    NONE_OF_THEM,
    SO_IT_WAS,
    pick_a_guess,
    what_will_be_said,
)
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown, spoken
from trainer.tui.together.base import option
from trainer.tui.together.private import OPEN, PrivateScreen
from trainer.tui.together.voices import label, only_you, said_block

#: What a guesser answers who does not guess.
PASSED = ""
_DONE = "<done>"
#: So much of what was seen and said stands above the guess.
_LEAD = 1


class GuessScreen(PrivateScreen[str]):
    """What will the other say? It answers a choice's id, or PASSED."""

    name_in_help = "a guess, alone"

    def __init__(self, session: Session, seed: int | None = None) -> None:
        """For ``session.guesser``; ``seed`` puts the lines in the order of play.

        Raises ValueError where nobody is to guess.
        """
        guesser = session.guesser
        if guesser is None:
            raise ValueError("nobody is to guess here")
        super().__init__(session.names[guesser])
        self._session, self._guesser, self._seed = session, guesser, seed

    def topic(self) -> str:
        """What it is about, in a word or two that tell nothing."""
        return "a guess"

    def blocks(self) -> Iterable[Block]:
        """The question, and what led up to it."""
        session, before = self._session, None
        yield only_you(session, self._guesser)
        yield blank()
        other = label(session, 1 - self._guesser)
        before_it, after_it = what_will_be_said(other.plain).split(other.plain, 1)
        yield para(shown(before_it) + other + shown(after_it))
        yield para(shown(ABOUT_A_GUESS, "muted"))
        for entry in session.play.talk_since(max(0, session.play.talk_length - _LEAD)):
            yield said_block(session, entry, before)
            before = entry

    def items(self) -> Iterable[Item]:
        """What the other can say, and no guess."""
        play = self._session.play
        choices = in_play_order(play, self._seed)
        for number, choice in enumerate(choices, 1):
            say = spoken(play.text(choice.say))
            yield Item(choice.id, (para(say, first=shown(f"{number}  ", "key"), measure=100),))
        first = shown(f"{len(choices) + 1}  ", "key")
        yield Item(PASSED, (para(shown(NO_GUESS, "muted"), first=first),))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if self.stage == OPEN:
            self.answer(event.item)


class ExpectedScreen(PrivateScreen[bool]):
    """One of one's own guesses to ask about. It answers True, whether one was picked or not."""

    name_in_help = "a question of one's own"

    def __init__(self, session: Session, player: int) -> None:
        """For a player who has guesses."""
        super().__init__(session.names[player])
        self._session, self._guesser = session, player
        self._other = session.names[1 - player]
        self._guesses = session.guesses(player)
        self._question = ""

    def topic(self) -> str:
        """What it is about, in a word or two that tell nothing."""
        return "one question"

    def blocks(self) -> Iterable[Block]:
        """What can be asked; then the question, to be said aloud."""
        if self._question:
            yield para(shown(f"Turn the screen so that {self._other} sees it too, and ask:"))
            yield blank()
            yield para(shown(self._question, "strong"))
            yield blank()
            yield para(shown(JUST_LISTEN, "muted"))
            return
        yield only_you(self._session, self._guesser)
        yield blank()
        yield para(shown(pick_a_guess(self._other), "strong"))
        yield para(shown(ABOUT_ASKING_ONE, "muted"))

    def items(self) -> Iterable[Item]:
        """One's guesses, and none of them."""
        if self._question:
            yield option(_DONE, "We have talked about it", 1)
            return
        for number, guess in enumerate(self._guesses, 1):
            expected = shown(f"{I_EXPECTED} ", "muted") + spoken(guess.expected)
            same = guess.took == guess.expected
            was = shown(SO_IT_WAS, "muted") if same else spoken(guess.took)
            took = para(was if same else shown(f"{IT_WAS} ", "muted") + was, indent=3)
            row = para(expected, first=shown(f"{number}  ", "key"))
            yield Item(str(number), (row, took))
        yield option(_DONE, NONE_OF_THEM, len(self._guesses) + 1)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if self.stage != OPEN:
            return
        if event.item == _DONE:
            self.answer(True)
        elif not self._question:
            self._question = self._guesses[int(event.item) - 1].question
            self.to(OPEN)
