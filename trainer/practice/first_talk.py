"""The talk of the first play: two lines, to find the keys by. It belongs to no library."""

from __future__ import annotations

from trainer.scenario.model import Choice, Ending, Line, Node, Role, Scenario

_WARM = Ending("repaired", "A turned chair", "Who could you tell about a call you didn't make?")
_HALF = Ending("partly", "Still in a coat", "What would you have liked to hear on day three?")

FIRST_TALK = Scenario(
    id="first-talk",
    path="",
    title="The cold kitchen",
    premise="You said that you would ring about the heating, and you didn't.",
    skill="the keys",
    level=1,
    minutes=2,
    focus=("acknowledge",),
    roles={
        "kim": Role("kim", "Kim", "You forgot, and it was a full day."),
        "robin": Role("robin", "Robin", "You have been cold for three evenings."),
    },
    play_as="kim",
    start="kitchen",
    nodes={
        "kitchen": Node(
            "kitchen",
            lines=(
                Line("Seven in the evening. {robin} stands at the stove in a coat."),
                Line("You said you'd ring today. About the heating.", "robin"),
            ),
            turn="kim",
            choices=(
                Choice(
                    "own",
                    "I said it, and I didn't ring. And you stand here in your coat.",
                    {"acknowledge": 2, "impact": 1},
                    "It says what you did before any reason, and what it cost.",
                    "evening",
                    (Line("{robin} turns the gas down, and turns round."),),
                    value=3,
                ),
                Choice(
                    "busy",
                    "I know, but it was one call after the other. I hadn't a minute.",
                    {"non-defensive": -1},
                    "It was a full day, and you want that seen. A reason that comes first sounds "
                    "like an excuse. When you did it, say so before you say why.",
                    "evening",
                    (Line("{robin} stirs on, a little faster."),),
                    value=-1,
                ),
            ),
        ),
        "evening": Node(
            "evening",
            lines=(Line("It's the third evening like this.", "robin"),),
            turn="kim",
            choices=(
                Choice(
                    "change",
                    "I'll ring at eight tomorrow, before my first call, and text you at once.",
                    {"act-differently": 2},
                    "One small thing, with an hour to it, that can be kept.",
                    "warm",
                    (Line("Good. Eight.", "robin"),),
                    value=2,
                ),
                Choice(
                    "hear",
                    "Three evenings. I'd be fed up as well. Take my chair, it's by the oven.",
                    {"validate": 2, "stay-with": 1},
                    "It makes sense of being fed up, and stays near.",
                    "warm",
                    (Line("{robin} sits down, coat and all."),),
                    value=3,
                ),
                Choice(
                    "vague",
                    "I'll try to think of it this week.",
                    {"act-differently": -1},
                    "It is meant kindly, and nobody can hold on to it. When you promise a change, "
                    "make it one small thing that you can keep.",
                    "half",
                    (Line("Mm.", "robin"),),
                    value=-1,
                ),
            ),
        ),
        "warm": Node("warm", ending=_WARM),
        "half": Node("half", ending=_HALF),
    },
)
