"""The installed program: a wheel, without dependencies, in an empty folder, played from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path


def run(*command: str | Path, **options) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


def test_an_installed_wheel_plays_from_anywhere(tmp_path, checkout):
    script = (
        "import os, sys\nos.chdir(sys.argv[1])\nfrom hatchling.build import build_wheel\n"
        "print(build_wheel(sys.argv[2]))\n"
    )
    built = run(sys.executable, "-c", script, checkout, tmp_path)
    wheel = tmp_path / built.stdout.split()[-1]
    home = tmp_path / "empty"
    home.mkdir()
    run(
        sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index",
        "--target", home / "lib", wheel,
    )  # fmt: skip
    # The checkout is not on the path; what the trainer stands on is, from this environment.
    paths = [str(home / "lib"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "TRAINER_DATA": str(home / "data"),
    }
    listed = run(sys.executable, "-m", "trainer", "list", "--json", cwd=home, env=environment)
    rows = json.loads(listed.stdout)
    assert all(str(home / "lib" / "trainer" / "scenarios") in row["path"] for row in rows)
    report = home / "report.json"
    run(
        sys.executable, "-m", "trainer", "play", rows[0]["id"], "--plain", "--in-order",
        "--report", report, cwd=home, env=environment, input="1\n" * 40,
    )  # fmt: skip
    assert json.loads(report.read_text(encoding="utf-8"))["scenario"] == rows[0]["id"]
