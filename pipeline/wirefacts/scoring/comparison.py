"""Two extractions of the same articles, fact by fact: what one has that the other has not, and which of them gold agrees with."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from wirefacts.interchange import GoldArticle, GoldFact
from wirefacts.records import Record, Result
from wirefacts.scoring.bootstrap import Difference, Resampling
from wirefacts.scoring.errors import Reading
from wirefacts.scoring.matching import Pair, as_marked, is_exact, is_right, paired, share_half
from wirefacts.scoring.outcome import outcome_of
from wirefacts.scoring.tasks.facts import FACTS, stated

Change = Literal["added", "removed", "changed", "moved"]
Verdict = Literal["won", "lost", "neither"]


class FactChange(Record):
    """One fact on which two extractions differ, and what gold says of it: won, lost, neither; None without gold."""

    article: str
    kind: str
    start: int
    change: Change
    a: Reading | None
    b: Reading | None
    verdict: Verdict | None


@dataclass(frozen=True)
class Comparison:
    """What two extractions of the same articles come to."""

    same: Counter[str]
    """How many facts of each kind are the same in both."""
    changes: tuple[FactChange, ...]
    judged: int
    """How many of the articles there is gold for."""
    difference: Difference | None
    """How much better B's value F1 is than A's, on the articles with gold."""


def compared(results: Sequence[tuple[Result, Result]], gold: Mapping[str, GoldArticle]) -> Comparison:
    """The comparison of pairs of results for one article each; `gold` is by the digest of the text."""
    same: Counter[str] = Counter()
    changes: list[FactChange] = []
    judged: list[tuple[GoldArticle, list[GoldFact], list[GoldFact]]] = []
    for one, other in results:
        a, b = [as_marked(fact) for fact in one.facts], [as_marked(fact) for fact in other.facts]
        article = gold.get(one.article.sha256)
        if article is not None:
            judged.append((article, a, b))
        for pair in paired(a, b):
            change = _change(pair)
            if change is None:
                same[_either(pair).kind] += 1
            else:
                changes.append(_fact_change(one.article.id, pair, change, article))
    return Comparison(same, tuple(changes), len(judged), _difference(judged))


def _change(pair: Pair) -> Change | None:
    if pair.gold is None:
        return "added"
    if pair.found is None:
        return "removed"
    if not is_right(pair.gold, pair.found):
        return "changed"
    return None if is_exact(pair.gold, pair.found) else "moved"


def _fact_change(name: str, pair: Pair, change: Change, article: GoldArticle | None) -> FactChange:
    fact = _either(pair)
    verdict = None if article is None else _verdict(pair, article)
    return FactChange(article=name, kind=fact.kind, start=fact.start, change=change, a=_reading(pair.gold), b=_reading(pair.found), verdict=verdict)


def _verdict(pair: Pair, article: GoldArticle) -> Verdict:
    """Whether gold agrees with B more than with A. A fact that gold does not have costs; so does the lack of one that it has."""
    a, b = (_credit(side, article) for side in pair)
    return "won" if b > a else "lost" if b < a else "neither"


def _credit(fact: GoldFact | None, article: GoldArticle) -> int:
    """1 for a right value, -1 for a wrong or spurious one, 0 for saying nothing or what gold leaves open."""
    if fact is None:
        return 0
    near = [gold for gold in article.facts if gold.kind == fact.kind and share_half(gold, fact)]
    if any(is_right(gold, fact) for gold in near):
        return 1 + any(is_exact(gold, fact) for gold in near)
    return 0 if any(gold.optional for gold in near) else -1


def _difference(judged: Sequence[tuple[GoldArticle, list[GoldFact], list[GoldFact]]]) -> Difference | None:
    if not judged:
        return None
    a = outcome_of(FACTS, ((article, facts) for article, facts, _ in judged))
    b = outcome_of(FACTS, ((article, facts) for article, _, facts in judged))
    return Resampling(len(a.units)).difference(b.units, a.units, FACTS.headline)


def _either(pair: Pair) -> GoldFact:
    fact = pair.gold or pair.found
    assert fact is not None
    return fact


def _reading(fact: GoldFact | None) -> Reading | None:
    return None if fact is None else Reading(kind=fact.kind, text=fact.text, value=stated(fact))
