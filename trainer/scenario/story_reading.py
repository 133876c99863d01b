"""Reads a whole scenario: its head, and then the story of nodes, lines and choices."""

from __future__ import annotations

from trainer.scenario.head_reading import OPTIONAL, REQUIRED, STORY, STORY_OPTIONAL
from trainer.scenario.line_reading import LineReader
from trainer.scenario.model import ENDING_KINDS, Choice, Ending, Node, Scenario, value_of
from trainer.scenario.reading import Shape
from trainer.scenario.record import as_dict
from trainer.scenario.tree import Mapping, Scalar, Tree
from trainer.scenario.walkthroughs import read_walkthroughs

_WAYS_ON = ("turn", "goto", "ending")
_SCENARIO = Shape((*REQUIRED, *STORY), (*OPTIONAL, *STORY_OPTIONAL))
_NODE = Shape((), ("lines", "choices", *_WAYS_ON))
_ENDING = Shape(("kind", "title", "reflection"))
_CHOICE = Shape(("say", "marks", "why", "goto"), ("lines", "effects", "when", "auto"))


class StoryReader(LineReader):
    """Reads a scenario."""

    def scenario(self, root: Tree | None) -> Scenario | None:
        """The scenario, with stand-ins for what could not be read; None if it is no mapping."""
        if not isinstance(root, Mapping):
            if root is not None:
                self.add("not-a-scenario", root.place, "a scenario is a mapping of keys (title: …)")
            return None
        fields = self.fields(root, "a scenario", _SCENARIO, (1, 1))
        assert fields is not None
        head = self.head(fields)
        state = self.read_state(fields.get("state"), dict(head.roles))
        nodes = self.read_nodes(fields.get("nodes"))
        start = self.known(fields.get("start"), "`start`", nodes, "unknown-node") or ""
        if "nodes" in root.pairs and next(reversed(root.pairs)) != "nodes":
            self.add(
                "nodes-not-last",
                fields.key_place("nodes"),
                "move `nodes` to the end of the file, so that lists can be read from the heads",
            )
        return Scenario(
            **as_dict(head),
            state=state,
            start=start,
            nodes=nodes,
            walkthroughs=read_walkthroughs(self, fields.get("walkthroughs")),
        )

    def read_nodes(self, node: Tree | None) -> dict[str, Node]:
        if isinstance(node, Mapping):
            self.node_ids = frozenset(node.pairs)
            if not node.pairs:
                self.add("wrong-type", node.place, "`nodes` must have at least one node")
        nodes = {key: self.read_node(at, value) for at, key, value in self.entries(node, "`nodes`")}
        self.inside = ""
        return nodes

    def read_node(self, at: Scalar, value: Tree) -> Node:
        name = self.new_id(at, "a node")
        what = f"node `{name}`"
        self.inside = f" in {what}"
        fields = self.fields(value, what, _NODE, at.place)
        if fields is None:
            self.doubt()
            return Node(name, place=at.place)
        ways = [way for way in _WAYS_ON if way in fields.pairs]
        choices_alone = not ways and fields.get("choices") is not None
        if len(ways) != 1 and not choices_alone:
            self.doubt()
            has = f"has {' and '.join(ways)}" if ways else "has none"
            self.add(
                "one-way-on",
                at.place,
                f"{what} needs exactly one of `turn` with `choices`, `goto` and `ending`; it {has}",
            )
        has_turn = "turn" in ways
        if has_turn != (fields.get("choices") is not None) and (has_turn or choices_alone):
            self.doubt()
            missing = "choices" if has_turn else "turn"
            self.add("missing-key", at.place, f"{what} needs the key `{missing}`; add it")
        elif not has_turn and fields.get("choices") is not None:
            self.doubt()
            self.add("one-way-on", fields.key_place("choices"), f"{what}: `choices` need a `turn`")
        lines = self.read_lines(fields.get("lines"))
        turn = self.role(fields.get("turn"), "`turn`")
        if has_turn and turn is None:
            self.doubt()
        return Node(
            name,
            lines,
            turn,
            self.read_choices(fields.get("choices")) if has_turn or fields.get("choices") else (),
            self.link(fields.get("goto")) if "goto" in ways else None,
            self.read_ending(fields.get("ending"), fields.key_place("ending")),
            at.place,
        )

    def link(self, node: Tree | None) -> str:
        """A link to a node; an empty one, which leads nowhere, if there is no such node."""
        return self.known(node, "`goto`", self.node_ids, "unknown-node") or ""

    def read_ending(self, node: Tree | None, place: tuple[int, int]) -> Ending | None:
        if node is None:
            return None
        fields = self.fields(node, "an ending", _ENDING, place)
        if fields is None:
            return Ending("apart", "", "")
        kind = self.known(fields.get("kind"), "`kind`", ENDING_KINDS, "wrong-type")
        if kind is None:
            self.doubt()
        return Ending(
            kind or "apart",
            self.text(fields.get("title"), "an ending's title", 40),
            self.text(fields.get("reflection"), "a reflection"),
        )

    def read_choices(self, node: Tree | None) -> tuple[Choice, ...]:
        if not isinstance(node, Mapping):
            self.doubt()
        of_node = self.inside
        choices = []
        for at, key, value in self.entries(node, "`choices`"):
            self.inside = f" of choice `{key}`{of_node}"
            choices.append(self.read_choice(at, value))
        self.inside = of_node
        return tuple(choices)

    def read_choice(self, at: Scalar, value: Tree) -> Choice:
        name = self.new_id(at, "a choice")
        fields = self.fields(value, f"choice `{name}`", _CHOICE, at.place)
        if fields is None:
            self.doubt()
            return Choice(name, "", {}, "", "", place=at.place)
        get = {key: node for key, (_, node) in fields.pairs.items()}.get
        marks = self.read_marks(get("marks"))
        return Choice(
            name,
            self.text(get("say"), "`say`", 200),
            marks,
            self.text(get("why"), "`why`"),
            self.link(get("goto")),
            self.read_lines(get("lines")),
            self.read_effects(get("effects")),
            self.expression(get("when"), "`when`"),
            self.expression(get("auto"), "`auto`"),
            value_of(marks),
            at.place,
        )

    def read_marks(self, node: Tree | None) -> dict[str, int]:
        if node is None:
            return {}
        marks: dict[str, int] = {}
        for at, key, value in self.entries(node, "`marks`"):
            if self.space_missing(at, self.catalogue.principles):
                continue
            if key not in self.catalogue.principles:
                self.known(at, "`marks`", self.catalogue.principles, "unknown-principle")
            mark = self.whole(value, f"the mark for `{key}`", -2, 2)
            if mark == 0:
                self.add("out-of-range", value.place, f"the mark for `{key}` is 0; leave it out")
            elif mark is not None:
                marks[key] = mark
        if isinstance(node, Mapping) and len(node.pairs) > 3:
            self.add("out-of-range", node.place, "a choice has at most three marks; keep the chief")
        return marks

    def read_effects(self, node: Tree | None) -> tuple[tuple[int, int | bool], ...]:
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self.doubt()
        effects: list[tuple[int, int | bool]] = []
        for at, key, value in self.entries(node, "`effects`"):
            if self.state_index is None:
                self.doubt()
                continue
            if key not in self.state_index:
                self.doubt()
                if not self.space_missing(at, self.state_index):
                    self.known(at, "`effects`", self.state_index, "unknown-state")
                continue
            index, is_meter = self.state_index[key]
            if is_meter:
                change = self.whole(value, f"the effect on `{key}`", -10, 10)
                if change is not None:
                    effects.append((index, change))
                    continue
            elif isinstance(value, Scalar) and value.kind == "bool":
                effects.append((index, value.text == "true"))
                continue
            else:
                self.wrong_type(value, f"`{key}` is a flag: its effect must be `true` or `false`")
            self.doubt()
        return tuple(effects)
