"""Who sits where: drawn by lot, and changed as the two like."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on

from trainer.practice.together import Session, may_use_own_names
from trainer.practice.together_words import SUGGEST_SEATS, by_lot
from trainer.scenario.graph import Graph
from trainer.scenario.model import Scenario
from trainer.scenario.record import record
from trainer.tui.picker import Item, Picker
from trainer.tui.text import Block, blank, join, para, shown
from trainer.tui.together.base import AskingScreen, option
from trainer.tui.together.voices import label, player_voice

START, SEATS, NAMES, LISTEN = "start", "seats", "names", "listen"


@record
class Seated:
    """What two people have settled before they play."""

    session: Session
    listens_first: bool


class SeatsScreen(AskingScreen[Seated]):
    """The seats, own names or those of the roles, and whether they listen first."""

    name_in_help = "who sits where"

    def __init__(
        self,
        scenario: Scenario,
        graph: Graph | None,
        names: tuple[str, str],
        beginner: int,
        *,
        listens_first: bool = False,
    ) -> None:
        """``beginner`` is the player whom the lot has drawn to begin.

        ``listens_first`` is how listening first stands until they say otherwise.
        """
        super().__init__()
        self._scenario, self._graph, self._names = scenario, graph, names
        self._drawn = self._beginner = beginner
        self._own_names, self._listens = False, listens_first
        self._session = self._seated()

    def _seated(self) -> Session:
        return Session(
            self._scenario,
            self._names,
            self._beginner,
            own_names=self._own_names,
            graph=self._graph,
        )

    def topic(self) -> str:
        """What this is about."""
        return "Who sits where"

    def blocks(self) -> Iterable[Block]:
        """Who begins, who sits where, and what is suggested."""
        session, names = self._session, self._scenario.names
        begins = self._beginner
        name = session.names[begins]
        yield para(shown(by_lot(name) if begins == self._drawn else f"{name} begins."))
        yield blank()
        for player in (begins, 1 - begins):
            role = names[session.seat_of(player)]
            plays = shown("plays", "muted")
            who = [shown(session.names[player], "strong"), plays, shown(role, "strong")]
            yield para(join(who), first=shown("▌ ", player_voice(session, player)))
        yield blank()
        yield para(shown(SUGGEST_SEATS))
        yield para(
            join([shown("On the screen you are", "muted"), label(session, begins),
                  shown("and", "muted"), label(session, 1 - begins)])
        )  # fmt: skip

    def items(self) -> Iterable[Item]:
        """What can be settled, and the start."""
        rows = [
            (START, "Start", ""),
            (SEATS, "Change seats", ""),
        ]
        if may_use_own_names(self._scenario):
            rows.append((NAMES, "Own names", "on" if self._own_names else "off"))
        rows.append((LISTEN, "Listen first", "on" if self._listens else "off"))
        return [option(id, words, at, aside) for at, (id, words, aside) in enumerate(rows, 1)]

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == START:
            self.answer(Seated(self._session, self._listens))
            return
        if event.item == SEATS:
            self._beginner = 1 - self._beginner
        elif event.item == NAMES:
            self._own_names = not self._own_names
        else:
            self._listens = not self._listens
        self._session = self._seated()
        self.show_anew(event.item)
