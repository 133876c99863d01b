"""A scenario on paper: following the numbers plays the same talk as the screen does."""

from __future__ import annotations

import os
import re
from random import Random

import pytest

from tests.running import CHECKOUT, trainer
from tests.together.sitting import CATALOGUE, TWO_CUPS, lines, loaded, sit
from trainer.practice.cards import Deck, deck_of
from trainer.practice.cards_sheets import NEW_PAGE, as_one, sheets
from trainer.practice.play import Play
from trainer.practice.report import as_written
from trainer.practice.words import quote
from trainer.scenario.files import Loaded
from trainer.scenario.texts import put_names

SHIPPED = sorted((CHECKOUT / "scenarios").glob("*/*.yaml"))
NAMES = [
    "0-read-this-first.md",
    "1-brief-sam.md",
    "2-brief-robin.md",
    "3-cards-sam.md",
    "4-cards-robin.md",
    "5-endings.md",
    "6-afterwards.md",
]


def deck(found: Loaded) -> Deck:
    assert found.graph is not None
    return deck_of(found.scenario, found.graph)


@pytest.mark.parametrize("path", [TWO_CUPS, *SHIPPED], ids=lambda path: path.stem)
def test_following_the_cards_is_playing(path):
    """The same lines offered, the same texts told, the same ending, over many talks."""
    found = loaded(path)
    paper = deck(found)
    random = Random(path.stem)
    for _ in range(40):
        play = Play(found.scenario, found.scenario.roles)
        step, taken = paper.begins, 1
        card = paper.cards[step.card - 1]
        read = [*paper.opening, *card.lines]
        while card.ending is None:
            assert card.seat == play.turn
            assert {way.choice.id for way in card.ways} == {each.id for each in play.choices}
            way = random.choice(card.ways)
            play.choose(way.choice.id)
            step = way.steps[step.thread - 1]
            card = paper.cards[step.card - 1]
            read += [*way.lines, *card.lines]
            taken += 1
        assert card.ending is play.ending
        told = [entry.text for entry in play.talk if entry.kind != "said"]
        assert told == [play.text(line.text) for line in read]
        assert paper.fewest <= taken <= paper.most


class Table:
    """The printed sheets, read as two people at a table read them: by headings, signs and rows."""

    def __init__(self, text: str) -> None:
        self.text = text

    def begins(self) -> tuple[int, int]:
        return self._step(self._between("## The beginning", NEW_PAGE).split("→ ")[1])

    def offered(self, card: int) -> dict[str, str]:
        """What can be said on a card, by its signs."""
        part = self._between(f"## Card {card}\n", "---")
        return dict(re.findall(r"\*\*(\d+ \w+)\*\* (.*)", part))

    def on_from(self, sign: str, thread: int) -> tuple[int, int]:
        """What is told of a sign that was said, and where it goes on: a card, and its thread."""
        follows = self._between(f"\n**{sign}**\n", None)
        goes_on = follows.split("→ ")[1].split("\n")[0]
        if "table" not in goes_on:
            return self._step(goes_on)
        head, rows = follows.split("| thread |")[1].split("\n|---", 1)
        column = [cell.strip() for cell in head.split("|")].index(sign)
        row = next(row for row in rows.split("\n") if row.startswith(f"| **{thread}** |"))
        cell = row.split("|")[2 + column].strip()
        if cell.isdigit():
            return self._step(goes_on)[0], int(cell)
        return self._step(cell)

    def ending(self, number: int) -> str:
        return self._between(f"## Ending {number}\n", "---")

    def _between(self, start: str, end: str | None) -> str:
        assert self.text.count(start) == 1, start
        rest = self.text.split(start)[1]
        return rest if end is None else rest.split(end)[0]

    def _step(self, words: str) -> tuple[int, int]:
        found = re.search(r"(?:card|Ending) (\d+)(?:, thread (\d+))?", words)
        assert found is not None, words
        return int(found[1]), int(found[2] or 1)


@pytest.mark.parametrize("path", [TWO_CUPS, *SHIPPED], ids=lambda path: path.stem)
def test_what_is_printed_can_be_followed(path):
    """From the printed text alone: three talks, to the endings that the engine comes to."""
    found = loaded(path)
    assert found.scenario is not None
    table = Table(as_one(sheets(found.scenario, CATALOGUE, deck(found))))
    random = Random(path.stem)
    for _ in range(3):
        play = Play(found.scenario, found.scenario.roles)
        card, thread = table.begins()
        while play.ending is None:
            says = {as_written(quote(play.text(each.say))): each.id for each in play.choices}
            offered = table.offered(card)
            assert sorted(offered.values()) == sorted(says)
            sign = random.choice(sorted(offered))
            play.choose(says[offered[sign]])
            card, thread = table.on_from(sign, thread)
        assert f"**{as_written(play.text(play.ending.title))}**" in table.ending(card)


def test_what_a_line_changes_counts_for_what_follows_it(tmp_path):
    line = '- "{robin} puts the brush down."'
    text = TWO_CUPS.read_text(encoding="utf-8")
    assert line in text
    path = tmp_path / "changed.yaml"
    later = "- {narration: The brush is down., when: ease >= 6}"
    path.write_text(text.replace(line, later), encoding="utf-8")
    own_it = deck(loaded(path)).cards[0].ways[0]
    assert [each.text for each in own_it.lines] == ["The brush is down."]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_place_in_the_list_tells_nothing(path):
    found = loaded(path)
    assert found.scenario is not None
    cards = next(
        sheet.text
        for sheet in sheets(found.scenario, CATALOGUE, deck(found))
        if sheet.name == f"3-cards-{next(iter(found.scenario.roles))}.md"
    )
    own = cards.split("# What follows")[0]
    places = [
        own.index(as_written(put_names(choice.say, found.scenario.names)))
        for node in found.scenario.nodes.values()
        if node.turn == next(iter(found.scenario.roles))
        for choice in node.choices
    ]
    assert places != sorted(places)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_card_is_reached_and_stays_on_paper(path):
    paper = deck(loaded(path))
    assert [card.number for card in paper.cards] == list(range(1, len(paper.cards) + 1))
    all_steps = {
        (card.number, thread) for card in paper.cards for thread in range(1, card.threads + 1)
    }
    steps = {(step.card, step.thread) for c in paper.cards for way in c.ways for step in way.steps}
    assert steps | {(paper.begins.card, paper.begins.thread)} == all_steps


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_looks_alike_is_one_card(path):
    """Few enough for a table: what was said before is a thread, and no card of its own."""
    found = loaded(path)
    paper = deck(found)
    assert found.scenario is not None
    assert len(paper.cards) <= 2 * len(found.scenario.nodes)
    faces = [
        (card.lines, card.ending, [(way.choice.say, way.lines) for way in card.ways])
        for card in paper.cards
    ]
    assert all(face not in faces[:at] for at, face in enumerate(faces))
    for card in paper.cards:  # and no two threads of a card are the same all the way
        onward = list(zip(*(way.steps for way in card.ways), strict=True))
        assert len(set(onward)) == len(onward) == (card.threads if card.ways else 0)


def test_a_folder_gets_a_file_a_sheet(monkeypatch, tmp_path):
    folder = tmp_path / "new" / "cards"
    sat = sit(monkeypatch, lines(), "cards", TWO_CUPS, "--out", folder)
    assert sat.status == 0
    assert sorted(path.name for path in folder.iterdir()) == NAMES
    texts = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    found = loaded(TWO_CUPS).scenario
    assert found is not None
    for seat, role in found.roles.items():
        where = [name for name, text in texts.items() if role.brief in text]
        assert len(where) == 1
        assert where[0].endswith(f"brief-{seat}.md")
    assert re.search(
        r"There are \d+ cards: \d+ for Sam, \d+ for Robin, and 3 endings", texts[NAMES[0]]
    )
    assert re.search(r"^\d+ cards, with up to 2 threads, on 7 sheets in ", sat.errors)


def test_nothing_tells_what_a_line_is_worth():
    found = loaded(TWO_CUPS)
    assert found.scenario is not None
    text = as_one(sheets(found.scenario, CATALOGUE, deck(found)))
    for node in found.scenario.nodes.values():
        for choice in node.choices:
            assert choice.why[:20] not in text
    for word in ("cknowledge", "repaired", "apart", "▲", "▼", "score", "own-it"):
        assert word not in text


def test_what_follows_stands_with_the_one_who_hears_it(tmp_path, monkeypatch):
    sit(monkeypatch, lines(), "cards", TWO_CUPS, "--out", tmp_path / "x")
    texts = {name: (tmp_path / "x" / name).read_text(encoding="utf-8") for name in NAMES}
    sams, robins = texts["3-cards-sam.md"], texts["4-cards-robin.md"]
    assert "Robin puts the brush down." in robins
    assert "Robin puts the brush down." not in sams
    sign = re.search(r"\*\*(\d+ \w)\*\* “It was\. I said it was you", sams)
    assert sign is not None
    follows = robins.split("# What follows")[1].split(f"**{sign[1]}**")[1]
    assert follows.strip().startswith("*Robin puts the brush down.*\n\n→ Robin: card")


def test_without_a_folder_it_is_one_text_with_a_page_a_sheet():
    done = trainer("cards", TWO_CUPS)
    assert done.returncode == 0
    pages = done.stdout.split('<div style="page-break-after: always"></div>')
    assert len(pages) == 7
    assert pages[1].strip().startswith("# Sam")
    assert done.stderr == ""


def test_texts_are_shown_as_written(tmp_path, monkeypatch):
    odd = "*Look* at <b>this</b> [link](http://x) _now_ `code` # | ~~no~~"
    text = TWO_CUPS.read_text(encoding="utf-8").replace("I need a minute. It stung.", f'"{odd}"')
    path = tmp_path / "odd.yaml"
    path.write_text(text.replace("name: Robin", 'name: "*R*"'), encoding="utf-8")
    told = sit(monkeypatch, lines(), "cards", path).told
    assert "“\\*Look\\* at \\<b\\>this\\</b\\> \\[link\\](http://x) \\_now\\_" in told
    assert "# \\*R\\*" in told


def test_files_that_are_there_stay(monkeypatch, tmp_path):
    there = tmp_path / "5-endings.md"
    there.write_text("mine", encoding="utf-8")
    sat = sit(monkeypatch, lines(), "cards", TWO_CUPS, "--out", tmp_path)
    assert sat.status == 2
    assert "There is a file" in sat.errors
    assert "5-endings.md" in sat.errors
    assert [path.name for path in tmp_path.iterdir()] == ["5-endings.md"]


def test_a_folder_that_cannot_be_made_is_told(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    sat = sit(monkeypatch, lines(), "cards", TWO_CUPS, "--out", tmp_path / "file" / "in")
    assert sat.status == 1
    assert "cannot be made: Not a directory." in sat.errors


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="nothing here is always full")
def test_a_full_disk_is_told(monkeypatch, tmp_path):
    real = open

    def full(path: str, mode: str = "r", **how: object) -> object:
        return real("/dev/full", "w", **how) if mode == "x" else real(path, mode, **how)

    monkeypatch.setattr("builtins.open", full)
    sat = sit(monkeypatch, lines(), "cards", TWO_CUPS, "--out", tmp_path)
    assert sat.status == 1
    assert "could not be written: No space left on device." in sat.errors


def test_an_unknown_scenario_is_told(monkeypatch):
    sat = sit(monkeypatch, lines(), "cards", "short-with-yuo")
    assert sat.status == 2
    assert "Did you mean short-with-you" in sat.errors
