"""What the extractor owes on the bundled corpus: the floors, and what was promised when they were first pinned."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wirefacts.extractor import Extractor
from wirefacts.interchange import read_gold
from wirefacts.records import Kind
from wirefacts.scoring.floors import below, read_floors, scores_of
from wirefacts.scoring.outcome import Outcome, outcome_of
from wirefacts.scoring.systems import wirefacts_answers
from wirefacts.scoring.tasks.facts import FACTS

CORPUS = Path(__file__).parents[2] / "corpus"
Shown = Callable[[Kind], str]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    answers = wirefacts_answers(Extractor(), "facts", read_gold(CORPUS))
    return outcome_of(FACTS, ((answer.item, answer.records) for answer in answers))


@pytest.fixture
def shown(outcome: Outcome) -> Shown:
    """The errors of a kind in words, for a test that fails."""
    return lambda kind: "\n".join(f"{error.error}: gold {error.gold!r}, found {error.found!r}" for error in outcome.errors if error.kind == kind)


def test_no_score_is_below_its_floor(outcome: Outcome) -> None:
    floors = read_floors(CORPUS)
    assert floors is not None
    assert below(floors, CORPUS, scores_of(FACTS, outcome.card)) == []


@pytest.mark.parametrize("kind", ["money", "percentage", "quantity"])
def test_at_most_one_number_is_missed_added_or_wrong(outcome: Outcome, shown: Shown, kind: Kind) -> None:
    counts = outcome.card.counts(kind)
    not_answered, spurious = counts.gold - counts.hits["value"], counts.found - counts.hits["span"]
    assert not_answered + spurious <= 1, shown(kind)


@pytest.mark.parametrize("kind", ["date", "organization"])
def test_value_f1_of_dates_and_organizations(outcome: Outcome, shown: Shown, kind: Kind) -> None:
    assert outcome.card.counts(kind).rates("value").f1 >= 0.92, shown(kind)
