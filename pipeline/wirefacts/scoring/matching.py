"""Which found fact answers which gold fact, and whether it is right.

Inside an article and a kind, facts whose spans overlap are paired one to one. Pairs are ranked: equal spans first, then right values, then
the larger overlap, then text order; the matching is the one that is optimal when a pair outweighs any number of pairs ranked below it.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeVar

from wirefacts.interchange import GoldDate, GoldFact, GoldMoney, GoldOrganization, GoldPercentage, GoldQuantity
from wirefacts.records import KINDS, Duration, Fact, Money, Organization, Percentage, Period, Point, Quantity, Recurrence

VALUE_FIELDS: dict[str, tuple[str, ...]] = {
    # the fields that make a value right
    "money": ("value", "low", "high", "currency"),
    "percentage": ("value", "low", "high", "unit"),
    "quantity": ("value", "low", "high", "unit"),
    "date": ("start_date", "end_date", "timex"),
    "organization": ("name",),
}

_TOLERANCE = Decimal("1e-6")
_NO_WORD = re.compile(r"[^a-z0-9&' ]+")

_Marked = TypeVar("_Marked", GoldFact, Fact)


class Pair(NamedTuple):
    """A gold fact and the found fact that answers it; either is None when it stands alone."""

    gold: GoldFact | None
    found: Fact | None


def paired(gold: Sequence[GoldFact], found: Sequence[Fact]) -> list[Pair]:
    """Every fact of one article once, in pairs or alone, in text order."""
    pairs: list[Pair] = []
    for kind in KINDS:
        wanted = [fact for fact in gold if fact.kind == kind]
        offered = [fact for fact in found if fact.kind == kind]
        answer = _matching(wanted, offered)
        answered = set(answer.values())
        pairs += [Pair(fact, offered[answer[i]] if i in answer else None) for i, fact in enumerate(wanted)]
        pairs += [Pair(None, fact) for j, fact in enumerate(offered) if j not in answered]
    return sorted(pairs, key=_place)


def shared(gold: GoldFact | Fact, found: GoldFact | Fact) -> int:
    """Characters that the two spans share; zero or less when they do not touch."""
    return min(gold.end, found.end) - max(gold.start, found.start)


def share_half(gold: GoldFact | Fact, found: GoldFact | Fact) -> bool:
    """Whether the two spans share at least half of their union."""
    return 2 * shared(gold, found) >= max(gold.end, found.end) - min(gold.start, found.start)


def is_exact(gold: GoldFact, found: Fact) -> bool:
    """Whether the two spans are equal."""
    return (gold.start, gold.end) == (found.start, found.end)


def is_right(gold: GoldFact, found: Fact) -> bool:
    """Whether the normalised value is the one that gold states, wherever it was found."""
    match gold, found:
        case GoldMoney(), Money():
            return _same_number(gold, found) and gold.currency == found.currency
        case GoldPercentage(), Percentage():
            return _same_number(gold, found) and gold.unit == found.unit
        case GoldQuantity(), Quantity():
            return _same_number(gold, found) and _singular(gold.unit) == _singular(found.unit)
        case GoldDate(), Point() | Period() | Duration() | Recurrence():
            days = (gold.start_date, gold.end_date)
            return days == (found.start_date, found.end_date) and (any(days) or gold.timex == found.timex)
        case GoldOrganization(), Organization():
            return _bare(gold.name) == _bare(found.name)
    return False


def words(phrase: str | None) -> list[str]:
    """The words by which names are compared, in lower case.

    >>> words("The People’s Bank, of China")
    ['the', "people's", 'bank', 'of', 'china']
    """
    return _NO_WORD.sub(" ", (phrase or "").lower().replace("’", "'")).split()


def _bare(name: str | None) -> str:
    found = words(name)
    return " ".join(found[1:] if found[:1] == ["the"] else found)


def _singular(unit: str | None) -> str:
    return _bare(unit).rstrip("s")


def _same_number(gold: GoldMoney | GoldPercentage | GoldQuantity, found: Money | Percentage | Quantity) -> bool:
    return _close(gold.value, found.value) and _close(gold.low, found.low) and _close(gold.high, found.high)


def _close(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _TOLERANCE * max(Decimal(1), abs(a), abs(b))


def _matching(gold: Sequence[GoldFact], found: Sequence[Fact]) -> dict[int, int]:
    ranked = sorted(
        (not is_exact(gold[i], found[j]), not is_right(gold[i], found[j]), -shared(gold[i], found[j]), gold[i].start, found[j].start, i, j)
        for i, j in _overlapping(gold, found)
    )
    answer: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in ranked:
        if i not in answer and j not in taken:
            answer[i] = j
            taken.add(j)
    return answer


def _overlapping(gold: Sequence[GoldFact], found: Sequence[Fact]) -> Iterator[tuple[int, int]]:
    by_start = _in_text_order(found)
    first = 0
    for i in _in_text_order(gold):
        while first < len(by_start) and found[by_start[first]].end <= gold[i].start:
            first += 1
        for j in by_start[first:]:
            if found[j].start >= gold[i].end:
                break
            if shared(gold[i], found[j]) > 0:
                yield i, j


def _in_text_order(facts: Sequence[_Marked]) -> list[int]:
    return sorted(range(len(facts)), key=lambda index: (facts[index].start, facts[index].end))


def _place(pair: Pair) -> tuple[int, int, str]:
    fact = pair.gold or pair.found
    assert fact is not None
    return fact.start, fact.end, fact.kind
