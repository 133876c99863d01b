"""A scenario's nodes and choices as a picture: text for a terminal, Mermaid, or Graphviz's dot.

The texts in a scenario are not to be trusted: in each form they can only ever be words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from unicodedata import combining, east_asian_width

from trainer.scenario.model import Choice, Node, Scenario
from trainer.scenario.problems import printable
from trainer.scenario.texts import put_names

NARROWEST = 20  # cells; a text is never folded to less

_PLAIN_IN_MERMAID = re.compile(r"[^\w .,:+'’()/=-]|_")


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )


def folded(text: str, width: int, indent: str = "", hanging: str = "") -> list[str]:
    """The text in lines of at most ``width`` cells; the first begins with ``indent``."""
    lines, line = [], indent
    start = True  # nothing stands after the indent yet
    for word in text.split(" "):
        if not start and cells(line) + 1 + cells(word) <= width:
            line += f" {word}"
            continue
        if not start:
            lines.append(line)
            line = hanging
        for sign in word:
            if cells(line + sign) > width:
                lines.append(line)
                line = hanging
            line += sign
        start = False
    return [*lines, line]


def as_text(scenario: Scenario, width: int) -> str:
    """For a terminal of ``width`` cells: each node, what leads to it, and its choices under it."""
    width = max(width, NARROWEST)
    leading = _leading(scenario)
    endings = sum(1 for node in scenario.nodes.values() if node.ending)
    seats = " and ".join(
        f"{role.id} ({role.name}{', play_as' if role.id == scenario.play_as else ''})"
        for role in scenario.roles.values()
    )
    rows = [
        _words(scenario, scenario.title),
        f"{len(scenario.nodes)} nodes, {endings} endings; seats: {printable(seats)}",
    ]
    lines = [line for row in rows for line in folded(row, width, hanging="  ")]
    for node in scenario.nodes.values():
        first = " (start)" if node.id == scenario.start else ""
        lines.append("")
        lines += folded(f"{node.id}{first}: {_what(scenario, node)}", width, hanging="  ")
        if node.id in leading:
            lines += folded(f"comes from: {', '.join(leading[node.id])}", width, "  ", " " * 4)
        for choice in node.choices:
            head = f"{_signed(choice.value)}  {choice.id} → {choice.goto}"
            lines += folded(head, width, "  ", " " * 6)
            for more in _more(choice):
                lines += folded(more, width, " " * 6, " " * 8)
    return "\n".join(lines)


def _leading(scenario: Scenario) -> dict[str, list[str]]:
    """For each node the nodes that lead to it, with the choices: ``door (own-it, joke)``."""
    leading: dict[str, list[str]] = {}
    for node in scenario.nodes.values():
        ways: dict[str, list[str]] = {node.goto: []} if node.goto is not None else {}
        for choice in node.choices:
            ways.setdefault(choice.goto, []).append(choice.id)
        for target, choices in ways.items():
            by = f" ({', '.join(choices)})" if choices else ""
            leading.setdefault(target, []).append(node.id + by)
    return leading


def _words(scenario: Scenario, text: str) -> str:
    return printable(put_names(text, scenario.names))


def _what(scenario: Scenario, node: Node) -> str:
    if node.ending:
        return f"ends {node.ending.kind}, {_words(scenario, node.ending.title)}"
    if node.goto is not None:
        return f"goes on → {node.goto}"
    return f"{printable(scenario.names[node.turn or ''])} decides"


def _signed(value: int) -> str:
    return f"{value:+d}" if value else " 0"


def _more(choice: Choice) -> list[str]:
    """What else is to be known of a choice: its marks, and when it is there."""
    rows = [", ".join(f"{principle} {mark:+d}" for principle, mark in choice.marks.items())]
    if choice.when:
        rows.append(f"when {printable(choice.when.source)}")
    if choice.auto:
        rows.append(f"auto {printable(choice.auto.source)}")
    return [row for row in rows if row]


def _links(
    scenario: Scenario, escape: Callable[[str], str], line_break: str
) -> Iterator[tuple[str, str, str | None]]:
    """Every link: from which node, to which, and its label, escaped (a ``goto`` has none)."""
    for node in scenario.nodes.values():
        if node.goto is not None:
            yield node.id, node.goto, None
        for choice in node.choices:
            rows = [f"{choice.id} {_signed(choice.value).strip()}", *_more(choice)]
            yield node.id, choice.goto, line_break.join(map(escape, rows))


def as_mermaid(scenario: Scenario) -> str:
    """As a Mermaid flowchart."""
    numbers = {node: f"n{number}" for number, node in enumerate(scenario.nodes)}
    rows = ["flowchart TD"]
    for node in scenario.nodes.values():
        label = f'"{_mermaid(node.id)}<br/>{_mermaid(_what(scenario, node))}"'
        main = node.turn == scenario.play_as
        shape = f"([{label}])" if node.ending else f"[{label}]" if main else f"({label})"
        rows.append(f"  {numbers[node.id]}{shape}")
    for start, end, text in _links(scenario, _mermaid, "<br/>"):
        arrow = "-->" if text is None else f'-->|"{text}"|'
        rows.append(f"  {numbers[start]} {arrow} {numbers[end]}")
    return "\n".join(rows)


def _mermaid(text: str) -> str:
    """The text with every sign that Mermaid or HTML could act on as a number."""
    return _PLAIN_IN_MERMAID.sub(lambda found: f"#{ord(found[0])};", text)


def as_dot(scenario: Scenario) -> str:
    """As a graph for Graphviz."""
    rows = [f"digraph {_quoted(scenario.id)} {{", "  node [shape=box];"]
    for node in scenario.nodes.values():
        main = node.turn == scenario.play_as
        look = "doubleoctagon" if node.ending else "box" if main else "ellipse"
        label = f'"{_dot(node.id)}\\n{_dot(_what(scenario, node))}"'
        rows.append(f"  {_quoted(node.id)} [shape={look}, label={label}];")
    for start, end, text in _links(scenario, _dot, "\\n"):
        shown = "" if text is None else f' [label="{text}"]'
        rows.append(f"  {_quoted(start)} -> {_quoted(end)}{shown};")
    return "\n".join([*rows, "}"])


def _quoted(text: str) -> str:
    return f'"{_dot(printable(text))}"'


def _dot(text: str) -> str:
    """The text inside double quotes: no escapes of Graphviz's own, no HTML entities."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
