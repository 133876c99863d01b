"""The command ``trainer cards``: a scenario for two on paper."""

from __future__ import annotations

import os

from trainer.commands import FOUND, OK, USAGE, find, say
from trainer.practice.cards import deck_of
from trainer.practice.cards_sheets import Sheet, as_one, sheets
from trainer.scenario.graph import explore
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.problems import printable


def cards(wanted: str, folder: str | None) -> int:
    """Prints a scenario's sheets as one text, or writes a file a sheet; returns the exit status."""
    found = find(wanted, shipped_catalogue())
    if isinstance(found, int):
        return found
    loaded, catalogue = found
    scenario = loaded.scenario
    assert scenario is not None
    deck = deck_of(scenario, loaded.graph or explore(scenario))
    written = sheets(scenario, catalogue, deck)
    if folder is None:
        print("\n".join(printable(line) for line in as_one(written).split("\n")), end="")
        return OK
    threads = f", with up to {deck.threads} threads" if deck.threads > 1 else ""
    return _write(written, folder, f"{len(deck.cards)} cards{threads}")


def _write(written: list[Sheet], folder: str, cards: str) -> int:
    """Writes each sheet to a file of its own, none of which may be there yet."""
    try:
        os.makedirs(folder, exist_ok=True)
    except (OSError, ValueError) as error:
        say(f"The folder `{folder}` cannot be made: {_reason(error)}.")
        return FOUND
    paths = [os.path.join(folder, sheet.name) for sheet in written]
    there = next((path for path in paths if os.path.lexists(path)), None)
    if there is not None:
        say(f"There is a file `{there}` already. Name another folder, or move it away.")
        return USAGE
    for path, sheet in zip(paths, written, strict=True):
        try:
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                file.write(sheet.text)
        except (OSError, ValueError) as error:
            say(f"`{path}` could not be written: {_reason(error)}.")
            return FOUND
    say(f"{cards}, on {len(written)} sheets in `{folder}`.")
    return OK


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
