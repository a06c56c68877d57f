"""One-to-one matching, and counts that equal those of a plain and slow re-implementation."""

import itertools
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldFact
from wirefacts.records import KINDS
from wirefacts.scoring.matching import is_right, paired, share_half
from wirefacts.scoring.scorecard import ALL, total
from wirefacts.scoring.tasks.facts import tally

GoldMaker = Callable[..., GoldFact]
FoundMaker = Callable[..., GoldFact]

NUMBERS = [
    {"value": 5},
    {"value": "5.0000001"},
    {"value": "5.1"},
    {"value": 5, "low": 5, "modifier": "more_than"},
    {"value": 5, "low": 5, "modifier": "at_least"},
    {"value": None, "low": 5, "high": 6, "modifier": "range"},
]
DAYS = [
    {"type": "date", "start_date": "2022-01-01", "end_date": "2022-12-31", "timex": "2022", "granularity": "year"},
    {"type": "period", "start_date": "2022-01-01", "end_date": "2022-12-31", "timex": "2022-01/2022-12"},
    {"type": "period", "start_date": "2022-01-01", "timex": "2022/..", "open": "end", "granularity": "year"},
    {"type": "date", "timex": "PAST_REF"},
    {"type": "date", "timex": "PRESENT_REF"},
    {"type": "duration", "timex": "P2Y", "modifier": "approximate"},
]
NAMES = ["the Port’s Bank", "Port's Bank", "port's bank.", "Port Bank", "中国银行"]


def _values() -> st.SearchStrategy[dict[str, Any]]:
    number = st.sampled_from(NUMBERS)
    return st.one_of(
        st.builds(lambda n, c: {"kind": "money", "currency": c, **n}, number, st.sampled_from(["CNY", "USD", None])),
        st.builds(lambda n, u: {"kind": "percentage", "unit": u, **n}, number, st.sampled_from(["percent", "percentage_point"])),
        st.builds(
            lambda n, u, c: {"kind": "quantity", "unit": u, "counted": c, **n},
            number,
            st.sampled_from(["tonne", "tonnes", None]),
            st.sampled_from(["big ships", "ships", None]),
        ),
        st.builds(lambda d: {"kind": "date", **d}, st.sampled_from(DAYS)),
        st.builds(lambda n, t: {"kind": "organization", "name": n, "type": t}, st.sampled_from(NAMES), st.sampled_from(["company", "finance"])),
    )


def _facts() -> st.SearchStrategy[list[dict[str, Any]]]:
    span = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda s: {"start": s[0], "end": s[0] + s[1]})
    fact = st.builds(lambda value, where: {**value, **where}, _values(), span)
    return st.lists(fact, max_size=5, unique_by=lambda f: (f["kind"], f["start"], f["end"]))


def _norm(name: str | None) -> str:
    return re.sub(r"^the ", "", " ".join(re.sub(r"[^a-z0-9&' ]+", " ", (name or "").lower().replace("’", "'")).split()))


def _right(g: dict[str, Any], p: dict[str, Any]) -> bool:
    def near(name: str) -> bool:
        a, b = g.get(name), p.get(name)
        return a is b if a is None or b is None else abs(float(a) - float(b)) <= 1e-6 * max(1, abs(float(a)), abs(float(b)))

    if g["kind"] == "date":
        days = g.get("start_date"), g.get("end_date")
        return days == (p.get("start_date"), p.get("end_date")) and (days != (None, None) or g["timex"] == p["timex"])
    if g["kind"] == "organization":
        return _norm(g["name"]) == _norm(p["name"])
    if not (near("value") and near("low") and near("high")):
        return False
    if g["kind"] == "quantity":
        return _norm(g["unit"]).rstrip("s") == _norm(p["unit"]).rstrip("s")
    return all(g.get(name) == p.get(name) for name in ("currency", "unit"))


def _rank(g: dict[str, Any], p: dict[str, Any], order: tuple[int, int]) -> tuple[Any, ...]:
    overlap = min(g["end"], p["end"]) - max(g["start"], p["start"])
    exact = (g["start"], g["end"]) == (p["start"], p["end"])
    return (not exact, not _right(g, p), -overlap, g["start"], p["start"], order)


def _plain_counts(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    """Every one-to-one matching is tried; a pair outweighs all that are ranked below it together."""
    counts: Counter[tuple[str, str]] = Counter()
    for kind in KINDS:
        gs, ps = [g for g in gold if g["kind"] == kind], [p for p in found if p["kind"] == kind]
        edges = [(i, j) for i, g in enumerate(gs) for j, p in enumerate(ps) if min(g["end"], p["end"]) > max(g["start"], p["start"])]
        edges.sort(key=lambda e: _rank(gs[e[0]], ps[e[1]], e))
        weight = {edge: 2 ** (len(edges) - n) for n, edge in enumerate(edges)}
        slots = [[None, *(e for e in edges if e[0] == i)] for i in range(len(gs))]
        legal = ([e for e in chosen if e] for chosen in itertools.product(*slots))
        best = max((m for m in legal if len({j for _, j in m}) == len(m)), key=lambda m: sum(weight[e] for e in m))
        counts[kind, "gold"] = sum(not g.get("optional") for g in gs)
        counts[kind, "found"] = len(ps) - sum(bool(gs[i].get("optional")) for i, _ in best)
        for g, p in ((gs[i], ps[j]) for i, j in best if not gs[i].get("optional")):
            over, union = min(g["end"], p["end"]) - max(g["start"], p["start"]), max(g["end"], p["end"]) - min(g["start"], p["start"])
            counts[kind, "span"] += 1
            counts[kind, "exact"] += (g["start"], g["end"]) == (p["start"], p["end"])
            counts[kind, "value"] += _right(g, p) and over / union >= 0.5
    return +counts


@given(_facts(), _facts(), st.lists(st.booleans(), min_size=5, max_size=5))
def test_counts_equal_those_of_every_matching_tried(
    gold: GoldMaker, found: FoundMaker, marked: list[dict[str, Any]], offered: list[dict[str, Any]], optional: list[bool]
) -> None:
    marked = [{**fields, "optional": flag} for fields, flag in zip(marked, optional, strict=False)]
    card = total(map(tally, paired([gold(**fields) for fields in marked], [found(**fields) for fields in offered])))
    plain = _plain_counts(marked, offered)
    everything: Counter[tuple[str, str]] = Counter()
    for (_, name), count in plain.items():
        everything[ALL, name] += count
    assert card.counted == plain + everything


@given(_facts(), _facts())
def test_every_fact_is_in_one_pair(gold: GoldMaker, found: FoundMaker, marked: list[dict[str, Any]], offered: list[dict[str, Any]]) -> None:
    wanted, have = [gold(**fields) for fields in marked], [found(**fields) for fields in offered]
    pairs = paired(wanted, have)
    assert sorted(pair.gold.id for pair in pairs if pair.gold) == sorted(fact.id for fact in wanted)
    assert sorted(pair.found.id for pair in pairs if pair.found) == sorted(fact.id for fact in have)
    assert all(pair.gold is None or pair.found is None or pair.gold.kind == pair.found.kind for pair in pairs)


@pytest.mark.parametrize(
    ("kind", "marked", "offered", "right"),
    [
        ("money", {"value": 5, "currency": "CNY"}, {"value": 5, "currency": "CNY"}, True),
        ("money", {"value": 5, "currency": "CNY"}, {"value": 5, "currency": "USD"}, False),
        ("money", {"value": 5, "currency": "CNY"}, {"value": 5, "low": 5, "modifier": "more_than", "currency": "CNY"}, False),
        ("money", {"value": 5, "currency": "CNY", "modifier": "approximate"}, {"value": 5, "currency": "CNY"}, True),
        ("percentage", {"value": 5}, {"value": 5, "unit": "percent"}, True),
        ("percentage", {"value": 5, "unit": "percentage_point"}, {"value": 5, "unit": "percent"}, False),
        ("quantity", {"value": 5, "unit": "tonne"}, {"value": 5, "unit": "tonnes"}, True),
        ("quantity", {"value": 5}, {"value": 5, "unit": "tonne"}, False),
        ("quantity", {"value": "0.6666667"}, {"value": "0.666667"}, True),
        ("date", {"timex": "2022", "start_date": "2022-01-01"}, {"type": "date", "timex": "2022-XX", "start_date": "2022-01-01"}, True),
        ("date", {"timex": "PAST_REF"}, {"type": "date", "timex": "FUTURE_REF"}, False),
        ("organization", {"name": "Port Bureau"}, {"name": "the port bureau"}, True),
        ("organization", {"name": "Port Bureau"}, {"name": "Bureau"}, False),
    ],
)
def test_what_makes_a_value_right(
    gold: GoldMaker, found: FoundMaker, *, kind: str, marked: dict[str, Any], offered: dict[str, Any], right: bool
) -> None:
    assert is_right(gold(kind, 0, 4, **marked), found(kind, 0, 4, **offered)) is right


def test_values_of_two_kinds_are_never_the_same(gold: GoldMaker, found: FoundMaker) -> None:
    assert not is_right(gold("quantity", 0, 4, value=5), found("percentage", 0, 4, value=5))


@pytest.mark.parametrize(
    ("span", "enough"), [((0, 10), True), ((0, 5), True), ((0, 4), False), ((5, 15), False), ((2, 12), True), ((0, 20), True), ((10, 20), False)]
)
def test_half_of_the_union(gold: GoldMaker, found: FoundMaker, span: tuple[int, int], enough: bool) -> None:
    assert share_half(gold("quantity", 0, 10, value=1), found("quantity", *span, value=1)) is enough


def test_equal_spans_come_before_right_values_and_those_before_larger_overlaps(gold: GoldMaker, found: FoundMaker) -> None:
    marked: list[GoldFact] = [gold("quantity", 0, 10, value=1)]
    exact, right, large = found("quantity", 0, 10, value=2), found("quantity", 0, 3, value=1), found("quantity", 0, 9, value=2)
    offered: list[GoldFact] = [large, right, exact]
    for best in (exact, right, large):
        assert [pair.found for pair in paired(marked, offered) if pair.gold] == [best]
        offered.remove(best)


def test_long_lists_are_matched_in_good_time(gold: GoldMaker, found: FoundMaker) -> None:
    one, other = gold("quantity", 0, 4, value=1), found("quantity", 0, 4, value=1)
    marked = [one.model_copy(update={"start": n * 5, "end": n * 5 + 4}) for n in range(20_000)]
    offered = [other.model_copy(update={"start": n * 5, "end": n * 5 + 4}) for n in range(20_000)]
    assert sum(pair.gold is not None and pair.found is not None for pair in paired(marked, offered)) == 20_000
