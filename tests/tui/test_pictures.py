"""Pictures of the main screens: one size and one theme each, with a library of the tests' own."""

from __future__ import annotations

from collections.abc import Callable

from tests.tui.conftest import AppMaker

Compare = Callable[..., bool]
PLAY = ("enter", "enter")


def test_home_wide(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 36), press=["down"])


def test_home(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("morning"), terminal_size=(80, 24))


def test_home_narrow(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20))


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
    assert snap_compare(make_app(), terminal_size=(40, 20), press=[*PLAY, "3"])


def test_play_in_the_terminals_own_colours(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app("terminal"), terminal_size=(80, 24), press=[*PLAY, "2"])


def test_leaving(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 24), press=[*PLAY, "escape"])


def test_debrief_wide(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(120, 40), press=[*PLAY, "2", "1", "1"])


def test_debrief_line_by_line(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = [*PLAY, "2", "1", "1", "enter"]
    assert snap_compare(make_app("morning"), terminal_size=(80, 24), press=keys)


def test_help(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(80, 36), press=[*PLAY, "f1"])
