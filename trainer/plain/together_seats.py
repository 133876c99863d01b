"""Plain mode for two: what comes before the talk. What to play, two names, who sits where."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import SimpleNamespace

from trainer.plain.alone import Room
from trainer.plain.talk import about
from trainer.plain.together_listening import picked_from, tell_to_pick
from trainer.plain.together_talk import KEYS, LEAVING
from trainer.practice.play import Play
from trainer.practice.together import Session, lot, may_use_own_names
from trainer.practice.together_names import clean_name, trouble_with_names
from trainer.practice.together_words import (
    ABOUT_NAMES,
    ANOTHER_ONE,
    FIRST_NAME,
    SAY_IT_ALOUD,
    SUGGEST_SEATS,
    THIS_ONE,
    by_lot,
    second_name,
)
from trainer.scenario.files import Loaded
from trainer.scenario.model import LEVELS, Catalogue, Scenario
from trainer.scenario.texts import put_names

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.scenario.library import Entry, Library


def chosen(
    room: Room, loaded: Loaded, catalogue: Catalogue, *, asks: bool
) -> tuple[Loaded, Catalogue]:
    """What is to be known before anyone takes a seat; then this one, or another one.

    Where it does not ask, it only says how another one is to be had.
    """
    library: Library | None = None
    while True:
        scenario = loaded.scenario
        assert scenario is not None
        room.say("", *about(Play(scenario, scenario.roles), catalogue))
        if not asks:
            room.say("If this one is not for tonight, take another: q, and `trainer list`.", "")
            return loaded, catalogue
        if room.one_of((THIS_ONE, ANOTHER_ONE)) == 0:
            return loaded, catalogue
        library = library or _library()
        another = _another(room, library, scenario)
        if another is not None:
            loaded, catalogue = another, library.catalogue


def _library() -> Library:
    from trainer.paths import own_folders
    from trainer.scenario.library import open_library

    return open_library(own_folders())


def _another(room: Room, library: Library, scenario: Scenario) -> Loaded | None:
    """Another scenario, as hard as this one or less; None where they come back to this one."""
    from trainer import settings
    from trainer.paths import data_folder

    unwanted = settings.read(data_folder()).settings.leave_out
    entries = sorted(
        (
            each
            for each in library.entries
            if each.head.level <= scenario.level
            and each.head.id != scenario.id
            and not settings.leaves_out(unwanted, each.head.content_notes)
        ),
        key=lambda each: each.head.level,
    )
    while True:
        entry = _picked(room, entries)
        if entry is None:
            return None
        loaded = library.load(entry)
        if loaded.scenario is not None:
            return loaded
        room.say(*(str(problem) for problem in loaded.problems if problem.is_error))


def _picked(room: Room, entries: Sequence[Entry]) -> Entry | None:
    if not entries:
        room.say("", "There is no other one that is as hard as this, or less.")
        return None
    room.say("", "What will you play?")
    rows = []
    for each in entries:
        head = each.head
        notes = "; ".join(put_names(note, head.names) for note in head.content_notes)
        title = put_names(head.title, head.names)
        row = f"{title} ({LEVELS[head.level]}, {head.minutes} min)"
        rows.append(f"{row}. Content notes: {notes}." if notes else f"{row}.")
    tell_to_pick(room, rows)
    room.say("Type its number, or Enter for the one before.")
    picked = picked_from(room, len(entries))
    return None if picked is None else entries[picked]


def named(room: Room) -> tuple[str, str]:
    """Asks for two names until they will do."""
    room.say(*ABOUT_NAMES)
    while True:
        room.say(FIRST_NAME)
        one = clean_name(room.line())
        room.say(second_name(one) if one else FIRST_NAME)
        other = clean_name(room.line())
        trouble = trouble_with_names(one, other)
        if trouble is None:
            return one, other
        room.say(trouble)


def seated(room: Room, loaded: Loaded, names: tuple[str, str], options: SimpleNamespace) -> Session:
    """Who begins is drawn by lot; seats may be changed. ``options`` has ``seed`` and ``landing``.

    Without ``landing`` nothing is asked.
    """
    from random import Random

    scenario = loaded.scenario
    assert scenario is not None
    beginner, own_names = lot(Random(options.seed)), False
    room.say(by_lot(names[beginner]))
    while True:
        session = Session(scenario, names, beginner, own_names=own_names, graph=loaded.graph)
        _tell_seats(room, session)
        if not options.landing:
            return session
        _ask_about_seats(room, session)
        answer = room.answer().lower()
        if answer == "s":
            beginner = 1 - beginner
        elif answer == "o" and may_use_own_names(scenario):
            own_names = not own_names
        elif not answer:
            return session


def _tell_seats(room: Room, session: Session) -> None:
    for player in (session.beginner, 1 - session.beginner):
        role = session.scenario.roles[session.seat_of(player)].name
        own = " under your own name" if session.own_names else ""
        room.say(f"{session.names[player]} plays {role}{own}.")


def _ask_about_seats(room: Room, session: Session) -> None:
    names = ""
    if may_use_own_names(session.scenario):
        names = (
            " o goes back to the names of the story."
            if session.own_names
            else " o plays under your own names."
        )
    room.say(SUGGEST_SEATS, f"Enter keeps it so, s changes seats.{names} q is for another time.")


def read_briefs(room: Room, session: Session, *, apart: bool) -> None:
    """Each reads their brief alone; where they are not to be kept ``apart`` both are told."""
    if apart and room.warning:
        room.say(room.warning)
    for player in (session.beginner, 1 - session.beginner):
        name, role = session.names[player], session.play.names[session.seat_of(player)]
        shown = name if session.own_names else f"{name}, you play {role}"
        brief = f"{shown}. {session.brief(player)}"
        if apart:
            tell = partial(room.say, brief, "Enter when you have read it.")
            room.alone(name, tell, lambda answer: answer, "")
        else:
            room.say(brief)
    room.say("Both of you now.", SAY_IT_ALOUD, f"{KEYS} {LEAVING}" if apart else KEYS, "")
