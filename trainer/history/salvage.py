"""Brings over, play by play, what can be read of a file that is damaged somewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from sqlite3 import Connection

from trainer.history import reading
from trainer.history.model import Trouble

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

_PLAY = (
    "scenario, title, path, digest, seats, mode, feedback, seed, began, touched, latest, ended, "
    "ending, ending_kind, ending_title, score, replay_of, replay_from, watched, profile"
)
_DIGEST, _LATEST, _REPLAY_OF = 3, 10, 16
#: The tables whose rows belong to a play: their columns, their order, and what reads them.
_PARTS: tuple[tuple[str, str, str, Callable[[Connection, int], object]], ...] = (
    ("moves", "play, n, node, move, at, guess", "n", reading.moves),
    (
        "decisions",
        "play, n, seat, node, choice, took, say, marks, value, best, score, cost, open",
        "n",
        reading.decisions,
    ),
    ("words", "play, decision, kind, text, markers, at, moves_before", "id", reading.words),
)
#: A higher number of a play is not believed.
_MOST = 10_000_000


def bring_over(source: Connection, target: Connection) -> int:
    """Copies every play that can be read, with what can be read of it; how many plays that are.

    A play keeps its number where that is free. Errors of ``source`` are passed over.
    """
    numbers: dict[int, int] = {}
    continued: dict[int, int] = {}
    asked = _there(source, "plays", _PLAY)
    parts = [(*part, _there(source, part[0], part[1])) for part in _PARTS]
    target.execute("BEGIN IMMEDIATE")
    for number in range(1, _last_number(source) + 1):
        for *row, later in _rows(
            source, f"SELECT {asked}, continued_by FROM plays WHERE id = ?", number
        ):
            new = _add_play(target, number, row)
            if new is None:
                continue
            numbers[number] = new
            if isinstance(later, int):
                continued[number] = later
            _add_text(source, target, row[_DIGEST])
            for part in parts:
                _add_part(source, target, number, new, *part)
    for earlier, later in continued.items():
        if later in numbers:
            target.execute(
                "UPDATE plays SET continued_by = ? WHERE id = ?",
                (numbers[later], numbers[earlier]),
            )
    target.execute("COMMIT")
    return len(numbers)


def _rows(source: Connection, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows up to the first that cannot be read."""
    rows: list[tuple[Any, ...]] = []
    try:
        for row in source.execute(sql, values):
            rows.append(row)
    except (sqlite3.Error, UnicodeDecodeError):
        # What comes after it is lost; what came before is not.
        pass
    return rows


def _there(source: Connection, table: str, columns: str) -> str:
    """The columns, with NULL for those that a file of an earlier version does not have."""
    known = {row[1] for row in _rows(source, f"PRAGMA table_info({table})")}
    wanted = columns.split(", ")
    return ", ".join(each if each in known or not known else "NULL" for each in wanted)


def _last_number(source: Connection) -> int:
    """The highest number that a play may have."""
    found = [
        row[0]
        for sql in (
            "SELECT seq FROM sqlite_sequence WHERE name = 'plays'",
            "SELECT max(id) FROM plays",
            "SELECT max(play) FROM moves",
        )
        for row in _rows(source, sql)
    ]
    return max((each for each in found if isinstance(each, int) and each <= _MOST), default=0)


def _add_play(target: Connection, number: int, row: Sequence[Any]) -> int | None:
    """Adds a play; its number there, or None if the row is none of ours."""
    marks = ", ".join("?" * len(row))
    sql = f"INSERT INTO plays (id, {_PLAY}) VALUES (?, {marks}) RETURNING id"
    new = _added(target, sql, number, row)
    if new is None:
        # Another window has begun a play under this number meanwhile.
        last = target.execute("SELECT coalesce(max(latest), 0) FROM plays").fetchone()[0]
        row = [*row[:_LATEST], last + 1, *row[_LATEST + 1 :]]
        new = _added(target, sql, None, row)
    return new


def _added(target: Connection, sql: str, number: int | None, row: Sequence[Any]) -> int | None:
    try:
        new = int(target.execute(sql, (number, *row)).fetchone()[0])
    except sqlite3.IntegrityError:
        return None
    try:
        reading.play(target, new)
    except Trouble:
        target.execute("DELETE FROM plays WHERE id = ?", (new,))
        return None
    return new


def _add_text(source: Connection, target: Connection, digest: str) -> None:
    for (text,) in _rows(source, "SELECT source FROM texts WHERE digest = ?", digest):
        if isinstance(text, bytes) and sha256(text).hexdigest() == digest:
            target.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (digest, text))


def _add_part(
    source: Connection,
    target: Connection,
    number: int,
    new: int,
    table: str,
    columns: str,
    order: str,
    read: Callable[[Connection, int], object],
    asked: str,
) -> None:
    """Adds a play's rows of one table; none of them if they make no sense."""
    asked = _there(source, table, columns)
    rows = _rows(source, f"SELECT {asked} FROM {table} WHERE play = ? ORDER BY {order}", number)
    if order == "n":
        # After a gap nothing fits any more.
        rows = [row for index, row in enumerate(rows) if row[1] == index]
    marks = ", ".join("?" * (columns.count(",") + 1))
    target.execute("SAVEPOINT part")
    try:
        target.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", [(new, *row[1:]) for row in rows]
        )
        read(target, new)
    except (sqlite3.IntegrityError, Trouble):
        target.execute("ROLLBACK TO part")
    target.execute("RELEASE part")
