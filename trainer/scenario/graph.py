"""The graph of all plays: every (node, state) that any choices of both seats can reach.

Time only moves forward, so the graph has no cycle, and every question over it (which endings are
open, the shortest path, what is offered on every path) is one pass from the endings back, linear
in the number of states. Everything here uses an explicit stack: no story is too deep.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trainer.scenario.model import ENDING_KINDS, Choice, Node, Scenario, Values
from trainer.scenario.steps import after, offered, scripted

MOST_STATES = 100_000
#: A bound on the work of exploring: over all states the links, effects and steps of expressions.
MOST_WORK = 15_000_000
#: So many of the nodes on a cycle are shown; one more is kept.
LONGEST_LOOP = 8

_LINK = 3  # the work of a link, next to a step of an expression
_KIND_BIT = {kind: 1 << index for index, kind in enumerate(ENDING_KINDS)}


class Graph:
    """The states, numbered in the order in which they were found; 0 is the start.

    For state i ``offered[i]`` are the choices offered (equal offers of a node are one object) and
    ``targets[i]`` the states that they lead to (one target without a choice for a ``goto``). A link
    that leads nowhere has the target -1. ``order`` names every state after all those that it leads
    to. ``cycles`` maps a node that can come round again to the first nodes on the way.
    """

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.values: list[Values] = []
        self.offered: list[tuple[Choice, ...]] = []
        self.targets: list[list[int]] = []
        self.order: list[int] = []
        self.cycles: dict[str, list[str]] = {}
        self.complete = True
        self._numbers: dict[str, dict[Values, int]] = defaultdict(dict)
        self._costs: dict[str, int] = {}
        self._work = 0
        self._offers: dict[tuple[int, ...], tuple[Choice, ...]] = {}
        self._scripted: list[int] | None = None
        self._routes: dict[str, list[list[int]]] = {}
        self._reachable: dict[str | None, list[int]] = {}

    def find(self, node: str, values: Values) -> int:
        """The number of a state. Raises KeyError for one that cannot be reached."""
        return self._numbers[node][values]

    @property
    def scripted(self) -> list[int]:
        """For each state where a script that had the turn would go (-1: nowhere)."""
        if self._scripted is None:
            self._scripted = [self._scripted_target(state) for state in range(len(self.nodes))]
        return self._scripted

    def _scripted_target(self, state: int) -> int:
        choices = self.offered[state]
        if choices and choices[0].auto is None:
            return self.targets[state][0]
        taken = scripted(choices, self.values[state])
        return -1 if taken is None else self.targets[state][choices.index(taken)]

    def routes(self, held_by_script: str | None) -> list[list[int]]:
        """Where each state can lead while the script holds one seat (or none)."""
        if held_by_script is None:
            return self.targets
        known = self._routes.get(held_by_script)
        if known is None:
            rows = zip(self.nodes, self.targets, self.scripted, strict=True)
            known = self._routes[held_by_script] = [
                [taken] if node.turn == held_by_script else targets for node, targets, taken in rows
            ]
        return known

    def reachable(self, held_by_script: str | None) -> list[int]:
        """The states that can be reached while the script holds a seat, in reverse ``order``."""
        routes = self.routes(held_by_script)
        known = self._reachable.get(held_by_script)
        if known is None:
            known = self._reachable[held_by_script] = []
            seen = {0}
            for state in reversed(self.order):
                if state in seen:
                    known.append(state)
                    seen.update(routes[state])
        return known

    def enter(self, node: Node, values: Values) -> int:
        """The number of a state, after adding it if it is new."""
        numbers = self._numbers[node.id]
        state = numbers.get(values)
        if state is None:
            state = numbers[values] = len(self.nodes)
            choices = offered(node, values)
            if choices is not node.choices:
                choices = self._offers.setdefault(tuple(map(id, choices)), choices)
            self.nodes.append(node)
            self.values.append(values)
            self.offered.append(choices)
            self.targets.append([])
            if node.id not in self._costs:
                self._costs[node.id] = _cost(node)
            self._work += self._costs[node.id]
            self.complete = state < MOST_STATES and self._work <= MOST_WORK
        return state

    def states_of(self, node: str) -> Iterable[int]:
        """The states found so far in which a play is at that node."""
        return self._numbers.get(node, {}).values()


def explore(scenario: Scenario) -> Graph:
    """The graph of a scenario. Cycles are cut where they close, and kept in ``cycles``.

    ``complete`` is False where there are more than MOST_STATES states (or it takes MOST_WORK).
    """
    graph = Graph()
    if scenario.start in scenario.nodes:
        graph.enter(scenario.nodes[scenario.start], scenario.start_values)
        nodes = _in_order_of_links(scenario)
        if nodes is not None:
            _follow_nodes(scenario, graph, nodes)
        else:
            _follow_states(scenario, graph)
    return graph


def _follow_nodes(scenario: Scenario, graph: Graph, nodes: list[Node]) -> None:
    """Explores node by node: links only lead to later nodes, so each is known when it is due."""
    known = scenario.nodes
    for node in nodes:
        for state in graph.states_of(node.id):
            graph.order.append(state)
            targets = graph.targets[state]
            for target, values in _links(node, graph.values[state], graph.offered[state]):
                targets.append(graph.enter(known[target], values) if target in known else -1)
                if not graph.complete:
                    return
    graph.order.reverse()


def _follow_states(scenario: Scenario, graph: Graph) -> None:
    """Explores state by state, in depth, where links between nodes close a circle.

    The story may still only move forward, if no state on the circle comes round again.
    """
    open_states = {0: 0}  # each with its place in the stack
    stack = [(0, iter(_links(graph.nodes[0], graph.values[0], graph.offered[0])))]
    while stack:
        state, links = stack[-1]
        link = next(links, None)
        if link is None:
            stack.pop()
            del open_states[state]
            graph.order.append(state)
            continue
        if link[0] not in scenario.nodes:
            graph.targets[state].append(-1)
            continue
        count = len(graph.nodes)
        target = graph.enter(scenario.nodes[link[0]], link[1])
        if target in open_states:
            graph.targets[state].append(-1)
            if link[0] not in graph.cycles:
                first = open_states[target]
                loop = stack[first : first + LONGEST_LOOP + 1]
                graph.cycles[link[0]] = [graph.nodes[each].id for each, _ in loop]
            continue
        graph.targets[state].append(target)
        if target == count:  # it is new
            open_states[target] = len(stack)
            ways = _links(graph.nodes[target], graph.values[target], graph.offered[target])
            stack.append((target, iter(ways)))
            if not graph.complete:
                return


def _cost(node: Node) -> int:
    """The work that each state of a node makes: here, and when what is never seen is looked for."""
    cost = 1 + sum(line.when.cost for line in node.lines if line.when)
    for choice in node.choices:
        cost += _LINK + len(choice.effects)
        cost += sum(each.cost for each in (choice.when, choice.auto) if each)
        cost += sum(line.when.cost for line in choice.lines if line.when)
    return cost


def _links(node: Node, values: Values, choices: tuple[Choice, ...]) -> list[tuple[str, Values]]:
    if node.goto is not None:
        return [(node.goto, values)]
    return [(choice.goto, after(choice, values)) for choice in choices]


def _in_order_of_links(scenario: Scenario) -> list[Node] | None:
    """The nodes that links lead to, each before those that it links to; None if links circle."""
    linked = linked_nodes(scenario)
    incoming = dict.fromkeys(linked, 0)
    ways = {node: [t for t in _targets(scenario.nodes[node]) if t in linked] for node in linked}
    for targets in ways.values():
        for target in targets:
            incoming[target] += 1
    if incoming[scenario.start]:
        return None
    ready, found = [scenario.start], []
    while ready:
        node = ready.pop()
        found.append(scenario.nodes[node])
        for target in ways[node]:
            incoming[target] -= 1
            if not incoming[target]:
                ready.append(target)
    return found if len(found) == len(linked) else None


def _targets(node: Node) -> list[str]:
    """The nodes that a node links to, each once."""
    return list({node.goto or "": None, **{choice.goto: None for choice in node.choices}})


def endings_open(graph: Graph, held_by_script: str | None) -> list[int]:
    """For each state the kinds of ending that can still be reached, as a set of bits.

    ``held_by_script`` is the seat that plays itself, or None where both are free.
    """
    reach = [0] * (len(graph.nodes) + 1)  # the last one stands for the target -1
    routes = graph.routes(held_by_script)
    for state in graph.order:
        ending = graph.nodes[state].ending
        bits = _KIND_BIT[ending.kind] if ending else 0
        for target in routes[state]:
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
        for target in _targets(scenario.nodes[waiting.pop()]):
            if target in scenario.nodes and target not in found:
                found.add(target)
                waiting.append(target)
    return found
