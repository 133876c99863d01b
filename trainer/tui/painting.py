"""A widget that draws text with roles: from Content to what the terminal is sent."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.themes import look


class Drawn(Widget):
    """A widget that turns text with roles into strips."""

    @property
    def ground(self) -> Style:
        """What the widget draws its text on, and with."""
        return self.visual_style.rich_style

    def style_of(self, roles: str) -> Style:
        """How one or more roles (parted by spaces) look."""
        return look(self.app.theme, roles)

    def strip_of(self, content: Content, width: int, ground: Style) -> Strip:
        """A text on one line, as wide as asked for."""
        text = content.plain
        if not content.spans and content.cell_length <= width:
            return Strip([Segment(text + " " * (width - content.cell_length), ground)], width)
        cuts = sorted({0, len(text), *(at for span in content.spans for at in span[:2])})
        segments = []
        for start, end in pairwise(cuts):
            style = ground
            for span in content.spans:
                if span.start <= start and end <= span.end:
                    own = span.style
                    style += self.style_of(own) if isinstance(own, str) else own.rich_style
            segments.append(Segment(text[start:end], style))
        return Strip(segments).adjust_cell_length(width, ground)
