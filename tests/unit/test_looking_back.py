"""The chart, the map and the line to take along: what they are made of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trainer.practice.chart import MEND, MISS, tracks
from trainer.practice.map import CROSSED, DOWN, LEFT, RIGHT, UP, Moment, moments, unseen_endings
from trainer.practice.pairs import PAIRS
from trainer.practice.play import Play
from trainer.practice.practising import How, Practised
from trainer.practice.report import Debrief
from trainer.practice.saved import as_json_text, as_markdown, free_path, write_new
from trainer.practice.taking_along import costliest, take_along
from trainer.scenario.files import Loaded, load, load_catalogue
from trainer.scenario.library import scenario_files, shipped_catalogue, shipped_folder

CATALOGUE = shipped_catalogue()
PLATE = Path(__file__).parents[1] / "tui" / "library" / "making-up" / "the-cold-plate.yaml"


@pytest.fixture
def plate() -> Loaded:
    own = load_catalogue(str(PLATE.parents[1]), CATALOGUE)[0]
    loaded = load(str(PLATE), CATALOGUE.extended(own))
    assert loaded.scenario is not None
    return loaded


def played(loaded: Loaded, *moves: str, seat: str = "sam") -> Play:
    assert loaded.scenario is not None
    play = Play(loaded.scenario, [seat])
    for move in moves:
        play.move(move)
    return play


def test_the_chart_has_the_others_meters_with_misses_and_mends(plate: Loaded) -> None:
    play = played(plate, "explain", "hear")
    (track,) = tracks(play, "sam", Debrief(play, CATALOGUE).seats["sam"])
    assert track.meter == "trust"  # ease is one's own
    assert track.values == (4, 2, 4)
    assert track.signs[0] == MISS
    mended = Debrief(play, CATALOGUE).seats["sam"].decisions[0].mended_by
    assert track.signs[1] == (MEND if mended == 1 else "")


def test_the_map_tells_where_one_went_and_hides_what_was_not_seen(plate: Loaded) -> None:
    play = played(plate, "own-it", "hear", "<", "leave")
    assert plate.graph is not None
    rows = {row.node.id: row for row in moments(play, plate.graph)}
    assert set(rows) == {"door", "answer", "last", "warm", "half", "cold"}
    assert rows["door"].said.startswith("I did, and I let you wait")
    assert rows["answer"].said == "I thought something had happened to you."
    assert rows["last"].said == "Fine. I'm going up."
    assert rows["cold"].was_there
    assert rows["warm"].seen
    assert not rows["warm"].was_there  # it was taken back
    assert not rows["half"].seen
    assert unseen_endings(rows.values(), ()) == 2
    assert unseen_endings(rows.values(), {"warm", "half"}) == 0


def test_the_map_tells_where_earlier_plays_went(plate: Loaded) -> None:
    assert plate.graph is not None
    newer, older = played(plate, "own-it", "leave"), played(plate, "explain", "hear", "<")
    rows = moments(played(plate, "coat"), plate.graph, [newer, older])
    earlier = {row.node.id: row.earlier for row in rows}
    assert earlier["last"] == "Fine. I'm going up."  # the newest one's
    assert earlier["cold"] == earlier["warm"] == ""
    assert earlier["half"] is None
    assert {row.node.id for row in rows if row.was_there} == {"door", "answer", "last"}
    assert all(row.earlier is None for row in moments(played(plate), plate.graph))


def test_a_replay_counts_its_own_lines_and_numbers_them_as_the_talk_does(plate: Loaded) -> None:
    replay = played(plate, "explain", "hear")
    debrief = Debrief(replay, CATALOGUE, replay_from=2)
    (line,) = debrief.seats["sam"].decisions
    assert line.decision.first.id == "hear"
    assert debrief.seats["sam"].score == 100
    assert debrief.seats["sam"].number_of(line) == 2
    report = debrief.as_json()
    assert report["replay_from"] == 2
    assert [row["choice"] for row in report["seats"]["sam"]["decisions"]] == ["hear"]
    assert "A replay from line 2. What came before is another play's" in debrief.as_markdown()
    assert "2. “You were scared. Tell me.”" in debrief.as_markdown()


def test_a_replay_that_takes_a_line_back_that_came_before_makes_it_its_own(plate: Loaded) -> None:
    replay = played(plate, "explain", "hear", "<", "<", "own-it", "hear")
    debrief = Debrief(replay, CATALOGUE, replay_from=2)
    assert debrief.replay_from == 1
    assert len(debrief.seats["sam"].decisions) == 2


def test_the_lanes_of_the_map_join_every_way(plate: Loaded) -> None:
    """From each row down its lanes, exactly the nodes that it leads to are reached."""
    assert plate.graph is not None
    rows = moments(played(plate), plate.graph)
    for number, row in enumerate(rows):
        targets = {choice.goto for choice in row.node.choices}
        if row.node.turn == "robin":
            targets = {"last"}
        assert reached(rows, number) == targets


@pytest.mark.parametrize("path", scenario_files(shipped_folder()), ids=lambda path: Path(path).stem)
def test_the_lanes_of_shipped_maps_join_every_way(path: str) -> None:
    loaded = load(path, CATALOGUE)
    scenario, graph = loaded.scenario, loaded.graph
    assert scenario is not None
    assert graph is not None
    for seat in scenario.roles:
        rows = moments(Play(scenario, [seat]), graph)
        routes = graph.routes(scenario.other(seat))
        ways: dict[str, set[str]] = {}
        for state in graph.reachable(scenario.other(seat)):
            found = ways.setdefault(graph.nodes[state].id, set())
            found.update(graph.nodes[to].id for to in routes[state])
        for number, row in enumerate(rows):
            up = {rows[at - 1].node.id for at in row.back_to}
            assert reached(rows, number) | up == ways[row.node.id]


def reached(rows: list[Moment], number: int) -> set[str]:
    """The rows that the lines out of one row run down to, by following the drawing alone."""
    row = rows[number]
    lanes = {row.lane} if row.cells[row.lane] & DOWN else set()
    for step, way, back in ((1, RIGHT, LEFT), (-1, LEFT, RIGHT)):
        at = row.lane
        while row.cells[at] & way:
            at += step
            assert row.cells[at] & back
            if row.cells[at] & DOWN and not row.cells[at] & CROSSED:
                lanes.add(at)
    found = set()
    for later in rows[number + 1 :]:
        for lane in sorted(lanes):
            assert later.cells[lane] & UP
            if later.lane == lane or _runs_into(later, lane):
                found.add(later.node.id)
                lanes.discard(lane)
    assert not lanes
    return found


def _runs_into(row: Moment, lane: int) -> bool:
    cell = row.cells[lane]
    return bool(cell & UP) and not cell & DOWN


def test_what_to_take_along_is_what_the_costliest_line_lacked(plate: Loaded) -> None:
    score = Debrief(played(plate, "explain", "hear"), CATALOGUE).seats["sam"]
    assert costliest(score) is score.decisions[0]
    offered = take_along(score, CATALOGUE)
    assert offered.principle == "acknowledge"
    assert len(set(offered.cues)) == 3
    line = offered.line(offered.cues[0])
    assert line == (
        "If I come home later than I said this week, I will say what I did before I say why."
    )
    # The last line is the costliest where it goes furthest astray; there another thing was wanted.
    astray = Debrief(played(plate, "own-it", "leave"), CATALOGUE).seats["sam"]
    assert costliest(astray) is astray.decisions[1]
    assert take_along(astray, CATALOGUE).principle == "listen"
    best = Debrief(played(plate, "own-it", "hear"), CATALOGUE).seats["sam"]
    assert costliest(best) is None
    assert take_along(best, CATALOGUE).cues


@pytest.mark.parametrize("principle", CATALOGUE.principles)
def test_every_shipped_principle_has_a_pair_and_words_to_take_along(principle: str) -> None:
    from trainer.practice.taking_along import _CUES, _SAY

    assert PAIRS[principle].weak != PAIRS[principle].strong
    assert _SAY[principle]
    assert len(_CUES[CATALOGUE.principles[principle].family]) == 3


def test_the_saved_file_has_what_was_watched_and_guessed(plate: Loaded) -> None:
    play = played(plate)
    practised = Practised(play, How(watched="listen"))
    for move, guess in (("explain", "closer"), ("hear", "closer")):
        practised.guess(next(each for each in play.choices if each.id == move), guess)
        play.move(move)
    debrief = Debrief(play, CATALOGUE)
    text = as_markdown(debrief, practised)
    assert "You watched Listen. You showed it in line 2." in text
    guesses = text.partition("## Your guesses")[2].partition("##")[0]
    assert "Line 1: You guessed that Robin would come closer; Robin pulled back." in guesses
    assert "What would have told: just before, Robin: “You said seven.”" in guesses
    assert "Line 2: You guessed that Robin would come closer, and so it was." in guesses
    sources = text.partition("## Says who?")[2].partition("##")[0]
    assert f"- Listen: {CATALOGUE.principles['listen'].source}" in sources.replace("\\", "")
    report = json.loads(as_json_text(debrief, practised))
    assert report["watched"] == "listen"
    assert report["guesses"][0] == {"line": 1, "guessed": "closer", "landed": "back"}


def test_the_saved_file_has_the_talk_and_no_text_in_it_is_a_sign(
    plate: Loaded, tmp_path: Path
) -> None:
    play = played(plate)
    practised = Practised(play, How())
    practised.type("# I [said](x) *it*")
    for move in ("own-it", "hear"):
        play.move(move)
    debrief = Debrief(play, CATALOGUE)
    text = as_markdown(debrief, practised, "If <b>, I will.")
    assert r"\# I \[said\](x) \*it\*" in text
    assert r"If \<b\>, I will." in text
    assert "**Robin:** I thought something had happened to you." in text
    assert "Robin's trust, of 10, before the first line and after each: 4, 6, 8" in text
    assert "- Acknowledge: " in text
    assert '"take_along": "If b' in as_json_text(debrief, practised, "If b")
    assert "## Your guesses" not in text
    path = free_path(str(tmp_path), "plate")
    assert write_new(path, text) == ""
    assert "already" in write_new(path, "other")
    assert Path(path).read_text(encoding="utf-8") == text
    assert free_path(str(tmp_path), "plate").endswith("plate-2.md")
    assert write_new(str(tmp_path / "no" / "x.md"), text) != ""
