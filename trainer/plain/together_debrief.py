"""Plain mode for two: the debrief. Questions first, the trainer's view only where it was asked for.

There is no figure in it, and the trainer picks no line.
"""

from __future__ import annotations

from collections.abc import Sequence

from trainer.plain.alone import Room
from trainer.plain.together_listening import pick, picked_from, tell_to_pick, to_pick
from trainer.practice.together import Session
from trainer.practice.together_lines import SaidLine
from trainer.practice.together_questions import (
    ABOUT_ASKING_ONE,
    ABOUT_THE_SILENCE,
    ABOUT_THE_STORY,
    ABOUT_UNLIKE_YOU,
    ABOUT_WHAT_LANDED,
    EITHER_MAY_PASS,
    FRIEND,
    I_EXPECTED,
    IT_WAS,
    JUST_LISTEN,
    SO_IT_WAS,
    UNLIKE_YOU,
    UNLIKE_YOU_IN_THAT_TALK,
    WHAT_THE_TRAINER_THINKS,
    about_asking,
    ask_how_it_was,
    has_heard,
    how_it_landed_with,
    it_landed,
    pick_a_guess,
    say_what_it_did,
    was,
    what_might_have_helped,
    what_was_marked,
    which_landed,
    which_to_ask_about,
    yourselves_again,
)
from trainer.practice.together_words import (
    NO_MARK_HERE,
    NO_MARKS_SHOWN,
    SHOW_MARKS,
    SHOWN,
    about_showing,
)
from trainer.scenario.model import Catalogue

_OR_PASS = "Type its number, or Enter to pass."
_WHEN_SAID = "Enter goes on when you have talked, or to pass."


def questions_only(room: Room, session: Session) -> None:
    """The debrief without a line read: what to ask each other, and nothing else."""
    names, both = session.names, _both(session)
    _tell_ending(room, session)
    _unlike_you(room, session)
    room.say(EITHER_MAY_PASS)
    room.say(*(which_landed(names[player], names[1 - player]) for player in both))
    room.say(*(which_to_ask_about(names[player]) for player in both))
    room.say(*(what_might_have_helped(session.role_of(player)) for player in both))
    room.say(FRIEND, ABOUT_THE_SILENCE)


def debrief_for_two(room: Room, session: Session, catalogue: Catalogue) -> None:
    """The whole of it, in its order. Raises AnotherTime."""
    both = _both(session)
    for player in both:
        if session.has_marks(player):
            _show_marks(room, session, player)
    for player in both:
        if session.guesses(player):
            _ask_about_a_guess(room, session, player)
    _tell_ending(room, session)
    _unlike_you(room, session)
    _wait(room)
    for hearer in both:
        _which_landed(room, session, hearer)
    asked = [_ask_about_a_line(room, session, catalogue, player) for player in both]
    hearers = [line.hearer for line in asked if line is not None]
    room.say("", *(what_might_have_helped(session.role_of(each)) for each in hearers or both))
    room.say(ABOUT_THE_STORY)
    _wait(room)
    room.say("", FRIEND, ABOUT_THE_SILENCE, "Enter when you are done.")
    room.answer()


def _both(session: Session) -> tuple[int, int]:
    return session.beginner, 1 - session.beginner


def _headed(heading: str, words: str) -> str:
    return f"{heading[:1].upper()}{heading[1:]}: {words}"


def _wait(room: Room) -> None:
    room.say(_WHEN_SAID)
    room.answer()


def _tell_ending(room: Room, session: Session) -> None:
    play = session.play
    ending = play.ending
    assert ending is not None
    room.say(
        "",
        "Debrief for two",
        f"The ending: {play.text(ending.title)}.",
        f"To take away: {play.text(ending.reflection)}",
        "",
    )


def _unlike_you(room: Room, session: Session) -> None:
    room.say(yourselves_again(*session.names))
    if session.own_names:
        room.say(UNLIKE_YOU_IN_THAT_TALK)
    else:
        were = (f"{was(session.names[p], session.role_of(p))}." for p in _both(session))
        room.say(UNLIKE_YOU, " ".join(were))
    room.say(ABOUT_UNLIKE_YOU)


def _show_marks(room: Room, session: Session, player: int) -> None:
    """Each decides alone what the other sees of their marks. Nothing tells afterwards which."""
    name, ways = session.names[player], list(SHOWN)

    def tell() -> None:
        room.say(f"{name}, only you.", about_showing(session.names[1 - player]))
        for line, marks in session.marked_by(player):
            room.say(line.text, f"   {'; '.join(marks) or 'No mark.'}")
        room.say("", SHOW_MARKS)
        tell_to_pick(room, [f"{words}." for words in SHOWN.values()])
        room.say("Enter leaves it as it stands.")

    picked = room.alone(name, tell, pick(len(ways)), to_pick(len(ways)))
    session.show(player, ways[max(picked, 0)])


def _which_landed(room: Room, session: Session, hearer: int) -> None:
    """The one who heard them picks a line that landed, or none, and says what it did."""
    lines, names = session.lines(1 - hearer), session.names
    if not lines:
        return
    room.say("", which_landed(names[hearer], names[1 - hearer]), ABOUT_WHAT_LANDED)
    tell_to_pick(room, [line.text for line in lines])
    room.say(_OR_PASS)
    picked = picked_from(room, len(lines))
    if picked is None:
        return
    line = lines[picked]
    room.say("", it_landed(names[hearer]), line.text)
    if marks := session.shown_marks(line):
        room.say(_headed(what_was_marked(names[hearer]), f"{'; '.join(marks)}."))
    room.say(say_what_it_did(names[hearer], names[1 - hearer]))
    _wait(room)


def _ask_about_a_line(
    room: Room, session: Session, catalogue: Catalogue, player: int
) -> SaidLine | None:
    """One picks a line of their own, or none, and both see both views of it; the line."""
    lines = session.lines(player)
    if not lines:
        return None
    name, hearer = session.names[player], session.names[1 - player]
    room.say("", which_to_ask_about(name), about_asking(hearer))
    tell_to_pick(room, [line.text for line in lines])
    room.say(_OR_PASS)
    picked = picked_from(room, len(lines))
    if picked is None:
        return None
    line = lines[picked]
    view = session.view(line, catalogue)
    role = None if session.own_names else session.role_of(line.hearer)
    room.say("", f"{session.label(line.seat)}: {line.text}")
    room.say(_headed(how_it_landed_with(hearer), " ".join(_landed(session, line))))
    room.say(_headed(WHAT_THE_TRAINER_THINKS, view.why), *(f"{m.words}." for m in view.marks))
    room.say(ask_how_it_was(name, hearer, role), has_heard(hearer))
    _wait(room)
    return line


def _landed(session: Session, line: SaidLine) -> Sequence[str]:
    """How a line landed, as far as it is shown."""
    shown = session.shown_marks(line)
    if shown is None:
        return [NO_MARKS_SHOWN]
    return [f"{words}." for words in shown] or [NO_MARK_HERE]


def _ask_about_a_guess(room: Room, session: Session, player: int) -> None:
    """The guesser picks one of their own guesses, alone, and asks about it."""
    guesses = session.guesses(player)
    name, other = session.names[player], session.names[1 - player]

    def tell() -> None:
        room.say(f"{name}, only you.", pick_a_guess(other), ABOUT_ASKING_ONE)
        rows = []
        for guess in guesses:
            same = guess.took == guess.expected
            took = SO_IT_WAS if same else f"{IT_WAS} {guess.took}"
            rows.append(f"{I_EXPECTED} {guess.expected} … {took}")
        tell_to_pick(room, rows)
        room.say(_OR_PASS)

    picked = room.alone(name, tell, pick(len(guesses)), to_pick(len(guesses)))
    room.say("Both of you again.")
    if picked >= 0:
        room.say(f"{name} asks {other}:", guesses[picked].question, JUST_LISTEN)
        _wait(room)
