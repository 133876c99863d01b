"""Walkthroughs: what a scenario's own tests say when they no longer fit, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.building import BASE, Broken, broken, problems
from trainer.scenario.files import load, load_head
from trainer.scenario.library import scenario_files, shipped_catalogue, shipped_folder
from trainer.scenario.walking import run_walkthroughs

WELL = """\
walkthroughs:
  - name: Sam to the best ending
    seat: sam
    choices:
      - own-it
      - vow
      - ask-them
      - hold
    ending: end-near
    score: 100
  - name: Robin
    seat: robin
    choices: [not-yet, open-up]
    ending: end-near
    score: 88
nodes:
"""


def with_walkthroughs(*changes: tuple[str, str]) -> Broken:
    return broken(*changes, base=BASE.replace("nodes:\n", WELL))


WRONG = {
    "step 2: `vou` is not offered: `table` has no such choice; did you mean `vow`?; on offer "
    "there: vow, sorry, press": ("- vow", "- ¶vou"),
    "step 2: `never-was-there` is not offered: `table` has no such choice; on offer": (
        "- vow",
        "- ¶never-was-there",
    ),
    "step 5 is one too many: the play is over at `end-near`": (
        "      - hold\n",
        "      - hold\n      - ¶eat\n",
    ),
    "after step 3 it is not over: `sam` decides in `last`; go on with one of hold, eat, leave": (
        "      - ask-them\n      - hold\n",
        "      - ¶ask-them\n",
    ),
    "step 4 leads to `end-near`, not to `end-dark`": (
        "ending: end-near\n    score: 100",
        "ending: ¶end-dark\n    score: 100",
    ),
    "after step 4 the score is 100, not 99": ("score: 100", "score: ¶99"),
    "step 1: `thank` is not offered": ("[not-yet, open-up]", "[¶thank, open-up]"),
}


@pytest.mark.parametrize("message", WRONG)
def test_a_walkthrough_that_no_longer_fits(message: str, tmp_path: Path):
    each = with_walkthroughs(WRONG[message])
    found = problems(tmp_path, each.text)
    place = [(told.code, told.line, told.column) for told in found]
    assert place == [("walkthrough", each.line, each.column)], list(map(str, found))
    assert message in found[0].message
    assert found[0].is_error


def test_walkthroughs_that_fit(tmp_path: Path):
    assert problems(tmp_path, BASE.replace("nodes:\n", WELL)) == []


def test_one_without_an_ending_may_stop_on_the_way(tmp_path: Path):
    text = "walkthroughs:\n  - {name: Half, seat: sam, choices: [joke], score: 60}\nnodes:\n"
    assert problems(tmp_path, BASE.replace("nodes:\n", text)) == []


def test_no_choices_at_all(tmp_path: Path):
    text = "walkthroughs:\n  - ¶{name: None, seat: sam, choices: [], ending: end-near}\nnodes:\n"
    each = broken(("nodes:\n", text))
    (found,) = problems(tmp_path, each.text)
    assert (found.code, found.line, found.column) == ("walkthrough", each.line, each.column)
    assert "after step 0 it is not over" in found.message


def test_a_choice_whose_when_does_not_hold(tmp_path: Path):
    each = broken(
        (
            "        why: Names the act.\n",
            "        why: Names the act.\n        when: warmth > 5\n",
        ),
        ("nodes:\n", "walkthroughs:\n  - {name: A, seat: sam, choices: [joke, ¶sorry]}\nnodes:\n"),
    )
    found = [told for told in problems(tmp_path, each.text) if told.code == "walkthrough"]
    assert [(told.line, told.column) for told in found] == [(each.line, each.column)]
    assert "`sorry` is not offered: its `when` does not hold; on offer" in found[0].message


def test_the_scenario_can_be_played_all_the_same(tmp_path: Path):
    path = tmp_path / "late.yaml"
    path.write_text(with_walkthroughs(("- vow", "- gone")).text)
    assert load(str(path), shipped_catalogue()).scenario is not None


def test_a_list_is_made_without_reading_them(tmp_path: Path):
    path = tmp_path / "late.yaml"
    text = BASE.replace("nodes:\n", WELL)
    path.write_text(text.replace("- vow", "- [vow"))  # which is not YAML
    head, told = load_head(str(path), shipped_catalogue())
    assert head is not None
    assert told == []
    # Something else stands after them: then all of it is read.
    moved = "content_notes:\n  - a missed supper\n"
    path.write_text(text.replace(moved, "").replace("nodes:\n", moved + "nodes:\n"))
    head, told = load_head(str(path), shipped_catalogue())
    assert head is not None
    assert head.content_notes == ("a missed supper",)


SHIPPED = list(scenario_files(shipped_folder()))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_shipped_scenarios_have_one_to_each_ending_from_each_seat(path: str):
    whole = load(path, shipped_catalogue())
    scenario, graph = whole.scenario, whole.graph
    assert scenario is not None
    assert graph is not None
    assert run_walkthroughs(scenario) == []
    have = {(each.seat, each.ending) for each in scenario.walkthroughs}
    for seat in scenario.roles:
        states = graph.reachable(scenario.other(seat))
        endings = {graph.nodes[state].id for state in states if graph.nodes[state].ending}
        assert {(seat, ending) for ending in endings} <= have
    assert all(each.score is not None for each in scenario.walkthroughs)
