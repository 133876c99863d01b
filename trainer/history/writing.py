"""From a play to rows. Everything here runs inside a transaction of the caller's."""

from __future__ import annotations

import os
from collections.abc import Sequence
from sqlite3 import Connection

from trainer.history.model import KeptMove, KeptWords
from trainer.scenario.figures import half_up

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.keeper import Keeper
    from trainer.practice.report import Debrief

_NEXT = "(SELECT coalesce(max(latest), 0) + 1 FROM plays)"


def begin(connection: Connection, keeper: Keeper) -> int:
    """A new row for the keeper's play; its number."""
    play, scenario = keeper.play, keeper.play.scenario
    connection.execute(
        "INSERT OR IGNORE INTO texts VALUES (?, ?)", (keeper.digest, scenario.source)
    )
    row = connection.execute(
        "INSERT INTO plays (scenario, title, path, digest, seats, mode, feedback, seed, replay_of, "
        "replay_from, watched, began, touched, latest) "
        f"VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {_NEXT}) RETURNING id",
        (
            scenario.id,
            play.text(scenario.title),
            storable(os.path.abspath(scenario.path)),
            keeper.digest,
            " ".join(play.seats),
            play.mode,
            keeper.feedback,
            None if keeper.seed is None else str(keeper.seed),
            keeper.replay_of,
            keeper.replay_from,
            keeper.watched,
            keeper.began,
            keeper.began,
        ),
    ).fetchone()
    number = int(row[0])
    if keeper.continues is not None:
        connection.execute(
            "UPDATE plays SET continued_by = ? WHERE id = ?", (number, keeper.continues)
        )
    return number


def kept_moves(
    connection: Connection, number: int, began: int, digest: str
) -> list[tuple[str, str]] | None:
    """The (node, move) that are kept of the play; None if there is no such play."""
    known = connection.execute(
        "SELECT 1 FROM plays WHERE id = ? AND began = ? AND digest = ?", (number, began, digest)
    )
    if not known.fetchone():
        return None
    rows = connection.execute("SELECT node, move FROM moves WHERE play = ? ORDER BY n", (number,))
    return list(rows)


def add_moves(connection: Connection, number: int, moves: Sequence[KeptMove], start: int) -> None:
    """Adds the moves from ``start`` on."""
    connection.executemany(
        "INSERT INTO moves (play, n, node, move, at, guess) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, n, each.node, each.move, each.at, each.guess)
            for n, each in enumerate(moves[start:], start)
        ),
    )


def add_words(connection: Connection, number: int, words: Sequence[KeptWords]) -> bool:
    """Adds typed words; whether they are the first that the file holds."""
    if not words:
        return False
    first = connection.execute("SELECT 1 FROM words LIMIT 1").fetchone() is None
    connection.executemany(
        "INSERT INTO words (play, decision, kind, text, markers, at, moves_before) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                each.decision,
                each.kind,
                storable(each.text),
                " ".join(each.markers),
                each.at,
                each.moves_before,
            )
            for each in words
        ),
    )
    return first


def mark_words(connection: Connection, number: int, words: KeptWords) -> None:
    """Notes what was found in words that are kept already."""
    connection.execute(
        "UPDATE words SET markers = ? WHERE play = ? AND kind = ? AND at = ? AND text = ?",
        (" ".join(words.markers), number, words.kind, words.at, storable(words.text)),
    )


def settle(
    connection: Connection, number: int, touched: int, finished: tuple[int, Debrief] | None
) -> None:
    """Notes that the play was touched, and its ending and figures where it has reached it.

    A play that went on after its ending (a line was taken back) has none any more.
    """
    connection.execute("DELETE FROM decisions WHERE play = ?", (number,))
    ended = node = kind = title = score = profile = None
    if finished is not None:
        ended, debrief = finished
        play = debrief.play
        assert play.ending is not None
        node, kind, title = play.node.id, play.ending.kind, play.text(play.ending.title)
        if play.mode == "solo":
            figures = debrief.seats[play.seats[0]]
            score = figures.score
            profile = " ".join(
                f"{principle}:{row.offered}:{row.shown}:{row.against}"
                for principle, row in figures.profile.items()
            )
        _add_decisions(connection, number, debrief)
    connection.execute(
        f"UPDATE plays SET touched = ?, latest = {_NEXT}, ended = ?, ending = ?, ending_kind = ?, "
        "ending_title = ?, score = ?, profile = ? WHERE id = ?",
        (touched, ended, node, kind, title, score, profile, number),
    )


def _add_decisions(connection: Connection, number: int, debrief: Debrief) -> None:
    rows: list[tuple[object, ...]] = []
    for seat, score in debrief.seats.items():
        for each in score.decisions:
            first = each.decision.first
            rows.append(
                (
                    number,
                    len(rows),
                    seat,
                    each.decision.node.id,
                    first.id,
                    each.decision.took.id,
                    debrief.play.text(first.say),
                    " ".join(f"{principle}:{mark}" for principle, mark in first.marks.items()),
                    each.value,
                    each.best,
                    None if each.score is None else half_up(each.score),
                    each.cost,
                    " ".join(debrief.open_after(each)),
                )
            )
    connection.executemany(
        "INSERT INTO decisions (play, n, seat, node, choice, took, say, marks, value, best, score, "
        "cost, open) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )


def storable(text: str) -> str:
    """A text that can be kept: bytes of a file's name that are no UTF-8 become stand-ins."""
    return text.encode("utf-8", "replace").decode("utf-8")
