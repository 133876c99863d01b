"""When something was, in words, by the days where one is."""

from __future__ import annotations

import time
from datetime import date

DAY = 24 * 60 * 60 * 1000


def ago(then: int, now: int) -> str:
    """How long ago, in whole days of the calendar; a time to come (the clock was set) is today.

    Both times are milliseconds since 1970.
    """
    days = (_day(now) - _day(then)).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < 14:
        return f"{days} days ago"
    if days < 70:
        return f"{days // 7} weeks ago"
    if days < 730:
        return f"{days // 30} months ago"
    return f"{days // 365} years ago"


def _day(at: int) -> date:
    return date(*time.localtime(at // 1000)[:3])
