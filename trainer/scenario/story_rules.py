"""The rules over a story's graph that every file is held to: its errors."""

from __future__ import annotations

from trainer.scenario.graph import LONGEST_LOOP, MOST_STATES, Graph, explore, linked_nodes
from trainer.scenario.model import Scenario, Values
from trainer.scenario.source import Source
from trainer.scenario.steps import scripted


def unreachable(source: Source, scenario: Scenario) -> None:
    """Tells of nodes that no link leads to from the start."""
    linked = linked_nodes(scenario)
    if not linked:
        return
    for node in scenario.nodes.values():
        if node.id not in linked:
            source.add(
                "unreachable-node",
                node.place,
                f"no link leads to `{node.id}` from `{scenario.start}`; link to it or delete it",
            )


def explored(source: Source, scenario: Scenario) -> Graph:
    """The graph, after telling of dead ends, cycles and a graph that is too large."""
    graph = explore(scenario)
    if not graph.complete:
        source.add(
            "too-many-states",
            scenario.nodes[scenario.start].place,
            f"more than {MOST_STATES:,} states can be reached (or too many to look through); use "
            "fewer meters, or let fewer choices change them",
        )
    for node_id, loop in graph.cycles.items():
        # It may go round several times until no meter moves any more: once is enough to see it.
        once = loop[: loop.index(node_id, 1)] if node_id in loop[1:] else loop
        way = once if len(once) <= LONGEST_LOOP else [*once[:LONGEST_LOOP], "…"]
        source.add(
            "cycle",
            scenario.nodes[node_id].place,
            f"`{node_id}` can come round again in the same state, by "
            f"{' → '.join([*way, node_id])}; let the story only move forward",
        )
    dead_ends(source, scenario, graph)
    return graph


def dead_ends(source: Source, scenario: Scenario, graph: Graph) -> None:
    """Tells, once a node, of states in which nobody can go on."""
    told: set[tuple[str, str]] = set()
    for node, values, choices in zip(graph.nodes, graph.values, graph.offered, strict=True):
        if node.turn is None:
            continue
        if not choices:
            code = "no-choice"
            message = (
                f"`{node.turn}` has no choice in `{node.id}`{where(scenario, values)}; give one "
                "choice no `when`"
            )
        elif choices[-1].auto is not None and scripted(choices, values) is None:
            code = "no-auto"
            message = (
                f"no `auto` holds in `{node.id}`{where(scenario, values)}, so a scripted "
                f"`{node.turn}` would have nothing to say; give the last choice no `auto`"
            )
        else:
            continue
        if (node.id, code) not in told:
            told.add((node.id, code))
            source.add(code, node.place, message)


def where(scenario: Scenario, values: Values) -> str:
    """``when`` with each meter and flag; nothing where there is no state."""
    if not values:
        return ""
    parts = (
        f"{name.name} {str(value).lower()}"
        for name, value in zip(scenario.state, values, strict=True)
    )
    return f" when {', '.join(parts)}"
