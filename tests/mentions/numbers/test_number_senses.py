"""What is no quantity, decided by structure."""

from collections.abc import Callable
from typing import Any

import pytest

MentionsOf = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "senses"),
    [
        ("It was the 18th fair.", ["ordinal"]),
        ("It is the second largest port.", ["ordinal"]),
        ("It is No 1 in trade.", ["name"]),
        ("Leave at gate No. 7 now.", ["name"]),
        ("Trade grew in 2021.", ["year"]),
        ("The 2022 budget passed.", ["year"]),
        ("It began at 8:30 today.", ["time"]),
        ("It began at 5 p.m. today.", ["time"]),
        ("It began on May 5.", ["time"]),
        ("The G20 met.", ["name"]),
        ("The 5G network grew.", ["name"]),
        ("COVID-19 spread.", ["name"]),
        ("The Survey Agency (SA)-4 agreed.", ["name"]),
        ("It was noon (UTC+8).", ["name"]),
        ("A Boeing 737 landed.", ["name"]),
        ("The Type 054 frigate sailed.", ["name"]),
        ("They took Highway 101 north.", ["name"]),
        ("Many Fortune 500 companies came.", ["name"]),
        ("See Article 5 of it.", ["name"]),
        ("See page 12 there.", ["name"]),
        ("They won 3-1 at home.", ["score", "score"]),
        ("Call 010-8888-1234 now.", ["phone", "phone"]),
        ("1. Growth", ["enumerator"]),
        ("It is (2) growth.", ["enumerator"]),
        ("It is one of the largest ports.", ["pronoun"]),
        ("No one came.", ["pronoun"]),
        ("The 1980s were good.", ["time"]),
        ("Two-way trade grew.", ["name"]),
        ("It lasted 12 days.", ["duration"]),
        ("The Big Four met.", ["name"]),
        ("The zero-tariff policy helps.", ["name"]),
        ("It is a zero carbon city.", ["name"]),
        ("The depot stands off U.S. 35 now.", ["name"]),
        ("UPDATE 1-Cocoa prices fall.", ["name"]),
        ("It is in the Top 10 Liveable Cities now.", ["name"]),
        ("The bakers start at three in the morning.", ["time"]),
        ("He is the only one.", ["pronoun"]),
        ("He is the only one driver.", ["pronoun"]),
    ],
)
def test_no_quantity(mentions_of: MentionsOf, text: str, senses: list[str]) -> None:
    assert [mention.sense for mention in mentions_of(text)] == senses


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("One port closed.", "count"),
        ("It has zero branches.", "count"),
        ("The U.S. lost 35 factories.", "count"),
        ("It hired 2000 workers.", "count"),
        ("It sold 5-6 ships.", "count"),
        ("Sales rose sixfold.", "multiple"),
        ("In Shanghai 500 people came.", "count"),
        ("Of Sichuan's 183 counties most grew.", "count"),
        ("Its top ten cities grew.", "count"),
        ("Only one ferry sails there.", "count"),
        ("Sales passed the 2,000 mark.", "count"),
    ],
)
def test_quantity_after_all(mentions_of: MentionsOf, text: str, sense: str) -> None:
    assert [mention.sense for mention in mentions_of(text)] == [sense]


def test_numbers_in_brackets_behind_the_names_of_a_list_are_counts(mentions_of: MentionsOf) -> None:
    assert [mention.sense for mention in mentions_of("The most came from Austria (14), Spain (11) and China (9).")] == ["count"] * 3
    assert [mention.sense for mention in mentions_of("The rules are: (1) wait, (2) pay.")] == ["enumerator"] * 2


def test_numbers_in_times_and_names_are_none(mentions_of: MentionsOf) -> None:
    text = "In the first 10 months the 7 Days Group sold 300 beds."
    assert [m.sense for m in mentions_of(text, times=["first 10 months"], names=["7 Days Group"])][-1] == "count"
    assert "count" not in [m.sense for m in mentions_of(text, times=["first 10 months"], names=["7 Days Group"])][:-1]
