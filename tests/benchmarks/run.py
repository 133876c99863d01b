"""Measures what the project holds, against floors measured in the same minutes.

    python tests/benchmarks/run.py [ROW …]

Every figure is a ratio of medians over interleaved pairs, because the absolute times of a machine
drift. It needs nothing but the project and its test extra. Exit status 1 if a row does not hold.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
CHECKOUT = HERE.parent.parent
sys.path[:0] = [str(CHECKOUT), str(HERE)]

import files  # noqa: E402
from terminal import Terminal, python  # noqa: E402

ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "PYTHONDONTWRITEBYTECODE")},
    "PYTHONPATH": str(CHECKOUT),
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "LANG": "C.UTF-8",
}
# What the installed command runs; `-m` would import some more.
TRAINER = python("-c", "from trainer.cli import run; run()")
PASS = python("-c", "pass")
#: So long a talk is to fit into memory.
CHOICES = 200

Row = tuple[str, float, float, str, bool]  # what, figure, hold, unit, whether less is better


def seconds(command: list[str], **options) -> float:
    """How long a whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, env=ENVIRONMENT, cwd=CHECKOUT, capture_output=True, **options)
    return time.perf_counter() - start


def ratio(one: Callable[[], float], other: Callable[[], float], pairs: int) -> float:
    """The median of one by that of the other, run in turn after a warm-up."""
    one(), other()
    measured = [(one(), other()) for _ in range(pairs)]
    return statistics.median(a for a, _ in measured) / statistics.median(b for _, b in measured)


def starting(folder: Path) -> Iterator[Row]:
    file = str(files.write_library(folder / "one", 1) / "bench-0.yaml")
    plain = [*TRAINER, "play", file, "--plain"]
    for what, command, hold in (
        ("trainer --help, by python -c pass", [*TRAINER, "--help"], 4),
        ("trainer --version, by python -c pass", [*TRAINER, "--version"], 4),
        ("check of one file, by python -c pass", [*TRAINER, "check", file], 5),
        ("play --plain to its first line, by python -c pass", plain, 5),
    ):
        figure = ratio(
            lambda command=command: seconds(command, stdin=subprocess.DEVNULL),
            lambda: seconds(PASS),
            15,
        )
        yield what, figure, hold, "x", True


def checking(folder: Path) -> Iterator[Row]:
    many = files.write_library(folder / "many", 1000)
    figure = ratio(
        lambda: seconds([*TRAINER, "check", str(many)]),
        lambda: seconds(python(str(HERE / "floor_check.py"), str(many))),
        9,  # the floor takes 1.8 to 2.5 seconds, by what else the processor does
    )
    yield "check of 1,000 files, by reading them with libyaml", figure, 1.5, "x", True
    few = files.write_library(folder / "few", 100)
    peak = _peak([*TRAINER, "check", str(many)]) / _peak([*TRAINER, "check", str(few)])
    yield "memory of check: 1,000 files by 100", peak, 1.2, "x", True


def _peak(command: list[str]) -> float:
    """The largest resident size of a process, in KiB."""
    script = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    )
    done = subprocess.run(
        python("-c", script, *command),
        env=ENVIRONMENT,
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
    )
    return float(done.stdout)


def engine(folder: Path) -> Iterator[Row]:
    from trainer.practice.play import Play
    from trainer.scenario.files import load
    from trainer.scenario.library import shipped_catalogue

    path = files.write_library(folder / "engine", 1) / "bench-0.yaml"
    scenario = load(str(path), shipped_catalogue()).scenario
    assert scenario is not None
    chance, best = random.Random(7), 0.0
    for _ in range(5):
        count, start = 0, time.perf_counter()
        while count < 40_000:
            play = Play(scenario, scenario.roles)
            while play.ending is None:
                play.choose(chance.choice(play.choices).id)
                count += 1
        best = max(best, count / (time.perf_counter() - start))
    yield "random play without a screen, choices a second", best, 100_000, "", False


def app(folder: Path) -> Iterator[Row]:
    data = {**ENVIRONMENT, "TRAINER_DATA": str(folder / "data")}
    bare = python(str(HERE / "floor_app.py"))

    def first_frame(command: list[str], marker: bytes) -> float:
        terminal = Terminal(command, data)
        try:
            return terminal.until(marker)
        finally:
            terminal.close()

    figure = ratio(
        lambda: first_frame(TRAINER, b"Responding"), lambda: first_frame(bare, b"READY"), 15
    )
    yield "spawn to first frame, by a bare Textual app", figure, 1.2, "x", True
    long = folder / "long.yaml"
    long.write_text(files.long_scenario_text(CHOICES + 20), encoding="utf-8")
    yield from _keys_and_memory(bare, [*TRAINER, "play", str(long), "--in-order"], data)


def _keys_and_memory(bare: list[str], play: list[str], data: dict[str, str]) -> Iterator[Row]:
    floor, ours = Terminal(bare, data), Terminal(play, data)
    home = Terminal(TRAINER, data)
    try:
        floor.until(b"READY")
        ours.until(b"Number 0")
        home.until(b"Responding")
        for terminal in (floor, ours, home):
            terminal.settle()
        start_floor, start_home = floor.memory(), home.memory()
        ours.press(b"\r")  # begin: the rules of the skill come first
        ours.settle()
        ours.press(b"\x1b")
        ours.settle()
        early = [(_say(ours), floor.press(b"x")) for _ in range(20)]
        for _ in range(60):
            _say(ours)
        late = [(_say(ours), floor.press(b"x")) for _ in range(20)]
        median = statistics.median
        floor_key = median(b for _, b in early + late)
        first, last = (median(t for times, _ in part for t in times) for part in (early, late))
        print(f"    (key to frame {first * 1000:.1f} ms, floor {floor_key * 1000:.1f} ms)")
        yield "key to frame, by an update in place", first / floor_key, 1.5, "x", True
        yield "key to frame after 300 lines of talk, by the first", last / first, 1.5, "x", True
        yield (
            "memory of the app at its start, by a bare app",
            start_home / start_floor,
            1.3,
            "x",
            True,
        )
        for _ in range(CHOICES - 100):
            _say(ours)
        words = f"memory after {CHOICES} choices, by a bare app"
        yield words, ours.memory() / start_floor, 1.5, "x", True
    finally:
        for terminal in (floor, ours, home):
            terminal.close()


def _say(terminal: Terminal) -> list[float]:
    """Says a line, and reads on where what follows comes by the page: what each key took."""
    times, key = [], b"2"
    while key:
        before = len(terminal.seen)
        times.append(terminal.press(key))
        key = b"\r" if b"go on" in terminal.seen[before:] else b""
    return times


def graph(folder: Path) -> Iterator[Row]:
    """That questions over the graph are linear: twice the states, about twice the time."""
    from trainer.scenario.files import load
    from trainer.scenario.graph import endings_open, explore
    from trainer.scenario.library import shipped_catalogue

    def cost(turns: int) -> float:
        path = folder / f"chain-{turns}.yaml"
        path.write_text(files.long_scenario_text(turns), encoding="utf-8")
        scenario = load(str(path), shipped_catalogue()).scenario
        assert scenario is not None
        times = []
        for _ in range(9):
            start = time.perf_counter()
            endings_open(explore(scenario), None)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    yield "endings open over 800 states by 400 (linear is 2)", cost(800) / cost(400), 3, "x", True


def keeping(folder: Path) -> Iterator[Row]:
    """What is kept: home's figures over 100,000 plays, and one move. Absolute, in milliseconds."""
    import history

    history.fill(folder / "much", 100_000)
    data = {**ENVIRONMENT, "TRAINER_DATA": str(folder / "much")}

    def figures() -> float:
        terminal = Terminal(TRAINER, data)
        try:
            first = terminal.until(b"Responding")
            return (terminal.until(b"A title") - first) * 1000
        finally:
            terminal.close()

    later = statistics.median(figures() for _ in range(9))
    yield "home's figures of 100,000 plays, after the first frame", later, 100, "ms", True
    yield "opening with 100,000 plays, to home's figures", history.opening(), 100, "ms", True
    median, _ = history.keeping()
    yield "keeping a move, committed in full", median, 5, "ms", True


ROWS = {
    "start": starting,
    "check": checking,
    "engine": engine,
    "graph": graph,
    "app": app,
    "keeping": keeping,
}


def main(wanted: list[str]) -> int:
    """Prints the table; 1 if a row does not hold."""
    # As an installed program is: compiled beforehand.
    subprocess.run(python("-m", "compileall", "-q", str(CHECKOUT / "trainer")), env=ENVIRONMENT)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in ROWS.items():
            if wanted and name not in wanted:
                continue
            for what, figure, hold, unit, less in rows(Path(folder)):
                holds = figure <= hold if less else figure >= hold
                failed |= not holds
                sign = "at most" if less else "at least"
                print(
                    f"{'holds' if holds else 'FAILS'}  {figure:>10,.2f}{unit:<2} "
                    f"{sign} {hold:>9,.1f}{unit:<2} {what}",
                    flush=True,
                )
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
