"""A broken example for every code: what is told, at which line and column, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import BASE, NAME, Broken, broken, changed, codes, from_nodes, marked, problems

from trainer.scenario.checking import check
from trainer.scenario.codes import CODES
from trainer.scenario.problems import Problem, strictly

FORM = re.compile(r"(?P<file>.*):(?P<line>\d+):(?P<column>\d+): (error|warning)\[[a-z0-9-]+\]: \S")
ANY = frozenset({"any"})


@dataclass(frozen=True)
class Case:
    """``mend`` is the part of the message that says how to mend it; ``also`` what comes along."""

    code: str
    broken: Broken
    mend: str
    also: frozenset[str] = frozenset()


def case(code: str, mend: str, *changes: tuple[str, str], also: str = "") -> Case:
    """An example that is BASE with some changes; ``also`` are codes, or ``any``."""
    return Case(code, broken(*changes), mend, frozenset(also.split()))


OWN_IT = "say: I said seven, and you sat here with no word."
BOWL = "- A bowl is turned over a plate."
TRAIN_MARKS = "marks: {non-defensive: -1}"
WARM = "auto: warmth > 3"
ACT = "why: Names the act."
SAM_BRIEF = "    brief: You lost the time, and you hope it can stay small.\n"
ROBIN_TURN = "    turn: robin\n    choices:\n      thanks:"
NEAR = "    ending:\n      kind: repaired"

SYNTAX = [
    case("yaml-syntax", 'write `say: "I said."`', (OWN_IT, 'say: ¶"I said.')),
    case("yaml-syntax", 'write `- "I said"`', (BOWL, '- ¶"I said')),
    # This quote ends at the next one, which stands two lines further down.
    case("yaml-syntax", 'write `say: "So."`', (OWN_IT, 'say: ¶"So.'), (ACT, 'why: "The act."')),
    case("yaml-syntax", "write `marks: {patience: -1}`", ("{patience: -1}", "¶{patience: -1")),
    case("yaml-syntax", "write `key: text`", (OWN_IT, OWN_IT + "\n        ¶and so on")),
    case("yaml-syntax", "look for an indentation", ("    goto: door", "     ¶goto: door")),
    case("yaml-syntax", 'write `say: "I rang #4 so"`', (OWN_IT, "say: ¶I rang #4\n          so")),
    case("trap-colon", 'write `say: "I said: seven"`', (OWN_IT, "say: ¶I said: seven")),
    case("trap-colon", 'write `- "a: b"`', ("- a missed supper", "- ¶a: b")),
    case("trap-start", 'write `say: "[You go.] So."`', (OWN_IT, "say: ¶[You go.] So.")),
    case("trap-start", 'write `say: "[You go.]"`', (OWN_IT, "say: ¶[You go.]")),
    case("trap-start", """write `say: '"No" is no.'`""", (OWN_IT, 'say: ¶"No" is no.')),
    case("trap-space", "write `level: 1`", ("level: 1", "¶level:1")),
    case("trap-space", "write `marks: {patience: -1}`", ("{patience: -1}", "{¶patience:-1}")),
    case("trap-space", "write `effects: {warmth: 2}`", ("{warmth: 2}", "{¶warmth:2}")),
    case("trap-space", "start: 5}`", ("start: 5}", "¶start:5}")),
    case("trap-space", "`patience: -1`", ("{patience: -1}", "\n          ¶patience:-1")),
    case("trap-space", "write `- {robin: Ah.}`", (BOWL, "- {¶robin:Ah.}")),
    case("trap-braces", 'write `- {robin: "Oh {sam}."}`', (BOWL, "- ¶{robin: Oh {sam}.}")),
    case("trap-braces", "quote the texts", ("{of: robin, start: 5}", "¶{of: robin, start: 5 {}}")),
    case("trap-tab", "write `goto: door`", ("    goto: door", "¶\tgoto: door")),
    case("too-deep", "flatten it", ("- none at all", "- " + "[" * 30 + "¶[]" + "]" * 30)),
    Case("several-documents", marked(BASE + "¶---\nformat: 1\n"), "keep one"),
    case("alias", 'quote it: `say: "*sigh"`', (OWN_IT, "say: ¶*sigh")),
    case("alias", 'quote it: `- {robin: "*sigh"}`', (BOWL, "- {robin: ¶*sigh}")),
    case("anchor", 'quote it: `say: "&co say so"`', (OWN_IT, "say: ¶&co say so")),
    case("anchor", "write it out", ("  last:\n", "  last: ¶&last\n")),
    case("tag", 'quote it: `say: "!so it is"`', (OWN_IT, "say: ¶!so it is")),
    case("tag", 'quote it: `say: "! so"`', (OWN_IT, "say: ¶! so")),
    case("tag", "write it out", ("  last:\n", "  last: ¶!!map\n")),
    case("merge-key", "write it out", ("level: 1", "level: 1\n¶<<: {a: 1}"), also="unknown-key"),
    case("duplicate-key", "keep one of the two", ("minutes: 5", "minutes: 5\n¶level: 2")),
    case("duplicate-key", "(first in line 152)", ("  end-dark:\n", "  ¶end-table:\n"), also="any"),
]

SHAPE = [
    case("unknown-key", "did you mean `minutes`?", ("minutes: 5", "minutes: 5\n¶minuts: 5")),
    case("unknown-key", "it may have: name, brief", ("name: Sam", "name: Sam\n    ¶zodiac: x")),
    case("unknown-key", "did you mean `auto`?", (WARM, WARM + "\n        ¶autos: x")),
    case("unknown-key", "it may have: lines", ("  hall:\n", "  hall:\n    ¶xyz: 1\n")),
    case("missing-key", "add it", ("title: The late bowl\n", ""), ("format: 1", "¶format: 1")),
    case("missing-key", "the key `why`; add it", (ACT + "\n        ", ""), ("sorry:", "¶sorry:")),
    case("missing-key", "the key `brief`; add it", (SAM_BRIEF, ""), ("  sam:\n", "  ¶sam:\n")),
    case("missing-key", "the key `start`", (", start: 5", ""), ("  warmth: {", "  ¶warmth: {")),
    case(
        "missing-key",
        "the key `reflection`; add it",
        ("      reflection: What had it cost?\n", ""),
        (NEAR, NEAR.replace("ending", "¶ending")),
    ),
    case("missing-key", "the key `turn`", (ROBIN_TURN, ROBIN_TURN[16:]), ("  reply:", "  ¶reply:")),
    case("wrong-type", "whole number from 1 to 3", ("level: 1", "level: ¶easy")),
    case("wrong-type", "whole number from 1 to 60", ("minutes: 5", "minutes: ¶5.0")),
    case("wrong-type", "must be a list", ("[acknowledge]", "¶acknowledge")),
    case("wrong-type", "at least one principle", ("[acknowledge]", "¶[]")),
    case("wrong-type", "exactly two", ("roles:\n", "roles:\n  ¶kim:\n    name: K\n    brief: B\n")),
    case("wrong-type", "`true` or `false`", ("promised: false", "promised: ¶no")),
    case("wrong-type", "an expression such as", (WARM, "auto: ¶5")),
    case("wrong-type", "`true` or `false`", ("{promised: true}", "{promised: ¶1}")),
    case("wrong-type", "whole number from -10 to 10", ("{warmth: 2}", "{warmth: ¶true}")),
    case("wrong-type", "did you mean `partly`?", ("kind: partly", "kind: ¶party")),
    case("wrong-type", "one speaker", (BOWL, "- ¶robin: Ah.\n        sam: Oh.")),
    case("wrong-type", "one speaker", (BOWL, "- ¶when: promised")),
    case("wrong-type", "single word", ("minutes: 5", "minutes: 5\n? ¶[a]\n: b"), also="unknown-key"),
    case("wrong-type", "mapping of keys", ("name: Robin\n", "name: R\n"), ("  hall:\n", "  hall: ¶7\n  pan:\n"), also="any"),
    case("wrong-type", "must be a text", (ACT, "why:\n          ¶- a\n          - b")),
    case("unquoted-text", 'quote it: "7"', (OWN_IT, "say: ¶7")),
    case("unquoted-text", 'quote it: "true"', (BOWL, "- ¶true")),
    case("unquoted-text", 'quote it: "~"', ("author: Nobody", "author: ¶~")),
    case("unquoted-text", 'write `say: "#4 was me"`', (OWN_IT, "say:¶ #4 was me")),
    case("unquoted-text", "write it", (OWN_IT, "say:¶")),
    case("out-of-range", "from 1 to 3", ("level: 1", "level: ¶4")),
    case("out-of-range", "from 1 to 60", ("minutes: 5", "minutes: ¶61")),
    case("out-of-range", "from 1 to 1", ("format: 1", "format: ¶2")),
    case("out-of-range", "leave it out", (TRAIN_MARKS, "marks: {non-defensive: ¶0}")),
    case("out-of-range", "from -2 to 2", (TRAIN_MARKS, "marks: {non-defensive: ¶-3}")),
    case("out-of-range", "from -10 to 10", ("{warmth: 2}", "{warmth: ¶11}")),
    case("out-of-range", "from 0 to 10", ("start: 5}", "start: ¶11}")),
    case("out-of-range", "at most three", (TRAIN_MARKS, "marks: ¶{ask: -1, pause: 1, listen: 1, receive: 1}")),
    case("bad-id", "lower-case", ("      joke:", "      ¶Joke:")),
    case("bad-id", "lower-case", ("      joke:", "      ¶the joke:")),
    case("bad-id", "joined by - or _", ("      joke:", "      ¶joke-:")),
    case("bad-id", "a letter first", ("      joke:", "      ¶1joke:")),
    case("bad-id", "this word is taken", ("      joke:", "      ¶when:")),
    case("bad-id", "with _", ("  promised: false", "  promised: false\n  ¶is-ok: true")),
    case("bad-brace", "{{ and }}", (OWN_IT, "say: ¶I said {seven}.")),
    case("bad-brace", "one of {sam}, {robin}", (OWN_IT, "say: ¶I said } seven.")),
    case("bad-brace", "{{ and }}", ("name: Sam", "name: ¶Sam {robin}")),
    case("bad-expression", "`warmth >= 5`", (WARM, "auto: ¶warmth")),
    case("bad-expression", "write `promised`", ("auto: promised", "auto: not ¶promised > 1")),
    case("bad-expression", "only `and`", (WARM, "auto: warmth > 3 ¶+ 1")),
    case("bad-expression", "with `and`", (WARM, "auto: warmth > 3 ¶< 5")),
    case("bad-expression", "never closed", (WARM, "auto: ¶(warmth > 3")),
    case("bad-expression", "whole number", (WARM, "auto: warmth > ¶promised")),
    case("bad-expression", "stops too early", (WARM, "auto: warmth > 3 and¶")),
    case("one-way-on", "exactly one of", ("  hall:\n", "  ¶hall:\n"), ("    goto: door\n", ""), also="unreachable-node"),
    case("one-way-on", "it has goto and ending", ("  end-near:\n", "  ¶end-near:\n    goto: end-table\n")),
    case("one-way-on", "need a `turn`", ("    goto: door\n", "    goto: door\n    ¶choices: {}\n")),
    Case("not-a-scenario", marked("¶- a\n- b\n"), "a mapping of keys"),
    Case("not-a-scenario", marked("\n¶hello\n"), "a mapping of keys"),
]

NAMES = [
    case("unknown-skill", "did you mean `gentle-startup`?", ("responding-to-a-rupture", "¶gentle-start")),
    case("unknown-principle", "did you mean `acknowledge`?", ("[acknowledge]", "[¶acknowlege]")),
    case("unknown-principle", "did you mean `validate`?", ("{validate: 2}", "{¶valdate: 2}")),
    case("unknown-role", "did you mean `robin`?", (ROBIN_TURN, ROBIN_TURN.replace("robin", "¶robn"))),
    case("unknown-role", "there are: sam, robin", ("play_as: sam", "play_as: ¶zoe")),
    case("unknown-role", "there are: sam, robin", ("{of: robin", "{of: ¶zoe")),
    case("unknown-speaker", 'write `- "So: here we are"`', (BOWL, "- ¶So: here we are")),
    case("unknown-speaker", "did you mean `robin`?", (BOWL, "- ¶robn: here we are")),
    case("unknown-speaker", 'write `- {robin: "Yes, I do"}`', (BOWL, "- {robin: Yes, ¶I do}")),
    case("unknown-state", "did you mean `warmth`?", (WARM, "auto: not ¶warmt > 3")),
    case("unknown-state", "did you mean `promised`?", ("{promised: true}", "{¶promisd: true}")),
    case("unknown-node", "did you mean `hall`?", ("start: hall", "start: ¶hal")),
    case("unknown-node", "did you mean `end-dark`?", ("goto: end-dark", "goto: ¶enddark"), also="unreachable-node"),
]

STORY = [
    case("unreachable-node", "link to it or delete it", ("nodes:\n", "nodes:\n  ¶attic:\n    goto: hall\n")),
    case("no-choice", "give one choice no `when`", ("  reply:\n", "  ¶reply:\n"), ("auto: warmth >= 5", "when: warmth >= 5"), ("        why: Truthful about time.\n", "        why: Truthful about time.\n        when: warmth > 7\n")),
    case("no-choice", "in `hall` when warmth 5, promised false", ("  hall:\n", "  ¶hall:\n"), ("    goto: door\n", "    turn: sam\n    choices: {}\n"), also="unreachable-node"),
    case("no-auto", "give the last choice no `auto`", ("  reply:\n", "  ¶reply:\n"), ("        why: Truthful about time.\n", "        why: Truthful about time.\n        auto: warmth > 5\n")),
    # The seat that a solo player takes is scripted too, where the other one is played.
    case("no-auto", "a scripted `sam`", ("  stove:\n", "  ¶stove:\n"), *((f"{say}\n", f"{say}\n        auto: warmth > 7\n") for say in ("say: What was it like to sit here alone?", "say: I will sit with you for a little while.", "say: I will put the bowl on the stove now."))),
    case("cycle", "let the story only move forward", ("  door:\n", "  ¶door:\n"), ("why: Lets the words in.\n        auto: warmth >= 5\n        goto: table", "why: Lets the words in.\n        auto: warmth >= 5\n        goto: door")),
    case("walkthrough", "not offered", ("sources:\n", "walkthroughs:\n  - name: one\n    seat: sam\n    choices: [own-it, ¶pres]\nsources:\n")),
]

TEXT_WARNINGS = [
    case("todo", "write it", (OWN_IT, "say: ¶TODO say that you said seven, with no word.")),
    case("trap-flow", 'write `- {robin: "So?"}`', (BOWL, "- {robin: ¶So?}")),
    case("comment-after-text", 'write `- "I rang #4"`', (BOWL, "- ¶I rang #4")),
    case("comment-after-text", 'write `- robin: "I rang #4"`', (BOWL, "- robin: ¶I rang #4")),
    case("cut-at-comma", 'write `- "Seven, at last."`', ("lines:\n      - The key turns in the lock.", "lines: [Seven, ¶at last.]")),
    case("cut-at-comma", 'write `- robin: "Yes, I do"`', ("lines:\n      - The key turns in the lock.", "lines: [robin: Yes, ¶I do]")),
    case("quoted-speaker", 'write `- robin: "Ah."`', (BOWL, '- ¶"robin: Ah."')),
    case("quoted-speaker", 'write `- robin: "Ah."`', (BOWL, "- ¶robin:Ah.")),
    Case("nodes-not-last", marked(changed(("nodes:\n", "¶nodes:\n"), ("start: hall\n", "")) + "start: hall\n"), "move `nodes`"),
    case("empty-text", "write it", (BOWL, '- ¶" "')),
    case("too-long", "200 at most", (OWN_IT, "say: ¶" + "abcd " * 41), also="uneven-length"),
    case("too-long", "40 at most", ("The late bowl", "¶" + "The late bowl " * 3)),
    case("too-long", "40 at most", ("Near again", "¶" + "Near again " * 4)),
    case("too-long", "600 at most", ("Seven has come", "¶" + "Seven has come " * 41)),
    case("too-long", "400 at most", (ACT, "why: ¶" + "The act. " * 45)),
]

SAME_SAY = "say: Next time I will call you before six."
STORY_WARNINGS = [
    case("never-offered", "mend the condition or delete it", (BOWL, BOWL), ("      joke:\n", "      ¶joke:\n        when: false\n"), also="few-choices"),
    case("never-shown", "mend its `when` or delete it", (BOWL, "- ¶narration: A bowl.\n        when: promised")),
    case("never-read", "use it in a `when` or `auto`, or delete it", ("  promised: false\n", "  promised: false\n  ¶other: true\n")),
    case("few-choices", "offer 3 or more", ("  last:\n", "  ¶last:\n"), ("say: I am glad that you tell me this now.\n", "say: I am glad that you tell me this now.\n        when: true\n"), ("say: Shall we eat before it is all cold?\n", "say: Shall we eat before it is all cold?\n        when: warmth > 9\n"), also="never-offered"),
    case("weak-best", "2 or more", ("  last:\n", "  ¶last:\n"), ("{validate: 2}", "{validate: 1}")),
    case("weak-best", "1 or more", ("  answer:\n", "  ¶answer:\n"), ("{own-side: 1}", "{}")),
    case("no-weak-choice", "value 0 or less", ("  stove:\n", "  ¶stove:\n"), ("        marks: {}\n        why: Kind, and", "        marks: {ask: 1}\n        why: Kind, and")),
    case("read-alike", "say something else", ("say: Can we just eat now, if it is fine?", "say: next time: I will CALL you before six"), ("      press:", "      ¶press:")) if False else
    case("read-alike", "say something else", ("say: Can we just eat now, if it is fine?", "say: next time, I will CALL you before six"), ("      press:", "      ¶press:")),
    case("uneven-length", "even them out", ("  last:\n", "  ¶last:\n"), ("say: I am off to bed, the day was long.", "say: Good night.")),
    case("uneven-lengths", "a third at most", ("  door:\n", "  ¶door:\n"), (OWN_IT, "say: I said seven, and I see it."), ("say: Is it seven in some other country by now?", "say: Is it seven now?"), also="any"),
    case("no-way-back", "a way to repaired or partly", ("  last:\n", "  ¶last:\n"), ("goto: end-near", "goto: end-dark"), ("goto: end-table", "goto: end-dark"), ("nodes:\n", "nodes:\n"), also="any"),
    case("few-endings", "one of each kind", ("  hall:\n", "  ¶hall:\n"), ("kind: apart", "kind: partly")),
    case("short-path", "4 or more, please", ("  hall:\n", "  ¶hall:\n"), ("goto: end-near", "goto: end-near"), ("    goto: door\n", "    goto: table\n"), also="any"),
    case("focus-not-offered", "there is a path", ("  hall:\n", "  ¶hall:\n"), ("[acknowledge]", "[acknowledge, pause]")),
    case("pause-not-best", "among the best, or the mark be 1", ("      joke:\n", "      ¶joke:\n"), ("        marks: {}\n        why: Light, where", "        marks: {pause: 2, ask: -1}\n        why: Light, where")),
]
