"""One step of a scenario, as pure functions over (node, state): the rules that play and the
graph of all plays share.
"""

from __future__ import annotations

from collections.abc import Iterable

from trainer.scenario.model import METER_HIGH, METER_LOW, Choice, Line, Node, Values


def offered(node: Node, values: Values) -> tuple[Choice, ...]:
    """The choices whose ``when`` holds, in the file's order."""
    choices = node.choices
    for choice in choices:
        if choice.when is not None:
            return tuple([c for c in choices if c.when is None or c.when.holds(values)])
    return choices


def scripted(choices: Iterable[Choice], values: Values) -> Choice | None:
    """What the scripted seat takes of the choices offered: the first whose ``auto`` holds."""
    for choice in choices:
        if choice.auto is None or choice.auto.holds(values):
            return choice
    return None


def after(choice: Choice, values: Values) -> Values:
    """The state after a choice: meters stay within 0 and 10."""
    if not choice.effects:
        return values
    new = list(values)
    for index, change in choice.effects:
        if change is True or change is False:
            new[index] = change
        else:
            level = new[index] + change
            new[index] = (
                METER_LOW if level < METER_LOW else METER_HIGH if level > METER_HIGH else level
            )
    return tuple(new)


def shown(lines: Iterable[Line], values: Values) -> list[Line]:
    """The lines whose ``when`` holds."""
    return [line for line in lines if line.when is None or line.when.holds(values)]
