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
#: Where seats are taken.
SUGGEST_SEATS = "Try the side that is not yours: it tells you more."
#: How to say a line that was picked.
SAY_IT_ALOUD = "Pick a line and say it aloud. Change the words if you like, not the meaning."
#: What either may ask, by one key.
ASK_TO_TAKE_BACK = "Can we take that one back?"
#: Halfway, always.
HALFWAY = "Go on, or leave it here?"
GO_ON, LEAVE_IT, ANOTHER_TIME = "Go on", "Leave it here", "Another time"
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
SHOW_MARKS = "Show my marks"
SHOWN = {
    "landed": "The ones that landed (as it stands)",
    "all": "All: the lines without a mark too",
    "none": "None",
}
#: Instead of marks, where there are none to see, whatever the reason.
NO_MARKS_SHOWN = "How it landed is yours to ask."
#: Where all are shown, and a line has none.
NO_MARK_HERE = "No mark here. You can ask."

#: The debrief for two, after the one who has a line to ask about was asked.
EITHER_MAY_PASS = "Either may pass."
FRIEND = (
    "Silently, for three minutes: describe the scene to yourselves as a friend would see it, one "
    "who wishes both of you well."
)


def hand_over(name: str) -> str:
    """What stands on the screen before something is shown to one person alone."""
    return f"Pass to {name}. {name}, press Enter when only you can see."


def out_of_the_role(name: str, role: str) -> str:
    """The first question of the debrief, for one of the two."""
    return f"You are {name} again. What was one thing unlike you, as {role}?"


def one_that_landed(name: str, other: str) -> str:
    """The second, where no mark says which: asked of the one who heard the lines."""
    return f"{name}, which line of {other}'s landed with you? Say it, or pass."


def what_might_have_helped(role: str) -> str:
    """The fourth, about a line that was asked about; ``role`` is the one who heard it."""
    return f"What might have helped {role} here? {EITHER_MAY_PASS}"
