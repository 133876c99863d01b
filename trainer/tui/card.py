"""A scenario's head in words: its row in a list, and the card beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.scenario.library import Entry
from trainer.scenario.model import LEVELS, Catalogue, Head
from trainer.scenario.texts import put_names
from trainer.tui.text import Block, blank, join, para, shown


def title_of(head: Head) -> Content:
    """The title, in bold."""
    return shown(put_names(head.title, head.names), "strong")


def level_and_time(head: Head) -> str:
    """How hard it is and how long it takes."""
    return f"{LEVELS.get(head.level, str(head.level))} · {head.minutes} min"


def row(entry: Entry, problems: int = 0) -> tuple[Block, ...]:
    """A scenario in a list: its title, and a quiet line under it."""
    quiet = level_and_time(entry.head) + (" · yours" if entry.own else "")
    second = shown(quiet, "muted")
    if problems:
        words = "1 problem" if problems == 1 else f"{problems} problems"
        second = join([second, shown(f"▼ {words}, cannot be played", "caution")], " · ")
    return para(title_of(entry.head)), para(second)


def card(entry: Entry, catalogue: Catalogue) -> list[Block]:
    """What is good to know before choosing a scenario."""
    head = entry.head
    names = head.names
    skill = catalogue.skills[head.skill].title if head.skill in catalogue.skills else head.skill
    me, other = head.roles[head.play_as], head.roles[head.other(head.play_as)]
    blocks = [
        para(title_of(head)),
        para(shown(f"{skill} · {level_and_time(head)}", "muted")),
        blank(),
        para(shown(put_names(head.premise, names))),
        blank(),
        para(shown(me.name, "you strong"), first=shown("you are  ", "muted")),
        para(shown(other.name, "other strong"), first=shown("with     ", "muted")),
        blank(),
        *practises(head.focus, catalogue),
        *notes(head),
    ]
    if entry.own:
        blocks += [blank(), para(shown("From your own folder.", "muted"))]
    return blocks


def practises(focus: Sequence[str], catalogue: Catalogue) -> list[Block]:
    """What it is built to practise."""
    titles = " · ".join(catalogue.title_of(principle) for principle in focus)
    return [para(shown("practises", "muted")), para(shown(titles))]


def notes(head: Head) -> list[Block]:
    """What one may want to know before."""
    if not head.content_notes:
        return []
    told = ", ".join(put_names(note, head.names) for note in head.content_notes)
    return [blank(), para(shown("good to know before", "caution")), para(shown(told))]
