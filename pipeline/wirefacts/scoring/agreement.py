"""How far two reviewers of a ledger agree: F1 over the facts that stand by each, and Cohen's kappa over the decisions that both made."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from wirefacts.interchange import Annotated, GoldFact
from wirefacts.interchange.gold_out import gold_article
from wirefacts.ledger import Ledger
from wirefacts.scoring.matching import paired
from wirefacts.scoring.scorecard import Scorecard, share, total
from wirefacts.scoring.tasks.facts import tally

VERDICTS = ("accept", "correct", "reject")
"""The decisions that two people can both make on a fact that was found."""


@dataclass(frozen=True)
class Agreement:
    """Two reviewers, and how far they agree."""

    a: str
    b: str
    articles: int
    """How many both are done with: facts are compared on these."""
    card: Scorecard
    """The facts of `b` held against those of `a`."""
    decisions: Counter[tuple[str, str]]
    """How often `a` decided the one and `b` the other on the same fact."""

    @property
    def agreed(self) -> float | None:
        """The share of the decisions on which they agree; None when they have none in common."""
        number = self.decisions.total()
        return share(sum(count for (a, b), count in self.decisions.items() if a == b), number) if number else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: the same beyond what chance would give. None when they have none in common, or chance alone gives all."""
        return kappa(self.decisions)


def kappa(decisions: Counter[tuple[str, str]]) -> float | None:
    """Cohen's kappa of pairs of decisions; None where it is not defined.

    >>> kappa(Counter({("accept", "accept"): 20, ("accept", "reject"): 5, ("reject", "accept"): 10, ("reject", "reject"): 15}))
    0.4
    """
    number = decisions.total()
    if not number:
        return None
    names = {name for pair in decisions for name in pair}
    sides = [Counter({name: sum(count for pair, count in decisions.items() if pair[side] == name) for name in names}) for side in (0, 1)]
    chance = sum(sides[0][name] * sides[1][name] for name in names)
    agreed = sum(decisions[name, name] for name in names) * number
    return (agreed - chance) / (number * number - chance) if chance < number * number else None


def agreements(ledger: Ledger) -> Iterator[Agreement]:
    """The agreement of each two who have decided anything in a ledger. Raises LedgerError."""
    for a, b in combinations(ledger.reviewers(), 2):
        both = [row for row in ledger.done_rows(a) if row in set(ledger.done_rows(b))]
        cards = (tally(pair) for row in both for pair in paired(*(_facts(ledger, row, name) for name in (a, b))))
        theirs = ledger.verdicts(b)
        pairs = ((verdict, theirs[fact]) for fact, verdict in ledger.verdicts(a).items() if fact in theirs)
        yield Agreement(a, b, len(both), total(cards), Counter(pair for pair in pairs if set(pair) <= set(VERDICTS)))


def _facts(ledger: Ledger, row: int, reviewer: str) -> tuple[GoldFact, ...]:
    return gold_article(Annotated(ledger.article(row), ledger.text(row), ledger.confirmed(row, reviewer))).facts
