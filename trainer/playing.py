"""The command ``trainer play``, and ``trainer`` alone: what is to be played, and where."""

from __future__ import annotations

import gc
from types import SimpleNamespace

from trainer.commands import (
    OK,
    USAGE,
    cannot_write,
    find,
    listed,
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
    "rehearsal": False,
    "say_first": False,
    "together": False,
    "names": None,
    "landing": True,
    "listen_first": False,
}


@record
class Chosen:
    """What is to be played. A play that is taken up again comes with what keeps it."""

    loaded: Loaded
    catalogue: Catalogue
    history: History | None = None
    keeper: Keeper | None = None
    words: tuple[str, ...] = ()


def play(options: SimpleNamespace) -> int:
    """Plays in the app, or in plain mode; returns the exit status."""
    options = SimpleNamespace(**{**_NOTHING_ASKED, **vars(options)})
    plain = options.plain
    if not plain and (reason := no_terminal()):
        plain = True
        say(f"Plain mode: {reason}.")
    if reason := _only_plain(options, plain=plain) or _wrong_for_two(options):
        say(reason)
        return USAGE
    chosen = _chosen(options)
    if isinstance(chosen, int):
        return chosen
    if chosen is None and plain:
        say("Which scenario? Write `trainer play ID --plain` with one of these:")
        library = open_library(own_folders())
        print(listing(library, listed(library)))
        return USAGE
    if reason := _wrong_use(options, chosen):
        say(reason)
        return USAGE
    if not plain or chosen is None:
        return _open_app(options, chosen)
    for word in chosen.words:
        say(word)
    gc.enable()
    if options.together:
        from trainer.plain.together import play_together

        return play_together(chosen.loaded, chosen.catalogue, options)
    from trainer.plain.solo import play_plain

    return play_plain(chosen.loaded, chosen.catalogue, options, chosen.keeper)


def _chosen(options: SimpleNamespace) -> Chosen | int | None:
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


def _left_before(options: SimpleNamespace) -> Chosen | int:
    from trainer.keeping import open_history, taken_up

    words: list[str] = []
    history = open_history()
    resumed = taken_up(options, history, words)
    if isinstance(resumed, int):
        return resumed
    loaded, catalogue, keeper = resumed
    return Chosen(loaded, catalogue, history, keeper, tuple(words))


def _wrong_use(options: SimpleNamespace, chosen: Chosen | None) -> str | None:
    """What is wrong with the seat or the report that was asked for, if anything."""
    if chosen is not None and chosen.loaded.scenario is not None and options.seat is not None:
        roles = chosen.loaded.scenario.roles
        if options.seat not in roles:
            names = " or ".join(roles)
            return (
                f"There is no seat `{options.seat}` in `{chosen.loaded.scenario.id}`: take {names}."
            )
    return cannot_write(options.report) if options.report is not None else None


def _only_plain(options: SimpleNamespace, *, plain: bool) -> str | None:
    """What only line mode with one person has, if it is asked for elsewhere."""
    if not (options.rehearsal or options.say_first):
        return None
    if options.together:
        return "`--rehearsal` and `--say-first` are for one: leave out `--together`."
    if plain:
        return None
    return (
        "`--rehearsal` and `--say-first` are for line mode: add `--plain`. In the app they are "
        "chosen on the page before the start."
    )


def _wrong_for_two(options: SimpleNamespace) -> str | None:
    """What does not go together with two at one keyboard, or only with them, if anything.

    Names that will do are two from then on.
    """
    if not options.together:
        if options.names is None and options.landing and not options.listen_first:
            return None
        return "`--names`, `--no-landing` and `--listen-first` are for two: add `--together`."
    if options.seat is not None:
        return "`--as` takes one seat, and with `--together` there is a person in each."
    if options.resume:
        return "A talk of two is never kept, so there is none for `--resume` to go on with."
    if options.listen_first and not options.landing:
        return "`--no-landing` reads one line a decision, and `--listen-first` needs more."
    if options.names is None:
        return None
    from trainer.practice.together_names import names_given

    try:
        options.names = names_given(options.names)
    except ValueError as error:
        return str(error)
    return None


def _open_app(options: SimpleNamespace, chosen: Chosen | None) -> int:
    from trainer.tui.app import TrainerApp
    from trainer.tui.options import AppOptions, ForTwo, GoingOn

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
            together=options.together,
            for_two=ForTwo(
                options.names,
                options.listen_first,
                options.landing,
                options.report if options.together else None,
            ),
        )
    )
    app.run()
    return app.return_code or OK
