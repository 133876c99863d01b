"""The warnings over the paths of one scenario: their length, what they offer, where they lead."""

from __future__ import annotations

from trainer.scenario.graph import Graph, endings_open, kinds
from trainer.scenario.model import ENDING_KINDS, Catalogue, Choice, Node, Scenario
from trainer.scenario.problems import Problem, problem
from trainer.scenario.story_rules import where

LEAST_DECISIONS = 4, 2  # of the seat that a solo player takes, and of the other
LEAST_ENDINGS = 3

LONGEST_WAY = 12  # choices that a message names

_SAFE = 0b011  # repaired or partly, as graph.endings_open counts them


class StoryRules:
    """One scenario, its graph, and the warnings found."""

    def __init__(self, scenario: Scenario, graph: Graph, catalogue: Catalogue) -> None:
        self.scenario = scenario
        self.graph = graph
        self.catalogue = catalogue
        self.problems: dict[Problem, None] = {}
        #: The different offers of choices; many states share one.
        self.different = {id(choices): choices for choices in graph.offered}

    def warn(self, code: str, place: tuple[int, int], message: str) -> None:
        """Notes a warning, once."""
        self.problems[problem(self.scenario.path, place, code, message)] = None

    def main(self, node: Node) -> bool:
        """Whether the seat that a solo player takes speaks here."""
        return node.turn == self.scenario.play_as

    def seats(self) -> tuple[str, str]:
        """The seat that a solo player takes, and the other."""
        return self.scenario.play_as, self.scenario.other(self.scenario.play_as)


class PathRules(StoryRules):
    """The rules over paths."""

    def run_paths(self) -> None:
        """Looks for every warning over paths."""
        self.path_rules()
        self.endings()
        self.way_back()
        for seat in self.scenario.roles:
            self.chance_to_repair(seat)

    def path_rules(self) -> None:
        graph, scenario = self.graph, self.scenario
        count = len(graph.nodes)
        ours, theirs, focus = [0] * count, [0] * count, [0] * count
        everything = (1 << len(scenario.focus)) - 1
        on_offer = {key: self.focus_offered(choices) for key, choices in self.different.items()}
        for state in graph.order:
            targets = graph.targets[state]
            if targets and min(targets) >= 0:
                ours[state] = min(map(ours.__getitem__, targets))
                theirs[state] = min(map(theirs.__getitem__, targets))
                always = everything
                for target in targets:
                    always &= focus[target]
                focus[state] = always | on_offer[id(graph.offered[state])]
                turn = graph.nodes[state].turn
                if turn is not None:
                    (ours if turn == scenario.play_as else theirs)[state] += 1
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
                    f"there is a path on which `{principle}` is never offered; offer it on every "
                    "path, or take it out of `focus`",
                )

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
        nodes, reachable = self.graph.nodes, self.graph.reachable(other)
        lost = [s for s in reachable if not reach[s] & _SAFE and nodes[s].turn == main]
        came_from = self.came_from(other) if lost else {}
        told: set[str] = set()
        for state in lost:
            node = nodes[state]
            if node.id not in told:
                told.add(node.id)
                values = self.graph.values[state]
                self.warn(
                    "no-way-back",
                    node.place,
                    f"from `{node.id}` only {' or '.join(kinds(reach[state]))} can be reached "
                    f"by `{main}` alone{where(self.scenario, values)}"
                    f"{self.way_to(state, main, came_from)}; give one choice a way to repaired or "
                    "partly",
                )

    def came_from(self, held_by_script: str) -> dict[int, int]:
        """For each state that can be reached the first one found that leads to it."""
        routes = self.graph.routes(held_by_script)
        found: dict[int, int] = {}
        for state in self.graph.reachable(held_by_script):  # each after all that lead to it
            for target in routes[state]:
                found.setdefault(target, state)
        return found

    def way_to(self, goal: int, seat: str, came_from: dict[int, int]) -> str:
        """Choices of a seat that lead to a state: the last of them where there are many."""
        graph = self.graph
        taken: list[str] = []
        while goal:
            if len(taken) == LONGEST_WAY:
                taken.append("…")
                break
            state = came_from[goal]
            if graph.nodes[state].turn == seat:
                choice = graph.offered[state][graph.targets[state].index(goal)]
                taken.append(f"`{choice.id}`")
            goal = state
        return f", for instance after {', '.join(reversed(taken))}" if taken else ""

    def chance_to_repair(self, seat: str) -> None:
        """After a choice of value below 0, one of the seat's next two decisions offers repair."""
        graph, nodes = self.graph, self.graph.nodes
        reachable = graph.reachable(self.scenario.other(seat))
        repairing = {key for key, each in self.different.items() if self.offers_repair(each)}
        decisions = [state for state in reachable if nodes[state].turn == seat]
        without = {state for state in decisions if id(graph.offered[state]) not in repairing}
        following = self.next_decisions(seat, reachable) if without else {}
        # Decisions that offer no repair, and after which there may come another that offers none.
        twice = {
            state
            for state in without
            if any(following.get(target) in without for target in graph.targets[state])
        }
        for state in decisions if twice else ():
            for choice, target in zip(graph.offered[state], graph.targets[state], strict=True):
                if choice.value < 0 and following.get(target) in twice:
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
