"""Naive players: they choose by looks and never read the situation.

Each plays every scenario of a library solo, in both seats, with the other seat scripted. Its figure
is the mean of the seats' unrounded scores, exact where it picks at random: the expected value, not
a sample. A key that one of them can beat chance with could be guessed without reading.

Choices count in the file's order as offered; where a player's rule is met by several choices or by
none, it picks at random among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trainer.scenario.figures import float_scores
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Node, Place, Scenario
from trainer.scenario.texts import put_names

MOST_LEAD = 10.0  # points above the random player
MOST_GIVE_AWAYS = 3
LIMIT = "honest-limit"

_WORD = re.compile(r"\w+")  # an apostrophe ends a word: you're is `you` and `re`, I'm `I` and `m`
_FEELINGS = {"hurt", "scared", "afraid", "felt", "feel", "upset", "sad", "lonely"}
_YOU = ("you", "your", "yours")

#: The choices that a player is content with, as indexes; an empty pick stands for all of them.
Pick = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A choice's words as the players see them: the text with names put in, its words small."""

    text: str
    words: list[str]


_Rule = Callable[[Sequence[Said]], Sequence[int]]


def _where(holds: Callable[[Said], object]) -> _Rule:
    return lambda says: [index for index, said in enumerate(says) if holds(said)]


def _least(measure: Callable[[Said], int]) -> _Rule:
    def rule(says: Sequence[Said]) -> Sequence[int]:
        sizes = [measure(said) for said in says]
        least = min(sizes)
        return [index for index, size in enumerate(sizes) if size == least]

    return rule


def _you(said: Said) -> int:
    return sum(map(said.words.count, _YOU))


RANDOM, APPEASER = "random", "appeaser"
#: What each player goes by, and how it picks by the words on offer.
_BY_LOOKS: dict[str, tuple[str, _Rule]] = {
    "first": ("the first choice", lambda says: [0]),
    "middle": ("the middle choice", lambda says: [len(says) // 2]),
    "last": ("the last choice", lambda says: [len(says) - 1]),
    "longest": ("the longest choice", _least(lambda said: -len(said.text))),
    "shortest": ("the shortest choice", _least(lambda said: len(said.text))),
    "sorry": ("a choice with `sorry`", _where(lambda said: "sorry" in said.words)),
    "starts-with-i": (
        "a choice that starts with `I`",
        _where(lambda said: said.words[:1] == ["i"]),
    ),
    "asks": ("a choice with a question mark", _where(lambda said: "?" in said.text)),
    "fewest-you": ("the choice with the fewest `you`", _least(_you)),
    "feeling": (
        "a choice with a feeling word",
        _where(lambda s: not _FEELINGS.isdisjoint(s.words)),
    ),
    "no-but": ("a choice without `but`", _where(lambda said: "but" not in said.words)),
}
PLAYERS: dict[str, str] = {
    RANDOM: "any choice",
    **{name: what for name, (what, _) in _BY_LOOKS.items()},
    APPEASER: f"a choice marked against `{LIMIT}`",
}
_RULES = [rule for _, rule in _BY_LOOKS.values()]


def picks(choices: Sequence[Choice], names: dict[str, str]) -> list[Pick]:
    """What each of PLAYERS, in that order, is content with among the choices offered."""
    texts = [put_names(choice.say, names) for choice in choices]
    says = [Said(text, _WORD.findall(text.lower())) for text in texts]
    appeasing = [i for i, choice in enumerate(choices) if choice.marks.get(LIMIT, 0) < 0]
    found = [(), *(tuple(rule(says)) for rule in _RULES), tuple(appeasing)]
    return [() if len(pick) == len(choices) else pick for pick in found]


@dataclass(slots=True)
class Decision:
    """A seat's decision in solo play, with every state from which the play goes on alike.

    ``targets`` are the decisions that the choices lead to (-1: none, the play ends). ``scores``
    are the choices' decision scores, 0 to 100, or None where the decision is not scored.
    """

    node: Node
    choices: tuple[Choice, ...]
    targets: tuple[int, ...]
    scores: list[float] | None


def solo_decisions(graph: Graph, seat: str) -> tuple[list[Decision], int]:
    """A seat's decisions in solo play, each after all that it leads to, and the first one's number.

    The number is -1 where the seat never speaks. Linear in the number of states.
    """
    following = [-1] * len(graph.nodes)  # for each state the decision that comes next
    known: dict[tuple[int, ...], int] = {}
    decisions: list[Decision] = []
    scripted = graph.scripted
    for state in graph.order:
        node, targets = graph.nodes[state], graph.targets[state]
        if node.turn == seat:
            choices = graph.offered[state]
            key = (id(choices), *[following[target] for target in targets])
            number = known.setdefault(key, len(decisions))
            if number == len(decisions):
                decisions.append(Decision(node, choices, key[1:], float_scores(choices)))
            following[state] = number
        elif node.turn is not None:
            following[state] = following[scripted[state]]
        elif targets:
            following[state] = following[targets[0]]
    return decisions, following[0]


@dataclass(frozen=True, slots=True)
class GiveAway:
    """A decision that gives a key away: by how many points, on the average of all plays."""

    points: float
    path: str
    place: Place
    node: str


class NaiveFigures:
    """The figures of all naive players over the scenarios that were added, in little memory."""

    def __init__(self) -> None:
        count = len(PLAYERS)
        self.scenarios = 0
        self.sums = [0.0] * count
        self.seats = [0] * count
        #: For each player the decisions that it gains most by, the greatest gain first.
        self.give_aways: list[list[GiveAway]] = [[] for _ in range(count)]
        #: Whether any choice marked against honest-limit was on offer: else nobody appeases.
        self.tempted = False

    def add(self, scenario: Scenario, graph: Graph) -> None:
        """Has every player play a scenario, in both seats. The graph may be dropped afterwards."""
        self.scenarios += 1
        for seat in scenario.roles:
            decisions, start = solo_decisions(graph, seat)
            if start < 0:
                continue
            offers = {id(each.choices): each.choices for each in decisions}
            by_offer = {key: picks(each, scenario.names) for key, each in offers.items()}
            alike: dict[tuple[Pick, ...], list[int]] = {}  # players that never differ here
            for player, signature in enumerate(zip(*by_offer.values(), strict=True)):
                alike.setdefault(signature, []).append(player)
            self.tempted |= any(pick[-1] for pick in by_offer.values())
            for signature, players in alike.items():
                chosen = dict(zip(by_offer, signature, strict=True))
                score, gains = played(decisions, start, [chosen[id(d.choices)] for d in decisions])
                for player in players:
                    if score is not None:
                        self.sums[player] += score
                        self.seats[player] += 1
                    self.note(scenario, player, gains)

    def note(self, scenario: Scenario, player: int, gains: dict[str, float]) -> None:
        """Keeps the greatest gains of a player."""
        kept = self.give_aways[player]
        for node, points in gains.items():
            if len(kept) < MOST_GIVE_AWAYS or points > kept[-1].points:
                place = scenario.nodes[node].place
                kept.append(GiveAway(points, scenario.path, place, node))
                _keep_greatest(kept)

    def merge(self, other: NaiveFigures) -> None:
        """Takes in the figures of other scenarios."""
        self.scenarios += other.scenarios
        self.sums = [a + b for a, b in zip(self.sums, other.sums, strict=True)]
        self.seats = [a + b for a, b in zip(self.seats, other.seats, strict=True)]
        self.tempted |= other.tempted
        for kept, more in zip(self.give_aways, other.give_aways, strict=True):
            kept += more
            _keep_greatest(kept)

    def figure(self, player: str) -> float | None:
        """The player's mean score, 0 to 100; None where no decision was scored."""
        index = list(PLAYERS).index(player)
        return self.sums[index] / self.seats[index] if self.seats[index] else None

    def lead(self, player: str) -> float:
        """By how many points the player is above the random one (0 where there is no figure)."""
        own, chance = self.figure(player), self.figure(RANDOM)
        return 0.0 if own is None or chance is None else own - chance

    def top(self, player: str) -> list[GiveAway]:
        """The decisions by which the player gains most, the greatest gain first."""
        return self.give_aways[list(PLAYERS).index(player)]


def _keep_greatest(gains: list[GiveAway]) -> None:
    gains.sort(key=lambda each: (-each.points, each.path, each.place))
    del gains[MOST_GIVE_AWAYS:]


def played(
    decisions: Sequence[Decision], start: int, chosen: Sequence[Pick]
) -> tuple[float | None, dict[str, float]]:
    """A player's expected score in one seat, and what it gains on chance at each node.

    ``chosen`` is its pick at each decision. The score of a play is a mean over a varying number of
    scored decisions, so for each number of them the chance of it and the expected sum of scores
    are carried along: [chance, sum]. The expected score is of plays in which any was scored.
    """
    here: list[dict[int, list[float]]] = [{} for _ in range(start + 1)]
    here[start][0] = [1.0, 0.0]
    ended: dict[int, list[float]] = {}
    gains: dict[str, float] = {}
    for number in range(start, -1, -1):
        if not here[number]:
            continue
        decision, scores = decisions[number], decisions[number].scores
        everything = range(len(decision.choices))
        pick = chosen[number] or everything
        share = 1 / len(pick)
        for count, (chance, total) in here[number].items():
            for index in pick:
                target = decision.targets[index]
                goes = here[target] if target >= 0 else ended
                then = goes.setdefault(count + (scores is not None), [0.0, 0.0])
                then[0] += chance * share
                then[1] += total * share
                if scores is not None:
                    then[1] += chance * share * scores[index]
        if scores is not None and pick is not everything:
            gain = sum(scores[index] for index in pick) * share - sum(scores) / len(scores)
            arrived = sum(chance for chance, _ in here[number].values())
            if gain > 0:
                node = decision.node.id
                gains[node] = gains.get(node, 0.0) + gain * arrived
    scored = sum(chance for count, (chance, _) in ended.items() if count)
    if not scored:
        return None, gains
    return sum(total / count for count, (_, total) in ended.items() if count) / scored, gains
