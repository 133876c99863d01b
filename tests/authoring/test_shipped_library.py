"""What the shipped scenarios have to offer as a whole, as far as it can be counted."""

from __future__ import annotations

from collections import Counter

import pytest

from trainer.scenario.figures import best_value
from trainer.scenario.files import load
from trainer.scenario.graph import Graph
from trainer.scenario.library import open_library, shipped_catalogue
from trainer.scenario.model import Choice, Scenario

Story = tuple[Scenario, Graph]


@pytest.fixture(scope="module")
def library() -> list[Story]:
    loaded = [load(each.head.path, shipped_catalogue()) for each in open_library().entries]
    return [(each.scenario, each.graph) for each in loaded if each.scenario and each.graph]


def offers(graph: Graph) -> list[tuple[Choice, ...]]:
    """The different offers of choices in a scenario."""
    return list({id(choices): choices for choices in graph.offered if choices}.values())


def best_roads_end(scenario: Scenario, graph: Graph) -> set[str]:
    """The kinds of ending that the seat to play comes to if it takes nothing but the best."""
    routes = graph.routes(scenario.other(scenario.play_as))
    waiting, seen, kinds = [0], {0}, set()
    while waiting:
        state = waiting.pop()
        node, choices = graph.nodes[state], graph.offered[state]
        if node.ending:
            kinds.add(node.ending.kind)
        targets = routes[state]
        if node.turn == scenario.play_as:
            best = best_value(choices)
            ways = zip(choices, targets, strict=True)
            targets = [target for choice, target in ways if choice.value == best]
        waiting += [target for target in targets if target not in seen]
        seen.update(targets)
    return kinds


def test_each_skill_has_eight_of_three_levels(library: list[Story]) -> None:
    levels = Counter((scenario.skill, scenario.level) for scenario, _ in library)
    assert len({skill for skill, _ in levels}) == 3
    assert {
        level: {n for (_, each), n in levels.items() if each == level} for level in (1, 2, 3)
    } == {
        1: {3},
        2: {3},
        3: {2},
    }
    assert all(10 <= len(scenario.nodes) <= 22 for scenario, _ in library)


def test_every_principle_is_practised(library: list[Story]) -> None:
    offered, missed = Counter[str](), Counter[str]()
    for _, graph in library:
        for choices in offers(graph):
            marks = {item for choice in choices for item in choice.marks.items()}
            offered.update({principle for principle, mark in marks if mark > 0})
            missed.update({principle for principle, mark in marks if mark < 0})
    focus = {principle for scenario, _ in library for principle in scenario.focus}
    for principle in shipped_catalogue().principles:
        assert offered[principle] >= 6, principle
        assert missed[principle] >= 1, principle
        assert principle in focus, principle


def test_a_time_out_is_a_best_choice_in_four_or_more(library: list[Story]) -> None:
    with_one = [
        scenario.id
        for scenario, graph in library
        if any(
            choice.marks.get("pause") == 2 and choice.value == best_value(choices)
            for choices in offers(graph)
            for choice in choices
        )
    ]
    assert len(with_one) >= 4


def test_three_ruptures_end_partly_on_their_best_road(library: list[Story]) -> None:
    ruptures = [each for each in library if each[0].skill == "responding-to-a-rupture"]
    partly = [each[0].id for each in ruptures if best_roads_end(*each) == {"partly"}]
    assert len(partly) >= 3


def test_two_ways_are_equally_good_in_three_or_more(library: list[Story]) -> None:
    several = [
        scenario.id
        for scenario, graph in library
        if any(
            sum(choice.value == best_value(choices) for choice in choices) > 1
            for choices in offers(graph)
        )
    ]
    assert len(several) >= 3
