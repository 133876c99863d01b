"""A shipped scenario for two, in the app: to its debrief, seats swapped, to its debrief again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import AppMaker
from tests.tui.evenings import Couple, alex_begins
from tests.tui.test_shipped import scenario
from tests.tui.two import press
from trainer.paths import data_folder
from trainer.tui.together.debrief_for_two import DebriefForTwo
from trainer.tui.together.enough import EnoughScreen
from trainer.tui.together.guess import ExpectedScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.swap import SwapScreen

#: Names that no scenario has, so that they can be looked for in all that is written.
NAMES = ("Quorra", "Zyx")


async def test_a_shipped_scenario_from_both_sides(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    alex_begins(monkeypatch)
    app = make_app(play=scenario("responding-to-a-rupture/short-with-you"))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "t")
        two = Couple(pilot, NamesScreen=NAMES, SwapScreen=("1",))
        talk = await two.to(PlayForTwo)
        first = talk.session
        assert first.names == NAMES
        await two.past(PlayForTwo, DebriefForTwo)
        assert first.play.ending is not None
        await two.past(SwapScreen, PlayForTwo)
        assert isinstance(app.screen, PlayForTwo)
        second = app.screen.session
        assert second.play.moves == []
        for player in (0, 1):
            assert second.seat_of(player) == first.seat_of(1 - player)
        await two.past(PlayForTwo, ExpectedScreen)
        assert second.play.ending is not None
        assert "GuessScreen" in two.went
        await two.to(DebriefForTwo)
        # The other side is the last thing: nobody is asked to swap once more.
        swaps = two.went.count("SwapScreen")
        await two.to(EnoughScreen)
        assert two.went.count("SwapScreen") == swaps == 1
        kept = Path(data_folder())
        for file in kept.rglob("*") if kept.exists() else ():
            written = file.read_bytes() if file.is_file() else b""
            assert not any(name.encode() in written for name in NAMES), file
