"""``trainer history``, ``export`` and ``where``."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.history.commanding import command
from tests.history.conftest import TWO_CUPS
from tests.running import trainer
from trainer import __version__
from trainer.history.exporting import ABOUT


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """The data folder of the commands, not there yet."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TRAINER_DATA", str(folder))
    return folder


def played(typed: str, *arguments: object, scenario: Path = TWO_CUPS) -> str:
    return command("play", scenario, "--plain", "--in-order", *arguments, typed=typed).stdout


def own_copy(tmp_path: Path) -> Path:
    path = tmp_path / "two-cups.yaml"
    path.write_text(TWO_CUPS.read_text(encoding="utf-8"), encoding="utf-8")
    return path


# trainer history


def test_asking_where_nothing_is_makes_nothing(data):
    for arguments in (["history"], ["history", "--json"], ["where"], ["play", "--resume"]):
        done = command(*arguments)
        assert "Traceback" not in done.stderr
    assert command("history", "--json").stdout == "[]\n"
    assert "Nothing was played yet." in command("history").stderr
    assert not data.exists()


def test_the_list_has_the_newest_first(data):
    played("2\nu\n1\n1\n")
    played("1\n", "--as", "robin")
    played("1\n")
    lines = command("history").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["3", "2", "1"]
    assert lines[0].endswith("Two cups (two-cups), as sam: left after one line")
    assert "as robin: repaired" in lines[1]
    assert lines[2].endswith("Two cups (two-cups), as sam: repaired, 58 of 100")
    assert re.match(r" +3  \d{4}-\d\d-\d\d \d\d:\d\d  Two cups", lines[0])
    newest, _, oldest = json.loads(command("history", "--json").stdout)
    assert newest["ended"] is None
    assert newest["lines"] == 1
    assert oldest["ending"] == {"node": "whole", "kind": "repaired", "title": "Swept up"}
    assert (oldest["score"], oldest["number"], oldest["seats"]) == (58, 1, ["sam"])


def test_a_debrief_is_shown_again_as_it_was(data, tmp_path):
    report = tmp_path / "r.json"
    out = played("2\nu\n1\n1\n", "--report", report)
    debrief = out.split("\nDebrief\n")[1]
    done = command("history", "1")
    assert done.returncode == 0
    assert done.stdout.split("\nDebrief\n")[1] == debrief
    assert json.loads(command("history", "1", "--json").stdout) == json.loads(report.read_text())


def test_it_is_as_it_was_after_the_scenario_was_edited_or_lost(data, tmp_path):
    path = own_copy(tmp_path)
    debrief = played("1\n1\n", scenario=path).split("\nDebrief\n")[1]
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("marks: {acknowledge: 2, impact: 1}", "marks: {acknowledge: 1}"))
    assert command("history", "1").stdout.split("\nDebrief\n")[1] == debrief
    path.unlink()
    assert command("history", "1").stdout.split("\nDebrief\n")[1] == debrief


def test_without_its_text_the_figures_of_then_are_shown(data, tmp_path):
    played("2\nu\n1\n1\n", "--report", tmp_path / "r.json")
    file = sqlite3.connect(data / "history.sqlite3")
    file.execute("DELETE FROM texts")
    file.commit()
    file.close()
    out = command("history", "1").stdout
    assert "58 of 100." in out
    assert "the figures of then" in out
    assert "Line 1. You chose: You know I only said it because you left it there." in out
    assert "It left five points on the table. Endings still open after it: repaired, apart." in out
    report = json.loads((tmp_path / "r.json").read_text())
    bare = json.loads(command("history", "1", "--json").stdout)
    assert bare["seats"]["sam"]["decisions"] == report["seats"]["sam"]["decisions"]
    assert bare["ending"] == report["ending"]


def test_figures_are_never_counted_anew(data):
    """Where today's program would count otherwise, what is kept is shown."""
    played("1\n1\n")
    file = sqlite3.connect(data / "history.sqlite3")
    file.execute("UPDATE decisions SET score = 71")
    file.execute("UPDATE plays SET score = 71")
    file.commit()
    file.close()
    assert "71 of 100." in command("history", "1").stdout


def test_a_play_that_was_left_says_so(data):
    played("1\n")
    done = command("history", "1")
    assert done.returncode == 0
    assert "It was left after one line." in done.stdout
    assert json.loads(command("history", "1", "--json").stdout)["ending"] is None


@pytest.mark.parametrize("number", ["7", "0", "-1", "99999999999999999999"])
def test_a_play_that_is_not_there_is_told(data, number):
    played("1\n1\n")
    done = command("history", "--", number)
    assert done.returncode == 2
    assert "There is no play" in done.stderr


# trainer export


def test_everything_is_exported_with_what_it_means(data, tmp_path):
    played("2\nu\n1\n1\n")
    played("1\n", "--seed", "5")
    path = tmp_path / "out.json"
    done = command("export", path)
    assert done.returncode == 0
    assert "Two plays written" in done.stderr
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["format"], found["version"]) == ("trainer-history", 1)
    assert found["trainer"] == __version__
    assert found["about"] == ABOUT.splitlines()
    first, second = found["plays"]
    assert found["texts"][first["digest"]] == TWO_CUPS.read_text(encoding="utf-8")
    assert [move["move"] for move in first["moves"]] == ["but-you", "<", "own-it", "sweep"]
    assert first["decisions"][0]["choice"] == "but-you"
    assert first["decisions"][0]["marks"] == {"acknowledge": -1, "non-defensive": -1}
    assert (second["ended"], second["decisions"], second["score"]) == (None, [], None)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", first["began"])


def test_every_key_of_the_export_is_explained_in_it(data, tmp_path):
    played("2\nu\n1\n1\n")
    path = tmp_path / "out.json"
    command("export", path)
    found = json.loads(path.read_text(encoding="utf-8"))
    keys = {*found, *found["plays"][0], *found["plays"][0]["ending"]}
    for part in ("moves", "decisions"):
        keys |= set(found["plays"][0][part][0])
    words = set(re.findall(r"[a-z_]+", ABOUT))
    assert keys <= words, keys - words


def test_an_export_of_nothing_is_whole_and_makes_nothing(data, tmp_path):
    path = tmp_path / "out.json"
    assert command("export", path).returncode == 0
    assert json.loads(path.read_text())["plays"] == []
    assert not data.exists()


def test_an_older_export_is_replaced_by_a_whole_one_only(data, tmp_path):
    played("1\n1\n")
    path = tmp_path / "out.json"
    path.write_text("old")
    command("export", path)
    assert len(json.loads(path.read_text())["plays"]) == 1
    assert sorted(each.name for each in tmp_path.iterdir()) == ["data", "out.json"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    done = command("export", tmp_path / "no" / "out.json")
    assert done.returncode == 1
    assert "It was not written to" in done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="no such file here")
def test_an_export_into_a_pipe(data):
    played("1\n1\n")
    done = trainer("export", "/dev/stdout")
    assert len(json.loads(done.stdout)["plays"]) == 1


# trainer where


def test_where_tells_versions_and_places_but_nothing_private(data, tmp_path):
    played("1\n1\n")
    home = str(tmp_path)
    done = trainer("where", environment={"HOME": home, "USERPROFILE": home, "TERM": "xterm-odd"})
    lines = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert lines["trainer"] == __version__
    assert lines["sqlite"] == sqlite3.sqlite_version
    assert re.match(r"3\.\d+\.\d+", lines["python"])
    assert re.match(r"\d+\.\d+", lines["textual"])
    assert lines["data"] == f"folder ~{os.sep}data"
    assert "TERM=xterm-odd" in lines["terminal"]
    assert home not in done.stdout
    assert "two-cups" not in done.stdout
