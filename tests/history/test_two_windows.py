"""Two windows at once: both keep everything."""

from __future__ import annotations

import sqlite3
import threading

import pytest

from tests.history.conftest import Window
from trainer.history import file
from trainer.history.resuming import resume
from trainer.scenario.library import shipped_catalogue


def test_two_windows_keep_their_plays_side_by_side(another):
    one, two = another(), another()
    first, second = one.begin(), two.begin()
    first.move("own-it")
    second.move("but-you")
    first.move("sweep")
    second.move("<")
    assert one.moves(first.number) == ["own-it", "sweep"]
    assert one.moves(second.number) == ["but-you", "<"]
    assert one.told == two.told == []


def test_many_windows_that_begin_at_once_lose_nothing(folder, clock):
    """The folder, the file and its tables are made by eight at the same time."""
    windows = [Window(folder, clock) for _ in range(8)]
    start = threading.Barrier(len(windows))

    def run(window: Window) -> None:
        keeper = window.begin()
        start.wait()
        for _ in range(10):
            keeper.move("but-you")
            keeper.move("<")

    threads = [threading.Thread(target=run, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    plays = windows[0].history.plays()
    assert len(plays) == len(windows)
    assert all(windows[0].moves(play.number) == ["but-you", "<"] * 10 for play in plays)
    for window in windows:
        assert window.told == []
        window.history.close()


def test_a_play_taken_up_in_two_windows_becomes_two(another):
    one, two = another(), another()
    one.play("own-it")
    catalogue = shipped_catalogue()
    here = resume(one.history, one.history.unfinished(), catalogue).keeper
    there = resume(two.history, two.history.unfinished(), catalogue).keeper
    here.move("explain")
    there.move("sweep")
    here.move("<")
    assert (here.number, there.number) == (1, 2)
    assert one.moves(1) == ["own-it", "explain", "<"]
    assert one.moves(2) == ["own-it", "sweep"]
    assert one.told == two.told == []


def test_a_lock_that_lasts_is_told_and_everything_is_kept_once_it_is_gone(another, folder):
    window = another(patience=0.2)
    keeper = window.play("but-you")
    holder = sqlite3.connect(folder / "history.sqlite3", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    keeper.move("<")
    assert len(window.told) == 1
    assert "This play is not kept: another window or program holds" in window.told[0]
    assert not keeper.is_kept
    keeper.move("own-it")
    assert len(window.told) == 1, "it is told once"
    holder.execute("ROLLBACK")
    holder.close()
    keeper.move("sweep")
    assert window.told[1] == "This play is kept again, all of it."
    assert window.moves(keeper.number) == ["but-you", "<", "own-it", "sweep"]


def test_a_play_forgotten_in_another_window_is_not_kept_again(another):
    one, two = another(), another()
    keeper = one.play("own-it")
    assert two.history.forget(keeper.number) == (1, True)
    keeper.move("sweep")
    keeper.move("<")
    assert len(one.told) == 1
    assert "it was forgotten in another window" in one.told[0]
    assert two.history.plays() == []


def test_a_folder_that_was_removed_is_made_again_with_the_whole_play(another, folder):
    window = another()
    keeper = window.play("but-you", "<")
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    keeper.move("own-it")
    assert window.told == []
    assert another().moves(keeper.number) == ["but-you", "<", "own-it"]


def test_windows_that_set_the_write_ahead_mode_at_once_wait_for_each_other():
    """SQLite itself does not wait there: seen in one of some hundred starts of six at once."""

    class Contended:
        asked = 0

        def execute(self, sql: str) -> None:
            self.asked += 1
            if self.asked < 3:
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorcode = sqlite3.SQLITE_BUSY
                raise error

    contended = Contended()
    file.write_ahead(contended, 1.0)
    assert contended.asked == 3
    with pytest.raises(sqlite3.OperationalError):
        file.write_ahead(Contended(), 0.0)
