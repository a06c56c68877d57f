from typing import Any

import pytest

from wirefacts.records import Article, fact_from
from wirefacts.records.specimen import specimen
from wirefacts.showing.reasons import REASONS, null_reasons

ARTICLE = specimen().article
UNDATED = ARTICLE.model_copy(update={"published": None})
WHERE = {"id": "x", "start": 0, "end": 1, "text": "5", "sentence": {"start": 0, "end": 1}, "provenance": {"rule": "rule"}}


def reason(field: str, article: Article = ARTICLE, **value: Any) -> str:
    fact = fact_from({**WHERE, **value})
    return next(words for fields, words in null_reasons(fact, article) if field in fields.split(", "))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("currency", {"kind": "money", "value": 5, "currency": None}, "the words name no currency"),
        ("value", {"kind": "quantity", "value": None, "low": 5, "high": 6, "modifier": "range"}, "a range has two ends and no one value"),
        ("value", {"kind": "quantity", "value": None, "low": 24, "modifier": "vague"}, "the words count vaguely"),
        ("low", {"kind": "quantity", "value": 5}, "an exact number has no bounds"),
        ("low", {"kind": "quantity", "value": 5, "high": 5, "modifier": "at_most"}, "the words bound it from above alone"),
        ("high", {"kind": "quantity", "value": 5, "low": 5, "modifier": "at_least"}, "the words bound it from below alone"),
        ("unit", {"kind": "quantity", "value": 5}, "a count has no unit of measure"),
        ("direction", {"kind": "percentage", "value": 5}, "only a change has a direction"),
        ("start_date", {"kind": "date", "type": "duration", "timex": "P12D"}, "a length of time has no days"),
        ("end_date", {"kind": "date", "type": "set", "timex": "P1Y"}, "a recurring time has no days"),
        ("end_date", {"kind": "date", "type": "date", "timex": "PAST_REF"}, "a vague reference names no days"),
        ("end_date", {"kind": "date", "type": "date", "timex": "2021-SU", "granularity": "season"}, "when a season begins depends on the place"),
        ("start_date", {"kind": "date", "type": "period", "end_date": "2035-12-31", "open": "start"}, "the period is open at its start"),
        ("end_date", {"kind": "date", "type": "period", "start_date": "2010-01-01", "open": "end"}, "the period is open at its end"),
        ("start_date", {"kind": "date", "type": "date", "end_date": "2022-10-31", "modifier": "end"}, "the words name an end and no start"),
        ("start_date", {"kind": "date", "type": "date"}, "the words do not settle it"),
        ("place", {"kind": "organization", "name": "Bank"}, "the text gives no place for it"),
    ],
)
def test_the_reason_behind_a_null(field: str, value: dict[str, Any], words: str) -> None:
    assert reason(field, **value) == words


def test_a_missing_publication_date_is_the_reason_for_unresolved_days() -> None:
    assert "no publication date" in reason("start_date", UNDATED, kind="date", type="date")


def test_every_null_of_every_fact_has_its_reason() -> None:
    for fact in specimen().facts:
        nulls = {name for name in type(fact).model_fields if getattr(fact, name) is None}
        told = {field for fields, _ in null_reasons(fact, ARTICLE) for field in fields.split(", ")}
        assert told == nulls
        assert nulls <= set(REASONS)
