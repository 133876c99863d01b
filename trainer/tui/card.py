"""A scenario's head in words: its row in a list, and the card beside it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from trainer.scenario.library import Entry
from trainer.scenario.model import LEVELS, Catalogue, Head
from trainer.scenario.texts import put_names
from trainer.tui.shelf import Shelf
from trainer.tui.text import Block, Line, blank, join, para, shown
from trainer.tui.when import ago


def title_of(head: Head) -> Content:
    """The title, in bold."""
    return shown(put_names(head.title, head.names), "strong")


def level_and_time(head: Head) -> str:
    """How hard it is and how long it takes."""
    return f"{LEVELS.get(head.level, str(head.level))} · {head.minutes} min"


def row(entry: Entry, shelf: Shelf) -> tuple[Block, ...]:
    """A scenario in a list: its title, and a quiet line under it with what was."""
    parts = [shown(level_and_time(entry.head) + (" · yours" if entry.own else ""), "muted")]
    figures, problems = shelf.figures_of(entry), shelf.problems_of(entry)
    if problems:
        words = "1 problem" if problems == 1 else f"{problems} problems"
        parts.append(shown(f"▼ {words}, cannot be played", "caution"))
    elif figures is not None:
        endings = shelf.endings_of(entry)
        if endings is not None:
            parts.append(dots(*endings))
        if figures.last_first_play_score is not None:
            parts.append(shown(str(figures.last_first_play_score)))
    return para(title_of(entry.head)), para(join(parts, "  "))


def dots(found: int, of: int) -> Content:
    """The endings as dots: those found are full, and come first."""
    return shown("●" * found, "other") + shown("○" * (of - found), "muted")


def so_far(entry: Entry, shelf: Shelf) -> list[Content]:
    """What was, in words: how often and when, how far, which endings."""
    figures = shelf.figures_of(entry)
    if figures is None or shelf.look_back is None:
        return []
    when = ago(figures.last_played, shelf.look_back.now)
    times = {1: "played once,", 2: "played twice, last"}.get(
        figures.times, f"played {figures.times} times, last"
    )
    lines = [shown(f"{times} {when}")]
    if figures.last_first_play_score is not None:
        reached = shown(f"{figures.last_first_play_score}", "strong")
        lines.append(shown("your lines reached ") + reached + shown(" of 100"))
    endings = shelf.endings_of(entry)
    if endings is not None:
        found = shown(f"endings found: {endings[0]} of {endings[1]}  ")
        lines.append(found + dots(*endings))
    return lines


def on_one_line(parts: Sequence[Content]) -> Block:
    """As many of these as fit on a line."""

    def draw(width: int) -> list[Line]:
        line = parts[0]
        for part in parts[1:]:
            longer = join([line, part], " · ")
            if longer.cell_length > width:
                break
            line = longer
        return [Line(line.truncate(max(1, width), ellipsis=True))]

    return draw


def premise(entry: Entry) -> Block:
    """The scene, as it is when it begins."""
    return para(shown(put_names(entry.head.premise, entry.head.names)))


def card(entry: Entry, shelf: Shelf) -> list[Block]:
    """What is good to know before choosing a scenario."""
    head, catalogue = entry.head, shelf.catalogue
    skill = catalogue.skills[head.skill].title if head.skill in catalogue.skills else head.skill
    me, other = head.roles[head.play_as], head.roles[head.other(head.play_as)]
    blocks = [
        para(title_of(head)),
        para(shown(f"{skill} · {level_and_time(head)}", "muted")),
        *(para(each) for each in so_far(entry, shelf)),
        blank(),
        premise(entry),
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
