"""Hostile and broken files: none may raise, hang or crash, and each is told in plain words."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import (
    BASE,
    PARSERS,
    catalogue,
    changed,
    choice,
    codes,
    growing,
    loaded,
    problems,
    use_parser,
    written,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trainer.scenario import graph
from trainer.scenario.checking import check, check_loaded
from trainer.scenario.files import load, load_head
from trainer.scenario.graph import Graph
from trainer.scenario.problems import Problem

MIB = 1 << 20
LONGEST = 120  # seconds after which a test counts as hanging, on a very busy computer too
MOST_WORK = 20.0  # seconds of the processor's own time: no file may take a player longer
SAY = "say: I said seven, and you sat here with no word."
ITEM = "      - A bowl is turned over a plate.\n"
WARM = "auto: warmth > 3"


@pytest.fixture(autouse=True)
def watchdog() -> Iterator[None]:
    """Ends a test that hangs (where the system has alarms), and fails one that is slow."""
    if hasattr(signal, "alarm"):
        signal.alarm(LONGEST)
    start = time.process_time()
    yield
    if hasattr(signal, "alarm"):
        signal.alarm(0)
    assert time.process_time() - start < MOST_WORK


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each of the parsers that PyYAML may come with."""
    use_parser(monkeypatch, request.param)
    return str(request.param)


def errors(found: list[Problem]) -> set[str]:
    """The codes of the errors, without the keys that a fragment of a file does not have."""
    return {each.code for each in found if each.is_error and each.code != "missing-key"}


# The file itself


def test_not_utf8(tmp_path: Path) -> None:
    for data, line, column in (
        (b"\xff", 1, 1),
        (b"title: caf\xe9\n", 1, 11),
        (b"title: x\r\npremise: \xe2\x82\n", 2, 10),
        ("premise: é😀".encode() + b"\x80", 1, 12),
        (BASE.encode("utf-16"), 1, 1),
    ):
        found = problems(tmp_path, data)
        assert [(each.code, each.line, each.column) for each in found] == [
            ("not-utf8", line, column)
        ]


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment\n", "  \n# one\n\n# two", "\ufeff"])
def test_nothing_in_it(text: str, parser: str, tmp_path: Path) -> None:
    assert [str(each) for each in problems(tmp_path, text)] == [
        f"{tmp_path}/the-late-bowl.yaml:1:1: error[empty-file]: there is nothing in this file"
    ] or codes(problems(tmp_path, text)) == {"empty-file"}


@pytest.mark.parametrize(
    "text", ["- a", "[]", "hello", "'x'", "7", "---\n", "---", "~", "-", "[a]"]
)
def test_no_mapping(text: str, parser: str, tmp_path: Path) -> None:
    assert codes(problems(tmp_path, text)) == {"not-a-scenario"}


def test_an_empty_mapping_lacks_every_key(tmp_path: Path) -> None:
    lacking = {each.message.split("`")[1] for each in problems(tmp_path, "{}")}
    assert lacking == {
        *("title", "premise", "skill", "level", "minutes"),
        *("focus", "roles", "play_as", "start", "nodes"),
    }


def test_the_largest_file_and_one_byte_more(tmp_path: Path) -> None:
    full = BASE + "#" * (MIB - len(BASE))
    assert problems(tmp_path, full) == []
    assert [each.code for each in problems(tmp_path, full + "#")] == ["too-big"]
    assert [each.code for each in problems(tmp_path, "é" * (MIB // 2) + "#")] == ["too-big"]


def test_encodings_and_line_ends_that_are_fine(parser: str, tmp_path: Path) -> None:
    for text in (
        "\ufeff" + BASE,
        BASE.replace("\n", "\r\n"),
        BASE.replace("\n", "\r"),
        "\ufeff" + BASE.replace("\n", "\r\n"),
        BASE.rstrip(),
        "---\n" + BASE,
        BASE + "...\n",
        "# first\n\n" + BASE + "\n\n# last",
    ):
        assert problems(tmp_path, text) == []


def test_places_do_not_depend_on_line_ends(parser: str, tmp_path: Path) -> None:
    bad = changed((WARM, "auto: warmth > 3 + 1"), ("title: The", "title: \u00e9\U0001f600 The"))
    wanted = [(each.line, each.column, each.code) for each in problems(tmp_path, bad)]
    assert wanted
    for text in ("\ufeff" + bad, bad.replace("\n", "\r\n"), bad.replace("\n", "\r")):
        found = problems(tmp_path, text)
        assert [(each.line, each.column, each.code) for each in found] == wanted


def test_what_is_no_plain_file(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to(tmp_path / "pool.yaml")
    (tmp_path / "pool.yaml").symlink_to(tmp_path / "loop.yaml")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "lost.yaml").symlink_to(tmp_path / "nowhere")
    written(tmp_path, BASE, "good.yaml")
    for name in ("folder.yaml", "pipe.yaml", "loop.yaml", "none.yaml", "lost.yaml"):
        path = str(tmp_path / name)
        result = load(path, catalogue())
        assert result.scenario is None
        assert [(each.code, each.path) for each in result.problems] == [("cannot-read", path)]
        assert load_head(path, catalogue())[0] is None
        if name != "folder.yaml":
            assert codes(check([path]).problems) == {"cannot-read"}
    whole = check([str(tmp_path)])
    told = {Path(each.path).name for each in whole.problems if each.code == "cannot-read"}
    assert told == {"pipe.yaml", "loop.yaml", "pool.yaml", "lost.yaml"}
    assert not [each for each in whole.problems if each.is_error and each.code != "cannot-read"]
    for path in ("/dev/zero", "a\0b", "x" * 5000, ""):
        assert codes(load(path, catalogue()).problems) == {"cannot-read"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = written(tmp_path, BASE)
    os.chmod(path, 0)
    assert codes(check([path]).problems) == {"cannot-read"}


def test_an_odd_name_in_a_message_cannot_harm_a_terminal(tmp_path: Path) -> None:
    path = written(tmp_path, "[", "a\x1b[2J\nb.yaml")
    assert "\x1b" not in str(check([path]).problems[0])
    assert "\n" not in str(check([path]).problems[0])


# Characters


@pytest.mark.parametrize(
    "character", "\0\x01\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9b\u202a\u202e\u2066"
)
def test_raw_characters_that_are_refused(character: str, parser: str, tmp_path: Path) -> None:
    for text, line, column in (
        (f"title: a{character}b", 1, 9),
        (f"# a comment\n#{character}", 2, 2),
        (changed((SAY, f"say: '{character}'")), 39, 15),
    ):
        found = problems(tmp_path, text)
        assert [(each.code, each.line, each.column) for each in found] == [
            ("forbidden-character", line, column)
        ]
        assert f"U+{ord(character):04X}" in found[0].message
        assert character not in str(found[0])


ESCAPES = [r"\e", r"\0", r"\a", r"\b", r"\v", r"\f", r"\x07", r"\x1b", r"\x7f", r"\x9B", r"\N"]
ESCAPES += [r"\u202e", r"\u2067", r"\u001b", r"\U0000001B", r"\U0000202E"]


@pytest.mark.parametrize("escape", ESCAPES)
def test_escapes_that_are_refused(escape: str, parser: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed((SAY, f'say: "a{escape}b"')))
    assert [(each.code, each.line, each.column) for each in found] == [
        ("forbidden-character", 39, 14)
    ]
    # Only in double quotes is it an escape.
    plain = changed((SAY, f"say: a{escape}b"), (ITEM.strip(), f"- 'a{escape}b'"))
    scenario = loaded(tmp_path, plain).scenario
    assert scenario is not None
    door = scenario.nodes["door"]
    assert [door.choices[0].say, door.lines[0].text] == [f"a{escape}b"] * 2


@pytest.mark.parametrize(
    "escape", [r"\ud800", r"\udfff", r"\UFFFFFFFF", r"\U00110000", r"\q", r"\x0", r"\u12"]
)
def test_escapes_that_stand_for_nothing(escape: str, parser: str, tmp_path: Path) -> None:
    found = problems(tmp_path, changed((SAY, f'say: "a{escape}b"')))
    assert codes(found) <= {"yaml-syntax", "forbidden-character"}
    assert len(found) == 1


def test_characters_that_are_fine(parser: str, tmp_path: Path) -> None:
    for text in (
        "é ü ñ",
        "你好",
        "שלום",
        "مرحبا",
        "😀👩‍👩‍👧",
        "a\u200fb",
        "a\u00a0b",
        "\ufffd",
        "e\u0301",
    ):
        result = loaded(tmp_path, changed((SAY, f"say: a {text} b")))
        assert result.problems == []
        assert result.scenario is not None
        assert result.scenario.nodes["door"].choices[0].say == f"a {text} b"


# YAML


def nest(opening: str, closing: str, levels: int) -> str:
    """BASE with lists or mappings so deep that the innermost is at that level of the file."""
    inner = levels - 2  # the file itself is the first, `sources` the second
    return changed(("  - none at all\n", "  - " + opening * inner + "x" + closing * inner + "\n"))


@pytest.mark.parametrize(
    ("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")]
)
def test_nesting(opening: str, closing: str, parser: str, tmp_path: Path) -> None:
    assert "too-deep" not in codes(problems(tmp_path, nest(opening, closing, 32)))
    found = problems(tmp_path, nest(opening, closing, 33))
    assert "too-deep" in codes(found)
    if opening != "? ":
        assert codes(found) == {"too-deep"}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 30_000,
        "{" * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "[\n" * 30_000,
        "{a: " * 30_000,
        "[{" * 15_000,
        "".join(" " * i + "-\n" for i in range(1000)),
        "".join(" " * i + "a:\n" for i in range(1000)),
        "[" * 30_000 + "]" * 30_000,
    ],
    ids=lambda text: text[:4],
)
def test_deep_nesting_is_stopped_as_it_comes(text: str, parser: str, tmp_path: Path) -> None:
    assert "too-deep" in codes(problems(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "-" * 30_000,
        "]" * 30_000,
        "}" * 30_000,
        ": " * 30_000,
        '"' * 30_001,
        "'" * 30_001,
        "&a " * 10_000,
        "!a " * 10_000,
        "! " * 10_000,
        "*a\n" * 10_000,
        "|\n" * 10_000,
        "#\n" * 10_000,
        "\t" * 10_000,
        "---\n" * 10_000,
        "...\n" * 10_000,
        "%YAML 1.1\n" * 10_000,
        "%YAML 1." + "9" * 5000 + "\n---\na: b\n",
        "%" + "a" * 30_000,
        "? " + "a" * 30_000 + "\n: b",
        "a" * 30_000 + ": b",
        "a: *b\nc: &d e\n<<: *f\n",
        "a: " + "9" * 5000,
        "a: 1" + "_0" * 5000,
        "level: 0x" + "f" * 5000,
        "minutes: 1e" + "9" * 5000,
        "[" + "a, " * 3000 + "]",
        "\r" * 10_000,
        "\u2028" * 10_000,
        "\ufeff" * 10_000,
    ],
    ids=lambda text: text[:5].encode("unicode_escape").decode(),
)
def test_heaps_of_signs(text: str, parser: str, tmp_path: Path) -> None:
    result = loaded(tmp_path, text)
    assert result.scenario is None
    assert any(each.is_error for each in result.problems)
    assert load_head(written(tmp_path, text), catalogue())[0] is None


def test_an_alias_bomb(parser: str, tmp_path: Path) -> None:
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for i in range(30):
        text += f"a{i + 1}: &a{i + 1} [" + ", ".join([f"*a{i}"] * 9) + "]\n"
    assert errors(problems(tmp_path, text)) == {"alias", "anchor", "unknown-key"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: &x y", "anchor"),
        ("title: *x", "alias"),
        ("? *x\n: y", "alias"),
        ("title: !!str y", "tag"),
        ("title: !<tag:yaml.org,2002:str> y", "tag"),
        ("title: ! y", "tag"),
        ('title: ! "y"', "tag"),
        ("title: ! [y]", "tag"),
        ("!!map {title: y}", "tag"),
        ("&x\ntitle: y", "anchor"),
        ("!!python/object/apply:os.system ['true']", "tag"),
        ("<<: {title: y}", "merge-key"),
        ("title: x\ntitle: y", "duplicate-key"),
        ("{title: x, 'title': y}", "duplicate-key"),
        ('title: x\n"title": y', "duplicate-key"),
        ("title: x\n---\ntitle: y", "several-documents"),
        ("title: x\n---\n", "several-documents"),
        ("title: x\n...\n---\ntitle: y", "several-documents"),
    ],
)
def test_what_is_no_part_of_the_format(text: str, code: str, parser: str, tmp_path: Path) -> None:
    assert code in errors(problems(tmp_path, text + "\n"))


def test_a_quoted_merge_key_is_just_a_key(tmp_path: Path) -> None:
    assert errors(problems(tmp_path, "'<<': x")) == {"unknown-key"}


# Very many of something


def linear(nodes: int) -> str:
    """BASE with a long chain of links in front of its door."""
    chain = "".join(f"  n{i}:\n    goto: n{i + 1}\n" for i in range(nodes))
    return changed(
        ("    goto: door\n", "    goto: n0\n"),
        ("  door:\n", f"{chain}  n{nodes}:\n    goto: door\n  door:\n"),
    )


def test_a_chain_of_5000_links(tmp_path: Path) -> None:
    assert problems(tmp_path, linear(5000)) == []


def test_a_circle_of_5000_links(tmp_path: Path) -> None:
    text = linear(5000).replace("  n5000:\n    goto: door", "  n5000:\n    goto: n0")
    found = problems(tmp_path, text)
    assert {"cycle", "unreachable-node"} >= codes(found) >= {"cycle"}
    assert all(len(each.message) < 1000 for each in found)


def test_a_node_with_2000_choices(tmp_path: Path) -> None:
    more = "".join(
        choice(f"c{i}", f"These are the words number {i} of it.", "{}", "reply")
        for i in range(2000)
    )
    assert problems(tmp_path, changed(("      joke:\n", more + "      joke:\n"))) == []


def test_2000_choices_under_a_condition_in_many_states(tmp_path: Path) -> None:
    more = "".join(
        choice(f"c{i}", f"Words {i}.", "{}", "reply", "        when: m0 > 3 or m1 > 4\n")
        for i in range(2000)
    )
    text = growing(3, 5).replace("      joke:\n", more + "      joke:\n")
    assert errors(problems(tmp_path, text)) <= {"too-many-states"}


def states(text: str, folder: Path) -> int:
    """How many states a scenario has."""
    found = loaded(folder, text).graph
    assert isinstance(found, Graph)
    return len(found.nodes)


def test_the_bound_on_states_is_exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    circle = "why: Light, where it is heavy.\n        goto: reply"
    for text in (
        growing(2, 5),
        changed(  # links go round here, though no state comes round again
            (circle, circle.replace("reply", "door") + "\n        when: not promised"),
            (
                "marks: {}\n        why: Light",
                "effects: {promised: true}\n" + " " * 8 + "marks: {}\n        why: Light",
            ),
        ),
    ):
        count = states(text, tmp_path)
        assert count > 20
        monkeypatch.setattr(graph, "MOST_STATES", count)
        assert "too-many-states" not in codes(problems(tmp_path, text))
        monkeypatch.setattr(graph, "MOST_STATES", count - 1)
        assert errors(problems(tmp_path, text)) == {"too-many-states"}
        monkeypatch.undo()


def test_many_states_that_are_fine(tmp_path: Path) -> None:
    text = growing(4, 6)
    assert 40_000 < states(text, tmp_path) <= 100_000
    assert errors(problems(tmp_path, text)) == set()


@pytest.mark.parametrize("meters", [5, 9])
def test_too_many_states(meters: int, tmp_path: Path) -> None:
    assert errors(problems(tmp_path, growing(meters, 11))) == {"too-many-states"}


def wandering(meters: int) -> str:
    """A node that leads to itself in every direction, with the way out as its last choice."""
    state = "".join(f"  m{i}: {{of: robin, start: 0}}\n" for i in range(meters))
    ways = "".join(
        choice(
            f"c{i}{sign}",
            f"Go {sign} with {i}.",
            "{}",
            "maze",
            f"        when: m{i} {'< 10' if sign == 'up' else '> 0'}\n"
            f"        effects: {{m{i}: {1 if sign == 'up' else -1}}}\n",
        )
        for i in range(meters)
        for sign in ("up", "down")
    )
    maze = f"  maze:\n    turn: sam\n    choices:\n{ways}{choice('out', 'Out.', '{}', 'door')}"
    return changed(
        ("  promised: false\n", "  promised: false\n" + state),
        ("    goto: door\n", "    goto: maze\n"),
        ("  door:\n", maze + "  door:\n"),
    )


@pytest.mark.parametrize("meters", [2, 4])
def test_very_many_circles(meters: int, tmp_path: Path) -> None:
    found = errors(problems(tmp_path, wandering(meters)))
    assert "cycle" in found
    assert found <= {"cycle", "too-many-states"}


def test_long_conditions_in_many_states(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = " and ".join(["not promised"] * 20_000)
    found = problems(tmp_path, growing(4, 6).replace(WARM, f"auto: {long} or true"))
    assert errors(found) == {"too-many-states"}
    monkeypatch.setattr(graph, "MOST_WORK", 500_000)
    for text in (
        growing(3, 6).replace(WARM, f"when: {long}"),
        growing(3, 6).replace(WARM, f"auto: {long} or true"),
        growing(3, 6).replace(ITEM, f"      - {{robin: Ah., when: {long}}}\n"),
    ):
        assert errors(problems(tmp_path, text)) == {"too-many-states"}


@pytest.mark.parametrize(
    "line",
    [
        "- So: here",
        "- {So: here}",
        "- [a]",
        "-",
        "- #",
        "- a #",
        "- *a",
        "- !a b",
        "- a}",
        "- {sam}",
        "- {robin: a?}",
        "- {robin:a}",
        "- {robin: a, when: x}",
        "- {robin: a, when: warmth > 11}",
    ],
)
def test_a_mistake_made_2000_times(line: str, tmp_path: Path) -> None:
    text = changed((ITEM, f"      {line}\n" * 2000))
    assert len(problems(tmp_path, text)) >= 2000


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"titl{i}: 1\n" for i in range(4000)),
        linear(0)
        .replace("goto: door", "goto: n0")
        .replace("  n0:", "".join(f"  n{i}x:\n    goto: m{i}\n" for i in range(2500)) + "  n0:"),
        changed(
            ("{acknowledge: 2}", "{" + ", ".join(f"acknowledg{i}: 1" for i in range(4000)) + "}")
        ),
        changed(
            (
                "  promised: false\n",
                "  promised: false\n" + "".join(f"  s{i}: true\n" for i in range(3000)),
            ),
            (WARM, "auto: " + " and ".join(f"t{i}" for i in range(3000))),
        ),
        changed((ITEM, "      - {robin: " + "a, " * 10_000 + "}\n")),
        changed((ITEM, "      - {robin: " + "a, when: " * 10_000 + "}\n")),
        changed((ITEM, "      - [" + "{a}, " * 10_000 + "]\n")),
    ],
    ids=["keys", "nodes", "principles", "states", "speakers", "conditions", "lists"],
)
def test_names_that_are_not_known(text: str, tmp_path: Path) -> None:
    """Each is compared with what is known, to find what was meant; that must not go on for ever."""
    assert errors(problems(tmp_path, text))


@pytest.mark.parametrize(
    "say",
    [
        '"a' + " " * 300_000 + 'b"',
        "*a" + " " * 300_000 + "b",
        "a: " * 100_000,
        '"' + "{a}" * 100_000 + '"',
        '"' + "{" * 300_000 + 'x"',
        '"a' + "\n" * 300_000 + '"',
        "a" + "\n          b" * 30_000,
        "a" + "\n          b" * 30_000 + "\n          c: d",
        "a #" + " " * 300_000 + "b",
        '"' + r"\n" * 100_000 + '"',
        '"' + r"\e" * 100_000 + '"',
        "! a\n" + "\n" * 300_000,
        "a!\n" + "\n" * 300_000,
    ],
    ids=lambda say: say[:8].encode("unicode_escape").decode(),
)
def test_long_texts(say: str, tmp_path: Path) -> None:
    assert problems(tmp_path, changed((SAY, f"say: {say}")))


def test_a_file_of_characters_that_are_refused(tmp_path: Path) -> None:
    for text in ("\0" * (MIB - 1), "a\0" * (MIB // 2 - 1), "\x07\n" * (MIB // 2 - 1)):
        assert codes(problems(tmp_path, text)) == {"forbidden-character"}


# Expressions


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("(" * 10_000 + "promised" + ")" * 10_000, ""),
        ("not " * 10_000 + "promised", ""),
        ("promised" + " and promised" * 10_000, ""),
        ("(" * 10_000 + "promised", "bad-expression"),
        ("promised" + ")" * 10_000, "bad-expression"),
        ("(" * 10_000, "bad-expression"),
        ("not " * 10_000, "bad-expression"),
        ("warmth < " + "9" * 5000, ""),
        ("warmth > -" + "9" * 5000, ""),
        ("9" * 5000, "wrong-type"),
        ("__import__('os')", "unknown-state"),
        ("__import__('os').system('true')", "unknown-state"),
        ("warmth + 1 >= 4", "bad-expression"),
        ("warmth.real > 1", "bad-expression"),
        ("warmth", "bad-expression"),
        ("promised > 1", "bad-expression"),
        ("1 < warmth < 4", "bad-expression"),
        ("warmth > 1 > 0", "bad-expression"),
        ("1 < warmth", "bad-expression"),
        ("lambda: promised", "trap-colon"),
        ("promised if promised else promised", "bad-expression"),
        ("[promised]", "wrong-type"),
        ('"promised' + " " * 300_000 + '"', ""),
        ('"promised' + " " * 300_000 + '+ 1"', "bad-expression"),
        ("x" * 300_000, "unknown-state"),
        ('"' + "§" * 100_000 + '"', "bad-expression"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_expressions(expression: str, code: str, tmp_path: Path) -> None:
    result = loaded(tmp_path, changed((WARM, f"auto: {expression}")))
    assert errors(result.problems) == ({code} if code else set())


# Anything at all

SIGNS = "\n\n\n  ::--[]{}\"'#&*!|>%@`,?~\\\t\r01aZé😀\0\x1b\u202e\ufeff"


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """BASE with a few pieces cut out, doubled, moved, or put by signs."""
    text = BASE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from([0, 0, 1, 1, 2, 5, 40, 400])))
        kind = draw(st.sampled_from(["cut", "put", "double", "line"]))
        if kind == "cut":
            text = text[:start] + text[end:]
        elif kind == "put":
            text = text[:start] + draw(st.text(SIGNS, max_size=4)) + text[end:]
        elif kind == "double":
            text = text[:end] + text[start:]
        else:
            lines = text.split("\n")
            lines.insert(
                draw(st.integers(0, len(lines))), lines[draw(st.integers(0, len(lines) - 1))]
            )
            text = "\n".join(lines)
    return text


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=damaged())
def test_damaged_files(text: str, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in PARSERS:
            use_parser(patch, name)
            check_anything(text, tmp_path)


HEAD: tuple[str, ...] = (
    "id",
    "path",
    "title",
    "premise",
    "skill",
    "level",
    "minutes",
    "focus",
    "roles",
    "play_as",
)
HEAD += ("content_notes", "author", "licence", "language", "sources")


def check_anything(text: str, folder: Path) -> None:
    """Whatever a file holds: it is read or told, at places that are there."""
    path = written(folder, text)
    result = load(path, catalogue())
    found = check_loaded(result, catalogue())
    assert (result.scenario is None) == any(each.is_error for each in found)
    lines = text.splitlines() or [""]
    for each in found:
        assert 1 <= each.line <= len(lines) + 1
        assert 1 <= each.column <= max(map(len, lines)) + 2
        assert not set(str(each)) & set("\n\r\t\0\x1b\x7f\u202e")
    head, told = load_head(path, catalogue())
    assert (head is None) == any(each.is_error for each in told)
    if result.scenario is not None:
        assert head is not None
        for name in HEAD:
            assert repr(getattr(head, name)) == repr(getattr(result.scenario, name))
