"""One person alone with a terminal that two people share: nothing typed shows, and nothing stays.

At a hand-over the screen is cleared, and what could be scrolled back to. Where that cannot be done
(a pipe, a terminal that only prints lines), it is said once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from trainer.plain.talk import Left
from trainer.practice.together_words import TIME_OUT, hand_over
from trainer.scenario.problems import printable

if sys.platform == "win32":
    import msvcrt
else:
    try:
        import termios
    except ImportError:  # a Python without it
        termios = None  # type: ignore[assignment]

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

#: The screen, what could be scrolled back to, and the cursor to the first place.
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class AnotherTime(Left):
    """One of the two said that it is for another time."""


class _TimeOut(Exception):
    """One of the two, alone with the screen, asked for a time-out."""


class Room:
    """Where two people sit at one keyboard: says things, reads answers, keeps them apart."""

    def __init__(self) -> None:
        read_from, shown_on = sys.stdin, sys.stdout
        is_terminal = bool(read_from and read_from.isatty() and shown_on and shown_on.isatty())
        #: Whether people type and read here, and no script.
        self.is_terminal = is_terminal
        #: Whether the play has reached its ending.
        self.is_over = False
        #: Whether what was shown can be taken off the screen again.
        self.clears = is_terminal and os.environ.get("TERM", "") != "dumb"
        #: Whether what is typed can be kept from showing.
        self.hides = is_terminal and (sys.platform == "win32" or termios is not None)

    @property
    def warning(self) -> str | None:
        """What to say where people cannot be kept apart; None where they can."""
        if self.clears and self.hides:
            return None
        stays = [
            *(["what is shown stays on the screen"] if not self.clears else []),
            *(["what is typed can be seen"] if not self.hides else []),
        ]
        words = " and ".join(stays)
        return f"Here {words}. Look away while the other one reads."

    def say(self, *lines: str) -> None:
        """Prints lines as plain text."""
        for line in lines:
            print(printable(line))

    def clear(self) -> None:
        """Takes off the screen what was shown, as far as that can be done."""
        if not self.clears:
            self.say("")
        elif sys.platform == "win32":
            os.system("cls")
        else:
            print(_CLEAR, end="", flush=True)

    def line(self, *, hidden: bool = False) -> str:
        """A line of input, stripped. Raises AnotherTime for q, and Left at the end of the input.

        Once ``is_over``, the end of the input is as good as Enter.
        """
        line = self._hidden_line() if hidden and self.hides else self._line()
        if not line and not self.is_over:
            raise Left
        line = line.strip()
        if line in ("q", "Q"):
            raise AnotherTime
        return line

    def answer(self) -> str:
        """The same to a question that both see: t is a time-out, and then it still waits."""
        while (line := self.line()) in ("t", "T"):
            self.say(*TIME_OUT, "The question waits here.")
        return line

    def one_of(self, answers: Sequence[str], *, usual: int | None = None) -> int:
        """Has one of a few answers picked by its number; its place.

        Enter is the ``usual`` one, where there is one.
        """
        for number, words in enumerate(answers, 1):
            self.say(f"{number}. {words}.")
        numbers = [str(number) for number in range(1, len(answers) + 1)]
        while (answer := self.answer()) not in numbers:
            if not answer and usual is not None:
                return usual
            self.say(f"Please type {', '.join(numbers[:-1])} or {numbers[-1]}.")
        return int(answer) - 1

    def alone(
        self, name: str, tell: Callable[[], None], read: Callable[[str], T | None], expected: str
    ) -> T:
        """Shows something to one person alone, and reads their answer to it.

        ``tell`` says what is shown; ``read`` makes something of an answer, or None of a wrong one,
        and then ``expected`` is said. A time-out covers it, and hands it over again.
        """
        while True:
            try:
                self._hand_over(name)
                tell()
                while (found := read(self._private_line())) is None:
                    self.say(expected)
            except _TimeOut:
                self.clear()
                self.say(*TIME_OUT, "Enter when you are both back.")
                self.line()
            else:
                self.clear()
                return found

    def _private_line(self) -> str:
        line = self.line(hidden=True)
        if line in ("t", "T"):
            raise _TimeOut
        return line

    def _line(self) -> str:
        print("> ", end="", flush=True)
        line = sys.stdin.readline() if sys.stdin else ""
        if not (sys.stdin and sys.stdin.isatty()):
            print()
        return line

    def _hidden_line(self) -> str:
        if sys.platform == "win32":
            print("> ", end="", flush=True)
            line = _typed_on_windows()
        else:
            with _no_echo():
                print("> ", end="", flush=True)
                line = sys.stdin.readline()
        print()
        return line

    def _hand_over(self, name: str) -> None:
        """Clears the screen and waits until the named one is alone with it.

        On a terminal a wrong Enter can go back before anything is shown.
        """
        while True:
            self.clear()
            self.say(hand_over(name))
            self._private_line()
            if not self.clears:
                return
            self.say(f"Only {name}? Enter shows it, b goes back.")
            if self._private_line() not in ("b", "B"):
                self.clear()
                return


if sys.platform == "win32":

    def _typed_on_windows() -> str:
        typed = ""
        while True:
            key = msvcrt.getwch()
            if key == "\x03":
                raise KeyboardInterrupt
            if key == "\x1a":
                return ""
            if key in "\r\n":
                return typed + "\n"
            typed = typed[:-1] if key == "\b" else typed + key

else:

    @contextmanager
    def _no_echo() -> Iterator[None]:
        """Keeps what is typed from showing; what was typed before is not taken for an answer."""
        number = sys.stdin.fileno()
        before = termios.tcgetattr(number)
        quiet = list(before)
        quiet[3] &= ~termios.ECHO
        try:
            termios.tcsetattr(number, termios.TCSAFLUSH, quiet)
            yield
        finally:
            termios.tcsetattr(number, termios.TCSADRAIN, before)
