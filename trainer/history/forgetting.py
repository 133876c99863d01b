"""Deleting for real: the bytes are gone from the files, not just the rows.

What is deleted is overwritten at once in the database; then the database is written anew, without
gaps, and the write-ahead file is cut to nothing. If another window is reading at that moment, the
last step has to wait: it is noted in the file, and the next start does it.
"""

from __future__ import annotations

import sqlite3
from sqlite3 import Connection

_CHORE = "overwrite"


def forget(connection: Connection, what: int | str | None) -> int:
    """Deletes a play by its number, a scenario's plays by its id, or everything (None).

    How many plays that were. Inside a transaction.
    """
    column = "id" if isinstance(what, int) else "scenario"
    where, values = ("true", ()) if what is None else (f"{column} = ?", (what,))
    count = connection.execute(f"DELETE FROM plays WHERE {where}", values).rowcount
    connection.execute("DELETE FROM texts WHERE digest NOT IN (SELECT digest FROM plays)")
    if what is None:
        # Numbers begin at 1 again: not even how often somebody played is left.
        connection.execute("DELETE FROM sqlite_sequence")
    connection.execute("INSERT OR IGNORE INTO chores VALUES (?)", (_CHORE,))
    return count


def finish_forgetting(connection: Connection, patience: float) -> bool:
    """Writes the file anew if that is due; whether it was, and could be done.

    Outside of any transaction. Other windows are waited for up to ``patience`` seconds.
    """
    if connection.execute("SELECT 1 FROM chores WHERE name = ?", (_CHORE,)).fetchone() is None:
        return False
    connection.execute(f"PRAGMA busy_timeout = {int(1000 * patience)}")
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
