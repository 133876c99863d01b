"""Plain mode for two on a terminal: what one reads alone does not stay, and does not show."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from tests.running import CHECKOUT
from tests.together.sitting import TWO_CUPS

pty = pytest.importorskip("pty")

CLEARED = "\x1b[2J\x1b[3J\x1b[H"
HAND_OVER = "press Enter when only you can see."


def at_a_terminal(answers: Callable[[str], str], term: str = "xterm") -> tuple[int, list[str]]:
    """Plays at a terminal of its own; the exit status, and what came before each prompt."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(CHECKOUT)
        os.environ.update(TERM=term, PYTHONUTF8="1")
        words = ["play", str(TWO_CUPS), "--plain", "--together", "--in-order", "--names", "Alex,Jo"]
        os.execv(sys.executable, [sys.executable, "-m", "trainer", *words])
    shown, parts = "", []
    while len(parts) < 80:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        shown += data.decode()
        if shown.endswith("> "):
            parts.append(shown)
            os.write(terminal, f"{answers(shown)}\n".encode())
            shown = ""
    _, status = os.waitpid(process, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), [*parts, shown]


def usual(shown: str) -> str:
    if "how did that land" in shown:
        return "13"
    return "1" if "it is your turn" in shown or "Go on, or leave it" in shown else ""


def test_hand_overs_clear_the_screen_and_marks_do_not_show():
    status, parts = at_a_terminal(usual)
    assert status == 0
    whole = "".join(parts)
    assert "Look away" not in whole
    # Every hand-over begins on a screen that was cleared, and asks once more before it shows.
    for number, part in enumerate(parts):
        if HAND_OVER in part:
            before, after = part.split("Pass to ")
            assert before.endswith(CLEARED)
            assert "Enter shows it, b goes back." in parts[number + 1]
            assert parts[number + 2].split(CLEARED)[1]
    brief = next(i for i, part in enumerate(parts) if "You dropped it and hate" in part)
    assert CLEARED in parts[brief + 1]
    landing = next(i for i, part in enumerate(parts) if "how did that land" in part)
    after = parts[landing + 1].split(CLEARED)[0]
    assert after.strip() == ""  # the terminal would have shown 13 again
    assert "It was. I said it was you" in parts[landing + 1].split(CLEARED)[1]
    assert "It was" not in parts[-1]


def test_a_wrong_enter_goes_back_before_anything_is_shown():
    went_back = iter(["b"])

    def answers(shown: str) -> str:
        if "Enter shows it, b goes back." in shown:
            return next(went_back, "")
        return usual(shown)

    status, parts = at_a_terminal(answers)
    assert status == 0
    back = next(i for i, part in enumerate(parts) if "b goes back." in part)
    assert HAND_OVER in parts[back + 1]
    assert "you are" not in parts[back + 1]


def test_a_time_out_covers_what_one_reads_alone():
    taken = iter(["t"])
    status, parts = at_a_terminal(
        lambda shown: next(taken, "") if "you are" in shown else usual(shown)
    )
    assert status == 0
    brief = next(i for i, part in enumerate(parts) if "you are" in part)
    waits = parts[brief + 1].split(CLEARED)[-1]
    assert "separate rooms" in waits
    assert "you are" not in waits
    assert HAND_OVER in parts[brief + 2].split(CLEARED)[-1]
    assert "you are" in parts[brief + 4]


def test_a_stop_leaves_nothing_on_the_screen():
    status, parts = at_a_terminal(lambda shown: "q" if "you are" in shown else usual(shown))
    assert status == 1
    assert parts[-1].split(CLEARED)[-1].strip() == "That's enough for tonight."


def test_a_terminal_that_only_prints_lines_says_so():
    status, parts = at_a_terminal(usual, term="dumb")
    assert status == 0
    whole = "".join(parts)
    assert CLEARED not in whole
    assert "Here what is shown stays on the screen. Look away while the other one reads." in whole
