"""Runs walkthroughs: each is played solo as its seat, and has to come out as its author wrote."""

from __future__ import annotations

from trainer.scenario.figures import best_value, decision_score, mean_score
from trainer.scenario.model import Choice, Node, Place, Scenario, Values, Walkthrough
from trainer.scenario.problems import Problem, did_you_mean, problem
from trainer.scenario.steps import after, offered, scripted

TYPE_CHECKING = False  # typing itself takes a while to import; so does fractions
if TYPE_CHECKING:
    from fractions import Fraction


def run_walkthroughs(scenario: Scenario) -> list[Problem]:
    """A problem for each walkthrough that does not come out as written, at the step where it stops.

    The scenario must hold to every rule of the format: then each play comes to an end.
    """
    found = []
    for walkthrough in scenario.walkthroughs:
        failure = _Walk(scenario, walkthrough).failure()
        if failure is not None:
            place, message = failure
            what = f"walkthrough `{walkthrough.name}`: {message}"
            found.append(problem(scenario.path, place, "walkthrough", what))
    return found


class _Walk:
    """One walkthrough on its way. ``node`` is where it stands, ``scores`` what it has earned."""

    def __init__(self, scenario: Scenario, walkthrough: Walkthrough) -> None:
        self.scenario = scenario
        self.walkthrough = walkthrough
        self.node: Node = scenario.nodes[scenario.start]
        self.values: Values = scenario.start_values
        self.scores: list[Fraction | None] = []
        self.go_on()

    def go_on(self) -> None:
        """On to the seat's next decision, or to the ending; the other seat is scripted."""
        node = self.node
        while node.ending is None and node.turn != self.walkthrough.seat:
            if node.goto is not None:
                node = self.scenario.nodes[node.goto]
                continue
            choice = scripted(offered(node, self.values), self.values)
            assert choice is not None  # the format's rules see to it
            self.values = after(choice, self.values)
            node = self.scenario.nodes[choice.goto]
        self.node = node

    def failure(self) -> tuple[Place, str] | None:
        """Where the walkthrough fails and why; None if it comes out as written."""
        wanted = self.walkthrough
        for step, (name, place) in enumerate(
            zip(wanted.choices, wanted.choice_places, strict=True), 1
        ):
            if self.node.ending is not None:
                return place, (
                    f"step {step} is one too many: the play is over at `{self.node.id}` by then; "
                    f"delete the steps from `{name}` on"
                )
            choices = offered(self.node, self.values)
            choice = next((each for each in choices if each.id == name), None)
            if choice is None:
                return place, f"step {step}: {self.not_offered(name, choices)}"
            self.take(choice, choices)
        return self.wrong_end()

    def take(self, choice: Choice, choices: tuple[Choice, ...]) -> None:
        self.scores.append(decision_score(choice.value, best_value(choices)))
        self.values = after(choice, self.values)
        self.node = self.scenario.nodes[choice.goto]
        self.go_on()

    def not_offered(self, name: str, choices: tuple[Choice, ...]) -> str:
        ids = [each.id for each in choices]
        hidden = any(each.id == name for each in self.node.choices)
        why = "its `when` does not hold" if hidden else f"`{self.node.id}` has no such choice"
        near = "" if hidden else did_you_mean(name, ids)
        return f"`{name}` is not offered: {why}{near}; on offer there: {', '.join(ids)}"

    def wrong_end(self) -> tuple[Place, str] | None:
        """What is wrong after the last step."""
        wanted, node = self.walkthrough, self.node
        steps = len(wanted.choices)
        if node.ending is None:
            if wanted.ending is None:  # it only says how far one gets
                return self.wrong_score()
            ids = ", ".join(each.id for each in offered(node, self.values))
            return wanted.choice_places[-1] if steps else wanted.place, (
                f"after step {steps} it is not over: `{wanted.seat}` decides in `{node.id}`; go "
                f"on with one of {ids}"
            )
        if wanted.ending is not None and node.id != wanted.ending:
            return wanted.ending_place, (
                f"step {steps} leads to `{node.id}`, not to `{wanted.ending}`; change the steps or "
                "the `ending`"
            )
        return self.wrong_score()

    def wrong_score(self) -> tuple[Place, str] | None:
        score = mean_score(self.scores)
        if self.walkthrough.score is None or self.walkthrough.score == score:
            return None
        found = "is null, as no decision was scored" if score is None else f"is {score}"
        return self.walkthrough.score_place, (
            f"after step {len(self.walkthrough.choices)} the score {found}, not "
            f"{self.walkthrough.score}; change the steps or the `score`"
        )
