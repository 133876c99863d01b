"""Walks through a scenario's graph: plays without words, quick enough to be made by thousands."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trainer.scenario.figures import float_scores
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Scenario
from trainer.scenario.steps import after, scripted, shown
from trainer.scenario.texts import put_names

#: Chooses an index among the choices offered, given what the same player took before.
Player = Callable[[Sequence[Choice], Sequence[Choice]], int]


@dataclass(frozen=True, slots=True)
class Step:
    """A turn: the state in which it was taken, the choice's index, and whether a person took it."""

    state: int
    index: int
    own: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """One play: its turns, and every state on the way, the start and the ending among them."""

    steps: list[Step]
    states: list[int]


class Walks:
    """A scenario and its graph, with what is worth keeping between plays."""

    def __init__(self, scenario: Scenario, graph: Graph) -> None:
        self.scenario = scenario
        self.graph = graph
        self._script: dict[int, int] = {}
        self._read: dict[tuple[int, int], int] = {}
        self._scores: dict[int, list[float] | None] = {}

    def walk(self, seats: Sequence[str], player: Player) -> Walk:
        """One play, with these seats held by the player and the rest scripted."""
        graph, state = self.graph, 0
        steps: list[Step] = []
        states = [0]
        before: list[Choice] = []
        while graph.targets[state]:
            turn, index = graph.nodes[state].turn, 0
            if turn is not None:
                own = turn in seats
                choices = graph.offered[state]
                index = player(choices, before) if own else self.script(state)
                steps.append(Step(state, index, own))
                if own:
                    before.append(choices[index])
            state = graph.targets[state][index]
            states.append(state)
        return Walk(steps, states)

    def script(self, state: int) -> int:
        """The index of what the script takes in a state."""
        if state not in self._script:
            choices = self.graph.offered[state]
            taken = scripted(choices, self.graph.values[state])
            assert taken is not None  # the format's rules see to it
            self._script[state] = choices.index(taken)
        return self._script[state]

    def choice(self, step: Step) -> tuple[str, str]:
        """The node and the choice of a turn."""
        choice = self.graph.offered[step.state][step.index]
        return self.graph.nodes[step.state].id, choice.id

    def score(self, walk: Walk) -> float | None:
        """The unrounded score of a play alone, 0 to 100; None where no decision was scored."""
        scores = []
        for step in walk.steps:
            if step.own:
                choices = self.graph.offered[step.state]
                if id(choices) not in self._scores:
                    self._scores[id(choices)] = float_scores(choices)
                known = self._scores[id(choices)]
                if known is not None:
                    scores.append(known[step.index])
        return sum(scores) / len(scores) if scores else None

    def words(self, seat: str, walk: Walk) -> int:
        """How many words a play gives to read: all that is shown, offered and said by the coach."""
        head = f"{self.scenario.premise} {self.scenario.roles[seat].brief}"
        count = len(put_names(head, self.scenario.names).split())
        count += sum(self._words(state, -1) for state in walk.states)
        for step in walk.steps:
            count += self._words(step.state, step.index)
            if step.own:
                choices = self.graph.offered[step.state]
                count += sum(len(choice.say.split()) for choice in choices)
                count += len(choices[step.index].why.split())
        return count

    def _words(self, state: int, index: int) -> int:
        """The words shown in a state (index -1), or of a choice taken there with what follows."""
        key = state, index
        if key not in self._read:
            values = self.graph.values[state]
            lines, said = self.graph.nodes[state].lines, ""
            if index >= 0:
                choice = self.graph.offered[state][index]
                lines, said, values = choice.lines, choice.say, after(choice, values)
            texts = [said, *(line.text for line in shown(lines, values))]
            self._read[key] = sum(len(text.split()) for text in texts)
        return self._read[key]

    def ways_to(
        self, wanted: Sequence[tuple[str, str]]
    ) -> Iterator[tuple[tuple[str, str], list[str]]]:
        """For each wanted (node, choice) that play can reach a shortest way to it and past it.

        A way is the ids of the choices of both seats.
        """
        graph = self.graph
        missing = set(wanted)
        came: dict[int, tuple[int, int]] = {0: (-1, -1)}  # each state's state before, and choice
        waiting = deque([0])
        while waiting and missing:
            state = waiting.popleft()
            for choice in graph.offered[state]:
                key = graph.nodes[state].id, choice.id
                if key in missing:
                    missing.remove(key)
                    yield key, [*self._way(state, came), choice.id]
            for index, target in enumerate(graph.targets[state]):
                if target not in came:
                    came[target] = state, index
                    waiting.append(target)

    def _way(self, state: int, came: dict[int, tuple[int, int]]) -> list[str]:
        ids: list[str] = []
        while state:
            state, index = came[state]
            if self.graph.offered[state]:  # a goto has no choice
                ids.append(self.graph.offered[state][index].id)
        return ids[::-1]
