"""What each code of the table means for an author: why it is told, an example, how to mend it.

Data only. The codes themselves, with their severity, stand in ``codes.py``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """``example`` is what brings the problem about, as it stands in a file; ``mend`` the cure."""

    why: str
    example: str
    mend: str


_MADE_OF_LETTERS = "lower-case letters and figures, a letter first, parts joined by - or _"

EXPLANATIONS: dict[str, Explanation] = {
    # The file
    "cannot-read": Explanation(
        why="A file or folder that cannot be opened is left out; everything beside it is checked.",
        example="trainer check no-such-file.yaml",
        mend="Look at the name, and at who may read the file or folder (`ls -l`). A link must lead "
        "to a file, and a file must stay where it is while it is read.",
    ),
    "too-big": Explanation(
        why="Nobody plays a scenario of over 1 MiB, and one that large is most often another file.",
        example="a scenario with a picture pasted into it",
        mend="Split it: one moment, one scenario.",
    ),
    "not-utf8": Explanation(
        why="A file in another encoding would show some letters wrongly, and nobody would know.",
        example="a file saved as Latin-1 or UTF-16 by an older editor",
        mend="Save the file as UTF-8 (a byte-order mark is fine).",
    ),
    "empty-file": Explanation(
        why="A file without a word in it is no scenario; perhaps it was not saved.",
        example="# only a comment",
        mend="Write the scenario (`trainer new SKILL FILE` begins one), or delete the file.",
    ),
    "forbidden-character": Explanation(
        why="Control and escape characters can do things to a terminal, and bidirectional "
        "overrides can make a text read as other than it is.",
        example='say: "Fine.\\u001b[2J"',
        mend="Delete the character that the message names; it is often invisible.",
    ),
    "duplicate-id": Explanation(
        why="A scenario's id is its file's name, and `trainer play ID` must mean one of them.",
        example="home/late.yaml and work/late.yaml in one library",
        mend="Rename one of the files.",
    ),
    # YAML
    "yaml-syntax": Explanation(
        why="The text is not YAML from here on, so nothing after this place was read.",
        example='say: "I only wanted to',
        mend="Close the quote, bracket or brace, or put the indentation right: spaces only, things "
        "that belong together equally deep. Often the mistake is one line further up.",
    ),
    "trap-colon": Explanation(
        why="To YAML a colon and a space end a key, so plain text cannot hold them.",
        example="say: Here is the thing: I forgot.",
        mend='Put the text in quotes: say: "Here is the thing: I forgot." Where a key such as '
        "`choices:` was read as a part of the text above it, its line stands too far in, or the "
        "one above too far out: put the indentation right.",
    ),
    "trap-start": Explanation(
        why="To YAML some signs mean something at the start of a text: [ { * & \" ' @ ` % ! | > "
        "? - , #",
        example="say: [Puts the phone away.]",
        mend='Put the whole text in quotes: say: "[Puts the phone away.]"',
    ),
    "trap-space": Explanation(
        why="Without the space after its colon (or dash), YAML reads a key as part of a word.",
        example="marks: {ask:2}",
        mend="Write the space: marks: {ask: 2}",
    ),
    "trap-braces": Explanation(
        why="Inside {...} a comma, colon, bracket or question mark can end plain text.",
        example="- {robin: Well, you said seven, when: promised}",
        mend='Put the text in quotes: - {robin: "Well, you said seven", when: promised}',
    ),
    "trap-tab": Explanation(
        why="YAML does not take tabs for indentation: editors show them in different widths.",
        example="<tab>say: Hello.",
        mend="Indent with spaces.",
    ),
    "too-deep": Explanation(
        why="A scenario needs 7 levels; 32 are a slip or an attack.",
        example="say: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ ...",
        mend="Take out the brackets, or quote the text.",
    ),
    "several-documents": Explanation(
        why="A line of --- begins a new document, and a file is one scenario.",
        example="---",
        mend="Delete the line, or put what follows into a file of its own.",
    ),
    "alias": Explanation(
        why="YAML's aliases let one text stand in many places; they make files hard to read and "
        "can blow up, so the format has none. Mostly it was a text that starts with `*`.",
        example="say: *sigh",
        mend='Quote the text: say: "*sigh". Or write out what the alias stands for.',
    ),
    "anchor": Explanation(
        why="YAML's anchors are not part of the format. Mostly it was a text that starts with `&`.",
        example="say: &co say so",
        mend='Quote the text: say: "&co say so"',
    ),
    "tag": Explanation(
        why="YAML's tags are not part of the format. Mostly it was a text that starts with `!`.",
        example="say: !Stop it.",
        mend='Quote the text: say: "!Stop it."',
    ),
    "merge-key": Explanation(
        why="YAML's merge keys are not part of the format.",
        example="<<: {goto: end}",
        mend="Write the keys out.",
    ),
    "duplicate-key": Explanation(
        why="Of two keys of one name, one would be lost without a word.",
        example="goto: softer\ngoto: harder",
        mend="Keep one of the two, or rename one (two choices of a node need different ids).",
    ),
    # Shape
    "unknown-key": Explanation(
        why="A key that the format does not know would be ignored, and what it says with it.",
        example="sya: You're right.",
        mend="Write the key that the message names; all keys stand in the authoring guide.",
    ),
    "missing-key": Explanation(
        why="Play cannot do without it.",
        example="a choice without `why`",
        mend="Add the key, where the message points.",
    ),
    "wrong-type": Explanation(
        why="A list stands where a text is due, a text where a number is, and the like.",
        example="focus: acknowledge",
        mend="Write the kind of value that the message asks for: focus: [acknowledge]",
    ),
    "unquoted-text": Explanation(
        why="YAML reads 7, true and null as a number, a truth and nothing, not as words.",
        example="say: 7",
        mend='Put it in quotes: say: "7"',
    ),
    "out-of-range": Explanation(
        why="Levels go from 1 to 3, minutes from 1 to 60, meters from 0 to 10, effects from -10 to "
        "10; a mark is -2, -1, 1 or 2, and a choice has three at most.",
        example="marks: {acknowledge: 3}",
        mend="Write a number within the range; leave out a mark of 0.",
    ),
    "bad-id": Explanation(
        why=f"Ids are {_MADE_OF_LETTERS}; names in `state` have no -. `narration`, `when`, `true`, "
        "`false`, `and`, `or` and `not` are taken.",
        example="nodes:\n  Front Door: ...",
        mend="Write it so: front-door",
    ),
    "bad-brace": Explanation(
        why="In texts {sam} stands for a role's name, so that two people can play under their own.",
        example="say: Thank you, {samm}.",
        mend="Write the id of a role of this scenario, or {{ and }} where you mean braces.",
    ),
    "bad-expression": Explanation(
        why="A condition is `meter >= 5` (or == != < <= >), a flag's name, true or false, joined "
        "by and, or, not and parentheses; nothing else, and never Python.",
        example="when: safety + 1 > 4",
        mend="Write it with those parts: when: safety > 3",
    ),
    "one-way-on": Explanation(
        why="A node goes on in exactly one way, or nobody could say what comes next.",
        example="door:\n  goto: hall\n  ending: {...}",
        mend="Keep one of: `turn` with `choices`, `goto`, `ending`.",
    ),
    "not-a-scenario": Explanation(
        why="A scenario is a mapping of keys, from `title` to `nodes`.",
        example="- title: The late bowl",
        mend="Begin the keys at the left edge, without dashes. `trainer new` writes a whole one.",
    ),
    # Names
    "unknown-skill": Explanation(
        why="A scenario is listed under its skill.",
        example="skill: gentle-start",
        mend="Write the id of a skill in `skills.yaml`, of the program or of your own folder.",
    ),
    "unknown-principle": Explanation(
        why="Marks are scored against principles, and the coach says who holds them.",
        example="marks: {acknowlege: 2}",
        mend="Write the id of a principle in `principles.yaml`, of the program or of your folder.",
    ),
    "unknown-family": Explanation(
        why="Principles and skills name the families that they belong to.",
        example="families: [repairs]",
        mend="Write the id of a family in `principles.yaml`.",
    ),
    "unknown-role": Explanation(
        why="A turn, a seat and a meter belong to one of the two roles.",
        example="turn: robyn",
        mend="Write the id of one of the two `roles` (the id, not the name).",
    ),
    "unknown-speaker": Explanation(
        why="A line with a word and a colon is speech, and nobody here has that name.",
        example="- So: here we are.",
        mend='Write a role\'s id before the colon; quote narration: - "So: here we are."',
    ),
    "unknown-state": Explanation(
        why="A condition or effect can only use what `state` declares.",
        example="effects: {saftey: 1}",
        mend="Write the name as it stands in `state`, or declare it there.",
    ),
    "unknown-node": Explanation(
        why="A link to a node that is not there would end the talk in mid-air.",
        example="goto: sofer",
        mend="Write the id of a node, or write that node.",
    ),
    # The story
    "unreachable-node": Explanation(
        why="Nobody will ever see it, so it is a forgotten link or a left-over.",
        example="a node that no `goto` names",
        mend="Link to it, or delete it.",
    ),
    "no-choice": Explanation(
        why="There is a state, given by choices of both seats, in which the one who speaks has "
        "nothing to say: all of the choices' `when` fail there.",
        example="a: {when: safety >= 5, ...}\nb: {when: safety <= 3, ...}",
        mend="Give one choice no `when`.",
    ),
    "no-auto": Explanation(
        why="When one person plays, the other seat takes the first choice that exists and whose "
        "`auto` holds. Here there is a state in which none would.",
        example="a: {auto: safety >= 5, ...}\nb: {auto: safety <= 3, ...}",
        mend="Give the last choice no `auto` (and no `when`): it is then what is left.",
    ),
    "cycle": Explanation(
        why="Time only moves forward: the same moment in the same state could come round for ever.",
        example="a choice in `door` whose `goto` leads back to `door`",
        mend="Let it lead on to a new node, however alike.",
    ),
    "too-many-states": Explanation(
        why="Every state that choices can lead to is looked at, and over 100,000 are too many to "
        "promise anything about.",
        example="six meters, each changed by every choice",
        mend="Use fewer meters (one or two tell a couple's evening well), or change them less.",
    ),
    "walkthrough": Explanation(
        why="It is your own test: the choices of one seat, played alone, must come to the ending "
        "and the score that it names. Something has changed since it was written.",
        example="choices:\n  - a-choice-that-was-renamed",
        mend="Look at the step that the message names. If the story is right, change the "
        "walkthrough; if the walkthrough is right, mend the story.",
    ),
    # Warnings in the text
    "todo": Explanation(
        why="A text that begins with TODO is still to be written; `trainer new` leaves such "
        "places.",
        example="say: TODO the words that own it",
        mend="Write the text that a player shall read.",
    ),
    "trap-flow": Explanation(
        why="Some readers of YAML stop at a `?` in plain text inside {...}, others do not.",
        example="- {robin: Is it seven?, when: promised}",
        mend='Put the text in quotes: - {robin: "Is it seven?", when: promised}',
    ),
    "comment-after-text": Explanation(
        why="To YAML ` #` begins a comment, so the rest of the line is not part of the text.",
        example="say: I rang number #4",
        mend='Quote it: say: "I rang number #4". Put a real comment on a line of its own.',
    ),
    "cut-at-comma": Explanation(
        why="In a list in brackets a comma begins a new item, so one line became two.",
        example="lines: [Well, you came.]",
        mend='Write each line after a dash, and quote it: - "Well, you came."',
    ),
    "quoted-speaker": Explanation(
        why="With quotes around speaker and words the line is narration, and the name stands in "
        "it as written.",
        example='- "robin: You said seven."',
        mend='Quote the words only: - robin: "You said seven."',
    ),
    "nodes-not-last": Explanation(
        why="Home lists scenarios from what stands before `nodes`, without reading the rest.",
        example="nodes: ...\ntitle: The late bowl",
        mend="Move `nodes` to the end of the file.",
    ),
    "empty-text": Explanation(
        why="A player would see an empty place.",
        example='say: ""',
        mend='Write the text. A silence is a deed in brackets: "[No answer.]"',
    ),
    "odd-file-name": Explanation(
        why=f"The file's name is the scenario's id, and ids are {_MADE_OF_LETTERS}.",
        example="The Late Bowl.yaml",
        mend="Rename the file: the-late-bowl.yaml",
    ),
    "too-long": Explanation(
        why="People say 3 to 40 words at a time, and a small screen shows no more: `say` 200 "
        "characters, `title` 40, `premise` 600, any other text 400.",
        example="say: (half a page)",
        mend="Cut it. What matters most often stands in the last sentence.",
    ),
    # Warnings in the story
    "never-offered": Explanation(
        why="No state that play can reach lets this choice show, so nobody can take it.",
        example="when: safety >= 9   # and nothing ever brings it there",
        mend="Loosen the `when`, change the effects that lead here, or delete the choice.",
    ),
    "never-shown": Explanation(
        why="No state that play can reach lets this line show.",
        example="- {narration: The lamp is lit., when: false}",
        mend="Loosen the `when`, or delete the line.",
    ),
    "never-read": Explanation(
        why="A meter or flag that no `when` or `auto` reads changes nothing in the talk.",
        example="state:\n  tired: false   # and nothing asks for it",
        mend="Use it in a condition, or delete it and its effects.",
    ),
    "few-choices": Explanation(
        why="With two choices one guesses; a decision needs 3 for the seat of `play_as` and 2 for "
        "the other, also where some have a `when`.",
        example="two choices, one of them with a `when`",
        mend="Write another choice that a decent, tired person might take, or drop a `when`.",
    ),
    "weak-best": Explanation(
        why="There must be something to reach for: a best value of 2 or more for the seat of "
        "`play_as`, of 1 or more for the other.",
        example="marks: {listen: 1}   # and nothing better beside it",
        mend="Write a stronger line, or mark what the best one does.",
    ),
    "no-weak-choice": Explanation(
        why="Where every choice is good there is nothing to learn: one should be 0 or less.",
        example="three choices, all with positive marks only",
        mend="Write the line that tempts, as a decent, tired person would say it.",
    ),
    "read-alike": Explanation(
        why="Two choices with the same letters look like one.",
        example="say: I'm sorry.\nsay: I'm sorry!",
        mend="Let one of them say something else.",
    ),
    "uneven-length": Explanation(
        why="A choice over 2.5 times as long as another stands out, and length should tell "
        "nothing.",
        example='say: "Fine."   # beside a choice of 90 characters',
        mend="Lengthen the short one or cut the long one. All may be very short together.",
    ),
    "uneven-lengths": Explanation(
        why="In more than a third of the decisions the longest choice has over 1.8 times the "
        "characters of the shortest; over a whole scenario a length gives the key away.",
        example="best lines of 120 characters beside weak ones of 60",
        mend="Even out the choices, most of all where the longest is also the best.",
    ),
    "no-way-back": Explanation(
        why="No single choice dooms a conversation, short of the last: from each decision of the "
        "seat of `play_as`, played alone, one choice must still lead to `repaired` or `partly`.",
        example="a branch in which every ending is `apart`",
        mend="Give one choice there a way to a `partly` ending, or end the play earlier.",
    ),
    "no-repair": Explanation(
        why="A miss opens a chance to repair: one of the seat's next two decisions must offer a "
        "choice with a positive mark of the family `repair`, unless the play ends before.",
        example="after a choice marked -1: two decisions with `listen` and `ask` only",
        mend="Offer one: a line that owns the miss (`acknowledge`), names its cost (`impact`), "
        "reaches back unasked (`mend-early`) ...",
    ),
    "few-endings": Explanation(
        why="A talk that can only end one way teaches nothing about choosing: there are 3 endings "
        "or more, and `repaired`, `partly` and `apart` each at least once.",
        example="two endings, both `repaired`",
        mend="Write the ending of the kind that the message names, and a way to it.",
    ),
    "short-path": Explanation(
        why="On every path the seat of `play_as` decides 4 times or more and the other twice, or "
        "there is no time for a miss and its repair.",
        example="a choice in the second decision that leads straight to an ending",
        mend="Put decisions on the short path, or let it join the longer one.",
    ),
    "focus-not-offered": Explanation(
        why="What the scenario says it practises (`focus`) must be on offer on every path.",
        example="focus: [patience]   # and one branch never offers it",
        mend="Mark a choice with it on the path that lacks it, or take it out of `focus`.",
    ),
    "pause-not-best": Explanation(
        why="A full time-out (`pause: 2`) is a skill where it runs hot; where it is not among the "
        "best of its decision it teaches that taking a break is wrong.",
        example="marks: {pause: 2}   # beside a choice of value 3",
        mend="Make the mark 1, or let the best of that decision be worth no more.",
    ),
    # Warnings over a library
    "not-practised": Explanation(
        why="A skill's families say what it teaches; each of their principles must be on offer in "
        "one of its scenarios.",
        example="families: [repair]   # and no scenario of the skill offers `patience`",
        mend="Mark a choice with the principle where a line does it, or write a scenario on it.",
    ),
    "guessable": Explanation(
        why="Naive players never read the situation: they take the first, the longest, the one "
        "with `sorry` ... None may be more than 10 points above chance over a library, or the key "
        "can be guessed. Their figures are exact, and `trainer playtest FOLDER` shows them all.",
        example="the longest choice is the best in nearly every decision",
        mend="Begin with the decisions that the message names: move the best line to another "
        "place, or give a weak one the look that tells (its length, its `sorry`, its `I`).",
    ),
    "appeasing": Explanation(
        why="Agreeing, apologising or forgiving only to end it must not pay: whoever always takes "
        "a choice marked against `honest-limit` must do worse than chance.",
        example="marks: {receive: 2, honest-limit: -1}",
        mend="Mark such a line `honest-limit: -2`, which keeps its value below 0.",
    ),
}
