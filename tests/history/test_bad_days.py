"""A folder that cannot be used, a disk that is full: a clear word, and play goes on unkept."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.history.conftest import TWO_CUPS, Clock, Window
from tests.running import CHECKOUT, trainer

resource = pytest.importorskip("resource", reason="this system has no limits to set")

PLAY = ("play", TWO_CUPS, "--plain", "--in-order")

#: Of <linux/capability.h>: what lets root pass over the rights of files; and <linux/prctl.h>.
_OVERRIDE_RIGHTS, _SEARCH_ANYWHERE = 1, 2
_DROP_CAPABILITY, _HAS_CAPABILITY = 24, 23


def bound_by_rights() -> None:
    """In a child: file rights hold for this process too, even if it is root's."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (_OVERRIDE_RIGHTS, _SEARCH_ANYWHERE):
            libc.prctl(_DROP_CAPABILITY, capability, 0, 0, 0)
            if libc.prctl(_HAS_CAPABILITY, capability, 0, 0, 0):
                raise PermissionError


needs_rights = pytest.mark.skipif(
    os.geteuid() == 0 and not sys.platform.startswith("linux"), reason="root may do everything"
)


def limited(
    *arguments: object, typed: str = "", data: Path, limit: int | None = None
) -> subprocess.CompletedProcess[str]:
    """The program, bound by file rights; files may have ``limit`` bytes at most."""

    def prepare() -> None:
        bound_by_rights()
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run(
        [sys.executable, "-m", "trainer", *map(str, arguments)],
        input=typed,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env={
            **os.environ,
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TRAINER_DATA": str(data),
        },
        preexec_fn=prepare,
        check=False,
    )


@pytest.fixture
def closable(tmp_path: Path) -> Iterator[Path]:
    """A folder whose rights are given back at the end."""
    folder = tmp_path / "kept"
    folder.mkdir()
    yield folder
    folder.chmod(0o700)


def goes_on_unkept(done: subprocess.CompletedProcess[str], reason: str) -> None:
    """The play came to its debrief, and one line said that it is not kept, and why."""
    assert done.returncode == 0, done.stderr
    assert "100 of 100." in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("This play is not kept: ")
    assert lines[0].endswith(" It goes on all the same.")
    assert reason in lines[0]


@needs_rights
def test_a_folder_that_may_not_be_written(closable):
    closable.chmod(0o555)
    goes_on_unkept(limited(*PLAY, typed="1\n1\n", data=closable), str(closable))
    assert list(closable.iterdir()) == []


@needs_rights
def test_a_place_where_no_folder_can_be_made(closable):
    closable.chmod(0o555)
    done = limited(*PLAY, typed="1\n1\n", data=closable / "a" / "b")
    goes_on_unkept(done, str(closable))


@needs_rights
def test_a_folder_that_may_not_even_be_looked_into(closable):
    closable.chmod(0o000)
    goes_on_unkept(limited(*PLAY, typed="1\n1\n", data=closable), str(closable))
    for arguments in (["history"], ["export", "/dev/null"], ["forget", "--all", "--yes"]):
        done = limited(*arguments, data=closable)
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1
        assert str(closable) in done.stderr
    done = limited("play", "--resume", "--plain", data=closable)
    assert done.returncode == 1
    assert "It cannot be taken up again" in done.stderr


@needs_rights
def test_what_is_kept_in_a_folder_that_may_not_be_written_can_still_be_read(closable):
    window = Window(closable, Clock())
    window.play("own-it", "sweep")
    window.play("but-you")
    window.history.close()
    (closable / "history.sqlite3").chmod(0o400)
    closable.chmod(0o500)
    done = limited("history", "--json", data=closable)
    assert done.returncode == 0, done.stderr
    assert [row["score"] for row in json.loads(done.stdout)] == [None, 100]
    goes_on_unkept(limited(*PLAY, typed="1\n1\n", data=closable), str(closable))
    # A play taken up from there goes on, unkept.
    done = limited("play", "--resume", "--plain", typed="u\n1\n1\n", data=closable)
    assert done.returncode == 0, done.stderr
    assert "This play is not kept" in done.stderr
    done = limited("forget", "--all", "--yes", data=closable)
    assert done.returncode == 1
    assert "Nothing was forgotten" in done.stderr


def test_a_file_where_the_folder_should_be(tmp_path):
    path = tmp_path / "kept"
    path.write_text("not a folder")
    done = trainer(*PLAY, typed="1\n1\n", environment={"TRAINER_DATA": str(path)})
    goes_on_unkept(done, str(path))
    assert path.read_text() == "not a folder"


@pytest.mark.parametrize("limit", [0, 2_000, 5_000, 20_000, 40_000, 60_000])
def test_a_disk_that_is_full_from_the_start(tmp_path, limit):
    folder = tmp_path / "kept"
    done = limited(*PLAY, typed="1\n1\n", data=folder, limit=limit)
    goes_on_unkept(done, "full" if "fails" in done.stderr else "no room left")
    # What was begun there does no harm once there is room again.
    done = trainer(*PLAY, typed="1\n1\n", environment={"TRAINER_DATA": str(folder)})
    assert done.returncode == 0
    assert done.stderr == ""
    done = trainer("history", "--json", environment={"TRAINER_DATA": str(folder)})
    assert [row["score"] for row in json.loads(done.stdout)] == [100]


def test_a_disk_that_fills_up_in_the_middle_keeps_what_it_had_taken(folder, clock):
    window = Window(folder, clock)
    keeper = window.play("but-you", "<")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    taken = (folder / "history.sqlite3-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (taken, before[1]))
    try:
        keeper.move("own-it")
        assert not keeper.is_kept
        assert window.moves(keeper.number) == ["but-you", "<"]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert len(window.told) == 1
    keeper.move("sweep")
    assert keeper.is_kept
    assert window.moves(keeper.number) == ["but-you", "<", "own-it", "sweep"]
    window.history.close()


def test_a_damaged_file_on_a_full_disk_stays_where_it_is(tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "history.sqlite3"
    path.write_bytes(b"garbage" * 2000)
    done = limited(*PLAY, typed="1\n1\n", data=folder, limit=9_000)
    goes_on_unkept(done, "")
    assert path.read_bytes() == b"garbage" * 2000
    assert [each.name for each in folder.iterdir()] == ["history.sqlite3"]
