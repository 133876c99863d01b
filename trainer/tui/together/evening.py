"""An evening of two: one screen after the other, until another time. Nothing of it is kept."""

from __future__ import annotations

from random import Random, randrange
from typing import TYPE_CHECKING

from trainer.practice.together import Session, lot
from trainer.scenario.graph import Graph
from trainer.scenario.library import Entry
from trainer.scenario.model import Scenario
from trainer.tui.base import TrainerScreen
from trainer.tui.options import ForTwo
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


class _Alone(Exception):
    """One of the two goes on without the other."""

    def __init__(self, scenario: Scenario, graph: Graph | None) -> None:
        super().__init__()
        self.scenario, self.graph = scenario, graph


class Evening:
    """What two people go through together. It lives as long as they play, and no longer."""

    def __init__(self, app: TogetherRoutes, settled: ForTwo) -> None:
        """``settled`` is what was settled before the app opened."""
        self._app, self._settled = app, settled
        self._names = settled.names or ("", "")
        self._after: Entry | None = None
        #: Whether both have said that they want to.
        self._has_begun = False
        #: Whether the report is done with; where it stands, and why it does not.
        self._has_reported = False
        self._report: str | None = None
        self._problem = ""

    async def begin(self, scenario: Scenario | None, graph: Graph | None) -> None:
        """From the notice on, until they leave. ``scenario`` is one that was chosen already."""
        app, backdrop = self._app, Backdrop()
        app.push_screen(backdrop)
        try:
            await self._until_enough(scenario, graph, first=True)
            # However it ended, the last page is the same, and whose home it is nobody sees.
            while await self._enough() != QUIT:
                self._after, self._names = None, ("", "")
                await self._until_enough(None, None)
        except _Back:
            app.leave_together(backdrop)
        except _Alone as alone:
            app.play_alone(alone.scenario, alone.graph)
        else:
            app.leave_together(backdrop)
            await app.run_action("quit")

    async def _until_enough(
        self, scenario: Scenario | None, graph: Graph | None, *, first: bool = False
    ) -> None:
        """One scenario to its end, or to another time."""
        try:
            if first:
                await self._ask_both()
            while scenario is None or not await self._ask(NotesScreen(scenario)):
                scenario, graph = await self._choose()
                await self._ask_both()
            await self._play(scenario, graph)
        except AnotherTime:
            pass

    async def _ask_both(self) -> None:
        """The notice, until they have said that both want to."""
        if not self._has_begun and not await self._ask(NoticeScreen(self._settled.report)):
            raise _Back
        self._has_begun = True

    async def _ask(self, screen: TogetherScreen[Answer]) -> Answer:
        return await asked(self._app, screen)

    async def _enough(self) -> str:
        try:
            return await self._ask(EnoughScreen(self._report, self._problem))
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

    async def _play(self, scenario: Scenario, graph: Graph | None) -> None:
        """One scenario, from one side or both. Raises _Alone where one of the two goes on alone."""
        from trainer.tui.together.names import NamesScreen
        from trainer.tui.together.seats import SeatsScreen

        names = await self._ask(NamesScreen(self._names))
        listens = self._settled.listens_first
        seats = SeatsScreen(scenario, graph, names, lot(Random()), listens_first=listens)
        seated = await self._ask(seats)
        session = seated.session
        while True:
            try:
                if not await self._talk(session, listens_first=seated.listens_first):
                    raise _Alone(scenario, graph)
                await self._decide_on_marks(session)
            finally:
                self._write_report(session, graph)
            if not await self._afterwards(session):
                return
            session = session.swapped()

    # The talk, and what comes after it

    async def _talk(self, session: Session, *, listens_first: bool) -> bool:
        """From the briefs to the ending; False where one of the two goes on alone."""
        from trainer.tui.together.brief import BriefScreen
        from trainer.tui.together.play import OVER, PlayForTwo

        landing = self._settled.landing
        for player in (session.beginner, 1 - session.beginner):
            await self._ask(BriefScreen(session, player, hands_over=landing))
        options = self._app.options
        seed = None if options.in_order else options.seed
        if seed is None and not options.in_order:
            seed = randrange(2**32)
        catalogue = self._app.library.catalogue
        talk = PlayForTwo(
            session, catalogue, seed=seed, listens_first=listens_first, landing=landing
        )
        return await self._ask(talk) == OVER

    async def _decide_on_marks(self, session: Session) -> None:
        """Each who was asked how lines landed decides alone what the other sees of it."""
        from trainer.tui.together.show_marks import ShowMarksScreen

        for player in (session.beginner, 1 - session.beginner):
            if session.has_marks(player):
                session.show(player, await self._ask(ShowMarksScreen(session, player)))

    def _write_report(self, session: Session, graph: Graph | None) -> None:
        """Writes the report, if one was asked for, of the first play that reached its ending."""
        path, play = self._settled.report, session.play
        if path is None or self._has_reported or play.ending is None:
            return
        from trainer.practice.report import Debrief

        reporter, catalogue = self._app.reporter, self._app.library.catalogue
        reporter.finished(Debrief(play, catalogue, graph, landed=session.landed))
        self._has_reported, self._problem = True, reporter.problem
        self._report = None if reporter.problem else path

    async def _afterwards(self, session: Session) -> bool:
        """Guesses, and the debrief; whether they swap seats now."""
        from trainer.tui.together.debrief_for_two import DebriefForTwo
        from trainer.tui.together.guess import ExpectedScreen
        from trainer.tui.together.swap import SwapScreen

        for player in (session.beginner, 1 - session.beginner):
            if session.guesses(player):
                await self._ask(ExpectedScreen(session, player))
        motion = self._app.habits.motion
        await self._ask(DebriefForTwo(session, self._app.library.catalogue, motion=motion))
        if session.is_swapped:
            return False
        return await self._ask(SwapScreen(session, guesses=self._settled.landing))
