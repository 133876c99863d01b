"""Who may import whom, read from every import in the code, deferred ones too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import trainer

PACKAGE = Path(trainer.__file__).parent
#: From the top down; each may import itself and what stands below it.
LAYERS = [
    {"cli", "__main__"},
    {"playing", "arguments"},
    {"commands", "authoring", "keeping", "history_commands", "cards"},
    {"tui", "plain"},
    {"history", "settings"},
    {"practice"},
    {"scenario"},
    {"paths", "help_lines"},
]
#: Packages from outside, and the only places that may import them.
ONLY = {
    "textual": ("tui/",),
    "rich": ("tui/",),
    "yaml": ("scenario/loading.py",),
    "sqlite3": ("history/",),
}


def imports() -> Iterator[tuple[str, str]]:
    """Each module's file, and a module that it imports."""
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name}: imports are absolute"
                yield name, node.module or ""


def layer(part: str) -> int | None:
    return next((index for index, names in enumerate(LAYERS) if part in names), None)


def test_imports_run_down_only():
    for name, imported in imports():
        if not imported.startswith("trainer."):
            continue
        here = layer(name.split("/")[0].removesuffix(".py"))
        there = layer(imported.split(".")[1])
        assert here is not None, f"{name} stands in no layer"
        assert there is not None, f"{name} imports {imported}, which stands in no layer"
        assert here <= there, f"{name} imports {imported}, which stands above it"


def test_the_packages_from_outside_stay_in_their_places():
    for name, imported in imports():
        places = ONLY.get(imported.split(".")[0])
        assert places is None or name.startswith(places), f"{name} imports {imported}"


def test_modules_stay_small():
    tables = {"help_lines.py", "scenario/codes.py", "scenario/explanations.py"}
    for path in PACKAGE.rglob("*.py"):
        name = path.relative_to(PACKAGE).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 310 or name in tables, f"{name} has {lines} lines"
