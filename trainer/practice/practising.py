"""What a person brings to a play beside their choices, as pure data.

How it is practised is chosen before: with the coach after each line or only at the end, own words
first or not, a guess before each line lands or not, one principle to watch. What is typed, ticked
and guessed is kept by the moment (the node and state of a decision) that it belongs to, so taking
lines back loses none of it. None of it is scored, and no text is ever analysed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.practice.play import Decision, Play
from trainer.practice.scoring import SeatScore
from trainer.practice.words import number_word
from trainer.scenario.model import Catalogue, Choice, Scenario, Values
from trainer.scenario.record import record_by_value

#: The coach after every line, or only in the debrief.
COACHED, REHEARSAL = "coached", "rehearsal"
#: The level from which rehearsal is suggested: under pressure.
REHEARSAL_LEVEL = 3

#: What the other may do when a line lands.
CLOSER, STAY, BACK = "closer", "stay", "back"

#: So many principles are shown to be ticked.
MOST_MARKERS = 4
#: Longer words than these are cut: a line that is said is short.
MOST_TYPED = 600

#: Meters of which more is farther away.
_FARTHER = frozenset({"ache", "anger", "distance", "fear", "guard", "hurt", "shame", "tension"})


@record_by_value
class How:
    """How a play is practised. ``watched`` is a principle's id, or None."""

    feedback: str = COACHED
    say_first: bool = False
    guess: bool = False
    watched: str | None = None


@record_by_value
class Typed:
    """Words of one's own, and the principles that their writer found in them."""

    text: str
    markers: tuple[str, ...] = ()


@record_by_value
class Guess:
    """What was guessed of a choice before it landed, and what happened."""

    guessed: str
    landed: str

    @property
    def is_right(self) -> bool:
        return self.guessed == self.landed


class Practised:
    """What was typed, ticked and guessed in one play.

    ``replay_from`` is the number of the line (from 1) from which this play repeats another one with
    a line of its own; None for a play from the beginning.
    """

    def __init__(self, play: Play, how: How, replay_from: int | None = None) -> None:
        self.how = how
        self.replay_from = replay_from
        self._play = play
        self._typed: dict[tuple[str, Values], Typed] = {}
        self._guessed: dict[tuple[str, Values, str], str] = {}
        #: What was typed after the debrief, by the index of the line that it was for.
        self.said_again: dict[int, Typed] = {}

    # At the decision that is due

    def type(self, text: str) -> None:
        """Keeps the words typed at the decision that is due. The first ones stay."""
        self._typed.setdefault(self._now, Typed(text))

    def tick(self, markers: Sequence[str]) -> None:
        """Keeps what was ticked for the words typed at the decision that is due."""
        typed = self._typed.get(self._now)
        if typed is not None and not typed.markers:
            self._typed[self._now] = Typed(typed.text, tuple(markers))

    def typed_now(self) -> Typed | None:
        """The words typed at the decision that is due."""
        return self._typed.get(self._now)

    def guess(self, choice: Choice, guessed: str) -> None:
        """Keeps how a choice is expected to land, before it is made."""
        self._guessed.setdefault((*self._now, choice.id), guessed)

    @property
    def _now(self) -> tuple[str, Values]:
        return self._play.node.id, self._play.values

    # Afterwards

    def put_back(self, guesses: Sequence[str | None], words: Iterable[tuple[int, Typed]]) -> None:
        """Puts back what was guessed and typed in a play that is taken up again.

        ``guesses`` has one for each of its moves, or None; ``words`` come with the number of moves
        that had been made when they were typed.
        """
        typed_after: dict[int, list[Typed]] = {}
        for moves_before, typed in words:
            typed_after.setdefault(moves_before, []).append(typed)
        again = Play(self._play.scenario, self._play.seats, self._play.names)
        for number in range(len(self._play.moves) + 1):
            moment = again.node.id, again.values
            for typed in typed_after.get(number, ()):
                self._typed.setdefault(moment, typed)
            if number == len(self._play.moves):
                return
            move, guess = self._play.moves[number], guesses[number]
            if guess is not None:
                self._guessed.setdefault((*moment, move), guess)
            again.move(move)

    def typed_at(self, decision: Decision) -> Typed | None:
        """The words typed at a decision."""
        return self._typed.get((decision.node.id, decision.values))

    def guess_at(self, decision: Decision) -> Guess | None:
        """The guess of how the first choice made at a decision would land, and how it did."""
        guessed = self._guessed.get((decision.node.id, decision.values, decision.first.id))
        landed = how_it_lands(self._play.scenario, decision.seat, decision.first)
        return None if guessed is None or landed is None else Guess(guessed, landed)


def how_it_lands(scenario: Scenario, seat: str, choice: Choice) -> str | None:
    """Whether the other comes closer, stays or pulls back, by the meters that are theirs.

    None where the scenario has no meter of theirs, so that nothing could tell.
    """
    other = scenario.other(seat)
    theirs = {at for at, name in enumerate(scenario.state) if name.of == other}
    if not theirs:
        return None
    moved = sum(
        -change if scenario.state[at].name in _FARTHER else change
        for at, change in choice.effects
        if at in theirs
    )
    return CLOSER if moved > 0 else BACK if moved < 0 else STAY


def can_guess(play: Play) -> bool:
    """Whether a line is due, and anything tells how the one who is talked with takes it."""
    if play.ending is not None:
        return False
    other = play.scenario.other(play.seats[0])
    return any(name.of == other for name in play.scenario.state)


def on_offer(choices: Sequence[Choice], catalogue: Catalogue) -> list[str]:
    """Up to four principles that the choices show most, sorted by title."""
    most: dict[str, int] = {}
    for choice in choices:
        for principle, mark in choice.marks.items():
            if mark > 0:
                most[principle] = max(mark, most.get(principle, 0))
    strongest = sorted(most, key=lambda each: -most[each])[:MOST_MARKERS]
    return sorted(strongest, key=catalogue.title_of)


def good_lines(choices: Sequence[Choice]) -> list[Choice]:
    """The strongest of the choices, and a second good one where there is one."""
    ranked = sorted(choices, key=lambda choice: -choice.value)
    return [ranked[0], *(choice for choice in ranked[1:2] if choice.value > 0)]


def moves_to(play: Play, line: int) -> tuple[str, ...]:
    """The moves that lead a play straight to where its line of this index was said."""
    return tuple(decision.took.id for decision in play.decisions[:line])


def typed_text(raw: str) -> str:
    """What was typed, as one line of a length that can be kept."""
    return " ".join(raw.split())[:MOST_TYPED]


def watched_in_words(score: SeatScore, principle: str, catalogue: Catalogue) -> str:
    """How it went with the principle that was picked to watch."""
    title = catalogue.title_of(principle)
    row = score.profile.get(principle)
    marks = [line.decision.first.marks.get(principle, 0) for line in score.decisions]
    first = score.before + 1
    shown = [number for number, mark in enumerate(marks, first) if mark > 0]
    against = [number for number, mark in enumerate(marks, first) if mark < 0]
    if row is None or (not row.offered and not against):
        return f"You watched {title}. No line on offer in this talk showed it."
    parts = [f"You showed it in {_lines(shown)}" if shown else "None of your lines showed it"]
    if against:
        parts.append(f"{_lines(against)} went against it")
    return f"You watched {title}. {'; '.join(parts)}."


def _lines(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    first = ", ".join(str(number) for number in numbers[:-1])
    return f"{number_word(len(numbers))} lines ({first} and {numbers[-1]})"
