"""The quiet line under home: files that are not well, and what else is to be told."""

from __future__ import annotations

from collections.abc import Sequence
from os.path import basename

from textual.content import Content

from trainer.scenario.library import Library
from trainer.scenario.problems import Problem, in_order
from trainer.tui.bars import Notice
from trainer.tui.text import EMPTY, join, shown


class HomeNotice(Notice):
    """One line, there only while there is something to tell."""

    def __init__(self, library: Library, of_settings: Sequence[Problem]) -> None:
        super().__init__(id="notice")
        self._shipped = {entry.head.path for entry in library.entries if not entry.own}
        self._of_settings = tuple(of_settings)
        self._of_files = list(library.problems)
        self._words: list[str] = []
        self._show()

    @property
    def problems(self) -> list[Problem]:
        """All problems that are known."""
        return [*self._of_settings, *self._of_files]

    def note(self, found: Sequence[Problem]) -> None:
        """Takes over problems that were found."""
        self._of_files = in_order([*self._of_files, *found])
        self._show()

    def note_settings(self, found: Sequence[Problem]) -> None:
        """Takes over problems of the settings that were found later."""
        self._of_settings = (*self._of_settings, *found)
        self._show()

    def add(self, words: Sequence[str]) -> None:
        """Tells something, once, before all else."""
        self._words += [each for each in words if each not in self._words]
        self._show()

    def _show(self) -> None:
        parts = [shown(each, "caution") for each in self._words]
        more = EMPTY
        if self._of_settings:
            first, *others = self._of_settings
            lines = ", ".join(str(each.line) for each in self._of_settings)
            where = f"▼ {basename(first.path)}, line{'s' * bool(others)} {lines}"
            if others:
                parts.append(shown(f"{where} ", "caution") + _p_tells())
            else:
                parts.append(shown(f"{where}: ", "caution") + shown(first.message))
                more = shown("p", "key") + shown(" more", "muted")
        if self._of_files:
            files = len({problem.path for problem in self._of_files})
            own = all(problem.path not in self._shipped for problem in self._of_files)
            words = "1 file" if files == 1 else f"{files} files"
            has = "has a problem" if files == 1 else "have problems"
            parts.append(
                shown(f"▼ {words}{' of yours' if own else ''} {has}", "caution")
                + shown(" ")
                + _p_tells()
                + shown(" · all others can be played", "muted")
            )
        self.display = bool(parts)
        self.tell(join(parts, "  "), more)


def _p_tells() -> Content:
    """The way to what is wrong."""
    return shown("· ", "muted") + shown("p", "key") + shown(" tells which", "muted")
