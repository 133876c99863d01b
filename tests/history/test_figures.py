"""What home shows of each scenario, and how long that takes with many plays."""

from __future__ import annotations

from tests.benchmarks.history import fill
from trainer.history.model import Figures


def test_nothing_played_has_no_figures(window):
    assert window.history.figures() == {}


def test_how_often_when_the_last_score_and_the_endings_found(window, clock):
    window.play("own-it", "sweep")
    clock.seconds += 60
    window.play("but-you", "explain")
    clock.seconds += 60
    window.play("own-it")
    figures = window.history.figures()
    ending = window.history.plays()[1].ending
    score = window.history.plays()[1].score
    assert score not in (None, 100)
    assert figures == {
        "two-cups": Figures(3, round(clock.seconds * 1000), score, frozenset({"whole", ending}))
    }


def test_a_replay_is_counted_but_is_no_first_play(window):
    first = window.play("but-you", "explain")
    score = window.history.play(first.number).score
    again = window.begin(replay_of=first.number)
    for move in ("own-it", "sweep"):
        again.move(move)
    again.finish(window.debrief(again))
    figures = window.history.figures()["two-cups"]
    assert figures.times == 2
    assert figures.last_first_play_score == score
    assert "whole" in figures.endings_found


def test_what_is_forgotten_counts_no_more(window):
    window.play("own-it", "sweep")
    window.play("but-you", "explain")
    window.history.forget(2)
    figures = window.history.figures()["two-cups"]
    assert (figures.times, figures.last_first_play_score) == (1, 100)
    assert figures.endings_found == {"whole"}


def test_no_play_is_looked_through_for_them(window):
    window.play("own-it", "sweep")
    asked: list[str] = []
    window.history.read(lambda opened: opened.set_trace_callback(asked.append), None)
    window.history.figures()
    window.history.unfinished()
    window.history.read(lambda opened: opened.set_trace_callback(None), None)
    selects = [sql for sql in asked if sql.startswith("SELECT") or "FROM plays" in sql]
    assert len(selects) == 4
    for sql in selects:
        plan = window.history.read(
            lambda opened, sql=sql: opened.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall(), []
        )
        steps = " / ".join(step[3] for step in plan)
        one = "SEARCH plays USING INDEX touched_last (latest=?)"
        covered = "USING COVERING INDEX" in steps or "USING INDEX unfinished" in steps
        assert covered or steps == one, steps
        assert "TEMP B-TREE" not in steps


def test_ten_thousand_plays_are_all_counted(window, folder):
    fill(folder, 10_000)
    figures = window.history.figures()
    assert sum(each.times for each in figures.values()) == 10_000
