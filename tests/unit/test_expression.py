"""The little language of `when` and `auto`, against Python's own reading and the naive one."""

from __future__ import annotations

import re
import sys
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trainer.scenario.expression import Expression, ExpressionError, parse

TESTS = Path(__file__).resolve().parents[1]
if str(TESTS) not in sys.path:
    sys.path.insert(0, str(TESTS))

import reference  # noqa: E402

#: Each name's place in the state, and whether it is a meter. Two names begin as words do.
NAMES = {"heat": (0, True), "nota": (1, True), "said": (2, False), "or_else": (3, False)}
METERS = [name for name, (_, is_meter) in NAMES.items() if is_meter]
FLAGS = [name for name, (_, is_meter) in NAMES.items() if not is_meter]
STATES = [
    (heat, nota, said, left)
    for heat, nota, said, left in product((0, 3, 10), (0, 5), (False, True), (False, True))
]
OPERATORS = ["==", "!=", "<", "<=", ">", ">="]


def as_python(text: str, state: tuple[int | bool, ...]) -> bool:
    """What Python makes of it. Only here, and only of what was generated here."""
    text = re.sub(r"\btrue\b", "True", re.sub(r"\bfalse\b", "False", text))
    text = re.sub(r"([-+]?)\b0+(?=\d)", r"\1", text)  # Python has no numbers such as 007
    found = eval(text, {"__builtins__": {}}, dict(zip(NAMES, state, strict=True)))
    assert isinstance(found, bool)
    return found


NUMBERS = st.one_of(
    st.integers(-2, 12).map(str),
    st.integers(0, 12).map(lambda number: f"+{number}"),
    st.sampled_from(["007", "-003", "1000000000000", "-99999999999999999999", "0000000000005"]),
)
GAPS = st.sampled_from(["", " ", " ", "  ", "\n", "\t", " \n "])


@st.composite
def comparisons(draw: st.DrawFn) -> str:
    parts = draw(st.sampled_from(METERS)), draw(st.sampled_from(OPERATORS)), draw(NUMBERS)
    return draw(GAPS).join(parts)


ATOMS = st.one_of(comparisons(), st.sampled_from([*FLAGS, "true", "false"]))


def _larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Without more parentheses than are drawn: what binds how is a part of the question."""
    return st.one_of(
        st.tuples(parts, st.sampled_from([" and ", " or ", "\nand ", "  or\t"]), parts).map(
            "".join
        ),
        parts.map(lambda part: f"not {part}"),
        st.tuples(GAPS, parts, GAPS).map(lambda each: f"({each[0]}{each[1]}{each[2]})"),
    )


EXPRESSIONS = st.recursive(ATOMS, _larger, max_leaves=12)


@pytest.mark.parametrize(
    "text", ["heat = 2", "not heat = 2", "said = true", "heat == 1 and said = 1"]
)
def test_one_equals_sign_is_told_to_be_two(text: str) -> None:
    with pytest.raises(ExpressionError, match=r"`=` .*`==`"):
        parse(text, NAMES)


@settings(max_examples=250, deadline=None, derandomize=True)
@given(EXPRESSIONS)
def test_it_means_what_it_means_in_python(text: str) -> None:
    parsed = parse(text, NAMES)
    assert parsed.source == text
    words = set(re.findall(r"[a-z_]+", text))
    assert parsed.names == words & set(NAMES)
    one_line = " ".join(text.split())
    for state in STATES:
        wanted = as_python(one_line, state)
        assert parsed.holds(state) is wanted, (text, state)
        assert reference.evaluate(text, dict(zip(NAMES, state, strict=True))) is wanted


TOKENS = [*NAMES, "true", "false", "and", "or", "not", "(", ")", *OPERATORS, "3", "-1", "12"]
TOKENS += ["+", "=", "unknown", "1.5", "heat >= 2", "said", "not", "(", ")", "and", "or"]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=8).map(" ".join))
def test_it_refuses_what_the_naive_reading_refuses(text: str) -> None:
    state = dict(zip(NAMES, STATES[7], strict=True))
    try:
        wanted = reference.evaluate(text, state)
    except (ValueError, KeyError, IndexError):
        with pytest.raises(ExpressionError) as caught:
            parse(text, NAMES)
        assert 0 <= caught.value.offset <= len(text)
        assert str(caught.value)
    else:
        assert parse(text, NAMES).holds(STATES[7]) is wanted


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.text(st.characters(max_codepoint=0x2FF) | st.sampled_from("()<>=! and or not"), max_size=30)
)
def test_any_text_is_parsed_or_refused(text: str) -> None:
    offset = 0
    try:
        parse(text, NAMES)
    except ExpressionError as error:
        offset = error.offset
    assert 0 <= offset <= len(text)


@pytest.mark.parametrize(
    ("text", "offset", "unknown", "message"),
    [
        ("", 0, None, "stops too early"),
        ("   ", 3, None, "stops too early"),
        ("heat >= 3 and", 13, None, "stops too early"),
        ("not", 3, None, "stops too early"),
        ("heat", 0, None, "is a meter, not a truth"),
        ("not heat", 4, None, "is a meter, not a truth"),
        ("said > 1", 0, None, "is a flag, not a number"),
        ("said == true", 0, None, "is a flag, not a number"),
        ("heat >=", 7, None, "a whole number is due"),
        ("heat >= said", 8, None, "a whole number is due"),
        ("heat >= true", 8, None, "a whole number is due"),
        ("heat >= (3)", 8, None, "a whole number is due"),
        ("heat >= 1.5", 9, None, "cannot stand here"),
        ("heat >= - 1", 8, None, "a whole number is due"),
        ("heat + 1 >= 4", 0, None, "is a meter, not a truth"),
        ("heat >= 1 + 1", 10, None, "no arithmetic"),
        ("heat >= 1 >= 0", 10, None, "do not chain"),
        ("0 < heat < 4", 0, None, "stands alone"),
        ("3 >= heat", 0, None, "stands alone"),
        ("3", 0, None, "stands alone"),
        ("heat = 3", 0, None, "write `==`, as in `heat == 5`"),
        ("heat is 3", 0, None, "is a meter, not a truth"),
        ("heat >= 3 said", 10, None, "cannot stand here"),
        ("said()", 4, None, "cannot stand here"),
        ("said and (heat >= 3", 9, None, "never closed"),
        ("said)", 4, None, "never opened"),
        ("()", 1, None, "is due before"),
        ("and said", 0, None, "is due before"),
        ("said or or said", 8, None, "is due before"),
        ("said not said", 5, None, "cannot stand here"),
        ("heat >= 3 not", 10, None, "cannot stand here"),
        ("true >= 1", 5, None, "do not chain"),
        ("true == true", 5, None, "do not chain"),
        ("!said", 0, None, "is due before"),
        ("said && said", 5, None, "cannot stand here"),
        ("said, said", 4, None, "cannot stand here"),
        ("warm >= 3", 0, "warm", "no meter or flag is called `warm`"),
        ("True", 0, "True", "no meter or flag"),
        ("Heat >= 3", 0, "Heat", "no meter or flag"),
        ("said AND said", 5, None, "cannot stand here"),
        ("__import__('os')", 0, "__import__", "no meter or flag"),
        ("heät >= 3", 0, "he", "no meter or flag"),
    ],
)
def test_what_is_wrong(text: str, offset: int, unknown: str | None, message: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse(text, NAMES)
    assert (caught.value.offset, caught.value.unknown) == (offset, unknown)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("not heat > 3", True),
        ("not heat > 2", False),
        ("not said and said", False),
        ("not (said and said)", False),
        ("not not said", True),
        ("or_else or said and or_else", False),
        ("said or said and or_else", True),
        ("(said or said) and or_else", False),
        ("heat>=3and said", True),
        ("heat==+3", True),
        ("heat!=-3", True),
        ("(((said)))", True),
        ("not(said)", False),
        ("  said  ", True),
        ("said\nand\tsaid", True),
        ("true and not false", True),
        ("heat < 99999999999999999999", True),
        ("heat > -99999999999999999999", True),
    ],
)
def test_what_it_means(text: str, truth: bool) -> None:
    assert parse(text, NAMES).holds((3, 0, True, False)) is truth


def test_very_long_expressions() -> None:
    for text, truth in (
        ("not " * 20_001 + "said", False),
        ("(" * 20_000 + "said" + ")" * 20_000, True),
        ("said and " * 20_000 + "or_else", False),
        ("or_else or " * 20_000 + "said", True),
        ("not (" * 20_000 + "said" + ")" * 20_000, True),
        ("said" + " " * 200_000, True),
        ("said" + " " * 200_000 + "and said", True),
        ("heat < " + "9" * 200_000, True),
    ):
        parsed = parse(text, NAMES)
        assert isinstance(parsed, Expression)
        assert parsed.holds((3, 0, True, False)) is truth


def test_a_message_does_not_repeat_a_very_long_word() -> None:
    for text in ("x" * 10_000, "1" * 10_000, "said " + "x" * 10_000):
        with pytest.raises(ExpressionError) as caught:
            parse(text, NAMES)
        assert len(str(caught.value)) < 250
