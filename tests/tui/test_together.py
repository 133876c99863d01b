"""Two people at one keyboard, from the first screen to the last."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.screen import Screen

from tests.tui.conftest import AppMaker
from tests.tui.evenings import alex_begins, begun, calm, look, press
from tests.tui.reading import settled, whole
from trainer.history.history import History
from trainer.paths import data_folder
from trainer.tui.home import HomeScreen
from trainer.tui.home_list import GO_ON
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen
from trainer.tui.start import StartScreen
from trainer.tui.time_out import TimeOutScreen
from trainer.tui.together.brief import BriefScreen
from trainer.tui.together.debrief_for_two import DebriefForTwo
from trainer.tui.together.enough import EnoughScreen
from trainer.tui.together.halfway import HalfwayScreen
from trainer.tui.together.home import HomeForTwo
from trainer.tui.together.landing import LandingScreen
from trainer.tui.together.leaving import LeavingScreen
from trainer.tui.together.listen import ListenScreen
from trainer.tui.together.names import NamesScreen
from trainer.tui.together.notes import NotesScreen
from trainer.tui.together.notice import NoticeScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.seats import SeatsScreen
from trainer.tui.together.swap import SwapScreen
from trainer.tui.together.take_back import TakeBackScreen
from trainer.tui.together.time_out import TimeOutForTwo
from trainer.tui.typed_line import TypedLine

#: Sam, Robin, Sam, in the file's order; each ending is one line away from the last.
ENDINGS = {"Warm again": "1", "Half warm": "2", "Cold": "3"}


@pytest.fixture(autouse=True)
def _alex_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    alex_begins(monkeypatch)


# From the first screen to the last


@pytest.mark.parametrize("ending", ENDINGS)
async def test_two_people_play_to_each_ending(make_app: AppMaker, ending: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot, "1", "1", ENDINGS[ending])
        talk = await two.to(PlayForTwo)
        await two.to(DebriefForTwo)
        play = talk.session.play
        assert play.ending is not None
        assert play.ending.title == ending
        await two.past(SwapScreen, EnoughScreen)
        await press(pilot, "1")
        assert isinstance(app.screen, HomeForTwo)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert len(app.screen_stack) == 1


async def test_what_comes_after_what(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        await two.to(EnoughScreen)
        assert two.went == [
            "NoticeScreen", "HomeForTwo", "NotesScreen", "NamesScreen", "SeatsScreen",
            "BriefScreen", "PlayForTwo", "LandingScreen", "PlayForTwo", "HalfwayScreen",
            "PlayForTwo", "LandingScreen", "PlayForTwo", "ShowMarksScreen", "DebriefForTwo",
            "SwapScreen", "EnoughScreen",
        ]  # fmt: skip


async def test_the_seats_are_swapped_once(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot, SwapScreen=("1",))
        await two.past(SwapScreen, BriefScreen)
        assert "Pass to Jo." in await look(pilot)
        talk = await two.to(PlayForTwo)
        assert "Sam · Jo" in await look(pilot)
        await two.to(EnoughScreen)
        assert talk.session.is_swapped
        assert two.went.count("SwapScreen") == 1
        assert "GuessScreen" in two.went
        assert "ExpectedScreen" in two.went
        assert two.went[-2:] == ["DebriefForTwo", "EnoughScreen"]


async def test_listening_first_comes_before_each_answer(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        two = await begun(pilot)
        await two.to(SeatsScreen)
        await press(pilot, "4")
        assert "Listen first   on" in await look(pilot)
        await two.past(LandingScreen, ListenScreen)
        await two.to(DebriefForTwo)
        assert two.went.count("ListenScreen") == 2


async def test_a_shipped_scenario_in_a_small_window(
    make_app: AppMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = Path(__file__).parents[2] / "scenarios"
    monkeypatch.setattr("trainer.scenario.library.shipped_folder", lambda: str(shipped))
    app = make_app(in_order=False, seed=7)
    async with app.run_test(size=(40, 20)) as pilot:
        two = await begun(pilot)
        await two.past(SwapScreen, EnoughScreen)
        assert "HalfwayScreen" in two.went


# Nothing is kept, and nothing is there to be turned on anyone


async def test_nothing_of_it_is_kept(make_app: AppMaker) -> None:
    names = ("Zebedee", "Wilhelmina")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        before = kept_bytes()
        two = await begun(pilot, "2", "3", NamesScreen=names, SwapScreen=("1",))
        await two.to(LandingScreen)
        assert "Wilhelmina" in await look(pilot)
        await two.to(EnoughScreen)
        await press(pilot, "1", "escape")
        home = await settled(pilot)
        assert GO_ON not in [item.id for item in home.query_one("#scenarios", Picker).items]
    assert kept_bytes() == before
    assert "Zebedee" not in before
    assert not History(data_folder()).plays()


def kept_bytes() -> str:
    """All that is in the data folder."""
    found = sorted(path for path in Path(data_folder()).rglob("*") if path.is_file())
    return "".join(f"{path.name}: {path.read_bytes()!r}" for path in found)


async def test_no_number_no_total_and_nobody_who_stopped(make_app: AppMaker) -> None:
    texts: dict[str, str] = {}

    def see(screen: Screen[None]) -> None:
        name = type(screen).__name__
        texts[name] = f"{texts.get(name, '')}\n{without_keys(screen)}"
        stop = screen.active_bindings["f4" if name == "NamesScreen" else "x"].binding
        assert (stop.id, stop.action) == ("two.another-time", "another_time") or name in LAST

    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        two = await begun(pilot, "2", "2", "1", see=see, SwapScreen=("1",))
        await two.to(SeatsScreen)
        await press(pilot, "4")
        await two.to(EnoughScreen)
    # How long a scenario takes is nobody's number.
    for name in ("HomeForTwo", "NotesScreen"):
        texts[name] = re.sub(r"\b\d+ min\b", "", texts[name])
    texts["NoticeScreen"] = texts["NoticeScreen"].replace("F2 has people", "")
    assert len(texts) >= 15
    for name, text in texts.items():
        assert not re.search(r"\d", text), f"{name}: {text}"
        for word in ("score", "points", "total", "in all", "right guess", "best"):
            assert word not in text.lower(), f"{name}: {word}"
    for name in ("Alex", "Jo"):
        assert name not in texts["EnoughScreen"]


#: There is nothing to stop any more.
LAST = ("EnoughScreen",)


def without_keys(screen: Screen[None]) -> str:
    """What can be read, without the digits that are keys."""
    return re.sub(r"(?m)^\s*(▸ )?\d  ", "", whole(screen))


async def test_another_time_is_the_same_everywhere(make_app: AppMaker) -> None:
    ends = set()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for stop in (NoticeScreen, PlayForTwo, LandingScreen, SwapScreen):
            await (await begun(pilot)).to(stop)
            assert "x another time" in await look(pilot)
            await press(pilot, "x")
            assert isinstance(app.screen, EnoughScreen)
            assert "That's enough for tonight." in whole(app.screen)
            ends.add(await look(pilot))
            await press(pilot, "escape")
            assert isinstance(app.screen, HomeForTwo)
    assert len(ends) == 1


async def test_after_a_stop_they_are_on_their_own_first_screen(make_app: AppMaker) -> None:
    """Two still sit there: nobody's plays are shown until they leave, which is one key."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "2", "escape", "2")
        await settled(pilot)
        assert "go on where you were" in await look(pilot)
        two = await begun(pilot)
        await two.to(LandingScreen)
        await press(pilot, "x", "1")
        assert isinstance(app.screen, HomeForTwo)
        text = await look(pilot)
        assert "The cold plate" in text
        for word in ("played", "go on where", "begin with", "your lines", "Alex", "Jo"):
            assert word not in text
        names = await two.to(NamesScreen)  # the notice is not told twice
        assert two.went.count("NoticeScreen") == 1
        assert names.query_one(TypedLine).text == ""
        await press(pilot, "f4", "1", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert len(app.screen_stack) == 1
        await settled(pilot)
        assert "go on where you were" in await look(pilot)


async def test_who_stops_at_the_notice_reads_it_before_a_play(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await press(pilot, "2", "1")
        assert isinstance(app.screen, HomeForTwo)
        await press(pilot, "enter")
        assert isinstance(app.screen, NoticeScreen)
        await press(pilot, "1")
        assert isinstance(app.screen, NotesScreen)


async def test_another_time_from_what_stands_in_front(make_app: AppMaker) -> None:
    """A time-out, a question, a question under a time-out: it is one key there as well."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for front in (("t",), ("u", "f5"), ("escape",)):
            await (await begun(pilot)).to(PlayForTwo)
            await press(pilot, "3", *front)
            assert not isinstance(app.screen, PlayForTwo)
            await press(pilot, "x")
            assert isinstance(app.screen, EnoughScreen), front
            await press(pilot, "1")


async def test_another_time_while_a_name_is_typed(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(NamesScreen)
        await press(pilot, "x")
        assert isinstance(app.screen, NamesScreen)
        await press(pilot, "f4")
        assert isinstance(app.screen, EnoughScreen)


async def test_home_in_the_palette_is_another_time(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(LandingScreen)
        app.to_home()  # what the palette calls
        await calm(app)
        assert isinstance(app.screen, EnoughScreen)


async def test_leaving_it_here_halfway(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(HalfwayScreen)
        await press(pilot, "2")
        assert isinstance(app.screen, EnoughScreen)
        await press(pilot, "2")
    assert app.return_code == 0


async def test_neither_answer_halfway_is_the_usual_one(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        halfway = await (await begun(pilot)).to(HalfwayScreen)
        assert halfway.picker.highlighted is None
        await press(pilot, "enter", "enter")
        assert app.screen is halfway
        await press(pilot, "down", "down", "enter")
        assert isinstance(app.screen, EnoughScreen)


# In the talk


async def test_a_line_is_taken_back_if_both_like(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        talk = await (await begun(pilot)).to(PlayForTwo)
        await press(pilot, "u")
        assert app.screen is talk
        await press(pilot, "3", "u")
        assert isinstance(app.screen, TakeBackScreen)
        assert "Can we take that one back?" in await look(pilot)
        assert "[You hang up your coat, slowly.]" in await look(pilot)
        await press(pilot, "2")
        assert talk.session.play.moves == ["coat"]
        await press(pilot, "u", "1")
        assert not talk.session.play.decisions
        assert "Your turn: Sam · Alex" in await look(pilot)
        assert "coat" not in talk.page.plain


async def test_whose_turn_it_is_and_no_word_of_judgement(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        two = await begun(pilot, "2")
        await two.past(LandingScreen, PlayForTwo)
        text = await look(pilot)
        assert "Your turn: Robin · Jo" in text
        assert "Sam · Alex" in text
        assert "Pick a line and say it aloud." in text
        assert "what the line did" not in text
        for meter in ("trust", "ease", "Acknowledge", "▲", "▼"):
            assert meter not in text


async def test_whose_turn_it_is_in_a_small_window(make_app: AppMaker) -> None:
    """However much there is to read on, or back: whose turn it is gives way to nothing."""
    app = make_app()
    async with app.run_test(size=(40, 15)) as pilot:
        two = await begun(pilot, "2", NamesScreen=("Alexandra", "Josephine"))
        talk = await two.past(LandingScreen, PlayForTwo)
        text = await look(pilot)
        assert any(talk.page.beyond)
        assert "Your turn: Robin · Josephine" in text


async def test_somebody_has_to_go(make_app: AppMaker) -> None:
    """Stopping comes first; going on alone is a new talk under the names of the roles."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        talk = await (await begun(pilot)).to(PlayForTwo)
        await press(pilot, "3", "escape")
        leaving = app.screen
        assert isinstance(leaving, LeavingScreen)
        assert [item.id for item in leaving.items()] == ["stop", "stay", "alone"]
        await press(pilot, "q")
        assert app.screen is talk
        await press(pilot, "escape", "3")
        assert isinstance(app.screen, StartScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, PlayScreen)
        assert "Alex" not in await look(pilot)
        assert "line 1 of" in await look(pilot)
        assert not app.screen.talk_of.moves


async def test_leaving_while_setting_up_offers_to_stop(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for screen in (NamesScreen, SeatsScreen):
            await (await begun(pilot)).to(screen)
            await press(pilot, "escape")
            assert isinstance(app.screen, LeavingScreen)
            await press(pilot, "2")
            assert isinstance(app.screen, screen)
            await press(pilot, "escape", "1")
            assert isinstance(app.screen, EnoughScreen)
            await press(pilot, "1")


async def test_ctrl_c_leaves_as_everywhere(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await (await begun(pilot)).to(LandingScreen)
        await pilot.press("ctrl+c")
    assert app.return_code == 130


async def test_the_time_out_is_for_both(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        talk = await (await begun(pilot)).to(PlayForTwo)
        await press(pilot, "t")
        assert isinstance(app.screen, TimeOutForTwo)
        text = " ".join((await look(pilot)).split())
        assert "separate rooms" in text
        assert "Don't rehearse it" in text
        assert "even if only to say not yet" in text
        await press(pilot, "1")
        assert "Back here at" in " ".join(whole(app.screen).split())
        await press(pilot, "f5")
        assert app.screen is talk
        await press(pilot, "x", "1", "escape", "enter", "enter", "t")
        assert isinstance(app.screen, TimeOutScreen)
        assert not isinstance(app.screen, TimeOutForTwo)
