"""From decisions to what they come to: the seat's score, its profile, its ruptures and repairs.

All figures are of first tries. Every score can be explained in one sentence: it is how much of the
best line on offer a line reached, and the mean of that over the decisions.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.practice.play import Decision
from trainer.scenario.figures import best_value, decision_score, mean_score
from trainer.scenario.model import Catalogue, Choice
from trainer.scenario.record import record

REPAIR = "repair"

TYPE_CHECKING = False  # typing itself takes a while to import; so does fractions
if TYPE_CHECKING:
    from fractions import Fraction


class Row:
    """A principle in a seat's profile: what was on offer, what was shown, what went against it."""

    __slots__ = ("against", "offered", "shown")

    def __init__(self, offered: int = 0, shown: int = 0, against: int = 0) -> None:
        self.offered = offered
        self.shown = shown
        self.against = against


@record
class Scored:
    """A decision and its figures. ``score`` is exact, 0 to 100, or None where it is not scored.

    ``mended_by`` is the index (among the seat's decisions) of the line that repaired a rupture.
    """

    decision: Decision
    value: int
    best: int
    score: Fraction | None
    mended_by: int | None = None

    @property
    def cost(self) -> int:
        """What the line left on the table: 0 is the best on offer."""
        return self.best - self.value

    @property
    def is_rupture(self) -> bool:
        return self.value < 0

    @property
    def strongest(self) -> list[Choice]:
        """The choices of the highest value that were on offer, in the file's order."""
        return [choice for choice in self.decision.offered if choice.value == self.best]


@record
class SeatScore:
    """What one seat's decisions come to. ``score`` is 0 to 100, or None where none was scored.

    ``before`` counts the lines of the talk that came before these, and are another play's.
    """

    seat: str
    score: int | None
    decisions: tuple[Scored, ...]
    profile: dict[str, Row]
    before: int = 0

    def number_of(self, scored: Scored) -> int:
        """Which line of the talk a decision is, from 1."""
        return self.before + self.decisions.index(scored) + 1

    @property
    def ruptures(self) -> int:
        return sum(1 for each in self.decisions if each.is_rupture)

    @property
    def repaired(self) -> int:
        return sum(1 for each in self.decisions if each.mended_by is not None)


def is_repair(choice: Choice, catalogue: Catalogue) -> bool:
    """Whether a choice can repair: of value above 0, with a positive mark of the family repair."""
    return choice.value > 0 and any(
        mark > 0 and catalogue.in_family(principle, REPAIR)
        for principle, mark in choice.marks.items()
    )


def score_seat(
    seat: str, decisions: Sequence[Decision], catalogue: Catalogue, *, before: int = 0
) -> SeatScore:
    """The figures of one seat over its decisions, by their first tries.

    The first ``before`` of them are another play's, and do not count.
    """
    own = [decision for decision in decisions if decision.seat == seat][before:]
    scored: list[Scored] = []
    mends: int | None = None  # the next repair, seen from the end
    for index in range(len(own) - 1, -1, -1):
        decision = own[index]
        value, best = decision.first.value, best_value(decision.offered)
        mended = mends if value < 0 else None
        scored.append(Scored(decision, value, best, decision_score(value, best), mended))
        if is_repair(decision.first, catalogue):
            mends = index
    scored.reverse()
    score = mean_score([each.score for each in scored])
    return SeatScore(seat, score, tuple(scored), profile_of(own), before)


def profile_of(decisions: Sequence[Decision]) -> dict[str, Row]:
    """A row for each principle that any offered choice marked."""
    rows: dict[str, Row] = {}
    for decision in decisions:
        highest: dict[str, int] = {}
        for choice in decision.offered:
            for principle, mark in choice.marks.items():
                highest[principle] = max(highest.get(principle, 0), mark)
        for principle, mark in highest.items():
            rows.setdefault(principle, Row()).offered += mark
        for principle, mark in decision.first.marks.items():
            if mark > 0:
                rows[principle].shown += mark
            else:
                rows[principle].against -= mark
    return rows
