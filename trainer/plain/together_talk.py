"""Plain mode for two: the talk line by line, how lines landed, and the halfway question."""

from __future__ import annotations

from functools import partial

from trainer.plain.alone import AnotherTime, Room
from trainer.plain.talk import Left, PlainPlay
from trainer.plain.together_listening import guess_now, listen_first
from trainer.practice.play import TAKE_BACK, Entry, in_play_order
from trainer.practice.together import Session
from trainer.practice.together_words import (
    ABOUT_ALONE,
    ABOUT_LANDING,
    ANOTHER_TIME,
    ASK_TO_TAKE_BACK,
    BOTH_ARE_GOOD,
    GO_ON,
    GO_ON_ALONE,
    HALFWAY,
    LANDINGS,
    LEAVE_FOR_TONIGHT,
    LEAVE_IT,
    NO_REASON,
    STAY,
    TIME_OUT,
    how_did_that_land,
)
from trainer.scenario.model import Catalogue, Choice

#: What is answered with a key.
KEYS = (
    "? says it again, u takes the newest line back when you both want to, t is a time-out for "
    "either, q is for another time."
)
#: One more, where more than a line a decision is read.
LEAVING = "l is for when one of you has to go."


class Alone(Exception):
    """One of the two has to go, and the other goes on without them."""


class PlainTogether(PlainPlay):
    """The talk of two, line by line: no coach, no mark and no figure while they sit there."""

    def __init__(
        self,
        room: Room,
        session: Session,
        catalogue: Catalogue,
        seed: int | None,
        *,
        landing: bool,
        listens: bool,
    ) -> None:
        """``landing`` asks how lines landed, and halfway; ``listens`` has each said back first."""
        super().__init__(session.play, catalogue, seed)
        self.session = session
        self.room = room
        self.landing = landing
        self.listens = listens

    def introduce(self) -> None:
        """Both know what it is about by now."""

    def move(self, move: str) -> None:
        """Makes a move. Nothing keeps it."""
        if move == TAKE_BACK:
            self.session.take_back()
        else:
            self.session.choose(move)

    def read(self) -> str:
        """One line of input. Raises AnotherTime for q, Left at the end of the input."""
        return self.room.line()

    def spoken(self, entry: Entry) -> str:
        """An entry of the talk as it is read aloud: the role, and who is in it."""
        if entry.speaker is None:
            return entry.text
        return f"{self.session.label(entry.speaker)}: {entry.text}"

    def decide(self, *, asked: bool = False) -> None:
        """Reads lines until one is a choice, and takes it. Raises Left."""
        if self.listens and listen_first(self.room, self.session):
            asked = False
        if self.landing and self.session.guesser is not None:
            guess_now(self.room, self.session, in_play_order(self.play, self.seed))
            self.tell_newest()
        super().decide(asked=asked)

    def ask(self, choices: list[Choice]) -> None:
        """Whose turn it is, and the choices, numbered."""
        seat = self.play.turn or ""
        self.say("", f"{self.session.label(seat)}: it is your turn.")
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}. {self.play.text(choice.say)}")

    def answer_otherwise(self, answer: str, choices: list[Choice]) -> None:
        """The time-out, or what is expected."""
        if answer in ("t", "T"):
            self.say(*TIME_OUT, "The talk waits here.")
            self.ask(choices)
        elif answer in ("l", "L") and self.landing:
            self.ask_whether_to_leave()
            self.ask(choices)
        else:
            self.say(f"Please type a number from 1 to {len(choices)}. {self.keys}")

    @property
    def keys(self) -> str:
        """What is answered with a key here."""
        return f"{KEYS} {LEAVING}" if self.landing else KEYS

    def ask_whether_to_leave(self) -> None:
        """Somebody has to go: stopping is offered first. Raises AnotherTime, and Alone."""
        self.say("", LEAVE_FOR_TONIGHT, NO_REASON, ABOUT_ALONE)
        answer = self.room.one_of((ANOTHER_TIME, STAY, GO_ON_ALONE))
        if answer == 0:
            raise AnotherTime
        if answer == 2:
            raise Alone

    def take_back(self, choices: list[Choice]) -> list[Choice]:
        """Takes the newest line back, if there is one; the choices that are then on offer."""
        if not self.play.can_take_back:
            self.say("There is no line to take back yet.")
            return choices
        self.move(TAKE_BACK)
        self.room.is_over = False
        self.say(f"{ASK_TO_TAKE_BACK} Yes: it goes on before that line.")
        choices = in_play_order(self.play, self.seed)
        self.again(choices)
        return choices

    def takes_back_at_the_end(self) -> bool:
        """Reads one more line at the ending: whether it takes the newest line back."""
        self.say("", "It is over. u takes the newest line back; anything else goes on.")
        if self.room.answer() not in ("u", "U"):
            return False
        self.take_back(in_play_order(self.play, self.seed))
        return True

    def consequence(self, told: int) -> int:
        """What follows the line just chosen; then how it landed, and whether they go on."""
        index = len(self.play.decisions) - 1
        self.room.is_over = self.play.ending is not None
        self.tell(self.told_of(index))
        if self.landing and self.session.wants_landing:
            self.ask_how_it_landed()
        if self.landing and self.session.is_halfway:
            self.ask_halfway()
        return max(i for i, entry in enumerate(self.play.talk) if entry.decision == index) + 1

    def told_of(self, index: int) -> list[Entry]:
        """A line and what followed it at once."""
        return [entry for entry in self.play.talk if entry.decision == index]

    def tell_newest(self) -> None:
        """After the screen was cleared, what was said last."""
        if self.room.clears and self.play.decisions:
            self.tell(self.told_of(len(self.play.decisions) - 1))

    def ask_how_it_landed(self) -> None:
        """The one who heard the newest line marks it, alone. Nothing tells afterwards what."""
        line, room, session = self.session.newest, self.room, self.session
        assert line is not None
        hearer = session.names[line.hearer]
        role = None if session.own_names else session.role_of(line.hearer)
        tell = partial(
            room.say,
            f"{session.label(line.seat)} said: {line.text}",
            how_did_that_land(hearer, role),
            *(f"{number}. {words}." for number, words in enumerate(LANDINGS.values(), 1)),
            ABOUT_LANDING,
            "Type the numbers in any mix, such as 14; Enter for none, or to skip.",
        )
        expected = "Please type numbers from 1 to 4 in any mix, or just Enter."
        session.mark(room.alone(hearer, tell, marks_in, expected))
        room.say("Both of you again.")
        self.tell_newest()

    def ask_halfway(self) -> None:
        """Always asked, once; both answers are as good. Raises Left."""
        self.say("", f"Halfway. {HALFWAY}", BOTH_ARE_GOOD)
        if self.room.one_of((GO_ON, LEAVE_IT)):
            raise Left
        self.session.pass_halfway()


def marks_in(answer: str) -> list[str] | None:
    """The ids of LANDINGS that a line of numbers names; None where it is not one."""
    ids = list(LANDINGS)
    signs = [sign for sign in answer if sign not in " ,;"]
    if any(sign not in "1234" for sign in signs):
        return None
    return [ids[int(sign) - 1] for sign in signs]
