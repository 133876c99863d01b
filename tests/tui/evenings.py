"""An evening of two in the app, from the notice to its end: who answers what on which screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from textual.app import App
from textual.events import Key
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.reading import seen, whole
from trainer.tui.lines import Lines
from trainer.tui.together import evening as evening_module
from trainer.tui.together.debrief_for_two import DebriefForTwo
from trainer.tui.together.enough import EnoughScreen
from trainer.tui.together.home import HomeForTwo
from trainer.tui.together.names import NamesScreen
from trainer.tui.together.notice import NoticeScreen
from trainer.tui.together.play import PlayForTwo
from trainer.tui.together.private import THERE, PrivateScreen
from trainer.tui.typed_line import TypedLine

Answer = Sequence[str]
#: What is answered, by the screen's name, where it is not the first answer.
USUAL: dict[str, Answer] = {
    "LandingScreen": ("1", "4", "5"),
    "SwapScreen": ("2",),
    "NamesScreen": ("Alex", "Jo"),
}


class Couple:
    """Two people who answer every screen, and what they saw on each."""

    def __init__(
        self,
        pilot: Pilot[int],
        choices: Sequence[str] = (),
        see: Callable[[Screen[Any]], None] = lambda screen: None,
        **answers: Answer,
    ) -> None:
        """``choices`` are the keys of the lines that are said, in turn ("1" after the last).

        ``answers`` are keys (for NamesScreen: names) by the names of screens.
        """
        self._pilot, self._see = pilot, see
        self._choices: Iterator[str] = iter(choices)
        self._answers = {**USUAL, **answers}
        #: The names of the screens they were on, in turn.
        self.went: list[str] = []

    @property
    def screen(self) -> Screen[Any]:
        return self._pilot.app.screen

    async def to(self, *kinds: type[Screen[Any]]) -> Any:
        """On from screen to screen, until one of these stands in front."""
        for _ in range(300):
            screen = self.screen
            while not screen.is_mounted:
                await asyncio.sleep(0.004)
            if not self.went or self.went[-1] != type(screen).__name__:
                self.went.append(type(screen).__name__)
            self._see(screen)
            if isinstance(screen, (*kinds, EnoughScreen)):
                assert isinstance(screen, kinds), f"the evening ended after {self.went}"
                return screen
            await self._answer(screen)
        raise AssertionError(f"it goes round in circles: {self.went[-9:]}")

    async def past(self, kind: type[Screen[Any]], *kinds: type[Screen[Any]]) -> Any:
        """To a screen, through it, and on to one of others."""
        await self._answer(await self.to(kind))
        return await self.to(*kinds)

    async def _answer(self, screen: Screen[Any]) -> None:
        keys = self._keys(screen)
        if isinstance(screen, NamesScreen):
            for name in keys:
                screen.query_one(TypedLine).text = name
                await tap(self._pilot.app, "enter")
            return
        if "enter" in keys:  # it reads on where there is more to read, which the layout tells
            await self._pilot.pause()
        await tap(self._pilot.app, *keys)

    def _keys(self, screen: Screen[Any]) -> Answer:
        if isinstance(screen, PrivateScreen) and screen.stage != "open":
            return ("space",) if screen.stage == THERE else ("enter",)
        if isinstance(screen, PlayForTwo):
            return (next(self._choices, "1"),)
        if isinstance(screen, (HomeForTwo, DebriefForTwo)):
            return ("enter",)
        return self._answers.get(type(screen).__name__, ("1",))


async def begun(pilot: Pilot[int], *choices: str, **options: Any) -> Couple:
    """A couple who stand before the notice; from their own first screen they leave before."""
    if isinstance(pilot.app.screen, HomeForTwo):
        await tap(pilot.app, "escape")
    await tap(pilot.app, "t")
    assert isinstance(pilot.app.screen, NoticeScreen)
    return Couple(pilot, choices, **options)


def alex_begins(monkeypatch: Any) -> None:
    """Has the lot fall on the first of the two."""
    monkeypatch.setattr(evening_module, "lot", lambda random: 0)


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys. Quicker than the pilot: what changes is not waited for any longer."""
    for key in keys:
        await _press(pilot.app, key, 40)


async def tap(app: App[Any], *keys: str) -> None:
    """Presses keys that each change what is seen."""
    for key in keys:
        assert await _press(app, key, 2_500), f"{key} does nothing on {app.screen}"


async def _press(app: App[Any], key: str, patience: int) -> bool:
    before = _view(app)
    app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
    changed = False
    for _ in range(patience):
        await asyncio.sleep(0.004)
        changed = _view(app) != before
        if changed:
            break
    await calm(app)
    return changed


def _view(app: App[Any]) -> tuple[Screen[Any], str, list[float]]:
    screen = app.screen
    return screen, whole(screen), [lines.scroll_y for lines in screen.query(Lines)]


async def look(pilot: Pilot[int]) -> str:
    """What is seen, once it is laid out."""
    await pilot.pause()
    return seen(pilot.app)


async def calm(app: App[Any]) -> None:
    """Waits until all that was asked for so far is done."""
    for _ in range(4):
        for pump in (app, app.screen, app.focused or app.screen):
            done = asyncio.Event()
            if pump.call_later(done.set):
                await asyncio.wait_for(done.wait(), 10)
