"""A scenario on paper: the talk as numbered cards, one for each moment as it is seen.

What a choice changes in the state is not on the cards: it is worked out beforehand. Moments (nodes
and states) that show the same words and offer the same lines are one card. Where they differ all
the same in what can come of them, they are *threads* of that card: a number that is carried along
with the card's own, and that stands for what was said before. Whoever follows the numbers plays
the same talk as on the screen.
"""

from __future__ import annotations

from random import Random

from trainer.practice.together_lines import rests
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Ending, Line, Node, Scenario
from trainer.scenario.record import record, record_by_value
from trainer.scenario.steps import after, shown


@record_by_value
class Step:
    """Where the talk goes on: the number of a card, and the thread on it, from 1."""

    card: int
    thread: int


@record
class Way:
    """A line that may be said on a card, what follows it at once, and where each thread goes on."""

    choice: Choice
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]

    @property
    def is_same_for_all(self) -> bool:
        """Whether it leads to one step, whatever the thread."""
        return len(set(self.steps)) == 1

    @property
    def is_to_one_card(self) -> bool:
        """Whether it leads to one card, on whatever thread of that."""
        return len({step.card for step in self.steps}) == 1


@record
class Card:
    """A moment in the talk: what is seen first, then one seat's lines, or an ending.

    ``seat`` is None on the card of an ending. ``threads`` is how many there are, one at the least.
    """

    number: int
    lines: tuple[Line, ...]
    threads: int
    seat: str | None = None
    ways: tuple[Way, ...] = ()
    ending: Ending | None = None


@record
class Deck:
    """All cards of a scenario. ``opening`` is read before the first, on which it ``begins``.

    One play takes ``fewest`` to ``most`` of them, its ending among them.
    """

    opening: tuple[Line, ...]
    begins: Step
    cards: tuple[Card, ...]
    fewest: int
    most: int

    def of(self, seat: str) -> list[Card]:
        """The cards of one seat."""
        return [card for card in self.cards if card.seat == seat]

    @property
    def endings(self) -> list[Card]:
        """The cards on which it is over."""
        return [card for card in self.cards if card.ending is not None]

    @property
    def threads(self) -> int:
        """How many threads a card has at the most."""
        return max(card.threads for card in self.cards)


#: What is read on a card: its node, its lines, and each choice with what follows it at once.
_Face = tuple[str, tuple[Line, ...], tuple[tuple[str, tuple[Line, ...]], ...]]
#: What makes a moment this moment: its face, and the moments that its choices lead to.
_Moment = tuple[int, tuple[int, ...]]


class _Drawn:
    """The moments while they are drawn, from the endings back. Their numbers come last."""

    def __init__(self, scenario: Scenario, graph: Graph) -> None:
        self.scenario, self.graph = scenario, graph
        self.faces: dict[_Face, int] = {}
        self.looks: list[tuple[Node, _Face, tuple[Choice, ...]]] = []  # of each face
        self.known: dict[_Moment, int] = {}
        self.moments: list[_Moment] = []
        #: For each state the lines that are told before its moment, and that.
        self.leads: list[tuple[tuple[Line, ...], int]] = [((), -1)] * len(graph.nodes)
        for state in graph.order:
            self.leads[state] = self._lead(state)

    def _lead(self, state: int) -> tuple[tuple[Line, ...], int]:
        graph = self.graph
        node, values = graph.nodes[state], graph.values[state]
        lines = tuple(shown(node.lines, values))
        if node.goto is not None:
            further, moment = self.leads[graph.targets[state][0]]
            return lines + further, moment
        offered = tuple(graph.offered[state])
        told, following = [], []
        for choice, target in zip(offered, graph.targets[state], strict=True):
            further, moment = self.leads[target]
            told.append((choice.id, (*shown(choice.lines, after(choice, values)), *further)))
            following.append(moment)
        look = node.id, lines, tuple(told)
        face = self.faces.setdefault(look, len(self.looks))
        if face == len(self.looks):
            self.looks.append((node, look, offered))
        key = face, tuple(following)
        known = self.known.setdefault(key, len(self.moments))
        if known == len(self.moments):
            self.moments.append(key)
        return (), known

    def deck(self) -> Deck:
        """The cards that can be reached, numbered as they come: the talk first, then endings."""
        opening, first = self.leads[0]
        threads = self._threads(first)
        faces = sorted(threads, key=lambda face: self.looks[face][0].ending is not None)
        steps = {
            moment: Step(number, thread)
            for number, face in enumerate(faces, 1)
            for thread, moment in enumerate(threads[face], 1)
        }
        fewest, most = rests(self.graph)
        cards = tuple(self._card(face, threads[face], steps) for face in faces)
        return Deck(opening, steps[first], cards, fewest[0] + 1, most[0] + 1)

    def _threads(self, first: int) -> dict[int, list[int]]:
        """The moments that can be reached, by their faces, in an order that tells nothing."""
        order: dict[int, None] = {first: None}
        waiting = [first]
        for moment in waiting:
            for following in self.moments[moment][1]:
                if following not in order:
                    order[following] = None
                    waiting.append(following)
        threads: dict[int, list[int]] = {}
        for moment in order:
            threads.setdefault(self.moments[moment][0], []).append(moment)
        for face, moments in threads.items():
            Random(f"{self.scenario.id}:{face}").shuffle(moments)
        return threads

    def _card(self, face: int, moments: list[int], steps: dict[int, Step]) -> Card:
        node, (_, lines, told), offered = self.looks[face]
        ways = tuple(
            Way(choice, told[at][1], tuple(steps[self.moments[each][1][at]] for each in moments))
            for at, choice in enumerate(offered)
        )
        number = steps[moments[0]].card
        return Card(number, lines, len(moments), node.turn, ways, node.ending)


def deck_of(scenario: Scenario, graph: Graph) -> Deck:
    """The cards of a scenario. ``graph`` is the scenario's, complete and without a circle."""
    return _Drawn(scenario, graph).deck()
