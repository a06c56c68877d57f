"""The fields beside the value: how often they agree where the value is right."""

from collections.abc import Callable, Iterator

from wirefacts.interchange import GoldFact, GoldQuantity
from wirefacts.records import Kind
from wirefacts.scoring.matching import words

Agreement = Callable[[object, object], bool]
"""Whether what gold states and what was found are as good as the same."""


def _same(gold: object, found: object) -> bool:
    return (gold or None) == (found or None)


def _both_or_neither(gold: object, found: object) -> bool:
    return bool(gold) == bool(found)


def _same_head(gold: object, found: object) -> bool:
    return words(str(gold or ""))[-1:] == words(str(found or ""))[-1:]


ROLES: dict[Kind, dict[str, Agreement]] = {
    "money": {"modifier": _same, "per": _same, "equivalent_of": _both_or_neither},
    "percentage": {"modifier": _same, "direction": _same, "role": _same, "basis": _same},
    "quantity": {"modifier": _same, "counted": _same_head, "per": _same, "of_total": _both_or_neither},
    "date": {"type": _same, "granularity": _same, "open": _same, "modifier": _same, "event": _same},
    "organization": {"type": _same, "place": _same},
}


def agreements(gold: GoldFact, found: GoldFact) -> Iterator[tuple[str, bool]]:
    """For each remaining field of a kind, whether the two facts agree on it; a second reading that gold accepts is as good as the first."""
    for field, agrees in ROLES[gold.kind].items():
        readings = [getattr(gold, field)]
        if field == "counted" and isinstance(gold, GoldQuantity) and gold.counted_also is not None:
            readings.append(gold.counted_also)
        yield field, any(agrees(reading, getattr(found, field)) for reading in readings)
