"""The coach's words that go with the figures: what can still be done now.

Never the better line, and never a word about the person. Which of the words is said depends on the
figures alone, so the same talk is always answered in the same way.
"""

from __future__ import annotations

from trainer.practice.scoring import Scored, SeatScore
from trainer.practice.words import number_word

FIRST_MISS = (
    "You missed one. It can be mended: that is the skill.",
    "That one missed. Nothing is lost: the next line can go back to it.",
)
MISS_ON_MISS = (
    "Two misses are open now. One line that owns it is enough to begin with.",
    "It has got harder, and it can still turn. Own one thing, however small.",
)
MISS_AFTER_MEND = (
    "Another miss. You have mended one before, and the same way is open.",
    "That one slipped. You know the way back by now.",
)
NO_WAY_BACK = (
    "This talk may not come together tonight. It can still be left kinder than it is.",
    "Not every talk gets there in one evening. How it is left still counts.",
)
MENDED = (
    "That mended it. Stay near for another line or two.",
    "There: mended. It did not have to be perfect.",
)
STRONG = (
    "As strong as any line on offer here.",
    "That reached it. Go on like this, and keep listening.",
    "That landed where it was meant to.",
)
SOME = (
    "That reached for it. There was room for a little more.",
    "A good part of it. The next line can go further.",
)
SOME_WITH_MISS_OPEN = (
    "That helps. The miss from before is still waiting to be mended.",
    "Good. There is still one thing to go back to.",
)
PLAIN = (
    "Neither here nor there. The next line can reach for more.",
    "No harm done, and little said. There is room in the next line.",
)
SECOND_TRY = "A second try. What counts in the debrief is the first."


def what_now(score: SeatScore, *, way_back: bool, is_over: bool) -> str:
    """What can be done now, after the newest line of this seat; nothing once it is over."""
    if is_over or not score.decisions:
        return ""
    number = len(score.decisions) - 1
    words = _fitting(score, score.decisions[number], number, way_back)
    return words[number % len(words)]


def _fitting(score: SeatScore, last: Scored, number: int, way_back: bool) -> tuple[str, ...]:
    before = score.decisions[:number]
    still_open = sum(1 for line in before if line.is_rupture and line.mended_by is None)
    if not way_back:
        return NO_WAY_BACK
    if last.is_rupture:
        if still_open:
            return MISS_ON_MISS
        return MISS_AFTER_MEND if any(line.is_rupture for line in before) else FIRST_MISS
    if any(line.mended_by == number for line in before):
        return MENDED
    if last.value <= 0:
        return PLAIN
    if still_open:
        return SOME_WITH_MISS_OPEN
    return STRONG if last.cost == 0 else SOME


def way_back_words(score: SeatScore, *, way_back: bool) -> str:
    """The side panel's word on the way back."""
    if not way_back:
        return "Not in this talk any more. It can still be left kinder."
    misses = [line for line in score.decisions if line.is_rupture]
    still_open = sum(1 for line in misses if line.mended_by is None)
    if still_open == 1:
        return "One miss is open. It can be mended."
    if still_open:
        return f"{number_word(still_open).capitalize()} misses are open. They can be mended."
    return "Misses mended. The way is open." if misses else "Open, whatever the next line is."


#: Words for a meter's five bands, where a high value is good for the two, and otherwise.
_WARM = frozenset({"safety", "trust", "warmth", "ease", "closeness", "openness", "hope"})
_WARM_WORDS = ("shut", "guarded", "wary", "opening", "open")
_BANDS = ("very low", "low", "middling", "high", "very high")


def meter_word(name: str, value: int) -> str:
    """A meter's value as a word."""
    words = _WARM_WORDS if name in _WARM else _BANDS
    return words[
        0 if value <= 1 else 1 if value <= 3 else 2 if value <= 5 else 3 if value <= 7 else 4
    ]
