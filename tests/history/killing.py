"""A plain play that is killed in its middle, and whether all of it that was shown is kept.

The same play is made of choices and lines taken back, so that it has many moments to be killed in.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest import mock

from tests.benchmarks.files import scenario_text
from tests.history.commanding import command
from tests.running import CHECKOUT, trainer
from trainer.history.history import History

#: What is typed; the numbers are choices in the file's order.
TYPED = ("1", "2", "u", "3", "1", "u", "u", "2", "1", "u", "2", "1", "1")
#: The moves that this makes, told by what is printed after each.
_AFTER_A_MOVE = re.compile(r"^(?:Coach|Taken back): ", re.MULTILINE)


@dataclass(frozen=True)
class Killed:
    """What one kill came to: moves shown before it, moves kept, whether the ending was kept."""

    shown: int
    kept: int
    finished: bool


class KilledPlays:
    """Plays of one scenario in a folder, killed at random moments."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.scenario = folder / "bench-1.yaml"
        self.scenario.write_text(scenario_text(1), encoding="utf-8")
        started = time.perf_counter()
        self.report = self._whole_report()
        self.seconds = time.perf_counter() - started

    def kill(self, number: int, random: Random) -> Killed:
        """Kills one play at a random moment, takes it up again and plays it to its end.

        Raises AssertionError for anything that is lost.
        """
        data = self.folder / f"data-{number}"
        shown = self._killed_output(data, random)
        history = History(str(data))
        plays = history.plays()
        assert len(plays) <= 1
        moves = [each.move for each in history.moves(plays[0])] if plays else []
        finished = bool(plays) and plays[0].ended is not None
        history.close()
        assert shown <= len(moves), f"{shown} moves were shown, {len(moves)} are kept"
        if plays and not finished:
            path = self.folder / f"{number}.json"
            rest = "".join(f"{each}\n" for each in TYPED[len(moves) :])
            with mock.patch.dict(os.environ, {"TRAINER_DATA": str(data)}):
                done = command("play", "--resume", "--plain", "--report", path, typed=rest)
            assert done.returncode == 0, done.stderr
            assert json.loads(path.read_text(encoding="utf-8")) == self.report
        if plays:
            self._check_kept(data)
        return Killed(shown, len(moves), finished)

    def _whole_report(self) -> object:
        path = self.folder / "whole.json"
        data = self.folder / "data-whole"
        done = trainer(
            "play", self.scenario, "--plain", "--in-order", "--report", path,
            typed="".join(f"{each}\n" for each in TYPED),
            environment={"TRAINER_DATA": str(data)},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert len(_AFTER_A_MOVE.findall(done.stdout)) == len(TYPED)
        return json.loads(path.read_text(encoding="utf-8"))

    def _killed_output(self, data: Path, random: Random) -> int:
        """Plays, kills, and counts the moves whose consequence was printed."""
        process = subprocess.Popen(
            [sys.executable, "-m", "trainer", "play", self.scenario, "--plain", "--in-order"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=CHECKOUT,
            env={**os.environ, "PYTHONUTF8": "1", "TRAINER_DATA": str(data)},
        )
        assert process.stdin is not None
        assert process.stdout is not None
        printed = b""
        lines = [f"{each}\n".encode() for each in TYPED]
        # Up to a random prompt one line at a time, then all that is left at once.
        alone = random.randrange(-2, len(lines))
        for number, line in enumerate(lines[: max(0, alone)], 1):
            while printed.count(b"> ") < number:
                printed += os.read(process.stdout.fileno(), 65536)
            process.stdin.write(line)
            process.stdin.flush()
        process.stdin.write(b"".join(lines[max(0, alone) :]))
        process.stdin.flush()
        time.sleep(random.uniform(0, 0.003 if alone > 0 else self.seconds))
        process.kill()
        printed += process.stdout.read()
        process.stdin.close()
        process.stdout.close()
        process.wait()
        return len(_AFTER_A_MOVE.findall(printed.decode()))

    def _check_kept(self, data: Path) -> None:
        """The play is there once, finished, with the figures of the one that was not killed."""
        history = History(str(data))
        (play,) = history.plays()
        kept = [
            (each.node, each.choice, each.value, each.best, each.score, each.cost)
            for each in history.decisions(play)
        ]
        (seat,) = self.report["seats"].values()  # type: ignore[index]
        keys = ("node", "choice", "value", "best", "score", "cost")
        assert kept == [tuple(row[key] for key in keys) for row in seat["decisions"]]
        assert play.score == seat["score"]
        history.close()
