"""The command ``trainer play``, and ``trainer`` alone: what is to be played, and where."""

from __future__ import annotations

import argparse
import gc

from trainer.commands import (
    OK,
    USAGE,
    cannot_write,
    find,
    listing,
    no_terminal,
    say,
)
from trainer.paths import own_folders
from trainer.scenario.files import Loaded
from trainer.scenario.library import open_library, shipped_catalogue
from trainer.scenario.model import Catalogue
from trainer.scenario.record import record

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.history import History
    from trainer.history.keeper import Keeper

#: What `trainer` alone stands for.
_NOTHING_ASKED = {
    "scenario": None,
    "seat": None,
    "plain": False,
    "in_order": False,
    "seed": None,
    "report": None,
    "start": None,
    "settings": None,
    "resume": False,
    "private": False,
}


@record
class Chosen:
    """What is to be played. A play that is taken up again comes with what keeps it."""

    loaded: Loaded
    catalogue: Catalogue
    history: History | None = None
    keeper: Keeper | None = None
    words: tuple[str, ...] = ()


def play(options: argparse.Namespace) -> int:
    """Plays in the app, or in plain mode; returns the exit status."""
    options = argparse.Namespace(**{**_NOTHING_ASKED, **vars(options)})
    plain = options.plain
    if not plain and (reason := no_terminal()):
        plain = True
        say(f"Plain mode: {reason}.")
    chosen = _chosen(options)
    if isinstance(chosen, int):
        return chosen
    if chosen is None and plain:
        say("Which scenario? Write `trainer play ID --plain` with one of these:")
        print(listing(open_library(own_folders())))
        return USAGE
    if reason := _wrong_use(options, chosen):
        say(reason)
        return USAGE
    if not plain or chosen is None:
        return _open_app(options, chosen)
    for word in chosen.words:
        say(word)
    from trainer.plain import play_plain

    gc.enable()
    return play_plain(chosen.loaded, chosen.catalogue, options, chosen.keeper)


def _chosen(options: argparse.Namespace) -> Chosen | int | None:
    """What was asked for; None if nothing was; the exit status where it cannot be had."""
    elsewhere = options.start is not None or options.settings
    if elsewhere and (options.resume or options.scenario is None):
        say("`--from` and `--set` need the scenario that is to begin there, and no `--resume`.")
        return USAGE
    if options.resume:
        return _left_before(options)
    if options.scenario is None:
        return None
    found = find(options.scenario, shipped_catalogue())
    if isinstance(found, int):
        return found
    loaded, catalogue = found
    if elsewhere:
        from trainer.authoring import started

        begun = started(loaded, options)
        if isinstance(begun, int):
            return begun
        loaded = begun
    return Chosen(loaded, catalogue)


def _left_before(options: argparse.Namespace) -> Chosen | int:
    from trainer.keeping import open_history, taken_up

    words: list[str] = []
    history = open_history()
    resumed = taken_up(options, history, words)
    if isinstance(resumed, int):
        return resumed
    loaded, catalogue, keeper = resumed
    return Chosen(loaded, catalogue, history, keeper, tuple(words))


def _wrong_use(options: argparse.Namespace, chosen: Chosen | None) -> str | None:
    """What is wrong with the seat or the report that was asked for, if anything."""
    if chosen is not None and chosen.loaded.scenario is not None and options.seat is not None:
        roles = chosen.loaded.scenario.roles
        if options.seat not in roles:
            names = " or ".join(roles)
            return (
                f"There is no seat `{options.seat}` in `{chosen.loaded.scenario.id}`: take {names}."
            )
    return cannot_write(options.report) if options.report is not None else None


def _open_app(options: argparse.Namespace, chosen: Chosen | None) -> int:
    from trainer.tui.app import TrainerApp
    from trainer.tui.options import AppOptions, GoingOn

    going_on = None
    if chosen is not None and chosen.history is not None and chosen.keeper is not None:
        going_on = GoingOn(chosen.history, chosen.keeper, chosen.loaded.graph, chosen.words)
    elsewhere = options.start is not None or bool(options.settings)
    app = TrainerApp(
        AppOptions(
            own_folders=own_folders(),
            play=chosen.loaded.scenario if chosen else None,
            seat=options.seat,
            in_order=options.in_order,
            seed=options.seed,
            report=options.report,
            keep=not (options.private or elsewhere),
            going_on=going_on,
        )
    )
    app.run()
    return app.return_code or OK
