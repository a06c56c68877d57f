"""Counts that add up: of one pair, one sentence, one article or a whole benchmark."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

ALL = "all"
"""The group in which everything is counted."""

GOLD, FOUND = "gold", "found"


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Counts(NamedTuple):
    """How many marks gold has, how many were found, and how many of those answer it, by measure.

    >>> Counts(gold=5, found=5, hits={"value": 3}).rates("value")
    Rates(precision=0.6, recall=0.6, f1=0.6)
    """

    gold: int
    found: int
    hits: Mapping[str, int]

    def rates(self, measure: str) -> Rates:
        """Precision, recall and F1 of a measure; 0 where there is nothing to divide by."""
        hits = self.hits.get(measure, 0)
        return Rates(share(hits, self.found), share(hits, self.gold), share(2 * hits, self.found + self.gold))


@dataclass(frozen=True)
class Scorecard:
    """What was counted for each group, and for each remaining field how often it agreed where the value is right."""

    counted: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By group (a kind of mark, or all) and by `gold`, `found` or measure."""
    compared: Counter[tuple[str, str]] = field(default_factory=Counter)
    agreed: Counter[tuple[str, str]] = field(default_factory=Counter)
    clustered: dict[str, float] = field(default_factory=dict)
    """Sums of B-cubed over mentions, see `clusters`."""

    def __add__(self, other: "Scorecard") -> "Scorecard":
        return total([self, other])

    def counts(self, group: str = ALL) -> Counts:
        """The counts of a group."""
        hits = {name: count for (of, name), count in self.counted.items() if of == group and name not in (GOLD, FOUND)}
        return Counts(self.counted[group, GOLD], self.counted[group, FOUND], hits)

    def macro(self, groups: Iterable[str], measure: str) -> Rates:
        """The mean over those of the groups of which gold has or the extractor found any."""
        stated = [counts for group in groups if (counts := self.counts(group)).gold or counts.found]
        rates = [counts.rates(measure) for counts in stated]
        return Rates(*(_mean([rate[index] for rate in rates]) for index in range(len(Rates._fields))))

    @property
    def b_cubed(self) -> Rates | None:
        """Precision, recall and F1 of clustering; None where gold has no clusters.

        >>> Scorecard(clustered={"gold": 2, "found": 4, "recall": 1, "precision": 2}).b_cubed
        Rates(precision=0.5, recall=0.5, f1=0.5)
        """
        sums = self.clustered
        if not sums.get("gold"):
            return None
        precision, recall = share(sums.get("precision", 0), sums.get("found", 0)), share(sums.get("recall", 0), sums["gold"])
        return Rates(precision, recall, share(2 * precision * recall, precision + recall))

    def roles(self) -> dict[tuple[str, str], tuple[int, int]]:
        """For each remaining field of a group, how often it agreed and how often it was compared."""
        return {name: (self.agreed[name], self.compared[name]) for name in sorted(self.compared)}


def card_of(groups: Sequence[str], **counts: int) -> Scorecard:
    """The scorecard that counts the same in each of the groups; what is 0 is left out.

    >>> card_of(["all", "DATE"], gold=1, strict=0).counts("DATE").gold
    1
    """
    return Scorecard(Counter({(group, name): count for group in groups for name, count in counts.items() if count}))


def total(cards: Iterable[Scorecard]) -> Scorecard:
    """The sum of scorecards, added in place: a benchmark has thousands."""
    whole = Scorecard()
    for card in cards:
        whole.counted.update(card.counted)
        whole.compared.update(card.compared)
        whole.agreed.update(card.agreed)
        for name, value in card.clustered.items():
            whole.clustered[name] = whole.clustered.get(name, 0) + value
    return whole


def share(part: float, whole: float) -> float:
    """A part of a whole; 0 of nothing."""
    return part / whole if whole else 0.0


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
