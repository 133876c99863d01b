"""Clocks that are set back, nights, and other places."""

from __future__ import annotations

import time

import pytest

from tests.running import trainer
from trainer.history.times import iso, local, stamp

DAY = 86_400


def test_a_clock_set_back_makes_no_negative_times(window, clock):
    keeper = window.begin()
    keeper.move("but-you")
    clock.seconds -= 400 * DAY
    keeper.move("<")
    clock.seconds += 3
    keeper.move("own-it")
    play = window.history.unfinished()
    times = [each.at for each in window.history.moves(play)]
    assert times == sorted(times)
    assert play.began <= times[0]
    assert play.touched >= times[-1]


def test_what_was_touched_last_is_the_newest_whatever_the_clock_said(window, clock):
    window.play("own-it")
    clock.seconds -= 30 * DAY
    window.play("but-you")
    assert window.moves(window.history.unfinished().number) == ["but-you"]
    figures = window.history.figures()["two-cups"]
    assert figures.times == 2
    assert figures.last_played == round(clock.seconds * 1000)


def test_the_older_play_is_the_newest_once_it_was_touched_again(window):
    first = window.play("own-it")
    window.play("but-you")
    first.move("<")
    assert window.history.unfinished().number == first.number


def test_a_play_over_midnight_keeps_both_days(window, clock):
    clock.seconds = 1_777_679_999.0  # 2026-05-01T23:59:59Z
    keeper = window.begin()
    keeper.move("own-it")
    clock.seconds += 2
    keeper.move("sweep")
    first, second = window.history.moves(window.history.plays()[0])
    assert iso(first.at) == "2026-05-01T23:59:59.000Z"
    assert iso(second.at) == "2026-05-02T00:00:01.000Z"


@pytest.mark.parametrize("seconds", [-5.0, 1e18])
def test_a_clock_that_is_mad_is_kept_within_what_can_be_shown(window, clock, seconds):
    clock.seconds = seconds
    window.play("own-it", "sweep")
    play = window.history.plays()[0]
    assert local(play.began)
    assert iso(play.touched)
    assert stamp(play.began)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system takes no TZ")
def test_times_are_kept_in_utc_and_shown_where_one_is(window, clock, folder):
    window.play("own-it", "sweep")
    window.history.close()

    def shown(zone: str, *arguments: str) -> str:
        environment = {"TRAINER_DATA": str(folder), "TZ": zone}
        return trainer("history", *arguments, environment=environment).stdout

    assert "2026-05-01 22:00" in shown("UTC0")
    assert "2026-05-02 07:00" in shown("JST-9")
    assert shown("UTC0", "--json") == shown("JST-9", "--json")
    assert '"began": "2026-05-01T22:00:00.000Z"' in shown("JST-9", "--json")
