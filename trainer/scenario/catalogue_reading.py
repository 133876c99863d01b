"""Reads the two catalogues that stand beside the scenarios: principles and skills."""

from __future__ import annotations

from trainer.scenario.model import Family, ModelPair, Principle, Skill
from trainer.scenario.reading import Reader, Shape
from trainer.scenario.source import Source
from trainer.scenario.tree import Tree

_PRINCIPLES = Shape(("families", "principles"))
_FAMILY = Shape(("title", "summary"))
_PRINCIPLE = Shape(("family", "title", "shows", "against", "source"))
_SKILL = Shape(("title", "summary", "rules", "models", "families"))
_MODEL = Shape(("when", "weak", "strong", "rule"))


class CatalogueReader(Reader):
    """Reads ``principles.yaml`` or ``skills.yaml``."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.roles = ()

    def principles(self, root: Tree | None) -> tuple[dict[str, Family], dict[str, Principle]]:
        """The families and principles."""
        families: dict[str, Family] = {}
        principles: dict[str, Principle] = {}
        top = self.fields(root, "the principles", _PRINCIPLES)
        if top is None:
            return families, principles
        for at, key, value in self.entries(top.get("families"), "`families`"):
            self.new_id(at, "a family")
            fields = self.fields(value, f"family `{key}`", _FAMILY, at.place)
            if fields:
                title = self.text(fields.get("title"), "a title")
                families[key] = Family(key, title, self.text(fields.get("summary"), "a summary"))
        for at, key, value in self.entries(top.get("principles"), "`principles`"):
            self.new_id(at, "a principle")
            fields = self.fields(value, f"principle `{key}`", _PRINCIPLE, at.place)
            if fields:
                family = self.known(fields.get("family"), "`family`", families, "unknown-family")
                texts = (
                    self.text(fields.get(name), f"`{name}`") for name in _PRINCIPLE.required[1:]
                )
                principles[key] = Principle(key, family or "", *texts)
        return families, principles

    def skills(self, root: Tree | None, families: dict[str, Family]) -> dict[str, Skill]:
        """The skills. ``families`` are those that they may name."""
        found: dict[str, Skill] = {}
        for at, key, value in self.entries(root, "the skills"):
            self.new_id(at, "a skill")
            fields = self.fields(value, f"skill `{key}`", _SKILL, at.place)
            if fields is None:
                continue
            found[key] = Skill(
                key,
                self.text(fields.get("title"), "a title"),
                self.text(fields.get("summary"), "a summary"),
                self.texts(fields.get("rules"), "`rules`"),
                self.models(fields.get("models")),
                tuple(
                    self.known(item, "`families`", families, "unknown-family") or ""
                    for item in self.items(fields.get("families"), "`families`")
                ),
            )
        return found

    def models(self, node: Tree | None) -> tuple[ModelPair, ...]:
        """Pairs of a weak and a strong line."""
        pairs = []
        for item in self.items(node, "`models`"):
            fields = self.fields(item, "a pair of models", _MODEL)
            if fields:
                pairs.append(
                    ModelPair(*(self.text(fields.get(k), f"`{k}`") for k in _MODEL.required))
                )
        return tuple(pairs)
