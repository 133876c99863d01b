"""Say it again: the line that cost most once more, with no choices, and then how it could go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.practising import Practised, Typed, good_lines, on_offer, typed_text
from trainer.practice.report import Debrief
from trainer.practice.scoring import Scored
from trainer.practice.words import quote
from trainer.tui.bars import Bar
from trainer.tui.base import ReadingScreen
from trainer.tui.card import title_of
from trainer.tui.lines import Lines
from trainer.tui.messages import SaidAgain
from trainer.tui.own_words import DONE, draft_block, marker_items
from trainer.tui.picker import Picker
from trainer.tui.talk import entry_block, mark
from trainer.tui.text import EMPTY, Block, blank, join, para, shown, spoken
from trainer.tui.typed_line import TypedLine

#: So many things seen and said lead up to the line.
_LEAD = 4


class SayAgainScreen(ReadingScreen):
    """One moment of a play that is over. Nothing here is scored."""

    name_in_help = "say it again"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "choose", id="again.choose", tooltip="tick, or go on"),
        Binding("escape,q", "leave", "back", key_display="esc", id="again.back",
                tooltip="back to the debrief"),
    ]  # fmt: skip

    def __init__(self, debrief: Debrief, number: int, practised: Practised | None = None) -> None:
        """``number`` counts the lines of the player's seat from 0."""
        super().__init__()
        play = debrief.play
        self._debrief, self._play, self._practised = debrief, play, practised
        score = debrief.seats[play.seats[0]]
        self._scored: Scored = score.decisions[number]
        self._line = score.before + number
        self._text = ""
        self._ticked: list[str] = []
        self._markers = on_offer(self._scored.decision.offered, debrief.catalogue)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return (
            title_of(self._play.scenario) + shown("   say it again", "muted"),
            shown(f"line {self._line + 1}, unscored " if self.is_roomy else "unscored", "muted"),
        )

    def body(self) -> Iterable[Widget]:
        """What led to the line, the field, and later what one's own words had."""
        yield Lines(tells=True, id="page")
        yield Bar(id="ask")
        yield TypedLine("Type it, or say it aloud, then Enter.", id="typed")
        yield Picker(most=0.45, id="markers")

    def on_mount(self) -> None:
        """Asks for the line."""
        self.query_one("#markers").display = False
        self.query_one("#ask", Bar).tell(shown("What would you say now?", "strong"))
        self.page.show(self._lead())
        self.set_focus(self.query_one(TypedLine))

    # What is shown

    def _lead(self) -> list[Block]:
        """What was seen and said just before the line."""
        play, decision = self._play, self._scored.decision
        number = next(
            at
            for at, each in enumerate(play.decisions)
            if each.node is decision.node and each.values == decision.values
        )
        talk = play.talk
        end = next(at for at, each in enumerate(talk) if each.decision == number)
        blocks: list[Block] = []
        before = None
        for entry in talk[max(0, end - _LEAD) : end]:
            blocks.append(entry_block(entry, before, play.names, play.seats))
            before = entry
        return blocks

    def _how_it_could_go(self) -> list[Block]:
        """The strongest line, and a second good one where there is one."""
        play, catalogue = self._play, self._debrief.catalogue
        blocks: list[Block] = []
        titles = ("the strongest on offer", "another good one")
        for title, choice in zip(titles, good_lines(self._scored.decision.offered), strict=False):
            signs = join([mark(p, m, catalogue) for p, m in choice.marks.items()], "   ")
            blocks += [
                blank(),
                para(shown(title, "other strong")),
                para(spoken(quote(play.text(choice.say)))),
                para(signs),
                para(shown(play.text(choice.why), "muted")),
            ]
        return blocks

    def _offer_markers(self, highlight: str | None = None) -> None:
        items = marker_items(self._markers, self._ticked, self._debrief.catalogue)
        self.query_one("#markers", Picker).offer(items, highlight)

    # What the player does

    @on(TypedLine.Done)
    def _done(self, event: TypedLine.Done) -> None:
        self._text = typed_text(event.text)
        self.query_one(TypedLine).display = False
        lead = self._lead()
        yours = [draft_block(self._text)] if self._text else []
        self.page.show([*lead, *yours])
        self.page.append(self._how_it_could_go())
        if self._text and self._markers:
            self.query_one("#ask", Bar).tell(shown("What did your words have?", "strong"))
            picker = self.query_one("#markers", Picker)
            picker.display = True
            self._offer_markers()
            self.set_focus(picker)
        else:
            self._finish()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == DONE:
            self._finish()
        else:
            self._ticked = [m for m in self._markers if (m in self._ticked) != (m == event.item)]
            self._offer_markers(event.item)

    def _finish(self) -> None:
        """Keeps what was typed, if anything, and leaves the page to be read."""
        if self._text:
            typed = Typed(self._text, tuple(self._ticked))
            if self._practised is not None:
                self._practised.said_again[self._line] = typed
            self.post_message(SaidAgain(self._play, self._line, typed))
        self.query_one("#markers").display = False
        self.query_one("#ask", Bar).tell(shown("That is one way more than before.", "muted"), EMPTY)
        self.set_focus(None)
        self.refresh_bindings()

    def action_choose(self) -> None:
        """Ticks what is highlighted; goes back once there is nothing to tick."""
        picker = self.query_one("#markers", Picker)
        if picker.display:
            picker.pick()
        else:
            self.action_leave()
