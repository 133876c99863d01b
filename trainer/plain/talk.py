"""Plain mode: the play line by line, for pipes, screen readers, dumb terminals and scripts.

It is made to be read aloud: no boxes, no colour, one thing a line, speakers by name. One line is
read a decision: the number of a choice, ``?`` to hear it again, ``u`` to take back, ``q`` to leave.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from trainer.practice.coach import Coach
from trainer.practice.play import TAKE_BACK, Entry, Play, in_play_order
from trainer.practice.practising import Practised
from trainer.practice.words import marks_in_words, plural
from trainer.scenario.model import LEVELS, Catalogue, Choice
from trainer.scenario.problems import printable

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.keeper import Keeper
    from trainer.scenario.graph import Graph


class Left(Exception):
    """The player left, or the input ended."""


def about(play: Play, catalogue: Catalogue) -> list[str]:
    """What everyone is told of a scenario before a play of it."""
    scenario, text = play.scenario, play.text
    skill = catalogue.skills[scenario.skill].title
    notes = "; ".join(text(note) for note in scenario.content_notes)
    return [
        text(scenario.title),
        f"{skill}, {LEVELS[scenario.level]}, about {plural(scenario.minutes, 'minute')}.",
        *([f"Content notes: {notes}."] if notes else []),
        text(scenario.premise),
    ]


class PlainPlay:
    """One play, told on stdout and steered from stdin."""

    def __init__(
        self,
        play: Play,
        catalogue: Catalogue,
        seed: int | None,
        begin_keeping: Callable[[], Keeper] | None = None,
        graph: Graph | None = None,
    ) -> None:
        """``begin_keeping`` is asked for what keeps the play at its first move; None keeps none.

        ``graph`` is the scenario's, where it is at hand.
        """
        self.play = play
        self.catalogue = catalogue
        self.seed = seed
        self.seat = play.seats[0]
        self.coach = Coach(play, catalogue, graph)
        self.keeper: Keeper | None = None
        #: What was typed on the way; None where nothing is.
        self.practised: Practised | None = None
        self._begin_keeping = begin_keeping

    def keeping(self) -> Keeper | None:
        """What keeps the play, begun now if it was not; None where it is not to be kept."""
        if self.keeper is None and self._begin_keeping is not None:
            self.keeper = self._begin_keeping()
        return self.keeper

    def move(self, move: str) -> None:
        """Makes a move, which is kept before anything that comes of it is told."""
        (self.keeping() or self.play).move(move)

    def say(self, *lines: str) -> None:
        """Prints lines as plain text."""
        for line in lines:
            print(printable(line))

    def run(self) -> None:
        """Tells the story and reads a line a decision, up to the ending. Raises Left."""
        self.introduce()
        told = 0
        while True:
            self.tell(self.play.talk_since(told))
            told = self.play.talk_length
            asked = False
            if self.play.ending is not None:
                if not self.takes_back_at_the_end():
                    return
                asked = True
            self.decide(asked=asked)
            told = self.consequence(told)

    def introduce(self) -> None:
        """What the first screen of the app shows."""
        play, text = self.play, self.play.text
        scenario = play.scenario
        me, other = self.seat, scenario.other(self.seat)
        self.say(
            *about(play, self.catalogue),
            f"You are {play.names[me]}. {text(scenario.roles[me].brief)}",
            f"The other is {play.names[other]}.",
            "Answer with a number. ? says it again, u takes your last line back, q leaves.",
            "",
        )

    def tell(self, entries: Iterable[Entry]) -> None:
        """Entries of the talk, one a line."""
        for entry in entries:
            self.say(self.spoken(entry))

    def spoken(self, entry: Entry) -> str:
        """An entry of the talk as it is read aloud."""
        if entry.speaker is None:
            return entry.text
        name = self.play.names[entry.speaker]
        name = f"{name} (you)" if entry.speaker == self.seat else name
        return f"{name}: {entry.text}"

    def takes_back_at_the_end(self) -> bool:
        """Reads one more line at the ending: whether it takes the last line back."""
        self.say("", "It is over. u takes your last line back, anything else goes to the debrief.")
        try:
            answer = self.read().strip()
        except Left:
            return False
        if answer not in ("u", "U") or not self.play.can_take_back:
            return False
        self.take_back(in_play_order(self.play, self.seed))
        return True

    def decide(self, *, asked: bool = False) -> None:
        """Reads lines until one is a choice, and takes it. Raises Left.

        ``asked`` says that the choices have just been told.
        """
        choices = in_play_order(self.play, self.seed)
        if not asked:
            self.ask(choices)
        while True:
            answer = self.read().strip()
            if answer in ("q", "Q"):
                raise Left
            if answer == "?":
                self.again(choices)
            elif answer in ("u", "U"):
                choices = self.take_back(choices)
            elif answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(choices):
                self.move(choices[int(answer[:6]) - 1].id)
                return
            else:
                self.answer_otherwise(answer, choices)

    def answer_otherwise(self, answer: str, choices: list[Choice]) -> None:
        """Says what is expected, after a line that is nothing of it."""
        self.say(
            f"Please type a number from 1 to {len(choices)}, or ? to hear it again, u to take your "
            "last line back, q to leave."
        )

    def ask(self, choices: list[Choice]) -> None:
        """The choices, numbered."""
        self.say("", "What do you say?")
        self.tell_choices(choices)

    def tell_choices(self, choices: list[Choice]) -> None:
        """The choices alone, numbered."""
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}. {self.play.text(choice.say)}")

    def again(self, choices: list[Choice]) -> None:
        """What was last seen and said, and the choices once more."""
        talk = self.play.talk
        last = max((i for i, e in enumerate(talk) if e.decision is not None), default=-1)
        start = max((i for i, e in enumerate(talk[: last + 1]) if e.kind == "said"), default=0)
        self.say("")
        self.tell(talk[start:])
        self.ask(choices)

    def take_back(self, choices: list[Choice]) -> list[Choice]:
        """Takes the last line back, if there is one; the choices that are then on offer."""
        if not self.play.can_take_back:
            self.say("There is no line to take back yet.")
            return choices
        taken = self.play.decisions[-1].took
        self.move(TAKE_BACK)
        self.say(f"Taken back: {self.play.text(taken.say)}")
        choices = in_play_order(self.play, self.seed)
        self.again(choices)
        return choices

    def read(self) -> str:
        """One line of input. Raises Left at its end."""
        print("> ", end="", flush=True)
        line = sys.stdin.readline() if sys.stdin else ""
        if not (sys.stdin and sys.stdin.isatty()):
            print()
        if not line:
            raise Left
        return line

    def consequence(self, told: int) -> int:
        """How the line just chosen lands, then the coach; how much of the talk is told by then."""
        index = len(self.play.decisions) - 1
        fresh = [entry for entry in self.play.talk_since(told) if entry.decision == index]
        # After a take-back the talk is shorter than what was told of it.
        if not fresh:
            fresh = [entry for entry in self.play.talk if entry.decision == index]
        self.tell(fresh)
        self.coach_on(index)
        last = max(i for i, entry in enumerate(self.play.talk) if entry.decision == index)
        return last + 1

    def coach_on(self, index: int) -> None:
        """The coach's words on a line."""
        words = self.coach.on_line(index, "u")
        self.say("", f"Coach: {words.why}")
        self.say(*(f"{mark}." for mark in marks_in_words(words.marks, self.catalogue, signs=False)))
        self.say(*(more for more in (words.now, words.offer) if more), "")
