"""What is kept, as frozen types, and the one way in which keeping or reading fails.

Times are whole milliseconds since 1970 in UTC.
"""

from __future__ import annotations

from collections.abc import Mapping

from trainer.scenario.record import record_by_value

#: What stands in the way: another program at the file, no room, no right to write or read, a
#: damaged file, one of a newer trainer, a play that was forgotten meanwhile, a disk that fails.
BUSY, FULL, DENIED, DAMAGED, NEWER, FORGOTTEN, DISK = (
    "busy",
    "full",
    "denied",
    "damaged",
    "newer",
    "forgotten",
    "disk",
)

#: What stands for the play that a replay repeats where that one was not kept.
NOT_KEPT = 0

#: For the first time that words are typed (see ``Keeper.words``).
WHO_CAN_READ = (
    "What you type is kept on this machine. Anyone who uses this account can read it; "
    "`trainer forget` deletes it."
)


class Trouble(Exception):
    """Something cannot be kept or read.

    ``word`` says so to the person, as a sentence without its stop; ``kind`` is one of the above.
    """

    def __init__(self, kind: str, word: str) -> None:
        super().__init__(word)
        self.kind = kind
        self.word = word


@record_by_value
class KeptMove:
    """A move: the node it was made in, the choice's id (``<`` takes back), and when.

    ``guess`` is how it was expected to land; None where nothing was guessed.
    """

    node: str
    move: str
    at: int
    guess: str | None = None


@record_by_value
class KeptWords:
    """Words that the player typed.

    ``decision`` is the index, from 0, of the line that they belong to; ``kind`` says what they are
    (``first``: said before the choices were seen); ``markers`` are the principles that the player
    found in them. ``moves_before`` counts the moves that had been made by then (None where that
    was not kept yet).
    """

    decision: int
    text: str
    kind: str
    markers: tuple[str, ...]
    at: int
    moves_before: int | None = None


@record_by_value
class KeptDecision:
    """A decision of a finished play, with its figures as they were when it was played.

    ``choice`` is the first try, ``took`` what the story went on with; ``say`` are the first try's
    words and ``marks`` its marks; ``score`` is rounded, or None where nothing was scored.
    """

    seat: str
    node: str
    choice: str
    took: str
    say: str
    marks: Mapping[str, int]
    value: int
    best: int
    score: int | None
    cost: int
    open: tuple[str, ...]


@record_by_value
class KeptPlay:
    """One play as it is kept.

    ``number`` is what people call it by. ``digest`` is the hash of the scenario's text as it was
    played, ``feedback`` how it was practised (see ``practising``), ``seed`` what its choices were
    shuffled by (None: the file's order). ``replay_of`` is the play of which this one repeats the
    beginning (NOT_KEPT: one that was not kept), up to the line ``replay_from`` (from 1);
    ``continued_by`` is the one that went on with it after its scenario was edited.
    ``lines`` counts the lines that stand, those taken back left out. ``score`` is that of the seat
    in solo play, and ``profile`` what its lines showed: offered, shown and against, by principle.
    ``watched`` is the principle that was picked to watch. ``ended`` is None until the ending is
    reached.
    """

    number: int
    scenario: str
    title: str
    path: str
    digest: str
    seats: tuple[str, ...]
    mode: str
    feedback: str
    seed: int | None
    replay_of: int | None
    continued_by: int | None
    began: int
    touched: int
    ended: int | None
    ending: str | None
    ending_kind: str | None
    ending_title: str | None
    score: int | None
    lines: int
    replay_from: int | None = None
    watched: str | None = None
    profile: Mapping[str, tuple[int, int, int]] | None = None


@record_by_value
class Figures:
    """What home shows of a scenario.

    ``times`` counts its plays, left ones too; ``last_played`` is when the newest was last touched.
    ``last_first_play_score`` is the score of the newest finished one that was no replay (None where
    there is none), ``endings_found`` the nodes of the endings that were reached.
    """

    times: int
    last_played: int
    last_first_play_score: int | None
    endings_found: frozenset[str]
