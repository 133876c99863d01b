"""A scenario on paper: the talk as numbered cards, one for each moment as it is seen.

What a choice changes in the state is not on the cards: it is worked out beforehand. Moments (nodes
and states) that show the same words, offer the same lines and lead to the same cards are one card,
so whoever follows the numbers plays the same talk as on the screen.
"""

from __future__ import annotations

from trainer.practice.together_lines import rests
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Ending, Line, Node, Scenario, Values
from trainer.scenario.record import record
from trainer.scenario.steps import after, shown


@record
class Way:
    """A line that may be said on a card, what follows it at once, and the next card's number."""

    choice: Choice
    lines: tuple[Line, ...]
    goes_to: int


@record
class Card:
    """A moment in the talk: what is seen first, then one seat's lines, or an ending.

    ``seat`` is None on the card of an ending.
    """

    number: int
    lines: tuple[Line, ...]
    seat: str | None = None
    ways: tuple[Way, ...] = ()
    ending: Ending | None = None


@record
class Deck:
    """All cards of a scenario. ``opening`` is read before the first, which is ``cards[0]``.

    One play takes ``fewest`` to ``most`` of them, its ending among them.
    """

    opening: tuple[Line, ...]
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


#: What makes a card this card: its node, its lines, and each choice with its lines and next card.
_Key = tuple[str, tuple[Line, ...], tuple[tuple[str, tuple[Line, ...], int], ...]]


class _Drawn:
    """The cards while they are drawn, from the endings back. Their numbers come last."""

    def __init__(self, scenario: Scenario, graph: Graph) -> None:
        self.scenario, self.graph = scenario, graph
        self.keys: dict[_Key, int] = {}
        self.kept: list[tuple[Node, tuple[Line, ...], tuple[Way, ...]]] = []
        #: For each state the lines that are told before its card, and its card.
        self.leads: list[tuple[tuple[Line, ...], int]] = [((), -1)] * len(graph.nodes)
        for state in graph.order:
            self.leads[state] = self._lead(state)

    def _lead(self, state: int) -> tuple[tuple[Line, ...], int]:
        graph = self.graph
        node, values = graph.nodes[state], graph.values[state]
        lines = tuple(shown(node.lines, values))
        if node.goto is not None:
            further, card = self.leads[graph.targets[state][0]]
            return lines + further, card
        ways = tuple(
            self._way(choice, values, target)
            for choice, target in zip(graph.offered[state], graph.targets[state], strict=True)
        )
        key = (node.id, lines, tuple((way.choice.id, way.lines, way.goes_to) for way in ways))
        known = self.keys.setdefault(key, len(self.kept))
        if known == len(self.kept):
            self.kept.append((node, lines, ways))
        return (), known

    def _way(self, choice: Choice, values: Values, target: int) -> Way:
        further, card = self.leads[target]
        return Way(choice, (*shown(choice.lines, after(choice, values)), *further), card)

    def deck(self) -> Deck:
        """The cards that can be reached, numbered as they come: the talk first, then endings."""
        opening, first = self.leads[0]
        order: dict[int, None] = {first: None}
        waiting = [first]
        for card in waiting:
            for way in self.kept[card][2]:
                if way.goes_to not in order:
                    order[way.goes_to] = None
                    waiting.append(way.goes_to)
        talk = [card for card in order if self.kept[card][0].ending is None]
        ends = [card for card in order if self.kept[card][0].ending is not None]
        numbers = {card: number for number, card in enumerate((*talk, *ends), 1)}
        fewest, most = rests(self.graph)
        cards = tuple(self._card(card, numbers) for card in numbers)
        return Deck(opening, cards, fewest[0] + 1, most[0] + 1)

    def _card(self, card: int, numbers: dict[int, int]) -> Card:
        node, lines, ways = self.kept[card]
        numbered = tuple(Way(way.choice, way.lines, numbers[way.goes_to]) for way in ways)
        return Card(numbers[card], lines, node.turn, numbered, node.ending)


def deck_of(scenario: Scenario, graph: Graph) -> Deck:
    """The cards of a scenario. ``graph`` is the scenario's, complete and without a circle."""
    return _Drawn(scenario, graph).deck()
