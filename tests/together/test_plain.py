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
    assert sat.told.index("Two cups") < sat.told.index("Who sits here?")
    assert sat.told.count("A name for each of you, please") == 1
    assert sat.told.count("Two names that differ, please") == 1
    assert sat.told.count("And who sits beside Jo?") == 1
    assert sat.told.count("And who sits beside Ana?") == 1


def test_content_notes_come_before_names_and_seats(monkeypatch):
    noted = next(path for path in SHIPPED if "content_notes" in path.read_text(encoding="utf-8"))
    sat = sit(monkeypatch, lines(), "play", noted, "--plain", "--together")
    assert sat.told.index("Content notes:") < sat.told.index("Who sits here?")
    assert sat.status == 1


def test_seats_and_own_names_can_be_changed(monkeypatch):
    sat = sit(monkeypatch, lines("s", "o", "", "", "", "", "", "q"), *NAMED)
    lot, swapped, own = (asked for asked, _ in sat.asked[:3])
    begins, waits = ("Alex", "Jo") if "Alex begins." in lot else ("Jo", "Alex")
    assert f"{begins} plays Sam." in lot
    assert "Try the side that is not yours" in lot
    assert f"{waits} plays Sam." in swapped
    assert f"{waits} plays Sam under your own name." in own
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
        return told.split("By lot, ")[1].split()[0]

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


# Somebody has to go


def leaves(couple: Couple, *answers: str):
    """Somebody has to go at the first line, and these are the answers to what is asked then."""
    waiting = iter(("l", *answers))

    def answer(told: str) -> str | None:
        if "it is your turn" in told or "Leave it for tonight?" in told or "Which side" in told:
            return next(waiting, None) or couple(told)
        return couple(told)

    return answer


def test_stopping_is_offered_first_to_who_has_to_go(monkeypatch):
    sat = sit(monkeypatch, leaves(Couple([1, 1, 1]), "1"), *NAMED)
    asked = next(told for told, _ in sat.asked if "Leave it for tonight?" in told)
    assert asked.index("1. Another time.") < asked.index("2. Stay.") < asked.index("3. Go on alone")
    assert "There is no need to say why." in asked
    assert sat.status == 1
    assert sat.told.rstrip().endswith(f"\n{ENOUGH}")


def test_whoever_has_to_go_may_stay(monkeypatch):
    sat = sit(monkeypatch, leaves(Couple([1, 1, 1]), "2"), *NAMED)
    assert sat.status == 0
    assert "Debrief for two" in sat.told


@pytest.mark.parametrize(("typed", "role"), [("", "Sam"), ("1", "Sam"), ("2", "Robin")])
def test_going_on_alone_is_a_new_play_under_the_names_of_the_roles(
    monkeypatch, tmp_path, typed, role
):
    report = tmp_path / "report.json"
    answered = iter(["1", "l", "3", typed, "1", "1", "1", "", ""])

    def answers(told: str) -> str | None:
        if "it is your turn" in told or "Leave it for tonight?" in told or "Which side" in told:
            return next(answered)
        if "What do you say?" in told or "It is over." in told:
            return next(answered)
        return Couple([])(told)

    sat = sit(monkeypatch, answers, *NAMED, "--report", report)
    alone = sat.told.split("Which side will you take?")[1]
    assert sat.status == 0
    assert f"You are {role}." in alone
    assert "Alex" not in alone
    assert re.search(r"\bJo\b", alone) is None
    assert "Coach:" in alone
    written = json.loads(report.read_text(encoding="utf-8"))
    assert written["mode"] == "solo"
    assert list(written["seats"]) == [role.lower()]
    data = b"".join(path.read_bytes() for path in kept())
    assert data  # a play of one is kept, as any
    assert b"Alex" not in data


def test_the_input_may_end_where_somebody_has_to_go(monkeypatch):
    for answers in (("l",), ("l", "3")):
        waiting, couple = iter(answers), Couple([])

        def answer(told: str, waiting=waiting, couple=couple) -> str | None:
            if "it is your turn" in told or "Leave it" in told or "Which side" in told:
                return next(waiting, None)
            return couple(told)

        sat = sit(monkeypatch, answer, *NAMED)
        assert sat.status == 1
        assert sat.told.rstrip().endswith(f"\n{ENOUGH}")


def test_without_landing_a_line_is_a_decision_and_nothing_else(monkeypatch):
    sat = sit(monkeypatch, lines("l", "1", "1", "1"), *NAMED, "--no-landing")
    assert sat.status == 0
    assert "Leave it for tonight?" not in sat.told
    assert "one of you has to go" not in sat.told
    assert "Please type a number from 1 to" in sat.told


# The debrief for two


def test_the_debrief_asks_in_its_order_and_has_no_figures(monkeypatch):
    couple = Couple(
        [1, 1, 1],
        {
            "how did that land": "2",
            "which line of": "1",
            "is there a line of your own": "1",
        },
    )
    sat = sit(monkeypatch, couple, *NAMED)
    debrief = sat.told.split("Debrief for two")[1]
    places = [
        debrief.index(words)
        for words in (
            "You are Alex and Jo again.",
            "Each of you, aloud: one thing unlike you in that role?",
            "'s landed with you?",
            "This one landed with",
            "is there a line of your own that you want to ask about?",
            "What the trainer thinks: Names the act plainly.",
            "Acknowledge: the line shows it.",
            "What might have helped Robin here?",
            "Either may pass. It is about the story",
            "Silently, for three minutes",
        )
    ]
    assert places == sorted(places)
    assert debrief.count("'s landed with you?") == 2
    assert debrief.count("is there a line of your own") == 2
    assert not re.search(r"\d", without_numbers_to_pick(debrief))
    assert f"marked: {LANDINGS['sense']}." in debrief
    assert re.search(rf"How it landed with (Alex|Jo): {LANDINGS['sense']}\.", debrief)


def test_what_might_have_helped_is_asked_where_nobody_asked_about_a_line(monkeypatch):
    debrief = sit(monkeypatch, Couple([1, 1, 1]), *NAMED).told.split("Debrief for two")[1]
    assert "trainer thinks:" not in debrief
    for role in ("Sam", "Robin"):
        assert f"What might have helped {role} here?" in debrief


def test_without_landing_the_debrief_is_questions_only(monkeypatch):
    sat = sit(monkeypatch, lines("1", "1", "1"), *NAMED, "--no-landing")
    assert sat.status == 0
    assert len(sat.asked) == 3
    debrief = sat.told.split("Debrief for two")[1]
    assert not re.search(r"\d", debrief)
    assert "the trainer thinks" not in debrief
    assert "Robin" in debrief
    assert "as a friend would see it" in debrief


def test_seats_are_swapped_once_and_the_guesser_asks(monkeypatch):
    couple = Couple([1, 1, 1, 2, 1, 1])

    def answers(told: str) -> str | None:
        if "Swap seats?" in told:
            return "s"
        if "What do you think" in told or "Pick one of your guesses" in told:
            return "1"
        return couple(told)

    sat = sit(monkeypatch, answers, *NAMED)
    assert sat.status == 0
    assert sat.told.count("Swap seats?") == 1
    first, second = (
        set(re.findall(r"^((?:Sam|Robin) · \w+): it is your turn", part, re.MULTILINE))
        for part in sat.told.split("Swap seats?")
    )
    assert not first & second
    assert (
        "I expected “It was. I said it was you, and it wasn't, Robin”. What made you pick “You "
        "know I only said it because you left it there”?"
    ) in sat.told
    assert "… it was “You know I only said it because you left it there.”" in sat.told
    # Each of the two guesses, and asks about a guess of their own.
    asks = re.findall(r"^(Alex|Jo) asks (?:Alex|Jo):$", sat.told, re.MULTILINE)
    assert set(asks) == {"Alex", "Jo"}
    assert sat.told.rstrip().endswith(f"Nothing of it is kept.\n{ENOUGH}")


def test_listening_first_is_said_back(monkeypatch):
    answers = iter(["3", "x", "1"])
    couple = Couple([1, 1, 1])

    def listening(told: str) -> str | None:
        if "was that it?" in told or "Please type 1, 2 or 3" in told:
            return next(answers)
        return couple(told)

    sat = sit(monkeypatch, listening, *NAMED, "--listen-first")
    assert sat.status == 0
    assert sat.told.count(", say back to ") == 2  # not before the first line
    assert sat.told.count("what is still missing?") == 1


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
