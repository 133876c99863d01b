"""Under the talk: what can be answered, and what is asked around a choice.

A turn has up to five stages: what there is to read first, one's own words (typed, before the
choices are seen), the choices, what one's own words had, and how the choice will land. All but the
choices can be skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message

from trainer.practice.play import Play, in_play_order
from trainer.practice.practising import typed_text
from trainer.scenario.model import Catalogue
from trainer.tui.bars import Bar
from trainer.tui.own_words import DONE, NO_GUESS, guess_items, marker_items
from trainer.tui.picker import Item, Picker
from trainer.tui.still import StillColumn, StillPicker
from trainer.tui.text import EMPTY, join, once, para, shown, spoken

if TYPE_CHECKING:
    from trainer.tui.typed_line import TypedLine

READING, TYPING, CHOOSING = "reading", "typing", "choosing"
TICKING, GUESSING = "ticking", "guessing"

#: What leads to the debrief, once a play is over.
DEBRIEF = "<debrief>"
_GO_ON = "<go on>"
_ONE = shown("1  ", "key")


def choice_items(play: Play, seed: int | None) -> list[Item]:
    """What can be said now, in the order of play; at the ending the way to the debrief."""
    if play.ending is not None:
        text = join([shown("See how it went", "strong"), shown("the debrief", "muted")], "  ")
        return [Item(DEBRIEF, (para(text, first=_ONE),))]
    items = []
    for number, choice in enumerate(in_play_order(play, seed), 1):
        say = spoken(play.text(choice.say))
        block = para(say, first=shown(f"{number}  ", "key"), measure=100)
        items.append(Item(choice.id, (once(block),)))
    return items


class Answers(StillColumn):
    """The status line, the choices, and the field for one's own words."""

    class Wrote(Message):
        """Own words were typed; the choices are to be seen now."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Answered(Message):
        """A choice is made, with what was ticked and guessed on the way (None: it was skipped)."""

        def __init__(self, choice: str, markers: tuple[str, ...] | None, guess: str | None) -> None:
            super().__init__()
            self.choice, self.markers, self.guess = choice, markers, guess

    class ReadOn(Message):
        """What there was to read is read."""

    class Staged(Message):
        """Another stage has begun."""

    def __init__(self, catalogue: Catalogue, other: str, *, id: str | None = None) -> None:
        """``other`` is the name of the one who is talked with."""
        super().__init__(id=id)
        self._catalogue, self._other = catalogue, other
        self._items: list[Item] = []
        self._markers: Sequence[str] = ()
        self._ticked: list[str] = []
        self._skipped_ticks = True
        self._guess = False
        self._choice = ""
        self._wrote = False
        self.stage = CHOOSING

    def compose(self) -> ComposeResult:
        """A status line and the choices; the field comes when it is first needed."""
        yield Bar(id="status")
        yield StillPicker(airy=True, most=0.45, id="choices")

    @property
    def picker(self) -> Picker:
        """The list to choose from."""
        return self.query_one("#choices", Picker)

    def offer(
        self,
        items: Iterable[Item],
        *,
        markers: Sequence[str] = (),
        guess: bool = False,
        wrote: bool = False,
        write_first: bool = False,
    ) -> None:
        """Begins a turn.

        ``markers`` are the principles that own words can be ticked for; ``wrote`` says that they
        are there already, ``write_first`` that they are asked for now. ``guess`` asks for a guess.
        """
        self._items, self._markers, self._guess = list(items), markers, guess
        self._ticked, self._choice, self._wrote = [], "", wrote
        if write_first:
            self.write()
        else:
            self._choose()

    @property
    def question(self) -> Content:
        """What is asked now; nothing where it is only what one says."""
        if self.stage == TYPING:
            return shown("Your own words first.", "strong")
        if self.stage == TICKING:
            return shown("What did your own words have?", "strong")
        if self.stage == GUESSING:
            return shown(f"How will {self._other} take it?", "strong")
        return shown("Which is nearest to your words?", "strong") if self._wrote else EMPTY

    @property
    def while_typing(self) -> Content:
        """What is good to know while letters go into the field."""
        from trainer.tui.typed_line import TypedLine

        if self.query_one("#typed", TypedLine).is_full:
            return shown("that is as long as a line gets", "caution")
        keys = [("F5", "time-out"), ("F6", "hide")][self.size.width < 60 :]
        return join([shown(key, "key") + shown(f" {does}", "muted") for key, does in keys], "  ")

    # The stages

    def wait(self) -> None:
        """Waits until what is told by now has been read."""
        self.picker.offer([Item(_GO_ON, (para(shown("go on", "strong"), first=_ONE),))])
        self._to(READING)

    def write(self) -> None:
        """Asks for one's own words; the choices are out of sight meanwhile."""
        from trainer.tui.typed_line import TypedLine

        lines = self.query(TypedLine)
        if lines:
            line = lines.first()
            line.text = ""
            line.display = True
        else:
            line = TypedLine("Say it your way. Only you read it.", id="typed")
            self.mount(line)
        self.picker.display = False
        line.focus()
        self._to(TYPING)

    def skip(self) -> None:
        """Goes on without what this stage asks for."""
        if self.stage == TYPING:
            self._choose()
        elif self.stage == TICKING:
            self._ticks_done(skipped=True)
        elif self.stage == GUESSING:
            self._answer(None)

    def _choose(self) -> None:
        from_typing = self.stage == TYPING
        self.picker.display = True
        self.picker.offer(self._items)
        if from_typing:
            self.query_one("#typed").display = False
            self.picker.focus()
        self._to(CHOOSING)

    def _picked_choice(self, choice: str) -> None:
        self._choice = choice
        if self._wrote and self._markers:
            self._to(TICKING)
            self._offer_markers()
        else:
            self._skipped_ticks = True
            self._ask_for_a_guess()

    def _offer_markers(self, highlight: str | None = None) -> None:
        items = marker_items(self._markers, self._ticked, self._catalogue)
        self.picker.offer(items, highlight)

    def _ticks_done(self, *, skipped: bool) -> None:
        self._skipped_ticks = skipped
        self._ask_for_a_guess()

    def _ask_for_a_guess(self) -> None:
        if self._guess:
            self.picker.offer(guess_items(self._other))
            self._to(GUESSING)
        else:
            self._answer(None)

    def _answer(self, guess: str | None) -> None:
        self.stage = CHOOSING
        markers = None if self._skipped_ticks else tuple(self._ticked)
        self.post_message(self.Answered(self._choice, markers, guess))

    def _to(self, stage: str) -> None:
        self.stage = stage
        self.post_message(self.Staged())

    # What the player does

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        event.stop()
        item = event.item
        if item not in {each.id for each in self.picker.items}:
            return  # a key held down: the talk has gone on since
        if self.stage == READING:
            self.post_message(self.ReadOn())
        elif self.stage == CHOOSING and not self._choice:
            self._picked_choice(item)
        elif self.stage == TICKING and item == DONE:
            self._ticks_done(skipped=not self._ticked)
        elif self.stage == TICKING:
            self._ticked = [m for m in self._markers if (m in self._ticked) != (m == item)]
            self._offer_markers(item)
        elif self.stage == GUESSING:
            self._answer(None if item == NO_GUESS else item)

    def on_text_area_changed(self) -> None:
        """Tells when no more can be typed."""
        self.post_message(self.Staged())

    def on_typed_line_done(self, event: TypedLine.Done) -> None:
        """One's own words are there, or none: on to the choices."""
        event.stop()
        if self.stage != TYPING:
            return  # Enter held down, or lines that came all at once
        text = typed_text(event.text)
        self._wrote = bool(text)
        self._choose()
        if text:
            self.post_message(self.Wrote(text))
