"""What first-time players are told, beside home: what this is, and what it is not."""

from __future__ import annotations

from collections.abc import Callable

from trainer.tui.lines import Lines
from trainer.tui.shelf import LookBack
from trainer.tui.text import Block, para, shown


class Welcome(Lines):
    """Five lines, there until something was played."""

    def __init__(self) -> None:
        super().__init__(id="welcome")
        self.display = False

    def greet(self, look_back: LookBack, key_of: Callable[[str], str]) -> None:
        """Shows itself to whoever has played nothing yet. ``key_of`` tells a binding's key."""
        if look_back.is_first_time:
            self.show(
                welcome_blocks(
                    key_of("app.about"), key_of("home.first-play"), key_of("home.together")
                )
            )
        self.display = look_back.is_first_time


def welcome_blocks(help_key: str, first_key: str, two_key: str) -> list[Block]:
    """The five lines; each fits a narrow screen. The keys lead to help and to a play."""
    return [
        para(shown("Practise hard talks. Two of you? ", "strong") + shown(two_key, "key")),
        para(shown("New here? ") + shown(first_key, "key") + shown(" teaches the keys.")),
        para(shown("Scores are about lines, never you.")),
        para(shown("Not therapy. Afraid? ") + shown(help_key, "key") + shown(" has help.")),
        para(shown("All of it stays on this machine.")),
    ]
