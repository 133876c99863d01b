"""The keys of the screen one is on, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual import on
from textual.binding import ActiveBinding, Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from trainer.tui.bars import key_name
from trainer.tui.base import ReadingScreen
from trainer.tui.home import HomeScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import TryKeys
from trainer.tui.text import Block, blank, labelled, para, shown

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


#: So many blocks stand above the rows of keys.
_HEAD = 2


class Keys(Lines):
    """A page whose blocks can be clicked."""

    class Clicked(Message):
        """A block was clicked; blocks count from 0."""

        def __init__(self, block: int) -> None:
            super().__init__()
            self.block = block

    def on_click(self, event: Click) -> None:
        """Tells the screen."""
        offset = event.get_content_offset(self)
        if offset is not None:
            line = offset.y + int(self.scroll_offset.y)
            self.post_message(self.Clicked(self._drawn.block_at(line)))


class HelpScreen(ReadingScreen):
    """Help for another screen, made from that screen's own keys. A click does what a key does."""

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
        yield Keys(help_blocks(self._where, self._keys), tells=True, id="page")

    @on(Keys.Clicked)
    def _clicked(self, event: Keys.Clicked) -> None:
        rows = list(rows_of(self._keys).values())
        if _HEAD <= event.block < _HEAD + len(rows):
            active, _ = rows[event.block - _HEAD]
            self.dismiss()
            self.app.call_later(self.app.run_action, active.binding.action, active.node)

    def action_first_play(self) -> None:
        """Begins the first play."""
        self.post_message(TryKeys())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The first play is begun from home alone: it takes the place of what is open."""
        if action == "first_play":
            return self._where == HomeScreen.name_in_help
        return super().check_action(action, parameters)


def rows_of(keys: Mapping[str, ActiveBinding]) -> dict[str, tuple[ActiveBinding, list[str]]]:
    """The rows of keys: what each does in words, with the first key that does it, and all."""
    rows: dict[str, tuple[ActiveBinding, list[str]]] = {}
    for key, active in _in_order(keys):
        words = active.binding.tooltip or active.binding.description
        if active.enabled and active.binding.id and words:
            rows.setdefault(words, (active, []))[1].append(key_name(key))
    return rows


def _in_order(keys: Mapping[str, ActiveBinding]) -> list[tuple[str, ActiveBinding]]:
    """The screen's own keys first, then those of what has the focus, then those of everywhere."""
    return sorted(keys.items(), key=lambda pair: _rank(pair[1]))


def help_blocks(where: str, keys: Mapping[str, ActiveBinding]) -> list[Block]:
    """The keys, an action a line, and the signs."""
    blocks: list[Block] = [para(shown(f"Keys of {where}", "strong")), blank()]
    for words, (_, names) in rows_of(keys).items():
        blocks.append(_row(_names(names), "key", words))
    blocks += [blank(), para(shown("Signs", "strong")), blank()]
    blocks += [_row(sign, role, words) for sign, role, words in SIGNS]
    return [
        *blocks,
        blank(),
        para(shown("The mouse works everywhere: click what you want, turn the wheel to read.")),
        para(shown("A click on one of these keys does what it does.")),
        blank(),
        para(shown("What these keys are called in the settings file", "strong")),
        blank(),
        *_called(_in_order(keys)),
    ]


def _called(order: Iterable[tuple[str, ActiveBinding]]) -> list[Block]:
    """The name by which each key can be changed."""
    names: dict[str, list[str]] = {}
    for key, active in order:
        if active.binding.id:
            names.setdefault(active.binding.id, []).append(key)
    return [
        labelled(shown(f"{','.join(keys):<24}  ", "muted"), shown(name))
        for name, keys in names.items()
    ]


def _rank(active: ActiveBinding) -> int:
    if str(active.binding.id).startswith("app."):
        return 2
    return 1 if str(active.binding.id).startswith("pick.") else 0


def _row(sign: str, role: str, words: str) -> Block:
    return labelled(shown(f"{sign:<14}", role), shown(words))


def _names(names: list[str]) -> str:
    digits = [name for name in names if name.isdigit()]
    if len(digits) > 2:
        return f"{digits[0]} to {digits[-1]}"
    return " ".join(names)
