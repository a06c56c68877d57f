"""Events with known days, as dates of statements."""

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.dates import date_facts, find_times
from wirefacts.mentions.passage import passage_of

CONGRESS = "18th National Congress of the Communist Party of China"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Since the 18th CPC National Congress, it has grown.",
            f"18th CPC National Congress = period 2012-11-08/.. [2012-11-08..-] day, open end, {CONGRESS}",
        ),
        (
            "Since the 18th National Congress of the CPC, it has grown.",
            f"18th National Congress of the CPC = period 2012-11-08/.. [2012-11-08..-] day, open end, {CONGRESS}",
        ),
        (
            "Since the Eighteenth National Congress of the Communist Party of China, it has grown.",
            f"Eighteenth National Congress of the Communist Party of China = period 2012-11-08/.. [2012-11-08..-] day, open end, {CONGRESS}",
        ),
        (
            "It met during the 18th CPC National Congress.",
            f"18th CPC National Congress = period 2012-11-08/2012-11-14 [2012-11-08..2012-11-14] day, {CONGRESS}",
        ),
        (
            "It was done ahead of the 18th CPC National Congress.",
            f"18th CPC National Congress = period 2012-11-08/2012-11-14 [2012-11-08..2012-11-14] day, {CONGRESS}",
        ),
        (
            "During the 13th Five-Year Plan period, it grew.",
            "13th Five-Year Plan = period 2016/2020 [2016-01-01..2020-12-31] year, 13th Five-Year Plan",
        ),
        (
            "At the end of the 13th Five-Year Plan period it stood.",
            "the end of the 13th Five-Year Plan = period 2016/2020 [-..2020-12-31] year, end, 13th Five-Year Plan",
        ),
        (
            "Since the reform and opening-up, it has grown.",
            "reform and opening-up = period 1978-12-18/.. [1978-12-18..-] day, open end, reform and opening-up",
        ),
        (
            "After China's entry into the WTO it grew.",
            "China's entry into the WTO = date 2001-12-11 [2001-12-11..2001-12-11] day, entry of China into the World Trade Organization",
        ),
    ],
)
def test_an_event_dates_a_statement(dates: Callable[..., list[str]], text: str, expected: str) -> None:
    assert dates(text) == [expected]


def test_an_event_that_dates_nothing_is_no_fact(dates: Callable[..., list[str]]) -> None:
    assert dates("The 14th Five-Year Plan sets goals.") == []


def test_years_beside_a_plan_are_their_own_fact(dates: Callable[..., list[str]]) -> None:
    assert [fact.split(" = ")[0] for fact in dates("In the 13th Five-Year Plan (2016-20) it grew.")] == ["13th Five-Year Plan", "2016-20"]


def test_a_users_events_count(tmp_path: Path, nlp: Language) -> None:
    (tmp_path / "events.toml").write_text(
        '[[events]]\nname = "Great Fire of Newport"\nspellings = ["great fire"]\nfirst = 1999-05-03\nlast = 1999-05-04\n', encoding="utf-8"
    )
    text = "Since the great fire, it has grown."
    found = passage_of(text, [(0, nlp(text))], lexicon=Lexicon(tmp_path))
    assert [fact.timex for fact in date_facts(found, find_times(found)) if fact.kind == "date"] == ["1999-05-03/.."]
