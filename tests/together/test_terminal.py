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
THIS_OR_ANOTHER = "1. This one.\r\n2. Another one."
HAND_OVER = "press Enter when only you can see."


def at_a_terminal(
    answers: Callable[[str], str], term: str = "xterm", *more: str
) -> tuple[int, list[str]]:
    """Plays at a terminal of its own; the exit status, and what came before each prompt."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(CHECKOUT)
        os.environ.update(TERM=term, PYTHONUTF8="1")
        words = ["play", str(TWO_CUPS), "--plain", "--together", "--in-order", "--names", "Alex,Jo"]
        os.execv(sys.executable, [sys.executable, "-m", "trainer", *words, *more])
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
    if THIS_OR_ANOTHER in shown:
        return "1"
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
    assert "you play" not in parts[back + 1]


def test_a_time_out_covers_what_one_reads_alone():
    taken = iter(["t"])
    status, parts = at_a_terminal(
        lambda shown: next(taken, "") if "you play" in shown else usual(shown)
    )
    assert status == 0
    brief = next(i for i, part in enumerate(parts) if "you play" in part)
    waits = parts[brief + 1].split(CLEARED)[-1]
    assert "separate rooms" in waits
    assert "you play" not in waits
    assert HAND_OVER in parts[brief + 2].split(CLEARED)[-1]
    assert "you play" in parts[brief + 4]


def test_a_stop_leaves_nothing_on_the_screen():
    status, parts = at_a_terminal(lambda shown: "q" if "you play" in shown else usual(shown))
    assert status == 1
    assert parts[-1].split(CLEARED)[-1].strip() == "That's enough for tonight."


def test_a_terminal_that_only_prints_lines_says_so():
    status, parts = at_a_terminal(usual, term="dumb")
    assert status == 0
    whole = "".join(parts)
    assert CLEARED not in whole
    assert "Here what is shown stays on the screen. Look away while the other one reads." in whole


def test_another_one_is_taken_without_a_reason():
    asked = []

    def answers(shown: str) -> str:
        if THIS_OR_ANOTHER in shown:
            asked.append(shown)
            return {1: "2", 2: "2", 3: "2"}.get(len(asked), "q")
        if "What will you play?" in shown:
            return {1: "x", 2: "1", 3: ""}[len(asked)]
        return "1" if "Please type a number" in shown else "q"

    status, parts = at_a_terminal(answers)
    assert status == 1
    first, second, third, fourth = asked
    assert "Two cups" in first
    titles = [[row for row in shown.split("\r\n") if " min)" in row] for shown in parts]
    listed = next(rows for rows in titles if len(rows) > 1)
    # As hard as this one or less: this one is of the first steps.
    assert listed
    assert all("(first steps, " in row for row in listed)
    assert any("Content notes: " in row for row in listed)
    assert not any("Two cups" in row for row in listed)
    # A wrong line is asked again; then it is the first of the list, told as the one before was.
    assert f"\r\n{listed[0].split('. ', 1)[1].split(' (')[0]}\r\n" in second
    assert "Two cups" not in second
    # And back to the one before.
    assert second.splitlines()[-4:] != third.splitlines()[-4:]
    assert third.splitlines()[-4:] == fourth.splitlines()[-4:]
    assert not any("plays Sam" in part for part in parts)


def test_without_landing_another_one_is_not_asked():
    status, parts = at_a_terminal(lambda shown: "1", "xterm", "--no-landing")
    assert status == 0
    assert len(parts) == 5  # three lines, the one at the ending, and what was told after it
    assert "Another one" not in "".join(parts)
