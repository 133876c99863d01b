"""The lines that two people said to each other, and what can be told about one."""

from __future__ import annotations

from trainer.practice.play import Decision
from trainer.scenario.graph import Graph
from trainer.scenario.model import Scenario, Values
from trainer.scenario.record import record, record_by_value
from trainer.scenario.steps import after

#: What a line is known by: the node and state in which it was said, and the choice.
Moment = tuple[str, Values, str]


@record_by_value
class SaidLine:
    """A line with which the story went on. ``number`` is its place among all lines, from 0.

    ``text`` is what was said, in quotation marks where it was said aloud. ``hearer`` is the other
    player.
    """

    number: int
    player: int
    hearer: int
    seat: str
    text: str
    decision: Decision


@record
class Mark:
    """A principle that a line shows or goes against. How much would be a figure in words."""

    title: str
    shows: bool

    @property
    def words(self) -> str:
        """The mark as a sentence without its full stop."""
        return f"{self.title}: the line {'shows it' if self.shows else 'goes against it'}"


@record
class View:
    """What the trainer thinks of a line: the author's words, and what it shows."""

    why: str
    marks: tuple[Mark, ...]


def moved(scenario: Scenario, decision: Decision) -> int:
    """How far a line moved the meters of the one who heard it, all together, up or down."""
    hearer = scenario.other(decision.seat)
    then = after(decision.took, decision.values)
    return sum(
        abs(new - old)
        for name, old, new in zip(scenario.state, decision.values, then, strict=True)
        if name.of == hearer
    )


def moment(decision: Decision) -> Moment:
    """What the line with which the story went on is known by."""
    return decision.node.id, decision.values, decision.took.id


def rests(graph: Graph) -> tuple[list[int], list[int]]:
    """For each state how many decisions can follow, its own among them: at least, and at most."""
    fewest, most = [0] * len(graph.nodes), [0] * len(graph.nodes)
    for state in graph.order:
        targets = graph.targets[state]
        own = graph.nodes[state].turn is not None
        fewest[state] = own + min((fewest[each] for each in targets), default=0)
        most[state] = own + max((most[each] for each in targets), default=0)
    return fewest, most
