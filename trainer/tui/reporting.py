"""The report that was asked for: written whenever a play has reached its ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.scenario.problems import printable
from trainer.tui.options import AppOptions

if TYPE_CHECKING:
    from trainer.practice.report import Debrief


class Reporter:
    """Tells whoever asked of each finished play, and writes its report.

    Of an evening for two it is the first play's: what one of them plays alone later is not in it.
    ``problem`` says why the newest report could not be written; nothing where all is well.
    """

    def __init__(self, options: AppOptions) -> None:
        self._options = options
        begins = options.play is not None or options.together
        self._waiting = begins and options.report is not None
        self.problem = ""

    def finished(self, debrief: Debrief) -> None:
        """A play has reached its ending."""
        if self._options.on_finish is not None:
            self._options.on_finish(debrief.play)
        if self._options.report is not None and (self._waiting or not self._options.together):
            self.problem = write_report(self._options.report, debrief)
            self._waiting = False

    @property
    def return_code(self) -> int:
        """1 where a report was asked for and none could be written, else 0."""
        return 1 if self._waiting or self.problem else 0


def write_report(path: str, debrief: Debrief) -> str:
    """Writes the report: JSON for a .json path, else Markdown. Says why where it cannot."""
    as_json = path.lower().endswith(".json")
    text = debrief.as_json_text() if as_json else debrief.as_markdown()
    try:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return printable(f"The report could not be written to {path}: {reason}.")
    return ""
