"""Before a skill's first scenario: one pair and its rules. Which of them is the strong line's?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from trainer.practice.words import SHOWED
from trainer.scenario.model import Skill
from trainer.tui.bars import Bar
from trainer.tui.base import ReadingScreen
from trainer.tui.learn_text import model_blocks, rule_block
from trainer.tui.lines import Lines
from trainer.tui.picker import Item, Picker
from trainer.tui.text import EMPTY, blank, para, shown

ON = "<on>"
#: From this height on there is room for a word on the skill, and for the whole pair; below it the
#: strong line comes first: it is what is asked about.
HIGH = 24


class RulePickScreen(ReadingScreen):
    """The pair above, the rules below. It can be skipped, and asks again where a pick is off."""

    name_in_help = "the rules of a skill"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "choose", id="rules.pick", tooltip="this is the rule"),
        Binding("escape,q", "leave", "skip", key_display="esc", id="rules.skip",
                tooltip="go on without it"),
    ]  # fmt: skip

    def __init__(self, skill: Skill, model: int = 0) -> None:
        """``model`` is the pair to show."""
        super().__init__()
        self._skill, self._model = skill, skill.models[model]
        self._found = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        left = shown(self._skill.title, "strong") + shown("   its rules", "muted")
        words = "esc skips this " if self.is_roomy else "esc skips"
        return left, EMPTY if self._found else shown(words, "muted")

    def body(self) -> Iterable[Widget]:
        """The pair, and the rules under it."""
        yield Lines(tells=True, id="page")
        yield Bar(shown("What rule does the strong line follow?", "strong"), id="ask")
        yield Picker(most=0.4, id="rules")

    def on_mount(self) -> None:
        """Asks."""
        picker = self.query_one("#rules", Picker)
        picker.offer(
            Item(rule, (rule_block(number, rule),))
            for number, rule in enumerate(self._skill.rules, 1)
        )
        self.set_focus(picker)
        if self.size.height >= HIGH:
            about = [para(shown(self._skill.summary, "muted")), blank()]
            self.page.show([*about, *model_blocks(self._model)])
        else:
            self.page.show(model_blocks(self._model, strong_first=True))

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        ask, picker = self.query_one("#ask", Bar), self.query_one("#rules", Picker)
        if event.item == ON:
            self.action_leave()
        elif event.item == self._model.rule:
            self._found = True
            self.query_one("#title", Bar).tell(*self.title_bar())
            rule = para(shown(self._model.rule, "strong"), first=shown(f"{SHOWED} ", "shows"))
            self.page.show([*model_blocks(self._model), blank(), rule])
            ask.tell(shown("That is the one.", "other strong"))
            picker.offer([Item(ON, (para(shown("go on"), first=shown("1  ", "key")),))])
        elif not self._found:
            ask.tell(shown("A good one, but another. Look again."))

    def action_pick(self) -> None:
        """Picks the highlighted rule."""
        self.query_one("#rules", Picker).pick()
