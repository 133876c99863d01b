"""Libraries on a bad day: every problem is told once, and the rest can be used."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.authoring.libraries import WORKED, library
from tests.unit.building import BASE, changed
from trainer.scenario import checking, library_checks
from trainer.scenario.checking import check
from trainer.scenario.files import Loaded
from trainer.scenario.library import open_library
from trainer.scenario.model import Catalogue


def test_a_thousand_files_of_which_fifty_are_broken(tmp_path: Path):
    broken = WORKED.replace("goto: dark", "goto: drak").replace("robin: {name", "robyn: {name")
    for number in range(1000):
        text = broken if number % 20 == 0 else WORKED
        library(tmp_path, **{f"late_{number}": text})
    result = check([str(tmp_path)])
    assert result.files == 1000
    assert len(set(result.problems)) == len(result.problems)
    errors = Counter(each.code for each in result.problems if each.is_error)
    assert errors == {"unknown-node": 50, "unknown-role": 50, "unreachable-node": 50}
    told = Counter(each.code for each in result.problems if not each.is_error)
    assert told["guessable"] == 5
    opened = open_library([str(tmp_path)])
    own = [entry for entry in opened.entries if entry.own]
    assert len(own) == 1000  # heads are well; what is wrong stands further down
    usable = [entry for entry in own if opened.load(entry).scenario is not None]
    assert len(usable) == 950


def test_files_that_vanish_or_change_while_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = library(tmp_path, a=BASE, b=BASE, c=BASE, d=BASE)
    load = checking.load

    def load_slowly(path: str, catalogue: Catalogue) -> Loaded:
        if path.endswith("a.yaml"):
            (tmp_path / "b.yaml").unlink()
            (tmp_path / "c.yaml").write_text("title: half of a file\npremi")
        return load(path, catalogue)

    monkeypatch.setattr(checking, "load", load_slowly)
    result = check([folder])
    told = {os.path.basename(e.path): e.code for e in result.problems if e.is_error}
    assert told["b.yaml"] == "cannot-read"
    assert "c.yaml" in told
    assert "a.yaml" not in told
    assert "d.yaml" not in told
    assert result.files == 4


def test_a_catalogue_that_vanishes_before_its_place_is_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = library(tmp_path, late=BASE)
    (tmp_path / "skills.yaml").write_text("nonsense: [")
    monkeypatch.setattr(library_checks.os.path, "lexists", lambda path: True)
    lacking = [each for each in check([folder]).problems if each.code == "not-practised"]
    assert {each.path for each in lacking} == {folder}
    (tmp_path / "skills.yaml").unlink()
    lacking = [each for each in check([folder]).problems if each.code == "not-practised"]
    assert {each.path for each in lacking} == {folder}


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = library(tmp_path, late=BASE)
    library(tmp_path / "locked", inner=BASE)
    scandir = os.scandir

    def guarded(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    told = [each for each in check([folder]).problems if each.is_error]
    assert [(each.code, each.path) for each in told] == [("cannot-read", f"{folder}/locked")]
    assert "Permission denied" in told[0].message
    (told,) = check([f"{folder}/locked"]).problems
    assert (told.code, told.line, told.column) == ("cannot-read", 1, 1)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links")
def test_a_loop_of_links(tmp_path: Path):
    folder = library(tmp_path, late=BASE)
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "one.yaml").symlink_to(tmp_path / "two.yaml")
    (tmp_path / "two.yaml").symlink_to(tmp_path / "one.yaml")
    told = [(os.path.basename(e.path), e.code) for e in check([folder]).problems if e.is_error]
    assert told == [("one.yaml", "cannot-read"), ("two.yaml", "cannot-read")]


def test_what_is_no_file_and_what_is_not_there(tmp_path: Path):
    os.mkdir(tmp_path / "folder.yaml")
    folder = library(tmp_path, late=changed(("title: The late bowl", "title: The bowl")))
    result = check([folder, f"{folder}/none", f"{folder}/none.yaml"])
    errors = [(os.path.basename(each.path), each.code) for each in result.problems if each.is_error]
    assert errors == [("none", "cannot-read"), ("none.yaml", "cannot-read")]
