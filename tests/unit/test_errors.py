"""A broken example for every code: what is told, at which line and column, and how to mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from building import (
    BASE,
    Broken,
    broken,
    changed,
    choice,
    codes,
    from_nodes,
    growing,
    marked,
    problems,
    written,
)

from trainer.scenario.checking import check
from trainer.scenario.codes import CODES
from trainer.scenario.problems import Problem, strictly

FORM = re.compile(r"(?P<file>.*):(?P<line>\d+):(?P<column>\d+): (error|warning)\[[a-z0-9-]+\]: \S")


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
LOCK = "lines:\n      - The key turns in the lock."
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
    case("duplicate-key", "(first in line 148)", ("  end-dark:\n", "  ¶end-table:\n"), also="any"),
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
    case("wrong-type", "put `- ` before each", (LOCK, "lines:\n      ¶robin: The key turns.")),
    case("wrong-type", "put `- ` before it", (LOCK, "lines: ¶The key turns in the lock.")),
    case("wrong-type", "at least one principle", ("[acknowledge]", "¶[]")),
    case("wrong-type", "exactly two", ("roles:\n", "roles:\n  ¶kim:\n    name: K\n    brief: B\n")),
    case("wrong-type", "`true` or `false`", ("promised: false", "promised: ¶no")),
    case("wrong-type", "an expression such as", (WARM, "auto: ¶5")),
    case("wrong-type", "`true` or `false`", ("{promised: true}", "{promised: ¶1}")),
    case("wrong-type", "whole number from -10 to 10", ("{warmth: 2}", "{warmth: ¶true}")),
    case("wrong-type", "did you mean `partly`?", ("kind: partly", "kind: ¶party")),
    case("wrong-type", "one speaker", (BOWL, "- ¶robin: Ah.\n        sam: Oh.")),
    case("wrong-type", "one speaker", (BOWL, "- ¶when: promised")),
    case(
        "wrong-type", "single word", ("minutes: 5", "minutes: 5\n? ¶[a]\n: b"), also="unknown-key"
    ),
    case(
        "wrong-type",
        "mapping of keys",
        ("name: Robin\n", "name: R\n"),
        ("  hall:\n", "  hall: ¶7\n  pan:\n"),
        also="any",
    ),
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
    case(
        "out-of-range",
        "at most three",
        (TRAIN_MARKS, "marks: ¶{ask: -1, pause: 1, listen: 1, receive: 1}"),
    ),
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
    case(
        "one-way-on",
        "exactly one of",
        ("  hall:\n", "  ¶hall:\n"),
        ("    goto: door\n", ""),
        also="unreachable-node",
    ),
    case(
        "one-way-on",
        "it has goto and ending",
        ("  end-near:\n", "  ¶end-near:\n    goto: end-table\n"),
    ),
    case("one-way-on", "need a `turn`", ("    goto: door\n", "    goto: door\n    ¶choices: {}\n")),
    Case("not-a-scenario", marked("¶- a\n- b\n"), "a mapping of keys"),
    Case("not-a-scenario", marked("\n¶hello\n"), "a mapping of keys"),
]

NAMES = [
    case(
        "unknown-skill",
        "did you mean `gentle-startup`?",
        ("responding-to-a-rupture", "¶gentle-start"),
    ),
    case("unknown-principle", "did you mean `acknowledge`?", ("[acknowledge]", "[¶acknowlege]")),
    case("unknown-principle", "did you mean `validate`?", ("{validate: 2}", "{¶valdate: 2}")),
    case(
        "unknown-role", "did you mean `robin`?", (ROBIN_TURN, ROBIN_TURN.replace("robin", "¶robn"))
    ),
    case("unknown-role", "there are: sam, robin", ("play_as: sam", "play_as: ¶zoe")),
    case("unknown-role", "there are: sam, robin", ("{of: robin", "{of: ¶zoe")),
    case("unknown-speaker", 'write `- "So: here we are"`', (BOWL, "- ¶So: here we are")),
    case("unknown-speaker", "did you mean `robin`?", (BOWL, "- ¶robn: here we are")),
    case("unknown-speaker", "did you mean `robin:`?", (BOWL, "- ¶Robin says: You said seven.")),
    case("unknown-speaker", "did you mean `robin:`?", (BOWL, "- ¶Robin, softly: You said seven.")),
    case("unknown-speaker", 'write `- {robin: "Yes, I do"}`', (BOWL, "- {robin: Yes, ¶I do}")),
    case("unknown-state", "did you mean `warmth`?", (WARM, "auto: not ¶warmt > 3")),
    case("unknown-state", "did you mean `promised`?", ("{promised: true}", "{¶promisd: true}")),
    case("unknown-node", "did you mean `hall`?", ("start: hall", "start: ¶hal")),
    case(
        "unknown-node",
        "did you mean `end-dark`?",
        ("goto: end-dark", "goto: ¶enddark"),
        also="unreachable-node",
    ),
]

DEEDS = ("What was it like to sit here alone?", "I will sit with you for a little while.")
STOVE = "I will put the bowl on the stove now."
LATER = "why: Truthful about time.\n"
THANKS_AUTO = "auto: warmth >= 5\n        goto: table"
COLD = "  ¶cold:\n    turn: sam\n    choices:\n" + "".join(
    choice(name, say, marks, "end-dark")
    for name, say, marks in (
        ("stay", "I will stay here a while.", "{validate: 2}"),
        ("wait", "I will wait out here now.", "{}"),
        ("pass", "I will pass by the stairs.", "{}"),
    )
)

STORY = [
    case(
        "unreachable-node",
        "link to it or delete it",
        ("nodes:\n", "nodes:\n  ¶attic:\n    goto: hall\n"),
    ),
    case(
        "no-choice",
        "give one choice no `when`",
        ("  reply:\n", "  ¶reply:\n"),
        ("auto: warmth >= 5", "when: warmth >= 5"),
        (LATER, LATER + "        when: warmth > 7\n"),
    ),
    case(
        "no-choice",
        "in `hall` when warmth 5, promised false",
        ("  hall:\n", "  ¶hall:\n"),
        ("    goto: door\n", "    turn: sam\n    choices: {}\n"),
        also="unreachable-node",
    ),
    case(
        "no-auto",
        "give the last choice no `auto`",
        ("  reply:\n", "  ¶reply:\n"),
        (LATER, LATER + "        auto: warmth > 5\n"),
    ),
    # The seat that a solo player takes is scripted too, where the other one is played.
    case(
        "no-auto",
        "a scripted `sam`",
        ("  stove:\n", "  ¶stove:\n"),
        *((f"{say}\n", f"{say}\n        auto: warmth > 7\n") for say in (*DEEDS, STOVE)),
    ),
    case(
        "cycle",
        "let the story only move forward",
        ("  door:\n", "  ¶door:\n"),
        (THANKS_AUTO, THANKS_AUTO.replace("table", "door")),
    ),
    # It goes round twice before nothing moves any more; once is shown.
    case(
        "cycle",
        "by door → reply → door; let",
        ("  door:\n", "  ¶door:\n"),
        ("effects: {warmth: 2}", "effects: {warmth: 1}\n        when: warmth < 10"),
        (THANKS_AUTO, THANKS_AUTO.replace("table", "door")),
    ),
    case(
        "walkthrough",
        "did you mean `press`?",
        ("start: h", "walkthroughs:\n  - {name: one, seat: sam, choices: [joke, ¶pres]}\nstart: h"),
    ),
]

TEXT_WARNINGS = [
    case(
        "todo",
        "of choice `own-it` in node `door` is still",
        (OWN_IT, "say: ¶TODO so and so many words here."),
    ),
    case("todo", "a line in node `door` is still", (BOWL, "- ¶TODO what is seen.")),
    case("todo", "write it", (OWN_IT, "say: ¶TODO say that you said seven, with no word.")),
    case("trap-flow", 'write `- {robin: "So?"}`', (BOWL, "- {robin: ¶So?}")),
    case("comment-after-text", 'write `- "I rang #4"`', (BOWL, "- ¶I rang #4")),
    case("comment-after-text", 'write `- robin: "I rang #4"`', (BOWL, "- robin: ¶I rang #4")),
    case("cut-at-comma", 'write `- "Seven, at last."`', (LOCK, "lines: [Seven, ¶at last.]")),
    case("cut-at-comma", 'write `- robin: "Yes, I do"`', (LOCK, "lines: [robin: Yes, ¶I do]")),
    case("quoted-speaker", 'write `- robin: "Ah."`', (BOWL, '- ¶"robin: Ah."')),
    case("quoted-speaker", 'write `- robin: "Ah."`', (BOWL, "- ¶robin:Ah.")),
    Case(
        "nodes-not-last",
        marked(changed(("nodes:\n", "¶nodes:\n"), ("start: hall\n", "")) + "start: hall\n"),
        "move `nodes` to the end",
    ),
    case("empty-text", "write it", (BOWL, '- ¶" "')),
    case("too-long", "200 at most", (OWN_IT, "say: ¶" + "abcd " * 41), also="uneven-length"),
    case("too-long", "40 at most", ("The late bowl", "¶" + "The late bowl " * 3)),
    case("too-long", "40 at most", ("Near again", "¶" + "Near again " * 4)),
    case("too-long", "600 at most", ("Seven has come", "¶" + "Seven has come " * 41)),
    case("too-long", "400 at most", (ACT, "why: ¶" + "The act. " * 45)),
]

STORY_WARNINGS = [
    case(
        "never-offered",
        "mend the condition or delete it",
        ("      joke:\n", "      ¶joke:\n        when: warmth > 9\n"),
        also="few-choices",
    ),
    case(
        "never-shown",
        "mend its `when` or delete it",
        (BOWL, "- ¶narration: A bowl.\n        when: promised"),
    ),
    case(
        "never-read",
        "use it in a `when` or `auto`, or delete it",
        ("  promised: false\n", "  promised: false\n  ¶other: true\n"),
    ),
    case(
        "few-choices",
        "offer 3 or more",
        ("  stove:\n", "  ¶stove:\n"),
        (STOVE, f"{STOVE}\n        when: promised"),
        also="no-weak-choice",
    ),
    case("weak-best", "2 or more", ("  last:\n", "  ¶last:\n"), ("{validate: 2}", "{validate: 1}")),
    case("weak-best", "1 or more", ("  answer:\n", "  ¶answer:\n"), ("{own-side: 1}", "{}")),
    case(
        "no-weak-choice",
        "0 or less",
        ("  stove:\n", "  ¶stove:\n"),
        ("marks: {}\n        why: Kind", "marks: {ask: 1}\n        why: Kind"),
    ),
    case(
        "read-alike",
        "say something else",
        ("      press:", "      ¶press:"),
        ("Can we just eat now, if it is fine?", "next time, I will CALL you before six"),
    ),
    case(
        "uneven-length",
        "even them out",
        ("  last:\n", "  ¶last:\n"),
        ("I am off to bed, the day was long.", "Good night."),
    ),
    case(
        "uneven-lengths",
        "even them out",
        ("  stove:\n", "  ¶stove:\n"),
        (STOVE, "Let me warm it up."),
        ("It was fine, you can leave it at that.", "It was all fine."),
    ),
    case(
        "no-way-back",
        "a way to repaired or partly",
        ("goto: end-dark", "goto: cold"),
        ("  end-near:\n", COLD + "  end-near:\n"),
    ),
    case(
        "no-way-back",
        "`sam` alone when warmth 7, promised true, for instance after `own-it`, `vow`, `ask-them`, "
        "`leave`; give one",
        ("goto: end-dark", "goto: cold"),
        ("  end-near:\n", COLD + "  end-near:\n"),
    ),
    case(
        "no-repair",
        "offer one",
        ("      press:", "      ¶press:"),
        ("{acknowledge: 1,", "{ask: 1,"),
    ),
    case(
        "few-endings",
        "one of each kind",
        ("  hall:\n", "  ¶hall:\n"),
        ("kind: apart", "kind: partly"),
    ),
    case(
        "short-path",
        "4 or more",
        ("  hall:\n", "  ¶hall:\n"),
        (WARM + "\n        goto: reply", WARM + "\n        goto: last"),
    ),
    case(
        "focus-not-offered",
        "`pause`",
        ("  hall:\n", "  ¶hall:\n"),
        ("[acknowledge]", "[acknowledge, pause]"),
    ),
    case(
        "pause-not-best",
        "among the best, or the mark be 1",
        ("      joke:\n", "      ¶joke:\n"),
        ("marks: {}\n        why: Light", "marks: {pause: 2, ask: -1}\n        why: Light"),
    ),
]

CASES = [*SYNTAX, *SHAPE, *NAMES, *STORY, *TEXT_WARNINGS, *STORY_WARNINGS]

#: Codes whose examples are not one changed text; each has a test of its own below.
ELSEWHERE = {
    "cannot-read",
    "too-big",
    "not-utf8",
    "empty-file",
    "forbidden-character",
    "duplicate-id",
    "unknown-family",
    "too-many-states",
    "odd-file-name",
    "not-practised",
    "guessable",
    "appeasing",
}


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, BASE) == []


def test_every_code_has_an_example() -> None:
    assert {each.code for each in CASES} | ELSEWHERE == set(CODES)
    assert not {each.code for each in CASES} & ELSEWHERE


@pytest.mark.parametrize("each", CASES, ids=lambda each: f"{each.code}: {each.mend}")
def test_what_is_told(each: Case, tmp_path: Path) -> None:
    found = check([written(tmp_path, each.broken.text)]).problems
    assert each.code in codes(found), list(map(str, found))
    if "any" not in each.also:
        assert codes(found) <= {each.code, *each.also}, list(map(str, found))
    place = each.broken.line, each.broken.column
    here = [told for told in found if told.code == each.code and (told.line, told.column) == place]
    assert here, (place, list(map(str, found)))
    assert any(each.mend in told.message for told in here), [told.message for told in here]
    for told in found:
        well_formed(told)


def well_formed(told: Problem) -> None:
    form = FORM.match(str(told))
    assert form, str(told)
    assert (form["file"], int(form["line"]), int(form["column"])) == (
        told.path,
        told.line,
        told.column,
    )
    assert f": {told.severity}[{told.code}]: {told.message[:20]}" in str(told)
    assert told.severity == CODES[told.code].severity
    assert "\n" not in str(told)


def only(
    found: list[Problem], code: str, mend: str, line: int | None = 1, column: int | None = 1
) -> None:
    """There is a problem of this code at that place, and no other."""
    assert codes(found) == {code}, list(map(str, found))
    assert [(each.line, each.column) for each in found] == [(line, column)]
    assert mend in found[0].message
    well_formed(found[0])


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    only(check([str(tmp_path / "none.yaml")]).problems, "cannot-read", "No such file")
    only(problems(tmp_path, BASE + "#" * (1 << 20)), "too-big", "split it")
    only(problems(tmp_path, b""), "empty-file", "nothing")
    bad = BASE.encode().replace(b"The late", b"Th\xe9 late")
    only(problems(tmp_path, bad), "not-utf8", "save the file as UTF-8", 2, 10)
    bad = b"\xef\xbb\xbf" + b"title: Th\xe9"
    only(problems(tmp_path, bad), "not-utf8", "save the file as UTF-8", 1, 10)


def test_forbidden_characters(tmp_path: Path) -> None:
    raw = broken((OWN_IT, "say: I¶\x1b[2J said"))
    only(problems(tmp_path, raw.text), "forbidden-character", "delete it", raw.line, raw.column)
    escaped = broken((OWN_IT, 'say: ¶"I said\\u202e"'))
    found = problems(tmp_path, escaped.text)
    only(found, "forbidden-character", "delete it", escaped.line, escaped.column)


def test_names_of_files(tmp_path: Path) -> None:
    only(problems(tmp_path, BASE, "The Bowl.yaml"), "odd-file-name", "use lower-case letters")
    folder = tmp_path / "library"
    written(folder, BASE, "one/late.yaml")
    written(folder, BASE, "two/late.yml")
    told = [each for each in check([str(folder)]).problems if each.code == "duplicate-id"]
    only(told, "duplicate-id", "rename one of the files")
    assert told[0].path.endswith("late.yml")


def test_a_family_that_is_not_there(tmp_path: Path) -> None:
    skills = marked(
        "calm:\n  title: Calm\n  summary: Calm.\n  rules: []\n  models: []\n  families: [¶repare]\n"
    )
    written(tmp_path, skills.text, "skills.yaml")
    assert skills.line is not None
    assert skills.column is not None
    for path in (tmp_path, tmp_path / "skills.yaml"):
        found = check([str(path)]).problems
        only(found, "unknown-family", "did you mean `repair`?", skills.line, skills.column)


def test_too_many_states(tmp_path: Path) -> None:
    text = growing(5, 11)
    start = marked(text.replace("\n  hall:", "\n  ¶hall:", 1))
    assert start.line is not None
    only(problems(tmp_path, text), "too-many-states", "use fewer meters", start.line, 3)


def test_warnings_over_a_library(tmp_path: Path) -> None:
    """In BASE the first choice is always the best, and one scenario offers few principles."""
    written(tmp_path, BASE)
    found = check([str(tmp_path)]).problems
    assert codes(found) == {"guessable", "not-practised"}
    first = next(each for each in found if "`first`" in each.message)
    assert (first.code, first.path) == ("guessable", str(tmp_path / "the-late-bowl.yaml"))
    assert re.fullmatch(r"  [a-z]+:", BASE.splitlines()[first.line - 1])
    assert (first.column, "same look" in first.message) == (3, True)
    lacking = [each for each in found if each.code == "not-practised"]
    assert {(each.path, each.line, each.column) for each in lacking} == {(str(tmp_path), 1, 1)}
    assert any("`impact`" in each.message for each in lacking)
    for each in found:
        well_formed(each)


def test_appeasing_must_not_pay(tmp_path: Path) -> None:
    text = changed(("act-differently: 2, acknowledge: 1", "act-differently: 2, honest-limit: -1"))
    assert "appeasing" not in codes(check([written(tmp_path, BASE)]).problems)
    text = changed(
        ("{act-differently: 2, acknowledge: 1}", "{impact: 2, acknowledge: 1, honest-limit: -1}")
    )
    written(tmp_path, text)
    told = [each for each in check([str(tmp_path)]).problems if each.code == "appeasing"]
    assert len(told) == 1
    assert "let agreeing only to end it score less" in told[0].message
    well_formed(told[0])


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    text = changed(
        ("level: 1", "level: 9"),
        ("skill: responding", "skill: respondin"),
        ("minutes: 5", "minuts: 5"),
        ("promised: false", "promised: maybe"),
        (OWN_IT, "say: {sam} said [seven]".replace("{sam}", "5")),
        (BOWL, "- zoe: Hello"),
        ("{apologise: 2}", "{apologize: 3}"),
        ("goto: end-near", "goto: nowhere"),
        ("kind: partly", "kind: halfway"),
    )
    assert codes(problems(tmp_path, text)) >= {
        "out-of-range",
        "unknown-skill",
        "unknown-key",
        "missing-key",
        "wrong-type",
        "unknown-speaker",
        "unknown-principle",
        "unknown-node",
        "unreachable-node",
    }


def test_a_choice_is_read_though_its_node_lacks_a_turn(tmp_path: Path) -> None:
    """The links in it count, and its own mistakes are told in the same run."""
    text = changed(
        (ROBIN_TURN, ROBIN_TURN.replace("turn", "trun")), ("{receive: 1}", "{recive: 1}")
    )
    assert codes(problems(tmp_path, text)) == {"unknown-key", "missing-key", "unknown-principle"}


def test_of_a_long_way_only_the_last_choices_are_named(tmp_path: Path) -> None:
    nodes = "".join(
        f"  n{i}:\n    turn: sam\n    choices:\n"
        + choice(f"a{i}", "One or two words.", "{ask: 2}", f"n{i + 1}" if i < 19 else "end")
        for i in range(20)
    )
    end = "  end:\n    ending: {kind: apart, title: x, reflection: y}\n"
    text = from_nodes("nodes:\n" + nodes + end).replace("start: hall", "start: n0")
    told = [each.message for each in problems(tmp_path, text) if each.code == "no-way-back"]
    assert len(told) == 20
    assert "for instance" not in told[0]
    assert "for instance after `a0`, `a1`; give" in told[2]
    assert "for instance after …, `a7`, `a8`, " in told[19]


@pytest.mark.parametrize(("count", "way"), [(8, "n6 → n7 → n0;"), (9, "n6 → n7 → … → n0;")])
def test_of_a_long_circle_the_first_nodes_are_named(count: int, way: str, tmp_path: Path) -> None:
    nodes = "".join(f"  n{i}:\n    goto: n{(i + 1) % count}\n" for i in range(count))
    text = from_nodes("nodes:\n" + nodes).replace("start: hall", "start: n0")
    (told,) = (each.message for each in problems(tmp_path, text) if each.code == "cycle")
    assert "by n0 → n1 → n2 → " in told
    assert way in told


def test_roles_that_are_not_there_are_told_once(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("roles:\n", "rolls:\n")))
    assert sorted(each.code for each in found) == ["missing-key", "unknown-key"]


def test_a_bad_file_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    written(tmp_path, "[", "a-bad.yaml")
    written(tmp_path, changed(("kind: apart", "kind: partly")), "b-good.yaml")
    written(tmp_path, b"\xff", "c-bad.yaml")
    result = check([str(tmp_path)])
    assert result.files == 3
    by_file = {Path(each.path).name: each.code for each in result.problems if each.line < 30}
    assert by_file["a-bad.yaml"] == "yaml-syntax"
    assert by_file["b-good.yaml"] == "few-endings"
    assert by_file["c-bad.yaml"] == "not-utf8"


def test_strict_makes_warnings_errors(tmp_path: Path) -> None:
    found = problems(tmp_path, changed(("kind: apart", "kind: partly")))
    assert [each.is_error for each in found] == [False]
    assert [each.is_error for each in strictly(found)] == [True]
    assert ": error[few-endings]: " in str(strictly(found)[0])


def test_the_file_stands_in_messages_as_it_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, "[")
    for path in ("the-late-bowl.yaml", "./the-late-bowl.yaml", "../" + tmp_path.name + "/x.yaml"):
        assert str(check([path]).problems[0]).startswith(f"{path}:1:")
