"""The line as it should be written, where an author stepped into one of YAML's own traps.

An *entry* is a key or a dash (or both) with the text that stands after it, be it on one line or on
several; it is written anew on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainer.scenario.record import record

LONGEST, FURTHEST = 2000, 30  # characters of an entry, and lines to look through for it

# Patterns are compiled when they are first used: most files fall into no trap.
# Indentation and list dashes, a key, and what stands after it.
_LINE = (
    r"(?P<lead>\s*(?:-(?:\s+|$))*)"
    r"(?:(?P<key>[A-Za-z_][\w.-]*|\"[^\"]*\"|'[^']*')\s*:(?:\s+|$))?(?P<value>.*)$"
)
#: What an id is made of.
ID = r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*"
SIGNS = "[{*&\"'@`%!|>?-,#"
_BLOCK = r"(?:[&!]\S*)?\s*(?:[|>][-+0-9]*)?(?:\s+#.*)?"
_FLOW = (
    r"\{\s*(?P<first>when\s*:\s[^,{}]*,\s*)?(?P<key>[\w-]+)\s*:\s+(?P<value>.*?)"
    r"(?P<when>,\s*when\s*:\s[^,{}]*)?\}"
)
NO_SPACE = r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z_][\w-]*):(?P<value>[^\s:/].*)$"
_COLON = r":(\s|$)"
_NO_SPACE_INSIDE = r"([{,]\s*[a-z][a-z0-9_-]*):(?=[^\s:/])"
# Words that begin with an apostrophe, which is no quote that was left open then.
_ELISION = r"(?i)'(?:tis|twas|til|cause|em|round|bout|n|s|d|ll|re|ve)\b"


@record
class Entry:
    """A key or dash and its text: where it stands, and the text put on one line."""

    first: int
    last: int
    lead: str
    key: str
    value: str
    column: int
    raw: str

    @property
    def start(self) -> str:
        return f"{self.lead}{self.key}: " if self.key else self.lead

    @property
    def place(self) -> tuple[int, int]:
        """Where the value begins."""
        return self.first, self.column

    @property
    def edge(self) -> int | None:
        """Lines that are indented further than this go on with the text; None if it has no edge."""
        if self.key:
            return len(self.lead)
        return self.lead.rstrip().rfind("-") if self.lead.strip() else None

    @property
    def holds_text(self) -> bool:
        return bool(self.value) and self.value[0] != "#" and not re.fullmatch(_BLOCK, self.value)

    def having(self, value: str) -> str:
        """The line with another value."""
        return (self.start + value).strip()


def split(line: str, number: int) -> Entry:
    line = line.rstrip()
    match = re.match(_LINE, line)
    assert match is not None
    lead, key, column = match["lead"], match["key"] or "", match.start("value")
    if "-" in lead and key and not re.fullmatch(ID, key):  # `- So: here we are` has no speaker
        key, column = "", len(lead)
    return Entry(number, number, lead, key, line[column:], column + 1, line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def entry_at(lines: Sequence[str], number: int) -> Entry | None:
    """The entry that a line belongs to; None where it is too long to be shown."""
    if not 0 < number <= len(lines):
        return None
    head = split(lines[number - 1], number) if len(lines[number - 1]) < LONGEST else None
    if head is None:
        return None
    indent = _indent(head.raw)
    for above in range(number - 1, max(0, number - FURTHEST), -1):
        if not lines[above - 1].strip() or len(lines[above - 1]) >= LONGEST:
            continue
        other = split(lines[above - 1], above)
        if other.edge is not None and other.edge < indent:
            head = other if other.holds_text else head
            break
        if other.edge is not None and _indent(other.raw) == indent:  # they stand side by side
            break
    if head.edge is None or not head.holds_text:
        return head
    parts, last = [head.value], head.first
    for below in range(head.first + 1, min(len(lines), head.first + FURTHEST) + 1):
        text = lines[below - 1].strip()
        if text and _indent(lines[below - 1]) <= head.edge:
            break
        if text.startswith("#") or len(text) >= LONGEST:
            break
        if text:
            parts.append(text)
            last = below
    value, raw = " ".join(parts), "\n".join(lines[head.first - 1 : last])
    if len(value) >= LONGEST:
        return None
    return Entry(head.first, last, head.lead, head.key, value, head.column, raw)


def joined(lines: Sequence[str], number: int) -> str:
    """The entry that a line belongs to, on one line; nothing where it is too long."""
    entry = entry_at(lines, number)
    return entry.start + entry.value if entry else ""


def quoted(text: str) -> str:
    """``text`` as a quoted YAML scalar on one line."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def mended_start(line: str) -> str | None:
    """The line with its value quoted, where that begins with a sign that YAML gives a meaning."""
    entry = split(line, 1)
    if not entry.value or entry.value[0] not in SIGNS:
        return None
    return f"`{entry.having(quoted(inner(entry.value)))}`"


def inner(value: str) -> str:
    """A value without the quotes that it is wholly in, or that were opened and never closed."""
    sign = value[0]
    if sign not in "\"'":
        return value
    if len(value) > 1 and value[-1] == sign and sign not in value[1:-1]:
        return value[1:-1]
    return value if sign in value[1:] or re.match(_ELISION, value) else value[1:]


def mended_comment(line: str) -> str | None:
    """The line with its value quoted, where that is read as a comment."""
    return mended_start(line) if split(line, 1).value[:1] == "#" else None


def mended_flow(line: str) -> str | None:
    """A line ``- {robin: text, when: …}`` with its text quoted."""
    entry = split(line, 1)
    inside = re.fullmatch(_FLOW, entry.value)
    if not inside:
        return None
    text = inside["value"].strip()
    if len(text) > 1 and text[0] in "\"'" and text[-1] == text[0] and text[0] not in text[1:-1]:
        return None
    text = quoted(inner(text) if text else "")
    start = f"{inside['first'] or ''}{inside['key']}: "
    return f"`{entry.having('{' + start + text + (inside['when'] or '').rstrip() + '}')}`"


def mended_value(lines: Sequence[str], place: tuple[int, int]) -> str | None:
    """The entry with the text at ``place`` quoted: its value, or a text inside its braces."""
    entry = entry_at(lines, place[0])
    if entry is None:
        return None
    line = entry.start + entry.value
    return mended_start(line) if entry.place == place else mended_flow(line)


def mended_as(lines: Sequence[str], place: tuple[int, int], text: str) -> str:
    """The entry whose value stands at ``place`` with ``text`` in its stead, in quotes."""
    entry = entry_at(lines, place[0])
    known = entry is not None and entry.place == place
    return f"`{entry.having(quoted(text)) if entry and known else quoted(text)}`"


def mended_space(line: str) -> str | None:
    """A line with the space after a colon that was left out."""
    match = re.match(NO_SPACE, line)
    if match:
        value = match["value"].strip()
        if re.search(_COLON, value) and value[0] not in "[{\"'":
            value = quoted(value)
        return f"`{(match['lead'] + match['key']).strip()}: {value}`"
    mended = re.sub(_NO_SPACE_INSIDE, r"\1: ", line)
    return f"`{mended.strip()}`" if mended != line else None


def mended_pair(line: str, key: str, text: str) -> str:
    """The item that was read as a key and its value, as one text."""
    entry = split(line, 1)
    whole = entry.value if entry.value[:1] == "?" else f"{key}: {text}".strip()
    return f"`{'- ' if '-' in entry.lead else ''}{quoted(whole)}`"
