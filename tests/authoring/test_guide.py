"""The authoring guide: its examples are run, and it names every key, code, principle and player."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.unit.building import BASE, catalogue, loaded, problems
from trainer.practice.play import Play
from trainer.practice.report import Debrief
from trainer.scenario import (
    catalogue_reading,
    head_reading,
    story_reading,
    walkthroughs,
)
from trainer.scenario.codes import CODES
from trainer.scenario.explanations import EXPLANATIONS
from trainer.scenario.reading import Shape
from trainer.scenario.steps import scripted
from trainer.scenario.template import template

GUIDE = (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml (.*?)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
OWN_IT = """\
        say: I said seven, and you sat here with no word.
        marks: {acknowledge: 2}
"""
LINES = """\
      - {robin: It was quiet., when: promised}
"""


def indented(text: str, depth: int) -> str:
    return "".join(" " * depth + line + "\n" for line in text.splitlines())


def put(old: str, new: str) -> str:
    assert BASE.count(old) == 1
    return BASE.replace(old, new)


def spliced(text: str) -> str:
    """BASE with a line of a node, or keys of a choice, put in the place of its own."""
    if text.startswith("- "):
        return put(LINES, indented(text, 6) + LINES)
    keys = {line.partition(":")[0].strip() for line in text.splitlines()}
    kept = [line for line in OWN_IT.splitlines() if line.strip().partition(":")[0] not in keys]
    return put(OWN_IT, indented(text, 8) + "".join(f"{line}\n" for line in kept))


def host(kind: str, text: str) -> str:
    """BASE with an example of the guide in its place."""
    if kind == "head":
        return text + BASE[BASE.index("state:\n") :]
    if kind == "state":
        return BASE[: BASE.index("state:\n")] + text + BASE[BASE.index("start: hall") :]
    if kind == "lines":
        return put(LINES, indented(text, 6))
    if kind == "node":
        return BASE[: BASE.index("  door:\n")] + indented(text, 2) + BASE[BASE.index("  reply:") :]
    if kind == "reply":
        return BASE[: BASE.index("  reply:\n")] + indented(text, 2) + BASE[BASE.index("  table:") :]
    if kind == "walkthroughs":
        return put("nodes:\n", text + "nodes:\n")
    assert kind == "right"
    return spliced(text)


def test_the_guide_has_examples_of_each_kind():
    kinds = [kind.split()[0] for kind, _ in BLOCKS]
    assert set(kinds) == {
        *("head", "state", "lines", "node", "reply", "walkthroughs", "wrong", "right")
    }
    assert kinds.count("wrong") == kinds.count("right") >= 10


@pytest.mark.parametrize(
    ("kind", "text"), [block for block in BLOCKS if not block[0].startswith("wrong")]
)
def test_what_the_guide_shows_is_clean(kind: str, text: str, tmp_path: Path):
    assert list(map(str, problems(tmp_path, host(kind, text)))) == []


@pytest.mark.parametrize(
    ("kind", "text"), [block for block in BLOCKS if block[0].startswith("wrong")]
)
def test_what_the_guide_calls_wrong_is_told(kind: str, text: str, tmp_path: Path):
    found = problems(tmp_path, spliced(text))
    assert {each.code for each in found} == {kind.split()[1]}, list(map(str, found))


def test_a_deed_is_written_without_a_person():
    explained = "".join(f"{each.example}{each.mend}" for each in EXPLANATIONS.values())
    new = template("responding-to-a-rupture", catalogue())
    for text in (GUIDE, new, explained):
        assert not re.search(r"\[(You|I|They|Sam|Robin)\b", text)
    assert '"[Puts the phone away.]"' in GUIDE


def test_names_stand_in_braces_in_what_is_shown():
    new = template("responding-to-a-rupture", catalogue())
    words = re.findall(r"(?:(?:say|why|narration|robin|sam):|-) (.*)", new)
    words += [text for kind, text in BLOCKS if kind in ("node", "lines")]
    told = [each for each in words if re.search(r"(?<![{\w])(Sam|Robin)\b", each)]
    assert [each for each in told if " to the best ending" not in each] == []


def test_a_walkthrough_of_the_guide_is_really_run(tmp_path: Path):
    text = next(text for kind, text in BLOCKS if kind == "walkthroughs")
    wrong = host("walkthroughs", text.replace("score: ", "score: 1"))
    assert {each.code for each in problems(tmp_path, wrong)} == {"out-of-range"}
    wrong = host("walkthroughs", re.sub(r"score: \d+", "score: 12", text))
    assert {each.code for each in problems(tmp_path, wrong)} == {"walkthrough"}


def test_two_orders_of_a_node_answer_alike(tmp_path: Path):
    texts = [text for kind, text in BLOCKS if kind == "reply"]
    answers = []
    for text in texts:
        scenario = loaded(tmp_path, host("reply", text)).scenario
        assert scenario is not None
        choices = scenario.nodes["reply"].choices
        taken = [scripted(choices, (warmth, False)) for warmth in range(11)]
        answers.append([choice.id for choice in taken if choice])
    assert len(texts) == 2
    assert answers[0] == answers[1] == ["not-yet"] * 6 + ["thanks"] * 5
    firsts = {yaml.safe_load(text)["reply"]["choices"].popitem()[0] for text in texts}
    assert firsts == {"thanks", "not-yet"}


def table_row(word: str) -> bool:
    """Whether a row of a table begins with that word (or has it among the first cell's words)."""
    return bool(re.search(rf"^\| [^|]*`{re.escape(word)}`", GUIDE, re.MULTILINE))


def shapes() -> dict[str, Shape]:
    found = {}
    for module in (catalogue_reading, head_reading, story_reading, walkthroughs):
        for name, value in vars(module).items():
            if isinstance(value, Shape):
                found[f"{module.__name__}.{name}"] = value
    return found


def test_every_key_stands_in_the_guide():
    assert len(shapes()) >= 9
    # `name`, `brief`, `of` and the like are told in the row or the text of what they belong to.
    inside = {"name", "brief", "of", "family", "shows", "against", "source"}
    inside |= {"when", "weak", "strong", "rule", "summary"}
    for where, shape in shapes().items():
        for key in shape.known:
            told = f"`{key}`" in GUIDE if key in inside else table_row(key)
            assert told or (key == "start" and "`start`" in GUIDE), f"{where}: {key}"


def test_every_key_of_a_report_stands_in_the_guide(tmp_path: Path):
    scenario = loaded(tmp_path, BASE).scenario
    assert scenario is not None
    play = Play(scenario, ["sam"])
    for move in ("explain", "<", "own-it", "vow", "ask-them", "hold"):
        play.move(move)
    report = Debrief(play, catalogue()).as_json()
    seat = report["seats"]["sam"]
    assert "took" in seat["decisions"][0]
    rows = seat["principles"].values()
    for part in (report, report["ending"], seat, *rows, *seat["decisions"]):
        for key in part:
            assert f"`{key}`" in GUIDE, key


def test_every_code_stands_in_the_guide():
    for severity in ("error", "warning"):
        part = GUIDE.partition(f"| {severity} | what is told |")[2].partition("\n\n")[0]
        rows = [row for row in part.splitlines() if row.startswith("| `")]
        codes = [(name, code.what) for name, code in CODES.items() if code.severity == severity]
        assert rows == [f"| `{name}` | {what} |" for name, what in codes]


def test_every_principle_stands_in_the_guide_word_for_word():
    for principle in catalogue().principles.values():
        row = f"| `{principle.id}`: {principle.title} | {principle.shows} | {principle.against} |"
        assert row in GUIDE, principle.id


def test_it_ends_with_what_fresh_readers_chose():
    assert GUIDE.rindex("\n## ") == GUIDE.index("\n## What fresh readers chose")


def test_every_link_inside_leads_to_a_heading():
    headings = re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)
    anchors = {re.sub(r"[^a-z0-9 -]", "", each.lower()).replace(" ", "-") for each in headings}
    links = re.findall(r"\]\(#([^)]*)\)", GUIDE)
    assert links
    assert set(links) <= anchors
