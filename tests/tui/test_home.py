"""Home: the suggestion and its reason, figures, finding, orders, what is left out; settings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen, settled, whole
from trainer.history.history import History
from trainer.history.model import Figures
from trainer.paths import data_folder
from trainer.practice.play import Play
from trainer.practice.weakest import weakest
from trainer.scenario.files import Loaded
from trainer.scenario.library import open_library
from trainer.settings import NAME
from trainer.tui.find import Find
from trainer.tui.left import LeftScreen
from trainer.tui.left_out import LeftOutScreen
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen
from trainer.tui.settings_screen import SettingsScreen
from trainer.tui.shelf import BY_LENGTH, BY_LEVEL, NEW_FIRST, Files, LookBack, Shelf, read_whole
from trainer.tui.start import StartScreen
from trainer.tui.suggesting import suggest
from trainer.tui.when import DAY, ago

#: Monday, 2 March 2026, noon in UTC.
NOON = 1_772_452_800_000
COLD, SECOND = "the-cold-plate", "the-second-plate"


@pytest.fixture
def settings_file() -> Path:
    return Path(data_folder(), NAME)


def played(score: int | None, days: int, times: int = 1, *endings: str) -> Figures:
    return Figures(times, NOON - days * DAY, score, frozenset(endings))


# What it suggests


@pytest.mark.parametrize(
    ("figures", "scenario", "why"),
    [
        ({}, COLD, "at its gentlest"),
        ({COLD: played(90, 1)}, SECOND, "The next one of Making up, new to you."),
        ({COLD: played(40, 9)}, COLD, "9 days ago your lines reached 40 of 100."),
        ({COLD: played(0, 9)}, COLD, "9 days ago your lines reached 0 of 100."),
        ({COLD: played(40, 0)}, SECOND, "new to you"),
        ({COLD: played(90, 3), SECOND: played(80, 4)}, SECOND, "You played it 4 days ago"),
        ({COLD: played(None, 3), SECOND: played(None, 1)}, COLD, "longer ago than all others"),
    ],
)
def test_one_suggestion_with_its_reason(
    figures: dict[str, Figures], scenario: str, why: str
) -> None:
    shelf = Shelf(open_library())
    shelf.look_back = LookBack(figures, (), NOON)
    suggestion = suggest(shelf)
    assert suggestion is not None
    assert suggestion.entry.head.id == scenario
    assert why in suggestion.why


def test_what_is_left_out_is_not_suggested() -> None:
    assert suggest(Shelf(open_library())) is not None
    assert suggest(Shelf(open_library(), ["LATE"])) is None


@pytest.mark.parametrize(
    ("days", "words"),
    [(-400, "today"), (0, "today"), (1, "yesterday"), (13, "13 days ago"), (20, "2 weeks ago"),
     (90, "3 months ago"), (800, "2 years ago")],
)  # fmt: skip
def test_when_something_was(days: int, words: str) -> None:
    assert ago(NOON - days * DAY, NOON) == words


# What it shows


async def test_figures_come_after_the_first_frame(
    make_app: AppMaker,
) -> None:
    app = make_app(clock=lambda: NOON / 1000)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "Scores are about lines, never you." in seen(app)
        await pilot.press("enter", "enter", "2", "3", "enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        home = await settled(pilot)
        home.shelf.files = read_whole(home.library, lambda: False) or Files()
        home.query_one("#scenarios", Picker).highlight("0")
        await pilot.pause()
        text = seen(app)
        assert "played once, today" in text
        assert "endings found: 1 of 3  ●○○" in text
        assert re.search(r"your lines reached \d+ of 100", text)
        assert "1 of 2 played" in text
        assert "Scores are about lines" not in text


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40)])
async def test_the_first_run_tells_in_five_lines_beside_home(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        home = await settled(pilot)
        text = seen(app)
        for line in ("Practise hard talks", "Not therapy. Afraid? F2", "stays on this machine"):
            assert line in text
        assert home.query_one("#welcome").size.height == 5
        assert "The cold plate" in text


async def test_nothing_is_made_on_the_disk_by_looking(make_app: AppMaker) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s", "escape", "o", "slash", "x", "escape")
        await pilot.pause()
    folder = Path(data_folder())
    assert not folder.exists() or not any(folder.iterdir())


# Finding and sorting


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("second", [SECOND]),
        ("COLD plate", [COLD]),
        ("robin has eaten", [COLD]),
        ("being late", [COLD]),
        ("acknowledge", [COLD, SECOND]),
        ("nothing at all", []),
    ],
)
def test_finding_looks_in_titles_scenes_principles_and_notes(typed: str, found: list[str]) -> None:
    shelf = Shelf(open_library())
    shelf.find = typed
    assert {shelf.entries[key].head.id for key in shelf.visible} >= set(found)
    if not found:
        assert not shelf.visible


async def test_find_by_typing(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"second")
        await pilot.pause()
        text = seen(app)
        assert "The second plate" in text
        assert "The cold plate" not in text
        await pilot.press(*"zz")
        await pilot.pause()
        assert "Nothing here has that." in seen(app)
        await pilot.press("backspace", "backspace", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StartScreen)
        assert screen.scenario.id == SECOND
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "The cold plate" in seen(app)


async def test_typing_what_looks_like_markup_is_only_text(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"[/]q[b")
        await pilot.pause()
        assert "[/]q[b" in seen(app)
        app.screen.query_one(Find).post_message(Paste("\x1b[31m\x07" + "novel " * 100_000))
        await pilot.pause()
        assert "\x1b" not in app.screen.query_one(Find).value
        assert len(app.screen.query_one(Find).value) <= 60
        assert app.return_code is None


def test_the_orders() -> None:
    shelf = Shelf(open_library())
    shelf.look_back = LookBack({COLD: played(50, 1)}, (), NOON)
    for order, key in (
        (BY_LEVEL, lambda head: head.level),
        (BY_LENGTH, lambda head: head.minutes),
        (NEW_FIRST, lambda head: head.id == COLD),
    ):
        shelf.order = order
        ((_, keys),) = shelf.groups()
        values = [key(shelf.entries[each].head) for each in keys]
        assert values == sorted(values)
        assert len(values) == len(shelf.entries)


async def test_choose_for_me_opens_one_of_those_that_are_shown(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("slash", *"second", "tab", "c")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, StartScreen)
        assert screen.scenario.id == SECOND


# Settings


async def test_a_setting_counts_at_once_and_is_kept(
    make_app: AppMaker, settings_file: Path
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        await pilot.press("1", "2", "down", "enter")
        await pilot.pause()
        assert app.theme == "morning"
        assert "rehearsal" not in seen(app)
        assert "first, before the choices" in seen(app)
        text = settings_file.read_text()
        assert 'theme = "morning"' in text
        assert 'feedback = "coached"' in text
        assert "say_first = true" in text
        assert app.habits.say_first


async def test_leaving_out_a_note_is_everywhere(make_app: AppMaker, settings_file: Path) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        home = await settled(pilot)
        await pilot.press("s", "8")
        await pilot.pause()
        assert isinstance(app.screen, LeftOutScreen)
        app.screen.query_one("#notes", Picker).highlight("being late")
        await pilot.press("enter", "escape", "escape")
        await pilot.pause()
        assert app.screen is home
        assert "The cold plate" not in whole(home)
        assert "2 scenarios are left out" in whole(home)
    assert 'leave_out = ["being late"]' in settings_file.read_text()
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "The cold plate" not in seen(app)


async def test_a_broken_settings_file_is_named_with_its_line(
    make_app: AppMaker, settings_file: Path
) -> None:
    settings_file.write_text('theme = "morning"\nsay_first =\n')
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "settings.toml, line 2" in seen(app)
        await pilot.press("p")
        await pilot.pause()
        assert "line 2" in seen(app)
        await pilot.press("escape", "s", "3")
        await pilot.pause()
        assert "was not changed: line 2" in seen(app)
    assert settings_file.read_text() == 'theme = "morning"\nsay_first =\n'


async def test_keys_are_the_players_own_and_help_shows_them(
    make_app: AppMaker, settings_file: Path
) -> None:
    settings_file.write_text('[keys]\n"play.take-back" = "z, backspace"\n"play.leave" = "x"\n')
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("enter", "enter", "2")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        assert "z take back" in seen(app)
        await pilot.press("u")
        await pilot.pause()
        assert screen.talk_of.decisions
        await pilot.press("backspace")
        await pilot.pause()
        assert not screen.talk_of.decisions
        # What shared the old key keeps it: Escape skips what is asked, and leaves no more.
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("w", "escape")
        await pilot.pause()
        assert screen.query_one("#choices").display
        await pilot.press("2", "f1")
        await pilot.pause()
        page = whole(app.screen)  # type: ignore[arg-type]
        assert re.search(r"(z backspace|backspace z) +take back", page)
        assert "play.take-back" in page


@pytest.mark.parametrize("keys", ['"play.leave" = "a,,b"', '"no.such" = "x"', '"a" = 1'])
async def test_keys_that_make_no_sense_do_no_harm(
    make_app: AppMaker, settings_file: Path, keys: str
) -> None:
    settings_file.write_text(f"[keys]\n{keys}\n")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "escape")
        await pilot.pause()
        assert "Leave this talk?" in seen(app)


# What was left, and what had room


def left(plate: Loaded, *lines: str) -> None:
    """Plays that were left after their first line."""
    assert plate.scenario is not None
    history = History(data_folder(), lambda: NOON / 1000)
    for line in lines:
        history.begin(Play(plate.scenario, ["sam"]), seed=None).move(line)
    history.close()


async def test_every_talk_that_was_left_can_be_gone_on_with(
    make_app: AppMaker, plate: Loaded
) -> None:
    left(plate, "own-it", "explain", "coat")
    app = make_app(clock=lambda: NOON / 1000)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await settled(pilot)
        assert "and 2 other talks that you left" in seen(app)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, LeftScreen)
        assert seen(app).count("after 1 line, today") == 3
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is home
        await pilot.press("enter", "end", "enter")
        for _ in range(3):
            await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        assert app.screen.talk_of.moves == ["own-it"]  # the oldest


async def test_talks_of_what_is_left_out_are_not_offered(
    make_app: AppMaker, settings_file: Path, plate: Loaded
) -> None:
    left(plate, "own-it", "coat")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        home = await settled(pilot)
        assert len(home.shelf.left) == 2
        home.leave_out(["late"])
        assert home.shelf.left == []
        assert "that you left" not in whole(home)


def test_the_principle_with_the_most_room_is_suggested() -> None:
    shelf = Shelf(open_library())
    figures = Figures(1, NOON, 90, frozenset())
    played = {shelf.entries["0"].head.id: figures}
    focus = next(e.head.focus[0] for e in shelf.entries.values() if e.head.id not in played)
    shelf.look_back = LookBack(played, (), NOON, weakest=focus)
    suggestion = suggest(shelf)
    assert suggestion is not None
    assert focus in suggestion.entry.head.focus
    assert suggestion.entry.head.id not in played
    title = shelf.catalogue.title_of(focus)
    assert suggestion.why == f"Your last talks had room for more of this: {title}."
    # Where all of it was played just now, what else there is comes.
    everything = {entry.head.id: figures for entry in shelf.entries.values()}
    shelf.look_back = LookBack(everything, (), NOON, weakest=focus)
    suggestion = suggest(shelf)
    assert suggestion is not None
    assert "longer ago than all others" in suggestion.why


@pytest.mark.parametrize(
    ("profiles", "found"),
    [
        ([], ""),
        ([{"ask": (2, 0, 0)}], ""),  # hardly on offer
        ([{"ask": (4, 2, 0)}], ""),  # half of it was shown
        ([{"ask": (4, 2, 1)}], "ask"),
        ([{"ask": (4, 1, 0), "listen": (4, 0, 0)}, {"listen": (2, 2, 0)}], "ask"),
        ([{"listen": (4, 0, 0), "ask": (4, 0, 0)}], "ask"),  # always the same one
        ([{"listen": (6, 0, 0), "ask": (4, 0, 0)}], "listen"),
    ],
)
def test_what_had_the_most_room(
    profiles: list[dict[str, tuple[int, int, int]]], found: str
) -> None:
    assert weakest(profiles) == found
