"""The player's own keys: what cannot be, is not known, or clashes is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import AppMaker
from tests.tui.reading import seen, whole
from trainer.paths import data_folder
from trainer.settings import NAME, understood
from trainer.tui.home_notice import HomeNotice
from trainer.tui.own_keys import looked_at, trouble_with
from trainer.tui.play import PlayScreen


@pytest.mark.parametrize(
    ("name", "keys", "said"),
    [
        ("play.leave", "x", ""),
        ("play.leave", "ctrl+b", ""),
        ("play.leave", "f12, question_mark, é, +", ""),
        ("play.leave", "backspace,alt+x", ""),
        ("play.leave", "Backspace", "`Backspace` is no key"),
        ("play.leave", "x,hyperspace", "`hyperspace` is no key"),
        ("play.leave", "shift+a", "`shift+a` is no key"),  # it is A
        ("play.leave", "super++x", "is no key"),
        ("play.leave", "a,,b", "a comma too many"),
        ("play.leave", "\x1b", "is no key"),
        ("app.hide", "h", "could not be typed any more"),
        ("app.hide", "f9", ""),
    ],
)
def test_which_keys_can_be_pressed(name: str, keys: str, said: str) -> None:
    found = trouble_with(name, keys)
    assert said in found
    assert bool(said) == bool(found)


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"play.leave": "x"}, []),
        ({"play.leeve": "x"}, ["no key called `play.leeve`; did you mean `play.leave`?"]),
        ({"nothing": "x"}, ["no key called `nothing`"]),
        ({"play.leave": "m"}, ["`m` is the key of `play.map` as well as of `play.leave`"]),
        (
            {"play.leave": "x", "play.hide": "z,x"},
            ["`x` is the key of `play.leave` as well as of `play.hide`"],
        ),
        ({"play.leave": "x", "debrief.home": "x"}, []),  # never on the same screen
        ({"play.leave": "escape"}, []),  # it shares that key as it comes
        ({"play.take-back": "f1"}, ["`f1` is the key of `app.help`"]),
    ],
)
def test_which_names_are_known_and_which_keys_clash(keys: dict[str, str], said: list[str]) -> None:
    lines = {name: number for number, name in enumerate(keys, 7)}
    found = looked_at("settings.toml", keys, lines)
    assert len(found) == len(said)
    for problem, words in zip(found, said, strict=True):
        assert words in problem.message
        assert problem.line in lines.values()


def test_each_key_has_its_own_line_and_a_wrong_one_takes_no_other_with_it() -> None:
    text = '# "b.c" = "x"\n[keys]\n"b.c" = "y"\n"a" = 1\n\n"b.c-d" = "z"\n'
    found = understood("settings.toml", text)
    assert found.settings.keys == {"b.c": "y", "b.c-d": "z"}
    assert dict(found.key_lines) == {"b.c": 3, "a": 4, "b.c-d": 6}
    (problem,) = found.problems
    assert problem.line == 4


async def test_wrong_keys_are_told_at_home_and_the_usual_ones_count(make_app: AppMaker) -> None:
    file = Path(data_folder(), NAME)
    file.write_text('[keys]\n"play.leave" = "hyperspace"\n"play.hdie" = "x"\n')
    app = make_app()
    async with app.run_test(size=(120, 24)) as pilot:
        assert "settings.toml, line 2: `play.leave`: `hyperspace` is no key" in seen(app)
        app._look_at_keys()
        await app.workers.wait_for_complete()
        await pilot.pause()
        found = app.screen.query_one(HomeNotice).problems
        assert [(each.line, "play.hdie" in each.message) for each in found] == [
            (2, False),
            (3, True),
        ]
        await pilot.press("p")
        await pilot.pause()
        assert "did you mean `play.hide`?" in whole(app.screen)  # type: ignore[arg-type]
        assert "cannot be played" not in seen(app)
        await pilot.press("escape", "enter", "enter", "q")
        await pilot.pause()
        assert "Leave this talk?" in seen(app)
        await pilot.press("1")
        await pilot.pause()
        assert isinstance(app.screen, PlayScreen)
    assert "hyperspace" in file.read_text()
