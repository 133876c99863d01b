"""The debrief in plain mode: the same words as on the screen, one thing a line."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.practice.guesses import guess_words, what_told
from trainer.practice.practising import Practised, watched_in_words
from trainer.practice.report import ABOUT_NUMBERS, Debrief, replay_in_words
from trainer.practice.scoring import Scored, SeatScore
from trainer.practice.words import (
    ENDING_WORDS,
    OWN_SIDE,
    cost_in_words,
    in_words,
    marks_in_words,
    mended_in_words,
)


def tell_debrief(debrief: Debrief, seat: str, practised: Practised | None = None) -> Iterator[str]:
    """The ending, how it went for the one who held ``seat``, and each of their lines.

    ``practised`` has what was watched, typed and guessed on the way, where anything was.
    """
    play, score = debrief.play, debrief.seats[seat]
    ending = play.ending
    assert ending is not None
    yield ""
    yield "Debrief"
    if debrief.replay_from is not None:
        yield replay_in_words(debrief.replay_from)
    if practised is not None and practised.how.watched is not None:
        yield watched_in_words(score, practised.how.watched, debrief.catalogue)
    yield f"The ending: {play.text(ending.title)} ({ENDING_WORDS[ending.kind]})."
    yield f"To take away: {play.text(ending.reflection)}"
    yield in_words(score)
    if score.score is not None:
        yield f"{score.score} of 100. {ABOUT_NUMBERS}"
    yield ""
    yield "What your lines showed"
    for principle, row in score.profile.items():
        if row.offered or row.against:
            against = f", against it {row.against}" if row.against else ""
            title = debrief.catalogue.title_of(principle)
            yield f"{title}: {row.shown} of {row.offered} on offer{against}."
    for scored in score.decisions:
        yield ""
        yield from _line(debrief, score, score.number_of(scored), scored)
        if practised is not None:
            yield from _on_the_way(debrief, scored, practised)
    yield ""
    yield OWN_SIDE


def _on_the_way(debrief: Debrief, scored: Scored, practised: Practised) -> Iterator[str]:
    """What was guessed of a line, and the words typed before it."""
    play, decision = debrief.play, scored.decision
    guess = practised.guess_at(decision)
    if guess is not None:
        yield guess_words(guess, play.names[play.scenario.other(decision.seat)])
        if not guess.is_right:
            yield what_told(play, decision, debrief.catalogue)
    typed = practised.typed_at(decision)
    if typed is not None:
        yield f"Your own words, before you saw the choices: {typed.text}"


def _line(debrief: Debrief, score: SeatScore, number: int, scored: Scored) -> Iterator[str]:
    text, first, catalogue = debrief.play.text, scored.decision.first, debrief.catalogue
    yield f"Line {number}. You chose: {text(first.say)}"
    yield from (f"{mark}." for mark in marks_in_words(first.marks, catalogue, signs=False))
    yield f"Why: {text(first.why)}"
    still_open = ", ".join(debrief.open_after(scored))
    yield f"{cost_in_words(scored.cost)}. Endings still open after it: {still_open}."
    if scored.is_rupture:
        yield f"A miss, {mended_in_words(scored, score)}."
    if scored.decision.took is not first:
        yield f"You took it back and said: {text(scored.decision.took.say)}"
    if scored.cost:
        best = scored.strongest[0]
        yield f"A stronger line here: {text(best.say)}"
        known = catalogue.principles.get(next(iter(best.marks), ""))
        if known is not None:
            yield f"Says who? {known.title}: {known.source}"


def write_report(debrief: Debrief, path: str) -> str | None:
    """Writes the report, Markdown for .md and else JSON; says why it could not be, if so."""
    text = debrief.as_markdown() if path.endswith(".md") else debrief.as_json_text()
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        return f"The report was not written: {error.strerror}."
    return None
