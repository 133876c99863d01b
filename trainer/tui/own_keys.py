"""Whether the player's own keys make sense: which can be pressed, which are known, which clash.

What cannot be pressed is found at the start and left out. The other two need every screen to be
imported, so they are looked at once the first one stands.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import Keys, key_to_character

from trainer.scenario.problems import ERROR, Problem

_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_NAMED = frozenset(key.value for key in Keys if "<" not in key.value)
#: What has to work while typing: a letter for it could not be typed any more.
_WHILE_TYPING = frozenset(
    {"app.hide", "app.leave", "app.palette", "app.quit", "app.time-out", "find.choose"}
)


def trouble_with(name: str, keys: str) -> str:
    """Why the keys of a binding cannot be used, as a sentence without its stop; or nothing."""
    for key in (each.strip() for each in keys.split(",")):
        if not _can_be_pressed(key):
            said = f"`{key}` is no key" if key else "there is a comma too many"
            return f"`{name}`: {said}; the usual key counts"
        if name in _WHILE_TYPING and len(key) == 1:
            return f"`{name}`: `{key}` could not be typed any more; the usual key counts"
    return ""


def _can_be_pressed(key: str) -> bool:
    *modifiers, base = key.split("+") if len(key) > 1 else [key]
    if key in _NAMED:
        return True
    if not base or set(modifiers) - _MODIFIERS or (len(base) == 1 and "shift" in modifiers):
        return False  # shift and a letter is that letter, large
    if len(base) == 1:
        return base.isprintable() and not base.isspace()
    return base in _NAMED or (base.islower() and key_to_character(base) is not None)


def looked_at(path: str, keys: Mapping[str, str], lines: Mapping[str, int]) -> list[Problem]:
    """What is wrong with own keys that can be pressed: names that are none, and two on one key."""
    screens = [list(each) for each in _screens()]
    usual = {name: key for each in screens for name, key in each}
    problems = []

    def tell(name: str, said: str) -> None:
        problems.append(Problem(path, lines.get(name, 1), 1, ERROR, "settings", said))

    for name in keys:
        if name not in usual:
            near = get_close_matches(name, usual, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            tell(name, f"there is no key called `{name}`{hint}")
    told: set[frozenset[str]] = set()
    for screen in screens:
        for name in (each for each, _ in screen if each in keys):
            for other, other_usual in screen:
                pair = frozenset({name, other})
                shared = _parts(keys[name]) & _parts(keys.get(other, other_usual))
                # What shares a key as it comes is never there at the same time.
                if not shared or other == name or pair in told:
                    continue
                if _parts(usual[name]) & _parts(other_usual):
                    continue
                told.add(pair)
                tell(name, f"`{min(shared)}` is the key of `{other}` as well as of `{name}`")
    return problems


def _parts(keys: str) -> frozenset[str]:
    return frozenset(each.strip() for each in keys.split(","))


def _screens() -> Iterator[Iterator[tuple[str, str]]]:
    """For each screen, each widget and the app, the bindings that it has, as (id, usual keys)."""
    from trainer import tui

    for found in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        for made in vars(import_module(found.name)).values():
            is_own = isinstance(made, type) and made.__module__ == found.name
            if is_own and issubclass(made, DOMNode):
                yield _of(made)


def _of(made: type) -> Iterator[tuple[str, str]]:
    """The bindings of a class and of those that it is made from."""
    for each in made.__mro__:
        for binding in each.__dict__.get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                yield binding.id, binding.key
