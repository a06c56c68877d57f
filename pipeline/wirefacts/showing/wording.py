"""Facts in words: the normalised value and its details as a person reads them, and the closing summary."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from wirefacts.records import KINDS, Fact, Kind, Money, NumericValue, Organization, Percentage, Quantity

Facts = Mapping[str, Fact]
"""Facts by their id, so that one can be told in terms of another."""

_SIGN = {"more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ ", "approximate": "~ ", "vague": "≥ "}
_NAME: dict[Kind, tuple[str, str]] = {
    # one of the kind, several
    "money": ("money", "money"),
    "percentage": ("percentage", "percentages"),
    "quantity": ("quantity", "quantities"),
    "date": ("date", "dates"),
    "organization": ("organization", "organizations"),
}


def number(amount: Decimal) -> str:
    """The amount with its thousands set apart.

    >>> number(Decimal("15000000000"))
    '15,000,000,000'
    """
    return format(amount, ",f")


def normalised(fact: Fact) -> str:
    """The value of a fact on one line.

    >>> from wirefacts.records import fact_from
    >>> where = {"id": "x", "start": 0, "end": 1, "text": "5", "sentence": {"start": 0, "end": 1}, "provenance": {"rule": "r"}}
    >>> normalised(fact_from({**where, "kind": "money", "value": None, "low": 5000, "high": 6000, "modifier": "range", "currency": "CNY"}))
    'CNY 5,000–6,000'
    """
    return _VALUE[fact.kind](fact)


def details(fact: Fact, facts: Facts) -> str:
    """What else a fact says, on one line: role, direction, basis, what is counted, the amount it restates, granularity, type of body."""
    return ", ".join(piece for piece in _DETAILS[fact.kind](fact, facts) if piece)


def summary(counts: Mapping[Kind, int], total: int | None = None, articles: int = 1) -> str:
    """How many facts of each kind are shown, out of how many, in how many articles.

    >>> summary({"money": 1, "date": 2}, total=3), summary({"date": 1}, total=5), summary({}, total=0, articles=2)
    ('3 facts: 1 money, 2 dates', '1 of 5 facts: 1 date', '2 articles, no facts')
    """
    shown = sum(counts.values())
    total = shown if total is None else total
    noun = "fact" if total == 1 else "facts"
    amount = f"no {noun}" if not total else f"{shown} {noun}" if shown == total else f"{shown} of {total} {noun}"
    each = ", ".join(f"{counts[kind]} {_NAME[kind][counts[kind] != 1]}" for kind in KINDS if counts.get(kind))
    return (f"{articles} articles, " if articles != 1 else "") + amount + (f": {each}" if each else "")


def heading(kind: Kind, count: int) -> str:
    """The heading of a kind's table.

    >>> heading("quantity", 2)
    'Quantities (2)'
    """
    return f"{_NAME[kind][1].capitalize()} ({count})"


def span(low: dt.date | None, high: dt.date | None, side: str | None) -> str:
    """Days as a span, `open` where the period is, `?` where a day is not known; empty when neither is.

    >>> span(dt.date(2012, 11, 8), None, "end")
    '2012-11-08 → open'
    """
    if low is None and high is None:
        return ""
    if low == high:
        return str(low)
    first = str(low) if low else "open" if side == "start" else "?"
    last = str(high) if high else "open" if side == "end" else "?"
    return f"{first} → {last}"


def _bounds(value: NumericValue) -> str:
    sign = _SIGN.get(value.modifier, "")
    if value.value is not None:
        return f"{sign}{number(value.value)}"
    if value.low is not None and value.high is not None:
        return f"{number(value.low)}–{number(value.high)}"
    return f"{sign}{number(value.low)}" if value.low is not None else "?"


def _money(fact: Money) -> str:
    bounds = _bounds(fact)
    sign, _, amount = bounds.rpartition(" ")
    return " ".join(piece for piece in (sign, fact.currency or "¤", amount, _per(fact.per)) if piece)


def _percentage(fact: Percentage) -> str:
    return f"{_bounds(fact)} {'%' if fact.unit == 'percent' else 'points'}"


def _quantity(fact: Quantity) -> str:
    return " ".join(piece for piece in (_bounds(fact), fact.unit, _per(fact.per)) if piece)


def _per(denominator: str | None) -> str:
    return f"/ {denominator}" if denominator else ""


def _date(fact: Any) -> str:
    return span(fact.start_date, fact.end_date, fact.open) or fact.timex or "?"


def _organization(fact: Organization) -> str:
    return fact.name


def _surface(prefix: str, id_: str | None, facts: Facts) -> str:
    return f"{prefix} {facts[id_].text}" if id_ and id_ in facts else ""


def _vague(fact: NumericValue) -> str:
    return "vague" if fact.modifier == "vague" else ""


def _money_details(fact: Money, facts: Facts) -> list[str | None]:
    return [_vague(fact), _surface("restates", fact.equivalent_of, facts)]


def _percentage_details(fact: Percentage, _: Facts) -> list[str | None]:
    compared = fact.basis_text if fact.basis == "other" and fact.basis_text else fact.basis
    return [_vague(fact), fact.role, fact.direction, compared]


def _quantity_details(fact: Quantity, facts: Facts) -> list[str | None]:
    return [_vague(fact), fact.counted, _surface("of", fact.of_total, facts), _converted(fact)]


def _converted(fact: Quantity) -> str:
    """The measure in its base unit, where that is not the stated one."""
    base = fact.base
    if base is None or (base.unit, base.per) == (fact.unit, fact.per):
        return ""
    amounts = [number(amount) for amount in ((base.low, base.high) if fact.modifier == "range" else (base.value or base.low,)) if amount is not None]
    return " ".join(piece for piece in ("=", "–".join(amounts), base.unit, _per(base.per)) if piece)


def _date_details(fact: Any, _: Facts) -> list[str | None]:
    known = span(fact.start_date, fact.end_date, fact.open)
    timex = fact.timex if known and fact.timex not in known else None
    return [fact.type, fact.modifier and fact.modifier.replace("_", " "), fact.granularity, timex, fact.event]


def _organization_details(fact: Organization, _: Facts) -> list[str | None]:
    return [fact.type, fact.place]


_VALUE: dict[Kind, Callable[[Any], str]] = {
    "money": _money,
    "percentage": _percentage,
    "quantity": _quantity,
    "date": _date,
    "organization": _organization,
}
_DETAILS: dict[Kind, Callable[[Any, Facts], list[str | None]]] = {
    "money": _money_details,
    "percentage": _percentage_details,
    "quantity": _quantity_details,
    "date": _date_details,
    "organization": _organization_details,
}
