"""Walkthroughs: an author's own tests, a list of choices and how they should come out."""

from __future__ import annotations

from trainer.scenario.head_reading import HeadReader
from trainer.scenario.model import Walkthrough
from trainer.scenario.reading import Shape
from trainer.scenario.tree import Tree

_WALKTHROUGH = Shape(("name", "seat", "choices"), ("ending", "score"))


def read_walkthroughs(reader: HeadReader, node: Tree | None) -> tuple[Walkthrough, ...]:
    """The ``walkthroughs`` of a scenario."""
    if node is None:
        return ()
    found = (_read(reader, item) for item in reader.items(node, "`walkthroughs`"))
    return tuple(each for each in found if each is not None)


def _read(reader: HeadReader, item: Tree) -> Walkthrough | None:
    fields = reader.fields(item, "a walkthrough", _WALKTHROUGH)
    if fields is None:
        return None
    steps = reader.items(fields.get("choices"), "`choices`")
    words = [reader.word(step, "a choice") for step in steps]
    score = fields.get("score")
    ending = fields.get("ending")
    seat = reader.known(fields.get("seat"), "`seat`", reader.names, "unknown-role")
    known = None
    if ending is not None:
        known = reader.known(ending, "`ending`", reader.node_ids, "unknown-node")
    if seat is None or any(word is None for word in words):
        return None
    return Walkthrough(
        name=reader.text(fields.get("name"), "a walkthrough's name"),
        seat=seat,
        choices=tuple(word or "" for word in words),
        ending=known,
        score=reader.whole(score, "`score`", 0, 100) if score is not None else None,
        place=item.place,
        choice_places=tuple(step.place for step in steps),
        ending_place=ending.place if ending is not None else item.place,
        score_place=score.place if score is not None else item.place,
    )
