"""Lengths, recurring times and vague references."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2020-11-18", "It lasted more than 10 years.", ["more than 10 years = duration P10Y [-..-] year, more_than"]),
        ("2020-11-18", "It took around 12 days.", ["around 12 days = duration P12D [-..-] day, approximate"]),
        ("2020-11-18", "The 13-hour flight was full.", ["13-hour = duration PT13H [-..-] time"]),
        ("2020-11-18", "It held a month-long show.", ["month-long = duration P1M [-..-] month"]),
        ("2020-11-18", "It took nearly two years.", ["nearly two years = duration P2Y [-..-] year, approximate"]),
        ("2020-11-18", "It took decades of work.", ["decades = duration PXDE [-..-] decade"]),
        ("2020-11-18", "It took several months.", ["several months = duration PXM [-..-] month"]),
        ("2020-11-18", "It took two to three weeks.", ["two to three weeks = duration P2W [-..-] week"]),
        ("2020-11-18", "It took 2 1/2 years.", ["2 1/2 years = duration P2Y6M [-..-] year"]),
        ("2020-11-18", "It took 2.75 hours.", ["2.75 hours = duration PT2.75H [-..-] time"]),
        ("2020-11-18", "It took a year and a half.", ["a year and a half = duration P1Y6M [-..-] year"]),
        ("2020-11-18", "It took half a year.", ["half a year = duration P6M [-..-] year"]),
        ("2020-11-18", "It took at least a fortnight.", ["at least a fortnight = duration P2W [-..-] week, at_least"]),
        ("2020-11-18", "It runs every day.", ["every day = set P1D [-..-] day"]),
        ("2020-11-18", "It meets every Thursday.", ["every Thursday = set XXXX-WXX-4 [-..-] day"]),
        ("2020-11-18", "It meets every two years.", ["every two years = set P2Y [-..-] year"]),
        (
            "2020-11-18",
            "In recent years, it has recently and now grown.",
            ["recent years = date PAST_REF [-..-] -", "recently = date PAST_REF [-..-] -", "now = date PRESENT_REF [-..-] -"],
        ),
        (
            "2020-11-18",
            "At present it is small. So far it is good. To date it sold two.",
            ["At present = date PRESENT_REF [-..-] -", "So far = date PRESENT_REF [-..-] -", "To date = date PRESENT_REF [-..-] -"],
        ),
        (
            "2020-11-18",
            "In the past it was poor, in the future it will be rich, and soon.",
            ["the past = date PAST_REF [-..-] -", "the future = date FUTURE_REF [-..-] -", "soon = date FUTURE_REF [-..-] -"],
        ),
        ("2020-11-18", "It will grow in the coming years.", ["the coming years = date FUTURE_REF [-..-] -"]),
        ("2020-11-18", "The firm spends 5 million yuan over three years.", ["three years = duration P3Y [-..-] year"]),
        ("2020-11-18", "It lasted over a three-year period.", ["a three-year period = duration P3Y [-..-] year"]),
        ("2020-11-18", "It meets every other day.", ["every other day = set P2D [-..-] day"]),
        ("2020-11-18", "It grew in recent weeks and months.", ["recent weeks and months = date PAST_REF [-..-] -"]),
        ("2020-11-18", "It will be over in the next day or two.", ["the next day or two = date FUTURE_REF [-..-] -"]),
        ("2020-11-18", "The weeks ahead will be hard.", ["The weeks ahead = date FUTURE_REF [-..-] -"]),
        ("2020-11-18", "It will grow in the next few years.", ["the next few years = date FUTURE_REF [-..-] -"]),
        (
            "2020-11-18",
            "It took two-and-a-half years, then two-and-one-half years.",
            ["two-and-a-half years = duration P2Y6M [-..-] year", "two-and-one-half years = duration P2Y6M [-..-] year"],
        ),
        (
            "2020-11-18",
            "It was a weeklong fair with a half-hour show, after a daylong drive.",
            ["weeklong = duration P1W [-..-] week", "half-hour = duration PT30M [-..-] time", "daylong = duration P1D [-..-] day"],
        ),
        ("2020-11-18", "The rate on the latest three-month bills fell.", ["three-month = duration P3M [-..-] month"]),
        ("2020-11-18", "The Reagan years were long, the busiest weeks short.", []),
        ("2020-11-18", "It grew in a single year.", ["a single year = duration P1Y [-..-] year"]),
        (
            "2020-11-18",
            "They will one day be rich. One day he left. It took one day.",
            ["one day = date FUTURE_REF [-..-] -", "One day = date PAST_REF [-..-] -", "one day = duration P1D [-..-] day"],
        ),
        (
            "2020-11-18",
            "Some time ago, long ago, someday, for the time being.",
            [
                "Some time ago = date PAST_REF [-..-] -",
                "long ago = date PAST_REF [-..-] -",
                "someday = date FUTURE_REF [-..-] -",
                "the time being = date PRESENT_REF [-..-] -",
            ],
        ),
        (
            "2020-11-18",
            "They meet every summer, every December and on the first Monday of each month.",
            [
                "every summer = set XXXX-SU [-..-] season",
                "every December = set XXXX-12 [-..-] month",
                "the first Monday of each month = set P1M [-..-] month",
            ],
        ),
        ("2020-11-18", "It stood for 28 years, two months and 27 days.", ["28 years, two months and 27 days = duration P28Y2M27D [-..-] day"]),
        ("2020-11-18", "It took two minutes and 15 seconds.", ["two minutes and 15 seconds = duration PT2M15S [-..-] time"]),
        ("2020-11-18", "It took two days and three years.", ["two days = duration P2D [-..-] day", "three years = duration P3Y [-..-] year"]),
        (
            "2020-11-18",
            "It lasted a quarter of a century, or a quarter-century.",
            ["a quarter of a century = duration P25Y [-..-] century", "a quarter-century = duration P25Y [-..-] century"],
        ),
        ("2020-11-18", "It died within hours. Hours later it rose.", ["hours = duration PTXH [-..-] time", "Hours = duration PTXH [-..-] time"]),
        (
            "2020-11-18",
            "He came every half hour, and every Christmas.",
            ["every half hour = set PT30M [-..-] time", "every Christmas = set XXXX-12-25 [-..-] day"],
        ),
        ("2020-11-18", "It was so for some time, and for a while.", ["some time = duration PXM [-..-] -", "a while = duration PXX [-..-] -"]),
        (
            "2020-11-18",
            "There comes a day. It took a day. A day later he left.",
            ["a day = duration P1D [-..-] day", "A day later = date - [-..-] day"],
        ),
        ("2020-11-18", "In those days he declared a day of mourning.", ["those days = date PAST_REF [-..-] -"]),
        (
            "2020-11-18",
            "It took two hundred and fifty years, a hundred days, a dozen weeks and half a dozen hours.",
            [
                "two hundred and fifty years = duration P250Y [-..-] year",
                "a hundred days = duration P100D [-..-] day",
                "a dozen weeks = duration P12W [-..-] week",
                "half a dozen hours = duration PTXH [-..-] time",
            ],
        ),
        (
            "2020-11-18",
            "It took a half hour, and five-to-seven years.",
            ["a half hour = duration PT30M [-..-] time", "five-to-seven years = duration P5Y [-..-] year"],
        ),
        ("2020-11-18", "They trained for 2200 hours.", ["2200 hours = duration PT2200H [-..-] time"]),
        (
            "2020-11-18",
            "It was cut from 70 to 30 days, and takes from 30 to 70 days.",
            ["30 days = duration P30D [-..-] day", "30 to 70 days = duration P30D [-..-] day"],
        ),
        ("2020-11-18", "It took just over half a year.", ["just over half a year = duration P6M [-..-] year, more_than"]),
        (
            "2020-11-18",
            "It is better than in previous years, and the previous weeks were bad.",
            ["previous years = date PAST_REF [-..-] -", "the previous weeks = date PAST_REF [-..-] -"],
        ),
        (
            "2020-11-18",
            "Sales usually peak in December, and most is normally sold in the second quarter.",
            ["December = set XXXX-12 [-..-] month", "the second quarter = set XXXX-Q2 [-..-] quarter"],
        ),
        ("2020-11-18", "It was usually sold in December.", ["December = date 2019-12 [2019-12-01..2019-12-31] month"]),
    ],
)
def test_lengths_and_references(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
