"""Fields as people write them, and what the records say to them."""

import pytest

from wirefacts.ledger.editing import added, corrected
from wirefacts.ledger.faults import LedgerError
from wirefacts.records.specimen import TEXT, specimen

FACTS = {fact.text: fact for fact in specimen().facts}
DIGEST = specimen().article.sha256


@pytest.mark.parametrize(
    ("surface", "changes", "expected"),
    [
        ("17.6 percent", {"value": "17.7"}, {"value": 17.7, "role": "change", "rule": "review.correct"}),
        ("17.6 percent", {"modifier": "at_least"}, {"value": 17.6, "low": 17.6, "high": None}),
        ("17.6 percent", {"modifier": "range", "low": "17", "high": "18"}, {"value": None, "low": 17, "high": 18}),
        ("4 tonnes", {"value": "5"}, {"value": 5, "low": 5}),
        ("4 tonnes", {"modifier": "exact"}, {"value": 4, "low": None}),
        ("4 tonnes", {"per": "", "counted": "null"}, {"per": None, "counted": None}),
        ("2.08 billion yuan", {"text": "2.08 billion"}, {"text": "2.08 billion", "value": 2080000000}),
        ("2.08 billion yuan", {"kind": "quantity", "unit": "yuan"}, {"kind": "quantity", "value": 2080000000, "unit": "yuan"}),
        ("2010", {"type": "date", "open": "", "end_date": "2010-12-31", "timex": "2010"}, {"type": "date", "open": None}),
        ("January to last month", {"parts": ""}, {"parts": (), "timex": "2022-01/2022-06"}),
        ("2022-07-19", {"start_date": "2025-01-22", "end_date": "2025-01-22"}, {"timex": "2025-01-22", "edtf": None}),
        ("2022-07-19", {"end_date": "2022-07-20"}, {"timex": "2022-07-19/2022-07-20"}),
        ("2022-07-19", {"end_date": "2022-07-20", "timex": "2022-W29"}, {"timex": "2022-W29"}),
        ("2022-07-19", {"end_date": "2022-07-19"}, {"timex": "2022-07-19"}),
        ("2022-07-19", {"start_date": "", "end_date": ""}, {"timex": None}),
        ("2010", {"start_date": "2010-01-22"}, {"timex": "2010-01-22/.."}),
        ("2010", {"start_date": "", "open": "start", "end_date": "2027-06-29"}, {"timex": "../2027-06-29"}),
        ("14th Five-Year Plan", {"granularity": "day"}, {"timex": "2021/2025"}),
        ("500", {"kind": "date", "start_date": "2010-01-01"}, {"timex": "2010-01-01/.."}),
        ("Department of Commerce", {"text": "Department of Commerce of Eastland", "name": "Eastland Commerce"}, {"name": "Eastland Commerce"}),
        ("Department of Commerce", {"kind": "date"}, {"kind": "date", "type": "date", "timex": None}),
        ("666", {"kind": "money", "currency": "USD"}, {"kind": "money", "value": 666, "currency": "USD"}),
        ("500", {"part": "caption"}, {"part": "caption"}),
    ],
)
def test_what_is_set_and_what_follows_from_it(surface: str, changes: dict[str, str], expected: dict[str, object]) -> None:
    fact = corrected(FACTS[surface], changes, TEXT, DIGEST)
    assert TEXT[fact.start : fact.end] == fact.text
    told = {**fact.model_dump(), "rule": fact.provenance.rule}
    assert {name: float(told[name]) if isinstance(value, float) else told[name] for name, value in expected.items()} == expected


@pytest.mark.parametrize(
    ("surface", "changes", "words"),
    [
        ("17.6 percent", {"value": "many"}, "value: expected a number, not 'many'"),
        ("17.6 percent", {"colour": "red"}, "colour: a fact of kind percentage has no such field to set; it has start, end, text"),
        ("17.6 percent", {"id": "x"}, "id: a fact of kind percentage has no such field"),
        ("17.6 percent", {"role": "boss"}, "role: expected 'change', 'share', 'rate' or 'level', not 'boss'"),
        ("17.6 percent", {"modifier": "range"}, "a number that is 'range' states low"),
        ("2010", {"start_date": "soon"}, "start_date: expected a day as YYYY-MM-DD, not 'soon'"),
        ("2010", {"end_date": "2009-01-01"}, "the first day is after the last"),
        ("2010", {"kind": "time"}, "kind: expected one of money, percentage, quantity, date, organization, not 'time'"),
        ("2010", {"parts": "x"}, "parts: the expressions of a period cannot be set so"),
        ("2010", {"part": "footer"}, "part: expected one of title"),
        ("2.08 billion yuan", {"currency": "yuan"}, "currency: expected what fits ^[A-Z]{3}$, not 'yuan'"),
        ("2.08 billion yuan", {"text": "no such words"}, "text: the article does not read 'no such words' at the fact"),
        ("2.08 billion yuan", {"end": "99999"}, "end: expected an offset from 0 to"),
        ("2.08 billion yuan", {"start": "x"}, "start: expected an offset from 0 to"),
        ("2.08 billion yuan", {"start": "200", "end": "100"}, "end: expected an offset above 200, not 100"),
        ("2.08 billion yuan", {"start": "0", "text": "Harbour"}, "text: the article reads 'Harbor ' at 0-7, not 'Harbour'"),
        ("Department of Commerce", {"name": ""}, "name: expected a value, found none"),
    ],
)
def test_what_the_records_do_not_admit_is_told_with_its_field(surface: str, changes: dict[str, str], words: str) -> None:
    with pytest.raises(LedgerError) as told:
        corrected(FACTS[surface], changes, TEXT, DIGEST)
    assert words in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("kind", "surface", "values", "expected"),
    [
        ("organization", "Harbor", {"start": "0"}, {"name": "Harbor", "part": "body"}),
        ("quantity", "14", {"value": "14"}, {"value": 14}),
        ("date", "a day", {"type": "set", "timex": "P1D"}, {"timex": "P1D"}),
        ("date", "a day", {"start_date": "2010-01-01", "end_date": "2010-01-01"}, {"timex": "2010-01-01"}),
        ("money", "billion", {"modifier": "vague", "low": "1e9"}, {"low": 1_000_000_000, "currency": None}),
    ],
)
def test_a_fact_that_was_missed(kind: str, surface: str, values: dict[str, str], expected: dict[str, object]) -> None:
    fact = added(kind, surface, values, text=TEXT, digest=DIGEST, others=specimen().facts)
    assert TEXT[fact.start : fact.end] == surface
    assert fact.sentence.start <= fact.start <= fact.end <= fact.sentence.end
    assert {name: getattr(fact, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("kind", "surface", "values", "words"),
    [
        ("organization", "", {}, "text: expected at least one character"),
        ("organization", "Nowhere", {}, "text: the article does not read 'Nowhere' anywhere"),
        ("organization", "Harbor", {}, "text: 'Harbor' stands 2 times in the article; give start=, one of 0, 31"),
        ("organization", "Harbor", {"start": "5"}, "start: the article reads 'r trad' at 5, not 'Harbor'"),
        ("money", "billion", {"value": "5", "currency": "yuan"}, "currency: expected what fits"),
        ("quantity", "14", {}, "a number that is 'exact' states value"),
    ],
)
def test_a_fact_that_cannot_be_added_is_told(kind: str, surface: str, values: dict[str, str], words: str) -> None:
    with pytest.raises(LedgerError) as told:
        added(kind, surface, values, text=TEXT, digest=DIGEST, others=())
    assert words in str(told.value)
