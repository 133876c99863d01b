"""The graph of all plays: every (node, state) that any choices of both seats can reach.

Time only moves forward, so the graph has no cycle, and every question over it (which endings are
open, the shortest path, what is offered on every path) is one pass from the endings back, linear
in the number of states. Everything here uses an explicit stack: no story is too deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trainer.scenario.model import ENDING_KINDS, Choice, Node, Scenario, Values
from trainer.scenario.steps import after, offered, scripted

MOST_STATES = 100_000
#: A bound on the work of exploring: links followed plus steps of expressions evaluated.
MOST_WORK = 20_000_000

_KIND_BIT = {kind: 1 << index for index, kind in enumerate(ENDING_KINDS)}


@dataclass(slots=True)
class Graph:
    """The states, numbered in the order in which they were found; 0 is the start.

    ``offered[i]`` are the choices offered in state i (equal offers of a node are one object) and ``targets[i]`` where they lead (one target
    without a choice for a ``goto``). A link that leads nowhere has the target -1. ``order`` names
    every state after all the states that it leads to.
    """

    nodes: list[Node] = field(default_factory=list)
    values: list[Values] = field(default_factory=list)
    offered: list[tuple[Choice, ...]] = field(default_factory=list)
    targets: list[list[int]] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    index: dict[tuple[str, Values], int] = field(default_factory=dict)
    cycles: dict[str, list[str]] = field(default_factory=dict)
    complete: bool = True

    def find(self, node: str, values: Values) -> int:
        """The number of a state. Raises KeyError for one that cannot be reached."""
        return self.index[node, values]

    def scripted_target(self, state: int) -> int:
        """Where a scripted seat would go from a state in which it has the turn (-1: nowhere)."""
        choices = self.offered[state]
        taken = scripted(choices, self.values[state])
        return -1 if taken is None else self.targets[state][choices.index(taken)]

    def targets_for(self, state: int, held_by_script: str | None) -> list[int]:
        """Where a state can lead while the script holds one seat (or none)."""
        turn = self.nodes[state].turn
        if turn is not None and turn == held_by_script:
            return [self.scripted_target(state)]
        return self.targets[state]

    def reachable(self, held_by_script: str | None) -> list[int]:
        """The states that can be reached while the script holds a seat, in reverse ``order``."""
        seen = {0}
        found = []
        for state in reversed(self.order):
            if state in seen:
                found.append(state)
                seen.update(self.targets_for(state, held_by_script))
        return found


def explore(scenario: Scenario) -> Graph:
    """The graph of a scenario. Cycles are cut where they close, and kept in ``cycles``.

    ``complete`` is False where there are more than MOST_STATES states (or it takes MOST_WORK).
    """
    graph = Graph()
    if scenario.start not in scenario.nodes:
        return graph
    work = 0
    open_states: dict[int, None] = {}  # in the order in which they were entered
    offers: dict[tuple[int, ...], tuple[Choice, ...]] = {}

    def enter(node_id: str, values: Values) -> int:
        state = len(graph.nodes)
        graph.index[node_id, values] = state
        graph.nodes.append(scenario.nodes[node_id])
        graph.values.append(values)
        choices = offered(scenario.nodes[node_id], values)
        graph.offered.append(offers.setdefault(tuple(map(id, choices)), choices))
        graph.targets.append([])
        open_states[state] = None
        return state

    stack = [_Frame(enter(scenario.start, scenario.start_values), graph)]
    while stack:
        frame = stack[-1]
        link = next(frame.links, None)
        if link is None:
            stack.pop()
            del open_states[frame.state]
            graph.order.append(frame.state)
            continue
        work += 1
        known = graph.index.get(link, -1)
        if link[0] not in scenario.nodes:
            frame.targets.append(-1)
        elif known < 0:
            work += len(scenario.nodes[link[0]].choices)
            if len(graph.nodes) >= MOST_STATES or work > MOST_WORK:
                graph.complete = False
                return graph
            state = enter(*link)
            frame.targets.append(state)
            stack.append(_Frame(state, graph))
        elif known in open_states:
            frame.targets.append(-1)
            loop = [graph.nodes[state].id for state in open_states if state >= known]
            graph.cycles.setdefault(link[0], loop)
        else:
            frame.targets.append(known)
    return graph


class _Frame:
    """A state whose links are being followed."""

    __slots__ = ("links", "state", "targets")

    def __init__(self, state: int, graph: Graph) -> None:
        self.state = state
        self.targets = graph.targets[state]
        self.links = _links(graph.nodes[state], graph.values[state], graph.offered[state])


def _links(node: Node, values: Values, choices: tuple[Choice, ...]) -> Iterator[tuple[str, Values]]:
    if node.goto is not None:
        return iter(((node.goto, values),))
    return iter([(choice.goto, after(choice, values)) for choice in choices])


def endings_open(graph: Graph, held_by_script: str | None) -> list[int]:
    """For each state the kinds of ending that can still be reached, as a set of bits.

    ``held_by_script`` is the seat that plays itself, or None where both are free.
    """
    reach = [0] * len(graph.nodes)
    for state in graph.order:
        ending = graph.nodes[state].ending
        bits = _KIND_BIT[ending.kind] if ending else 0
        for target in graph.targets_for(state, held_by_script):
            if target >= 0:
                bits |= reach[target]
        reach[state] = bits
    return reach


def kinds(bits: int) -> list[str]:
    """The kinds of ending in a set of bits, in the order repaired, partly, apart."""
    return [kind for kind in ENDING_KINDS if bits & _KIND_BIT[kind]]


def linked_nodes(scenario: Scenario) -> set[str]:
    """The nodes that links lead to from the start, whatever their conditions."""
    waiting = [scenario.start] if scenario.start in scenario.nodes else []
    found = set(waiting)
    while waiting:
        node = scenario.nodes[waiting.pop()]
        for target in [node.goto or "", *(choice.goto for choice in node.choices)]:
            if target in scenario.nodes and target not in found:
                found.add(target)
                waiting.append(target)
    return found
