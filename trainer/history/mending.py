"""A damaged file: it is set aside under a dated name, and what can be read of it is brought over.

What is read is a copy, so the damaged file stays as it was found. The new file is complete before
it takes the old one's place.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from sqlite3 import Connection

from trainer.history import file
from trainer.history.salvage import bring_over
from trainer.history.times import stamp

#: Where an SQLite file says how many pages it has.
_PAGES_AT = slice(28, 32)
#: What a damaged file says of its length is believed up to this many bytes.
_LONGEST = 1 << 34


def mend(path: str, damaged: tuple[int, int] | None, at: int) -> str:
    """Puts a sound file in the place of the damaged one, and says what became of it.

    ``damaged`` is the identity of the file that was found damaged: where another one lies there by
    now (another window was faster), nothing is done, and nothing is said. ``at`` is now, in
    milliseconds. Raises sqlite3.Error or OSError where the damaged file has to stay where it is.
    """
    new, copy = _beside(path, "mending"), _beside(path, "reading")
    _remove(new, copy)
    try:
        count = _rescue(path, copy, new)
        aside = _set_aside(path, damaged, at)
        if aside is None:
            return ""
        _move_in(new, path)
    finally:
        _remove(new, copy)
    brought = "nothing in it could be read"
    if count:
        brought = f"what could be read of it was brought over: {count} play{'s' * (count != 1)}"
    return f"The history was damaged. It was set aside as {aside}; {brought}."


def _beside(path: str, what: str) -> str:
    return os.path.join(os.path.dirname(path), f"{file.ASIDE}{what}-{os.getpid()}.sqlite3")


def _remove(*paths: str) -> None:
    for path in paths:
        for each in (path, *(path + end for end in file.BESIDE)):
            if os.path.lexists(each):
                os.remove(each)


def _set_aside(path: str, damaged: tuple[int, int] | None, at: int) -> str | None:
    """Renames the damaged file; its new path, or None where it lies there no more."""
    if damaged is None or file.identity(path) != damaged:
        return None
    base = os.path.join(os.path.dirname(path), f"{file.ASIDE}damaged-{stamp(at)}")
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
    except OSError as error:
        os.remove(aside)
        if isinstance(error, FileNotFoundError):
            return None
        raise
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
        source, target = file.connect(new), file.open_file(path, file.PATIENCE)
        try:
            bring_over(source, target)
        finally:
            source.close()
            target.close()


def _rescue(path: str, copy: str, new: str) -> int:
    """Writes a new file with what can be read of a damaged one; how many plays that are."""
    file.create(new)
    target = file.open_file(new, 0)
    try:
        _copy(path, copy)
        count = _read(copy, target)
        if not count and _give_first_page(path, copy, target):
            count = _read(copy, target)
        return count
    finally:
        target.close()


def _copy(path: str, copy: str) -> None:
    _remove(copy)
    file.create(copy)
    shutil.copyfile(path, copy)
    if os.path.exists(path + "-wal"):
        shutil.copyfile(path + "-wal", copy + "-wal")


def _read(copy: str, target: Connection) -> int:
    _pad(copy)
    try:
        source = file.connect(copy)
    except (sqlite3.Error, UnicodeDecodeError):
        return 0
    try:
        return bring_over(source, target)
    finally:
        source.close()


def _pad(copy: str) -> None:
    """Gives a file that was cut short the length that it says it has: SQLite asks for that."""
    with open(copy, "r+b") as opened:
        head = opened.read(100)
        whole = int.from_bytes(head[_PAGES_AT], "big") * file.page_size(head)
        if opened.seek(0, os.SEEK_END) < whole <= _LONGEST:
            opened.truncate(whole)


def _give_first_page(path: str, copy: str, target: Connection) -> bool:
    """Puts a new file's first page, which says where the tables begin, in the place of a lost one.

    False where the file is too short to hold anything else.
    """
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    new = target.execute("PRAGMA database_list").fetchone()[2]
    with open(new, "rb") as opened:
        head = bytearray(opened.read(100))
        size = file.page_size(bytes(head))
        head += opened.read(size - len(head))
    pages = -(-os.path.getsize(path) // size)
    if pages < 2:
        return False
    head[_PAGES_AT] = pages.to_bytes(4, "big")
    _copy(path, copy)
    with open(copy, "r+b") as opened:
        opened.write(head)
    return True
