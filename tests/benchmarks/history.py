"""What keeping costs: a move, home's figures over 100,000 plays, and 300 kills.

Functions for the table of `run.py`; by itself, `python tests/benchmarks/history.py` prints them.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

_CHECKOUT = Path(__file__).parents[2]
_MOVES = 8
_DECISIONS = 5

_OPENS = """
import sys, time
from trainer.history.history import History
started = time.perf_counter()
history = History(sys.argv[1])
figures = history.figures()
unfinished = history.unfinished()
print((time.perf_counter() - started) * 1000)
assert sum(each.times for each in figures.values()) == int(sys.argv[2]) and unfinished
"""


def fill(folder: Path, plays: int) -> None:
    """Makes a history of that many plays of the shipped scenarios; every tenth was left."""
    from trainer.history import file
    from trainer.paths import history_file
    from trainer.scenario.library import open_library

    scenarios = [entry.head.id for entry in open_library().entries]
    path = history_file(str(folder))
    file.create(path)
    opened = file.open_file(path, 0)
    opened.execute("BEGIN")
    opened.executemany(
        "INSERT INTO plays (id, scenario, title, path, digest, seats, mode, feedback, seed, began, "
        "touched, latest, ended, ending, ending_kind, ending_title, score) "
        "VALUES (?, ?, 'A title', '/some/path', ?, 'sam', 'solo', 'coached', '7', ?, ?, ?, ?, ?, "
        "?, 'An ending', ?)",
        (_play(number, scenarios) for number in range(1, plays + 1)),
    )
    opened.executemany(
        "INSERT INTO moves (play, n, node, move, at) VALUES (?, ?, 'the-node', 'the-choice', ?)",
        ((number, n, number) for number in range(1, plays + 1) for n in range(_MOVES)),
    )
    opened.executemany(
        "INSERT INTO decisions VALUES (?, ?, 'sam', 'the-node', 'the-choice', 'the-choice', "
        "'Some words that were said.', 'acknowledge:2 impact:1', 2, 3, 83, 1, 'repaired partly')",
        ((number, n) for number in range(1, plays + 1) for n in range(_DECISIONS)),
    )
    opened.execute("COMMIT")
    opened.close()


def _play(number: int, scenarios: list[str]) -> tuple[object, ...]:
    which, at = number % len(scenarios), 1_777_672_800_000 + number * 60_000
    base = (number, scenarios[which], f"{which:064x}", at, at + 50_000, number)
    if number % 10 == 0:
        return (*base, None, None, None, None)
    return (*base, at + 50_000, f"ending-{number % 4}", "repaired", number % 101)


def opening(plays: int = 100_000, times: int = 7) -> float:
    """The median of milliseconds from nothing to home's figures and the play to go on with.

    Each time in a new process: opening the file is counted, importing sqlite3 is not.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "kept"
        fill(folder, plays)
        return statistics.median(
            float(
                subprocess.run(
                    [sys.executable, "-c", _OPENS, str(folder), str(plays)],
                    cwd=_CHECKOUT,
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout
            )
            for _ in range(times)
        )


def keeping(moves: int = 1000, plays: int = 0) -> tuple[float, float]:
    """The median and the 95th percentile of milliseconds that keeping one move takes.

    ``plays`` are there already.
    """
    from trainer.history.history import History
    from trainer.practice.play import Play
    from trainer.scenario.files import load
    from trainer.scenario.library import shipped_catalogue

    scenario = load(str(_CHECKOUT / "tests/data/two-cups.yaml"), shipped_catalogue()).scenario
    assert scenario is not None
    taken = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "kept"
        if plays:
            fill(folder, plays)
        history = History(str(folder))
        while len(taken) < moves:
            keeper = history.begin(Play(scenario, ["sam"]), seed=1)
            for move in ("but-you", "<", "own-it", "explain", "<", "<", "sorry-then", "sweep"):
                started = time.perf_counter()
                keeper.move(move)
                taken.append((time.perf_counter() - started) * 1000)
        history.close()
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def kills(count: int = 300, seed: int = 1) -> int:
    """How many plays were killed at random moments, with nothing lost that had been shown.

    Raises AssertionError for the first that lost anything.
    """
    from tests.history.killing import KilledPlays

    with tempfile.TemporaryDirectory() as name:
        plays, random = KilledPlays(Path(name)), Random(seed)
        return sum(1 for number in range(count) if plays.kill(number, random))


if __name__ == "__main__":
    sys.path.insert(0, str(_CHECKOUT))
    print(f"home's figures over 100,000 plays: {opening():.1f} ms")
    for there in (0, 100_000):
        median, slow = keeping(plays=there)
        print(f"keeping a move, {there:,} plays there: {median:.2f} ms, p95 {slow:.2f} ms")
    print(f"{kills()} kills, nothing lost")
