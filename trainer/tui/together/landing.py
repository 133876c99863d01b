"""How a line landed: the one who heard it marks alone, in the role's shoes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from trainer.practice.together import Session
from trainer.practice.together_lines import SaidLine
from trainer.practice.together_words import ABOUT_LANDING, LANDINGS, how_did_that_land
from trainer.tui.own_words import DONE, TICKED, UNTICKED
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, para, shown, spoken
from trainer.tui.together.base import option
from trainer.tui.together.private import OPEN, PrivateScreen
from trainer.tui.together.voices import only_you


class LandingScreen(PrivateScreen[tuple[str, ...]]):
    """Four sentences to tick: any of them, none, or skip, which are the same afterwards."""

    name_in_help = "how a line landed"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "skip", "skip", id="landing.skip",
                tooltip="skip: looks the same as any other answer"),
    ]  # fmt: skip

    def __init__(self, session: Session, line: SaidLine) -> None:
        """``line`` is the one that was heard."""
        super().__init__(session.names[line.hearer])
        self._session, self._line = session, line
        self._ticked: list[str] = []

    def topic(self) -> str:
        """What it is about."""
        return "how it landed"

    def blocks(self) -> Iterable[Block]:
        """The line, and the question."""
        session, line = self._session, self._line
        role = None if session.own_names else session.role_of(line.hearer)
        ask = how_did_that_land(session.names[line.hearer], role)
        yield only_you(session, line.hearer)
        yield blank()
        yield para(shown(f"{session.label(line.seat)} just said", "muted"))
        yield para(spoken(line.text))
        yield blank()
        yield para(shown(ask, "strong"))
        yield para(shown(ABOUT_LANDING, "muted"))

    def items(self) -> Iterable[Item]:
        """The sentences, and the way on."""
        for number, (mark, words) in enumerate(LANDINGS.items(), 1):
            has = mark in self._ticked
            box = shown(TICKED, "shows") if has else shown(UNTICKED, "muted")
            text = shown(words, "strong" if has else "")
            yield Item(mark, (para(text, first=shown(f"{number}  ", "key") + box),))
        yield option(DONE, "Go on", len(LANDINGS) + 1)

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == DONE:
            self.answer(tuple(self._ticked))
            return
        self._ticked = [m for m in LANDINGS if (m in self._ticked) != (m == event.item)]
        self.show_anew(event.item)

    def action_skip(self) -> None:
        """Goes on without an answer."""
        self.answer(())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It can be skipped once it is seen: whoever skips is the one who was asked."""
        if action == "skip":
            return self.stage == OPEN
        return super().check_action(action, parameters)
