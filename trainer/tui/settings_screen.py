"""The settings, a row each; what is chosen here counts at once and is kept in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.settings import PAUSE, VALUES, Settings
from trainer.tui.base import TrainerScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import Set
from trainer.tui.picker import Item, Picker
from trainer.tui.preferences import Preferences
from trainer.tui.text import Block, blank, join, para, shown

LEAVE_OUT = "leave_out"
#: The rows in their order, each with what it is called.
ROWS = {
    "theme": "colours",
    "feedback": "feedback",
    "say_first": "own words",
    "guess": "guess",
    "motion": "motion",
    "density": "text",
    "pause_minutes": "time-out",
    LEAVE_OUT: "leave out",
}
#: How values are called on the screen.
_WORDS: dict[tuple[str, object], str] = {
    ("theme", "dusk"): "dusk: light on dark",
    ("theme", "morning"): "morning: dark on light",
    ("theme", "terminal"): "your terminal's own",
    ("feedback", "suggested"): "as each scenario suggests",
    ("feedback", "coached"): "coached: after every line",
    ("feedback", "rehearsal"): "rehearsal: in the debrief only",
    ("say_first", True): "first, before the choices",
    ("say_first", False): "when you ask",
    ("guess", True): "how each line will land",
    ("guess", False): "no guessing",
    ("motion", True): "slight",
    ("motion", False): "still: nothing moves",
    ("density", "airy"): "airy",
    ("density", "dense"): "dense: less blank space",
}
_LABEL, _STEP = 12, 5


class SettingsScreen(TrainerScreen):
    """The settings. Each row turns to its next value."""

    name_in_help = "the settings"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,l", "turn(1)", "change", key_display="enter",
                id="settings.change", tooltip="the next value of this row"),
        Binding("left,h", "turn(-1)", "back", show=False, id="settings.change-back",
                tooltip="the value before"),
        Binding("escape,q,f3", "leave", "home", key_display="esc", id="settings.leave",
                tooltip="back to the first screen"),
    ]  # fmt: skip

    def __init__(self, preferences: Preferences, notes: Sequence[str]) -> None:
        """``notes`` are the content notes of the whole library."""
        super().__init__()
        self._preferences, self._notes = preferences, notes

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Settings", "strong"), Content("")

    def body(self) -> Iterable[Widget]:
        """The rows, and where the file lies."""
        yield Picker(self._rows(), stay=True, id="rows")
        yield Lines(self._about(), id="about-file")

    @property
    def _now(self) -> Settings:
        return self._preferences.settings

    def _rows(self) -> list[Item]:
        return [
            Item(name, (_row(number, label, self._value_words(name)),))
            for number, (name, label) in enumerate(ROWS.items(), 1)
        ]

    def _value_words(self, name: str) -> str:
        value = getattr(self._now, name)
        if name == "pause_minutes":
            return "1 minute" if value == 1 else f"{value} minutes"
        if name == LEAVE_OUT:
            return ", ".join(value) or "nothing"
        return _WORDS[name, value]

    def _about(self) -> list[Block]:
        blocks = [
            blank(),
            para(shown("All this stands in a file that you can edit; keys can be changed there:")),
            para(shown(self._preferences.path, "you"), measure=200),
        ]
        for problem in self._preferences.problems:
            place = shown(f"▼ line {problem.line}  ", "caution")
            blocks.append(para(shown(problem.message), first=place))
        return blocks

    def refresh_rows(self, word: str = "") -> None:
        """Shows the settings as they are now; ``word`` says why they could not be kept."""
        picker = self.query_one("#rows", Picker)
        picker.offer(self._rows(), picker.highlighted)
        told = [para(shown(f"▼ {word}", "caution"))] if word else []
        self.query_one("#about-file", Lines).show([*self._about(), *told])

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        self._turn(event.item, 1)

    def action_turn(self, by: int) -> None:
        """Turns the highlighted row to its next value, or to the one before."""
        if (row := self.query_one("#rows", Picker).highlighted) is not None:
            self._turn(row, by)

    def _turn(self, row: str, by: int) -> None:
        if row == LEAVE_OUT:
            from trainer.tui.left_out import LeftOutScreen

            screen = LeftOutScreen(self._notes, self._now.leave_out)
            self.app.push_screen(screen)
        else:
            self.post_message(Set(row, turned(row, getattr(self._now, row), by)))

    def action_leave(self) -> None:
        """Goes back."""
        self.dismiss()


def turned(name: str, value: Any, by: int) -> object:
    """The value of a setting after the one that it has, or before."""
    if name == "pause_minutes":
        # 5, 10, 15 … 60; what somebody has written into the file is left for the next of these.
        steps = [each for each in range(_STEP, 61, _STEP) if each in PAUSE]
        later = [each for each in steps if (each > value if by > 0 else each < value)]
        return (later or (steps if by > 0 else steps[::-1]))[0 if by > 0 else -1]
    if isinstance(value, bool):
        return not value
    values = VALUES[name]
    return values[(values.index(value) + by) % len(values)]


def _row(number: int, label: str, words: str) -> Block:
    first = join([shown(f"{number}  ", "key"), shown(f"{label:<{_LABEL}}", "muted")], "")
    return para(shown(words), first=first)
