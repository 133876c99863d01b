"""Playing by keyboard alone and by mouse alone; taking back, leaving, help, help lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import read_on, seen, whole
from trainer.scenario.files import Loaded
from trainer.tui.about import AboutScreen
from trainer.tui.app import TrainerApp
from trainer.tui.debrief import DebriefScreen
from trainer.tui.help import HelpScreen
from trainer.tui.home import HomeScreen
from trainer.tui.leave import LeaveScreen
from trainer.tui.lines import Lines
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen
from trainer.tui.start import StartScreen


async def to_play(pilot: Pilot[int]) -> PlayScreen:
    await pilot.press("enter", "enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


ENDINGS = {"1": "Warm again", "2": "Half warm", "3": "Cold"}


@pytest.mark.parametrize("last", ENDINGS)
async def test_keyboard_alone_reaches_each_ending(make_app: AppMaker, last: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, HomeScreen)
        assert "The cold plate" in seen(app)
        await to_play(pilot)
        await pilot.press("1", last)
        await pilot.pause()
        assert app.screen.query_one("#choices", Picker).highlighted == "<debrief>"
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
        assert ENDINGS[last] in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_arrows_and_j_and_k_choose_too(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("down", "j", "k", "enter")
        await pilot.pause()
        assert "the meeting ran over" in screen.talk.plain


@pytest.mark.parametrize("last", ENDINGS)
async def test_mouse_alone_reaches_each_ending(make_app: AppMaker, last: str) -> None:
    app = make_app()

    async def click(pilot: Pilot[int], selector: str, words: str) -> None:
        picker = app.screen.query_one(selector, Picker)
        for y in range(picker.size.height):
            at = y + int(picker.scroll_offset.y)
            if at < len(picker._drawn) and words in picker._drawn[at].content.plain:
                left, top = picker.content_offset
                await pilot.click(selector, offset=(4 + left, y + top))
                await pilot.pause()
                return
        raise AssertionError(f"{words} is not in view")

    async with app.run_test(size=(100, 40)) as pilot:
        await click(pilot, "#scenarios", "The second plate")
        await click(pilot, "#seats", "be Sam")
        await click(pilot, "#choices", "I let you wait")
        words = {"1": "You were scared", "2": "try to do", "3": "going up"}[last]
        await click(pilot, "#choices", words)
        await click(pilot, "#choices", "See how it went")
        assert isinstance(app.screen, DebriefScreen)
        assert ENDINGS[last] in seen(app)


async def test_the_keys_in_the_bar_can_be_clicked(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        line = seen(app).splitlines()[-1]
        await pilot.click("KeyBar", offset=(line.index("help lines"), 0))
        await pilot.pause()
        assert isinstance(app.screen, AboutScreen)


async def test_hovering_highlights(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        picker = screen.query_one("#choices", Picker)
        await pilot.hover("#choices", offset=(6, 2))
        await pilot.pause()
        assert picker.highlighted == "explain"


async def test_consequence_then_coach_then_what_follows(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("2")
        await read_on(pilot)
        talk = screen.talk.plain
        order = [
            "the meeting ran over",
            "turns the glass",
            "▼ Acknowledge",
            "sounds like an excuse",
            "You missed one. It can be mended",
            "One line. That is all it takes.",
        ]
        places = [talk.index(words) for words in order]
        assert places == sorted(places)
        assert "I should have sent a line" not in talk


async def test_the_other_is_shown_in_words_on_wide_screens(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("1")
        await pilot.pause()
        panel = screen.query_one("#panel", Lines).plain
        assert "Robin" in panel
        assert "6 opening" in panel
        assert "ease" not in panel  # that meter is the player's own
        assert "Acknowledge" in panel
        assert "line 2 of about 2" in seen(app)


async def test_the_newest_line_is_in_view_however_much_is_new(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(60, 18)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("2")
        await pilot.pause()
        # What the line did comes first, and the choices when that is read.
        assert screen.talk.lines_below == 0
        assert "the meeting" in seen(app)
        assert "1  go on" in seen(app)
        assert "That is all it takes" not in screen.talk.plain
        await read_on(pilot)
        assert screen.talk.lines_below == 0
        assert "That is all it takes" in seen(app)
        assert "You were scared" in seen(app)
        await pilot.press("pageup", "pageup", "pageup")
        await pilot.pause()
        assert screen.talk.lines_below > 0
        assert "the meeting" in seen(app)
        assert "space" in seen(app)
        await pilot.press("space", "space", "space")
        await pilot.pause()
        assert screen.talk.lines_below == 0


async def test_by_the_page_or_at_once_the_talk_is_the_same(make_app: AppMaker) -> None:
    talks = []
    for size in ((60, 18), (40, 14), (120, 60)):
        app = make_app()
        async with app.run_test(size=size) as pilot:
            screen = await to_play(pilot)
            begun = screen.talk.plain
            await pilot.press("2")
            await pilot.pause()
            await pilot.press("u")  # in the middle of it, where it comes by the page
            await pilot.pause()
            assert screen.talk.plain == begun
            for number in ("2", "1"):
                await read_on(pilot)
                await pilot.press(number)
            await read_on(pilot)
            talks.append(screen.talk.plain)
    assert talks[0] == talks[1] == talks[2]
    assert "You were scared" in talks[0]


async def test_taking_back_is_exact_and_can_be_done_at_the_ending(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        at_first = screen.talk.plain
        await pilot.press("u")
        assert screen.talk.plain == at_first
        await pilot.press("2")
        await read_on(pilot)
        after_one = screen.talk.plain
        await pilot.press("3", "u")
        await pilot.pause()
        assert screen.talk.plain == after_one
        await pilot.press("u")
        await pilot.pause()
        assert screen.talk.plain == at_first
        await pilot.press("1")
        await pilot.pause()
        assert "A second try" in screen.talk.plain
        await pilot.press("1", "1")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("enter", "home")
        await pilot.pause()
        detail = app.screen.query_one("#detail", Lines).plain
        assert "You said first" in detail
        assert "the meeting ran over" in detail
        assert "After taking it back" in detail


async def test_leaving_asks_once(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LeaveScreen)
        assert "Leave this talk?" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("q", "2")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_the_debrief_says_all_there_is(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await to_play(pilot)
        await pilot.press("2", "1", "1")
        await pilot.pause()
        text = whole(app.screen)
        for words in (
            "Warm again",
            "What would you want to hear first?",
            "You reached for it in 1 of 2 lines; one miss, mended with the next line.",
            "of 100",
            "not a measure of you or of your relationship",
            "1 of 3",
            "2 of 2",
            "1 against",
            "line 1: mended",
            "Robin had just said",
            "You said seven.",
            "the meeting ran over",
            "▼ Acknowledge",
            "A stronger line here",
            "I let you wait",
            "says who?",
            "A small book on mending (Test Press).",
            "Endings still open after it: repaired, partly repaired, apart for now.",
            "Don't quote the trainer at anyone.",
        ):
            assert words in text, words


async def test_everything_in_the_debrief_can_be_reached_on_small_screens(
    make_app: AppMaker,
) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await to_play(pilot)
        for number in ("2", "1"):
            await pilot.press(number)
            await read_on(pilot)
        await pilot.press("1")
        await pilot.pause()
        found = seen(app)
        for _ in range(8):
            await pilot.press("space")
            found += seen(app)
        assert "Don't quote the trainer" in found
        await pilot.press("enter")
        await pilot.pause()
        found = seen(app)
        for _ in range(8):
            await pilot.press("space")
            found += seen(app)
        assert "says who?" in found
        await pilot.press("left")
        await pilot.pause()
        assert not app.screen.query_one("#by-line").display


async def test_again_and_the_other_seat(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("1", "1", "1")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.talk_of.seats == ("sam",)
        await pilot.press("1", "1", "1", "s")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.talk_of.seats == ("robin",)


async def test_only_your_own_brief_is_shown(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        text = whole(app.screen)
        assert "You did not text" in text
        assert "being late" in text
        assert "You waited" not in text
        await pilot.press("down")
        await pilot.pause()
        text = whole(app.screen)
        assert "You waited" in text
        assert "You did not text" not in text


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "enter"), ("enter", "enter", "escape")])
async def test_help_and_help_lines_are_one_key_away(
    make_app: AppMaker, keys: tuple[str, ...]
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        before = app.screen
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            assert "▲" in whole(app.screen)
            assert "F2" in whole(app.screen)
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen is before
        for key in ("f2", "a"):
            await pilot.press(key)
            await pilot.pause()
            assert isinstance(app.screen, AboutScreen)
            text = whole(app.screen)
            assert "not therapy" in text
            assert "Samaritans" in text
            await pilot.press("q")
            await pilot.pause()
            assert app.screen is before


async def test_ctrl_c_leaves_with_130(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
    assert app.return_code == 130


async def test_ctrl_c_copies_where_text_is_selected(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(60, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("2")
        await pilot.pause()
        screen.talk.text_select_all()
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.return_code is None
        copied = app.clipboard
        long = "I know, but the meeting ran over, and nobody tells you beforehand how long such"
        assert long in copied  # without the breaks of wrapping, bars and frames
        assert not set("▌│╭╮╰╯─") & set(copied)
        await read_on(pilot)
        await pilot.press("1")
        await read_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#summary", Lines).text_select_all()
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.return_code is None
        assert "how it went" in app.clipboard


def of(app: TrainerApp) -> object:
    return app.return_code


async def test_a_report_is_written_at_the_ending(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    report = tmp_path / "r.json"
    finished = []
    app = make_app(play=plate.scenario, seat="robin", report=str(report), on_finish=finished.append)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter", "3")
        await pilot.pause()
        assert json.loads(report.read_text())["seats"]["robin"]["score"] == 100
        await pilot.press("enter", "escape", "q")
    assert of(app) == 0
    assert len(finished) == 1


async def test_an_unfinished_play_that_should_be_reported_returns_1(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    report = tmp_path / "r.md"
    app = make_app(play=plate.scenario, report=str(report))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "escape", "2")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("q")
    assert of(app) == 1
    assert not report.exists()


async def test_a_report_that_cannot_be_written_is_told(
    make_app: AppMaker, plate: Loaded, tmp_path: Path
) -> None:
    app = make_app(play=plate.scenario, report=str(tmp_path / "[/none]" / "r.json"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "1", "1", "1")
        await pilot.pause()
        assert "The report could not be written" in seen(app)
        await pilot.press("escape", "q")
    assert of(app) == 1


async def test_a_key_held_down_does_no_harm(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["enter"] * 12)
        await pilot.press(*["u"] * 5, *["1"] * 12)
        await pilot.pause()
        assert app.return_code is None


async def test_the_palette_has_only_our_own_commands(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        names = {command.title for command in app.get_system_commands(app.screen)}
        themes = {"Theme: dusk", "Theme: morning", "Theme: terminal"}
        assert names == {"Keys", "Help lines", "Home", *themes}
        await pilot.press("ctrl+p")
        await pilot.pause(0.2)
        await pilot.press(*"morning", "enter")
        await pilot.pause(0.2)
        assert app.theme == "morning"


async def test_the_environment_does_not_choose_the_theme(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTUAL_THEME", "nord")
    monkeypatch.setenv("NO_COLOR", "1")
    app = TrainerApp()
    assert app.theme == "dusk"
    async with app.run_test(size=(80, 24)):
        assert "The cold plate" in seen(app)
        names = {command.title for command in app.get_system_commands(app.screen)}
        assert "Theme: terminal" not in names
