"""The engine against the naive reading of the format: the same plays must come to the same."""

from __future__ import annotations

import json
import random
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from building import catalogue
from generating import scenario_text

from trainer.practice.play import IllegalMove, Play
from trainer.practice.report import Debrief
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import scenario_files, shipped_folder

TESTS = Path(__file__).resolve().parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))

import reference  # noqa: E402

WRITTEN = sorted(map(str, (TESTS / "reference_test_data").glob("*.yaml")))
SHIPPED = list(scenario_files(shipped_folder()))
SEEDS = range(60)


@cache
def both(path: str) -> tuple[Loaded, reference.Doc]:
    """A scenario as each of the two reads it."""
    loaded = load(path, catalogue())
    assert loaded.scenario is not None, list(map(str, loaded.problems))
    return loaded, reference.load(Path(path).read_text(encoding="utf-8"))


def same_play(
    loaded: Loaded,
    doc: reference.Doc,
    seats: list[str],
    moves: list[str],
    names: dict[str, str] | None = None,
) -> None:
    """The report and all that was seen and said are the same, sign for sign."""
    scenario = loaded.scenario
    assert scenario is not None
    play = Play(scenario, seats, names)
    for move in moves:
        play.move(move)
    assert play.moves == moves
    report = Debrief(play, catalogue(), loaded.graph).as_json()
    wanted = reference.play(doc, seats, moves, names, scenario.id)
    assert as_text(report) == as_text(wanted), (seats, moves)
    talk = [(entry.speaker or "narration", entry.text) for entry in play.talk]
    assert talk == reference.transcript(doc, seats, moves, names)
    offered = [choice.id for choice in play.choices]
    assert offered == reference.legal(doc, seats, moves)


def as_text(report: Any) -> str:
    """JSON tells `true` from 1."""
    return json.dumps(report, sort_keys=True, ensure_ascii=False)


def compare(loaded: Loaded, doc: reference.Doc, rng: random.Random, walks: int) -> None:
    """Random walks of each seat alone and of both together, some with names and some cut short."""
    scenario = loaded.scenario
    assert scenario is not None
    roles = list(scenario.roles)
    for seats in ([roles[0]], [roles[1]], rng.choice([roles, roles[::-1]])):
        for walk in range(walks):
            moves = reference.walk(doc, seats, rng, take_backs=(3, 0, 1, 5)[walk % 4])
            names = {rng.choice(roles): "Ann {sam}"} if walk % 3 == 1 else None
            same_play(loaded, doc, seats, moves, names)
            if walk % 4 == 1:
                same_play(loaded, doc, seats, moves[: rng.randint(0, len(moves))])


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: Path(path).stem)
def test_written_scenarios(path: str) -> None:
    compare(*both(path), random.Random(1), 20)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: Path(path).stem)
def test_shipped_scenarios(path: str) -> None:
    compare(*both(path), random.Random(2), 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_random_scenarios(seed: int, tmp_path: Path) -> None:
    compare(*generated(seed, tmp_path), random.Random(seed), 3)


def generated(seed: int, folder: Path) -> tuple[Loaded, reference.Doc]:
    """A random scenario as each of the two reads it."""
    text = scenario_text(seed)
    path = folder / f"random-{seed}.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load(str(path), catalogue())
    assert loaded.scenario is not None, list(map(str, loaded.problems))
    return loaded, reference.load(text)


@pytest.mark.parametrize("seed", SEEDS[:20])
def test_texts_are_read_alike(seed: int, tmp_path: Path) -> None:
    """Also those that no walk came by."""
    loaded, doc = generated(seed, tmp_path)
    scenario = loaded.scenario
    assert scenario is not None
    names = reference.names_of(doc)
    play = Play(scenario, [scenario.play_as])
    assert play.names == names

    def shown(text: str) -> str:
        return reference.put_names(text, names)

    for role, entry in doc["roles"].items():
        assert play.text(scenario.roles[role].brief) == shown(entry["brief"])
    assert play.text(scenario.title) == shown(doc["title"])
    assert play.text(scenario.premise) == shown(doc["premise"])
    assert list(scenario.nodes) == list(doc["nodes"])
    for name, node in scenario.nodes.items():
        entry = doc["nodes"][name]
        assert node.turn == entry.get("turn")
        assert [choice.id for choice in node.choices] == list(entry.get("choices", {}))
        for choice in node.choices:
            written = entry["choices"][choice.id]
            assert play.text(choice.say) == shown(written["say"])
            assert play.text(choice.why) == shown(written["why"])
            assert (dict(choice.marks), choice.goto) == (written["marks"], written["goto"])
            assert choice.value == reference.value(written)
        if node.ending is not None:
            assert node.ending.kind == entry["ending"]["kind"]
            assert play.text(node.ending.title) == shown(entry["ending"]["title"])
            assert play.text(node.ending.reflection) == shown(entry["ending"]["reflection"])


Snapshot = tuple[Any, ...]


def snapshot(play: Play) -> Snapshot:
    """Where a play is, and all that can be seen of it; not what it remembers of first tries."""
    return (
        play.node.id,
        play.values,
        play.state,
        play.talk,
        play.talk_length,
        play.turn,
        play.ending,
        [choice.id for choice in play.choices],
        [(each.node.id, each.values, each.offered, each.took.id) for each in play.decisions],
    )


@pytest.mark.parametrize("seed", SEEDS[:40])
def test_taking_back_is_exact(seed: int, tmp_path: Path) -> None:
    loaded, _ = generated(seed, tmp_path)
    scenario = loaded.scenario
    assert scenario is not None
    rng = random.Random(seed)
    for seats in ([scenario.play_as], list(scenario.roles)):
        play = Play(scenario, seats)
        before: list[Snapshot] = []
        first: dict[tuple[str, Any], str] = {}
        for _ in range(25):
            if before and (not play.choices or rng.random() < 0.45):
                play.take_back()
                assert snapshot(play) == before.pop()
            elif play.choices:
                before.append(snapshot(play))
                choice = rng.choice(play.choices)
                first.setdefault((play.node.id, play.values), choice.id)
                play.choose(choice.id)
            for each in play.decisions:
                assert each.first.id == first[each.node.id, each.values]
        again = Play(scenario, seats)
        for move in play.moves:
            again.move(move)
        assert snapshot(again) == snapshot(play)
        while before:
            play.take_back()
            assert snapshot(play) == before.pop()
        assert snapshot(play) == snapshot(Play(scenario, seats))


@pytest.mark.parametrize("seed", SEEDS[:15])
def test_an_illegal_move_changes_nothing(seed: int, tmp_path: Path) -> None:
    loaded, _ = generated(seed, tmp_path)
    scenario = loaded.scenario
    assert scenario is not None
    rng = random.Random(seed)
    play = Play(scenario, list(scenario.roles))
    with pytest.raises(IllegalMove):
        play.take_back()
    while True:
        offered = [choice.id for choice in play.choices]
        others = {c.id for n in scenario.nodes.values() for c in n.choices} - set(offered)
        was, moves = snapshot(play), list(play.moves)
        for move in (*others, "", "nowhere", "<<"):
            with pytest.raises(IllegalMove):
                play.move(move)
        assert (snapshot(play), play.moves) == (was, moves)
        if not offered:
            break
        play.choose(rng.choice(offered))
