"""What the authors' commands do: explain a code, begin a scenario, draw it, test it by playing.

Results go to stdout, messages to stderr. Nothing here imports textual.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

from trainer.commands import FOUND, OK, USAGE, find, printable_lines, say
from trainer.paths import own_folders
from trainer.scenario.files import PRINCIPLES, SKILLS, Loaded, is_id, load
from trainer.scenario.graph import Graph
from trainer.scenario.head_reading import id_of
from trainer.scenario.library import (
    ENDINGS,
    full_catalogue,
    scenario_files,
    shipped_catalogue,
    shipped_folder,
)
from trainer.scenario.model import METER_HIGH, METER_LOW, Scenario, StateName
from trainer.scenario.record import changed


def _width() -> int:
    """The terminal's cells in a row; 80 where there is no terminal."""
    return shutil.get_terminal_size((80, 24)).columns


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word[:80].lower(), known, n=3, cutoff=0.4)
    return f" Did you mean {' or '.join(near)}?" if near else f" There are: {', '.join(known)}."


def explain(code: str, *, as_json: bool) -> int:
    """``trainer check --explain CODE``; 2 for a code that there is not."""
    from trainer.scenario.codes import CODES
    from trainer.scenario.drawing import folded
    from trainer.scenario.explanations import EXPLANATIONS

    if code not in CODES:
        say(f"There is no code `{code}`.{_nearest(code, list(CODES))}")
        return USAGE
    known, more = CODES[code], EXPLANATIONS[code]
    if as_json:
        row = {"code": code, "severity": known.severity, "what": known.what}
        row |= {"why": more.why, "example": more.example, "mend": more.mend}
        print(json.dumps(row, indent=1, ensure_ascii=False))
        return OK
    width = _width()
    severity = "an error" if known.severity == "error" else "a warning; an error under --strict"
    lines = folded(f"{code} ({severity}): {known.what}", width, hanging="  ")
    lines += ["", *folded(f"Why: {more.why}", width, hanging="  ")]
    lines += ["", "Example:", *(f"    {line}" for line in more.example.split("\n"))]
    lines += ["", *folded(f"To mend it: {more.mend}", width, hanging="  ")]
    print("\n".join(lines))
    return OK


def new(skill: str, path: str) -> int:
    """``trainer new SKILL FILE``: writes a small scenario to begin with; never over a file."""
    from trainer.scenario.reading import TO_WRITE
    from trainer.scenario.template import template

    catalogue = full_catalogue(own_folders())
    if skill not in catalogue.skills:
        say(f"There is no skill `{skill}`.{_nearest(skill, list(catalogue.skills))}")
        return USAGE
    name = os.path.basename(path)
    if not path.endswith(ENDINGS) or not is_id(id_of(path)) or name in (PRINCIPLES, SKILLS):
        say(
            f"`{name}` cannot be a scenario's file: its name is the scenario's id, lower-case "
            "letters and figures joined by -, and ends in .yaml; such as the-late-bowl.yaml."
        )
        return USAGE
    text = template(skill, catalogue)
    try:
        _write_new(path, text)
    except FileExistsError:
        say(f"`{path}` is there already, and is left as it is; give another name.")
        return USAGE
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        say(f"`{path}` cannot be written: {reason}.")
        return USAGE
    count = text.count(f" {TO_WRITE}")
    print(
        printable_lines(
            [
                f"Wrote {path}, with {count} texts to write.",
                f"`trainer check --strict {path}` names those that are left.",
                f"`trainer play {path}` plays it, `trainer graph {path}` draws it.",
            ]
        )
    )
    return OK


def _write_new(path: str, text: str) -> None:
    """Writes a file that must not be there yet. Raises OSError, and leaves no half file then."""
    with open(path, "x", encoding="utf-8") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            os.remove(path)
            raise


def graph(wanted: str, form: str) -> int:
    """``trainer graph ID|FILE``: the scenario as text, Mermaid or dot."""
    from trainer.scenario.drawing import as_dot, as_mermaid, as_text

    found = find(wanted, shipped_catalogue())
    if isinstance(found, int):
        return found
    scenario = found[0].scenario
    assert scenario is not None
    if form == "text":
        print(as_text(scenario, _width()))
    else:
        print(as_mermaid(scenario) if form == "mermaid" else as_dot(scenario))
    return OK


# Testing by playing


def playtest(wanted: Sequence[str], *, plays: int, seed: int, as_json: bool) -> int:
    """``trainer playtest``: plays scenarios by chance and by plan; 1 if one cannot be played."""
    from trainer.practice import playtest_words as words
    from trainer.practice.playtest import playtest as play_often
    from trainer.scenario.naive_players import NaiveFigures

    figures, rows, status = NaiveFigures(), [], OK
    for found in _asked_for(wanted):
        if isinstance(found, int):
            status = max(status, found)
            continue
        scenario, story = found
        result = play_often(scenario, story, plays, seed)
        figures.add(scenario, story)
        if as_json:
            rows.append(words.as_json(scenario, result))
        else:
            print(words.as_text(scenario, result, _width()), end="\n\n", flush=True)
    if as_json:
        whole = {"plays": plays, "seed": seed, "scenarios": rows}
        whole["naive"] = words.naive_as_json(figures)
        print(json.dumps(whole, indent=1, ensure_ascii=False))
    elif figures.scenarios:
        print(words.naive_as_text(figures, _width()))
        print(f"seed {seed}")
    return status


def _asked_for(wanted: Sequence[str]) -> Iterator[tuple[Scenario, Graph] | int]:
    """Each scenario that was asked for, or the exit status after saying why it cannot be played."""
    for each in wanted or (shipped_folder(), *own_folders()):
        if os.path.isdir(each):
            catalogue = full_catalogue((*own_folders(), each))
            for path in scenario_files(each):
                yield _sound(load(path, catalogue))
        else:
            found = find(each, shipped_catalogue())
            yield found if isinstance(found, int) else _sound(found[0])


def _sound(loaded: Loaded) -> tuple[Scenario, Graph] | int:
    if loaded.scenario is None or loaded.graph is None:
        for problem in loaded.problems:
            if problem.is_error:
                say(str(problem))
        return FOUND
    return loaded.scenario, loaded.graph


# Starting anywhere


def started(loaded: Loaded, options: SimpleNamespace) -> Loaded | int:
    """The scenario as ``--from NODE`` and ``--set name=value`` have it begin.

    Where it cannot begin there, it says why and returns the exit status.
    """
    scenario = loaded.scenario
    assert scenario is not None
    node, settings = options.start or scenario.start, options.settings or []
    if node not in scenario.nodes:
        say(f"There is no node `{node}` in `{scenario.id}`.{_nearest(node, list(scenario.nodes))}")
        return USAGE
    state = {name.name: name for name in scenario.state}
    for setting in settings:
        name, _, value = setting.partition("=")
        if name not in state:
            has = _nearest(name, list(state)) if state else " It has no state."
            say(f"There is no meter or flag `{name}` in `{scenario.id}`.{has}")
            return USAGE
        read = _value(state[name], value)
        if read is None:
            due = f"a whole number from {METER_LOW} to {METER_HIGH}, as in --set {name}=5"
            due = due if state[name].is_meter else f"true or false, as in --set {name}=true"
            say(f"`{name}` is set to {due}.")
            return USAGE
        state[name] = changed(state[name], start=read)
    return _explored(changed(scenario, start=node, state=tuple(state.values())))


def _value(name: StateName, text: str) -> int | bool | None:
    """What a meter or flag is set to; None if it cannot be."""
    if not name.is_meter:
        return {"true": True, "false": False}.get(text)
    if not (text.isascii() and text.isdigit()):
        return None
    return int(text) if METER_LOW <= int(text[:4]) <= METER_HIGH else None


def _explored(scenario: Scenario) -> Loaded | int:
    """The scenario with its graph, if from its start everyone can always go on."""
    from trainer.scenario.source import Source
    from trainer.scenario.story_rules import explored

    source = Source(scenario.path, "")
    story = explored(source, scenario)
    if source.failed:
        say("It cannot be played from there:")
        for problem in source.problems:
            say(str(problem))
        return USAGE
    values = ", ".join(f"{name.name} {str(name.start).lower()}" for name in scenario.state)
    say(f"This play begins at `{scenario.start}`{f' with {values}' if values else ''}.")
    return Loaded(scenario, [], story)
