"""What a playtest found, as JSON for programs and as text for authors."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from trainer.practice.playtest import Playtest, Spread, Tested
from trainer.scenario.drawing import cells, folded
from trainer.scenario.model import Scenario
from trainer.scenario.naive_players import PLAYERS, NaiveFigures
from trainer.scenario.problems import printable
from trainer.scenario.texts import put_names

_COLUMN = 11  # cells of a player's column


def as_json(scenario: Scenario, found: Playtest) -> dict[str, Any]:
    """Everything that was counted. Shares go from 0 to 1."""
    choices: dict[str, dict[str, int]] = {}
    for (node, choice), hits in found.choices.items():
        choices.setdefault(node, {})[choice] = hits
    return {
        "scenario": scenario.id,
        "path": scenario.path,
        "nodes": found.nodes,
        "choices": choices,
        "steered": [f"{node}/{choice}" for node, choice in found.steered],
        "never": [f"{node}/{choice}" for node, choice in found.never],
        "seats": {
            seat: {
                "players": {
                    name: {**asdict(tested), "kinds": kinds(scenario, tested)}
                    for name, tested in players.items()
                },
                "principles": {
                    name: asdict(offered) for name, offered in found.principles[seat].items()
                },
            }
            for seat, players in found.seats.items()
        },
    }


def kinds(scenario: Scenario, tested: Tested) -> dict[str, float]:
    """The share of each kind of ending, 0 to 1."""
    shares: dict[str, float] = {}
    for node, share in tested.endings.items():
        ending = scenario.nodes[node].ending
        assert ending is not None
        shares[ending.kind] = shares.get(ending.kind, 0.0) + share
    return shares


def as_text(scenario: Scenario, found: Playtest, width: int) -> str:
    """For a terminal of ``width`` cells."""
    title = printable(put_names(scenario.title, scenario.names))
    head = (
        f"{scenario.id} ({title}): {found.plays} plays of each player in each seat, and as many "
        "random plays of two"
    )
    lines = folded(head, width, hanging="  ")
    for seat in found.seats:
        lines += ["", *_seat(scenario, found, seat, width)]
    lines += ["", f"Hits in {3 * found.plays} random plays, alone in each seat and together"]
    for node in scenario.nodes.values():
        hits = ", ".join(f"{c.id} {found.choices[node.id, c.id]}" for c in node.choices)
        row = f"{node.id} {found.nodes[node.id]}{': ' if hits else ''}{hits}"
        lines += folded(row, width, hanging="  ")
    for what, missed in (
        ("Left out by chance, and then tried in plays of their own", found.steered),
        ("No play can reach", found.never),
    ):
        if missed:
            each = ", ".join(f"{node}/{choice}" for node, choice in missed)
            lines += folded(f"{what}: {each}", width, hanging="  ")
    if not found.never:
        lines.append("Every choice was taken in some play.")
    return "\n".join(lines)


def _seat(scenario: Scenario, found: Playtest, seat: str, width: int) -> list[str]:
    players = found.seats[seat]
    label = max(12, min(30, width - _COLUMN * len(players)))
    rows = [_row(f"As {printable(scenario.names[seat])}", list(players), label)]
    for node in scenario.nodes.values():
        if node.ending:
            shares = (tested.endings.get(node.id, 0.0) for tested in players.values())
            name = f"{node.ending.kind}, {node.id}"
            rows.append(_row(name, [f"{share:.0%}" for share in shares], label))
    spreads = [tested.score for tested in players.values()]
    rows.append(_row("score, median", [f"{s.median:.0f}" if s else "-" for s in spreads], label))
    rows.append(_row("score, least to most", [_range(s, 0) for s in spreads], label))
    rows.append(_row("decisions", [_range(t.decisions, 0) for t in players.values()], label))
    minutes = f"minutes to read (file: {scenario.minutes})"
    rows.append(_row(minutes, [_range(t.minutes, 1) for t in players.values()], label))
    offers = [
        f"{name} {offered.times:.1f}"
        + ("" if offered.plays == 1 else f" (in {offered.plays:.0%} of plays)")
        for name, offered in found.principles[seat].items()
    ]
    what = f"On offer to the random player, times a play: {', '.join(offers) or 'nothing'}"
    return [*rows, *folded(what, width, hanging="  ")]


def _row(label: str, figures: list[str], width: int) -> str:
    while cells(label) > width:
        label = label.removesuffix("…")[:-1] + "…"
    return label + " " * (width - cells(label)) + "".join(f"{f:>{_COLUMN}}" for f in figures)


def _range(spread: Spread | None, digits: int) -> str:
    if spread is None:
        return "-"
    least, most = f"{spread.least:.{digits}f}", f"{spread.most:.{digits}f}"
    return least if least == most else f"{least} to {most}"


def naive_as_json(figures: NaiveFigures) -> dict[str, dict[str, float | None]]:
    """Each naive player's figure, and its lead over the random one."""
    return {
        player: {"figure": figures.figure(player), "lead": figures.lead(player)}
        for player in PLAYERS
    }


def naive_as_text(figures: NaiveFigures, width: int) -> str:
    """The naive players' figures, and the decisions by which each gains most."""
    count = figures.scenarios
    lines = folded(
        f"Naive players over {count} scenario{'s' * (count != 1)}, exact: the mean score, and the "
        "lead over chance",
        width,
        hanging="  ",
    )
    for player in PLAYERS:
        figure = figures.figure(player)
        if figure is None:
            continue
        lead = f"{figures.lead(player):+6.1f}"
        lines.append(f"  {player:<14}{figure:6.1f}{lead:>8}")
    return "\n".join(lines)
