"""Plain mode: the play line by line, for pipes, screen readers, dumb terminals and scripts.

It is made to be read aloud: no boxes, no colour, one thing a line, speakers by name. One line is
read a decision: the number of a choice, ``?`` to hear it again, ``u`` to take back, ``q`` to leave.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable

from trainer.practice.coach import coaching
from trainer.practice.play import Entry, IllegalMove, Play, in_play_order
from trainer.practice.words import marks_in_words, plural
from trainer.scenario.files import Loaded
from trainer.scenario.model import LEVELS, Catalogue, Choice
from trainer.scenario.problems import printable

OK, UNFINISHED = 0, 1


class Left(Exception):
    """The player left, or the input ended."""


def play_plain(loaded: Loaded, catalogue: Catalogue, options: argparse.Namespace) -> int:
    """Plays a scenario to its debrief; returns the exit status.

    Of ``options`` it reads ``seat``, ``seed``, ``in_order`` and ``report``.
    """
    scenario = loaded.scenario
    assert scenario is not None
    seed = None if options.in_order else options.seed
    if seed is None and not options.in_order:
        seed = int.from_bytes(os.urandom(4), "big")
    session = PlainPlay(Play(scenario, [options.seat or scenario.play_as]), catalogue, seed)
    try:
        session.run()
    except Left:
        session.say("", "The talk stops here. Come back to it when you like.")
        if options.report:
            print("It did not reach its ending, so no report was written.", file=sys.stderr)
        return UNFINISHED
    from trainer.plain_debrief import tell_debrief, write_report
    from trainer.practice.report import Debrief

    debrief = Debrief(session.play, catalogue, loaded.graph)
    session.say(*tell_debrief(debrief, session.seat))
    if options.report and (reason := write_report(debrief, options.report)):
        print(printable(reason), file=sys.stderr)
        return UNFINISHED
    return OK


class PlainPlay:
    """One play, told on stdout and steered from stdin."""

    def __init__(self, play: Play, catalogue: Catalogue, seed: int | None) -> None:
        self.play = play
        self.catalogue = catalogue
        self.seed = seed
        self.seat = play.seats[0]

    def say(self, *lines: str) -> None:
        """Prints lines as plain text."""
        for line in lines:
            print(printable(line))

    def run(self) -> None:
        """Tells the story and reads a line a decision, up to the ending. Raises Left."""
        self.introduce()
        told = 0
        while True:
            self.tell(self.play.talk_since(told))
            told = self.play.talk_length
            if self.play.ending is not None:
                return
            self.decide()
            told = self.consequence(told)

    def introduce(self) -> None:
        """What the first screen of the app shows."""
        play, text = self.play, self.play.text
        scenario = play.scenario
        me, other = self.seat, scenario.other(self.seat)
        skill = self.catalogue.skills[scenario.skill].title
        notes = "; ".join(text(note) for note in scenario.content_notes)
        self.say(
            text(scenario.title),
            f"{skill}, {LEVELS[scenario.level]}, about {plural(scenario.minutes, 'minute')}.",
            *([f"Content notes: {notes}."] if notes else []),
            text(scenario.premise),
            f"You are {play.names[me]}. {text(scenario.roles[me].brief)}",
            f"The other is {play.names[other]}.",
            "Answer with a number. ? says it again, u takes your last line back, q leaves.",
            "",
        )

    def tell(self, entries: Iterable[Entry]) -> None:
        """Entries of the talk, one a line."""
        for entry in entries:
            self.say(self.spoken(entry))

    def spoken(self, entry: Entry) -> str:
        """An entry of the talk as it is read aloud."""
        if entry.speaker is None:
            return entry.text
        name = self.play.names[entry.speaker]
        name = f"{name} (you)" if entry.speaker == self.seat else name
        return f"{name}: {entry.text}"

    def decide(self) -> None:
        """Reads lines until one is a choice, and takes it. Raises Left."""
        choices = in_play_order(self.play, self.seed)
        self.ask(choices)
        while True:
            answer = self.read().strip()
            if answer in ("q", "Q"):
                raise Left
            if answer == "?":
                self.again(choices)
            elif answer in ("u", "U"):
                choices = self.take_back(choices)
            elif answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(choices):
                self.play.choose(choices[int(answer[:6]) - 1].id)
                return
            else:
                self.say(
                    f"Please type a number from 1 to {len(choices)}, or ? to hear it again, u to "
                    "take your last line back, q to leave."
                )

    def ask(self, choices: list[Choice]) -> None:
        """The choices, numbered."""
        self.say("", "What do you say?")
        for number, choice in enumerate(choices, 1):
            self.say(f"{number}. {self.play.text(choice.say)}")

    def again(self, choices: list[Choice]) -> None:
        """What was last seen and said, and the choices once more."""
        talk = self.play.talk
        last = max((i for i, e in enumerate(talk) if e.decision is not None), default=-1)
        start = max((i for i, e in enumerate(talk[: last + 1]) if e.kind == "said"), default=0)
        self.say("")
        self.tell(talk[start:])
        self.ask(choices)

    def take_back(self, choices: list[Choice]) -> list[Choice]:
        """Takes the last line back, if there is one; the choices that are then on offer."""
        try:
            taken = self.play.take_back()
        except IllegalMove:
            self.say("There is no line to take back yet.")
            return choices
        self.say(f"Taken back: {self.play.text(taken.say)}")
        choices = in_play_order(self.play, self.seed)
        self.again(choices)
        return choices

    def read(self) -> str:
        """One line of input. Raises Left at its end."""
        print("> ", end="", flush=True)
        line = sys.stdin.readline() if sys.stdin else ""
        if not (sys.stdin and sys.stdin.isatty()):
            print()
        if not line:
            raise Left
        return line

    def consequence(self, told: int) -> int:
        """How the line just chosen lands, then the coach; how much of the talk is told by then."""
        index = len(self.play.decisions) - 1
        fresh = [entry for entry in self.play.talk_since(told) if entry.decision == index]
        # After a take-back the talk is shorter than what was told of it.
        if not fresh:
            fresh = [entry for entry in self.play.talk if entry.decision == index]
        self.tell(fresh)
        words = coaching(self.play.decisions, self.catalogue, self.play.ending is not None)
        self.say("", f"Coach: {self.play.text(words.why)}")
        self.say(*(f"{mark}." for mark in marks_in_words(words.marks, self.catalogue, signs=False)))
        self.say(words.still, "")
        last = max(i for i, entry in enumerate(self.play.talk) if entry.decision == index)
        return last + 1
