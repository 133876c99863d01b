"""A file of the version before is brought forward, and loses nothing on the way."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.history.commanding import command
from tests.history.conftest import TWO_CUPS, Clock, Window
from trainer.history import file, reading, schema
from trainer.history.model import KeptMove
from trainer.history.resuming import resume
from trainer.history.salvage import bring_over
from trainer.practice.play import Play
from trainer.practice.report import Debrief
from trainer.scenario.library import shipped_catalogue


@pytest.fixture
def first_version(folder: Path) -> Path:
    """A file as version 1 wrote it: a finished play, and one that was left."""
    folder.mkdir()
    path = folder / "history.sqlite3"
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    for statement in schema.STEPS[0]:
        made.execute(statement)
    made.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    made.execute("PRAGMA user_version = 1")
    source = TWO_CUPS.read_bytes()
    digest = Window(folder, Clock()).loaded.scenario.digest
    made.execute("INSERT INTO texts VALUES (?, ?)", (digest, source))
    for number, ended, score in ((1, 5000, 100), (2, None, None)):
        made.execute(
            "INSERT INTO plays VALUES (?, 'two-cups', 'Two cups', ?, ?, 'sam', 'solo', "
            "'rehearsal', '7', NULL, NULL, 1000, 2000, ?, ?, ?, ?, ?, ?)",
            (
                number,
                str(TWO_CUPS),
                digest,
                number,
                ended,
                "whole" if ended else None,
                "repaired" if ended else None,
                "Swept up" if ended else None,
                score,
            ),
        )
        made.execute("INSERT INTO moves VALUES (?, 0, 'kitchen', 'own-it', 1500)", (number,))
    made.execute("INSERT INTO moves VALUES (1, 1, 'last', 'sweep', 1600)")
    made.execute("INSERT INTO words VALUES (1, 2, 0, 'first', 'Mine.', 'acknowledge', 1400)")
    for n, node, choice in ((0, "kitchen", "own-it"), (1, "last", "sweep")):
        made.execute(
            "INSERT INTO decisions VALUES (1, ?, 'sam', ?, ?, ?, 'Said.', 'acknowledge:2', 3, 3, "
            "100, 0, 'repaired')",
            (n, node, choice, choice),
        )
    made.close()
    return path


def is_as_it_was(window: Window) -> None:
    """Whether both plays are there, with what was not kept yet left open."""
    history = window.history
    left, done = history.plays()
    assert (done.number, done.score, done.feedback, done.seed) == (1, 100, "rehearsal", 7)
    assert (done.replay_from, done.watched, done.profile) == (None, None, None)
    assert history.moves(left) == [KeptMove("kitchen", "own-it", 1500)]
    assert [each.node for each in history.decisions(done)] == ["kitchen", "last"]
    (words,) = history.words(left)
    assert (words.text, words.markers, words.moves_before) == ("Mine.", ("acknowledge",), None)


def test_a_file_of_version_1_is_brought_forward(folder, clock, first_version):
    window = Window(folder, clock)
    is_as_it_was(window)
    assert window.history.read(schema.version_of, 0) == schema.VERSION
    assert window.history.read(schema.is_whole, False)
    assert window.told == []
    # And it is written to as any other.
    keeper = resume(window.history, window.history.play(2), shipped_catalogue()).keeper
    assert [(each.text, each.moves_before) for each in keeper.typed] == [("Mine.", 0)]
    keeper.move("sweep", "closer")
    assert window.history.moves(window.history.play(2))[1].guess == "closer"
    window.history.close()


def test_a_damaged_file_of_version_1_is_brought_over(folder, clock, first_version):
    """As it is where the damage keeps it from being brought forward first."""
    first_version.rename(folder / "earlier")
    source = file.connect(str(folder / "earlier"))
    window = Window(folder, clock)
    window.begin().words(0, "Something, so that there is a file.")
    window.history.forget(None)
    window.history.read(lambda target: bring_over(source, target), None)
    source.close()
    is_as_it_was(window)
    window.history.close()


def test_a_file_of_version_1_that_cannot_be_written_is_read_as_it_is(first_version):
    for each in first_version.parent.glob("*-*"):
        each.unlink()
    before = first_version.read_bytes()
    opened = file.open_to_read(str(first_version))
    assert [each.number for each in reading.plays(opened, "ORDER BY id")] == [1, 2]
    assert [each.guess for each in reading.moves(opened, 1)] == [None, None]
    opened.close()
    assert first_version.read_bytes() == before


# What version 2 keeps


def test_guesses_the_watched_principle_and_a_replay_come_back(window):
    first = window.play("but-you", "explain")
    keeper = window.begin(watched="receive", feedback="rehearsal", replay_of=first.number)
    keeper.move("own-it", "closer")
    keeper.move("<")
    keeper.words(0, "It was mine.")
    keeper.move("own-it", "stay")
    play = window.history.unfinished()
    assert (play.watched, play.replay_of, play.replay_from) == ("receive", first.number, None)
    resumed = resume(window.history, play, shipped_catalogue()).keeper
    assert (resumed.watched, resumed.feedback) == ("receive", "rehearsal")
    assert [each.guess for each in resumed.made] == ["closer", None, "stay"]
    assert [(each.text, each.moves_before) for each in resumed.typed] == [("It was mine.", 2)]


def test_words_are_kept_before_any_line_and_marked_with_the_next(window):
    keeper = window.begin()
    keeper.words(0, "It was mine.")
    play = window.history.unfinished()
    assert (play.lines, [each.text for each in window.history.words(play)]) == (0, ["It was mine."])
    keeper.mark_words("It was mine.", ["acknowledge"])
    keeper.move("own-it")
    (words,) = window.history.words(play)
    assert words.markers == ("acknowledge",)
    # Also where they are marked in a play that was taken up again.
    again = resume(window.history, play, shipped_catalogue()).keeper
    again.mark_words("It was mine.", ["impact"])
    again.move("sweep")
    assert [each.markers for each in window.history.words(play)] == [("impact",)]


def test_a_replay_scores_its_own_lines_alone(window):
    first = window.play("but-you", "explain")
    again = window.begin()
    again.play.move("but-you")
    keeper = window.history.begin(
        again.play, seed=None, replay_of=first.number, replay_from=2, watched="acknowledge"
    )
    keeper.move("sweep")
    keeper.finish(Debrief(keeper.play, shipped_catalogue(), replay_from=2))
    play = window.history.play(keeper.number)
    assert (play.replay_from, play.score) == (2, 100)
    assert [each.choice for each in window.history.decisions(play)] == ["sweep"]
    assert play.profile["acknowledge"] == (1, 1, 0)
    assert window.history.figures()["two-cups"].last_first_play_score == (
        window.history.play(first.number).score
    )


def test_a_kept_debrief_has_what_was_watched_typed_and_guessed(window, folder, monkeypatch):
    keeper = window.begin(watched="acknowledge")
    keeper.words(0, "It was mine.")
    keeper.move("but-you", "closer")
    keeper.move("sweep")
    keeper.finish(window.debrief(keeper))
    again = Play(keeper.play.scenario, ["sam"])
    again.move("but-you")
    keeper = window.history.begin(again, seed=None, replay_of=1, replay_from=2)
    keeper.move("sweep")
    keeper.finish(Debrief(again, shipped_catalogue(), replay_from=2))
    window.history.close()
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    told = command("history", 1).stdout
    assert "You watched Acknowledge." in told
    assert "You guessed that Robin would come closer; Robin pulled back." in told
    assert "just before, Robin: “It was your hand.”" in told
    assert "Your own words, before you saw the choices: It was mine." in told
    told = command("history", 2).stdout
    assert "A replay from line 2." in told
    assert "Line 1." not in told
    assert "a replay of play 1 from line 2" in command("history").stdout


def test_all_of_it_is_exported(window, folder, tmp_path, monkeypatch):
    keeper = window.begin(watched="receive")
    keeper.words(0, "It was mine.")
    keeper.move("own-it", "closer")
    keeper.move("sweep")
    keeper.finish(window.debrief(keeper))
    window.history.close()
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    assert command("export", tmp_path / "all.json").returncode == 0
    (play,) = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["plays"]
    assert (play["watched"], play["replay_from"]) == ("receive", None)
    assert [each["guess"] for each in play["moves"]] == ["closer", None]
    assert play["words"][0]["moves_before"] == 0
    assert play["principles"]["acknowledge"] == [3, 3, 0]
