"""Two people at one keyboard, as pure data: who sits where, and what they tell each other.

A ``Session`` is one evening's play of a scenario with a person in each seat. It holds the ``Play``
and, beside it, what only these two have: how lines landed, when the halfway question is due, what
each lets the other see, guesses after the seats were swapped. None of it is scored, none of it
changes the story, and none of it is written anywhere: it is gone with the session.

Players are 0 and 1, in the order in which they gave their names; seats are roles of the scenario.
What belongs to a line is kept by its moment (node, state and choice), so taking lines back loses
nothing and shows nothing.

>>> session = Session(scenario, ("Alex", "Jo"), lot(Random()))  # doctest: +SKIP
>>> session.choose("own-the-miss")                              # doctest: +SKIP
>>> if session.wants_landing: session.mark(["understood"])      # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trainer.practice.play import Play
from trainer.practice.together_guesses import Guess, Guesses
from trainer.practice.together_lines import Mark, Moment, SaidLine, View, moment, moved, rests
from trainer.practice.together_words import LANDINGS
from trainer.practice.words import quote
from trainer.scenario.graph import Graph, explore
from trainer.scenario.model import Catalogue, Choice, Head, Scenario

TYPE_CHECKING = False  # typing itself takes a while to import
if TYPE_CHECKING:
    from random import Random

#: How far a line must move the hearer's meters, all together, to be asked about; how many can be.
MOVED, MOST_LANDINGS = 2, 4

#: Which of one's own marks the other gets to see. The first is how it stands until it is said.
SHOW_LANDED, SHOW_ALL, SHOW_NONE = "landed", "all", "none"


def lot(random: Random) -> int:
    """Which player begins, by lot."""
    return random.randrange(2)


def first_seat(scenario: Scenario) -> str:
    """The seat that speaks first, which is where the one who begins sits."""
    return Play(scenario, scenario.roles).turn or scenario.play_as


def may_use_own_names(scenario: Head) -> bool:
    """Whether two people may play under their own names: only in first steps."""
    return scenario.level == 1


class Session:
    """One play of two people, and what they tell each other about it."""

    def __init__(
        self,
        scenario: Scenario,
        names: tuple[str, str],
        beginner: int,
        *,
        own_names: bool = False,
        graph: Graph | None = None,
        is_swapped: bool = False,
    ) -> None:
        """``names`` are cleaned; player ``beginner`` sits in the seat that speaks first.

        ``graph`` is the scenario's, where it is at hand; it is made when first needed if not.
        Raises ValueError for a beginner who is not one of the two, and for own names in a scenario
        that they are not for.
        """
        if beginner not in (0, 1):
            raise ValueError("the one who begins is player 0 or 1")
        if own_names and not may_use_own_names(scenario):
            raise ValueError("own names are for scenarios of level 1")
        self.scenario = scenario
        self.names = names
        self.own_names = own_names
        self.is_swapped = is_swapped
        #: The player whose seat speaks first.
        self.beginner = beginner
        first = first_seat(scenario)
        seats = (first, scenario.other(first))
        self._seats = seats if beginner == 0 else (seats[1], seats[0])
        called = dict(zip(self._seats, names, strict=True)) if own_names else None
        self.play = Play(scenario, scenario.roles, called)
        self._graph = graph
        self._rests: tuple[list[int], list[int]] | None = None
        self._landed: dict[Moment, tuple[int, tuple[str, ...]]] = {}  # with who marked it
        self._has_landing = False  # whether the newest line may still be asked about
        self._halfway_passed = False
        self._shows: list[str | None] = [None, None]  # as each has said
        self._guesses = Guesses(self.play)

    # Who sits where

    def seat_of(self, player: int) -> str:
        """The role that a player holds."""
        return self._seats[player]

    def player_in(self, seat: str) -> int:
        """The player who holds a role."""
        return self._seats.index(seat)

    def name_of(self, seat: str) -> str:
        """The name of the player who holds a role."""
        return self.names[self.player_in(seat)]

    def label(self, seat: str) -> str:
        """How the one in a seat is shown: "Sam · Alex", or by their own name alone."""
        name = self.name_of(seat)
        return name if self.own_names else f"{self.play.names[seat]} · {name}"

    def role_of(self, player: int) -> str:
        """Who a player was in the talk, apart from themselves."""
        if self.own_names:
            return f"the one {self.names[player]} played"
        return self.play.names[self.seat_of(player)]

    @property
    def turn(self) -> int | None:
        """The player whose turn it is; None at the ending."""
        seat = self.play.turn
        return None if seat is None else self.player_in(seat)

    def brief(self, player: int) -> str:
        """What only this player is told before play."""
        return self.play.text(self.scenario.roles[self.seat_of(player)].brief)

    # Play

    def choose(self, choice_id: str) -> Choice:
        """Takes a choice for whoever's turn it is. Raises IllegalMove as the play does."""
        taken = self.play.choose(choice_id)
        self._has_landing = True
        return taken

    def take_back(self) -> Choice:
        """Takes back the newest line, whoever said it and whoever asks. Raises IllegalMove."""
        taken = self.play.take_back()
        self._has_landing = False
        return taken

    # How it landed

    @property
    def wants_landing(self) -> bool:
        """Whether the one who heard the newest line is to be asked how it landed.

        That is where it moved their meters by MOVED or more, at most MOST_LANDINGS times in a play,
        and once for the same line in the same moment.
        """
        if not self._has_landing or len(self._landed) >= MOST_LANDINGS:
            return False
        newest = self.play.decisions[-1]
        return moment(newest) not in self._landed and moved(self.scenario, newest) >= MOVED

    @property
    def newest(self) -> SaidLine | None:
        """The newest line, which is what is asked about; None before the first."""
        lines = self.lines()
        return lines[-1] if lines else None

    def mark(self, marks: Iterable[str]) -> None:
        """Keeps how the newest line landed: ids of LANDINGS, any or none. A skip is none.

        Raises ValueError for another id, or where there is no line.
        """
        wanted = set(marks)
        if not self.play.decisions or wanted - set(LANDINGS):
            raise ValueError("marks are of LANDINGS, and belong to a line")
        newest = self.play.decisions[-1]
        hearer = 1 - self.player_in(newest.seat)
        kept = tuple(each for each in LANDINGS if each in wanted)
        self._landed[moment(newest)] = hearer, kept
        self._has_landing = False

    def marked_by(self, player: int) -> list[tuple[SaidLine, tuple[str, ...]]]:
        """The lines that a player was asked about, with the sentences marked: for that one only."""
        found = []
        for line in self.lines(1 - player):
            _, kept = self._landed.get(moment(line.decision), (player, None))
            if kept is not None:
                found.append((line, tuple(LANDINGS[each] for each in kept)))
        return found

    def has_marks(self, player: int) -> bool:
        """Whether a player was asked how any line of this talk landed."""
        return bool(self.marked_by(player))

    def show(self, player: int, which: str) -> None:
        """Which of their own marks a player lets the other see. Raises ValueError."""
        if which not in (SHOW_LANDED, SHOW_ALL, SHOW_NONE):
            raise ValueError(f"there is no way `{which}` to show marks")
        self._shows[player] = which

    def shown_marks(self, line: SaidLine) -> tuple[str, ...] | None:
        """How a line landed, in sentences of LANDINGS, as far as its hearer lets it be seen.

        None where nothing is; empty only where all are shown and this line has none.
        """
        _, kept = self._landed.get(moment(line.decision), (line.hearer, None))
        which = self._shows[line.hearer] or SHOW_LANDED
        if kept is None or which == SHOW_NONE or (not kept and which == SHOW_LANDED):
            return None
        return tuple(LANDINGS[each] for each in kept)

    @property
    def landed(self) -> Mapping[Moment, tuple[str, ...]]:
        """All marks that their hearer has said may be seen, by moment: for a report, nothing else.

        Whoever has not been asked yet has not said so.
        """
        return {
            at: marks
            for at, (hearer, marks) in self._landed.items()
            if marks and self._shows[hearer] not in (None, SHOW_NONE)
        }

    # Halfway

    @property
    def is_halfway(self) -> bool:
        """Whether it is time to ask "Go on, or leave it here?".

        Once in a play, before a decision: as soon as as many were taken as can still come at the
        most, and in any case before one that may be the last.
        """
        taken = len(self.play.decisions)
        if self._halfway_passed or not taken or self.play.ending is not None:
            return False
        fewest, most = self._rest()
        return taken >= most or fewest <= 1

    def pass_halfway(self) -> None:
        """They were asked, and go on."""
        self._halfway_passed = True

    def _rest(self) -> tuple[int, int]:
        """How many decisions can still come, at the least and at the most."""
        if self._graph is None:
            self._graph = explore(self.scenario)
        if self._rests is None:
            self._rests = rests(self._graph)
        state = self._graph.find(self.play.node.id, self.play.values)
        return self._rests[0][state], self._rests[1][state]

    # Afterwards

    def lines(self, player: int | None = None) -> list[SaidLine]:
        """The lines with which the story went on: all, or one player's own."""
        found = []
        for number, decision in enumerate(self.play.decisions):
            own = self.player_in(decision.seat)
            text = quote(self.play.text(decision.took.say))
            found.append(SaidLine(number, own, 1 - own, decision.seat, text, decision))
        return found if player is None else [line for line in found if line.player == player]

    def view(self, line: SaidLine, catalogue: Catalogue) -> View:
        """What the trainer thinks of a line, in words."""
        took = line.decision.took
        marks = tuple(Mark(catalogue.title_of(each), m > 0) for each, m in took.marks.items())
        return View(self.play.text(took.why), marks)

    # The other way round

    def swapped(self) -> Session:
        """The same scenario from its beginning, with the seats exchanged, to guess in."""
        return Session(
            self.scenario,
            self.names,
            1 - self.beginner,
            own_names=self.own_names,
            graph=self._graph,
            is_swapped=True,
        )

    @property
    def guesser(self) -> int | None:
        """Who is to guess, alone, what the other takes now; None where nobody is."""
        turn = self.turn
        if not self.is_swapped or turn is None:
            return None
        return 1 - turn if self._guesses.is_due(1 - turn, self._rest()[1]) else None

    def guess(self, choice_id: str | None) -> None:
        """Keeps what is expected of the decision that is due; None for a guesser who skips.

        Raises ValueError where nobody is to guess, or for a choice that is not offered.
        """
        guesser = self.guesser
        if guesser is None or choice_id not in (None, *(c.id for c in self.play.choices)):
            raise ValueError(f"`{choice_id}` cannot be guessed here")
        self._guesses.keep(guesser, choice_id)

    def guesses(self, player: int) -> list[Guess]:
        """A player's own guesses, to pick one and ask about it."""
        return self._guesses.of(player)
