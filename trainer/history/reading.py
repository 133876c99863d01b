"""From rows to the types of ``model``. What no row of ours can hold counts as damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from trainer.history.model import (
    DAMAGED,
    Figures,
    KeptDecision,
    KeptMove,
    KeptPlay,
    KeptWords,
    Trouble,
)
from trainer.history.times import LATEST
from trainer.practice.play import TAKE_BACK

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

_PLAY = f"""
    SELECT id, scenario, title, path, digest, seats, mode, feedback, seed, replay_of, continued_by,
        began, touched, ended, ending, ending_kind, ending_title, score,
        (SELECT coalesce(sum(iif(move = '{TAKE_BACK}', -1, 1)), 0) FROM moves
            WHERE play = plays.id), replay_from, watched, profile
    FROM plays
"""


def plays(connection: sqlite3.Connection, where: str = "", *values: object) -> Iterator[KeptPlay]:
    """The plays that a WHERE (and ORDER BY) with its values finds."""
    return (_play(row) for row in connection.execute(f"{_PLAY} {where}", values))


def play(connection: sqlite3.Connection, number: int) -> KeptPlay | None:
    """The play with that number; None if there is none."""
    if not 0 < number < 1 << 63:  # no row can have it, and SQLite would not even take it
        return None
    return next(plays(connection, "WHERE id = ?", number), None)


def unfinished(connection: sqlite3.Connection, scenario: str | None = None) -> KeptPlay | None:
    """The play without an ending that was touched last, of one scenario or of all."""
    left = "ended IS NULL AND continued_by IS NULL"
    of_it = "" if scenario is None else "AND scenario = ?"
    values = () if scenario is None else (scenario,)
    return next(
        plays(connection, f"WHERE {left} {of_it} ORDER BY latest DESC LIMIT 1", *values), None
    )


def all_unfinished(connection: sqlite3.Connection, most: int) -> list[KeptPlay]:
    """The plays without an ending, those touched last first."""
    left = "WHERE ended IS NULL AND continued_by IS NULL ORDER BY latest DESC LIMIT ?"
    return list(plays(connection, left, most))


def newest_profiles(
    connection: sqlite3.Connection, most: int
) -> list[dict[str, tuple[int, int, int]]]:
    """What the lines of the newest finished first plays showed."""
    rows = connection.execute(
        "SELECT profile FROM plays WHERE ended IS NOT NULL AND replay_of IS NULL "
        "ORDER BY latest DESC LIMIT ?",
        (most,),
    )
    try:
        # Those of two people have none, nor have plays of before it was kept.
        return [_profile(_text(profile)) for (profile,) in rows if profile is not None]
    except ValueError as error:
        raise _damage() from error


def moves(connection: sqlite3.Connection, number: int) -> list[KeptMove]:
    """The moves of a play, in their order."""
    rows = connection.execute(
        "SELECT node, move, at, guess FROM moves WHERE play = ? ORDER BY n", (number,)
    )
    return [
        KeptMove(_text(node), _text(move), _time(at), _text_or_none(guess))
        for node, move, at, guess in rows
    ]


def words(connection: sqlite3.Connection, number: int) -> list[KeptWords]:
    """The words typed in a play, in the order in which they were."""
    rows = connection.execute(
        "SELECT decision, text, kind, markers, at, moves_before FROM words WHERE play = ? "
        "ORDER BY id",
        (number,),
    )
    return [
        KeptWords(
            _number(decision),
            _text(text),
            _text(kind),
            _list(markers),
            _time(at),
            _number_or_none(before),
        )
        for decision, text, kind, markers, at, before in rows
    ]


def decisions(connection: sqlite3.Connection, number: int) -> list[KeptDecision]:
    """The decisions of a finished play, in their order; none of one that was left."""
    rows = connection.execute(
        "SELECT seat, node, choice, took, say, marks, value, best, score, cost, open "
        "FROM decisions WHERE play = ? ORDER BY n",
        (number,),
    )
    return [_decision(row) for row in rows]


def text(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """A scenario's file as it was when it was played; None if that is not kept."""
    row = connection.execute("SELECT source FROM texts WHERE digest = ?", (digest,)).fetchone()
    return row[0] if row is not None and isinstance(row[0], bytes) else None


def texts(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The hash and the text of every scenario's file that is kept."""
    for digest, source in connection.execute("SELECT digest, source FROM texts ORDER BY digest"):
        if isinstance(source, bytes):
            yield _text(digest), source


def figures(connection: sqlite3.Connection) -> dict[str, Figures]:
    """What home shows of each scenario that was played, counted in an index."""
    times: dict[str, int] = {}
    newest: dict[str, int] = {}
    endings: dict[str, set[str]] = {}
    for scenario, ending, count, latest in connection.execute(
        "SELECT scenario, ending, count(*), max(latest) FROM plays "
        "WHERE continued_by IS NULL GROUP BY scenario, ending"
    ):
        times[scenario] = times.get(scenario, 0) + _number(count)
        newest[scenario] = max(newest.get(scenario, 0), _number(latest))
        found = endings.setdefault(scenario, set())
        if ending is not None:
            found.add(_text(ending))
    return {
        scenario: Figures(
            count,
            _touched(connection, newest[scenario]),
            _last_first_play_score(connection, scenario),
            frozenset(endings[scenario]),
        )
        for scenario, count in times.items()
    }


def _touched(connection: sqlite3.Connection, latest: int) -> int:
    """When a play was touched; asked for by itself, since to carry it along takes as long again."""
    row = connection.execute("SELECT touched FROM plays WHERE latest = ?", (latest,)).fetchone()
    return 0 if row is None else _time(row[0])


def _last_first_play_score(connection: sqlite3.Connection, scenario: str) -> int | None:
    row = connection.execute(
        "SELECT score FROM plays WHERE scenario = ? AND ended IS NOT NULL AND replay_of IS NULL "
        "ORDER BY latest DESC LIMIT 1",
        (scenario,),
    ).fetchone()
    return None if row is None else _number_or_none(row[0])


def _play(row: tuple[Any, ...]) -> KeptPlay:
    seed, ended = row[8], row[13]
    try:
        return KeptPlay(
            number=_number(row[0]),
            scenario=_text(row[1]),
            title=_text(row[2]),
            path=_text(row[3]),
            digest=_text(row[4]),
            seats=tuple(_text(row[5]).split()),
            mode=_text(row[6]),
            feedback=_text(row[7]),
            seed=None if seed is None else int(_text(seed)),
            replay_of=_number_or_none(row[9]),
            continued_by=_number_or_none(row[10]),
            began=_time(row[11]),
            touched=_time(row[12]),
            ended=None if ended is None else _time(ended),
            ending=_text_or_none(row[14]),
            ending_kind=_text_or_none(row[15]),
            ending_title=_text_or_none(row[16]),
            score=_number_or_none(row[17]),
            lines=max(0, _number(row[18])),
            replay_from=_number_or_none(row[19]),
            watched=_text_or_none(row[20]),
            profile=None if row[21] is None else _profile(_text(row[21])),
        )
    except ValueError as error:
        raise _damage() from error


def _decision(row: tuple[Any, ...]) -> KeptDecision:
    seat, node, choice, took, say, marks, value, best, score, cost, still_open = row
    try:
        pairs = (each.split(":") for each in _text(marks).split())
        counted = {principle: int(mark) for principle, mark in pairs}
    except ValueError as error:
        raise _damage() from error
    return KeptDecision(
        _text(seat),
        _text(node),
        _text(choice),
        _text(took),
        _text(say),
        counted,
        _number(value),
        _number(best),
        _number_or_none(score),
        _number(cost),
        _list(still_open),
    )


def _profile(text: str) -> dict[str, tuple[int, int, int]]:
    """What the lines of a play showed. Raises ValueError."""
    rows = {}
    for each in text.split():
        principle, offered, shown, against = each.split(":")
        rows[principle] = int(offered), int(shown), int(against)
    return rows


def _damage() -> Trouble:
    return Trouble(DAMAGED, "the history is damaged")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _damage()
    return value


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise _damage()
    return value


def _time(value: object) -> int:
    return max(0, min(LATEST, _number(value)))


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _number_or_none(value: object) -> int | None:
    return None if value is None else _number(value)


def _list(value: object) -> tuple[str, ...]:
    return tuple(_text(value).split())
