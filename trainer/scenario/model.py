"""The frozen types that a scenario file, and the two catalogues, are read into.

Places are ``(line, column)``, both counted from 1. Things are compared by identity: what an author
wrote in one place is one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from trainer.scenario.record import record

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.scenario.expression import Expression

Place = tuple[int, int]
#: The values of a state's meters and flags, in the order of their declaration.
Values = tuple[int | bool, ...]

ENDING_KINDS = ("repaired", "partly", "apart")
METER_LOW, METER_HIGH = 0, 10
LEVELS = {1: "first steps", 2: "harder", 3: "under pressure"}

_NOWHERE: Place = (1, 1)


@record
class Role:
    """One of the two people. The brief is what only that seat is told before play."""

    id: str
    name: str
    brief: str


@record
class StateName:
    """A meter (``of`` is the role whose it is, ``start`` 0 to 10) or a flag (``of`` is None)."""

    name: str
    start: int | bool
    of: str | None = None
    place: Place = _NOWHERE

    @property
    def is_meter(self) -> bool:
        return self.of is not None


@record
class Line:
    """Something seen (``speaker`` is None) or said, shown where ``when`` holds."""

    text: str
    speaker: str | None = None
    when: Expression | None = None
    place: Place = _NOWHERE


@record
class Choice:
    """One thing that a seat may say or do.

    ``marks`` maps principles to -2, -1, 1 or 2. ``effects`` are pairs of an index into the
    state and what happens there: a whole number is added to a meter, a truth sets a flag.
    ``value`` is what the marks come to (see ``value_of``).
    """

    id: str
    say: str
    marks: Mapping[str, int]
    why: str
    goto: str
    lines: tuple[Line, ...] = ()
    effects: tuple[tuple[int, int | bool], ...] = ()
    when: Expression | None = None
    auto: Expression | None = None
    value: int = 0
    place: Place = _NOWHERE


@record
class Ending:
    """How it came out: ``kind`` is one of ENDING_KINDS; ``reflection`` a question to take away."""

    kind: str
    title: str
    reflection: str


@record
class Node:
    """A moment: lines, and then exactly one of a turn with choices, a goto, an ending."""

    id: str
    lines: tuple[Line, ...] = ()
    turn: str | None = None
    choices: tuple[Choice, ...] = ()
    goto: str | None = None
    ending: Ending | None = None
    place: Place = _NOWHERE


@record
class Walkthrough:
    """An author's own test: these choices of this seat, played solo, come to that ending.

    ``score`` is the seat's score, 0 to 100, or None where none is expected.
    """

    name: str
    seat: str
    choices: tuple[str, ...]
    ending: str | None = None
    score: int | None = None
    place: Place = _NOWHERE
    choice_places: tuple[Place, ...] = ()
    ending_place: Place = _NOWHERE
    score_place: Place = _NOWHERE


@record
class Head:
    """What stands before ``nodes``: enough to list a scenario and to show its first screen."""

    id: str
    path: str
    title: str
    premise: str
    skill: str
    level: int
    minutes: int
    focus: tuple[str, ...]
    roles: Mapping[str, Role]
    play_as: str
    content_notes: tuple[str, ...] = ()
    author: str = ""
    licence: str = ""
    language: str = ""
    sources: tuple[str, ...] = ()

    def other(self, role: str) -> str:
        """The role that is not ``role``."""
        return next(each for each in self.roles if each != role)

    @property
    def names(self) -> dict[str, str]:
        """Each role's own name."""
        return {role.id: role.name for role in self.roles.values()}


@record
class Scenario(Head):
    """A whole scenario. Nothing in it changes while it is played."""

    state: tuple[StateName, ...] = ()
    start: str = ""
    nodes: Mapping[str, Node] = MappingProxyType({})
    walkthroughs: tuple[Walkthrough, ...] = ()
    #: The file's bytes.
    source: bytes = b""

    @property
    def digest(self) -> str:
        """The SHA-256 of the file: whether it was edited since."""
        from hashlib import sha256

        return sha256(self.source).hexdigest()

    @property
    def start_values(self) -> Values:
        """The state in which every play begins."""
        return tuple(name.start for name in self.state)


@record
class Family:
    """A group of principles."""

    id: str
    title: str
    summary: str


@record
class Principle:
    """What choices are scored against: what shows it, what goes against it, who says so."""

    id: str
    family: str
    title: str
    shows: str
    against: str
    source: str


@record
class ModelPair:
    """The same moment said weakly and well, with the rule that the strong line follows."""

    when: str
    weak: str
    strong: str
    rule: str


@record
class Skill:
    """What a group of scenarios practises."""

    id: str
    title: str
    summary: str
    rules: tuple[str, ...]
    models: tuple[ModelPair, ...]
    families: tuple[str, ...]


@record
class Catalogue:
    """The families, principles and skills that scenarios are held against."""

    families: Mapping[str, Family]
    principles: Mapping[str, Principle]
    skills: Mapping[str, Skill]

    def extended(self, own: Catalogue) -> Catalogue:
        """This catalogue with the entries of ``own`` beside it; where both have one, this one's."""
        return Catalogue(
            {**own.families, **self.families},
            {**own.principles, **self.principles},
            {**own.skills, **self.skills},
        )

    def in_family(self, principle: str, family: str) -> bool:
        """Whether ``principle`` is known and belongs to ``family``."""
        known = self.principles.get(principle)
        return known is not None and known.family == family

    def title_of(self, principle: str) -> str:
        """The principle's title, or its id where it is not known."""
        known = self.principles.get(principle)
        return known.title if known else principle


def value_of(marks: Mapping[str, int]) -> int:
    """What a line's marks come to, -3 to 3.

    Its positive marks, together at most 3, minus its negative ones, within -3 and 3; and at most
    -1 if any mark is -2: enough is enough, and a jab is not bought back.
    """
    good = bad = 0
    for mark in marks.values():
        if mark > 0:
            good += mark
        else:
            bad += mark
    value = max(-3, min(good, 3) + bad)
    return min(value, -1) if -2 in marks.values() else value
