"""What first-time players are told, beside home: what this is, and what it is not."""

from __future__ import annotations

from trainer.tui.lines import Lines
from trainer.tui.shelf import LookBack
from trainer.tui.text import Block, para, shown


class Welcome(Lines):
    """Five lines, there until something was played."""

    def __init__(self) -> None:
        super().__init__(id="welcome")
        self.display = False

    def greet(self, look_back: LookBack, help_key: str) -> None:
        """Shows itself to whoever has played nothing yet. ``help_key`` leads to help lines."""
        if look_back.is_first_time:
            self.show(welcome_blocks(help_key))
        self.display = look_back.is_first_time


def welcome_blocks(help_key: str) -> list[Block]:
    """The five lines; each fits a narrow screen."""
    return [
        para(shown("Practise hard talks, line by line.", "strong")),
        para(shown("You choose; you see how it lands.")),
        para(shown("Scores are about lines, never you.")),
        para(shown("Not therapy. Afraid? ") + shown(help_key, "key") + shown(" has help.")),
        para(shown("All of it stays on this machine.")),
    ]
