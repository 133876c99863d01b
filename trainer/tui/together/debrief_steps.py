"""The debrief for two, step by step: what is said to the two, and what they can answer.

The steps are a generator: it hands out one step after the other, and is sent what was picked. No
step has a number in it, none sums anything up, and no line is picked by the trainer.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from textual.content import Content

from trainer.practice.together import Session
from trainer.practice.together_lines import SaidLine
from trainer.practice.together_words import EITHER_MAY_PASS, FRIEND, what_might_have_helped
from trainer.scenario.model import Catalogue
from trainer.tui.picker import Item
from trainer.tui.text import Block, blank, join, para, shown, spoken
from trainer.tui.together.debrief_view import line_block, two_views
from trainer.tui.together.voices import player_voice

#: The way on, and the way on without an answer.
ON, PASS = "<on>", "<pass>"


@dataclass(frozen=True)
class Step:
    """One step: a text, the answers under it, and a few words on what to do.

    ``silent`` is the step in which time passes; ``has_views`` one that shows two views of a line.
    """

    blocks: Sequence[Block]
    items: Sequence[Item]
    what_to_do: str
    silent: bool = False
    has_views: bool = False


Steps = Generator[Step, str, None]


def steps_of(session: Session, catalogue: Catalogue) -> Steps:
    """All steps, in their order; the one who began goes first where each has a turn."""
    order = (session.beginner, 1 - session.beginner)
    yield _yourselves_again(session, order)
    for hearer in order:
        lines = session.lines(1 - hearer)
        if lines and (line := _line(lines, (yield _which_landed(session, hearer, lines)))):
            yield _it_landed(session, line)
    asked = []
    for player in order:
        lines = session.lines(player)
        if lines and (line := _line(lines, (yield _which_to_ask_about(session, player, lines)))):
            asked.append(line)
            yield _asked_about(session, line, catalogue)
    if asked:
        for line in asked:
            yield _what_helps(session, [line.hearer], [line_block(session, line), blank()])
    else:
        yield _what_helps(session, order, ())
    yield _as_a_friend()


def _line(lines: Sequence[SaidLine], picked: str) -> SaidLine | None:
    return next((line for line in lines if str(line.number) == picked), None)


def name(session: Session, player: int) -> Content:
    """A player's own name, in the colour of the seat that they had."""
    return shown(session.names[player], f"{player_voice(session, player)} strong")


def role(session: Session, player: int) -> str:
    """Who a player was in the talk, apart from themselves."""
    if session.own_names:
        return f"the one {session.names[player]} played"
    return session.play.names[session.seat_of(player)]


# The steps


def _yourselves_again(session: Session, order: Sequence[int]) -> Step:
    one, other = (name(session, player) for player in order)
    blocks = [para(join([shown("You are"), one, shown("and"), other, shown("again.")])), blank()]
    if session.own_names:
        blocks.append(
            para(shown("Each of you, aloud: one thing in that talk that was unlike you?"))
        )
    else:
        blocks.append(para(shown("Each of you, aloud: one thing unlike you in that role?")))
        for player in order:
            was = join([name(session, player), shown(f"was {role(session, player)}")])
            blocks.append(para(was, first=shown("· ", "muted"), indent=2))
    quiet = "A word, a tone, a wish: anything. Whoever listens need not answer."
    return Step([*blocks, blank(), para(shown(quiet, "muted"))], _on(), "aloud, in turn")


def _which_landed(session: Session, hearer: int, lines: Sequence[SaidLine]) -> Step:
    other = session.names[1 - hearer]
    ask = name(session, hearer) + shown(f", which line of {other}'s landed with you?", "strong")
    quiet = "One that reached you, however small. Or pass."
    return Step(
        [para(ask), para(shown(quiet, "muted"))],
        _lines(lines, "Pass"),
        f"{session.names[hearer]} picks",
    )


def _it_landed(session: Session, line: SaidLine) -> Step:
    hearer, speaker = session.names[line.hearer], session.names[line.player]
    marks = session.shown_marks(line) or ()
    said = [para(shown(mark), first=shown("· ", "muted"), indent=2) for mark in marks]
    tell = shown(f", say in a sentence what it did. {speaker}, just hear it.")
    return Step(
        [
            para(shown("This one landed with ") + name(session, line.hearer) + shown(".")),
            blank(),
            line_block(session, line),
            *([blank(), para(shown(f"what {hearer} marked", "muted")), *said] if said else []),
            blank(),
            para(name(session, line.hearer) + tell),
        ],
        _on(),
        f"{hearer} says it aloud",
    )


def _which_to_ask_about(session: Session, player: int, lines: Sequence[SaidLine]) -> Step:
    ask = shown(", is there a line of your own that you want to ask about?", "strong")
    other = session.names[1 - player]
    quiet = (
        f"You will both see what the trainer thinks of it, beside how it landed with {other}. "
        "It is yours to choose, and none is as good an answer."
    )
    return Step(
        [para(name(session, player) + ask), para(shown(quiet, "muted"))],
        _lines(lines, "None, thank you"),
        f"{session.names[player]} picks",
    )


def _asked_about(session: Session, line: SaidLine, catalogue: Catalogue) -> Step:
    asker, hearer = session.names[line.player], session.names[line.hearer]
    as_whom = "" if session.own_names else f", as {role(session, line.hearer)}"
    ask = shown(f", ask {hearer}: “How was that one for you{as_whom}?”")
    return Step(
        [
            line_block(session, line),
            *two_views(session, line, catalogue),
            blank(),
            para(name(session, line.player) + ask),
            para(shown(f"The trainer has only read it. {hearer} has heard it.", "muted")),
        ],
        _on(),
        f"{asker} asks, {hearer} answers",
        has_views=True,
    )


def _what_helps(session: Session, players: Sequence[int], before: Sequence[Block]) -> Step:
    """What might have helped those who heard a line, or both, where no line was asked about."""
    blocks = list(before)
    for player in players:
        whom = role(session, player)
        ask = what_might_have_helped(whom).removesuffix(EITHER_MAY_PASS).strip()
        blocks.append(para(shown(ask, "strong")))
    quiet = f"{EITHER_MAY_PASS} It is about the story, and any guess will do."
    return Step(
        [*blocks, blank(), para(shown(quiet, "muted"))],
        [_answer(ON, shown("We have said it")), _answer(PASS, shown("Pass"))],
        "whoever likes, aloud",
    )


def _as_a_friend() -> Step:
    quiet = "What you think stays yours: nobody has to tell. It may be shorter, if you both like."
    return Step(
        [para(shown(FRIEND)), blank(), para(shown(quiet, "muted"))],
        _on(),
        "in silence",
        silent=True,
    )


# The answers


def _lines(lines: Sequence[SaidLine], without: str) -> list[Item]:
    """Lines to pick one of, and a way on without one."""
    picked = [_answer(str(line.number), spoken(line.text)) for line in lines]
    return [*picked, _answer(PASS, shown(without))]


def _answer(id: str, text: Content) -> Item:
    return Item(id, (para(text, first=shown("· ", "muted")),))


def _on() -> list[Item]:
    return [Item(ON, (para(shown("Go on")),))]
