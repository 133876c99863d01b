"""The command ``trainer``: reads its arguments and opens what was asked for.

A front end is imported only when it is asked for: ``list``, ``check`` and ``play --plain`` never
import textual, ``--help`` and ``--version`` not even yaml.

Exit status: 0 well, 1 problems found or a play left unfinished, 2 wrong use, 130 on ctrl+c.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

OK, FOUND, USAGE, INTERRUPTED = 0, 1, 2, 130


def run() -> None:
    """The command, from the terminal: ends the process with its exit status."""
    # What is made while starting is no garbage, and most commands end before any would matter. What
    # goes on for longer (a play) turns the collector on again.
    gc.disable()
    status = main()
    gc.freeze()  # nor is there anything to look for at the end
    sys.exit(status)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command with ``arguments`` (the process's own if None); returns its exit status."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    if words:
        from trainer.arguments import options_of

        options = options_of(words)
    else:
        options = SimpleNamespace(command=None)
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


def _dispatch(options: SimpleNamespace) -> int:
    if options.command == "check" and options.explain is not None:
        from trainer.authoring import explain

        return explain(options.explain, as_json=options.json)
    if options.command == "check":
        from trainer.commands import check

        return check(options.paths, strict=options.strict, as_json=options.json)
    if options.command == "list":
        from trainer.commands import list_scenarios

        return list_scenarios(as_json=options.json, everything=options.all)
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
    if options.command == "cards":
        from trainer.cards import cards

        return cards(options.scenario, options.out)
    if options.command in ("history", "export", "forget", "where"):
        from trainer import keeping

        return keeping.run(options)
    from trainer.playing import play

    return play(options)
