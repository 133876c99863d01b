"""An evening of two: one screen after the other, until another time. Nothing of it is kept."""

from __future__ import annotations

from random import Random, randrange
from typing import TYPE_CHECKING

from trainer.practice.together import Session, lot
from trainer.scenario.graph import Graph
from trainer.scenario.library import Entry
from trainer.scenario.model import Scenario
from trainer.tui.base import TrainerScreen
from trainer.tui.together.base import AnotherTime, TogetherScreen, asked
from trainer.tui.together.base import T as Answer
from trainer.tui.together.enough import QUIT, EnoughScreen
from trainer.tui.together.home import HomeForTwo
from trainer.tui.together.notes import NotesScreen
from trainer.tui.together.notice import NoticeScreen

if TYPE_CHECKING:
    from trainer.tui.together_routes import TogetherRoutes


class Backdrop(TrainerScreen):
    """What lies under the screens for two, so that the first screen is never seen between them."""


class _Back(Exception):
    """Back to the first screen, without a word."""


class Evening:
    """What two people go through together. It lives as long as they play, and no longer."""

    def __init__(self, app: TogetherRoutes) -> None:
        self._app = app
        self._after: Entry | None = None

    async def begin(self, scenario: Scenario | None, graph: Graph | None) -> None:
        """From the notice to the end. ``scenario`` is one that was chosen already."""
        app, backdrop = self._app, Backdrop()
        app.push_screen(backdrop)
        try:
            if not await self._ask(NoticeScreen()):
                raise _Back
            while scenario is None or not await self._ask(NotesScreen(scenario)):
                scenario, graph = await self._choose()
            if not await self._play(scenario, graph):
                app.play_alone(scenario, graph)
                return
        except AnotherTime:
            pass
        except _Back:
            app.leave_together(backdrop)
            return
        # However it ended, the last page is the same.
        last = await self._enough()
        app.leave_together(backdrop)
        if last == QUIT:
            await app.run_action("quit")

    async def _ask(self, screen: TogetherScreen[Answer]) -> Answer:
        return await asked(self._app, screen)

    async def _enough(self) -> str:
        try:
            return await self._ask(EnoughScreen())
        except AnotherTime:
            return ""

    # Setting up

    async def _choose(self) -> tuple[Scenario, Graph | None]:
        """A scenario from the list. Raises AnotherTime, and _Back for the first screen."""
        app = self._app
        while True:
            left_out = app.preferences.settings.leave_out
            home = HomeForTwo(app.library, left_out, self._after)
            try:
                entry = await self._ask(home)
            except AnotherTime:
                if home.has_left:
                    raise _Back from None
                raise
            self._after = entry
            loaded = app.library.load(entry)
            if loaded.scenario is not None:
                return loaded.scenario, loaded.graph
            await app.show_problems_of(loaded)

    async def _play(self, scenario: Scenario, graph: Graph | None) -> bool:
        """One scenario, from one side or both; False where one of the two goes on alone."""
        from trainer.tui.together.names import NamesScreen
        from trainer.tui.together.seats import SeatsScreen

        names = await self._ask(NamesScreen())
        seated = await self._ask(SeatsScreen(scenario, graph, names, lot(Random())))
        session = seated.session
        while await self._talk(session, listens_first=seated.listens_first):
            if not await self._afterwards(session):
                return True
            session = session.swapped()
        return False

    # The talk, and what comes after it

    async def _talk(self, session: Session, *, listens_first: bool) -> bool:
        """From the briefs to the ending; False where one of the two goes on alone."""
        from trainer.tui.together.brief import BriefScreen
        from trainer.tui.together.play import OVER, PlayForTwo

        for player in (session.beginner, 1 - session.beginner):
            await self._ask(BriefScreen(session, player))
        options = self._app.options
        seed = None if options.in_order else options.seed
        if seed is None and not options.in_order:
            seed = randrange(2**32)
        catalogue = self._app.library.catalogue
        talk = PlayForTwo(session, catalogue, seed=seed, listens_first=listens_first)
        return await self._ask(talk) == OVER

    async def _afterwards(self, session: Session) -> bool:
        """Marks, questions, the debrief; whether they swap seats now."""
        from trainer.tui.together.debrief_for_two import DebriefForTwo
        from trainer.tui.together.guess import ExpectedScreen
        from trainer.tui.together.show_marks import ShowMarksScreen
        from trainer.tui.together.swap import SwapScreen

        players = (session.beginner, 1 - session.beginner)
        for player in players:
            if session.has_marks(player):
                session.show(player, await self._ask(ShowMarksScreen(session, player)))
        for player in players:
            if session.guesses(player):
                await self._ask(ExpectedScreen(session, player))
        motion = self._app.habits.motion
        await self._ask(DebriefForTwo(session, self._app.library.catalogue, motion=motion))
        return not session.is_swapped and await self._ask(SwapScreen(session))
