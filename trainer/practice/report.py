"""A finished play as a report: JSON for programs, Markdown for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from trainer.practice.play import TAKE_BACK, Play
from trainer.practice.scoring import Scored, SeatScore, score_seat
from trainer.practice.words import ENDING_WORDS, cost_in_words, in_words, marks_in_words, quote
from trainer.scenario.figures import half_up
from trainer.scenario.graph import Graph, endings_open, explore, kinds
from trainer.scenario.model import Catalogue, Values
from trainer.scenario.steps import after


class Debrief:
    """What a play came to: the figures of each seat that a person held.

    ``graph`` is the scenario's, where it is at hand; it is made anew if not. ``replay_from`` is the
    number of the line from which a replay was played. Its lines before that are another play's and
    do not count, save those that it took back.
    """

    def __init__(
        self,
        play: Play,
        catalogue: Catalogue,
        graph: Graph | None = None,
        *,
        replay_from: int | None = None,
        landed: Mapping[tuple[str, Values, str], tuple[str, ...]] | None = None,
    ) -> None:
        self.play = play
        self.landed = landed or {}
        before = 0 if replay_from is None else _of_another(play, replay_from - 1)
        self.replay_from = None if replay_from is None else before + 1
        self.catalogue = catalogue
        self.seats: dict[str, SeatScore] = {
            seat: score_seat(seat, play.decisions, catalogue, before=before) for seat in play.seats
        }
        self._graph = graph
        self._open: list[int] | None = None

    def open_after(self, scored: Scored) -> list[str]:
        """The kinds of ending that could still be reached after a decision's first choice."""
        if self._graph is None:
            self._graph = explore(self.play.scenario)
        if self._open is None:
            free = self.play.mode == "together"
            script = None if free else self.play.scenario.other(self.play.seats[0])
            self._open = endings_open(self._graph, script)
        first = scored.decision.first
        state = self._graph.find(first.goto, after(first, scored.decision.values))
        return kinds(self._open[state])

    def as_json(self) -> dict[str, Any]:
        """The report, as the format defines it. ``ending`` is None for an unfinished play."""
        play = self.play
        ending = play.ending
        replay = {} if self.replay_from is None else {"replay_from": self.replay_from}
        return {
            "scenario": play.scenario.id,
            "title": play.text(play.scenario.title),
            "mode": play.mode,
            **replay,
            "ending": None
            if ending is None
            else {"node": play.node.id, "kind": ending.kind, "title": play.text(ending.title)},
            "state": play.state,
            "seats": {seat: self._seat(score) for seat, score in self.seats.items()},
        }

    def _seat(self, score: SeatScore) -> dict[str, Any]:
        return {
            "score": score.score,
            "ruptures": score.ruptures,
            "repaired": score.repaired,
            "principles": {
                principle: {"offered": row.offered, "shown": row.shown, "against": row.against}
                for principle, row in score.profile.items()
            },
            "decisions": [self._decision(each) for each in score.decisions],
        }

    def _decision(self, scored: Scored) -> dict[str, Any]:
        decision = scored.decision
        row: dict[str, Any] = {
            "node": decision.node.id,
            "choice": decision.first.id,
            "value": scored.value,
            "best": scored.best,
            "score": None if scored.score is None else half_up(scored.score),
            "cost": scored.cost,
            "open": self.open_after(scored),
        }
        if decision.took is not decision.first:
            row["took"] = decision.took.id
        landed = self.landed.get((decision.node.id, decision.values, decision.first.id))
        if landed:
            row["landed"] = list(landed)
        return row

    def as_json_text(self) -> str:
        """The report as JSON text."""
        return json.dumps(self.as_json(), indent=1, ensure_ascii=False) + "\n"

    def as_markdown(self) -> str:
        """The report as Markdown, for people. The scenario's texts stand in it as written."""
        play, ending = self.play, self.play.ending
        parts = [f"# {as_written(play.text(play.scenario.title))}"]
        if self.replay_from is not None:
            parts.append(replay_in_words(self.replay_from))
        if ending is not None:
            parts.append(f"**{as_written(play.text(ending.title))}** ({ENDING_WORDS[ending.kind]})")
            parts.append(as_written(play.text(ending.reflection)))
        for seat, score in self.seats.items():
            parts.append(f"## {as_written(play.names[seat])}: {in_words(score)}")
            if score.score is not None:
                parts.append(f"{score.score} of 100. {ABOUT_NUMBERS}")
            for scored in score.decisions:
                parts.append(self._markdown_line(score.number_of(scored), scored))
        return "\n\n".join(parts) + "\n"

    def _markdown_line(self, number: int, scored: Scored) -> str:
        first = scored.decision.first
        text = self.play.text
        rows = [f"{number}. {as_written(quote(text(first.say)))}  "]
        marks = marks_in_words(first.marks, self.catalogue)
        rows += [f"   {mark}  " for mark in marks]
        rows.append(f"   {as_written(text(first.why))}  ")
        rows.append(
            f"   {cost_in_words(scored.cost)}. Still open: {', '.join(self.open_after(scored))}.  "
        )
        if scored.cost:
            stronger = as_written(quote(text(scored.strongest[0].say)))
            rows.append(f"   A stronger line here: {stronger}")
        return "\n".join(rows)


def _of_another(play: Play, begun_with: int) -> int:
    """How many lines of a replay are still those of the play that it began with."""
    stands = fewest = min(begun_with, len(play.moves))
    for move in play.moves[stands:]:
        stands += -1 if move == TAKE_BACK else 1
        fewest = min(fewest, stands)
    return fewest


def replay_in_words(line: int) -> str:
    """What is special about a replay from a line."""
    if line == 1:
        return "A replay from the first line."
    return f"A replay from line {line}. What came before is another play's and is not counted here."


ABOUT_NUMBERS = "Feedback on lines, not a measure of you or of your relationship."


def as_written(text: str) -> str:
    """A text that Markdown shows as it is written."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|~" else sign for sign in text)
