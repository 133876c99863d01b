"""The naive reference is itself held to figures that were worked out by hand."""

from __future__ import annotations

import json
import random
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).resolve().parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))

import reference  # noqa: E402

STEMS = ("half-past-seven", "the-covered-bowl", "the-quiet-car")
ALL = ["repaired", "partly", "apart"]


def scenario(stem: str) -> reference.Doc:
    path = TESTS / "reference_test_data" / f"{stem}.yaml"
    return reference.load(path.read_text(encoding="utf-8"))


def same(report: Any, expected: Any) -> None:
    """Equal as JSON: `True` is not 1 there."""
    assert json.loads(json.dumps(report)) == expected
    assert json.dumps(report, sort_keys=True) == json.dumps(expected, sort_keys=True)


def test_scalars_read_as_in_the_core_schema() -> None:
    doc = reference.load(
        "[yes, no, on, off, True, FALSE, 7:30, true, false, 010, 0o10, 0x0A, +02, -3, ~, Null, '']"
    )
    words: list[Any] = ["yes", "no", "on", "off", "True", "FALSE", "7:30"]
    same(doc, [*words, True, False, 10, 8, 10, 2, -3, None, None, ""])
    odd: Any = reference.load("[1e3, .5, 1_000, 2024-01-31, =, <<]")
    same(odd, [1000.0, 0.5, "1_000", "2024-01-31", "=", "<<"])


@pytest.mark.parametrize(
    ("expr", "truth"),
    [
        (True, True),
        (False, False),
        ("true", True),
        ("false or flag", True),
        ("not meter > 3", False),  # not (4 > 3)
        ("not meter>4 and flag", True),  # (not 4 > 4) and true
        ("not (meter > 4 and flag) and false", False),
        ("true or true and false", True),  # true or (true and false)
        ("(true or true) and false", False),
        ("not not flag", True),
        ("meter >= 4 and meter <= 4 and meter == 4 and not meter != 4 and not meter < 4", True),
        ("other or meter < +5 and meter > -1", True),
        ("android or nothing", False),  # names that begin as words of the language do
    ],
)
def test_evaluate(expr: str | bool, truth: bool) -> None:
    state = {"meter": 4, "flag": True, "other": False, "android": False, "nothing": False}
    assert reference.evaluate(expr, state) is truth


def test_put_names() -> None:
    names = {"sam": "Jo", "robin": "{sam}"}
    assert reference.put_names("  {sam} and\n{robin}\tsat ", names) == "Jo and {sam} sat"
    assert reference.put_names("{{sam}} {{{sam}}} {sam}}} [b] *c* \\d", names) == (
        "{sam} {Jo} Jo} [b] *c* \\d"
    )
    assert reference.put_names("one\r\ntwo  three", names) == "one two  three"


@pytest.mark.parametrize(
    ("marks", "value"),
    [
        ({}, 0),
        ({"impact": 2, "ask": 2, "listen": 2}, 3),  # 6, at most 3
        ({"impact": 2, "ask": 2, "listen": -1}, 2),  # 4 is 3 before the 1 is taken off
        ({"impact": 2, "ask": 2, "listen": -2}, -1),  # 3 - 2 = 1, but a -2 caps it at -1
        ({"impact": 1, "listen": -2}, -1),
        ({"impact": -2}, -2),
        ({"impact": -2, "listen": -2}, -3),  # -4, at least -3
        ({"impact": -1, "listen": -1}, -2),
    ],
)
def test_value(marks: dict[str, int], value: int) -> None:
    assert reference.value({"marks": marks}) == value


def test_halves_are_rounded_up() -> None:
    assert [reference.half_up(Fraction(n, 2)) for n in (0, 1, 3, 5, 125)] == [0, 1, 2, 3, 63]
    assert reference.half_up(Fraction(100, 6)) == 17
    assert reference.half_up(Fraction(100, 3)) == 33
    # opening: soft is 3 of 3: 100. Warmth 5 + 2 = 7 and told, so mo says yes. plan: rush is
    # -2 where the best is 1: 100 * 1 / 4 = 25. The mean is 62.5.
    lee = reference.play(scenario("half-past-seven"), ["lee"], ["soft", "rush"])["seats"]["lee"]
    assert [decision["score"] for decision in lee["decisions"]] == [100, 25]
    assert lee["score"] == 63


def test_a_whole_report_by_hand() -> None:
    # jab: safety 9 - 10 is held at 0, strain 1 + 1 = 2. At safety 0 robin has no take-it (>= 5),
    # the auto of not-yet (not safety <= 0) fails, so shut. sorry: safety 4, promised: sit exists.
    # door: own-it 2 + 2 = 3 at most is best; jab min(3 - 2, -1) = -1: 100 * 2 / 6 = 33.3.
    # mend: sorry 3 of 3. offer: sit 2 of 2. Mean 233.3 / 3 = 77.8. sorry mends the jab.
    # Excuse is not offered at mend, so non-defensive has a row by the door's explain (-1) alone.
    report = reference.play(
        scenario("the-covered-bowl"),
        ["sam"],
        ["jab", "sorry", "sit"],
        names={"robin": "Al"},
        scenario="the-covered-bowl",
    )
    rows = {
        "acknowledge": (2, 2, 0),
        "impact": (2, 2, 0),
        "generosity": (0, 0, 2),
        "non-defensive": (0, 0, 0),
        "apologise": (2, 2, 0),
        "act-differently": (1, 1, 0),
        "patience": (0, 0, 0),
        "stay-with": (2, 2, 0),
        "pause": (0, 0, 0),
    }
    decisions = [
        ("door", "jab", -1, 3, 33, 4, ALL),
        ("mend", "sorry", 3, 3, 100, 0, ALL),
        ("offer", "sit", 2, 2, 100, 0, ["repaired"]),
    ]
    keys = ("node", "choice", "value", "best", "score", "cost", "open")
    expected = {
        "scenario": "the-covered-bowl",
        "title": "The {covered} bowl of Al",
        "mode": "solo",
        "ending": {"node": "end-close", "kind": "repaired", "title": "Warm again, Al {and} Sam"},
        "state": {"safety": 4, "strain": 2, "promised": True},
        "seats": {
            "sam": {
                "score": 78,
                "ruptures": 1,
                "repaired": 1,
                "principles": {
                    name: dict(zip(("offered", "shown", "against"), row, strict=True))
                    for name, row in rows.items()
                },
                "decisions": [dict(zip(keys, row, strict=True)) for row in decisions],
            }
        },
    }
    same(report, expected)


def test_first_tries_on_the_path_that_stands() -> None:
    # No state, so hush is the same decision after flatter and after sense: joke, made on the way
    # that was left, stays its first try. car: flatter min(2 - 2, -1) = -1: 33.3. hush: best is
    # wait, 0: no score; joke -4 is held at -3: cost 3. lay-by: lean 3, 100 (2 + 1 + 1 = 4 is 3).
    # Mean of 33.3 and 100 is 66.7. Ruptures flatter and joke, both before lean.
    moves = ["flatter", "joke", "<", "<", "sense", "wait", "lean"]
    report = reference.play(scenario("the-quiet-car"), ["noor"], moves)
    noor = report["seats"]["noor"]
    assert [(d["node"], d["choice"], d.get("took")) for d in noor["decisions"]] == [
        ("car", "flatter", "sense"),
        ("hush", "joke", "wait"),
        ("lay-by", "lean", None),
    ]
    assert [(d["value"], d["best"], d["score"], d["cost"]) for d in noor["decisions"]] == [
        (-1, 3, 33, 4),
        (-3, 0, None, 3),
        (3, 3, 100, 0),
    ]
    assert "took" not in noor["decisions"][2]
    assert (noor["score"], noor["ruptures"], noor["repaired"]) == (67, 2, 2)
    # hush: fix offers non-defensive 1; against is of the first tries: flatter and joke.
    assert noor["principles"]["non-defensive"] == {"offered": 1, "shown": 0, "against": 0}
    assert noor["principles"]["validate"] == {"offered": 2, "shown": 2, "against": 2}
    assert noor["principles"]["generosity"] == {"offered": 0, "shown": 0, "against": 2}
    assert report["state"] == {}


def test_a_line_taken_back_and_said_again_is_not_named() -> None:
    report = reference.play(scenario("the-quiet-car"), ["noor"], ["radio", "<", "radio", "nod"])
    car, lay_by = report["seats"]["noor"]["decisions"]
    assert "took" not in car
    assert (car["value"], car["score"]) == (0, 50)
    # nod is 1 where 3 is best: 100 * 4 / 6 = 66.7; the mean with 50 is 58.3.
    assert (lay_by["score"], report["seats"]["noor"]["score"]) == (67, 58)
    # Solo as noor, kai snaps at the light (first in the file): no way to the corner but lecture.
    assert car["open"] == ALL


def test_a_node_met_twice_is_two_decisions() -> None:
    # blunt: warmth 0, not heard, so mo says no (auto). reach: warmth 10, heard, reached. mo: yes
    # (10 > 6, reached). thanks. Figures -3 of 3 (0), 3 of 3 (100), 1 of 1 (100): 66.7.
    doc = scenario("half-past-seven")
    report = reference.play(doc, ["lee"], ["blunt", "reach", "thanks"])
    lee = report["seats"]["lee"]
    assert (lee["score"], lee["ruptures"], lee["repaired"]) == (67, 1, 1)
    assert report["ending"]["kind"] == "repaired"
    # Together mo can say no twice; the second chill is without reach, so best is stay, 1:
    # stay 100, with 0 and 100 before: 66.7. Mo: no is -1. First reply, warmth 0: no yes there, so
    # later is best, 2: 100 * 2 / 5 = 40. Second, warmth 10: yes 3 is best: 33.3. Mean 36.7.
    moves = ["blunt", "no", "reach", "no", "stay"]
    seats = reference.play(doc, ["lee", "mo"], moves)["seats"]
    assert [d["best"] for d in seats["lee"]["decisions"]] == [3, 3, 1]
    assert [d["score"] for d in seats["mo"]["decisions"]] == [40, 33]
    assert (seats["lee"]["score"], seats["mo"]["score"]) == (67, 37)
    assert seats["mo"]["principles"]["listen"] == {"offered": 2, "shown": 0, "against": 0}


def test_open_endings_scripted_and_free() -> None:
    # hint: warmth 3. Scripted mo: yes needs > 6, no needs not heard or <= 2; so later, partly.
    # Free mo can say yes (>= 3), then thanks is repaired; or no, then go is apart.
    doc = scenario("half-past-seven")
    alone = reference.play(doc, ["lee"], ["hint"])
    assert alone["seats"]["lee"]["decisions"][0]["open"] == ["partly"]
    both = reference.play(doc, ["mo", "lee"], ["hint"])
    assert both["seats"]["lee"]["decisions"][0]["open"] == ALL
    assert (both["mode"], both["ending"], both["seats"]["mo"]["score"]) == ("together", None, None)


def test_seats_without_a_score() -> None:
    # As kai the scripted noor says sense, wait, lean: kai never speaks.
    doc = scenario("the-quiet-car")
    empty: dict[str, Any] = {
        "score": None,
        "ruptures": 0,
        "repaired": 0,
        "principles": {},
        "decisions": [],
    }
    same(reference.play(doc, ["kai"], [])["seats"], {"kai": empty})
    # Together: at the light snap -1, stop min(1 - 2, -1) = -1: best is below 0, no score, but
    # a rupture all the same.
    kai = reference.play(doc, ["kai", "noor"], ["radio", "stop"])["seats"]["kai"]
    assert (kai["score"], kai["ruptures"], kai["repaired"]) == (None, 1, 0)
    decision = {"node": "light", "choice": "stop", "value": -1, "best": -1, "score": None}
    same(kai["decisions"], [decision | {"cost": 0, "open": ["apart"]}])


def test_lines_are_read_after_the_effects() -> None:
    # own-it: safety 9 + 3 is held at 10, strain 1 - 5 at 0, and only then are its lines read.
    doc = scenario("the-covered-bowl")
    assert reference.transcript(doc, ["sam"], ["jab", "<", "own-it"]) == [
        ("narration", "The key turns. [Nobody] calls out."),
        ("narration", "A bowl stands on the table, covered; the note says {eat}."),
        ("robin", "You said seven, Sam."),
        ("sam", "You're right, Robin, I said seven, and you sat here alone with the food."),
        ("narration", "Robin nods."),
        ("robin", "Thank you. I was sad, sitting here."),
    ]
    state = reference.play(doc, ["sam"], ["own-it"])["state"]
    same(state, {"safety": 10, "strain": 0, "promised": False})


def test_illegal_moves_raise() -> None:
    doc = scenario("the-quiet-car")
    for moves in (["<"], ["nod"], ["radio", "<", "<"], ["radio", "nod", "nod"]):
        with pytest.raises(ValueError, match=r"take back|not offered|over"):
            reference.play(doc, ["noor"], moves)
    assert reference.legal(doc, ["noor"], ["radio"]) == ["lean", "nod", "lecture"]
    assert reference.legal(doc, ["noor"], ["radio", "nod"]) == []


@pytest.mark.parametrize("stem", STEMS)
def test_walks_reach_an_ending(stem: str) -> None:
    doc = scenario(stem)
    rng = random.Random(7)
    for seats in ([doc["play_as"]], list(doc["roles"])):
        for _ in range(20):
            moves = reference.walk(doc, seats, rng, take_backs=3)
            assert reference.play(doc, seats, moves)["ending"] is not None
            assert moves.count(reference.TAKE_BACK) <= 3


@pytest.mark.parametrize("stem", STEMS)
def test_the_scenarios_keep_the_rules(stem: str) -> None:
    """No state without a choice or an `auto`, nothing comes round again, every node is met."""
    doc = scenario(stem)
    met: set[str] = set()

    def visit(node: str, state: reference.State, before: list[Any]) -> None:
        here = doc["nodes"][node]
        assert (node, state) not in before
        met.add(node)
        before = [*before, (node, state)]
        if "goto" in here:
            visit(here["goto"], state, before)
        elif "turn" in here:
            assert reference.scripted(doc, node, state)
            for name in reference.offered(doc, node, state):
                choice = here["choices"][name]
                visit(choice["goto"], reference.after(state, choice), before)

    visit(doc["start"], reference.initial(doc), [])
    assert met == set(doc["nodes"])
