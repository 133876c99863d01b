"""Small terminals, resizing, files that are not well, and texts that look like markup."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from tests.tui.conftest import LIBRARY, AppMaker
from tests.tui.reading import seen, whole
from trainer.tui.home import HomeScreen
from trainer.tui.lines import Lines
from trainer.tui.messages import GoHome
from trainer.tui.play import PlayScreen
from trainer.tui.problems import ProblemsScreen
from trainer.tui.text import shown

SIZES = [(30, 8), (40, 20), (80, 24), (200, 60), (20, 6), (10, 3), (2, 1), (80, 24)]


PLACES = {
    "home": (),
    "start": ("enter",),
    "play": ("enter", "enter", "2"),
    "debrief": ("enter", "enter", "1", "1", "1"),
    "leaving": ("enter", "enter", "escape"),
    "about": ("f2",),
    "find": ("slash", "p"),
    "settings": ("s",),
    "leaving-out": ("s", "8"),
}
#: And those that are rarer.
MORE_PLACES = {
    "help": ("f1",),
    "first-play": ("f",),
    "learn": ("r",),
    "map": ("m",),
    "palette": ("ctrl+p",),
    "typing": ("enter", "enter", "w", "x"),
    "ticking": ("enter", "enter", "w", "x", "enter", "1"),
    "guessing": ("enter", "g", "enter", "2"),
    "time-out": ("enter", "enter", "f5"),
    "by-line": ("enter", "enter", "2", "3", "enter", "enter"),
    "say-again": ("enter", "enter", "2", "3", "enter", "y"),
    "whole-talk": ("enter", "enter", "2", "3", "enter", "w"),
    "taking-along": ("enter", "enter", "2", "3", "enter", "i"),
    "saving": ("enter", "enter", "2", "3", "enter", "e"),
}


@pytest.mark.parametrize("place", [*PLACES, *MORE_PLACES])
async def test_any_size_at_any_time(make_app: AppMaker, place: str) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*(PLACES.get(place) or MORE_PLACES.get(place, ())))
        for _ in range(3):
            await pilot.pause()
        before = seen(app)
        for width, height in SIZES if place in PLACES else SIZES[-4:]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        await pilot.press("down", "up")
        for _ in range(3):
            await pilot.pause()
        assert app.return_code is None
        after = seen(app)
        assert before.splitlines()[0] == after.splitlines()[0]


HELD = ("enter", "escape", "m", "f5")


@pytest.mark.parametrize("key", HELD)
async def test_keys_that_come_faster_than_they_are_answered(make_app: AppMaker, key: str) -> None:
    """On the talk, and wherever they lead."""
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "enter", "2")
        await pilot.pause()
        character = key if len(key) == 1 else None
        for _ in range(25):
            app.post_message(Key(key, character))
        for _ in range(5):
            await pilot.pause()
        assert app.return_code is None
        assert seen(app).strip()
        # And it is still there to be steered.
        app.post_message(GoHome())
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)


async def test_too_small_is_said_calmly(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(18, 5)) as pilot:
        await pilot.pause()
        assert "larger" in seen(app)


async def test_forty_columns_play(make_app: AppMaker) -> None:
    app = make_app()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PlayScreen)
        text = seen(app)
        assert "You said seven." in text  # the newest line is in view
        assert "1  I did, and I let you wait. I" in text
        assert "     should have sent a line." in text  # wrapped text hangs
        assert any(line.strip().startswith("Robin  ━") for line in text.splitlines())
        assert screen.query_one("#choices").size.height <= 10


async def test_a_broken_file_is_told_and_the_others_play(
    make_app: AppMaker, tmp_path: Path
) -> None:
    good = (LIBRARY / "making-up" / "the-cold-plate.yaml").read_text()
    (tmp_path / "fine.yaml").write_text(good.replace("The cold plate", "My own plate"))
    (tmp_path / "headless.yaml").write_text("- a\n- list\n")
    (tmp_path / "dangling.yaml").write_text(
        good.replace("The cold plate", "My broken plate").replace("goto: cold", "goto: nowhere")
    )
    app = make_app(own_folders=(str(tmp_path),))
    async with app.run_test(size=(80, 40)) as pilot:
        assert isinstance(app.screen, HomeScreen)
        assert "1 file of yours has a problem" in seen(app)
        await pilot.pause(0.6)
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = seen(app)
        assert "2 files of yours have problems" in text
        assert "My own plate" in text
        assert "yours" in text
        assert "cannot be played" in text
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.screen, ProblemsScreen)
        told = whole(app.screen)
        assert "headless.yaml" in told
        assert "nowhere" in told
        await pilot.press("escape")
        await pilot.press("end")
        await pilot.pause()
        keys = {str(n): e.head.title for n, e in enumerate(app.library.entries)}
        wanted = next(key for key, title in keys.items() if title == "My broken plate")
        picker = app.screen.query_one("#scenarios")
        picker.highlight(wanted)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ProblemsScreen)


async def test_control_characters_of_a_file_never_reach_the_terminal(
    make_app: AppMaker, tmp_path: Path
) -> None:
    (tmp_path / "bad.yaml").write_bytes(b'title: "\x1b[31mred"\nnodes: {}\n')
    odd = tmp_path / "a\x1b[2Jb\u202e.yaml"
    odd.write_text("[")
    app = make_app(own_folders=(str(tmp_path),))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("p")
        await pilot.pause()
        assert isinstance(app.screen, ProblemsScreen)
        text = seen(app)
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "\\u001b" in text


TEXTS = [
    "I feel [/] heard",
    "[sigh] I hear you",
    "[@click=app.quit]x[/]",
    r"\[b] and \\ too",
    "[bold red]loud[/bold red]",
    "$text {{x}} [link='a']b[/link]",
    "👩‍👩‍👧 🙂 ❤️ ok",
    "日本語のテキスト",
    "שלום לך",
]


def test_one_door() -> None:
    for text in TEXTS:
        assert shown(text, "muted").plain == text
    assert shown("a\x1b[31mb\x07c\x00").plain == "a\\u001b[31mb\\u0007c\\u0000"


@pytest.mark.parametrize("text", TEXTS)
async def test_texts_are_shown_as_written_on_every_screen(
    make_app: AppMaker, tmp_path: Path, text: str
) -> None:
    written = "'" + text.replace("'", "''") + "'"
    read = text.replace("{{", "{").replace("}}", "}")
    story = f"""\
format: 1
title: {written}
premise: {written}
skill: making-up
level: 1
minutes: 3
focus: [acknowledge]
content_notes: [{written}]
roles:
  sam: {{name: {written.replace("{{x}} ", "")}, brief: {written}}}
  robin: {{name: Robin, brief: Waits.}}
play_as: sam
start: one
nodes:
  one:
    lines:
      - {written}
      - robin: {written}
    turn: sam
    choices:
      a:
        say: {written}
        marks: {{acknowledge: 1}}
        why: {written}
        lines: [{written}]
        goto: two
      b: {{say: No., marks: {{}}, why: No., goto: two}}
  two:
    turn: robin
    choices:
      a: {{say: {written}, marks: {{}}, why: {written}, goto: end}}
      b: {{say: No., marks: {{}}, why: No., goto: end}}
  end:
    lines: [{written}]
    ending: {{kind: repaired, title: {written}, reflection: {written}}}
"""
    (tmp_path / "odd.yaml").write_text(story, encoding="utf-8")
    app = make_app(own_folders=(str(tmp_path),))
    async with app.run_test(size=(120, 60)) as pilot:
        await pilot.pause()
        keys = [n for n, e in enumerate(app.library.entries) if e.own]
        assert keys, [str(problem) for problem in app.library.problems]
        app.screen.query_one("#scenarios").highlight(str(keys[0]))  # type: ignore[attr-defined]
        await pilot.pause()
        pages = [whole(app.screen)]
        for key in ("enter", "enter", "1", "1"):
            await pilot.press(key)
            await pilot.pause()
            pages.append(whole(app.screen))
        counts = [page.count(read) for page in pages]
        assert counts[0] >= 3
        assert counts[1] >= 4
        assert counts[2] >= 3
        assert counts[3] >= 7
        assert counts[4] >= 4
        assert app.return_code is None


async def test_the_talk_draws_only_what_is_in_view() -> None:
    """A talk of any length costs the same: lines are drawn once, and only where they are seen."""
    from textual.app import App, ComposeResult

    from trainer.tui.text import para

    drawn = []

    class Counting(Lines):
        def strip_of(self, content, width, ground):  # type: ignore[no-untyped-def]
            drawn.append(content.plain)
            return super().strip_of(content, width, ground)

    class Long(App[None]):
        CSS = "Lines { overflow-y: scroll; scrollbar-size-vertical: 1; }"

        def compose(self) -> ComposeResult:
            yield Counting(id="talk")

    app = Long()
    async with app.run_test(size=(60, 20)) as pilot:
        talk = app.query_one(Counting)
        talk.append([para(shown(f"line {number}")) for number in range(2000)])
        await pilot.pause()
        drawn.clear()
        talk.append([para(shown("the newest"))])
        await pilot.pause()
        assert "the newest" in drawn
        assert len(drawn) <= 20
