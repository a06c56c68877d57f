"""A result written out by hand, in which every field is used: the example of the documentation and of the tests."""

import datetime as dt
from typing import Any

from wirefacts.records.base import fact_id, text_sha256
from wirefacts.records.facts import Fact, fact_from
from wirefacts.records.observation import Observation, RoleSpan
from wirefacts.records.result import Article, ExtractorInfo, Result

TEXT = """\
Harbor trade sets a record

By Harbor Times | 2022-07-19

The port handled goods worth 2.08 billion yuan ($307 million) from January to last month, up 17.6 percent year-on-year, \
the Department of Commerce of Eastland said.

Since 2010, 500 of the 666 shipping firms have moved more than 4 tonnes of goods a day. \
A terminal is planned for the 14th Five-Year Plan period.
"""

_DIGEST = text_sha256(TEXT)


def specimen() -> Result:
    """The result for the specimen's text.

    >>> [fact.kind for fact in specimen().facts][:3]
    ['organization', 'date', 'money']
    """
    facts = tuple(_facts())
    article = Article(
        id="harbor",
        sha256=_DIGEST,
        title="Harbor trade sets a record",
        published=dt.date(2022, 7, 19),
        source="Harbor Times",
        path="news/harbor.txt",
        characters=len(TEXT),
    )
    extractor = ExtractorInfo(version="0.1.0", model="en_core_web_sm", model_version="3.8.0")
    return Result(article=article, extractor=extractor, facts=facts, observations=(_observation(facts),))


def _facts() -> list[Fact]:
    worth = _id("money", "2.08 billion yuan")
    firms = _id("quantity", "666")
    first, last = "January", "last month"
    begin, stop = TEXT.index(first), TEXT.index(last)
    parts = [
        {"text": first, "start": begin, "end": begin + len(first), "timex": "2022-01"},
        {"text": last, "start": stop, "end": stop + len(last), "timex": "2022-06"},
    ]
    half: dict[str, Any] = {
        "type": "period",
        "start_date": "2022-01-01",
        "end_date": "2022-06-30",
        "timex": "2022-01/2022-06",
        "edtf": "2022-01/2022-06",
        "granularity": "month",
        "parts": parts,
    }
    plan = {"type": "period", "start_date": "2021-01-01", "end_date": "2025-12-31", "timex": "2021/2025", "edtf": "2021/2025", "granularity": "year"}
    day = {"type": "date", "start_date": "2022-07-19", "end_date": "2022-07-19", "timex": "2022-07-19", "edtf": "2022-07-19", "granularity": "day"}
    return [
        _fact("organization", "Harbor Times", "organization.media", "byline", name="Harbor Times", type="media"),
        _fact("date", "2022-07-19", "date.calendar", "byline", **day),
        _fact("money", "2.08 billion yuan", "money.word", value=2080000000, currency="CNY"),
        _fact("money", "$307 million", "money.symbol", value=307000000, currency="USD", equivalent_of=worth),
        _fact("date", "January to last month", "date.range", **half),
        _fact(
            "percentage",
            "17.6 percent",
            "percentage.word",
            value=17.6,
            role="change",
            direction="up",
            basis="year-on-year",
            basis_text="year-on-year",
        ),
        _fact("organization", "Department of Commerce", "organization.head", name="Department of Commerce", place="Eastland", type="government"),
        _fact(
            "date", "2010", "date.calendar", type="period", start_date="2010-01-01", timex="2010/..", edtf="2010/..", granularity="year", open="end"
        ),
        _fact("quantity", "500", "quantity.count", value=500, counted="shipping firms", of_total=firms),
        _fact("quantity", "666", "quantity.count", value=666, counted="shipping firms"),
        _fact("quantity", "4 tonnes", "quantity.measure", value=4, low=4, modifier="more_than", unit="tonne", per="day", counted="goods"),
        _fact("date", "14th Five-Year Plan", "date.event", **plan, event="14th Five-Year Plan"),
    ]


def _fact(kind: str, surface: str, rule: str, part: str = "body", **value: Any) -> Fact:
    start = TEXT.index(surface)
    end = start + len(surface)
    first = max(TEXT.rfind(". ", 0, start) + 2, TEXT.rfind("\n", 0, start) + 1, 0)
    last = min(place for place in (TEXT.find(". ", end) + 1, TEXT.find("\n", end)) if place > 0)
    sentence = {"start": first, "end": last}
    return fact_from(
        {"id": _id(kind, surface), "kind": kind, "start": start, "end": end, "text": surface, "sentence": sentence, "part": part}
        | {"provenance": {"rule": rule}, **value},
        TEXT,
    )


def _id(kind: str, surface: str) -> str:
    start = TEXT.index(surface)
    return fact_id(_DIGEST, kind, start, start + len(surface))


def _observation(facts: tuple[Fact, ...]) -> Observation:
    _, __, worth, equivalent, period, change, *___ = facts

    def role(words: str) -> RoleSpan:
        start = TEXT.index(words)
        return RoleSpan(text=words, start=start, end=start + len(words))

    return Observation(
        id=worth.id,
        value=worth.id,
        measure=role("goods"),
        subject=role("The port"),
        period=period.id,
        change=(change.id,),
        equivalent=equivalent.id,
        source=role("the Department of Commerce of Eastland"),
    )
