"""What is pasted is text, whatever bytes it has.

A terminal says where a paste begins and ends. Textual reads escape codes between the two as keys,
so that a pasted text could press them: take a line back, or leave. Here they are taken out first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message

BEGIN, END = "\x1b[200~", "\x1b[201~"
#: All control characters, save those that part lines and words.
_CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r"}


class Pasted:
    """Takes what a terminal sends, piece by piece, and hands it on with its pastes made harmless.

    Nothing that is typed is held back: only within a paste what may be the beginning of its end.
    """

    def __init__(self) -> None:
        self._is_open = False
        self._seen = ""  # the last of what was handed on, which may be the beginning of a paste's
        self._held = ""

    def harmless(self, data: str) -> str:
        """The next piece as it can be read; nothing where all of it is held back."""
        rest, self._held = self._held + data, ""
        parts: list[str] = []
        while rest:
            if self._is_open:
                text, end, rest = rest.partition(END)
                if not end:
                    text, self._held = _split_before_part_of(END, text)
                parts += [text.translate(_CONTROLS), end]
                self._is_open = not end
            else:
                looked_at = self._seen + rest
                at = looked_at.find(BEGIN)
                self._is_open = at >= 0
                cut = len(rest) if at < 0 else at + len(BEGIN) - len(self._seen)
                parts.append(rest[:cut])
                rest = rest[cut:]
                self._seen = "" if self._is_open else looked_at[1 - len(BEGIN) :]
        return "".join(parts)


def _split_before_part_of(mark: str, text: str) -> tuple[str, str]:
    """A text, and what at its end may be the beginning of the mark."""
    for length in range(min(len(mark) - 1, len(text)), 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], text[-length:]
    return text, ""


class SafeParser(XTermParser):
    """Textual's parser of what a terminal sends, given harmless pastes."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted = Pasted()

    def feed(self, data: str) -> Iterable[Message]:
        """Reads the next piece; an empty one is the end."""
        text = self._pasted.harmless(data)
        if text or not data:
            yield from super().feed(text)


def make_safe(driver: type[Driver]) -> type[Driver]:
    """Has a driver use the safe parser. Textual has no other way in: a driver makes its own."""
    for name in (driver.__module__, "textual.drivers.win32"):
        module = sys.modules.get(name)
        if module is not None and hasattr(module, "XTermParser"):
            module.XTermParser = SafeParser  # type: ignore[attr-defined]
    return driver
