"""The contrast of everything that is read, against every ground that it stands on."""

from __future__ import annotations

import pytest

from trainer.tui.themes import (
    BODY,
    BODY_CONTRAST,
    COLOURS,
    GROUNDS,
    LOOKS,
    OF_THE_TERMINAL,
    SIGN_CONTRAST,
    SIGNS,
)

DRAWING = {"rule", "empty"}


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_what_is_read_stands_out(theme: str, ground: str) -> None:
    colours = COLOURS[theme]
    wanted = dict.fromkeys(BODY, BODY_CONTRAST) | dict.fromkeys(SIGNS, SIGN_CONTRAST)
    for name, least in wanted.items():
        reached = contrast(colours[name], colours[ground])
        assert reached >= least, f"{theme}: {name} on {ground} reaches {reached:.2f}"


@pytest.mark.parametrize("theme", COLOURS)
def test_selected_text_stands_out(theme: str) -> None:
    colours = COLOURS[theme]
    assert contrast(colours["text"], colours["rule"]) >= BODY_CONTRAST


def test_no_role_has_a_colour_that_is_not_held_to_this() -> None:
    used = {colour for colour, _ in LOOKS.values() if colour}
    assert used <= {*BODY, *SIGNS, *DRAWING}


def test_every_theme_has_every_colour() -> None:
    for colours in COLOURS.values():
        assert set(colours) == set(OF_THE_TERMINAL)
