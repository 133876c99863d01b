"""How the player likes to practise: as it was last chosen, and where nothing was, as suggested."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.practice.practising import COACHED, REHEARSAL, REHEARSAL_LEVEL, How


@dataclass
class Habits:
    """What is remembered from play to play.

    ``feedback`` is None as long as nothing was chosen: then the scenario's level suggests it.
    ``motion`` lets the breath of a time-out move; ``pause_minutes`` is how long one takes.
    """

    feedback: str | None = None
    say_first: bool = False
    guess: bool = False
    motion: bool = True
    pause_minutes: int = 20

    def how_for(self, level: int) -> How:
        """How a scenario of this level is practised, if the player says nothing else."""
        return How(self.feedback or suggested(level), self.say_first, self.guess)

    def remember(self, how: How, level: int) -> None:
        """Takes over what was chosen before a play. What was only suggested stays open."""
        if self.feedback is not None or how.feedback != suggested(level):
            self.feedback = how.feedback
        self.say_first, self.guess = how.say_first, how.guess


def suggested(level: int) -> str:
    """The feedback that a level suggests."""
    return REHEARSAL if level >= REHEARSAL_LEVEL else COACHED
