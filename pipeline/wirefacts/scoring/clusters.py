"""Which mentions are of one body: B-cubed over mentions (Bagga and Baldwin 1998)."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from wirefacts.interchange import GoldFact, GoldOrganization
from wirefacts.scoring.matching import Pair, bare_name

PRECISION, RECALL, GOLD, FOUND = "precision", "recall", "gold", "found"
"""What is summed: the precision of found mentions, the recall of gold mentions, and how many there are of each."""


class Share(NamedTuple):
    """What one mention adds to a sum, at the character where it begins."""

    start: int
    name: str
    value: float


def b_cubed(pairs: Iterable[Pair]) -> Iterator[Share]:
    """The precision of every found mention and the recall of every gold mention of the organizations of one article.

    Mentions are of one body when they share name and place. A mention's precision is the share of its found cluster that is of its gold body, its
    recall the share of its gold body that is in its found cluster; both are 0 where nothing answers it. Gold that is optional is left out.
    """
    judged = [pair for pair in pairs if (pair.gold or pair.found).kind == "organization" and not (pair.gold and pair.gold.optional)]  # type: ignore[union-attr]
    bodies = Counter(_body(pair.gold) for pair in judged if pair.gold)
    clusters = Counter(_body(pair.found) for pair in judged if pair.found)
    both = Counter((_body(pair.gold), _body(pair.found)) for pair in judged if pair.gold and pair.found)
    for gold, found in judged:
        shared = both[_body(gold), _body(found)] if gold and found else 0
        if gold:
            yield Share(gold.start, GOLD, 1)
            yield Share(gold.start, RECALL, shared / bodies[_body(gold)])
        if found:
            yield Share(found.start, FOUND, 1)
            yield Share(found.start, PRECISION, shared / clusters[_body(found)])


def _body(fact: GoldFact) -> Hashable:
    assert isinstance(fact, GoldOrganization)
    return bare_name(fact.name), bare_name(fact.place)
