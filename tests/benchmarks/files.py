"""Scenario files for the benchmarks: 12 nodes, one meter, both seats speaking."""

from __future__ import annotations

from pathlib import Path

_HEAD = """\
format: 1
title: Number {number}
premise: It is late, and one of you said a thing at dinner that the other has not let go of yet.
skill: responding-to-a-rupture
level: 1
minutes: 5
focus: [acknowledge, impact]
roles:
  sam: {{name: Sam, brief: You said it. You want the evening back and fear that it is gone.}}
  robin: {{name: Robin, brief: You heard it. You want to be asked and fear that nobody will.}}
play_as: sam
state:
  safety: {{of: robin, start: 4}}
start: n0
nodes:
"""

_NODE = """\
  n{index}:
    lines:
      - A cup is turned once on the table and put down again, number {index}.
      - {speaker}: I heard what you said to them, and I have been sitting with it since.
    turn: {turn}
    choices:
      own-it:
        say: You're right, I said that in front of all of them. You sat there alone, {number}.
        marks: {{acknowledge: 2, impact: 1}}
        why: Names the act and what it cost before any reason, so that nobody need argue for it.
        lines:
          - The shoulders come down, a little.
        effects: {{safety: 1}}
        auto: safety >= 3
        goto: n{next}
      explain:
        say: I only meant it as a joke, and they all knew that it was one, honestly, {number}.
        marks: {{non-defensive: -2}}
        why: You want it to be known that no harm was meant. The reason comes before the hurt.
        lines:
          - The cup is turned again.
        effects: {{safety: -1}}
        goto: n{next}
      wait:
        say: "[You put your hand on the table, open, and wait a moment, {number}.]"
        marks: {{stay-with: 1}}
        why: Company without a word can be enough; it says that there is no hurry here tonight.
        goto: n{next}
"""

_ENDINGS = """\
  n8:
    lines:
      - {narration: The lamp is on in the hall., when: safety >= 6}
    turn: sam
    choices:
      stay:
        say: I'd like to sit here with you a little longer, if that is all right with you.
        marks: {stay-with: 2}
        why: Staying says more than the right word does.
        goto: e0
      ask:
        say: What would help now? I can wait with the answer, there's no need to hurry it.
        marks: {ask: 1, act-differently: 1}
        why: An open question leaves room.
        goto: e1
      leave:
        say: I'm off to bed then, we can talk some other day about all of this, good night.
        marks: {pause: -1}
        why: You're tired. Going without a time leaves the other alone with it.
        goto: e2
  e0:
    ending: {kind: repaired, title: The lamp, reflection: What made it easier to stay?}
  e1:
    ending: {kind: partly, title: Tomorrow, reflection: What will you say first tomorrow?}
  e2:
    ending: {kind: apart, title: Two rooms, reflection: What would you take back?}
"""


def scenario_text(number: int) -> str:
    """One scenario of 12 nodes."""
    nodes = "".join(
        _NODE.format(
            index=index,
            next=index + 1,
            number=number,
            turn="sam" if index % 2 == 0 else "robin",
            speaker="robin" if index % 2 == 0 else "sam",
        )
        for index in range(8)
    )
    return _HEAD.format(number=number) + nodes + _ENDINGS


def write_library(folder: Path, count: int) -> Path:
    """A folder of ``count`` scenarios; returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"bench-{number}.yaml").write_text(scenario_text(number), encoding="utf-8")
    return folder


def long_scenario_text(turns: int = 140) -> str:
    """One scenario whose talk grows to hundreds of lines: a chain of turns of one seat."""
    nodes = "".join(
        _NODE.format(index=index, next=index + 1, number=index, turn="sam", speaker="robin")
        for index in range(turns)
    )
    ending = f"  n{turns}:\n    ending: {{kind: repaired, title: The end, reflection: And now?}}\n"
    head = _HEAD.format(number=0).replace("state:\n  safety: {of: robin, start: 4}\n", "")
    body = nodes.replace("        effects: {safety: 1}\n", "")
    body = body.replace("        effects: {safety: -1}\n", "")
    return head + body.replace("        auto: safety >= 3\n", "") + ending
