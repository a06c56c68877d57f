"""Mentions of one body brought together: B-cubed over mentions."""

from collections.abc import Callable

import pytest

from wirefacts.interchange import GoldFact
from wirefacts.scoring.clusters import b_cubed
from wirefacts.scoring.matching import paired
from wirefacts.scoring.scorecard import Scorecard, total

Maker = Callable[..., GoldFact]


def scored(gold: list[GoldFact], found: list[GoldFact]) -> tuple[float, float] | None:
    rates = total(Scorecard(clustered={share.name: share.value}) for share in b_cubed(paired(gold, found))).b_cubed
    return None if rates is None else (rates.precision, rates.recall)


CASES = {
    # names of the gold mentions, names of the found ones at the same places, precision and recall
    "one body": ("aaa", "xxx", (1, 1)),
    "a body in two clusters": ("aaaa", "xxyy", (1, 0.5)),
    "two bodies in one cluster": ("aabb", "xxxx", (0.5, 1)),
    "one mention in the wrong cluster": ("aaab", "xxyy", ((1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)),
    "a missed mention has no recall": ("aa", "x-", (1, 0.25)),
    "a spurious mention has no precision": ("a-", "xx", (0.25, 1)),
}


@pytest.mark.parametrize(("gold_names", "found_names", "rates"), CASES.values(), ids=CASES.keys())
def test_b_cubed(gold: Maker, found: Maker, gold_names: str, found_names: str, rates: tuple[float, float]) -> None:
    wanted = [gold("organization", 10 * i, 10 * i + 4, name=name) for i, name in enumerate(gold_names) if name != "-"]
    offered = [found("organization", 10 * i, 10 * i + 4, name=name) for i, name in enumerate(found_names) if name != "-"]
    assert scored(wanted, offered) == pytest.approx(rates)


def test_bodies_of_one_name_in_two_places_are_two(gold: Maker, found: Maker) -> None:
    wanted = [gold("organization", 0, 4, name="Grain Bureau", place="Anyang"), gold("organization", 10, 14, name="Grain Bureau", place="Wuxi")]
    offered = [found("organization", 0, 4, name="Grain Bureau"), found("organization", 10, 14, name="Grain Bureau")]
    assert scored(wanted, offered) == (0.5, 1)


def test_other_kinds_and_optional_gold_are_left_out(gold: Maker, found: Maker) -> None:
    assert scored([gold("organization", 0, 4, name="Acme", optional=True)], [found("organization", 0, 4, name="Acme")]) is None
    assert scored([gold("quantity", 0, 4, value=1)], [found("quantity", 0, 4, value=1)]) is None
    assert scored([], [found("organization", 0, 4, name="Acme")]) is None
