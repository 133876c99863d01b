"""Naive players: they choose by looks and never read the situation.

Each plays every scenario of a library solo, in both seats, with the other seat scripted. Its figure
is the mean of the seats' unrounded scores, exact where it picks at random: the expected value, not
a sample. A key that one of them can beat chance with could be guessed without reading.

Choices count in the file's order as offered; where a player's rule is met by several choices or by
none, it picks at random among them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.scenario.figures import float_scores
from trainer.scenario.graph import Graph
from trainer.scenario.model import Choice, Node, Place, Scenario
from trainer.scenario.record import record
from trainer.scenario.texts import put_names

MOST_LEAD = 10.0  # points above the random player
MOST_GIVE_AWAYS = 3
LIMIT = "honest-limit"

# An apostrophe ends a word: you're is `you` and `re`, I'm `I` and `m`.
_STARTS_WITH_I = re.compile(r"\W*i\b")
_YOU = re.compile(r"\byou(?:rs?)?\b")
_FEELINGS = ("hurt", "scared", "afraid", "felt", "feel", "upset", "sad", "lonely")

#: The choices that a player is content with, as indexes; an empty pick stands for all of them.
Pick = tuple[int, ...]


RANDOM, APPEASER = "random", "appeaser"
#: Each player, and what it takes.
PLAYERS = {
    RANDOM: "any choice",
    "first": "the first choice",
    "middle": "the middle choice",
    "last": "the last choice",
    "longest": "the longest choice",
    "shortest": "the shortest choice",
    "sorry": "a choice with `sorry`",
    "starts-with-i": "a choice that starts with `I`",
    "asks": "a choice with a question mark",
    "fewest-you": "the choice with the fewest `you`",
    "feeling": "a choice with a feeling word",
    "no-but": "a choice without `but`",
    APPEASER: f"a choice marked against `{LIMIT}`",
}


def picks(choices: Sequence[Choice], names: Mapping[str, str]) -> tuple[Pick, ...]:
    """What each of PLAYERS, in that order, is content with among the choices offered.

    The words are those that a player sees, with ``names`` put in.
    """
    everything = range(len(choices))
    sizes: list[int] = []
    yous: list[int] = []
    sorry, with_i, asks, feeling, no_but, appeasing = [], [], [], [], [], []
    for index, choice in enumerate(choices):
        text = put_names(choice.say, names)
        lower = text.lower()
        sizes.append(len(text))
        yous.append(len(_YOU.findall(lower)))
        if _has("sorry", lower):
            sorry.append(index)
        if _STARTS_WITH_I.match(lower):
            with_i.append(index)
        if "?" in text:
            asks.append(index)
        if any(_has(word, lower) for word in _FEELINGS):
            feeling.append(index)
        if not _has("but", lower):
            no_but.append(index)
        if choice.marks.get(LIMIT, 0) < 0:
            appeasing.append(index)
    longest, shortest, fewest = max(sizes), min(sizes), min(yous)
    found = (
        (),
        (0,),
        (len(choices) // 2,),
        (len(choices) - 1,),
        tuple([index for index in everything if sizes[index] == longest]),
        tuple([index for index in everything if sizes[index] == shortest]),
        tuple(sorry),
        tuple(with_i),
        tuple(asks),
        tuple([index for index in everything if yous[index] == fewest]),
        tuple(feeling),
        tuple(no_but),
        tuple(appeasing),
    )
    return tuple([() if len(pick) == len(choices) else pick for pick in found])


def _has(word: str, text: str) -> bool:
    return word in text and re.search(rf"\b{word}\b", text) is not None


@record
class Decision:
    """A seat's decision in solo play, with every state from which the play goes on alike.

    ``targets`` are the decisions that the choices lead to (-1: none, the play ends). ``scores``
    are the choices' decision scores, 0 to 100, or None where the decision is not scored; ``mean``
    is their mean (0 if there are none). ``scored`` is how many decisions are scored from here to
    the end, this one among them; None where that depends on the choices.
    """

    node: Node
    choices: tuple[Choice, ...]
    targets: tuple[int, ...]
    scores: list[float] | None
    mean: float
    scored: int | None


def solo_decisions(graph: Graph, seat: str) -> tuple[list[Decision], int]:
    """A seat's decisions in solo play, each after all that it leads to, and the first one's number.

    The number is -1 where the seat never speaks. Linear in the number of states.
    """
    nodes, links, offered, scripted = graph.nodes, graph.targets, graph.offered, graph.scripted
    following = [-1] * len(nodes)  # for each state the decision that comes next
    known: dict[tuple[int, ...], int] = {}
    scores: dict[int, list[float] | None] = {}
    decisions: list[Decision] = []
    for state in graph.order:
        turn = nodes[state].turn
        if turn == seat:
            choices = offered[state]
            offer = id(choices)
            key = (offer, *[following[target] for target in links[state]])
            number = known.get(key)
            if number is None:
                number = known[key] = len(decisions)
                if offer not in scores:
                    scores[offer] = float_scores(choices)
                targets = key[1:]
                left = {0 if target < 0 else decisions[target].scored for target in targets}
                then = left.pop() if len(left) == 1 else None
                own = scores[offer]
                scored = None if then is None else then + (own is not None)
                mean = sum(own) / len(own) if own else 0.0
                decisions.append(Decision(nodes[state], choices, targets, own, mean, scored))
            following[state] = number
        elif turn is not None:
            following[state] = following[scripted[state]]
        elif links[state]:
            following[state] = following[links[state][0]]
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

    ``chosen`` is its pick at each decision. The expected score is of plays in which any decision
    was scored; None where there are none.
    """
    chances, earned = [0.0] * start + [1.0], 0.0
    gains: dict[str, float] = {}
    for number in range(start, -1, -1):
        chance = chances[number]
        if not chance:
            continue
        decision, pick, scores = decisions[number], chosen[number], decisions[number].scores
        targets, mean = decision.targets, decision.mean
        if pick:
            targets = tuple([targets[index] for index in pick])
            if scores is not None:
                mean = sum([scores[index] for index in pick]) / len(pick)
                if mean > decision.mean:
                    node = decision.node.id
                    gains[node] = gains.get(node, 0.0) + (mean - decision.mean) * chance
        earned += chance * mean
        chance /= len(targets)
        for target in targets:
            if target >= 0:
                chances[target] += chance
    count = decisions[start].scored
    if count is None:
        return _varying(decisions, start, chosen), gains
    return earned / count if count else None, gains


def _varying(decisions: Sequence[Decision], start: int, chosen: Sequence[Pick]) -> float | None:
    """The expected score where the number of scored decisions is not the same in every play.

    The score of a play is a mean over that number; so for each number the chance of it and the
    expected sum of scores are carried along: [chance, sum].
    """
    here: list[dict[int, list[float]]] = [{} for _ in range(start + 1)]
    here[start][0] = [1.0, 0.0]
    ended: dict[int, list[float]] = {}
    for number in range(start, -1, -1):
        decision, scores = decisions[number], decisions[number].scores
        pick = chosen[number] or range(len(decision.choices))
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
    scored = sum(chance for count, (chance, _) in ended.items() if count)
    if not scored:
        return None
    return sum(total / count for count, (_, total) in ended.items() if count) / scored
