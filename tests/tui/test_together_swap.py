"""The other side: the seats swapped, what each expects of the other, and one question of it."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen
from tests.tui.two import WARM, press, put, settle, talked, words
from trainer.practice.play import in_play_order
from trainer.practice.together import Session
from trainer.scenario.files import Loaded
from trainer.tui.together.guess import PASSED, ExpectedScreen, GuessScreen
from trainer.tui.together.swap import SwapScreen

OPEN = ("enter", "space")


def swapped(plate: Loaded, *, own_names: bool = False) -> Session:
    """The story from the other side, up to where somebody is to guess."""
    session = talked(plate, own_names=own_names).swapped()
    for choice in WARM:
        if session.guesser is not None:
            return session
        session.choose(choice)
    raise AssertionError("nobody is to guess")


def guessed(plate: Loaded, choice: int) -> tuple[Session, int]:
    """The whole story with every decision guessed that is to be, and one who has guessed.

    ``choice`` is the place of the choice that is always expected.
    """
    session = talked(plate).swapped()
    who = -1
    for taken in WARM:
        if session.guesser is not None:
            who = session.guesser
            session.guess(session.play.choices[choice].id)
        session.choose(taken)
    return session, who


# Swapping


async def test_both_answers_to_swapping_seats(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for key, answer in ("1", True), ("2", False):
            screen = SwapScreen(talked(plate))
            await put(pilot, screen)
            text = words(screen)
            assert "What would you want to hear first?" in text  # the ending's own question
            assert "Alex as Robin" in text
            assert "Jo as Sam" in text
            await press(pilot, key)
            assert screen.answered is answer


async def test_another_time_instead_of_swapping(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = SwapScreen(talked(plate))
        await put(pilot, screen)
        assert "another time" in seen(app)
        await press(pilot, "x")
        assert screen.answered is None


async def test_own_names_swap_places(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = SwapScreen(talked(plate, own_names=True))
        await put(pilot, screen)
        assert "Alex in Jo's place" in words(screen)
        assert "Sam" not in words(screen)


# Guessing


async def guessing(pilot: Pilot[int], session: Session, seed: int | None = None) -> GuessScreen:
    screen = GuessScreen(session, seed)
    await put(pilot, screen)
    return screen


async def test_a_guess_is_made_alone(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session = swapped(plate)
        assert session.guesser is not None
        guesser, other = session.names[session.guesser], session.names[1 - session.guesser]
        says = [choice.say for choice in session.play.choices]
        screen = await guessing(pilot, session)
        for key in ("enter", "escape", "enter", "enter"):
            assert f"{guesser}" in words(screen)
            assert not any(say[:12] in words(screen) for say in says)
            await press(pilot, key)
        await press(pilot, "space")
        assert f"{guesser}, only you" in words(screen)
        assert f"{other} will say now?" in words(screen)
        flowing = " ".join(words(screen).split())
        assert all(say[:12] in flowing for say in says)
        await press(pilot, "2")
        assert screen.answered == session.play.choices[1].id


async def test_a_guess_can_be_skipped(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session = swapped(plate)
        screen = await guessing(pilot, session)
        await press(pilot, *OPEN, str(len(session.play.choices) + 1))
        assert screen.answered == PASSED
        session.guess(screen.answered or None)
        assert session.guesser is None


async def test_the_order_is_that_of_play(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session = swapped(plate)
        for seed in range(20):
            if in_play_order(session.play, seed) != list(session.play.choices):
                break
        screen = await guessing(pilot, session, seed)
        await press(pilot, *OPEN, "1")
        assert screen.answered == in_play_order(session.play, seed)[0].id


async def test_something_in_front_covers_a_guess(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await guessing(pilot, swapped(plate))
        await press(pilot, *OPEN)
        assert "No guess" in words(screen)
        await press(pilot, "f6", "space")
        assert app.screen is screen
        assert "No guess" not in words(screen)


def test_nobody_guesses_before_the_seats_are_swapped(plate: Loaded) -> None:
    with pytest.raises(ValueError):
        GuessScreen(talked(plate, []))


# Asking about a guess


@pytest.mark.parametrize("choice", [0, 1, 2])
async def test_the_guesser_asks_about_one(make_app: AppMaker, plate: Loaded, choice: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session, who = guessed(plate, choice)
        screen = ExpectedScreen(session, who)
        await put(pilot, screen)
        assert "expected" not in words(screen)
        await press(pilot, *OPEN)
        assert f"ask {session.names[1 - who]} about it" in words(screen)
        await press(pilot, "1")
        question = session.guesses(who)[0].question
        assert question in " ".join(words(screen).split())
        assert "What made you pick" in question
        assert screen.answered is None
        await press(pilot, "enter")
        assert screen.answered is True


async def test_none_has_to_be_asked_about(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        session, who = guessed(plate, 0)
        screen = ExpectedScreen(session, who)
        await put(pilot, screen)
        await press(pilot, *OPEN, str(len(session.guesses(who)) + 1))
        assert screen.answered is True


@pytest.mark.parametrize("choice", [0, 1, 2])
async def test_nobody_counts_guesses(make_app: AppMaker, plate: Loaded, choice: int) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session, who = guessed(plate, choice)
        screen = ExpectedScreen(session, who)
        await put(pilot, screen)
        await press(pilot, *OPEN)
        for _ in range(2):
            text = re.sub(r"^[ ▸]*\d  ", "", words(screen), flags=re.MULTILINE)  # keys
            assert not re.search(r"\d|right|wrong|correct|guesses? of", text.lower()), text
            await press(pilot, "1")
        await settle(pilot)
        assert screen.answered is True
