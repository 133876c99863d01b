"""The warnings over one scenario: what keeps it from being worth practising.

A *decision* is a reachable state in which a seat speaks; *offered* are the choices whose ``when``
holds there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.scenario.graph import Graph, endings_open, kinds
from trainer.scenario.model import ENDING_KINDS, Catalogue, Choice, Line, Node, Scenario
from trainer.scenario.problems import Problem, problem
from trainer.scenario.steps import after, shown
from trainer.scenario.texts import put_names

LEAST_CHOICES = 3, 2  # for the seat that a solo player takes, and for the other
LEAST_BEST = 2, 1
LEAST_DECISIONS = 4, 2
LEAST_ENDINGS = 3
MOST_UNEVEN, OFTEN_UNEVEN = 2.5, 1.8  # longest `say` by shortest: never over, in a third not over

_SAFE = 0b011  # repaired or partly, as graph.endings_open counts them


class StoryCheck:
    """One scenario, its graph, and the warnings found."""

    def __init__(self, scenario: Scenario, graph: Graph, catalogue: Catalogue) -> None:
        self.scenario = scenario
        self.graph = graph
        self.catalogue = catalogue
        self.problems: dict[Problem, None] = {}
        #: The different offers; many states share one.
        self.different = {id(choices): choices for choices in graph.offered}
        self.decisions = [i for i, node in enumerate(graph.nodes) if node.turn is not None]

    def run(self) -> list[Problem]:
        """Every warning, each told once."""
        self.unused()
        self.decision_rules()
        self.path_rules()
        self.endings()
        self.way_back()
        for seat in self.scenario.roles:
            self.chance_to_repair(seat)
        return list(self.problems)

    def warn(self, code: str, place: tuple[int, int], message: str) -> None:
        self.problems[problem(self.scenario.path, place, code, message)] = None

    def main(self, node: Node) -> bool:
        return node.turn == self.scenario.play_as

    # What never happens

    def unused(self) -> None:
        graph = self.graph
        reached = {node.id for node in graph.nodes}
        used: set[int] = set()
        conditional = {
            node.id
            for node in self.scenario.nodes.values()
            if any(line.when for line in node.lines)
            or any(line.when for choice in node.choices for line in choice.lines)
        }
        for state, choices in enumerate(graph.offered):
            node = graph.nodes[state]
            if node.id in conditional:
                values = graph.values[state]
                used.update(id(line) for line in shown(node.lines, values))
                for choice in choices:
                    used.update(id(line) for line in shown(choice.lines, after(choice, values)))
        for choices in self.different.values():
            used.update(map(id, choices))
        read: set[str] = set()
        for node in self.scenario.nodes.values():
            read |= self.unused_in(node, node.id in reached, used)
        for name in self.scenario.state:
            if name.name not in read:
                self.warn(
                    "never-read",
                    name.place,
                    f"nothing reads `{name.name}`; use it in a `when` or `auto`, or delete it",
                )

    def unused_in(self, node: Node, reached: bool, used: set[int]) -> set[str]:
        """Tells of what is never seen in a node; gives the names that its expressions read."""
        read: set[str] = set()
        for line in node.lines:
            read |= self.unused_line(line, id(line) in used or (reached and not line.when))
        for choice in node.choices:
            offered = id(choice) in used
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
                read |= self.unused_line(line, id(line) in used or (offered and not line.when))
        return read

    def unused_line(self, line: Line, seen: bool) -> frozenset[str]:
        if not seen:
            self.warn(
                "never-shown", line.place, "this line is never shown; mend its `when` or delete it"
            )
        return line.when.names if line.when else frozenset()

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
            bare = re.sub(r"[\W_]+", "", choice.say).casefold()
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

    # What is true on every path

    def path_rules(self) -> None:
        graph, scenario = self.graph, self.scenario
        count = len(graph.nodes)
        ours, theirs, focus = [0] * count, [0] * count, [0] * count
        everything = (1 << len(scenario.focus)) - 1
        on_offer = {key: self.focus_offered(choices) for key, choices in self.different.items()}
        for state in graph.order:
            targets = graph.targets[state]
            if targets and min(targets) >= 0:
                ours[state] = min([ours[target] for target in targets])
                theirs[state] = min([theirs[target] for target in targets])
                always = everything
                for target in targets:
                    always &= focus[target]
                focus[state] = always | on_offer[id(graph.offered[state])]
                node = graph.nodes[state]
                if node.turn is not None:
                    (ours if self.main(node) else theirs)[state] += 1
        start = scenario.nodes[scenario.start].place
        counts = (ours[0], theirs[0])
        for seat, found, least in zip(self.seats(), counts, LEAST_DECISIONS, strict=True):
            if found < least:
                self.warn(
                    "short-path",
                    start,
                    f"there is a path with {found} decisions of `{seat}`; {least} or more, please",
                )
        for bit, principle in enumerate(scenario.focus):
            if not focus[0] & (1 << bit):
                self.warn(
                    "focus-not-offered",
                    start,
                    f"there is a path on which `{principle}` (in `focus`) is never offered",
                )

    def seats(self) -> tuple[str, str]:
        return self.scenario.play_as, self.scenario.other(self.scenario.play_as)

    def focus_offered(self, choices: tuple[Choice, ...]) -> int:
        bits = 0
        for bit, principle in enumerate(self.scenario.focus):
            if any(choice.marks.get(principle, 0) > 0 for choice in choices):
                bits |= 1 << bit
        return bits

    def endings(self) -> None:
        endings = {node.id: node.ending.kind for node in self.graph.nodes if node.ending}
        missing = [kind for kind in ENDING_KINDS if kind not in endings.values()]
        if len(endings) < LEAST_ENDINGS or missing:
            lack = f"; there is none of kind {' or '.join(missing)}" if missing else ""
            self.warn(
                "few-endings",
                self.scenario.nodes[self.scenario.start].place,
                f"{len(endings)} endings can be reached; {LEAST_ENDINGS} or more, one of each "
                f"kind{lack}",
            )

    def way_back(self) -> None:
        main, other = self.seats()
        reach = endings_open(self.graph, other)
        for state in self.graph.reachable(other):
            node = self.graph.nodes[state]
            if node.turn == main and not reach[state] & _SAFE:
                self.warn(
                    "no-way-back",
                    node.place,
                    f"from `{node.id}` only {' or '.join(kinds(reach[state]))} can be reached "
                    f"by `{main}` alone; give one choice a way to repaired or partly",
                )

    def chance_to_repair(self, seat: str) -> None:
        """After a choice of value below 0, one of the seat's next two decisions offers repair."""
        graph, other = self.graph, self.scenario.other(seat)
        reachable = graph.reachable(other)
        following = self.next_decisions(seat, reachable)
        repair_offers = {key: self.offers_repair(each) for key, each in self.different.items()}
        repairs = {
            state: repair_offers[id(graph.offered[state])]
            for state in reachable
            if graph.nodes[state].turn == seat
        }
        for state in repairs:
            for choice, target in zip(graph.offered[state], graph.targets[state], strict=True):
                first = following.get(target)
                if choice.value >= 0 or first is None or repairs[first]:
                    continue
                seconds = (following.get(then) for then in graph.targets[first])
                if any(second is not None and not repairs[second] for second in seconds):
                    self.warn(
                        "no-repair",
                        choice.place,
                        f"after `{choice.id}` neither of the next two decisions of `{seat}` need "
                        "offer a choice with a positive mark of the family `repair`; offer one",
                    )

    def offers_repair(self, choices: tuple[Choice, ...]) -> bool:
        return any(
            mark > 0 and self.catalogue.in_family(principle, "repair")
            for choice in choices
            for principle, mark in choice.marks.items()
        )

    def next_decisions(self, seat: str, reachable: list[int]) -> dict[int, int | None]:
        """For each state the seat's next decision from there on, the other seat scripted."""
        following: dict[int, int | None] = {}
        routes = self.graph.routes(self.scenario.other(seat))
        for state in reversed(reachable):
            if self.graph.nodes[state].turn == seat:
                following[state] = state
            else:
                targets = routes[state]
                following[state] = following.get(targets[0]) if targets else None
        return following


def check_story(scenario: Scenario, graph: Graph, catalogue: Catalogue) -> list[Problem]:
    """The warnings over one scenario."""
    return StoryCheck(scenario, graph, catalogue).run()
