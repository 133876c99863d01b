"""The keys of the first screen, and those of its actions that open another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from trainer.tui.base import TrainerScreen
from trainer.tui.messages import Learn, PlayTogether, ShowMapOf, ShowSettings, TryKeys

if TYPE_CHECKING:
    from trainer.scenario.library import Entry


class HomeKeys(TrainerScreen):
    """What the first screen is made from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "practise", id="home.choose", tooltip="practise this one"),
        Binding("slash", "find", "find", id="home.find",
                tooltip="find by title, scene, principle or content note"),
        Binding("escape", "all", "all", key_display="esc", id="home.all",
                tooltip="show all again"),
        Binding("c", "choose_for_me", "choose for me", id="home.choose-for-me",
                tooltip="choose one of these for me"),
        Binding("r", "learn", "learn", id="home.learn",
                tooltip="the rules of each skill, and every principle"),
        Binding("o", "order", "order", id="home.order",
                tooltip="by skill, by level, by length, or what you have not played"),
        Binding("t", "together", "together", id="home.together",
                tooltip="play with somebody beside you, both at this keyboard"),
        Binding("s,f3", "settings", "settings", key_display="s", id="home.settings",
                tooltip="settings: colours, feedback, what to leave out"),
        Binding("f", "first_play", "first play", show=False, id="home.first-play",
                tooltip="the keys by using them: a talk of two minutes"),
        Binding("m", "map", "map", show=False, id="home.map",
                tooltip="the map: where you went in this one, and what is left to see"),
        Binding("left,h", "skill(-1)", "skill before", show=False, id="home.before",
                tooltip="to the skill before"),
        Binding("right,l", "skill(1)", "next skill", key_display="←→", id="home.next",
                tooltip="to the next skill"),
        Binding("pagedown,space", "page(1)", "page", show=False, id="home.page-down",
                tooltip="a page down"),
        Binding("pageup", "page(-1)", "page", show=False, id="home.page-up",
                tooltip="a page up"),
        Binding("p", "problems", "problems", id="home.problems",
                tooltip="what is wrong with some files"),
        Binding("q", "app.quit", "quit", id="home.quit", tooltip="leave the trainer"),
    ]  # fmt: skip

    @property
    def looked_at(self) -> Entry | None:
        """The scenario that is highlighted."""
        raise NotImplementedError

    def action_learn(self) -> None:
        """Opens what there is to learn, at the skill that is looked at."""
        entry = self.looked_at
        self.post_message(Learn(None if entry is None else entry.head.skill))

    def action_first_play(self) -> None:
        """Begins the first play."""
        self.post_message(TryKeys())

    def action_map(self) -> None:
        """Shows the map of the highlighted scenario."""
        if (entry := self.looked_at) is not None:
            self.post_message(ShowMapOf(entry))

    def action_together(self) -> None:
        """Begins to play as two."""
        self.post_message(PlayTogether())

    def action_settings(self) -> None:
        """Opens the settings."""
        self.post_message(ShowSettings())
