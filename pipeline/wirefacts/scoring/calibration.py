"""Whether facts are right as often as their confidence says, and whether the doubtful ones are where the errors are.

The expected calibration error is that of Guo et al., On Calibration of Modern Neural Networks (2017): the mean distance between confidence and
precision over ten bins of equal width, each weighed by its facts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from wirefacts.interchange import GoldArticle
from wirefacts.lexicon.confidences import Tally
from wirefacts.records import Fact
from wirefacts.scoring.matching import as_marked, is_right, paired, share_half

BINS = 10
FIFTH = 5


class Judged(NamedTuple):
    """A fact that gold could judge."""

    rule: str
    confidence: float | None
    right: bool


class Bin(NamedTuple):
    """Facts of like confidence."""

    low: float
    high: float
    facts: int
    confidence: float
    precision: float


class Calibration(NamedTuple):
    """What the judged facts say of their confidences."""

    facts: int
    errors: int
    unmeasured: int
    """Facts without a confidence, which stand outside all that follows."""
    bins: Sequence[Bin]
    error: float
    """The expected calibration error, from 0 to 1."""
    doubtful: float | None
    """Which part of the errors lies among the least confident fifth of the facts; facts of one confidence count in part. None without errors."""


def judged(article: GoldArticle, facts: Sequence[Fact]) -> Iterator[Judged]:
    """Each fact as gold judges it: right when its value is, and half of the place. Facts that gold leaves to choice are passed over."""
    by_id = {fact.id: fact for fact in facts}
    for gold, found in paired(article.facts, [as_marked(fact) for fact in facts]):
        if found is not None and not (gold is not None and gold.optional):
            origin = by_id[found.id].provenance
            right = gold is not None and is_right(gold, found) and share_half(gold, found)
            yield Judged(origin.rule, origin.confidence, right)


def tallies(facts: Iterable[Judged]) -> dict[str, Tally]:
    """How many facts of each rule were judged, and how many were right."""
    found: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for fact in facts:
        found[fact.rule] += 1
        right[fact.rule] += fact.right
    return {rule: Tally(right=right[rule], found=count) for rule, count in sorted(found.items())}


def calibration(facts: Sequence[Judged]) -> Calibration:
    """Reliability by bins, its error, and the share of the errors that the doubtful facts hold.

    >>> told = calibration([Judged("r", 0.9, True)] * 9 + [Judged("r", 0.9, False)] + [Judged("s", 0.2, False)])
    >>> told.facts, told.errors, round(told.error, 3), told.doubtful
    (11, 2, 0.018, 0.56)
    """
    measured = [(fact.confidence, fact.right) for fact in facts if fact.confidence is not None]
    grouped: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in measured:
        grouped[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    bins = [_bin(index, grouped[index]) for index in sorted(grouped)]
    error = sum(each.facts * abs(each.confidence - each.precision) for each in bins) / len(measured) if measured else 0.0
    return Calibration(
        len(facts), sum(not fact.right for fact in facts), len(facts) - len(measured), bins, error, _doubtful(measured) if measured else None
    )


def _bin(index: int, facts: Sequence[tuple[float, bool]]) -> Bin:
    count = len(facts)
    return Bin(index / BINS, (index + 1) / BINS, count, sum(confidence for confidence, _ in facts) / count, sum(right for _, right in facts) / count)


def _doubtful(facts: Sequence[tuple[float, bool]]) -> float | None:
    wrong: Counter[float] = Counter()
    total: Counter[float] = Counter()
    for confidence, right in facts:
        total[confidence] += 1
        wrong[confidence] += not right
    if not wrong.total():
        return None
    room, held = len(facts) / FIFTH, 0.0
    for confidence in sorted(total):
        part = min(1.0, room / total[confidence])
        held += part * wrong[confidence]
        room -= part * total[confidence]
    return round(held / wrong.total(), 4)
