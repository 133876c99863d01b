"""What is said to two people at one keyboard: the same words in the app, in plain mode, on paper.

Nothing here counts, compares or names one of the two to the other.
"""

from __future__ import annotations

#: Before anything else, and the same for everyone.
NOTICE = (
    "This is for practice between two people who both want to.",
    "It is not for you if you are afraid of what happens after. Then leave it. In the app "
    "(`trainer`), F2 says who can help.",
    "Either of you can stop at any moment, without a reason.",
    "Nothing of tonight is kept: no lines, no marks, no names.",
    "The first time: one of the first steps, and not your own fight.",
)
_NOT_FOR_YOU = "It is not for you if you are afraid of what happens after. Then leave it."
#: The same in the app, which has that page one key away.
NOTICE_IN_THE_APP = (NOTICE[0], _NOT_FOR_YOU, *NOTICE[2:])
#: The same on paper, where what is kept is up to the two.
NOTICE_ON_PAPER = (NOTICE[0], _NOT_FOR_YOU, NOTICE[2], NOTICE[-1])
#: What may be said of a scenario before anyone takes a seat; nobody says why.
THIS_ONE, ANOTHER_ONE = "This one", "Another one"
#: Where names are asked for.
ABOUT_NAMES = (
    "Two names, so that it is clear whose turn it is. Any will do.",
    "They are for tonight, and are kept nowhere.",
)
FIRST_NAME = "Who sits here?"
#: Where seats are taken.
SUGGEST_SEATS = "Try the side that is not yours: it tells you more."
#: How to say a line that was picked.
SAY_IT_ALOUD = "Pick a line and say it aloud. Change the words if you like, not the meaning."
#: What either may ask, by one key.
ASK_TO_TAKE_BACK = "Can we take that one back?"
#: Halfway, always.
HALFWAY = "Go on, or leave it here?"
BOTH_ARE_GOOD = "Look at each other for a moment. Both answers are good ones."
GO_ON, LEAVE_IT, ANOTHER_TIME = "Go on", "Leave it here", "Another time"
#: Where somebody has to go: stopping is offered first.
LEAVE_FOR_TONIGHT = "Leave it for tonight?"
NO_REASON = "There is no need to say why. Nothing of it is kept."
ABOUT_ALONE = "Going on alone is a new talk, for one, under the names of the roles."
STAY, GO_ON_ALONE = "Stay", "Go on alone"
#: After a stop, whoever it was; nothing comes after it.
ENOUGH = "That's enough for tonight."
#: The time-out, for either.
TIME_OUT = (
    "A time-out, for both of you.",
    "Go to separate rooms. Do something with your hands, or outside.",
    "Don't rehearse it: no better answers, no list.",
    "Say now when you come back, and come back then, even if only to say not yet.",
)

#: How a line landed with the one who heard it: ids and their sentences, in the fixed order.
LANDINGS = {
    "understood": "I felt understood",
    "sense": "What I feel made sense to them",
    "cared": "I felt cared for",
    "trying": "I could tell they were trying",
}
#: What stands under those four.
ABOUT_LANDING = "Mark any, or none. It never changes the story, and you decide later what is shown."
#: Which of one's own marks the other gets to see.
SHOW_MARKS = "Show my marks?"
SHOWN = {
    "landed": "The ones that landed (as it stands)",
    "all": "All: the lines without a mark too",
    "none": "None",
}
#: Instead of marks, where there are none to see, whatever the reason.
NO_MARKS_SHOWN = "How it landed is yours to ask."
#: Where all are shown, and a line has none.
NO_MARK_HERE = "No mark here. You can ask."


def second_name(first: str) -> str:
    """Asks for the name of the one beside somebody."""
    return f"And who sits beside {first}?"


def by_lot(name: str) -> str:
    """Who begins."""
    return f"By lot, {name} begins."


def hand_over(name: str) -> str:
    """What stands on the screen before something is shown to one person alone."""
    return f"Pass to {name}. {name}, press Enter when only you can see."


def how_did_that_land(name: str, role: str | None) -> str:
    """Asked of the one who heard a line; ``role`` is whose shoes they are in, if not their own."""
    shoes = f", in {role}'s shoes" if role else ""
    return f"{name}, how did that land{shoes}?"


def about_showing(other: str) -> str:
    """What showing one's marks means."""
    return (
        f"You marked how lines of {other}'s landed. What may {other} see of it, beside a line that "
        "they ask about? Nothing tells which of these you choose."
    )


def about_report(path: str) -> str:
    """What stands beside the notice where a report was asked for."""
    return (
        f"But a report was asked for: it goes to {path}, with both seats' lines and figures, and "
        "the marks that you let be seen."
    )


def what_is_kept(report: str | None) -> str:
    """The last word of an evening; ``report`` is the path of one that was written."""
    if report is None:
        return "Nothing of it is kept."
    return f"Nothing of it is kept but the report that you asked for, in {report}."
