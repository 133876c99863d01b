"""About how many lines a talk has: told as it goes, from the graph of all plays."""

from __future__ import annotations

from trainer.practice.play import Play
from trainer.scenario.graph import Graph


class Length:
    """The decisions still to come, from any state, for the seats that people hold."""

    def __init__(self, graph: Graph, play: Play) -> None:
        self._graph = graph
        held = play.seats
        script = None if len(held) == 2 else play.scenario.other(held[0])
        self._least = [0] * len(graph.nodes)
        self._most = [0] * len(graph.nodes)
        for state in graph.order:
            targets = [at for at in graph.routes(script)[state] if at >= 0]
            if targets:
                own = 1 if graph.nodes[state].turn in held else 0
                self._least[state] = own + min(self._least[at] for at in targets)
                self._most[state] = own + max(self._most[at] for at in targets)

    def about(self, play: Play, done: int) -> int:
        """About how many decisions this play will have in all, ``done`` of which are made."""
        state = self._graph.find(play.node.id, play.values)
        return done + (self._least[state] + self._most[state] + 1) // 2
