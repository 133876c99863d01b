"""Learn: each skill with its rules and models, and every principle behind the marks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget

from trainer.scenario.model import Catalogue
from trainer.tui.base import TrainerScreen
from trainer.tui.learn_text import principle_blocks, skill_blocks
from trainer.tui.lines import Lines
from trainer.tui.messages import TryKeys, TryRules
from trainer.tui.picker import Item, Picker
from trainer.tui.text import blank, para, shown

_SKILL, _PRINCIPLE, _KEYS = "skill:", "principle:", "keys"
_ABOUT_KEYS = (
    "A talk of two lines, in about two minutes: it shows the keys by having you use them. Nothing "
    "of it is kept or counted."
)


class LearnScreen(TrainerScreen):
    """A place to read in. Wide screens show the list and the page, others one at a time."""

    name_in_help = "learn"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right,l", "open", "read it", key_display="enter", id="learn.open",
                tooltip="read what is highlighted"),
        Binding("enter", "try_keys", "begin", id="learn.keys",
                tooltip="a talk of two lines, to find the keys by"),
        Binding("left,h", "back", "list", key_display="←", id="learn.list",
                tooltip="back to the list"),
        Binding("t", "try_rules", "try its rules", id="learn.try",
                tooltip="a pair of lines: what rule does the strong line follow?"),
        Binding("escape,q", "leave", "back", key_display="esc", id="learn.back",
                tooltip="go back"),
        Binding("space,pagedown", "read_on", "read on", id="learn.on", tooltip="a page further"),
        Binding("pageup,b", "read_back", "back up", show=False, id="learn.up-page",
                tooltip="a page up"),
        Binding("up,k", "move(-1)", "up", show=False, id="learn.up", tooltip="one line up"),
        Binding("down,j", "move(1)", "down", show=False, id="learn.down", tooltip="one line down"),
    ]  # fmt: skip

    def __init__(self, catalogue: Catalogue, skill: str | None = None) -> None:
        """``skill`` is the one to begin with; else it begins with the keys."""
        super().__init__()
        self._catalogue, self._begin_with = catalogue, skill
        self._reading = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        about = "   the rules, and what lines are looked at for"
        return shown("Learn", "strong") + shown(about, "muted"), Content("")

    def body(self) -> Iterable[Widget]:
        """The list and the page."""
        with Horizontal(id="columns"):
            yield Picker(self._items(), digits=False, id="topics")
            yield Lines(id="page")

    def on_mount(self) -> None:
        """Shows the first topic."""
        topics = self.query_one("#topics", Picker)
        if self._begin_with in self._catalogue.skills:
            topics.highlight(f"{_SKILL}{self._begin_with}")
        self._show(topics.highlighted)
        self._turn_to(reading=False)

    def on_resize(self, event: Resize) -> None:
        """Shows one page or both."""
        self._turn_to(reading=self._reading)

    def _items(self) -> list[Item]:
        catalogue = self._catalogue
        items = [Item(_KEYS, (para(shown("The keys, by using them", "you")),))]
        items.append(Item("", (blank(), para(shown("skills", "muted"))), pickable=False))
        items += [
            Item(f"{_SKILL}{skill.id}", (para(shown(skill.title, "strong")),))
            for skill in catalogue.skills.values()
        ]
        for family in catalogue.families.values():
            heading = (blank(), para(shown(family.title.lower(), "muted")))
            items.append(Item("", heading, pickable=False))
            items += [
                Item(f"{_PRINCIPLE}{each.id}", (para(shown(each.title)),))
                for each in catalogue.principles.values()
                if each.family == family.id
            ]
        return items

    # The list and the page

    @property
    def _both(self) -> bool:
        return self.size.width >= 72

    def _turn_to(self, *, reading: bool) -> None:
        self._reading = reading
        topics = self.query_one("#topics", Picker)
        topics.display = self._both or not reading
        topics.styles.width = 34 if self._both else "1fr"
        self.query_one("#page", Lines).display = self._both or reading
        self.set_focus(topics if topics.display else None)
        self.refresh_bindings()

    @on(Picker.Highlighted)
    def _highlighted(self, event: Picker.Highlighted) -> None:
        self._show(event.item)
        self.refresh_bindings()

    @on(Picker.Picked)
    def _picked(self, event: Picker.Picked) -> None:
        if event.item == _KEYS:
            self.post_message(TryKeys())
            return
        self._show(event.item)
        if not self._both:
            self._turn_to(reading=True)

    def _show(self, topic: str | None) -> None:
        catalogue, page = self._catalogue, self.query_one("#page", Lines)
        begin = shown("enter", "key") + shown(" begins it.", "muted")
        if topic is None:
            page.show([para(shown("There is nothing to learn here yet.", "muted"))])
        elif topic == _KEYS:
            page.show([para(shown(_ABOUT_KEYS)), blank(), para(begin)])
        elif topic.startswith(_SKILL):
            page.show(skill_blocks(catalogue.skills[topic.removeprefix(_SKILL)], catalogue))
        else:
            principle = catalogue.principles[topic.removeprefix(_PRINCIPLE)]
            page.show(principle_blocks(principle, catalogue))

    @property
    def _skill(self) -> str | None:
        """The skill that is highlighted, if one is."""
        topic = self.query_one("#topics", Picker).highlighted or ""
        return topic.removeprefix(_SKILL) if topic.startswith(_SKILL) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done depends on what is in view."""
        if not self.is_mounted:
            return True
        on_keys = self.query_one("#topics", Picker).highlighted == _KEYS
        if action == "try_keys":
            return on_keys
        if action == "open":
            return not on_keys and not self._both and not self._reading
        if action == "back":
            return not self._both and self._reading
        if action == "try_rules":
            return self._skill is not None and bool(self._catalogue.skills[self._skill].models)
        return True

    def action_open(self) -> None:
        """Reads what is highlighted."""
        self.query_one("#topics", Picker).pick()

    def action_try_keys(self) -> None:
        """Begins the first play."""
        self.post_message(TryKeys())

    def action_back(self) -> None:
        """Back to the list."""
        self._turn_to(reading=False)

    def action_try_rules(self) -> None:
        """Has the player try the rules of the skill."""
        if self._skill is not None:
            self.post_message(TryRules(self._skill))

    def action_leave(self) -> None:
        """Back to the list, or to where one came from."""
        if self._reading and not self._both:
            self._turn_to(reading=False)
        else:
            self.dismiss()

    def action_read_on(self) -> None:
        """Scrolls the page down."""
        self.query_one("#page", Lines).read_on()

    def action_read_back(self) -> None:
        """Scrolls the page up."""
        self.query_one("#page", Lines).read_back()

    def action_move(self, by: int) -> None:
        """Scrolls the page by a line."""
        self.query_one("#page", Lines).move(by)
