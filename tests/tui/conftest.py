"""A small library of its own, so that no scenario that is edited changes a picture."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import _wait

from trainer.scenario import library as library_module
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import shipped_catalogue
from trainer.tui.app import TrainerApp
from trainer.tui.options import AppOptions

LIBRARY = Path(__file__).parent / "library"

#: Choices in the file's order, and no rules before a skill's first scenario.
USUAL = {"in_order": True, "introduce": False}

AppMaker = Callable[..., TrainerApp]


def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Runs a test that is a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(autouse=True)
def _no_idle_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of what a pressed key takes is the pilot's own wait for the app to be idle.

    It looks every 20 ms by itself, and wants 95 % of that to be idle; here it looks sooner.
    """
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.008)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0004)


@pytest.fixture(autouse=True)
def _same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same colours and the same library wherever the tests run."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TEXTUAL_THEME", raising=False)
    monkeypatch.setattr(library_module, "shipped_folder", lambda: str(LIBRARY))


@pytest.fixture
def make_app() -> AppMaker:
    """Makes the app; choices stand in the file's order unless told otherwise."""

    def make(theme: str = "dusk", **options: object) -> TrainerApp:
        app = TrainerApp(AppOptions(**{**USUAL, **options}))  # type: ignore[arg-type]
        app.theme = theme
        return app

    return make


@pytest.fixture
def plate() -> Loaded:
    """The small scenario, whole."""
    loaded = load(str(LIBRARY / "making-up" / "the-cold-plate.yaml"), shipped_catalogue())
    assert loaded.scenario is not None, [str(problem) for problem in loaded.problems]
    return loaded
