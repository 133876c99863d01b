"""What only one of the two may see: it is handed over first, and shown by that one alone.

Two keys lie between the hand-over and what is private, and they differ: a key held down, or pressed
by the wrong one, shows nothing. Whatever comes in front of the screen covers it again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from trainer.practice.together_words import hand_over
from trainer.tui.picker import Item
from trainer.tui.text import Block, blank, para, shown
from trainer.tui.together.base import AskingScreen, T

#: Nothing to be seen yet; the one it is for says that they are there; all to be seen.
PASSING, THERE, OPEN = "passing", "there", "open"

_WHEN = {"am_there": PASSING, "open": THERE, "pass_on": THERE, "cover": OPEN, "read_on": OPEN}


class PrivateScreen(AskingScreen[T]):
    """Something for one of the two alone.

    Those made from it say who it is for (``player`` is a name), and in ``blocks`` and ``items``
    what there is to see once it is open: nothing of it is in the widgets before.
    """

    name_in_help = "what one of you reads alone"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "am_there", "only I can see", id="private.there",
                tooltip="you are the one who is named, and only you can see"),
        Binding("enter", "choose", "choose", id="two.choose", tooltip="do what is highlighted"),
        Binding("space", "open", "show it", id="private.show", tooltip="show it"),
        Binding("space,pagedown", "read_on", "read on", show=False, id="two.on",
                tooltip="a page further"),
        Binding("escape", "pass_on", "not yet", key_display="esc", id="private.not-yet",
                tooltip="back to the hand-over: nothing was shown"),
        Binding("escape", "cover", "cover it", key_display="esc", id="private.cover",
                tooltip="cover it again"),
        Binding("escape,q", "leave", "leave", key_display="esc", show=False, id="two.leave",
                tooltip="leave this (asks first)"),
    ]  # fmt: skip

    def __init__(self, player: str, *, hands_over: bool = True) -> None:
        """``player`` is the name of the one whom this is for.

        Without ``hands_over`` the two have agreed on seeing everything together: then it is open
        from the start, and nothing covers it.
        """
        super().__init__()
        self.player = player
        self.hands_over = hands_over
        self.stage = PASSING if hands_over else OPEN

    def _card(self) -> list[Item]:
        """Nothing but the hand-over, as long as it is not open."""
        if self.stage == OPEN:
            return super()._card()
        return [Item("", tuple(self._hand_over()), pickable=False)]

    def _hand_over(self) -> Iterable[Block]:
        if self.stage == PASSING:
            yield para(shown(hand_over(self.player), "strong"))
            yield blank()
            yield para(shown("Until then nothing is shown.", "muted"))
        else:
            yield para(shown(f"{self.player}, is it you, and only you?", "strong"))
            yield blank()
            for binding, does in (
                ("private.show", "shows it"),
                ("private.not-yet", "goes back: nothing was shown"),
            ):
                yield para(shown(does), first=shown(f"{self.key_of(binding):<7}", "key"))

    def on_screen_suspend(self) -> None:
        """Covers it: who sits there afterwards is not known."""
        if self.is_mounted and self.answered is None and self.hands_over:
            self.to(PASSING)

    def to(self, stage: str) -> None:
        """Goes to a stage."""
        self.stage = stage
        self.show_anew()

    def action_am_there(self) -> None:
        """The one whom it is for is there."""
        self.to(THERE)

    def action_open(self) -> None:
        """Shows it."""
        self.to(OPEN)

    def action_pass_on(self) -> None:
        """Back to the hand-over."""
        self.to(PASSING)

    def action_cover(self) -> None:
        """Covers it again."""
        self.to(PASSING)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on the stage."""
        if action == "cover" and not self.hands_over:
            return False
        if action in _WHEN:
            return _WHEN[action] == self.stage
        return super().check_action(action, parameters)
