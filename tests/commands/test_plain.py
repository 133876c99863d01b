"""Plain mode, played as from a pipe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running import CHECKOUT, trainer

TWO_CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"


def report_of(tmp_path: Path, typed: str, *arguments: str) -> dict:
    path = tmp_path / "report.json"
    done = trainer(
        "play", TWO_CUPS, "--plain", "--in-order", "--report", path, *arguments, typed=typed
    )
    assert done.returncode == 0, done.stderr
    return json.loads(path.read_text(encoding="utf-8"))


def test_a_play_ends_with_its_debrief_and_its_report(tmp_path):
    report = report_of(tmp_path, "2\n1\n")
    # own-it is worth 3, but-you -2: 100 x (-2+3)/(3+3) = 16.7; sweep is the best: 100. Mean 58.3.
    assert report["seats"]["sam"]["score"] == 58
    assert report["seats"]["sam"]["ruptures"] == 1
    assert report["seats"]["sam"]["repaired"] == 1
    assert report["state"] == {"ease": 2}
    assert report["ending"] == {"node": "whole", "kind": "repaired", "title": "Swept up"}
    assert [row["cost"] for row in report["seats"]["sam"]["decisions"]] == [5, 0]
    assert report["mode"] == "solo"


def test_the_other_seat_can_be_held(tmp_path):
    report = report_of(tmp_path, "2\n", "--as", "robin")
    # sam is scripted: the first choice of each node, so it is owned and swept up.
    assert list(report["seats"]) == ["robin"]
    assert report["seats"]["robin"]["decisions"][0]["choice"] == "not-yet"
    assert report["ending"]["kind"] == "repaired"


def test_a_line_taken_back_is_told_and_the_first_try_counts(tmp_path):
    report = report_of(tmp_path, "2\nu\n1\n1\n")
    first = report["seats"]["sam"]["decisions"][0]
    assert (first["choice"], first["took"], first["value"]) == ("but-you", "own-it", -2)
    assert report["state"] == {"ease": 7}


def test_the_last_line_can_be_taken_back_at_the_ending(tmp_path):
    report = report_of(tmp_path, "1\n3\nu\n1\n\n")
    last = report["seats"]["sam"]["decisions"][1]
    assert (last["choice"], last["took"]) == ("explain", "sweep")
    assert report["ending"]["node"] == "whole"


@pytest.mark.parametrize("more", ["", "\n", "3\n", "q\n", "?\n", "\n".join("abc")])
def test_at_the_ending_anything_else_goes_to_the_debrief(tmp_path, more):
    assert report_of(tmp_path, "1\n1\n" + more)["ending"]["node"] == "whole"


def test_taking_back_can_go_from_the_ending_to_the_first_line(tmp_path):
    report = report_of(tmp_path, "2\n1\nu\nu\nu\n1\n1\nq\n")
    rows = report["seats"]["sam"]["decisions"]
    assert [(row["choice"], row.get("took")) for row in rows] == [
        ("but-you", "own-it"),
        ("sweep", None),
    ]


def test_the_first_miss_offers_to_take_it_back():
    done = trainer("play", TWO_CUPS, "--plain", "--in-order", typed="2\n1\n")
    assert done.stdout.count("Or take it back and try another line: u does that.") == 1


def test_it_reads_well_aloud():
    done = trainer("play", TWO_CUPS, "--plain", "--in-order", typed="1\n1\n")
    lines = done.stdout.splitlines()
    assert "Robin: It was your hand." in lines
    assert "Sam (you): It was. I said it was you, and it wasn't, Robin." in lines
    assert "Robin puts the brush down." in lines
    assert lines.index("Robin puts the brush down.") < next(
        i for i, line in enumerate(lines) if line.startswith("Coach:")
    )
    assert "Robin: Thank you for saying so." in lines
    assert "Debrief" in lines
    assert "You reached for it in 2 of 2 lines; no misses." in lines
    assert any(line.startswith("100 of 100. Feedback on lines, not a measure") for line in lines)
    assert not set(done.stdout) & set("│─┌┐└┘▲▼\x1b\t")


def test_the_better_line_is_not_named_before_the_debrief():
    done = trainer("play", TWO_CUPS, "--plain", "--in-order", typed="2\n1\n")
    play, debrief = done.stdout.split("\nDebrief\n")
    told_after_choosing = play.split("(you): You know", 1)[1]
    assert "I said it was you, and it wasn't" not in told_after_choosing
    assert "A stronger line here: It was. I said it was you, and it wasn't, Robin." in debrief


@pytest.mark.parametrize(
    "wrong", ["0", "4", "x", "", "-1", "1.0", "99999999999999999999", "１", "²"]
)
def test_a_wrong_line_is_answered_and_asked_again(wrong):
    done = trainer("play", TWO_CUPS, "--plain", "--in-order", typed=f"{wrong}\n1\n1\n")
    assert done.returncode == 0
    assert done.stdout.count("Please type a number from 1 to 3") == 1


def test_garbled_input_is_just_a_wrong_line():
    done = trainer("play", TWO_CUPS, "--plain", "--in-order", typed=b"\xff\xfe\n1\n1\n")
    assert done.returncode == 0
    assert "Please type a number" in done.stdout


def test_a_question_mark_says_it_again():
    once = trainer("play", TWO_CUPS, "--plain", "--in-order", typed="1\n1\n").stdout
    twice = trainer("play", TWO_CUPS, "--plain", "--in-order", typed="1\n?\n1\n").stdout
    assert twice.count("Robin: Thank you for saying so.") == 2
    assert once.count("Robin: Thank you for saying so.") == 1


@pytest.mark.parametrize("typed", ["", "1\n", "1\nq\n", "q\n"])
def test_leaving_or_the_end_of_input_writes_no_report_and_says_so(tmp_path, typed):
    path = tmp_path / "r.json"
    done = trainer("play", TWO_CUPS, "--plain", "--report", path, typed=typed)
    assert done.returncode == 1
    assert "no report was written" in done.stderr
    assert not path.exists()
    assert "Traceback" not in done.stderr


def test_an_older_report_is_left_alone_until_there_is_a_new_one(tmp_path):
    path = tmp_path / "r.json"
    path.write_text("old")
    trainer("play", TWO_CUPS, "--plain", "--report", path, typed="q\n")
    assert path.read_text() == "old"


def test_a_report_that_cannot_be_written_is_told_before_play(tmp_path):
    for path, reason in (
        (tmp_path / "no" / "r.json", "cannot be written"),
        (tmp_path / "r.txt", ".json or .md"),
    ):
        done = trainer("play", TWO_CUPS, "--plain", "--report", path, typed="1\n1\n")
        assert done.returncode == 2
        assert reason in done.stderr
        assert "What do you say?" not in done.stdout


def test_a_markdown_report_shows_texts_as_written(tmp_path):
    path = tmp_path / "r.md"
    trainer("play", TWO_CUPS, "--plain", "--in-order", "--report", path, typed="2\n1\n")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Two cups\n")
    assert "You reached for it in 1 of 2 lines; one miss, mended with the next line." in text
    assert "A stronger line here" in text
    assert "\\[You sweep up the pieces.\\]" in text


def test_the_same_seed_shuffles_the_same():
    def order(*arguments: str) -> list[str]:
        out = trainer("play", TWO_CUPS, "--plain", *arguments, typed="").stdout
        return [line for line in out.splitlines() if line[:2] in ("1.", "2.", "3.")]

    assert order("--seed", "5") == order("--seed", "5")
    assert len({tuple(order("--seed", str(seed))) for seed in range(8)}) > 1
    assert order("--in-order", "--seed", "5")[0].startswith("1. It was.")


def test_plain_without_a_scenario_lists_them_and_exits_2():
    done = trainer("play", "--plain")
    assert done.returncode == 2
    assert "short-with-you" in done.stdout


def test_unknown_ids_seats_and_files_are_told_with_the_nearest():
    done = trainer("play", "short-with-yuo", "--plain")
    assert done.returncode == 2
    assert "short-with-you" in done.stderr
    done = trainer("play", TWO_CUPS, "--plain", "--as", "alex")
    assert done.returncode == 2
    assert "sam or robin" in done.stderr
    done = trainer("play", "no/such.yaml", "--plain")
    assert done.returncode == 1
    assert "no/such.yaml:1:1: error[cannot-read]" in done.stderr


def test_a_file_with_an_error_is_not_played(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text(TWO_CUPS.read_text().replace("goto: last", "goto: lost", 1))
    done = trainer("play", path, "--plain", typed="1\n")
    assert done.returncode == 1
    assert f"{path}:" in done.stderr
    assert "unknown-node" in done.stderr
    assert done.stdout == ""


def test_without_a_terminal_plain_mode_is_taken_by_itself():
    done = trainer("play", TWO_CUPS, "--in-order", typed="1\n1\n")
    assert done.returncode == 0
    assert "Plain mode" in done.stderr
    assert "Debrief" in done.stdout
    done = trainer(typed="1\n")
    assert done.returncode == 2
    assert "Plain mode" in done.stderr


def test_an_output_that_is_not_utf8_still_reads():
    done = trainer(
        "play",
        TWO_CUPS,
        "--plain",
        "--in-order",
        typed="1\n1\n",
        environment={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )
    assert done.returncode == 0
    assert "Debrief" in done.stdout


HOSTILE = [
    "I feel [/] heard",
    "[@click=app.quit]x[/]",
    r"a \[b] c:\new",
    "😮\u200d💨 [bold]not[/bold]",
    "*stars* _and_ `ticks`",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_are_shown_as_written(tmp_path, text):
    path = tmp_path / "hostile.yaml"
    quoted = "'" + text.replace("'", "''") + "'"
    path.write_text(
        TWO_CUPS.read_text()
        .replace("Pieces lie on the floor.", quoted)
        .replace("It was your hand.", quoted)
        .replace("Thank you for saying so.", quoted)
        .replace(
            "Names the act plainly. When they name a hurt, answer the hurt before the facts.",
            quoted,
        ),
        encoding="utf-8",
    )
    done = trainer("play", path, "--plain", "--in-order", typed="1\n1\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count(text) >= 4


def test_escape_codes_never_reach_the_terminal(tmp_path):
    path = tmp_path / "escape.yaml"
    path.write_text(TWO_CUPS.read_text().replace("It was your hand.", '"\\e[2Jgone \\u202e"'))
    done = trainer("play", path, "--plain", typed="1\n")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "forbidden-character" in done.stderr
    odd = tmp_path / "odd\x1b[2J.yaml"
    odd.write_text("a: 1")
    done = trainer("check", odd)
    assert "\x1b" not in done.stdout + done.stderr
