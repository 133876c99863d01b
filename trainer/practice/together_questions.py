"""What two people are asked in a talk and after it, in the app and in plain mode alike.

A sentence that speaks to one of the two begins with their name. No number is in any, and none sums
anything up.
"""

from __future__ import annotations

# Listen first

ABOUT_SAYING_BACK = "The sense of it, in your own words. Your answer comes after."
EACH_IS_GOOD = "Each of these answers is a good one."
#: Whether that was it: ids and words.
WAS_IT = {"yes": "Yes", "partly": "Partly", "not-yet": "Not yet"}
JUST_THE_PIECE = "Just the missing piece."
THEN_IT_GOES_ON = "Then the story goes on."


def say_back(listener: str, speaker: str) -> str:
    """The one who has heard a line says it back."""
    return f"{listener}, say back to {speaker} what you heard."


def was_that_it(speaker: str) -> str:
    """The one who said it answers with one of WAS_IT."""
    return f"{speaker}, was that it?"


def what_is_missing(speaker: str) -> str:
    """After a *not yet*."""
    return f"{speaker}, what is still missing? One sentence."


def once_more(listener: str) -> str:
    """The one try that follows."""
    return f"{listener}, once more, with that in it."


# Guesses

ABOUT_A_GUESS = "Your guess is yours. Nobody counts them."
NO_GUESS = "No guess"
ABOUT_ASKING_ONE = "The one you are curious about. The others stay yours."
#: What was expected, and what it was.
I_EXPECTED, IT_WAS, SO_IT_WAS = "I expected", "it was", "and so it was"
NONE_OF_THEM = "None of them"
JUST_LISTEN = "Then just listen: there was a reason."


def what_will_be_said(other: str) -> str:
    """Asked of a guesser; ``other`` is shown as in the talk."""
    return f"What do you think {other} will say now?"


def pick_a_guess(other: str) -> str:
    """Asked of a guesser once it is over."""
    return f"Pick one of your guesses, and ask {other} about it."


# The debrief, in its order

EITHER_MAY_PASS = "Either may pass."
UNLIKE_YOU = "Each of you, aloud: one thing unlike you in that role?"
#: The same where they went by their own names.
UNLIKE_YOU_IN_THAT_TALK = "Each of you, aloud: one thing in that talk that was unlike you?"
ABOUT_UNLIKE_YOU = "A word, a tone, a wish: anything. Whoever listens need not answer."
ABOUT_WHAT_LANDED = "One that reached you, however small. Or pass."
ABOUT_THE_STORY = f"{EITHER_MAY_PASS} It is about the story, and any guess will do."
WHAT_THE_TRAINER_THINKS = "what the trainer thinks"
FRIEND = (
    "Silently, for three minutes: describe the scene to yourselves as a friend would see it, one "
    "who wishes both of you well."
)
ABOUT_THE_SILENCE = (
    "What you think stays yours: nobody has to tell. It may be shorter, if you both like."
)


def yourselves_again(one: str, other: str) -> str:
    """The beginning of it."""
    return f"You are {one} and {other} again."


def was(name: str, role: str) -> str:
    """Who somebody was in the talk."""
    return f"{name} was {role}"


def which_landed(hearer: str, other: str) -> str:
    """Asked of the one who heard the lines."""
    return f"{hearer}, which line of {other}'s landed with you?"


def it_landed(hearer: str) -> str:
    """What stands above a line that was picked so."""
    return f"This one landed with {hearer}."


def what_was_marked(hearer: str) -> str:
    """What stands over the marks of a line."""
    return f"what {hearer} marked"


def say_what_it_did(hearer: str, speaker: str) -> str:
    """What stands under it."""
    return f"{hearer}, say in a sentence what it did. {speaker}, just hear it."


def which_to_ask_about(player: str) -> str:
    """Each may choose a line of their own."""
    return f"{player}, is there a line of your own that you want to ask about?"


def about_asking(other: str) -> str:
    """What comes of that."""
    return (
        f"You will both see what the trainer thinks of it, beside how it landed with {other}. "
        "It is yours to choose, and none is as good an answer."
    )


def ask_how_it_was(asker: str, hearer: str, role: str | None) -> str:
    """The one who asks about a line; ``role`` is who heard it in the talk, if not by that name."""
    as_whom = f", as {role}" if role else ""
    return f"{asker}, ask {hearer}: “How was that one for you{as_whom}?”"


def how_it_landed_with(hearer: str) -> str:
    """What stands over one view of a line; over the other stands WHAT_THE_TRAINER_THINKS."""
    return f"how it landed with {hearer}"


def has_heard(hearer: str) -> str:
    """Under two views of a line: which of them counts."""
    return f"The trainer has only read it. {hearer} has heard it."


def what_might_have_helped(whom: str) -> str:
    """About a line that was asked about; ``whom`` is the one who heard it."""
    return f"What might have helped {whom} here?"


# The other side

SWAP = "Swap seats? The same story, from the other side."
ABOUT_GUESSES = (
    "A few times, before one of you chooses, the other guesses alone what it will be. At the end "
    "each may ask about one of their guesses."
)
SWAP_SEATS, LEAVE_IT_AT_THAT = "Swap seats", "Leave it at that"
