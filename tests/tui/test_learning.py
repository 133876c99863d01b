"""Learn, the rules before a skill's first scenario, and the first play."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen, settled, whole
from trainer.scenario.files import Loaded
from trainer.tui.first_play import FirstPlayScreen
from trainer.tui.help import HelpScreen
from trainer.tui.home import HomeScreen
from trainer.tui.learn import LearnScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import Learn
from trainer.tui.play import PlayScreen
from trainer.tui.rule_pick import RulePickScreen
from trainer.tui.start import StartScreen

Compare = Callable[..., bool]


async def test_every_skill_and_principle_can_be_read(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        app.screen.post_message(Learn())
        await pilot.pause()
        assert isinstance(app.screen, LearnScreen)
        page = app.screen.query_one("#page", Lines)
        found = ""
        for _ in range(7):
            found += page.plain
            await pilot.press("down")
            await pilot.pause()
        for words in ("When you did it, say so first.", "I am late, and you waited.", "says who?"):
            assert words in found, words
        for principle in app.library.catalogue.principles.values():
            assert principle.shows in found
            assert principle.against in found


async def test_on_small_screens_list_and_page_take_turns(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        app.screen.post_message(Learn())
        await pilot.pause()
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "What to say after a miss." in seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, LearnScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_rules_come_before_a_skills_first_scenario_and_only_then(
    make_app: AppMaker,
) -> None:
    app = make_app(introduce=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RulePickScreen)
        assert "I am late, and you waited." in seen(app)
        await pilot.press("1")
        await pilot.pause()
        assert "That is the one." in whole(app.screen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


async def test_the_rules_can_be_skipped_and_are_not_shown_to_who_played_before(
    make_app: AppMaker,
) -> None:
    app = make_app(introduce=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter", "1")
        await pilot.pause()
    app = make_app(introduce=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#scenarios").focus()
        await pilot.press("end", "enter")
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)


async def test_a_pick_that_is_off_can_be_made_again(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        skill = next(iter(app.library.catalogue.skills.values()))
        other = type(skill)(
            skill.id, skill.title, "", ("Another rule.", *skill.rules), skill.models, ()
        )
        app.push_screen(RulePickScreen(other))
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        assert "Look again" in seen(app)
        await pilot.press("2")
        await pilot.pause()
        assert "That is the one." in seen(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_the_first_play_teaches_the_keys_by_using_them(
    make_app: AppMaker, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        app.screen.post_message(Learn())
        await pilot.pause()
        await pilot.press("home", "enter")
        await pilot.pause()
        assert isinstance(app.screen, FirstPlayScreen)
        lesson = app.screen.query_one("#lesson", Lines)
        assert lesson.size.height > 0
        for keys, words in (
            ((), "Say the second"),
            (("down", "enter"), "Now press u"),
            (("u",), "Press 1"),
            (("1",), "press w"),
            (("w",), "Enter ends it"),
            ((*"soon", "enter"), "nearest to yours"),
            (("1",), "What did your words have?"),
            (("escape",), "That is all it takes."),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert words in lesson.plain, words
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert not app.kept.history.plays()


def test_rules_picture(snap_compare: Compare, make_app: AppMaker) -> None:
    assert snap_compare(make_app(introduce=True), terminal_size=(80, 24), press=["enter"])


def test_learn_picture(snap_compare: Compare, make_app: AppMaker) -> None:
    keys = ["r", "down"]
    assert snap_compare(make_app("morning"), terminal_size=(120, 40), press=keys)


async def test_rules_come_too_where_one_scenario_was_asked_for(
    make_app: AppMaker, plate: Loaded
) -> None:
    app = make_app(introduce=True, play=plate.scenario)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, StartScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, RulePickScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        await pilot.press("2", "3", "enter", "r")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)  # and only once


@pytest.mark.parametrize("keys", [("f",), ("question_mark", "f")])
async def test_the_first_play_is_begun_from_home_and_its_help(
    make_app: AppMaker, keys: tuple[str, ...]
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "New here? f teaches the keys." in seen(app)
        await pilot.press(*keys)
        await pilot.pause()
        assert isinstance(app.screen, FirstPlayScreen)


async def test_help_within_a_talk_does_not_leave_it(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "question_mark", "f")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "first play" not in seen(app)
