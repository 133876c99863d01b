"""What the app keeps of plays: the history, and what keeps the play that is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.paths import data_folder
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

    def begin(self, play: Play, seed: int | None, how: How, *, replays: bool) -> Keeper | None:
        """What keeps a new play, which may be a replay of the last one; None where none is kept."""
        last, self.keeper = self.keeper, None
        if self._options.keep:
            same = replays and last is not None and last.digest == play.scenario.digest
            self.keeper = self.history.begin(
                play,
                seed=seed,
                feedback=how.feedback,
                replay_of=last.number if same and last is not None else None,
            )
        return self.keeper

    def take_up(self, play: KeptPlay, catalogue: Catalogue) -> Resumed:
        """Takes an unfinished play up again. Raises Trouble."""
        from trainer.history.resuming import resume

        resumed = resume(self.history, play, catalogue, self._options.own_folders)
        self.keeper = resumed.keeper
        return resumed

    def practised(self, keeper: Keeper, how: How) -> Practised:
        """What was typed so far in a play that is taken up again."""
        from trainer.history.model import Trouble
        from trainer.practice.practising import How, Practised, Typed

        practised = Practised(keeper.play, How(keeper.feedback, how.say_first, how.guess))
        number = keeper.number or keeper.continues
        decisions = keeper.play.decisions
        try:
            play = None if number is None else self.history.play(number)
            words = [] if play is None else self.history.words(play)
        except Trouble:
            words = []  # the play itself has just been read: this is no more than a pity
        for each in words:
            if each.kind == "first" and each.decision < len(decisions):
                practised.put(decisions[each.decision], Typed(each.text, each.markers))
        return practised

    def look_back(self) -> LookBack:
        """What home shows of what was; for a thread of its own."""
        from trainer.history.model import Trouble
        from trainer.history.times import now

        at = now(self._options.clock)
        try:
            unfinished = self.history.unfinished()
            return LookBack(self.history.figures(), unfinished, at)
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
