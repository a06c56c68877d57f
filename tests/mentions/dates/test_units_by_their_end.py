"""Quarters and other units that are named by their last month or day, and the same of a year before."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.dates import TimeMention


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2023-05-18", "Profit rose in the March quarter.", ["the March quarter = date 2023-Q1 [2023-01-01..2023-03-31] quarter"]),
        ("2023-05-18", "Profit rose in the December quarter.", ["the December quarter = date 2022-Q4 [2022-10-01..2022-12-31] quarter"]),
        (
            "2023-05-18",
            "Profit rose in the June quarter of last year.",
            ["the June quarter of last year = date 2022-Q2 [2022-04-01..2022-06-30] quarter"],
        ),
        (
            "2023-05-18",
            "Profit rose in the quarter ended March 31.",
            ["the quarter ended March 31 = date 2023-Q1 [2023-01-01..2023-03-31] quarter"],
        ),
        (
            "2023-05-18",
            "Profit rose in the quarter ended July 31, 2022. In the quarter, sales fell.",
            [
                "the quarter ended July 31, 2022 = period 2022-05/2022-07 [2022-05-01..2022-07-31] quarter",
                "the quarter = period 2022-05/2022-07 [2022-05-01..2022-07-31] quarter",
            ],
        ),
        (
            "2023-05-18",
            "Profit rose in the first quarter ended June 30, 2022.",
            ["the first quarter ended June 30, 2022 = date 2022-Q2 [2022-04-01..2022-06-30] quarter"],
        ),
        (
            "2020-10-31",
            "Sales of the year ended Jan. 31 fell.",
            ["the year ended Jan. 31 = period 2019-02/2020-01 [2019-02-01..2020-01-31] year"],
        ),
        (
            "2020-10-31",
            "Sales of the six months ended Aug. 12 fell.",
            ["the six months ended Aug. 12 = period 2020-02-13/2020-08-12 [2020-02-13..2020-08-12] month"],
        ),
        (
            "2023-05-18",
            "Sales in the three months to March rose.",
            ["the three months to March = period 2023-01/2023-03 [2023-01-01..2023-03-31] month"],
        ),
        ("2023-05-18", "Loans grew in the week to May 5.", ["the week to May 5 = period 2023-04-29/2023-05-05 [2023-04-29..2023-05-05] week"]),
        (
            "2023-05-18",
            "In the fiscal year ending March 31, 2024, sales may rise.",
            ["the fiscal year ending March 31, 2024 = period 2023-04/2024-03 [2023-04-01..2024-03-31] year"],
        ),
        (
            "2023-05-18",
            "Profit was 1,200 crore rupees in the January-March quarter, compared with 1,105 crore in the same quarter last year.",
            [
                "the January-March quarter = date 2023-Q1 [2023-01-01..2023-03-31] quarter",
                "the same quarter last year = date 2022-Q1 [2022-01-01..2022-03-31] quarter",
            ],
        ),
        (
            "2023-05-18",
            "Profit rose in the June quarter, from 5 million in the same quarter a year ago.",
            [
                "the June quarter = date 2022-Q2 [2022-04-01..2022-06-30] quarter",
                "the same quarter a year ago = date 2021-Q2 [2021-04-01..2021-06-30] quarter",
            ],
        ),
        (
            "2023-05-18",
            "Output rose in April over the same period a year earlier.",
            ["April = date 2023-04 [2023-04-01..2023-04-30] month", "the same period a year earlier = date 2022-04 [2022-04-01..2022-04-30] month"],
        ),
    ],
)
def test_named_by_their_end(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Profit fell in the December quarter to 1 million, down from 2 million a year ago.", "2021-Q4"),
        ("Output was 5 million tonnes in April, up from 4 million a year ago.", "2022-04"),
        ("Profit rose in the quarter ended March 31 from a year earlier.", "2022-Q1"),
    ],
)
def test_a_comparison_is_with_the_same_unit_a_year_before(times: Callable[..., list[tuple[str, TimeMention]]], text: str, timex: str) -> None:
    _, compared = times(text, "2023-05-18")[-1]
    assert (compared.role, compared.value.timex) == ("basis", timex)


def test_a_year_ago_after_a_place_compares_nothing(dates: Callable[..., list[str]]) -> None:
    assert dates("He moved from Paris a year ago.") == ["a year ago = date 2019 [2019-01-01..2019-12-31] year"]
