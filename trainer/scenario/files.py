"""From a path to what is in the file: a scenario, its head, or the catalogues."""

from __future__ import annotations

import os
import re

from trainer.scenario.catalogue_reading import CatalogueReader
from trainer.scenario.head_reading import OPTIONAL, REQUIRED, STORY, STORY_OPTIONAL, HeadReader
from trainer.scenario.loading import parse
from trainer.scenario.model import Catalogue, Family, Head, Principle, Scenario, Skill
from trainer.scenario.problems import Problem
from trainer.scenario.reading import Shape
from trainer.scenario.record import changed, record
from trainer.scenario.source import Source, decode, read_bytes, read_start
from trainer.scenario.traps import ID
from trainer.scenario.tree import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from trainer.scenario.graph import Graph

PRINCIPLES, SKILLS = "principles.yaml", "skills.yaml"
EMPTY = Catalogue({}, {}, {})

_HEAD = Shape(REQUIRED, (*OPTIONAL, *STORY, *STORY_OPTIONAL))

# Where a file's head ends: at its walkthroughs, where nothing but `nodes` comes after them (no list
# shows them, and they are as long as all that stands before), else at `nodes`.
_HEAD_ENDS = rb"(?m)^(walkthroughs:[ ]*\r?\n(?:(?:[ #-].*)?\r?\n)*nodes:|nodes:)"

_HEAD_BYTES = 1 << 14  # heads are much shorter; of a file whose head is not, all is read


@record
class Loaded:
    """A file that was read: its scenario, if it holds to every rule, and all of its problems.

    The graph is there where the story could be explored to its end without an error.
    """

    scenario: Scenario | None
    problems: list[Problem]
    graph: Graph | None = None


def is_id(word: str) -> bool:
    """Whether a word can be a scenario's id, which is its file's stem."""
    return re.fullmatch(ID, word) is not None


def source_of(path: str) -> tuple[Source, bytes]:
    """The text of a file and its bytes; where it cannot be read, the Source says why."""
    try:
        data = read_bytes(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        source = Source(path, "")
        source.add("cannot-read", (1, 1), f"the file cannot be read: {reason}")
        return source, b""
    return decode(path, data), data


def load(path: str, catalogue: Catalogue) -> Loaded:
    """A scenario file, held to every rule of the format. Never raises for what is in it."""
    source, data = source_of(path)
    if source.failed:
        return Loaded(None, source.problems)
    loaded = load_text(source, catalogue)
    if loaded.scenario is None:
        return loaded
    return changed(loaded, scenario=changed(loaded.scenario, source=data))


def load_text(source: Source, catalogue: Catalogue) -> Loaded:
    """A scenario's text, held to every rule of the format."""
    # Not needed for a list of heads, which is all that stands before the app's first frame.
    from trainer.scenario.story_reading import StoryReader
    from trainer.scenario.story_rules import explored, unreachable

    reader = StoryReader(source, catalogue)
    draft = reader.scenario(parse(source))
    if draft is None:
        return Loaded(None, source.problems)
    if not is_id(draft.id):
        source.add(
            "odd-file-name",
            (1, 1),
            f"the file's name is the scenario's id, and `{draft.id}` cannot be one; use lower-case "
            "letters and figures joined by -",
        )
    unreachable(source, draft)
    graph = explored(source, draft) if reader.sound and draft.start else None
    if source.failed:
        return Loaded(None, source.problems)
    return Loaded(draft, source.problems, graph)


def load_head(path: str, catalogue: Catalogue) -> tuple[Head | None, list[Problem]]:
    """Only what stands before ``nodes``: enough for a list, at a fraction of the cost.

    A file whose ``nodes`` come earlier is read whole.
    """
    try:
        data = read_start(path, _HEAD_BYTES)
        ends = re.search(_HEAD_ENDS, data) if data else None
        data = data[: ends.start()] if data and ends else read_bytes(path)
    except (OSError, ValueError):
        return None, source_of(path)[0].problems
    source = decode(path, data)
    root = None if source.failed else parse(source)
    if not isinstance(root, Mapping) or not _HEAD.required_set <= root.pairs.keys():
        # What is missing may come after `nodes`; and reading it whole tells what is wrong.
        source, _ = source_of(path)
        root = None if source.failed else parse(source)
    if source.failed:
        return None, source.problems
    if not isinstance(root, Mapping):  # empty, or a list: reading it whole tells which
        return None, load(path, catalogue).problems
    reader = HeadReader(source, catalogue)
    fields = reader.fields(root, "a scenario", _HEAD, (1, 1))
    head = reader.head(fields) if fields else None
    return (None if source.failed else head), source.problems


def load_catalogue(folder: str, beside: Catalogue = EMPTY) -> tuple[Catalogue, list[Problem]]:
    """The catalogues in a folder; one that is not there counts as empty.

    The skills may name the families of ``beside`` too.
    """
    problems: list[Problem] = []
    families: dict[str, Family] = {}
    principles: dict[str, Principle] = {}
    skills: dict[str, Skill] = {}
    path = os.path.join(folder, PRINCIPLES)
    if os.path.lexists(path):
        source, _ = source_of(path)
        if not source.failed and (root := parse(source)) is not None:
            families, principles = CatalogueReader(source).principles(root)
        problems += source.problems
    path = os.path.join(folder, SKILLS)
    if os.path.lexists(path):
        source, _ = source_of(path)
        if not source.failed and (root := parse(source)) is not None:
            skills = CatalogueReader(source).skills(root, {**beside.families, **families})
        problems += source.problems
    return Catalogue(families, principles, skills), problems
