"""Which principle had the most room left in recent plays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

#: A principle counts once so much of it was on offer; it had room where less than half was shown.
ENOUGH = 3


def weakest(profiles: Iterable[Mapping[str, tuple[int, int, int]]]) -> str:
    """The principle of which the smallest part was shown, less what went against it.

    The profiles have offered, shown and against by principle. Nothing where none had room.
    """
    offered: dict[str, int] = {}
    kept: dict[str, int] = {}
    for profile in profiles:
        for principle, (on_offer, shown, against) in profile.items():
            offered[principle] = offered.get(principle, 0) + on_offer
            kept[principle] = kept.get(principle, 0) + shown - against
    had_room = [p for p in offered if offered[p] >= ENOUGH and 2 * kept[p] < offered[p]]
    return min(had_room, key=lambda p: (kept[p] / offered[p], -offered[p], p), default="")
