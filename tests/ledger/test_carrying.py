"""A later run: which decisions hold on its facts, which it overtook, and what is shown, confirmed and told of them."""

from collections.abc import Callable
from typing import Any

import pytest

from wirefacts.ledger import Ledger
from wirefacts.records import Money, Result

SAID = "Trade rose 5 percent to 3 billion yuan, the Port Bureau said."
PERCENT = ("5 percent", "percentage", {"value": 5, "role": "change"})
MONEY = ("3 billion yuan", "money", {"value": 3_000_000_000, "currency": "CNY"})
OTHER = ("3 billion yuan", "money", {"value": 3, "currency": "CNY"})
SHORT = ("3 billion", "money", {"value": 3_000_000_000, "currency": "CNY"})
BODY = ("Port Bureau", "organization", {"name": "Port Bureau", "type": "government"})
WHOLE_BODY = ("the Port Bureau", "organization", {"name": "Port Bureau"})

Made = Callable[..., Result]
Decide = Callable[[Ledger, str], object]


def accept(ledger: Ledger, fact: str) -> object:
    return ledger.decide(fact, "accept", reviewer="li")


def reject(ledger: Ledger, fact: str) -> object:
    return ledger.decide(fact, "reject", reviewer="li")


def to_three(ledger: Ledger, fact: str) -> object:
    return ledger.decide(fact, "correct", {"value": "3"}, reviewer="li")


def shortened(ledger: Ledger, fact: str) -> object:
    return ledger.decide(fact, "correct", {"text": "3 billion"}, reviewer="li")


def add_body(ledger: Ledger, _: str) -> object:
    return ledger.add(1, "organization", "the Port Bureau", {"name": "Port Bureau"}, reviewer="li")


@pytest.mark.parametrize(
    ("decide", "later", "shown", "told", "confirmed"),
    [
        # decision, what the next run finds, state and value shown, what the run made of it, confirmed values
        (accept, [MONEY], [("accepted", 3_000_000_000)], None, [3_000_000_000]),
        (accept, [OTHER], [("pending", 3)], "changed", [3_000_000_000]),
        (accept, [], [("accepted", 3_000_000_000)], "lost", [3_000_000_000]),
        (reject, [MONEY], [("rejected", 3_000_000_000)], None, []),
        (reject, [OTHER], [("pending", 3)], "changed", []),
        (reject, [], [("rejected", 3_000_000_000)], "lost", []),
        (to_three, [MONEY], [("corrected", 3)], None, [3]),
        (to_three, [OTHER], [("accepted", 3)], None, [3]),
        (to_three, [], [("corrected", 3)], "lost", [3]),
        (shortened, [MONEY], [("corrected", 3_000_000_000)], None, [3_000_000_000]),
        (shortened, [SHORT], [("accepted", 3_000_000_000)], None, [3_000_000_000]),
        (shortened, [MONEY, SHORT], [("rejected", 3_000_000_000), ("accepted", 3_000_000_000)], None, [3_000_000_000]),
    ],
)
def test_what_a_later_run_makes_of_a_decision(
    path: Any, made: Made, *, decide: Decide, later: list[Any], shown: list[tuple[str, int]], told: str | None, confirmed: list[int]
) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(made(PERCENT, MONEY), SAID)
        decide(ledger, next(line.key for line in ledger.lines() if line.kind == "money"))
        kept = ledger.keep(made(PERCENT, *later, version="2"), SAID)
        money = [entry for entry in ledger.entries(1) if entry.fact.kind == "money"]
        assert [(entry.place.state, getattr(entry.fact, "value", None)) for entry in money] == shown
        assert {entry.place.outcome for entry in money} == {told}
        assert [fact.value for fact in ledger.confirmed(1) if isinstance(fact, Money)] == confirmed
        assert (kept.changed, kept.lost) == (told == "changed", told == "lost")
        assert [(before.kind, entry.place.outcome) for _, before, entry in ledger.overtaken()] == ([("money", told)] if told else [])
        earlier = [entry.place.state for entry in ledger.entries(1, run=1) if entry.fact.kind == "money"]
        assert earlier != ["pending"]
        assert len(ledger.acts()) == 1


@pytest.mark.parametrize(("later", "states"), [([BODY], ["pending", "added"]), ([BODY, WHOLE_BODY], ["pending", "accepted"])])
def test_an_added_fact_that_a_later_run_finds_is_accepted(path: Any, made: Made, later: list[Any], states: list[str]) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(made(BODY), SAID)
        add_body(ledger, "")
        ledger.keep(made(*later, version="2"), SAID)
        assert [entry.place.state for entry in ledger.entries(1)] == states
        assert list(ledger.overtaken()) == []


def test_another_rule_or_link_or_a_field_that_is_new_changes_nothing(path: Any, made: Made) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(made(PERCENT, MONEY), SAID)
        accept(ledger, next(ledger.lines()).key)
        assert ledger.keep(made(PERCENT, version="2"), SAID).held == 1
        assert ledger.keep(made(("5 percent", "percentage", {"value": 5, "role": "change", "basis": "other"}), version="3"), SAID).held == 1
        assert ledger.keep(made(("5 percent", "percentage", {"value": 5, "role": "level"}), version="4"), SAID).changed == 1


def test_a_decision_on_the_later_run_holds_there(path: Any, made: Made) -> None:
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(made(MONEY), SAID)
        fact = next(ledger.lines()).key
        accept(ledger, fact)
        ledger.keep(made(OTHER, version="2"), SAID)
        assert ledger.decide(fact, "reject", reviewer="li").place.outcome is None
        assert list(ledger.overtaken()) == []
        ledger.undo(reviewer="li")
        assert [line.state for line in ledger.lines()] == ["pending"]
