"""The first scenario of each skill, played in the app to every ending, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import AppMaker
from tests.tui.reading import read_on, whole
from trainer.practice.play import Play
from trainer.scenario.files import load, load_catalogue
from trainer.scenario.model import Scenario
from trainer.tui.answers import READING, Answers
from trainer.tui.debrief import DebriefScreen
from trainer.tui.picker import Picker
from trainer.tui.play import PlayScreen

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FIRST = (
    "responding-to-a-rupture/short-with-you",
    "validating-without-agreeing/listen-or-ideas",
    "gentle-startup/the-sink-at-ten",
)


def scenario(name: str) -> Scenario:
    catalogue, _ = load_catalogue(str(SCENARIOS))
    loaded = load(str(SCENARIOS / f"{name}.yaml"), catalogue)
    assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
    return loaded.scenario


def ways(story: Scenario, seat: str) -> dict[str, list[int]]:
    """To each ending that a solo player can reach, the numbers of the choices that lead there."""
    found: dict[str, list[int]] = {}
    waiting: list[tuple[list[str], list[int]]] = [([], [])]
    seen = set()
    while waiting:
        moves, numbers = waiting.pop()
        play = Play(story, [seat])
        for move in moves:
            play.choose(move)
        if play.ending is not None:
            found.setdefault(play.node.id, numbers)
        elif (play.node.id, play.values) not in seen:
            seen.add((play.node.id, play.values))
            for number, choice in enumerate(play.choices, 1):
                waiting.append(([*moves, choice.id], [*numbers, number]))
    return found


CASES = [
    pytest.param(name, ending, id=f"{name.split('/')[1]}-{ending}")
    for name in FIRST
    for ending in ways(scenario(name), scenario(name).play_as)
]


def test_every_ending_is_in_reach_of_a_solo_player() -> None:
    for name in FIRST:
        story = scenario(name)
        endings = {node.id for node in story.nodes.values() if node.ending}
        for seat in story.roles:
            assert set(ways(story, seat)) == endings, f"{name} as {seat}"


@pytest.mark.parametrize(("name", "ending"), CASES)
async def test_keys_alone(make_app: AppMaker, name: str, ending: str) -> None:
    story = scenario(name)
    app = make_app(play=story)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
        for number in ways(story, story.play_as)[ending]:
            await read_on(pilot)
            await pilot.press(str(number))
        await read_on(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DebriefScreen)
        title = story.nodes[ending].ending.title  # type: ignore[union-attr]
        assert title in whole(app.screen)


@pytest.mark.parametrize(("name", "ending"), CASES)
async def test_mouse_alone(make_app: AppMaker, name: str, ending: str) -> None:
    story = scenario(name)
    app = make_app(play=story)

    async with app.run_test(size=(80, 40)) as pilot:

        async def click(selector: str, number: int) -> None:
            picker = app.screen.query_one(selector, Picker)
            index = [at for at, item in enumerate(picker.items) if item.pickable][number - 1]
            left, top = picker.content_offset
            y = picker._drawn.start_of(picker._owners.index(index))
            await pilot.click(selector, offset=(left + 4, y + top))
            await pilot.pause()

        await click("#seats", 1)
        for number in ways(story, story.play_as)[ending]:
            while app.screen.query_one(Answers).stage == READING:
                await click("#choices", 1)
            await click("#choices", number)
        while isinstance(app.screen, PlayScreen):
            await click("#choices", 1)
        assert isinstance(app.screen, DebriefScreen)
        title = story.nodes[ending].ending.title  # type: ignore[union-attr]
        assert title in whole(app.screen)
