"""``trainer list`` and ``trainer check``, and how the program behaves in a shell."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.running import CHECKOUT, trainer

TWO_CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"


def test_list_is_in_homes_order():
    done = trainer("list", "--json")
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert len(rows) >= 3
    for key in ("id", "title", "skill", "level", "minutes", "focus", "path"):
        assert all(key in row for row in rows)
    skills = ["responding-to-a-rupture", "validating-without-agreeing", "gentle-startup"]
    keys = [(skills.index(row["skill"]), row["level"], row["minutes"]) for row in rows]
    assert keys == sorted(keys)
    plain = trainer("list").stdout
    assert all(row["id"] in plain and row["title"] in plain for row in rows)


def test_the_shipped_library_is_strictly_clean():
    done = trainer("check", "--strict")
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1].endswith("0 errors, 0 warnings")


def test_check_sorts_and_counts(tmp_path):
    broken = TWO_CUPS.read_text().replace("turn: robin", "turn: rob", 1)
    (tmp_path / "b.yaml").write_text(broken.replace("level: 1", "level: 9"))
    (tmp_path / "a.yaml").write_text("title: [\n")
    (tmp_path / "good.yaml").write_text(TWO_CUPS.read_text())
    done = trainer("check", tmp_path, "--json")
    rows = json.loads(done.stdout)
    assert done.returncode == 1
    places = [(row["path"], row["line"], row["column"]) for row in rows]
    assert places == sorted(places)
    assert {row["code"] for row in rows if row["path"].endswith("b.yaml")} >= {
        "out-of-range",
        "unknown-role",
    }
    told = trainer("check", tmp_path).stdout.splitlines()
    errors = sum(row["severity"] == "error" for row in rows)
    warnings = len(rows) - errors
    assert told[-1] == f"3 files, {errors} errors, {warnings} warnings"
    assert told[:-1] == sorted(told[:-1], key=lambda line: line.split(":")[0])
    assert any(line.startswith(f"{tmp_path}/a.yaml:") for line in told)


def test_strict_makes_errors_of_warnings():
    assert trainer("check", TWO_CUPS).returncode == 0
    strict = trainer("check", "--strict", TWO_CUPS)
    assert strict.returncode == 1
    assert "error[short-path]" in strict.stdout


def test_a_missing_path_is_told():
    done = trainer("check", "/no/such/place.yaml")
    assert done.returncode == 1
    assert "/no/such/place.yaml:1:1: error[cannot-read]" in done.stdout


def test_a_library_of_ones_own_stands_beside_the_shipped_one(tmp_path):
    (tmp_path / "mine.yaml").write_text(TWO_CUPS.read_text())
    (tmp_path / "broken.yaml").write_text("title: 1\n")
    done = trainer("list", "--json", environment={"TRAINER_LIBRARY": str(tmp_path)})
    rows = {row["id"]: row for row in json.loads(done.stdout)}
    assert rows["mine"]["own"] is True
    assert "broken" not in rows
    assert "broken.yaml:1:8: error[unquoted-text]" in done.stderr
    play = trainer(
        "play", "mine", "--plain", typed="q\n", environment={"TRAINER_LIBRARY": str(tmp_path)}
    )
    assert "Two cups" in play.stdout


@pytest.mark.parametrize(
    "arguments", [["--nonsense"], ["play", "--seed", "x"], ["nothing"], ["check", "--bad"]]
)
def test_wrong_use_exits_2(arguments):
    done = trainer(*arguments)
    assert done.returncode == 2
    assert "usage: trainer" in done.stderr


def test_help_and_version_import_neither_textual_nor_yaml():
    script = (
        "import sys\nfrom trainer.cli import main\n"
        "try:\n    main([sys.argv[1]])\nexcept SystemExit:\n    pass\n"
        "assert not {'yaml', 'textual', 'sqlite3'} & set(sys.modules), 'imported'\n"
    )
    for flag in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-c", script, flag], capture_output=True, text=True, cwd=CHECKOUT
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("arguments", [["list"], ["check"], ["play", "short-with-you", "--plain"]])
def test_the_headless_commands_never_import_textual(arguments):
    script = (
        "import sys\nfrom trainer.cli import main\nmain(sys.argv[1:])\n"
        "assert 'textual' not in sys.modules, 'imported'\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a shell of the usual kind")
def test_a_closed_pipe_ends_quietly():
    done = subprocess.run(
        f"{sys.executable} -m trainer list | head -1",
        shell=True,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
    )
    assert done.stdout.strip()
    assert done.stderr == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_under_the_output_is_told():
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "trainer", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=CHECKOUT,
        )
    assert done.returncode == 1
    assert "no room" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs signals of the usual kind")
def test_ctrl_c_ends_with_130():
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "trainer", "play", str(TWO_CUPS), "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    assert process.stdout is not None
    while "What do you say?" not in process.stdout.readline():
        pass
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in errors
