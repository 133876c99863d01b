"""Reads what stands before ``nodes``: the head that home lists, and the state."""

from __future__ import annotations

import os

from trainer.scenario.model import METER_HIGH, METER_LOW, Catalogue, Head, Role, StateName
from trainer.scenario.reading import Reader, Shape
from trainer.scenario.source import Source
from trainer.scenario.tree import Mapping, Scalar, Tree

REQUIRED = ("title", "premise", "skill", "level", "minutes", "focus", "roles", "play_as")
OPTIONAL = ("format", "content_notes", "author", "licence", "language", "sources", "walkthroughs")
STORY = ("start", "nodes")
STORY_OPTIONAL = ("state",)
FORMAT = 1

_ROLE = Shape(("name", "brief"))
_METER = Shape(("of", "start"))


def id_of(path: str) -> str:
    """A scenario's id: its file's stem."""
    return os.path.splitext(os.path.basename(path))[0]


class HeadReader(Reader):
    """Reads the head of a scenario, and keeps what the story's reader needs of it."""

    def __init__(self, source: Source, catalogue: Catalogue) -> None:
        super().__init__(source)
        self.catalogue = catalogue
        self.names: dict[str, str] = {}
        self.node_ids: frozenset[str] = frozenset()
        #: Each meter's and flag's index in the state, and whether it is a meter; None if unknown.
        self.state_index: dict[str, tuple[int, bool]] | None = {}

    def head(self, fields: Mapping) -> Head:
        """The head; stand-ins take the place of what could not be read."""
        get = fields.get
        if get("format") is not None:
            self.whole(get("format"), "`format`", FORMAT, FORMAT)
        roles = self.read_roles(get("roles"))
        catalogue = self.catalogue
        return Head(
            id=id_of(self.source.path),
            path=self.source.path,
            title=self.text(get("title"), "`title`", 40),
            premise=self.text(get("premise"), "`premise`", 600),
            skill=self.known(get("skill"), "`skill`", catalogue.skills, "unknown-skill") or "",
            level=self.whole(get("level"), "`level`", 1, 3) or 1,
            minutes=self.whole(get("minutes"), "`minutes`", 1, 60) or 1,
            focus=self.read_focus(get("focus")),
            roles=roles,
            play_as=self.role(get("play_as"), "`play_as`") or "",
            content_notes=self.texts(get("content_notes"), "`content_notes`"),
            author=self.optional_text(get("author"), "`author`"),
            licence=self.optional_text(get("licence"), "`licence`"),
            language=self.optional_text(get("language"), "`language`"),
            sources=self.texts(get("sources"), "`sources`"),
        )

    def optional_text(self, node: Tree | None, what: str) -> str:
        return "" if node is None else self.text(node, what)

    def read_focus(self, node: Tree | None) -> tuple[str, ...]:
        items = self.items(node, "`focus`")
        if isinstance(node, Tree) and not items and hasattr(node, "items"):
            self.add("wrong-type", node.place, "`focus` must name at least one principle")
        known = self.catalogue.principles
        found = (self.known(item, "`focus`", known, "unknown-principle") for item in items)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def role(self, node: Tree | None, what: str) -> str | None:
        """A role's id. Nothing is held against it where the roles could not be read."""
        return None if self.roles is None else self.known(node, what, self.names, "unknown-role")

    def read_roles(self, node: Tree | None) -> dict[str, Role]:
        """The two roles. From here on texts may name them."""
        briefs: dict[str, Tree | None] = {}
        self.roles = ()  # a name stands in other texts, so it can hold no other name
        for at, key, value in self.entries(node, "`roles`"):
            self.new_id(at, "a role")
            fields = self.fields(value, f"role `{key}`", _ROLE, at.place)
            self.names[key] = self.name(fields.get("name"), "a name") if fields else key
            briefs[key] = fields.get("brief") if fields else None
        if isinstance(node, Mapping) and len(briefs) != 2:
            self.add("wrong-type", node.place, f"`roles` must have exactly two, not {len(briefs)}")
        self.roles = briefs if isinstance(node, Mapping) else None
        return {
            key: Role(key, self.names[key], self.text(brief, "a brief"))
            for key, brief in briefs.items()
        }

    def read_state(self, node: Tree | None, roles: dict[str, Role]) -> tuple[StateName, ...]:
        """The meters and flags. Where one cannot be read, nothing is held against their names."""
        found: list[StateName] = []
        if node is None:
            return ()
        if not isinstance(node, Mapping):
            self.state_index = None
        for at, key, value in self.entries(node, "`state`"):
            if "-" in self.new_id(at, "a meter or flag"):
                self.add("bad-id", at.place, f"`{key}`: write names in `state` with _, not with -")
            name = self.read_state_name(at, key, value, roles)
            if name is None:
                self.state_index = None
            else:
                found.append(name)
        if self.state_index is not None:
            self.state_index = {name.name: (i, name.is_meter) for i, name in enumerate(found)}
        return tuple(found)

    def read_state_name(
        self, at: Scalar, key: str, value: Tree, roles: dict[str, Role]
    ) -> StateName | None:
        if isinstance(value, Mapping):
            fields = self.fields(value, f"meter `{key}`", _METER, at.place)
            assert fields is not None
            of = self.role(fields.get("of"), f"`of` in meter `{key}`")
            start = self.whole(
                fields.get("start"), f"`start` in meter `{key}`", METER_LOW, METER_HIGH
            )
            return StateName(key, start or 0, of or "?", at.place)
        if isinstance(value, Scalar) and value.kind == "bool":
            return StateName(key, value.text == "true", None, at.place)
        self.wrong_type(
            value, f"`{key}` must be a meter, as in {{of: ROLE, start: 5}}, or `true` or `false`"
        )
        return None
