"""What is in view at each size: nothing cut that is needed, nothing empty, no key for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset, Region

from tests.tui.conftest import AppMaker
from tests.tui.reading import read_on, seen, settled
from tests.tui.test_home import NOON, left
from trainer.paths import data_folder
from trainer.practice.practising import COACHED, REHEARSAL, How
from trainer.practice.scoring import Row
from trainer.scenario.files import Loaded
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.problems import Problem
from trainer.scenario.record import changed
from trainer.settings import NAME
from trainer.tui.bars import Bar
from trainer.tui.debrief_text import _profile_row
from trainer.tui.help import HelpScreen
from trainer.tui.how import FEEDBACK, how_items
from trainer.tui.leave import LeaveScreen
from trainer.tui.lines import Lines
from trainer.tui.own_words import marker_items
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen
from trainer.tui.problems import problem_blocks
from trainer.tui.rule_pick import RulePickScreen
from trainer.tui.shelf import Shelf
from trainer.tui.start import StartScreen
from trainer.tui.text import EMPTY, Block

PLAY = ("enter", "enter")


def drawn(blocks: list[Block], width: int) -> str:
    return "\n".join(line.content.plain for block in blocks for line in block(width))


# Titles


@pytest.mark.parametrize("keys", [(), ("f2",), ("enter",), ("s", "8")])
async def test_titles_fit_a_narrow_screen(make_app: AppMaker, keys: tuple[str, ...]) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert "…" not in "".join(seen(app).splitlines()[:2])


# Home


async def test_another_order_is_named_and_begins_at_its_first(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        home = await settled(pilot)
        await pilot.press("end", "o")
        await pilot.pause()
        first = home.shelf.groups()[0][1][0]
        assert home.query_one("#scenarios", Picker).highlighted == first
        assert "gentlest first" in seen(app)


async def test_the_talks_that_were_left_are_told_beside_the_list(
    make_app: AppMaker, plate: Loaded
) -> None:
    left(plate, "own-it", "explain")
    app = make_app(clock=lambda: NOON / 1000)
    async with app.run_test(size=(80, 24)) as pilot:
        home = await settled(pilot)
        await pilot.press("down")
        await pilot.pause()
        assert home.query_one("#card", Lines).plain.count("after 1 line, today") == 2


async def test_where_nothing_is_found_the_way_back_is_told(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "z", "z")
        await pilot.pause()
        assert "esc shows all again." in seen(app)


async def test_the_key_to_what_is_wrong_fits_a_narrow_screen(
    make_app: AppMaker, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("- a\n- list\n")
    app = make_app(own_folders=(str(tmp_path),))
    async with app.run_test(size=(40, 20)):
        assert "has a problem · p" in seen(app)


@pytest.mark.parametrize("width", [40, 80])
async def test_so_does_the_key_to_what_is_wrong_in_the_settings(
    make_app: AppMaker, width: int
) -> None:
    path = Path(data_folder(), NAME)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('# mine\ntheme = "dusk"\nfeedback = coached\n')
    app = make_app()
    async with app.run_test(size=(width, 20)) as pilot:
        await settled(pilot)
        notice = next(line for line in seen(app).splitlines() if "settings.toml, line 3" in line)
        assert notice.endswith("p more")


async def test_what_was_stands_on_one_line_and_ends_where_it_says_so(
    make_app: AppMaker, plate: Loaded
) -> None:
    left(plate, "own-it")
    app = make_app(clock=lambda: NOON / 1000)
    async with app.run_test(size=(40, 20)) as pilot:
        home = await settled(pilot)
        glance = home.query_one("#glance", Lines)
        assert not glance.show_vertical_scrollbar
        assert glance.size.height == 1


def test_notes_are_in_the_order_of_the_alphabet(make_app: AppMaker) -> None:
    shelf = Shelf(make_app().library)
    key, entry = next(iter(shelf.entries.items()))
    head = changed(entry.head, content_notes=("Debt", "a cold", "Cats"))
    shelf.entries = {key: changed(entry, head=head)}
    assert shelf.notes == ["a cold", "Cats", "Debt"]


# Before a play


async def test_the_line_that_is_asked_about_is_whole_in_view_on_a_small_screen(
    make_app: AppMaker,
) -> None:
    app = make_app(introduce=True)
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RulePickScreen)
        text = " ".join(seen(app).split())
        skill = next(iter(app.library.catalogue.skills.values()))
        assert "What rule does the strong line follow?" in text
        assert skill.models[0].strong.split()[-1] in text
        pages = app.screen.query_one("#page", Lines).plain
        assert pages.index("said well") < pages.index("said weakly")


@pytest.mark.parametrize("seat", ["sam", "robin"])
async def test_the_whole_brief_is_in_view_at_eighty_by_twenty_four(
    make_app: AppMaker, plate: Loaded, seat: str
) -> None:
    """As long as a premise and a brief get."""
    assert plate.scenario is not None
    words = "Six words of four to five. "
    roles = {
        name: changed(role, brief=(words * 15)[:390] + "The end of it.")
        for name, role in plate.scenario.roles.items()
    }
    long = changed(plate.scenario, premise=(words * 18)[:460], roles=roles)
    app = make_app(play=long, seat=seat)
    async with app.run_test(size=(80, 24)):
        assert isinstance(app.screen, StartScreen)
        assert "The end of it." in seen(app)


@pytest.mark.parametrize("level", [1, 3])
@pytest.mark.parametrize("feedback", [COACHED, REHEARSAL])
@pytest.mark.parametrize("say_first", [False, True])
def test_how_one_practises_fits_a_narrow_screen(
    plate: Loaded, level: int, feedback: str, say_first: bool
) -> None:
    assert plate.scenario is not None
    head = changed(plate.scenario, level=level)
    how = How(feedback, say_first, guess=True)
    for item in how_items(how, head, shipped_catalogue()):
        text = drawn(list(item.blocks), 36)
        assert "…" not in text
        if item.id == FEEDBACK:
            assert feedback in text


# The talk


@pytest.mark.parametrize("line", ["1", "2", "3"])
async def test_narrow_what_stands_above_the_choices_is_whole(make_app: AppMaker, line: str) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press(*PLAY)
        for key in ("", line, "u", "w", "x", "enter", line):
            await pilot.press(*key.split())
            await read_on(pilot)
            status = app.screen.query_one("#status")
            assert "…" not in seen(app).splitlines()[status.region.y]


async def test_a_narrower_terminal_has_the_meter_at_once(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press(*PLAY)
        await pilot.pause()
        assert "What do you say, Sam?" in seen(app)
        await pilot.resize_terminal(80, 24)
        for _ in range(3):
            await pilot.pause()
        assert "What do you say, Sam?" not in seen(app)
        assert "4 wary" in seen(app)


def test_principles_to_tick_are_explained_whole_or_only_named() -> None:
    catalogue = shipped_catalogue()
    for item in marker_items(list(catalogue.principles), [], catalogue):
        if (known := catalogue.principles.get(item.id)) is None:
            continue
        for width in (36, 74):
            text = drawn(list(item.blocks), width)
            assert known.title in text
            assert "…" not in text
        assert known.shows.split()[-1] in drawn(list(item.blocks), 74)


async def test_in_the_terminals_own_colours_what_is_lit_is_one_ground(make_app: AppMaker) -> None:
    app = make_app("terminal")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*PLAY)
        await pilot.pause()
        picker = app.screen.query_one("#choices", Picker)
        lit = [segment.style for segment in picker.render_line(0) if segment.style is not None]
        assert all(style.reverse for style in lit)
        assert len({str(style.color) for style in lit}) == 1


async def test_at_the_ending_the_panel_speaks_of_what_was(
    make_app: AppMaker, plate: Loaded
) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(*PLAY, "2")
        await read_on(pilot)
        panel = app.screen.query_one("#panel", Lines)
        assert "not yet" in panel.plain
        assert "a way back" in panel.plain
        await pilot.press("3")
        await read_on(pilot)
        assert "not yet" not in panel.plain
        assert "a way back" not in panel.plain
        assert "not this time" in panel.plain


async def test_only_who_points_at_the_talk_is_told_what_stands_where(make_app: AppMaker) -> None:
    """Each place makes a style of its own: painted, Textual would keep them, for every line."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*PLAY)
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        talk = app.screen.talk
        painted = talk.render_lines(Region(0, 0, talk.size.width, talk.size.height))
        assert not any(s.style is not None and s.style.meta for line in painted for s in line)
        lines = seen(app).splitlines()
        y = next(at for at, line in enumerate(lines) if "You said seven." in line)
        widget, offset = app.screen.get_widget_and_offset_at(lines[y].index("said"), y)
        assert widget is talk
        assert isinstance(offset, Offset)
        assert talk._drawn[offset.y].content.plain[offset.x :].startswith("said seven.")


async def test_the_line_above_the_choices_comes_with_them(make_app: AppMaker) -> None:
    """In the same frame: a second one would come noticeably later."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*PLAY)
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        status = app.screen.query_one("#status", Bar)
        status.tell(EMPTY)
        app.screen._offer(app.screen._items())
        assert "4 wary" in status.plain


# The debrief


def test_what_was_never_on_offer_is_said_to_be_so() -> None:
    row = drawn([_profile_row("Patience", Row(shown=0, offered=0, against=1))], 76)
    assert "not on offer" in row
    assert "1 against" in row
    assert "━" not in row


async def test_the_key_that_plays_from_a_line_stands_above_the_lines(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*PLAY)
        for line in ("2", "1"):
            await read_on(pilot)
            await pilot.press(line)
        await read_on(pilot)
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert "f from here" in seen(app)


# Pages to read


async def test_reading_on_is_offered_only_where_there_is_more(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "space read on" in seen(app)
        await pilot.press("end")
        await pilot.pause()
        assert "space read on" not in seen(app)
        await pilot.press("home")
        await pilot.pause()
        assert "space read on" in seen(app)


def test_a_place_stands_above_its_message_where_there_is_no_room_beside() -> None:
    problem = Problem("mine.yaml", 15, 12, "error", "x", "a quote is opened and never closed")
    assert "line 15, column 12  a quote is opened" in drawn(problem_blocks([problem]), 76)
    narrow = drawn(problem_blocks([problem]), 38).splitlines()
    assert "  line 15, column 12" in [line.rstrip() for line in narrow]
    assert "    a quote is opened and never closed" in narrow


async def test_what_the_bar_has_no_room_for_can_be_clicked_in_help(make_app: AppMaker) -> None:
    """All by mouse: leaving a talk is not in a narrow bar, but help is."""
    app = make_app()
    async with app.run_test(size=(40, 30)) as pilot:
        await pilot.press(*PLAY)
        await pilot.pause()
        line = seen(app).splitlines()[-1]
        assert "leave" not in line
        await pilot.click("KeyBar", offset=(line.index("keys"), 0))
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        y = next(at for at, row in enumerate(seen(app).splitlines()) if "leave this talk" in row)
        await pilot.click(offset=(6, y))
        for _ in range(3):
            await pilot.pause()
        assert isinstance(app.screen, LeaveScreen)


async def test_a_click_beside_the_keys_of_help_does_nothing(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        for words in ("Keys of the first screen", "what is highlighted", "home.choose"):
            rows = seen(app).splitlines()
            await pilot.click(offset=(4, next(at for at, row in enumerate(rows) if words in row)))
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
