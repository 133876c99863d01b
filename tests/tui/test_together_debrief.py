"""The debrief for two: its steps in their order, and what must never stand on it."""

from __future__ import annotations

import re

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen
from tests.tui.two import press, put, settle, talked, words
from trainer.practice.together import Session
from trainer.practice.together_words import LANDINGS, NO_MARK_HERE, NO_MARKS_SHOWN
from trainer.scenario.files import Loaded
from trainer.scenario.library import shipped_catalogue
from trainer.tui.together.debrief_for_two import CELLS, SILENCE, DebriefForTwo
from trainer.tui.together.enough import EnoughScreen

OWN_IT = "I did, and I let you wait."
ASK = "Tell me what happened, then."
HEAR = "You were scared. Tell me."
#: From the first step to where Alex is asked about a line of their own; nothing is picked.
PASSING = ("enter", "end", "enter", "end", "enter")


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


async def debrief(pilot: Pilot[int], session: Session, *keys: str, **options: object):
    screen = DebriefForTwo(session, shipped_catalogue(), **options)  # type: ignore[arg-type]
    await put(pilot, screen)
    await press(pilot, *keys)
    return screen


async def test_the_steps_come_in_their_order(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate))
        assert "You are Alex and Jo again." in words(screen)
        assert "unlike you in that role" in words(screen)
        assert "Alex was Sam" in words(screen)
        assert "Jo was Robin" in words(screen)
        await press(pilot, "enter")
        assert "Alex, which line of Jo's landed with you?" in words(screen)
        await press(pilot, "enter")
        assert "This one landed with Alex." in words(screen)
        assert ASK in words(screen)
        await press(pilot, "enter")
        assert "Jo, which line of Alex's landed with you?" in words(screen)
        await press(pilot, "down", "enter")
        assert HEAR in words(screen)
        await press(pilot, "enter")
        assert "Alex, is there a line of your own" in words(screen)
        await press(pilot, "enter")
        assert "what the trainer thinks" in words(screen)
        assert "Alex, ask Jo: “How was that one for you, as Robin?”" in words(screen)
        await press(pilot, "enter")
        assert "Jo, is there a line of your own" in words(screen)
        await press(pilot, "enter", "enter")
        assert "What might have helped Robin here?" in words(screen)
        assert OWN_IT in words(screen)
        await press(pilot, "enter")
        assert "What might have helped Sam here?" in words(screen)
        assert "Either may pass." in words(screen)
        await press(pilot, "end", "enter")
        assert "three minutes" in words(screen)
        assert "a friend" in words(screen)
        assert screen.answered is None
        await press(pilot, "enter")
        assert screen.answered is True


async def test_all_can_be_passed(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate), *PASSING, "end", "enter")
        assert "Jo, is there a line of your own" in words(screen)
        await press(pilot, "end", "enter")
        # No line was asked about, so the question is about the story, and about both of them.
        assert "What might have helped Sam here?" in words(screen)
        assert "What might have helped Robin here?" in words(screen)
        assert "the trainer thinks" not in words(screen)
        await press(pilot, "end", "enter", "enter")
        assert screen.answered is True


async def test_only_lines_of_ones_own_are_offered(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate), "enter")
        assert ASK in words(screen)  # what landed with Alex is a line of Jo's
        assert OWN_IT not in words(screen)
        await press(pilot, "end", "enter", "end", "enter")
        assert OWN_IT in words(screen)  # and what Alex asks about is Alex's
        assert HEAR in words(screen)
        assert ASK not in words(screen)
        await press(pilot, "end", "enter")
        assert ASK in words(screen)
        assert OWN_IT not in words(screen)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (120, 40)])
async def test_the_trainers_view_stands_beside_how_it_landed(
    make_app: AppMaker, plate: Loaded, size: tuple[int, int]
) -> None:
    app = make_app()
    async with app.run_test(size=size) as pilot:
        session = talked(plate)
        screen = await debrief(pilot, session, *PASSING, "enter")
        said = " ".join(screen.page.plain.split())
        assert "how it landed with Jo" in said
        assert LANDINGS["understood"] in said
        assert LANDINGS["trying"] in said
        assert LANDINGS["cared"] not in said
        assert "Acknowledge: the line shows it" in said
        if size[0] < 100:
            why = session.view(session.lines(0)[0], shipped_catalogue()).why
            assert why in said
        else:  # side by side
            drawn = seen(app)
            row = next(row for row in drawn.splitlines() if "how it landed" in row)
            assert "what the trainer thinks" in row


SHOWING = {
    "landed": (LANDINGS["understood"],),
    "all": (LANDINGS["understood"],),
    "none": (NO_MARKS_SHOWN,),
}


@pytest.mark.parametrize("which", SHOWING)
async def test_marks_are_shown_as_far_as_the_hearer_shows_them(
    make_app: AppMaker, plate: Loaded, which: str
) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        session = talked(plate)
        session.show(1, which)
        screen = await debrief(pilot, session, "enter", "end", "enter", "enter")
        shows = which != "none"
        assert (LANDINGS["understood"] in words(screen)) is shows
        await press(pilot, "enter", "enter")
        for sentence in SHOWING[which]:
            assert sentence in words(screen)
        assert (LANDINGS["understood"] in words(screen)) is shows


async def test_nothing_marked_looks_like_nothing_shown(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    texts = []
    async with app.run_test(size=(80, 24)) as pilot:
        for marks, which in ((), "landed"), (("cared",), "none"):
            session = talked(plate, marks=marks)
            session.show(1, which)
            screen = await debrief(pilot, session, *PASSING, "enter")
            texts.append(words(screen))
            screen.action_another_time()
            await settle(pilot)
        assert texts[0] == texts[1]
        session = talked(plate, marks=())
        session.show(1, "all")
        screen = await debrief(pilot, session, *PASSING, "enter")
        assert NO_MARK_HERE in words(screen)


async def test_no_number_on_any_step(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate))
        steps = 0
        while screen.answered is None:
            now = words(screen)
            assert not re.search(r"\d", now), now
            assert not re.search(r"\b(score|points?|best|won|winner|total|of ten)\b", now), now
            await press(pilot, "enter")
            steps += 1
        assert steps == 12


@pytest.mark.parametrize("step", range(4))
async def test_another_time_at_any_step(make_app: AppMaker, plate: Loaded, step: int) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await debrief(pilot, talked(plate), *["enter"] * step * 3)
        assert "another time" in seen(app)
        await press(pilot, "x")
        assert app.screen is not screen
        assert screen.answered is None


async def test_a_step_back_answers_anew(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate), *PASSING, "enter")
        assert OWN_IT in words(screen)
        await press(pilot, "escape")
        assert "Alex, is there a line of your own" in words(screen)
        await press(pilot, "down", "enter")
        assert HEAR in words(screen)
        assert OWN_IT not in words(screen)
        for _ in range(4):
            await press(pilot, "escape")
        assert "You are Alex and Jo again." in words(screen)
        assert app.screen is screen


async def test_own_names(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate, own_names=True))
        assert "unlike you" in words(screen)
        await press(pilot, *PASSING[1:])
        while screen.answered is None:
            assert "Sam" not in words(screen)
            assert "Robin" not in words(screen)
            await press(pilot, "enter")


async def test_one_who_said_nothing_is_asked_nothing(make_app: AppMaker, plate: Loaded) -> None:
    """A talk can be so short that one of the two had no line of their own."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate, ()), "enter")
        assert "What might have helped Sam here?" in words(screen)
        await press(pilot, "enter", "enter")
        assert screen.answered is True


NASTY = [("[b]Al[/b]", "{robin}"), ("שלום", "é" * 60), ("Ma[red]x", "}}{{")]


@pytest.mark.parametrize("names", NASTY)
async def test_names_are_text(make_app: AppMaker, plate: Loaded, names: tuple[str, str]) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await debrief(pilot, talked(plate, names=names))
        flowing = " ".join(words(screen).split())
        assert f"{names[0]} was Sam" in flowing
        while screen.answered is None:
            await press(pilot, "enter")


async def test_long_texts_can_be_read_in_a_small_window(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        screen = await debrief(pilot, talked(plate), *PASSING, "enter")
        assert "for more" in seen(app)
        assert "The trainer has only read it" not in seen(app)
        await press(pilot, "enter")  # what is still to be read is read first
        assert "The trainer has only read it" in " ".join(seen(app).split())
        assert "for more" not in seen(app)
        await press(pilot, "pageup", "pageup")
        assert "Sam · Alex" in seen(app)
        assert screen.answered is None


# The silence


TO_THE_SILENCE = (*PASSING, "end", "enter", "end", "enter", "enter")


async def test_the_silence_passes_without_a_clock(make_app: AppMaker, plate: Loaded) -> None:
    app, clock = make_app(), Clock()
    async with app.run_test(size=(40, 20)) as pilot:
        clock.now = 1000.0
        screen = await debrief(pilot, talked(plate), *TO_THE_SILENCE, clock=clock)
        assert screen._cells == 0
        clock.now += SILENCE / 2
        screen._pass_time()
        assert screen._cells == CELLS // 2
        assert "━" * CELLS in seen(app)
        assert "Thank you" not in words(screen)
        clock.now += SILENCE
        screen._pass_time()
        assert "Thank you" in words(screen)
        assert not re.search(r"\d", words(screen))
        await press(pilot, "enter")
        assert screen.answered is True


async def test_the_silence_can_be_shorter(make_app: AppMaker, plate: Loaded) -> None:
    app, clock = make_app(), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate), *TO_THE_SILENCE, "enter", clock=clock)
        assert screen.answered is True


async def test_nothing_moves_where_nothing_is_to_move(make_app: AppMaker, plate: Loaded) -> None:
    app, clock = make_app(), Clock()
    async with app.run_test(size=(80, 24)) as pilot:
        options = {"clock": clock, "motion": False}
        screen = await debrief(pilot, talked(plate), *TO_THE_SILENCE, **options)
        before = words(screen)
        assert "━" not in before
        clock.now += SILENCE - 1
        screen._pass_time()
        assert words(screen) == before
        clock.now += 1
        screen._pass_time()
        assert "Thank you" in words(screen)


async def test_a_time_out_in_the_middle(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate), "enter")
        before = words(screen)
        await press(pilot, "f5")
        assert app.screen is not screen
        assert ASK not in seen(app)
        await press(pilot, "escape")
        assert app.screen is screen
        assert words(screen) == before
        assert not isinstance(app.screen, EnoughScreen)


async def test_any_size_at_any_step(make_app: AppMaker, plate: Loaded) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await debrief(pilot, talked(plate))
        while screen.answered is None:
            before = words(screen)
            for width, height in ((120, 40), (20, 6), (10, 3), (80, 24)):
                await pilot.resize_terminal(width, height)
                await pilot.pause()
            await settle(pilot)
            assert words(screen).split() == before.split()
            await press(pilot, "enter")
