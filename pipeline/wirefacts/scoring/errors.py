"""What went wrong, fact by fact: five classes, each error with its context."""

from collections.abc import Sequence
from typing import Literal

from wirefacts.interchange import GoldArticle, GoldFact
from wirefacts.records import Fact, Kind, Record
from wirefacts.scoring.matching import VALUE_FIELDS, Pair, is_exact, is_right, share_half

ErrorClass = Literal["missed", "spurious", "wrong value", "boundary", "wrong kind"]
ERROR_CLASSES: tuple[ErrorClass, ...] = ("wrong value", "wrong kind", "missed", "spurious", "boundary")

CONTEXT = 60
"""Characters of context on either side."""


class Error(Record):
    """One error. `before`, `surface` and `after` are the article's own characters, as untrusted as any text."""

    error: ErrorClass
    kind: Kind
    article: str
    start: int
    before: str
    surface: str
    after: str
    gold: GoldFact | None
    found: Fact | None


def stated(fact: GoldFact | Fact) -> str:
    """The value of a fact as it is compared, field by field.

    >>> from wirefacts.interchange import GoldMoney
    >>> stated(GoldMoney(kind="money", id="x", start=0, end=6, text="5 yuan", value=5, currency="CNY"))
    'value 5, currency CNY'
    """
    fields = ((name, getattr(fact, name)) for name in VALUE_FIELDS[fact.kind])
    return ", ".join(f"{name} {value}" for name, value in fields if value is not None)


def errors_in(article: GoldArticle, pairs: Sequence[Pair]) -> list[Error]:
    """The errors among the pairs of an article, in text order.

    `missed`: gold that nothing answers; `spurious`: found without gold; `wrong kind`: both of these at one place; `wrong value`: a pair whose
    values differ; `boundary`: a pair with the right value whose spans differ. Gold that is optional is never in error.
    """
    missed = [pair.gold for pair in pairs if pair.gold is not None and pair.found is None and not pair.gold.optional]
    spurious = [pair.found for pair in pairs if pair.found is not None and pair.gold is None]
    errors = []
    for unanswered in missed:
        other = next((fact for fact in spurious if share_half(unanswered, fact)), None)
        if other is not None:
            spurious.remove(other)
        errors.append(_error("missed" if other is None else "wrong kind", article, unanswered, other))
    errors += [_error("spurious", article, None, fact) for fact in spurious]
    for gold, found in pairs:
        if gold is None or found is None or gold.optional:
            continue
        if not is_right(gold, found):
            errors.append(_error("wrong value", article, gold, found))
        elif not is_exact(gold, found):
            errors.append(_error("boundary", article, gold, found))
    return sorted(errors, key=lambda error: error.start)


def _error(error: ErrorClass, article: GoldArticle, gold: GoldFact | None, found: Fact | None) -> Error:
    facts = [fact for fact in (gold, found) if fact is not None]
    start, end = min(fact.start for fact in facts), max(fact.end for fact in facts)
    return Error(
        error=error,
        kind=facts[0].kind,
        article=article.id,
        start=start,
        before=article.text[max(0, start - CONTEXT) : start],
        surface=article.text[start:end],
        after=article.text[end : end + CONTEXT],
        gold=gold,
        found=found,
    )
