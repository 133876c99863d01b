"""The debrief in full: chart, whole talk, map, what to take along, saving, and afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import read_on, seen, whole
from trainer.practice.chart import Track
from trainer.practice.coach import meter_word
from trainer.practice.play import Play
from trainer.scenario.files import Loaded
from trainer.scenario.graph import explore
from trainer.scenario.model import Ending
from trainer.scenario.record import changed
from trainer.tui.about import AboutScreen
from trainer.tui.chart import chart_blocks
from trainer.tui.debrief import DebriefScreen
from trainer.tui.home import HomeScreen
from trainer.tui.how_are_you import is_hard
from trainer.tui.lines import Lines
from trainer.tui.map import MapScreen
from trainer.tui.save import SaveScreen
from trainer.tui.take_along import TakeAlongScreen
from trainer.tui.typed_line import TypedLine
from trainer.tui.whole_talk import WholeTalkScreen

Compare = Callable[..., bool]


async def to_debrief(pilot: Pilot[int], *lines: str) -> DebriefScreen:
    await pilot.press("enter", "enter")
    for line in lines:
        await read_on(pilot)
        await pilot.press(line)
    await read_on(pilot)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, DebriefScreen)
    return pilot.app.screen


async def test_the_chart_marks_misses_and_says_it_in_words(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await to_debrief(pilot, "2", "1")
        page = screen.query_one("#summary", Lines).plain
        assert "Robin's trust, line by line" in page
        assert "From 4 (wary) to 4 of 10 (wary)." in page
        assert "▼ a miss" in page
        chart = [line for line in page.splitlines() if "┤" in line]
        assert len(chart) == 5
        assert "as it went on" not in page
        assert "2" in next(line for line in chart if "guarded" in line)


def test_every_value_stands_in_the_band_of_its_word() -> None:
    values = tuple(range(11))
    _, drawing, *_ = chart_blocks([Track("safety", values, ("",) * 10)], "Robin")
    rows = [line.content.plain for line in drawing(76)]
    for value in values:
        row = next(row for row in rows if row.split("┤")[0].strip() == meter_word("safety", value))
        assert str(value) in row.split("┤")[1]


def test_a_long_talk_shows_its_last_lines_in_the_chart() -> None:
    _, drawing, *_ = chart_blocks([Track("safety", (4,) * 60, ("",) * 59)], "Robin")
    rows = [line.content.plain for line in drawing(40)]
    assert all(len(row) <= 40 for row in rows)
    assert rows[5].split()[-1] == "59"


def test_which_scenes_are_asked_after(plate: Loaded) -> None:
    scenario = plate.scenario
    assert scenario is not None
    notes = scenario.content_notes
    asked = {
        (level, told): is_hard(changed(scenario, level=level, content_notes=told))
        for level in (1, 2, 3)
        for told in ((), notes)
    }
    assert [case for case, hard in asked.items() if hard] == [(2, notes), (3, ()), (3, notes)]


async def test_the_whole_talk_can_be_read_with_own_words_in_it(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(
            "enter",
            "enter",
            "w",
            *"so sorry",
            "enter",
            "2",
            "escape",
            "u",
            "1",
            "escape",
            "1",
            "enter",
        )
        await pilot.press("enter")
        await pilot.pause()
        assert "as it went on" in app.screen.query_one("#summary", Lines).plain
        assert "so sorry" in whole(app.screen)  # the costliest line's detail has them
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, WholeTalkScreen)
        page = whole(app.screen)
        order = ["You said seven.", "so sorry", "I let you wait", "You were scared."]
        places = [page.index(words) for words in order]
        assert places == sorted(places)
        await pilot.press("c")
        await pilot.pause()
        assert [app.clipboard.count(words) for words in order] == [1] * 4
        assert "copied" in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (21, 7)])
async def test_the_map_hides_endings_until_they_are_found(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await to_debrief(pilot, "1", "2")
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, MapScreen)
        if size[0] >= 40:
            found = seen(app)
            assert "Half warm" in found
            assert "Warm again" not in found
            assert "Cold" not in found
            assert "two endings left" in found
        await pilot.press("escape")
        await pilot.press("r", "1", "1", "enter")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        if size[0] >= 40:
            found = seen(app)
            assert "Half warm" in found
            assert "Warm again" in found
            assert "one ending left" in found


async def test_a_line_is_taken_along_in_ones_own_words(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_debrief(pilot, "2", "1")
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, TakeAlongScreen)
        assert seen(app).count("If ") >= 3
        await pilot.press("2")
        await pilot.pause()
        line = app.screen.query_one(TypedLine).text
        assert line.startswith("If ")
        assert "this week, I will say" in line
        await pilot.press(*" [b]x", "enter")
        await pilot.pause()
        assert app.screen is screen
        assert screen.taken_along == line + " [b]x"
        assert "[b]x" in screen.query_one("#summary", Lines).plain
        await pilot.press("i", "4")
        await pilot.pause()
        assert app.screen.query_one(TypedLine).text == screen.taken_along
        (kept,) = app.kept.history.words(app.kept.history.plays()[0])
        assert (kept.kind, kept.text) == ("along", screen.taken_along)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is screen


async def test_it_is_saved_as_a_file_and_nothing_is_written_over(
    make_app: AppMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_debrief(pilot, "1", "1")
        await pilot.press("e", "enter")
        await pilot.pause()
        written = tmp_path / "the-cold-plate.md"
        text = written.read_text(encoding="utf-8")
        assert "# The cold plate" in text
        assert "You said seven." in text
        assert "Saved" in seen(app)
        await pilot.press("e")
        await pilot.pause()
        field = app.screen.query_one(TypedLine)
        assert field.text.endswith("the-cold-plate-2.md")
        field.text = str(written)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SaveScreen)
        assert "a file of that name already" in seen(app)
        field.text = str(tmp_path)
        await pilot.press("enter")
        await pilot.pause()
        assert "That is a folder" in seen(app)
        field.text = str(tmp_path / "it.json")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
        assert '"talk"' in (tmp_path / "it.json").read_text(encoding="utf-8")
        assert written.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("key", "where"), [("1", HomeScreen), ("escape", HomeScreen), ("4", AboutScreen)]
)
async def test_after_a_hard_scene_one_question_is_asked(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch, key: str, where: type
) -> None:
    monkeypatch.setattr("trainer.tui.how_are_you.is_hard", lambda scenario: True)
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_debrief(pilot, "1", "1")
        await pilot.press("escape")
        await pilot.pause()
        assert "How are you now?" in seen(app)
        await pilot.press(key)
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, where)


async def test_a_breath_can_be_taken_after_a_hard_scene(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("trainer.tui.how_are_you.is_hard", lambda scenario: True)
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await to_debrief(pilot, "1", "1")
        await pilot.press("escape", "2")
        await pilot.pause()
        assert "breathe in" in seen(app)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


PLACES = {
    "map": ("m",),
    "whole talk": ("w",),
    "take along": ("i",),
    "its field": ("i", "1"),
    "save": ("e",),
}


@pytest.mark.parametrize("place", PLACES)
async def test_any_size_at_any_time(make_app: AppMaker, place: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_debrief(pilot, "2", "1")
        await pilot.press(*PLACES[place])
        for _ in range(3):
            await pilot.pause()
        before = seen(app)
        for width, height in ((20, 6), (40, 20), (200, 60), (2, 1), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        assert app.return_code is None
        assert seen(app) == before


ODD = ("I feel [/] heard", "[@click=app.quit]x[/]", "[b]bold {0}")


async def test_the_map_is_there_before_during_and_after_a_play(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("m",), ("escape", "enter", "m"), ("escape", "enter", "2", "m")):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, MapScreen), keys
            text = seen(app)
            assert "Warm again" not in text
            assert "3 endings are left" in text or "three endings left to find" in text
        assert "the meeting ran over" in seen(app)
        assert "◎" not in seen(app)
        assert "you are here now" in seen(app)
        await pilot.press("escape")
        await read_on(pilot)
        await pilot.press("3")
        await read_on(pilot)
        await pilot.press("enter", "home", "r", "m")
        for _ in range(3):
            await pilot.pause()
        text = seen(app)
        assert "two endings left to find" in text
        assert "Cold   apart for now" in text
        assert "earlier: “I know, but the meeting ran over" in text
        assert "◎ earlier" in text
        assert "earlier: “Fine. I'm going up.”" in text
        await pilot.press("escape", "1", "m")
        for _ in range(3):
            await pilot.pause()
        text = seen(app)
        assert "the meeting ran over" not in text
        assert "“I did, and I let you wait." in text


async def test_odd_texts_stand_as_written_on_the_map_and_in_the_talk(
    make_app: AppMaker, plate: Loaded
) -> None:
    scenario = plate.scenario
    assert scenario is not None
    nodes = dict(scenario.nodes)
    for node, text in zip(("door", "answer", "last"), ODD, strict=True):
        choices = tuple(changed(each, say=text) for each in nodes[node].choices)
        nodes[node] = changed(nodes[node], choices=choices)
    nodes["cold"] = changed(nodes["cold"], ending=Ending("apart", ODD[1], ODD[0]))
    play = Play(changed(scenario, nodes=nodes), ["sam"])
    for move in ("own-it", "leave"):
        play.move(move)
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.push_screen(MapScreen(play, explore(play.scenario)))
        await pilot.pause()
        found = seen(app)
        for text in ODD:
            assert text in found
        app.push_screen(WholeTalkScreen(play))
        await pilot.pause()
        for text in ODD:
            assert text in whole(app.screen)


PLAYED = ("enter", "enter", "2", "space", "space", "1", "space", "1")


def test_map_picture(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = [*PLAYED[:3], "u", "u", "1", "2", "1", "m"]
    assert snap_compare(make_app("morning"), terminal_size=(80, 24), press=keys)


def test_take_along_picture(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(), terminal_size=(40, 20), press=[*PLAYED, "i"])
