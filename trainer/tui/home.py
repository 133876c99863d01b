"""Home: one suggestion first, the skills and their scenarios, and a card of the one looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import choice
from typing import TYPE_CHECKING

from textual import on, work
from textual.content import Content
from textual.widget import Widget
from textual.worker import get_current_worker

from trainer.scenario.library import Entry, Library
from trainer.scenario.problems import Problem
from trainer.tui.bars import Notice
from trainer.tui.base import Column, Row
from trainer.tui.card import card, on_one_line, premise, so_far
from trainer.tui.home_keys import HomeKeys
from trainer.tui.home_list import (
    GO_ON,
    LEFT,
    SUGGESTED,
    left_card,
    scenario_items,
    skill_items,
    suggested_entry,
)
from trainer.tui.home_notice import HomeNotice
from trainer.tui.lines import Lines
from trainer.tui.messages import (
    FilesRead,
    Open,
    Remembered,
    Resume,
    ShowLeft,
    ShowProblems,
)
from trainer.tui.picker import Picker
from trainer.tui.shelf import LookBack, Shelf, read_whole
from trainer.tui.text import EMPTY, join, shown
from trainer.tui.welcome import Welcome

if TYPE_CHECKING:
    from textual.widgets import Input

#: Seconds until the files are read whole: the first frame, and the first keys, come before.
CHECK_AFTER = 0.3


class HomeScreen(HomeKeys):
    """The first screen."""

    BLANK = True  # all of it is covered
    AUTO_FOCUS = "#scenarios"
    name_in_help = "the first screen"

    def __init__(
        self,
        library: Library,
        look_back: Callable[[], LookBack] = LookBack,
        *,
        left_out: Sequence[str] = (),
        problems: Sequence[Problem] = (),
        aside: str = "",
    ) -> None:
        """``look_back`` tells what was played; it is asked in a thread, after the first frame.

        ``left_out`` are words of content notes that are not wanted; ``problems`` are those of the
        settings. ``aside`` stands in the title.
        """
        super().__init__()
        self.library = library
        self.shelf = Shelf(library, left_out)
        self._of_settings = tuple(problems)
        self._ask = look_back
        self._aside = aside
        self._moved = False

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        name = join([shown("●", "you"), shown("●", "other"), shown("  trainer", "strong")], "")
        words = "practise the hard conversation before you have it"
        about = shown(f"   {words if self.is_roomy else 'practise hard talks'}", "muted")
        return name + about, shown(self._aside, "caution") if self._aside else EMPTY

    def body(self) -> Iterable[Widget]:
        """Three columns; narrower screens hide the first, then the last."""
        with Row(id="columns"):
            skills = Picker(skill_items(self.shelf), digits=False, id="skills")
            skills.can_focus = False
            yield skills
            with Column(id="middle"):
                yield Picker(scenario_items(self.shelf), digits=False, id="scenarios")
                yield Lines(id="glance")
                yield Welcome()
            yield Lines(id="card")
        yield HomeNotice(self.library, self._of_settings)

    def on_mount(self) -> None:
        """Shows the first card, and has every file read whole once the screen stands."""
        self._look_at(self._scenarios.highlighted)
        self.set_timer(CHECK_AFTER, self._check_files)

    def on_screen_resume(self) -> None:
        """Looks at what was, once the screen stands: it may have changed since."""
        # A thread that begins sooner delays the first frame.
        self.call_after_refresh(self._look_back)

    @property
    def _scenarios(self) -> Picker:
        return self.query_one("#scenarios", Picker)

    def _offer(self, highlight: str | None = None) -> None:
        """Offers the lists anew, as they are to be now."""
        picker = self._scenarios
        at = highlight or picker.highlighted
        items = scenario_items(self.shelf)
        picker.offer(items, at if any(item.id == at for item in items) else None)
        self.query_one("#skills", Picker).offer(skill_items(self.shelf))
        self._look_at(picker.highlighted)
        self.refresh_bindings()

    def _entry(self, key: str | None) -> Entry | None:
        if key == SUGGESTED:
            return suggested_entry(self.shelf)
        if key == GO_ON and self.shelf.unfinished is not None:
            return self.library.find(self.shelf.unfinished.scenario)
        return self.shelf.entries.get(key or "")

    @property
    def looked_at(self) -> Entry | None:
        """The scenario that is highlighted."""
        return self._entry(self._scenarios.highlighted)

    # What was

    @work(thread=True, exclusive=True, group="look-back")
    def _look_back(self) -> None:
        look_back = self._ask()
        if not get_current_worker().is_cancelled:
            self.post_message(Remembered(look_back))

    @on(Remembered)
    def _remembered(self, event: Remembered) -> None:
        look_back = self.shelf.look_back = event.look_back
        if look_back.trouble:
            self.tell(look_back.trouble)
        # What can be gone on with is offered first, as long as nothing else was looked at.
        self._offer(GO_ON if self.shelf.unfinished is not None and not self._moved else None)
        self.query_one(Welcome).greet(look_back, self.key_of)

    # Looking and choosing

    @on(Picker.Highlighted, "#scenarios")
    def _highlighted(self, event: Picker.Highlighted) -> None:
        self._moved = True
        self._look_at(event.item)

    def _look_at(self, key: str | None) -> None:
        entry = self._entry(key)
        if entry is None:
            self.query_one("#card", Lines).show(left_card(self.shelf) if key == LEFT else ())
            self.query_one("#glance", Lines).show(())
            return
        self.query_one("#card", Lines).show(card(entry, self.shelf))
        was = so_far(entry, self.shelf)
        figures = [on_one_line(was)] if was else []
        glance = self.query_one("#glance", Lines)
        glance.show([*figures, premise(entry)])
        glance.set_class(not figures, "-new")
        self.query_one("#skills", Picker).highlight(entry.head.skill)

    @on(Picker.Picked, "#skills")
    def _to_skill(self, event: Picker.Picked) -> None:
        if (first := self.shelf.first_of(event.item)) is not None:
            self._scenarios.highlight(first)

    def action_skill(self, by: int) -> None:
        """Goes to the next group of the list, or to the one before."""
        first = self.shelf.first_beside(self._scenarios.highlighted or "", by)
        if first is not None:
            self._scenarios.highlight(first)
        elif by < 0:
            self._scenarios.action_edge(-1)

    def action_page(self, by: int) -> None:
        """Moves by several scenarios."""
        for _ in range(max(1, self._scenarios.size.height // 3)):
            self._scenarios.action_step(by)

    def action_choose(self) -> None:
        """Chooses the highlighted scenario."""
        self._scenarios.pick()

    def action_choose_for_me(self) -> None:
        """Opens one of those that are shown."""
        if playable := self.shelf.playable:
            self.post_message(Open(choice(playable)))

    @on(Picker.Picked, "#scenarios")
    def _picked(self, event: Picker.Picked) -> None:
        unfinished = self.shelf.unfinished
        if event.item == GO_ON and unfinished is not None:
            self.post_message(Resume(unfinished))
            return
        if event.item == LEFT:
            self.post_message(ShowLeft(self.shelf.left))
            return
        entry = self._entry(event.item)
        if entry is None:
            return
        if self.shelf.problems_of(entry):
            self._show_problems([p for p in self._notice.problems if p.path == entry.head.path])
        else:
            self.post_message(Open(entry))

    # Finding, and the order

    def action_order(self) -> None:
        """Puts the list in the next order."""
        self.shelf.turn()
        groups = self.shelf.groups()
        self._moved = True
        self._offer(groups[0][1][0] if groups else None)

    async def action_find(self) -> None:
        """Opens the field to type in what is looked for."""
        from trainer.tui.find import Find

        if not self.query(Find):
            await self.query_one("#middle").mount(Find(id="find"), before="#scenarios")
        self.query_one(Find).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what has the words that are typed."""
        self.shelf.find = event.value.strip()
        self._offer()
        self._scenarios.action_edge(-1)

    async def action_all(self) -> None:
        """Closes the field and shows everything again."""
        self.shelf.find = ""
        self.set_focus(self._scenarios)
        await self.query("#find").remove()
        self._offer()

    # Files that are not well, and what else is to be told

    @work(thread=True, exclusive=True, group="files")
    def _check_files(self) -> None:
        worker = get_current_worker()
        files = read_whole(self.library, lambda: worker.is_cancelled)
        if files is not None:
            self.post_message(FilesRead(files))

    @on(FilesRead)
    def _checked(self, event: FilesRead) -> None:
        self.shelf.files = event.files
        self._offer()
        self._notice.note(event.files.problems)
        self.refresh_bindings()

    def leave_out(self, words: Sequence[str]) -> None:
        """Shows nothing any more that carries a content note with one of these words."""
        self.shelf.leave_out(words)
        self._offer()

    def tell(self, *words: str) -> None:
        """Tells something below, before all else that is told there."""
        self._notice.add(words)

    @property
    def _notice(self) -> HomeNotice:
        return self.query_one(HomeNotice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys are there only where they have something to do."""
        if action == "all":
            return bool(self.is_mounted and self.query("#find"))
        return action != "problems" or bool(self.is_mounted and self._notice.problems)

    @on(Notice.Clicked)
    def action_problems(self) -> None:
        """Shows what is wrong."""
        self._show_problems(self._notice.problems)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        if problems:
            self.post_message(ShowProblems(list(problems)))
