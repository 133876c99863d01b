"""The engine: one Play is one run through a scenario.

Its rules
- A play is at a turn of a seat that a person holds, or at its ending. Everything in between (lines,
  links, the turns of a scripted seat) is told by itself and stands in ``talk``.
- ``choose(id)`` takes one of ``choices``; ``take_back()`` takes back the last line that a person
  chose, with all that followed. Both either succeed, or raise IllegalMove and change nothing.
- Undo is exact: state, talk and decisions are as they were. What is remembered, because scores are
  of first tries, is the first choice ever made at each (node, state).
- A play is wholly given by its scenario, its seats and the list of its moves. The engine has no
  input or output, no clock and no randomness of its own.

>>> play = Play(scenario, ["sam"])          # doctest: +SKIP
>>> [choice.id for choice in play.choices]  # doctest: +SKIP
['own-the-miss', 'explain', 'joke']
>>> play.choose("own-the-miss")             # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.scenario.model import Choice, Ending, Line, Node, Scenario, Values
from trainer.scenario.record import record, record_by_value
from trainer.scenario.steps import after, offered, scripted, shown
from trainer.scenario.texts import put_names

#: The move that takes a line back (no choice can have this id).
TAKE_BACK = "<"


class IllegalMove(ValueError):
    """A move that the play does not allow where it is. Nothing was changed."""


@record_by_value
class Entry:
    """One thing in the talk.

    ``kind`` is ``narration`` (``speaker`` None), ``speech`` (a written line) or ``said`` (a choice
    taken, by a person or the script). ``decision`` numbers the decision whose choice this is, or
    that it is the consequence of; None for the rest. Names are put in.
    """

    kind: str
    text: str
    speaker: str | None = None
    decision: int | None = None


@record
class Decision:
    """A turn taken by a seat that a person holds.

    ``first`` is the first choice ever made here in this play, which is what counts; ``took`` the
    one with which the story went on.
    """

    seat: str
    node: Node
    values: Values
    offered: tuple[Choice, ...]
    first: Choice
    took: Choice


@record
class _Before:
    """Where a play was before a choice, so that it can be taken back."""

    node: Node
    values: Values
    talk: int


class Play:
    """One run through a scenario, with one seat held by a person, or both."""

    def __init__(
        self,
        scenario: Scenario,
        seats: Iterable[str],
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Begins a play and tells it up to the first decision.

        ``seats`` are the roles that people hold; ``names`` replace the roles' own. Raises
        ValueError for seats that the scenario does not have, or none at all.
        """
        self.scenario = scenario
        held = set(seats)
        self.seats = tuple(role for role in scenario.roles if role in held)
        if not self.seats or held - set(scenario.roles):
            raise ValueError(f"the seats must be among {', '.join(scenario.roles)}")
        self.names: dict[str, str] = {**scenario.names, **(names or {})}
        self.moves: list[str] = []
        self._talk: list[Entry] = []
        self._values: Values = scenario.start_values
        self._path: list[tuple[_Before, Choice]] = []
        self._first: dict[tuple[str, Values], Choice] = {}
        self._decisions: list[Decision] = []  # of the path, as far as it was asked for
        self._offered: tuple[Choice, ...] | None = None
        self._node = scenario.nodes[scenario.start]
        self._enter(self._node)

    # Where the play is

    @property
    def node(self) -> Node:
        """The node of the decision that is due, or of the ending."""
        return self._node

    @property
    def values(self) -> Values:
        """The state, in the order of its declaration."""
        return self._values

    @property
    def state(self) -> dict[str, int | bool]:
        """The state by name."""
        names = (name.name for name in self.scenario.state)
        return dict(zip(names, self._values, strict=True))

    @property
    def turn(self) -> str | None:
        """The seat whose decision is due; None at the ending."""
        return self._node.turn

    @property
    def ending(self) -> Ending | None:
        """The ending, once it is reached."""
        return self._node.ending

    @property
    def mode(self) -> str:
        """``solo`` or ``together``."""
        return "together" if len(self.seats) == 2 else "solo"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered now, in the file's order; nothing at the ending."""
        if self._offered is None:
            self._offered = offered(self._node, self._values)
        return self._offered

    @property
    def talk(self) -> tuple[Entry, ...]:
        """Everything seen and said so far."""
        return tuple(self._talk)

    @property
    def talk_length(self) -> int:
        """How many entries the talk has."""
        return len(self._talk)

    def talk_since(self, start: int) -> list[Entry]:
        """The entries of the talk from ``start`` on."""
        return self._talk[start:]

    @property
    def decisions(self) -> list[Decision]:
        """The decisions of the path as it stands."""
        known = self._decisions
        for before, choice in self._path[len(known) :]:
            known.append(
                Decision(
                    before.node.turn or "",
                    before.node,
                    before.values,
                    tuple(offered(before.node, before.values)),
                    self._first[before.node.id, before.values],
                    choice,
                )
            )
        return list(known)

    @property
    def can_take_back(self) -> bool:
        """Whether there is a line to take back."""
        return bool(self._path)

    def text(self, template: str) -> str:
        """A text of the scenario with this play's names put in."""
        return put_names(template, self.names)

    # Moves

    def choose(self, choice_id: str) -> Choice:
        """Takes one of the choices offered. Raises IllegalMove for any other."""
        for choice in self.choices:
            if choice.id == choice_id:
                break
        else:
            raise IllegalMove(f"`{choice_id}` is not offered in `{self._node.id}`")
        self._path.append((_Before(self._node, self._values, len(self._talk)), choice))
        self._first.setdefault((self._node.id, self._values), choice)
        self.moves.append(choice_id)
        self._take(choice, len(self._path) - 1)
        return choice

    def take_back(self) -> Choice:
        """Takes back the last line that a person chose, and all that followed; returns it.

        Raises IllegalMove where there is none.
        """
        if not self._path:
            raise IllegalMove("there is no line to take back")
        before, choice = self._path.pop()
        del self._decisions[len(self._path) :]
        self._offered = None
        self._node, self._values = before.node, before.values
        del self._talk[before.talk :]
        self.moves.append(TAKE_BACK)
        return choice

    def move(self, move: str) -> None:
        """Makes a move as it stands in ``moves``. Raises IllegalMove."""
        if move == TAKE_BACK:
            self.take_back()
        else:
            self.choose(move)

    # Telling the story on

    def _take(self, choice: Choice, decision: int | None) -> None:
        speaker = self._node.turn
        self._talk.append(Entry("said", self.text(choice.say), speaker, decision))
        self._values = after(choice, self._values)
        if choice.lines:
            self._tell(choice.lines, decision)
        self._enter(self.scenario.nodes[choice.goto])

    def _enter(self, node: Node) -> None:
        """Tells from a node on to the next decision of a person, or to the ending."""
        self._offered = None
        while True:
            self._node = node
            if node.lines:
                self._tell(node.lines, None)
            if node.goto is not None:
                node = self.scenario.nodes[node.goto]
            elif node.turn is not None and node.turn not in self.seats:
                choice = scripted(offered(node, self._values), self._values)
                if choice is None:  # the format's rules keep this from every scenario that loads
                    raise IllegalMove(f"the script has nothing to say in `{node.id}`")
                self._talk.append(Entry("said", self.text(choice.say), node.turn))
                self._values = after(choice, self._values)
                self._tell(choice.lines, None)
                node = self.scenario.nodes[choice.goto]
            else:
                return

    def _tell(self, lines: Iterable[Line], decision: int | None) -> None:
        names, talk = self.names, self._talk
        for line in shown(lines, self._values):
            kind = "narration" if line.speaker is None else "speech"
            talk.append(Entry(kind, put_names(line.text, names), line.speaker, decision))


def in_play_order(play: Play, seed: int | None) -> list[Choice]:
    """What is offered now, shuffled by ``seed`` so that a place in the list tells nothing.

    The same seed gives the same order at the same node. None keeps the file's order.
    """
    choices = list(play.choices)
    if seed is None:
        return choices
    from random import Random

    Random(f"{seed}:{play.node.id}").shuffle(choices)
    return choices


def replayed(
    scenario: Scenario,
    seats: Iterable[str],
    moves: Iterable[str],
    names: Mapping[str, str] | None = None,
) -> Play:
    """A play with the moves made again. Raises IllegalMove at the first that does not fit."""
    play = Play(scenario, seats, names)
    for move in moves:
        play.move(move)
    return play
