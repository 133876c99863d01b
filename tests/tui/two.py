"""Two people in front of one screen: a talk that is over, and what the screens for two answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.pilot import Pilot

from tests.tui.evenings import calm
from tests.tui.evenings import press as quickly
from trainer.practice.together import Session
from trainer.scenario.files import Loaded
from trainer.tui.bars import Bar
from trainer.tui.picker import Picker
from trainer.tui.together.base import TogetherScreen

T = TypeVar("T")

NAMES = ("Alex", "Jo")
#: Sam, Robin, Sam; each line moves the meters of the one who hears it or leaves them.
WARM = ("own-it", "ask", "hear")


def talked(
    loaded: Loaded,
    choices: Sequence[str] = WARM,
    *,
    marks: Sequence[str] = ("understood", "trying"),
    names: tuple[str, str] = NAMES,
    own_names: bool = False,
    session: Session | None = None,
) -> Session:
    """A talk of two in which every line that is asked about is marked alike."""
    assert loaded.scenario is not None
    if session is None:
        session = Session(loaded.scenario, names, 0, own_names=own_names, graph=loaded.graph)
    for choice in choices:
        if session.guesser is not None:
            session.guess(None)
        session.choose(choice)
        if session.wants_landing:
            session.mark(marks)
    return session


async def put(pilot: Pilot[int], screen: TogetherScreen[T]) -> TogetherScreen[T]:
    """Puts a screen in front, laid out."""
    pilot.app.push_screen(screen)
    await settle(pilot)
    return screen


async def settle(pilot: Pilot[int]) -> None:
    """Waits until what was asked for is laid out."""
    await calm(pilot.app)
    await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys, each answered and laid out before the next."""
    for key in keys:
        await quickly(pilot, key)
        await pilot.pause()


def words(screen: TogetherScreen[T]) -> str:
    """What the two can read: all but the names of keys, which stand there on every screen."""
    picker = screen.query_one(Picker)
    bars = [bar.plain for bar in screen.query(Bar)]
    return "\n".join([screen.page.plain, picker.plain if picker.display else "", *bars])
