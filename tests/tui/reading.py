"""What stands on a screen, as text."""

from __future__ import annotations

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from trainer.tui.answers import READING, Answers
from trainer.tui.bars import Bar
from trainer.tui.home import HomeScreen
from trainer.tui.lines import Lines
from trainer.tui.play import PlayScreen


def seen(app: App[int]) -> str:
    """Every line of the terminal as it is drawn now."""
    compositor = app.screen._compositor
    return "\n".join(strip.text.rstrip() for strip in compositor.render_strips())


def whole(screen: Screen[None]) -> str:
    """All text of a screen, whether in view or not."""
    pages = [lines.plain for lines in screen.query(Lines)]
    return "\n".join([*pages, *(bar.plain for bar in screen.query(Bar))])


async def settled(pilot: Pilot[int]) -> HomeScreen:
    """Home, once it shows what was played."""
    home = pilot.app.screen
    assert isinstance(home, HomeScreen)
    home.shelf.look_back = None
    home._look_back()
    while home.shelf.look_back is None:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return home


async def read_on(pilot: Pilot[int]) -> None:
    """Reads what there is to read before the next choice."""
    await pilot.pause()
    screen = pilot.app.screen
    while isinstance(screen, PlayScreen) and screen.query_one(Answers).stage == READING:
        await pilot.press("space")
        await pilot.pause()
