"""Plain mode as a rehearsal, and with own words first: only where a flag asks for it."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.running import CHECKOUT, trainer
from trainer import playing
from trainer.history.history import History

TWO_CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"


def played(data: Path, typed: str, *flags: str) -> tuple[str, str]:
    done = trainer(
        "play",
        TWO_CUPS,
        "--plain",
        "--in-order",
        *flags,
        typed=typed,
        environment={"TRAINER_DATA": str(data)},
    )
    return done.stdout, done.stderr


def test_a_rehearsal_has_the_consequence_alone_and_the_coach_in_the_debrief(tmp_path):
    talk, _, debrief = played(tmp_path, "2\n1\n", "--rehearsal")[0].partition("Debrief\n")
    assert "I need a minute" not in talk  # ease has gone down
    assert "Whatever you say." in talk
    assert "Coach:" not in talk
    assert "take it back" not in talk
    assert "Why: You want to be fair to yourself" in debrief
    assert History(str(tmp_path)).plays()[0].feedback == "rehearsal"


def test_own_words_are_one_line_more_a_decision_and_kept(tmp_path):
    typed = "It was my hand.\n1\n\n1\n\n"
    out, _ = played(tmp_path, typed, "--say-first")
    talk, _, debrief = out.partition("Debrief\n")
    assert talk.count("Your own words first") == 2
    assert "Your own words: It was my hand." in talk
    assert talk.index("Your own words: It was my hand.") < talk.index("1. It was. I said it was")
    assert "Which of these is nearest?" in talk
    assert "Anyone who uses this account can read it" in talk
    assert "Your own words, before you saw the choices: It was my hand." in debrief
    assert debrief.count("Your own words") == 1  # the second line was skipped
    history = History(str(tmp_path))
    (play,) = history.plays()
    assert [(each.decision, each.text) for each in history.words(play)] == [(0, "It was my hand.")]


def test_own_words_are_there_if_the_input_ends_before_the_choice(tmp_path):
    played(tmp_path, "It was my hand.\n", "--say-first")
    history = History(str(tmp_path))
    (play,) = history.plays()
    assert (play.lines, [each.text for each in history.words(play)]) == (0, ["It was my hand."])


def test_leaving_and_taking_back_work_instead_of_own_words(tmp_path):
    out, _ = played(tmp_path, "u\n2\nu\n1\nq\n", "--say-first", "--private")
    assert "There is no line to take back yet." in out
    assert "Taken back: You know I only said it" in out
    assert "The talk stops here." in out
    assert out.count("Your own words first") == 3
    assert not any(tmp_path.iterdir())


def test_without_the_flags_nothing_is_asked_for(tmp_path):
    out, _ = played(tmp_path, "1\n1\n")
    assert "Your own words" not in out
    assert "Coach:" in out


def test_what_was_begun_as_a_rehearsal_goes_on_as_one(tmp_path):
    played(tmp_path, "2\n", "--rehearsal")
    done = trainer(
        "play", "--resume", "--plain", typed="1\n", environment={"TRAINER_DATA": str(tmp_path)}
    )
    talk = done.stdout.partition("Debrief\n")[0]
    assert "Coach:" not in talk


@pytest.mark.parametrize("flag", ["--rehearsal", "--say-first"])
def test_for_two_they_are_not(tmp_path, flag):
    out, err = played(tmp_path, "", "--together", flag)
    assert "are for one" in err
    assert out == ""


def test_in_the_app_they_are_chosen_there(monkeypatch, capsys):
    monkeypatch.setattr(playing, "no_terminal", lambda: None)
    options = SimpleNamespace(scenario=str(TWO_CUPS), rehearsal=True)
    assert playing.play(options) == 2
    assert "chosen on the page before the start" in capsys.readouterr().err


def test_what_the_settings_leave_out_is_not_listed(tmp_path):
    environment = {"TRAINER_DATA": str(tmp_path)}
    everything = json.loads(trainer("list", "--json", environment=environment).stdout)
    note = next(row["content_notes"][0] for row in everything if row["content_notes"])
    (tmp_path / "settings.toml").write_text(f"leave_out = [{json.dumps(note.upper())}]\n")
    done = trainer("list", "--json", environment=environment)
    rows = json.loads(done.stdout)
    assert 0 < len(rows) < len(everything)
    assert all(note not in row["content_notes"] for row in rows)
    count = len(everything) - len(rows)
    assert f"{count} scenario" in done.stderr
    assert "trainer list --all" in done.stderr
    assert json.loads(trainer("list", "--json", "--all", environment=environment).stdout) == (
        everything
    )
    text = trainer("list", environment=environment)
    assert sum(f"  {row['id']} " in text.stdout for row in everything) == len(rows)
    assert "left out, as your settings say" in text.stderr
