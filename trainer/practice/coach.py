"""The coach's words after a line, during play: what it did, and what can still be done now.

Everything is written beforehand. The better line is never named before the debrief.
"""

from __future__ import annotations

from trainer.practice.play import Decision
from trainer.practice.scoring import is_repair
from trainer.scenario.figures import best_value
from trainer.scenario.model import Catalogue, Choice
from trainer.scenario.record import record

_MENDED = "That reached back for what was missed. Mending a miss is the skill, and this was it."
_BEST = "Nothing here was stronger. Let it stand; the next thing they say is worth waiting for."
_GOOD = "That helps. There is a little more in this moment, and there is time for it."
_FLAT = "No harm done, not much reached. Listen for what they feel; you can still answer that."
_MISS = (
    "A miss, the kind everyone makes. It can be mended, and mending is the skill: watch for a way."
)
_MISS_AGAIN = "This is getting hot. Slow down: one plain word about what you just did can turn it."
_LAST_MISS = "The talk ends here, but not the evening. You can take the line back and try another."


@record
class Coaching:
    """``why`` as the author wrote it, the marks, and what can still be done."""

    why: str
    marks: dict[str, int]
    still: str


def coaching(decisions: list[Decision], catalogue: Catalogue, ended: bool) -> Coaching:
    """The coach's words on the last of a seat's decisions, by the choice that was just taken.

    ``ended`` is whether the play reached its ending with it.
    """
    decision = decisions[-1]
    choice = decision.took
    earlier = [each.took for each in decisions[:-1]]
    return Coaching(choice.why, dict(choice.marks), _still(decision, earlier, catalogue, ended))


def _still(decision: Decision, earlier: list[Choice], catalogue: Catalogue, ended: bool) -> str:
    choice = decision.took
    open_miss = False
    for before in earlier:
        open_miss = before.value < 0 or (open_miss and not is_repair(before, catalogue))
    if choice.value < 0:
        if ended:
            return _LAST_MISS
        return _MISS_AGAIN if open_miss else _MISS
    if open_miss and is_repair(choice, catalogue):
        return _MENDED
    if choice.value == best_value(decision.offered):
        return _BEST if choice.value > 0 else _FLAT
    return _GOOD if choice.value > 0 else _FLAT
