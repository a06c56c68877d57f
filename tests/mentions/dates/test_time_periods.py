"""Periods with parts, and periods with one end."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2020-11-18", "Between Jan. 1 and Nov. 17 it rose.", ["Jan. 1 and Nov. 17 = period 2020-01-01/2020-11-17 [2020-01-01..2020-11-17] day"]),
        ("2020-11-18", "From January to October it rose.", ["January to October = period 2020-01/2020-10 [2020-01-01..2020-10-31] month"]),
        ("2020-11-18", "It rose in Jan.-Aug. this year.", ["Jan.-Aug. this year = period 2020-01/2020-08 [2020-01-01..2020-08-31] month"]),
        ("2020-11-18", "During the Jan-Aug period it rose.", ["the Jan-Aug period = period 2020-01/2020-08 [2020-01-01..2020-08-31] month"]),
        (
            "2020-11-18",
            "In the January-October period of 2019 it rose.",
            ["the January-October period of 2019 = period 2019-01/2019-10 [2019-01-01..2019-10-31] month"],
        ),
        ("2020-11-18", "It is held from July 17 to 22.", ["July 17 to 22 = period 2020-07-17/2020-07-22 [2020-07-17..2020-07-22] day"]),
        ("2020-11-18", "It is held on July 17-22, 2019.", ["July 17-22, 2019 = period 2019-07-17/2019-07-22 [2019-07-17..2019-07-22] day"]),
        ("2020-11-18", "It was held from Sept. 9 to Oct. 8.", ["Sept. 9 to Oct. 8 = period 2020-09-09/2020-10-08 [2020-09-09..2020-10-08] day"]),
        (
            "2020-11-18",
            "It ran from Dec. 20, 2019 to Jan. 5.",
            ["Dec. 20, 2019 to Jan. 5 = period 2019-12-20/2020-01-05 [2019-12-20..2020-01-05] day"],
        ),
        (
            "2020-11-18",
            "It ran from December to February 2020.",
            ["December to February 2020 = period 2019-12/2020-02 [2019-12-01..2020-02-29] month"],
        ),
        ("2020-11-18", "Between 2013 and last year it rose.", ["2013 and last year = period 2013/2019 [2013-01-01..2019-12-31] year"]),
        ("2020-11-18", "The plan (2016-20) was met.", ["2016-20 = period 2016/2020 [2016-01-01..2020-12-31] year"]),
        ("2020-11-18", "From 2016 to 2020 it rose.", ["2016 to 2020 = period 2016/2020 [2016-01-01..2020-12-31] year"]),
        (
            "2020-11-18",
            "It rose in the first three quarters of this year.",
            ["the first three quarters of this year = period 2020-Q1/2020-Q3 [2020-01-01..2020-09-30] quarter"],
        ),
        ("2020-11-18", "It rose in the first 10 months.", ["the first 10 months = period 2020-01/2020-10 [2020-01-01..2020-10-31] month"]),
        (
            "2020-11-18",
            "Goals from now to the middle of the 21st century",
            ["now to the middle of the 21st century = period 2020-11-18/20 [2020-11-18..-] century"],
        ),
        (
            "2020-11-18",
            "From 2016 to 2020 exports rose.",
            ["2016 to 2020 = period 2016/2020 [2016-01-01..2020-12-31] year"],
        ),
        ("2020-11-18", "Output rose from 2016 to 2020 units.", ["2016 = date 2016 [2016-01-01..2016-12-31] year"]),
        (
            "2020-11-18",
            "It grew from the end of 2017 to the beginning of 2020.",
            ["the end of 2017 to the beginning of 2020 = period 2017/2020 [2017-12-31..2020-01-01] year"],
        ),
        ("2020-11-18", "Since 1990, it has grown.", ["1990 = period 1990/.. [1990-01-01..-] year, open end"]),
        ("2020-11-18", "Since May, it has grown.", ["May = period 2020-05/.. [2020-05-01..-] month, open end"]),
        ("2020-11-18", "Since late January, it has grown.", ["late January = period 2020-01/.. [2020-01-01..-] month, open end, end"]),
        ("2020-11-18", "It will open by Dec. 15.", ["Dec. 15 = period ../2020-12-15 [-..2020-12-15] day, open start"]),
        ("2020-11-18", "It will open by 2035.", ["2035 = period ../2035 [-..2035-12-31] year, open start"]),
        ("2020-11-18", "It will be done by the end of December.", ["the end of December = period ../2020-12 [-..2020-12-31] month, open start, end"]),
        ("2020-11-18", "As of September this year, it had 50 plants.", ["September this year = period ../2020-09 [-..2020-09-30] month, open start"]),
        ("2020-11-18", "It stays closed until 2025.", ["2025 = period ../2025 [-..2025-12-31] year, open start"]),
        ("2020-11-18", "The vote was postponed until Monday.", ["Monday = period ../2020-11-23 [-..2020-11-23] day, open start"]),
        ("2020-11-18", "The strike lasted until Monday.", ["Monday = period ../2020-11-16 [-..2020-11-16] day, open start"]),
        ("2020-11-18", "Since Nov. 20, it has grown.", ["Nov. 20 = period 2019-11-20/.. [2019-11-20..-] day, open end"]),
        ("2020-11-18", "Since the start of 2020, it has grown.", ["the start of 2020 = period 2020/.. [2020-01-01..-] year, open end, start"]),
        ("2020-11-18", "The tax will rise from January.", ["January = period 2021-01/.. [2021-01-01..-] month, open end"]),
        ("2020-11-18", "The tax rose from January.", ["January = date 2020-01 [2020-01-01..2020-01-31] month"]),
        ("2020-11-18", "The debt was 5 million yuan as of Oct. 25.", ["Oct. 25 = date 2020-10-25 [2020-10-25..2020-10-25] day"]),
        ("2020-11-18", "The debt was 5 million yuan as of October.", ["October = period ../2020-10 [-..2020-10-31] month, open start"]),
        ("2020-11-18", "It stayed dry all through October.", ["October = date 2020-10 [2020-10-01..2020-10-31] month"]),
        (
            "2020-11-18",
            "It sold 5 million tonnes through the first seven months of the year.",
            ["the first seven months of the year = period 2020-01/2020-07 [2020-01-01..2020-07-31] month"],
        ),
        (
            "2020-11-18",
            "It ran from Dec. 3, 2019, to Aug. 10 this year.",
            ["Dec. 3, 2019, to Aug. 10 this year = period 2019-12-03/2020-08-10 [2019-12-03..2020-08-10] day"],
        ),
        ("2020-11-18", "Receipts fell in the April-to-June quarter.", ["the April-to-June quarter = date 2020-Q2 [2020-04-01..2020-06-30] quarter"]),
        ("2020-11-18", "Fares rose with effect from July 1.", ["July 1 = period 2020-07-01/.. [2020-07-01..-] day, open end"]),
        (
            "2020-11-18",
            "Fares rise over two years, beginning Jan. 1.",
            ["two years = duration P2Y [-..-] year", "Jan. 1 = period 2021-01-01/.. [2021-01-01..-] day, open end"],
        ),
        ("2020-11-18", "It will be done by the middle of next year.", ["the middle of next year = period ../2021 [-..-] year, open start, mid"]),
        (
            "2020-11-18",
            "It rose in the three months through May.",
            ["the three months through May = period 2020-03/2020-05 [2020-03-01..2020-05-31] month"],
        ),
        ("2020-11-18", "It rose in the year through June.", ["the year through June = period 2019-07/2020-06 [2019-07-01..2020-06-30] year"]),
        (
            "2020-11-18",
            "It rose in the 12 months to June, in last year's prices.",
            ["the 12 months to June = period 2019-07/2020-06 [2019-07-01..2020-06-30] month", "last year = date 2019 [2019-01-01..2019-12-31] year"],
        ),
        ("2020-11-18", "It rose from May onwards.", ["May = period 2020-05/.. [2020-05-01..-] month, open end"]),
        (
            "2020-11-18",
            "It rose from July 3, 2019, and goes on, starting from July 1, 2019.",
            ["July 3, 2019 = date 2019-07-03 [2019-07-03..2019-07-03] day", "July 1, 2019 = period 2019-07-01/.. [2019-07-01..-] day, open end"],
        ),
        ("2020-11-18", "It gives 3 billion yuan per year starting 2024.", ["2024 = period 2024/.. [2024-01-01..-] year, open end"]),
        (
            "2020-11-18",
            "It rose in the January-September period.",
            ["the January-September period = period 2020-01/2020-09 [2020-01-01..2020-09-30] month"],
        ),
        ("2020-11-18", "It will be linked to the grid before June 30.", ["June 30 = period ../2021-06-30 [-..2021-06-30] day, open start"]),
        ("2020-11-18", "Sales had risen before 2019.", ["2019 = date 2019 [2019-01-01..2019-12-31] year"]),
        (
            "2020-11-18",
            "It rose in the year to end-June, and in 2015~2019.",
            [
                "the year to end-June = period 2019-07/2020-06 [2019-07-01..2020-06-30] year",
                "2015~2019 = period 2015/2019 [2015-01-01..2019-12-31] year",
            ],
        ),
    ],
)
def test_periods(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
