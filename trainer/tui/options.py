"""What the app is opened with. Nothing here imports textual."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from trainer.scenario.record import record

if TYPE_CHECKING:
    from trainer.history.history import History
    from trainer.history.keeper import Keeper
    from trainer.practice.play import Play
    from trainer.scenario.graph import Graph
    from trainer.scenario.model import Scenario


@record
class GoingOn:
    """A play that is taken up again: what keeps it, and the words that say where it stands."""

    history: History
    keeper: Keeper
    graph: Graph | None
    words: tuple[str, ...]


@record
class ForTwo:
    """What was settled for two people before the app opened.

    ``names`` are cleaned; None where they are asked for anew. Without ``landing`` nobody is asked
    how a line landed, or halfway, and nothing is handed over. ``report`` is where the report of
    their first play that reaches its ending is written.
    """

    names: tuple[str, str] | None = None
    listens_first: bool = False
    landing: bool = True
    report: str | None = None


@record
class AppOptions:
    """How to open the app.

    ``own_folders`` are the player's own libraries. ``play`` opens one scenario at its first screen,
    with ``seat`` chosen there. ``in_order`` keeps the file's order of choices, else ``seed`` (fresh
    for each play where None) shuffles them. ``report`` is where the report of a play that reached
    its ending is written (.json, else Markdown); ``on_finish`` is told of every such play.
    Plays are kept unless ``keep`` is False. ``going_on`` opens the app in a play that was left.
    ``clock`` tells the time, in seconds since 1970. ``introduce`` shows the rules of a skill before
    its first scenario. ``together`` begins with an evening for two, of ``play`` if that is given,
    with what was settled ``for_two``.
    """

    own_folders: tuple[str, ...] = ()
    play: Scenario | None = None
    seat: str | None = None
    in_order: bool = False
    seed: int | None = None
    report: str | None = None
    on_finish: Callable[[Play], None] | None = None
    keep: bool = True
    going_on: GoingOn | None = None
    clock: Callable[[], float] = time.time
    introduce: bool = True
    together: bool = False
    for_two: ForTwo = ForTwo()
