"""A file's text: its bytes read and decoded, its lines, and the problems found in it so far."""

from __future__ import annotations

import os
import re
import stat

from trainer.scenario.problems import Problem, problem
from trainer.scenario.traps import joined, mended_as, mended_value

MOST_BYTES = 1 << 20

_BREAK = "\r\n|[\r\n\u2028\u2029]"


class Source:
    """A file's text, and the problems found in it so far."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self.has_comments = "#" in text
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The text's lines, split where the parser counts a new line."""
        if self._lines is None:
            self._lines = re.split(_BREAK, self.text)
        return self._lines

    def line(self, number: int) -> str:
        """The line with that number, counted from 1; an empty one past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def entry(self, number: int) -> str:
        """The text that this line belongs to, with its key and dash, put on one line."""
        return joined(self.lines, number)

    def mended(self, place: tuple[int, int]) -> str | None:
        """The line as it should be written, where the text at ``place`` needs quotes."""
        return mended_value(self.lines, place)

    def mended_as(self, place: tuple[int, int], text: str) -> str:
        """The line with ``text`` in quotes, in the stead of the text at ``place``."""
        return mended_as(self.lines, place, text)

    def add(self, code: str, place: tuple[int, int], message: str) -> None:
        """Notes a problem."""
        self.problems.append(problem(self.path, place, code, message))

    @property
    def failed(self) -> bool:
        """Whether any problem found so far is an error."""
        return any(each.is_error for each in self.problems)


def read_bytes(path: str) -> bytes:
    """The bytes of the file, one more than MOST_BYTES at most.

    Raises OSError, also for what is no plain file (a pipe would never end).
    """
    with open(path, "rb", opener=_open_plain) as file:
        return file.read(MOST_BYTES + 1)


def read_start(path: str, most: int) -> bytes | None:
    """The first ``most`` bytes of the file; None where it is over MOST_BYTES. Raises OSError."""
    with open(path, "rb", opener=_open_plain, buffering=0) as file:
        return None if os.fstat(file.fileno()).st_size > MOST_BYTES else file.read(most)


def _open_plain(path: str, flags: int) -> int:
    # Without O_NONBLOCK a pipe that nobody writes to would hang here for ever.
    number = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError("it is not a plain file")
    return number


def decode(path: str, data: bytes) -> Source:
    """The text of a file. Where it cannot be one, the Source says why and has an empty text."""
    source = Source(path, "")
    if len(data) > MOST_BYTES:
        source.add("too-big", (1, 1), "the file is over 1 MiB; split it into smaller scenarios")
        return source
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        source.add("not-utf8", _place_after(good), "this byte is not UTF-8; save the file as UTF-8")
        return source
    return Source(path, text.removeprefix("\ufeff"))


def _place_after(text: str) -> tuple[int, int]:
    lines = re.split(_BREAK, text)
    return len(lines), len(lines[-1]) + 1
