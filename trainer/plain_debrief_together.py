"""Plain mode for two: the debrief. Questions first, the trainer's view only where it was asked for.

There is no figure in it, and the trainer picks no line.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.plain_alone import Room
from trainer.plain_listening import pick, tell_to_pick, to_pick
from trainer.practice.together import Session
from trainer.practice.together_guesses import Guess
from trainer.practice.together_lines import SaidLine
from trainer.practice.together_words import (
    EITHER_MAY_PASS,
    FRIEND,
    NO_MARK_HERE,
    NO_MARKS_SHOWN,
    SHOW_MARKS,
    SHOWN,
    one_that_landed,
    out_of_the_role,
    what_might_have_helped,
)
from trainer.practice.words import ENDING_WORDS
from trainer.scenario.model import Catalogue

_TO_PICK = f"Type its number, or Enter to pass. {EITHER_MAY_PASS}"
_WHEN_SAID = "Enter goes on when you have talked, or to pass."


def questions_only(room: Room, session: Session) -> None:
    """The debrief without a line read: what to ask each other, and nothing else."""
    _tell_ending(room, session)
    room.say("", "For the two of you to ask each other. Either may pass, at every one.")
    for player in _both(session):
        room.say(_out_of_the_role(session, player))
    for player in _both(session):
        room.say(one_that_landed(session.names[player], session.names[1 - player]))
    for player in _both(session):
        name = session.names[player]
        room.say(f"{name}, which line of your own would you like to ask about?")
    for player in _both(session):
        room.say(what_might_have_helped(session.play.names[session.seat_of(player)]))
    room.say(FRIEND)


def debrief_for_two(room: Room, session: Session, catalogue: Catalogue) -> None:
    """The whole of it, in its order. Raises AnotherTime."""
    for player in _both(session):
        if session.has_marks(player):
            _show_marks(room, session, player)
    _tell_ending(room, session)
    for player in _both(session):
        _ask(room, _out_of_the_role(session, player))
    for player in _both(session):
        _one_that_landed(room, session, player)
    for player in _both(session):
        _ask_about_a_line(room, session, catalogue, player)
    for player in _both(session):
        _ask_about_a_guess(room, session, player)
    room.say("", FRIEND, "Enter when you are done.")
    room.answer()


def _both(session: Session) -> tuple[int, int]:
    return session.beginner, 1 - session.beginner


def _ask(room: Room, *words: str) -> None:
    room.say("", *words, _WHEN_SAID)
    room.answer()


def _tell_ending(room: Room, session: Session) -> None:
    play = session.play
    ending = play.ending
    assert ending is not None
    room.say(
        "",
        "Debrief for two",
        f"The ending: {play.text(ending.title)} ({ENDING_WORDS[ending.kind]}).",
        f"To take away: {play.text(ending.reflection)}",
        f"You are {session.names[0]} and {session.names[1]} again.",
    )


def _out_of_the_role(session: Session, player: int) -> str:
    role = session.scenario.roles[session.seat_of(player)].name
    return out_of_the_role(session.names[player], role)


def _show_marks(room: Room, session: Session, player: int) -> None:
    """Each decides alone what the other sees of their marks. Nothing tells afterwards which."""
    name, ways = session.names[player], list(SHOWN)

    def tell() -> None:
        room.say(f"{name}, this is what you marked. Nobody else has seen it.")
        for line, marks in session.marked_by(player):
            room.say(line.text, f"   {'; '.join(marks) or 'No mark.'}")
        room.say("", f"{SHOW_MARKS}:")
        tell_to_pick(room, [f"{words}." for words in SHOWN.values()])
        room.say("Enter leaves it as it stands.")

    picked = room.alone(name, tell, pick(len(ways)), to_pick(len(ways)))
    session.show(player, ways[max(picked, 0)])


def _one_that_landed(room: Room, session: Session, player: int) -> None:
    """A line of this player's that landed: one that was marked so, else asked of the hearer."""
    line = session.one_that_landed(player)
    other = session.names[1 - player]
    if line is None:
        _ask(room, one_that_landed(other, session.names[player]))
        return
    _ask(
        room,
        f"{session.names[player]}, a line of yours that landed with {other}: {line.text}",
        *_landed(session, line),
    )


def _landed(session: Session, line: SaidLine) -> list[str]:
    """How a line landed, as far as it is shown."""
    shown = session.shown_marks(line)
    if shown is None:
        return [NO_MARKS_SHOWN]
    who = session.names[line.hearer]
    return [f"{who}: {words}." for words in shown] or [f"{who}: {NO_MARK_HERE}"]


def _ask_about_a_line(room: Room, session: Session, catalogue: Catalogue, player: int) -> None:
    """One picks a line of their own, or none, and sees both views of it."""
    lines = session.lines(player)
    if not lines:
        return
    name = session.names[player]
    room.say("", f"{name}, is there a line of your own that you would like to ask about?")
    tell_to_pick(room, [line.text for line in lines])
    room.say(_TO_PICK)
    read = pick(len(lines))
    while (picked := read(room.answer())) is None:
        room.say(to_pick(len(lines)))
    if picked < 0:
        return
    line = lines[picked]
    view = session.view(line, catalogue, signs=False)
    room.say("", f"You said: {line.text}", f"The trainer: {view.why}")
    room.say(*(f"{mark}." for mark in view.marks), *_landed(session, line))
    hearer = session.play.names[session.seat_of(line.hearer)]
    _ask(room, what_might_have_helped(hearer))


def _ask_about_a_guess(room: Room, session: Session, player: int) -> None:
    """The guesser picks one of their own guesses, alone, and asks about it."""
    guesses: Sequence[Guess] = session.guesses(player)
    if not guesses:
        return
    name = session.names[player]

    def tell() -> None:
        room.say(f"{name}, you expected these. Is there one that you would like to ask about?")
        tell_to_pick(room, [guess.expected for guess in guesses])
        room.say(_TO_PICK)

    picked = room.alone(name, tell, pick(len(guesses)), to_pick(len(guesses)))
    if picked >= 0:
        _ask(room, f"{name} asks {session.names[1 - player]}:", guesses[picked].question)
