"""What the trainer is and is not, and people to turn to. The same page for everybody."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from textual.content import Content
from textual.widget import Widget

from trainer.help_lines import ABOUT, AS_OF, AS_OF_NOTE, HELP_LINES, HelpLine
from trainer.tui.base import ReadingScreen
from trainer.tui.lines import Lines
from trainer.tui.text import EMPTY, Block, blank, join, para, shown


class AboutScreen(ReadingScreen):
    """The about page. Escape, q or Enter leave it at once."""

    name_in_help = "about & help lines"

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        words = "esc leaves this page " if self.is_roomy else "esc leaves"
        return shown("About & help lines", "strong"), shown(words, "muted")

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield Lines(about_blocks(), tells=True, id="page")


def about_blocks() -> list[Block]:
    """The page, block by block."""
    blocks: list[Block] = []
    for text in ABOUT:
        blocks += [para(shown(text)), blank()]
    blocks += [para(shown(f"Where to find help, as of {AS_OF}", "strong")), blank()]
    for country, lines in groupby(HELP_LINES, key=lambda line: line.country):
        blocks.append(para(shown(country, "other strong")))
        for line in lines:
            blocks += help_line(line)
        blocks.append(blank())
    return [*blocks, para(shown(AS_OF_NOTE, "muted"))]


def help_line(line: HelpLine) -> list[Block]:
    """A help line: its name and number, and what it is for."""
    where = join([shown(line.for_whom, "muted"), shown(line.url, "muted") if line.url else EMPTY])
    return [
        para(join([shown(line.name), shown(line.reach, "you strong")], "  "), indent=2),
        para(where, indent=4),
    ]
