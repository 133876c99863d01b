"""Plain mode with own words before the choices, or with the coach only in the debrief."""

from __future__ import annotations

from collections.abc import Callable

from trainer.plain.talk import Left, PlainPlay
from trainer.practice.play import Play
from trainer.practice.practising import COACHED, How, Practised, typed_text
from trainer.scenario.model import Catalogue, Choice

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from trainer.history.keeper import Keeper
    from trainer.scenario.graph import Graph


class PlainPractice(PlainPlay):
    """One play, practised in another way than the usual one."""

    def __init__(
        self,
        play: Play,
        catalogue: Catalogue,
        seed: int | None,
        begin_keeping: Callable[[], Keeper] | None,
        graph: Graph | None,
        how: How,
    ) -> None:
        super().__init__(play, catalogue, seed, begin_keeping, graph)
        self._own = self.practised = Practised(play, how)

    def decide(self, *, asked: bool = False) -> None:
        """Reads own words first, where that is asked for, and then the choice. Raises Left."""
        if self._own.how.say_first and not asked:
            asked = self._own_words()
        super().decide(asked=asked)

    def _own_words(self) -> bool:
        """Reads one line of own words; whether the choices have been told after it. Raises Left."""
        self.say("", "Your own words first: type what you would say, or press Enter to skip it.")
        line = self.read().strip()
        if line in ("q", "Q"):
            raise Left
        if line in ("u", "U"):
            can_be = self.play.can_take_back
            self.take_back([])
            return can_be
        text = typed_text(line)
        keeper = self.keeping() if text else None
        if text:
            self._own.type(text)
        if keeper is not None and keeper.words(len(self.play.decisions), text):
            from trainer.history.model import WHO_CAN_READ

            self.say(WHO_CAN_READ)
        return False

    def ask(self, choices: list[Choice]) -> None:
        """The choices, numbered, beside the own words that are there."""
        typed = self._own.typed_now()
        if typed is not None:
            self.say("", f"Your own words: {typed.text}", "Which of these is nearest?")
            self.tell_choices(choices)
        else:
            super().ask(choices)

    def coach_on(self, index: int) -> None:
        """The coach's words; in a rehearsal they wait for the debrief."""
        if self._own.how.feedback == COACHED:
            super().coach_on(index)
        else:
            self.say("")
