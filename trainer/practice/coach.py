"""The coach's words after a line, during play: what can still be done now.

Never the better line, and never a word about the person. Which of the words is said depends on the
figures alone, so the same talk is always answered in the same way.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.practice.play import Play
from trainer.practice.scoring import Scored, SeatScore, score_seat
from trainer.practice.words import number_word
from trainer.scenario.graph import Graph, endings_open, explore, kinds
from trainer.scenario.model import Catalogue, Values
from trainer.scenario.record import record

FIRST_MISS = (
    "You missed one. It can be mended: that is the skill.",
    "That one missed. Nothing is lost: the next line can go back to it.",
)
MISS_ON_MISS = (
    "Two misses are open now. One line that owns it is enough to begin with.",
    "It has got harder, and it can still turn. Own one thing, however small.",
)
APPEASED = (
    "It can still be said. One true sentence is enough to begin with.",
    "What is true on your side is not said yet. One plain sentence can still follow.",
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
#: The principle that appeasing goes against: agreeing, apologising or forgiving only to end it.
APPEASING = "honest-limit"
SECOND_TRY = "A second try. What counts in the debrief is the first."


@record
class Coaching:
    """The coach on one line: ``why`` as the author wrote it, its marks, what can be done ``now``.

    ``offer`` names the way to take the line back, after the first miss of a play; else nothing.
    """

    why: str
    marks: Mapping[str, int]
    now: str
    offer: str


class Coach:
    """The coach of one play, for the seat that a person holds in it."""

    def __init__(
        self, play: Play, catalogue: Catalogue, graph: Graph | None = None, *, before: int = 0
    ) -> None:
        """``graph`` is the scenario's, where it is at hand; it is made when first needed if not.

        ``before`` counts the lines that a replay begins with, and that are another play's.
        """
        self._play, self._catalogue, self._graph = play, catalogue, graph
        self._before = before
        self._open: list[int] | None = None
        self._scored: tuple[int, SeatScore] | None = None

    def score(self) -> SeatScore:
        """What the lines so far come to."""
        moves = len(self._play.moves)
        if self._scored is None or self._scored[0] != moves:
            seat, decisions = self._play.seats[0], self._play.decisions
            self._scored = moves, score_seat(seat, decisions, self._catalogue)
        return self._scored[1]

    def way_back(self) -> bool:
        """Whether a repaired or partly repaired ending can still be reached."""
        return self._leads_back(self._play.node.id, self._play.values)

    def _leads_back(self, node: str, values: Values) -> bool:
        play = self._play
        if self._graph is None:
            self._graph = explore(play.scenario)
        if self._open is None:
            script = None if play.mode == "together" else play.scenario.other(play.seats[0])
            self._open = endings_open(self._graph, script)
        state = self._graph.find(node, values)
        return bool({"repaired", "partly"} & set(kinds(self._open[state])))

    def on_line(self, number: int, key: str) -> Coaching:
        """What the coach said when line ``number`` (from 0) was the newest.

        ``key`` takes a line back, as the player knows it.
        """
        play, decisions = self._play, self._play.decisions
        line = decisions[number]
        second_try = line.first is not line.took
        is_last = number == len(decisions) - 1
        now = offer = ""
        if second_try:
            now = SECOND_TRY
        else:
            score = self.score()
            if not is_last:
                score = score_seat(play.seats[0], decisions[: number + 1], self._catalogue)
            offer = take_back_offer(score, key, self._before)
            if not is_last:
                after = decisions[number + 1]
                now = what_now(score, way_back=self._leads_back(after.node.id, after.values))
            elif play.ending is None:
                now = what_now(score, way_back=self.way_back())
        return Coaching(play.text(line.took.why), line.took.marks, now, offer)


def what_now(score: SeatScore, *, way_back: bool) -> str:
    """What can be done now, after the newest line of this seat.

    ``way_back`` is whether a repaired or partly repaired ending can still be reached.
    """
    number = len(score.decisions) - 1
    words = _fitting(score, score.decisions[number], number, way_back)
    return words[number % len(words)]


def take_back_offer(score: SeatScore, key: str, before: int = 0) -> str:
    """The offer to take a line back, by name, after the first miss of a play; else nothing.

    The first ``before`` lines are another play's.
    """
    misses = [line for line in score.decisions[before:] if line.is_rupture]
    if len(misses) != 1 or misses[0] is not score.decisions[-1]:
        return ""
    return f"Or take it back and try another line: {key} does that. The first try is what counts."


def _fitting(score: SeatScore, last: Scored, number: int, way_back: bool) -> tuple[str, ...]:
    before = score.decisions[:number]
    still_open = sum(1 for line in before if line.is_rupture and line.mended_by is None)
    if not way_back:
        return NO_WAY_BACK
    if last.is_rupture:
        if last.decision.first.marks.get(APPEASING, 0) <= -2:
            return APPEASED
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
    """In a few words, whether the talk can still come together."""
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
