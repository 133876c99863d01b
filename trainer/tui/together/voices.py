"""The two voices of a talk for two: whose line it is, in words and in that seat's colour."""

from __future__ import annotations

from textual.content import Content

from trainer.practice.play import Entry
from trainer.practice.together import Session
from trainer.tui.talk import YOUR_INDENT
from trainer.tui.text import Block, blank, para, shown, spoken, stacked


def voice(session: Session, seat: str) -> str:
    """The role of text that a seat is shown in: the same whoever sits there."""
    return "you" if seat == session.scenario.play_as else "other"


def player_voice(session: Session, player: int) -> str:
    """The role of text that a player is shown in."""
    return voice(session, session.seat_of(player))


def label(session: Session, player: int) -> Content:
    """A player as they are shown, in the colour of their seat."""
    seat = session.seat_of(player)
    return shown(session.label(seat), f"{voice(session, seat)} strong")


def addressed(session: Session, player: int, words: str, role: str = "strong") -> Content:
    """What is said to a player, whose name in their colour it begins with."""
    name = session.names[player]
    coloured = shown(name, f"{player_voice(session, player)} strong")
    return coloured + shown(words.removeprefix(name), role)


def only_you(session: Session, player: int) -> Block:
    """What stands above what a player sees alone."""
    words = f"{session.names[player]}, only you"
    return para(shown(words, f"{player_voice(session, player)} strong"))


def said_block(session: Session, entry: Entry, before: Entry | None) -> Block:
    """One thing seen or said. A speaker who goes on is not named twice."""
    if entry.speaker is None:
        return stacked([blank(), para(shown(entry.text, "story"))])
    role = voice(session, entry.speaker)
    indent = YOUR_INDENT if role == "you" else 0
    bar = shown("▌ ", role)
    words = para(spoken(entry.text), indent=indent, first=bar, rest=bar)
    if before is not None and before.speaker == entry.speaker:
        return words
    name = shown(session.label(entry.speaker), f"{role} strong")
    return stacked([blank(), para(name, indent=indent, first=bar, rest=bar), words])
