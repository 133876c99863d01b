"""A deliberately naive reading of the format page, to hold the real engine against.

It has no code in common with the trainer and is clear rather than fast: every question about a
play is answered by telling that play again from its start. It expects valid files and reports no
errors in them; an illegal move raises ValueError. `True == 1`, so compare reports as JSON text.
"""

from __future__ import annotations

import math
import operator as op
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import yaml

Doc = dict[str, Any]
State = dict[str, int]  # a flag is a bool, which Python counts among the ints
Key = tuple[str, tuple[tuple[str, int], ...]]
Memo = dict[Key, list[str]]

TAKE_BACK = "<"  # no choice can have this id; `take-back` itself would be a good one
KINDS = ("repaired", "partly", "apart")
REPAIR = {"acknowledge", "impact", "apologise", "act-differently", "non-defensive"}
REPAIR |= {"patience", "mend-early", "receive"}
OPERATORS = {"==": op.eq, "!=": op.ne, "<": op.lt, "<=": op.le, ">": op.gt, ">=": op.ge}


CORE = {
    "null": r"|~|null|Null|NULL",
    "bool": r"true|false",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, with `true` and `false` as the only booleans."""

    yaml_implicit_resolvers: Any = {  # noqa: RUF012 - the base class has it so
        None: [(f"tag:yaml.org,2002:{tag}", re.compile(rf"({CORE[tag]})\Z")) for tag in CORE]
    }


def _whole_number(loader: CoreLoader, node: yaml.ScalarNode) -> int:
    """`017` is seventeen here, `0o17` fifteen (YAML 1.1 had it otherwise)."""
    text = str(loader.construct_scalar(node))
    base = {"0o": 8, "0x": 16}.get(text[:2])
    return int(text[2:], base) if base else int(text)


CoreLoader.add_constructor("tag:yaml.org,2002:int", _whole_number)


def load(text: str) -> Doc:
    """The file as a plain dict; its texts are still as they were written."""
    doc: Doc = yaml.load(text, Loader=CoreLoader)
    return doc


def normal(text: str) -> str:
    """Ends stripped; each line break or tab inside becomes one space (spaces stay as written)."""
    return re.sub(r"\r\n|[\n\r\t\x85\u2028\u2029]", " ", text.strip())


def put_names(text: str, names: dict[str, str]) -> str:
    """The text as it is shown: normalised, `{role}` as a name, `{{` and `}}` as single braces."""

    def put(found: re.Match[str]) -> str:
        if found[0] in ("{{", "}}"):
            return found[0][0]
        return names[found[1]]

    return re.sub(r"\{\{|\}\}|\{([^{}]*)\}", put, normal(text))


def names_of(doc: Doc, own: dict[str, str] | None = None) -> dict[str, str]:
    """What each role is called: the player's own name (as given), else the file's."""
    names = {role: put_names(entry["name"], {}) for role, entry in doc["roles"].items()}
    return names | (own or {})


def evaluate(expr: str | bool, state: State) -> bool:
    """Whether EXPR holds in this state."""
    if isinstance(expr, bool):
        return expr
    tokens = _tokens(expr)
    truth = _any_of(tokens, state)
    if tokens:
        raise ValueError(f"cannot read on from {tokens[0]!r} in {expr!r}")
    return truth


def _tokens(expr: str) -> list[str]:
    tokens = re.findall(r"[=!<>]=|[<>()]|[-+]?[0-9]+|[a-z][a-z0-9_]*", expr)
    if "".join(tokens) != "".join(expr.split()):
        raise ValueError(f"cannot read {expr!r}")
    return tokens


def _any_of(tokens: list[str], state: State) -> bool:
    """`a or b or c`, which binds loosest; each part is read, though one may settle it."""
    parts = [_all_of(tokens, state)]
    while tokens[:1] == ["or"]:
        tokens.pop(0)
        parts.append(_all_of(tokens, state))
    return any(parts)


def _all_of(tokens: list[str], state: State) -> bool:
    """`a and b and c`."""
    parts = [_not(tokens, state)]
    while tokens[:1] == ["and"]:
        tokens.pop(0)
        parts.append(_not(tokens, state))
    return all(parts)


def _not(tokens: list[str], state: State) -> bool:
    """`not a`, which binds looser than a comparison: `not safety > 3`."""
    if tokens[:1] == ["not"]:
        tokens.pop(0)
        return not _not(tokens, state)
    return _atom(tokens, state)


def _atom(tokens: list[str], state: State) -> bool:
    """Parentheses, `true`, `false`, a flag, or `meter OP n`."""
    token = tokens.pop(0)
    if token == "(":
        truth = _any_of(tokens, state)
        if tokens.pop(0) != ")":
            raise ValueError("a parenthesis is left open")
        return truth
    if token in ("true", "false"):
        return token == "true"
    held = state[token]
    if isinstance(held, bool):
        return held
    return bool(OPERATORS[tokens.pop(0)](held, int(tokens.pop(0))))


def initial(doc: Doc) -> State:
    """What the conversation carries at the start."""
    entries = (doc.get("state") or {}).items()
    return {name: entry["start"] if isinstance(entry, dict) else entry for name, entry in entries}


def after(state: State, choice: Doc) -> State:
    """A new state, with the choice's effects: meters stay within 0 and 10, flags are set."""
    new = dict(state)
    for name, effect in (choice.get("effects") or {}).items():
        if isinstance(state[name], bool):
            new[name] = effect
        else:
            new[name] = min(10, max(0, state[name] + effect))
    return new


def offered(doc: Doc, node: str, state: State) -> list[str]:
    """The ids of the choices that exist here, in file order."""
    choices = doc["nodes"][node]["choices"].items()
    return [name for name, choice in choices if evaluate(choice.get("when", True), state)]


def scripted(doc: Doc, node: str, state: State) -> str:
    """What a seat that nobody holds takes: the first choice that exists and whose `auto` holds."""
    for name in offered(doc, node, state):
        if evaluate(doc["nodes"][node]["choices"][name].get("auto", True), state):
            return name
    raise ValueError(f"the scripted seat has nothing to take at {node} in {state}")


def value(choice: Doc) -> int:
    """What a choice is worth, -3 to 3."""
    marks: list[int] = list(choice["marks"].values())
    good = min(3, sum(mark for mark in marks if mark > 0))
    bad = -sum(mark for mark in marks if mark < 0)
    worth = max(-3, min(3, good - bad))
    return min(-1, worth) if -2 in marks else worth


def open_endings(
    doc: Doc, node: str, state: State, seats: Sequence[str], memo: Memo | None = None
) -> list[str]:
    """The kinds of ending within reach from here: held seats free, the other one scripted."""
    memo = {} if memo is None else memo
    key = _key(node, state)
    if key not in memo:
        here, found = doc["nodes"][node], []
        if "ending" in here:
            found = [here["ending"]["kind"]]
        elif "goto" in here:
            found = open_endings(doc, here["goto"], state, seats, memo)
        else:
            free = here["turn"] in seats
            for name in offered(doc, node, state) if free else [scripted(doc, node, state)]:
                choice = here["choices"][name]
                found += open_endings(doc, choice["goto"], after(state, choice), seats, memo)
        memo[key] = [kind for kind in KINDS if kind in found]
    return list(memo[key])


def _key(node: str, state: State) -> Key:
    return node, tuple(sorted(state.items()))


@dataclass
class Told:
    """A play told from its start: where it stands, the persons' decisions, what was seen."""

    node: str
    state: State
    decisions: list[tuple[str, State, str]] = field(default_factory=list)
    lines: list[tuple[str, str]] = field(default_factory=list)


def tell(doc: Doc, seats: Sequence[str], choices: Sequence[str]) -> Told:
    """The play with these choices of the persons, up to the next that is theirs, or an ending."""
    told, rest = Told(doc["start"], initial(doc)), list(choices)
    while True:
        here = doc["nodes"][told.node]
        told.lines += _shown(here, told.state)
        if "goto" in here:
            told.node = here["goto"]
            continue
        if "ending" in here or (here["turn"] in seats and not rest):
            break
        if here["turn"] in seats:
            name = rest.pop(0)
            if name not in offered(doc, told.node, told.state):
                raise ValueError(f"{name} is not offered at {told.node} in {told.state}")
            told.decisions.append((told.node, told.state, name))
        else:
            name = scripted(doc, told.node, told.state)
        choice = here["choices"][name]
        told.lines.append((here["turn"], choice["say"]))
        told.state = after(told.state, choice)
        told.lines += _shown(choice, told.state)
        told.node = choice["goto"]
    if rest:
        raise ValueError(f"the play is over at {told.node}: no {rest[0]}")
    return told


def _shown(owner: Doc, state: State) -> list[tuple[str, str]]:
    """The lines of a node or choice that are shown in this state: (role or `narration`, text)."""
    shown = []
    for line in owner.get("lines") or []:
        entry = {"narration": line} if isinstance(line, str) else line
        speaker = next(key for key in entry if key != "when")
        if evaluate(entry.get("when", True), state):
            shown.append((speaker, entry[speaker]))
    return shown


def _replay(doc: Doc, seats: Sequence[str], moves: Sequence[str]) -> tuple[Told, dict[Key, str]]:
    """The path that stands in the end, and the first choice ever made at each node and state."""
    kept: list[str] = []
    first: dict[Key, str] = {}
    told = tell(doc, seats, kept)
    for move in moves:
        if move != TAKE_BACK:
            kept.append(move)
        elif kept:
            kept.pop()
        else:
            raise ValueError("there is nothing to take back")
        told = tell(doc, seats, kept)
        if move != TAKE_BACK:
            node, state, _ = told.decisions[-1]
            first.setdefault(_key(node, state), move)
    return told, first


def legal(doc: Doc, seats: Sequence[str], moves: Sequence[str]) -> list[str]:
    """The choices offered where these moves lead, in file order; none at an ending."""
    told, _ = _replay(doc, seats, moves)
    over = "ending" in doc["nodes"][told.node]
    return [] if over else offered(doc, told.node, told.state)


def transcript(
    doc: Doc, seats: Sequence[str], moves: Sequence[str], names: dict[str, str] | None = None
) -> list[tuple[str, str]]:
    """All that was seen and said on the path that stands: (role or `narration`, text shown)."""
    called = names_of(doc, names)
    told, _ = _replay(doc, seats, moves)
    return [(speaker, put_names(text, called)) for speaker, text in told.lines]


def walk(doc: Doc, seats: Sequence[str], rng: random.Random, take_backs: int = 0) -> list[str]:
    """Random moves to an ending, with at most so many take-backs (none once it has ended)."""
    moves: list[str] = []
    while choices := legal(doc, seats, moves):
        standing = len(moves) - 2 * moves.count(TAKE_BACK)
        if standing and moves.count(TAKE_BACK) < take_backs and rng.random() < 0.4:
            moves.append(TAKE_BACK)
        else:
            moves.append(rng.choice(choices))
    return moves


def play(
    doc: Doc,
    seats: Sequence[str],
    moves: Sequence[str],
    names: dict[str, str] | None = None,
    scenario: str = "",
) -> Doc:
    """The report of one play; `ending` is None where the moves do not reach one."""
    called = names_of(doc, names)
    held = [role for role in doc["roles"] if role in seats]
    told, first = _replay(doc, seats, moves)
    ending = doc["nodes"][told.node].get("ending")
    if ending:
        title = put_names(ending["title"], called)
        ending = {"node": told.node, "kind": ending["kind"], "title": title}
    return {
        "scenario": scenario,
        "title": put_names(doc["title"], called),
        "mode": "solo" if len(held) == 1 else "together",
        "ending": ending,
        "state": told.state,
        "seats": {seat: _seat(doc, seat, seats, told, first) for seat in held},
    }


def half_up(number: Fraction) -> int:
    """The nearest whole number; a half goes up."""
    return math.floor(number + Fraction(1, 2))


def _seat(doc: Doc, seat: str, seats: Sequence[str], told: Told, first: dict[Key, str]) -> Doc:
    """One seat's part of the report: all figures are of the first tries on the standing path."""
    scores: list[Fraction] = []
    tries: list[Doc] = []
    decisions: list[Doc] = []
    profile: dict[str, dict[str, int]] = {}
    memo: Memo = {}
    for node, state, took in told.decisions:
        if doc["nodes"][node]["turn"] != seat:
            continue
        choices = doc["nodes"][node]["choices"]
        name = first[_key(node, state)]
        choice = choices[name]
        on_offer = [choices[other] for other in offered(doc, node, state)]
        best = max(value(other) for other in on_offer)
        score = Fraction(100 * (value(choice) + 3), best + 3) if best > 0 else None
        if score is not None:
            scores.append(score)
        tries.append(choice)
        decision = {
            "node": node,
            "choice": name,
            "value": value(choice),
            "best": best,
            "score": None if score is None else half_up(score),
            "cost": best - value(choice),
            "open": open_endings(doc, choice["goto"], after(state, choice), seats, memo),
        }
        if took != name:
            decision["took"] = took
        decisions.append(decision)
        for principle in {principle: 0 for other in on_offer for principle in other["marks"]}:
            row = profile.setdefault(principle, {"offered": 0, "shown": 0, "against": 0})
            mark = choice["marks"].get(principle, 0)
            row["offered"] += max(0, *(other["marks"].get(principle, 0) for other in on_offer))
            row["shown"] += max(0, mark)
            row["against"] += max(0, -mark)
    ruptures = [place for place, choice in enumerate(tries) if value(choice) < 0]
    return {
        "score": half_up(sum(scores, Fraction(0)) / len(scores)) if scores else None,
        "ruptures": len(ruptures),
        "repaired": sum(any(map(_repairs, tries[place + 1 :])) for place in ruptures),
        "principles": profile,
        "decisions": decisions,
    }


def _repairs(choice: Doc) -> bool:
    """Whether a choice mends what went before: above 0, with a positive mark in `repair`."""
    return value(choice) > 0 and any(choice["marks"].get(name, 0) > 0 for name in REPAIR)
