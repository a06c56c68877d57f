"""Going about at the desk by keys and mouse: what is shown next, found, filtered, and what becomes of what was not kept."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from wirefacts.ledger import Ledger
from wirefacts.reviewing.desk import Desk


def test_the_queue_is_filtered_and_ordered(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "f", *"money", "space", *"left", "enter")
        assert [desk.sitting.queue.line(place).surface for place in range(len(desk.sitting.queue))] == ["2.08 billion yuan", "$307 million"]
        await at.press(pilot, "a", "a")
        assert "nothing is left in the queue" in at.screen(desk)
        await at.press(pilot, "f", "ctrl+u", "enter", "o")
        assert len(desk.sitting.queue) == 12

    at.the_desk(harbor, review)
    assert list(at.states(harbor).values()) == ["accepted", "accepted"]


def test_the_mouse_picks_facts_fields_and_words(at: Any, harbor: Path) -> None:
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
        await at.press(pilot, "escape")
        await at.draw(pilot, 0, 5)
        assert desk.article_view.selection == (0, 6)
        assert desk.article_view.text.startswith("Harbor trade")

    at.the_desk(harbor, review)


def test_what_is_dropped_by_going_on_is_told_and_words_drawn_meanwhile_are_not(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "n", "n", "c", "5")
        await pilot.click("QueueView", offset=(12, 6))
        await pilot.pause()
        assert "what was changed and not kept is dropped" in at.screen(desk)
        await at.press(pilot, "full_stop", "n")
        assert "what was changed and not kept is dropped" in at.screen(desk)
        await at.press(pilot, "full_stop", "slash")
        assert "Enter keeps" not in at.screen(desk)
        await at.press(pilot, "escape", "n", "comma")
        await at.draw(pilot, 0, 5)
        await at.press(pilot, "plus")
        assert "“Harbor”: which kind is it?" in at.screen(desk)
        await at.press(pilot, "escape")

    at.the_desk(harbor, review)
    assert at.states(harbor) == {}


def test_words_are_found_in_facts_first_then_in_sentences(at: Any, harbor: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "slash", *"commerce", "enter")
        assert desk.sitting.queue.position == 6
        await at.press(pilot, "slash", "enter")
        assert "'commerce' is in its sentence" in at.screen(desk)
        assert desk.sitting.queue.position == 2
        await at.press(pilot, "slash", "ctrl+u", *"100%", "enter")
        assert "no fact in the queue contains '100%', nor does its sentence" in at.screen(desk)

    at.the_desk(harbor, review)


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
def test_no_key_is_silent_where_the_filter_shows_nothing(at: Any, harbor: Path, key: str, told: str) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "f", *"zzz", "enter")
        assert "f filters for others" in at.screen(desk)
        await at.press(pilot, key)
        assert told in at.screen(desk)

    at.the_desk(harbor, review)
    assert at.states(harbor) == {}


def test_doubtful_facts_come_first_and_sure_ones_are_accepted_at_once_and_taken_back_at_once(at: Any, measured: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "o")
        assert [desk.sitting.queue.line(place).confidence for place in range(4)] == [0.5, 0.9, 0.9, 0.99]
        await at.press(pilot, "A", "ctrl+u", *"0.9", "enter")
        await pilot.pause(0.2)
        assert "accepted: 3 facts" in at.screen(desk)
        assert "0.50" in at.screen(desk)
        await at.press(pilot, "u")
        assert desk.sitting.queue.decided == 0
        await at.press(pilot, "y", "r")

    at.the_desk(measured, review)
    with Ledger(measured) as ledger:
        assert [(line.confidence, line.state) for line in ledger.lines()] == [
            (0.99, "accepted"),
            (0.9, "accepted"),
            (0.5, "rejected"),
            (0.9, "accepted"),
        ]


def test_one_jumps_to_an_article_and_is_done_with_it(at: Any, measured: Path) -> None:
    async def review(desk: Desk, pilot: "Pilot[None]") -> None:
        await at.press(pilot, "j", *"west", "enter", "d")
        assert "2 facts are left undecided" in at.screen(desk)
        await at.press(pilot, "escape", "a", "r")
        assert "all of west is decided, d marks it done" in at.screen(desk)
        assert "0 of 2 · no date · east" in at.screen(desk)
        await at.press(pilot, "d")  # of the one before
        assert "done: west" in at.screen(desk)

    at.the_desk(measured, review)
    with Ledger(measured) as ledger:
        assert [ledger.article(row).id for row in ledger.done_rows("li")] == ["west"]
