"""Two extractions of one article: what differs, and which of them gold agrees with."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.interchange import GoldArticle, GoldFact
from wirefacts.records import Fact, Result, fact_from, text_sha256
from wirefacts.records.result import Article, ExtractorInfo
from wirefacts.scoring.comparison import Comparison, compared

GoldMaker = Callable[..., GoldFact]
Told = tuple[int, int, int]
"""Start, end and value of a quantity."""

TEXT = "abcdefghi. " * 12
DIGEST = text_sha256(TEXT)


def fact(start: int, end: int, value: int, kind: str = "quantity") -> Fact:
    frame: dict[str, Any] = {"sentence": {"start": 0, "end": len(TEXT)}, "provenance": {"rule": "made.up"}}
    place = {"id": f"{kind}-{start}-{end}", "kind": kind, "start": start, "end": end, "text": TEXT[start:end]}
    return fact_from({**frame, **place, "value": value}, TEXT)


def result(*facts: Fact, digest: str = DIGEST, name: str = "made-up") -> Result:
    article = Article(id=name, sha256=digest, characters=len(TEXT))
    return Result(article=article, extractor=ExtractorInfo(version="0", model="none", model_version="0"), facts=facts)


def marked(*told: Told, optional: bool = False) -> GoldArticle:
    facts = [
        {"id": f"{start}-{end}", "kind": "quantity", "start": start, "end": end, "text": TEXT[start:end], "value": value, "optional": optional}
        for start, end, value in told
    ]
    return GoldArticle.model_validate({"id": "made-up", "text": TEXT, "facts": facts})


def held(a: list[Told], b: list[Told], article: GoldArticle | None = None) -> Comparison:
    gold = {} if article is None else {DIGEST: article}
    return compared([(result(*(fact(*told) for told in a)), result(*(fact(*told) for told in b)))], gold)


@pytest.mark.parametrize(
    ("a", "b", "changes"),
    [
        ([], [], []),
        ([(0, 4, 5)], [(0, 4, 5)], []),
        ([], [(0, 4, 5)], ["added"]),
        ([(0, 4, 5)], [], ["removed"]),
        ([(0, 4, 5)], [(0, 4, 6)], ["changed"]),
        ([(0, 4, 5)], [(0, 5, 5)], ["moved"]),
        ([(0, 4, 5)], [(0, 5, 6)], ["changed"]),
        ([(0, 4, 5)], [(11, 15, 5)], ["removed", "added"]),
        ([(0, 4, 5), (22, 26, 1)], [(0, 4, 5), (11, 15, 2), (22, 26, 3)], ["added", "changed"]),
    ],
)
def test_changes(a: list[Told], b: list[Told], changes: list[str]) -> None:
    comparison = held(a, b)
    assert [change.change for change in comparison.changes] == changes
    assert comparison.same["quantity"] == len(set(a) & set(b))


def test_a_fact_of_another_kind_is_another_fact() -> None:
    comparison = compared([(result(fact(0, 4, 5)), result(fact(0, 4, 5, "percentage")))], {})
    assert sorted((change.kind, change.change) for change in comparison.changes) == [("percentage", "added"), ("quantity", "removed")]


def test_a_change_says_what_both_sides_have() -> None:
    (changed,) = held([(0, 4, 5)], [(0, 4, 6)]).changes
    assert (changed.article, changed.kind, changed.start, changed.verdict) == ("made-up", "quantity", 0, None)
    assert changed.a is not None
    assert changed.b is not None
    assert [(side.text, side.value) for side in (changed.a, changed.b)] == [("abcd", "value 5"), ("abcd", "value 6")]
    (added,) = held([], [(0, 4, 5)]).changes
    assert added.a is None
    assert added.b is not None


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ([], [(0, 4, 5)], "won"),
        ([(0, 4, 5)], [], "lost"),
        ([(0, 4, 6)], [(0, 4, 5)], "won"),
        ([(0, 4, 5)], [(0, 4, 6)], "lost"),
        ([(0, 4, 6)], [(0, 4, 7)], "neither"),
        ([(0, 4, 6)], [], "won"),
        ([], [(0, 4, 6)], "lost"),
        ([(0, 5, 5)], [(0, 4, 5)], "won"),
        ([(0, 4, 5)], [(0, 5, 5)], "lost"),
        ([(0, 5, 5)], [(0, 6, 5)], "neither"),
        ([(0, 4, 5)], [(0, 10, 5)], "lost"),
        ([], [(11, 15, 5)], "lost"),
        ([(11, 15, 5)], [], "won"),
    ],
)
def test_which_side_gold_agrees_with(a: list[Told], b: list[Told], verdict: str) -> None:
    (change,) = held(a, b, marked((0, 4, 5))).changes
    assert change.verdict == verdict


@pytest.mark.parametrize(("told", "verdict"), [((0, 4, 5), "won"), ((0, 4, 6), "neither"), ((11, 15, 5), "lost")])
def test_what_gold_leaves_open_costs_nothing(told: Told, verdict: str) -> None:
    (change,) = held([], [told], marked((0, 4, 5), optional=True)).changes
    assert change.verdict == verdict


def test_without_gold_nothing_is_judged() -> None:
    comparison = held([(0, 4, 5)], [(0, 4, 6)])
    assert (comparison.judged, comparison.difference) == (0, None)
    other = compared([(result(fact(0, 4, 5)), result())], {"0" * 64: marked((0, 4, 5))})
    assert ([change.verdict for change in other.changes], other.judged, other.difference) == ([None], 0, None)


def test_articles_with_gold_are_judged_among_those_without() -> None:
    pairs = [(result(), result(fact(0, 4, 5))), (result(digest="0" * 64, name="other"), result(fact(0, 4, 5), digest="0" * 64, name="other"))]
    comparison = compared(pairs, {DIGEST: marked((0, 4, 5))})
    assert [(change.article, change.verdict) for change in comparison.changes] == [("made-up", "won"), ("other", None)]
    assert comparison.judged == 1
    assert comparison.difference is not None
    assert comparison.difference.f1 == 1


def test_the_difference_is_how_much_better_b_is() -> None:
    spans = [(start, start + 4, 5) for start in range(0, 110, 11)]
    better, worse = held(spans[:5], spans, marked(*spans)).difference, held(spans, spans[:5], marked(*spans)).difference
    assert better is not None
    assert worse is not None
    assert better.f1 == pytest.approx(1 / 3)
    assert better.is_more_than_chance
    assert worse.f1 == pytest.approx(-1 / 3)
    same = held(spans, spans, marked(*spans)).difference
    assert same is not None
    assert (same.f1, same.is_more_than_chance) == (0, False)


_TOLD = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9), st.integers(1, 3)).map(lambda t: (t[0], t[0] + t[1], t[2])), max_size=4)


@given(
    _TOLD.map(lambda told: list({span[:2]: span for span in told}.values())),
    _TOLD.map(lambda told: list({span[:2]: span for span in told}.values())),
    _TOLD.map(lambda told: list({span[:2]: span for span in told}.values())),
)
@settings(deadline=None, max_examples=50)
def test_the_other_way_round_every_win_is_a_loss(a: list[Told], b: list[Told], gold: list[Told]) -> None:
    there, back = held(a, b, marked(*gold)), held(b, a, marked(*gold))
    assert there.same == back.same
    opposite = {"won": "lost", "lost": "won", "neither": "neither", "added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
    assert Counter((change.change, change.verdict) for change in there.changes) == Counter(
        (opposite[change.change], opposite[str(change.verdict)]) for change in back.changes
    )
    assert there.same.total() * 2 + sum((change.a is not None) + (change.b is not None) for change in there.changes) == len(a) + len(b)
