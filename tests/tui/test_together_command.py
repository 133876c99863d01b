"""``trainer play ID --together``: the app, opened for two."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import LIBRARY, AppMaker
from tests.tui.evenings import Couple, alex_begins, look, press
from tests.tui.reading import whole
from trainer.cli import main
from trainer.practice.play import Play
from trainer.practice.report import Debrief
from trainer.practice.together_words import LANDINGS
from trainer.scenario.files import Loaded
from trainer.scenario.library import shipped_catalogue
from trainer.tui.app import TrainerApp
from trainer.tui.home import HomeScreen
from trainer.tui.options import AppOptions, ForTwo
from trainer.tui.reporting import Reporter
from trainer.tui.start import StartScreen
from trainer.tui.together.brief import BriefScreen
from trainer.tui.together.debrief_for_two import DebriefForTwo
from trainer.tui.together.enough import EnoughScreen
from trainer.tui.together.names import NamesScreen
from trainer.tui.together.notes import NotesScreen
from trainer.tui.together.notice import NoticeScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.private import OPEN
from trainer.tui.together.seats import SeatsScreen
from trainer.tui.together.show_marks import ShowMarksScreen
from trainer.tui.together.swap import SwapScreen
from trainer.tui.typed_line import TypedLine


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


# What was settled before


@pytest.fixture(autouse=True)
def _alex_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    alex_begins(monkeypatch)


async def opened(pilot: Pilot[int], **answers: Any) -> Couple:
    """The couple before the notice of an evening that the app was opened for."""
    await pilot.pause()
    assert isinstance(pilot.app.screen, NoticeScreen)
    return Couple(pilot, **answers)


def test_all_that_is_asked_for_reaches_the_app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[ForTwo] = []
    monkeypatch.setattr("trainer.playing.no_terminal", lambda: None)
    monkeypatch.setattr(TrainerApp, "run", lambda app: seen.append(app.options.for_two))
    plate = str(LIBRARY / "making-up" / "the-cold-plate.yaml")
    report = str(tmp_path / "report.json")
    words = ["play", plate, "--together", "--names", " Alex,Jo", "--report", report]
    assert main([*words, "--listen-first"]) == 0
    assert main(["play", plate, "--together", "--no-landing"]) == 0
    assert [(each.names, each.listens_first, each.landing, each.report) for each in seen] == [
        (("Alex", "Jo"), True, True, report),
        (None, False, False, None),
    ]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--together", "--names", "Alex"], "two names with a comma"),
        (["--together", "--names", "Jo,JO"], "Two names that differ"),
        (["--together", "--no-landing", "--listen-first"], "one line a decision"),
        (["--together", "--report", "report.txt"], "ends in .json or .md"),
        (["--names", "Alex,Jo"], "add `--together`"),
    ],
)
def test_wrong_values_are_told_as_in_line_mode(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    word: str,
) -> None:
    monkeypatch.setattr("trainer.playing.no_terminal", lambda: None)
    monkeypatch.setattr(TrainerApp, "run", lambda app: pytest.fail("it opened"))
    plate = str(LIBRARY / "making-up" / "the-cold-plate.yaml")
    assert main(["play", plate, *arguments]) == 2
    assert word in capsys.readouterr().err


async def test_names_stand_there_and_listening_is_on(make_app: AppMaker, plate: Loaded) -> None:
    settled = ForTwo(("Alex", "[Jo]"), listens_first=True)
    app = make_app(play=plate.scenario, together=True, for_two=settled)
    async with app.run_test(size=(80, 24)) as pilot:
        two = await opened(pilot)
        names = await two.to(NamesScreen)
        field = names.query_one(TypedLine)
        assert field.text == "Alex"
        await press(pilot, "enter")
        assert field.text == "[Jo]"
        await press(pilot, "enter")
        assert isinstance(app.screen, SeatsScreen)
        assert "Listen first   on" in await look(pilot)
        assert "[Jo] plays Robin" in await look(pilot)
        await two.to(DebriefForTwo)
        assert "ListenScreen" in two.went
        # For this evening only: whoever sits there next is asked.
        await press(pilot, "x", "1", "enter", "1")
        assert isinstance(app.screen, NamesScreen)
        assert app.screen.query_one(TypedLine).text == ""


async def test_without_landing_nothing_is_handed_over_or_asked(
    make_app: AppMaker, plate: Loaded
) -> None:
    app = make_app(play=plate.scenario, together=True, for_two=ForTwo(landing=False))
    async with app.run_test(size=(80, 24)) as pilot:
        two = await opened(pilot, SwapScreen=("1",))
        await two.to(SeatsScreen)
        await press(pilot, "4")  # they may listen first all the same
        brief = await two.to(BriefScreen)
        assert brief.stage == OPEN
        text = await look(pilot)
        assert "Alex plays Sam" in text
        assert "You did not text." in text
        assert "only you" not in text
        assert "cover" not in text
        await press(pilot, "t", "escape")  # it is for both: nothing covers it
        assert app.screen is brief
        assert brief.stage == OPEN
        swap = await two.past(PlayForTwo, SwapScreen)
        assert "guess" not in whole(swap)
        await two.to(EnoughScreen)
    assert "ListenScreen" in two.went
    for name in ("LandingScreen", "HalfwayScreen", "ShowMarksScreen", "GuessScreen"):
        assert name not in two.went


# The report


def reporting(make_app: AppMaker, plate: Loaded, path: Path) -> TrainerApp:
    """The app, opened for two with a report asked for."""
    settled = ForTwo(report=str(path))
    return make_app(play=plate.scenario, together=True, report=str(path), for_two=settled)


async def test_the_report_has_both_seats_and_what_landed(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    app = reporting(make_app, plate, path)
    async with app.run_test(size=(80, 24)) as pilot:
        two = await opened(pilot, SwapScreen=("1",))
        assert "But a report was asked for" in whole(app.screen)
        await two.to(ShowMarksScreen)
        assert not path.exists()  # who has marked has not yet said what may be seen
        await two.to(DebriefForTwo)
        written = path.read_text(encoding="utf-8")
        report = json.loads(written)
        rows = [row for seat in report["seats"].values() for row in seat["decisions"]]
        assert report["mode"] == "together"
        assert list(report["seats"]) == ["sam", "robin"]
        assert [row["landed"] for row in rows if "landed" in row] == [["understood", "trying"]] * 2
        await two.to(EnoughScreen)
        assert "Nothing of it is kept but the report" in whole(app.screen)
        assert path.read_text(encoding="utf-8") == written  # of the first play, from one side
        await press(pilot, "2")
    assert app.return_code == 0


@pytest.mark.parametrize("which", "13")
async def test_marks_that_are_not_to_be_seen_are_in_no_report(
    make_app: AppMaker, plate: Loaded, tmp_path: Path, which: str
) -> None:
    for name in ("report.json", "report.md"):
        path = tmp_path / f"{which}-{name}"
        app = reporting(make_app, plate, path)
        async with app.run_test(size=(80, 24)) as pilot:
            two = await opened(pilot, ShowMarksScreen=(which,))
            await two.to(DebriefForTwo)
            text = path.read_text(encoding="utf-8")
        assert "Robin" in text or '"robin"' in text
        assert ("landed" in text) == (which == "1" and name == "report.json")
        assert not any(words in text for words in ("Alex", "Jo ", *LANDINGS.values()))


async def test_who_stops_before_they_are_asked_has_no_marks_in_it(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    app = reporting(make_app, plate, path)
    async with app.run_test(size=(80, 24)) as pilot:
        await (await opened(pilot)).to(ShowMarksScreen)
        await press(pilot, "x")
        assert isinstance(app.screen, EnoughScreen)
    assert "landed" not in path.read_text(encoding="utf-8")
    assert '"mode": "together"' in path.read_text(encoding="utf-8")


async def test_a_talk_that_was_left_has_no_report(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    path = tmp_path / "report.md"
    app = reporting(make_app, plate, path)
    async with app.run_test(size=(80, 24)) as pilot:
        await (await opened(pilot)).to(PlayForTwo)
        await press(pilot, "3", "x")
        assert isinstance(app.screen, EnoughScreen)
        assert "Nothing of it is kept." in whole(app.screen)
        await press(pilot, "2")
    assert not path.exists()
    assert app.return_code == 1


async def test_a_report_that_cannot_be_written_is_told_at_the_end(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    app = reporting(make_app, plate, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await (await opened(pilot)).to(EnoughScreen)
        assert "▼ The report could not be written" in whole(app.screen)
        await press(pilot, "2")
    assert app.return_code == 1


def test_what_one_of_them_plays_alone_later_leaves_the_report_as_it_is(
    plate: Loaded, tmp_path: Path
) -> None:
    assert plate.scenario is not None
    path = tmp_path / "report.json"
    reporter = Reporter(AppOptions(play=plate.scenario, together=True, report=str(path)))
    written = []
    for seats in (list(plate.scenario.roles), [plate.scenario.play_as]):
        play = Play(plate.scenario, seats)
        while play.ending is None:
            play.choose(play.choices[0].id)
        reporter.finished(Debrief(play, shipped_catalogue(), plate.graph))
        written.append(path.read_text(encoding="utf-8"))
    assert written[0] == written[1]
    assert reporter.return_code == 0
