"""Random walks with lines taken back, over every shipped scenario and both seats."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.running import CHECKOUT
from trainer.practice.play import IllegalMove, Play, replayed
from trainer.practice.report import Debrief
from trainer.practice.scoring import score_seat
from trainer.scenario.files import load
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.model import Choice, Values

SHIPPED = sorted((CHECKOUT / "scenarios").glob("*/*.yaml"))
WALKS, MOVES = 6, 60


def standing(play: Play) -> tuple[object, ...]:
    """All that undo has to bring back."""
    return (
        play.node.id,
        play.values,
        play.turn,
        play.talk,
        [choice.id for choice in play.choices],
        [(each.node.id, each.values, each.took.id) for each in play.decisions],
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_undo_restores_everything_and_first_tries_count(path: Path) -> None:
    catalogue = shipped_catalogue()
    loaded = load(str(path), catalogue)
    scenario = loaded.scenario
    assert scenario is not None
    for seat in scenario.roles:
        for walk in range(WALKS):
            chance = Random(f"{seat} {walk}")
            play = Play(scenario, [seat])
            stack = [standing(play)]
            first: dict[tuple[str, Values], Choice] = {}
            for _ in range(MOVES):
                if len(stack) > 1 and (play.ending is not None or chance.random() < 0.4):
                    play.take_back()
                    stack.pop()
                else:
                    choice = chance.choice(play.choices)
                    first.setdefault((play.node.id, play.values), choice)
                    play.choose(choice.id)
                    stack.append(standing(play))
                assert standing(play) == stack[-1]
            while play.ending is None:
                choice = chance.choice(play.choices)
                first.setdefault((play.node.id, play.values), choice)
                play.choose(choice.id)
            for scored in score_seat(seat, play.decisions, catalogue).decisions:
                decision = scored.decision
                assert decision.first is first[decision.node.id, decision.values]
                assert scored.value == decision.first.value
            again = replayed(scenario, [seat], play.moves)
            assert standing(again) == standing(play)
            assert (
                Debrief(again, catalogue, loaded.graph).as_json()
                == Debrief(play, catalogue, loaded.graph).as_json()
            )
            while play.decisions:
                play.take_back()
            assert standing(play) == stack[0]
            with pytest.raises(IllegalMove):
                play.take_back()
            assert standing(play) == stack[0]
