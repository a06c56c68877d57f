"""Facts as rows: each as JSON, beside it the columns by which it is looked for."""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from wirefacts.records import DERIVED, Fact, NumericValue, fact_from
from wirefacts.records.encoding import json_fields, to_json

_INSERT = "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_PERSONAL = frozenset({"id", "sentence", "part", "provenance", "equivalent_of", "of_total", *DERIVED})
"""Fields that say where a fact is from and what it belongs to, or follow from others, not what it states."""

_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"


def store(database: sqlite3.Connection, article: int, facts: Iterable[Fact], known: dict[str, int]) -> list[int]:
    """The rows of the facts; those that are not `known`, by their JSON, are added, also to `known`."""
    rows, new = [], []
    (last,) = database.execute("SELECT coalesce(max(row), 0) FROM fact").fetchone()
    for fact in facts:
        fields = to_json(fact)
        row = known.get(fields)
        if row is None:
            row = known[fields] = last = last + 1
            new.append((row, article, *_columns(fact), fields))
        rows.append(row)
    database.executemany(_INSERT, new)
    return rows


def known_facts(database: sqlite3.Connection, article: int) -> dict[str, int]:
    """The rows of an article's facts, of whatever run or reviewer, by their JSON."""
    return dict(database.execute("SELECT fields, row FROM fact WHERE article = ?", (article,)))


def kept(database: sqlite3.Connection, article: int, fact: Fact) -> int:
    """The row of one fact, added where it is not there."""
    fields = to_json(fact)
    found = database.execute("SELECT row FROM fact WHERE id = ? AND article = ? AND fields = ?", (fact.id, article, fields)).fetchone()
    return int(found[0]) if found else store(database, article, [fact], {})[0]


def read(fields: str) -> Fact:
    """The fact of a row."""
    return fact_from(json_fields(fields))


def read_row(database: sqlite3.Connection, row: int) -> Fact:
    """The fact of the row of that number."""
    (fields,) = database.execute("SELECT fields FROM fact WHERE row = ?", (row,)).fetchone()
    return read(fields)


def same_value(one: str, other: str) -> bool:
    """Whether two rows at one place state the same.

    A field that only the later one has, since a newer version knows it, makes no difference.

    >>> same_value('{"id": "x", "value": 5, "provenance": 1}', '{"id": "x", "value": 5, "provenance": 2, "base": 5000}')
    True
    >>> same_value('{"value": 5}', '{"value": 6}')
    False
    """
    if one == other:
        return True
    before, after = stated(json_fields(one)), stated(json_fields(other))
    return all(name in after and after[name] == value for name, value in before.items())


def stated(fields: Mapping[str, Any]) -> dict[str, Any]:
    """What a fact states, without nulls, links and provenance."""
    return {name: value for name, value in fields.items() if name not in _PERSONAL and value not in (None, [], ())}


def _columns(fact: Any) -> tuple[Any, ...]:
    first, last = _days(fact)
    return (
        *(fact.id, fact.kind, fact.start, fact.end, fact.sentence.start, fact.sentence.end, fact.text),
        getattr(fact, "currency", None),
        float(fact.stated) if isinstance(fact, NumericValue) and fact.stated is not None else None,
        first,
        last,
        fact.name.casefold() if fact.kind == "organization" else None,
        fact.provenance.confidence,
    )


def _days(fact: Any) -> tuple[str | None, str | None]:
    """First and last day to search by: an open side reaches as far as days go, a side that is not known is as long as the other."""
    if fact.kind != "date":
        return None, None
    first, last = (day.isoformat() if day else None for day in (fact.start_date, fact.end_date))
    if fact.open == "start" and last:
        first = _FIRST_DAY
    if fact.open == "end" and first:
        last = _LAST_DAY
    return first or last, last or first
