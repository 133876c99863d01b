"""Pictures of what is asked around a choice, of a time-out, and of saying it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from trainer.tui.time_out import TimeOutScreen

Compare = Callable[..., bool]


def test_own_words(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["enter", "w", "p", "enter", *"I am late."]
    assert snap_compare(make_app("morning"), terminal_size=(80, 24), press=keys)


def test_ticking(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["enter", "enter", "w", *"I am late.", "enter", "2", "1"]
    assert snap_compare(make_app(), terminal_size=(40, 20), press=keys)


def test_guessing_in_a_rehearsal(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["enter", "f", "g", "enter", "2", "1", "1"]
    assert snap_compare(make_app(), terminal_size=(120, 36), press=keys)


def test_saying_it_again(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["enter", "enter", "1", "3", "enter", "y", *"Tell me.", "enter"]
    assert snap_compare(make_app(), terminal_size=(80, 24), press=keys)


def test_a_time_out(snap_compare: Compare, make_app: AppMaker) -> None:
    async def at_noon(pilot: Pilot[int]) -> None:
        noon = datetime(2026, 1, 1, 12, 0)
        screen = TimeOutScreen(20, clock=lambda: 6.0, today=lambda: noon)
        pilot.app.push_screen(screen)
        await pilot.pause()
        await pilot.press("1")

    assert snap_compare(make_app("morning"), terminal_size=(80, 24), run_before=at_noon)
