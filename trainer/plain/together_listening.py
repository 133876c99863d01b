"""Plain mode for two: what may come before an answer. Saying back what was heard, and a guess."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trainer.plain.alone import Room
from trainer.practice.together import Session
from trainer.practice.together_questions import (
    ABOUT_A_GUESS,
    ABOUT_SAYING_BACK,
    EACH_IS_GOOD,
    JUST_THE_PIECE,
    NO_GUESS,
    THEN_IT_GOES_ON,
    WAS_IT,
    once_more,
    say_back,
    was_that_it,
    what_is_missing,
    what_will_be_said,
)
from trainer.scenario.model import Choice


def listen_first(room: Room, session: Session) -> bool:
    """The one whose turn it is says back what they heard; whether there was anything to say back.

    Raises AnotherTime or Left.
    """
    line, turn = session.newest, session.turn
    if line is None or turn is None or line.hearer != turn:
        return False
    listener, speaker = session.names[turn], session.names[line.player]
    words = list(WAS_IT.values())
    room.say("", say_back(listener, speaker), ABOUT_SAYING_BACK, was_that_it(speaker))
    room.say(EACH_IS_GOOD)
    if room.one_of(words) == len(words) - 1:
        room.say(
            what_is_missing(speaker),
            JUST_THE_PIECE,
            once_more(listener),
            f"{THEN_IT_GOES_ON} Enter, however it went.",
        )
        room.answer()
    return True


def guess_now(room: Room, session: Session, choices: Sequence[Choice]) -> None:
    """One guesses alone what the other will take. Raises AnotherTime or Left."""
    guesser, turn = session.guesser, session.turn
    assert guesser is not None
    assert turn is not None
    name, other = session.names[guesser], session.label(session.seat_of(turn))

    def tell() -> None:
        newest = session.newest
        room.say(f"{name}, only you.")
        if newest is not None and room.clears:
            room.say(f"{session.label(newest.seat)} said: {newest.text}")
        room.say(what_will_be_said(other), ABOUT_A_GUESS)
        tell_to_pick(room, [session.play.text(choice.say) for choice in choices])
        room.say(f"Type its number. Enter: {NO_GUESS.lower()}.")

    picked = room.alone(name, tell, pick(len(choices)), to_pick(len(choices)))
    session.guess(None if picked < 0 else choices[picked].id)
    room.say(f"Pass it back to {session.names[turn]}.")


def tell_to_pick(room: Room, texts: Sequence[str]) -> None:
    """Texts to pick from, numbered."""
    for number, text in enumerate(texts, 1):
        room.say(f"{number}. {text}")


def pick(count: int) -> Callable[[str], int | None]:
    """What reads an answer as a place in a list of so many: -1 for Enter, None for a wrong one."""

    def read(answer: str) -> int | None:
        if not answer:
            return -1
        is_number = answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= count
        return int(answer) - 1 if is_number else None

    return read


def to_pick(count: int) -> str:
    """What is expected where there is something to pick."""
    return f"Please type a number from 1 to {count}, or just Enter."


def picked_from(room: Room, count: int) -> int | None:
    """The place in a list that both see that one of the two picks; None where they pass."""
    read = pick(count)
    while (picked := read(room.answer())) is None:
        room.say(to_pick(count))
    return None if picked < 0 else picked
