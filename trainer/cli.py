"""The command ``trainer``: reads its arguments and opens what was asked for.

A front end is imported only when it is asked for: ``list``, ``check`` and ``play --plain`` never
import textual, ``--help`` and ``--version`` not even yaml.

Exit status: 0 well, 1 problems found or a play left unfinished, 2 wrong use, 130 on ctrl+c.
"""

from __future__ import annotations

import argparse
import errno
import gc
import io
import os
import sys
from collections.abc import Callable, Sequence

from trainer import __version__

OK, FOUND, USAGE, INTERRUPTED = 0, 1, 2, 130

_EPILOG = "`trainer` alone opens the app. Nothing you do here leaves this machine."


def run() -> None:
    """The command, from the terminal: ends the process with its exit status."""
    # What is made while starting is no garbage, and most commands end before any would matter. What
    # goes on for longer (a play) turns the collector on again.
    gc.disable()
    sys.exit(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (the process's own if None); returns its exit status."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    wanted = next((word for word in words if not word.startswith("-")), None)
    options = _parser(wanted).parse_args(words)
    _be_lenient()
    try:
        status = _dispatch(options)
        if sys.stdout:
            sys.stdout.flush()
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if not (isinstance(error, BrokenPipeError) or error.errno == errno.ENOSPC):
            raise
        # Whoever read the output has gone, or there is no room for it. Python would complain once
        # more while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.ENOSPC:
            print("trainer: there is no room left for the output", file=sys.stderr)
        return FOUND


def _be_lenient() -> None:
    """Lets an output that cannot show a sign show a stand-in, and a garbled input be just wrong."""
    for stream, errors in (
        (sys.stdout, "replace"),
        (sys.stderr, "replace"),
        (sys.stdin, "replace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=errors)


class _Help(argparse.HelpFormatter):
    """argparse's own help, without the import of shutil that asking for the width costs."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except (OSError, ValueError):
            width = 80
        super().__init__(prog, width=max(40, min(width, 100) - 2))


class _Parser(argparse.ArgumentParser):
    """A parser with that help, as its commands' parsers are too."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return _Help(self.prog)


def _parser(wanted: str | None) -> argparse.ArgumentParser:
    """The parser. Only the command that is wanted gets its arguments: the others cost time."""
    parser = _Parser(
        prog="trainer",
        description="Practise a hard conversation before you have it.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"trainer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog="trainer")
    for name, (help_text, add_arguments) in _COMMANDS.items():
        command = commands.add_parser(name, help=help_text)
        if name == wanted:
            add_arguments(command)
    return parser


def _play_arguments(play: argparse.ArgumentParser) -> None:
    play.add_argument(
        "scenario", nargs="?", metavar="ID|FILE", help="an id of `trainer list`, or a file"
    )
    play.add_argument("--as", dest="seat", metavar="ROLE", help="the seat to take")
    play.add_argument("--plain", action="store_true", help="line by line, without the app")
    play.add_argument("--in-order", action="store_true", help="choices in the file's order")
    play.add_argument("--seed", type=int, metavar="N", help="what choices are shuffled by")
    play.add_argument("--report", metavar="FILE", help="write a report (.json or .md) at the end")
    play.add_argument("--from", dest="start", metavar="NODE", help="begin at that node")
    play.add_argument(
        "--set",
        dest="settings",
        action="append",
        metavar="NAME=VALUE",
        help="begin with a meter or flag at that value",
    )
    play.add_argument("--resume", action="store_true", help="go on with the play last left")
    play.add_argument("--private", action="store_true", help="keep nothing of this play")


def _list_arguments(listing: argparse.ArgumentParser) -> None:
    listing.add_argument("--json", action="store_true", help="as JSON")


def _check_arguments(check: argparse.ArgumentParser) -> None:
    check.add_argument("paths", nargs="*", metavar="PATH", help="files and folders")
    check.add_argument("--strict", action="store_true", help="count warnings as errors")
    check.add_argument("--json", action="store_true", help="as JSON")
    check.add_argument("--explain", metavar="CODE", help="what a problem's code means")


def _new_arguments(new: argparse.ArgumentParser) -> None:
    new.add_argument("skill", metavar="SKILL", help="what it practises, such as gentle-startup")
    new.add_argument("file", metavar="FILE", help="where to write it (.yaml)")


def _graph_arguments(graph: argparse.ArgumentParser) -> None:
    graph.add_argument("scenario", metavar="ID|FILE", help="an id of `trainer list`, or a file")
    graph.add_argument("--format", choices=("text", "mermaid", "dot"), default="text")


def _playtest_arguments(test: argparse.ArgumentParser) -> None:
    test.add_argument("scenarios", nargs="*", metavar="ID|FILE", help="all, where none is named")
    test.add_argument("--plays", type=_count, default=200, metavar="N", help="of each player: 200")
    test.add_argument("--seed", type=int, default=1, metavar="S", help="of the chance: 1")
    test.add_argument("--json", action="store_true", help="as JSON")


def _history_arguments(history: argparse.ArgumentParser) -> None:
    history.add_argument("play", nargs="?", type=int, metavar="N", help="the number of a play")
    history.add_argument("--json", action="store_true", help="as JSON")


def _export_arguments(export: argparse.ArgumentParser) -> None:
    export.description = "The file says at its top what stands in it."
    export.add_argument("file", metavar="FILE", help="where to write it")


def _forget_arguments(forget: argparse.ArgumentParser) -> None:
    forget.add_argument(
        "what", nargs="?", metavar="PLAY|SCENARIO", help="the number of a play, or a scenario's id"
    )
    forget.add_argument("--all", action="store_true", help="everything")
    forget.add_argument("--yes", action="store_true", help="do not ask first")


def _no_arguments(_: argparse.ArgumentParser) -> None:
    pass


#: The commands: what each is for, and what adds its arguments.
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "play": ("play a scenario", _play_arguments),
    "list": ("list the scenarios", _list_arguments),
    "check": ("look for problems in scenarios", _check_arguments),
    "new": ("begin a scenario of your own", _new_arguments),
    "graph": ("draw a scenario's nodes and choices", _graph_arguments),
    "playtest": ("play scenarios by chance, many times", _playtest_arguments),
    "history": ("list what was played, or show a debrief again", _history_arguments),
    "export": ("write everything that is kept into a JSON file", _export_arguments),
    "forget": ("delete what is kept, for good", _forget_arguments),
    "where": ("print where things lie, for bug reports", _no_arguments),
}


def _count(text: str) -> int:
    """A number of plays. Raises argparse's error for what is none, or too many."""
    most = 1_000_000
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:8]) <= most):
        raise argparse.ArgumentTypeError(f"`{text}` is no whole number from 1 to {most:,}")
    return int(text)


def _dispatch(options: argparse.Namespace) -> int:
    if options.command == "check" and options.explain is not None:
        from trainer.authoring import explain

        return explain(options.explain, as_json=options.json)
    if options.command == "check":
        from trainer.commands import check

        return check(options.paths, strict=options.strict, as_json=options.json)
    if options.command == "list":
        from trainer.commands import list_scenarios

        return list_scenarios(as_json=options.json)
    if options.command == "new":
        from trainer.authoring import new

        return new(options.skill, options.file)
    if options.command == "graph":
        from trainer.authoring import graph

        return graph(options.scenario, options.format)
    if options.command == "playtest":
        from trainer.authoring import playtest

        return playtest(
            options.scenarios, plays=options.plays, seed=options.seed, as_json=options.json
        )
    if options.command in ("history", "export", "forget", "where"):
        from trainer import keeping

        return keeping.run(options)
    from trainer.playing import play

    return play(options)
