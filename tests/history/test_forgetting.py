"""What is forgotten is gone from the files, bytes and all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.benchmarks.files import scenario_text
from tests.history.commanding import command
from tests.history.conftest import TWO_CUPS, Window
from trainer.practice.play import Play
from trainer.scenario.files import load
from trainer.scenario.library import shipped_catalogue

SECRET = "unter den linden"


def bytes_in(folder: Path) -> bytes:
    """Everything that stands in the folder's files."""
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def fill(window: Window, plays: int = 30) -> None:
    """Plays with words among which the secret stands in the middle one."""
    for number in range(1, plays + 1):
        keeper = window.play("own-it", "sweep")
        keeper.words(0, f"{SECRET if number == plays // 2 else 'nothing'} {number} " * 40)


def test_the_bytes_of_a_play_are_gone_and_the_others_are_not(window, folder):
    fill(window)
    assert SECRET.encode() in bytes_in(folder)
    assert window.history.forget(15) == (1, True)
    assert SECRET.encode() not in bytes_in(folder)
    assert b"nothing 14 nothing 14" in bytes_in(folder)
    assert len(window.history.plays()) == 29
    assert window.history.play(15) is None
    window.history.close()
    assert SECRET.encode() not in bytes_in(folder)


def test_a_scenario_goes_with_its_text(window, folder, tmp_path):
    window.play("own-it")
    path = tmp_path / "our-own-story.yaml"
    path.write_text(scenario_text(4711), encoding="utf-8")
    scenario = load(str(path), shipped_catalogue()).scenario
    window.history.begin(Play(scenario, ["sam"]), seed=1).move("own-it")
    window.history.begin(Play(scenario, ["robin"]), seed=1).move("own-it")
    assert b"our-own-story" in bytes_in(folder)
    assert b"4711" in bytes_in(folder)
    assert window.history.forget("our-own-story") == (2, True)
    assert b"our-own-story" not in bytes_in(folder)
    assert b"4711" not in bytes_in(folder)
    assert [play.scenario for play in window.history.plays()] == ["two-cups"]


def test_everything_means_everything(window, folder):
    fill(window)
    (folder / "history-damaged-2026-04-30-101010.sqlite3").write_text(SECRET)
    assert window.history.forget(None) == (30, True)
    window.history.close()
    left = bytes_in(folder)
    for trace in (SECRET, "two-cups", "own-it", "kitchen", str(TWO_CUPS), "Pieces lie"):
        assert trace.encode() not in left
    assert [path.name for path in folder.iterdir()] == ["history.sqlite3"]
    assert window.play("own-it").number == 1, "not even the count is left"


def test_an_idle_second_window_is_not_in_the_way(another, folder):
    one, two = another(), another()
    fill(one)
    assert len(two.history.plays()) == 30
    assert one.history.forget(15) == (1, True)
    assert SECRET.encode() not in bytes_in(folder)
    assert len(two.history.plays()) == 29


def test_with_a_window_in_the_way_the_next_start_finishes_it(another, folder):
    window = another(patience=0.2)
    fill(window)
    reader = sqlite3.connect(folder / "history.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM plays").fetchone()
    assert window.history.forget(15) == (1, False)
    assert window.history.play(15) is None
    assert SECRET.encode() in bytes_in(folder)
    # Another start while it is still in the way changes nothing, and does not wait for it.
    early = another()
    assert len(early.history.plays()) == 29
    assert early.told == []
    reader.execute("COMMIT")
    reader.close()
    later = another()
    assert len(later.history.plays()) == 29
    assert later.told == ["What you had forgotten is now gone from the files as well."]
    assert SECRET.encode() not in bytes_in(folder)
    last = another()
    last.history.plays()
    assert last.told == []


def test_forgetting_where_nothing_is_kept_makes_nothing(window, folder):
    assert window.history.forget(None) == (0, True)
    assert window.history.forget(3) == (0, True)
    assert not folder.exists()


def test_what_went_on_with_a_forgotten_play_stays(window):
    first = window.play("own-it")
    second = window.begin(replay_of=first.number)
    second.continues = first.number
    second.move("but-you")
    assert window.history.play(1).continued_by == 2
    window.history.forget(2)
    assert window.history.play(1).continued_by is None
    assert window.history.unfinished().number == 1


# By the command


def kept(count: int) -> None:
    for _ in range(count):
        command("play", TWO_CUPS, "--plain", "--in-order", typed="1\n1\n")


def numbers() -> list[str]:
    return [line.split()[0] for line in command("history").stdout.splitlines()]


def test_it_asks_first():
    kept(2)
    for typed in ("", "\n", "n\n", "nope\n"):
        done = command("forget", "1", typed=typed)
        assert done.returncode == 1
        assert "Forget play 1, Two cups (two-cups), of 2" in done.stderr
        assert "Nothing was forgotten." in done.stderr
    assert numbers() == ["2", "1"]
    done = command("forget", "1", typed="y\n")
    assert done.returncode == 0
    assert "One play forgotten." in done.stderr
    assert numbers() == ["2"]


def test_yes_is_for_scripts():
    kept(2)
    assert command("forget", "two-cups", "--yes").returncode == 0
    assert numbers() == []
    kept(1)
    done = command("forget", "--all", "--yes")
    assert done.returncode == 0
    assert numbers() == []


@pytest.mark.parametrize("arguments", [[], ["1", "--all"], ["two-cups", "--all", "--yes"]])
def test_what_to_forget_must_be_said_once(arguments):
    done = command("forget", *arguments)
    assert done.returncode == 2
    assert "trainer forget --all" in done.stderr


@pytest.mark.parametrize("what", ["9", "two-cups", "99999999999999999999999"])
def test_what_is_not_kept_cannot_be_forgotten(what, folder, monkeypatch):
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    done = command("forget", what, "--yes")
    assert done.returncode == 2
    assert "Nothing is kept of" in done.stderr
    assert not folder.exists()


def test_a_damaged_file_that_may_still_hold_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("TRAINER_DATA", str(tmp_path))
    kept(1)
    copy = tmp_path / "history-damaged-2026-04-30-101010.sqlite3"
    copy.write_text("x")
    done = command("forget", "1", "--yes")
    assert str(copy) in done.stderr
    assert copy.exists()
    command("forget", "--all", "--yes")
    assert not copy.exists()
