"""A debrief as a file to keep: the report, what was taken along, own words, and the whole talk."""

from __future__ import annotations

import json
import os
from typing import Any

from trainer.practice.chart import MEND, MISS, tracks
from trainer.practice.guesses import guess_words, what_told
from trainer.practice.practising import Practised, watched_in_words
from trainer.practice.report import Debrief, as_written
from trainer.practice.scoring import SeatScore
from trainer.practice.words import OWN_SIDE

_SIGNS = {MISS: "a miss", MEND: "a mend"}


def as_markdown(debrief: Debrief, practised: Practised | None = None, taken_along: str = "") -> str:
    """All of it as Markdown, for people. No text in it is read as a sign of Markdown."""
    play = debrief.play
    parts = [debrief.as_markdown().rstrip("\n")]
    for seat, score in debrief.seats.items():
        if practised is not None and practised.how.watched is not None:
            watched = watched_in_words(score, practised.how.watched, debrief.catalogue)
            parts.append(as_written(watched))
        parts += _figures(debrief, seat, score)
    own = _own_words(debrief, practised)
    if own:
        parts.append("## Your own words, before the choices")
        parts += [f"Line {each['line']}: {as_written(each['text'])}" for each in own]
    if practised is not None:
        parts += _guesses(debrief, practised)
    if taken_along:
        parts += ["## To take along", f"My line: {as_written(taken_along)}"]
    parts += _says_who(debrief)
    parts.append("## The talk")
    for entry in play.talk:
        text = as_written(entry.text)
        if entry.speaker is None:
            parts.append(f"*{text}*")
        else:
            parts.append(f"**{as_written(play.names[entry.speaker])}:** {text}")
    return "\n\n".join([*parts, OWN_SIDE]) + "\n"


def _guesses(debrief: Debrief, practised: Practised) -> list[str]:
    """What was guessed of the lines, and where a guess was off, what would have told."""
    play, parts = debrief.play, []
    for seat, score in debrief.seats.items():
        for scored in score.decisions:
            guess = practised.guess_at(scored.decision)
            if guess is None:
                continue
            words = guess_words(guess, play.names[play.scenario.other(seat)])
            if not guess.is_right:
                words = f"{words} {what_told(play, scored.decision, debrief.catalogue)}"
            parts.append(f"Line {score.number_of(scored)}: {as_written(words)}")
    return ["## Your guesses", *parts] if parts else []


def _says_who(debrief: Debrief) -> list[str]:
    """The sources of all principles that are marked in what was said, or was the strongest."""
    catalogue = debrief.catalogue
    named = dict.fromkeys(
        principle
        for score in debrief.seats.values()
        for scored in score.decisions
        for choice in (scored.decision.first, scored.strongest[0])
        for principle in choice.marks
    )
    known = [catalogue.principles[each] for each in named if each in catalogue.principles]
    rows = [f"- {as_written(each.title)}: {as_written(each.source)}" for each in known]
    return ["## Says who?", "\n".join(rows)] if rows else []


def _figures(debrief: Debrief, seat: str, score: SeatScore) -> list[str]:
    """What a seat's lines showed, and how the other was with them, line by line."""
    play, rows = debrief.play, []
    for principle, row in score.profile.items():
        against = f", {row.against} against" if row.against else ""
        title = as_written(debrief.catalogue.title_of(principle))
        rows.append(f"- {title}: {row.shown} of {row.offered}{against}")
    parts = ["## What the lines showed", "\n".join(rows)] if rows else []
    other = as_written(play.names[play.scenario.other(seat)])
    for track in tracks(play, seat, score):
        steps = [
            f"{value} ({_SIGNS[sign]})" if sign else str(value)
            for value, sign in zip(track.values, ("", *track.signs), strict=True)
        ]
        begin = f"{other}'s {track.meter}, of 10, before the first line and after each: "
        parts.append(begin + ", ".join(steps))
    return parts


def as_json_text(
    debrief: Debrief, practised: Practised | None = None, taken_along: str = ""
) -> str:
    """The report with ``talk`` beside it, and ``own_words``, ``guesses``, ``watched`` and
    ``take_along`` where there are."""
    saved: dict[str, Any] = debrief.as_json()
    own = _own_words(debrief, practised)
    if own:
        saved["own_words"] = own
    if practised is not None:
        guesses = [
            {"line": score.number_of(each), "guessed": guess.guessed, "landed": guess.landed}
            for score in debrief.seats.values()
            for each in score.decisions
            if (guess := practised.guess_at(each.decision)) is not None
        ]
        if guesses:
            saved["guesses"] = guesses
        if practised.how.watched is not None:
            saved["watched"] = practised.how.watched
    if taken_along:
        saved["take_along"] = taken_along
    saved["talk"] = [{"speaker": entry.speaker, "text": entry.text} for entry in debrief.play.talk]
    return json.dumps(saved, indent=1, ensure_ascii=False) + "\n"


def _own_words(debrief: Debrief, practised: Practised | None) -> list[dict[str, Any]]:
    if practised is None:
        return []
    rows = []
    for score in debrief.seats.values():
        for scored in score.decisions:
            typed = practised.typed_at(scored.decision)
            if typed is not None:
                number = score.number_of(scored)
                rows.append({"line": number, "text": typed.text, "found": list(typed.markers)})
    return rows


def free_path(folder: str, stem: str) -> str:
    """A path for a Markdown file in a folder at which nothing lies yet."""
    number = 1
    while True:
        name = f"{stem}.md" if number == 1 else f"{stem}-{number}.md"
        path = os.path.join(folder, name)
        if not os.path.lexists(path):
            return path
        number += 1


def write_new(path: str, text: str) -> str:
    """Writes a text to a file that is not there yet; says why, as a sentence, where it cannot."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return "There is a file of that name already. Another name, please."
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return f"It could not be saved there: {reason}."
    return ""
