"""What is wrong with some files: the messages as they stand, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from textual.content import Content
from textual.widget import Widget

from trainer.scenario.problems import Problem
from trainer.tui.base import ReadingScreen
from trainer.tui.lines import Lines
from trainer.tui.text import Block, blank, labelled, para, shown


class ProblemsScreen(ReadingScreen):
    """The problems of the player's own files."""

    name_in_help = "problems in files"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Problems in files", "strong"), Content("")

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield Lines(problem_blocks(self._problems), tells=True, id="page")


def problem_blocks(problems: Sequence[Problem]) -> list[Block]:
    """Each file once, with its problems under it."""
    blocks: list[Block] = []
    if any(problem.code != "settings" for problem in problems):
        told = "These files cannot be played as they are. All others can."
        blocks += [para(shown(told)), blank()]
    if any(problem.code == "settings" for problem in problems):
        told = "What the settings say in these lines does not count, or not as it may be meant."
        blocks += [para(shown(told)), blank()]
    for path, found in groupby(problems, key=lambda problem: problem.path):
        blocks.append(para(shown(path, "strong"), measure=200))
        for each in found:
            place = f"line {each.line}, column {each.column}  "
            blocks.append(labelled(shown(place, "caution"), shown(each.message), indent=2))
        blocks.append(blank())
    if any(problem.code != "settings" for problem in problems):
        blocks.append(para(shown("`trainer check` tells the same in the shell.", "muted")))
    return blocks
