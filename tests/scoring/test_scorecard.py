"""Counts that add up, and the agreement of the other fields."""

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from wirefacts.interchange import GoldFact
from wirefacts.records import KINDS
from wirefacts.scoring.matching import Pair, paired
from wirefacts.scoring.scorecard import Counts, Rates, Scorecard, total
from wirefacts.scoring.tasks.facts import tally as tally_of

GoldMaker = Callable[..., GoldFact]
FoundMaker = Callable[..., GoldFact]


def tally(pairs: Iterable[Pair]) -> Scorecard:
    return total(map(tally_of, pairs))


def test_counts_of_a_small_article(gold: GoldMaker, found: FoundMaker) -> None:
    marked = [
        gold("quantity", 0, 4, value=1),
        gold("quantity", 10, 14, value=2),
        gold("quantity", 20, 24, value=3),
        gold("date", 30, 34, timex="P1Y"),
    ]
    offered = [
        found("quantity", 0, 4, value=1),
        found("quantity", 10, 16, value=2),
        found("quantity", 20, 24, value=9),
        found("quantity", 40, 44, value=4),
    ]
    card = tally(paired(marked, offered))
    assert card.counts("quantity") == Counts(gold=3, found=4, hits={"span": 3, "exact": 2, "value": 2})
    assert card.counts("date") == Counts(gold=1, found=0, hits={})
    assert card.counts() == Counts(gold=4, found=4, hits={"span": 3, "exact": 2, "value": 2})
    assert card.counts("quantity").rates("value") == Rates(0.5, 2 / 3, 4 / 7)
    assert card.macro(KINDS, "value") == Rates(0.25, 1 / 3, 2 / 7)


def test_optional_gold_costs_nothing_when_missed_and_earns_nothing_when_found(gold: GoldMaker, found: FoundMaker) -> None:
    optional = gold("quantity", 0, 4, value=1, optional=True)
    for offered in ([], [found("quantity", 0, 4, value=1)], [found("quantity", 1, 4, value=2)]):
        assert tally(paired([optional], offered)) == Scorecard()


def test_the_sum_of_two_halves_is_the_whole(gold: GoldMaker, found: FoundMaker) -> None:
    marked = [gold("money", start, start + 4, value=start, currency="CNY", per="month") for start in (0, 10, 20, 30)]
    offered = [found("money", start, start + 4, value=10, currency="CNY") for start in (0, 10, 40)]
    pairs = paired(marked, offered)
    assert tally(pairs[:2]) + tally(pairs[2:]) == tally(pairs)
    assert tally(pairs) + Scorecard() == tally(pairs)


def test_nothing_scores_nought() -> None:
    assert Scorecard().counts().rates("value") == Scorecard().macro(KINDS, "value") == Rates(0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("kind", "role", "marked", "offered", "agrees"),
    [
        ("money", "modifier", {"value": 5, "modifier": "approximate"}, {"value": 5, "currency": None}, False),
        ("money", "modifier", {"value": 5, "modifier": None}, {"value": 5, "currency": None}, True),
        ("money", "equivalent_of", {"value": 5, "equivalent_of": "one"}, {"value": 5, "currency": None, "equivalent_of": "other"}, True),
        ("money", "equivalent_of", {"value": 5, "equivalent_of": "one"}, {"value": 5, "currency": None}, False),
        ("percentage", "basis", {"value": 5, "basis": "year-on-year"}, {"value": 5}, False),
        ("percentage", "direction", {"value": 5}, {"value": 5, "direction": None}, True),
        ("quantity", "counted", {"value": 5, "counted": "inland cities"}, {"value": 5, "counted": "Cities"}, True),
        ("quantity", "counted", {"value": 5, "counted": "cities"}, {"value": 5, "counted": "cities of the coast"}, False),
        ("quantity", "counted", {"value": 5, "counted": "units", "counted_also": "flats"}, {"value": 5, "counted": "new flats"}, True),
        ("quantity", "counted", {"value": 5, "counted": None}, {"value": 5, "counted": "ships"}, False),
        ("date", "open", {"timex": "PAST_REF", "open": "end"}, {"type": "date", "timex": "PAST_REF"}, False),
        ("organization", "type", {"name": "Port Bureau", "type": "government"}, {"name": "Port Bureau", "type": "government"}, True),
        ("organization", "place", {"name": "Port Bureau", "place": "Dongjiang"}, {"name": "Port Bureau"}, False),
    ],
)
def test_roles_agree(
    gold: GoldMaker, found: FoundMaker, *, kind: Any, role: str, marked: dict[str, Any], offered: dict[str, Any], agrees: bool
) -> None:
    card = tally(paired([gold(kind, 0, 4, **marked)], [found(kind, 0, 4, **offered)]))
    assert card.roles()[kind, role] == (int(agrees), 1)


def test_roles_are_compared_only_where_the_value_is_right(gold: GoldMaker, found: FoundMaker) -> None:
    assert tally(paired([gold("quantity", 0, 4, value=5)], [found("quantity", 0, 4, value=6)])).roles() == {}
