"""What a YAML syntax error most likely comes from: YAML's own traps, each told in words.

Where the line as it should be written is shown, it was tried first: it is YAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from trainer.scenario.record import record
from trainer.scenario.traps import (
    FURTHEST,
    ID,
    LONGEST,
    NO_SPACE,
    SIGNS,
    Entry,
    entry_at,
    inner,
    mended_flow,
    mended_space,
    mended_value,
    quoted,
)

_NO_DASH_SPACE = r"-[^-\s\d]"
_COLON, _COMMENT = r":(\s|$)", r"\s#"
#: The format's keys: where one begins a line that reads as text, the indentation is wrong.
_KEYS = (
    "format title premise skill level minutes focus content_notes author licence language sources "
    "roles name brief play_as state of start walkthroughs seat score nodes lines turn choices goto "
    "ending kind reflection say marks why effects when auto narration"
)
KEYS = frozenset(_KEYS.split())


@record
class Trap:
    """A problem about to be told."""

    code: str
    place: tuple[int, int]
    message: str


def explain_syntax_error(
    lines: Sequence[str],
    reason: str,
    at: tuple[int, int],
    before: tuple[int, int] | None,
    parses: Callable[[str], bool],
) -> Trap:
    """What the author should know about a YAML syntax error.

    ``at`` is where the parser stopped, ``before`` where the thing that it was reading began; the
    reason is the parser's own. The known traps are looked for in the entry where it stopped and in
    the one before, because a parser notices some of them a line late. ``parses`` says whether a
    text is YAML: an entry that is, by itself, is not where the trap is.
    """
    tab = _tab(lines, at)
    if tab is not None:
        return tab
    if "end of stream" in reason and before is not None:
        return _open_quote(lines, before, parses)
    if "escape" in reason or "hexdec" in reason:
        mended = mended_value(lines, before) if before else None
        write = f"write {mended}, or " if mended and parses(mended[1:-1]) else ""
        return Trap("yaml-syntax", at, f"{_ESCAPE}; {write}double the backslash")
    no_colon = "could not find expected ':'" in reason and before is not None
    numbers = [before[0]] if no_colon and before else [at[0], _line_above(lines, at[0])]
    numbers += [before[0]] if before else []
    for number in dict.fromkeys(numbers):
        entry = entry_at(lines, number)
        trap = _trap_in(entry, lines, parses) if entry and entry.value else None
        if trap is not None:
            return trap
    for number in range(at[0], max(0, at[0] - FURTHEST), -1):  # a quote may reach over many lines
        entry = entry_at(lines, number)
        if entry and entry.value[:1] in ('"', "'") and not parses(entry.raw):
            return _open_quote(lines, entry.place, parses)
    if no_colon and before is not None:
        return Trap("yaml-syntax", before, _NEITHER)
    message = f"this is not YAML here: {reason or 'it cannot be read'}; {_HINT}"
    return Trap("yaml-syntax", at, message + _depths(lines, at[0]))


_HINT = "look for an indentation that is off or a text that needs quotes, here or one line up"
_ESCAPE = "in double quotes a backslash begins an escape, and YAML knows none like this"
_NEITHER = (
    "this is neither a key with its colon nor a part of the text above it; write `key: text`, or "
    "indent it further to go on with that text"
)


def _depths(lines: Sequence[str], number: int) -> str:
    """How deep this line and the one above it stand, where that differs."""
    above = _line_above(lines, number)
    if above < 1 or number > len(lines) or not lines[above - 1].strip():
        return ""
    here, there = _depth(lines[number - 1]), _depth(lines[above - 1])
    return f" (this line has {here} spaces, line {above} has {there})" if here != there else ""


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _swallowed_key(entry: Entry) -> str | None:
    """Of a text that goes on over a line with a key of the format: how to mend the indentation."""
    head, *rest = entry.raw.split("\n")
    for number, line in enumerate(rest, entry.first + 1):
        found = re.match(rf"\s*(-\s+)?({ID})\s*:(?:\s|$)", line[:LONGEST])
        if found and (found[1] or found[2] in KEYS):
            return (
                f"the indentation is wrong: line {number} (`{found[2]}:`, {_depth(line)} spaces) "
                f"stands further in than line {entry.first} ({_depth(head)} spaces), and so reads "
                "as a part of its text; put one of the two right"
            )
    return None


def _line_above(lines: Sequence[str], number: int) -> int:
    above = number - 1
    while above > 1 and not lines[above - 1].strip():
        above -= 1
    return above


def _tab(lines: Sequence[str], at: tuple[int, int]) -> Trap | None:
    line = lines[at[0] - 1] if 0 < at[0] <= len(lines) else ""
    lead = line[: len(line) - len(line.lstrip())]
    mended = re.sub(r"[ \t]*\t[ \t]*", " ", line).strip() if len(line) < LONGEST else ""
    write = f"; write `{mended}`" if mended else ""
    if "\t" in lead:
        place = (at[0], lead.index("\t") + 1)
        return Trap("trap-tab", place, f"a tab indents this line; use spaces instead{write}")
    if line[at[1] - 1 : at[1]] == "\t":
        return Trap("trap-tab", at, f"a tab stands here; use a space instead{write}")
    return None


def _open_quote(
    lines: Sequence[str], place: tuple[int, int], parses: Callable[[str], bool]
) -> Trap:
    mended = mended_value(lines, place)
    write = f"write {mended}" if mended and parses(mended[1:-1]) else "close it"
    return Trap("yaml-syntax", place, f"a quote is opened here and never closed; {write}")


def _trap_in(entry: Entry, lines: Sequence[str], parses: Callable[[str], bool]) -> Trap | None:
    value, place, dashed = entry.value, entry.place, "-" in entry.lead
    sound = parses(entry.raw)
    if not entry.key and not (dashed and sound):
        space = mended_space(lines[entry.first - 1]) if re.match(NO_SPACE, value) else None
        if not space and re.match(_NO_DASH_SPACE, value):
            return Trap("trap-space", place, f"a space is missing; write `- {value[1:]}`")
        if space:
            return Trap("trap-space", place, f"a space is missing after the colon; write {space}")
    if sound:
        return None
    line = entry.start + value
    if value[0] == "{" and value[-1] == "}":
        mended = mended_flow(line) if dashed else None
        if mended and parses(mended[1:-1]):
            message = f"inside `{{…}}` this text must be in quotes; write {mended}"
            return Trap("trap-braces", place, message)
        if dashed or entry.key:
            return Trap("trap-braces", place, _IN_BRACES)
    closing = {"[": "]", "{": "}"}.get(value[0], "")
    if closing and closing not in value and parses(entry.having(value + closing)):
        message = f"`{value[0]}` is opened here and never closed"
        return Trap("yaml-syntax", place, f"{message}; write `{entry.having(value + closing)}`")
    if value[0] in "\"'" and value[0] not in value[1:]:
        return _open_quote(lines, place, parses)
    whole = f"`{entry.having(quoted(inner(value)))}`"
    if not parses(whole[1:-1]):
        return None
    key = _swallowed_key(entry)
    if key and (value[0] in SIGNS or re.search(_COLON, value)):
        return Trap("trap-start" if value[0] in SIGNS else "trap-colon", place, key)
    if value[0] in SIGNS:
        message = f"a text that starts with `{value[0]}` must be in quotes; write {whole}"
        return Trap("trap-start", place, message)
    if re.search(_COLON, value):
        message = "a colon and a space inside plain text end it; put the text in quotes: write "
        return Trap("trap-colon", place, message + whole)
    if re.search(_COMMENT, value):
        message = "a `#` after a space begins a comment and ends the text; put it in quotes: write "
        return Trap("yaml-syntax", place, message + whole)
    return None


_IN_BRACES = (
    "inside `{…}` a text that holds any of `: , ? # [ ] { }` must be in quotes, and a comma stands "
    "between two keys; quote the texts here, or write each key on a line of its own"
)
