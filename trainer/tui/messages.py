"""What screens ask of the app: to open another screen, or to go back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from trainer.history.model import KeptPlay
    from trainer.practice.play import Play
    from trainer.practice.practising import How, Practised, Typed
    from trainer.practice.report import Debrief
    from trainer.scenario.graph import Graph
    from trainer.scenario.library import Entry
    from trainer.scenario.model import Scenario
    from trainer.scenario.problems import Problem
    from trainer.tui.shelf import Files, LookBack


class Open(Message):
    """The player wants to see what is before a scenario's start."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry


class Begin(Message):
    """A play begins. The graph is the scenario's, where it is at hand.

    ``how`` is how it is practised (None: as the last one was). A replay has the ``moves`` that it
    begins with, and is played from the line after them.
    """

    def __init__(
        self,
        scenario: Scenario,
        seat: str,
        graph: Graph | None = None,
        *,
        how: How | None = None,
        moves: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__()
        self.scenario, self.seat, self.graph = scenario, seat, graph
        self.how, self.moves = how, moves


class Reached(Message):
    """A play has reached its ending."""

    def __init__(self, debrief: Debrief, graph: Graph) -> None:
        super().__init__()
        self.debrief, self.graph = debrief, graph


class HowItWent(Message):
    """The player wants to see how it went. ``practised`` is what they typed, ticked and guessed."""

    def __init__(self, debrief: Debrief, graph: Graph, practised: Practised | None = None) -> None:
        super().__init__()
        self.debrief, self.graph, self.practised = debrief, graph, practised


class Learn(Message):
    """The player wants to learn; ``skill`` is the one to begin with."""

    def __init__(self, skill: str | None = None) -> None:
        super().__init__()
        self.skill = skill


class TryKeys(Message):
    """The player wants to find the keys by using them."""


class TryRules(Message):
    """The player wants to try the rules of a skill."""

    def __init__(self, skill: str) -> None:
        super().__init__()
        self.skill = skill


class ShowMap(Message):
    """The player wants to see where a play went in its scenario.

    The graph is the scenario's, where it is at hand.
    """

    def __init__(self, play: Play, graph: Graph | None) -> None:
        super().__init__()
        self.play, self.graph = play, graph


class ShowMapOf(Message):
    """The player wants to see the map of a scenario that is not being played."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry


class SayAgain(Message):
    """The player wants to say a line again (``line`` counts those of their seat from 0)."""

    def __init__(self, debrief: Debrief, line: int, practised: Practised | None = None) -> None:
        super().__init__()
        self.debrief, self.line, self.practised = debrief, line, practised


class Resume(Message):
    """The player wants to go on with a play that was left."""

    def __init__(self, play: KeptPlay) -> None:
        super().__init__()
        self.play = play


class ShowLeft(Message):
    """The player wants to see all the plays that were left."""

    def __init__(self, plays: list[KeptPlay]) -> None:
        super().__init__()
        self.plays = plays


class Told(Message):
    """There is something to tell the player, whatever screen they are on."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class SaidAgain(Message):
    """A line of a play (its index) was said again, with these words and what was found in them."""

    def __init__(self, play: Play, line: int, typed: Typed) -> None:
        super().__init__()
        self.play, self.line, self.typed = play, line, typed


class TookAlong(Message):
    """A line is taken along into the week, after a play whose line (its index) it comes from."""

    def __init__(self, play: Play, line: int, text: str) -> None:
        super().__init__()
        self.play, self.line, self.text = play, line, text


class FilesRead(Message):
    """The whole library has been read."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self.files = files


class Remembered(Message):
    """What was played is known now."""

    def __init__(self, look_back: LookBack) -> None:
        super().__init__()
        self.look_back = look_back


class KeysLookedAt(Message):
    """Something is wrong with the player's own keys."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class ShowSettings(Message):
    """The player wants to see or change the settings."""


class Set(Message):
    """The player gives a setting another value."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__()
        self.name, self.value = name, value


class GoHome(Message):
    """Back to the first screen."""


class PlayTogether(Message):
    """Two people want to play; ``scenario`` is one that was chosen already."""

    def __init__(self, scenario: Scenario | None = None, graph: Graph | None = None) -> None:
        super().__init__()
        self.scenario, self.graph = scenario, graph


class StopForTonight(Message):
    """One of two people would rather leave it for tonight."""


class ShowProblems(Message):
    """The player wants to see what is wrong with some files."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems
