"""A play that was broken off goes on where it was, also where its scenario was edited since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.files import scenario_text
from tests.history.commanding import command
from tests.history.conftest import TWO_CUPS
from trainer.history.history import History
from trainer.history.model import Trouble
from trainer.history.resuming import Resumed, resume
from trainer.practice.play import Play
from trainer.practice.report import Debrief
from trainer.scenario.files import load
from trainer.scenario.library import shipped_catalogue


@pytest.fixture
def story(tmp_path) -> Path:
    """A scenario of nine decisions, five of them sam's, that may be edited."""
    path = tmp_path / "bench-1.yaml"
    path.write_text(scenario_text(1), encoding="utf-8")
    return path


def begun(history: History, path: Path, *moves: str) -> None:
    scenario = load(str(path), shipped_catalogue()).scenario
    assert scenario is not None
    keeper = history.begin(Play(scenario, ["sam"]), seed=5)
    for move in moves:
        keeper.move(move)


def edit(path: Path, old: str, new: str, after: str = "nodes:") -> None:
    """Puts ``new`` in the place of the first ``old`` that comes after ``after``."""
    head, mark, tail = path.read_text(encoding="utf-8").partition(after)
    assert old in tail
    path.write_text(head + mark + tail.replace(old, new, 1), encoding="utf-8")


def taken_up(history: History) -> Resumed:
    kept = history.unfinished()
    assert kept is not None
    return resume(history, kept, shipped_catalogue())


def test_it_is_as_it_was(window, story):
    history = window.history
    begun(history, story, "explain", "<", "own-it", "wait")
    resumed = taken_up(history)
    play = resumed.keeper.play
    assert resumed.changes == ()
    assert play.moves == ["explain", "<", "own-it", "wait"]
    assert play.node.id == "n4"
    assert [each.first.id for each in play.decisions] == ["explain", "wait"]
    assert resumed.keeper.seed == 5
    resumed.keeper.move("own-it")
    assert len(history.plays()) == 1
    assert window.moves(1) == ["explain", "<", "own-it", "wait", "own-it"]


def test_the_newest_unfinished_one_is_taken(window):
    window.play("own-it")
    window.play("but-you")
    window.play("own-it", "sweep")
    assert taken_up(window.history).keeper.play.moves == ["but-you"]


def test_edited_words_lose_nothing(window, story):
    begun(window.history, story, "own-it", "wait")
    edit(story, "Names the act and what it cost", "Says plainly what it cost")
    resumed = taken_up(window.history)
    assert resumed.keeper.play.moves == ["own-it", "wait"]
    assert resumed.changes == (
        "The scenario was edited since.",
        "All of your lines still fit.",
    )


def test_lines_that_fit_no_more_are_named_and_nothing_old_is_deleted(window, story):
    history = window.history
    begun(history, story, "own-it", "wait", "explain")
    edit(story, "wait:", "rest:", after="  n2:\n")
    resumed = taken_up(history)
    keeper = resumed.keeper
    assert keeper.play.moves == ["own-it"]
    assert keeper.play.node.id == "n2"
    assert resumed.changes == (
        "The scenario was edited since.",
        "One of your three lines still fits; it goes on from there.",
        "The first that does not: [You put your hand on the table, open, and wait a moment, 1.]",
        "What you said stays in the history, as play 1.",
    )
    # Nothing is written before the next move; then the old one says what went on with it.
    assert history.unfinished().number == 1
    keeper.move("rest")
    assert window.moves(1) == ["own-it", "wait", "explain"]
    assert window.moves(2) == ["own-it", "rest"]
    assert history.play(1).continued_by == 2
    assert history.unfinished().number == 2
    assert history.figures()["bench-1"].times == 1
    assert history.text(history.play(1)) != history.text(history.play(2))


def test_a_lost_line_that_was_taken_back_takes_nothing_with_it(window, story):
    begun(window.history, story, "explain", "<", "own-it", "wait")
    edit(story, "explain:", "reason:")
    resumed = taken_up(window.history)
    assert resumed.keeper.play.moves == ["own-it", "wait"]
    assert "All of your lines still fit." in resumed.changes


def test_a_line_does_not_fit_in_another_node(window, story):
    begun(window.history, story, "own-it")
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("n0", "begin"), encoding="utf-8")
    resumed = taken_up(window.history)
    assert resumed.keeper.play.moves == []
    assert "Of your one line none fits any more; it begins anew." in resumed.changes


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda path: path.unlink(), "Its file is gone"),
        (lambda path: path.write_text("title: 1\n"), "Its file has an error now"),
        (
            lambda path: path.write_text(path.read_text().replace("sam", "kim")),
            "Your seat is gone from its file",
        ),
    ],
)
def test_without_its_file_it_goes_on_with_the_text_as_it_was(window, story, spoil, word):
    begun(window.history, story, "own-it")
    spoil(story)
    resumed = taken_up(window.history)
    assert resumed.changes == (f"{word}; you go on with the text as you played it.",)
    resumed.keeper.move("wait")
    assert window.moves(1) == ["own-it", "wait"]


def test_without_any_text_it_says_that_it_cannot(window, story):
    begun(window.history, story, "own-it")
    story.unlink()
    window.history.write(lambda opened: opened.execute("DELETE FROM texts"))
    with pytest.raises(Trouble, match="no copy of it"):
        taken_up(window.history)


def test_a_play_killed_between_its_ending_and_its_debrief_is_finished_when_taken_up(window):
    keeper = window.begin()
    keeper.move("own-it")
    keeper.move("sweep")
    resumed = taken_up(window.history)
    assert resumed.keeper.play.ending is not None
    resumed.keeper.finish(Debrief(resumed.keeper.play, shipped_catalogue()))
    assert window.history.unfinished() is None
    assert window.history.play(1).score == 100


# By the command


def typed_play(*arguments: object, typed: str) -> tuple[int, str, str]:
    done = command("play", *arguments, typed=typed)
    return done.returncode, done.stdout, done.stderr


def test_the_command_takes_the_newest_up_and_its_report_is_the_same(tmp_path):
    whole, resumed = tmp_path / "whole.json", tmp_path / "resumed.json"
    play = (TWO_CUPS, "--plain", "--in-order")
    typed_play(*play, "--report", whole, "--private", typed="2\nu\n1\n2\n")
    status, out, _ = typed_play(*play, typed="2\nu\n1\nq\n")
    assert status == 1
    assert "`trainer play --resume` goes on with it" in out
    status, out, err = typed_play("--resume", "--plain", "--report", resumed, typed="2\n")
    assert status == 0
    assert "You go on with play 1, Two cups (two-cups)" in err
    assert "Sam (you): It was. I said it was you" in out
    assert json.loads(whole.read_text()) == json.loads(resumed.read_text())


def test_the_order_of_choices_is_the_one_it_had():
    def offered(out: str) -> list[str]:
        return [line for line in out.splitlines() if line[:2] in ("1.", "2.", "3.")][-3:]

    for _ in range(2):
        first = offered(typed_play(TWO_CUPS, "--plain", typed="1\n")[1])
        assert offered(typed_play("--resume", typed="")[1]) == first


def test_there_may_be_nothing_to_take_up():
    status, out, err = typed_play("--resume", "--plain", typed="1\n")
    assert status == 1
    assert "There is no play to go on with." in err
    assert out == ""
    typed_play(TWO_CUPS, "--plain", "--in-order", typed="1\n1\n")
    assert typed_play("--resume", "--plain", typed="1\n")[0] == 1
    typed_play(TWO_CUPS, "--plain", "--in-order", typed="1\n")
    assert typed_play("--resume", "coming-back", "--plain", typed="1\n")[0] == 1
    assert typed_play("--resume", "two-cups", "--plain", typed="1\n")[0] == 0


def test_a_private_play_keeps_nothing_and_cannot_be_taken_up(tmp_path, monkeypatch):
    folder = tmp_path / "none"
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    status, out, _ = typed_play(TWO_CUPS, "--plain", "--private", typed="1\n")
    assert status == 1
    assert "--resume" not in out
    typed_play(TWO_CUPS, "--plain", "--private", "--in-order", typed="1\n1\n")
    assert typed_play("--resume", "--plain", typed="1\n")[0] == 1
    assert not folder.exists()


@pytest.mark.parametrize(
    "arguments",
    [["--private"], ["--seed", "0"], ["--in-order"], ["--as", "sam"], ["--from", "last"]],
)
def test_what_was_settled_when_it_was_begun_is_not_settled_again(arguments):
    typed_play(TWO_CUPS, "--plain", typed="1\n")
    status, _, err = typed_play("--resume", *arguments, typed="1\n")
    assert status == 2
    assert arguments[0] in err


def test_an_authors_try_from_the_middle_is_not_kept(tmp_path, monkeypatch):
    folder = tmp_path / "none"
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    typed_play(TWO_CUPS, "--plain", "--in-order", "--from", "last", typed="1\n")
    assert not folder.exists()


def test_words_go_on_with_the_lines_that_still_fit(window, story):
    history = window.history
    scenario = load(str(story), shipped_catalogue()).scenario
    keeper = history.begin(Play(scenario, ["sam"]), seed=5)
    keeper.words(0, "Before the first.")
    keeper.move("own-it")
    keeper.words(1, "Before the second.")
    keeper.move("wait", "closer")
    keeper.words(2, "Under a line that is lost.")
    edit(story, "wait:", "rest:", after="  n2:\n")
    resumed = taken_up(history).keeper
    assert [each.text for each in resumed.typed] == ["Before the first.", "Before the second."]
    resumed.move("rest")
    assert [each.text for each in history.words(history.play(2))] == [
        "Before the first.",
        "Before the second.",
    ]
    assert len(history.words(history.play(1))) == 3
