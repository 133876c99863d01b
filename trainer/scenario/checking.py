"""What ``trainer check`` does: files and folders in, problems out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from trainer.scenario.checks import check_story
from trainer.scenario.files import PRINCIPLES, SKILLS, Loaded, load, load_catalogue
from trainer.scenario.library import same_ids, scenario_files, shipped_catalogue, shipped_folder
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import Problem, in_order, problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trainer.scenario.library_checks import LibraryCheck

MANY = 100  # files from which on it pays to start other processes
PARTS = 8  # for each processor, so that none waits long for another at the end


class Checked:
    """How many files were looked at, and what was found in them."""

    def __init__(self) -> None:
        self.files = 0
        self.problems: list[Problem] = []


def check_loaded(loaded: Loaded, catalogue: Catalogue) -> list[Problem]:
    """Every problem of one scenario file that was read."""
    scenario, graph = loaded.scenario, loaded.graph
    if scenario is None or graph is None:
        return loaded.problems
    problems = loaded.problems + check_story(scenario, graph, catalogue)
    if scenario.walkthroughs:
        from trainer.scenario.walking import run_walkthroughs

        problems += run_walkthroughs(scenario)
    return problems


def check(paths: Sequence[str]) -> Checked:
    """Checks files and folders; none means the shipped library.

    A folder is a library: its ids must differ, catalogues at its top are used beside the shipped
    ones, and the rules over a library are held over it. A file that a folder also holds, and a
    folder that is named twice, is told of once.
    """
    catalogue = shipped_catalogue()
    result = Checked()
    seen: set[str] = set()
    for path in paths or [shipped_folder()]:
        if not os.path.isdir(path):
            _check_file(path, catalogue, result, seen)
        elif os.path.realpath(path) not in seen:
            seen.add(os.path.realpath(path))
            _check_folder(path, catalogue, result, seen)
    result.problems = in_order(result.problems)
    return result


def _check_file(path: str, catalogue: Catalogue, result: Checked, seen: set[str]) -> None:
    if os.path.realpath(path) in seen:
        return
    seen.add(os.path.realpath(path))
    result.files += 1
    if os.path.basename(path) in (PRINCIPLES, SKILLS):
        _, problems = load_catalogue(os.path.dirname(path), catalogue)
        result.problems += [each for each in problems if each.path == path]
    else:
        result.problems += check_loaded(load(path, catalogue), catalogue)


def _check_folder(folder: str, catalogue: Catalogue, result: Checked, seen: set[str]) -> None:
    from trainer.scenario.library_checks import LibraryCheck

    def refused(error: OSError) -> None:
        where = str(error.filename or folder)
        message = f"the folder cannot be looked into: {error.strerror}; its scenarios are left out"
        result.problems.append(problem(where, (1, 1), "cannot-read", message))

    files = list(scenario_files(folder, refused))
    own, problems = load_catalogue(folder, catalogue)
    known = own.extended(catalogue) if own.principles or own.skills else catalogue
    library = LibraryCheck(folder, known)
    result.files += sum(1 for _ in _catalogues(folder))
    result.problems += problems + same_ids(files)
    inside: set[str] = set()
    due: list[tuple[str, bool]] = []  # files, and whether their own problems are still to be told
    for file in files:
        real = os.path.realpath(file)
        if real in inside:  # a link to another file of this folder
            continue
        inside.add(real)
        due.append((file, real not in seen))
        result.files += real not in seen
        seen.add(real)
    for found, part in _shared_out(due, library):
        result.problems += found
        library.merge(part)
    result.problems += library.run()


def _shared_out(
    due: list[tuple[str, bool]], library: LibraryCheck
) -> Iterator[tuple[list[Problem], LibraryCheck]]:
    """Looks at files, many of them on all processors at once."""
    processors = os.cpu_count() or 1
    if len(due) < MANY or processors < 2:
        yield look_at(due, library.folder, library.catalogue)
        return
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(due) // (PARTS * processors))
    parts = [due[start : start + size] for start in range(0, len(due), size)]
    count = len(parts)
    try:
        with ProcessPoolExecutor(processors) as pool:
            folders, catalogues = [library.folder] * count, [library.catalogue] * count
            found = list(pool.map(look_at, parts, folders, catalogues))
    except (OSError, ImportError, RuntimeError):  # some systems allow no second process
        found = [look_at(due, library.folder, library.catalogue)]
    yield from found


def look_at(
    due: list[tuple[str, bool]], folder: str, catalogue: Catalogue
) -> tuple[list[Problem], LibraryCheck]:
    """The problems of some files of a library, and what the rules over it need of them."""
    from trainer.scenario.library_checks import LibraryCheck

    library, problems = LibraryCheck(folder, catalogue), []
    for file, to_tell in due:
        loaded = load(file, catalogue)
        if to_tell:
            problems += check_loaded(loaded, catalogue)
        if loaded.scenario is not None and loaded.graph is not None:
            library.add(loaded.scenario, loaded.graph)
        else:
            library.add_broken(file)
    return problems, library


def _catalogues(folder: str) -> Iterator[str]:
    for name in (PRINCIPLES, SKILLS):
        if os.path.lexists(os.path.join(folder, name)):
            yield name
