"""Which found fact answers which gold fact, and whether it is right.

Inside an article and a kind, facts whose spans overlap are paired one to one. Pairs are ranked: equal spans first, then right values, then
the larger overlap, then text order; the matching is the one that is optimal when a pair outweighs any number of pairs ranked below it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple, Protocol

from pydantic import TypeAdapter

from wirefacts.interchange import GoldDate, GoldFact, GoldMoney, GoldOrganization, GoldPercentage, GoldQuantity
from wirefacts.records import DERIVED, KINDS, Fact

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

_GOLD: TypeAdapter[GoldFact] = TypeAdapter(GoldFact)


class Spanned(Protocol):
    """What has a place in a text."""

    @property
    def start(self) -> int:
        """Its first character."""

    @property
    def end(self) -> int:
        """The character behind its last."""


class Pair(NamedTuple):
    """A gold fact and the found fact that answers it; either is None when it stands alone."""

    gold: GoldFact | None
    found: GoldFact | None


def as_marked(fact: Fact) -> GoldFact:
    """A found fact in the terms of gold, in which facts of any extractor are compared."""
    return _GOLD.validate_python(fact.model_dump(exclude={"provenance", "sentence", *DERIVED}))


def paired(gold: Sequence[GoldFact], found: Sequence[GoldFact]) -> list[Pair]:
    """Every fact of one article once, in pairs or alone, in text order."""
    pairs: list[Pair] = []
    for kind in KINDS:
        wanted = [fact for fact in gold if fact.kind == kind]
        offered = [fact for fact in found if fact.kind == kind]
        answer = _matching(wanted, offered)
        answered = set(answer.values())
        pairs += [Pair(fact, offered[answer[i]] if i in answer else None) for i, fact in enumerate(wanted)]
        pairs += [Pair(None, fact) for j, fact in enumerate(offered) if j not in answered]
    return sorted(pairs, key=lambda pair: _order(pair.gold or pair.found))


def shared(gold: Spanned, found: Spanned) -> int:
    """Characters that the two spans share; zero or less when they do not touch."""
    return min(gold.end, found.end) - max(gold.start, found.start)


def share_half(gold: Spanned, found: Spanned) -> bool:
    """Whether the two spans share at least half of their union."""
    return 2 * shared(gold, found) >= max(gold.end, found.end) - min(gold.start, found.start)


def is_exact(gold: Spanned, found: Spanned) -> bool:
    """Whether the two spans are equal."""
    return (gold.start, gold.end) == (found.start, found.end)


def is_right(gold: GoldFact, found: GoldFact) -> bool:
    """Whether the normalised value is the one that gold states, wherever it was found."""
    return not wrong_fields(gold, found)


def wrong_fields(gold: GoldFact, found: GoldFact) -> list[str]:
    """Those fields of the value that are not as gold states them."""
    match gold, found:
        case GoldMoney(), GoldMoney():
            return _wrong_numbers(gold, found) + ["currency"] * (gold.currency != found.currency)
        case GoldPercentage(), GoldPercentage():
            return _wrong_numbers(gold, found) + ["unit"] * (gold.unit != found.unit)
        case GoldQuantity(), GoldQuantity():
            return _wrong_numbers(gold, found) + ["unit"] * (_singular(gold.unit) != _singular(found.unit))
        case GoldDate(), GoldDate():
            names = ["start_date", "end_date"] if gold.start_date or gold.end_date or found.start_date or found.end_date else ["timex"]
            return [name for name in names if getattr(gold, name) != getattr(found, name)]
        case GoldOrganization(), GoldOrganization():
            return ["name"] * (bare_name(gold.name) != bare_name(found.name))
    return ["kind"]


def words(phrase: str | None) -> list[str]:
    """The words by which names are compared, in lower case.

    >>> words("The People’s Bank, of China")
    ['the', "people's", 'bank', 'of', 'china']
    """
    return _NO_WORD.sub(" ", (phrase or "").lower().replace("’", "'")).split()


def bare_name(name: str | None) -> str:
    """A name as names are compared: its words, without a leading article.

    >>> bare_name("The People’s Bank, of China"), bare_name(None)
    ("people's bank of china", '')
    """
    found = words(name)
    return " ".join(found[1:] if found[:1] == ["the"] else found)


def _singular(unit: str | None) -> str:
    return bare_name(unit).rstrip("s")


def _wrong_numbers(gold: GoldMoney | GoldPercentage | GoldQuantity, found: GoldMoney | GoldPercentage | GoldQuantity) -> list[str]:
    return [name for name in ("value", "low", "high") if not _close(getattr(gold, name), getattr(found, name))]


def _close(a: Decimal | None, b: Decimal | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(a - b) <= _TOLERANCE * max(Decimal(1), abs(a), abs(b))


def matched_spans(gold: Sequence[Spanned], found: Sequence[Spanned]) -> dict[int, int]:
    """For each gold span that is answered, by its index, the index of the found one: equal spans first, then the larger overlap, then text order."""
    return _best_first((not is_exact(gold[i], found[j]), *_nearness(gold[i], found[j]), i, j) for i, j in overlapping(gold, found))


def overlapping_spans(gold: Sequence[Spanned], found: Sequence[Spanned]) -> dict[int, int]:
    """The same by overlap alone, of spans in text order."""
    return _best_first((-shared(gold[i], found[j]), i, j) for i, j in overlapping(gold, found))


def _matching(gold: Sequence[GoldFact], found: Sequence[GoldFact]) -> dict[int, int]:
    return _best_first(
        (not is_exact(gold[i], found[j]), not is_right(gold[i], found[j]), *_nearness(gold[i], found[j]), i, j) for i, j in overlapping(gold, found)
    )


def _best_first(ranked: Iterable[tuple[int, ...]]) -> dict[int, int]:
    """The pairs, best rank first, each side once; a rank ends with the two indexes."""
    answer: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in answer and j not in taken:
            answer[i] = j
            taken.add(j)
    return answer


def _nearness(gold: Spanned, found: Spanned) -> tuple[int, ...]:
    return -shared(gold, found), gold.start, found.start


def overlapping(gold: Sequence[Spanned], found: Sequence[Spanned]) -> Iterator[tuple[int, int]]:
    """The pairs of indexes whose spans share a character, in time linear in their number."""
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


def _in_text_order(facts: Sequence[Spanned]) -> list[int]:
    return sorted(range(len(facts)), key=lambda index: (facts[index].start, facts[index].end))


def _order(fact: GoldFact | None) -> tuple[int, int, str]:
    assert fact is not None
    return fact.start, fact.end, fact.kind
