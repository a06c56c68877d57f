"""Counts that add up: of one pair, one sentence, one article or a whole benchmark."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from wirefacts.records import KINDS, Kind
from wirefacts.scoring.matching import Pair, is_exact, is_right, share_half
from wirefacts.scoring.roles import agreements

Measure = Literal["span", "exact", "value"]
MEASURES: tuple[Measure, ...] = ("span", "exact", "value")


class Rates(NamedTuple):
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


class Counts(NamedTuple):
    """How many facts gold has, how many were found, and how many of those answer it.

    `span`: the spans overlap; `exact`: they are equal; `value`: they share at least half of their union and the value is right.

    >>> Counts(gold=5, found=5, span=4, exact=4, value=3).rates("value")
    Rates(precision=0.6, recall=0.6, f1=0.6)
    """

    gold: int
    found: int
    span: int
    exact: int
    value: int

    def rates(self, measure: Measure) -> Rates:
        """Precision, recall and F1 of a measure; 0 where there is nothing to divide by."""
        hits: int = getattr(self, measure)
        return Rates(_share(hits, self.found), _share(hits, self.gold), _share(2 * hits, self.found + self.gold))


@dataclass(frozen=True)
class Scorecard:
    """What was counted for each kind, and for each remaining field how often it agreed where the value is right."""

    counted: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    compared: Counter[tuple[Kind, str]] = field(default_factory=Counter)
    agreed: Counter[tuple[Kind, str]] = field(default_factory=Counter)

    def __add__(self, other: "Scorecard") -> "Scorecard":
        return Scorecard(self.counted + other.counted, self.compared + other.compared, self.agreed + other.agreed)

    def counts(self, *kinds: Kind) -> Counts:
        """The counts of these kinds together; of all kinds when none is named."""
        return Counts(*(sum(self.counted[kind, name] for kind in kinds or KINDS) for name in Counts._fields))

    def macro(self, measure: Measure) -> Rates:
        """The mean over the kinds of which gold has or the extractor found any."""
        stated = [counts for kind in KINDS if (counts := self.counts(kind)).gold or counts.found]
        rates = [counts.rates(measure) for counts in stated]
        return Rates(*(_mean([rate[index] for rate in rates]) for index in range(len(Rates._fields))))

    def roles(self) -> dict[tuple[Kind, str], tuple[int, int]]:
        """For each remaining field of a kind, how often it agreed and how often it was compared."""
        return {name: (self.agreed[name], self.compared[name]) for name in sorted(self.compared)}


def tally(pairs: Iterable[Pair]) -> Scorecard:
    """The scorecard of these pairs. Gold that is optional costs nothing when it stands alone and earns nothing when it is answered."""
    card = Scorecard()
    for gold, found in pairs:
        if gold is not None and gold.optional:
            continue
        if gold is not None:
            card.counted[gold.kind, "gold"] += 1
        if found is not None:
            card.counted[found.kind, "found"] += 1
        if gold is None or found is None:
            continue
        right = is_right(gold, found) and share_half(gold, found)
        card.counted[gold.kind, "span"] += 1
        card.counted[gold.kind, "exact"] += is_exact(gold, found)
        card.counted[gold.kind, "value"] += right
        if right:
            for name, agrees in agreements(gold, found):
                card.compared[gold.kind, name] += 1
                card.agreed[gold.kind, name] += agrees
    return card


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers) if numbers else 0.0
