"""What one of the two reads alone: nobody else gets to see it, whatever comes in between."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.evenings import alex_begins, begun, look, press
from tests.tui.reading import whole
from trainer.tui.together.brief import BriefScreen
from trainer.tui.together.debrief_for_two import DebriefForTwo
from trainer.tui.together.landing import LandingScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.private import PASSING, THERE, PrivateScreen
from trainer.tui.together.seats import SeatsScreen
from trainer.tui.together.show_marks import ShowMarksScreen

BRIEF = "You did not text. You are tired and you know it."
PRIVATE = [(BriefScreen, BRIEF), (LandingScreen, "I felt cared for"), (ShowMarksScreen, "None")]
#: What can come in front of a screen, and goes away again.
IN_FRONT = [("t", "escape"), ("f5", "f5"), ("f6", "j"), ("h", "enter"), ("f1", "escape"),
            ("f2", "escape"), ("q", "2")]  # fmt: skip


@pytest.fixture(autouse=True)
def _alex_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    alex_begins(monkeypatch)


async def handed_over(pilot: Pilot[int], kind: type[PrivateScreen[Any]]) -> PrivateScreen[Any]:
    """A screen that is being handed over."""
    screen = await (await begun(pilot)).to(kind)
    assert isinstance(screen, kind)
    return screen


async def test_nothing_is_seen_before_its_reader_says_so(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        for kind, secret in PRIVATE:
            screen = await two.to(kind)
            name = screen.player
            assert f"Pass to {name}. {name}, press Enter when only you can see." in whole(screen)
            assert secret not in whole(screen)
            await press(pilot, "space", "1", "s")
            assert screen.stage == PASSING
            await press(pilot, "enter")
            assert f"{name}, is it you, and only you?" in whole(screen)
            assert secret not in whole(screen)
            await press(pilot, "escape")
            assert screen.stage == PASSING
            await press(pilot, "enter", "enter", "enter")  # a key held down shows nothing
            assert screen.stage == THERE
            assert secret not in whole(screen)
            await press(pilot, "space")
            assert secret in whole(screen)
            assert f"{name}, only you" in whole(screen)
            await press(pilot, "escape")
            assert screen.stage == PASSING
            assert secret not in whole(screen)


async def test_what_comes_in_front_covers_it(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await handed_over(pilot, BriefScreen)
        for there, away in IN_FRONT:
            for opened in ((), ("enter",), ("enter", "space")):
                await press(pilot, *opened, there)
                assert app.screen is not screen
                assert BRIEF not in await look(pilot)
                await press(pilot, away)
                assert app.screen is screen
                assert screen.stage == PASSING
                assert BRIEF not in whole(screen)


async def test_a_resize_shows_nothing(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await handed_over(pilot, BriefScreen)
        for stage in (PASSING, THERE):
            for size in ((40, 20), (19, 5), (140, 50), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
                assert screen.stage == stage
                assert BRIEF not in " ".join((await look(pilot)).split())
                assert BRIEF not in " ".join(whole(screen).split())
            await press(pilot, "enter")
        await press(pilot, "space")
        await pilot.resize_terminal(40, 20)
        await pilot.pause()
        assert BRIEF in " ".join(whole(screen).split())


async def test_both_read_their_own_brief_and_not_the_others(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await handed_over(pilot, BriefScreen)
        await press(pilot, "enter", "space")
        assert "Alex, only you" in await look(pilot)
        assert BRIEF in await look(pilot)
        await press(pilot, "1")
        assert "Pass to Jo." in await look(pilot)
        await press(pilot, "enter", "space")
        assert "You waited, and thought" in await look(pilot)
        assert BRIEF not in await look(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayForTwo)
        assert "You waited" not in whole(app.screen)


LANDING_ANSWERS = [("5",), ("s",), ("1", "3", "5"), ("1", "1", "5"), ("1", "2", "3", "4", "5")]


async def test_any_none_and_skip_look_the_same_afterwards(make_app: AppMaker) -> None:
    afterwards, kept = set(), set()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in LANDING_ANSWERS:
            two = await begun(pilot)
            landing = await two.to(LandingScreen)
            assert landing.player == "Jo"
            await press(pilot, "enter", "space")
            assert "“I did, and I let you wait." in await look(pilot)
            assert "Sam · Alex just said" in await look(pilot)
            assert "in Robin's shoes?" in await look(pilot)
            await press(pilot, *keys)
            talk = await two.to(PlayForTwo)
            afterwards.add(await look(pilot))
            talk.session.show(1, "landed")
            kept.update(talk.session.landed.values())
            await press(pilot, "x", "1")
    assert len(afterwards) == 1
    assert kept == {("understood", "cared"), ("understood", "sense", "cared", "trying")}


async def test_under_own_names_nobody_is_in_another_s_shoes(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        await two.to(SeatsScreen)
        await press(pilot, "3")
        await two.to(LandingScreen)
        await press(pilot, "enter", "space")
        assert "Jo, how did that land?" in await look(pilot)
        assert "shoes" not in await look(pilot)


async def test_showing_marks_leaves_no_trace(make_app: AppMaker) -> None:
    afterwards = set()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for which in "123":
            two = await begun(pilot, ShowMarksScreen=(which,))
            await two.to(DebriefForTwo)
            afterwards.add(await look(pilot))
            await press(pilot, "x", "1")
    assert len(afterwards) == 1


async def test_nobody_is_asked_about_marks_that_they_could_not_give(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot, "3", "1", "2")
        await two.to(DebriefForTwo)
        assert "LandingScreen" not in two.went
        assert "ShowMarksScreen" not in two.went
