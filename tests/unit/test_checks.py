"""The rules and warnings over a story, against a naive reading of each on random scenarios.

Every question is put to each (node, state) or path by itself, with the naive reference's own steps.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import catalogue
from generating import scenario_text

from trainer.scenario.checks import check_story
from trainer.scenario.files import load
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.model import Scenario

TESTS = Path(__file__).resolve().parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))

import reference  # noqa: E402

Place = tuple[int, int]
Moment = tuple[str, reference.State]
Told = set[tuple[str, Place]]

#: The warnings that are told here as there; `uneven-lengths` is told where it may be.
CLEAR = (
    {"never-offered", "never-shown", "never-read", "few-choices", "weak-best", "no-weak-choice"}
    | {"read-alike", "uneven-length", "no-way-back", "no-repair", "few-endings", "short-path"}
    | {"focus-not-offered", "pause-not-best"}
)
MOST_MOMENTS = 400


class Naive:
    """One scenario, and the rules told over it one by one."""

    def __init__(self, doc: reference.Doc) -> None:
        self.doc = doc
        self.nodes = doc["nodes"]
        self.main = doc["play_as"]
        self.other = next(role for role in doc["roles"] if role != self.main)
        self.moments = self.reachable(list(doc["roles"]))

    def start(self) -> Moment:
        return self.doc["start"], reference.initial(self.doc)

    def choices(self, moment: Moment) -> list[str]:
        node, state = moment
        return reference.offered(self.doc, node, state) if "turn" in self.nodes[node] else []

    def after(self, moment: Moment, name: str) -> Moment:
        choice = self.nodes[moment[0]]["choices"][name]
        return choice["goto"], reference.after(moment[1], choice)

    def next(self, moment: Moment, free: list[str]) -> list[Moment]:
        node = self.nodes[moment[0]]
        if "goto" in node:
            return [(node["goto"], moment[1])]
        if "turn" in node and node["turn"] not in free:
            return [self.after(moment, reference.scripted(self.doc, *moment))]
        return [self.after(moment, name) for name in self.choices(moment)]

    def reachable(self, free: list[str]) -> list[Moment]:
        found: list[Moment] = []
        waiting, seen = [self.start()], set()
        while waiting and len(found) <= MOST_MOMENTS:
            moment = waiting.pop()
            if key(moment) not in seen:
                seen.add(key(moment))
                found.append(moment)
                waiting += self.next(moment, free)
        return found

    # Errors

    def no_choice(self) -> set[str]:
        return {m[0] for m in self.moments if "turn" in self.nodes[m[0]] and not self.choices(m)}

    def no_auto(self) -> set[str]:
        found = set()
        for node, state in self.moments:
            names = self.choices((node, state))
            autos = [self.nodes[node]["choices"][name].get("auto", True) for name in names]
            if names and not any(reference.evaluate(auto, state) for auto in autos):
                found.add(node)
        return found

    def has_circle(self) -> bool:
        everyone = list(self.doc["roles"])
        leads = {key(m): {key(n) for n in self.next(m, everyone)} for m in self.moments}
        while ends := {moment for moment, targets in leads.items() if not targets & set(leads)}:
            leads = {moment: targets for moment, targets in leads.items() if moment not in ends}
        return bool(leads)

    # Warnings

    def decisions(self) -> Iterator[tuple[str, str, list[reference.Doc]]]:
        for moment in self.moments:
            if "turn" in self.nodes[moment[0]]:
                choices = self.nodes[moment[0]]["choices"]
                yield (
                    moment[0],
                    self.nodes[moment[0]]["turn"],
                    [{**choices[name], "id": name} for name in self.choices(moment)],
                )

    def shown(self, owner: reference.Doc, state: reference.State) -> set[int]:
        return {
            index
            for index, line in enumerate(owner.get("lines") or [])
            if isinstance(line, str) or reference.evaluate(line.get("when", True), state)
        }

    def no_way_back(self) -> set[str]:
        found = set()
        for node, state in self.reachable([self.main]):
            if self.nodes[node].get("turn") == self.main:
                kinds = reference.open_endings(self.doc, node, state, [self.main])
                if kinds == ["apart"]:
                    found.add(node)
        return found

    def coming(self, moment: Moment, seat: str) -> Moment | None:
        """The seat's next decision, the other being scripted."""
        while self.nodes[moment[0]].get("turn") != seat:
            if "ending" in self.nodes[moment[0]]:
                return None
            moment = self.next(moment, [seat])[0]
        return moment

    def offers_repair(self, moment: Moment) -> bool:
        return any(
            mark > 0 and name in reference.REPAIR
            for choice in self.choices(moment)
            for name, mark in self.nodes[moment[0]]["choices"][choice]["marks"].items()
        )

    def no_repair(self) -> set[tuple[str, str]]:
        found = set()
        for seat in self.doc["roles"]:
            for moment in self.reachable([seat]):
                if self.nodes[moment[0]].get("turn") != seat:
                    continue
                for name in self.choices(moment):
                    if reference.value(self.nodes[moment[0]]["choices"][name]) >= 0:
                        continue
                    first = self.coming(self.after(moment, name), seat)
                    if first is None or self.offers_repair(first):
                        continue
                    for then in self.choices(first):
                        second = self.coming(self.after(first, then), seat)
                        if second is not None and not self.offers_repair(second):
                            found.add((moment[0], name))
        return found

    def fewest(self, seat: str, moment: Moment, memo: dict[object, int]) -> int:
        """The fewest decisions of a seat on any path from here."""
        if key(moment) not in memo:
            rest = [
                self.fewest(seat, each, memo) for each in self.next(moment, [*self.doc["roles"]])
            ]
            memo[key(moment)] = min(rest, default=0) + (self.nodes[moment[0]].get("turn") == seat)
        return memo[key(moment)]

    def can_miss(self, principle: str, moment: Moment, memo: dict[object, bool]) -> bool:
        """Whether there is a path from here on which the principle is never offered."""
        if key(moment) not in memo:
            choices = [self.nodes[moment[0]]["choices"][name] for name in self.choices(moment)]
            here = any(choice["marks"].get(principle, 0) > 0 for choice in choices)
            ways = self.next(moment, [*self.doc["roles"]])
            onwards = not ways or any(self.can_miss(principle, each, memo) for each in ways)
            memo[key(moment)] = not here and onwards
        return memo[key(moment)]


def key(moment: Moment) -> tuple[str, tuple[tuple[str, int], ...]]:
    return moment[0], tuple(sorted(moment[1].items()))


def read(seed: int, folder: Path, careful: bool) -> tuple[str, Naive]:
    """A random scenario's path, and the naive reading of it. Skips one that is too large for it."""
    text = scenario_text(seed, careful)
    path = folder / f"random-{seed}.yaml"
    path.write_text(text, encoding="utf-8")
    naive = Naive(reference.load(text))
    if len(naive.moments) > MOST_MOMENTS:
        pytest.skip("too many moments for the naive reading")
    return str(path), naive


@pytest.mark.parametrize("seed", range(1000, 1060))
def test_errors(seed: int, tmp_path: Path) -> None:
    """Moments without a choice or an `auto`, and circles, in scenarios made without care."""
    path, naive = read(seed, tmp_path, careful=False)
    loaded = load(path, catalogue())
    found = {each.code for each in loaded.problems if each.is_error}
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    place = {node: (lines.index(f"  {node}:") + 1, 3) for node in naive.nodes}
    told = {(each.code, (each.line, each.column)) for each in loaded.problems}
    for code, nodes in (("no-choice", naive.no_choice()), ("no-auto", naive.no_auto())):
        assert {at for name, at in told if name == code} == {place[node] for node in nodes}
    assert ("cycle" in found) == naive.has_circle()
    assert found <= {"no-choice", "no-auto", "cycle"}
    assert (loaded.scenario is None) == bool(found)
    if loaded.graph is not None:
        assert len(loaded.graph.nodes) == len(naive.moments)


def expected(naive: Naive, scenario: Scenario) -> Told:
    """The warnings over a story, as the naive reading has them."""
    told: Told = set()
    nodes, place = scenario.nodes, scenario.nodes[scenario.start].place
    choice_place = {(n.id, c.id): c.place for n in nodes.values() for c in n.choices}
    offered: set[tuple[str, str]] = set()
    for node, turn, choices in naive.decisions():
        offered |= {(node, choice["id"]) for choice in choices}
        values = [reference.value(choice) for choice in choices]
        at, main = nodes[node].place, turn == naive.main
        told |= {("few-choices", at)} if len(choices) < (3 if main else 2) else set()
        told |= {("weak-best", at)} if max(values) < (2 if main else 1) else set()
        told |= {("no-weak-choice", at)} if min(values) > 0 else set()
        names = reference.names_of(naive.doc)
        says = [reference.put_names(choice["say"], names) for choice in choices]
        lengths = [len(say) for say in says]
        told |= {("uneven-length", at)} if max(lengths) > 2.5 * min(lengths) else set()
        bare = [re.sub(r"[\W_]", "", choice["say"]).casefold() for choice in choices]
        for index, choice in enumerate(choices):
            if bare[index] in bare[:index]:
                told.add(("read-alike", choice_place[node, choice["id"]]))
            if choice["marks"].get("pause") == 2 and values[index] < max(values):
                told.add(("pause-not-best", choice_place[node, choice["id"]]))
    told |= {("never-offered", at) for known, at in choice_place.items() if known not in offered}
    told |= never_shown(naive, scenario) | never_read(naive, scenario)
    told |= {("no-way-back", nodes[node].place) for node in naive.no_way_back()}
    told |= {("no-repair", choice_place[known]) for known in naive.no_repair()}
    ends = {
        m[0]: naive.nodes[m[0]]["ending"] for m in naive.moments if "ending" in naive.nodes[m[0]]
    }
    kinds = {end["kind"] for end in ends.values()}
    told |= {("few-endings", place)} if len(ends) < 3 or len(kinds) < 3 else set()
    for seat, least in ((naive.main, 4), (naive.other, 2)):
        told |= {("short-path", place)} if naive.fewest(seat, naive.start(), {}) < least else set()
    for principle in naive.doc["focus"]:
        missed = naive.can_miss(principle, naive.start(), {})
        told |= {("focus-not-offered", place)} if missed else set()
    return told


def never_shown(naive: Naive, scenario: Scenario) -> Told:
    seen: set[tuple[str, str, int]] = set()
    for node, state in naive.moments:
        seen |= {(node, "", index) for index in naive.shown(naive.nodes[node], state)}
        for name in naive.choices((node, state)):
            choice = naive.nodes[node]["choices"][name]
            then = reference.after(state, choice)
            seen |= {(node, name, index) for index in naive.shown(choice, then)}
    told: Told = set()
    for held in scenario.nodes.values():
        for owner, lines in (
            ("", held.lines),
            *((c.id, c.lines) for c in held.choices),
        ):
            for index, line in enumerate(lines):
                if (held.id, owner, index) not in seen:
                    told.add(("never-shown", line.place))
    return told


def never_read(naive: Naive, scenario: Scenario) -> Told:
    def conditions(owner: object) -> Iterator[str]:
        if isinstance(owner, dict):
            for name, value in owner.items():
                if name in ("when", "auto"):
                    yield str(value)
                elif name in ("lines", "choices") or isinstance(value, dict):
                    yield from conditions(value)
        elif isinstance(owner, list):
            for each in owner:
                yield from conditions(each)

    words = set(re.findall(r"\w+", " ".join(conditions(naive.nodes))))
    return {("never-read", name.place) for name in scenario.state if name.name not in words}


@pytest.mark.parametrize("seed", range(40))
def test_warnings(seed: int, tmp_path: Path) -> None:
    path, naive = read(seed, tmp_path, careful=True)
    loaded = load(path, shipped_catalogue())
    assert loaded.scenario is not None
    assert loaded.graph is not None
    assert len(loaded.graph.nodes) == len(naive.moments)
    found = check_story(loaded.scenario, loaded.graph, catalogue())
    told = {(each.code, (each.line, each.column)) for each in found if each.code in CLEAR}
    assert told == expected(naive, loaded.scenario)
    uneven = 0
    names = reference.names_of(naive.doc)
    for _, _, choices in (decisions := list(naive.decisions())):
        lengths = [len(reference.put_names(choice["say"], names)) for choice in choices]
        uneven += max(lengths) > 1.8 * min(lengths)
    assert (uneven * 3 > len(decisions)) == any(each.code == "uneven-lengths" for each in found)
