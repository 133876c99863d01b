"""YAML's own traps: the message has the line as it should be written, and that line loads.

Each text is written without quotes where an author would write it: as what is said, as narration,
as speech and inside braces. The line that the message shows is put back into the file; then there
must be no problem, and the text must be read as it was meant.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from building import BASE, PARSERS, changed, loaded, problems, use_parser

from trainer.scenario.model import Scenario
from trainer.scenario.problems import Problem
from trainer.scenario.syntax_traps import KEYS

SAY = "say: I said seven, and you sat here with no word."
ITEM = "- A bowl is turned over a plate."
SPEECH = "- robin: You said seven."
MENDED = re.compile(r"(?:write|quote it:) `(?P<line>.*?)`(?=$|[;,])")

#: Where a text is put, as (what it stands in the stead of, what is written before and after it).
PLACES = {
    "say": (SAY, "say: ", ""),
    "item": (ITEM, "- ", ""),
    "speech": (SPEECH, "- robin: ", ""),
    "flow": (SPEECH, "- {robin: ", ", when: warmth > 2}"),
    "flow alone": (ITEM, "- {narration: ", "}"),
    "flow when first": (SPEECH, "- {when: warmth > 2, robin: ", "}"),
}
BLOCK = ("say", "item", "speech")
FLOW = ("flow", "flow alone", "flow when first")


@pytest.fixture(autouse=True, params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test runs with each parser."""
    use_parser(monkeypatch, request.param)
    return str(request.param)


def text_at(scenario: Scenario, place: str) -> str:
    """What is read where a text was put."""
    door = scenario.nodes["door"]
    if place == "say":
        return door.choices[0].say
    return door.lines[0 if place in ("item", "flow alone") else 1].text


def shown_line(found: list[Problem]) -> str:
    """The line as it should be written, of the only message that shows one."""
    lines = {match["line"] for each in found if (match := MENDED.search(each.message))}
    assert len(lines) == 1, list(map(str, found))
    return lines.pop()


def mends(folder: Path, place: str, written: str, meant: str, *codes: str) -> None:
    """``written`` is told with one of these codes; the line that is shown reads as ``meant``."""
    old, before, after = PLACES[place]
    lines = (before + written + after).split("\n")
    trap = changed((old, "\n            ".join(lines)))
    found = problems(folder, trap)
    assert {each.code for each in found} & set(codes), list(map(str, found))
    told = next(each for each in found if each.code in codes)
    first = changed((old, "@@@")).split("@@@")[0].count("\n") + 1
    assert first <= told.line < first + len(lines), str(told)
    shown = shown_line(found)
    assert shown.startswith(before.split("{")[0]), shown
    again = loaded(folder, changed((old, shown)))
    assert [each for each in again.problems if each.is_error or each.code in codes] == []
    assert again.scenario is not None
    assert text_at(again.scenario, place) == meant


PLAIN_TRAPS = [
    ("You know: I waited.", "trap-colon", "unknown-speaker"),
    ("So: here we are.", "trap-colon", "unknown-speaker"),
    ("So: here: we are.", "trap-colon"),
    ("Here is why:", "trap-colon", "unknown-speaker"),
    (": so it is", "trap-colon", "unknown-speaker"),
    ("It's late: I waited.", "trap-colon", "unknown-speaker"),
    ('He said "no": I waited.', "trap-colon", "unknown-speaker"),
    ("The path C:\\home: gone", "trap-colon", "unknown-speaker"),
    ("[You leave.]", "trap-start"),
    ("[You leave, quietly.]", "trap-start"),
    ("[You leave.] So there.", "trap-start"),
    ("[You leave]: so there.", "trap-start"),
    ("{sam} said so.", "trap-start"),
    ("{sam}", "trap-start"),
    ("{sam}, you said so.", "trap-start"),
    ("*sighs* Okay.", "trap-start"),
    ("*sighs*", "trap-start"),
    ("*sighs", "alias"),
    ("* so", "trap-start"),
    ("&you and me.", "anchor"),
    ("& so", "trap-start"),
    ('"No" is no.', "trap-start"),
    ('"No", you said, and "no" again.', "trap-start"),
    ("'No' is no.", "trap-start"),
    ("@home again.", "trap-start"),
    ("`Now` is now.", "trap-start"),
    ("%5 of it.", "trap-start"),
    ("!so it is.", "tag"),
    ("! so it is.", "tag"),
    ("!", "tag"),
    ("| so", "trap-start"),
    ("|so", "trap-start"),
    ("> so", "trap-start"),
    (">so", "trap-start"),
    ("? what", "trap-start", "unknown-speaker"),
    (", and so", "trap-start"),
    ("#4 was me.", "unquoted-text"),
    ("I rang number #4", "comment-after-text"),
    ("I rang number # four", "comment-after-text"),
    # Over several lines
    ("You know: I\nwaited.", "trap-colon", "unknown-speaker"),
    ("You know\nI waited: long.", "trap-colon"),
    ("You know,\nlisten: I waited.", "trap-colon"),
    ("[You leave.] So\nthere\nyou are.", "trap-start"),
    ("*sighs* Oh\nno.", "trap-start"),
    ('"No" is\nno.', "trap-start"),
    ("'No' is\nno.", "trap-start"),
    ("{sam} said\nso.", "trap-start"),
    ("@home\nagain.", "trap-start"),
    ("I rang #4\ntoday.", "yaml-syntax"),
]


@pytest.mark.parametrize("place", BLOCK)
@pytest.mark.parametrize("trap", PLAIN_TRAPS, ids=lambda trap: trap[0])
def test_plain_text(trap: tuple[str, ...], place: str, parser: str, tmp_path: Path) -> None:
    if (place, parser) == ("speech", "SafeLoader"):
        pytest.skip("what is said shows it as well, and this parser is slow")
    written, *codes = trap
    mends(tmp_path, place, written, written.replace("\n", " "), *codes)


IN_BRACES = [
    "Oh {sam}.",
    "{sam} said so.",
    "{sam}, you said so.",
    "Say {sam}: no.",
    "What? No.",
    "What?",
    "? what",
    "You know: I waited.",
    "Yes, I know.",
    "Yes, I know: it is, and it was.",
    "[sighs] Okay.",
    "[sighs]",
    "Okay [sighs], then.",
    "*sighs* Okay.",
    "*sighs",
    "&you and me",
    "& so",
    '"No" is no.',
    "'No' is no.",
    "@home again.",
    "`Now` is now.",
    "%5 of it.",
    "!so it is.",
    "! so it is.",
    "| so",
    "> so",
    "- so",
    "#4 was me.",
    "I rang #4.",
    "Oh {sam}\nthere.",
    "Yes,\nI know.",
]


@pytest.mark.parametrize("place", FLOW)
@pytest.mark.parametrize("written", IN_BRACES)
def test_text_inside_braces(written: str, place: str, tmp_path: Path) -> None:
    codes = ("trap-braces", "trap-flow", "trap-start", "unknown-speaker", "alias", "anchor", "tag")
    mends(tmp_path, place, written, written.replace("\n", " "), *codes)


LEFT_OPEN = [
    ('"I waited so long.', "I waited so long."),
    ("'I waited so long.", "I waited so long."),
    ("'Tis nothing.", "'Tis nothing."),
    ('"I waited\nso long.', "I waited so long."),
]


@pytest.mark.parametrize("place", [*BLOCK, *FLOW])
@pytest.mark.parametrize(("written", "meant"), LEFT_OPEN)
def test_a_quote_left_open(written: str, meant: str, place: str, tmp_path: Path) -> None:
    codes = ("yaml-syntax", "trap-start", "trap-braces")
    mends(tmp_path, place, written, meant, *codes)


@pytest.mark.parametrize("place", BLOCK)
def test_a_quote_that_ends_at_the_next_one(place: str, tmp_path: Path) -> None:
    old, before, _ = PLACES[place]
    later = ("why: Light, where it is heavy.", 'why: "Light, where it is heavy."')
    found = problems(tmp_path, changed((old, before + '"I waited.'), later))
    assert shown_line(found) == before + '"I waited."'


WITHOUT_SPACE = [
    ("level: 1", "level:1"),
    ("title: The late bowl", "title:The late bowl"),
    ("start: hall", "start:hall"),
    ("focus: [acknowledge]", "focus:[acknowledge]"),
    ("promised: false", "promised:false"),
    ("warmth: {of: robin, start: 5}", "warmth: {of:robin, start:5}"),
    ("warmth: {of: robin, start: 5}", "warmth:{of: robin, start: 5}"),
    ("goto: door", "goto:door"),
    (SAY, SAY.replace(": ", ":")),
    ("marks: {patience: -1}", "marks: {patience:-1}"),
    ("marks: {patience: -1}", "marks:{patience: -1}"),
    ("marks: {act-differently: 2, acknowledge: 1}", "marks: {act-differently:2, acknowledge: 1}"),
    ("marks: {act-differently: 2, acknowledge: 1}", "marks: {act-differently: 2, acknowledge:1}"),
    ("marks: {act-differently: 2, acknowledge: 1}", "marks: {act-differently:2, acknowledge:1}"),
    ("effects: {warmth: 2}", "effects: {warmth:2}"),
    ("effects: {promised: true}", "effects: {promised:true}"),
    ("auto: promised", "auto:promised"),
    ("kind: partly", "kind:partly"),
    ("- {robin: It was quiet., when: promised}", "- {robin:It was quiet., when: promised}"),
    ("- {robin: It was quiet., when: promised}", "- {robin: It was quiet., when:promised}"),
    ("- The key turns in the lock.", "-The key turns in the lock."),
]


@pytest.mark.parametrize(("right", "wrong"), WITHOUT_SPACE)
def test_a_space_that_is_missing(right: str, wrong: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed((right, wrong)))
    assert {each.code for each in found} == {"trap-space"}, list(map(str, found))
    assert shown_line(found) == right


@pytest.mark.parametrize("key", ["patience", "acknowledge"])
def test_a_space_that_is_missing_in_a_block(key: str, tmp_path: Path) -> None:
    """One entry alone, the first of two, the last of two."""
    for lines, right in (
        ([f"{key}:-1"], f"{key}: -1"),
        ([f"{key}:-1", "ask: -1"], f"{key}: -1"),
        (["ask: -1", f"{key}:-1"], f"{key}: -1"),
    ):
        block = "marks:" + "".join(f"\n          {line}" for line in lines)
        found = problems(tmp_path, changed(("marks: {patience: -1}", block)))
        assert {each.code for each in found} == {"trap-space"}, list(map(str, found))
        assert shown_line(found) == right


def test_a_speaker_without_the_space_is_a_warning(tmp_path: Path) -> None:
    """`robin:You said so.` is a text like any other, so it can be no error."""
    found = problems(tmp_path, changed((ITEM, "- robin:You said so.")))
    assert [(each.code, each.is_error) for each in found] == [("quoted-speaker", False)]
    assert shown_line(found) == '- robin: "You said so."'


def test_a_space_and_quotes_that_are_missing(tmp_path: Path) -> None:
    found = problems(tmp_path, changed((SAY, "say:I said: seven.")))
    assert shown_line(found) == 'say: "I said: seven."'


LOCK = "lines:\n      - The key turns in the lock."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("[Seven, at last.]", '- "Seven, at last."'),
        ("[robin: Yes, I know.]", '- robin: "Yes, I know."'),
        ("[robin: Ah., Yes, I know.]", '- "Yes, I know."'),
        ("[\n      Seven, at last.]", '- "Seven, at last."'),
    ],
)
def test_a_list_that_is_cut_at_a_comma(wrong: str, right: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed((LOCK, f"lines: {wrong}")))
    if wrong.count(",") == 1:
        assert [(each.code, each.is_error) for each in found] == [("cut-at-comma", False)]
        assert shown_line(found) == right
    assert "cut-at-comma" in {each.code for each in found}
    assert problems(tmp_path, changed((LOCK, f"lines:\n      {right}"))) == []


def test_lists_in_brackets_that_are_not_cut(tmp_path: Path) -> None:
    for lines in ('["Seven, at last.", "So."]', "[The key turns.]", '["a", b]', "[]"):
        found = problems(tmp_path, changed((LOCK, f"lines: {lines}")))
        assert found == [], lines
    notes = ("content_notes:\n  - a missed supper", "content_notes: [grief, infidelity]")
    assert problems(tmp_path, changed(notes)) == []


TABS = [("    goto: door", "\tgoto: door"), ("    goto: door", "  \t  goto: door")]


@pytest.mark.parametrize(("right", "wrong"), TABS)
def test_a_tab_that_indents(right: str, wrong: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed((right, wrong)))
    assert [each.code for each in found] == ["trap-tab"]
    assert found[0].column == wrong.index("\t") + 1
    assert shown_line(found) == right.strip()


@pytest.mark.parametrize(
    "wrong", ["say: I\tsaid", "say:\tI said", "say: I said\t", 'say: "I\tsaid"', "say: I \t said"]
)
def test_tabs_elsewhere_are_read_as_spaces(wrong: str, tmp_path: Path) -> None:
    scenario = loaded(tmp_path, changed((SAY, wrong))).scenario
    assert scenario is not None
    say = scenario.nodes["door"].choices[0].say
    assert "\t" not in say
    assert say.split() == ["I", "said"]


def test_brackets_left_open(tmp_path: Path) -> None:
    for right, wrong in (
        ("marks: {patience: -1}", "marks: {patience: -1"),
        ("focus: [acknowledge]", "focus: [acknowledge"),
    ):
        assert shown_line(problems(tmp_path, changed((right, wrong)))) == right


def test_no_line_is_shown_that_is_no_better(tmp_path: Path) -> None:
    """Where a syntax error is none of the traps, no wrong advice is given."""
    for change in (
        ("    goto: door", "     goto: door"),
        ("    goto: door", "    goto: door\n   pan: door"),
        (SAY, SAY + "\n        and so on"),
        ("marks: {patience: -1}", "marks: {patience: -1}}"),
        ("marks: {patience: -1}", "marks: {ask: 1 patience: -1}"),
    ):
        found = problems(tmp_path, changed(change))
        assert {each.code for each in found} <= {"yaml-syntax", "trap-braces"}
        assert not MENDED.search(found[0].message) or "key: text" in found[0].message, found


def test_a_syntax_error_is_always_an_error(tmp_path: Path) -> None:
    """A file that cannot be read is never just a warning."""
    _, before, after = PLACES["flow"]
    for written in IN_BRACES:
        text = changed((SPEECH, before + written.replace("\n", " ") + after))
        result = loaded(tmp_path, text)
        assert (result.scenario is None) == any(each.is_error for each in result.problems), written


def test_plain_text_that_is_no_trap(tmp_path: Path) -> None:
    for say in (
        "It's seven.",
        "at 7:30, not later",
        "see http://example.org",
        "a - b - c",
        "-5 degrees",
        "?what",
        "so?",
        "well... *sighs*",
        "said [quietly]",
        "you & me",
        "100%",
        "no! never!",
        "so, and so",
        "C#",
        "number#4",
        "\\n is no escape",
        "key:value",
        "<<",
        "=",
        "--- so",
        "... so",
        "a | b > c",
    ):
        result = loaded(tmp_path, changed((SAY, f"say: {say}")))
        assert result.problems == [], say
        assert result.scenario is not None
        assert result.scenario.nodes["door"].choices[0].say == say


def test_the_base_loads(tmp_path: Path) -> None:
    assert loaded(tmp_path, BASE).problems == []


# An indentation that is off

TURN = "      - robin: You said seven.\n    turn: sam\n"
EFFECTS = "        why: True, and a little too soon.\n        effects: {warmth: -1}\n"
OFF = [
    (TURN, TURN.replace("    turn", "   turn"), "trap-colon", "choices", 4, 3),
    (EFFECTS, EFFECTS.replace(" effects", "  effects"), "trap-colon", "effects", 9, 8),
    (EFFECTS, EFFECTS.replace(" effects", "effects"), "trap-start", "goto", 8, 7),
]


@pytest.mark.parametrize(("right", "wrong", "code", "key", "there", "here"), OFF)
def test_a_key_that_reads_as_text_is_told_as_an_indentation(
    right: str, wrong: str, code: str, key: str, there: int, here: int, tmp_path: Path
):
    (found,) = problems(tmp_path, changed((right, wrong)))
    line = found.line
    assert found.code == code
    assert f"line {line + 1} (`{key}:`, {there} spaces)" in found.message
    assert f"line {line} ({here} spaces)" in found.message
    assert "write `" not in found.message


def test_a_line_that_stands_less_deep_is_told_with_both_depths(tmp_path: Path):
    (found,) = problems(tmp_path, changed((SAY, " " + SAY)))
    assert found.code == "yaml-syntax"
    assert f"(this line has 8 spaces, line {found.line - 1} has 9)" in found.message


def test_every_key_of_the_format_is_known_where_one_is_swallowed():
    from trainer.scenario import head_reading, story_reading, walkthroughs
    from trainer.scenario.reading import Shape

    modules = (head_reading, story_reading, walkthroughs)
    shapes = [each for m in modules for each in vars(m).values() if isinstance(each, Shape)]
    assert len(shapes) >= 6
    assert {key for shape in shapes for key in shape.known} | {"narration"} == KEYS
