"""What the extractor owes on the bundled corpus."""

from collections.abc import Callable
from functools import reduce
from operator import add
from pathlib import Path

import pytest

from wirefacts.extractor import Extractor
from wirefacts.interchange import read_gold
from wirefacts.records import Kind
from wirefacts.scoring.benchmark import Outcome, judged, story_for

CORPUS = Path(__file__).parents[2] / "corpus"
Shown = Callable[[Kind], str]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    gold = read_gold(CORPUS)
    results = Extractor().pipe(map(story_for, gold))
    return reduce(add, (judged(article, result.facts) for article, result in zip(gold, results, strict=True)), Outcome())


@pytest.fixture
def shown(outcome: Outcome) -> Shown:
    """The errors of a kind in words, for a test that fails."""
    return lambda kind: "\n".join(f"{error.error}: gold {error.gold!r}, found {error.found!r}" for error in outcome.errors if error.kind == kind)


@pytest.mark.parametrize("kind", ["money", "percentage", "quantity"])
def test_at_most_one_number_is_missed_added_or_wrong(outcome: Outcome, shown: Shown, kind: Kind) -> None:
    counts = outcome.card.counts(kind)
    not_answered, spurious = counts.gold - counts.value, counts.found - counts.span
    assert not_answered + spurious <= 1, shown(kind)


@pytest.mark.parametrize("kind", ["date", "organization"])
def test_value_f1_of_dates_and_organizations(outcome: Outcome, shown: Shown, kind: Kind) -> None:
    assert outcome.card.counts(kind).rates("value").f1 >= 0.92, shown(kind)
