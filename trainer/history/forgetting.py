"""Deleting for real: the bytes are gone from the files, not just the rows.

What is deleted is overwritten at once in the database; then the database is written anew, without
gaps, and the write-ahead file is cut to nothing. If another window is reading at that moment, the
last step has to wait: it is noted in the file, and the next start does it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from sqlite3 import Connection

from trainer.history import file

_CHORE = "overwrite"
_ASIDE = "history-"


def forget_play(connection: Connection, number: int) -> int:
    """Deletes a play with all that belongs to it; how many plays that were."""
    return _forget(connection, "id = ?", number)


def forget_scenario(connection: Connection, scenario: str) -> int:
    """Deletes every play of a scenario; how many that were."""
    return _forget(connection, "scenario = ?", scenario)


def forget_all(connection: Connection) -> int:
    """Deletes everything; how many plays that were."""
    count = _forget(connection, "true")
    connection.execute("DELETE FROM texts")
    # Numbers begin at 1 again: even how often somebody played is not left.
    connection.execute("DELETE FROM sqlite_sequence")
    return count


def _forget(connection: Connection, which: str, *values: object) -> int:
    count = connection.execute(f"DELETE FROM plays WHERE {which}", values).rowcount
    connection.execute("DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM plays)")
    connection.execute("INSERT OR IGNORE INTO chores VALUES (?)", (_CHORE,))
    return count


def finish_forgetting(connection: Connection) -> bool:
    """Writes the file anew if that is due; whether it was, and could be done.

    Outside of any transaction.
    """
    if connection.execute("SELECT 1 FROM chores WHERE name = ?", (_CHORE,)).fetchone() is None:
        return False
    try:
        connection.execute("VACUUM")
        if _cut(connection):
            connection.execute("DELETE FROM chores WHERE name = ?", (_CHORE,))
            return _cut(connection)
    except sqlite3.OperationalError:
        # Another window is at the file, or there is no room to write it anew: the next start will.
        pass
    return False


def _cut(connection: Connection) -> bool:
    """Moves all of the write-ahead file into the database; whether nothing is left of it."""
    busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def copies_aside(path: str) -> list[str]:
    """The damaged files that were set aside, and what an interrupted mending left."""
    folder = os.path.dirname(path)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    return [os.path.join(folder, name) for name in names if name.startswith(_ASIDE)]
