"""The names that two people go by."""

from __future__ import annotations

import pytest

from tests.together.sitting import TWO_CUPS, loaded
from trainer.practice.together import Session
from trainer.practice.together_names import MOST_CELLS, cells, clean_name, trouble_with_names


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Alex", "Alex"),
        ("  Jo \t of\r\n the hill ", "Jo of the hill"),
        ("Zoe\u0308", "Zoë"),
        ("\x1b[31mRed\x07", "[31mRed"),
        ("a\u202eb\u200fc\u2066d", "abcd"),
        ("{robin}", "{robin}"),
        ("{{", "{{"),
        ("[b]Jo[/b]", "[b]Jo[/b]"),
        ("نور", "نور"),
        ("\u05d3\u05e0\u05d4", "\u05d3\u05e0\u05d4"),
        ("ก\u0e48\u0e48\u0e48\u0e48\u0e48\u0e48", "ก\u0e48\u0e48\u0e48"),
        ("\u200b\u2060", ""),
        ("\u3164 \u2800", ""),
        ("\u0301", ""),
        ("", ""),
    ],
)
def test_a_name_is_plain_text(typed, shown):
    assert clean_name(typed) == shown


@pytest.mark.parametrize("typed", ["x" * 200_000, "漢" * 90, "e\u0301\u0302\u0303" * 90, "🦊" * 50])
def test_a_long_name_is_cut_to_what_can_be_shown(typed):
    name = clean_name(typed)
    assert name.endswith("…")
    assert cells(name) in (MOST_CELLS, MOST_CELLS - 1)


@pytest.mark.parametrize("names", [("", "Jo"), ("Jo", ""), ("", "")])
def test_two_names_are_needed(names):
    assert "A name for each" in (trouble_with_names(*names) or "")


@pytest.mark.parametrize("names", [("Jo", "jo"), ("Straße", "STRASSE"), ("Ａnn", "Ann")])
def test_two_names_that_differ(names):
    assert "that differ" in (trouble_with_names(*names) or "")


def test_two_that_differ_will_do():
    assert trouble_with_names("Jo", "Joe") is None


def test_a_name_is_never_a_template():
    found = loaded(TWO_CUPS)
    session = Session(found.scenario, ("{robin}", "}{"), 0, own_names=True)
    session.choose("own-it")
    said = session.play.talk[-2].text, session.play.talk[-1].text
    assert said == ("It was. I said it was you, and it wasn't, }{.", "}{ puts the brush down.")
    assert session.label("sam") == "{robin}"
    assert session.brief(0) == "You dropped it and hate that you blamed somebody for it."
