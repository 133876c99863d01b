"""What people say in the shipped scenarios: plain words, at a reading level that suits most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

import pytest

from trainer.scenario.files import load
from trainer.scenario.library import open_library, shipped_catalogue
from trainer.scenario.model import Scenario
from trainer.scenario.texts import put_names

SAMPLE = 150  # words

CLINICAL = re.compile(
    r"\b(validat\w+|invalidat\w+|boundar(y|ies)|trigger\w*|gaslight\w*|attachment|trauma\w*|toxic|"
    r"narciss\w+|codepend\w+|dysfunction\w*|dysregulat\w+|empath\w+|attun\w+|rupture|stonewall\w*|"
    r"passive.aggressive|projecting|coping|self.care|unmet|love language|safe space|"
    r"hold(ing)? space|therap\w+|feelings are valid|what i.?m hearing is)\b",
    re.IGNORECASE,
)


def spoken(scenario: Scenario) -> Iterator[str]:
    """Every line that a person says, deeds in brackets left out."""
    for node in scenario.nodes.values():
        lines = [*node.lines, *(line for choice in node.choices for line in choice.lines)]
        for said in [line.text for line in lines if line.speaker] + [c.say for c in node.choices]:
            yield re.sub(r"\[.*?\]", "", put_names(said, scenario.names))


def syllables(word: str) -> int:
    """The syllables of an English word, near enough: its groups of vowels, silent ones not."""
    word = word.lower()
    stem = re.sub(r"('\w+|n't)$", "", word)
    count = len(
        re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e[ds]?$|(?<=[aeiouy]l)e$", "", stem))
    )
    count += bool(re.search(r"([td]ed|([sxz]|[cs]h|[cg])es|[ey]ing)$", stem))
    return max(1, count) + bool(re.search(r"([ds]|ve)n't$", word))


def forcast(texts: list[str]) -> float:
    """The school grade by FORCAST: 20 less a tenth of the one-syllable words in 150 words.

    It is the measure made for texts that do not come in full sentences: what counts is words, not
    how long a sentence is. (Caylor, Sticht, Fox and Ford, HumRRO Technical Report 73-5, 1973.)
    """
    words = [word for text in texts for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text)]
    short = sum(1 for word in words if syllables(word) == 1)
    return 20 - SAMPLE * short / len(words) / 10


@pytest.fixture(scope="module")
def library() -> list[Scenario]:
    loaded = [load(each.head.path, shipped_catalogue()) for each in open_library().entries]
    return [each.scenario for each in loaded if each.scenario is not None]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("the came asked don't you're while weren't", 1),
        ("wanted didn't haven't table dishes kitchen crying", 2),
        ("evening beautiful", 3),
    ],
)
def test_syllables(words: str, count: int) -> None:
    assert {syllables(word) for word in words.split()} == {count}


def test_the_reading_level_of_what_is_said_is_grade_6_to_8_at_the_median(
    library: list[Scenario],
) -> None:
    levels = [forcast(list(spoken(scenario))) for scenario in library]
    assert 6 <= median(levels) <= 8
    assert max(levels) < 9


def test_nobody_talks_like_a_therapist(library: list[Scenario]) -> None:
    found = [
        (scenario.id, text)
        for scenario in library
        for text in spoken(scenario)
        if CLINICAL.search(text)
    ]
    assert not found
