"""Pictures of the debrief for two: a line that was asked about, and the silence."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.test_together_debrief import PASSING, TO_THE_SILENCE, Clock, debrief
from tests.tui.two import talked
from trainer.scenario.files import Loaded
from trainer.tui.together.debrief_for_two import SILENCE

Compare = Callable[..., bool]


def test_a_line_that_was_asked_about(
    snap_compare: Compare, make_app: AppMaker, plate: Loaded
) -> None:
    async def asked(pilot: Pilot[int]) -> None:
        await debrief(pilot, talked(plate), *PASSING, "enter")

    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=asked)


def test_the_silence(snap_compare: Compare, make_app: AppMaker, plate: Loaded) -> None:
    async def silent(pilot: Pilot[int]) -> None:
        clock = Clock()
        screen = await debrief(pilot, talked(plate), *TO_THE_SILENCE, clock=clock)
        clock.now += SILENCE / 3
        screen._pass_time()

    assert snap_compare(make_app("morning"), terminal_size=(80, 24), run_before=silent)
