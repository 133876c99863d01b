"""Plain mode for two at one keyboard: setting up, the talk, how it landed.

It is read aloud as plain mode is, one thing a line. Nothing of it is kept: there is no history here
at all. ``q`` is *another time* wherever a line is read, and nothing comes after it.
"""

from __future__ import annotations

import os
import sys
from functools import partial
from types import SimpleNamespace

from trainer.plain import OK, UNFINISHED, Left, about
from trainer.plain_alone import Room
from trainer.plain_together_talk import KEYS, PlainTogether
from trainer.practice.play import Play
from trainer.practice.together import Session, lot, may_use_own_names
from trainer.practice.together_names import clean_name, trouble_with_names
from trainer.practice.together_words import ENOUGH, NOTICE, SAY_IT_ALOUD, SUGGEST_SEATS
from trainer.scenario.files import Loaded
from trainer.scenario.model import Catalogue, Scenario
from trainer.scenario.problems import printable


def names_given(given: str) -> tuple[str, str] | str:
    """The two names of ``--names``, or what is wrong with them."""
    names = [clean_name(each) for each in given.split(",")]
    if len(names) != 2:
        return "`--names` takes two names with a comma between them, such as `--names Alex,Jo`."
    trouble = trouble_with_names(names[0], names[1])
    return trouble or (names[0], names[1])


def play_together(loaded: Loaded, catalogue: Catalogue, options: SimpleNamespace) -> int:
    """Plays a scenario with a person in each seat, to the debrief; returns the exit status.

    Of ``options`` it reads ``names`` (which will do, or None), ``seed``, ``in_order``, ``report``,
    ``landing`` and ``listen_first``.
    """
    evening = Evening(loaded, catalogue, options)
    given = None if options.names is None else names_given(options.names)
    names = given if isinstance(given, tuple) else None
    try:
        evening.spend(names)
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
        assert loaded.scenario is not None
        self.scenario: Scenario = loaded.scenario
        self.graph = loaded.graph
        self.catalogue = catalogue
        self.options = options
        self.landing: bool = options.landing
        self.room = Room()
        self.report: str | None = options.report
        self.report_failed = False
        self.session: Session | None = None

    def spend(self, names: tuple[str, str] | None) -> None:
        """The whole of it. Raises Left."""
        from trainer.plain_debrief_together import debrief_for_two, questions_only

        self.introduce()
        session = self.seated(names or self.named())
        while True:
            self.session = session
            self.talk(session).run()
            if not self.landing:
                questions_only(self.room, session)
                self.write_report()
                return
            debrief_for_two(self.room, session, self.catalogue)
            self.write_report()
            if not self.wants_to_swap():
                self.room.clear()
                self.room.say("Nothing of tonight is kept. Thank you both.")
                return
            session, self.room.is_over = session.swapped(), False
            self.read_briefs(session)

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

    def introduce(self) -> None:
        """The notice first, then what is to be known before anyone takes a seat."""
        say = self.room.say
        say("Two at one keyboard", *NOTICE)
        if self.report:
            say(
                f"But a report was asked for: it goes to {self.report}, with both seats' lines and "
                "figures, and the marks that you let be seen."
            )
        say("", *about(Play(self.scenario, self.scenario.roles), self.catalogue))
        say("If this one is not for tonight, take another: q, and `trainer list`.", "")

    def named(self) -> tuple[str, str]:
        """Asks for two names until they will do."""
        while True:
            names = []
            for words in ("One of you, what name do you go by tonight?", "And the other?"):
                self.room.say(words)
                names.append(clean_name(self.room.line()))
            trouble = trouble_with_names(names[0], names[1])
            if trouble is None:
                return names[0], names[1]
            self.room.say(trouble)

    def seated(self, names: tuple[str, str]) -> Session:
        """Who begins is drawn by lot; seats may be changed; then each reads their brief."""
        from random import Random

        beginner, own_names = lot(Random(self.options.seed)), False
        self.room.say(f"The lot says: {names[beginner]} begins.")
        while True:
            session = Session(self.scenario, names, beginner, own_names=own_names, graph=self.graph)
            self.tell_seats(session)
            if not self.landing:
                break
            self.ask_about_seats(session)
            answer = self.room.answer().lower()
            if answer == "s":
                beginner = 1 - beginner
            elif answer == "o" and may_use_own_names(self.scenario):
                own_names = not own_names
            elif not answer:
                break
        self.read_briefs(session)
        return session

    def tell_seats(self, session: Session) -> None:
        """Who sits where."""
        for player in (session.beginner, 1 - session.beginner):
            role = self.scenario.roles[session.seat_of(player)].name
            own = " under your own name" if session.own_names else ""
            self.room.say(f"{session.names[player]} takes the side of {role}{own}.")

    def ask_about_seats(self, session: Session) -> None:
        """What can be changed before the briefs."""
        names = ""
        if may_use_own_names(self.scenario):
            names = (
                " o goes back to the names of the story."
                if session.own_names
                else " o plays under your own names."
            )
        self.room.say(
            SUGGEST_SEATS, f"Enter keeps it so, s changes seats.{names} q is for another time."
        )

    def read_briefs(self, session: Session) -> None:
        """Each reads their brief alone; without hand-overs both are told."""
        room = self.room
        if self.landing and room.warning:
            room.say(room.warning)
        for player in (session.beginner, 1 - session.beginner):
            name, role = session.names[player], session.play.names[session.seat_of(player)]
            shown = name if session.own_names else f"{name}, you are {role}"
            brief = f"{shown}. {session.brief(player)}"
            if self.landing:
                tell = partial(room.say, brief, "Enter when you have read it.")
                room.alone(name, tell, lambda answer: answer, "")
            else:
                room.say(brief)
        room.say("Both of you now.", SAY_IT_ALOUD, KEYS, "")

    def wants_to_swap(self) -> bool:
        """Whether they play it once more from the other side."""
        self.room.say("", "Swap seats? s plays it from the other side. Enter ends the evening.")
        return self.room.answer().lower() == "s"

    def write_report(self) -> None:
        """Writes the report that was asked for, of the first play that reached its ending."""
        if not self.report:
            return
        path, self.report = self.report, None
        if self.session is None or self.session.play.ending is None:
            _tell("It did not reach its ending, so no report was written.")
            return
        from trainer.plain_debrief import write_report
        from trainer.practice.report import Debrief

        session = self.session
        debrief = Debrief(session.play, self.catalogue, self.graph, landed=session.landed)
        if reason := write_report(debrief, path):
            _tell(reason)
            self.report_failed = True


def _tell(message: str) -> None:
    print(printable(message), file=sys.stderr)
