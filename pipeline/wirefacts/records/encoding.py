"""Records to JSON and back, amounts exact both ways."""

import datetime as dt
from typing import Any

import simplejson

from wirefacts.records.base import Record
from wirefacts.records.result import Result
from wirefacts.records.review import Reviewed


def to_json(record: Record, *, indent: int | None = None) -> str:
    """The record as JSON: amounts as plain numbers, days as ISO 8601, nulls kept.

    >>> from wirefacts.records import MoneyValue
    >>> to_json(MoneyValue(value="1.10", currency="CNY"))
    '{"value": 1.1, "low": null, "high": null, "modifier": "exact", "kind": "money", "currency": "CNY", "per": null, "equivalent_of": null}'
    """
    return simplejson.dumps(record.model_dump(), use_decimal=True, ensure_ascii=False, indent=indent, default=_plain)


def json_fields(written: str | bytes) -> Any:
    """Parse JSON without rounding a number.

    Raises ValueError, naming line and column where they are known, for text that is no JSON.
    """
    try:
        return simplejson.loads(written, use_decimal=True)
    except (simplejson.JSONDecodeError, UnicodeDecodeError):
        raise
    except ValueError:
        raise ValueError("a number has too many digits") from None


def result_from_json(written: str | bytes) -> Result:
    """The result that one line of JSON holds.

    Raises ValueError for text that is no JSON, pydantic.ValidationError for JSON of another shape.
    """
    return result_from(json_fields(written))


def result_from(fields: Any) -> Result:
    """The result that the fields describe, reviewed where they tell of reviews. Raises pydantic.ValidationError for another shape."""
    reviewed = isinstance(fields, dict) and "reviews" in fields
    return (Reviewed if reviewed else Result).model_validate(fields)


def _plain(thing: object) -> str:
    if isinstance(thing, dt.date):
        return thing.isoformat()
    raise TypeError(f"no JSON form for {type(thing).__name__}")
