"""Widgets of the talk that are laid out once.

When a widget gets another size, Textual has the whole screen laid out a second time, in case there
is now something else to scroll, and scrolls after that. In the talk heights change with each line;
there these have a key answered by one frame and not by three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scrollbar import ScrollBar

from trainer.tui.base import Column, Row
from trainer.tui.lines import Lines
from trainer.tui.picker import Picker

if TYPE_CHECKING:
    from textual.widget import Widget as AnyWidget

    from trainer.tui.lines import Lines as AnyLines
else:  # what is mixed in must not come between a widget and the keys and styles of its kind
    AnyWidget = AnyLines = object


class Still(AnyWidget):
    """A widget whose new size asks for no second layout."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class StillRow(Still, Row):
    """Widgets side by side."""


class StillColumn(Still, Column):
    """Widgets one above the other."""


class Slider(Still, ScrollBar):
    """The bar beside text that scrolls. With its height it is drawn anew anyway."""

    window_size: Reactive[int] = Reactive(0, repaint=False)


class StillText(AnyLines):
    """Text beside which there is always a slider."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """What shows where the view is, and moves it."""
        if self._vertical_scrollbar is None:
            width = self.scrollbar_size_vertical
            self._vertical_scrollbar = Slider(vertical=True, name="vertical", thickness=width)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def _scroll_update(self, virtual_size: Size) -> None:
        """As in every widget, but it asks for no frame beside the one that is about to be drawn.

        Where the end was in view, it is again.
        """
        self._refresh_scrollbars()
        top = self.validate_scroll_y(self.scroll_y) if self._from is None else self._end
        self.set_reactive(Lines.scroll_y, top)
        self.set_reactive(Lines.scroll_target_y, top)
        if self.show_vertical_scrollbar:
            slider = self.vertical_scrollbar
            slider.window_virtual_size = virtual_size.height
            slider.window_size = self.container_size.height
            slider.set_reactive(ScrollBar.position, top)


class StillLines(StillText, Lines):
    """Text that grows, and its end stays in view."""


class StillPicker(StillText, Picker):
    """A list to choose from, whose height changes with what is offered."""
