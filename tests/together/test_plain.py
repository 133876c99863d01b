"""Plain mode for two, from the notice to the last question."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.running import CHECKOUT, trainer
from tests.together.sitting import TWO_CUPS, Couple, lines, loaded, sit, ways_to_endings
from trainer.practice.together_words import ENOUGH, LANDINGS, NOTICE

TWO = ("play", TWO_CUPS, "--plain", "--together", "--in-order", "--seed", "3")
NAMED = (*TWO, "--names", "Alex,Jo")
SHIPPED = sorted((CHECKOUT / "scenarios").glob("*/*.yaml"))


def without_numbers_to_pick(told: str) -> str:
    return re.sub(r"^\d+\. ", "", told, flags=re.MULTILINE)


@dataclass
class Leaving:
    """Somebody who says that it is for another time, at the question of that number."""

    couple: Couple
    at: int
    asked: int = -1

    def __call__(self, told: str) -> str | None:
        self.asked += 1
        return "q" if self.asked == self.at else self.couple(told)


def kept() -> list[Path]:
    folder = Path(os.environ["TRAINER_DATA"])
    return [path for path in folder.rglob("*") if path.is_file()]


# Setting up


def test_the_notice_comes_first_and_names_are_asked(monkeypatch):
    sat = sit(monkeypatch, lines("", "Jo", "Ana", " ana ", "Jo", "Alex", "q"), *TWO)
    assert sat.told.startswith("\n".join(["Two at one keyboard", *NOTICE]))
    assert sat.told.index("Two cups") < sat.told.index("what name do you go by")
    assert sat.told.count("A name for each of you, please") == 1
    assert sat.told.count("Two names that differ, please") == 1
    assert sat.told.count("One of you, what name") == 3


def test_content_notes_come_before_names_and_seats(monkeypatch):
    noted = next(path for path in SHIPPED if "content_notes" in path.read_text(encoding="utf-8"))
    sat = sit(monkeypatch, lines(), "play", noted, "--plain", "--together")
    assert sat.told.index("Content notes:") < sat.told.index("what name do you go by")
    assert sat.status == 1


def test_seats_and_own_names_can_be_changed(monkeypatch):
    sat = sit(monkeypatch, lines("s", "o", "", "", "", "", "", "q"), *NAMED)
    lot, swapped, own = (asked for asked, _ in sat.asked[:3])
    begins, waits = ("Alex", "Jo") if "Alex begins" in lot else ("Jo", "Alex")
    assert f"{begins} takes the side of Sam." in lot
    assert "Try the side that is not yours" in lot
    assert f"{waits} takes the side of Sam." in swapped
    assert f"{waits} takes the side of Sam under your own name." in own
    talk = sat.asked[-1][0]
    assert f"{begins}: It was your hand." in talk  # who sits as Robin now
    assert f"{waits}: it is your turn." in talk
    assert "I said it was you, and it wasn't" in talk


def test_each_brief_comes_after_its_hand_over(monkeypatch):
    sat = sit(monkeypatch, Couple([1, 1, 1]), *NAMED)
    handed = [asked for asked, _ in sat.asked if "press Enter when only you can see" in asked]
    briefs = [asked for asked, _ in sat.asked if "Enter when you have read it." in asked]
    assert len(briefs) == 2
    assert [asked.strip().endswith("only you can see.\n>") for asked in handed[:2]] == [True] * 2
    assert sum("You dropped it and hate" in asked for asked in briefs) == 1
    assert sum("You want to hear" in asked for asked in briefs) == 1
    assert "Look away while the other one reads." in sat.told


def test_lots_fall_by_the_seed(monkeypatch):
    def begins(seed: int) -> str:
        told = sit(monkeypatch, lines(), *TWO[:-1], str(seed), "--names", "Alex,Jo").told
        return told.split("The lot says: ")[1].split()[0]

    assert {begins(seed) for seed in range(12)} == {"Alex", "Jo"}
    assert begins(3) == begins(3)


# The talk, and how it landed


def test_the_talk_shows_roles_with_who_is_in_them(monkeypatch):
    sat = sit(monkeypatch, Couple([1, 1, 1]), *NAMED)
    assert sat.status == 0
    assert re.search(r"^Sam · (Alex|Jo): it is your turn\.$", sat.told, re.MULTILINE)
    assert re.search(r"^Robin · (Alex|Jo): Thank you for saying so\.$", sat.told, re.MULTILINE)
    talk = sat.told.split("Debrief for two")[0]
    assert "Coach" not in talk
    assert "Names the act plainly" not in talk
    assert "Acknowledge" not in talk


def test_landing_is_asked_where_the_other_was_moved(monkeypatch, tmp_path):
    report = tmp_path / "report.json"
    couple = Couple([1, 1, 1], {"how did that land": "4, 1"})
    sat = sit(monkeypatch, couple, *NAMED, "--report", report)
    landing = [asked for asked, _ in sat.asked if "how did that land" in asked]
    assert len(landing) == 1
    assert "said: “It was. I said it was you" in landing[0]
    assert "in Robin's shoes?" in landing[0]
    for words in LANDINGS.values():
        assert words in landing[0]
    seats = json.loads(report.read_text(encoding="utf-8"))["seats"]
    rows = seats["sam"]["decisions"] + seats["robin"]["decisions"]
    assert [row.get("landed") for row in rows] == [["understood", "trying"], None, None]
    assert json.loads(report.read_text(encoding="utf-8"))["mode"] == "together"


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("13", ["understood", "cared"]),
        ("1 3", ["understood", "cared"]),
        ("3,1", ["understood", "cared"]),
        ("4444", ["trying"]),
        ("", None),
    ],
)
def test_marks_are_typed_in_any_mix(monkeypatch, tmp_path, typed, marks):
    report = tmp_path / "report.json"
    couple = Couple([1, 1, 1], {"how did that land": typed})
    sat = sit(monkeypatch, couple, *NAMED, "--report", report)
    decision = json.loads(report.read_text(encoding="utf-8"))["seats"]["sam"]["decisions"][0]
    assert decision.get("landed") == marks
    after = next(asked for asked, _ in sat.asked if "Both of you again." in asked)
    assert not any(words in after for words in LANDINGS.values())


@pytest.mark.parametrize("wrong", ["5", "x", "1-3", "٣"])
def test_a_wrong_mark_is_asked_again(monkeypatch, wrong):
    waiting = iter([wrong, "2"])
    couple = Couple([1, 1, 1])

    def answers(told: str) -> str | None:
        if "how did that land" in told or "numbers from 1 to 4" in told:
            return next(waiting)
        return couple(told)

    sat = sit(monkeypatch, answers, *NAMED)
    assert sat.told.count("Please type numbers from 1 to 4 in any mix") == 1
    assert sat.status == 0


def test_marks_that_are_not_shown_are_nowhere(monkeypatch, tmp_path):
    report = tmp_path / "report.json"
    couple = Couple([1, 1, 1], {"how did that land": "3", "Show my marks": "3"})
    sat = sit(monkeypatch, couple, *NAMED, "--report", report)
    assert LANDINGS["cared"] not in sat.told.split("Debrief for two")[1]
    assert "landed" not in report.read_text(encoding="utf-8")


def test_a_markdown_report_has_nobody_s_marks(monkeypatch, tmp_path):
    report = tmp_path / "report.md"
    couple = Couple([1, 1, 1], {"how did that land": "1234"})
    assert sit(monkeypatch, couple, *NAMED, "--report", report).status == 0
    text = report.read_text(encoding="utf-8")
    assert "# Two cups" in text
    assert "Robin" in text
    assert not any(words in text for words in LANDINGS.values())
    assert "Alex" not in text


def test_taking_back_is_agreed_and_not_counted(monkeypatch, tmp_path):
    report = tmp_path / "report.json"
    typed = lines("2", "u", "1", "1", "1")
    sat = sit(monkeypatch, typed, *NAMED, "--no-landing", "--report", report)
    assert (
        "You know I only said it"
        not in sat.told.split("Can we take that one back?")[1].split("it is your turn.")[2]
    )
    decision = json.loads(report.read_text(encoding="utf-8"))["seats"]["sam"]["decisions"][0]
    assert (decision["choice"], decision["took"]) == ("but-you", "own-it")


def test_a_time_out_is_for_either(monkeypatch):
    sat = sit(monkeypatch, lines("t", "1", "1", "1"), *NAMED, "--no-landing")
    assert sat.status == 0
    after = sat.asked[1][0]
    assert "separate rooms" in after
    assert "even if only to say not yet" in after
    assert "it is your turn." in after


def test_at_a_question_to_both_a_time_out_waits(monkeypatch):
    couple, first = Couple([1, 1, 1]), iter(["t"])

    def answers(told: str) -> str | None:
        if "Go on, or leave it here?" in told:
            return next(first, "1")
        return "1" if "The question waits here." in told else couple(told)

    sat = sit(monkeypatch, answers, *NAMED)
    assert sat.status == 0
    assert "separate rooms" in sat.told


# Another time


def test_halfway_both_are_asked(monkeypatch):
    couple = Couple([1, 1, 1], {"Go on, or leave it here?": "2"})
    sat = sit(monkeypatch, couple, *NAMED)
    assert sat.status == 1
    assert sat.told.rstrip().endswith(ENOUGH)
    assert "Debrief" not in sat.told


def test_another_time_is_the_same_wherever_it_is_said(monkeypatch, tmp_path):
    whole = sit(monkeypatch, Couple([1, 1, 1]), *NAMED)
    for number in range(len(whole.asked)):
        report = tmp_path / f"{number}.json"
        leaving = Leaving(Couple([1, 1, 1]), number)
        sat = sit(monkeypatch, leaving, *NAMED, "--report", report)
        assert sat.status == 1
        assert len(sat.asked) == number + 1
        assert sat.told.rstrip().endswith(f"\n{ENOUGH}")
        over = "It is over." in sat.told
        assert report.exists() == over
        assert ("no report was written" in sat.errors) != over
    assert kept() == []


def test_the_end_of_the_input_before_the_ending_is_a_stop(monkeypatch):
    sat = sit(monkeypatch, lines("1"), *NAMED, "--no-landing")
    assert sat.status == 1
    assert sat.told.rstrip().endswith(ENOUGH)


# The debrief for two


def test_the_debrief_asks_in_its_order_and_has_no_figures(monkeypatch):
    couple = Couple(
        [1, 1, 1],
        {"how did that land": "2", "is there a line of your own": "1"},
    )
    sat = sit(monkeypatch, couple, *NAMED)
    debrief = sat.told.split("Debrief for two")[1]
    places = [
        debrief.index(words)
        for words in (
            "You are Alex and Jo again.",
            "What was one thing unlike you, as Sam?",
            "a line of yours that landed with",
            "is there a line of your own that you would like to ask about?",
            "The trainer: Names the act plainly.",
            "What might have helped Robin here? Either may pass.",
            "Silently, for three minutes",
        )
    ]
    assert places == sorted(places)
    assert not re.search(r"\d", without_numbers_to_pick(debrief))
    assert LANDINGS["sense"] in debrief.split("The trainer: ")[1]


def test_without_landing_the_debrief_is_questions_only(monkeypatch):
    sat = sit(monkeypatch, lines("1", "1", "1"), *NAMED, "--no-landing")
    assert sat.status == 0
    assert len(sat.asked) == 3
    debrief = sat.told.split("Debrief for two")[1]
    assert not re.search(r"\d", debrief)
    assert "The trainer:" not in debrief
    assert "Robin" in debrief
    assert "as a friend would see it" in debrief


def test_seats_are_swapped_and_the_guesser_asks(monkeypatch):
    swapped = iter(["s", ""])
    couple = Couple([1, 1, 1, 2, 1, 1])

    def answers(told: str) -> str | None:
        if "Swap seats?" in told:
            return next(swapped)
        if "do you expect from" in told or "you expected these" in told:
            return "1"
        return couple(told)

    sat = sit(monkeypatch, answers, *NAMED)
    assert sat.status == 0
    first, second = (
        set(re.findall(r"^((?:Sam|Robin) · \w+): it is your turn", part, re.MULTILINE))
        for part in sat.told.split("Swap seats?")[:2]
    )
    assert not first & second
    assert (
        "I expected “It was. I said it was you, and it wasn't, Robin”. What made you pick “You "
        "know I only said it because you left it there”?"
    ) in sat.told


def test_listening_first_is_said_back(monkeypatch):
    answers = iter(["3", "x", "1"])
    couple = Couple([1, 1, 1])

    def listening(told: str) -> str | None:
        if "is that it?" in told or "please type 1, 2 or 3" in told:
            return next(answers)
        return couple(told)

    sat = sit(monkeypatch, listening, *NAMED, "--listen-first")
    assert sat.status == 0
    assert sat.told.count("before you answer: say back") == 2  # not before the first line
    assert sat.told.count("say in one sentence what is missing") == 1


# The command


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--together", "--names", "Alex"], "two names with a comma"),
        (["--together", "--names", "A,B,C"], "two names with a comma"),
        (["--together", "--names", "Alex, "], "A name for each"),
        (["--together", "--names", "Jo,JO"], "Two names that differ"),
        (["--together", "--as", "sam"], "a person in each"),
        (["--together", "--resume"], "never kept"),
        (["--together", "--no-landing", "--listen-first"], "one line a decision"),
        (["--names", "Alex,Jo"], "add `--together`"),
        (["--no-landing"], "add `--together`"),
        (["--listen-first"], "add `--together`"),
    ],
)
def test_what_does_not_go_together_is_told(monkeypatch, arguments, word):
    sat = sit(monkeypatch, lines(), "play", TWO_CUPS, "--plain", *arguments)
    assert sat.status == 2
    assert word in sat.errors
    assert sat.told == ""


@pytest.mark.parametrize(
    "arguments",
    [["--names", "Alex,Jo"], ["--report", "x.json"], ["--listen-first"], ["--no-landing"]],
)
def test_what_only_line_mode_has_for_two_is_told(monkeypatch, arguments):
    monkeypatch.setattr("trainer.playing.no_terminal", lambda: None)
    sat = sit(monkeypatch, lines(), "play", TWO_CUPS, "--together", *arguments)
    assert sat.status == 2
    assert "line mode: add `--plain`" in sat.errors


def test_keeping_nothing_may_be_asked_for_too(monkeypatch):
    sat = sit(monkeypatch, lines("1", "1", "1"), *NAMED, "--no-landing", "--private")
    assert sat.status == 0


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_each_ending_of_each_scenario_can_be_played(monkeypatch, path, tmp_path):
    graph = loaded(path).graph
    assert graph is not None
    ways = ways_to_endings(graph)
    assert len(ways) >= 3
    for number, (ending, way) in enumerate(ways.items()):
        report = tmp_path / f"{ending}.json"
        arguments = ("play", path, "--plain", "--together", "--in-order", "--names", "{sam},[Jo]")
        sat = sit(
            monkeypatch,
            lines(*map(str, way)),
            *(*arguments, "--no-landing", "--report", report),
        )
        assert sat.status == 0
        assert len(sat.asked) == len(way)
        assert json.loads(report.read_text(encoding="utf-8"))["ending"]["node"] == ending
        more = ["--listen-first"] if number % 2 else []
        assert (
            sit(monkeypatch, Couple(way, {"how did that land": "24"}), *arguments, *more).status
            == 0
        )
    assert kept() == []


def test_nothing_of_it_is_in_the_data_folder(tmp_path):
    """As a process of its own: what the two are called, said, marked and guessed is nowhere."""
    data = tmp_path / "data"
    data.mkdir()
    typed = "Quillon\nMarisol\n" + "\n" * 5 + "1\n\n13\n1\n1\n1\n" + "\n" * 30
    done = trainer(*TWO, typed=typed, environment={"TRAINER_DATA": str(data)})
    assert done.returncode == 0
    assert "Marisol" in done.stdout
    assert list(data.rglob("*")) == []
