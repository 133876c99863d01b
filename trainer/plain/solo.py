"""One person alone in plain mode: from the start of a play to its debrief."""

from __future__ import annotations

import os
import sys
from functools import partial
from types import SimpleNamespace

from trainer.plain.talk import Left, PlainPlay
from trainer.practice.play import Play
from trainer.practice.practising import COACHED, REHEARSAL, How
from trainer.scenario.files import Loaded
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import printable

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.keeper import Keeper

OK, UNFINISHED = 0, 1


def play_plain(
    loaded: Loaded,
    catalogue: Catalogue,
    options: SimpleNamespace,
    keeper: Keeper | None = None,
) -> int:
    """Plays a scenario to its debrief; returns the exit status.

    Of ``options`` it reads ``seat``, ``seed``, ``in_order``, ``report``, ``private`` and ``start``
    and ``settings`` (a play that begins elsewhere is an author's try, and is not kept). A play that
    is taken up again comes with its ``keeper``.
    """
    scenario = loaded.scenario
    assert scenario is not None
    feedback = REHEARSAL if options.rehearsal else keeper.feedback if keeper else COACHED
    how = How(feedback, options.say_first)
    begin = None
    if keeper is not None:
        play, seed = keeper.play, keeper.seed
    else:
        play, seed = Play(scenario, [options.seat or scenario.play_as]), options.seed
        if options.in_order:
            seed = None
        elif seed is None:
            seed = int.from_bytes(os.urandom(4), "big")
        if not (options.private or options.start is not None or options.settings):
            begin = partial(_begin_keeping, play, seed, feedback)
    if how == How():
        session = PlainPlay(play, catalogue, seed, begin, loaded.graph)
    else:
        from trainer.plain.practice import PlainPractice

        session = PlainPractice(play, catalogue, seed, begin, loaded.graph, how)
    session.keeper = keeper
    try:
        return _play_to_debrief(session, loaded, options.report)
    finally:
        if session.keeper is not None:
            session.keeper.close()


def _play_to_debrief(session: PlainPlay, loaded: Loaded, report: str | None) -> int:
    try:
        session.run()
    except Left:
        kept = session.keeper is not None and session.keeper.is_kept
        later = "`trainer play --resume` goes on with it" if kept else "Come back to it"
        session.say("", f"The talk stops here. {later} when you like.")
        if report:
            _tell("It did not reach its ending, so no report was written.")
        return UNFINISHED
    from trainer.plain.debrief import tell_debrief, write_report
    from trainer.practice.report import Debrief

    replay_from = None if session.keeper is None else session.keeper.replay_from
    debrief = Debrief(session.play, session.catalogue, loaded.graph, replay_from=replay_from)
    if session.keeper is not None:
        session.keeper.finish(debrief)
    session.say(*tell_debrief(debrief, session.seat, session.practised))
    if report and (reason := write_report(debrief, report)):
        _tell(reason)
        return UNFINISHED
    return OK


def _begin_keeping(play: Play, seed: int | None, feedback: str) -> Keeper:
    from trainer.history.history import History
    from trainer.paths import data_folder

    return History(data_folder(), tell=_tell).begin(play, seed=seed, feedback=feedback)


def _tell(message: str) -> None:
    print(printable(message), file=sys.stderr)
