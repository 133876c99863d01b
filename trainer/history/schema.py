"""The tables, their version, and the steps from one version to the next.

A step is never changed once it was shipped; a new version is a new step. All tables come before all
indexes, so that a rewritten file (VACUUM) has them on the same pages as a new one: what is left of
a file whose first page was lost is found by that.
"""

from __future__ import annotations

import sqlite3

#: Written into the file, so that it is known as ours: "trnr".
APPLICATION = 0x74726E72

_FIRST = (
    # What a scenario's file said when it was played, so that a debrief can be shown again and a
    # play taken up after the file was edited or lost.
    "CREATE TABLE texts (digest TEXT PRIMARY KEY, source BLOB NOT NULL)",
    # `latest` counts up over all plays with every move: what was touched last, whatever the clock
    # said. `seed` is a text because it may be longer than a column's number. `replay_of` may name a
    # play that was forgotten since.
    """CREATE TABLE plays (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        scenario TEXT NOT NULL,
        title TEXT NOT NULL,
        path TEXT NOT NULL,
        digest TEXT NOT NULL,
        seats TEXT NOT NULL,
        mode TEXT NOT NULL CHECK (mode IN ('solo', 'together')),
        feedback TEXT NOT NULL,
        seed TEXT,
        replay_of INTEGER,
        continued_by INTEGER REFERENCES plays ON DELETE SET NULL,
        began INTEGER NOT NULL,
        touched INTEGER NOT NULL,
        latest INTEGER NOT NULL,
        ended INTEGER,
        ending TEXT,
        ending_kind TEXT,
        ending_title TEXT,
        score INTEGER
    )""",
    """CREATE TABLE moves (
        play INTEGER NOT NULL REFERENCES plays ON DELETE CASCADE,
        n INTEGER NOT NULL,
        node TEXT NOT NULL,
        move TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (play, n)
    ) WITHOUT ROWID""",
    """CREATE TABLE words (
        id INTEGER PRIMARY KEY,
        play INTEGER NOT NULL REFERENCES plays ON DELETE CASCADE,
        decision INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        markers TEXT NOT NULL,
        at INTEGER NOT NULL
    )""",
    """CREATE TABLE decisions (
        play INTEGER NOT NULL REFERENCES plays ON DELETE CASCADE,
        n INTEGER NOT NULL,
        seat TEXT NOT NULL,
        node TEXT NOT NULL,
        choice TEXT NOT NULL,
        took TEXT NOT NULL,
        say TEXT NOT NULL,
        marks TEXT NOT NULL,
        value INTEGER NOT NULL,
        best INTEGER NOT NULL,
        score INTEGER,
        cost INTEGER NOT NULL,
        open TEXT NOT NULL,
        PRIMARY KEY (play, n)
    ) WITHOUT ROWID""",
    # What the next start has to finish.
    "CREATE TABLE chores (name TEXT PRIMARY KEY) WITHOUT ROWID",
    # Home's figures are read from the next two alone: for that they must have the columns of their
    # conditions as well.
    "CREATE INDEX plays_of_scenario ON plays (scenario, ending, latest, touched, continued_by) "
    "WHERE continued_by IS NULL",
    "CREATE INDEX first_plays ON plays (scenario, latest, score, ended, replay_of) "
    "WHERE ended IS NOT NULL AND replay_of IS NULL",
    "CREATE INDEX unfinished ON plays (latest) WHERE ended IS NULL AND continued_by IS NULL",
    "CREATE UNIQUE INDEX touched_last ON plays (latest)",
    "CREATE INDEX continued ON plays (continued_by) WHERE continued_by IS NOT NULL",
    "CREATE INDEX texts_in_use ON plays (digest)",
    "CREATE INDEX words_of_play ON words (play)",
)

_SECOND = (
    # From which line on (from 1) a replay is a play of its own, and which principle was watched.
    "ALTER TABLE plays ADD COLUMN replay_from INTEGER",
    "ALTER TABLE plays ADD COLUMN watched TEXT",
    # What the lines of a solo play showed: `principle:offered:shown:against`, parted by spaces.
    "ALTER TABLE plays ADD COLUMN profile TEXT",
    "ALTER TABLE moves ADD COLUMN guess TEXT",
    # How many moves had been made when the words were typed.
    "ALTER TABLE words ADD COLUMN moves_before INTEGER",
)

#: The steps, each from the version before: the first one makes an empty file version 1.
STEPS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND)
VERSION = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """The version that the file says it has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection) -> None:
    """Brings the file to this version, in one transaction; a file that has it is not touched."""
    if version_of(connection) >= VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another window may have done it while this one waited for its turn.
        for version in range(version_of(connection), VERSION):
            for statement in STEPS[version]:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def names_in(connection: sqlite3.Connection) -> dict[str, str]:
    """What was created in the file, and by which statement (none for what SQLite adds)."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return dict(rows.fetchall())


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether a file of this version has every table and index as it should be."""
    model = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(model)
    due = names_in(model)
    model.close()
    return due.items() <= names_in(connection).items()
