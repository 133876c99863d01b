"""The keys of the talk, and at which stages of a turn they are there."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from trainer.tui.answers import CHOOSING, GUESSING, READING, TICKING, TYPING

PLAY_KEYS: list[BindingType] = [
    Binding("enter", "say", "say it", id="play.say", tooltip="say the highlighted line"),
    Binding("enter", "choose", "choose", id="play.choose", tooltip="choose what is lit"),
    Binding("enter", "go_on", "go on", id="play.go-on", tooltip="go on reading"),
    Binding("u", "take_back", "take back", id="play.take-back",
            tooltip="take back your last line; the first try is what counts"),
    Binding("w", "write", "own words", id="play.write",
            tooltip="say it in your own words first; the choices come after"),
    Binding("t", "app.time_out", "time-out", id="play.time-out",
            tooltip="a time-out: the talk is hidden and waits"),
    Binding("h", "app.hide", "hide", id="play.hide", tooltip="hide everything at once"),
    Binding("m", "map", "map", show=False, id="play.map",
            tooltip="the map: where you went, and what is left to see"),
    Binding("space,pagedown", "read_on", "read on", show=False, id="play.on",
            tooltip="read on in the talk"),
    Binding("pageup,b", "read_back", "back up", show=False, id="play.back",
            tooltip="read back in the talk"),
    Binding("escape", "skip", "skip", key_display="esc", id="play.skip",
            tooltip="go on without what is asked"),
    Binding("escape,q", "leave", "leave", key_display="esc", id="play.leave",
            tooltip="leave this talk (asks first)"),
]  # fmt: skip

#: The stages at which an action can be done; one that is not named can be done at each.
STAGES = {
    "say": (CHOOSING,),
    "write": (CHOOSING,),
    "go_on": (READING,),
    "choose": (TICKING, GUESSING),
    "skip": (TYPING, TICKING, GUESSING),
    "leave": (READING, CHOOSING),
}
