from collections import Counter
from pathlib import Path

import pytest

from wirefacts.ledger import Ledger
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.scoring.agreement import agreements, kappa


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ({}, None),
        ({("accept", "accept"): 9}, None),
        ({("accept", "accept"): 5, ("reject", "reject"): 5}, 1.0),
        ({("accept", "reject"): 5, ("reject", "accept"): 5}, -1.0),
        ({("accept", "accept"): 45, ("accept", "reject"): 15, ("reject", "accept"): 25, ("reject", "reject"): 15}, 0.1304),
        ({("accept", "correct"): 1, ("correct", "correct"): 2, ("reject", "reject"): 3}, 5 / 7),
    ],
)
def test_kappa_is_agreement_beyond_chance(decisions: dict[tuple[str, str], int], expected: float | None) -> None:
    told = kappa(Counter(decisions))
    assert told == (None if expected is None else pytest.approx(expected, abs=1e-3))


def test_only_decisions_on_the_same_fact_count_and_only_articles_that_both_are_done_with(tmp_path: Path) -> None:
    facts = [fact.id for fact in specimen().facts]
    with Ledger(tmp_path / "facts.db", write=True, create=True) as ledger:
        ledger.keep(specimen(), TEXT)
        for reviewer, verdicts in (("li", ["accept", "reject", "accept"]), ("wang", ["accept", "accept"]), ("zhao", ["reject"])):
            for fact, verdict in zip(facts, verdicts, strict=False):
                ledger.decide(fact, verdict, reviewer=reviewer)
        ledger.done(1, reviewer="li")
        told = {(each.a, each.b): each for each in agreements(ledger)}
        assert list(told) == [("li", "wang"), ("li", "zhao"), ("wang", "zhao")]
        assert told["li", "wang"].decisions == {("accept", "accept"): 1, ("reject", "accept"): 1}
        assert (told["li", "wang"].articles, told["li", "wang"].agreed) == (0, 0.5)
        ledger.done(1, reviewer="wang")
        both = next(agreements(ledger))
        assert (both.articles, both.card.counts().gold, both.card.counts().found) == (1, 11, 12)
        assert both.card.counts().rates("exact").recall == 1.0
