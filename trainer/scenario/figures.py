"""The figures that single lines come to, as pure formulas.

Play's scores, the naive players and authors' walkthroughs all count with these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from trainer.scenario.model import Choice

TYPE_CHECKING = False  # typing itself takes a while to import; so does fractions
if TYPE_CHECKING:
    from fractions import Fraction

_LOWEST = 3  # values go from -3 to 3


def best_value(choices: Sequence[Choice]) -> int:
    """The highest value among the choices, -3 to 3. Raises ValueError for no choices."""
    return max(choice.value for choice in choices)


def decision_score(value: int, best: int) -> Fraction | None:
    """100 x (value + 3) / (best + 3), exact; None where the best on offer is 0 or less.

    Silence is not harm: where nothing good was on offer, nothing is scored.
    """
    from fractions import Fraction

    return Fraction(100 * (value + _LOWEST), best + _LOWEST) if best > 0 else None


def half_up(number: Fraction) -> int:
    """Rounded to a whole number, a half upwards."""
    return (2 * number + 1).__floor__() // 2


def mean_score(scores: Iterable[Fraction | None]) -> int | None:
    """The mean of the scored decisions, rounded half up; None where none was scored."""
    scored = [score for score in scores if score is not None]
    return half_up(sum(scored[1:], scored[0]) / len(scored)) if scored else None


def float_scores(choices: Sequence[Choice]) -> list[float] | None:
    """The decision score of each choice offered; None where the decision is not scored.

    For players that play very often: as floating-point numbers.
    """
    best = best_value(choices)
    return [_float_score(choice.value, best) for choice in choices] if best > 0 else None


@cache
def _float_score(value: int, best: int) -> float:
    return float(decision_score(value, best) or 0)
