"""Small libraries whose figures can be worked out by hand."""

from __future__ import annotations

from pathlib import Path

_HEAD = """\
title: {title}
premise: A bowl on the table.
skill: responding-to-a-rupture
level: 1
minutes: 5
focus: [acknowledge]
roles:
  sam: {{name: Sam, brief: You are late.}}
  robin: {{name: Robin, brief: You waited.}}
play_as: sam
start: {start}
nodes:
"""

#: Robin decides once; Sam once or twice. Decision scores stand beside the choices.
WORKED = (
    _HEAD.format(title="Worked", start="zero")
    + """\
  zero:
    turn: robin
    choices:
      f:  # 100
        say: I felt so sad.
        marks: {receive: 2}
        why: Because.
        goto: one
      g:  # 60
        say: But you came.
        marks: {}
        why: Because.
        goto: one
  one:
    turn: sam
    choices:
      a:  # 100
        say: I'm sorry you sat alone.
        marks: {acknowledge: 2}
        why: Because.
        goto: two
      b:  # 60
        say: It's late. Are you hungry?
        marks: {}
        why: Because.
        goto: two
      c:  # 40, and the play ends
        say: You and your bowl, but I felt it.
        marks: {patience: -1}
        why: Because.
        goto: dark
  two:
    turn: sam
    choices:
      d:  # 100
        say: We sit.
        marks: {stay-with: 1}
        why: Because.
        goto: near
      e:  # 25
        say: You're right, but so am I, you know.
        marks: {honest-limit: -2}
        why: Because.
        goto: near
  near:
    ending: {kind: repaired, title: Near, reflection: How?}
  dark:
    ending: {kind: apart, title: Dark, reflection: How?}
"""
)

#: Nothing here is scored: the best on offer is 0, and Robin never speaks.
UNSCORED = (
    _HEAD.format(title="Unscored", start="one")
    + """\
  one:
    turn: sam
    choices:
      p:
        say: I sit down.
        marks: {}
        why: Because.
        goto: near
      q:
        say: I go out.
        marks: {pause: -1}
        why: Because.
        goto: near
  near:
    ending: {kind: repaired, title: Near, reflection: How?}
"""
)

# As Sam: random is (100 + 62.5 + 80 + 42.5) / 6 + 40 / 3 = 60.8333; as Robin 80.
CHANCE = (365 / 6 + 80) / 2
FIGURES = {
    "random": CHANCE,
    "first": (100 + 100) / 2,  # a d; f
    "middle": (42.5 + 60) / 2,  # b e; g
    "last": (40 + 60) / 2,  # c; g
    "longest": (40 + 100) / 2,  # c; f
    "shortest": (100 + 60) / 2,  # a d; g
    "sorry": (81.25 + 80) / 2,  # a, then d or e; f or g
    "starts-with-i": (81.25 + 100) / 2,  # a (I'm, not It's), then d or e; f
    "asks": (61.25 + 80) / 2,  # b, then d or e; f or g
    "fewest-you": (90 + 100) / 2,  # a or b, d; f
    "feeling": (40 + 100) / 2,  # c; f
    "no-but": (90 + 100) / 2,  # a or b, d; f
    "appeaser": ((62.5 + 42.5 + 40) / 3 + 80) / 2,  # a, b or c, e; f or g
}


def library(folder: Path, **files: str) -> str:
    """A folder with scenario files of these names (_ for -) and texts; its path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return str(folder)
