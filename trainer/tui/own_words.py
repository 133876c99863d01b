"""What is asked around a choice: one's own words, what they had, how the choice will land."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from trainer.practice.practising import BACK, CLOSER, STAY
from trainer.scenario.model import Catalogue
from trainer.tui.picker import Item
from trainer.tui.talk import YOUR_INDENT
from trainer.tui.text import EMPTY, Block, blank, para, shown, stacked

TICKED, UNTICKED = "[x] ", "[ ] "
#: What a guess is called when it is asked for.
LANDINGS = {CLOSER: "comes closer", STAY: "stays where they are", BACK: "pulls back"}

DONE, NO_GUESS = "<done>", "<no-guess>"
#: From this width on the principles to tick are explained.
ROOMY = 60


def draft_block(text: str) -> Block:
    """One's own words in the talk: a draft beside what is then said."""
    bar = shown("┆ ", "muted")
    label = para(shown("your own words", "muted"), indent=YOUR_INDENT, first=bar, rest=bar)
    return stacked(
        [blank(), label, para(shown(text, "story"), indent=YOUR_INDENT, first=bar, rest=bar)]
    )


def marker_items(markers: Sequence[str], ticked: Iterable[str], catalogue: Catalogue) -> list[Item]:
    """The principles to tick, and the way on."""
    chosen = set(ticked)
    items = []
    for number, marker in enumerate(markers, 1):
        known = catalogue.principles.get(marker)
        has = marker in chosen
        box = shown(TICKED, "shows") if has else shown(UNTICKED, "muted")
        title = shown(catalogue.title_of(marker), "strong" if has else "")
        about = shown(f"  {known.shows}", "muted") if known else EMPTY
        items.append(Item(marker, (_marker(shown(f"{number}  ", "key") + box, title, about),)))
    words = "that is what they had" if chosen else "none of these, or skip"
    return [*items, _numbered(DONE, len(markers) + 1, shown(words))]


def guess_items(other: str) -> list[Item]:
    """What the other may do now, and no guess."""
    items = [
        _numbered(kind, number, shown(other, "other strong") + shown(f" {words}"))
        for number, (kind, words) in enumerate(LANDINGS.items(), 1)
    ]
    return [*items, _numbered(NO_GUESS, len(items) + 1, shown("no guess", "muted"))]


def _numbered(item: str, number: int, text: Content) -> Item:
    return Item(item, (para(text, first=shown(f"{number}  ", "key")),))


def _marker(first: Content, title: Content, about: Content) -> Block:
    """What a principle is stands beside its title, where there is room for sentences."""
    return lambda width: para(title + (about if width >= ROOMY else EMPTY), first=first)(width)
