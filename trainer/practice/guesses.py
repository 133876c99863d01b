"""What became of a player's guesses, in words, and what in the talk would have told."""

from __future__ import annotations

from trainer.practice.coach import meter_word
from trainer.practice.play import Decision, Play
from trainer.practice.practising import BACK, CLOSER, STAY, Guess, Practised
from trainer.practice.scoring import SeatScore
from trainer.practice.words import number_word, plural, quote
from trainer.scenario.model import Catalogue

_LANDED = {CLOSER: "came closer", STAY: "stayed where they were", BACK: "pulled back"}
_WOULD = {CLOSER: "come closer", STAY: "stay where they were", BACK: "pull back"}


def guess_words(guess: Guess, other: str) -> str:
    """How a guess compares with what happened."""
    guessed = f"You guessed that {other} would {_WOULD[guess.guessed]}"
    if guess.is_right:
        return f"{guessed}, and so it was."
    return f"{guessed}; {other} {_LANDED[guess.landed]}."


def guesses_in_words(score: SeatScore, practised: Practised) -> str:
    """Where the guesses were right and where they were off; nothing where nothing was guessed."""
    guesses = [
        (score.number_of(each), guess)
        for each in score.decisions
        if (guess := practised.guess_at(each.decision)) is not None
    ]
    if not guesses:
        return ""
    off = [str(number) for number, guess in guesses if not guess.is_right]
    right = number_word(len(guesses) - len(off)) if len(off) < len(guesses) else "none"
    words = f"You guessed how {plural(len(guesses), 'line')} would land"
    if not off:
        return f"{words}, and so it was."
    where = " and ".join([*([", ".join(off[:-1])] if off[:-1] else []), off[-1]])
    line = "line" if len(off) == 1 else "lines"
    return f"{words}; {right} right, off at {line} {where}."


def what_told(play: Play, decision: Decision, catalogue: Catalogue) -> str:
    """What would have told how the first line said at a decision lands."""
    other = play.scenario.other(decision.seat)
    told = []
    before = shown_before(play, decision)
    if before:
        told.append(f"just before, {before}")
    for name, value in zip(play.scenario.state, decision.values, strict=True):
        if name.of == other:
            word = meter_word(name.name, int(value))
            told.append(f"{play.names[other]}'s {name.name.replace('_', ' ')} was {word}")
            break
    marks = decision.first.marks
    against = [catalogue.title_of(p) for p, mark in marks.items() if mark < 0]
    showed = [catalogue.title_of(p) for p, mark in marks.items() if mark > 0]
    line = [f"goes against {' and '.join(against)}"] if against else []
    line += [f"shows {' and '.join(showed)}"] if showed else []
    words = " and ".join(line) or "neither reaches for the other nor goes against"
    talk = f"What would have told: {'; '.join(told)}. " if told else ""
    return f"{talk}{'Into that, your line' if told else 'The line'} {words}."


def shown_before(play: Play, decision: Decision) -> str:
    """The last thing seen or heard before a decision, quoted; nothing where there was none."""
    last = ""
    for entry in play.talk:
        if entry.kind == "said" and entry.decision is not None:
            at = play.decisions[entry.decision]
            if at.node is decision.node and at.values == decision.values:
                return last
        who = "" if entry.speaker is None else f"{play.names[entry.speaker]}: "
        last = f"{who}{quote(entry.text)}"
    return ""
