"""How words, numbers and texts are read: YAML 1.2's core schema, and the format's own texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from building import BASE, PARSERS, changed, codes, loaded, problems, use_parser

from trainer.scenario.model import Scenario
from trainer.scenario.texts import put_names, tidy, wrong_brace
from trainer.scenario.tree import Scalar

SAY = "say: I said seven, and you sat here with no word."
ITEM = "- A bowl is turned over a plate."


@pytest.fixture(autouse=True, params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test runs with each parser."""
    use_parser(monkeypatch, request.param)
    return str(request.param)


def read(folder: Path, *changes: tuple[str, str]) -> Scenario:
    """The scenario that BASE with some changes is read as."""
    result = loaded(folder, changed(*changes))
    assert result.scenario is not None, list(map(str, result.problems))
    return result.scenario


def said(folder: Path, text: str) -> str:
    """What ``say: text`` is read as."""
    return read(folder, (SAY, f"say: {text}")).nodes["door"].choices[0].say


WORDS = ["no", "yes", "on", "off", "No", "YES", "y", "n", "True", "TRUE", "False", "FALSE", "On"]
WORDS += ["7:30", "190:20:30", "1_000", "2024-01-31", "2024-01-31T10:00:00Z", "0b101", "08:15", "="]
WORDS += [
    "1,000",
    "1.2.3",
    "+",
    "-x",
    ".",
    "..",
    "...",
    "1e",
    "e3",
    "0x",
    "0xg",
    "0o8",
    "0o",
    "- -",
]
WORDS += [".infinity", "nullo", "~~", "truth", "NaN", "inf", "-.", "+-1", "--1", "1-", "NUL", "<<"]
WORDS += ["+.e3", "1 2", "1e+", "0x1.8", ".5.", "5%", "½", "٣", "１"]


@pytest.mark.parametrize("word", [word for word in WORDS if word not in ("...", "- -")])
def test_plain_words(word: str, tmp_path: Path) -> None:
    scenario = read(
        tmp_path,
        (SAY, f"say: {word}"),
        (ITEM, f"- {word}"),
        ("- robin: You said seven.", f"- robin: {word}"),
        ("author: Nobody", f"author: {word}"),
    )
    door = scenario.nodes["door"]
    assert [door.choices[0].say, scenario.author] == [word] * 2
    assert [line.text for line in door.lines] == [word] * 2


NO_TEXTS = ["1", "-1", "+2", "0", "007", "0o10", "0x10", "0xfF", "1.5", "-1.5", ".5", "1.", "+.5"]
NO_TEXTS += ["1e3", "1E-3", "1.e3", "-1.5e+10", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN"]
NO_TEXTS += ["true", "false", "null", "Null", "NULL", "~", "9" * 400]


@pytest.mark.parametrize("word", NO_TEXTS, ids=lambda word: word[:9])
def test_words_that_are_no_texts(word: str, tmp_path: Path) -> None:
    """Each is an error that says to quote it; in quotes it is a text like any other."""
    places = [
        (SAY, "say: @"),
        (ITEM, "- @"),
        ("- robin: You said seven.", "- robin: @"),
        ("title: The late bowl", "title: @"),
        ("author: Nobody", "author: @"),
        ("name: Sam", "name: @"),
        ("why: Names the act.", "why: @"),
    ]
    found = problems(tmp_path, changed(*((old, new.replace("@", word)) for old, new in places)))
    assert [each.code for each in found] == ["unquoted-text"] * len(places)
    assert all(f'quote it: "{word}"' in each.message for each in found)
    scenario = read(
        tmp_path,
        (SAY, f'say: "{word}"'),
        (ITEM, f"- '{word}'"),
        ("- robin: You said seven.", f"- robin: >-\n          {word}"),
    )
    door = scenario.nodes["door"]
    assert [door.choices[0].say, *(line.text for line in door.lines)] == [word] * 3


def test_nothing_where_a_text_is_due(tmp_path: Path) -> None:
    for new in ("say:", "say: ", "say: # nothing", "say: ~"):
        assert codes(problems(tmp_path, changed((SAY, new)))) == {"unquoted-text"}


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("2", 2),
        ("+2", 2),
        ("0x2", 2),
        ("0o2", 2),
        ("002", 2),
        ("0000000000000000000002", 2),
        ("+0000000000000000000002", 2),
        ("0x00000000000000000003", 3),
        ("0o0000000000000000000003", 3),
    ],
)
def test_whole_numbers(word: str, number: int, tmp_path: Path) -> None:
    assert read(tmp_path, ("level: 1", f"level: {word}")).level == number
    assert read(tmp_path, ("minutes: 5", f"minutes: {word}")).minutes == number
    assert read(tmp_path, ("start: 5}", f"start: {word}}}")).start_values[0] == number
    own_it = read(tmp_path, ("{warmth: 2}", f"{{warmth: {word}}}")).nodes["door"].choices[0]
    assert own_it.effects == ((0, number),)


@pytest.mark.parametrize(
    ("word", "number"),
    [("10", 10), ("010", 10), ("0o12", 10), ("0xA", 10), ("-10", -10), ("-0", 0)],
)
def test_larger_whole_numbers(word: str, number: int, tmp_path: Path) -> None:
    scenario = read(tmp_path, ("{warmth: 2}", f"{{warmth: {word}}}"))
    assert scenario.nodes["door"].choices[0].effects == ((0, number),)


@pytest.mark.parametrize(
    "word", ["2.0", "2e0", "two", '"2"', "'2'", "true", "1_0", "0b1", "~", "[2]"]
)
def test_what_is_no_whole_number(word: str, tmp_path: Path) -> None:
    keys = ("level: 1", "minutes: 5", "format: 1")
    found = problems(tmp_path, changed(*((key, f"{key.split(':')[0]}: {word}") for key in keys)))
    assert [each.code for each in found] == ["wrong-type"] * 3


def test_whole_numbers_that_are_very_long(tmp_path: Path) -> None:
    for word in ("9" * 5000, "-" + "9" * 5000, "0x" + "f" * 5000, "1" + "0" * 30, "5000000000"):
        for old, new in (("minutes: 5", f"minutes: {word}"), ("start: 5}", f"start: {word}}}")):
            assert codes(problems(tmp_path, changed((old, new)))) == {"out-of-range"}


@pytest.mark.parametrize(
    "word", ["yes", "no", "on", "off", "True", "FALSE", "1", "0", '"true"', "~"]
)
def test_only_true_and_false_are_booleans(word: str, tmp_path: Path) -> None:
    for old, new in (
        ("promised: false", f"promised: {word}"),
        ("{promised: true}", f"{{promised: {word}}}"),
    ):
        assert "wrong-type" in codes(problems(tmp_path, changed((old, new))))
    found = problems(tmp_path, changed(("auto: promised", f"auto: {word}")))
    assert any(each.is_error for each in found) == (word != '"true"')


@pytest.mark.parametrize("word", ["true", '"true"', "'true'", "( true )", "not false"])
def test_a_condition_may_be_a_boolean(word: str, tmp_path: Path) -> None:
    auto = read(tmp_path, ("auto: promised", f"auto: {word}")).nodes["answer"].choices[0].auto
    assert auto is not None
    assert auto.holds((0, False)) is True


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "y", "n", "a1", "a-b_c-d", "no-1", "x"])
def test_ids_that_are_words_elsewhere(word: str, tmp_path: Path) -> None:
    scenario = read(
        tmp_path,
        ("  stove:\n", f"  {word}:\n"),
        ("      joke:\n", f"      {word}:\n"),
        *_links(word),
    )
    assert word in scenario.nodes
    assert scenario.nodes["door"].choices[2].id == word
    assert scenario.nodes["table"].choices[0].goto == word


def _links(word: str) -> tuple[tuple[str, str], ...]:
    return (
        (
            "effects: {promised: true}\n        goto: stove",
            f"effects: {{promised: true}}\n        goto: {word}",
        ),
        ("Names the act.\n        goto: stove", f"Names the act.\n        goto: {word}"),
        ("along.\n        goto: stove", f"along.\n        goto: {word}"),
    )


NO_IDS = ["and", "or", "not", "when", "narration", "null", "~", "1", "1.5", '""', "a\u0660"]
NO_IDS += [
    "A",
    "aB",
    "1a",
    "-a",
    "a-",
    "a--b",
    "a_-b",
    "_a",
    "a b",
    "a.b",
    "é",
    "a'",
    "true",
    "false",
]


@pytest.mark.parametrize("word", NO_IDS)
def test_words_that_cannot_be_ids(word: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("      joke:\n", f"      {word}:\n")))
    assert "bad-id" in codes(found), list(map(str, found))
    assert codes(found) == {"bad-id"}


def test_names_of_meters_and_flags(tmp_path: Path) -> None:
    for name in ("no", "on", "a_b", "x1", "yes", "off"):
        scenario = read(
            tmp_path,
            ("  promised: false", f"  promised: false\n  {name}: true"),
            ("auto: promised", f"auto: promised and {name}"),
        )
        assert scenario.state[2].name == name
    for name in ("a-b", "A", "and", "true", "a_", "not"):
        found = problems(
            tmp_path, changed(("  promised: false", f"  promised: false\n  {name}: 1"))
        )
        assert "bad-id" in codes(found)


# Texts


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  so  ", "so"),
        ('"  so  "', "so"),
        ("'  so  '", "so"),
        (r'"\tso\n"', "so"),
        (r'"so\tit is"', "so it is"),
        ('"so\tit is"', "so it is"),
        (r'"so\nit is"', "so it is"),
        (r'"so\r\nit is"', "so it is"),
        (r'"so\rit is"', "so it is"),
        (r'"so\Lit\Pis"', "so it is"),
        (r'"so\n\nit is"', "so  it is"),
        ("so   it   is", "so   it   is"),
        ("so\n          it\n          is", "so it is"),
        ("\n          so it is", "so it is"),
        ('"so\n          it is"', "so it is"),
        ('"so \\\n          it is"', "so it is"),
        ("'so\n\n          it is'", "so it is"),
        ("|\n          so\n          it is\n", "so it is"),
        ("|-\n          so\n          it is\n", "so it is"),
        ("|+\n          so\n          it is\n\n", "so it is"),
        (">\n          so\n          it is\n", "so it is"),
        (">-\n          so\n\n          it is\n", "so it is"),
        ("|\n          so\tit is", "so it is"),
        ('"[so] *it* is \\\\ \\"it\\" 😀"', '[so] *it* is \\ "it" 😀'),
        ('it\'s \\n "it" *so* [it] is 😀', 'it\'s \\n "it" *so* [it] is 😀'),
        ("'it''s so'", "it's so"),
        (r'"caf\u00e9 \U0001F600 \x41\/\_b"', "café 😀 A/\u00a0b"),
        ("so{{it}}is", "so{{it}}is"),
        ("a {sam} b {robin}", "a {sam} b {robin}"),
    ],
)
def test_texts(written: str, text: str, tmp_path: Path) -> None:
    assert said(tmp_path, written) == text


@pytest.mark.parametrize("written", ['""', "''", '" "', r'"\n"', r'"\t "', "|\n\n", '" \n\n "'])
def test_a_text_with_nothing_in_it_is_a_warning(written: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, changed((SAY, f"say: {written}")))
    assert codes(found.problems) == {"empty-text"}
    assert found.scenario is not None


def test_tidy() -> None:
    assert tidy("  a\tb\nc\r\nd\re\u2028f  ") == "a b c d e f"
    assert tidy("a\n\nb") == "a  b"
    assert tidy("\n\t ") == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{sam}", "Sam"),
        ("{sam}{robin}", "SamRobin"),
        ("{{sam}}", "{sam}"),
        ("{{{sam}}}", "{Sam}"),
        ("{{", "{"),
        ("}}", "}"),
        ("{{{{", "{{"),
        ("}}{{", "}{"),
        ("{{}}", "{}"),
        ("a {sam}'s {{b}}", "a Sam's {b}"),
    ],
)
def test_braces(text: str, shown: str, tmp_path: Path) -> None:
    assert put_names(text, {"sam": "Sam", "robin": "Robin"}) == shown
    assert wrong_brace(text, ("sam", "robin")) is None
    assert said(tmp_path, f'"{text}"') == text


NO_ROLES = ["{", "}", "{}", "{zoe}", "{Sam}", "{ sam }", "{sam", "sam}", "{sam.x}", "{sam!r}"]
NO_ROLES += ["{{sam}", "{sam}}", "{{{", "}}}", "{{}", "{sam:>9}", "{sam} {", "{sa\\nm}", "{0}"]


@pytest.mark.parametrize("text", NO_ROLES)
def test_braces_that_name_no_role(text: str, tmp_path: Path) -> None:
    places = [
        (SAY, "say:"),
        (ITEM, "-"),
        ("- robin: You said seven.", "- robin:"),
        ("title: The late bowl", "title:"),
        ("title: Near again", "title:"),
        ("- a missed supper", "-"),
        ("why: Names the act.", "why:"),
        ("reflection: What had it cost?", "reflection:"),
        ("brief: You waited, and you fear it goes on like this.", "brief:"),
    ]
    found = problems(tmp_path, changed(*((old, f'{new} "{text}"') for old, new in places)))
    assert [each.code for each in found] == ["bad-brace"] * len(places)


def test_a_name_may_have_braces_of_its_own(tmp_path: Path) -> None:
    scenario = read(tmp_path, ("name: Sam", 'name: "S{{a}}m"'))
    assert scenario.names == {"sam": "S{a}m", "robin": "Robin"}
    for name in ("{sam}", "{robin}", "{", "a}b"):
        found = problems(tmp_path, changed(("name: Sam", f'name: "{name}"')))
        assert codes(found) == {"bad-brace"}


def test_lines(tmp_path: Path) -> None:
    for written, speaker, text, when in (
        ("- So.", None, "So.", None),
        ("- narration: So.", None, "So.", None),
        ("- robin: So.", "robin", "So.", None),
        ("- {robin: So., when: warmth > 2}", "robin", "So.", "warmth > 2"),
        ("- {when: warmth > 2, robin: So.}", "robin", "So.", "warmth > 2"),
        ("- {narration: So., when: true}", None, "So.", "true"),
        ("- robin: So.\n        when: warmth > 2", "robin", "So.", "warmth > 2"),
        ("- when: warmth > 2\n        sam: So.", "sam", "So.", "warmth > 2"),
        ("- 'robin': So.", "robin", "So.", None),
        ("- robin: |\n          So.", "robin", "So.", None),
        ("-   robin:   So.", "robin", "So.", None),
    ):
        line = read(tmp_path, (ITEM, written)).nodes["door"].lines[0]
        assert (line.speaker, line.text, line.when.source if line.when else None) == (
            speaker,
            text,
            when,
        )


def test_parts_that_may_be_left_out(tmp_path: Path) -> None:
    head = "format: 1\n", "content_notes:\n  - a missed supper\n", "author: Nobody\n"
    tail = "licence: CC0\n", "language: en\n", "sources:\n  - none at all\n"
    scenario = read(tmp_path, *((part, "") for part in (*head, *tail)))
    assert (scenario.content_notes, scenario.sources) == ((), ())
    assert (scenario.author, scenario.licence, scenario.language) == ("", "", "")
    scenario = read(
        tmp_path,
        ("state:\n  warmth: {of: robin, start: 5}\n  promised: false\n", ""),
        ("        auto: warmth > 3\n", ""),
        ("        auto: warmth >= 5\n", ""),
        ("        auto: promised\n", ""),
        ("        effects: {warmth: 2}\n", ""),
        ("        effects: {warmth: -1}\n", ""),
        ("        effects: {promised: true}\n", ""),
        (", when: promised}", "}"),
    )
    assert scenario.start_values == ()


def test_an_order_of_keys_is_only_asked_of_nodes(tmp_path: Path) -> None:
    head, story = BASE.split("roles:\n", 1)
    roles, rest = story.split("play_as:", 1)
    state, nodes = rest.split("nodes:\n", 1)
    text = f"roles:\n{roles}play_as:{state}{head}nodes:\n{nodes}"
    assert problems(tmp_path, text) == []


def test_marks_and_effects_may_be_left_empty(tmp_path: Path) -> None:
    for written in ("marks: {}", "marks: {}\n        effects: {}\n        lines: []"):
        old = "marks: {}\n        why: Light"
        scenario = read(tmp_path, (old, f"{written}\n        why: Light"))
        joke = scenario.nodes["door"].choices[2]
        assert (joke.marks, joke.effects, joke.lines, joke.value) == ({}, (), (), 0)


def test_kinds_of_scalars() -> None:
    for kind, words in (
        ("null", ["", "~", "null", "Null", "NULL"]),
        ("bool", ["true", "false"]),
        ("int", ["0", "-0", "+9", "0o7", "0xF", "000"]),
        ("float", ["1.", ".1", "1e1", "-.inf", ".NAN", "0.0"]),
        ("text", ["nUll", "True", "0O7", "0XF", "-0x1", "+0o7", "1e", ".", "+", "a\n"]),
    ):
        for word in words:
            assert Scalar(word, True, None, None).kind == kind, word
            assert Scalar(word, False, None, None).kind == "text"
