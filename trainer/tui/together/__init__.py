"""Two at one keyboard: the screens on which two people play a scenario together.

Every screen here is a ``TogetherScreen[T]`` (base.py), and says its answer by ``answer(value)``,
which closes it. Closed in any other way, it was *another time*: no reason, no name, and all of the
evening is over. What only one of the two may see is a ``PrivateScreen[T]`` (private.py): it hands
itself over first, and is covered again whenever something comes in front of it. A question whose
answers stand side by side is an ``AskingScreen[T]``. Who is meant is a player, 0 or 1, of the
``Session``; how a seat is coloured tells ``voices.voice(session, seat)``.

The evening (evening.py) asks one screen after the other:

- ``notice.NoticeScreen(report) -> bool``: False goes back to the first screen
- ``home.HomeForTwo(library, left_out) -> Entry``
- ``notes.NotesScreen(scenario) -> bool``: False is *another one*
- ``names.NamesScreen(names) -> (str, str)``: those that stand there already, if any
- ``seats.SeatsScreen(scenario, graph, names, beginner, …) -> Seated``: the session, and whether
  they listen first
- ``brief.BriefScreen(session, player) -> True``: private, for each
- ``play.PlayForTwo(session, catalogue, …) -> OVER | ALONE``: the talk; it asks in between
    - ``listen.ListenScreen(session, said) -> True``: where the two listen first, before a line is
      chosen; ``said`` (SaidLine) is the newest line, which the one whose turn it is has heard
    - ``guess.GuessScreen(session, seed) -> str``: private, for ``session.guesser``, before the
      other chooses; the id of a choice, or PASSED (""), which the talk hands to the session
    - ``landing.LandingScreen(session) -> tuple[str, ...]``: private, the marks of the hearer
    - ``halfway.HalfwayScreen() -> bool``: False is to leave it here
    - ``take_back.TakeBackScreen(line) -> bool`` and ``leaving.LeavingScreen() -> str``
- ``show_marks.ShowMarksScreen(session, player) -> str``: private, for each who was asked
- ``guess.ExpectedScreen(session, player) -> True``: after a swapped play, for each who has guesses
- ``debrief_for_two.DebriefForTwo(session, catalogue, *, motion) -> True``: all of its steps
- ``swap.SwapScreen(session) -> bool``: True plays the same scenario from the other side
- ``enough.EnoughScreen(report, problem) -> str``: the last page, after *another time* too; from it
  they come to their own home again, not to that of one of them

What was settled before the app opened (``ForTwo`` of options.py) is for one evening. Without its
``landing`` there are no briefs apart, no marks, no question halfway and no guesses.
"""
