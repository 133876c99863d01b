"""The rules over a library: what is told, where, once, and never of a single file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.authoring.libraries import CHANCE, UNSCORED, WORKED, library
from tests.unit.building import BASE, catalogue, changed, choice
from trainer.scenario.checking import check
from trainer.scenario.files import load
from trainer.scenario.library import shipped_folder
from trainer.scenario.library_checks import LibraryCheck
from trainer.scenario.problems import Problem

OVER_A_LIBRARY = {"not-practised", "guessable", "appeasing"}
SKILLS = """\
tiny:
  title: Tiny
  summary: A skill of two principles.
  rules: [When you did it, say so.]
  models:
    - {when: Late., weak: The train., strong: I said seven., rule: "When you did it, say so."}
  families:
    - small
"""
PRINCIPLES = """\
families:
  small: {title: Small, summary: Two of them.}
principles:
  first-one: {family: small, title: First, shows: a, against: b, source: c}
  second-one: {family: small, title: Second, shows: a, against: b, source: c}
"""


def over_library(*paths: str) -> list[Problem]:
    return [each for each in check(paths).problems if each.code in OVER_A_LIBRARY]


def test_a_single_file_is_never_held_to_them(tmp_path: Path):
    folder = library(tmp_path, worked=WORKED)
    assert over_library(folder)
    assert over_library(f"{folder}/worked.yaml") == []


def test_the_shipped_library_holds_to_them():
    assert list(map(str, over_library())) == []
    assert list(map(str, over_library(shipped_folder()))) == []


def test_guessable_keys(tmp_path: Path):
    told = [each for each in over_library(library(tmp_path, worked=WORKED)) if "guess" in each.code]
    players = {each.message.split("`")[1]: each for each in told}
    assert set(players) == {"first", "sorry", "starts-with-i", "fewest-you", "no-but"}
    first = players["first"]
    assert (first.path, first.line) == (
        f"{tmp_path}/worked.yaml",
        WORKED[: WORKED.index("  two:")].count("\n") + 1,
    )
    assert first.column == 3
    assert f"{100 - CHANCE:.1f} points above chance" in first.message
    assert "(chance 70.4, this player 100.0; 10 points at most)" in first.message
    assert "`two` (worked.yaml:" in first.message
    assert "give weak choices the same look" in first.message


def test_a_folder_that_was_given_as_a_dot_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(library(tmp_path, worked=WORKED))
    told = [each.message for each in over_library(".") if "guess" in each.code]
    assert told
    assert all(f"above chance over {tmp_path.name} (" in each for each in told)


def test_a_lead_that_no_single_decision_gives(tmp_path: Path):
    # Nothing is scored at `one`, and what follows tells nothing; the branches differ.
    same = "    turn: sam\n    choices:\n" + choice("x", "Yes.", "{ask: 1}", "near")
    even = same + choice("y", "No.", "{ask: 1}", "near")
    poor = same + choice("y", "No.", "{ask: -2}", "near") + choice("z", "So.", "{ask: -2}", "near")
    text = UNSCORED.replace("goto: near", "goto: even", 1).replace("goto: near", "goto: poor")
    text = text.replace("  near:\n", f"  even:\n{even}  poor:\n{poor}  near:\n")
    told = [each for each in over_library(library(tmp_path, odd=text)) if "guess" in each.code]
    places = {e.message.split("`")[1]: (e.path, e.line) for e in told if "branches" in e.message}
    assert places["first"] == (str(tmp_path), 1)


def test_ten_points_are_allowed(tmp_path: Path):
    whole = load(library(tmp_path, worked=WORKED) + "/worked.yaml", catalogue())
    assert whole.scenario is not None
    assert whole.graph is not None
    over = LibraryCheck(str(tmp_path), catalogue())
    over.add(whole.scenario, whole.graph)
    over.figures.seats = [1] * len(over.figures.seats)
    over.figures.sums = [8.3, *[18.3] * (len(over.figures.sums) - 1)]
    assert 18.3 - 8.3 > 10 or 18.3 - 8.3 == 10  # what floating point may make of ten
    assert list(over.guessable()) == []
    over.figures.sums[1] += 0.001
    assert [each.code for each in over.guessable()] == ["guessable"]


def test_appeasing_must_not_pay(tmp_path: Path):
    folder = library(tmp_path / "a", worked=WORKED)
    assert "appeasing" not in {each.code for each in over_library(folder)}
    # It is the better one of its two now.
    pays = WORKED.replace("{stay-with: 1}", "{stay-with: -2}").replace(
        "{honest-limit: -2}", "{listen: 2, honest-limit: -1}"
    )
    told = [e for e in over_library(library(tmp_path / "b", worked=pays)) if e.code == "appeasing"]
    assert [(each.path, each.column) for each in told] == [(f"{tmp_path}/b/worked.yaml", 3)]
    assert "let agreeing only to end it score less" in told[0].message


def test_nobody_appeases_where_nothing_tempts(tmp_path: Path):
    text = WORKED.replace("{honest-limit: -2}", "{listen: -2}")
    told = over_library(library(tmp_path, worked=text))
    assert "appeasing" not in {each.code for each in told}


def test_what_a_skill_never_practises(tmp_path: Path):
    told = [
        each for each in over_library(library(tmp_path, late=BASE)) if each.code == "not-practised"
    ]
    lacking = {each.message.split("`")[3] for each in told}
    # BASE offers acknowledge, act-differently, apologise and receive; the other skills have no
    # scenario here.
    assert lacking == {"impact", "non-defensive", "patience", "mend-early"}
    assert {(each.path, each.line, each.column) for each in told} == {(str(tmp_path), 1, 1)}


def test_the_place_is_the_librarys_own_skill(tmp_path: Path):
    text = changed(("skill: responding-to-a-rupture", "skill: tiny"), ("[acknowledge]", "[ask]"))
    text = text.replace("{acknowledge: 2}", "{first-one: 2, ask: 1}")
    folder = library(tmp_path, late=text)
    (tmp_path / "skills.yaml").write_text(SKILLS)
    (tmp_path / "principles.yaml").write_text(PRINCIPLES)
    told = [each for each in over_library(folder) if each.code == "not-practised"]
    assert [(each.path, each.line, each.column) for each in told] == [
        (f"{tmp_path}/skills.yaml", 8, 7)
    ]
    assert "offers `second-one`" in told[0].message


def test_a_broken_file_may_offer_what_no_other_does(tmp_path: Path):
    broken = changed(("{patience: -1}", "{patience: 1}"), ("goto: door", "goto: dor"))
    told = over_library(library(tmp_path, late=BASE, broken=broken))
    lacking = {each.message.split("`")[3] for each in told if each.code == "not-practised"}
    assert lacking == {"impact", "mend-early"}  # the broken one marks non-defensive as well


def test_a_folder_named_twice_is_told_of_once(tmp_path: Path):
    folder = library(tmp_path, worked=WORKED)
    once, twice = check([folder]), check([folder, f"{folder}/", f"{folder}/../{tmp_path.name}"])
    assert twice.problems == once.problems
    assert twice.files == once.files


def test_a_file_named_before_its_folder_still_counts_in_it(tmp_path: Path):
    folder = library(tmp_path, worked=WORKED)
    both = check([f"{folder}/worked.yaml", folder])
    assert both.files == 1
    assert {e.code for e in both.problems} == {e.code for e in check([folder]).problems}


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_second_name_for_a_file_counts_once(tmp_path: Path):
    folder = library(tmp_path, worked=WORKED)
    figures = [each.message for each in over_library(folder)]
    (tmp_path / "again.yaml").symlink_to(tmp_path / "worked.yaml")
    again = [each.message.replace("again.yaml", "worked.yaml") for each in over_library(folder)]
    assert sorted(again) == sorted(figures)
