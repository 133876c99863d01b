"""A small scenario without a fault, as text, and ways to break it.

``BASE`` has no error and no warning. A broken copy is made by putting other text in the place of
a piece that stands in it just once; ``¶`` in the new text marks where the problem is to be told,
and is taken out again. So no test has to count lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from trainer.scenario import loading
from trainer.scenario.checking import check_loaded
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.model import Catalogue
from trainer.scenario.problems import Problem, in_order

MARK = "¶"
NAME = "the-late-bowl.yaml"

#: The parsers that PyYAML may come with: libyaml's, where it is there, and PyYAML's own.
PARSERS = tuple(
    dict.fromkeys(
        name for name in ("CSafeLoader", "SafeLoader") if getattr(yaml, name, None) is not None
    )
)

BASE = """\
format: 1
title: The late bowl
premise: Seven has come and gone, and a bowl stands covered on the table.
skill: responding-to-a-rupture
level: 1
minutes: 5
focus: [acknowledge]
content_notes:
  - a missed supper
author: Nobody
licence: CC0
language: en
sources:
  - none at all
roles:
  sam:
    name: Sam
    brief: You lost the time, and you hope it can stay small.
  robin:
    name: Robin
    brief: You waited, and you fear it goes on like this.
play_as: sam
state:
  warmth: {of: robin, start: 5}
  promised: false
start: hall
nodes:
  hall:
    lines:
      - The key turns in the lock.
    goto: door
  door:
    lines:
      - A bowl is turned over a plate.
      - robin: You said seven.
    turn: sam
    choices:
      own-it:
        say: I said seven, and you sat here with no word.
        marks: {acknowledge: 2}
        why: Names the miss before any reason.
        lines:
          - Robin looks up.
        effects: {warmth: 2}
        auto: warmth > 3
        goto: reply
      explain:
        say: The train stood still out by the old bridge.
        marks: {non-defensive: -1}
        why: True, and a little too soon.
        effects: {warmth: -1}
        goto: reply
      joke:
        say: Is it seven in some other country by now?
        marks: {}
        why: Light, where it is heavy.
        goto: reply
  reply:
    turn: robin
    choices:
      thanks:
        say: Thank you, it was a long wait for me.
        marks: {receive: 1}
        why: Lets the words in.
        auto: warmth >= 5
        goto: table
      not-yet:
        say: I hear you, and I am not there yet.
        marks: {}
        why: Truthful about time.
        goto: table
  table:
    turn: sam
    choices:
      vow:
        say: Next time I will call you before six.
        marks: {act-differently: 2, acknowledge: 1}
        why: One change that can be kept.
        effects: {promised: true}
        goto: stove
      sorry:
        say: I am sorry that I let you wait here.
        marks: {apologise: 2}
        why: Names the act.
        goto: stove
      press:
        say: Can we just eat now, if it is fine?
        marks: {patience: -1}
        why: Hurries the other along.
        goto: stove
  stove:
    turn: sam
    choices:
      ask-them:
        say: What was it like to sit here alone?
        marks: {acknowledge: 1, listen: 1}
        why: Asks, and waits.
        goto: answer
      sit-down:
        say: I will sit with you for a little while.
        marks: {stay-with: 2}
        why: Company, without a fix.
        goto: answer
      warm-up:
        say: I will put the bowl on the stove now.
        marks: {}
        why: Kind, and beside the point.
        goto: answer
  answer:
    lines:
      - {robin: It was quiet., when: promised}
    turn: robin
    choices:
      open-up:
        say: I was sad, and I felt a bit foolish.
        marks: {own-side: 1}
        why: Says what it was like.
        auto: promised
        goto: last
      shrug:
        say: It was fine, you can leave it at that.
        marks: {}
        why: Keeps it in.
        goto: last
  last:
    turn: sam
    choices:
      hold:
        say: I am glad that you tell me this now.
        marks: {validate: 2}
        why: Stays with it.
        goto: end-near
      eat:
        say: Shall we eat before it is all cold?
        marks: {}
        why: Moves on a little soon.
        goto: end-table
      leave:
        say: I am off to bed, the day was long.
        marks: {stay-with: -1}
        why: Leaves it there.
        goto: end-dark
  end-near:
    ending:
      kind: repaired
      title: Near again
      reflection: What had it cost?
  end-table:
    ending:
      kind: partly
      title: A late supper
      reflection: What was left unsaid?
  end-dark:
    ending:
      kind: apart
      title: A dark kitchen
      reflection: What would you say at the door now?
"""


@dataclass(frozen=True)
class Broken:
    """A text, and where the problem in it is to be told (None where no place was marked)."""

    text: str
    line: int | None = None
    column: int | None = None


def changed(*changes: tuple[str, str], base: str = BASE) -> str:
    """``base`` with each first text, which must stand in it just once, put by the second."""
    for old, new in changes:
        assert base.count(old) == 1, f"{old!r} stands {base.count(old)} times in the text"
        base = base.replace(old, new)
    return base


def broken(*changes: tuple[str, str], base: str = BASE) -> Broken:
    """A changed text, with the marked place."""
    return marked(changed(*changes, base=base))


def marked(text: str) -> Broken:
    """A text without its mark, and the mark's place."""
    head, mark, tail = text.partition(MARK)
    assert MARK not in tail, "only one place can be marked"
    if not mark:
        return Broken(text)
    return Broken(head + tail, head.count("\n") + 1, len(head) - head.rfind("\n"))


def from_nodes(text: str) -> str:
    """BASE's head with other nodes."""
    return BASE[: BASE.index("nodes:\n")] + text


def choice(name: str, say: str, marks: str, goto: str, more: str = "") -> str:
    """The text of a choice; ``more`` are further lines of it."""
    return (
        f"      {name}:\n        say: {say}\n        marks: {marks}\n        why: Because.\n"
        f"{more}        goto: {goto}\n"
    )


def growing(meters: int, steps: int) -> str:
    """A scenario with ``steps`` to the power of ``meters`` states at its door, and at others more.

    Before the door stands one node for each meter, at which it is given a value.
    """
    state = "".join(f"  m{i}: {{of: robin, start: 0}}\n" for i in range(meters))
    nodes = ""
    for i in range(meters):
        goto = f"grow{i + 1}" if i + 1 < meters else "door"
        nodes += f"  grow{i}:\n    turn: sam\n    choices:\n" + "".join(
            choice(f"c{n}", f"Add {n} now.", "{}", goto, f"        effects: {{m{i}: {n}}}\n")
            for n in range(steps)
        )
    return changed(
        ("  promised: false\n", "  promised: false\n" + state),
        ("    goto: door\n", "    goto: grow0\n"),
        ("  door:\n", nodes + "  door:\n"),
    )


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return shipped_catalogue()


def written(folder: Path, text: str | bytes, name: str = NAME) -> str:
    """The path of a file with this text in it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return str(path)


def loaded(folder: Path, text: str | bytes, name: str = NAME) -> Loaded:
    """What a text is read as, without warnings over the story."""
    return load(written(folder, text, name), catalogue())


def problems(folder: Path, text: str | bytes, name: str = NAME) -> list[Problem]:
    """All that there is to say of a text, without reading the catalogues anew each time."""
    return in_order(check_loaded(loaded(folder, text, name), catalogue()))


def codes(found: list[Problem]) -> set[str]:
    """The codes of some problems."""
    return {each.code for each in found}


def use_parser(monkeypatch: object, name: str) -> None:
    """Has the trainer read YAML with the parser of that name."""
    monkeypatch.setattr(loading, "EVENTS", getattr(yaml, name))  # type: ignore[attr-defined]
