"""Plain mode for two at one keyboard: the evening, from the notice to its end.

It is read aloud as plain mode is, one thing a line. Nothing of it is kept: there is no history here
at all. ``q`` is *another time* wherever a line is read, and nothing comes after it.
"""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

from trainer.plain.alone import Room
from trainer.plain.solo import OK, UNFINISHED, play_plain
from trainer.plain.talk import Left
from trainer.plain.together_seats import chosen, named, read_briefs, seated
from trainer.plain.together_talk import Alone, PlainTogether
from trainer.practice.together import Session
from trainer.practice.together_questions import ABOUT_GUESSES, SWAP
from trainer.practice.together_words import ENOUGH, NOTICE, about_report, what_is_kept
from trainer.scenario.files import Loaded
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import printable


def play_together(loaded: Loaded, catalogue: Catalogue, options: SimpleNamespace) -> int:
    """Plays a scenario with a person in each seat, to the debrief; returns the exit status.

    Of ``options`` it reads ``names`` (two that will do, or None), ``seed``, ``in_order``,
    ``report``, ``landing`` and ``listen_first``; and what ``play_plain`` reads, should one of the
    two go on alone.
    """
    evening = Evening(loaded, catalogue, options)
    try:
        try:
            evening.spend()
        except Alone:
            return evening.go_on_alone()
    except KeyboardInterrupt:
        evening.room.clear()  # what only one of them was to see may stand there
        raise
    except Left:
        evening.room.clear()
        evening.room.say(ENOUGH)
        evening.write_report()
        return UNFINISHED
    return UNFINISHED if evening.report_failed else OK


class Evening:
    """Setting up, play after play, and what comes after each."""

    def __init__(self, loaded: Loaded, catalogue: Catalogue, options: SimpleNamespace) -> None:
        self.loaded, self.catalogue = loaded, catalogue
        self.options = options
        self.landing: bool = options.landing
        self.room = Room()
        self.report: str | None = options.report
        self.report_failed = False
        self.session: Session | None = None

    def spend(self) -> None:
        """The whole of it. Raises Left, and Alone."""
        room, options = self.room, self.options
        room.say("Two at one keyboard", *NOTICE)
        if self.report:
            room.say(about_report(self.report))
        asks = self.landing and room.is_terminal
        self.loaded, self.catalogue = chosen(room, self.loaded, self.catalogue, asks=asks)
        session = seated(room, self.loaded, options.names or named(room), options)
        while True:
            self.session = session
            read_briefs(room, session, apart=self.landing)
            self.talk(session).run()
            self.debrief(session)
            if not self.wants_to_swap(session):
                return
            session, room.is_over = session.swapped(), False

    def talk(self, session: Session) -> PlainTogether:
        """The play of a session, its choices shuffled anew unless a seed was given."""
        options = self.options
        seed = None if options.in_order else options.seed
        if seed is None and not options.in_order:
            seed = int.from_bytes(os.urandom(4), "big")
        return PlainTogether(
            self.room,
            session,
            self.catalogue,
            seed,
            landing=self.landing,
            listens=options.listen_first,
        )

    def debrief(self, session: Session) -> None:
        """What comes after a play. Raises Left."""
        from trainer.plain.together_debrief import debrief_for_two, questions_only

        if self.landing:
            debrief_for_two(self.room, session, self.catalogue)
        else:
            questions_only(self.room, session)
        self.write_report()

    def wants_to_swap(self, session: Session) -> bool:
        """Whether they play it once more from the other side; if not, it is over."""
        if not self.landing:
            return False
        if not session.is_swapped:
            self.room.say("", SWAP, ABOUT_GUESSES, "s swaps seats, Enter leaves it at that.")
            if self.room.answer().lower() == "s":
                return True
        self.room.clear()
        self.room.say(what_is_kept(None if self.report_failed else self.options.report), ENOUGH)
        return False

    def go_on_alone(self) -> int:
        """A new play for whoever stays, under the names of the roles; returns the exit status.

        Raises Left.
        """
        self.room.clear()
        scenario = self.loaded.scenario
        assert scenario is not None
        usual = scenario.play_as
        seats = (usual, scenario.other(usual))
        self.room.say("Which side will you take?")
        names = [scenario.roles[seat].name for seat in seats]
        seat = seats[self.room.one_of(names, usual=0)]
        self.room.say("")
        options = {**vars(self.options), "seat": seat, "report": self.report}
        return play_plain(self.loaded, self.catalogue, SimpleNamespace(**options))

    def write_report(self) -> None:
        """Writes the report that was asked for, of the first play that reached its ending."""
        if not self.report:
            return
        path, self.report = self.report, None
        if self.session is None or self.session.play.ending is None:
            _tell("It did not reach its ending, so no report was written.")
            return
        from trainer.plain.debrief import write_report
        from trainer.practice.report import Debrief

        session = self.session
        debrief = Debrief(session.play, self.catalogue, self.loaded.graph, landed=session.landed)
        if reason := write_report(debrief, path):
            _tell(reason)
            self.report_failed = True


def _tell(message: str) -> None:
    print(printable(message), file=sys.stderr)
