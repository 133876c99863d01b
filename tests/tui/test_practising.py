"""Own words first, guesses, feedback, a principle to watch, replays, saying it again, time-outs."""

from __future__ import annotations

from datetime import datetime

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen, whole
from trainer.practice.practising import BACK, COACHED, MOST_TYPED, REHEARSAL, Guess, Typed
from trainer.scenario.files import Loaded
from trainer.scenario.record import changed
from trainer.tui.about import AboutScreen
from trainer.tui.answers import CHOOSING, GUESSING, TICKING, TYPING, Answers
from trainer.tui.app import TrainerApp
from trainer.tui.bars import Bar
from trainer.tui.debrief import DebriefScreen
from trainer.tui.habits import Habits
from trainer.tui.help import HelpScreen
from trainer.tui.hidden import HiddenScreen
from trainer.tui.lines import Lines
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen
from trainer.tui.say_again import SayAgainScreen
from trainer.tui.start import StartScreen
from trainer.tui.time_out import TimeOutScreen
from trainer.tui.typed_line import TypedLine, one_line


def playing(app: TrainerApp) -> PlayScreen:
    assert isinstance(app.screen, PlayScreen)
    return app.screen


async def settle(pilot: Pilot[int]) -> None:
    """Waits until what was asked for is laid out, on a new screen too."""
    for _ in range(3):
        await pilot.pause()


def stage(app: TrainerApp) -> str:
    return app.screen.query_one(Answers).stage


async def to_play(pilot: Pilot[int], *before: str) -> PlayScreen:
    """From home over the page before the start, with some keys pressed there."""
    await pilot.press("enter", *before, "enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, PlayScreen)
    return pilot.app.screen


# Own words


async def test_own_words_come_before_the_choices_and_are_ticked_after(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert stage(app) == TYPING
        assert "own words" in seen(app)
        assert "I let you wait" not in seen(app)  # the choices are out of sight
        await pilot.press(*"quite late, sorry?", "enter")
        await settle(pilot)
        assert stage(app) == CHOOSING
        assert "Which is nearest to your words?" in seen(app)
        assert "quite late, sorry?" in screen.talk.plain
        await pilot.press("2")
        await settle(pilot)
        assert stage(app) == TICKING
        assert "the meeting ran over" not in screen.talk.plain
        await pilot.press("1", "2")
        await settle(pilot)
        assert stage(app) == CHOOSING
        assert "the meeting ran over" in screen.talk.plain
        decision = screen.talk_of.decisions[0]
        assert screen.practised.typed_at(decision) == Typed("quite late, sorry?", ("acknowledge",))
        await pilot.press("1", "enter")
        await settle(pilot)
        await pilot.press("home")
        await settle(pilot)
        detail = app.screen.query_one("#detail", Lines).plain
        assert "quite late, sorry?" in detail
        assert "I let you wait" in detail  # the strongest line beside it


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_skipping_own_words_costs_nothing(make_app: AppMaker, key: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        before = screen.talk.plain
        await pilot.press("w", key)
        await settle(pilot)
        assert stage(app) == CHOOSING
        assert screen.talk.plain == before
        await pilot.press("1")
        await settle(pilot)
        assert len(screen.talk_of.decisions) == 1


async def test_own_words_can_always_come_first(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot, "w")
        assert stage(app) == TYPING
        await pilot.press("a", "enter", "1", "escape")
        await settle(pilot)
        assert stage(app) == TYPING
        assert app.habits.say_first
        await pilot.press("escape", "1")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)


async def test_taking_back_keeps_what_was_typed(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w", *"Late.", "enter")
        await settle(pilot)
        before = screen.talk.plain
        await pilot.press("2", "2", "u")
        await settle(pilot)
        assert screen.talk.plain == before
        assert screen.talk_of.decisions == []
        await pilot.press("1")
        await settle(pilot)
        assert stage(app) == TICKING  # nothing was ticked yet


async def test_anything_can_be_typed_or_pasted(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w")
        await settle(pilot)
        field = app.screen.query_one(TypedLine)
        field.insert("[/] [@click=app.quit]x[/]\x1b[2J\u202e\nnext\tword")
        assert field.text == "[/] [@click=app.quit]x[/][2J next word"
        field.text = ""
        field.insert("It was a dark and stormy night. " * 20_000)
        await settle(pilot)
        assert len(field.text) == MOST_TYPED
        assert "as long as a line gets" in whole(app.screen)
        await pilot.press("x", "enter")
        await settle(pilot)
        assert "It was a dark and stormy night." in screen.talk.plain
        assert app.return_code is None


def test_a_pasted_text_becomes_one_line() -> None:
    assert one_line("a\r\nb\x07c", 10) == "a  bc"
    assert one_line("abc", 2) == "ab"
    assert one_line("abc", 0) == ""


async def test_keys_that_must_work_while_typing_do(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w", *"qt?ah")
        for key, kind in (
            ("f1", HelpScreen),
            ("f2", AboutScreen),
            ("f5", TimeOutScreen),
            ("f6", HiddenScreen),
        ):
            await pilot.press(key)
            await settle(pilot)
            assert isinstance(app.screen, kind), key
            await pilot.press("escape")
            await settle(pilot)
            assert app.screen is screen
        assert app.screen.query_one(TypedLine).text == "qt?ah"
        await pilot.press("z")
        assert app.screen.query_one(TypedLine).text == "qt?ahz"


# Guesses


async def test_a_guess_comes_before_the_consequence(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await to_play(pilot, "g")
        await pilot.press("2")
        await settle(pilot)
        assert stage(app) == GUESSING
        assert "How will Robin take it?" in seen(app)
        assert screen.talk_of.decisions == []
        await pilot.press("1")
        await settle(pilot)
        guess = screen.practised.guess_at(screen.talk_of.decisions[0])
        assert guess == Guess("closer", BACK)
        await pilot.press("1", "escape")
        await settle(pilot)
        assert len(screen.talk_of.decisions) == 2  # a guess can be skipped
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("home")
        await settle(pilot)
        text = whole(app.screen)
        assert "You guessed that Robin would come closer; Robin pulled back." in text
        assert "just before, Robin: “You said seven.”; Robin's trust was wary" in text
        assert "Into that, your line goes against" in text
        assert "You guessed how one line would land; none right, off at line 1." in text


# Feedback


async def test_in_a_rehearsal_the_coach_waits(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await to_play(pilot, "f")
        await pilot.press("2")
        await settle(pilot)
        assert "turns the glass" in screen.talk.plain
        text = whole(screen)
        for words in ("what the line did", "sounds like an excuse", "▼", "missed one", "is open"):
            assert words not in text, words
        assert "The coach waits for the debrief." in text
        assert app.habits.feedback == REHEARSAL
        await pilot.press("1", "enter")
        await settle(pilot)
        assert "sounds like an excuse" in whole(app.screen)


async def test_the_first_miss_offers_to_take_it_back(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "Or take it back and try another line: u does that." in screen.talk.plain


async def test_what_is_chosen_before_is_remembered(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "down", "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, StartScreen)  # Enter on that row changes it
        assert "rehearsal" in seen(app)
        await pilot.press("1")
        await settle(pilot)
        assert playing(app).practised.how.feedback == REHEARSAL
        await pilot.press("escape", "2", "enter")
        await settle(pilot)
        assert "rehearsal" in seen(app)


def test_the_hardest_level_suggests_rehearsal_until_something_is_chosen() -> None:
    habits = Habits()
    assert [habits.how_for(level).feedback for level in (1, 2, 3)] == [COACHED, COACHED, REHEARSAL]
    habits.remember(habits.how_for(3), 3)
    assert habits.how_for(1).feedback == COACHED  # it was only suggested
    habits.remember(changed(habits.how_for(3), feedback=COACHED), 3)
    assert habits.how_for(3).feedback == COACHED


async def test_one_principle_can_be_watched(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        screen = await to_play(pilot, "p")
        assert "you watch for Acknowledge" in screen.talk.plain
        assert "you watch this one" in whole(screen)
        await pilot.press("2", "1", "enter")
        await settle(pilot)
        summary = app.screen.query_one("#summary", Lines).plain
        assert summary.startswith("You watched Acknowledge.")


# Taking back, and again


async def test_the_last_line_can_be_taken_back_at_the_ending(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("1", "3")
        await settle(pilot)
        assert screen.talk_of.ending is not None
        await pilot.press("u")
        await settle(pilot)
        assert screen.talk_of.ending is None
        await pilot.press("1", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.debrief.play.decisions[1].first.id == "leave"


async def test_a_replay_is_a_new_play_and_says_so(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        first = await to_play(pilot)
        await pilot.press("2", "3", "enter")
        await settle(pilot)
        await pilot.press("home", "down", "f")
        await settle(pilot)
        screen = playing(app)
        assert screen is not first
        assert screen.talk_of is not first.talk_of
        assert screen.talk_of.moves == ["explain"]
        assert screen.practised.replay_from == 2
        assert "replay from line 2" in seen(app)
        assert "sounds like an excuse" in screen.talk.plain  # what was said before is told again
        assert "line 2 of about 2" in seen(app)
        await pilot.press("1", "enter")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)
        assert first.talk_of.moves == ["explain", "leave"]
        assert "replay from line 2" in seen(app)
        assert app.screen.debrief.as_json()["replay_from"] == 2
        assert "replay_from" not in first._debrief().as_json()


async def test_the_first_miss_of_a_replay_offers_to_take_it_back(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await to_play(pilot)
        await pilot.press("2", "3")
        await settle(pilot)
        said = playing(app).talk.plain.partition("I'm going up")
        assert ["Or take it back" in part for part in said] == [True, False, False]
        await pilot.press("enter", "home", "down", "f", "3")
        await settle(pilot)
        said = playing(app).talk.plain.partition("I'm going up")
        assert ["Or take it back" in part for part in said] == [False, False, True]


async def test_in_a_replay_the_lines_before_can_be_taken_back_too(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await to_play(pilot)
        await pilot.press("2", "3", "enter", "home", "down", "f", "u")
        await settle(pilot)
        screen = playing(app)
        assert screen.talk_of.decisions == []
        await pilot.press("u")
        assert screen.talk_of.moves == ["explain", "<"]


async def test_the_line_that_cost_most_is_said_again(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        play = await to_play(pilot)
        await pilot.press("1", "3", "enter")
        await settle(pilot)
        debrief = app.screen
        await pilot.press("y")
        await settle(pilot)
        assert isinstance(app.screen, SayAgainScreen)
        text = whole(app.screen)
        assert "I thought something had happened to you." in text
        assert "You were scared" not in text  # no choices
        await pilot.press(*"Say more", "enter")
        await settle(pilot)
        text = whole(app.screen)
        assert "You were scared. Tell me." in text
        assert "I'll try to do better." in text  # a second good one
        await pilot.press("2", "3")
        await settle(pilot)
        assert play.practised.said_again[1] == Typed("Say more", ("listen",))
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is debrief


async def test_saying_it_aloud_is_enough(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        play = await to_play(pilot)
        await pilot.press("1", "3", "enter", "y", "enter")
        await settle(pilot)
        assert "You were scared. Tell me." in whole(app.screen)
        assert play.practised.said_again == {}


async def test_where_every_line_was_the_strongest_nothing_is_said_again(
    make_app: AppMaker,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("1", "1", "enter", "y")
        await settle(pilot)
        assert isinstance(app.screen, DebriefScreen)


# A time-out, and hiding


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


async def test_a_time_out_hides_the_talk_and_costs_nothing(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("2")
        await settle(pilot)
        before, moves = seen(app), list(screen.talk_of.moves)
        await pilot.press("t")
        await settle(pilot)
        assert isinstance(app.screen, TimeOutScreen)
        assert "cold plate" not in seen(app)
        assert "meeting" not in seen(app)
        assert "When will you come back" in seen(app)
        assert "breathe in" in seen(app)
        await pilot.press("escape")
        await settle(pilot)
        assert seen(app) == before
        assert screen.talk_of.moves == moves


async def test_a_time_out_takes_twenty_minutes_or_as_long_as_one_says(make_app: AppMaker) -> None:
    app, clock = make_app(), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        noon = datetime(2026, 1, 1, 12, 0)
        screen = TimeOutScreen(20, motion=False, clock=clock, today=lambda: noon)
        app.push_screen(screen)
        await settle(pilot)
        assert "20 minutes left" in seen(app)
        assert "Breathe slowly: in for four" in seen(app)  # it is still
        await pilot.press("plus")
        assert screen.left == 25 * 60
        await pilot.press("minus", "minus")
        assert screen.left == 15 * 60
        await pilot.press("3")
        await settle(pilot)
        assert screen.left == 60 * 60
        assert "I'll be back at 13:00." in seen(app)
        clock.now += 60 * 60 + 1
        screen.action_longer(0)
        await settle(pilot)
        assert "The time is over" in seen(app)
        await pilot.press("4")
        await settle(pilot)
        assert screen.left is None
        assert "as long as it takes" in seen(app)


async def test_the_breath_moves_with_the_clock(make_app: AppMaker) -> None:
    app, clock = make_app(), Clock()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = TimeOutScreen(20, clock=clock)
        app.push_screen(screen)
        await settle(pilot)
        for seconds, words in ((0, "breathe in"), (4, "hold"), (8, "breathe out")):
            clock.now = 1000.0 + seconds
            screen.action_longer(0)
            await settle(pilot)
            assert words in screen.query_one("#pause", Lines).plain


@pytest.mark.parametrize("back", ["a", "enter", "space", "f6", "f5", "ctrl+p", "q"])
async def test_one_key_hides_everything_and_any_key_comes_back(
    make_app: AppMaker, back: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        before = seen(app)
        await pilot.press("h")
        await settle(pilot)
        assert isinstance(app.screen, HiddenScreen)
        assert seen(app).split() == ["any", "key"]
        await pilot.press(back)
        await settle(pilot)
        assert app.screen is screen
        assert seen(app) == before


async def test_a_click_comes_back_too_and_hiding_works_over_a_time_out(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot)
        await pilot.press("f5", "f6")
        await settle(pilot)
        assert isinstance(app.screen, HiddenScreen)
        await pilot.click(offset=(10, 5))
        await settle(pilot)
        assert isinstance(app.screen, TimeOutScreen)


# Bad days


async def test_every_stage_bears_any_size(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot, "g", "p")
        for keys in (("w", *"mine"), ("enter",), ("2",), ("1",), ("2",)):
            await pilot.press(*keys)
            before = stage(app)
            for size in ((20, 6), (200, 60), (40, 20), (80, 24)):
                await pilot.resize_terminal(*size)
            await settle(pilot)
            assert stage(app) == before
        assert stage(app) == GUESSING


async def test_a_key_held_down_in_every_stage_does_no_harm(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await to_play(pilot, "g", "w")
        await pilot.press(*["enter"] * 20, *["escape"] * 3, *["u"] * 6, *["w"] * 4, *["1"] * 9)
        await settle(pilot)
        assert app.return_code is None


async def test_texts_are_shown_as_written_around_a_choice(
    make_app: AppMaker, plate: Loaded
) -> None:
    scenario = plate.scenario
    assert scenario is not None
    robin = changed(scenario.roles["robin"], name="R[/]b [bold]n")
    app = make_app(play=changed(scenario, roles={**scenario.roles, "robin": robin}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "enter", "w", *"[b]x[/b]", "enter", "1", "2")
        await settle(pilot)
        assert "How will R[/]b [bold]n take it?" in whole(app.screen)
        assert "[b]x[/b]" in playing(app).talk.plain
        assert "R[/]b [bold]n pulls back" in app.screen.query_one("#choices", Picker).plain
        assert app.screen.query_one("#status", Bar).plain


# What is kept


async def test_words_are_kept_with_their_line_once_and_said_again_beside_them(
    make_app: AppMaker,
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await to_play(pilot)
        await pilot.press("w", *"Late.", "enter", "2", "1", "2")
        await settle(pilot)
        assert "Anyone who uses this account can read it" in screen.talk.plain
        await pilot.press("u", "1", "3", "enter", "y")
        await settle(pilot)
        await pilot.press(*"Hm", "enter", "3")
        await settle(pilot)
        keeper = app.kept.keeper
        assert keeper is not None
        assert keeper.number is not None
        kept = app.kept.history.play(keeper.number)
        assert kept is not None
        words = app.kept.history.words(kept)
        assert [(each.decision, each.kind, each.text, each.markers) for each in words] == [
            (0, "first", "Late.", ("acknowledge",)),
            (1, "again", "Hm", ()),
        ]
