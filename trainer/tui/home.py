"""Home: one suggestion first, the skills and their scenarios, and a card of the one looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from trainer.scenario.library import Entry, Library
from trainer.scenario.problems import Problem, in_order
from trainer.tui.bars import Notice
from trainer.tui.base import TrainerScreen
from trainer.tui.card import card, level_and_time, row, title_of
from trainer.tui.lines import Lines
from trainer.tui.messages import Open, ShowProblems
from trainer.tui.picker import Item, Picker
from trainer.tui.text import EMPTY, Block, blank, framed, join, para, shown

SUGGESTED = "suggested"
#: Seconds until the files are read whole: the first frame, and the first keys, come before.
CHECK_AFTER = 0.3


class HomeScreen(TrainerScreen):
    """The first screen."""

    name_in_help = "the first screen"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "practise", id="home.choose", tooltip="practise this one"),
        Binding(
            "left,h",
            "skill(-1)",
            "skill before",
            show=False,
            id="home.before",
            tooltip="to the skill before",
        ),
        Binding(
            "right,l",
            "skill(1)",
            "next skill",
            key_display="←→",
            id="home.next",
            tooltip="to the next skill",
        ),
        Binding(
            "pagedown,space",
            "page(1)",
            "page",
            show=False,
            id="home.page-down",
            tooltip="a page down",
        ),
        Binding("pageup", "page(-1)", "page", show=False, id="home.page-up", tooltip="a page up"),
        Binding(
            "p", "problems", "problems", id="home.problems", tooltip="what is wrong with some files"
        ),
        Binding("q", "app.quit", "quit", id="home.quit", tooltip="leave the trainer"),
    ]

    class Checked(Message):
        """The whole library has been read."""

        def __init__(self, found: list[Problem]) -> None:
            super().__init__()
            self.found = found

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self._entries: dict[str, Entry] = {
            str(number): entry for number, entry in enumerate(library.entries)
        }
        self._broken: dict[str, int] = {}
        self.problems: list[Problem] = list(library.problems)

    def title_bar(self) -> tuple[Content, Content]:
        """What the bar above says."""
        name = join([shown("●", "you"), shown("●", "other"), shown("  trainer", "strong")], "")
        return name + shown("   practise the hard conversation before you have it", "muted"), EMPTY

    def body(self) -> Iterable[Widget]:
        """Three columns; narrower screens hide the first, then the last."""
        with Horizontal(id="columns"):
            yield Picker(self._skills(), digits=False, id="skills")
            with Vertical(id="middle"):
                yield Picker(self._list(), digits=False, id="scenarios")
                yield Lines(id="glance")
            yield Lines(id="card")
        notice = Notice(id="notice")
        self._tell_problems(notice)
        yield notice

    def on_mount(self) -> None:
        """Shows the first card, and has every file read whole once the screen stands."""
        self.query_one("#skills", Picker).can_focus = False
        self.set_focus(self.query_one("#scenarios", Picker))
        self._look_at(self.query_one("#scenarios", Picker).highlighted)
        self.set_timer(CHECK_AFTER, self._check_files)

    # The lists

    def _by_skill(self) -> list[tuple[str, list[str]]]:
        found: dict[str, list[str]] = {}
        for key, entry in self._entries.items():
            found.setdefault(entry.head.skill, []).append(key)
        return list(found.items())

    def _title(self, skill: str) -> str:
        known = self.library.catalogue.skills.get(skill)
        return known.title if known else skill

    def _skills(self) -> list[Item]:
        items = [Item("", (blank(), para(shown("skills", "muted")), blank()), pickable=False)]
        for skill, keys in self._by_skill():
            count = "1 scenario" if len(keys) == 1 else f"{len(keys)} scenarios"
            blocks = (para(shown(self._title(skill), "strong")), para(shown(count, "muted")))
            items += [Item(skill, blocks), Item("", (blank(),), pickable=False)]
        return items

    def _list(self) -> list[Item]:
        suggested = self._suggested()
        if suggested is None:
            return [Item("", (para(shown("There is no scenario to play.")),), pickable=False)]
        entry, why = suggested
        inside: list[Block] = [
            para(title_of(entry.head)),
            para(shown(why)),
            para(shown(level_and_time(entry.head), "muted")),
        ]
        items = [Item(SUGGESTED, (framed(shown("a good one to begin with", "you"), inside),))]
        for skill, keys in self._by_skill():
            heading = (blank(), para(shown(self._title(skill), "other")))
            items.append(Item("", heading, pickable=False))
            items += [Item(key, row(self._entries[key], self._problems_of(key))) for key in keys]
        return items

    def _suggested(self) -> tuple[Entry, str] | None:
        """The easiest of the shipped ones first; what was played will have a say later."""
        fit = [e for k, e in self._entries.items() if not self._problems_of(k)]
        shipped = [entry for entry in fit if not entry.own] or fit
        if not shipped:
            return None
        entry = min(shipped, key=lambda entry: entry.head.level)
        skill = self._title(entry.head.skill)
        return entry, f"{skill}: the first skill, at its gentlest."

    def _problems_of(self, key: str) -> int:
        return self._broken.get(self._entries[key].head.path, 0)

    def _entry(self, key: str | None) -> Entry | None:
        if key == SUGGESTED:
            suggested = self._suggested()
            return suggested[0] if suggested else None
        return self._entries.get(key or "")

    # Looking and choosing

    @on(Picker.Highlighted, "#scenarios")
    def _highlighted(self, event: Picker.Highlighted) -> None:
        self._look_at(event.item)

    def _look_at(self, key: str | None) -> None:
        entry = self._entry(key)
        if entry is None:
            return
        blocks = card(entry, self.library.catalogue)
        self.query_one("#card", Lines).show(blocks)
        self.query_one("#glance", Lines).show(blocks[3:4])
        self.query_one("#skills", Picker).highlight(entry.head.skill)

    @on(Picker.Picked, "#skills")
    def _to_skill(self, event: Picker.Picked) -> None:
        keys = dict(self._by_skill()).get(event.item)
        if keys:
            self.query_one("#scenarios", Picker).highlight(keys[0])

    def action_skill(self, by: int) -> None:
        """Goes to the first scenario of the skill before or after."""
        skills = [skill for skill, _ in self._by_skill()]
        scenarios = self.query_one("#scenarios", Picker)
        entry = self._entry(scenarios.highlighted)
        if entry is None:
            return
        at = skills.index(entry.head.skill) + by
        if scenarios.highlighted == SUGGESTED and by > 0:
            at = 0
        if 0 <= at < len(skills):
            scenarios.highlight(dict(self._by_skill())[skills[at]][0])
        elif by < 0:
            scenarios.highlight(SUGGESTED)

    def action_page(self, by: int) -> None:
        """Moves by several scenarios."""
        picker = self.query_one("#scenarios", Picker)
        for _ in range(max(1, picker.size.height // 3)):
            picker.action_step(by)

    def action_choose(self) -> None:
        """Chooses the highlighted scenario."""
        self.query_one("#scenarios", Picker).pick()

    @on(Picker.Picked, "#scenarios")
    def _picked(self, event: Picker.Picked) -> None:
        entry = self._entry(event.item)
        if entry is None:
            return
        if entry.head.path in self._broken:
            self._show_problems([p for p in self.problems if p.path == entry.head.path])
        else:
            self.post_message(Open(entry))

    # Files that are not well

    @work(thread=True, exclusive=True, exit_on_error=True)
    def _check_files(self) -> None:
        worker = get_current_worker()
        found: list[Problem] = []
        for entry in self.library.entries:
            if worker.is_cancelled:
                return
            found += [each for each in self.library.load(entry).problems if each.is_error]
        if found and not worker.is_cancelled:
            self.post_message(self.Checked(found))

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        self.problems = in_order([*self.problems, *event.found])
        for problem in event.found:
            self._broken[problem.path] = self._broken.get(problem.path, 0) + 1
        picker = self.query_one("#scenarios", Picker)
        picker.offer(self._list(), picker.highlighted)
        self._tell_problems(self.query_one("#notice", Notice))
        self.refresh_bindings()

    def _tell_problems(self, notice: Notice) -> None:
        files = len({problem.path for problem in self.problems})
        notice.display = bool(files)
        if files:
            own = all(
                problem.path not in {e.head.path for e in self.library.entries if not e.own}
                for problem in self.problems
            )
            words = "1 file" if files == 1 else f"{files} files"
            has = "has a problem" if files == 1 else "have problems"
            notice.tell(
                shown(f"▼ {words}{' of yours' if own else ''} {has}", "caution")
                + shown(" · all others can be played · ", "muted")
                + shown("p", "key")
                + shown(" tells which", "muted")
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key for problems is there where there are any."""
        return action != "problems" or bool(self.problems)

    @on(Notice.Clicked)
    def action_problems(self) -> None:
        """Shows what is wrong."""
        self._show_problems(self.problems)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        if problems:
            self.post_message(ShowProblems(list(problems)))
