"""What ``trainer check`` does: files and folders in, problems out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trainer.scenario.checks import check_story
from trainer.scenario.files import PRINCIPLES, SKILLS, load, load_catalogue
from trainer.scenario.library import same_ids, scenario_files, shipped_catalogue, shipped_folder
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import Problem, in_order


@dataclass(slots=True)
class Checked:
    """How many files were looked at, and what was found in them."""

    files: int = 0
    problems: list[Problem] = field(default_factory=list)


def check_file(path: str, catalogue: Catalogue) -> list[Problem]:
    """Every problem of one scenario file."""
    loaded = load(path, catalogue)
    if loaded.scenario is None or loaded.graph is None:
        return loaded.problems
    return loaded.problems + check_story(loaded.scenario, loaded.graph, catalogue)


def check(paths: Sequence[str]) -> Checked:
    """Checks files and folders; none means the shipped library.

    A folder is a library: its ids must differ, and catalogues at its top are used beside the
    shipped ones. A file that a folder also holds is told of once.
    """
    catalogue = shipped_catalogue()
    result = Checked()
    seen: set[str] = set()
    for path in paths or [shipped_folder()]:
        known = catalogue
        files: list[str] = [path]
        if os.path.isdir(path):
            files = list(scenario_files(path))
            own, problems = load_catalogue(path, catalogue)
            known = own.extended(catalogue) if own.principles or own.skills else catalogue
            result.files += sum(1 for _ in _catalogues(path))
            result.problems += problems + same_ids(files)
        for file in files:
            if os.path.realpath(file) in seen:
                continue
            seen.add(os.path.realpath(file))
            result.files += 1
            if os.path.basename(file) in (PRINCIPLES, SKILLS):
                folder = os.path.dirname(file)
                _, problems = load_catalogue(folder, catalogue)
                result.problems += [each for each in problems if each.path == file]
            else:
                result.problems += check_file(file, known)
    result.problems = in_order(result.problems)
    return result


def _catalogues(folder: str) -> Iterator[str]:
    for name in (PRINCIPLES, SKILLS):
        if os.path.lexists(os.path.join(folder, name)):
            yield name
