"""Everything that is kept, as one JSON object for other programs.

The lines ABOUT say what stands in it, and are written into it. ``version`` grows when a key is
taken away or comes to mean something else; new keys may come at any time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from sqlite3 import Connection

from trainer import __version__
from trainer.history import reading
from trainer.history.history import History
from trainer.history.model import KeptMove, KeptPlay, KeptWords
from trainer.history.times import iso, now
from trainer.scenario.record import as_dict

VERSION = 1

ABOUT = """\
The file is one JSON object in UTF-8. Times are in UTC, as 2026-05-01T21:40:07.123Z.
  format      "trainer-history"
  version     1
  exported    when it was written
  trainer     the version of the program that wrote it
  about       these lines
  texts       {hash: text}: each scenario's file as it was when it was played
  plays       a list, the oldest play first, of objects with
    number        what `trainer history` calls it
    scenario, title, path, digest    which scenario; digest is the SHA-256 of its file
    seats, mode   the roles held ("solo": one, "together": two)
    feedback      "coached" or "rehearsal"
    watched       the principle that was picked to watch, or null
    seed          what the choices were shuffled by, or null for the file's order
    began, touched, ended    when; ended is null where no ending was reached
    lines         how many lines stand
    ending        {node, kind, title}, or null
    score         0 to 100, or null; a replay's is of its own lines
    principles    {id: [offered, shown, against]} of a finished solo play, or null
    replay_of     the play whose beginning this one repeats (0: one that was not kept), or null
    replay_from   the line, from 1, with which its own lines begin, or null
    continued_by  the play that went on with it after its scenario was edited, or null
    moves         [{node, move, at, guess}]: a choice's id, or "<" where a line was taken back;
                  guess is how it was expected to land ("closer", "stay", "back"), or null
    words         [{decision, kind, text, markers, at, moves_before}]: what was typed, with the
                  index (from 0) of its line; "first" was said before the choices were seen, "again"
                  and "along" after the debrief; moves_before counts the moves made by then
    decisions     [{seat, node, choice, took, say, marks, value, best, score, cost, open}]: the
                  figures of each line as they were when it was played; choice is the first try
"""


def export(history: History, path: str) -> int:
    """Writes everything into a file (none but its owner may read it); how many plays that are.

    A file that is there is replaced once the new one is whole. Raises Trouble for what cannot be
    read, OSError for what cannot be written.
    """
    if os.path.exists(path) and not os.path.isfile(path):
        return _write(history, path)  # a pipe, say: there is nothing to replace
    path = os.path.realpath(path)
    part = f"{path}.{os.getpid()}.part"
    try:
        count = _write(history, part)
        os.replace(part, path)
    finally:
        if os.path.exists(part):
            os.remove(part)
    return count


def _write(history: History, path: str) -> int:
    head = {
        "format": "trainer-history",
        "version": VERSION,
        "exported": iso(now(history.clock)),
        "trainer": __version__,
        "about": ABOUT.splitlines(),
    }

    def all_of_it(opened: Connection) -> int | OSError:
        # In one transaction, so that all of it is as it was at one moment.
        opened.execute("BEGIN")
        try:
            return _fill(path, head, reading.texts(opened), _plays(opened))
        except OSError as error:
            return error  # of the file that is written, not of the one that is read
        finally:
            opened.execute("ROLLBACK")

    count = history.read(all_of_it, None)
    if isinstance(count, OSError):
        raise count
    return _fill(path, head, (), ()) if count is None else count


def _fill(
    path: str,
    head: dict[str, object],
    texts: Iterable[tuple[str, bytes]],
    plays: Iterable[dict[str, object]],
) -> int:
    count = 0
    with open(path, "w", encoding="utf-8", opener=_for_owner_only) as file:
        file.write(json.dumps(head)[:-1] + ',\n"texts": {')
        for number, (digest, text) in enumerate(texts):
            said = json.dumps(text.decode("utf-8", "replace"), ensure_ascii=False)
            file.write(f"{',' if number else ''}\n{json.dumps(digest)}: {said}")
        file.write('},\n"plays": [')
        for play in plays:
            file.write(f"{',' if count else ''}\n{json.dumps(play, ensure_ascii=False)}")
            count += 1
        file.write("]}\n")
    return count


def _for_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _plays(opened: Connection) -> Iterator[dict[str, object]]:
    for play in reading.plays(opened, "ORDER BY id"):
        number = play.number
        yield {
            **as_row(play),
            "path": play.path,
            "digest": play.digest,
            "seed": play.seed,
            "watched": play.watched,
            "principles": None if play.profile is None else dict(play.profile),
            "moves": [_dated(each) for each in reading.moves(opened, number)],
            "words": [_dated(each) for each in reading.words(opened, number)],
            "decisions": [as_dict(each) for each in reading.decisions(opened, number)],
        }


def _dated(kept: KeptMove | KeptWords) -> dict[str, object]:
    return {**as_dict(kept), "at": iso(kept.at)}


def as_row(play: KeptPlay) -> dict[str, object]:
    """A play as programs read it, in the export and in a list."""
    ending = None
    if play.ending is not None:
        ending = {"node": play.ending, "kind": play.ending_kind, "title": play.ending_title}
    return {
        "number": play.number,
        "scenario": play.scenario,
        "title": play.title,
        "seats": list(play.seats),
        "mode": play.mode,
        "feedback": play.feedback,
        "began": iso(play.began),
        "touched": iso(play.touched),
        "ended": None if play.ended is None else iso(play.ended),
        "lines": play.lines,
        "ending": ending,
        "score": play.score,
        "replay_of": play.replay_of,
        "replay_from": play.replay_from,
        "continued_by": play.continued_by,
    }
