"""Runs the program as a person's shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent


def trainer(
    *arguments: str | Path,
    typed: str | bytes = "",
    environment: Mapping[str, str] | None = None,
    timeout: float = 60,
) -> subprocess.CompletedProcess[str]:
    """``trainer`` with arguments and what is typed; its output is read as UTF-8."""
    data = typed.encode() if isinstance(typed, str) else typed
    done = subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        input=data,
        capture_output=True,
        cwd=CHECKOUT,
        env={**os.environ, "PYTHONUTF8": "1", **(environment or {})},
        timeout=timeout,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args,
        done.returncode,
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
    )
