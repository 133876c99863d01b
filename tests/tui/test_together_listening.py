"""Listen first: said back, answered, and at most one more try."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen
from tests.tui.two import press, put, talked, words
from trainer.scenario.files import Loaded
from trainer.tui.together.listen import ListenScreen


async def listening(pilot: Pilot[int], plate: Loaded) -> ListenScreen:
    """Robin has heard Sam, and says it back first."""
    session = talked(plate, ["own-it"])
    assert session.newest is not None
    screen = ListenScreen(session, session.newest)
    await put(pilot, screen)
    assert "Jo, say back to Alex what you heard." in words(screen)
    assert "I let you wait" in words(screen)
    return screen


@pytest.mark.parametrize("answer", ["1", "2"])
async def test_yes_and_partly_go_on(make_app: AppMaker, plate: Loaded, answer: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await listening(pilot, plate)
        await press(pilot, "1")
        assert "Alex, was that it?" in words(screen)
        assert [item.id for item in screen.picker.items if item.pickable] == [
            "yes",
            "partly",
            "not-yet",
        ]
        assert screen.answered is None
        await press(pilot, answer)
        assert screen.answered is True


async def test_not_yet_is_tried_once_more_and_no_more(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await listening(pilot, plate)
        await press(pilot, "enter", "3")
        assert "Alex, what is still missing? One sentence." in " ".join(words(screen).split())
        await press(pilot, "enter")
        assert "Jo, once more" in words(screen)
        assert "Not yet" not in words(screen)  # nobody is asked again
        await press(pilot, "enter")
        assert screen.answered is True


async def test_it_can_be_left_out_this_time(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await listening(pilot, plate)
        await press(pilot, "2")
        assert screen.answered is True


async def test_another_time_at_each_question(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        for keys in (), ("1",), ("1", "3"), ("1", "3", "1"):
            screen = await listening(pilot, plate)
            await press(pilot, *keys)
            assert "another time" in seen(app)
            await press(pilot, "x")
            assert app.screen is not screen
            assert screen.answered is None
