"""Files that are garbage, cut short or half overwritten: set aside, and read as far as can be."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.history.conftest import Clock, Window
from tests.running import trainer
from trainer.history.schema import STEPS, upgrade

PAGE = 4096
PLAYS = 60


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> bytes:
    """A history of sixty plays, every third of them unfinished, in one file."""
    folder = tmp_path_factory.mktemp("sound") / "kept"
    window = Window(folder, Clock())
    for number in range(PLAYS):
        keeper = window.play("but-you", "<", "own-it", *(["sweep"] if number % 3 else []))
        keeper.words(0, f"words of play {number + 1}, " + "and more of them " * 12)
    window.history.close()
    return (folder / "history.sqlite3").read_bytes()


def laid(folder: Path, data: bytes) -> Path:
    folder.mkdir(mode=0o700)
    path = folder / "history.sqlite3"
    path.write_bytes(data)
    return path


def aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("history-damaged-*.sqlite3"))


def page_of(data: bytes, table: str) -> int:
    """The number, from 0, of the page on which a table or index begins."""
    memory = sqlite3.connect(":memory:")
    memory.deserialize(data[:18] + b"\1\1" + data[20:])
    sql = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (page,) = memory.execute(sql, (table,)).fetchone()
    memory.close()
    return page - 1


GARBAGE = {
    "garbage": lambda data: Random(1).randbytes(9000),
    "half a page": lambda data: data[: PAGE // 2],
    "a text": lambda data: b"dear diary\n",
    "zeros": lambda data: bytes(3 * PAGE),
    "cut to its first page": lambda data: data[:PAGE],
}


@pytest.mark.parametrize("kind", GARBAGE)
def test_a_file_that_is_no_history_any_more_is_set_aside(folder, clock, sound, kind):
    data = GARBAGE[kind](sound)
    laid(folder, data)
    window = Window(folder, clock)
    window.play("own-it", "sweep")
    (set_aside,) = aside(folder)
    assert set_aside.name == "history-damaged-2026-05-01-220000.sqlite3"
    assert set_aside.read_bytes() == data
    assert len(window.told) == 1
    assert str(set_aside) in window.told[0]
    assert "nothing in it could be read" in window.told[0]
    assert [play.score for play in window.history.plays()] == [100]
    window.history.close()
    assert {path.name for path in folder.iterdir()} == {set_aside.name, "history.sqlite3"}


def test_nothing_that_was_set_aside_is_ever_overwritten(folder, clock):
    laid(folder, b"one")
    for number, data in enumerate((b"one", b"two", b"three"), 1):
        (folder / "history.sqlite3").write_bytes(data)
        window = Window(folder, clock)
        assert window.history.plays() == []
        window.history.close()
        assert len(aside(folder)) == number
    assert {path.read_bytes() for path in aside(folder)} == {b"one", b"two", b"three"}


def test_of_a_file_that_was_cut_short_the_rest_is_brought_over(folder, clock, sound):
    # How much a page holds depends on how long the paths in it are.
    data = sound[: len(sound) * 8 // 10 - 100]
    laid(folder, data)
    window = Window(folder, clock)
    numbers = [play.number for play in window.history.plays()]
    assert PLAYS // 3 < len(numbers) < PLAYS
    assert numbers == list(range(len(numbers), 0, -1))
    assert f"what could be read of it was brought over: {len(numbers)} plays" in window.told[0]
    assert window.history.play(5).score == 58
    assert window.history.words(window.history.play(5))[0].text.startswith("words of play 5,")
    assert aside(folder)[0].read_bytes() == data
    window.history.close()


def test_a_page_of_garbage_costs_what_stood_on_it_and_no_more(folder, clock, sound):
    page = page_of(sound, "decisions")
    laid(folder, sound[: page * PAGE] + Random(2).randbytes(PAGE) + sound[(page + 1) * PAGE :])
    window = Window(folder, clock)
    plays = window.history.plays()
    assert len(plays) == PLAYS
    with_decisions = [play for play in plays if window.history.decisions(play)]
    assert with_decisions == []
    assert len(window.told) == 1
    assert all(window.moves(play.number)[:3] == ["but-you", "<", "own-it"] for play in plays)
    assert window.history.words(window.history.play(7))[0].text.startswith("words of play 7,")
    assert window.history.text(plays[0]) is not None
    window.history.close()


def test_a_lost_first_page_loses_no_play(folder, clock, sound):
    laid(folder, Random(3).randbytes(PAGE // 2) + sound[PAGE // 2 :])
    window = Window(folder, clock)
    assert len(window.history.plays()) == PLAYS
    assert window.moves(PLAYS) == ["but-you", "<", "own-it", "sweep"]
    assert window.history.unfinished() is not None
    window.history.close()


def test_damage_that_shows_in_the_middle_of_a_play_costs_none_of_its_moves(folder, clock, sound):
    path = laid(folder, sound)
    window = Window(folder, clock)
    keeper = window.begin()
    keeper.move("but-you")
    keeper.move("<")
    number = keeper.number
    window.history.close()
    data = path.read_bytes()
    page = page_of(data, "moves")
    path.write_bytes(data[: page * PAGE] + bytes(PAGE) + data[(page + 1) * PAGE :])
    keeper.move("own-it")
    assert any("set aside" in word for word in window.told)
    assert keeper.is_kept
    assert window.moves(keeper.number) == ["but-you", "<", "own-it"]
    assert len(window.history.plays()) >= PLAYS
    assert number is not None
    window.history.close()


def test_what_waits_in_the_write_ahead_file_is_brought_over_too(folder, clock, sound):
    """Another window is open, so what it kept is not in the database yet."""
    path = laid(folder, sound)
    other = Window(folder, clock)
    keeper = other.play("own-it", "<")
    with open(path, "r+b") as opened:
        opened.seek(page_of(sound, "decisions") * PAGE)
        opened.write(bytes(PAGE))
    window = Window(folder, clock)
    window.history.decisions(window.history.play(2))
    assert "set aside" in window.told[0]
    assert len(window.history.plays()) == PLAYS + 1
    assert window.moves(PLAYS + 1) == ["own-it", "<"]
    # And the other window goes on in the new file.
    keeper.move("own-it")
    assert window.moves(PLAYS + 1) == ["own-it", "<", "own-it"]
    other.history.close()
    window.history.close()


def test_a_file_with_tables_elsewhere_is_read_as_its_own_first_page_says(folder, clock):
    """As a file of an older version would be."""
    folder.mkdir()
    path = folder / "history.sqlite3"
    older = sqlite3.connect(path, isolation_level=None)
    older.execute("CREATE TABLE earlier (one)")
    upgrade(older)
    older.close()
    window = Window(folder, clock)
    for _ in range(PLAYS):
        window.play("but-you", "<", "own-it", "sweep")
    window.history.close()
    path.write_bytes(path.read_bytes()[: -5 * PAGE])
    assert len(window.history.plays()) > PLAYS // 4
    assert len(aside(folder)) == 1
    window.history.close()


def test_a_file_that_ends_within_a_page_is_damaged_even_if_sqlite_does_not_mind(folder, sound):
    laid(folder, sound[: -PAGE // 2])
    window = Window(folder, Clock())
    assert len(window.history.plays()) == PLAYS
    assert len(aside(folder)) == 1
    window.history.close()


def test_after_a_gap_in_its_moves_the_rest_of_a_play_is_left_out(folder, clock, sound):
    path = laid(folder, sound)
    opened = sqlite3.connect(path)
    opened.execute("DELETE FROM moves WHERE play = 5 AND n = 1")
    opened.commit()
    opened.close()
    data = path.read_bytes()
    at = page_of(data, "decisions") * PAGE
    path.write_bytes(data[:at] + bytes(PAGE) + data[at + PAGE :])
    window = Window(folder, clock)
    window.history.decisions(window.history.play(1))
    assert len(aside(folder)) == 1
    assert window.moves(5) == ["but-you"]
    assert window.moves(4) == ["but-you", "<", "own-it"]
    window.history.close()


def test_somebody_elses_database_is_set_aside(folder, clock):
    folder.mkdir()
    other = sqlite3.connect(folder / "history.sqlite3")
    other.execute("CREATE TABLE letters (one)")
    other.commit()
    other.close()
    window = Window(folder, clock)
    window.play("own-it")
    assert len(aside(folder)) == 1
    assert len(window.history.plays()) == 1
    window.history.close()


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_damaged_play_goes_on_and_is_kept(folder, clock, sound, seed):
    random = Random(seed)
    data = bytearray(sound)
    for _ in range(random.choice((1, 3, 30))):
        start = random.randrange(len(data))
        length = random.choice((1, 16, 500, PAGE))
        data[start : start + length] = random.choice(
            (random.randbytes(length), bytes(length), data[:length])
        )
    if random.random() < 0.4:
        del data[random.randrange(len(data)) :]
    laid(folder, bytes(data))
    window = Window(folder, clock)
    keeper = window.play("but-you", "<", "own-it", "sweep")
    for play in window.history.plays():
        window.history.moves(play)
        window.history.words(play)
        window.history.decisions(play)
    window.history.figures()
    window.history.unfinished()
    assert keeper.is_kept
    assert window.moves(keeper.number) == ["but-you", "<", "own-it", "sweep"]
    assert window.history.play(keeper.number).score == 58
    window.history.close()


def test_two_windows_that_find_the_damage_set_it_aside_once(folder, clock, sound):
    laid(folder, sound[: len(sound) // 2])
    one, two = Window(folder, clock), Window(folder, clock)
    first, second = one.begin(), two.begin()
    first.move("own-it")
    second.move("but-you")
    first.move("sweep")
    assert len(aside(folder)) == 1
    assert len(one.told + two.told) == 1
    assert one.moves(first.number) == ["own-it", "sweep"]
    assert one.moves(second.number) == ["but-you"]
    for window in (one, two):
        window.history.close()


def test_a_window_that_has_the_damaged_file_open_goes_on_in_the_new_one(folder, clock, sound):
    path = laid(folder, sound)
    one = Window(folder, clock)
    keeper = one.play("but-you")
    path.replace(folder / "history-damaged-by-hand.sqlite3")
    two = Window(folder, clock)
    two.play("own-it")
    keeper.move("<")
    assert keeper.is_kept
    assert two.moves(keeper.number) == ["but-you", "<"]
    one.history.close()
    assert len(two.history.plays()) == 2
    two.history.close()


def test_the_commands_say_it_in_one_clear_line(folder, sound):
    laid(folder, sound[: len(sound) * 3 // 4])
    done = trainer("history", environment={"TRAINER_DATA": str(folder)})
    assert done.returncode == 0
    assert done.stdout.count("two-cups") > PLAYS // 2
    assert done.stderr.count("\n") == 1
    assert "The history was damaged. It was set aside as" in done.stderr
    assert "Traceback" not in done.stderr


def test_tables_come_before_indexes():
    """A lost first page is found again by that: see mending."""
    for step in STEPS[:1]:
        kinds = [statement.split()[1] for statement in step]
        assert "TABLE" not in kinds[kinds.index("INDEX") :]
