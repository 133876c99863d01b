"""How figures are said: words first, and the number beside them."""

from __future__ import annotations

from collections.abc import Mapping

from trainer.practice.scoring import Scored, SeatScore
from trainer.scenario.model import Catalogue

#: How each kind of ending is said.
ENDING_WORDS = {"repaired": "repaired", "partly": "partly repaired", "apart": "apart for now"}
SHOWED, AGAINST = "▲", "▼"
#: The quiet line at the end of a solo debrief.
OWN_SIDE = "This is for your own side of the talk; don't quote the trainer at anyone."

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_word(number: int) -> str:
    """A small number as a word (``no`` for 0)."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def plural(number: int, one: str, many: str | None = None) -> str:
    """``one line``, ``three lines``."""
    return f"{number_word(number)} {one if number == 1 else many or one + 's'}"


def in_words(score: SeatScore, who: str = "You") -> str:
    """How a seat's lines went, as a sentence: reached, missed, mended."""
    lines = score.decisions
    if not lines:
        return f"{who} had no line to say."
    reached = sum(1 for line in lines if line.value > 0)
    text = f"{who} reached for it in {reached} of {len(lines)} line{'s' * (len(lines) != 1)}"
    misses = [line for line in lines if line.is_rupture]
    if not misses:
        return f"{text}; no misses."
    text += f"; {plural(len(misses), 'miss', 'misses')}"
    if len(misses) == 1:
        return f"{text}, {mended_in_words(misses[0], score)}."
    mended = sum(1 for line in misses if line.mended_by is not None)
    if mended == len(misses):
        return f"{text}, {'both' if mended == 2 else 'all'} mended."
    return f"{text}, {number_word(mended) if mended else 'none'} of them mended."


def mended_in_words(miss: Scored, score: SeatScore) -> str:
    """When a miss was mended."""
    if miss.mended_by is None:
        return "not mended"
    later = miss.mended_by - score.decisions.index(miss)
    return "mended with the next line" if later == 1 else f"mended {plural(later, 'line')} later"


def cost_in_words(cost: int) -> str:
    """What a line cost, in words."""
    return (
        "The strongest on offer" if cost == 0 else f"It left {plural(cost, 'point')} on the table"
    )


def marks_in_words(
    marks: Mapping[str, int], catalogue: Catalogue, *, signs: bool = True
) -> list[str]:
    """Each mark as a sign (unless it is to be read aloud), the principle's title, what it means."""
    words = {2: "shows it fully", 1: "shows it", -1: "goes against it", -2: "goes hard against it"}
    return [
        f"{(SHOWED if mark > 0 else AGAINST) + ' ' if signs else ''}"
        f"{catalogue.title_of(principle)}: {words[mark]}"
        for principle, mark in marks.items()
    ]


def quote(say: str) -> str:
    """A line as it is quoted: in quotation marks, save what is done and not said."""
    return say if say.startswith("[") and say.endswith("]") else f"“{say}”"
