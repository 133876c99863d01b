"""Pictures of setting up, the hand-over, the landing and the halfway question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.evenings import alex_begins, begun, press
from trainer.tui.together.brief import BriefScreen
from trainer.tui.together.halfway import HalfwayScreen
from trainer.tui.together.landing import LandingScreen
from trainer.tui.together.seats import SeatsScreen

Compare = Callable[..., bool]


@pytest.fixture(autouse=True)
def _alex_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    alex_begins(monkeypatch)


def at(kind: type[Any], *keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """To a screen, with some keys pressed on it."""

    async def go(pilot: Pilot[int]) -> None:
        await (await begun(pilot)).to(kind)
        await press(pilot, *keys)

    return go


def test_setting_up(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=at(SeatsScreen))


def test_hand_over(snap_compare: Compare, make_app: AppMaker) -> None:
    app = make_app("morning")
    assert snap_compare(app, terminal_size=(40, 20), run_before=at(BriefScreen))


def test_landing(snap_compare: Compare, make_app: AppMaker) -> None:
    go = at(LandingScreen, "enter", "space", "1", "3")
    assert snap_compare(make_app(), terminal_size=(80, 24), run_before=go)


def test_halfway(snap_compare: Compare, make_app: AppMaker) -> None:
    app = make_app("morning")
    assert snap_compare(app, terminal_size=(120, 36), run_before=at(HalfwayScreen))
