"""A slow breath to follow: in for four, hold for four, out for four, hold for four."""

from __future__ import annotations

from trainer.scenario.record import record_by_value

#: The parts of a breath, and how many seconds each takes.
PARTS = ("breathe in", "hold", "breathe out", "hold")
COUNT = 4


@record_by_value
class Breath:
    """A moment of a breath: its part, the count in it (1 to 4), how full the lungs are (0 to 4)."""

    part: str
    count: int
    full: int


def breath_at(second: int) -> Breath:
    """The breath so many seconds after its beginning."""
    index, into = divmod(second % (COUNT * len(PARTS)), COUNT)
    full = (into + 1, COUNT, COUNT - 1 - into, 0)[index]
    return Breath(PARTS[index], into + 1, full)


def time_left(seconds: float) -> str:
    """How long a pause still takes: minutes and seconds, rounded up."""
    whole = max(0, -int(-seconds // 1))
    return f"{whole // 60}:{whole % 60:02}"


def minutes_left(seconds: float) -> str:
    """The same in whole minutes, for those who want nothing to move."""
    minutes = max(0, -int(-seconds // 60))
    return f"{minutes} minute{'s' * (minutes != 1)}"
