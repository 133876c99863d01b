"""The warnings over one scenario: what keeps it from being worth practising.

A *decision* is a reachable state in which a seat speaks; *offered* are the choices whose ``when``
holds there.
"""

from __future__ import annotations

from collections.abc import Iterator

from trainer.scenario.graph import Graph
from trainer.scenario.model import Catalogue, Choice, Line, Node, Scenario
from trainer.scenario.path_checks import PathRules
from trainer.scenario.problems import Problem
from trainer.scenario.steps import after, shown
from trainer.scenario.texts import put_names

LEAST_CHOICES = 3, 2  # for the seat that a solo player takes, and for the other
LEAST_BEST = 2, 1
MOST_UNEVEN, OFTEN_UNEVEN = 2.5, 1.8  # longest `say` by shortest: never over, in a third not over


class StoryCheck(PathRules):
    """Every warning over one scenario."""

    def run(self) -> list[Problem]:
        """Every warning, each told once."""
        graph = self.graph
        self.decisions = [i for i, node in enumerate(graph.nodes) if node.turn is not None]
        self.unused()
        self.decision_rules()
        self.run_paths()
        return list(self.problems)

    # What never happens

    def unused(self) -> None:
        reached = {node.id for node in self.graph.nodes}
        offers = {id(choice) for choices in self.different.values() for choice in choices}
        read: set[str] = set()
        for node in self.scenario.nodes.values():
            read |= self.unused_in(node, node.id in reached, offers)
        for name in self.scenario.state:
            if name.name not in read:
                self.warn(
                    "never-read",
                    name.place,
                    f"nothing reads `{name.name}`; use it in a `when` or `auto`, or delete it",
                )

    def unused_in(self, node: Node, reached: bool, offers: set[int]) -> set[str]:
        """Tells of what is never seen in a node; gives the names that its expressions read."""
        read: set[str] = set()
        for line in node.lines:
            read |= self.unused_line(line, self.seen(node, line) if line.when else reached)
        for choice in node.choices:
            offered = id(choice) in offers
            if not offered:
                why = "its `when` never holds there" if reached else f"`{node.id}` is never reached"
                self.warn(
                    "never-offered",
                    choice.place,
                    f"`{choice.id}` is never offered: {why}; mend the condition or delete it",
                )
            for expression in (choice.when, choice.auto):
                read |= expression.names if expression else frozenset()
            for line in choice.lines:
                seen = self.follows(node, choice, line) if line.when else offered
                read |= self.unused_line(line, seen)
        return read

    def unused_line(self, line: Line, seen: bool) -> frozenset[str]:
        if not seen:
            self.warn(
                "never-shown", line.place, "this line is never shown; mend its `when` or delete it"
            )
        return line.when.names if line.when else frozenset()

    def seen(self, node: Node, line: Line) -> bool:
        """Whether a line that stands under a condition is shown in any state of its node."""
        values = self.graph.values
        return any(shown((line,), values[state]) for state in self.graph.states_of(node.id))

    def follows(self, node: Node, choice: Choice, line: Line) -> bool:
        """Whether a line under a condition is shown after its choice in any state."""
        graph = self.graph
        return any(
            choice in graph.offered[state] and shown((line,), after(choice, graph.values[state]))
            for state in graph.states_of(node.id)
        )

    # What is offered in each decision

    def offers(self) -> Iterator[tuple[Node, tuple[Choice, ...]]]:
        """Each node's different offers, once each."""
        seen: set[int] = set()
        for state in self.decisions:
            choices = self.graph.offered[state]
            if id(choices) not in seen:
                seen.add(id(choices))
                yield self.graph.nodes[state], choices

    def decision_rules(self) -> None:
        uneven: dict[int, bool] = {}
        for node, choices in self.offers():
            self.values_of(node, choices)
            self.alike(node, choices)
            uneven[id(choices)] = self.lengths(node, choices)
        often = [state for state in self.decisions if uneven[id(self.graph.offered[state])]]
        if len(often) * 3 > len(self.decisions):
            self.warn(
                "uneven-lengths",
                self.graph.nodes[often[0]].place,
                f"in {len(often)} of {len(self.decisions)} decisions the longest `say` has over "
                f"{OFTEN_UNEVEN} times the length of the shortest (a third at most); even them out",
            )

    def values_of(self, node: Node, choices: tuple[Choice, ...]) -> None:
        which = 0 if self.main(node) else 1
        best = max(choice.value for choice in choices)
        if len(choices) < LEAST_CHOICES[which]:
            self.warn(
                "few-choices",
                node.place,
                f"`{node.turn}` is offered {len(choices)} here; "
                f"offer {LEAST_CHOICES[which]} or more",
            )
        if best < LEAST_BEST[which]:
            self.warn(
                "weak-best",
                node.place,
                f"the best choice here has the value {best}; one should have "
                f"{LEAST_BEST[which]} or more",
            )
        if min(choice.value for choice in choices) > 0:
            self.warn(
                "no-weak-choice",
                node.place,
                "every choice here is good; one should be 0 or less",
            )
        for choice in choices:
            if choice.marks.get("pause") == 2 and choice.value < best:
                self.warn(
                    "pause-not-best",
                    choice.place,
                    f"`{choice.id}` is a full time-out of value {choice.value} where {best} is "
                    "offered; a time-out should be among the best, or the mark be 1",
                )

    def alike(self, node: Node, choices: tuple[Choice, ...]) -> None:
        seen: dict[str, str] = {}
        for choice in choices:
            bare = "".join(filter(str.isalnum, choice.say)).casefold()
            if bare in seen:
                self.warn(
                    "read-alike",
                    choice.place,
                    f"`{choice.id}` reads like `{seen[bare]}`; say something else",
                )
            seen.setdefault(bare, choice.id)

    def lengths(self, node: Node, choices: tuple[Choice, ...]) -> bool:
        """Tells of very uneven choices; whether they are uneven enough to be counted."""
        names = self.scenario.names
        sizes = [len(put_names(choice.say, names)) for choice in choices]
        longest, shortest = max(sizes), max(1, min(sizes))
        if longest > MOST_UNEVEN * shortest:
            self.warn(
                "uneven-length",
                node.place,
                f"the longest choice in `{node.id}` has {longest} characters and the shortest "
                f"{shortest}: over {MOST_UNEVEN} times; even them out",
            )
        return longest > OFTEN_UNEVEN * shortest


def check_story(scenario: Scenario, graph: Graph, catalogue: Catalogue) -> list[Problem]:
    """The warnings over one scenario."""
    return StoryCheck(scenario, graph, catalogue).run()
