"""What every test stands on: no colours from outside, and a data folder of its own."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

pytest_plugins = ["tests.halves"]

# NO_COLOR and TEXTUAL_THEME would change the pictures.
for name in ("NO_COLOR", "TEXTUAL_THEME", "TRAINER_LIBRARY", "COLUMNS", "LINES"):
    os.environ.pop(name, None)


# What is imported stays: looking for garbage in it takes a tenth of the suite's time.
gc.freeze()
gc.set_threshold(50_000, 20, 100)


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Nothing that a test plays is kept with what the person at this machine plays."""
    monkeypatch.setenv("TRAINER_DATA", str(tmp_path_factory.mktemp("data")))
    monkeypatch.delenv("TRAINER_LIBRARY", raising=False)


@pytest.fixture
def checkout() -> Path:
    """The project's own folder."""
    return Path(__file__).parent.parent
