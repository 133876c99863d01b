"""Times: kept as milliseconds since 1970 in UTC, shown in local time.

The clock is a parameter, and it may be set back: whoever keeps a time keeps it no earlier than the
one before.
"""

from __future__ import annotations

import time
from collections.abc import Callable

#: Seconds since 1970, as ``time.time`` tells them.
Clock = Callable[[], float]

#: The end of the year 9999: what a damaged file may say beyond it cannot be shown.
LATEST = 253_402_300_799_000


def now(clock: Clock, not_before: int = 0) -> int:
    """The clock's time in milliseconds, but none before ``not_before``."""
    return max(not_before, min(LATEST, round(clock() * 1000)))


def iso(at: int) -> str:
    """A time for programs: ``2026-05-01T21:40:07.123Z``."""
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(at // 1000))}.{at % 1000:03}Z"


def stamp(at: int) -> str:
    """A time as a part of a file's name, in UTC: ``2026-05-01-214007``."""
    return time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(at // 1000))


def local(at: int) -> str:
    """A time for people, where they are: ``2026-05-01 23:40``."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(at // 1000))
