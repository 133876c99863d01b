"""The settings file: what it may say, what is told where it says something else, and writing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from trainer import settings
from trainer.scenario.record import changed
from trainer.settings import TEMPLATE, Settings, read, understood, write


def test_no_file_means_the_usual_settings_and_makes_none(tmp_path: Path) -> None:
    assert read(str(tmp_path)).settings == Settings()
    assert not any(tmp_path.iterdir())


def test_the_file_that_is_written_says_the_usual_settings() -> None:
    found = understood("settings.toml", TEMPLATE)
    assert found.settings == Settings()
    assert not found.problems


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('theme = "dusk"\nmotion = ', 2),
        ("\n\n[[[", 3),
        ('theme = "dusk"\ntheme = "dusk"\n', 2),
        ("x = " + "[" * 5000, 1),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / settings.NAME
    path.write_text(text)
    found = read(str(tmp_path))
    assert found.settings == Settings()
    assert found.is_broken
    (problem,) = found.problems
    assert (problem.path, problem.line) == (str(path), line)
    assert "to be mended" in write(str(tmp_path), Settings(theme="morning"))
    assert path.read_text() == text


def test_a_file_that_is_not_text_is_broken(tmp_path: Path) -> None:
    (tmp_path / settings.NAME).write_bytes(b"\xff\xfe\x00")
    assert read(str(tmp_path)).is_broken


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "theme = 3",
        "say_first = 1",
        "pause_minutes = true",
        "pause_minutes = 0",
        'leave_out = "grief"',
        "leave_out = [1]",
        "thema = 1",
        "keys = 1",
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_the_others_count(line: str) -> None:
    found = understood("settings.toml", f"# mine\nguess = true\n{line}\n")
    assert found.settings == Settings(guess=True)
    assert not found.is_broken
    assert [problem.line for problem in found.problems] == [3]


def test_writing_changes_its_lines_and_leaves_all_others(tmp_path: Path) -> None:
    path = tmp_path / settings.NAME
    own = '# mine\ntheme   = "dusk" \nleave_out = [\n  "grief",\n]\n# keys\n[keys]\n"a.b" = "x"\n'
    path.write_text(own)
    wanted = changed(
        read(str(tmp_path)).settings, theme="morning", guess=True, leave_out=('a "b"',)
    )
    assert write(str(tmp_path), wanted) == ""
    assert read(str(tmp_path)).settings == wanted
    text = path.read_text()
    assert text.startswith('# mine\ntheme = "morning"\nleave_out = ["a \\"b\\""]\n# keys\n')
    assert text.endswith('[keys]\n"a.b" = "x"\n')


def test_the_first_change_writes_the_commented_file_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert write(str(folder), Settings(motion=False)) == ""
    path = folder / settings.NAME
    assert path.read_text() == TEMPLATE.replace("motion = true", "motion = false")
    assert os.listdir(folder) == [settings.NAME]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_cannot_be_changed_line_by_line_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / settings.NAME
    own = '"theme" = "dusk"\n'
    path.write_text(own)
    assert "only you can change" in write(str(tmp_path), Settings(theme="morning"))
    assert path.read_text() == own


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "was not changed" in write(str(tmp_path / "file"), Settings(guess=True))
