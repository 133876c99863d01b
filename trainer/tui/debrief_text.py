"""The debrief in blocks: how it went, and what there is to say about each line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.content import Content

from trainer.practice.chart import tracks
from trainer.practice.guesses import guess_words, guesses_in_words, what_told
from trainer.practice.play import Play
from trainer.practice.practising import Practised, Typed, watched_in_words
from trainer.practice.report import ABOUT_NUMBERS, Debrief, replay_in_words
from trainer.practice.scoring import Row, Scored, SeatScore
from trainer.practice.taking_along import costliest
from trainer.practice.words import (
    AGAINST,
    ENDING_WORDS,
    SHOWED,
    cost_in_words,
    in_words,
    mended_in_words,
    quote,
)
from trainer.scenario.model import Catalogue, Choice
from trainer.tui.chart import chart_blocks
from trainer.tui.talk import mark
from trainer.tui.text import EMPTY, Block, Line, bar, blank, ends, join, para, shown, spoken

LAST_WORD = "This is for your own side of the talk. Don't quote the trainer at anyone."
SIGN = {1: (SHOWED, "shows"), 0: ("·", "muted"), -1: (AGAINST, "against")}
_LABEL, _BAR = 19, 12

#: The rule beside each kind of figure.
_LINE_RULE = (
    "Each line counts as much of the strongest one on offer as it reached; this is their mean."
)
_PROFILE_RULE = "Shown of what was on offer: 2 for a line that shows it fully, 1 for a part."
_MISS_RULE = (
    "A miss is a line that went more against the other than towards them. A later line of yours "
    "that repairs is its mend."
)

#: What the debrief offers, by the ids of its bindings.
_FROM_HERE = {
    "debrief.along": "take one line along into the week",
    "debrief.map": "the map: where you went, and what is left to see",
    "debrief.whole": "read the whole talk again",
    "debrief.save": "save it all as a file",
    "debrief.again": "play it again, in the same seat",
    "debrief.swap": "play the other seat",
}


def summary(
    debrief: Debrief,
    seat: str,
    unwritten: str = "",
    *,
    practised: Practised | None = None,
    taken_along: str = "",
    say_again_key: str = "",
) -> list[Block]:
    """How it ended, how it went in words with the number beside it, and what the lines showed.

    It ends on the line that cost most, if ``say_again_key`` leads to saying it again.
    """
    play, score = debrief.play, debrief.seats[seat]
    blocks: list[Block] = []
    if unwritten:
        blocks += [para(shown(unwritten, "caution")), blank()]
    if debrief.replay_from is not None:
        blocks += [para(shown(replay_in_words(debrief.replay_from), "muted")), blank()]
    if practised is not None and practised.how.watched is not None:
        words = watched_in_words(score, practised.how.watched, debrief.catalogue)
        blocks += [para(shown(words, "strong")), blank()]
    ending = play.ending
    if ending is not None:
        blocks += [
            para(shown(play.text(ending.title), "strong")),
            para(shown(ENDING_WORDS[ending.kind], "muted")),
            blank(),
            para(shown("a question to take along", "muted")),
            para(shown(play.text(ending.reflection))),
            blank(),
        ]
    blocks += [para(shown("how it went", "muted")), para(shown(in_words(score)))]
    if score.score is not None:
        number = join([shown(str(score.score), "you strong"), shown("of 100", "muted")])
        about = shown(ABOUT_NUMBERS[0].lower() + ABOUT_NUMBERS[1:], "muted")
        blocks += [para(join([number, about], " · ")), para(shown(_LINE_RULE, "muted"))]
    other = play.names[play.scenario.other(seat)]
    retried = any(each.took is not each.first for each in play.decisions)
    blocks += [blank(), *chart_blocks(tracks(play, seat, score), other, taken_back=retried)]
    blocks.append(para(shown("what your lines showed", "muted")))
    blocks += [_profile_row(debrief.catalogue.title_of(p), row) for p, row in shown_rows(score)]
    blocks += [para(shown(_PROFILE_RULE, "muted")), blank(), *_misses(play, score), blank()]
    guessed = guesses_in_words(score, practised) if practised is not None else ""
    if guessed:
        blocks += [para(shown("your guesses", "muted")), para(shown(guessed)), blank()]
    if taken_along:
        blocks.append(para(shown("what you take along", "muted")))
        blocks += [para(shown(taken_along, "strong")), blank()]
    costly = costliest(score)
    if costly is not None and say_again_key:
        most = shown(f"Line {score.number_of(costly)} cost most. ")
        again = shown(" says it again, in your own words and unscored.")
        blocks += [
            para(shown("and once more", "muted")),
            para(most + shown(say_again_key, "key") + again),
            blank(),
        ]
    return [*blocks, para(shown(LAST_WORD, "muted"))]


def from_here(key_of: Callable[[str], str]) -> list[Block]:
    """What can be done now. ``key_of`` tells a binding's key; a bar has no room for all of them."""
    blocks: list[Block] = [blank(), para(shown("from here", "muted"))]
    for binding, words in _FROM_HERE.items():
        if key := key_of(binding):
            blocks.append(para(shown(words), first=shown(f"{key:<4}", "key")))
    return blocks


def shown_rows(score: SeatScore) -> list[tuple[str, Row]]:
    """The profile, what was offered most first."""
    rows = [(p, row) for p, row in score.profile.items() if row.offered or row.against]
    return sorted(rows, key=lambda pair: -pair[1].offered)


def _profile_row(title: str, row: Row) -> Block:
    figures = shown(f"{row.shown} of {row.offered}") if row.offered else EMPTY
    against = shown(f"{AGAINST} {row.against} against", "against") if row.against else EMPTY
    figures = join([part for part in (figures, against) if part], "  ")

    def draw(width: int) -> list[Line]:
        label = shown(title)
        line = bar(row.shown, row.offered, _BAR, "other")
        if not row.offered:
            line = shown("not on offer".ljust(_BAR), "muted")
        if width < _LABEL + _BAR + 21:
            return [*para(label)(width), *para(join([line, figures], "  "), indent=2)(width)]
        pad = Content(" " * max(1, _LABEL - label.cell_length))
        return para(join([label, pad, line, Content("  "), figures], ""))(width)

    return draw


def _misses(play: Play, score: SeatScore) -> list[Block]:
    blocks: list[Block] = [para(shown("misses and mends", "muted"))]
    for line in score.decisions:
        if line.is_rupture:
            words = f"line {score.number_of(line)}: {mended_in_words(line, score)}"
            if line.mended_by is not None:
                words += f" (line {score.before + line.mended_by + 1})"
            sign = shown("▲ ", "shows") if line.mended_by is not None else shown("▼ ", "against")
            blocks.append(para(shown(words), first=sign))
    if len(blocks) == 1:
        blocks.append(para(shown("None of your lines was a miss.")))
    return [*blocks, para(shown(_MISS_RULE, "muted"))]


def in_a_row(number: int, play: Play, scored: Scored) -> Block:
    """A line in the list of lines: its sign, its beginning, and what it cost."""
    sign, role = SIGN[(scored.value > 0) - (scored.value < 0)]
    say = play.text(scored.decision.first.say)
    cost = shown("the strongest", "muted")
    if scored.cost:
        cost = shown(f"cost {scored.cost}", "caution")

    def draw(width: int) -> list[Line]:
        lead = join([shown(sign, role), shown(f"{number} ", "key")])
        room = max(4, width - lead.cell_length - cost.cell_length - 2)
        words = spoken(say).truncate(room, ellipsis=True)
        return ends(lead + words, cost, measure=width)(width)

    return draw


def detail(
    debrief: Debrief, seat: str, number: int, practised: Practised | None = None
) -> list[Block]:
    """All there is to say about one line (``number`` counts the seat's lines from 0).

    ``practised`` has what was typed and guessed before the line, where anything was.
    """
    play, catalogue, score = debrief.play, debrief.catalogue, debrief.seats[seat]
    scored = score.decisions[number]
    first, took = scored.decision.first, scored.decision.took
    other = play.names[play.scenario.other(seat)]
    blocks: list[Block] = []
    heard = just_said(play, scored)
    if heard:
        blocks += [para(shown(f"{other} had just said", "muted")), para(spoken(quote(heard)))]
        blocks.append(blank())
    blocks += [
        para(shown("You said" if took is first else "You said first", "you strong")),
        para(spoken(quote(play.text(first.say)))),
        *_marks(first.marks, catalogue),
        para(shown(play.text(first.why))),
    ]
    if took is not first:
        blocks += [
            blank(),
            para(shown("After taking it back you said", "muted")),
            para(spoken(quote(play.text(took.say)))),
        ]
    guess = practised.guess_at(scored.decision) if practised else None
    if guess is not None:
        blocks += [blank(), para(shown(guess_words(guess, other)))]
        if not guess.is_right:
            told = what_told(play, scored.decision, catalogue)
            blocks.append(para(shown(told, "muted")))
    open_now = [ENDING_WORDS[kind] for kind in debrief.open_after(scored)]
    blocks += [blank(), para(shown(_what_it_cost(scored)))]
    if scored.is_rupture:
        blocks.append(para(shown(f"A miss, {mended_in_words(scored, score)}.")))
    blocks.append(para(shown(f"Endings still open after it: {', '.join(open_now)}.", "muted")))
    typed = practised.typed_at(scored.decision) if practised else None
    if typed is not None:
        blocks += [blank(), *_own_words(typed, catalogue)]
    if scored.cost:
        blocks += [blank(), *_stronger(play, scored.strongest[0], catalogue)]
    return [*blocks, blank(), *_says_who(scored, catalogue)]


def _own_words(typed: Typed, catalogue: Catalogue) -> list[Block]:
    """What was typed before the choices were seen, with what its writer found in it."""
    blocks: list[Block] = [
        para(shown("Your own words, before you saw the choices", "muted")),
        para(shown(quote(typed.text))),
    ]
    if typed.markers:
        found = ", ".join(catalogue.title_of(each) for each in typed.markers)
        blocks.append(para(shown(f"You found in them: {found}.", "muted")))
    return blocks


def _what_it_cost(scored: Scored) -> str:
    if scored.score is None:
        return "Nothing better was on offer here, so this line is not counted."
    words = cost_in_words(scored.cost)
    if scored.cost == 0:
        return f"{words} here."
    return f"{words}: it came to {scored.value}, the strongest to {scored.best}."


def _marks(marks: Mapping[str, int], catalogue: Catalogue) -> list[Block]:
    if not marks:
        return [para(shown("· nothing for it, and nothing against", "muted"))]
    words = {2: "fully", 1: "", -1: "", -2: "hard"}
    signs = [
        mark(p, m, catalogue) + (shown(f" {words[m]}", "muted") if words[m] else Content(""))
        for p, m in marks.items()
    ]
    return [para(join(signs, "   "))]


def _stronger(play: Play, choice: Choice, catalogue: Catalogue) -> list[Block]:
    return [
        para(shown("A stronger line here", "other strong")),
        para(spoken(quote(play.text(choice.say)))),
        *_marks(choice.marks, catalogue),
        para(shown(play.text(choice.why))),
    ]


def _says_who(scored: Scored, catalogue: Catalogue) -> list[Block]:
    named = dict.fromkeys([*scored.decision.first.marks, *scored.strongest[0].marks])
    known = [catalogue.principles[each] for each in named if each in catalogue.principles]
    if not known:
        return []
    blocks: list[Block] = [para(shown("says who?", "muted"))]
    for principle in known:
        title = shown(f"{principle.title}: ")
        blocks.append(para(title + shown(principle.source, "muted")))
    return blocks


def just_said(play: Play, scored: Scored) -> str:
    """What the other had said last before a decision; nothing where they had not spoken."""
    number = next(
        (
            at
            for at, each in enumerate(play.decisions)
            if each.node is scored.decision.node and each.values == scored.decision.values
        ),
        None,
    )
    last = ""
    for entry in play.talk:
        if entry.kind == "said" and entry.decision == number:
            return last
        if entry.speaker is not None and entry.speaker != scored.decision.seat:
            last = entry.text
    return ""
