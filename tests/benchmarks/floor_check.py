"""The floor for `check`: the least that reading a scenario with libyaml can cost.

Events go straight into frozen types with places; links are checked, and the best and the worst way
through are found. No messages, no warnings, no states: run as `python floor_check.py FOLDER`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    speaker: str | None
    when: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    say: str
    why: str
    marks: tuple[tuple[str, int], ...]
    effects: tuple[tuple[str, str], ...]
    goto: str
    lines: tuple[Line, ...]
    when: str | None
    auto: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    lines: tuple[Line, ...]
    turn: str | None
    choices: tuple[Choice, ...]
    ending: tuple[tuple[str, str], ...]
    place: Place


def value(next_event: Any) -> Any:
    """The next value: a text with its place, a list, or a dict with its place."""
    return built(next_event(), next_event)


def built(event: Any, next_event: Any) -> Any:
    kind = event.__class__.__name__
    mark = event.start_mark
    place = (mark.line + 1, mark.column + 1)
    if kind == "ScalarEvent":
        return event.value, place
    if kind == "SequenceStartEvent":
        items = []
        while (inner := next_event()).__class__.__name__ != "SequenceEndEvent":
            items.append(built(inner, next_event))
        return items
    pairs: dict[str, Any] = {}
    while (inner := next_event()).__class__.__name__ != "MappingEndEvent":
        at = inner.start_mark
        pairs[inner.value] = (value(next_event), (at.line + 1, at.column + 1))
    return pairs


def read(path: Path) -> tuple[int, int]:
    """The best and the worst sum of values on a way through a scenario."""
    loader = LOADER(path.read_text(encoding="utf-8"))
    next_event = loader.get_event
    next_event()
    next_event()
    root = value(next_event)
    nodes = {name: node(name, body, at) for name, (body, at) in root["nodes"][0].items()}
    best: dict[str, int] = {}
    worst: dict[str, int] = {}
    for name in reversed(nodes):
        choices = nodes[name].choices
        for choice in choices:
            if choice.goto not in nodes:
                raise SystemExit(f"{path}: {choice.place}")
        values = [sum(mark for _, mark in choice.marks) for choice in choices]
        ways = list(zip(values, choices, strict=True))
        best[name] = max((value + best[choice.goto] for value, choice in ways), default=0)
        worst[name] = min((value + worst[choice.goto] for value, choice in ways), default=0)
    first = next(iter(nodes))
    return best[first], worst[first]


def node(name: str, body: dict[str, Any], place: Place) -> Node:
    choices = body["choices"][0] if "choices" in body else {}
    made = tuple(choice(key, inner, at) for key, (inner, at) in choices.items())
    return Node(name, lines(body), word(body, "turn"), made, pairs(body, "ending"), place)


def choice(name: str, body: dict[str, Any], place: Place) -> Choice:
    marks = tuple((principle, int(mark)) for principle, mark in pairs(body, "marks"))
    say, why, goto = body["say"][0][0], body["why"][0][0], body["goto"][0][0]
    when, auto = word(body, "when"), word(body, "auto")
    return Choice(
        name, say, why, marks, pairs(body, "effects"), goto, lines(body), when, auto, place
    )


def word(body: dict[str, Any], key: str) -> str | None:
    return body[key][0][0] if key in body else None


def pairs(body: dict[str, Any], key: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, found[0][0]) for name, found in body[key][0].items()) if key in body else ()


def lines(body: dict[str, Any]) -> tuple[Line, ...]:
    return tuple(line(item) for item in body["lines"][0]) if "lines" in body else ()


def line(item: Any) -> Line:
    if isinstance(item, tuple):
        return Line(item[0], None, None, item[1])
    speaker = next(key for key in item if key != "when")
    (text, place), _ = item[speaker]
    return Line(text, speaker, word(item, "when"), place)


if __name__ == "__main__":
    print(sum(1 for path in sorted(Path(sys.argv[1]).glob("*.yaml")) if read(path)))
