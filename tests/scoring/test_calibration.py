"""Judged facts, tallies, reliability, and where the errors lie."""

import pytest

from wirefacts.interchange import GoldArticle
from wirefacts.records import Fact, fact_from
from wirefacts.scoring.calibration import Judged, calibration, judged, tallies

TEXT = "It paid 5 yuan for 7 ships and 9 boats."


def money(start: int, end: int, value: int, rule: str = "money") -> Fact:
    where = {"id": f"{start}", "start": start, "end": end, "text": TEXT[start:end], "sentence": {"start": 0, "end": len(TEXT)}}
    return fact_from({"kind": "money", "value": value, "currency": "CNY", **where, "provenance": {"rule": rule, "confidence": 0.9}})


def gold(*marks: dict[str, object]) -> GoldArticle:
    return GoldArticle.model_validate({"id": "a", "text": TEXT, "facts": marks})


def mark(start: int, end: int, value: int, **more: object) -> dict[str, object]:
    return {"id": f"g{start}", "kind": "money", "start": start, "end": end, "text": TEXT[start:end], "value": value, "currency": "CNY", **more}


@pytest.mark.parametrize(
    ("marks", "found", "right"),
    [
        pytest.param([mark(8, 14, 5)], money(8, 14, 5), [True], id="right"),
        pytest.param([mark(8, 14, 5)], money(8, 14, 6), [False], id="wrong value"),
        pytest.param([], money(8, 14, 5), [False], id="spurious"),
        pytest.param([mark(8, 26, 5)], money(8, 14, 5), [False], id="less than half of the place"),
        pytest.param([mark(8, 14, 5, optional=True)], money(8, 14, 5), [], id="left to choice"),
    ],
)
def test_judged(marks: list[dict[str, object]], found: Fact, right: list[bool]) -> None:
    assert list(judged(gold(*marks), [found])) == [Judged("money", 0.9, each) for each in right]


def fact(rule: str, confidence: float | None, *, right: bool = True) -> Judged:
    return Judged(rule, confidence, right)


def test_tallies() -> None:
    told = tallies([fact("a", None), fact("a", None, right=False), fact("b", None)])
    assert {rule: (tally.right, tally.found) for rule, tally in told.items()} == {"a": (1, 2), "b": (1, 1)}


def test_what_is_right_as_often_as_it_says_has_no_calibration_error() -> None:
    facts = [fact("a", 0.75, right=index % 4 != 0) for index in range(40)] + [fact("b", 1.0)] * 10
    assert calibration(facts).error == pytest.approx(0)


def test_calibration_error_weighs_bins_by_their_facts() -> None:
    facts = [fact("a", 0.95, right=False)] * 10 + [fact("b", 0.55)] * 30
    assert calibration(facts).error == pytest.approx(0.25 * 0.95 + 0.75 * 0.45)


@pytest.mark.parametrize(
    ("facts", "doubtful"),
    [
        pytest.param([fact("a", 0.2, right=False)] * 2 + [fact("b", 0.9)] * 8, 1.0, id="all errors among the doubtful"),
        pytest.param([fact("a", 0.2)] * 2 + [fact("b", 0.9, right=False)] * 8, 0.0, id="none"),
        pytest.param([fact("a", 0.5, right=False)] * 10, 0.2, id="facts of one confidence count in part"),
        pytest.param([fact("a", 0.5)] * 10, None, id="no errors"),
        pytest.param([fact("a", None, right=False)], None, id="nothing measured"),
    ],
)
def test_how_many_errors_the_doubtful_fifth_holds(facts: list[Judged], doubtful: float | None) -> None:
    assert calibration(facts).doubtful == doubtful


def test_facts_without_a_confidence_stand_outside() -> None:
    told = calibration([fact("a", None, right=False), fact("b", 1.0)])
    assert (told.facts, told.errors, told.unmeasured, told.error) == (2, 1, 1, 0.0)
