"""The names that two people go by for an evening: made plain, short enough to show, and two.

A name is text and nothing else. It is never read as a template: put names into words with an
f-string, and never hand such words to ``Play.text`` or ``put_names`` again.
"""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width, normalize

#: The widest name that is shown whole, in cells of a terminal.
MOST_CELLS = 20
#: So many marks (accents, vowel signs) may stand on one letter.
MOST_MARKS = 3

#: Letters by their table that nobody can see.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def clean_name(raw: str) -> str:
    """A name as it is shown: plain text on one line, at most MOST_CELLS wide.

    Control, direction and format characters are left out, white space is one blank; letters of
    any script, brackets and braces stay as they were typed. What is too long ends in ``…``.
    Empty where nothing is left that could be seen.
    """
    kept: list[str] = []
    marks = 0
    for sign in normalize("NFC", raw[:1000]):
        kind = category(sign)
        marks = marks + 1 if kind[0] == "M" else 0
        if sign in _BLANK or sign.isspace():
            kept.append(" ")
        elif kind[0] != "C" and marks <= MOST_MARKS:
            kept.append(sign)
    name = " ".join("".join(kept).split())
    if all(category(sign)[0] in "MZ" for sign in name):
        return ""
    return name if cells(name) <= MOST_CELLS else f"{_cut(name, MOST_CELLS - 1)}…"


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(_width(sign) for sign in text)


def _width(sign: str) -> int:
    if combining(sign) or category(sign) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(sign) in ("W", "F") else 1


def _cut(text: str, room: int) -> str:
    """The beginning of a text that fits into so many cells."""
    for end, sign in enumerate(text):
        room -= _width(sign)
        if room < 0:
            return text[:end].rstrip()
    return text


def trouble_with_names(one: str, other: str) -> str | None:
    """What is wrong with two cleaned names, as a sentence; None if they will do."""
    if not one or not other:
        return "A name for each of you, please; a letter is enough."
    if _same(one) == _same(other):
        return "Two names that differ, please, so that it is clear whose turn it is."
    return None


def names_given(given: str) -> tuple[str, str]:
    """The two names of ``--names``, cleaned. Raises ValueError with what is wrong with them."""
    names = [clean_name(each) for each in given.split(",")]
    if len(names) != 2:
        raise ValueError(
            "`--names` takes two names with a comma between them, such as `--names Alex,Jo`."
        )
    if trouble := trouble_with_names(names[0], names[1]):
        raise ValueError(trouble)
    return names[0], names[1]


def _same(name: str) -> str:
    """What two names that look alike have in common."""
    return normalize("NFKC", normalize("NFKC", name).casefold())
