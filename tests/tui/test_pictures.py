"""Pictures of the main screens: one size and one theme each, with a library of the tests' own."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import settled
from trainer.history.model import Figures, KeptPlay
from trainer.tui.messages import Remembered
from trainer.tui.shelf import Files, LookBack, read_whole
from trainer.tui.when import DAY

Compare = Callable[..., bool]
PLAY = ("enter", "enter")
#: Monday, 2 March 2026, noon in UTC.
NOON = 1_772_452_800_000


async def first_run(pilot: Pilot[int]) -> None:
    await settled(pilot)


async def played_before(pilot: Pilot[int]) -> None:
    """Home with one play nine days ago, and one that was left yesterday."""
    home = await settled(pilot)
    left = KeptPlay(2, "the-second-plate", "The second plate", "", "", ("sam",), "solo",
                      "coached", None, None, None, 0, NOON - DAY, None, None, None, None, None,
                      1)  # fmt: skip
    figures = {"the-cold-plate": Figures(3, NOON - 9 * DAY, 58, frozenset({"warm", "half"}))}
    home.shelf.files = read_whole(home.library, lambda: False) or Files()
    home.post_message(Remembered(LookBack(figures, (left,), NOON)))
    await pilot.pause()
    await pilot.press("down", "down")
    await pilot.pause()


def test_home_wide(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 36), run_before=played_before)


def test_home(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("morning"), terminal_size=(80, 24), run_before=first_run)


def test_home_narrow(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20), run_before=played_before)


def test_settings(snap_compare: Compare, make_app: AppMaker) -> None:
    app = make_app("morning")
    app.preferences.folder = "/home/you/trainer"
    assert snap_compare(app, terminal_size=(80, 24), press=["s", "down"])


def test_leaving_out(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20), press=["s", "8"])


def test_start(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=["enter"])


def test_start_other_seat_narrow(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("morning"), terminal_size=(40, 20), press=["enter", "down"])


def test_play_begins(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=PLAY)


def test_play_after_a_miss(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=[*PLAY, "2"])


def test_play_wide(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("morning"), terminal_size=(120, 36), press=[*PLAY, "1"])


def test_play_narrow(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20), press=[*PLAY, "3", "space"])


def test_play_in_the_terminals_own_colours(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("terminal"), terminal_size=(80, 24), press=[*PLAY, "2", "space"])


def test_leaving(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=[*PLAY, "escape"])


def test_debrief_wide(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), press=[*PLAY, "2", "1", "1"])


def test_debrief_line_by_line(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = [*PLAY, "2", "space", "1", "1", "enter"]
    assert snap_compare(make_app("morning"), terminal_size=(80, 24), press=keys)


def test_help(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 36), press=[*PLAY, "f1"])
