"""What may be written after ``trainer``: the parser, and the arguments of each command."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from types import SimpleNamespace

from trainer import __version__

_EPILOG = "`trainer` alone opens the app. Nothing you do here leaves this machine."


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


def options_of(words: Sequence[str]) -> SimpleNamespace:
    """What these words ask for. Ends the process where they are wrong, or ask for help."""
    wanted = next((word for word in words if not word.startswith("-")), None)
    parser = _parser(wanted, only=wanted is not None and words[0] == wanted)
    return parser.parse_args(words, SimpleNamespace())


def _parser(wanted: str | None, *, only: bool) -> argparse.ArgumentParser:
    """The parser. Arguments cost time: only the command that is wanted has its own.

    Where ``only`` that one can be meant, the others are not there at all.
    """
    parser = _Parser(
        prog="trainer",
        description="Practise a hard conversation before you have it.",
        epilog=_EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"trainer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog="trainer")
    names = [wanted] if only and wanted in _COMMANDS else list(_COMMANDS)
    for name in names:
        help_text, add_arguments = _COMMANDS[name]
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
    play.add_argument(
        "--rehearsal", action="store_true", help="line mode with the coach only in the debrief"
    )
    play.add_argument(
        "--say-first",
        action="store_true",
        help="line mode with a line of your own words before each number; Enter skips it",
    )
    two = play.add_argument_group("two at one keyboard")
    two.add_argument("--together", action="store_true", help="a person in each seat; nothing kept")
    two.add_argument("--names", metavar="A,B", help="what the two go by, else it is asked")
    two.add_argument("--listen-first", action="store_true", help="say back before you answer")
    two.add_argument(
        "--no-landing",
        dest="landing",
        action="store_false",
        help="no hand-overs, landing or halfway question; line mode: one line read a decision",
    )


def _list_arguments(listing: argparse.ArgumentParser) -> None:
    listing.add_argument("--json", action="store_true", help="as JSON")
    listing.add_argument(
        "--all", action="store_true", help="also what the settings leave out for its notes"
    )


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


def _cards_arguments(cards: argparse.ArgumentParser) -> None:
    cards.description = (
        "A scenario for two on paper, as Markdown: a brief for each, the talk as numbered cards "
        "for each seat, the questions for afterwards. It is printed as one text; with --out each "
        "sheet becomes a file of its own, so that each of you can print and read only their own."
    )
    cards.add_argument("scenario", metavar="ID|FILE", help="an id of `trainer list`, or a file")
    cards.add_argument("--out", metavar="FOLDER", help="write a file a sheet into this folder")


def _no_arguments(_: argparse.ArgumentParser) -> None:
    pass


#: The commands: what each is for, and what adds its arguments.
_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "play": ("play a scenario", _play_arguments),
    "list": ("list the scenarios", _list_arguments),
    "cards": ("a scenario for two on paper", _cards_arguments),
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
