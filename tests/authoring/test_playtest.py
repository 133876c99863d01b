"""Playtest: its counts add up, are seeded, and leave no choice untried."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.authoring.libraries import CHANCE, UNSCORED, WORKED, library
from tests.running import trainer
from tests.unit.building import BASE, changed, loaded, written
from trainer.practice.playtest import Playtest, Spread, playtest
from trainer.scenario.model import Scenario

RARE = changed(
    # Only there after own-it and thanks, and only while nothing is promised.
    ("        why: Names the act.\n", "        why: Names the act.\n        when: warmth >= 7\n"),
)


def played(tmp_path: Path, text: str, plays: int = 50, seed: int = 1) -> tuple[Scenario, Playtest]:
    whole = loaded(tmp_path, text)
    assert whole.scenario is not None
    assert whole.graph is not None
    return whole.scenario, playtest(whole.scenario, whole.graph, plays, seed)


def test_the_same_seed_gives_the_same_plays(tmp_path: Path):
    _, one = played(tmp_path, BASE)
    assert played(tmp_path, BASE)[1] == one
    assert played(tmp_path, BASE, seed=2)[1] != one


def test_hits_add_up(tmp_path: Path):
    scenario, found = played(tmp_path, BASE, plays=50)
    assert found.nodes["hall"] == 150  # alone in each seat, and together
    assert sum(found.nodes[node] for node in ("end-near", "end-table", "end-dark")) == 150
    for node in scenario.nodes.values():
        if node.choices:
            hits = sum(found.choices[node.id, choice.id] for choice in node.choices)
            assert hits == found.nodes[node.id]


def test_players_come_to_what_they_must(tmp_path: Path):
    _, found = played(tmp_path, BASE)
    sam = found.seats["sam"]
    assert sam["best"].endings == {"end-near": 1}
    assert sam["worst"].endings == {"end-dark": 1}
    assert sam["best"].score == Spread(100, 100, 100, 100, 100, 100)
    # (40 + 100 + 100 + 100) / 4, or the miss is at a decision with a best value of 3 ...
    assert sam["mending"].score is not None
    assert sam["mending"].score.most == pytest.approx(85)
    assert sam["mending"].endings == {"end-near": 1}
    for player in sam.values():
        assert sum(player.endings.values()) == pytest.approx(1)
        assert player.decisions == Spread(4, 4, 4, 4, 4, 4)
        assert player.minutes is not None
        assert 0 < player.minutes.least <= player.minutes.most < 5
    assert sam["random"].score is not None
    assert sam["random"].score.least < sam["random"].score.median < sam["random"].score.most


def test_chance_comes_near_to_what_it_must(tmp_path: Path):
    _, found = played(tmp_path, WORKED, plays=4000)
    scores = [found.seats[seat]["random"].score for seat in ("sam", "robin")]
    assert None not in scores
    mean = sum(score.mean for score in scores if score) / 2
    assert mean == pytest.approx(CHANCE, abs=1.5)


@pytest.mark.parametrize("when", ["warmth >= 7", "warmth < 5"])  # by a first choice, and a later
def test_every_choice_is_tried(when: str, tmp_path: Path):
    _, found = played(tmp_path, RARE.replace("warmth >= 7", when), plays=1, seed=3)
    taken = {each for each, hits in found.choices.items() if hits}
    assert found.never == ()
    assert taken.isdisjoint(found.steered)
    assert taken | set(found.steered) == set(found.choices)
    assert found.steered


def test_what_no_play_can_reach_is_named(tmp_path: Path):
    text = RARE.replace("when: warmth >= 7", "when: warmth >= 9")
    _, found = played(tmp_path, text, plays=5)
    assert found.never == (("table", "sorry"),)


def test_principles_on_offer(tmp_path: Path):
    _, found = played(tmp_path, BASE)
    sam = found.principles["sam"]
    assert (sam["apologise"].plays, sam["apologise"].times) == (1, 1)
    assert (sam["acknowledge"].plays, sam["acknowledge"].times) == (1, 3)
    assert "patience" not in sam  # never with a positive mark
    assert next(iter(sam)) == "acknowledge"


def test_a_scenario_without_scores(tmp_path: Path):
    _, found = played(tmp_path, UNSCORED)
    assert found.seats["sam"]["random"].score is None
    assert found.seats["robin"]["random"].decisions == Spread(0, 0, 0, 0, 0, 0)
    done = trainer("playtest", written(tmp_path, UNSCORED), "--plays", "3")
    assert done.returncode == 0, done.stderr


def test_spread():
    assert Spread.of([]) is None
    assert Spread.of([4.0]) == Spread(4, 4, 4, 4, 4, 4)
    assert Spread.of([1.0, 2.0, 3.0, 4.0, 5.0]) == Spread(1, 2, 3, 4, 5, 3)


def test_the_command(tmp_path: Path):
    path = written(tmp_path, BASE)
    done = trainer("playtest", path, "--plays", "20", "--seed", "7")
    assert done.returncode == 0, done.stderr
    for part in ("As Sam", "As Robin", "repaired, end-near", "hall 60", "random", "seed 7"):
        assert part in done.stdout
    assert done.stdout == trainer("playtest", path, "--plays", "20", "--seed", "7").stdout


def test_the_command_as_json(tmp_path: Path):
    folder = library(tmp_path, worked=WORKED, late=BASE)
    found = json.loads(trainer("playtest", folder, "--plays", "5", "--json").stdout)
    assert [each["scenario"] for each in found["scenarios"]] == ["late", "worked"]
    late = found["scenarios"][0]
    assert late["choices"]["door"].keys() == {"own-it", "explain", "joke"}
    best = late["seats"]["sam"]["players"]["best"]
    assert best["kinds"] == {"repaired": 1.0}
    assert best["score"]["median"] == 100
    assert found["naive"]["random"]["lead"] == 0


def test_a_broken_file_does_not_stop_the_others(tmp_path: Path):
    folder = library(tmp_path, late=BASE, broken=changed(("goto: door", "goto: dor")))
    done = trainer("playtest", folder, "--plays", "3")
    assert done.returncode == 1
    assert done.stderr.count("unknown-node") == 1
    assert "late (The late bowl)" in done.stdout


@pytest.mark.parametrize("plays", ["0", "-1", "x", "9999999", "9" * 9999])
def test_a_number_of_plays_that_is_none(plays: str):
    done = trainer("playtest", "--plays", plays)
    assert done.returncode == 2
    assert "whole number from 1 to" in done.stderr
