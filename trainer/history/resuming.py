"""Takes an unfinished play up again, also where its scenario was edited since.

The moves that still fit are made again: those whose node is the one the play is at, and whose
choice is offered there. A line that does not fit takes with it what followed, up to its being taken
back. What was kept stays as it is: the play goes on as a new one that says which it continues.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from trainer.history.again import scenario_as_played
from trainer.history.history import History
from trainer.history.keeper import Keeper
from trainer.history.model import DAMAGED, KeptMove, KeptPlay, KeptWords, Trouble
from trainer.practice.play import TAKE_BACK, IllegalMove, Play
from trainer.practice.words import number_word, plural, quote
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import path_of, shipped_folder
from trainer.scenario.model import Catalogue
from trainer.scenario.record import changed, record
from trainer.scenario.texts import put_names


@record
class Resumed:
    """A play that goes on: its scenario as loaded, its keeper (with the play), and what changed.

    ``changes`` are sentences for the person; none where all is as it was.
    """

    loaded: Loaded
    keeper: Keeper
    changes: tuple[str, ...]


def resume(
    history: History, kept: KeptPlay, catalogue: Catalogue, own_folders: Sequence[str] = ()
) -> Resumed:
    """Takes a kept play up where it was left. Raises Trouble where it cannot be."""
    as_played: Loaded | None = None
    loaded, word = _current(kept, catalogue, own_folders)
    changes = []
    if loaded is None or loaded.scenario is None:
        changes.append(word)
        loaded = as_played = scenario_as_played(history, kept, catalogue)
        if loaded is None or loaded.scenario is None:
            raise Trouble(DAMAGED, f"{word[:-1]}, and there is no copy of it that can be played")
    scenario = loaded.scenario
    moves = history.moves(kept)
    play = Play(scenario, kept.seats)
    made, lost, fits = made_again(play, moves)
    keeper = Keeper(
        history,
        play,
        seed=kept.seed,
        feedback=kept.feedback,
        watched=kept.watched,
        replay_of=kept.replay_of,
        replay_from=kept.replay_from,
        made=made,
        typed=_still_fitting(history.words(kept), fits, made),
    )
    if scenario.digest == kept.digest and len(made) == len(moves):
        keeper.takes_up(kept)
        return Resumed(loaded, keeper, tuple(changes))
    keeper.continues = kept.number
    if scenario.digest != kept.digest:
        changes.append("The scenario was edited since.")
    as_played = as_played or scenario_as_played(history, kept, catalogue)
    changes += _what_changed(kept, made, lost, as_played)
    return Resumed(loaded, keeper, tuple(changes))


def _current(
    kept: KeptPlay, catalogue: Catalogue, own_folders: Sequence[str]
) -> tuple[Loaded | None, str]:
    """The scenario as its file is now; or None, and why not."""
    path: str | None = kept.path
    if not os.path.isfile(kept.path):
        path = path_of(kept.scenario, [shipped_folder(), *own_folders])
    if path is None:
        return None, "Its file is gone; you go on with the text as you played it."
    loaded = load(path, catalogue)
    if loaded.scenario is None:
        return None, "Its file has an error now; you go on with the text as you played it."
    if set(kept.seats) - set(loaded.scenario.roles):
        return None, "Your seat is gone from its file; you go on with the text as you played it."
    return loaded, ""


def made_again(
    play: Play, moves: Sequence[KeptMove]
) -> tuple[list[KeptMove], list[KeptMove], list[int | None]]:
    """Makes the moves that still fit; those made, and the lines that stood and are lost.

    The third has, for each number of moves as it was then, how many of them are made now (None
    under a line that is lost).
    """
    made: list[KeptMove] = []
    lost: list[KeptMove] = []
    fits: list[int | None] = []
    for each in moves:
        fits.append(None if lost else len(made))
        if lost:
            # Under a line that is lost nothing can be said until it is taken back.
            if each.move == TAKE_BACK:
                lost.pop()
            else:
                lost.append(each)
            continue
        try:
            if each.node != play.node.id:
                raise IllegalMove(each.node)
            play.move(each.move)
        except IllegalMove:
            lost.append(each)
        else:
            made.append(each)
    return made, lost, [*fits, None if lost else len(made)]


def _still_fitting(
    words: Sequence[KeptWords], fits: Sequence[int | None], made: Sequence[KeptMove]
) -> list[KeptWords]:
    """The words whose moment is still there, with how many moves are made before it now."""
    lines: list[int] = []  # the moves of the lines that stand
    for number, move in enumerate(made):
        if move.move == TAKE_BACK:
            lines.pop()
        else:
            lines.append(number)
    kept = []
    for each in words:
        before = each.moves_before
        now: int | None = None
        if before is None:  # of an earlier version: by the line that they came before
            now = lines[each.decision] if each.decision < len(lines) else None
        elif before < len(fits):
            now = fits[before]
        if now is not None:
            kept.append(changed(each, moves_before=now))
    return kept


def _what_changed(
    kept: KeptPlay,
    made: Sequence[KeptMove],
    lost: Sequence[KeptMove],
    as_played: Loaded | None,
) -> list[str]:
    """What became of the player's lines, as sentences."""
    if not lost:
        return ["All of your lines still fit."]
    stands = sum(-1 if each.move == TAKE_BACK else 1 for each in made)
    count = plural(stands + len(lost), "line")
    if stands:
        fits = "fits" if stands == 1 else "fit"
        words = [
            f"{number_word(stands).capitalize()} of your {count} still {fits}; "
            "it goes on from there."
        ]
    else:
        words = [f"Of your {count} none fits any more; it begins anew."]
    say = _say(lost[0], as_played)
    if say:
        words.append(f"The first that does not: {say}")
    return [*words, f"What you said stays in the history, as play {kept.number}."]


def _say(lost: KeptMove, as_played: Loaded | None) -> str | None:
    """The words of a line that is lost, as it was when it was said."""
    if as_played is None or as_played.scenario is None:
        return None
    scenario = as_played.scenario
    node = scenario.nodes.get(lost.node)
    for choice in node.choices if node else ():
        if choice.id == lost.move:
            return quote(put_names(choice.say, scenario.names))
    return None
