"""What home has to choose from, and which of it is shown in what order. Nothing here draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from trainer.scenario.library import Entry, Library
from trainer.scenario.model import Head
from trainer.scenario.problems import Problem
from trainer.scenario.record import record
from trainer.scenario.texts import put_names
from trainer.settings import leaves_out

if TYPE_CHECKING:
    from trainer.history.model import Figures, KeptPlay

#: The orders to turn through, each with its heading.
BY_SKILL, BY_LEVEL, BY_LENGTH, NEW_FIRST = "skill", "level", "length", "new"
ORDERS = {
    BY_SKILL: "by skill",
    BY_LEVEL: "gentlest first",
    BY_LENGTH: "shortest first",
    NEW_FIRST: "not yet played first",
}

_NOTHING: Mapping[str, Any] = MappingProxyType({})


@record
class LookBack:
    """What was: the figures by scenario id, the plays without an ending (the newest first), and the
    time now in ms.

    ``trouble`` says why that could not be read; nothing where it could. ``weakest`` is the
    principle that had the most room lately, if any had.
    """

    figures: Mapping[str, Figures] = _NOTHING
    left: Sequence[KeptPlay] = ()
    now: int = 0
    trouble: str = ""
    weakest: str = ""

    @property
    def is_first_time(self) -> bool:
        """Whether nothing was ever played."""
        return not (self.figures or self.left or self.trouble)


@record
class Files:
    """What reading every file whole has shown: what is wrong, and the endings by path."""

    problems: Sequence[Problem] = ()
    endings: Mapping[str, Set[str]] = _NOTHING


def read_whole(library: Library, stop: Callable[[], bool]) -> Files | None:
    """Reads every file whole; None where it was to stop."""
    found: list[Problem] = []
    endings: dict[str, Set[str]] = {}
    for entry in library.entries:
        if stop():
            return None
        loaded = library.load(entry)
        found += [each for each in loaded.problems if each.is_error]
        if loaded.scenario is not None:
            nodes = loaded.scenario.nodes.values()
            endings[entry.head.path] = {node.id for node in nodes if node.ending is not None}
    return None if stop() else Files(found, endings)


class Shelf:
    """The scenarios of a library, as home looks at them."""

    def __init__(self, library: Library, left_out: Sequence[str] = ()) -> None:
        """``left_out`` are words; what carries a content note with one of them is not shown."""
        self.catalogue = library.catalogue
        self.entries: dict[str, Entry] = {
            str(number): entry for number, entry in enumerate(library.entries)
        }
        self.look_back: LookBack | None = None
        self.order = BY_SKILL
        self.find = ""
        self.leave_out(left_out)
        self.files = Files()

    def leave_out(self, words: Sequence[str]) -> None:
        """Leaves out what carries a content note with one of these words, and nothing else."""
        self._left_out = tuple(words)

    # What is known of a scenario

    def problems_of(self, entry: Entry) -> int:
        """How many errors its file has."""
        return sum(problem.path == entry.head.path for problem in self.files.problems)

    def figures_of(self, entry: Entry) -> Figures | None:
        """What was, where it was played before."""
        return None if self.look_back is None else self.look_back.figures.get(entry.head.id)

    def endings_of(self, entry: Entry) -> tuple[int, int] | None:
        """How many endings were found, of how many; None as long as its file is not read."""
        known = self.files.endings.get(entry.head.path)
        if known is None:
            return None
        figures = self.figures_of(entry)
        return len(known & figures.endings_found) if figures else 0, len(known)

    # What is shown

    def is_left_out(self, head: Head) -> bool:
        """Whether it carries a content note that the player does not want."""
        return leaves_out(self._left_out, head.content_notes)

    @property
    def left_out_count(self) -> int:
        """How many scenarios are left out for their notes."""
        return sum(self.is_left_out(entry.head) for entry in self.entries.values())

    @property
    def visible(self) -> list[str]:
        """What is shown, in home's own order."""
        words = self.find.casefold().split()
        return [
            key
            for key, entry in self.entries.items()
            if not self.is_left_out(entry.head) and (not words or self._has_all(entry.head, words))
        ]

    def _has_all(self, head: Head, words: Sequence[str]) -> bool:
        skill = self.catalogue.skills.get(head.skill)
        texts = [
            head.title,
            head.premise,
            skill.title if skill else head.skill,
            *(self.catalogue.title_of(principle) for principle in head.focus),
            *head.content_notes,
        ]
        text = put_names("\n".join(texts), head.names).casefold()
        return all(word in text for word in words)

    @property
    def playable(self) -> list[Entry]:
        """What is shown and can be played."""
        shown = [self.entries[key] for key in self.visible]
        return [entry for entry in shown if not self.problems_of(entry)]

    def groups(self) -> list[tuple[str, list[str]]]:
        """What is shown, as headings with what stands under them."""
        keys = self.visible
        if self.order == BY_SKILL:
            found: dict[str, list[str]] = {}
            for key in keys:
                found.setdefault(self.entries[key].head.skill, []).append(key)
            return [(self.title(skill), under) for skill, under in found.items()]
        if self.order == BY_LEVEL:
            keys.sort(key=lambda key: self.entries[key].head.level)
        elif self.order == BY_LENGTH:
            keys.sort(key=lambda key: self.entries[key].head.minutes)
        else:
            keys.sort(key=lambda key: self.figures_of(self.entries[key]) is not None)
        return [(ORDERS[self.order], keys)] if keys else []

    def first_beside(self, key: str, by: int) -> str | None:
        """The first of the group after the one that a scenario is in, or of the one before."""
        groups = [keys for _, keys in self.groups()]
        here = next((at for at, keys in enumerate(groups) if key in keys), -1)
        return groups[here + by][0] if 0 <= here + by < len(groups) else None

    def first_of(self, skill: str) -> str | None:
        """The first scenario of a skill among those that are shown."""
        return next((k for k in self.visible if self.entries[k].head.skill == skill), None)

    @property
    def notes(self) -> list[str]:
        """All content notes there are."""
        heads = [entry.head for entry in self.entries.values()]
        found = {put_names(n, head.names) for head in heads for n in head.content_notes}
        return sorted(found, key=str.casefold)

    def title(self, skill: str) -> str:
        """A skill's title."""
        known = self.catalogue.skills.get(skill)
        return known.title if known else skill

    def skills(self) -> dict[str, list[Entry]]:
        """The skills, each with those of its scenarios that are not left out."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            if not self.is_left_out(entry.head):
                found.setdefault(entry.head.skill, []).append(entry)
        return found

    def turn(self) -> None:
        """Goes on to the next order."""
        orders = list(ORDERS)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]

    @property
    def left(self) -> list[KeptPlay]:
        """The plays to go on with, the newest first, unless their scenario is left out."""
        return (
            []
            if self.look_back is None
            else list(filter(self._can_be_offered, self.look_back.left))
        )

    @property
    def unfinished(self) -> KeptPlay | None:
        """The newest play to go on with."""
        return next(iter(self.left), None)

    def _can_be_offered(self, play: KeptPlay) -> bool:
        heads = [e.head for e in self.entries.values() if e.head.id == play.scenario]
        return not heads or not all(self.is_left_out(head) for head in heads)
