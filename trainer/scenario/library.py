"""Finds scenarios and catalogues: the shipped ones and the player's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from trainer.scenario.files import PRINCIPLES, SKILLS, Loaded, load, load_catalogue, load_head
from trainer.scenario.head_reading import id_of
from trainer.scenario.model import Catalogue, Head
from trainer.scenario.problems import Problem, in_order, problem
from trainer.scenario.record import record

ENDINGS = (".yaml", ".yml")


def shipped_folder() -> str:
    """Where the scenarios that come with the program lie: in the package, else in the checkout."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "scenarios")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "scenarios")


def scenario_files(folder: str, refused: Callable[[OSError], None] | None = None) -> Iterator[str]:
    """The scenario files under a folder, sorted; hidden ones and the catalogues left out.

    Links to folders are not followed, so a loop of links does no harm. ``refused`` is told of each
    folder that cannot be looked into.
    """
    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(ENDINGS) and name[0] != "." and name not in (PRINCIPLES, SKILLS):
                yield os.path.join(here, name)


@record
class Entry:
    """A scenario in a library: its head, and whether it is the player's own."""

    head: Head
    own: bool = False


class Library:
    """The shipped scenarios, and the player's own beside them."""

    def __init__(self, catalogue: Catalogue, problems: list[Problem]) -> None:
        self.catalogue = catalogue
        self.entries: list[Entry] = []
        self.problems = problems

    def find(self, scenario_id: str) -> Entry | None:
        """The scenario with that id; the shipped one first."""
        found = [entry for entry in self.entries if entry.head.id == scenario_id]
        return min(found, key=lambda entry: entry.own, default=None)

    def nearest(self, scenario_id: str) -> list[str]:
        """The ids that are most like ``scenario_id``, at most three."""
        from difflib import get_close_matches

        known = list(dict.fromkeys(entry.head.id for entry in self.entries))
        return get_close_matches(scenario_id[:80].lower(), known, n=3, cutoff=0.5)

    def load(self, entry: Entry) -> Loaded:
        """The whole scenario of an entry."""
        return load(entry.head.path, self.catalogue)

    def of_skill(self, skill: str) -> list[Entry]:
        """The scenarios of a skill, in home's order."""
        return [entry for entry in self.entries if entry.head.skill == skill]


def shipped_catalogue() -> Catalogue:
    """The catalogues that come with the program."""
    return load_catalogue(shipped_folder())[0]


def full_catalogue(own_folders: Sequence[str] = ()) -> Catalogue:
    """The shipped catalogues, with those of the player's own folders beside them."""
    catalogue = shipped_catalogue()
    for folder in own_folders:
        catalogue = catalogue.extended(load_catalogue(folder, catalogue)[0])
    return catalogue


def path_of(scenario_id: str, folders: Sequence[str]) -> str | None:
    """The first file in these folders whose scenario has that id; None if there is none."""
    for folder in folders:
        for path in scenario_files(folder):
            if id_of(path) == scenario_id:
                return path
    return None


def open_library(own_folders: Sequence[str] = ()) -> Library:
    """The heads of every scenario: the shipped ones, and those of the player's own folders.

    A file that is not well is told in ``problems``; the others are there all the same. The order is
    home's: by skill as in the catalogue, then level, minutes and title.
    """
    shipped = shipped_folder()
    catalogue, problems = load_catalogue(shipped)
    for folder in own_folders:
        own, found = load_catalogue(folder, catalogue)
        catalogue = catalogue.extended(own)
        problems += found
    library = Library(catalogue, problems=problems)
    for folder in (shipped, *own_folders):
        if not os.path.isdir(folder):
            library.problems.append(
                problem(folder, (1, 1), "cannot-read", "there is no such folder of scenarios")
            )
        for path in scenario_files(folder):
            head, found = load_head(path, catalogue)
            library.problems += [each for each in found if each.is_error]
            if head is not None:
                library.entries.append(Entry(head, folder != shipped))
        library.problems += same_ids(
            entry.head.path for entry in library.entries if entry.own == (folder != shipped)
        )
    skills = list(catalogue.skills)
    library.entries.sort(
        key=lambda entry: (
            skills.index(entry.head.skill),
            entry.head.level,
            entry.head.minutes,
            entry.head.title,
            entry.own,
        )
    )
    library.problems = in_order(library.problems)
    return library


def same_ids(paths: Iterator[str] | Sequence[str]) -> list[Problem]:
    """Tells of files in one library that have the same id."""
    first: dict[str, str] = {}
    found = []
    for path in paths:
        known = first.setdefault(id_of(path), path)
        if known != path:
            found.append(
                problem(
                    path,
                    (1, 1),
                    "duplicate-id",
                    f"`{id_of(path)}` is also the id of {known}; rename one of the files",
                )
            )
    return found
