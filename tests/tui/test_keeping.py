"""The app keeps what is played, goes on with what was left, and says where it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import LIBRARY, AppMaker
from tests.tui.reading import seen, settled
from trainer.history.history import History
from trainer.history.keeper import Keeper
from trainer.paths import data_folder
from trainer.practice.practising import Guess, How
from trainer.scenario import library as library_module
from trainer.tui.debrief import DebriefScreen
from trainer.tui.home import HomeScreen
from trainer.tui.play import PlayScreen

#: Monday, 2 March 2026, noon in UTC.
NOON = 1_772_452_800.0
DAY = 86_400.0


def history() -> History:
    return History(data_folder())


async def to_play(pilot: Pilot[int]) -> PlayScreen:
    await pilot.press("enter", "enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


async def test_a_move_is_kept_before_its_consequence_is_shown(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_the_disk: list[list[str]] = []
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        take_up = screen.talk.take_up

        def looking(key: str) -> None:
            other = history()
            (play,) = other.plays()
            on_the_disk.append([each.move for each in other.moves(play)])
            other.close()
            take_up(key)

        monkeypatch.setattr(screen.talk, "take_up", looking)
        await pilot.press("2", "u", "1")
        await pilot.pause()
    assert on_the_disk == [["explain"], ["explain", "<", "own-it"]]


async def test_a_finished_play_is_kept_with_its_figures(make_app: AppMaker) -> None:
    app = make_app(clock=lambda: NOON)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("1", "1")
        await pilot.pause()
        (play,) = history().plays()
        assert play.ending_kind == "repaired"
        assert play.score == 100
        assert len(history().decisions(play)) == 2
        await pilot.press("u")  # over and yet not: the line is taken back
        await pilot.pause()
        (play,) = history().plays()
        assert play.ended is None
        await pilot.press("3")
        await pilot.pause()
        (play,) = history().plays()
        assert play.ending_kind == "apart"
        assert play.score == 100  # first tries count


async def test_home_offers_to_go_on_and_the_talk_stands_as_it_was(make_app: AppMaker) -> None:
    async with make_app(clock=lambda: NOON).run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("2")
        await pilot.pause()
    app = make_app(clock=lambda: NOON + DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "go on where you were" in seen(app)
        assert "after 1 line, yesterday" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        talk = screen.talk.plain
        assert "the meeting ran over" in talk
        assert "You go on where you were." in talk
        await pilot.press("1")
        await pilot.pause()
        (play,) = history().plays()
        assert (play.lines, play.ending_kind) == (2, "repaired")


async def test_other_lines_than_the_highlight_are_not_moved_from(make_app: AppMaker) -> None:
    """Whoever has begun to look around is not thrown back when the figures come."""
    async with make_app().run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("2")
        await pilot.pause()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        home = app.screen
        assert isinstance(home, HomeScreen)
        home._moved = False
        home.query_one("#scenarios").highlight("1")  # type: ignore[attr-defined]
        await pilot.pause()
        await settled(pilot)
        assert home.query_one("#scenarios").highlighted == "1"  # type: ignore[attr-defined]


async def test_an_edited_scenario_says_what_changed(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy)
    monkeypatch.setattr(library_module, "shipped_folder", lambda: str(copy))
    async with make_app().run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("2")
        await pilot.pause()
    (kept,) = history().plays()
    file = Path(kept.path)
    file.write_text(file.read_text().replace("explain:", "explain-it:"))
    app = make_app()
    async with app.run_test(size=(100, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        talk = screen.talk.plain
        assert "The scenario was edited since." in talk
        assert "none fits any more" in talk
        assert "the meeting ran over" in talk  # the line that was lost
        await pilot.press("1")
        await pilot.pause()
    assert [play.continued_by for play in history().plays()] == [None, 2]


async def test_typed_words_come_back_and_who_can_read_them_is_said_once(
    make_app: AppMaker,
) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w", *"so[/]rry", "enter")
        await pilot.pause()
        await pilot.press("1", "enter")
        await pilot.press(*["down"] * 5, "enter")
        await pilot.pause()
        assert "Anyone who uses this account can read it" in screen.talk.plain
    (play,) = history().plays()
    (words,) = history().words(play)
    assert words.text == "so[/]rry"
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        again = app.screen
        assert isinstance(again, PlayScreen)
        typed = again.practised.typed_at(again.talk_of.decisions[0])
        assert typed is not None
        assert typed.text == "so[/]rry"


async def test_typed_words_are_kept_before_a_line_is_chosen(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("w", *"Sorry.", "enter")
        await pilot.pause()
        (play,) = history().plays()
        assert [each.text for each in history().words(play)] == ["Sorry."]
        assert play.lines == 0
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "before your first line" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert "Sorry." in screen.talk.plain
        assert "Which is nearest to your words?" in seen(app)


async def test_how_it_is_practised_and_what_was_guessed_come_back(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f", "g", "p", "enter")
        await pilot.pause()
        await pilot.press("2", "1")  # the excuse, and that she would come closer
        await pilot.pause()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert screen.practised.how == How("rehearsal", False, True, "acknowledge")
        guess = screen.practised.guess_at(screen.talk_of.decisions[0])
        assert guess == Guess("closer", "back")


async def test_a_replay_that_was_left_goes_on_as_one(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await to_play(pilot)
        await pilot.press("2", "3", "enter", "home", "down", "f", "w", *"Hm.", "enter")
        await pilot.pause()
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "replay from line 2" in seen(app)
        await pilot.press("1", "enter")
        await pilot.press(*["down"] * 5, "enter", "enter")
        await pilot.pause()
        replay, first = history().plays()
        assert (replay.replay_of, replay.replay_from, replay.score) == (first.number, 2, 100)
        assert first.score is not None
        assert first.score < 50


async def test_a_play_that_cannot_be_kept_says_so_and_goes_on(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    monkeypatch.setenv("TRAINER_DATA", str(in_the_way))
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        assert "not kept" not in seen(app)
        await pilot.press("1")
        await pilot.pause()
        assert "This play is not kept" in screen.talk.plain
        assert "not kept" in seen(app).splitlines()[0]
        await pilot.press("escape")
        await pilot.pause()
        assert "It is not kept" in seen(app)
        await pilot.press("1", "1")
        await pilot.pause()
        assert screen.talk_of.ending is not None


async def test_private_plays_leave_nothing(make_app: AppMaker) -> None:
    app = make_app(keep=False)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "private: nothing is kept" in seen(app)
        await to_play(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert "not kept" in seen(app).splitlines()[0]
    assert not Path(data_folder(), "history.sqlite3").exists()


async def test_a_replay_says_which_play_it_repeats(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_play(pilot)
        await pilot.press("2", "1", "1")
        await pilot.pause()
        await pilot.press("down", "f")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        await pilot.press("1")
        await pilot.pause()
    assert [play.replay_of for play in history().plays()] == [1, None]


async def test_a_play_that_was_killed_at_its_ending_is_finished(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(Keeper, "finish", lambda self, debrief: None)
        async with make_app().run_test(size=(80, 24)) as pilot:
            await to_play(pilot)
            await pilot.press("1", "1")
            await pilot.pause()
    (play,) = history().plays()
    assert play.ended is None
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
    (play,) = history().plays()
    assert play.ending_kind == "repaired"


# A file that changed between a play and the next


@pytest.fixture
def own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small scenario in a library that may be edited."""
    copy = tmp_path / "library"
    shutil.copytree(LIBRARY, copy)
    monkeypatch.setattr(library_module, "shipped_folder", lambda: str(copy))
    return copy / "making-up" / "the-cold-plate.yaml"


async def to_debrief(pilot: Pilot[int]) -> None:
    await to_play(pilot)
    await pilot.press("2", "3", "enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, DebriefScreen)


async def talk_after(pilot: Pilot[int], *keys: str) -> str:
    """The talk that some keys lead to."""
    await pilot.press(*keys)
    for _ in range(3):
        await pilot.pause()
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen.talk.plain


@pytest.mark.parametrize("keys", [("r",), ("s",), ("home", "down", "f")])
async def test_a_file_that_is_gone_is_played_as_it_was(
    make_app: AppMaker, own_copy: Path, keys: tuple[str, ...]
) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await to_debrief(pilot)
        own_copy.unlink()
        talk = await talk_after(pilot, *keys)
        assert "Its file is gone; you play the text as it was." in talk
        assert "A bowl is turned over a plate" in talk


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: The cold plate", "title: [", "Its file has an error now"),
        ("sam", "max", "Your seat is gone from its file"),
        ("A bowl is turned", "A lid is turned", "this is what it says now"),
    ],
)
async def test_a_file_that_was_edited_is_played_as_it_is_now_if_it_can_be(
    make_app: AppMaker, own_copy: Path, old: str, new: str, said: str
) -> None:
    async with make_app().run_test(size=(120, 40)) as pilot:
        await to_debrief(pilot)
        own_copy.write_text(own_copy.read_text().replace(old, new))
        talk = await talk_after(pilot, "r")
        assert said in talk
        assert ("A lid is turned" in talk) == (said == "this is what it says now")


@pytest.mark.parametrize(
    ("old", "said", "lines"),
    [
        ("explain:", "Of the one line before it none fits any more", 0),
        ("You said seven.", "this is what it says now", 1),
    ],
)
async def test_a_replay_begins_with_what_still_fits(
    make_app: AppMaker, own_copy: Path, old: str, said: str, lines: int
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_debrief(pilot)
        own_copy.write_text(own_copy.read_text().replace(old, f"x{old}"))
        talk = await talk_after(pilot, "home", "down", "f")
        assert said in talk
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert len(screen.talk_of.decisions) == lines
        assert f"replay from line {lines + 1}" in seen(app)
        await pilot.press("1")
        await pilot.pause()
        replay, first = history().plays()
        assert replay.replay_of == first.number


async def test_a_scenario_whose_file_is_gone_says_so_at_home(
    make_app: AppMaker, own_copy: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        own_copy.unlink()
        await pilot.press("enter")
        await pilot.pause()
        assert "cannot be" in seen(app)
