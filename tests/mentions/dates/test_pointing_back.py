"""Expressions that point back to others."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (
            "2020-11-18",
            "In 2018 he came. That year sales fell.",
            ["2018 = date 2018 [2018-01-01..2018-12-31] year", "That year = date 2018 [2018-01-01..2018-12-31] year"],
        ),
        (
            "2020-11-18",
            "Exports rose in October. They were up from the previous month.",
            ["October = date 2020-10 [2020-10-01..2020-10-31] month", "the previous month = date 2020-09 [2020-09-01..2020-09-30] month"],
        ),
        (
            "2020-11-18",
            "In September it hired 5, it said on Nov. 5. The number rose from 3 in the prior month.",
            [
                "September = date 2020-09 [2020-09-01..2020-09-30] month",
                "Nov. 5 = date 2020-11-05 [2020-11-05..2020-11-05] day",
                "the prior month = date 2020-08 [2020-08-01..2020-08-31] month",
            ],
        ),
        (
            "2020-11-18",
            "In October, exports rose 5 percent over the same period last year.",
            ["October = date 2020-10 [2020-10-01..2020-10-31] month", "the same period last year = date 2019-10 [2019-10-01..2019-10-31] month"],
        ),
        (
            "2020-11-18",
            "In 2019, exports rose 5 percent over the same period last year.",
            ["2019 = date 2019 [2019-01-01..2019-12-31] year", "the same period last year = date 2018 [2018-01-01..2018-12-31] year"],
        ),
        (
            "2020-11-18",
            "In the first 10 months, it rose over the same period last year and fell from the same period last year.",
            [
                "the first 10 months = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
                "the same period last year = period 2019-01/2019-10 [2019-01-01..2019-10-31] month",
                "the same period last year = period 2019-01/2019-10 [2019-01-01..2019-10-31] month",
            ],
        ),
        (
            "2020-11-18",
            "In the first half of 2020, it rose from the same period of 2018.",
            [
                "the first half of 2020 = date 2020-H1 [2020-01-01..2020-06-30] half",
                "the same period of 2018 = date 2018-H1 [2018-01-01..2018-06-30] half",
            ],
        ),
        (
            "2020-11-18",
            "It rose in the first 10 months. In the 10 months, imports fell.",
            [
                "the first 10 months = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
                "the 10 months = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
            ],
        ),
        (
            "2020-11-18",
            "It rose in the third quarter. In the quarter, imports fell.",
            ["the third quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter", "the quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter"],
        ),
        (
            "2020-11-18",
            "From January to October it rose. In the period, imports fell.",
            [
                "January to October = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
                "the period = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
            ],
        ),
        (
            "2020-11-18",
            "It opened on Nov. 3 and closed two days later.",
            ["Nov. 3 = date 2020-11-03 [2020-11-03..2020-11-03] day", "two days later = date 2020-11-05 [2020-11-05..2020-11-05] day"],
        ),
        (
            "2020-11-18",
            "In the first quarter of 2019 it rose; in the same quarter of 2018 it fell.",
            [
                "the first quarter of 2019 = date 2019-Q1 [2019-01-01..2019-03-31] quarter",
                "the same quarter of 2018 = date 2018-Q1 [2018-01-01..2018-03-31] quarter",
            ],
        ),
        (
            "2020-11-18",
            "In the first 10 months it rose. Sales rose 12 percent from the previous year during the period.",
            [
                "the first 10 months = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
                "the previous year = date 2019 [2019-01-01..2019-12-31] year",
                "the period = period 2020-01/2020-10 [2020-01-01..2020-10-31] month",
            ],
        ),
        (
            "2020-11-18",
            "It grew in the first half, three times the amount reached in the first half of 2018. In the same period, imports fell.",
            [
                "the first half = date 2020-H1 [2020-01-01..2020-06-30] half",
                "the first half of 2018 = date 2018-H1 [2018-01-01..2018-06-30] half",
                "the same period = date 2020-H1 [2020-01-01..2020-06-30] half",
            ],
        ),
        (
            "2020-11-18",
            "It opened in March. It grew and was sold. The following month it closed.",
            ["March = date 2020-03 [2020-03-01..2020-03-31] month", "The following month = date 2020-04 [2020-04-01..2020-04-30] month"],
        ),
        (
            "2020-11-18",
            "In 2017 trade rose 5 percent from 2015. That year it opened.",
            [
                "2017 = date 2017 [2017-01-01..2017-12-31] year",
                "2015 = date 2015 [2015-01-01..2015-12-31] year",
                "That year = date 2017 [2017-01-01..2017-12-31] year",
            ],
        ),
        ("2020-11-18", "The following year it closed.", ["The following year = date - [-..-] year"]),
        ("2020-11-18", "Five days later it closed.", ["Five days later = date - [-..-] day"]),
        ("2020-11-18", "Sales fell in the latest quarter.", ["the latest quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter"]),
        (
            "2020-11-18",
            "In the third quarter it made a loss of 2 million. It made 6 million, or 30 cents a unit, a year ago.",
            [
                "the third quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter",
                "a year ago = date 2019-Q3 [2019-07-01..2019-09-30] quarter",
            ],
        ),
        (
            "2020-11-18",
            "It opened on June 3. The same day, it closed.",
            ["June 3 = date 2020-06-03 [2020-06-03..2020-06-03] day", "The same day = date 2020-06-03 [2020-06-03..2020-06-03] day"],
        ),
        ("2020-11-18", "In the period, imports fell.", ["the period = date - [-..-] -"]),
        (
            "2020-11-18",
            "Growth may reach 3 percent in 2021 and 2 percent in the following two years.",
            ["2021 = date 2021 [2021-01-01..2021-12-31] year", "the following two years = period 2022/2023 [2022-01-01..2023-12-31] year"],
        ),
        (
            "2020-11-18",
            "In June prices rose. They had fallen in the previous three months.",
            [
                "June = date 2020-06 [2020-06-01..2020-06-30] month",
                "the previous three months = period 2020-03/2020-05 [2020-03-01..2020-05-31] month",
            ],
        ),
        (
            "2020-11-18",
            "Sales rose in September. The port shipped 5,000 tonnes in the month.",
            ["September = date 2020-09 [2020-09-01..2020-09-30] month", "the month = date 2020-09 [2020-09-01..2020-09-30] month"],
        ),
        (
            "2020-11-18",
            "It made 500 in January-February, more than in the same two months a year earlier.",
            [
                "January-February = period 2020-01/2020-02 [2020-01-01..2020-02-29] month",
                "the same two months a year earlier = period 2019-01/2019-02 [2019-01-01..2019-02-28] month",
            ],
        ),
        (
            "2020-11-18",
            "It made 5 million in 2019, faster than the growth seen in 2015. It had made 4 million the year before.",
            [
                "2019 = date 2019 [2019-01-01..2019-12-31] year",
                "2015 = date 2015 [2015-01-01..2015-12-31] year",
                "the year before = date 2018 [2018-01-01..2018-12-31] year",
            ],
        ),
        (
            "2020-11-18",
            "They met on Nov. 3. That night he left, and he came back the night before.",
            [
                "Nov. 3 = date 2020-11-03 [2020-11-03..2020-11-03] day",
                "That night = date 2020-11-03TNI [2020-11-03..2020-11-03] time",
                "the night before = date 2020-11-02TNI [2020-11-02..2020-11-02] time",
            ],
        ),
        (
            "2020-11-18",
            "Profit fell in the third quarter, hurt by a strike that ended last month. A year earlier it rose.",
            [
                "the third quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter",
                "last month = date 2020-10 [2020-10-01..2020-10-31] month",
                "A year earlier = date 2019-Q3 [2019-07-01..2019-09-30] quarter",
            ],
        ),
        (
            "2020-11-18",
            "It earned 3 million in the second quarter, up from 2 million in last year's period.",
            [
                "the second quarter = date 2020-Q2 [2020-04-01..2020-06-30] quarter",
                "last year's period = date 2019-Q2 [2019-04-01..2019-06-30] quarter",
            ],
        ),
        (
            "2020-11-18",
            "It earned 3 million in the second quarter, up from 2 million in the like period of 2019.",
            [
                "the second quarter = date 2020-Q2 [2020-04-01..2020-06-30] quarter",
                "the like period of 2019 = date 2019-Q2 [2019-04-01..2019-06-30] quarter",
            ],
        ),
        (
            "2020-11-18",
            "Trade rose in the first quarter, up from the same period of 2019. Firms sold more in the quarter.",
            [
                "the first quarter = date 2020-Q1 [2020-01-01..2020-03-31] quarter",
                "the same period of 2019 = date 2019-Q1 [2019-01-01..2019-03-31] quarter",
                "the quarter = date 2020-Q1 [2020-01-01..2020-03-31] quarter",
            ],
        ),
        (
            "2020-11-18",
            "Sales were 9.6% more than a year ago. It opened more than a year ago.",
            ["more than a year ago = date 2019 [2019-01-01..2019-12-31] year, more_than"],
        ),
        (
            "2020-11-18",
            "It will open in 2027, two years earlier than planned.",
            ["2027 = date 2027 [2027-01-01..2027-12-31] year", "two years = duration P2Y [-..-] year"],
        ),
        (
            "2020-11-18",
            "Output was 5 tonnes on July 3. It was 4 tonnes on the same day last year.",
            [
                "July 3 = date 2020-07-03 [2020-07-03..2020-07-03] day",
                "the same day last year = date 2019-07-03 [2019-07-03..2019-07-03] day",
            ],
        ),
        (
            "2020-11-18",
            "They met on Oct. 8. That Tuesday he had left.",
            ["Oct. 8 = date 2020-10-08 [2020-10-08..2020-10-08] day", "That Tuesday = date 2020-10-06 [2020-10-06..2020-10-06] day"],
        ),
        (
            "2020-11-18",
            "He came in 2018. That fall he left.",
            ["2018 = date 2018 [2018-01-01..2018-12-31] year", "That fall = date 2018-FA [-..-] season"],
        ),
        (
            "2020-11-18",
            "In the first half it made 5 tonnes, more than in last year's same period.",
            ["the first half = date 2020-H1 [2020-01-01..2020-06-30] half", "last year's same period = date 2019-H1 [2019-01-01..2019-06-30] half"],
        ),
        (
            "2020-11-18",
            "In May it made 5 tonnes, 2 more than a year before and 3 more than in April.",
            ["May = date 2020-05 [2020-05-01..2020-05-31] month", "April = date 2020-04 [2020-04-01..2020-04-30] month"],
        ),
        (
            "2020-11-18",
            "Imports of 2019 surged 17 percent from the year before to 5 tonnes.",
            ["2019 = date 2019 [2019-01-01..2019-12-31] year", "the year before = date 2018 [2018-01-01..2018-12-31] year"],
        ),
        (
            "2020-11-18",
            "By 2030 it will be clean. It fell from the previous year.",
            ["2030 = period ../2030 [-..2030-12-31] year, open start", "the previous year = date 2019 [2019-01-01..2019-12-31] year"],
        ),
        (
            "2020-11-18",
            "From February to April it made 5 tonnes, more than in the same months of 2019.",
            [
                "February to April = period 2020-02/2020-04 [2020-02-01..2020-04-30] month",
                "the same months of 2019 = period 2019-02/2019-04 [2019-02-01..2019-04-30] month",
            ],
        ),
        (
            "2020-04-26",
            "Output rose in the first quarter. More will be made by June 30. Sales fell in the quarter.",
            [
                "the first quarter = date 2020-Q1 [2020-01-01..2020-03-31] quarter",
                "June 30 = period ../2020-06-30 [-..2020-06-30] day, open start",
                "the quarter = date 2020-Q1 [2020-01-01..2020-03-31] quarter",
            ],
        ),
        (
            "2020-11-18",
            "Oil output rose in August. It was 3 percent higher than in 2019. Coal output fell from the previous month.",
            [
                "August = date 2020-08 [2020-08-01..2020-08-31] month",
                "2019 = date 2019 [2019-01-01..2019-12-31] year",
                "the previous month = date 2020-07 [2020-07-01..2020-07-31] month",
            ],
        ),
        (
            "2020-11-18",
            "It lost 3 million in the third quarter. In the comparable year-ago quarter it earned 2 million.",
            [
                "the third quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter",
                "the comparable year-ago quarter = date 2019-Q3 [2019-07-01..2019-09-30] quarter",
            ],
        ),
    ],
)
def test_pointing_back(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
