"""The desk through Textual's pilot: keys in, screen and ledger out."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from wirefacts.ledger import Ledger
from wirefacts.reviewing.asking import ShowKeys
from wirefacts.reviewing.desk import Desk
from wirefacts.reviewing.progress import came_to


def test_the_bundled_article_is_reviewed_and_the_ledger_holds_exactly_that(at: Any, article: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "a", "r")  # a clean fact costs one key
        await at.go_to(desk, pilot, "June 23")
        await at.press(pilot, "c", "2", "0", "2", "1", "-", "0", "6", "-", "2", "3", "enter")  # the first day alone: after the last it is before it
        await at.go_to(desk, pilot, "recent years")
        await at.press(pilot, "less_than_sign", "enter")  # now it begins a word earlier
        desk.article_view.mark(span := desk.article_view.words.word_at(desk.article_view.text.index("Lida")))
        assert desk.article_view.text[slice(*span)] == "Lida"
        await at.press(pilot, "plus", "down", "down", "down", "down", "enter", "enter")  # an organization, by the name it has
        await at.go_to(desk, pilot, "So far")
        await at.press(pilot, "a", "u")
        await at.press(pilot, "d", "y", "q")

    desk = at.the_desk(article, review)
    with Ledger(article) as ledger:
        (row,) = ledger.done_rows("li")
        decided = {entry.fact.text: (entry.place.state, entry.fact) for entry in ledger.entries(row) if entry.review.reviewer == "li"}
        explicit = [act.verb for act in ledger.acts(reviewer="li")]
    assert explicit == ["accept", "reject", "correct", "correct", "add", "accept", "undo", "done"]
    assert [text for text, (state, _) in decided.items() if state == "rejected"] == [text for text in decided if text.startswith("Jul 19")]
    state, day = decided["June 23"]
    assert (state, str(getattr(day, "start_date", None))) == ("corrected", "2021-06-23")
    assert decided["Lida"][0] == "added"
    assert decided["Lida"][1].kind == "organization"
    assert [text for text, (state, _) in decided.items() if text.endswith("recent years") and state == "corrected"] == ["In recent years"]
    assert decided["So far"][0] == "accepted"
    assert desk.sitting.queue.states["pending"] == 0

    async def look_again(_: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "q")

    assert at.the_desk(article, look_again).sitting.queue.decided == desk.sitting.queue.total


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["c", "m", "a", "n", "y"], "value: expected a number"),
        (["c", "tab", "tab", "tab", "b", "i", "g"], "modifier: expected"),
        (["c", "tab", "tab", "tab", "tab", "y", "u", "a", "n"], "currency: expected"),
    ],
)
def test_a_bad_value_is_told_in_one_line_and_nothing_is_kept(at: Any, harbor: Path, typed: list[str], told: str) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "n", "n", *typed)
        assert told in at.screen(desk)
        await at.press(pilot, "enter")
        assert told in at.screen(desk)
        await at.press(pilot, "escape", "q")

    at.the_desk(harbor, review)
    assert at.states(harbor) == {}


def test_a_fact_gets_another_kind(at: Any, harbor: Path) -> None:
    async def review(_: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "end", "up", "k", "p", "e", "r", "c", "enter", "enter", "q")

    at.the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        (line,) = [line for line in ledger.lines() if line.state != "pending"]
    assert (line.surface, line.kind, line.state) == ("4 tonnes", "percentage", "corrected")


def test_undo_and_redo(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "a", "r", "u")
        assert desk.sitting.queue.decided == 1
        await at.press(pilot, "u", "u")
        assert "li has decided nothing that could be taken back" in at.screen(desk)
        await at.press(pilot, "y", "y")
        assert desk.sitting.queue.decided == 2

    at.the_desk(harbor, review)
    assert list(at.states(harbor).values()) == ["accepted", "rejected"]


def test_all_above_a_confidence_are_accepted_in_one_act(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "A", "enter")
        assert "accepted: 0 facts" in at.screen(desk)  # nothing is known of any
        await at.press(pilot, "A", "ctrl+u", "x", "enter")
        assert "is no confidence" in at.screen(desk)

    at.the_desk(harbor, review)
    assert at.states(harbor) == {}


def test_while_a_field_is_typed_its_keys_are_at_the_foot_and_faults_have_the_lines_they_need(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "c", "tab", "x")
        shown = at.screen(desk).split("\n")
        assert "keep" in shown[-1]
        assert "next field" in shown[-1]
        assert "accept" not in shown[-1]
        assert "not 'x'; Esc drops it" in " ".join(" ".join(shown[-6:-2]).split())
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        assert "type* x" in at.screen(desk)
        await at.press(pilot, "backspace", *"media", "escape")

    at.the_desk(harbor, review, size=(80, 24))
    assert at.states(harbor) == {}


def test_all_that_a_filter_shows_are_rejected_when_their_number_was_agreed_to_and_one_undo_takes_it_back(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "f", *"money", "enter", "R")
        assert "Reject all 2 facts that are left in the queue as it is filtered (money)?" in at.screen(desk)
        await at.press(pilot, "n")
        assert desk.sitting.queue.decided == 0
        await at.press(pilot, "R", "y")
        await pilot.pause(0.2)
        assert "rejected: 2 facts; u takes it back" in at.screen(desk)
        await at.press(pilot, "R")
        assert "nothing is left in the queue to be rejected" in at.screen(desk)
        await at.press(pilot, "u")
        assert desk.sitting.queue.decided == 0
        await at.press(pilot, "y")

    at.the_desk(harbor, review)
    assert at.states(harbor) == {"2.08 billion yuan": "rejected", "$307 million": "rejected"}


@pytest.mark.parametrize(("keys", "verb"), [(("R", "y"), "reject"), (("d", "y"), "done")])
def test_what_was_done_to_one_fact_at_once_and_taken_back_is_not_in_the_summary(at: Any, harbor: Path, keys: tuple[str, ...], verb: str) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        for _ in range(11):
            await at.press(pilot, "a")
        await at.press(pilot, *keys)
        await pilot.pause(0.2)
        assert [each.verdict for each in desk.sitting.log][11:] == [verb]
        await at.press(pilot, "u")
        assert len(desk.sitting.log) == 11
        await at.press(pilot, "y")
        assert [each.verdict for each in desk.sitting.log][11:] == [verb]

    at.the_desk(harbor, review)


def test_before_an_article_is_done_it_is_named_with_what_is_left_in_it(at: Any, measured: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "a", "d")
        assert "In “east” 1 fact is left undecided and will count as accepted. Is it done?" in at.screen(desk)
        await at.press(pilot, "n", "n", "d")
        assert "In “west” 2 facts are left undecided and will count as accepted. Is it done?" in at.screen(desk)
        await at.press(pilot, "n")

    at.the_desk(measured, review)


def test_a_fact_that_is_corrected_in_two_steps_is_one_in_the_summary(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.go_to(desk, pilot, "2.08 billion yuan")
        await at.press(pilot, "comma", "enter", "p", "c", "ctrl+u", *"3", "enter")

    (decided,) = came_to(at.the_desk(harbor, review).sitting.log)
    assert (decided.verdict, decided.facts, decided.fields) == ("correct", 1, ("value", "boundary"))


def test_a_note_waits_for_its_fact_and_is_kept_with_the_decision(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "w", *"byline", "enter", "n", "a", "p", "p")
        assert "to be noted: “byline”" in at.screen(desk)
        await at.press(pilot, "r", "p", "p")
        assert "“byline”" in at.screen(desk)
        assert "to be noted" not in at.screen(desk)

    at.the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        assert [(act.verb, act.note) for act in ledger.acts()] == [("accept", None), ("reject", "byline")]


def test_while_another_program_writes_a_key_is_told_to_be_pressed_again(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        desk.sitting.ledger.wait_at_most(0.05)
        with closing(sqlite3.connect(harbor, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await at.press(pilot, "w", *"late", "enter", "a")
            assert "busy" in at.screen(desk)
            await at.press(pilot, "n", "p")
            assert desk.sitting.queue.decided == 0
        await at.press(pilot, "a")
        assert "accepted: Harbor Times" in at.screen(desk)

    at.the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        assert [(act.verb, act.note) for act in ledger.acts()] == [("accept", "late")]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 50), (60, 24), (40, 12)])
def test_it_fits_the_screen_and_shows_the_keys(at: Any, harbor: Path, size: tuple[int, int]) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "a")
        lines = at.screen(desk).split("\n")
        assert len(lines) == size[1]
        assert size[0] < 80 or ("1 of 12 · 2022-07-19" in lines[0] and "quit" in lines[-1])
        assert size[0] != 60 or "· Harbo…" in lines[0]
        await pilot.resize_terminal(90, 26)
        await pilot.pause()
        assert "quit" in at.screen(desk)
        await at.press(pilot, "question_mark")
        assert isinstance(desk.screen, ShowKeys)
        await at.press(pilot, "escape")

    at.the_desk(harbor, review, size=size)


def test_when_a_filter_takes_the_scrollbar_away_and_brings_it_back_no_confidence_is_cut(at: Any, article: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "f", *"money", "enter")
        assert not desk.queue_view.show_vertical_scrollbar
        await at.press(pilot, "f", "ctrl+u", "enter")
        assert desk.queue_view.show_vertical_scrollbar
        lines = [line[: desk.queue_view.size.width] for line in at.screen(desk).split("\n") if line.startswith("· left")]
        assert len(lines) > 9
        assert all(re.search(r" [01]\.\d\d[^0-9]$", line) for line in lines), lines

    at.the_desk(article, review, size=(100, 30))


def test_without_colour_the_article_is_bracketed_and_states_are_words(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "a", "r")
        shown = at.screen(desk)
        assert "[Harbor Times|organization]" in shown
        assert "✓ acc" in shown
        assert "✗ rej" in shown

    at.the_desk(harbor, review, colourless=True)


def test_a_second_reviewer_alone_sees_nothing_of_the_first(at: Any, harbor: Path) -> None:
    with Ledger(harbor, write=True) as ledger:
        first = next(ledger.lines()).key
        ledger.decide(first, "correct", {"name": "The Harbor Times"}, reviewer="wang")

    async def look(desk: Desk, pilot: "Pilot[None]") -> None:
        assert desk.sitting.queue.decided == 0
        await at.press(pilot, "a")

    at.the_desk(harbor, look, alone=True)
    with Ledger(harbor) as ledger:
        assert ledger.verdicts("li") == {(1, first): "accept"}
