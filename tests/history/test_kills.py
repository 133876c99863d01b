"""kill -9 at any moment loses nothing that was shown."""

from __future__ import annotations

from random import Random

from tests.history.killing import TYPED, KilledPlays


def test_what_was_shown_is_kept_through_25_kills(tmp_path):
    plays = KilledPlays(tmp_path)
    random = Random(3)
    kills = [plays.kill(number, random) for number in range(25)]
    # The moments were really spread over the play.
    assert len({kill.kept for kill in kills}) > 5
    assert any(kill.kept < len(TYPED) for kill in kills)
