"""Intervals and differences from draws of units."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.scoring.bootstrap import Interval, Resampling
from wirefacts.scoring.scorecard import ALL, Scorecard, card_of, total

HIT, MISS, SPURIOUS, NOTHING = card_of([ALL], gold=1, found=1, value=1), card_of([ALL], gold=1), card_of([ALL], found=1), Scorecard()


def f1(units: list[Scorecard]) -> float:
    return total(units).counts().rates("value").f1


@given(st.lists(st.sampled_from([HIT, MISS, SPURIOUS, NOTHING]), min_size=1, max_size=60))
@settings(deadline=None)
def test_the_interval_covers_the_estimate(units: list[Scorecard]) -> None:
    low, high = Resampling(len(units)).interval(units, "value")
    assert low - 1e-9 <= f1(units) <= high + 1e-9


@pytest.mark.parametrize(
    ("units", "low", "high"),
    [
        ([HIT] * 30, 1, 1),
        ([MISS] * 30, 0, 0),
        ([SPURIOUS, MISS] * 15, 0, 0),
        ([HIT, *[NOTHING] * 9], 1, 1),
    ],
)
def test_units_that_agree_leave_no_room(units: list[Scorecard], low: float, high: float) -> None:
    assert Resampling(len(units)).interval(units, "value") == Interval(low, high)


def test_more_units_make_the_interval_narrower() -> None:
    few, many = (Resampling(2 * half).interval([HIT, MISS] * half, "value") for half in (10, 1000))
    assert many.high - many.low < (few.high - few.low) / 5


def test_a_measure_and_a_group_are_counted_by_themselves() -> None:
    units = [card_of([ALL], gold=1, found=1, value=1) + card_of(["money"], gold=1, found=1, span=1)] * 5
    draws = Resampling(5)
    assert [draws.interval(units, measure, group).high for measure, group in (("value", ALL), ("value", "money"), ("span", "money"))] == [1, 0, 1]


def test_the_same_seed_draws_the_same() -> None:
    units = [HIT, MISS, SPURIOUS] * 20
    assert Resampling(60, seed=5).interval(units, "value") == Resampling(60, seed=5).interval(units, "value")
    assert Resampling(60, draws=40, seed=5).interval(units, "value") != Resampling(60, draws=40, seed=6).interval(units, "value")


def test_equal_systems_do_not_differ_but_by_chance() -> None:
    units = [HIT, MISS, SPURIOUS] * 20
    difference = Resampling(60).difference(units, list(units), "value")
    assert (difference.f1, difference.interval, difference.p, difference.is_more_than_chance) == (0, Interval(0, 0), 1, False)


def test_systems_that_are_right_elsewhere_but_as_often_may_differ_by_chance() -> None:
    difference = Resampling(60).difference([HIT, MISS] * 30, [MISS, HIT] * 30, "value")
    assert difference.f1 == 0
    assert difference.interval.low < 0 < difference.interval.high
    assert not difference.is_more_than_chance


def test_a_small_lead_may_be_chance() -> None:
    difference = Resampling(40).difference([HIT] * 21 + [MISS] * 19, [MISS] * 20 + [HIT] * 20, "value")
    assert difference.f1 > 0
    assert not difference.is_more_than_chance


def test_a_clear_lead_is_more_than_chance_either_way_round() -> None:
    better, worse, draws = [HIT] * 90 + [MISS] * 10, [HIT] * 60 + [MISS] * 40, Resampling(100)
    ahead, behind = draws.difference(better, worse, "value"), draws.difference(worse, better, "value")
    assert ahead.f1 == pytest.approx(f1(better) - f1(worse))
    assert ahead.interval.low <= ahead.f1 <= ahead.interval.high
    assert ahead.interval.low > 0
    assert ahead.is_more_than_chance
    assert behind.is_more_than_chance
    assert behind.f1 == pytest.approx(-ahead.f1)
    assert behind.interval.low == pytest.approx(-ahead.interval.high)


def test_a_lead_is_told_by_pairs() -> None:
    """A lead of one hit in twenty is more than chance where the rest is the same, unit by unit."""
    other = [HIT, MISS] * 100
    one = [HIT if index % 20 == 1 else unit for index, unit in enumerate(other)]
    scattered = one[::-1]
    draws = Resampling(200)
    assert draws.difference(one, other, "value").is_more_than_chance
    assert not draws.difference(scattered, other, "value").is_more_than_chance


@pytest.mark.parametrize("units", [[], [NOTHING], [NOTHING] * 9])
def test_nothing_to_score_scores_nought(units: list[Scorecard]) -> None:
    draws = Resampling(len(units))
    assert draws.interval(units, "value") == Interval(0, 0)
    difference = draws.difference(units, units, "value")
    assert (difference.f1, difference.interval, difference.is_more_than_chance) == (0, Interval(0, 0), False)


def test_units_of_another_benchmark_are_refused() -> None:
    with pytest.raises(ValueError, match="3 units, but the draws are of 2"):
        Resampling(2).interval([HIT] * 3, "value")
