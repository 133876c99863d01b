"""What the commands over the history do. Results go to stdout, messages to stderr."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import closing
from types import SimpleNamespace

from trainer import __version__
from trainer.commands import FOUND, OK, USAGE, say
from trainer.history.again import debrief_again, practised_again
from trainer.history.exporting import as_row, export
from trainer.history.file import sqlite_version
from trainer.history.history import History
from trainer.history.keeper import Keeper
from trainer.history.model import KeptDecision, KeptPlay, Trouble
from trainer.history.resuming import resume
from trainer.history.times import local
from trainer.paths import data_folder, own_folders
from trainer.plain.debrief import tell_debrief
from trainer.practice.report import ABOUT_NUMBERS
from trainer.practice.words import ENDING_WORDS, cost_in_words, marks_in_words, plural
from trainer.scenario.files import Loaded
from trainer.scenario.head_reading import id_of
from trainer.scenario.library import ENDINGS, full_catalogue
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import printable


def run(options: SimpleNamespace) -> int:
    """Does one of the commands; returns the exit status."""
    if options.command == "where":
        return _where()
    with closing(open_history()) as history:
        try:
            if options.command == "history":
                return _history(history, options.play, as_json=options.json)
            if options.command == "export":
                return _export(history, options.file)
            return _forget(history, options)
        except Trouble as trouble:
            say(f"{_NOT[options.command]}: {trouble.word}.")
            return FOUND


_NOT = {
    "history": "The history cannot be read",
    "export": "The history cannot be read",
    "forget": "Nothing was forgotten",
}


def open_history() -> History:
    """The history of this data folder; what it has to tell goes to stderr."""
    return History(data_folder(), tell=say)


def taken_up(
    options: SimpleNamespace, history: History, words: list[str]
) -> tuple[Loaded, Catalogue, Keeper] | int:
    """What ``play --resume`` goes on with; or the exit status, after saying why there is none.

    ``words`` takes the sentences for the person who goes on.
    """
    if options.private or options.seat or options.in_order or options.seed is not None:
        say("`--resume` goes on with a play as it was begun: leave out --as, --seed, --in-order")
        say("and --private.")
        return USAGE
    if options.start is not None or options.settings:
        say("`--resume` goes on where the play was left: leave out --from and --set.")
        return USAGE
    wanted = options.scenario
    if wanted is not None and (wanted.endswith(ENDINGS) or os.sep in wanted):
        wanted = id_of(wanted)
    catalogue = full_catalogue(own_folders())
    # It is opened again by the next move.
    with closing(history):
        try:
            kept = history.unfinished(wanted)
            if kept is None:
                say("There is no play to go on with.")
                return FOUND
            resumed = resume(history, kept, catalogue, own_folders())
        except Trouble as trouble:
            say(f"It cannot be taken up again: {trouble.word}.")
            return FOUND
    words.append(f"You go on with {_called(kept)}, last played {local(kept.touched)}.")
    words += resumed.changes
    return resumed.loaded, catalogue, resumed.keeper


# trainer history


def _history(history: History, number: int | None, *, as_json: bool) -> int:
    if number is None:
        plays = history.plays()
        if as_json:
            print(json.dumps([as_row(play) for play in plays], indent=1, ensure_ascii=False))
        elif plays:
            print("\n".join(_row(play) for play in plays))
        else:
            say("Nothing was played yet.")
        return OK
    kept = history.play(number)
    if kept is None:
        say(f"There is no play {number}. `trainer history` lists them all.")
        return USAGE
    debrief = debrief_again(history, kept, full_catalogue(own_folders()))
    if as_json:
        report = _bare_report(history, kept) if debrief is None else debrief.as_json()
        print(json.dumps(report, indent=1, ensure_ascii=False))
    elif debrief is not None and kept.ended is not None:
        practised = practised_again(history, kept, debrief.play)
        _say_all(_heading(kept), *tell_debrief(debrief, kept.seats[0], practised))
    else:
        _say_all(_heading(kept), *_bare_debrief(history, kept))
    return OK


def _say_all(*lines: str) -> None:
    print("\n".join(printable(line) for line in lines))


def _called(kept: KeptPlay) -> str:
    return f"play {kept.number}, {kept.title} ({kept.scenario})"


def _heading(kept: KeptPlay) -> str:
    called = _called(kept)
    return f"{called[0].upper()}{called[1:]}, as {' and '.join(kept.seats)}, {local(kept.began)}"


def _row(kept: KeptPlay) -> str:
    """A play on one line."""
    title, seats = f"{kept.title} ({kept.scenario})", " and ".join(kept.seats)
    return printable(
        f"{kept.number:>5}  {local(kept.began)}  {title}, as {seats}: {_outcome(kept)}"
    )


def _outcome(kept: KeptPlay) -> str:
    of = f" of play {kept.replay_of}" if kept.replay_of else ""
    line = f" from line {kept.replay_from}" if kept.replay_from else ""
    replay = f", a replay{of}{line}" if kept.replay_of is not None or line else ""
    if kept.ended is not None:
        score = "" if kept.score is None else f", {kept.score} of 100"
        kind = kept.ending_kind or ""
        return f"{ENDING_WORDS.get(kind, kind)}{score}{replay}"
    went_on = f", went on as play {kept.continued_by}" if kept.continued_by else ""
    return f"left after {plural(kept.lines, 'line')}{went_on}{replay}"


def _bare_debrief(history: History, kept: KeptPlay) -> Iterator[str]:
    """What is told of a play that was left, or whose scenario is not as it was any more."""
    if kept.ended is None:
        yield f"It was {_outcome(kept)}."
        if kept.continued_by is None:
            yield f"`trainer play --resume {kept.scenario}` goes on with the newest."
        return
    kind = kept.ending_kind or ""
    yield f"The ending: {kept.ending_title} ({ENDING_WORDS.get(kind, kind)})."
    if kept.score is not None:
        yield f"{kept.score} of 100. {ABOUT_NUMBERS}"
    yield "The scenario cannot be told as it was any more; these are the figures of then."
    catalogue = full_catalogue(own_folders())
    for number, each in enumerate(history.decisions(kept), 1):
        yield ""
        yield f"Line {number}. You chose: {each.say}"
        yield from (f"{mark}." for mark in marks_in_words(each.marks, catalogue, signs=False))
        yield f"{cost_in_words(each.cost)}. Endings still open after it: {', '.join(each.open)}."


def _bare_report(history: History, kept: KeptPlay) -> dict[str, object]:
    """The report of such a play: what is kept of it."""
    seats: dict[str, dict[str, object]] = {
        seat: {
            "score": kept.score if len(kept.seats) == 1 else None,
            "decisions": [_figures(each) for each in history.decisions(kept) if each.seat == seat],
        }
        for seat in kept.seats
    }
    row = as_row(kept)
    return {**{key: row[key] for key in ("scenario", "title", "mode", "ending")}, "seats": seats}


def _figures(kept: KeptDecision) -> dict[str, object]:
    names = ("node", "choice", "value", "best", "score", "cost")
    took = {} if kept.took == kept.choice else {"took": kept.took}
    return {**{name: getattr(kept, name) for name in names}, "open": list(kept.open), **took}


# trainer export, forget, where


def _export(history: History, path: str) -> int:
    try:
        count = export(history, path)
    except OSError as error:
        say(f"It was not written to `{path}`: {error.strerror or error}.")
        return FOUND
    say(f"{plural(count, 'play').capitalize()} written to `{path}`. Whoever has it can read it.")
    return OK


def _forget(history: History, options: SimpleNamespace) -> int:
    wanted: str | None = options.what
    if (wanted is None) != options.all:
        say("Forget what? `trainer forget PLAY` (a number of `trainer history`),")
        say("`trainer forget SCENARIO` (its id), or `trainer forget --all`.")
        return USAGE
    what = int(wanted) if wanted and wanted.isascii() and wanted.isdigit() else wanted
    found = _to_forget(history, what)
    if found is None:
        say(f"Nothing is kept of `{wanted}`. `trainer history` lists what is.")
        return USAGE
    if not options.yes and not _agreed(f"Forget {found}? It cannot be brought back."):
        say("Nothing was forgotten.")
        return FOUND
    count, gone = history.forget(what)
    say(f"{plural(count, 'play').capitalize()} forgotten.")
    if not gone:
        say("Another window is at the files, so the bytes are still in them: the next start of the")
        say("trainer without that window removes them.")
    for copy in history.copies_aside():
        say(f"It may still stand in a damaged file that was set aside: {copy}")
        say("(`trainer forget --all` deletes that too.)")
    return OK


def _to_forget(history: History, what: int | str | None) -> str | None:
    """What is to be forgotten, in words; None if nothing of it is kept."""
    if what is None:
        plays = plural(len(history.plays()), "play")
        aside = history.copies_aside()
        return f"everything: {plays}" + (
            f", and {plural(len(aside), 'damaged file')}" * bool(aside)
        )
    if isinstance(what, int):
        kept = history.play(what)
        return None if kept is None else f"{_called(kept)}, of {local(kept.began)}"
    times = sum(1 for each in history.plays() if each.scenario == what)
    return f"all that was played of {what}: {plural(times, 'play')}" if times else None


def _agreed(question: str) -> bool:
    """Asks on stderr, and reads one line."""
    print(printable(f"{question} [y/N]"), end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline() if sys.stdin else ""
    if not (sys.stdin and sys.stdin.isatty()):
        print(file=sys.stderr)
    return answer.strip().lower() in ("y", "yes")


def _where() -> int:
    """Nothing in it tells who somebody is: the home folder is written as ~."""
    folder = data_folder()
    there = "" if os.path.isdir(folder) else " (not there yet)"
    _say_all(
        f"trainer {__version__}",
        f"python {platform.python_version()} ({platform.python_implementation()})",
        f"textual {_textual_version()}",
        f"sqlite {sqlite_version()}",
        f"system {platform.system()} {platform.release()} ({platform.machine()})",
        f"data folder {_without_home(folder)}{there}",
        f"terminal {_terminal()}",
    )
    return OK


def _without_home(path: str) -> str:
    home = os.path.expanduser("~").rstrip(os.sep)
    inside = home and (path == home or path.startswith(home + os.sep))
    return "~" + path[len(home) :] if inside else path


def _textual_version() -> str:
    from importlib import metadata

    try:
        return metadata.version("textual")
    except metadata.PackageNotFoundError:
        return "is not installed"


def _terminal() -> str:
    """What the terminal says of itself."""
    names = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "TEXTUAL_THEME", "LANG", "LC_ALL")
    said = [f"{name}={os.environ[name]}" for name in names if os.environ.get(name)]
    try:
        size = os.get_terminal_size()
        said.append(f"{size.columns}x{size.lines}")
    except (OSError, ValueError):
        said.append("no terminal")
    return ", ".join([*said, sys.stdout.encoding or "no encoding"])
