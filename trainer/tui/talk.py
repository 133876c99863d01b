"""The talk as blocks: the other from the left, you from the right, the story between, and the
coach's words in a quiet frame."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from trainer.practice.coach import Coaching
from trainer.practice.play import Entry
from trainer.practice.words import AGAINST, SHOWED
from trainer.scenario.model import Catalogue
from trainer.tui.text import Block, blank, framed, join, para, shown, spoken, stacked

#: How far from the left you speak, and the coach.
YOUR_INDENT = 8


def entry_block(
    entry: Entry, before: Entry | None, names: Mapping[str, str], seats: tuple[str, ...]
) -> Block:
    """One thing seen or said. A speaker who goes on is not named twice."""
    if entry.speaker is None:
        return stacked([blank(), para(shown(entry.text, "story"))])
    role = "you" if entry.speaker == seats[0] else "other"
    indent = YOUR_INDENT if role == "you" else 0
    bar = shown("▌ ", role)
    words = para(spoken(entry.text), indent=indent, first=bar, rest=bar)
    if before is not None and before.speaker == entry.speaker:
        return words
    name = shown(names[entry.speaker], f"{role} strong")
    if entry.speaker in seats:
        name += shown(" · you", role)
    return stacked([blank(), para(name, indent=indent, first=bar, rest=bar), words])


def coach_block(words: Coaching, catalogue: Catalogue) -> Block:
    """The coach's words: the marks, what the line did, and what can be done now."""
    inside: list[Block] = []
    if words.marks:
        inside.append(para(join([mark(p, m, catalogue) for p, m in words.marks.items()], "   ")))
    inside.append(para(shown(words.why)))
    inside += [para(shown(more, "muted")) for more in (words.now, words.offer) if more]
    return stacked(
        [blank(), framed(shown("what the line did", "muted"), inside, indent=YOUR_INDENT)]
    )


def mark(principle: str, value: int, catalogue: Catalogue) -> Content:
    """A mark as its sign and the principle's title."""
    sign, role = (SHOWED, "shows") if value > 0 else (AGAINST, "against")
    return shown(f"{sign} {catalogue.title_of(principle)}", role)
