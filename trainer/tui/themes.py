"""The colours: a table a theme, and which of them stand on which ground.

The tables are plain data, so that the contrast of every pair can be computed without a screen.
Roles of text are looked up here and not in the style sheet: a style sheet would work each of them
out again for every widget, which costs more than all else at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

DUSK, MORNING, TERMINAL = "dusk", "morning", "terminal"

#: Grounds first, then what stands on them.
COLOURS: dict[str, dict[str, str]] = {
    DUSK: {
        "ground": "#1b1921",
        "surface": "#23202b",
        "panel": "#2d2936",
        "text": "#ece6df",
        "story": "#bdb4c4",
        "muted": "#9d94a8",
        "you": "#e8a87c",
        "other": "#8cc7b5",
        "miss": "#e58a7b",
        "caution": "#e6c26a",
        "rule": "#4a4456",
        "empty": "#3f3a4a",
    },
    MORNING: {
        "ground": "#faf6f0",
        "surface": "#f1eae0",
        "panel": "#e7ddd0",
        "text": "#2b2730",
        "story": "#4a4350",
        "muted": "#625964",
        "you": "#96401b",
        "other": "#1a6355",
        "miss": "#a02f1d",
        "caution": "#755200",
        "rule": "#cbbfb0",
        "empty": "#d9cdbd",
    },
}

#: The terminal's own colours: its text on its ground, and its six hues for voices and signs.
OF_THE_TERMINAL = {
    "ground": "ansi_default",
    "surface": "ansi_default",
    "panel": "ansi_default",
    "text": "ansi_default",
    "story": "ansi_default",
    "muted": "ansi_default",
    "you": "ansi_yellow",
    "other": "ansi_cyan",
    "miss": "ansi_red",
    "caution": "ansi_magenta",
    "rule": "ansi_bright_black",
    "empty": "ansi_bright_black",
}

GROUNDS = ("ground", "surface", "panel")
#: What is read at length, and what is a name, a sign or an aside. ``rule`` and ``empty`` only draw.
BODY = ("text", "story")
SIGNS = ("muted", "you", "other", "miss", "caution")
BODY_CONTRAST, SIGN_CONTRAST = 7.0, 4.5


#: How each role of text looks: a colour of the table (none: the text's own) and a manner.
LOOKS: dict[str, tuple[str, str]] = {
    "strong": ("", "bold"),
    "muted": ("muted", ""),
    "story": ("story", "italic"),
    "deed": ("", "italic"),
    "you": ("you", ""),
    "other": ("other", ""),
    "shows": ("other", ""),
    "against": ("miss", ""),
    "caution": ("caution", ""),
    "key": ("you", "bold"),
    "mark": ("you", "bold"),
    "rule": ("rule", ""),
    "empty": ("empty", ""),
}


@cache
def look(theme: str, roles: str) -> Style:
    """How one or more roles (parted by spaces) look in a theme, to be laid over a ground."""
    colours = COLOURS.get(theme, OF_THE_TERMINAL)
    style = Style.null()
    for role in roles.split():
        colour, manner = LOOKS[role]
        style += Style(
            color=Color.parse(colours[colour]).rich_color if colour else None,
            bold="bold" in manner or None,
            italic="italic" in manner or None,
        )
    return style


@cache
def highlight(theme: str) -> Style:
    """The ground of what is highlighted."""
    if theme not in COLOURS:
        return Style(bold=True, reverse=True)
    return Style(bold=True, bgcolor=Color.parse(COLOURS[theme]["panel"]).rich_color)


def themes() -> list[Theme]:
    """The themes to choose from: dusk, morning, and the terminal's own colours."""
    made = []
    for name in (DUSK, MORNING, TERMINAL):
        colours = COLOURS.get(name, OF_THE_TERMINAL)
        made.append(
            Theme(
                name=name,
                primary=colours["other"],
                secondary=colours["you"],
                accent=colours["you"],
                warning=colours["caution"],
                error=colours["miss"],
                success=colours["other"],
                foreground=colours["text"],
                background=colours["ground"],
                surface=colours["surface"],
                panel=colours["panel"],
                boost=colours["panel"],
                dark=name != MORNING,
                ansi=name == TERMINAL,
                variables=BUILTIN_THEMES["ansi-dark"].variables | named(colours)
                if name == TERMINAL
                else named(colours) | grounded(colours),
            )
        )
    return made


def named(colours: Mapping[str, str]) -> dict[str, str]:
    """The colours as the variables of the style sheet."""
    return {f"c-{name}": colour for name, colour in colours.items()}


def grounded(colours: Mapping[str, str]) -> dict[str, str]:
    """What Textual's own widgets are drawn with: scroll bars, what is selected, the palette."""
    return {
        "block-cursor-background": colours["panel"],
        "block-cursor-foreground": colours["text"],
        "input-cursor-background": colours["text"],
        "input-cursor-foreground": colours["ground"],
        "input-selection-background": colours["rule"],
        "input-selection-foreground": colours["text"],
        "screen-selection-background": colours["rule"],
        "screen-selection-foreground": colours["text"],
        "scrollbar": colours["rule"],
        "scrollbar-hover": colours["muted"],
        "scrollbar-active": colours["muted"],
        "scrollbar-background": colours["ground"],
        "scrollbar-background-hover": colours["ground"],
        "scrollbar-background-active": colours["ground"],
        "scrollbar-corner-color": colours["ground"],
    }
