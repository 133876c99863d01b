"""Naive players: their figures against numbers worked by hand, and against every play listed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import pytest

from tests.authoring.libraries import CHANCE, FIGURES, UNSCORED, WORKED, library
from tests.unit.building import BASE, catalogue, changed, growing, loaded
from trainer.practice.play import Play
from trainer.practice.scoring import score_seat
from trainer.scenario.files import load
from trainer.scenario.library import shipped_folder
from trainer.scenario.model import Choice, Scenario
from trainer.scenario.naive_players import (
    PLAYERS,
    NaiveFigures,
    picks,
    solo_decisions,
)
from trainer.scenario.texts import put_names

SHIPPED = Path(shipped_folder())


def figures_of(*paths: str | Path) -> NaiveFigures:
    figures = NaiveFigures()
    for path in paths:
        whole = load(str(path), catalogue())
        assert whole.scenario is not None, whole.problems
        assert whole.graph is not None
        figures.add(whole.scenario, whole.graph)
    return figures


def test_a_library_worked_by_hand(tmp_path: Path):
    folder = Path(library(tmp_path, worked=WORKED, unscored=UNSCORED))
    figures = figures_of(folder / "worked.yaml", folder / "unscored.yaml")
    assert {name: figures.figure(name) for name in PLAYERS} == pytest.approx(FIGURES)
    assert figures.lead("first") == pytest.approx(100 - CHANCE)


def test_a_library_in_which_nothing_is_scored(tmp_path: Path):
    folder = Path(library(tmp_path, unscored=UNSCORED))
    figures = figures_of(folder / "unscored.yaml")
    assert {figures.figure(name) for name in PLAYERS} == {None}
    assert figures.lead("first") == 0


def test_the_decisions_that_give_it_away(tmp_path: Path):
    figures = figures_of(library(tmp_path, worked=WORKED) + "/worked.yaml")
    told = [(each.node, round(each.points, 2)) for each in figures.top("first")]
    # At `one` 100 where chance has 200 / 3; at `two` 100 to 62.5; at `zero` 100 to 80.
    assert told == [("two", 37.5), ("one", 33.33), ("zero", 20)]
    # `sorry` has no opinion at `two` and `zero`.
    assert [each.node for each in figures.top("sorry")] == ["one"]


# The same by listing every play in the engine itself.


def has(pattern: str, flags: int = re.IGNORECASE) -> Callable[[Sequence[str]], list[int]]:
    return lambda says: [i for i, say in enumerate(says) if re.search(pattern, say, flags)]


def best(measure: Callable[[str], int]) -> Callable[[Sequence[str]], list[int]]:
    return lambda says: [i for i, say in enumerate(says) if measure(say) == max(map(measure, says))]


LISTED: dict[str, Callable[[Sequence[str]], list[int]]] = {
    "random": lambda says: [],
    "first": lambda says: [0],
    "middle": lambda says: [len(says) // 2],
    "last": lambda says: [len(says) - 1],
    "longest": best(len),
    "shortest": best(lambda say: -len(say)),
    "sorry": has(r"\bsorry\b"),
    "starts-with-i": has(r"^\W*I\b", 0),
    "asks": has(r"\?"),
    "fewest-you": best(lambda say: -len(re.findall(r"\byours?\b|\byou\b", say, re.IGNORECASE))),
    "feeling": has(r"\b(hurt|scared|afraid|felt|feel|upset|sad|lonely)\b"),
    "no-but": lambda says: [
        i for i, say in enumerate(says) if not re.search(r"\bbut\b", say, re.IGNORECASE)
    ],
}


def chosen(player: str, choices: Sequence[Choice], names: dict[str, str]) -> list[Choice]:
    if player == "appeaser":
        wanted = [i for i, c in enumerate(choices) if c.marks.get("honest-limit", 0) < 0]
    else:
        wanted = LISTED[player]([put_names(choice.say, names) for choice in choices])
    return [choices[i] for i in wanted or range(len(choices))]


def plays(player: str, scenario: Scenario, seat: str) -> Iterator[tuple[Fraction, Play]]:
    """Every play that a player may make, with its chance."""
    waiting: list[tuple[Fraction, list[str]]] = [(Fraction(1), [])]
    while waiting:
        chance, moves = waiting.pop()
        play = Play(scenario, [seat])
        for move in moves:
            play.choose(move)
        if play.ending is not None:
            yield chance, play
            continue
        options = chosen(player, play.choices, scenario.names)
        waiting += [(chance / len(options), [*moves, option.id]) for option in options]


def listed(player: str, scenario: Scenario) -> Fraction:
    """The mean of both seats' expected unrounded scores."""
    found = []
    for seat in scenario.roles:
        expected = Fraction(0)
        for chance, play in plays(player, scenario, seat):
            score = score_seat(seat, play.decisions, catalogue())
            scores = [each.score for each in score.decisions if each.score is not None]
            expected += chance * sum(scores, Fraction(0)) / len(scores)
        found.append(expected)
    return sum(found, Fraction(0)) / len(found)


@pytest.mark.parametrize("player", PLAYERS)
def test_every_play_listed(player: str, tmp_path: Path):
    text = changed(
        ("say: Is it seven in some other country by now?", "say: But you know I'm sorry, {robin}?"),
        ("marks: {patience: -1}", "marks: {honest-limit: -2}"),
        # One choice leaves two decisions out, and one is there in some states only.
        (
            "marks: {}\n        why: Light, where it is heavy.\n        goto: reply",
            "marks: {}\n        why: Light.\n        goto: last",
        ),
        (
            "        why: Names the act.\n",
            "        why: Names the act.\n        when: warmth > 5\n",
        ),
    )
    whole = loaded(tmp_path, text)
    assert whole.scenario is not None
    assert whole.graph is not None
    figures = NaiveFigures()
    figures.add(whole.scenario, whole.graph)
    assert figures.figure(player) == pytest.approx(float(listed(player, whole.scenario)))


def test_a_shipped_scenario_with_every_play_listed():
    path = SHIPPED / "responding-to-a-rupture" / "short-with-you.yaml"
    scenario = load(str(path), catalogue()).scenario
    assert scenario is not None
    figures = figures_of(path)
    for player in ("random", "no-but", "asks"):
        assert figures.figure(player) == pytest.approx(float(listed(player, scenario)))


@pytest.mark.parametrize(
    ("player", "says", "wanted"),
    [
        ("starts-with-i", ["I'll go.", "It's me.", "“I am", "In time."], (0, 2)),
        ("sorry", ["SORRY then.", "Sorrysome.", "no"], (0,)),
        ("feeling", ["I feel.", "Feelings!", "so SAD", "hurting"], (0, 2)),
        ("fewest-you", ["You're you.", "Your bowl.", "Young yours", "you you"], (1, 2)),
        ("no-but", ["But no.", "Butter.", "no, but"], (1,)),
        ("asks", ["No?!", "No."], (0,)),
        ("longest", ["abc", "ab", "abd"], (0, 2)),
        ("middle", ["a", "b", "c", "d"], (2,)),
        ("first", ["a"], ()),  # all of them
        ("asks", ["a?", "b?"], ()),
        ("sorry", ["a", "b"], ()),
        ("longest", ["{robin}", "seven of"], (1,)),  # as a player reads it: Robin
    ],
)
def test_what_a_player_picks(player: str, says: list[str], wanted: tuple[int, ...]):
    choices = [Choice(f"c{i}", say, {}, "", "") for i, say in enumerate(says)]
    found = dict(zip(PLAYERS, picks(choices, {"robin": "Robin"}), strict=True))
    assert found[player] == wanted


def test_states_that_go_on_alike_are_one_decision(tmp_path: Path):
    whole = loaded(tmp_path, BASE)
    assert whole.graph is not None
    decisions, start = solo_decisions(whole.graph, "sam")
    assert len(decisions) < sum(node.turn == "sam" for node in whole.graph.nodes)
    assert decisions[start].node.id == "door"
    for number, decision in enumerate(decisions):
        assert all(target < number for target in decision.targets)


def test_many_states_are_few_decisions(tmp_path: Path):
    whole = loaded(tmp_path, growing(meters=4, steps=6))
    assert whole.scenario is not None
    assert whole.graph is not None
    assert len(whole.graph.nodes) > 10_000
    decisions, _ = solo_decisions(whole.graph, whole.scenario.play_as)
    assert len(decisions) < 100
    figures = NaiveFigures()
    figures.add(whole.scenario, whole.graph)
    assert figures.figure("random") is not None
