"""Facts against gold in our own form: per kind, by span, by exact span, by value."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from wirefacts.interchange import GoldArticle, GoldFact, read_gold
from wirefacts.records import KINDS, Kind
from wirefacts.records.encoding import json_fields, to_json
from wirefacts.scoring.clusters import b_cubed
from wirefacts.scoring.errors import Error, ErrorClass, Reading, error_at
from wirefacts.scoring.matching import VALUE_FIELDS, Pair, is_exact, is_right, paired, share_half, wrong_fields
from wirefacts.scoring.roles import agreements
from wirefacts.scoring.scorecard import ALL, Scorecard
from wirefacts.scoring.tasks.task import Judgement, Task


def judged(article: GoldArticle, found: Sequence[GoldFact]) -> Judgement:
    """The judgement of these facts for an article. Gold that is optional costs nothing when it stands alone and earns nothing when it is answered."""
    pairs = paired(article.facts, found)
    cells = [(_start(pair), tally(pair)) for pair in pairs]
    cells += [(share.start, Scorecard(clustered={share.name: share.value})) for share in b_cubed(pairs)]
    return Judgement(cells, sorted(_errors(article, pairs), key=lambda error: error.start))


def tally(pair: Pair) -> Scorecard:
    """The scorecard of one pair.

    `span`: the spans overlap; `exact`: they are equal; `value`: they share at least half of their union and the value is right.
    """
    gold, found = pair
    if gold is not None and gold.optional:
        return Scorecard()
    counted: Counter[str] = Counter(gold=int(gold is not None), found=int(found is not None))
    compared: Counter[tuple[str, str]] = Counter()
    agreed: Counter[tuple[str, str]] = Counter()
    kind: Kind = (gold or found).kind  # type: ignore[union-attr]
    if gold is not None and found is not None:
        right = is_right(gold, found) and share_half(gold, found)
        counted += Counter(span=1, exact=int(is_exact(gold, found)), value=int(right))
        for name, agrees in agreements(gold, found) if right else ():
            compared[kind, name] += 1
            agreed[kind, name] += agrees
    return Scorecard(Counter({(group, name): count for group in (kind, ALL) for name, count in counted.items() if count}), compared, agreed)


def stated(fact: GoldFact) -> str:
    """The value of a fact as it is compared, field by field.

    >>> from wirefacts.interchange import GoldMoney
    >>> stated(GoldMoney(kind="money", id="x", start=0, end=6, text="5 yuan", value=5, currency="CNY"))
    'value 5, currency CNY'
    """
    fields = ((name, getattr(fact, name)) for name in VALUE_FIELDS[fact.kind])
    return ", ".join(f"{name} {value}" for name, value in fields if value is not None)


def line(article: GoldArticle, found: Sequence[GoldFact]) -> dict[str, Any]:
    """A line of predictions, with what is compared of a result."""
    return {"article": {"id": article.id}, "facts": [json_fields(to_json(fact)) for fact in found]}


def _errors(article: GoldArticle, pairs: Sequence[Pair]) -> Iterator[Error]:
    """The errors among the pairs; gold that is optional is never in error.

    `missed`: gold that nothing answers; `spurious`: found without gold; `wrong kind`: both of these at one place; `wrong value`: a pair whose
    values differ; `boundary`: a pair with the right value whose spans differ.
    """
    missed = [pair.gold for pair in pairs if pair.gold is not None and pair.found is None and not pair.gold.optional]
    spurious = [pair.found for pair in pairs if pair.found is not None and pair.gold is None]
    for unanswered in missed:
        other = next((fact for fact in spurious if share_half(unanswered, fact)), None)
        if other is not None:
            spurious.remove(other)
        yield _error("missed" if other is None else "wrong kind", article, unanswered, other)
    for fact in spurious:
        yield _error("spurious", article, None, fact)
    for gold, found in pairs:
        if gold is None or found is None or gold.optional:
            continue
        if not is_right(gold, found):
            yield _error("wrong value", article, gold, found, tuple(wrong_fields(gold, found)))
        elif not is_exact(gold, found):
            yield _error("boundary", article, gold, found)


def _error(error: ErrorClass, article: GoldArticle, gold: GoldFact | None, found: GoldFact | None, fields: tuple[str, ...] = ()) -> Error:
    facts = [fact for fact in (gold, found) if fact is not None]
    start, end = min(fact.start for fact in facts), max(fact.end for fact in facts)
    return error_at(article.text, start, end, error=error, item=article.id, gold=_reading(gold), found=_reading(found), fields=fields)


def _reading(fact: GoldFact | None) -> Reading | None:
    return None if fact is None else Reading(kind=fact.kind, text=fact.text, value=stated(fact))


def _start(pair: Pair) -> int:
    return (pair.gold or pair.found).start  # type: ignore[union-attr]


FACTS = Task(name="facts", form="facts", groups=KINDS, measures=("span", "exact", "value"), headline="value", read=read_gold, judge=judged, line=line)
