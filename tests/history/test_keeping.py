"""What is kept of a play, when, and for whose eyes."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys

import pytest

from tests.history.conftest import TWO_CUPS, Clock, Window
from tests.running import CHECKOUT, trainer
from trainer.history import file, schema
from trainer.practice.play import IllegalMove
from trainer.practice.report import Debrief
from trainer.scenario.library import shipped_catalogue


def test_a_play_that_never_moved_leaves_no_trace(window, folder):
    keeper = window.begin()
    assert window.history.unfinished() is None
    assert window.history.figures() == {}
    assert window.history.plays() == []
    with pytest.raises(IllegalMove):
        keeper.move("no-such-choice")
    keeper.finish(Debrief(keeper.play, shipped_catalogue()))
    assert not folder.exists()


def test_a_move_is_on_the_disk_when_it_returns(window, folder):
    keeper = window.begin(seed=7)
    keeper.move("but-you")
    other = sqlite3.connect(folder / "history.sqlite3")
    assert other.execute("SELECT node, move FROM moves").fetchall() == [("kitchen", "but-you")]
    keeper.move("<")
    keeper.move("own-it")
    assert other.execute("SELECT move FROM moves ORDER BY n").fetchall() == [
        ("but-you",),
        ("<",),
        ("own-it",),
    ]
    other.close()
    play = window.history.unfinished()
    assert play is not None
    assert (play.scenario, play.seats, play.seed, play.mode) == ("two-cups", ("sam",), 7, "solo")
    assert play.digest == window.loaded.scenario.digest
    assert play.lines == 1
    assert window.history.text(play) == TWO_CUPS.read_bytes()


def test_every_commit_waits_for_the_disk(window):
    window.play("own-it")
    found = window.history.read(
        lambda opened: (
            opened.execute("PRAGMA journal_mode").fetchone()[0],
            opened.execute("PRAGMA synchronous").fetchone()[0],
            opened.execute("PRAGMA secure_delete").fetchone()[0],
        ),
        None,
    )
    assert found == ("wal", 2, 1)


def test_a_finished_play_has_its_decisions_with_marks_and_figures(window, clock):
    clock.seconds += 60
    keeper = window.play("but-you", "<", "own-it", "sweep")
    play = window.history.play(keeper.number)
    assert (play.ending, play.ending_kind, play.ending_title) == ("whole", "repaired", "Swept up")
    assert play.score == 58
    first, second = window.history.decisions(play)
    assert (first.choice, first.took, first.node) == ("but-you", "own-it", "kitchen")
    assert first.say == "You know I only said it because you left it there."
    assert first.marks == {"acknowledge": -1, "non-defensive": -1}
    assert (first.value, first.best, first.score, first.cost) == (-2, 3, 17, 5)
    assert first.open == ("repaired", "apart")
    assert (second.choice, second.score) == ("sweep", 100)
    assert window.history.unfinished() is None


def test_a_line_taken_back_at_the_ending_opens_the_play_again(window):
    keeper = window.play("own-it", "sweep")
    assert window.history.unfinished() is None
    keeper.move("<")
    play = window.history.unfinished()
    assert play is not None
    assert (play.number, play.ended, play.ending, play.score) == (keeper.number, None, None, None)
    assert window.history.decisions(play) == []


def test_typed_words_are_kept_and_the_first_are_told(window):
    keeper = window.begin()
    assert keeper.words(0, "It was me, wasn't it?", markers=["acknowledge"]) is True
    keeper.move("own-it")
    assert keeper.words(1, "I'll do it 😮 \ud800", kind="again") is False
    play = window.history.unfinished()
    first, second = window.history.words(play)
    assert (first.decision, first.text, first.kind) == (0, "It was me, wasn't it?", "first")
    assert first.markers == ("acknowledge",)
    assert (second.decision, second.kind, second.text) == (1, "again", "I'll do it 😮 ?")


def test_a_replay_keeps_the_moves_it_begins_with_and_says_whose_they_are(window):
    first = window.play("own-it", "explain")
    again = window.begin()
    again.play.move("own-it")
    keeper = window.history.begin(again.play, seed=None, replay_of=first.number)
    keeper.move("sweep")
    keeper.finish(Debrief(keeper.play, shipped_catalogue()))
    play = window.history.play(keeper.number)
    assert play.replay_of == first.number
    assert window.moves(keeper.number) == ["own-it", "sweep"]
    kept = window.history.moves(play)
    assert [each.node for each in kept] == ["kitchen", "last"]


def test_a_seed_of_any_length_comes_back(window):
    seed = -(10**40)
    window.begin(seed=seed).move("own-it")
    assert window.history.unfinished().seed == seed


@pytest.mark.skipif(os.name != "posix", reason="this system knows no owners' rights")
def test_folder_and_files_are_readable_by_their_owner_only(window, folder):
    before = os.umask(0)
    try:
        window.play("own-it")
        modes = {name: stat.S_IMODE(os.stat(folder / name).st_mode) for name in os.listdir(folder)}
        assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
        assert set(modes) >= {"history.sqlite3", "history.sqlite3-wal"}
        assert set(modes.values()) == {0o600}
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="this system knows no owners' rights")
def test_an_older_folder_is_closed_to_others_unless_it_holds_other_things(tmp_path, clock):
    own, others = tmp_path / "own", tmp_path / "others"
    for folder in (own, others):
        folder.mkdir(mode=0o755)
        folder.chmod(0o755)
    (own / "scenarios").mkdir()
    (others / "letters.txt").write_text("dear")
    for folder in (own, others):
        opened = Window(folder, clock)
        opened.play("own-it")
        opened.history.close()
        assert stat.S_IMODE(os.stat(folder / "history.sqlite3").st_mode) == 0o600
    assert stat.S_IMODE(os.stat(own).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(others).st_mode) == 0o755


def test_the_schema_has_a_version_and_an_older_one_is_brought_forward(folder, clock, monkeypatch):
    step = ("CREATE TABLE later (one INTEGER)",)
    old = Window(folder, clock)
    old.play("own-it")
    old.history.close()
    version = schema.VERSION + 1
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))
    monkeypatch.setattr(schema, "VERSION", version)
    monkeypatch.setattr(file, "VERSION", version)
    new = Window(folder, clock)
    assert new.moves(1) == ["own-it"]
    assert new.history.read(schema.version_of, 0) == version
    new.history.close()


def test_a_newer_file_is_refused_and_left_alone(folder, clock):
    old = Window(folder, clock)
    old.play("own-it")
    old.history.close()
    path = folder / "history.sqlite3"
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    # Something waits beside it, as where the newer one was killed.
    newer = sqlite3.connect(path)
    newer.execute("INSERT INTO chores VALUES ('later')")
    newer.commit()
    kept = {each.name: each.read_bytes() for each in folder.iterdir()}
    newer.close()
    for name, data in kept.items():
        (folder / name).write_bytes(data)
    assert kept["history.sqlite3-wal"]
    # A new index of what waits is made by whoever reads.
    (folder / "history.sqlite3-shm").unlink()
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    window = Window(folder, Clock())
    keeper = window.play("own-it", "sweep")
    assert keeper.play.ending is not None
    assert len(window.told) == 1
    assert "newer trainer" in window.told[0]
    done = trainer("history", environment={"TRAINER_DATA": str(folder)})
    assert done.returncode == 1
    assert "newer trainer" in done.stderr
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list"], ["check", TWO_CUPS]])
def test_what_keeps_nothing_does_not_import_sqlite(arguments):
    assert not imported("sqlite3", arguments)


def test_plain_play_imports_sqlite_with_its_first_move_only():
    play = ["play", TWO_CUPS, "--plain"]
    assert not imported("sqlite3", play, typed="?\nq\n")
    assert imported("sqlite3", play, typed="1\nq\n")
    assert not imported("sqlite3", [*play, "--private"], typed="1\n1\n")


def imported(module: str, arguments: list[object], typed: str = "") -> bool:
    """Whether a run of the program imports a module."""
    script = (
        "import sys\nfrom trainer.cli import main\n"
        "try:\n    main(sys.argv[2:])\nexcept SystemExit:\n    pass\n"
        "print(sys.argv[1] in sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, module, *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUTF8": "1"},
        check=True,
    )
    return done.stderr.splitlines()[-1] == "True"
