"""Plays a scenario many times by chance and by plan, and counts what happens.

Four players take each seat alone: one picks at random, one always a best choice, one always a worst
one, and one misses once and mends, taking only best choices afterwards. Two random players play it
together as well. Then every choice that chance left out is tried in a play of its own, so that none
ships untried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random
from statistics import fmean, quantiles

from trainer.practice.play import Play
from trainer.practice.walks import Player, Walk, Walks
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Scenario

#: Words that a person reads in a minute when each is weighed (silent reading: 240 or so).
PACE = 200
RANDOM, BEST, WORST, MENDING = "random", "best", "worst", "mending"


@dataclass(frozen=True, slots=True)
class Spread:
    """Some numbers by their least, quartiles, most and mean."""

    least: float
    lower: float
    median: float
    upper: float
    most: float
    mean: float

    @classmethod
    def of(cls, numbers: Sequence[float]) -> Spread | None:
        """The spread of the numbers; None where there are none."""
        if not numbers:
            return None
        cuts = [numbers[0]] * 3
        if len(numbers) > 1:
            cuts = quantiles(numbers, n=4, method="inclusive")
        return cls(min(numbers), cuts[0], cuts[1], cuts[2], max(numbers), fmean(numbers))


@dataclass(frozen=True, slots=True)
class Tested:
    """What one player's plays in one seat came to.

    ``endings`` are shares of the plays, 0 to 1, of each ending's node that was reached. ``score``
    is of unrounded scores, 0 to 100 (None where no decision was scored); ``decisions`` is the
    number of the seat's decisions; ``minutes`` is reading time.
    """

    endings: dict[str, float]
    score: Spread | None
    decisions: Spread | None
    minutes: Spread | None


@dataclass(frozen=True, slots=True)
class Offered:
    """How often a principle was on offer to the random player.

    ``plays`` is the share of plays in which it was at all, 0 to 1, ``times`` the mean number of
    decisions of a play that offered it.
    """

    plays: float
    times: float


@dataclass(frozen=True, slots=True)
class Playtest:
    """All that was counted.

    ``nodes`` and ``choices`` count the random plays (alone in each seat, and together) that came by
    or took it. ``steered`` are the choices, as (node, choice), that chance left out and that were
    then tried in plays of their own; ``never`` those that no play can reach.
    """

    plays: int
    nodes: dict[str, int]
    choices: dict[tuple[str, str], int]
    steered: tuple[tuple[str, str], ...]
    never: tuple[tuple[str, str], ...]
    seats: dict[str, dict[str, Tested]]
    principles: dict[str, dict[str, Offered]]


def playtest(scenario: Scenario, graph: Graph, plays: int, seed: int) -> Playtest:
    """Plays a scenario, ``plays`` times for each player and seat. The same seed, the same result.

    The scenario must hold to every rule of the format, and the graph be its own.
    """
    table = Walks(scenario, graph)
    players = _players(Random(f"{seed}:{scenario.id}"))
    by_chance: list[Walk] = []
    seats: dict[str, dict[str, Tested]] = {}
    principles: dict[str, dict[str, Offered]] = {}
    for seat in scenario.roles:
        seats[seat] = {}
        for name, player in players.items():
            walks = [table.walk((seat,), player) for _ in range(plays)]
            seats[seat][name] = _tested(table, seat, walks)
            if name == RANDOM:
                principles[seat] = _principles(table, walks)
                by_chance += walks
    both = tuple(scenario.roles)
    by_chance += [table.walk(both, players[RANDOM]) for _ in range(plays)]
    nodes = Counter(graph.nodes[state].id for walk in by_chance for state in walk.states)
    choices = Counter(table.choice(step) for walk in by_chance for step in walk.steps)
    every = [(node.id, choice.id) for node in scenario.nodes.values() for choice in node.choices]
    ways = dict(table.ways_to([each for each in every if not choices[each]]))
    for way in ways.values():
        try_out(scenario, way)
    return Playtest(
        plays,
        {node: nodes[node] for node in scenario.nodes},
        {each: choices[each] for each in every},
        tuple(ways),
        tuple(each for each in every if not choices[each] and each not in ways),
        seats,
        principles,
    )


def _players(random: Random) -> dict[str, Player]:
    """The four players; where several choices would do, each takes one of them by chance."""

    def extreme(
        which: Callable[[Iterable[int]], int], choices: Sequence[Choice], _: Sequence[Choice]
    ) -> int:
        value = which(choice.value for choice in choices)
        return random.choice([i for i, choice in enumerate(choices) if choice.value == value])

    def mending(choices: Sequence[Choice], before: Sequence[Choice]) -> int:
        misses = [i for i, choice in enumerate(choices) if choice.value < 0]
        if misses and all(choice.value >= 0 for choice in before):
            return random.choice(misses)
        return extreme(max, choices, before)

    return {
        RANDOM: lambda choices, _: random.randrange(len(choices)),
        BEST: partial(extreme, max),
        WORST: partial(extreme, min),
        MENDING: mending,
    }


def _tested(table: Walks, seat: str, walks: Sequence[Walk]) -> Tested:
    nodes = table.graph.nodes
    ended = Counter(nodes[walk.states[-1]].id for walk in walks)
    scores = [score for walk in walks if (score := table.score(walk)) is not None]
    return Tested(
        {node: ended[node] / len(walks) for node in table.scenario.nodes if ended[node]},
        Spread.of(scores),
        Spread.of([sum(step.own for step in walk.steps) for walk in walks]),
        Spread.of([table.words(seat, walk) / PACE for walk in walks]),
    )


def _principles(table: Walks, walks: Sequence[Walk]) -> dict[str, Offered]:
    plays: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for walk in walks:
        here: Counter[str] = Counter()
        for step in walk.steps:
            if step.own:
                choices = table.graph.offered[step.state]
                here.update({p for c in choices for p, mark in c.marks.items() if mark > 0})
        times.update(here)
        plays.update(here.keys())
    return {
        principle: Offered(plays[principle] / len(walks), times[principle] / len(walks))
        for principle in sorted(plays, key=lambda each: (-times[each], each))
    }


def try_out(scenario: Scenario, way: Sequence[str]) -> Play:
    """Plays a way by both seats in the engine itself, and on to an ending by first choices.

    Raises IllegalMove where the way is none.
    """
    play = Play(scenario, scenario.roles)
    for move in way:
        play.choose(move)
    while play.ending is None:
        play.choose(play.choices[0].id)
    return play
