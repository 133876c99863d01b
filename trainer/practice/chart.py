"""The other's meters over a talk, line by line, with misses and mends marked.

The meters follow the story as it went on; which lines were misses, and which mended one, is of
first tries, as all figures are.
"""

from __future__ import annotations

from trainer.practice.play import Play
from trainer.practice.scoring import SeatScore
from trainer.scenario.record import record

MISS, MEND = "miss", "mend"


@record
class Track:
    """One meter: its value before the first line, and after each line of the seat.

    ``signs`` has ``miss``, ``mend`` or nothing for each of these lines. ``before`` counts the lines
    of the talk that came earlier.
    """

    meter: str
    values: tuple[int, ...]
    signs: tuple[str, ...]
    before: int = 0


def tracks(play: Play, seat: str, score: SeatScore) -> list[Track]:
    """A track for each meter of the one that ``seat`` talks with."""
    other = play.scenario.other(seat)
    mends = {line.mended_by for line in score.decisions if line.mended_by is not None}
    signs = tuple(
        MISS if line.is_rupture else MEND if number in mends else ""
        for number, line in enumerate(score.decisions)
    )
    moments = [line.decision.values for line in score.decisions] + [play.values]
    return [
        Track(name.name, tuple(int(values[at]) for values in moments), signs, score.before)
        for at, name in enumerate(play.scenario.state)
        if name.of == other
    ]
