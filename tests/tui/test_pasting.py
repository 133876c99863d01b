"""A paste is text: no byte of it becomes a key, neither in a field nor on a screen."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest
from textual import events

from tests.running import CHECKOUT
from trainer.history.history import History
from trainer.tui.pasting import BEGIN, END, Pasted, SafeParser

#: What would leave, take back, choose, hide and colour, if it were read as keys.
NASTY = "so\x1b[31mrry\x1b[A q\x1bOP u1\x1b]0;t\x07\x1b[<0;3;3M\x9b2J\x00\x1b"
HARMLESS = "so[31mrry[A qOP u1]0;t[<0;3;3M2J"


def read(pieces: list[str]) -> tuple[list[str], list[str]]:
    """The keys and the pastes that come of some pieces of input."""
    parser = SafeParser()
    found = [event for piece in pieces for event in parser.feed(piece)]
    keys = [event.key for event in found if isinstance(event, events.Key)]
    return keys, [event.text for event in found if isinstance(event, events.Paste)]


def test_a_paste_is_one_text_without_escapes() -> None:
    assert read([f"a{BEGIN}{NASTY}{END}b"]) == (["a", "b"], [HARMLESS])


@pytest.mark.parametrize("length", [1, 2, 5, 7, 11])
def test_it_may_come_in_pieces(length: int) -> None:
    data = f"a{BEGIN}{NASTY}{END}b{BEGIN}one\ntwo{END}c"
    pieces = [data[at : at + length] for at in range(0, len(data), length)]
    assert read(pieces) == (["a", "b", "c"], [HARMLESS, "one\ntwo"])


def test_what_is_typed_is_never_held_back() -> None:
    pasted = Pasted()
    for data in ("\x1b", "[", "A", "\x1b[200", "x", "\x1b[<0;3;3M", "é"):
        assert pasted.harmless(data) == data


def test_keys_are_read_as_before() -> None:
    assert read(["\x1b[A\x1bOP\r", "u\x03"]) == (["up", "f1", "enter", "u", "ctrl+c"], [])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals here")
def test_in_the_terminal_a_paste_moves_nothing_and_a_field_takes_its_text(tmp_path: Path) -> None:
    from tests.benchmarks.terminal import Terminal, python

    environment = {
        **os.environ,
        "TRAINER_DATA": str(tmp_path),
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUTF8": "1",
        "TERM": "xterm-256color",
    }
    file = str(CHECKOUT / "tests" / "data" / "two-cups.yaml")
    terminal = Terminal(python("-m", "trainer", "play", file, "--in-order"), environment)
    paste = f"{BEGIN}{NASTY}{END}".encode()

    def until(words: str, keys: bytes = b"") -> None:
        """Presses keys, and waits for words on the screen; for their last letters, drawn anew."""
        terminal.seen = b""
        os.write(terminal.file, keys)
        end = time.monotonic() + 20
        while words not in re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", "", shown()):
            assert time.monotonic() < end, shown()
            terminal.read(0.2)

    def shown() -> str:
        return terminal.seen.decode("utf-8", "replace")

    try:
        until("before you start")
        until("esc skips this", b"\r")  # the rules of the skill, for the first time
        until("It was your hand", b"\x1b")
        # On the talk: nothing is chosen, taken back or left.
        until("Your own words first", paste + b"w")
        until("OP u1", paste)
        until("nearest to your words", b"\r")
        until("What did your own words have?", b"1")
        until("puts the brush down", b"\x1b")
    finally:
        terminal.close()
    history = History(str(tmp_path))
    (play,) = history.plays()
    assert [each.move for each in history.moves(play)] == ["own-it"]
    (words,) = history.words(play)
    assert words.text == HARMLESS
