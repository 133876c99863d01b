"""A problem in a file, its place, and how it is told.

Every message has the form ``FILE:LINE:COLUMN: error[CODE]: what is wrong, and how to mend it``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from trainer.scenario.codes import CODES
from trainer.scenario.record import changed, record_by_value

ERROR, WARNING = "error", "warning"

#: Control, escape and bidirectional override characters (and two that are no characters at all).
#: Line breaks and tabs are not among them: in a text they read as spaces.
_FORBIDDEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]"
)


@record_by_value
class Problem:
    """One thing that is wrong with a file. ``line`` and ``column`` count from 1."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str

    @property
    def is_error(self) -> bool:
        return self.severity == ERROR

    def __str__(self) -> str:
        return printable(
            f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"
        )


def problem(path: str, place: tuple[int, int], code: str, message: str) -> Problem:
    """A Problem with the severity that the table of codes gives to ``code``."""
    return Problem(path, place[0], place[1], CODES[code].severity, code, message)


def strictly(problems: Iterable[Problem]) -> list[Problem]:
    """The problems with every warning made an error."""
    return [changed(each, severity=ERROR) for each in problems]


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sorted by file, line and column; each told once."""
    return sorted(set(problems), key=lambda p: (p.path, p.line, p.column, p.code, p.message))


@cache
def forbidden() -> re.Pattern[str]:
    """The pattern of a forbidden character. It takes a while to make, and is seldom asked for:
    a text that ``isprintable`` has none."""
    return re.compile(_FORBIDDEN)


def printable(text: str) -> str:
    """``text`` on one line, with every character that a terminal could act on written out."""
    if text.isprintable():
        return text
    text = forbidden().sub(_written_out, text)
    return re.sub("[\t\n\r\u2028\u2029]", _written_out, text)


def _written_out(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean `x`?`` where a known word is near, else nothing."""
    from difflib import get_close_matches

    near = get_close_matches(word[:80].lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
