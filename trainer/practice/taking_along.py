"""A line to take along: "If … this week, I will say …", from what the talk had too little of."""

from __future__ import annotations

from trainer.practice.scoring import Scored, SeatScore
from trainer.scenario.model import Catalogue
from trainer.scenario.record import record

#: Moments of an ordinary week, by the principle's family; read on after "If …".
_CUES = {
    "repair": (
        "I come home later than I said",
        "I snap over something small",
        "I hear that something I did hurt",
    ),
    "attunement": (
        "they come home from a bad day",
        "they tell me something that I see another way",
        "they go quiet at the table",
    ),
    "startup": (
        "the same small thing bothers me again",
        "I want something at home to change",
        "I have put off bringing something up",
    ),
    "reliability": (
        "I can't keep something that I promised",
        "a choice comes up that touches us both",
        "someone asks about what I was told in private",
    ),
}
#: Principles whose moments are others than their family's.
_OWN_CUES = {
    "receive": (
        "they say sorry for something",
        "they try to make up for something",
        "they reach out after a bad moment",
    ),
    "pause": (
        "I notice that my voice gets louder",
        "we go round in circles",
        "I want to leave the room",
    ),
    "generosity": (
        "they forget something that I asked for",
        "their answer is shorter than I hoped",
        "I think that they did it on purpose",
    ),
    "honest-limit": (
        "I am asked for something that I don't want",
        "I hear myself say yes and mean no",
        "a plan gets too much for me",
    ),
    "appreciate": (
        "they do something that makes my day easier",
        "they come home with good news",
        "I notice something that I always count on",
    ),
}
_ANY_CUES = ("we are both tired", "something small goes wrong", "a talk begins to get tense")

#: What to say then, by principle; read on after "I will say …".
_SAY = {
    "acknowledge": "what I did before I say why",
    "impact": "what it was like for them, and not only what happened",
    "apologise": "sorry for that one thing, without “if” and without “but”",
    "act-differently": "one small thing that I will do another way, and can keep",
    "non-defensive": "what I heard that hurt, before I explain anything",
    "patience": "sorry once, and that there is no hurry to forgive",
    "mend-early": "“that came out wrong” on the same evening",
    "receive": "what I can take in of it, and kindly what still hurts",
    "notice": "what I see, and ask, without guessing why",
    "listen": "“tell me more”, and wait for it",
    "validate": "why it makes sense in their day, before I say what I think",
    "stay-with": "“I'm here”, and leave the fixing for later",
    "pause": "that I need a break, and when I will be back",
    "generosity": "what good reason they may have had, before what bothered me",
    "soften": "what happened and how I feel, and not what they are like",
    "own-side": "what my own part in it is",
    "ask": "one thing that I would like, and that they can say no to",
    "honest-limit": "plainly what I can't or don't want to, without a jab",
    "transparency": "it before they have to ask",
    "follow-through": "by when I will do it, and then do it",
    "protect": "“that isn't mine to tell”",
    "appreciate": "what they did, and that I was glad of it",
    "think-us": "“let's decide that together” before I decide",
}
_ANY_SAY = "the one true thing first, in one plain line"


@record
class TakeAlong:
    """What may be taken along: the principle it is about, three moments, and what to say then."""

    principle: str
    cues: tuple[str, ...]
    say: str

    def line(self, cue: str) -> str:
        """The whole line with one of the moments."""
        return f"If {cue} this week, I will say {self.say}."


def take_along(score: SeatScore, catalogue: Catalogue) -> TakeAlong:
    """What to take along from a talk: what its costliest line had too little of.

    Where no line cost anything, it is what the lines showed most.
    """
    principle = _missed(score) or _most_shown(score)
    known = catalogue.principles.get(principle)
    family = _CUES.get(known.family, _ANY_CUES) if known else _ANY_CUES
    return TakeAlong(principle, _OWN_CUES.get(principle, family), _SAY.get(principle, _ANY_SAY))


def costliest(score: SeatScore) -> Scored | None:
    """The line that left most on the table, the first of them; None where none left anything."""
    line = max(score.decisions, key=lambda each: each.cost, default=None)
    return line if line is not None and line.cost > 0 else None


def _missed(score: SeatScore) -> str:
    line = costliest(score)
    if line is None:
        return ""
    said = line.decision.first.marks
    wanted = {p: mark - said.get(p, 0) for p, mark in line.strongest[0].marks.items() if mark > 0}
    return max(wanted, key=lambda p: wanted[p], default="")


def _most_shown(score: SeatScore) -> str:
    return max(score.profile, key=lambda p: score.profile[p].shown, default="")
