"""What there is to learn, in blocks: skills with rules and models, principles with pairs."""

from __future__ import annotations

from trainer.practice.pairs import PAIRS
from trainer.practice.words import AGAINST, SHOWED
from trainer.scenario.model import Catalogue, ModelPair, Principle, Skill
from trainer.tui.text import Block, blank, para, shown, spoken


def skill_blocks(skill: Skill, catalogue: Catalogue) -> list[Block]:
    """A skill: what it is, its rules, and the same moments said weakly and well."""
    blocks: list[Block] = [
        para(shown(skill.title, "strong")),
        para(shown(skill.summary)),
        blank(),
        para(shown("its rules", "muted")),
    ]
    blocks += [rule_block(number, rule) for number, rule in enumerate(skill.rules, 1)]
    for model in skill.models:
        blocks += [blank(), *model_blocks(model), *followed_blocks(model)]
    families = [catalogue.families[each] for each in skill.families if each in catalogue.families]
    if families:
        blocks += [blank(), para(shown("what it is made of", "muted"))]
        blocks += [
            para(shown(family.summary), first=shown(f"{family.title}: ", "other"))
            for family in families
        ]
    return blocks


def rule_block(number: int, rule: str) -> Block:
    """A rule with its number."""
    return para(shown(rule), first=shown(f"{number}  ", "key"))


def model_blocks(model: ModelPair, *, strong_first: bool = False) -> list[Block]:
    """A moment, said weakly and well; or the other way round."""
    when, *weak_and_strong = _pair(model.when, model.weak, model.strong)
    weak, strong = weak_and_strong[:2], weak_and_strong[2:]
    return [when, *strong, *weak] if strong_first else [when, *weak, *strong]


def followed_blocks(model: ModelPair) -> list[Block]:
    """The rule that the strong line follows."""
    return [para(shown(model.rule), first=shown("the rule: ", "muted"), rest=shown("  "))]


def principle_blocks(principle: Principle, catalogue: Catalogue) -> list[Block]:
    """A principle: what shows it, what goes against it, a weak and a strong line, who says so."""
    family = catalogue.families.get(principle.family)
    blocks: list[Block] = [
        para(shown(principle.title, "strong")),
        para(shown(family.title if family else principle.family, "muted")),
        blank(),
        para(shown("A line shows this when it", "muted"), first=shown(f"{SHOWED} ", "shows")),
        para(shown(principle.shows), indent=2),
        blank(),
        para(
            shown("A line goes against this when it", "muted"),
            first=shown(f"{AGAINST} ", "against"),
        ),
        para(shown(principle.against), indent=2),
    ]
    pair = PAIRS.get(principle.id)
    if pair is not None:
        blocks += [blank(), *_pair(pair.when, pair.weak, pair.strong)]
    return [
        *blocks,
        blank(),
        para(shown("says who?", "muted")),
        para(shown(principle.source)),
    ]


def _pair(when: str, weak: str, strong: str) -> list[Block]:
    return [
        para(shown(when, "story")),
        para(shown("said weakly", "muted"), first=shown(f"{AGAINST} ", "against")),
        para(spoken(weak), indent=2),
        para(shown("said well", "muted"), first=shown(f"{SHOWED} ", "shows")),
        para(spoken(strong), indent=2),
    ]
