"""The keys of the screen one is on, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from trainer.tui.bars import key_name
from trainer.tui.base import ReadingScreen
from trainer.tui.home import HomeScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import TryKeys
from trainer.tui.text import Block, blank, para, shown

SIGNS = (
    ("●○", "other", "endings you have found, and those still to be found"),
    ("▲", "shows", "the line shows this principle"),
    ("▼", "against", "the line goes against it"),
    ("·", "muted", "neither"),
    ("▸", "mark", "what is highlighted"),
    ("━", "other", "how much of what was on offer a line reached"),
    ("┆", "muted", "your own words, typed before the choices"),
    ("[x]", "shows", "ticked: what your own words had"),
    ("[ … ]", "deed", "something done, not said"),
)


class HelpScreen(ReadingScreen):
    """Help for another screen, made from that screen's own keys."""

    name_in_help = "help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "first_play", "first play", id="help.first-play",
                tooltip="the keys by using them: a talk of two minutes"),
    ]  # fmt: skip

    def __init__(self, of: Screen[Any]) -> None:
        super().__init__()
        self._where: str = getattr(of, "name_in_help", "this screen")
        self._keys = dict(of.active_bindings)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("Help", "strong") + shown(f"   {self._where}", "muted"), Content("")

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield Lines(help_blocks(self._where, self._keys), id="page")

    def action_first_play(self) -> None:
        """Begins the first play."""
        self.post_message(TryKeys())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first play is begun from home alone: it takes the place of what is open."""
        return action != "first_play" or self._where == HomeScreen.name_in_help


def help_blocks(where: str, keys: Mapping[str, ActiveBinding]) -> list[Block]:
    """The keys, an action a line, and the signs."""
    actions: dict[str, tuple[str, list[str]]] = {}
    # The screen's own keys first, then those of what has the focus, then those of everywhere.
    order = sorted(keys.items(), key=lambda pair: _rank(pair[1]))
    for key, active in order:
        words = active.binding.tooltip or active.binding.description
        if active.enabled and active.binding.id and words:
            actions.setdefault(words, (words, []))[1].append(key_name(key))
    blocks: list[Block] = [para(shown(f"Keys of {where}", "strong")), blank()]
    for words, names in actions.values():
        blocks.append(_row(_names(names), "key", words))
    blocks += [blank(), para(shown("Signs", "strong")), blank()]
    blocks += [_row(sign, role, words) for sign, role, words in SIGNS]
    return [
        *blocks,
        blank(),
        para(shown("The mouse works everywhere: click what you want, turn the wheel to read.")),
        blank(),
        para(shown("What these keys are called in the settings file", "strong")),
        blank(),
        *_called(order),
    ]


def _called(order: Iterable[tuple[str, ActiveBinding]]) -> list[Block]:
    """The name by which each key can be changed."""
    names: dict[str, list[str]] = {}
    for key, active in order:
        if active.binding.id:
            names.setdefault(active.binding.id, []).append(key)
    return [
        para(shown(name), first=shown(f"{','.join(keys):<24}  ", "muted"))
        for name, keys in names.items()
    ]


def _rank(active: ActiveBinding) -> int:
    if str(active.binding.id).startswith("app."):
        return 2
    return 1 if str(active.binding.id).startswith("pick.") else 0


def _row(sign: str, role: str, words: str) -> Block:
    return para(shown(words), first=shown(f"{sign:<14}", role))


def _names(names: list[str]) -> str:
    digits = [name for name in names if name.isdigit()]
    if len(digits) > 2:
        return f"{digits[0]} to {digits[-1]}"
    return " ".join(names)
