"""Keeps one play while it is played: a move is on the disk before its consequence is shown.

A keeper holds all that it has to keep, and writes whatever the file lacks of it. So nothing is lost
where the file could not be written for a while, was set aside as damaged, or was taken up by two
windows at once: then each keeps a play of its own. A play in which nothing was said or typed leaves
no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from trainer.history import writing
from trainer.history.model import FORGOTTEN, KeptMove, KeptPlay, KeptWords, Trouble
from trainer.history.times import now
from trainer.practice.play import Play
from trainer.practice.practising import COACHED
from trainer.scenario.record import changed

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.history import History
    from trainer.practice.report import Debrief


class Keeper:
    """Makes the moves of one play, and keeps them.

    Only an illegal move raises; what cannot be kept is told once, by the history's ``tell``, and
    the play goes on.
    """

    def __init__(
        self,
        history: History,
        play: Play,
        *,
        seed: int | None,
        feedback: str = COACHED,
        watched: str | None = None,
        replay_of: int | None = None,
        replay_from: int | None = None,
        made: Iterable[KeptMove] = (),
        typed: Iterable[KeptWords] = (),
    ) -> None:
        """``made`` are the moves that ``play`` has already made, and ``typed`` the words that were
        typed in it, which are kept with the next."""
        self.play = play
        self.seed = seed
        self.feedback = feedback
        self.watched = watched
        self.replay_of = replay_of
        self.replay_from = replay_from
        #: The number that the play is kept under; None as long as it is not.
        self.number: int | None = None
        #: The play that this one goes on with, its scenario having been edited since.
        self.continues: int | None = None
        self.made = list(made)
        self.typed = list(typed)
        self.finished: tuple[int, Debrief] | None = None
        self.digest = play.scenario.digest
        self.began = now(history.clock)
        self._history = history
        self._file = 0
        self._typed_kept = 0
        self._marked: set[int] = set()
        self._unkept = False
        self._forgotten = False

    def takes_up(self, kept: KeptPlay) -> None:
        """From here on this is that play, as it stands in the file."""
        self.number, self.began = kept.number, kept.began
        self._file, self._typed_kept = self._history.file_count, len(self.typed)

    @property
    def is_kept(self) -> bool:
        """Whether all of the play so far is on the disk."""
        return self.number is not None and not self._unkept

    @property
    def has_failed(self) -> bool:
        """Whether something of the play could not be kept."""
        return self._unkept

    def move(self, move: str, guess: str | None = None) -> None:
        """Makes a move (a choice's id, or ``<``) and keeps it, with what was guessed of it.

        Raises IllegalMove, as Play does.
        """
        node = self.play.node.id
        self.play.move(move)
        self.made.append(KeptMove(node, move, self._now(), guess))
        self.finished = None
        self._keep()

    def words(
        self, decision: int, text: str, kind: str = "first", markers: Sequence[str] = ()
    ) -> bool:
        """Keeps words that the player typed; what they are is said in ``KeptWords``.

        True if they are the first that the history holds: then WHO_CAN_READ is to be shown.
        """
        before = len(self.made)
        self.typed.append(KeptWords(decision, text, kind, tuple(markers), self._now(), before))
        return self._keep()

    def mark_words(self, text: str, markers: Sequence[str]) -> None:
        """Notes what the player found in words typed before; it is kept with the next move."""
        for at in range(len(self.typed) - 1, -1, -1):
            if self.typed[at].text == text:
                self.typed[at] = changed(self.typed[at], markers=tuple(markers))
                self._marked.add(at)
                return

    def finish(self, debrief: Debrief) -> None:
        """Keeps the ending and the figures of a play that has reached it."""
        if self.play.ending is not None and self.made:
            self.finished = (self._now(), debrief)
            self._keep()

    def close(self) -> None:
        """Closes the history; another move opens it again."""
        self._history.close()

    def _now(self) -> int:
        return now(self._history.clock, self.made[-1].at if self.made else self.began)

    def _keep(self) -> bool:
        """Writes what is new; whether words were written where there had been none."""
        if self._forgotten:
            return False
        try:
            self.number, first_words = self._history.write(self._write, patiently=not self._unkept)
        except Trouble as trouble:
            self._forgotten = trouble.kind == FORGOTTEN
            if not self._unkept:
                self._unkept = True
                self._history.tell(
                    f"This play is not kept: {trouble.word}. It goes on all the same."
                )
            return False
        self._file = self._history.file_count
        self._typed_kept = len(self.typed)
        self._marked.clear()
        if self._unkept:
            self._unkept = False
            self._history.tell("This play is kept again, all of it.")
        return first_words

    def _write(self, connection: Connection) -> tuple[int, bool]:
        """Writes what the file lacks of this play; its number, and whether its words are the first.

        Changes nothing here: what is written may still be rolled back.
        """
        number, typed_kept = self.number, self._typed_kept
        kept: list[tuple[str, str]] = []
        if number is not None:
            found = writing.kept_moves(connection, number, self.began, self.digest)
            if found is None and self._file == self._history.file_count:
                raise Trouble(FORGOTTEN, "it was forgotten in another window")
            if found is None or found != [
                (each.node, each.move) for each in self.made[: len(found)]
            ]:
                number = None
            else:
                kept = found
        if number is None:
            number, typed_kept = writing.begin(connection, self), 0
        writing.add_moves(connection, number, self.made, len(kept))
        first_words = writing.add_words(connection, number, self.typed[typed_kept:])
        for at in self._marked:
            writing.mark_words(connection, number, self.typed[at])
        writing.settle(connection, number, self._now(), self.finished)
        return number, first_words


def walked(play: Play, at: int) -> list[KeptMove]:
    """The moves that a play has made, each with its node, as if they were made at that time."""
    if not play.moves:
        return []
    again = Play(play.scenario, play.seats, play.names)
    made = []
    for move in play.moves:
        made.append(KeptMove(again.node.id, move, at))
        again.move(move)
    return made
