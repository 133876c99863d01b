"""The player's settings while the app runs: read once, and written when they change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingsMap, InvalidBinding

from trainer import settings
from trainer.paths import data_folder
from trainer.scenario.problems import ERROR, Problem
from trainer.scenario.record import changed
from trainer.tui.themes import DUSK, TERMINAL

if TYPE_CHECKING:
    from trainer.practice.practising import How
    from trainer.tui.habits import Habits


class Preferences:
    """The settings of this data folder, and what is wrong with their file."""

    def __init__(self) -> None:
        self.folder = data_folder()
        found = settings.read(self.folder)
        self.settings = found.settings
        self.problems = found.problems
        self.is_broken = found.is_broken
        self._key_lines = found.key_lines
        if found.settings.keys:
            self._leave_out_keys()

    def _leave_out_keys(self) -> None:
        """Leaves own keys out that cannot be pressed."""
        from trainer.tui.own_keys import trouble_with

        good = {}
        for name, key in self.settings.keys.items():
            if said := trouble_with(name, key):
                line = self._key_lines.get(name, 1)
                problem = Problem(self.path, line, 1, ERROR, "settings", said)
                self.problems = (*self.problems, problem)
            else:
                good[name] = key
        self.settings = changed(self.settings, keys=good)

    def look_at_keys(self) -> list[Problem]:
        """What else is wrong with own keys; it imports every screen."""
        if not self.settings.keys:
            return []
        from trainer.tui.own_keys import looked_at

        found = looked_at(self.path, self.settings.keys, self._key_lines)
        self.problems = (*self.problems, *found)
        return found

    @property
    def path(self) -> str:
        """Where the file lies, or will."""
        return settings.path_in(self.folder)

    def change(self, **changes: Any) -> str:
        """Takes over and keeps some settings; says why where they cannot be kept."""
        before, self.settings = self.settings, changed(self.settings, **changes)
        return "" if before == self.settings else settings.write(self.folder, self.settings)

    def theme(self, *, no_color: bool) -> str:
        """The theme to show; without colour the terminal's own would be black on black."""
        theme = self.settings.theme
        return DUSK if no_color and theme == TERMINAL else theme

    # How one practises

    def habits(self) -> Habits:
        """How the player likes to practise, as it is set."""
        from trainer.tui.habits import Habits

        now = self.settings
        feedback = None if now.feedback == settings.SUGGESTED else now.feedback
        return Habits(feedback, now.say_first, now.guess, now.motion, now.pause_minutes)

    def remember(self, habits: Habits, how: How, level: int) -> str:
        """Keeps how a play is practised as the player's habit; says why where it cannot."""
        habits.remember(how, level)
        word = self.change(
            feedback=habits.feedback or settings.SUGGESTED,
            say_first=habits.say_first,
            guess=habits.guess,
        )
        # A broken file was told at the start, and is not complained of at each play.
        return "" if self.is_broken else word


def remapped(bindings: BindingsMap, keys: dict[str, str]) -> BindingsMap:
    """The bindings with the player's own keys: those go before whatever else has that key.

    Textual's own way of doing this takes a key from every binding that shares it with a moved one.
    """
    moved: dict[tuple[str, str], Binding] = {}
    others: list[Binding] = []
    for _, binding in bindings:
        own = keys.get(binding.id or "")
        if own is None:
            others.append(binding)
        else:
            moved[binding.id or "", binding.action] = replace(binding, key=own, key_display=None)
    if not moved:
        return bindings
    try:
        return BindingsMap([*moved.values(), *others])
    except InvalidBinding:
        return bindings  # such as "a,,b": the usual keys count
