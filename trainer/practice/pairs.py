"""For each principle one moment said weakly and well: what a decent, tired person says, and more.

The moments are none of the scenarios', so that they give nothing away.
"""

from __future__ import annotations

from trainer.scenario.record import record


@record
class Pair:
    """A moment, a line that goes against a principle in it, and one that shows it."""

    when: str
    weak: str
    strong: str


PAIRS: dict[str, Pair] = {
    "acknowledge": Pair(
        "You forgot to water their seedlings while they were away.",
        "It was so hot this week, nothing would have made it.",
        "I forgot them from Tuesday on. You asked me, and I said yes.",
    ),
    "impact": Pair(
        "You read out their text to a friend, and they heard it.",
        "I feel awful. I never know when to stop.",
        "You stood there and heard your own words in my voice. That must have burned.",
    ),
    "apologise": Pair(
        "You took the last of their father's marmalade.",
        "I'm sorry if that jar was special, but it stood right there.",
        "I'm sorry I finished that jar. I knew whose it was.",
    ),
    "act-differently": Pair(
        "For the second time you came to bed at two and woke them.",
        "I'll try to be better about it, I really will.",
        "When it gets past twelve, I'll sleep on the sofa. Starting tonight.",
    ),
    "non-defensive": Pair(
        "“You were on the phone all through the school play.”",
        "And who came late to the last one? I was there, wasn't I?",
        "You looked over, and I wasn't with you. Tell me what it was like.",
    ),
    "patience": Pair(
        "You have said sorry for the shouting. They are still quiet.",
        "I've said sorry twice now. Can we have our evening back?",
        "Take the time it takes. I'm in the next room, and I'm not cross.",
    ),
    "mend-early": Pair(
        "You rolled your eyes when they told that story again.",
        "So, what shall we watch?",
        "Just now, when I rolled my eyes: that was unkind. Tell me the end?",
    ),
    "receive": Pair(
        "“I'm sorry I called your work a hobby.”",
        "Oh, now it's work, is it? Good to know.",
        "That's good to hear. I'm still sore about it, and I'd like you to know that.",
    ),
    "notice": Pair(
        "They put the shopping away without a word, which is not like them.",
        "Did they have the oat milk?",
        "You've gone quiet since you came in. Did something happen?",
    ),
    "listen": Pair(
        "“I don't know whether I want to go back there at all.”",
        "You'd be bored at home. I know you.",
        "Not at all, maybe. What would you miss, and what wouldn't you?",
    ),
    "validate": Pair(
        "They are in tears over a scratch on a bicycle. You'd just sand it.",
        "It's a scratch. You can hardly see it from here.",
        "You saved two years for it, and had it nine days. I'd cry as well.",
    ),
    "stay-with": Pair(
        "Their best friend is moving abroad.",
        "You can call every day! And think of the holidays.",
        "Oh no. Come here. Do you want ideas, or just me for a bit?",
    ),
    "pause": Pair(
        "It's loud, and you hear your own heart.",
        "I can't do this. [Takes the jacket, and the door shuts.]",
        "It's too much to hear you well. Half an hour round the block, then I'm back here.",
    ),
    "generosity": Pair(
        "They walked past your parents at the market.",
        "You cut them dead. That's what you think of my family.",
        "You went by my parents this morning. I guess you didn't see them. Is that right?",
    ),
    "soften": Pair(
        "The bins are out on the wrong day again.",
        "You never once look at that calendar, do you?",
        "Have you five minutes? The bins went out on the wrong day, and I carried them back.",
    ),
    "own-side": Pair(
        "They laughed with a colleague on the phone for an hour.",
        "You're a different person with other people.",
        "I heard you laugh so long, and I felt left out. Some of that is old, from home.",
    ),
    "ask": Pair(
        "You want to be greeted when you come home.",
        "Some people say hello when the door opens.",
        "When I come in, would you come to the door for a moment? You can say no.",
    ),
    "honest-limit": Pair(
        "They want you to host all twelve at New Year.",
        "Sure. Fine. If that makes everybody happy.",
        "Twelve is too much for me this year. I'd gladly do six.",
    ),
    "transparency": Pair(
        "You've been asked whether you'd move for the job.",
        "Work? All the same as ever.",
        "They asked me today whether I'd move. I said nothing yet. I want you to know first.",
    ),
    "follow-through": Pair(
        "You said that you'd book the doctor by noon. It is past eleven, and nobody answers.",
        "[Puts the phone away. It may not come up.]",
        "I said by noon, and nobody answers. I'll try again at two and write to you.",
    ),
    "protect": Pair(
        "Your brother asks why they were crying on Sunday.",
        "Oh, you know. It's the sister again.",
        "That isn't mine to tell. They can, if they want to.",
    ),
    "appreciate": Pair(
        "They fixed the gate that has stuck since spring.",
        "Nice. Now the shed.",
        "The gate! One push. You did that after a whole day's work.",
    ),
    "think-us": Pair(
        "You have been offered the Saturday shift.",
        "I've taken Saturdays, by the way. More money.",
        "They offer me Saturdays. Those are our mornings, so I asked for time. Two a month, maybe?",
    ),
}
