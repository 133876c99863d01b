"""Two people at the keyboard, for tests: they read what is asked, and answer it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.running import CHECKOUT
from trainer.cli import main
from trainer.scenario.files import Loaded, load
from trainer.scenario.graph import Graph
from trainer.scenario.library import shipped_catalogue

TWO_CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"
CATALOGUE = shipped_catalogue()

#: What is answered to what was told since the last answer; None ends the input.
Answers = Callable[[str], str | None]


@dataclass
class Sat:
    """What came of it: the exit status, all that was told, and each question with its answer."""

    status: int
    told: str = ""
    errors: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)


class _Keyboard(io.StringIO):
    def __init__(self, screen: io.StringIO, answers: Answers, sat: Sat) -> None:
        super().__init__()
        self._screen, self._answers, self._sat = screen, answers, sat
        self._read = 0

    def readline(self, size: int | None = -1, /) -> str:
        told = self._screen.getvalue()[self._read :]
        self._read += len(told)
        answer = self._answers(told)
        assert len(self._sat.asked) < 400, f"asked for ever: {told}"
        if answer is None:
            return ""
        self._sat.asked.append((told, answer))
        return answer + "\n"


def sit(monkeypatch: pytest.MonkeyPatch, answers: Answers, *arguments: str | Path) -> Sat:
    """``trainer`` with arguments, in this process, with somebody who answers."""
    screen, errors, sat = io.StringIO(), io.StringIO(), Sat(-1)
    with monkeypatch.context() as patched:
        patched.setattr("sys.stdout", screen)
        patched.setattr("sys.stderr", errors)
        patched.setattr("sys.stdin", _Keyboard(screen, answers, sat))
        try:
            sat.status = main([str(each) for each in arguments])
        except SystemExit as ended:
            sat.status = int(ended.code or 0)
    sat.told, sat.errors = screen.getvalue(), errors.getvalue()
    return sat


def lines(*answers: str) -> Answers:
    """These lines, one after the other, and then the end of the input."""
    waiting = iter(answers)
    return lambda told: next(waiting, None)


@dataclass
class Couple:
    """Two who know what they want: the numbers of their choices, and answers to all else.

    ``others`` are answers by a piece of the question; what is in none is answered with Enter.
    """

    choices: list[int]
    others: dict[str, str] = field(default_factory=dict)
    said: int = 0

    def __call__(self, told: str) -> str | None:
        for piece, answer in self.others.items():
            if piece in told:
                return answer
        if "Go on, or leave it here?" in told:
            return "1"
        if "it is your turn." in told:
            self.said += 1
            return str(self.choices[self.said - 1])
        if "was that it?" in told:
            return "1"
        return ""


def loaded(path: str | Path) -> Loaded:
    """A scenario and its graph."""
    found = load(str(path), CATALOGUE)
    assert found.scenario is not None
    return found


def ways_to_endings(graph: Graph) -> dict[str, list[int]]:
    """For each ending's node the places of the choices that lead to it soonest, counted from 1."""
    ways: dict[int, list[int]] = {0: []}
    found: dict[str, list[int]] = {}
    waiting = [0]
    for state in waiting:
        if graph.nodes[state].ending is not None:
            found.setdefault(graph.nodes[state].id, ways[state])
        for place, target in enumerate(graph.targets[state], 1):
            step = [] if graph.nodes[state].turn is None else [place]
            if target not in ways:
                ways[target] = ways[state] + step
                waiting.append(target)
    return found
