"""Which facts to show, and in what order."""

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from wirefacts.records import KINDS, Extent, Fact, Kind, NumericValue, Observation, Organization, Result, Reviewed

Order = Literal["text", "value", "date", "name", "kind"]


class Selection(NamedTuple):
    """Conditions that a fact must all meet. An empty one is met by every fact.

    A condition on a number is met by numbers alone, one on days by dates with days, one on a body by organizations.
    """

    kinds: frozenset[Kind] = frozenset()
    currencies: frozenset[str] = frozenset()
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    organization: str | None = None
    words: str | None = None

    def of(self, facts: Iterable[Fact], text: str | None = None) -> list[Fact]:
        """The facts that meet the conditions, in their order. Without the article's text, words are looked for in surfaces alone."""
        conditions = list(self._conditions(text))
        return [fact for fact in facts if all(met(fact) for met in conditions)]

    def _conditions(self, text: str | None) -> Iterable[Callable[[Any], bool]]:
        if self.kinds:
            yield lambda fact: fact.kind in self.kinds
        if self.currencies:
            yield lambda fact: getattr(fact, "currency", None) in self.currencies
        if self.minimum is not None or self.maximum is not None:
            yield lambda fact: isinstance(fact, NumericValue) and self._between(fact.stated)
        if self.since or self.until:
            yield lambda fact: fact.kind == "date" and self._overlaps(*_days(fact))
        if self.organization is not None:
            name = self.organization.casefold()
            yield lambda fact: isinstance(fact, Organization) and name in fact.name.casefold()
        if self.words is not None:
            yield _Words(self.words.casefold(), text).stand_near

    def _between(self, number: Decimal | None) -> bool:
        if number is None:
            return False
        return (self.minimum is None or number >= self.minimum) and (self.maximum is None or number <= self.maximum)

    def _overlaps(self, first: dt.date | None, last: dt.date | None) -> bool:
        if first is None or last is None:
            return False
        return (self.until is None or first <= self.until) and (self.since is None or last >= self.since)


class _Words:
    """Words looked for in surfaces and sentences, each sentence read once."""

    def __init__(self, words: str, text: str | None) -> None:
        self.words = words
        self.text = text
        self.seen: dict[Extent, bool] = {}

    def stand_near(self, fact: Fact) -> bool:
        if self.words in fact.text.casefold():
            return True
        if self.text is None:
            return False
        found = self.seen.get(fact.sentence)
        if found is None:
            found = self.words in self.text[fact.sentence.start : fact.sentence.end].casefold()
            self.seen[fact.sentence] = found
        return found


def _days(fact: Any) -> tuple[dt.date | None, dt.date | None]:
    """First and last day for comparing: an open side has no end, a side that is not known is as long as the other."""
    first, last = fact.start_date, fact.end_date
    if fact.open == "start" and last:
        return dt.date.min, last
    if fact.open == "end" and first:
        return first, dt.date.max
    return first or last, last or first


_KEYS: dict[Order, Callable[[Any], Any]] = {
    "value": lambda fact: getattr(fact, "stated", None),
    "date": lambda fact: getattr(fact, "start_date", None) or getattr(fact, "end_date", None),
    "name": lambda fact: name.casefold() if (name := getattr(fact, "name", None)) else None,
    "kind": lambda fact: KINDS.index(fact.kind),
}


def ordered(facts: Iterable[Fact], order: Order, *, reverse: bool = False) -> list[Fact]:
    """The facts by that order, those it says nothing of last, equals in text order."""
    facts = sorted(facts, key=lambda fact: (fact.start, -fact.end))
    if order == "text":
        return facts[::-1] if reverse else facts
    key = _KEYS[order]
    return [
        *sorted((fact for fact in facts if key(fact) is not None), key=key, reverse=reverse),
        *(fact for fact in facts if key(fact) is None),
    ]


def narrowed(result: Result, facts: Iterable[Fact]) -> Result:
    """The result with these of its facts alone; links to facts that are left out become null, so that it stays whole in itself."""
    facts = tuple(facts)
    if facts == result.facts:
        return result
    kept = {fact.id for fact in facts}
    reviews = {review.fact: review for review in result.reviews} if isinstance(result, Reviewed) else {}
    return result.model_copy(
        update={
            **({"reviews": tuple(reviews[fact.id] for fact in facts)} if reviews else {}),
            "facts": tuple(without_lost_links(fact, kept) for fact in facts),
            "observations": tuple(_with_known_facts(row, kept) for row in result.observations if row.value in kept),
        }
    )


def without_lost_links(fact: Fact, kept: set[str]) -> Fact:
    """The fact, its links to facts that are not kept set to null."""
    lost = [name for name in ("equivalent_of", "of_total") if (link := getattr(fact, name, None)) and link not in kept]
    return fact.model_copy(update=dict.fromkeys(lost)) if lost else fact


def _with_known_facts(row: Observation, kept: set[str]) -> Observation:
    lost = {name: None for name in ("period", "equivalent") if getattr(row, name) not in kept}
    return row.model_copy(update={**lost, "change": tuple(id_ for id_ in row.change if id_ in kept)})
