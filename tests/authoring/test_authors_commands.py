"""The authors' commands as a person runs them: explain, new, graph, play from anywhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import CHECKOUT, trainer
from tests.unit.building import BASE, catalogue, changed, loaded, problems, written
from trainer.practice.play import Play
from trainer.scenario.codes import CODES
from trainer.scenario.drawing import as_dot, as_mermaid, as_text, cells, folded
from trainer.scenario.explanations import EXPLANATIONS
from trainer.scenario.model import Scenario
from trainer.scenario.reading import TO_WRITE
from trainer.scenario.template import template

# check --explain


def test_codes_and_explanations_are_in_step():
    assert list(EXPLANATIONS) == list(CODES)
    for code, explanation in EXPLANATIONS.items():
        for text in (explanation.why, explanation.example, explanation.mend):
            assert text.strip(), code


def test_explain():
    done = trainer("check", "--explain", "trap-colon")
    assert done.returncode == 0
    assert done.stdout.startswith("trap-colon (an error): a colon and a space inside plain text\n")
    for part in ("\nWhy: ", "\nExample:\n    say: Here is", "\nTo mend it: "):
        assert part in done.stdout
    assert all(cells(line) <= 80 for line in done.stdout.splitlines())
    done = trainer("check", "--explain", "guessable")
    assert done.stdout.startswith("guessable (a warning; an error under --strict): ")
    row = json.loads(trainer("check", "--explain", "guessable", "--json").stdout)
    assert row["severity"] == "warning"
    assert set(row) == {"code", "severity", "what", "why", "example", "mend"}


def test_an_unknown_code_is_answered_with_the_nearest():
    done = trainer("check", "--explain", "trap-colom")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean trap-colon" in done.stderr
    assert trainer("check", "--explain", "\x1b[2J").stderr.isprintable() is False  # its newline
    assert "\x1b" not in trainer("check", "--explain", "\x1b[2J").stderr


# new


@pytest.mark.parametrize("skill", catalogue().skills)
def test_a_new_scenario_has_no_fault_but_the_places_to_fill_in(skill: str, tmp_path: Path):
    path = tmp_path / "the-new-one.yaml"
    done = trainer("new", skill, path)
    assert done.returncode == 0, done.stderr
    text = path.read_text(encoding="utf-8")
    found = problems(tmp_path, text, path.name)
    assert {(each.severity, each.code) for each in found} == {("warning", "todo")}
    assert len(found) == text.count(f" {TO_WRITE}")
    lines = text.splitlines()
    assert all(lines[each.line - 1][each.column - 1 :].startswith(TO_WRITE) for each in found)
    assert f"{len(found)} texts to write" in done.stdout
    assert skill in text
    assert text.count("#") > 10  # it is commented


def test_a_new_scenario_is_clean_once_it_is_written(tmp_path: Path):
    text = template("responding-to-a-rupture", catalogue())
    count = iter(range(1000))
    text = re.sub(rf"{TO_WRITE}.*", lambda _: f"Some words of about one length {next(count)}", text)
    assert list(map(str, problems(tmp_path, text, "the-new-one.yaml"))) == []


def test_a_new_scenario_can_be_played_at_once(tmp_path: Path):
    path = tmp_path / "the-new-one.yaml"
    assert trainer("new", "gentle-startup", path).returncode == 0
    for seat in ("sam", "robin"):
        assert trainer("play", path, "--as", seat, "--plain", typed="1\n" * 9).returncode == 0


@pytest.mark.parametrize(
    ("choices", "kind"),
    [
        (("say-it-plain", "take-the-hand"), "repaired"),
        (("say-it-plain", "shrug"), "partly"),
        (("snap", "take-the-hand"), "partly"),
        (("snap", "shrug"), "apart"),
    ],
)
def test_in_a_new_scenario_the_scripted_one_answers_the_second_seat(
    choices: tuple[str, str], kind: str, tmp_path: Path
):
    scenario = loaded(tmp_path, template("gentle-startup", catalogue()), "new-one.yaml").scenario
    assert scenario is not None
    play = Play(scenario, ["robin"])
    for choice in choices:
        play.move(choice)
    assert play.ending is not None
    assert play.ending.kind == kind


def test_new_never_writes_over_a_file(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    path.write_text("mine")
    done = trainer("new", "gentle-startup", path)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert path.read_text() == "mine"
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert trainer("new", "gentle-startup", tmp_path / "link.yaml").returncode == 2
    assert not (tmp_path / "nowhere.yaml").exists()


@pytest.mark.parametrize(
    ("skill", "name", "message"),
    [
        ("gentle-start", "a.yaml", "Did you mean gentle-startup"),
        ("gentle-startup", "The Bowl.yaml", "such as the-late-bowl.yaml"),
        ("gentle-startup", "bowl.txt", "ends in .yaml"),
        ("gentle-startup", "skills.yaml", "cannot be a scenario's file"),
        ("gentle-startup", "no/such/folder/bowl.yaml", "cannot be written: No such file"),
        ("gentle-startup", "", "cannot be a scenario's file"),
    ],
)
def test_new_says_what_is_wrong(skill: str, name: str, message: str, tmp_path: Path):
    done = trainer("new", skill, f"{tmp_path}/{name}")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert list(tmp_path.iterdir()) == []


# graph


def story(tmp_path: Path, *changes: tuple[str, str]) -> Scenario:
    scenario = loaded(tmp_path, changed(*changes)).scenario
    assert scenario is not None
    return scenario


HURRIES = "why: Hurries the other along.\n        goto: stove"


def test_text_says_of_each_node_what_leads_to_it(tmp_path: Path):
    blocks = as_text(story(tmp_path, (HURRIES, HURRIES.replace("stove", "answer"))), 80).split(
        "\n\n"
    )
    second = {block.split(":")[0]: block.split("\n")[1] for block in blocks[1:] if "\n" in block}
    assert second["door"] == "  comes from: hall"
    assert second["reply"] == "  comes from: door (own-it, explain, joke)"
    assert second["answer"] == "  comes from: table (press), stove (ask-them, sit-down, warm-up)"
    assert "comes from" not in blocks[1]  # the start


@pytest.mark.parametrize("width", [20, 33, 80, 200])
def test_text_fits_the_terminal(width: int, tmp_path: Path):
    scenario = story(
        tmp_path,
        ("name: Robin\n", "name: 山本さん山本さん山本さん山本さん\n"),
        ("title: Near again", "title: 遠くて近い遠くて近い遠くて近い"),
    )
    text = as_text(scenario, width)
    assert all(cells(line) <= width for line in text.splitlines())
    squeezed = "".join(text.split())
    for node in scenario.nodes.values():
        assert node.id in squeezed
        for choice in node.choices:
            assert f"{choice.id}→{choice.goto}" in squeezed
            for principle, mark in choice.marks.items():
                assert f"{principle}{mark:+d}" in squeezed
    for part in ("山本さん", "play_as", "(start)", "endsrepaired,遠くて近い", "autowarmth>3"):
        assert part in squeezed


def test_the_width_is_the_terminals(tmp_path: Path):
    path = written(tmp_path, BASE)
    for environment, width in (({}, 80), ({"COLUMNS": "32"}, 32)):
        done = trainer("graph", path, environment=environment)
        assert done.returncode == 0
        assert max(cells(line) for line in done.stdout.splitlines()) <= width


def test_cells():
    assert [cells(text) for text in ("a", "山", "e\u0301", "😀", "")] == [1, 2, 1, 2, 0]


def test_folding():
    assert folded("a bc def", 4, hanging=" ") == ["a bc", " def"]
    assert folded("abcdefgh i", 4, "> ", ". ") == ["> ab", ". cd", ". ef", ". gh", ". i"]
    assert folded("", 4) == [""]


NASTY = 'a"] --> x; <script>alert(1)</script> #quot; `b` %% \\" \\N {{ & end'


def test_labels_are_only_ever_words(tmp_path: Path):
    quoted = "'" + NASTY.replace("'", "''") + "'"
    scenario = story(tmp_path, ("title: Near again", f"title: {quoted}"))
    mermaid = as_mermaid(scenario)
    for line in mermaid.splitlines()[1:]:
        assert re.fullmatch(
            r"  n\d+(\(\[\"|\[\"|\(\")[^\"<>`%{}\[\]]*<br/>[^\"<>`%{}\[\]]*(\"\]\)|\"\]|\"\))"
            r"|  n\d+ -->( ?\|\"([^\"<>`%{}\[\]]|<br/>)*\"\|)? n\d+",
            line,
        ), line
    # Every sign that was replaced is there as a number.
    label = next(line for line in mermaid.splitlines() if "script" in line)
    said = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)
    assert NASTY.replace("{{", "{") in said
    dot = as_dot(scenario)
    line = next(line for line in dot.splitlines() if "script" in line)
    label = re.fullmatch(r'  "end-near" \[shape=\w+, label="((?:[^"\\]|\\.)*)"\];', line)
    assert label, line
    said = re.sub(r"\\(.)", r"\1", label[1].partition("\\n")[2]).replace("&amp;", "&")
    assert said == f"ends repaired, {NASTY.replace('{{', '{')}"


def test_each_form_has_every_node_and_link(tmp_path: Path):
    scenario = story(tmp_path)
    links = sum(len(node.choices) + (node.goto is not None) for node in scenario.nodes.values())
    mermaid, dot = as_mermaid(scenario), as_dot(scenario)
    assert mermaid.startswith("flowchart TD\n")
    assert mermaid.count("-->") == links
    assert dot.count(" -> ") == links
    assert len(re.findall(r"^  n\d+[\[(]", mermaid, re.MULTILINE)) == len(scenario.nodes)
    assert len(re.findall(r'^  "[^"]*" \[', dot, re.MULTILINE)) == len(scenario.nodes)
    for form, start in (("mermaid", "flowchart"), ("dot", "digraph"), ("text", "Short with you")):
        assert trainer("graph", "short-with-you", "--format", form).stdout.startswith(start)


def test_graph_of_what_is_not_there(tmp_path: Path):
    assert trainer("graph", "short-with-yuo").returncode == 2
    done = trainer("graph", written(tmp_path, changed(("goto: door", "goto: dor"))))
    assert done.returncode == 1
    assert "unknown-node" in done.stderr


# play --from --set


def test_a_play_from_anywhere(tmp_path: Path):
    path, report = written(tmp_path, BASE), tmp_path / "report.json"
    done = trainer(
        *("play", path, "--plain", "--in-order", "--from", "answer", "--set", "promised=true"),
        *("--set", "warmth=9", "--report", report),
        typed="1\n",
    )
    assert done.returncode == 0, done.stderr
    assert "It was quiet." in done.stdout
    assert "begins at `answer` with warmth 9, promised true" in done.stderr
    found = json.loads(report.read_text())
    assert found["state"] == {"warmth": 9, "promised": True}
    assert [each["node"] for each in found["seats"]["sam"]["decisions"]] == ["last"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--from", "dor"], "no node `dor` in `the-late-bowl`. Did you mean door"),
        (["--set", "warm=3"], "no meter or flag `warm` in `the-late-bowl`. Did you mean warmth"),
        (["--set", "warmth=11"], "`warmth` is set to a whole number from 0 to 10"),
        (["--set", "warmth=-1"], "`warmth` is set to a whole number from 0 to 10"),
        (["--set", "warmth=" + "9" * 5000], "`warmth` is set to a whole number from 0 to 10"),
        (["--set", "warmth"], "`warmth` is set to a whole number from 0 to 10"),
        (["--set", "warmth=²"], "`warmth` is set to a whole number from 0 to 10"),
        (["--set", "promised=1"], "`promised` is set to true or false"),
        (["--set", "="], "no meter or flag"),
    ],
)
def test_where_it_cannot_begin(arguments: list[str], message: str, tmp_path: Path):
    done = trainer("play", written(tmp_path, BASE), "--plain", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_from_a_state_in_which_nobody_can_go_on(tmp_path: Path):
    sorry = "        why: Names the act.\n"
    text = changed((sorry, f"{sorry}        when: warmth > 5\n")).replace(
        "        why: One change that can be kept.\n",
        "        why: One change that can be kept.\n        when: warmth > 2\n",
    )
    text = text.replace(
        "        why: Hurries the other along.\n",
        "        why: Hurries the other along.\n        when: warmth > 1\n",
    )
    path = written(tmp_path, text)
    done = trainer("play", path, "--plain", "--from", "table", "--set", "warmth=0")
    assert done.returncode == 2
    assert "no-choice" in done.stderr
    assert trainer("play", path, "--plain", "--from", "table", typed="1\n" * 4).returncode == 0


@pytest.mark.parametrize("arguments", [["--from", "door"], ["--resume", "--set", "warmth=3"]])
def test_from_needs_a_scenario(arguments: list[str]):
    done = trainer("play", "--plain", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "need the scenario" in done.stderr


def test_a_play_from_anywhere_is_not_kept(tmp_path: Path):
    data = {"TRAINER_DATA": str(tmp_path / "data")}
    path = written(tmp_path, BASE)
    done = trainer("play", path, "--plain", "--from", "last", typed="1\n", environment=data)
    assert done.returncode == 0
    assert not (tmp_path / "data").exists()


# None of it costs what it does not need


def test_what_the_commands_import(tmp_path: Path):
    path = written(tmp_path, BASE)
    for arguments in (
        ["graph", path],
        ["check", "--explain", "alias"],
        ["playtest", path, "--plays", "2"],
        ["new", "gentle-startup", str(tmp_path / "new-one.yaml")],
    ):
        code = (
            "import sys\nfrom trainer.cli import main\n"
            f"assert main({arguments!r}) == 0\n"
            "assert not {'textual', 'rich', 'sqlite3'} & set(sys.modules)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=CHECKOUT, capture_output=True, env={**os.environ}
        )
        assert done.returncode == 0, done.stderr.decode()


# What a newcomer wrote with the guide, from `trainer new` on


def test_a_newcomers_scenario_is_strictly_clean():
    path = Path(__file__).parent / "data" / "the-seedlings.yaml"
    done = trainer("check", "--strict", path)
    assert (done.returncode, done.stdout) == (0, "1 file, 0 errors, 0 warnings\n")
    for seat in ("sam", "robin"):
        done = trainer("play", path, "--as", seat, "--plain", typed="1\n" * 9)
        assert done.returncode == 0
        assert "Debrief" in done.stdout
