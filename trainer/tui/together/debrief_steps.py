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
from trainer.practice.together_questions import (
    ABOUT_THE_SILENCE,
    ABOUT_THE_STORY,
    ABOUT_UNLIKE_YOU,
    ABOUT_WHAT_LANDED,
    FRIEND,
    UNLIKE_YOU,
    UNLIKE_YOU_IN_THAT_TALK,
    about_asking,
    ask_how_it_was,
    has_heard,
    it_landed,
    say_what_it_did,
    was,
    what_might_have_helped,
    what_was_marked,
    which_landed,
    which_to_ask_about,
    yourselves_again,
)
from trainer.scenario.model import Catalogue
from trainer.tui.picker import Item
from trainer.tui.text import Block, blank, para, shown, spoken
from trainer.tui.together.debrief_view import line_block, two_views
from trainer.tui.together.voices import addressed

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


# The steps


def _yourselves_again(session: Session, order: Sequence[int]) -> Step:
    ask = UNLIKE_YOU_IN_THAT_TALK if session.own_names else UNLIKE_YOU
    blocks = [para(shown(yourselves_again(*session.names))), blank(), para(shown(ask))]
    for player in () if session.own_names else order:
        words = was(session.names[player], session.role_of(player))
        blocks.append(
            para(addressed(session, player, words, ""), first=shown("· ", "muted"), indent=2)
        )
    return Step([*blocks, blank(), _quiet(ABOUT_UNLIKE_YOU)], _on(), "aloud, in turn")


def _which_landed(session: Session, hearer: int, lines: Sequence[SaidLine]) -> Step:
    name, other = session.names[hearer], session.names[1 - hearer]
    ask = addressed(session, hearer, which_landed(name, other))
    return Step(
        [para(ask), _quiet(ABOUT_WHAT_LANDED)],
        _lines(lines, "Pass"),
        f"{name} picks",
    )


def _it_landed(session: Session, line: SaidLine) -> Step:
    hearer, speaker = session.names[line.hearer], session.names[line.player]
    marks = session.shown_marks(line) or ()
    said = [para(shown(mark), first=shown("· ", "muted"), indent=2) for mark in marks]
    tell = addressed(session, line.hearer, say_what_it_did(hearer, speaker), "")
    return Step(
        [
            para(shown(it_landed(hearer))),
            blank(),
            line_block(session, line),
            *([blank(), _quiet(what_was_marked(hearer)), *said] if said else []),
            blank(),
            para(tell),
        ],
        _on(),
        f"{hearer} says it aloud",
    )


def _which_to_ask_about(session: Session, player: int, lines: Sequence[SaidLine]) -> Step:
    name = session.names[player]
    return Step(
        [
            para(addressed(session, player, which_to_ask_about(name))),
            _quiet(about_asking(session.names[1 - player])),
        ],
        _lines(lines, "None, thank you"),
        f"{name} picks",
    )


def _asked_about(session: Session, line: SaidLine, catalogue: Catalogue) -> Step:
    asker, hearer = session.names[line.player], session.names[line.hearer]
    as_whom = None if session.own_names else session.role_of(line.hearer)
    ask = addressed(session, line.player, ask_how_it_was(asker, hearer, as_whom), "")
    return Step(
        [
            line_block(session, line),
            *two_views(session, line, catalogue),
            blank(),
            para(ask),
            _quiet(has_heard(hearer)),
        ],
        _on(),
        f"{asker} asks, {hearer} answers",
        has_views=True,
    )


def _what_helps(session: Session, players: Sequence[int], before: Sequence[Block]) -> Step:
    """What might have helped those who heard a line, or both, where no line was asked about."""
    asks = [what_might_have_helped(session.role_of(player)) for player in players]
    return Step(
        [*before, *(para(shown(ask, "strong")) for ask in asks), blank(), _quiet(ABOUT_THE_STORY)],
        [_answer(ON, shown("We have said it")), _answer(PASS, shown("Pass"))],
        "whoever likes, aloud",
    )


def _as_a_friend() -> Step:
    return Step(
        [para(shown(FRIEND)), blank(), _quiet(ABOUT_THE_SILENCE)],
        _on(),
        "in silence",
        silent=True,
    )


def _quiet(words: str) -> Block:
    return para(shown(words, "muted"))


# The answers


def _lines(lines: Sequence[SaidLine], without: str) -> list[Item]:
    """Lines to pick one of, and a way on without one."""
    picked = [_answer(str(line.number), spoken(line.text)) for line in lines]
    return [*picked, _answer(PASS, shown(without))]


def _answer(id: str, text: Content) -> Item:
    return Item(id, (para(text, first=shown("· ", "muted")),))


def _on() -> list[Item]:
    return [Item(ON, (para(shown("Go on")),))]
