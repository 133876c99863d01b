"""YAML's own traps, each told in words, with the line as it should be written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# The marks in front of a value: indentation, list dashes, and a key.
_LINE = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[A-Za-z_][\w.-]*|\"[^\"]*\"|'[^']*'):\s+)?(?P<value>\S.*?)\s*$"
)
_SIGNS = "[{*&\"'@`%!|>?-,#"
_FLOW_LINE = re.compile(r"\{\s*(?P<key>[\w-]+)\s*:\s+(?P<value>.*?)(?P<when>,\s*when:\s.*?)?\}$")
_NO_SPACE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$")
_NO_SPACE_INSIDE = re.compile(r"([{,]\s*[a-z][a-z0-9_-]*):(?=[-+]?\d)")


@dataclass(frozen=True, slots=True)
class Trap:
    """A problem about to be told."""

    code: str
    place: tuple[int, int]
    message: str


def quoted(text: str) -> str:
    """``text`` as a quoted YAML scalar on one line."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def mended_start(line: str) -> str | None:
    """The line with its value quoted, where that begins with a sign that YAML takes for its own."""
    match = _LINE.match(line)
    if not match or match["value"][0] not in _SIGNS:
        return None
    return _with_value(match, quoted(_inner(match["value"])))


def _inner(value: str) -> str:
    """A value that is wholly in quotes without them; else the value itself."""
    if (
        len(value) > 1
        and value[0] == value[-1]
        and value[0] in "\"'"
        and value[0] not in value[1:-1]
    ):
        return value[1:-1]
    return value


def _with_value(match: re.Match[str], value: str) -> str:
    key = f"{match['key']}: " if match["key"] else ""
    return f"`{(match['lead'] + key).strip()} {value}`"


def mended_flow(line: str) -> str | None:
    """A line ``- {robin: text, when: …}`` with its text quoted."""
    match = _LINE.match(line)
    inside = _FLOW_LINE.match(match["value"]) if match else None
    if not match or not inside:
        return None
    text = inside["value"].strip()
    if text[:1] in ('"', "'") and text[-1:] == text[:1]:
        return None
    return _with_value(
        match, f"{{{inside['key']}: {quoted(text)}{(inside['when'] or '').rstrip()}}}"
    )


def mended_space(line: str) -> str | None:
    """A line with the space after a colon that was left out."""
    match = _NO_SPACE.match(line)
    if match:
        value = match["value"].strip()
        return f"`{(match['lead'] + match['key']).strip()}: {value}`"
    mended = _NO_SPACE_INSIDE.sub(r"\1: ", line)
    return f"`{mended.strip()}`" if mended != line else None


def mended_speaker(key: str, text: str) -> str:
    """The list item that was read as a speaker and a line, as one text."""
    return f"`- {quoted(f'{key}: {text}')}`"


def explain_syntax_error(
    lines: Sequence[str], reason: str, at: tuple[int, int], before: tuple[int, int] | None
) -> Trap:
    """What the author should know about a YAML syntax error.

    ``at`` is where the parser stopped, ``before`` where the thing that it was reading began; the
    reason is the parser's own. The known traps are looked for in the line where it stopped and in
    the one before, because a parser notices some of them a line late.
    """
    if "end of stream" in reason and before is not None:
        return Trap("yaml-syntax", before, "a quote is opened here and never closed; close it")
    tab = _tab(lines, at)
    if tab is not None:
        return tab
    for number in dict.fromkeys((at[0], at[0] - 1, before[0] if before else at[0])):
        if 0 < number <= len(lines):
            trap = _known_trap(lines[number - 1], number)
            if trap is not None:
                return trap
    return Trap(
        "yaml-syntax", at, f"this is not YAML here: {reason or 'it cannot be read'}; {_HINT}"
    )


_HINT = "look for an indentation that is off or a text that needs quotes, here or one line up"


def _tab(lines: Sequence[str], at: tuple[int, int]) -> Trap | None:
    line = lines[at[0] - 1] if 0 < at[0] <= len(lines) else ""
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" not in lead:
        return None
    return Trap(
        "trap-tab", (at[0], lead.index("\t") + 1), "a tab indents this line; use spaces instead"
    )


def _known_trap(line: str, number: int) -> Trap | None:
    match = _LINE.match(line)
    if not match or match["value"].startswith("#"):
        return None
    value = match["value"]
    place = (number, match.start("value") + 1)
    flow = mended_flow(line)
    if flow and value[0] == "{" and value[-1] == "}":
        return Trap("trap-flow", place, f"inside `{{…}}` this text must be in quotes; write {flow}")
    if value[0] in _SIGNS and not _whole(value):
        return Trap(
            "trap-start",
            place,
            f"a text that starts with `{value[0]}` must be in quotes; write {mended_start(line)}",
        )
    if value[0] not in "\"'[{" and (re.search(r":(\s|$)", value)):
        return Trap(
            "trap-colon",
            place,
            "a colon and a space inside plain text end it; put the text in quotes: write "
            + _with_value(match, quoted(value)),
        )
    if not match["key"]:
        space = mended_space(line)
        if space:
            return Trap("trap-space", place, f"a space is missing after the colon; write {space}")
    return None


def _whole(value: str) -> bool:
    """Whether a value that starts with a sign is closed at its end, as YAML wants it."""
    pairs = {"[": "]", "{": "}", '"': '"', "'": "'"}
    closing = pairs.get(value[0])
    if closing is None:
        return False
    return value.endswith(closing) and value.count(closing) == (2 if value[0] == closing else 1)
