"""Decisions, taken back and done again, by one reviewer and by several."""

import sqlite3
import tempfile
from collections import Counter
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.ledger import Ledger, LedgerError, log
from wirefacts.records.specimen import TEXT, specimen

Standing = list[tuple[object, ...]]


def states(ledger: Ledger, reviewer: str | None = None) -> dict[str, str]:
    return {entry.fact.text: entry.place.state for entry in ledger.entries(1, reviewer=reviewer)}


def key(ledger: Ledger, surface: str) -> str:
    return next(entry.fact.id for entry in ledger.entries(1) if entry.fact.text == surface)


def test_each_sort_of_decision(said: Ledger) -> None:
    assert states(said) == dict.fromkeys(("5 percent", "3 billion yuan", "Port Bureau"), "pending")
    said.decide(key(said, "5 percent"), "accept", reviewer="li", note="as printed")
    said.decide(key(said, "Port Bureau"), "reject", reviewer="li")
    entry = said.decide(key(said, "3 billion yuan"), "correct", {"value": "4e9"}, reviewer="li")
    assert (entry.place.state, entry.fact.value, entry.extracted.value) == ("corrected", 4_000_000_000, 3_000_000_000)  # type: ignore[union-attr]
    said.add(1, "organization", "the Port Bureau", {"name": "Port Bureau"}, reviewer="li")
    assert states(said) == {"5 percent": "accepted", "3 billion yuan": "corrected", "Port Bureau": "rejected", "the Port Bureau": "added"}
    review = said.entries(1)[0].review
    assert (review.reviewer, review.note, review.state, review.extracted) == ("li", "as printed", "accepted", None)
    assert review.decided is not None


def test_a_moved_boundary_has_an_id_of_its_own_and_is_named_by_either(said: Ledger) -> None:
    old = key(said, "3 billion yuan")
    new = said.decide(old, "correct", {"text": "3 billion"}, reviewer="li").fact.id
    assert new != old
    assert said.decide(new, "correct", {"currency": "HKD"}, reviewer="li").fact.text == "3 billion"
    assert said.decide(old, "reject", reviewer="li").place.state == "rejected"
    assert list(states(said)) == ["5 percent", "3 billion yuan", "Port Bureau"]


def test_correcting_to_what_was_extracted_is_accepting(said: Ledger) -> None:
    assert said.decide(key(said, "5 percent"), "correct", {"value": "5.0"}, reviewer="li").place.state == "accepted"


def test_accepting_confirms_what_is_shown(said: Ledger) -> None:
    fact = key(said, "5 percent")
    said.decide(fact, "correct", {"value": "6"}, reviewer="li")
    assert said.decide(fact, "accept", reviewer="wang").fact.value == Decimal(6)  # type: ignore[union-attr]
    assert states(said, "wang")["5 percent"] == "corrected"


def test_an_added_fact_can_be_corrected_moved_rejected_and_had_again(said: Ledger) -> None:
    first = said.add(1, "money", "3 billion", {"value": "3e9", "currency": "CNY"}, reviewer="li").fact.id
    assert said.decide(first, "correct", {"value": "4e9"}, reviewer="li").place.state == "added"
    moved = said.decide(first, "correct", {"text": "to 3 billion"}, reviewer="li")
    assert (moved.fact.text, moved.place.state) == ("to 3 billion", "added")
    assert said.decide(moved.fact.id, "reject", reviewer="li").place.state == "rejected"
    assert "to 3 billion" not in {fact.text for fact in said.confirmed(1)}
    said.decide(first, "accept", reviewer="li")
    assert {fact.text for fact in said.confirmed(1)} == {"to 3 billion"}


def test_undo_takes_back_ones_own_last_act_and_redo_does_it_again(said: Ledger) -> None:
    percent, money = key(said, "5 percent"), key(said, "3 billion yuan")
    said.decide(percent, "accept", reviewer="li")
    said.decide(percent, "reject", reviewer="li")
    said.decide(money, "accept", reviewer="wang")
    assert said.undo(reviewer="li").verb == "reject"
    assert states(said)["5 percent"] == "accepted"
    assert said.undo(reviewer="li").verb == "accept"
    assert states(said) == {"5 percent": "pending", "3 billion yuan": "accepted", "Port Bureau": "pending"}
    with pytest.raises(LedgerError, match="li has decided nothing that could be taken back"):
        said.undo(reviewer="li")
    assert [said.redo(reviewer="li").verb for _ in range(2)] == ["accept", "reject"]
    assert states(said)["5 percent"] == "rejected"
    with pytest.raises(LedgerError, match="li has taken back nothing"):
        said.redo(reviewer="li")
    said.undo(reviewer="li")
    said.decide(money, "reject", reviewer="li")
    with pytest.raises(LedgerError, match="li has taken back nothing"):
        said.redo(reviewer="li")


def test_done_accepts_what_is_left_and_undo_takes_all_of_it_back(said: Ledger) -> None:
    said.decide(key(said, "5 percent"), "reject", reviewer="li")
    assert said.done(1, reviewer="li") == 2
    assert Counter(states(said).values()) == {"accepted": 2, "rejected": 1}
    assert said.done_rows() == said.done_rows("li") == [1]
    assert said.undo(reviewer="li").decisions == 2
    assert Counter(states(said).values()) == {"pending": 2, "rejected": 1}
    assert said.done_rows() == []
    said.redo(reviewer="li")
    said.reopen(1, reviewer="li")
    assert said.done_rows() == []
    assert Counter(states(said).values()) == {"accepted": 2, "rejected": 1}
    with pytest.raises(LedgerError, match="the article is not done"):
        said.reopen(1, reviewer="li")


def test_what_one_reviewer_left_undecided_overrules_no_decision_of_another(said: Ledger) -> None:
    said.decide(key(said, "5 percent"), "reject", reviewer="wang")
    said.done(1, reviewer="li")
    assert states(said, "li")["5 percent"] == "accepted"
    assert states(said)["5 percent"] == "rejected"


def test_state_is_kept_by_reviewer_and_the_latest_of_anybody_shown(said: Ledger) -> None:
    fact = key(said, "5 percent")
    said.decide(fact, "accept", reviewer="li")
    said.decide(fact, "reject", reviewer="wang")
    assert [states(said, name)["5 percent"] for name in ("li", "wang", None)] == ["accepted", "rejected", "rejected"]
    said.undo(reviewer="wang")
    assert states(said)["5 percent"] == "accepted"


@pytest.mark.parametrize(("verdict", "state"), [("accept", "accepted"), ("reject", "rejected")])
def test_many_facts_are_decided_on_in_one_act(said: Ledger, verdict: str, state: str) -> None:
    assert said.decide_all([line.key for line in said.lines()], verdict, reviewer="li") == 3
    assert set(states(said).values()) == {state}
    assert said.undo(reviewer="li").decisions == 3
    assert set(states(said).values()) == {"pending"}


def test_many_facts_are_not_corrected_alike(said: Ledger) -> None:
    with pytest.raises(LedgerError, match="'correct' is no decision on many facts at once; give one of accept, reject"):
        said.decide_all([line.key for line in said.lines()], "correct", reviewer="li")


@pytest.mark.parametrize(
    ("fact", "verdict", "changes", "reviewer", "words"),
    [
        ("zz", "accept", {}, "li", "'zz' is no id of a fact"),
        ("000000000000", "accept", {}, "li", "no fact has an id that begins with '000000000000'"),
        ("5 percent", "praise", {}, "li", "'praise' is no decision"),
        ("5 percent", "correct", {}, "li", "give what is to be changed"),
        ("5 percent", "accept", {"value": "5"}, "li", "takes no FIELD=VALUE"),
        ("5 percent", "accept", {}, "  ", "a reviewer has a name"),
        ("3 billion yuan", "correct", {"equivalent_of": "nothing"}, "li", "equivalent_of: expected the whole id of another fact of kind money"),
        ("Port Bureau", "correct", {"kind": "money", "value": "3", "text": "3 billion yuan"}, "li", "text: the article does not read"),
        (
            "Port Bureau",
            "correct",
            {"kind": "money", "value": "3", "start": "24", "end": "38"},
            "li",
            "the article has money '3 billion yuan' at 24-38 already",
        ),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_line_and_leaves_nothing(
    said: Ledger, *, fact: str, verdict: str, changes: dict[str, str], reviewer: str, words: str
) -> None:
    name = next((entry.fact.id for entry in said.entries(1) if entry.fact.text == fact), fact)
    with pytest.raises(LedgerError) as told:
        said.decide(name, verdict, changes, reviewer=reviewer)
    assert words in str(told.value)
    assert "\n" not in str(told.value)
    assert said.acts() == []


def rows(database: sqlite3.Connection) -> tuple[Standing, Standing]:
    return sorted(database.execute("SELECT * FROM standing")), sorted(database.execute("SELECT * FROM completion"))


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("accept", "reject", "correct", "kind", "add", "done", "reopen", "undo", "redo")),
        st.sampled_from(("li", "wang")),
        st.integers(0, 11),
    ),
    max_size=15,
)


def move(ledger: Ledger, verb: str, reviewer: str, which: int) -> None:
    fact = specimen().facts[which]
    match verb:
        case "undo" | "redo":
            getattr(ledger, verb)(reviewer=reviewer)
        case "done" | "reopen":
            getattr(ledger, verb)(1, reviewer=reviewer)
        case "add":
            ledger.add(1, "organization", "ship"[: 1 + which % 4], {"start": str(TEXT.index("ship"))}, reviewer=reviewer)
        case "correct":
            ledger.decide(fact.id, "correct", {"start": str(fact.start + 1)}, reviewer=reviewer)
        case "kind":
            ledger.decide(fact.id, "correct", {"kind": "organization", "name": "x"}, reviewer=reviewer)
        case _:
            ledger.decide(fact.id, verb, reviewer=reviewer)


@settings(max_examples=25, deadline=None)
@given(MOVES)
def test_what_stands_is_what_the_log_says_and_all_can_be_taken_back(moves: list[tuple[str, str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "facts.db", write=True, create=True) as ledger:
        ledger.keep(specimen(), TEXT)
        facts = [line.key for line in ledger.lines()]
        for verb, reviewer, which in moves:
            with suppress(LedgerError):
                move(ledger, verb, reviewer, which)
        before = rows(ledger.database)
        with ledger.writing() as database:
            database.execute("DELETE FROM standing")
            database.execute("DELETE FROM completion")
            for (act,) in database.execute("SELECT number FROM act WHERE target IS NULL").fetchall():
                log.let_stand_again(database, act)
        assert rows(ledger.database) == before
        for reviewer in ("li", "wang"):
            with suppress(LedgerError):  # when nothing is left
                while ledger.undo(reviewer=reviewer):
                    pass
        assert rows(ledger.database) == ([], [])
        assert [line.key for line in ledger.lines()] == facts
