"""What the app keeps of plays: the history, and what keeps the play that is on the screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.paths import data_folder, history_file
from trainer.tui.bars import Bar
from trainer.tui.options import AppOptions
from trainer.tui.shelf import LookBack
from trainer.tui.text import EMPTY, join, shown

if TYPE_CHECKING:
    from trainer.history.history import History
    from trainer.history.keeper import Keeper
    from trainer.history.model import KeptPlay
    from trainer.history.resuming import Resumed
    from trainer.practice.play import Play
    from trainer.practice.practising import How, Practised
    from trainer.practice.report import Debrief
    from trainer.scenario.model import Catalogue
    from trainer.tui.play import PlayScreen


class Kept:
    """The history of this data folder, opened when it is first asked for."""

    def __init__(self, options: AppOptions, tell: Callable[[str], None]) -> None:
        """``tell`` is given sentences for the player; it may be called in any thread."""
        self._options, self._tell = options, tell
        self._lock = Lock()
        self._history: History | None = None
        self.keeper: Keeper | None = None
        going_on = options.going_on
        if going_on is not None:
            going_on.history.tell = tell
            self._history, self.keeper = going_on.history, going_on.keeper

    @property
    def history(self) -> History:
        """What is kept. It may be asked for in any thread."""
        with self._lock:
            if self._history is None:
                from trainer.history.history import History

                self._history = History(data_folder(), self._options.clock, self._tell)
            return self._history

    def begin(
        self, play: Play, seed: int | None, how: How, replay_from: int | None
    ) -> Keeper | None:
        """What keeps a new play, which may be a replay of the last one; None where none is kept."""
        last, self.keeper = self.keeper, None
        if self._options.keep:
            replay_of = None
            if replay_from is not None:
                from trainer.history.model import NOT_KEPT

                replay_of = NOT_KEPT if last is None or last.number is None else last.number
            self.keeper = self.history.begin(
                play,
                seed=seed,
                feedback=how.feedback,
                watched=how.watched,
                replay_of=replay_of,
                replay_from=replay_from,
            )
        return self.keeper

    def take_up(self, play: KeptPlay, catalogue: Catalogue) -> Resumed:
        """Takes an unfinished play up again. Raises Trouble."""
        from trainer.history.resuming import resume

        resumed = resume(self.history, play, catalogue, self._options.own_folders)
        self.keeper = resumed.keeper
        return resumed

    def practised(self, keeper: Keeper, how: How) -> Practised:
        """What was chosen, typed and guessed so far in a play that is taken up again."""
        from trainer.history.again import typed_before
        from trainer.practice.practising import How, Practised

        as_begun = How(keeper.feedback, how.say_first, how.guess, keeper.watched)
        practised = Practised(keeper.play, as_begun, keeper.replay_from)
        practised.put_back([each.guess for each in keeper.made], typed_before(keeper.typed))
        return practised

    def earlier_plays(self, play: Play) -> list[Play]:
        """The other plays of a scenario that are kept, the newest first; not all of very many."""
        from trainer.history.model import Trouble
        from trainer.history.resuming import made_again
        from trainer.practice.play import Play

        scenario = play.scenario
        own = self.keeper.number if self.keeper and self.keeper.play is play else None
        found = []
        try:
            for kept in self.history.plays_of(scenario.id):
                if kept.number != own and not set(kept.seats) - set(scenario.roles):
                    again = Play(scenario, kept.seats)
                    made_again(again, self.history.moves(kept))
                    found.append(again)
        except Trouble:
            return []
        return found

    def look_back(self) -> LookBack:
        """What home shows of what was; for a thread of its own."""
        from trainer.history.model import Trouble
        from trainer.history.times import now

        at = now(self._options.clock)
        if self._history is None and not os.path.lexists(history_file(data_folder())):
            return LookBack(now=at)  # nothing was ever kept: what would read it stays unloaded
        try:
            history = self.history
            figures = history.figures()
            if not figures:
                return LookBack(figures, now=at)
            from trainer.practice.weakest import weakest

            room = weakest(history.newest_profiles())
            return LookBack(figures, history.all_unfinished(), at, weakest=room)
        except Trouble as trouble:
            return LookBack(now=at, trouble=f"What was played cannot be read: {trouble.word}.")

    def finished(self, debrief: Debrief) -> None:
        """Keeps the ending that the play on the screen has reached."""
        if self.keeper is not None and self.keeper.play is debrief.play:
            self.keeper.finish(debrief)

    def close(self) -> None:
        """Closes the file."""
        with self._lock:
            if self._history is not None:
                self._history.close()


def hear(screen: PlayScreen, words: str) -> None:
    """Tells something in a talk, with its title as it is to be now."""
    screen.talk.aside(words)
    screen.query_one("#title", Bar).tell(*screen.title_bar())


def words_kept(keeper: Keeper | None, play: Play, text: str) -> str:
    """Keeps words typed before the line that is due; what is to be said of it, if anything."""
    if keeper is None or not keeper.words(len(play.decisions), text):
        return ""
    from trainer.history.model import WHO_CAN_READ

    return WHO_CAN_READ


def standing(keeper: Keeper | None, replay_from: int | None) -> Content:
    """What is special about a play: that it is a replay, or that it is not kept."""
    words = [] if replay_from is None else [shown(f"replay from line {replay_from}", "caution")]
    if keeper is None or keeper.has_failed:
        words.append(shown("not kept", "caution"))
    return join(words, " · ") if words else EMPTY


def leaving_words(keeper: Keeper | None) -> str:
    """What becomes of a play that is left now."""
    if keeper is not None and keeper.is_kept:
        return "It is kept: the first screen offers to go on."
    if keeper is not None and not keeper.has_failed:
        return "You have said nothing yet."
    return "It is not kept: next time it begins anew."
