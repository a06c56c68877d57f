"""What holds for every temporal expression: offsets, order, a dateline, time linear in length."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.mentions.dates import date_facts, find_times
from wirefacts.mentions.passage import Passage, passage_of
from wirefacts.records import Block, Layout, fact_from

_BLANK = spacy.blank("en")

LinearTime = Callable[[Callable[[int], object], int], None]

VOCABULARY = """
the first last next past this that same 10 two months year quarter of in to and from between since by until May Jan. 25 2019 2016-20 1990s '80s Friday
morning at 13:00 p.m. ago earlier a half period every end late mid - , . ( ) years decades now so far 18th CPC National Congress 9999 1000 century
ended to six March will 19th week days Feb. 29 30 0 99/99/2020 2020-02-30 seconds ٣ ½ second nineteen ninety three hundred
"""

WORDS = st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n"]), max_size=25).map(" ".join)


def _passage(text: str, published: dt.date | None) -> Passage:
    return passage_of(text, [(0, _BLANK(text))], published=published)


@settings(deadline=None, max_examples=400)
@given(st.one_of(WORDS, st.text(max_size=80)), st.one_of(st.none(), st.dates(), st.just(dt.date(1, 1, 1)), st.just(dt.date(9999, 12, 31))))
def test_any_text_gives_ordered_facts_that_round_trip(text: str, published: dt.date | None) -> None:
    passage = _passage(text, published)
    times = find_times(passage)
    assert all(0 <= time.start < time.end <= len(text) for time in times)
    assert all(before.end <= after.start for before, after in pairwise(times))
    for fact in date_facts(passage, times):
        assert fact_from(fact.model_dump(mode="json"), text) == fact


def test_a_dateline_resolves_days_and_the_publication_date_the_rest(dates: Callable[..., list[str]]) -> None:
    layout = Layout(dateline=dt.date(2020, 12, 31))
    assert dates("Exports rose last year, it said on Thursday, and fell yesterday.", "2021-01-01", layout) == [
        "last year = date 2020 [2020-01-01..2020-12-31] year",
        "Thursday = date 2020-12-31 [2020-12-31..2020-12-31] day",
        "yesterday = date 2020-12-30 [2020-12-30..2020-12-30] day",
    ]


def test_a_caption_tells_of_the_past(dates: Callable[..., list[str]]) -> None:
    text = "A visitor looks at a car in December."
    layout = Layout(blocks=(Block(part="caption", start=0, end=len(text)),))
    assert dates(text, "2020-11-18", layout) == ["December = date 2019-12 [2019-12-01..2019-12-31] month"]
    assert dates(text, "2020-11-18") == ["December = date 2020-12 [2020-12-01..2020-12-31] month"]


def test_without_a_publication_date_the_datelines_day_serves(dates: Callable[..., list[str]]) -> None:
    layout = Layout(dateline=dt.date(2020, 12, 31))
    assert dates("It said so on Thursday, and grew last year.", None, layout) == [
        "Thursday = date 2020-12-31 [2020-12-31..2020-12-31] day",
        "last year = date 2019 [2019-01-01..2019-12-31] year",
    ]


def test_parts_of_a_period_carry_their_offsets() -> None:
    text = "Between 2013 and last year it rose."
    passage = _passage(text, dt.date(2022, 7, 19))
    (fact,) = date_facts(passage, find_times(passage))
    assert fact.kind == "date"
    assert [(part.text, part.timex) for part in fact.parts] == [("2013", "2013"), ("last year", "2021")]
    assert [text[part.start : part.end] for part in fact.parts] == ["2013", "last year"]


@pytest.mark.parametrize(
    "repeated",
    [
        "last year ",
        "May and ",
        "the first ",
        "2016-",
        "18th ",
        "one hundred ",
        "the same period last year ",
        "a year earlier ",
        "2 million a year ago ",
        "12 ",
        "x",
    ],
)
def test_time_grows_with_length(repeated: str, takes_linear_time: LinearTime) -> None:
    takes_linear_time(lambda copies: find_times(_passage(repeated * copies, dt.date(2022, 7, 19))), 1000)
