"""Setting up for two: what to play, names, and seats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import LIBRARY, AppMaker
from tests.tui.evenings import alex_begins, begun, look, press
from tests.tui.reading import settled, whole
from trainer.scenario.files import Loaded
from trainer.tui.home import HomeScreen
from trainer.tui.problems import ProblemsScreen
from trainer.tui.start import StartScreen
from trainer.tui.together.brief import BriefScreen
from trainer.tui.together.home import HomeForTwo
from trainer.tui.together.names import NamesScreen
from trainer.tui.together.notes import NotesScreen
from trainer.tui.together.notice import NoticeScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.seats import SeatsScreen
from trainer.tui.typed_line import TypedLine


@pytest.fixture(autouse=True)
def _alex_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    alex_begins(monkeypatch)


async def test_the_notice_is_the_same_for_everyone(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        notice = (await begun(pilot)).screen
        assert isinstance(notice, NoticeScreen)
        for words in ("both want to", "afraid of what happens after", "stop at any moment",
                      "Nothing of tonight is kept", "not your own fight"):  # fmt: skip
            assert words in whole(notice)
        assert notice.picker.highlighted is None
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_home_for_two_shows_nothing_of_anyone(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "2", "escape", "2")
        await settled(pilot)
        assert "go on where you were" in await look(pilot)
        await (await begun(pilot)).to(HomeForTwo)
        text = await look(pilot)
        assert text.index("first steps") < text.index("The cold plate") < text.index("harder")
        assert "being late" in text
        for word in ("played", "go on where", "begin with", "next", "your lines", "●", "○"):
            assert word not in text
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_left_out_is_left_out_for_two_as_well(make_app: AppMaker) -> None:
    app = make_app()
    app.preferences.change(leave_out=("late",))
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(HomeForTwo)
        assert "There is no scenario to play." in await look(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeForTwo)


async def test_another_one_without_a_reason(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        notes = await (await begun(pilot)).to(NotesScreen)
        assert "being late" in whole(notes)
        assert notes.picker.highlighted is None
        for another in ("2", "escape"):
            await press(pilot, another)
            assert isinstance(app.screen, HomeForTwo)
            await press(pilot, "enter")
        assert "The cold plate" in whole(app.screen)


async def test_from_the_page_before_you_start(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app(play=plate.scenario)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, StartScreen)
        await press(pilot, "t", "1")
        assert isinstance(app.screen, NotesScreen)
        assert "The cold plate" in whole(app.screen)
        await press(pilot, "2", "escape")
        assert isinstance(app.screen, StartScreen)


async def test_opened_for_two(make_app: AppMaker, plate: Loaded) -> None:
    """As `trainer play ID --together` opens it."""
    app = make_app(together=True, play=plate.scenario)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        await press(pilot, "1")
        assert "The cold plate" in whole(app.screen)


async def test_a_file_that_cannot_be_played_is_told(make_app: AppMaker, tmp_path: Path) -> None:
    text = (LIBRARY / "making-up" / "the-cold-plate.yaml").read_text(encoding="utf-8")
    broken = text.replace("goto: half", "goto: nowhere")
    (tmp_path / "broken.yaml").write_text(broken, encoding="utf-8")
    app = make_app(own_folders=(str(tmp_path),))
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(HomeForTwo)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, ProblemsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeForTwo)


# Names


TYPED = {
    "[b]Al[/b]": "[b]Al[/b]",
    "{robin}": "{robin}",
    "שלום": "שלום",
    "A\u202eB\u0007  C": "AB C",
    "x" * 80: "x" * 19 + "…",
    "@click=app.quit": "@click=app.quit",
}


async def test_names_are_plain_text(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        for typed, shown in TYPED.items():
            two = await begun(pilot, "3", NamesScreen=(typed, "}}["))
            await two.to(SeatsScreen)
            await press(pilot, "3")  # under their own names, in the scenario's texts too
            for screen in (SeatsScreen, BriefScreen, PlayForTwo):
                there = await two.to(screen)
                assert shown in whole(there), (screen, shown)
            await press(pilot, "3")
            assert shown in there.page.plain
            await press(pilot, "x", "1")


async def test_names_that_will_not_do(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        names = await (await begun(pilot)).to(NamesScreen)
        await press(pilot, "space", "enter")
        assert "▼ A name for each of you" in await look(pilot)
        await press(pilot, "J", "o", "enter")
        assert "▼" not in await look(pilot)
        await press(pilot, "enter")
        assert "▼ A name for each of you" in await look(pilot)
        await press(pilot, "j", "O", "enter")
        assert "▼ Two names that differ" in await look(pilot)
        await press(pilot, "escape")
        assert names.query_one(TypedLine).text == "Jo"
        await press(pilot, "e", "enter", "J", "o", "enter")
        assert isinstance(app.screen, SeatsScreen)
        assert "Joe" in await look(pilot)


# Seats


async def test_seats_can_be_changed(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        await two.to(SeatsScreen)
        assert "By lot, Alex begins." in await look(pilot)
        assert "Alex plays Sam" in await look(pilot)
        assert "Try the side that is not yours" in await look(pilot)
        assert "Sam · Alex and Robin · Jo" in await look(pilot)
        await press(pilot, "2")
        assert "By lot" not in await look(pilot)
        assert "Jo plays Sam" in await look(pilot)
        assert "Robin · Alex" in await look(pilot)
        await press(pilot, "1")
        assert "Pass to Jo. Jo, press Enter when only you can see." in await look(pilot)


async def test_the_one_who_begins_is_drawn_by_lot(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.tui.together.evening.lot", lambda random: 1)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(SeatsScreen)
        assert "By lot, Jo begins." in await look(pilot)


async def test_own_names_are_for_first_steps(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        await two.to(SeatsScreen)
        await press(pilot, "3")
        assert "On the screen you are Alex and Jo" in await look(pilot)
        await two.to(BriefScreen)
        await press(pilot, "enter", "space")
        assert "Alex, only you" in await look(pilot)
        assert "You play" not in await look(pilot)
        await two.to(PlayForTwo)
        await press(pilot, "3")
        assert "Your turn: Jo" in await look(pilot)
        await press(pilot, "x", "1", "down", "enter", "1")
        await press(pilot, "A", "enter", "B", "enter")
        assert isinstance(app.screen, SeatsScreen)
        assert "Own names" not in whole(app.screen)
