"""What a person brings to a play beside their choices, and the coach's words on each line."""

from __future__ import annotations

import pytest

from tests.running import CHECKOUT
from tests.unit.building import changed, written
from trainer.practice.breath import Breath, breath_at, minutes_left, time_left
from trainer.practice.coach import APPEASED, FIRST_MISS, SECOND_TRY, Coach
from trainer.practice.play import Play
from trainer.practice.practising import (
    BACK,
    CLOSER,
    MOST_TYPED,
    STAY,
    Guess,
    How,
    Practised,
    Typed,
    good_lines,
    how_it_lands,
    moves_to,
    on_offer,
    typed_text,
    watched_in_words,
)
from trainer.practice.scoring import score_seat
from trainer.scenario.files import Loaded, load
from trainer.scenario.library import shipped_catalogue
from trainer.scenario.model import Catalogue

PLATE = CHECKOUT / "tests" / "tui" / "library" / "making-up" / "the-cold-plate.yaml"
CUPS = CHECKOUT / "tests" / "data" / "two-cups.yaml"


@pytest.fixture
def catalogue() -> Catalogue:
    return shipped_catalogue()


@pytest.fixture
def cups(catalogue: Catalogue) -> Loaded:
    loaded = load(str(CUPS), catalogue)
    assert loaded.scenario is not None
    return loaded


@pytest.fixture
def play(cups: Loaded) -> Play:
    assert cups.scenario is not None
    return Play(cups.scenario, ["sam"])


def coach_of(play: Play, cups: Loaded, catalogue: Catalogue) -> Coach:
    return Coach(play, catalogue, cups.graph)


def test_the_first_miss_offers_to_take_it_back_by_name_and_no_other_does(play, cups, catalogue):
    coach = coach_of(play, cups, catalogue)
    play.choose("but-you")
    assert "take it back" in coach.on_line(0, "u").offer
    assert "u does that" in coach.on_line(0, "u").offer
    again = Play(play.scenario, ["sam"])
    coach = coach_of(again, cups, catalogue)
    again.choose("own-it")
    assert coach.on_line(0, "u").offer == ""


def test_a_second_try_is_called_so_and_offers_nothing(play, cups, catalogue):
    play.choose("but-you")
    play.take_back()
    play.choose("own-it")
    words = coach_of(play, cups, catalogue).on_line(0, "u")
    assert words.now == SECOND_TRY
    assert words.offer == ""
    assert words.marks == {"acknowledge": 2, "impact": 1}


def test_the_coach_says_the_same_of_a_line_when_it_is_told_again(play, cups, catalogue):
    coach = coach_of(play, cups, catalogue)
    play.choose("but-you")
    then = coach.on_line(0, "u")
    play.choose("sweep")
    now = coach.on_line(0, "u")
    assert (then.why, then.now, then.offer) == (now.why, now.now, now.offer)


@pytest.mark.parametrize("seat", ["sam", "robin"])
def test_after_appeasing_the_coach_asks_for_a_true_sentence_and_not_to_own_a_thing(seat, tmp_path):
    text = changed(
        ("{non-defensive: -1}", "{honest-limit: -2}"),
        ("{receive: 1}", "{honest-limit: -2}"),
        ("{patience: -1}", "{honest-limit: -2, receive: 1}"),
        ("{own-side: 1}", "{honest-limit: -2}"),
    )
    story = load(written(tmp_path, text), shipped_catalogue())
    assert story.scenario is not None
    play = Play(story.scenario, [seat])
    coach = Coach(play, shipped_catalogue(), story.graph)
    for number, choice in enumerate(("explain", "press") if seat == "sam" else ("thanks",)):
        play.choose(choice)
        assert coach.on_line(number, "u").now in APPEASED


def test_a_miss_that_was_no_appeasing_is_answered_as_before(play, cups, catalogue):
    play.choose("but-you")
    assert coach_of(play, cups, catalogue).on_line(0, "u").now in FIRST_MISS


def test_without_a_graph_at_hand_the_coach_makes_its_own(play, cups, catalogue):
    assert Coach(play, catalogue).way_back() == coach_of(play, cups, catalogue).way_back() is True


def test_words_belong_to_their_moment_and_the_first_ones_stay(play):
    practised = Practised(play, How())
    practised.type("It was me.")
    practised.tick(["acknowledge"])
    play.choose("but-you")
    assert practised.typed_now() is None
    play.take_back()
    assert practised.typed_now() == Typed("It was me.", ("acknowledge",))
    practised.type("Something else.")
    practised.tick(["impact"])
    play.choose("own-it")
    assert practised.typed_at(play.decisions[0]) == Typed("It was me.", ("acknowledge",))


def test_a_guess_counts_for_the_first_choice_and_not_for_a_later_one(play):
    practised = Practised(play, How(guess=True))
    own_it, but_you, _ = play.choices
    practised.guess(but_you, CLOSER)
    play.choose("but-you")
    play.take_back()
    practised.guess(own_it, CLOSER)
    play.choose("own-it")
    guess = practised.guess_at(play.decisions[0])
    assert guess == Guess(CLOSER, BACK)
    assert not guess.is_right


def test_how_a_line_lands_is_told_by_the_others_meters(play):
    own_it, but_you, sorry = play.choices
    lands = [how_it_lands(play.scenario, "sam", each) for each in (own_it, but_you, sorry)]
    assert lands == [CLOSER, BACK, STAY]
    # Robin's own meter tells nothing of Sam.
    assert how_it_lands(play.scenario, "robin", own_it) is None


def test_more_ache_is_farther(play):
    from trainer.scenario.record import changed

    ache = changed(play.scenario.state[0], name="ache")
    scenario = changed(play.scenario, state=(ache,))
    assert how_it_lands(scenario, "sam", play.choices[0]) == BACK


def test_what_is_on_offer_is_sorted_by_title_and_at_most_four(play, catalogue):
    titles = [catalogue.title_of(each) for each in on_offer(play.choices, catalogue)]
    assert titles == sorted(titles)
    assert set(on_offer(play.choices, catalogue)) == {"acknowledge", "impact"}


def test_good_lines_are_the_strongest_and_one_more_that_reaches(play):
    assert [choice.id for choice in good_lines(play.choices)] == ["own-it"]
    play.choose("own-it")
    assert next(choice.value for choice in good_lines(play.choices)) == 2


def test_a_replay_begins_with_the_lines_as_the_story_went(play):
    play.choose("but-you")
    play.take_back()
    play.choose("own-it")
    play.choose("sweep")
    assert moves_to(play, 1) == ("own-it",)
    assert moves_to(play, 0) == ()


def test_what_was_watched_is_told_with_its_lines(play, catalogue):
    play.choose("but-you")
    play.choose("sweep")
    score = score_seat("sam", play.decisions, catalogue)
    words = watched_in_words(score, "acknowledge", catalogue)
    assert words == "You watched Acknowledge. You showed it in line 2; line 1 went against it."
    assert "No line on offer" in watched_in_words(score, "receive", catalogue)
    assert "None of your lines showed it" in watched_in_words(score, "impact", catalogue)


def test_typed_text_is_one_line_of_bounded_length():
    assert typed_text("  a\n\tb  ") == "a b"
    assert len(typed_text("x" * 10_000)) == MOST_TYPED


def test_a_breath_is_in_hold_out_hold_by_four():
    parts = [(breath_at(second).part, breath_at(second).full) for second in range(0, 16, 4)]
    assert parts == [("breathe in", 1), ("hold", 4), ("breathe out", 3), ("hold", 0)]
    assert breath_at(3) == Breath("breathe in", 4, 4)
    assert breath_at(11) == Breath("breathe out", 4, 0)
    assert breath_at(16) == breath_at(0)


def test_the_time_left_is_rounded_up_and_never_below_nothing():
    assert [time_left(each) for each in (1200, 59.1, 0, -5)] == ["20:00", "1:00", "0:00", "0:00"]
    assert [minutes_left(each) for each in (1200, 61, 60, 0)] == [
        "20 minutes",
        "2 minutes",
        "1 minute",
        "0 minutes",
    ]
