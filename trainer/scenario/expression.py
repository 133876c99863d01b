"""The little language of ``when`` and ``auto``: parse it once, evaluate it often.

An expression is ``meter OP n`` (OP one of ``== != < <= > >=``), a flag's name, ``true`` or
``false``, joined by ``and``, ``or``, ``not`` (binding as in Python) and parentheses. Nothing else:
no chains, no arithmetic, no calls; a meter is not a truth and a flag is not a number.

It is never evaluated as Python. It is compiled to a list in postfix order that a loop runs over a
stack, so that no expression, however deeply nested, can exhaust Python's own stack.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence

from trainer.scenario.record import record

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from typing import Any

COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

_TOKEN = re.compile(r"\s*(==|!=|<=|>=|[<>()]|[-+]?[0-9]+|[A-Za-z_][A-Za-z0-9_]*|\S)")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_BINDING = {"or": 1, "and": 2, "not": 3}

# What one step of a compiled expression does.
_COMPARE, _FLAG, _TRUTH, _NOT, _AND, _OR = range(6)
_JOINS = {"and": (_AND,), "or": (_OR,), "not": (_NOT,)}


class ExpressionError(ValueError):
    """Text that is no expression.

    ``offset`` counts the characters before the place of the mistake; ``unknown`` is the name that
    no meter or flag has, if that was the mistake.
    """

    def __init__(self, message: str, offset: int, unknown: str | None = None) -> None:
        super().__init__(message)
        self.offset = offset
        self.unknown = unknown


@record
class Expression:
    """A compiled expression. ``names`` are the meters and flags that it reads."""

    source: str
    names: frozenset[str]
    steps: tuple[tuple[Any, ...], ...]

    @property
    def cost(self) -> int:
        """How much work it is to evaluate, next to following a link."""
        return 1 + len(self.steps)

    def holds(self, values: Sequence[int | bool]) -> bool:
        """Whether it is true, given the state's values in the order of their declaration."""
        stack: list[bool] = []
        for step in self.steps:
            kind = step[0]
            if kind == _COMPARE:
                _, compare, index, number = step
                stack.append(compare(values[index], number))
            elif kind == _FLAG:
                stack.append(bool(values[step[1]]))
            elif kind == _TRUTH:
                stack.append(bool(step[1]))
            elif kind == _NOT:
                stack[-1] = not stack[-1]
            else:
                right = stack.pop()
                stack[-1] = (stack[-1] and right) if kind == _AND else (stack[-1] or right)
        return stack[0]


class _Parser:
    """Reads the tokens once, from left to right (a shunting yard)."""

    def __init__(self, source: str, names: Mapping[str, tuple[int, bool]]) -> None:
        self.names = names
        self.tokens = [(m[1], m.start(1)) for m in _TOKEN.finditer(source.rstrip())]
        self.end = len(source)
        self.at = 0
        self.steps: list[tuple[Any, ...]] = []
        self.waiting: list[tuple[str, int]] = []  # operators and open parentheses
        self.used: set[str] = set()

    def parse(self) -> None:
        wants_operand = True
        while self.at < len(self.tokens):
            token, offset = self.tokens[self.at]
            self.at += 1
            if wants_operand:
                wants_operand = self.operand(token, offset)
            else:
                wants_operand = self.joint(token, offset)
        if wants_operand:
            raise ExpressionError("the expression stops too early", self.end)
        self.flush(0)
        if self.waiting:
            raise ExpressionError("a parenthesis is never closed", self.waiting[-1][1])

    def operand(self, token: str, offset: int) -> bool:
        """Takes what may begin a value; says whether a value is still due."""
        if token in ("(", "not"):
            self.waiting.append((token, offset))
            return True
        if token in ("true", "false"):
            self.steps.append((_TRUTH, token == "true"))
        elif _NAME.fullmatch(token) and token not in _BINDING:
            self.named(token, offset)
        elif _WHOLE.fullmatch(token):
            raise ExpressionError(
                f"the number {short(token)} stands alone; write it after a meter: `meter >= n`",
                offset,
            )
        else:
            raise ExpressionError(f"a meter or flag is due before `{short(token)}`", offset)
        return False

    def named(self, name: str, offset: int) -> None:
        if name not in self.names:
            raise ExpressionError(f"no meter or flag is called `{short(name)}`", offset, name)
        index, is_meter = self.names[name]
        self.used.add(name)
        comparison = self.peek() if self.peek() in COMPARISONS else None
        if not is_meter:
            if comparison:
                raise ExpressionError(
                    f"`{name}` is a flag, not a number; write `{name}` or `not {name}`", offset
                )
            self.steps.append((_FLAG, index))
            return
        if self.peek() == "=":
            raise ExpressionError(
                f"`=` does not compare; write `==`, as in `{name} == 5` (or `>=`, `<=`)", offset
            )
        if comparison is None:
            raise ExpressionError(
                f"`{name}` is a meter, not a truth; compare it, as in `{name} >= 5`", offset
            )
        self.at += 1
        number = self.peek()
        place = self.tokens[self.at][1] if self.at < len(self.tokens) else self.end
        if number is None or not _WHOLE.fullmatch(number):
            raise ExpressionError(f"a whole number is due after `{name} {comparison}`", place)
        self.at += 1
        self.steps.append((_COMPARE, COMPARISONS[comparison], index, _whole_number(number)))

    def joint(self, token: str, offset: int) -> bool:
        """Takes what may follow a value; says whether another value is due."""
        if token in ("and", "or"):
            self.flush(_BINDING[token])
            self.waiting.append((token, offset))
            return True
        if token == ")":
            self.flush(0)
            if not self.waiting:
                raise ExpressionError("this parenthesis was never opened", offset)
            self.waiting.pop()
            return False
        if token in COMPARISONS:
            raise ExpressionError(
                "comparisons do not chain, and only a meter is compared with a number; join two "
                "comparisons with `and`",
                offset,
            )
        if token == "=":
            raise ExpressionError(
                "`=` cannot stand here: a meter is compared with `==`, a flag stands alone", offset
            )
        raise ExpressionError(
            f"`{short(token)}` cannot stand here; only `and`, `or` and `)` may follow (there is no "
            "arithmetic and there are no calls)",
            offset,
        )

    def flush(self, binding: int) -> None:
        """Moves the operators that bind at least as tightly from the waiting list to the steps."""
        while self.waiting and self.waiting[-1][0] != "(":
            word = self.waiting[-1][0]
            if _BINDING[word] < binding:
                break
            self.waiting.pop()
            self.steps.append(_JOINS[word])

    def peek(self) -> str | None:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None


def _whole_number(text: str) -> int:
    """The number, of which 9 figures at most are read: a meter never comes near to more."""
    number = int(text.lstrip("+-").lstrip("0")[:9] or "0")
    return -number if text[0] == "-" else number


def short(text: str) -> str:
    """``text``, cut where it is too long to stand inside a message."""
    return text if len(text) <= 40 else text[:39] + "…"


def parse(source: str, names: Mapping[str, tuple[int, bool]]) -> Expression:
    """Compiles ``source``.

    ``names`` gives each meter and flag its index in the state and whether it is a meter.
    Raises ExpressionError, with the place inside ``source``.
    """
    parser = _Parser(source, names)
    parser.parse()
    return Expression(source, frozenset(parser.used), tuple(parser.steps))
