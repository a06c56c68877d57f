"""The desk through Textual's pilot: keys and mouse in, screen and ledger out."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from wirefacts.ledger import Ledger
from wirefacts.records import Result, fact_id
from wirefacts.records.base import text_sha256
from wirefacts.reviewing import Sitting
from wirefacts.reviewing.asking import ShowKeys
from wirefacts.reviewing.desk import Desk

Typing = Callable[[Desk, "Pilot[None]"], Awaitable[None]]


def at_the_desk(path: Path, typing: Typing, *, size: tuple[int, int] = (120, 36), colourless: bool = False, alone: bool = False) -> Desk:
    """Sit down at the desk over a ledger, type, and leave."""

    async def sit() -> Desk:
        with Ledger(path, write=True) as ledger:
            desk = Desk(Sitting(ledger, "li", order="text", alone=alone), colourless=colourless)
            async with desk.run_test(size=size) as pilot:
                await pilot.pause()
                await typing(desk, pilot)
                await pilot.pause()
            return desk

    return asyncio.run(sit())


async def press(pilot: "Pilot[None]", *keys: str) -> None:
    """Press keys one after another, each answered before the next."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def draw(pilot: "Pilot[None]", first: int, last: int) -> None:
    """Draw the mouse over letters of the article's first line."""
    left = pilot.app.query_one("ArticleView").gutter.left
    await pilot.mouse_down("ArticleView", offset=(left + first, 0))
    await pilot.hover("ArticleView", offset=(left + last, 0))
    await pilot.mouse_up("ArticleView", offset=(left + last, 0))
    await pilot.pause()


def screen(desk: Desk) -> str:
    """What the screen shows, line by line."""
    return "\n".join("".join(segment.text for segment in strip) for strip in desk.screen._compositor.render_strips())


def states(path: Path) -> dict[str, str]:
    """The state of each fact that is no longer pending, by its words; the first of several."""
    with Ledger(path) as ledger:
        told: dict[str, str] = {}
        for line in ledger.lines():
            if line.state != "pending":
                told.setdefault(line.surface, line.state)
        return told


async def go_to(desk: Desk, pilot: "Pilot[None]", surface: str) -> None:
    await press(pilot, "slash", *(["ctrl+u"] if desk.sought else []))
    await pilot.press(*("space" if letter == " " else letter for letter in surface))
    await press(pilot, "enter")
    line = desk.sitting.queue.current
    assert line is not None
    assert line.surface == surface


def test_the_bundled_article_is_reviewed_and_the_ledger_holds_exactly_that(article: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "a", "r")  # a clean fact costs one key
        await go_to(desk, pilot, "June 23")
        await press(pilot, "c", "2", "0", "2", "1", "-", "0", "6", "-", "2", "3", "enter")  # the first day alone: after the last it is before it
        await go_to(desk, pilot, "recent years")
        await press(pilot, "less_than_sign", "enter")  # now it begins a word earlier
        desk.article_view.mark(span := desk.article_view.words.word_at(desk.article_view.text.index("Lida")))
        assert desk.article_view.text[slice(*span)] == "Lida"
        await press(pilot, "plus", "down", "down", "down", "down", "enter", "enter")  # an organization, by the name it has
        await go_to(desk, pilot, "So far")
        await press(pilot, "a", "u")
        await press(pilot, "d", "y", "q")

    desk = at_the_desk(article, review)
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
        await press(pilot, "q")

    assert at_the_desk(article, look_again).sitting.queue.decided == desk.sitting.queue.total


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["c", "m", "a", "n", "y"], "value: expected a number"),
        (["c", "tab", "tab", "tab", "b", "i", "g"], "modifier: expected"),
        (["c", "tab", "tab", "tab", "tab", "y", "u", "a", "n"], "currency: expected"),
    ],
)
def test_a_bad_value_is_told_in_one_line_and_nothing_is_kept(harbor: Path, typed: list[str], told: str) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "n", "n", *typed)
        assert told in screen(desk)
        await press(pilot, "enter")
        assert told in screen(desk)
        await press(pilot, "escape", "q")

    at_the_desk(harbor, review)
    assert states(harbor) == {}


def test_a_fact_gets_another_kind(harbor: Path) -> None:
    async def review(_: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "end", "up", "k", "p", "e", "r", "c", "enter", "enter", "q")

    at_the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        (line,) = [line for line in ledger.lines() if line.state != "pending"]
    assert (line.surface, line.kind, line.state) == ("4 tonnes", "percentage", "corrected")


def test_undo_and_redo(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "a", "r", "u")
        assert desk.sitting.queue.decided == 1
        await press(pilot, "u", "u")
        assert "li has decided nothing that could be taken back" in screen(desk)
        await press(pilot, "y", "y")
        assert desk.sitting.queue.decided == 2

    at_the_desk(harbor, review)
    assert list(states(harbor).values()) == ["accepted", "rejected"]


def test_all_above_a_confidence_are_accepted_in_one_act(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "A", "enter")
        assert "accepted: 0 facts" in screen(desk)  # nothing is known of any
        await press(pilot, "A", "ctrl+u", "x", "enter")
        assert "is no confidence" in screen(desk)

    at_the_desk(harbor, review)
    assert states(harbor) == {}


def test_the_queue_is_filtered_and_ordered(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "f", *"money", "space", *"left", "enter")
        assert [desk.sitting.queue.line(place).surface for place in range(len(desk.sitting.queue))] == ["2.08 billion yuan", "$307 million"]
        await press(pilot, "a", "a")
        assert "nothing is left in the queue" in screen(desk)
        await press(pilot, "f", "ctrl+u", "enter", "o")
        assert len(desk.sitting.queue) == 12

    at_the_desk(harbor, review)
    assert list(states(harbor).values()) == ["accepted", "accepted"]


def test_the_mouse_picks_facts_fields_and_words(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await pilot.click("QueueView", offset=(12, 4))
        await pilot.pause()
        assert desk.sitting.queue.position == 3
        await pilot.click("ArticleView", offset=(5, 2))  # By Harbor Times
        await pilot.pause()
        line = desk.sitting.queue.current
        assert line is not None
        assert line.surface == "Harbor Times"
        await pilot.click("FieldsView", offset=(20, 3))
        await pilot.pause()
        assert desk.fields_view.editing == "name"
        await press(pilot, "escape")
        await draw(pilot, 0, 5)
        assert desk.article_view.selection == (0, 6)
        assert desk.article_view.text.startswith("Harbor trade")

    at_the_desk(harbor, review)


def test_what_is_dropped_by_going_on_is_told_and_words_drawn_meanwhile_are_not(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "n", "n", "c", "5")
        await pilot.click("QueueView", offset=(12, 6))
        await pilot.pause()
        assert "what was changed and not kept is dropped" in screen(desk)
        await press(pilot, "full_stop", "n")
        assert "what was changed and not kept is dropped" in screen(desk)
        await press(pilot, "full_stop", "slash")
        assert "Enter keeps" not in screen(desk)
        await press(pilot, "escape", "n", "comma")
        await draw(pilot, 0, 5)
        await press(pilot, "plus")
        assert "“Harbor”: which kind is it?" in screen(desk)
        await press(pilot, "escape")

    at_the_desk(harbor, review)
    assert states(harbor) == {}


def test_while_a_field_is_typed_its_keys_are_at_the_foot_and_faults_have_the_lines_they_need(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "c", "tab", "x")
        shown = screen(desk).split("\n")
        assert "keep" in shown[-1]
        assert "next field" in shown[-1]
        assert "accept" not in shown[-1]
        assert "not 'x'; Esc drops it" in " ".join(" ".join(shown[-6:-2]).split())
        await pilot.resize_terminal(160, 50)
        await pilot.pause()
        assert "type* x" in screen(desk)
        await press(pilot, "backspace", *"media", "escape")

    at_the_desk(harbor, review, size=(80, 24))
    assert states(harbor) == {}


def test_all_that_a_filter_shows_are_rejected_when_their_number_was_agreed_to_and_one_undo_takes_it_back(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "f", *"money", "enter", "R")
        assert "Reject all 2 facts that are left in the queue as it is filtered (money)?" in screen(desk)
        await press(pilot, "n")
        assert desk.sitting.queue.decided == 0
        await press(pilot, "R", "y")
        await pilot.pause(0.2)
        assert "rejected: 2 facts; u takes it back" in screen(desk)
        await press(pilot, "R")
        assert "nothing is left in the queue to be rejected" in screen(desk)
        await press(pilot, "u")
        assert desk.sitting.queue.decided == 0
        await press(pilot, "y")

    at_the_desk(harbor, review)
    assert states(harbor) == {"2.08 billion yuan": "rejected", "$307 million": "rejected"}


def test_a_note_waits_for_its_fact_and_is_kept_with_the_decision(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "w", *"byline", "enter", "n", "a", "p", "p")
        assert "to be noted: “byline”" in screen(desk)
        await press(pilot, "r", "p", "p")
        assert "“byline”" in screen(desk)
        assert "to be noted" not in screen(desk)

    at_the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        assert [(act.verb, act.note) for act in ledger.acts()] == [("accept", None), ("reject", "byline")]


def test_words_are_found_in_facts_first_then_in_sentences(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "slash", *"commerce", "enter")
        assert desk.sitting.queue.position == 6
        await press(pilot, "slash", "enter")
        assert "'commerce' is in its sentence" in screen(desk)
        assert desk.sitting.queue.position == 2
        await press(pilot, "slash", "ctrl+u", *"100%", "enter")
        assert "no fact in the queue contains '100%', nor does its sentence" in screen(desk)

    at_the_desk(harbor, review)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        *((key, "there is no fact to decide on") for key in ("a", "r")),
        *((key, "there is no fact to correct") for key in ("c", "k", "full_stop")),
        ("s", "nothing else is left in the queue"),
        ("R", "nothing is left in the queue to be rejected"),
        ("w", "there is no fact to write a note on"),
    ],
)
def test_no_key_is_silent_where_the_filter_shows_nothing(harbor: Path, key: str, told: str) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "f", *"zzz", "enter")
        assert "f filters for others" in screen(desk)
        await press(pilot, key)
        assert told in screen(desk)

    at_the_desk(harbor, review)
    assert states(harbor) == {}


def test_while_another_program_writes_a_key_is_told_to_be_pressed_again(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        desk.sitting.ledger.wait_at_most(0.05)
        with closing(sqlite3.connect(harbor, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "w", *"late", "enter", "a")
            assert "busy" in screen(desk)
            await press(pilot, "n", "p")
            assert desk.sitting.queue.decided == 0
        await press(pilot, "a")
        assert "accepted: Harbor Times" in screen(desk)

    at_the_desk(harbor, review)
    with Ledger(harbor) as ledger:
        assert [(act.verb, act.note) for act in ledger.acts()] == [("accept", "late")]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 50), (60, 24), (40, 12)])
def test_it_fits_the_screen_and_shows_the_keys(harbor: Path, size: tuple[int, int]) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "a")
        lines = screen(desk).split("\n")
        assert len(lines) == size[1]
        assert size[0] < 80 or ("1 of 12 · 2022-07-19" in lines[0] and "quit" in lines[-1])
        assert size[0] != 60 or "· Harbo…" in lines[0]
        await pilot.resize_terminal(90, 26)
        await pilot.pause()
        assert "quit" in screen(desk)
        await press(pilot, "question_mark")
        assert isinstance(desk.screen, ShowKeys)
        await press(pilot, "escape")

    at_the_desk(harbor, review, size=size)


def test_without_colour_the_article_is_bracketed_and_states_are_words(harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "a", "r")
        shown = screen(desk)
        assert "[Harbor Times|organization]" in shown
        assert "✓ acc" in shown
        assert "✗ rej" in shown

    at_the_desk(harbor, review, colourless=True)


def test_a_second_reviewer_alone_sees_nothing_of_the_first(harbor: Path) -> None:
    with Ledger(harbor, write=True) as ledger:
        first = next(ledger.lines()).key
        ledger.decide(first, "correct", {"name": "The Harbor Times"}, reviewer="wang")

    async def look(desk: Desk, pilot: "Pilot[None]") -> None:
        assert desk.sitting.queue.decided == 0
        await press(pilot, "a")

    at_the_desk(harbor, look, alone=True)
    with Ledger(harbor) as ledger:
        assert ledger.verdicts("li") == {(1, first): "accept"}


@pytest.fixture
def measured(tmp_path: Path) -> Path:
    """A ledger with two articles of two facts each, whose confidence is known."""
    path = tmp_path / "measured.db"
    with Ledger(path, write=True, create=True) as ledger:
        for name, first in (("east", 0.99), ("west", 0.5)):
            text = f"{name} shipped 5 km."
            whole = {"start": 0, "end": len(text)}
            digest = text_sha256(text)
            facts = [
                {
                    "id": fact_id(digest, "quantity", *span),
                    "kind": "quantity",
                    "start": span[0],
                    "end": span[1],
                    "text": text[slice(*span)],
                    "value": 5,
                }
                | {"sentence": whole, "provenance": {"rule": "told", "confidence": confidence}}
                for span, confidence in (((13, 14), first), ((13, 17), 0.9))
            ]
            known = {"id": name, "sha256": digest, "characters": len(text), "title": name}
            info = {"version": "1", "model": "none", "model_version": "0"}
            ledger.keep(Result.model_validate({"article": known, "extractor": info, "facts": facts}), text)
    return path


def test_doubtful_facts_come_first_and_sure_ones_are_accepted_at_once_and_taken_back_at_once(measured: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "o")
        assert [desk.sitting.queue.line(place).confidence for place in range(4)] == [0.5, 0.9, 0.9, 0.99]
        await press(pilot, "A", "ctrl+u", *"0.9", "enter")
        await pilot.pause(0.2)
        assert "accepted: 3 facts" in screen(desk)
        assert "0.50" in screen(desk)
        await press(pilot, "u")
        assert desk.sitting.queue.decided == 0
        await press(pilot, "y", "r")

    at_the_desk(measured, review)
    with Ledger(measured) as ledger:
        assert [(line.confidence, line.state) for line in ledger.lines()] == [
            (0.99, "accepted"),
            (0.9, "accepted"),
            (0.5, "rejected"),
            (0.9, "accepted"),
        ]


def test_one_jumps_to_an_article_and_is_done_with_it(measured: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await press(pilot, "j", *"west", "enter", "d")
        assert "2 facts are left undecided" in screen(desk)
        await press(pilot, "escape", "a", "r")
        assert "all of west is decided, d marks it done" in screen(desk)
        assert "0 of 2 · no date · east" in screen(desk)
        await press(pilot, "d")  # of the one before
        assert "done: west" in screen(desk)

    at_the_desk(measured, review)
    with Ledger(measured) as ledger:
        assert [ledger.article(row).id for row in ledger.done_rows("li")] == ["west"]
