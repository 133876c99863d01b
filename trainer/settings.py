"""The player's settings: a commented file in the data folder that a person may edit.

A file that cannot be read counts as none, and a value that cannot be understood as not given; each
is told with its line. Writing changes the lines that are to be changed, and leaves all others.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from trainer.scenario.problems import ERROR, Problem
from trainer.scenario.record import as_dict, changed, record, record_by_value

NAME = "settings.toml"

SUGGESTED, COACHED, REHEARSAL = "suggested", "coached", "rehearsal"
AIRY, DENSE = "airy", "dense"
#: What may be said of those settings that have a few values only.
VALUES: dict[str, tuple[str, ...]] = {
    "theme": ("dusk", "morning", "terminal"),
    "feedback": (SUGGESTED, COACHED, REHEARSAL),
    "density": (AIRY, DENSE),
}
PAUSE = range(1, 121)


@record_by_value
class Settings:
    """How the player likes it. The file that ``TEMPLATE`` is says what each of them does."""

    theme: str = "dusk"
    feedback: str = SUGGESTED
    say_first: bool = False
    guess: bool = False
    motion: bool = True
    density: str = AIRY
    pause_minutes: int = 20
    leave_out: tuple[str, ...] = ()
    keys: Mapping[str, str] = MappingProxyType({})


@record
class Read:
    """What a file came to: the settings, and what is wrong with it."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    #: Whether the file as a whole could not be read, and so must not be written to.
    is_broken: bool = False
    #: The lines on which the player's own keys stand, by their names.
    key_lines: Mapping[str, int] = MappingProxyType({})


TEMPLATE = """\
# The trainer's settings. Change what you like; the settings page (F3 on the first screen)
# changes this file as well, and leaves your comments alone. It is read when the trainer starts.

# "dusk" (dark), "morning" (light), or "terminal" (your terminal's own colours)
theme = "dusk"

# "coached": the coach speaks after every line. "rehearsal": only in the debrief.
# "suggested": as the scenario's level suggests.
feedback = "suggested"

# true: your own words first, before the choices are shown
say_first = false

# true: guess how each line will land
guess = false

# false: nothing moves
motion = true

# "airy", or "dense" for less blank space
density = "airy"

# how long a time-out takes, in minutes
pause_minutes = 20

# Scenarios with one of these words in their content notes are not shown.
# For example: leave_out = ["grief", "illness"]
leave_out = []

# Keys, by the names that stand at the end of each screen's help (`?`).
# For example: "play.take-back" = "backspace"
[keys]
"""


def path_in(folder: str) -> str:
    """Where the settings of a data folder lie."""
    return os.path.join(folder, NAME)


def read(folder: str) -> Read:
    """The settings of a data folder; the usual ones where there is no file."""
    path = path_in(folder)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (FileNotFoundError, NotADirectoryError):
        return Read(Settings())
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        return _broken(path, 1, 1, reason)
    return understood(path, text)


def understood(path: str, text: str) -> Read:
    """What a settings file says."""
    import tomllib

    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        return _broken(path, line, column, str(error).split(" (at ")[0])
    problems: list[Problem] = []
    good: dict[str, Any] = {}
    for name, value in found.items():
        wanted = _CHECKS.get(name)
        if wanted is None:
            said = f"there is no setting `{name}`"
        elif (known := wanted[0](value)) is not None:
            good[name] = known
            continue
        else:
            said = f"`{name}` is to be {wanted[1]}; the usual one counts"
        problems.append(Problem(path, _line_of(text, name), 1, ERROR, "settings", said))
    lines: dict[str, int] = {}
    if (keys := good.get("keys")) is not None:
        after = _line_of(text, "keys")
        lines = {name: _line_of(text, name, after) for name in keys}
        for name in [name for name, key in keys.items() if not isinstance(key, str)]:
            said = f'`{name}` is to be a key, such as "backspace"; the usual one counts'
            problems.append(Problem(path, lines[name], 1, ERROR, "settings", said))
            del keys[name]
    return Read(Settings(**good), tuple(problems), key_lines=lines)


def _broken(path: str, line: int, column: int, reason: str) -> Read:
    said = f"it cannot be read, and the usual settings count: {reason}"
    return Read(Settings(), (Problem(path, line, column, ERROR, "settings", said),), True)


def _one_of(*values: str) -> Callable[[Any], str | None]:
    return lambda value: value if value in values else None


def _switch(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _minutes(value: Any) -> int | None:
    return value if type(value) is int and value in PAUSE else None


def _words(value: Any) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        return None
    return tuple(value)


def _keys(value: Any) -> dict[str, Any] | None:
    """The keys, of which some may be none at all; an empty one counts as not given."""
    if not isinstance(value, dict):
        return None
    return {name: key for name, key in value.items() if not isinstance(key, str) or key.strip()}


_SWITCH = (_switch, "true or false")
_CHECKS: dict[str, tuple[Callable[[Any], Any], str]] = {
    **{name: (_one_of(*values), " or ".join(f'"{value}"' for value in values))
       for name, values in VALUES.items()},
    "say_first": _SWITCH,
    "guess": _SWITCH,
    "motion": _SWITCH,
    "pause_minutes": (_minutes, f"a whole number from {PAUSE[0]} to {PAUSE[-1]}"),
    "leave_out": (_words, 'a list of words, such as ["grief"]'),
    "keys": (_keys, 'a table of names and keys, such as "play.take-back" = "backspace"'),
}  # fmt: skip


def _line_of(text: str, name: str, after: int = 0) -> int:
    """The first line after line ``after`` that begins with a name."""
    pattern = re.compile(rf"\s*\[?\s*[\"']?{re.escape(name)}(?![\w.-])")
    lines = enumerate(text.split("\n"), 1)
    return next((n for n, line in lines if n > after and pattern.match(line)), max(1, after))


def leaves_out(words: Iterable[str], notes: Iterable[str]) -> bool:
    """Whether one of a scenario's content notes has one of the words that are not wanted."""
    unwanted = [each.casefold() for each in words if each.strip()]
    return any(word in note.casefold() for word in unwanted for note in notes)


# Writing


def write(folder: str, settings: Settings) -> str:
    """Writes what differs from the file into it; says why, as a sentence, where it cannot."""
    path = path_in(folder)
    before = read(folder)
    if before.is_broken:
        line = before.problems[0].line
        return f"{NAME} was not changed: line {line} of it is to be mended first."
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (FileNotFoundError, NotADirectoryError):
        text = TEMPLATE
    except OSError as error:
        return _not_written(error)
    known = understood(path, text).settings
    for name, value in as_dict(settings).items():
        if name != "keys" and value != getattr(known, name):
            text = with_value(text, name, value)
    wanted = changed(settings, keys=known.keys)
    if understood(path, text).settings != wanted:
        return f"{NAME} was not changed: it is written in a way that only you can change."
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        beside = f"{path}.new"
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as new:
            new.write(text.encode("utf-8"))
            new.flush()
            os.fsync(new.fileno())
        os.replace(beside, path)
    except OSError as error:
        return _not_written(error)
    return ""


def _not_written(error: OSError) -> str:
    return f"{NAME} was not changed: {error.strerror or error}."


def with_value(text: str, name: str, value: object) -> str:
    """The text of a settings file with another value, in its line, or before the first table."""
    line = f"{name} = {_as_toml(value)}"
    lines = text.split("\n")
    table = next((n for n, each in enumerate(lines) if each.lstrip().startswith("[")), len(lines))
    for number in range(table):
        if re.match(rf"\s*{name}\s*=", lines[number]):
            end = number + 1
            if isinstance(value, tuple):
                while end < table and "]" not in "".join(lines[number:end]):
                    end += 1
            lines[number:end] = [line]
            return "\n".join(lines)
    lines[table:table] = [line, ""]
    return "\n".join(lines)


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, tuple):
        return "[" + ", ".join(_as_toml(each) for each in value) + "]"
    return str(value)
