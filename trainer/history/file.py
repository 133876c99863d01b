"""The file: where it lies, who may read it, how it is opened, and what its errors mean.

It is an SQLite database in write-ahead mode, and every commit is on the disk before it returns.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time

from trainer.history.model import BUSY, DAMAGED, DENIED, DISK, FULL, NEWER, Trouble
from trainer.history.schema import APPLICATION, VERSION, is_whole, names_in, upgrade, version_of

#: How the names of damaged files begin that were set aside, and of what is made to mend them.
ASIDE = "history-"
#: What SQLite writes beside the file.
BESIDE = ("-wal", "-shm", "-journal")
#: For how many seconds another window's write is waited for: long enough for a disk that is slow to
#: take it; and where that was not enough already.
PATIENCE, IMPATIENCE = 2.0, 0.1

_OWN_NAMES = ("history", "scenarios", "settings")
_MAGIC = b"SQLite format 3\0"
#: Where an SQLite file says what it is: its user's version, and whose file it is.
_VERSION_AT, _APPLICATION_AT = slice(60, 64), slice(68, 72)

_SETTINGS = (
    "synchronous = FULL",
    # On macOS a disk may else keep to itself what it was told to write; nothing elsewhere.
    "fullfsync = ON",
    "foreign_keys = ON",
    # What is deleted is overwritten, and nothing of it is laid down in other folders.
    "secure_delete = ON",
    "temp_store = MEMORY",
    # A file that somebody tampered with may not run anything, and is looked at more closely.
    "trusted_schema = OFF",
    "cell_size_check = ON",
    # KiB of pages to keep (SQLite's own measure is 2000): one play's worth is enough.
    "cache_size = -400",
)

#: By the lower byte of SQLite's result codes.
_KINDS = {
    3: DENIED,  # SQLITE_PERM
    5: BUSY,  # SQLITE_BUSY
    6: BUSY,  # SQLITE_LOCKED
    8: DENIED,  # SQLITE_READONLY
    10: DISK,  # SQLITE_IOERR
    11: DAMAGED,  # SQLITE_CORRUPT
    13: FULL,  # SQLITE_FULL
    14: DENIED,  # SQLITE_CANTOPEN
    19: DAMAGED,  # SQLITE_CONSTRAINT: in a sound file no row of ours contradicts another
    23: DENIED,  # SQLITE_AUTH
    26: DAMAGED,  # SQLITE_NOTADB
}
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_WORDS = {
    BUSY: "another window or program holds {path}",
    FULL: "there is no room left on the disk",
    DENIED: "{path} cannot be opened and written",
    DAMAGED: "{path} is damaged",
    DISK: "the disk fails or is full ({reason})",
    NEWER: "{path} was written by a newer trainer; it is left as it is",
}


def sqlite_version() -> str:
    """The version of SQLite that is in use."""
    return sqlite3.sqlite_version


def trouble_of(error: BaseException, path: str) -> Trouble | None:
    """What an error of the file comes to; None for one that is a mistake in the program."""
    if isinstance(error, Trouble):
        return error
    kind: str | None
    if isinstance(error, OSError):
        kind = FULL if error.errno in _NO_ROOM else DENIED
    elif isinstance(error, UnicodeDecodeError):
        kind = DAMAGED  # Python could not even read SQLite's message
    elif isinstance(error, sqlite3.Error):
        code: int | None = getattr(error, "sqlite_errorcode", None)
        # Without a code: a text that is no UTF-8.
        kind = DAMAGED if code is None and "decode" in str(error) else _KINDS.get((code or 0) & 255)
    else:
        return None
    return None if kind is None else trouble(kind, path, str(error))


def trouble(kind: str, path: str, reason: str = "") -> Trouble:
    """A Trouble with the file."""
    return Trouble(kind, _WORDS[kind].format(path=path, reason=reason))


def identity(path: str) -> tuple[int, int] | None:
    """Which file lies there now; None if there is none. Raises OSError if nobody may look."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def copies_aside(path: str) -> list[str]:
    """The damaged files that were set aside, and what a mending left that was broken off."""
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        return []
    names = sorted(os.listdir(folder))
    return [os.path.join(folder, name) for name in names if name.startswith(ASIDE)]


def create(path: str) -> None:
    """Makes the folder and an empty file, for their owner only. Raises OSError."""
    folder = os.path.dirname(path)
    existed = os.path.isdir(folder)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if existed and all(name.startswith(_OWN_NAMES) for name in os.listdir(folder)):
        # A folder that holds other things as well is not ours to close.
        _for_owner_only(folder)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _for_owner_only(path: str) -> None:
    """Takes others' rights away, where the system knows such rights and they are ours to take."""
    if os.name != "posix":
        return
    found = os.stat(path)
    if found.st_uid == os.geteuid() and found.st_mode & 0o077 and not found.st_mode & stat.S_ISVTX:
        os.chmod(path, found.st_mode & 0o700)


def open_file(path: str, patience: float) -> sqlite3.Connection:
    """Opens the file that lies there, and brings it to this version.

    Other windows are waited for up to ``patience`` seconds. Raises Trouble for a file of a newer
    trainer, which is left as it is, or for one that is not a history; sqlite3.Error and OSError
    for what else can go wrong.
    """
    _look_at(path)
    _for_owner_only(path)
    try:
        connection = connect(path, patience)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == 1:  # SQLITE_ERROR: nothing was asked yet that could be wrong
            raise trouble(DAMAGED, path) from error
        raise
    try:
        if version_of(connection) > VERSION:
            raise trouble(NEWER, path)
        # In this order: another window may just be making the tables and, with them, the version.
        if names_in(connection) and version_of(connection) == 0:
            raise trouble(DAMAGED, path)
        write_ahead(connection, patience)
        upgrade(connection)
        if not is_whole(connection):
            raise trouble(DAMAGED, path)
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: str) -> sqlite3.Connection:
    """Opens a file that cannot be written, if nothing of it waits to be written. Raises as above.

    SQLite needs to write even in order to read, unless it is told that nobody else does.
    """
    _look_at(path)
    if os.path.exists(path + "-wal") and os.path.getsize(path + "-wal"):
        raise trouble(DENIED, path)
    connection = connect(_uri(path, "immutable=1"))
    if 0 < version_of(connection) < VERSION:
        connection = _brought_forward(connection)
    if version_of(connection) != VERSION or not is_whole(connection):
        connection.close()
        raise trouble(DAMAGED, path)
    return connection


def _brought_forward(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy in memory of a file of an earlier version, brought to this one."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        connection.backup(copy)
        upgrade(copy)
    except BaseException:
        copy.close()
        raise
    finally:
        connection.close()
    return copy


def connect(path: str, patience: float = 0) -> sqlite3.Connection:
    """Opens a file as it is, with the settings of ours. Raises sqlite3.Error."""
    connection = sqlite3.connect(
        path,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
        uri=path.startswith("file:"),
    )
    try:
        for pragma in _SETTINGS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _uri(path: str, query: str) -> str:
    from urllib.parse import quote

    return f"file:{quote(path.replace(os.sep, '/'))}?{query}"


def _look_at(path: str) -> None:
    """Refuses a file of a newer trainer, or one that ends within a page.

    Without SQLite, which would already write beside the newer one, and fill the half page up with
    zeros. Raises Trouble, OSError.
    """
    with open(path, "rb") as file:
        head = file.read(100)
        size = file.seek(0, os.SEEK_END)
    if not head.startswith(_MAGIC):
        return
    ours = head[_APPLICATION_AT] == APPLICATION.to_bytes(4, "big")
    if ours and int.from_bytes(head[_VERSION_AT], "big") > VERSION:
        raise trouble(NEWER, path)
    # While something waits beside it, a window may be writing right now, or have been killed then.
    if size % page_size(head) and not any(os.path.exists(path + end) for end in BESIDE):
        raise trouble(DAMAGED, path)


def page_size(head: bytes) -> int:
    """How long a file's pages are, by its first bytes; 1 where they are garbage."""
    size = int.from_bytes(head[16:18], "big")
    return 65536 if size == 1 else max(1, size)


def write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Sets the write-ahead mode.

    Where two windows do it at once, SQLite refuses one of them without waiting, whatever its
    timeout. Raises sqlite3.Error after ``patience`` seconds.
    """
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if _KINDS.get(error.sqlite_errorcode & 255) != BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
