"""The one suggestion that home begins with, and its reason from what was played."""

from __future__ import annotations

from trainer.scenario.library import Entry
from trainer.scenario.record import record
from trainer.tui.shelf import Shelf
from trainer.tui.when import DAY, ago

#: A play that reached less than this is worth another try, once some days have gone by.
WORTH_ANOTHER, REST_DAYS = 75, 2


@record
class Suggestion:
    """A scenario, what the suggestion is called, and why it is made."""

    entry: Entry
    label: str
    why: str


def suggest(shelf: Shelf) -> Suggestion | None:
    """One scenario to practise now; None where there is nothing that can be played.

    What practises the principle that had most room lately comes first, then what went less well
    some days ago, then what is new in the skill that was practised last, then what is new
    elsewhere, then what was not played for longest.
    """
    playable = [shelf.entries[key] for key in shelf.entries]
    playable = [e for e in playable if not shelf.is_left_out(e.head) and not shelf.problems_of(e)]
    if not playable:
        return None
    played = {
        entry: figures for entry in playable if (figures := shelf.figures_of(entry)) is not None
    }
    if not played or shelf.look_back is None:
        return _first(shelf, playable)
    now = shelf.look_back.now
    if (entry := _with_room(shelf, playable, now)) is not None:
        title = shelf.catalogue.title_of(shelf.look_back.weakest)
        return Suggestion(entry, "next", f"Your last talks had room for more of this: {title}.")
    due = [
        (figures.last_played, entry, score)
        for entry, figures in played.items()
        if (score := figures.last_first_play_score) is not None
        and score < WORTH_ANOTHER
        and now - figures.last_played >= REST_DAYS * DAY
    ]
    if due:
        last, entry, score = min(due, key=lambda each: each[0])
        when = ago(last, now)
        why = f"{when[0].upper()}{when[1:]} your lines reached {score} of 100. Once more?"
        return Suggestion(entry, "today", why)
    newest = max(played, key=lambda entry: played[entry].last_played)
    new = [entry for entry in playable if entry not in played]
    same = [entry for entry in new if entry.head.skill == newest.head.skill]
    if same:
        skill = shelf.title(newest.head.skill)
        return Suggestion(_gentlest(same), "next", f"The next one of {skill}, new to you.")
    if new:
        entry = _gentlest(new)
        return Suggestion(entry, "next", f"New ground: {shelf.title(entry.head.skill)}.")
    oldest = min(played, key=lambda entry: played[entry].last_played)
    when = ago(played[oldest].last_played, now)
    return Suggestion(oldest, "today", f"You played it {when}, longer ago than all others.")


def _with_room(shelf: Shelf, playable: list[Entry], now: int) -> Entry | None:
    """What practises the principle that had most room: something new, the gentlest, if there is
    any, else what was not played for longest; nothing that was played in the last days."""
    assert shelf.look_back is not None
    fitting = [each for each in playable if shelf.look_back.weakest in each.head.focus]
    new = [entry for entry in fitting if shelf.figures_of(entry) is None]
    if new:
        return _gentlest(new)
    rested = {
        entry: figures.last_played
        for entry in fitting
        if (figures := shelf.figures_of(entry)) is not None
        and now - figures.last_played >= REST_DAYS * DAY
    }
    return min(rested, key=lambda entry: rested[entry], default=None)


def _first(shelf: Shelf, playable: list[Entry]) -> Suggestion:
    shipped = [entry for entry in playable if not entry.own] or playable
    entry = _gentlest(shipped)
    why = f"{shelf.title(entry.head.skill)}: the first skill, at its gentlest."
    return Suggestion(entry, "a good one to begin with", why)


def _gentlest(entries: list[Entry]) -> Entry:
    return min(entries, key=lambda entry: entry.head.level)
