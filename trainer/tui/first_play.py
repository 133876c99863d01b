"""The first play: a talk of two lines that teaches the keys by having them used."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget

from trainer.practice.first_talk import FIRST_TALK
from trainer.practice.play import Play
from trainer.scenario.model import Catalogue
from trainer.tui.answers import CHOOSING, DEBRIEF, TICKING, TYPING, Answers
from trainer.tui.lines import Lines
from trainer.tui.messages import GoHome
from trainer.tui.picker import Item
from trainer.tui.play import PlayScreen
from trainer.tui.text import para, shown

_FIRST = (
    "Robin has just spoken. ↓ and ↑ move between the lines, Enter says one. Say the second: it is "
    "a miss, and misses are welcome here."
)


class FirstPlayScreen(PlayScreen):
    """The play screen with a word above it on the next key. Nothing of this talk is kept."""

    name_in_help = "the first play"

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(Play(FIRST_TALK, [FIRST_TALK.play_as]), catalogue, None, in_order=True)
        self._took_back = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        return shown("The keys, by using them", "strong"), shown("not kept ", "muted")

    def body(self) -> Iterable[Widget]:
        """What to try now, and the talk."""
        yield Lines([para(shown(_FIRST, "strong"))], id="lesson")
        yield from super().body()

    @on(Answers.Staged)
    def _tell_lesson(self) -> None:
        self.query_one("#lesson", Lines).show([para(shown(self._lesson(), "strong"))])

    def _lesson(self) -> str:
        stage, said = self._answers.stage, len(self._play.decisions)
        if self._play.ending is not None:
            return (
                "That is all it takes. Everywhere: F5 is a time-out, F6 hides everything, ? tells "
                "the keys, F2 has people to turn to. Enter leads to the first screen."
            )
        if stage == TYPING:
            return "Type it as you would say it; Enter ends it. Nothing looks at your words."
        if stage == TICKING:
            return "What did your words have? A number ticks it, the last one goes on."
        if stage == CHOOSING and self._answers.question:  # own words are there
            return "Now say the line that is nearest to yours."
        if said == 0 and not self._took_back:
            return _FIRST
        if said == 0:
            return "The number of a line says it at once. Press 1."
        if not self._took_back:
            key = self.key_of("play.take-back")
            return f"The coach tells what your line did. Now press {key}: it takes the line back."
        key = self.key_of("play.write")
        return f"Say the next one in your own words before you choose: press {key}."

    def tell_page(self) -> None:
        """Tells all at once: the keys that are taught here are enough of them."""
        self.talk.tell_on()
        self._offer(self._items(), ask=True)

    def action_take_back(self) -> None:
        """Takes the line back: that much is learnt."""
        self._took_back = True
        super().action_take_back()

    def _items(self) -> list[Item]:
        if self._play.ending is None:
            return super()._items()
        text = shown("To the first screen", "strong")
        return [Item(DEBRIEF, (para(text, first=shown("1  ", "key")),))]

    def tell_the_end(self) -> None:
        """Nothing of this talk is told."""

    def go_on_from_the_end(self) -> None:
        """To the first screen."""
        self.post_message(GoHome())
