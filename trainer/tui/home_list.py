"""What stands in home's lists: what to go on with, one suggestion, the scenarios, the skills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.scenario.library import Entry
from trainer.tui.card import level_and_time, row, title_of
from trainer.tui.picker import Item
from trainer.tui.shelf import Shelf
from trainer.tui.suggesting import suggest
from trainer.tui.text import Block, bar, blank, framed, join, para, shown
from trainer.tui.when import ago

if TYPE_CHECKING:
    from trainer.history.model import KeptPlay

GO_ON, LEFT, SUGGESTED = "go-on", "left", "suggested"
_CELLS = 18


def suggested_entry(shelf: Shelf) -> Entry | None:
    """The scenario that is suggested."""
    suggestion = suggest(shelf)
    return None if suggestion is None else suggestion.entry


def scenario_items(shelf: Shelf) -> list[Item]:
    """The list of scenarios. What is looked for stands alone."""
    if shelf.find:
        items = list(_groups(shelf))
        return items or [_note("Nothing here has that."), _note("esc shows all again.")]
    items = []
    unfinished = shelf.unfinished
    if unfinished is not None and shelf.look_back is not None:
        items.append(Item(GO_ON, (_framed_go_on(unfinished, shelf.look_back.now),)))
        if (others := len(shelf.left) - 1) > 0:
            talks = "1 other talk" if others == 1 else f"{others} other talks"
            words = f"and {talks} that you left"
            items.append(Item(LEFT, (para(shown(words), indent=2),)))
    suggestion = suggest(shelf)
    if suggestion is not None:
        inside = [
            para(title_of(suggestion.entry.head)),
            para(shown(suggestion.why)),
            para(shown(level_and_time(suggestion.entry.head), "muted")),
        ]
        items.append(Item(SUGGESTED, (framed(shown(suggestion.label, "you"), inside),)))
    if left_out := shelf.left_out_count:
        words = "1 scenario is" if left_out == 1 else f"{left_out} scenarios are"
        items.append(_note(f"{words} left out, as your settings say."))
    items += _groups(shelf)
    if not shelf.entries:
        items.append(_note("There is no scenario to play."))
    return items


def _framed_go_on(play: KeptPlay, now: int) -> Block:
    inside = [para(shown(play.title, "strong")), para(shown(where_left(play, now), "muted"))]
    return framed(shown("go on where you were", "you"), inside)


def left_card(shelf: Shelf) -> list[Block]:
    """The talks that were left, a glance at each."""
    blocks = [para(shown("talks that you left", "muted"))]
    if shelf.look_back is not None:
        for play in shelf.left:
            where = shown(where_left(play, shelf.look_back.now), "muted")
            blocks += [blank(), para(shown(play.title, "strong")), para(where)]
    return blocks


def where_left(play: KeptPlay, now: int) -> str:
    """Where and when a play was left."""
    lines = "1 line" if play.lines == 1 else f"{play.lines} lines"
    where = f"after {lines}" if play.lines else "before your first line"
    return f"{where}, {ago(play.touched, now)}"


def _groups(shelf: Shelf) -> Iterator[Item]:
    for number, (title, keys) in enumerate(shelf.groups()):
        above = () if shelf.find and not number else (blank(),)
        yield Item("", (*above, para(shown(title, "other"))), pickable=False)
        for key in keys:
            yield Item(key, row(shelf.entries[key], shelf))


def _note(words: str) -> Item:
    return Item("", (blank(), para(shown(words, "muted"))), pickable=False)


def skill_items(shelf: Shelf) -> list[Item]:
    """The skills, each with how many of its scenarios were played."""
    items = [Item("", (blank(), para(shown("skills", "muted")), blank()), pickable=False)]
    for skill, entries in shelf.skills().items():
        title = para(shown(shelf.title(skill), "strong"))
        items += [Item(skill, (title, _played(shelf, entries))), Item("", (blank(),), False)]
    return items


def _played(shelf: Shelf, entries: Sequence[Entry]) -> Block:
    count = "1 scenario" if len(entries) == 1 else f"{len(entries)} scenarios"
    played = sum(shelf.figures_of(entry) is not None for entry in entries)
    if not played:
        return para(shown(count, "muted"))
    figure = shown(f"{played} of {len(entries)} played", "muted")
    return para(join([bar(played, len(entries), _CELLS - 8, "other"), figure], "  "))
