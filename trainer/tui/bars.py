"""The bars of a screen: its title above, its keys below, and a quiet line to tell something."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import ActiveBinding
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.strip import Strip

from trainer.tui.painting import Drawn
from trainer.tui.text import EMPTY, join, shown

KEY_NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
    "f2": "F2",
    "f5": "F5",
    "f6": "F6",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "ctrl+p": "^p",
    "ctrl+c": "^c",
    "ctrl+q": "^q",
}


def key_name(key: str) -> str:
    """How a key is written on the screen."""
    return KEY_NAMES.get(key, key)


class Bar(Drawn):
    """One line of text, with something at its right end where there is room."""

    ALLOW_SELECT = False

    def __init__(
        self, left: Content = EMPTY, right: Content = EMPTY, *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._left, self._right = left, right

    @property
    def plain(self) -> str:
        """What stands there."""
        return f"{self._left.plain} {self._right.plain}".strip()

    def tell(self, left: Content, right: Content = EMPTY) -> None:
        """Shows another text."""
        if not (left.is_same(self._left) and right.is_same(self._right)):
            self._left, self._right = left, right
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.ground)
        gap = width - self._left.cell_length - self._right.cell_length
        if not self._right:
            line = self._left.truncate(width, ellipsis=True)
        elif gap < 2:
            room = max(0, width - self._right.cell_length - 2)
            line = self._left.truncate(room, ellipsis=True).pad_right(2) + self._right
        else:
            line = join([self._left, Content(" " * gap), self._right], "")
        return self.strip_of(line, width, self.ground)


class Notice(Bar):
    """A line that can be clicked."""

    class Clicked(Message):
        """The notice was clicked."""

    def on_click(self) -> None:
        """Tells the screen."""
        self.post_message(self.Clicked())


class KeyBar(Drawn):
    """The keys of a screen that are needed most. Help, the way to help lines, and for two people
    the way out always fit."""

    ALLOW_SELECT = False
    ALWAYS: ClassVar[tuple[str, ...]] = ("two.another-time", "app.help", "app.about")

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[str] = []
        self._spots: list[tuple[int, int, DOMNode, str]] = []

    def on_mount(self) -> None:
        """Follows the screen's keys as they change."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and (now := self._named()) != self._shown:
            self._shown = now
            self.refresh()

    def _named(self) -> list[str]:
        return [f"{active.binding.id} {active.binding.description}" for active in self.keys()]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line."""
        return 1

    def keys(self) -> list[ActiveBinding]:
        """What is to be shown: each action once; enter first, help and about last."""
        seen: dict[tuple[str, str], ActiveBinding] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                seen.setdefault((str(active.binding.id), active.binding.action), active)
        found = list(seen.values())
        return sorted(
            found,
            key=lambda active: (_at(active.binding.id, self.ALWAYS), active.binding.key != "enter"),
        )

    def render_line(self, y: int) -> Strip:
        """Draws the keys that fit."""
        width = self.size.width
        self._spots = []
        if y:
            return Strip.blank(width, self.ground)
        keys = self.keys()
        parts = [_key(active) for active in keys]
        always = [active.binding.id in self.ALWAYS for active in keys]
        # What always stands there, less the gap after the last of it.
        kept = sum(part.cell_length + 2 for part, stays in zip(parts, always, strict=True) if stays)
        kept = max(0, kept - 2)
        line, full = EMPTY, False
        for active, part, stays in zip(keys, parts, always, strict=True):
            room = width - line.cell_length - (0 if stays else kept)
            full = full or part.cell_length + (0 if stays else 2) > room
            if full and not stays:
                continue
            start = line.cell_length
            self._spots.append(
                (start, start + part.cell_length, active.node, active.binding.action)
            )
            line = join([line, part, Content("  ")], "")
            kept -= part.cell_length + 2 if stays else 0
        return self.strip_of(line, width, self.ground)

    async def on_click(self, event: Click) -> None:
        """Does what the key would do."""
        offset = event.get_content_offset(self)
        for start, end, node, action in self._spots:
            if offset is not None and start <= offset.x < end:
                await self.app.run_action(action, node)
                return


def _at(id: str | None, always: tuple[str, ...]) -> int:
    """Where a key stands among those that are always there; before them, if it is none."""
    return always.index(id) + 1 if id in always else 0


def _key(active: ActiveBinding) -> Content:
    binding = active.binding
    name = binding.key_display or key_name(binding.key)
    return join([shown(name, "key"), shown(binding.description)])
