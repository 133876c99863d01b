"""A list to choose from: by arrows, j and k, digits, or the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseMove, Resize
from textual.message import Message
from textual.strip import Strip

from trainer.scenario.record import record
from trainer.tui.lines import DENSE, Lines
from trainer.tui.text import Block, blank, stacked
from trainer.tui.themes import highlight

_GUTTER = 2


@record
class Item:
    """Something to choose; a heading is one that cannot be chosen."""

    id: str
    blocks: tuple[Block, ...]
    pickable: bool = True


class Picker(Lines, can_focus=True, inherit_bindings=False):
    """Items, one of which is highlighted.

    ``digits`` lets 1 to 9 choose at once; where the items then ``stay``, the chosen one is
    highlighted (else that would only be one more frame before the one that answers). ``airy`` puts
    blank lines between the items where there is plenty of room. ``most`` is the part of the
    screen's height that it may take; beyond that it scrolls.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "up", show=False, id="pick.up", tooltip="one up"),
        Binding("down,j", "step(1)", "down", show=False, id="pick.down", tooltip="one down"),
        Binding("home", "edge(-1)", "first", show=False, id="pick.first", tooltip="the first"),
        Binding("end", "edge(1)", "last", show=False, id="pick.last", tooltip="the last"),
        *(
            Binding(str(digit), f"digit({digit})", "choose", show=False,
                    id=f"pick.{digit}", tooltip="choose by its number")
            for digit in range(1, 10)
        ),
    ]  # fmt: skip

    class OfItem(Message):
        """A message about one of the items."""

        def __init__(self, picker: Picker, item: str) -> None:
            super().__init__()
            self.picker, self.item = picker, item

        @property
        def control(self) -> Picker:
            """The picker that it comes from."""
            return self.picker

    class Highlighted(OfItem):
        """Another item is highlighted."""

    class Picked(OfItem):
        """An item was chosen."""

    def __init__(
        self,
        items: Iterable[Item] = (),
        *,
        digits: bool = True,
        stay: bool = False,
        airy: bool = False,
        most: float = 1.0,
        tells: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(tells=tells, id=id)
        self._items: list[Item] = []
        self._owners: list[int | None] = []
        self._digits, self._airy, self._most = digits, airy, most
        self._stay = stay
        self._spaced = False
        self._for_height = 0
        self._at = -1
        self.offer(items)

    # What is offered

    def offer(self, items: Iterable[Item], highlight: str | None = None) -> None:
        """Offers these items instead, with one of them (the first, if not said) highlighted."""
        self._items = list(items)
        self._at = next((n for n in self._pickable if highlight in (None, self._items[n].id)), -1)
        self._space()
        self._arrange()
        if self.is_attached:
            self.show(self._blocks)
            self._into_view()

    def _arrange(self) -> None:
        self._blocks, self._owners = [], []
        for index, item in enumerate(self._items):
            if index and self._spaced:
                self._blocks.append(blank())
                self._owners.append(None)
            self._blocks.append(stacked(item.blocks))
            self._owners.append(index)

    @property
    def highlighted(self) -> str | None:
        """The id of the highlighted item."""
        return self._items[self._at].id if 0 <= self._at < len(self._items) else None

    @property
    def items(self) -> Sequence[Item]:
        """What is offered."""
        return self._items

    @property
    def is_in_view(self) -> bool:
        """Whether the end of the highlighted item can be seen."""
        if self._at not in self._owners or not self._drawn:
            return True
        block = self._owners.index(self._at) + 1
        end = self._drawn.start_of(block)
        return end <= int(self.scroll_offset.y) + self._view

    @property
    def lines_below(self) -> int:
        """How many lines lie below what is in view, even before that is laid out."""
        return max(0, len(self._drawn) - int(self.scroll_offset.y) - self._view)

    @property
    def _view(self) -> int:
        return self._height() if self.styles.auto_dimensions else self.size.height

    def highlight(self, item_id: str) -> None:
        """Highlights an item and brings it into view."""
        for index, item in enumerate(self._items):
            if item.id == item_id and item.pickable:
                self._go(index)
                return

    # Drawing

    def _room_in(self, outer: int) -> int:
        room = super()._room_in(outer)
        return max(1, room - _GUTTER) if room else 0

    def _fit(self, outer: int) -> None:
        inner = self._room_in(outer)
        height = self.screen.size.height
        if not inner or (inner, height) == (self._width, self._for_height):
            return
        self._width, self._for_height = inner, height
        self._space()
        self._arrange()
        self._draw_all()

    def _space(self) -> None:
        """Whether there is room for blank lines between the items."""
        if self._airy and self._width and not self.app.has_class(DENSE):
            self._spaced = self._have_room(self._items, self._lines_of(self._items))

    def _lines_of(self, items: Sequence[Item]) -> int:
        return sum(len(stacked(item.blocks)(self._width)) for item in items)

    def _have_room(self, items: Sequence[Item], lines: int) -> bool:
        return lines + len(items) - 1 <= self._for_height // 2 - 6

    def _height(self) -> int:
        return min(len(self._drawn), self._highest)

    @property
    def _highest(self) -> int:
        return max(2, int(self._for_height * self._most))

    def height_of(self, items: Sequence[Item]) -> int:
        """How many lines these items would take; 0 before it is known how wide it is."""
        lines = self._lines_of(items) if self._width else 0
        dense = not self._airy or self.app.has_class(DENSE) or not self._have_room(items, lines)
        return min(lines if dense else lines + len(items) - 1, self._highest)

    def _owner(self, line: int) -> int | None:
        block = self._drawn.block_at(line)
        return self._owners[block] if 0 <= block < len(self._owners) else None

    def render_line(self, y: int) -> Strip:
        """Draws one line, the highlighted item's with a sign and a ground of its own."""
        width = self.size.width
        self._fit(width)
        at = y + int(self.scroll_offset.y)
        ground = self.ground
        if at >= len(self._drawn):
            return Strip.blank(width, ground)
        owner = self._owner(at)
        lit = owner is not None and owner == self._at
        key = at * 2 + lit
        strip = self._strips.get(key)
        if strip is None or strip.cell_length != width:
            first = lit and (at == 0 or self._owner(at - 1) != owner)
            mark = Content.styled("▸ ", "mark") if first else Content("  ")
            words = mark + self._drawn[at].content
            if lit:
                ground += highlight(self.app.theme)
                if ground.reverse:  # else each colour would be a ground of its own
                    words = Content(words.plain)
            strip = self._strips[key] = self.strip_of(words, width, ground)
        return strip

    # Choosing

    def _go(self, index: int) -> None:
        if index == self._at:
            return
        self._at = index
        self.refresh()
        self._into_view()
        self.post_message(self.Highlighted(self, self._items[index].id))

    def _into_view(self) -> None:
        height = self.size.height
        if self._at not in self._owners or not self._drawn or not height:
            return
        block = self._owners.index(self._at)
        start, end = self._drawn.start_of(block), self._drawn.start_of(block + 1)
        if self._pickable[:1] == [self._at]:
            start = 0  # with the headings above it
        top = int(self.scroll_offset.y)
        if start < top:
            self.scroll_to(y=start, animate=False, immediate=True)
        elif end > top + height:
            self.scroll_to(y=min(start, end - height), animate=False, immediate=True, force=True)

    @property
    def _pickable(self) -> list[int]:
        return [index for index, item in enumerate(self._items) if item.pickable]

    def on_resize(self, event: Resize) -> None:
        """Keeps the highlighted item in view."""
        self._fit(self.size.width)
        self._into_view()

    def action_step(self, by: int) -> None:
        """Highlights the next item that can be chosen, up or down."""
        at = self._at + by
        while 0 <= at < len(self._items):
            if self._items[at].pickable:
                self._go(at)
                return
            at += by

    def action_edge(self, to: int) -> None:
        """Highlights the first or the last item."""
        if pickable := self._pickable:
            self._go(pickable[-1 if to > 0 else 0])

    def action_digit(self, digit: int) -> None:
        """Chooses an item by its number."""
        pickable = self._pickable
        if self._digits and digit <= len(pickable):
            index = pickable[digit - 1]
            if self._stay:
                self._go(index)
            self.post_message(self.Picked(self, self._items[index].id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits choose only where the items are numbered."""
        return action != "digit" or self._digits

    def pick(self) -> None:
        """Chooses the highlighted item."""
        if (item := self.highlighted) is not None:
            self.post_message(self.Picked(self, item))

    # The mouse

    def _under(self, y: int) -> int | None:
        owner = self._owner(y + int(self.scroll_offset.y))
        if y + int(self.scroll_offset.y) >= len(self._drawn):
            return None
        return owner if owner is not None and self._items[owner].pickable else None

    def on_mouse_move(self, event: MouseMove) -> None:
        """Highlights what the mouse is over."""
        offset = event.get_content_offset(self)
        if offset is not None and (owner := self._under(offset.y)) is not None:
            self._go(owner)

    def on_click(self, event: Click) -> None:
        """Chooses what was clicked."""
        offset = event.get_content_offset(self)
        if offset is not None and (owner := self._under(offset.y)) is not None:
            self._go(owner)
            self.pick()
