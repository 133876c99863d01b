"""A scenario as its file is now, for whoever plays it again: it may have changed meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.practice.play import IllegalMove, Play, replayed
from trainer.practice.words import number_word, plural
from trainer.scenario.files import load
from trainer.scenario.model import Catalogue, Scenario
from trainer.scenario.record import record

if TYPE_CHECKING:
    from trainer.scenario.graph import Graph

_AS_IT_WAS = "you play the text as it was."


@record
class Current:
    """A play of a scenario as its file is now, and what is to be told of that.

    ``graph`` is the scenario's, where it is at hand.
    """

    play: Play
    graph: Graph | None
    words: tuple[str, ...] = ()


def begun(
    scenario: Scenario,
    graph: Graph | None,
    seat: str,
    moves: tuple[str, ...],
    catalogue: Catalogue,
) -> Current:
    """A play with those of the moves made that still fit. The text it was is played on where its
    file is gone, has an error, or has lost the seat."""
    as_it_was = replayed(scenario, [seat], moves)
    now = _source(scenario.path)
    if now == scenario.source or not scenario.path:
        return Current(as_it_was, graph)
    if now is None:
        return Current(as_it_was, graph, (f"Its file is gone; {_AS_IT_WAS}",))
    loaded = load(scenario.path, catalogue)
    if loaded.scenario is None:
        return Current(as_it_was, graph, (f"Its file has an error now; {_AS_IT_WAS}",))
    if seat not in loaded.scenario.roles:
        return Current(as_it_was, graph, (f"Your seat is gone from its file; {_AS_IT_WAS}",))
    play = Play(loaded.scenario, [seat])
    for decision in as_it_was.decisions:
        if decision.node.id != play.node.id:
            break
        try:
            play.choose(decision.took.id)
        except IllegalMove:
            break
    words = ["The scenario was edited since; this is what it says now."]
    fitting = len(play.decisions)
    if fitting < len(moves):
        count = plural(len(moves), "line")
        if fitting:
            fits = "fits" if fitting == 1 else "fit"
            kept = number_word(fitting).capitalize()
            words.append(f"{kept} of the {count} before it still {fits}.")
        else:
            words.append(f"Of the {count} before it none fits any more; it begins anew.")
    return Current(play, loaded.graph, tuple(words))


def _source(path: str) -> bytes | None:
    """What the file holds; None where it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None
