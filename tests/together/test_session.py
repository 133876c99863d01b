"""What two people at one keyboard have beside the play: as pure data."""

from __future__ import annotations

from random import Random

import pytest

from tests.running import CHECKOUT
from tests.together.sitting import CATALOGUE, TWO_CUPS, loaded
from trainer.practice.play import IllegalMove
from trainer.practice.report import Debrief
from trainer.practice.together import MOST_LANDINGS, MOVED, Session, lot
from trainer.practice.together_guesses import MOST_GUESSES
from trainer.practice.together_lines import moved
from trainer.practice.together_words import LANDINGS
from trainer.scenario.record import changed

SHIPPED = sorted((CHECKOUT / "scenarios").glob("*/*.yaml"))


@pytest.fixture
def session() -> Session:
    found = loaded(TWO_CUPS)
    return Session(found.scenario, ("Alex", "Jo"), 0, graph=found.graph)


def test_seats_and_what_they_are_called(session):
    assert (session.seat_of(0), session.seat_of(1)) == ("sam", "robin")
    assert session.label("robin") == "Robin · Jo"
    assert session.turn == session.beginner == session.player_in("sam") == 0
    other = Session(session.scenario, ("Alex", "Jo"), 1)
    assert (other.label("sam"), other.turn) == ("Sam · Jo", 1)
    assert other.brief(1).startswith("You dropped it")


def test_own_names_are_for_first_steps(session):
    assert Session(session.scenario, ("Alex", "Jo"), 0, own_names=True).label("sam") == "Alex"
    harder = changed(session.scenario, level=2)
    with pytest.raises(ValueError, match="level 1"):
        Session(harder, ("Alex", "Jo"), 0, own_names=True)


def test_a_lot_may_fall_on_either():
    assert {lot(Random(seed)) for seed in range(20)} == {0, 1}


# How it landed


def test_a_line_that_moved_the_hearer_is_asked_about_once(session):
    session.choose("own-it")
    assert session.wants_landing
    session.mark(["trying", "understood"])
    assert not session.wants_landing
    assert session.newest is not None
    assert session.shown_marks(session.newest) == (LANDINGS["understood"], LANDINGS["trying"])
    session.choose("thank")  # moves nobody's meters
    assert not session.wants_landing


def test_clamped_meters_count_as_far_as_they_moved(session):
    start = tuple(changed(name, start=9) for name in session.scenario.state)
    near = Session(changed(session.scenario, state=start), ("Alex", "Jo"), 0)
    near.choose("own-it")  # plus 3, of which there is room for 1
    assert moved(near.scenario, near.play.decisions[0]) == 1
    assert not near.wants_landing


def test_a_line_that_was_taken_back_is_not_asked_about_again(session):
    session.choose("own-it")
    session.mark(["cared"])
    session.take_back()
    assert not session.wants_landing
    session.choose("own-it")
    assert not session.wants_landing
    session.take_back()
    session.choose("but-you")
    assert session.wants_landing
    assert [line.text for line in session.lines()] == [
        "“You know I only said it because you left it there.”"
    ]


def test_an_illegal_move_changes_nothing(session):
    with pytest.raises(IllegalMove):
        session.choose("thank")
    assert not session.wants_landing
    with pytest.raises(IllegalMove):
        session.take_back()


def test_marks_are_of_the_four(session):
    with pytest.raises(ValueError, match="LANDINGS"):
        session.mark([])
    session.choose("own-it")
    with pytest.raises(ValueError, match="LANDINGS"):
        session.mark(["won"])
    assert session.wants_landing


def test_none_and_a_skip_look_like_never_asked(session):
    session.choose("own-it")
    session.mark([])
    session.choose("thank")
    asked, never = session.lines()
    assert session.shown_marks(asked) is None
    assert session.shown_marks(never) is None
    assert session.landed == {}


@pytest.mark.parametrize(
    ("which", "marked", "unmarked"),
    [("landed", True, None), ("all", True, ()), ("none", None, None)],
)
def test_each_decides_what_the_other_sees(session, which, marked, unmarked):
    session.choose("own-it")
    session.mark(["sense"])
    session.show(1, which)
    line = session.newest
    expected = (LANDINGS["sense"],) if marked else None
    assert session.shown_marks(line) == expected
    assert bool(session.landed) == bool(expected)
    assert session.marked_by(1) == [(line, (LANDINGS["sense"],))]
    assert not session.has_marks(0)
    session.take_back()
    session.choose("but-you")
    session.mark([])
    assert session.shown_marks(session.newest) == unmarked


def test_the_report_has_what_landed_with_the_first_try(session):
    session.choose("own-it")
    session.mark(["trying", "understood"])
    session.take_back()
    session.choose("but-you")
    session.mark(["cared"])
    for choice in ("thank", "sweep"):
        session.choose(choice)
    assert session.landed == {}  # nobody has said yet that it may be seen
    session.show(1, "landed")
    debrief = Debrief(session.play, CATALOGUE, landed=session.landed)
    row = debrief.as_json()["seats"]["sam"]["decisions"][0]
    assert (row["choice"], row["took"], row["landed"]) == (
        "own-it",
        "but-you",
        ["understood", "trying"],
    )
    assert "landed" not in debrief.as_json()["seats"]["robin"]["decisions"][0]
    text = debrief.as_markdown()
    assert not any(words in text for words in (*LANDINGS, *LANDINGS.values()) if words != "sense")


def test_a_view_has_words_and_no_figures(session):
    session.choose("own-it")
    view = session.view(session.lines(0)[0], CATALOGUE)
    assert view.why.startswith("Names the act plainly.")
    assert view.marks[0].words == "Acknowledge: the line shows it"
    for mark in view.marks:
        assert not any(word in mark.words for word in ("fully", "partly", "a little", "strongly"))
        assert not any(sign.isdigit() for sign in mark.words)


# Halfway, landing and guesses, over every talk


@pytest.mark.parametrize("path", [TWO_CUPS, *SHIPPED], ids=lambda path: path.stem)
def test_over_many_talks(path):
    found = loaded(path)
    random = Random(path.stem)
    for _ in range(30):
        first = Session(found.scenario, ("Alex", "Jo"), lot(random), graph=found.graph)
        session = random.choice([first, first.swapped()])
        halfway: list[int] = []
        landings = 0
        guessers = []
        while session.play.ending is None:
            if session.guesser is not None:
                assert session.guesser == 1 - session.turn
                guessers.append(session.guesser)
                session.guess(random.choice([None, session.play.choices[0].id]))
                assert session.guesser is None
            session.choose(random.choice(session.play.choices).id)
            if session.wants_landing:
                landings += 1
                assert moved(session.scenario, session.play.decisions[-1]) >= MOVED
                session.mark([])
            if session.is_halfway:
                halfway.append(len(session.play.decisions))
                session.pass_halfway()
        said = len(session.play.decisions)
        assert len(halfway) == 1
        assert 1 <= halfway[0] < said
        assert landings <= MOST_LANDINGS
        both = [guessers.count(player) for player in (0, 1)]
        assert max(both) <= MOST_GUESSES
        assert abs(both[0] - both[1]) <= 1
        assert min(both) >= (1 if session.is_swapped else 0) or path == TWO_CUPS
        assert len(guessers) <= (said + 1) // 2 + 1  # not a hand-over before each line


def test_halfway_is_asked_before_the_last_line_at_the_latest(session):
    session.choose("own-it")
    assert not session.is_halfway  # three may still come
    session.choose("thank")
    assert session.is_halfway  # as many were said as can come
    session.pass_halfway()
    session.take_back()
    session.choose("thank")
    assert not session.is_halfway


def test_halfway_is_asked_before_a_line_that_may_be_the_last(session):
    reply = session.scenario.nodes["reply"]
    thank = changed(reply.choices[0], goto="whole")
    nodes = {**session.scenario.nodes, "reply": changed(reply, choices=(thank, *reply.choices[1:]))}
    short = Session(changed(session.scenario, nodes=nodes), ("Alex", "Jo"), 0)
    assert not short.is_halfway
    short.choose("own-it")
    assert short.is_halfway  # `thank` would end it


def test_halfway_is_never_asked_at_the_ending(session):
    for choice in ("own-it", "thank", "sweep"):
        session.choose(choice)
    assert not session.is_halfway


# The other way round


def test_seats_are_swapped_and_nothing_goes_along(session):
    session.choose("own-it")
    session.mark(["cared"])
    again = session.swapped()
    assert (again.label("sam"), again.label("robin")) == ("Sam · Jo", "Robin · Alex")
    assert again.names == session.names
    assert not again.has_marks(0)
    assert not again.has_marks(1)
    assert again.play.moves == []
    assert again.swapped().label("sam") == "Sam · Alex"


@pytest.mark.parametrize(
    ("guessed", "questions"),
    [
        (
            "sorry-then",
            [
                "I expected “Well, sorry then, if it means that much to you”. What made you pick "
                "“It was. I said it was you, and it wasn't, Robin”?"
            ],
        ),
        (
            "own-it",
            [
                "I expected “It was. I said it was you, and it wasn't, Robin”. What made you "
                "pick it?"
            ],
        ),
        (None, []),
    ],
)
def test_a_guess_is_there_to_be_asked_about(session, guessed, questions):
    assert session.guesser is None
    with pytest.raises(ValueError, match="cannot be guessed"):
        session.guess("own-it")
    again = session.swapped()
    assert again.guesser == 0
    with pytest.raises(ValueError, match="cannot be guessed"):
        again.guess("thank")
    again.guess(guessed)
    again.choose("own-it")
    assert again.guesser == 1  # what one guesses takes nothing from the other
    assert again.guesses(1) == []
    assert [guess.question for guess in again.guesses(0)] == questions


def test_neither_guesses_much_more_than_the_other(session):
    """Where the talk asks one of the two again and again, the other's guesses are not used up."""
    nodes = {
        each: changed(node, turn="sam") if node.turn else node
        for each, node in session.scenario.nodes.items()
    }
    again = Session(changed(session.scenario, nodes=nodes), ("Alex", "Jo"), 0).swapped()
    guessers = []
    while again.play.ending is None:
        if again.guesser is not None:
            guessers.append(again.guesser)
            again.guess(None)
        again.choose(again.play.choices[0].id)
    assert len(again.play.decisions) == 3
    assert guessers == [0]


def test_a_line_that_was_taken_back_is_not_guessed_again(session):
    again = session.swapped()
    again.guess("sorry-then")
    again.choose("own-it")
    again.take_back()
    assert again.guesser is None
    again.choose("sorry-then")
    assert [guess.took for guess in again.guesses(0)] == [
        "“Well, sorry then, if it means that much to you.”"
    ]
