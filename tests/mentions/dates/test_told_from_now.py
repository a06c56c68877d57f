"""Points and stretches told from now."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2020-11-18", "It did well last year.", ["last year = date 2019 [2019-01-01..2019-12-31] year"]),
        (
            "2020-11-18",
            "It did well this year and earlier this year.",
            ["this year = date 2020 [2020-01-01..2020-12-31] year", "earlier this year = date 2020 [2020-01-01..2020-12-31] year"],
        ),
        ("2020-11-18", "It arrived two weeks ago.", ["two weeks ago = date 2020-W45 [2020-11-02..2020-11-08] week"]),
        ("2020-11-18", "It has 600 workers, up from 140 six years ago.", ["six years ago = date 2014 [2014-01-01..2014-12-31] year"]),
        ("2020-11-18", "It grows through 2025.", ["2025 = period ../2025 [-..2025-12-31] year, open start"]),
        ("2020-11-18", "It was founded nearly four years ago.", ["nearly four years ago = date 2016 [2016-01-01..2016-12-31] year, approximate"]),
        ("2020-11-18", "Sales were lower than 18 months ago.", ["18 months ago = date 2019-05 [2019-05-01..2019-05-31] month"]),
        ("2020-11-18", "It will be ready ten years from now.", ["ten years from now = date 2030 [2030-01-01..2030-12-31] year"]),
        ("2020-11-18", "They came this past Friday.", ["this past Friday = date 2020-11-13 [2020-11-13..2020-11-13] day"]),
        ("2020-11-18", "They came yesterday.", ["yesterday = date 2020-11-17 [2020-11-17..2020-11-17] day"]),
        ("2020-11-18", "They came the day before yesterday.", ["the day before yesterday = date 2020-11-16 [2020-11-16..2020-11-16] day"]),
        ("2020-11-18", "It did well the year before last.", ["the year before last = date 2018 [2018-01-01..2018-12-31] year"]),
        (
            "2020-11-18",
            "It slowed this quarter and next month.",
            ["this quarter = date 2020-Q4 [2020-10-01..2020-12-31] quarter", "next month = date 2020-12 [2020-12-01..2020-12-31] month"],
        ),
        ("2020-11-18", "Over the past decade it has changed.", ["the past decade = period 2010/2020 [2010-01-01..2020-12-31] decade"]),
        ("2020-11-18", "Over the past 10 years it has changed.", ["the past 10 years = period 2010/2020 [2010-01-01..2020-12-31] year"]),
        (
            "2020-11-18",
            "Over the past two months it has changed.",
            ["the past two months = period 2020-09-18/2020-11-18 [2020-09-18..2020-11-18] month"],
        ),
        ("2020-11-18", "Over the past week it has changed.", ["the past week = period 2020-11-11/2020-11-18 [2020-11-11..2020-11-18] week"]),
        ("2020-11-18", "Over the past year it has changed.", ["the past year = period 2019/2020 [2019-01-01..2020-12-31] year"]),
        ("2020-11-18", "It will change in the coming 30 years.", ["the coming 30 years = period 2020/2050 [2020-01-01..2050-12-31] year"]),
        ("2020-11-18", "So far this year it has sold 5 million.", ["So far this year = period 2020-01-01/2020-11-18 [2020-01-01..2020-11-18] year"]),
        ("2020-11-18", "Late last month it closed.", ["Late last month = date 2020-10 [2020-10-01..2020-10-31] month, end"]),
        ("2020-11-18", "The plant will be sold in five years.", ["five years = date 2025 [2025-01-01..2025-12-31] year"]),
        ("2020-11-18", "Talks will resume in two days.", ["two days = date 2020-11-20 [2020-11-20..2020-11-20] day"]),
        ("2020-11-18", "It will open 300 shops in five years.", ["five years = duration P5Y [-..-] year"]),
        ("2020-11-18", "The plant was built in five years.", ["five years = duration P5Y [-..-] year"]),
        ("2020-11-18", "It rained last night.", ["last night = date 2020-11-17TNI [2020-11-17..2020-11-17] time"]),
        ("2020-11-18", "The firm must pay it in January.", ["January = date 2021-01 [2021-01-01..2021-01-31] month"]),
        ("2020-11-18", "It lost money last quarter.", ["last quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter"]),
        (
            "2020-11-18",
            "It lost money in the last quarter, and in the last quarter of 2019.",
            [
                "the last quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter",
                "the last quarter of 2019 = date 2019-Q4 [2019-10-01..2019-12-31] quarter",
            ],
        ),
        (
            "2020-11-18",
            "It closed on the last day of October, in the last week of that month.",
            [
                "the last day of October = date 2020-10-31 [2020-10-31..2020-10-31] day",
                "the last week of that month = date 2020-W44 [2020-10-26..2020-11-01] week",
            ],
        ),
        ("2020-11-18", "They met two Sundays ago.", ["two Sundays ago = date 2020-11-08 [2020-11-08..2020-11-08] day"]),
        (
            "2020-11-18",
            "They meet a week from Tuesday, and six months from today.",
            [
                "a week from Tuesday = date 2020-12-01 [2020-12-01..2020-12-01] day",
                "six months from today = date 2021-05 [2021-05-01..2021-05-31] month",
            ],
        ),
        (
            "2020-11-18",
            "It ran for two days from today.",
            ["two days = duration P2D [-..-] day", "today = date 2020-11-18 [2020-11-18..2020-11-18] day"],
        ),
        (
            "2020-11-18",
            "It opened last Christmas and will close next Thanksgiving.",
            ["last Christmas = date 2019-12-25 [2019-12-25..2019-12-25] day", "next Thanksgiving = date 2020-11-26 [2020-11-26..2020-11-26] day"],
        ),
        ("2020-11-18", "It will open this coming Friday.", ["this coming Friday = date 2020-11-20 [2020-11-20..2020-11-20] day"]),
        (
            "2020-11-18",
            "They met two years ago this month, a week ago today and ten years ago Tuesday.",
            [
                "two years ago this month = date 2018-11 [2018-11-01..2018-11-30] month",
                "a week ago today = date 2020-11-11 [2020-11-11..2020-11-11] day",
                "ten years ago Tuesday = date 2010-11-17 [2010-11-17..2010-11-17] day",
            ],
        ),
        ("2020-11-18", "It rained this past May.", ["this past May = date 2020-05 [2020-05-01..2020-05-31] month"]),
        ("2020-11-18", "The year to date was good.", ["The year to date = period 2020-01-01/2020-11-18 [2020-01-01..2020-11-18] year"]),
        ("2020-11-18", "It ended the day after Labor Day.", ["the day after Labor Day = date 2020-09-08 [2020-09-08..2020-09-08] day"]),
        (
            "2020-11-18",
            "It opened last October, and grew last September.",
            ["last October = date 2019-10 [2019-10-01..2019-10-31] month", "last September = date 2020-09 [2020-09-01..2020-09-30] month"],
        ),
        (
            "2020-11-18",
            "Today the firm employs 300, and today it opened a shop.",
            ["Today = date PRESENT_REF [-..-] -", "today = date 2020-11-18 [2020-11-18..2020-11-18] day"],
        ),
        ("2020-11-18", "The past winter was cold.", ["The past winter = date 2019-WI [-..-] season"]),
    ],
)
def test_told_from_now(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
