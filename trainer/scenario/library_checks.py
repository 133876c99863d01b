"""The warnings over a library: what no single file can be held to.

A library is a folder of scenarios. Its rules are held over the scenarios in it that can be played,
and only over skills that have one there. Each scenario is folded into figures as it is read, so
that memory does not grow with the number of files.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from trainer.scenario.files import SKILLS, source_of
from trainer.scenario.graph import Graph
from trainer.scenario.loading import parse
from trainer.scenario.model import Catalogue, Place, Scenario
from trainer.scenario.naive_players import APPEASER, MOST_LEAD, PLAYERS, RANDOM, NaiveFigures
from trainer.scenario.problems import Problem, problem
from trainer.scenario.tree import Mapping, Scalar, Sequence

_EXACT = 1e-9  # what floating point may add to a figure
_TOP: Place = (1, 1)


class LibraryCheck:
    """What is known so far of one folder of scenarios."""

    def __init__(self, folder: str, catalogue: Catalogue) -> None:
        self.folder = folder
        #: The folder as it was given; its name where that was `.` or the like.
        self.name = folder if folder.strip("./\\") else os.path.basename(os.path.abspath(folder))
        self.catalogue = catalogue
        self.figures = NaiveFigures()
        #: For each skill that has a scenario here the principles that are offered in it.
        self.offered: dict[str, set[str]] = {}
        #: Files that could not be read as scenarios: they may offer what is not found elsewhere.
        self.broken: list[str] = []

    def add(self, scenario: Scenario, graph: Graph) -> None:
        """Folds a scenario in; neither it nor its graph is kept."""
        self.figures.add(scenario, graph)
        offered = self.offered.setdefault(scenario.skill, set())
        for choices in {id(choices): choices for choices in graph.offered}.values():
            for choice in choices:
                offered.update(name for name, mark in choice.marks.items() if mark > 0)

    def add_broken(self, path: str) -> None:
        """Notes a file whose scenario could not be read."""
        self.broken.append(path)

    def merge(self, other: LibraryCheck) -> None:
        """Takes in what is known of other files of the same folder."""
        self.figures.merge(other.figures)
        for skill, offered in other.offered.items():
            self.offered.setdefault(skill, set()).update(offered)
        self.broken += other.broken

    def run(self) -> list[Problem]:
        """Every warning over the library."""
        return [*self.not_practised(), *self.guessable(), *self.appeasing()]

    # What a skill never practises

    def not_practised(self) -> Iterator[Problem]:
        for skill_id, offered in self.offered.items():
            skill = self.catalogue.skills[skill_id]
            lacking = [
                (family, principle.id)
                for family in skill.families
                for principle in self.catalogue.principles.values()
                if principle.family == family and principle.id not in offered
            ]
            for family, principle_id in lacking:
                if self.may_be_in_broken(principle_id):
                    continue
                path, place = self.family_place(skill_id, family)
                yield problem(
                    path,
                    place,
                    "not-practised",
                    f"no scenario of `{skill_id}` here offers `{principle_id}` (family "
                    f"`{family}`); mark a choice of one with it, or write a scenario that does",
                )

    def may_be_in_broken(self, word: str) -> bool:
        mark = re.compile(rf"\b{re.escape(word)}\s*:".encode())
        return any(mark.search(source_of(path)[1]) for path in self.broken)

    def family_place(self, skill: str, family: str) -> tuple[str, Place]:
        """Where the library's own skills.yaml gives a skill its family; else the folder itself."""
        path = os.path.join(self.folder, SKILLS)
        if os.path.lexists(path):
            source, _ = source_of(path)
            root = None if source.failed else parse(source)
            entry = root.get(skill) if isinstance(root, Mapping) else None
            families = entry.get("families") if isinstance(entry, Mapping) else None
            for item in families.items if isinstance(families, Sequence) else ():
                if isinstance(item, Scalar) and item.text == family:
                    return path, item.place
        return self.folder, _TOP

    # Keys that can be guessed

    def guessable(self) -> Iterator[Problem]:
        for player, what in PLAYERS.items():
            lead = self.figures.lead(player)
            if player == APPEASER or lead <= MOST_LEAD + _EXACT:
                continue
            most = ", ".join(
                f"`{each.node}` ({os.path.basename(each.path)}:{each.place[0]}, +{each.points:.0f})"
                for each in self.figures.top(player)
            )
            where = f"most by {most}" if most else "by the branches that it comes to"
            yield problem(
                *self.top_place(player),
                "guessable",
                f"the player `{player}`, who always takes {what}, is {lead:.1f} points above "
                f"chance over {self.name} (chance {self.shown(RANDOM)}, this player "
                f"{self.shown(player)}; {MOST_LEAD:.0f} points at most); {where}; give weak "
                "choices the same look there",
            )

    def top_place(self, player: str) -> tuple[str, Place]:
        """The decision that a player gains most by; the folder where it gains by none."""
        for each in self.figures.top(player):
            return each.path, each.place
        return self.folder, _TOP

    def appeasing(self) -> Iterator[Problem]:
        """Where nothing that appeases is ever on offer there is nobody to be told of."""
        if not self.figures.tempted or self.figures.lead(APPEASER) < -_EXACT:
            return
        yield problem(
            *self.top_place(APPEASER),
            "appeasing",
            f"the player `{APPEASER}`, who takes {PLAYERS[APPEASER]} whenever there is one, has "
            f"{self.shown(APPEASER)} over {self.name}, and chance {self.shown(RANDOM)}; let "
            "agreeing only to end it score less than the rest of its decision",
        )

    def shown(self, player: str) -> str:
        figure = self.figures.figure(player)
        return "none" if figure is None else f"{figure:.1f}"
