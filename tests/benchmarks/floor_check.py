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


@dataclass(frozen=True, slots=True)
class Choice:
    id: str
    say: str
    why: str
    value: int
    goto: str
    lines: tuple[Any, ...]
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Node:
    id: str
    lines: tuple[Any, ...]
    turn: str | None
    choices: tuple[Choice, ...]
    place: tuple[int, int]


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
        best[name] = max((choice.value + best[choice.goto] for choice in choices), default=0)
        worst[name] = min((choice.value + worst[choice.goto] for choice in choices), default=0)
    first = next(iter(nodes))
    return best[first], worst[first]


def node(name: str, body: dict[str, Any], place: tuple[int, int]) -> Node:
    lines = tuple(body["lines"][0]) if "lines" in body else ()
    choices = body["choices"][0] if "choices" in body else {}
    turn = body["turn"][0][0] if "turn" in body else None
    return Node(name, lines, turn, tuple(choice(k, *v) for k, v in choices.items()), place)


def choice(name: str, body: dict[str, Any], place: tuple[int, int]) -> Choice:
    marks = sum(int(mark[0][0]) for mark in body["marks"][0].values())
    lines = tuple(body["lines"][0]) if "lines" in body else ()
    say, why, goto = body["say"][0][0], body["why"][0][0], body["goto"][0][0]
    return Choice(name, say, why, marks, goto, lines, place)


if __name__ == "__main__":
    print(sum(1 for path in sorted(Path(sys.argv[1]).glob("*.yaml")) if read(path)))
