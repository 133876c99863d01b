"""What each expects of the other after the seats were swapped: to be asked about, not counted."""

from __future__ import annotations

from trainer.practice.play import Decision, Play
from trainer.practice.words import quote
from trainer.scenario.model import Values
from trainer.scenario.record import record

#: So many times each of the two guesses at the most, in one play.
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

        ``most_to_come`` is how many decisions can follow at the most, this one among them; about
        half of them are the other's. A player's guesses are spread over those, and between two of
        them is one that is not guessed: the talk is not to be all hand-overs. Neither of the two
        guesses more than one time more than the other.
        """
        play = self._play
        if self._now in self._made or len(play.choices) < 2:
            return False
        before = [each for each in play.decisions if each.seat == play.turn]
        if before and (before[-1].node.id, before[-1].values) in self._made:
            return False
        made = sum(1 for who, _ in self._made.values() if who == guesser)
        if made >= MOST_GUESSES or made > len(self._made) - made:
            return False
        of_the_other = len(before) + (most_to_come + 1) // 2
        due = of_the_other * (2 * made + 1) // (2 * MOST_GUESSES)
        return len(before) >= due

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
