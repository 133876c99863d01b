"""A damaged file: it is set aside under a dated name, and what can be read of it is brought over.

What is read is a copy, so the damaged file stays as it was found. The new file is complete before
it takes the old one's place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from sqlite3 import Connection

from trainer.history import file
from trainer.history.model import DAMAGED, Trouble
from trainer.history.times import stamp

#: The tables whose rows belong to a play, and the columns that are brought over.
_PARTS = {
    "moves": "play, n, node, move, at",
    "words": "play, decision, kind, text, markers, at",
    "decisions": ("play, n, seat, node, choice, took, say, marks, value, best, score, cost, open"),
}
_PLAYS = (
    "scenario, title, path, digest, seats, mode, feedback, seed, replay_of, continued_by, began, "
    "touched, latest, ended, ending, ending_kind, ending_title, score"
)
_DIGEST, _REPLAY_OF, _CONTINUED_BY = 3, 8, 9
_MOST_PLAYS = 10_000_000
_PAGE_SIZE_AT, _PAGES_AT = slice(16, 18), slice(28, 32)

_Row = tuple[object, ...]


def mend(path: str, damaged: tuple[int, int] | None, at: int) -> str:
    """Puts a sound file in the place of the damaged one, and says what became of it.

    ``damaged`` is the identity of the file that was found damaged: where another one lies there by
    now (another window was faster), nothing is done, and nothing is said. ``at`` is now, in
    milliseconds. Raises Trouble or OSError where the damaged file has to stay where it is.
    """
    new, copy = _beside(path, "mending"), _beside(path, "reading")
    try:
        count = _rescue(path, copy, new)
        aside = _set_aside(path, damaged, at)
        if aside is None:
            return ""
        _move_in(new, path)
    finally:
        _remove(copy, new)
    brought = "nothing in it could be read"
    if count:
        brought = f"what could be read of it was brought over: {count} play{'s' * (count != 1)}"
    return f"The history was damaged. It was set aside as {aside}; {brought}."


def _beside(path: str, what: str) -> str:
    return os.path.join(os.path.dirname(path), f"history-{what}-{os.getpid()}.sqlite3")


def _remove(*paths: str) -> None:
    for path in paths:
        for each in (path, *(path + end for end in file.BESIDE)):
            if os.path.lexists(each):
                os.remove(each)


def _set_aside(path: str, damaged: tuple[int, int] | None, at: int) -> str | None:
    """Renames the damaged file; its new path, or None where it lies there no more."""
    if damaged is None or file.identity(path) != damaged:
        return None
    base = os.path.join(os.path.dirname(path), f"history-damaged-{stamp(at)}")
    number, aside = 1, f"{base}.sqlite3"
    while True:
        try:
            # Reserves the name, so that nothing is ever overwritten.
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            break
        except FileExistsError:
            number += 1
            aside = f"{base}-{number}.sqlite3"
    try:
        os.replace(path, aside)
    except FileNotFoundError:
        os.remove(aside)
        return None
    for end in file.BESIDE:
        if os.path.lexists(path + end):
            os.replace(path + end, aside + end)
    return aside


def _move_in(new: str, path: str) -> None:
    """Puts the new file where the damaged one was; another window may have begun one there."""
    try:
        os.link(new, path)
    except OSError:
        if not os.path.lexists(path):
            os.replace(new, path)
            return
        source, target = file.connect_to_copy(new), file.open_file(path)
        try:
            _bring_over(source, target)
        finally:
            source.close()
            target.close()


# What can be read


def _rescue(path: str, copy: str, new: str) -> int:
    """Writes a new file with what can be read of a damaged one; how many plays that are."""
    file.create(copy)
    shutil.copyfile(path, copy)
    if os.path.exists(path + "-wal"):
        shutil.copyfile(path + "-wal", copy + "-wal")
    file.create(new)
    target = file.open_file(new)
    try:
        template = target.serialize()
        count = _read_from(copy, target)
        if not count and _give_first_page(copy, template):
            count = _read_from(copy, target)
        return count
    finally:
        target.close()


def _read_from(copy: str, target: Connection) -> int:
    _pad(copy)
    try:
        source = file.connect_to_copy(copy)
    except sqlite3.Error:
        return 0
    try:
        return _bring_over(source, target)
    finally:
        source.close()


def _pad(copy: str) -> None:
    """Lets a file that was cut short have the length that it says it has: SQLite asks for that."""
    with open(copy, "r+b") as opened:
        head = opened.read(100)
        size = int.from_bytes(head[_PAGE_SIZE_AT], "big")
        whole = int.from_bytes(head[_PAGES_AT], "big") * (65536 if size == 1 else size)
        if len(head) == 100 and opened.seek(0, os.SEEK_END) < whole < 1 << 34:
            opened.truncate(whole)


def _give_first_page(copy: str, template: bytes) -> bool:
    """Puts a new file's first page, which says where the tables begin, in the place of a lost one.

    False where the file is too short to hold anything else.
    """
    size = int.from_bytes(template[_PAGE_SIZE_AT], "big")
    pages = os.path.getsize(copy) // size
    if pages < 2:
        return False
    head = bytearray(template[:size])
    head[_PAGES_AT] = pages.to_bytes(4, "big")
    # The page after a lost first one may be shorter than its file: what is missing reads as zeros.
    with open(copy, "r+b") as opened:
        opened.write(head)
    _remove_beside(copy)
    return True


def _remove_beside(copy: str) -> None:
    for end in file.BESIDE:
        if os.path.lexists(copy + end):
            os.remove(copy + end)


def _bring_over(source: Connection, target: Connection) -> int:
    """Copies every play that can be read with what can be read of it; how many that are.

    A play keeps its number where that is free.
    """
    numbers: dict[int, int] = {}
    target.execute("BEGIN IMMEDIATE")
    for number in range(1, _last_number(source) + 1):
        row = _rows(source, f"SELECT {_PLAYS} FROM plays WHERE id = ?", number)
        for play in row:
            new = _insert_play(target, number, play)
            if new is None:
                continue
            numbers[number] = new
            for text in _rows(source, "SELECT * FROM texts WHERE digest = ?", play[_DIGEST]):
                _insert(target, "INSERT OR IGNORE INTO texts VALUES (?, ?)", text)
            for table, columns in _PARTS.items():
                marks = ", ".join("?" * len(columns.split(", ")))
                sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
                for part in _rows(source, f"SELECT {columns} FROM {table} WHERE play = ?", number):
                    _insert(target, sql, (new, *part[1:]))
    target.execute("COMMIT")
    return len(numbers)
