"""A kept play as it was played: its scenario from the kept text, its moves, its debrief."""

from __future__ import annotations

from collections.abc import Iterable

from trainer.history.history import History
from trainer.history.model import KeptPlay, KeptWords
from trainer.practice.play import IllegalMove, Play, replayed
from trainer.practice.practising import How, Practised, Typed
from trainer.practice.report import Debrief
from trainer.practice.scoring import Scored
from trainer.scenario.figures import half_up
from trainer.scenario.files import Loaded, load_text
from trainer.scenario.model import Catalogue
from trainer.scenario.record import changed
from trainer.scenario.source import decode


def scenario_as_played(history: History, kept: KeptPlay, catalogue: Catalogue) -> Loaded | None:
    """The scenario as it was when it was played; None where that cannot be told any more.

    Raises Trouble.
    """
    text = history.text(kept)
    if text is None:
        return None
    source = decode(kept.path, text)
    if source.failed:
        return None
    loaded = load_text(source, catalogue)
    if loaded.scenario is None or set(kept.seats) - set(loaded.scenario.roles):
        return None
    return changed(loaded, scenario=changed(loaded.scenario, source=text))


def debrief_again(history: History, kept: KeptPlay, catalogue: Catalogue) -> Debrief | None:
    """The debrief of a play, as it was shown (without ``ending`` for one that was left).

    None where it would not be the same any more: the text is lost, or this version counts
    otherwise. Then there are still ``History.decisions``. Raises Trouble.
    """
    loaded = scenario_as_played(history, kept, catalogue)
    if loaded is None or loaded.scenario is None:
        return None
    moves = [each.move for each in history.moves(kept)]
    try:
        play = replayed(loaded.scenario, kept.seats, moves)
    except IllegalMove:
        return None
    if (play.ending is None) != (kept.ended is None):
        return None
    debrief = Debrief(play, catalogue, loaded.graph, replay_from=kept.replay_from)
    if kept.ended is None:
        return debrief
    figures = [_figures(each) for score in debrief.seats.values() for each in score.decisions]
    as_kept = [
        (each.node, each.choice, each.value, each.best, each.score)
        for each in history.decisions(kept)
    ]
    return debrief if figures == as_kept else None


def practised_again(history: History, kept: KeptPlay, play: Play) -> Practised:
    """What was watched, typed and guessed in a play that was made again. Raises Trouble."""
    how = How(kept.feedback, watched=kept.watched)
    practised = Practised(play, how, kept.replay_from)
    practised.put_back(
        [each.guess for each in history.moves(kept)], typed_before(history.words(kept))
    )
    return practised


def typed_before(words: Iterable[KeptWords]) -> list[tuple[int, Typed]]:
    """The words that were typed before the choices were seen, with the moves made by then."""
    return [
        (each.moves_before, Typed(each.text, each.markers))
        for each in words
        if each.kind == "first" and each.moves_before is not None
    ]


def _figures(scored: Scored) -> tuple[str, str, int, int, int | None]:
    score = None if scored.score is None else half_up(scored.score)
    first = scored.decision.first
    return scored.decision.node.id, first.id, scored.value, scored.best, score
