"""A history in a folder of its own, with a clock that is set by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import CHECKOUT
from trainer.history.history import History
from trainer.history.keeper import Keeper
from trainer.practice.play import Play
from trainer.practice.report import Debrief
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import shipped_catalogue

TWO_CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"


class Clock:
    """Seconds since 1970, as somebody set them."""

    def __init__(self, seconds: float = 1_777_672_800.0) -> None:  # 2026-05-01T22:00:00Z
        self.seconds = seconds

    def __call__(self) -> float:
        return self.seconds


class Window:
    """One open program: a history, and what it told."""

    def __init__(self, folder: Path, clock: Clock, patience: float = 10) -> None:
        self.told: list[str] = []
        self.history = History(str(folder), clock, self.told.append, patience)
        self.loaded = two_cups()

    def begin(self, seed: int | None = None, **options: object) -> Keeper:
        """A play of two cups, as sam."""
        assert self.loaded.scenario is not None
        play = Play(self.loaded.scenario, ["sam"])
        return self.history.begin(play, seed=seed, **options)  # type: ignore[arg-type]

    def play(self, *moves: str) -> Keeper:
        """A play that made these moves, finished if they reach the ending."""
        keeper = self.begin()
        for move in moves:
            keeper.move(move)
        if keeper.play.ending is not None:
            keeper.finish(self.debrief(keeper))
        return keeper

    def debrief(self, keeper: Keeper) -> Debrief:
        """The debrief of a play that reached its ending."""
        return Debrief(keeper.play, shipped_catalogue(), self.loaded.graph)

    def moves(self, number: int) -> list[str]:
        """The moves that are kept of a play."""
        play = self.history.play(number)
        return [] if play is None else [each.move for each in self.history.moves(play)]


def two_cups() -> Loaded:
    """The small scenario of the tests."""
    return load(str(TWO_CUPS), shipped_catalogue())


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is not there yet."""
    return tmp_path / "kept"


@pytest.fixture
def window(folder: Path, clock: Clock):
    """A window; its file is closed at the end."""
    opened = Window(folder, clock)
    yield opened
    opened.history.close()


@pytest.fixture
def another(folder: Path, clock: Clock):
    """Opens more windows over the same folder."""
    opened: list[Window] = []

    def one(patience: float = 10) -> Window:
        opened.append(Window(folder, clock, patience))
        return opened[-1]

    yield one
    for each in opened:
        each.history.close()
