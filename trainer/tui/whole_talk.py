"""The whole talk again, from its beginning, as it went on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.play import Entry, Play
from trainer.practice.practising import Practised
from trainer.tui.bars import Bar
from trainer.tui.base import ReadingScreen
from trainer.tui.card import title_of
from trainer.tui.lines import Lines
from trainer.tui.own_words import draft_block
from trainer.tui.talk import entry_block
from trainer.tui.text import Block, blank, para, shown


class WholeTalkScreen(ReadingScreen):
    """A talk to read, without the choices."""

    name_in_help = "the whole talk"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,y", "copy", "copy", id="whole.copy", tooltip="copy all of it"),
    ]

    def __init__(self, play: Play, practised: Practised | None = None) -> None:
        super().__init__()
        self._play, self._practised = play, practised

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return title_of(self._play.scenario) + shown("   the whole talk", "muted"), Content("")

    def action_copy(self) -> None:
        """Copies the whole talk, where the terminal lets programs do that."""
        self.app.copy_to_clipboard(self.page.plain)
        title, _ = self.title_bar()
        self.query_one("#title", Bar).tell(title, shown("copied ", "other"))

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield Lines(talk_blocks(self._play, self._practised), tells=True, id="page")


def talk_blocks(play: Play, practised: Practised | None = None) -> list[Block]:
    """Everything seen and said; one's own words stand before the line that was then chosen."""
    decisions = play.decisions
    blocks: list[Block] = []
    before: Entry | None = None
    for entry in play.talk:
        if practised is not None and entry.kind == "said" and entry.decision is not None:
            typed = practised.typed_at(decisions[entry.decision])
            if typed is not None:
                blocks.append(draft_block(typed.text))
                before = None
        blocks.append(entry_block(entry, before, play.names, play.seats))
        before = entry
    ending = play.ending
    if ending is not None:
        blocks += [blank(), para(shown(play.text(ending.title), "strong"))]
    return blocks
