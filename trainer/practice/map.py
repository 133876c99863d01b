"""The map of a scenario as one seat can play it: its moments, and the ways between them.

A row a moment, in the order of the story, with every way drawn as a lane beside the rows. What was
not seen yet stays unsaid: neither its words nor an ending's title.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from trainer.practice.play import TAKE_BACK, Play
from trainer.scenario.graph import Graph
from trainer.scenario.model import Node, Values
from trainer.scenario.record import record
from trainer.scenario.steps import after

#: In which directions a line leaves a cell of the drawing.
UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
#: A lane that a way to another lane only crosses.
CROSSED = 16


@record
class Moment:
    """A node on the map.

    ``said`` is what was said there in this play (nothing where nobody spoke). ``was_there`` says
    that the play went through it, ``seen`` that it did so or that a line taken back had led there.
    ``earlier`` is what was said there in an earlier play (nothing where nobody spoke), or None
    where none went there. ``cells`` are its drawing: a set of directions for each lane; ``lane`` is
    the node's own. ``back_to`` numbers the rows (from 1) that a way leads up to again.
    """

    node: Node
    said: str
    was_there: bool
    seen: bool
    earlier: str | None
    lane: int
    cells: tuple[int, ...]
    back_to: tuple[int, ...]


def moments(play: Play, graph: Graph, earlier: Iterable[Play] = ()) -> list[Moment]:
    """The rows of the map, for the seats that are held in this play.

    ``earlier`` are other plays of the same scenario, the newest first.
    """
    script = _script(play)
    ways = _ways(graph, script)
    path, seen = _walked(play, graph, script)
    there, said = set(path), _said(play, path)
    before: dict[str, str] = {}
    for other in earlier:
        way, also = _walked(other, graph, _script(other))
        words = _said(other, way)
        for node in (*way, *also):
            before.setdefault(node, words.get(node, ""))
    order = _in_order(ways)
    at = {node: row for row, node in enumerate(order)}
    nodes = play.scenario.nodes
    rows = []
    lanes: list[str | None] = []
    for row, node in enumerate(order):
        ahead = [way for way in ways[node] if at[way] > row]
        lane, cells, lanes = _drawn(node, ahead, lanes)
        back = tuple(sorted(at[way] + 1 for way in ways[node] if at[way] <= row))
        rows.append(
            Moment(
                nodes[node],
                said.get(node, ""),
                node in there,
                node in seen,
                before.get(node),
                lane,
                cells,
                back,
            )
        )
    return rows


def _script(play: Play) -> str | None:
    return None if play.mode == "together" else play.scenario.other(play.seats[0])


def _said(play: Play, path: Collection[str]) -> dict[str, str]:
    """What was said at each node of a play's way."""
    turns = [node for node in path if play.scenario.nodes[node].turn is not None]
    told = (entry.text for entry in play.talk if entry.kind == "said")
    return dict(zip(turns, told, strict=False))  # the last turn may still be to come


def unseen_endings(rows: Collection[Moment], found: Collection[str]) -> int:
    """How many endings are left to find; ``found`` names those that were reached before."""
    return sum(
        1 for row in rows if row.node.ending and not row.was_there and row.node.id not in found
    )


def _ways(graph: Graph, script: str | None) -> dict[str, list[str]]:
    """The nodes that can be reached, each with the nodes that it leads to."""
    ways: dict[str, dict[str, None]] = {}
    routes = graph.routes(script)
    for state in graph.reachable(script):
        targets = ways.setdefault(graph.nodes[state].id, {})
        targets.update((graph.nodes[to].id, None) for to in routes[state] if to >= 0)
    return {node: list(targets) for node, targets in ways.items()}


def _walked(play: Play, graph: Graph, script: str | None) -> tuple[list[str], set[str]]:
    """The nodes on the way of the play as it stands, and those that any line of it led to."""
    routes = graph.routes(script)

    def through(node: str, values: Values) -> list[str]:
        """From where a line leads on to the next decision, or to the ending."""
        state = graph.find(node, values)
        found = [node]
        while graph.nodes[state].ending is None and graph.nodes[state].turn not in play.seats:
            state = routes[state][0]
            found.append(graph.nodes[state].id)
        return found

    again = Play(play.scenario, play.seats, play.names)
    start = play.scenario.start
    path = [through(start, play.scenario.start_values)]
    seen = set(path[0])
    for move in play.moves:
        if move == TAKE_BACK:
            again.take_back()
            path.pop()
            continue
        choice = next(each for each in again.choices if each.id == move)
        before = again.values
        again.choose(move)
        path.append(through(choice.goto, after(choice, before)))
        seen.update(path[-1])
    return [node for part in path for node in part], seen


def _in_order(ways: Mapping[str, list[str]]) -> list[str]:
    """Each node after those that lead to it where no circle forbids it; endings last of all."""
    order = list(ways)  # as the graph has it: forwards
    depth = dict.fromkeys(order, 0)
    place = {node: number for number, node in enumerate(order)}
    for node in order:
        for way in ways[node]:
            if place[way] > place[node]:
                depth[way] = max(depth[way], depth[node] + 1)
    return sorted(order, key=lambda node: (not ways[node], depth[node], place[node]))


def _drawn(
    node: str, ahead: list[str], lanes: list[str | None]
) -> tuple[int, tuple[int, ...], list[str | None]]:
    """A row's drawing, and the lanes after it. A lane has the node that it leads to."""
    waiting = [number for number, wanted in enumerate(lanes) if wanted == node]
    own = waiting[0] if waiting else _free(lanes, ())
    then = [None if number in waiting else wanted for number, wanted in enumerate(lanes)]
    then += [None] * (own + 1 - len(then))
    opened = []
    for way in ahead:
        if way in then:  # a lane waits for it already: it is joined
            opened.append(then.index(way))
            continue
        free = own if then[own] is None else _free(then, waiting)
        then += [None] * (free + 1 - len(then))
        then[free] = way
        opened.append(free)
    width = max(len(lanes), len(then))
    cells = [0] * width
    for number in range(width):
        if number < len(lanes) and lanes[number] is not None:
            cells[number] |= UP
        if number < len(then) and then[number] is not None:
            cells[number] |= DOWN
    for number in (*waiting, *opened):
        low, high = min(own, number), max(own, number)
        for between in range(low, high):
            cells[between] |= RIGHT
            cells[between + 1] |= LEFT
    for number, cell in enumerate(cells):
        if cell == UP | DOWN | LEFT | RIGHT and number not in (own, *waiting, *opened):
            cells[number] |= CROSSED
    while then and then[-1] is None:
        then.pop()
    return own, tuple(cells), then


def _free(lanes: list[str | None], taken: Collection[int]) -> int:
    """The first lane that nothing runs in."""
    return next(
        (at for at, wanted in enumerate(lanes) if wanted is None and at not in taken), len(lanes)
    )
