"""What each expects of the other after the seats were swapped: to be asked about, not counted."""

from __future__ import annotations

from trainer.practice.play import Decision, Play
from trainer.practice.words import quote
from trainer.scenario.model import Values
from trainer.scenario.record import record

#: So many decisions of a play are guessed at the most.
MOST_GUESSES = 3


@record
class Guess:
    """What one expected of the other, and what the other took, as it was said.

    ``question`` is what the guesser may ask about it.
    """

    guesser: int
    expected: str
    took: str
    question: str


class Guesses:
    """The guesses of one play, kept by the moment (node and state) that each was made in."""

    def __init__(self, play: Play) -> None:
        self._play = play
        self._made: dict[tuple[str, Values], tuple[int, str | None]] = {}

    def is_due(self, guesser: int, most_to_come: int) -> bool:
        """Whether the decision that is due is one for this player to guess at.

        ``most_to_come`` is how many decisions can follow at the most, this one among them. The
        guesses are spread over the play; the one who guessed last lets a turn pass, so that both
        come to it.
        """
        play, made = self._play, self._made
        if len(made) >= MOST_GUESSES or self._now in made or len(play.choices) < 2:
            return False
        taken = len(play.decisions)
        due = (taken + most_to_come) * (2 * len(made) + 1) // (2 * MOST_GUESSES)
        last = next(reversed(made.values()), (None, None))[0]
        return taken >= due + (last == guesser)

    def keep(self, guesser: int, choice_id: str | None) -> None:
        """Keeps what is expected of the decision that is due; None for a guesser who skips."""
        self._made[self._now] = guesser, choice_id

    def of(self, player: int) -> list[Guess]:
        """A player's own guesses, in the order of the talk."""
        found = []
        for decision in self._play.decisions:
            guesser, expected = self._made.get((decision.node.id, decision.values), (None, None))
            if guesser == player and expected is not None:
                found.append(self._guess(player, expected, decision))
        return found

    def _guess(self, player: int, choice_id: str, decision: Decision) -> Guess:
        choice = next(each for each in decision.offered if each.id == choice_id)
        expected, took = (self._play.text(each.say) for each in (choice, decision.took))
        asked = "it" if choice is decision.took else _inside(took)
        question = f"I expected {_inside(expected)}. What made you pick {asked}?"
        return Guess(player, quote(expected), quote(took), question)

    @property
    def _now(self) -> tuple[str, Values]:
        return self._play.node.id, self._play.values


def _inside(say: str) -> str:
    """A line as it is quoted inside a sentence: without its own full stop."""
    return quote(say[:-1] if say.endswith(".") and not say.endswith("..") else say)
