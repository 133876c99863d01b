"""The way in to what is kept: opens the file when it is first needed, and tells what goes wrong.

Nothing is made on the disk before there is something to keep.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from sqlite3 import Connection
from threading import RLock

from trainer.history import file, reading
from trainer.history.forgetting import finish_forgetting, forget
from trainer.history.keeper import Keeper, walked
from trainer.history.model import (
    DAMAGED,
    DENIED,
    Figures,
    KeptDecision,
    KeptMove,
    KeptPlay,
    KeptWords,
    Trouble,
)
from trainer.history.times import Clock, now
from trainer.paths import history_file
from trainer.practice.play import Play
from trainer.practice.practising import COACHED

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")


class History:
    """What is kept in a data folder. It may be asked from several threads.

    Whatever reads or deletes raises Trouble where that cannot be done. A damaged file is set aside,
    and what can be read of it is brought over, before the question is answered.
    """

    def __init__(
        self,
        folder: str,
        clock: Clock = time.time,
        tell: Callable[[str], None] = lambda word: None,
        patience: float = file.PATIENCE,
    ) -> None:
        """``tell`` is given sentences for the person that are no answer to anything asked.

        It is called in the thread that asked, and must not wait for another one. ``patience`` is
        for how many seconds another window's write is waited for.
        """
        self.path = history_file(folder)
        self.clock = clock
        self.tell = tell
        self._patience = patience
        #: Counts the files that lay there one after the other.
        self.file_count = 0
        self._newest: tuple[int, int] | None = None
        self._connection: Connection | None = None
        #: Which file is open; one that is open keeps its identity for itself.
        self._identity: tuple[int, int] | None = None
        self._can_write = False
        self._lock = RLock()

    def begin(
        self,
        play: Play,
        *,
        seed: int | None,
        feedback: str = COACHED,
        watched: str | None = None,
        replay_of: int | None = None,
        replay_from: int | None = None,
    ) -> Keeper:
        """Begins to keep a play; nothing is written before its first move, or words typed.

        ``seed`` is what its choices are shuffled by, None for the file's order. A replay of the
        kept play ``replay_of`` has made the moves before its line ``replay_from`` already.
        """
        return Keeper(
            self,
            play,
            seed=seed,
            feedback=feedback,
            watched=watched,
            replay_of=replay_of,
            replay_from=replay_from,
            made=walked(play, now(self.clock)),
        )

    # What was

    def unfinished(self, scenario: str | None = None) -> KeptPlay | None:
        """The play to go on with: of those without an ending, the one that was touched last."""
        return self.read(lambda opened: reading.unfinished(opened, scenario), None)

    def all_unfinished(self, most: int = 100) -> list[KeptPlay]:
        """The plays without an ending, those touched last first."""
        return self.read(lambda opened: reading.all_unfinished(opened, most), [])

    def newest_profiles(self, most: int = 8) -> list[dict[str, tuple[int, int, int]]]:
        """What the lines of the newest finished first plays showed, as offered, shown, against."""
        return self.read(lambda opened: reading.newest_profiles(opened, most), [])

    def figures(self) -> dict[str, Figures]:
        """What home shows, by scenario id; a scenario that was never played is not in it."""
        return self.read(reading.figures, {})

    def plays(self) -> list[KeptPlay]:
        """All plays, the newest first."""
        return self.read(lambda opened: list(reading.plays(opened, "ORDER BY id DESC")), [])

    def plays_of(self, scenario: str, most: int = 50) -> list[KeptPlay]:
        """The plays of a scenario that were touched last, the newest first."""
        order = "WHERE scenario = ? ORDER BY latest DESC LIMIT ?"
        return self.read(lambda opened: list(reading.plays(opened, order, scenario, most)), [])

    def play(self, number: int) -> KeptPlay | None:
        """The play with that number; None if there is none."""
        return self.read(lambda opened: reading.play(opened, number), None)

    def moves(self, play: KeptPlay) -> list[KeptMove]:
        """The moves of a play, in their order."""
        return self.read(lambda opened: reading.moves(opened, play.number), [])

    def words(self, play: KeptPlay) -> list[KeptWords]:
        """The words typed in a play, in their order."""
        return self.read(lambda opened: reading.words(opened, play.number), [])

    def decisions(self, play: KeptPlay) -> list[KeptDecision]:
        """The decisions of a finished play with their figures as they were."""
        return self.read(lambda opened: reading.decisions(opened, play.number), [])

    def text(self, play: KeptPlay) -> bytes | None:
        """The scenario's file as it was when it was played; None if it is not kept."""
        return self.read(lambda opened: reading.text(opened, play.digest), None)

    # Forgetting

    def forget(self, what: int | str | None) -> tuple[int, bool]:
        """Deletes a play by its number, a scenario's plays by its id, or everything (None).

        How many plays that were, and whether their bytes are gone from the files by now: where
        another window is in the way, the next start removes them. Raises Trouble.
        """
        count, gone = 0, True
        with self._lock:
            if self._as_trouble(lambda: file.identity(self.path)) is not None:
                count = self.write(lambda opened: forget(opened, what))
                gone = self._mending(self._finish_forgetting)
            if what is None:
                for copy in self.copies_aside():
                    self._as_trouble(partial(os.remove, copy))
        return count, gone

    def _finish_forgetting(self) -> bool:
        opened = self._opened(to_write=True)
        assert opened is not None
        return finish_forgetting(opened, self._patience)

    def copies_aside(self) -> list[str]:
        """Damaged files that were set aside: what was forgotten since may still stand in them."""
        return self._as_trouble(lambda: file.copies_aside(self.path))

    # The file

    def read(self, question: Callable[[Connection], T], nothing: T) -> T:
        """An answer from the file; ``nothing`` where there is no file. Raises Trouble."""

        def asked() -> T:
            opened = self._opened(to_write=False)
            return nothing if opened is None else question(opened)

        return self._mending(asked)

    def write(self, work: Callable[[Connection], T], *, patiently: bool = True) -> T:
        """Does work in a transaction; returns what it returned, once that is on the disk.

        Raises Trouble, and nothing is changed then. ``patiently`` waits a while for other windows.
        """

        def done() -> T:
            patience = self._patience if patiently else file.IMPATIENCE
            opened = self._opened(to_write=True, patience=patience)
            assert opened is not None
            opened.execute(f"PRAGMA busy_timeout = {int(1000 * patience)}")
            opened.execute("BEGIN IMMEDIATE")
            try:
                result = work(opened)
                opened.execute("COMMIT")
            finally:
                if opened.in_transaction:
                    opened.execute("ROLLBACK")
            return result

        return self._mending(done)

    def close(self) -> None:
        """Closes the file; the next question opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = self._identity = None

    def _mending(self, ask: Callable[[], T]) -> T:
        """Asks, and once more with a mended file where this one turns out to be damaged."""
        with self._lock:
            try:
                return self._as_trouble(ask)
            except Trouble as trouble:
                if trouble.kind != DAMAGED:
                    raise
            self._as_trouble(self._mend)
            return self._as_trouble(ask)

    def _as_trouble(self, ask: Callable[[], T]) -> T:
        """Asks; whatever is wrong with the file comes as Trouble, a mistake of ours as it is."""
        try:
            return ask()
        except Exception as error:
            trouble = file.trouble_of(error, self.path)
            if trouble is None:
                raise
            raise trouble from error

    def _mend(self) -> None:
        from trainer.history.mending import mend

        damaged = self._identity or file.identity(self.path)
        self.close()
        word = mend(self.path, damaged, now(self.clock))
        if word:
            self.tell(word)

    def _opened(self, *, to_write: bool, patience: float | None = None) -> Connection | None:
        """The file as it lies there now; None where there is none and none is to be made."""
        lies_there = file.identity(self.path)
        if self._connection is not None and lies_there != self._identity:
            # Somebody has set the file aside or removed it; the next may get the same identity.
            self._newest = None
            self.close()
        if to_write and not self._can_write:
            self.close()
        if self._connection is not None:
            return self._connection
        if lies_there is None:
            if not to_write:
                return None
            file.create(self.path)
        self._identity = file.identity(self.path)
        try:
            self._connection = file.open_file(
                self.path, self._patience if patience is None else patience
            )
            self._can_write = True
        except Exception as error:
            trouble = file.trouble_of(error, self.path)
            if to_write or trouble is None or trouble.kind != DENIED:
                raise
            self._connection = file.open_to_read(self.path)
            self._can_write = False
        if self._newest != self._identity:
            self._newest = self._identity
            self.file_count += 1
        if self._can_write and finish_forgetting(self._connection, 0):
            self.tell("What you had forgotten is now gone from the files as well.")
        return self._connection
