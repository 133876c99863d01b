"""The cards of a scenario as sheets of Markdown to print: for couples who want no screen.

Nothing on them tells what a line is worth. What follows a line stands on the sheets of the one who
hears it, so nobody picks a line for how it lands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from trainer.practice.cards import Card, Deck, Step, Way
from trainer.practice.report import as_written
from trainer.practice.together_questions import EITHER_MAY_PASS, FRIEND
from trainer.practice.together_words import (
    HALFWAY,
    NOTICE_ON_PAPER,
    SAY_IT_ALOUD,
    SUGGEST_SEATS,
)
from trainer.practice.words import plural, quote
from trainer.scenario.model import LEVELS, Catalogue, Choice, Line, Scenario
from trainer.scenario.record import record
from trainer.scenario.texts import put_names

#: Between two sheets, where all are one text: the next begins on a new page in print.
NEW_PAGE = '<div style="page-break-after: always"></div>'

#: How to follow a card that stands for several moments.
_THREADS = (
    "A card may have threads. A thread stands for what the two of you said before. Carry it along: "
    "“card 9, thread 2” is card 9, and you say the 2 again with your sign. The other then looks in "
    "the row of that thread, where a table says how it goes on, and tells you the new one."
)

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@record
class Sheet:
    """One sheet: the name of its file, and its Markdown."""

    name: str
    text: str


def sheets(scenario: Scenario, catalogue: Catalogue, deck: Deck) -> list[Sheet]:
    """All sheets, in the order in which they are needed."""
    paper = _Paper(scenario, catalogue, deck)
    one, other = scenario.roles
    return [
        Sheet("0-read-this-first.md", _text(paper.first())),
        Sheet(f"1-brief-{one}.md", _text(paper.brief(one))),
        Sheet(f"2-brief-{other}.md", _text(paper.brief(other))),
        Sheet(f"3-cards-{one}.md", _text(paper.cards(one))),
        Sheet(f"4-cards-{other}.md", _text(paper.cards(other))),
        Sheet("5-endings.md", _text(paper.endings())),
        Sheet("6-afterwards.md", _text(paper.afterwards())),
    ]


def as_one(all_sheets: Sequence[Sheet]) -> str:
    """All sheets as one text, each on a page of its own."""
    return f"\n{NEW_PAGE}\n\n".join(sheet.text for sheet in all_sheets)


def _text(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


class _Paper:
    """What is written on the sheets of one scenario."""

    def __init__(self, scenario: Scenario, catalogue: Catalogue, deck: Deck) -> None:
        self.scenario, self.catalogue, self.deck = scenario, catalogue, deck
        self.numbers = {card.number: card for card in deck.cards}

    def plain(self, text: str) -> str:
        """A text of the scenario, its names put in, that Markdown shows as it is written."""
        return as_written(put_names(text, self.scenario.names))

    def name(self, seat: str) -> str:
        return as_written(self.scenario.roles[seat].name)

    def told(self, lines: Sequence[Line]) -> Iterator[str]:
        """What is read aloud: what is seen in italics, what is said with the speaker's name."""
        for line in lines:
            text = self.plain(line.text)
            yield f"*{text}*" if line.speaker is None else f"**{self.name(line.speaker)}:** {text}"

    def next_card(self, step: Step) -> str:
        """Who goes on, and with which card."""
        card = self.numbers[step.card]
        if card.seat is None:
            return f"Ending {step.card}"
        thread = f", thread {step.thread}" if card.threads > 1 else ""
        return f"{self.name(card.seat)}: card {step.card}{thread}"

    # The sheets

    def first(self) -> Iterator[str]:
        """What it is, how it goes, and the opening."""
        scenario, deck = self.scenario, self.deck
        skill = as_written(self.catalogue.skills[scenario.skill].title)
        yield f"# {self.plain(scenario.title)}"
        yield (
            f"For two, on paper. {skill}, {LEVELS[scenario.level]}, about "
            f"{plural(scenario.minutes, 'minute')}."
        )
        if scenario.content_notes:
            notes = "; ".join(self.plain(note) for note in scenario.content_notes)
            yield f"Before you begin, it has in it: {notes}."
        yield "\n".join(f"- {words}" for words in NOTICE_ON_PAPER)
        yield self.plain(scenario.premise)
        yield "## How it goes"
        one, other = (self.name(seat) for seat in scenario.roles)
        thread = ", with your thread where you were given one" if deck.threads > 1 else ""
        yield "\n".join(
            f"{number}. {words}"
            for number, words in enumerate(
                (
                    f"One of you is {one}, the other {other}. {SUGGEST_SEATS}",
                    "Each of you takes two sheets, the brief and the cards of that name. Read your "
                    "brief alone, and keep it to yourself.",
                    "Begin where it says so below. On your card, read aloud what stands at its "
                    "top.",
                    f"{SAY_IT_ALOUD} Then say the sign before it, such as “1 b”{thread}.",
                    "The other finds that sign under “What follows” on their own sheet, reads it "
                    "aloud, and says who goes on with which card.",
                    *([_THREADS] if deck.threads > 1 else []),
                    "Either of you may ask to take the last line back, and either may stop. When "
                    f"about half of the time is over, ask each other: “{HALFWAY}”",
                    "Leave the sheet with the endings face down until a card sends you there.",
                ),
                1,
            )
        )
        yield self._how_many()
        yield "## The beginning"
        yield from self.told(deck.opening)
        yield f"→ {self.next_card(deck.begins)}"

    def _how_many(self) -> str:
        deck, (one, other) = self.deck, self.scenario.roles
        taken = f"{deck.fewest}" if deck.fewest == deck.most else f"{deck.fewest} to {deck.most}"
        return (
            f"There are {len(deck.cards)} cards: {len(deck.of(one))} for {self.name(one)}, "
            f"{len(deck.of(other))} for {self.name(other)}, and {len(deck.endings)} endings. One "
            f"talk takes {taken} of them. Which one comes next depends on all that was said "
            "before; the numbers see to that."
        )

    def brief(self, seat: str) -> Iterator[str]:
        """What only one of the two reads."""
        yield f"# {self.name(seat)}"
        yield f"Only for the one who is {self.name(seat)}."
        yield self.plain(self.scenario.roles[seat].brief)

    def cards(self, seat: str) -> Iterator[str]:
        """A seat's own cards, and what follows the other's lines."""
        name, other = self.name(seat), self.scenario.other(seat)
        yield f"# Cards of {name}"
        for card in self.deck.of(seat):
            yield f"## Card {card.number}"
            yield from self.told(card.lines)
            for sign, way in self.signed(card):
                yield f"**{sign}** {as_written(quote(self.said(way.choice)))}"
            yield "---"
        yield f"# What follows, read by {name}"
        yield f"Find the sign that {self.name(other)} said."
        for card in self.deck.of(other):
            ways = self.signed(card)
            for sign, way in ways:
                yield f"**{sign}**"
                yield from self.told(way.lines)
                yield f"→ {self.goes_on(way)}"
            if parted := [(sign, way) for sign, way in ways if not way.is_same_for_all]:
                yield "\n".join(self.table(card, parted))

    def goes_on(self, way: Way) -> str:
        """What is said after a line: who goes on with which card, as far as it is always so."""
        if way.is_same_for_all:
            return self.next_card(way.steps[0])
        if not way.is_to_one_card:
            return "who goes on, and with which card, is in the table"
        step = way.steps[0]
        name = self.name(self.numbers[step.card].seat or "")
        return f"{name}: card {step.card}, and the new thread is in the table"

    def table(self, card: Card, ways: Sequence[tuple[str, Way]]) -> Iterator[str]:
        """Where the lines of a card lead to that depend on its thread: a row a thread."""
        yield f"| thread | {' | '.join(sign for sign, _ in ways)} |"
        yield "|---" * (len(ways) + 1) + "|"
        for thread in range(1, card.threads + 1):
            cells = []
            for _, way in ways:
                step = way.steps[thread - 1]
                cells.append(f"{step.thread}" if way.is_to_one_card else self.next_card(step))
            yield f"| **{thread}** | {' | '.join(cells)} |"

    def signed(self, card: Card) -> list[tuple[str, Way]]:
        """A card's lines with their signs, in an order that tells nothing."""
        ways = list(card.ways)
        Random(f"{self.scenario.id}:{sorted(way.choice.id for way in ways)}").shuffle(ways)
        return [(f"{card.number} {_letter(at)}", way) for at, way in enumerate(ways)]

    def said(self, choice: Choice) -> str:
        return put_names(choice.say, self.scenario.names)

    def endings(self) -> Iterator[str]:
        """The cards on which it is over."""
        yield "# Endings"
        yield "Read only the one that you were sent to."
        for card in self.deck.endings:
            assert card.ending is not None
            yield f"## Ending {card.number}"
            yield from self.told(card.lines)
            yield f"**{self.plain(card.ending.title)}**"
            yield f"To take away: {self.plain(card.ending.reflection)}"
            yield "---"

    def afterwards(self) -> Iterator[str]:
        """The questions of the debrief for two."""
        one, other = (self.name(seat) for seat in self.scenario.roles)
        yield "# Afterwards"
        yield f"You are yourselves again. {EITHER_MAY_PASS}"
        yield "\n".join(
            f"{number}. {words}"
            for number, words in enumerate(
                (
                    f"What was one thing unlike you, as {one}? And as {other}?",
                    "For each of you: which line of the other's landed?",
                    "Each may pick one of their own lines and ask how it landed.",
                    f"What might have helped {one} there? And {other}?",
                    FRIEND,
                ),
                1,
            )
        )
        yield "If you like, play it once more from the other side."


def _letter(at: int) -> str:
    """a, b, … z, aa, ab, …"""
    more, last = divmod(at, len(_LETTERS))
    return (_letter(more - 1) if more else "") + _LETTERS[last]
