"""``trainer play ID --together``: the app, opened for two."""

from __future__ import annotations

from tests.tui.conftest import AppMaker
from trainer.scenario.files import Loaded
from trainer.tui.home import HomeScreen
from trainer.tui.start import StartScreen
from trainer.tui.together.notes import NotesScreen
from trainer.tui.together.notice import NoticeScreen


async def test_the_notice_comes_first_and_then_the_scenario(make_app: AppMaker, plate: Loaded):
    app = make_app(play=plate.scenario, together=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        app.screen.answer(True)
        await pilot.pause()
        assert isinstance(app.screen, NotesScreen)
        await pilot.press("escape")
        await pilot.pause()


async def test_leaving_comes_back_to_the_first_screen(make_app: AppMaker, plate: Loaded):
    for play, first in ((plate.scenario, StartScreen), (None, HomeScreen)):
        app = make_app(play=play, together=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, NoticeScreen)
            app.screen.answer(False)
            await pilot.pause()
            assert isinstance(app.screen, first)
