"""A view that draws blocks of text line by line.

However long its text grows, only the lines in view are drawn, and each only once: the cost of a key
does not grow with the talk. Its text can be selected and copied.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.events import Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from trainer.tui.drawn import DrawnBlocks
from trainer.tui.painting import Drawn
from trainer.tui.text import Block, Line

#: Strips are heavy: so many drawn lines are kept, a few screens' worth.
MOST_STRIPS = 128
#: The class of an app that leaves out the blank space it can do without.
DENSE = "-dense"


class Lines(Drawn, ScrollView, can_focus=False, inherit_bindings=False):
    """Blocks of text, one under the other, that scroll."""

    class Moved(Message):
        """Another part of the text is in view."""

    def __init__(
        self, blocks: Iterable[Block] = (), *, tells: bool = False, id: str | None = None
    ) -> None:
        """``tells`` has Moved posted when another part of the text comes into view."""
        super().__init__(id=id)
        self._tells = tells
        self._blocks: list[Block] = list(blocks)
        self._drawn = DrawnBlocks(0)
        self._strips: dict[int, Strip] = {}
        self._width = 0
        self._from: int | None = None
        self._paints = False

    # What is shown

    @property
    def block_count(self) -> int:
        """How many blocks there are."""
        return len(self._blocks)

    @property
    def plain(self) -> str:
        """All of the text, without the drawing around it."""
        return _flowing([(line, line.text) for line in self._drawn])

    def show(self, blocks: Iterable[Block]) -> None:
        """Shows these blocks instead, from their beginning."""
        before, strips = self._drawn, self._strips
        self._blocks = list(blocks)
        self._from = None
        self._strips = {}
        self._draw_all()
        self.scroll_to(y=0, animate=False, immediate=True)
        if self._tells:
            self.post_message(self.Moved())
        if before.is_same(self._drawn):
            self._strips = strips
        else:
            # A new layout costs more than all else here: only where the height is another.
            self.refresh(layout=self.styles.auto_dimensions and self._height() != self.size.height)

    def append(self, blocks: Sequence[Block]) -> None:
        """Adds blocks, and brings their end into view."""
        first = len(self._blocks)
        self._blocks += blocks
        for block in blocks:
            self._draw(block)
        self._measure()
        self.reveal(first)
        self.refresh()

    def cut(self, count: int) -> None:
        """Keeps only the first ``count`` blocks, and shows the end of them."""
        if count >= len(self._blocks):
            return
        del self._blocks[count:]
        self._drawn.cut(count)
        end = len(self._drawn)
        self._strips = {at: strip for at, strip in self._strips.items() if at < end}
        self._measure()
        self.reveal(count)
        self.refresh()

    # Where it is scrolled to

    def reveal(self, block: int) -> None:
        """Brings the end into view, what is newest. ``block`` is the first that is new."""
        self._from = block
        if self.size.height:
            self.scroll_to(y=self._end, animate=False, immediate=True, force=True)

    @property
    def _end(self) -> int:
        return max(0, len(self._drawn) - self.size.height)

    @property
    def beyond(self) -> tuple[bool, bool]:
        """Whether text lies below what is in view, and whether what is new begins above it."""
        first, top = self._from, int(self.scroll_offset.y)
        return self.lines_below > 0, first is not None and self._drawn.start_of(first) < top

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tells the screen, where it asked for it."""
        super().watch_scroll_y(old_value, new_value)
        if self._tells:
            self.post_message(self.Moved())

    @property
    def lines_below(self) -> int:
        """How many lines lie below what is in view."""
        return max(0, len(self._drawn) - int(self.scroll_offset.y) - self.size.height)

    def read_on(self) -> None:
        """Scrolls down by nearly a page."""
        self._from = None
        self.scroll_relative(y=max(1, self.size.height - 2), animate=False, immediate=True)

    def read_back(self) -> None:
        """Scrolls up by nearly a page."""
        self._from = None
        self.scroll_relative(y=-max(1, self.size.height - 2), animate=False, immediate=True)

    def move(self, lines: int) -> None:
        """Scrolls by some lines."""
        self._from = None
        self.scroll_relative(y=lines, animate=False, immediate=True)

    # Drawing

    def _draw(self, block: Block) -> None:
        self._drawn.add(block)

    def _draw_all(self) -> None:
        self._drawn = DrawnBlocks(self._width)
        self._strips.clear()
        for block in self._blocks:
            self._draw(block)
        self._measure()

    def _measure(self) -> None:
        """Tells how much there is to scroll. Only a bar that comes and goes needs a new layout."""
        size = Size(self._width, len(self._drawn))
        if self.styles.overflow_y != "scroll":
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Lines.virtual_size, size)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.window_virtual_size = size.height

    def _fit(self, outer: int) -> None:
        """Wraps the text to a width, less the bar to scroll by."""
        width = self._room_in(outer)
        if width != self._width and width > 0:
            self._width = width
            self._draw_all()

    def _room_in(self, outer: int) -> int:
        return max(1, outer - self.styles.scrollbar_size_vertical - 1) if outer > 0 else 0

    def on_resize(self, event: Resize) -> None:
        """Wraps the text anew, and keeps in view what was to be seen."""
        self._fit(self.size.width)
        if self._from is not None:
            self.reveal(self._from)
        if self._tells:
            self.post_message(self.Moved())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the text is at this width."""
        self._fit(width)
        return self._height()

    def _height(self) -> int:
        """How high it would like to be."""
        return len(self._drawn)

    def notify_style_update(self) -> None:
        """Draws anew in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paints lines of the view."""
        self._paints = True
        try:
            return super().render_lines(crop)
        finally:
            self._paints = False

    def render_line(self, y: int) -> Strip:
        """Draws a line of the view; unless to paint it, with what part of the text stands where."""
        width = self.size.width
        self._fit(width)
        at = y + int(self.scroll_offset.y)
        ground = self.ground
        if at >= len(self._drawn):
            return Strip.blank(width, ground)
        strip = self._strips.get(at)
        if strip is None or strip.cell_length != width:
            strip = self.strip_of(self._drawn[at].content, width, ground)
            if len(self._strips) >= MOST_STRIPS:
                view = range(at - y, at - y + self.size.height)
                self._strips = {line: self._strips[line] for line in view if line in self._strips}
            self._strips[at] = strip
        if not self._paints:
            # Not to paint: each place makes a style of its own, and Textual keeps them.
            return strip.apply_offsets(0, at)
        selection = self.text_selection
        return strip if selection is None else self._with_selection(at, strip, selection)

    # Selecting

    def _with_selection(self, at: int, strip: Strip, selection: Selection) -> Strip:
        span = selection.get_span(at)
        if span is None:
            return strip
        start, end = span
        content = self._drawn[at].content
        text = content.plain
        style = self.screen.get_component_rich_style("screen--selection")
        first = len(text[:start]) if end != 0 else 0
        before = Content(text[:first]).cell_length
        after = strip.cell_length if end == -1 else Content(text[:end]).cell_length
        left, middle, right = strip.divide([before, after, strip.cell_length])
        return Strip.join([left, middle.apply_style(style), right])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as it is written: without bars, frames, and breaks of wrapping."""
        parts = []
        for at, line in enumerate(self._drawn):
            span = selection.get_span(at)
            if span is None:
                continue
            length = len(line.content)
            start = max(span[0], line.start)
            end = min(
                length if span[1] == -1 else span[1], length if line.end is None else line.end
            )
            parts.append((line, line.content.plain[start:end]))
        return _flowing(parts), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Shows what is selected now."""
        self.refresh()


def _flowing(parts: Sequence[tuple[Line, str]]) -> str:
    text = ""
    for number, (line, part) in enumerate(parts):
        if number:
            text += line.glue
        text += part.rstrip()
    return text
