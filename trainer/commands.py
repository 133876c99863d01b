"""What the commands do. Results go to stdout, messages to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from trainer.paths import own_folders
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import (
    ENDINGS,
    Entry,
    Library,
    full_catalogue,
    open_library,
    path_of,
    shipped_folder,
)
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import Problem, printable, strictly

OK, FOUND, USAGE = 0, 1, 2


def say(message: str) -> None:
    """A message for the person, on stderr."""
    print(printable(message), file=sys.stderr)


def check(paths: Sequence[str], *, strict: bool, as_json: bool) -> int:
    """``trainer check``: prints every problem and counts them; 1 if any is an error."""
    from trainer.scenario.checking import check as check_paths

    result = check_paths(paths)
    problems = strictly(result.problems) if strict else result.problems
    errors = sum(1 for problem in problems if problem.is_error)
    if as_json:
        import json

        from trainer.scenario.record import as_dict

        print(json.dumps([as_dict(problem) for problem in problems], indent=1))
    else:
        for problem in problems:
            print(problem)
        warnings = len(problems) - errors
        print(
            f"{_count(result.files, 'file')}, {_count(errors, 'error')}, "
            f"{_count(warnings, 'warning')}"
        )
    return FOUND if errors else OK


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def list_scenarios(*, as_json: bool, everything: bool = False) -> int:
    """``trainer list``: the scenarios, in home's order, without those that the settings leave out.

    ``everything`` lists those as well.
    """
    library = open_library(own_folders())
    _tell(library.problems)
    shown = library.entries if everything else listed(library)
    if as_json:
        import json

        print(json.dumps([_row(each) for each in shown], indent=1))
    else:
        print(listing(library, shown))
    if left_out := len(library.entries) - len(shown):
        words = "1 scenario is" if left_out == 1 else f"{left_out} scenarios are"
        say(f"{words} left out, as your settings say. `trainer list --all` shows all.")
    return OK


def listed(library: Library) -> list[Entry]:
    """The scenarios without those that the settings leave out for their content notes."""
    from trainer.paths import data_folder
    from trainer.settings import leaves_out, path_in, read

    folder = data_folder()
    if not os.path.exists(path_in(folder)):
        return list(library.entries)
    found = read(folder)
    if found.is_broken:
        _tell(found.problems)
    words = found.settings.leave_out
    return [each for each in library.entries if not leaves_out(words, each.head.content_notes)]


def listing(library: Library, entries: Sequence[Entry]) -> str:
    """Scenarios, one a line under their skill."""
    from trainer.scenario.model import LEVELS
    from trainer.scenario.texts import put_names

    lines: list[str] = []
    width = max((len(entry.head.id) for entry in entries), default=0)
    for skill in library.catalogue.skills.values():
        of_it = [entry for entry in entries if entry.head.skill == skill.id]
        if not of_it:
            continue
        lines.append(skill.title if not lines else f"\n{skill.title}")
        for entry in of_it:
            head = entry.head
            own = ", yours" if entry.own else ""
            title = put_names(head.title, head.names)
            level = f"{LEVELS[head.level]}, {head.minutes} min{own}"
            lines.append(f"  {head.id:<{width}}  {title} ({level})")
    return printable_lines(lines)


def printable_lines(lines: Sequence[str]) -> str:
    """Lines that a terminal shows as they are."""
    return "\n".join("\n".join(printable(part) for part in line.split("\n")) for line in lines)


def _row(entry: Entry) -> dict[str, object]:
    from trainer.scenario.texts import put_names

    head = entry.head
    return {
        "id": head.id,
        "title": put_names(head.title, head.names),
        "skill": head.skill,
        "level": head.level,
        "minutes": head.minutes,
        "focus": list(head.focus),
        "path": head.path,
        "premise": put_names(head.premise, head.names),
        "content_notes": list(head.content_notes),
        "roles": head.names,
        "play_as": head.play_as,
        "own": entry.own,
    }


def _tell(problems: Sequence[Problem]) -> None:
    for problem in problems:
        say(str(problem))


def find(wanted: str, shipped: Catalogue) -> tuple[Loaded, Catalogue] | int:
    """The scenario that was asked for, whole, and the catalogue that it stands on.

    An id names a shipped scenario first, then one of the player's own. Where nothing can be played,
    it says why and returns the exit status.
    """
    path: str | None = wanted
    if not (wanted.endswith(ENDINGS) or "/" in wanted or os.sep in wanted):
        path = path_of(wanted, [shipped_folder()]) or path_of(wanted, own_folders())
    if path is None:
        near = open_library(own_folders()).nearest(wanted)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        say(f"There is no scenario `{wanted}`.{hint} `trainer list` shows them all.")
        return USAGE
    loaded, catalogue = load(path, shipped), shipped
    if loaded.scenario is None and not path.startswith(shipped_folder()):
        # It may practise a skill or principle of the player's own.
        catalogue = full_catalogue(own_folders())
        loaded = load(path, catalogue)
    if loaded.scenario is None:
        _tell([each for each in loaded.problems if each.is_error])
        return FOUND
    return loaded, catalogue


def no_terminal() -> str | None:
    """Why the app cannot be shown here; None if it can."""
    if not (sys.stdin and sys.stdin.isatty()):
        return "there is no terminal to read keys from"
    if not (sys.stdout and sys.stdout.isatty()):
        return "the output is not a terminal"
    if os.environ.get("TERM", "dumb" if os.name == "posix" else "") == "dumb":
        return "this terminal can only print lines"
    if (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf8sig", "cp65001"):
        return "the output is not UTF-8"
    return None


def cannot_write(path: str) -> str | None:
    """Tries a report's path before play; says why it cannot be written, or None."""
    if not path.endswith((".json", ".md")):
        return f"A report ends in .json or .md, and `{path}` does not."
    existed = os.path.lexists(path)
    try:
        with open(path, "a", encoding="utf-8"):
            pass
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"The report cannot be written to `{path}`: {reason}."
    if not existed:
        os.remove(path)
    return None
