"""Days, months and quarters whose year is left to tense and nearness; year ends and leap days."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2022-07-19", "He spoke at the congress in December.", ["December = date 2021-12 [2021-12-01..2021-12-31] month"]),
        ("2022-07-19", "It will open in December.", ["December = date 2022-12 [2022-12-01..2022-12-31] month"]),
        (
            "2022-07-19",
            "They met on Tuesday and on Wednesday.",
            ["Tuesday = date 2022-07-19 [2022-07-19..2022-07-19] day", "Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"],
        ),
        ("2022-07-19", "It will reopen on Friday.", ["Friday = date 2022-07-22 [2022-07-22..2022-07-22] day"]),
        ("2022-07-19", "They met last Tuesday.", ["last Tuesday = date 2022-07-12 [2022-07-12..2022-07-12] day"]),
        ("2022-07-19", "It will start next Monday.", ["next Monday = date 2022-07-25 [2022-07-25..2022-07-25] day"]),
        ("2022-07-19", "It was signed on Nov. 1.", ["Nov. 1 = date 2021-11-01 [2021-11-01..2021-11-01] day"]),
        ("2022-07-19", "The plant was opened in July.", ["July = date 2022-07 [2022-07-01..2022-07-31] month"]),
        ("2022-07-19", "The fair will be held in January.", ["January = date 2023-01 [2023-01-01..2023-01-31] month"]),
        ("2021-01-03", "Sales rose in December.", ["December = date 2020-12 [2020-12-01..2020-12-31] month"]),
        ("2021-01-03", "Sales rose last week.", ["last week = date 2020-W52 [2020-12-21..2020-12-27] week"]),
        ("2021-01-03", "Profit fell in the fourth quarter.", ["the fourth quarter = date 2020-Q4 [2020-10-01..2020-12-31] quarter"]),
        ("2021-01-03", "It was signed on Dec. 30.", ["Dec. 30 = date 2020-12-30 [2020-12-30..2020-12-30] day"]),
        ("2021-01-03", "It was signed on Monday.", ["Monday = date 2020-12-28 [2020-12-28..2020-12-28] day"]),
        (
            "2021-01-03",
            "It happened last month and last year.",
            ["last month = date 2020-12 [2020-12-01..2020-12-31] month", "last year = date 2020 [2020-01-01..2020-12-31] year"],
        ),
        ("2021-01-03", "Exports rose in the first 11 months.", ["the first 11 months = period 2020-01/2020-11 [2020-01-01..2020-11-30] month"]),
        ("2021-12-30", "It will open on Jan. 5.", ["Jan. 5 = date 2022-01-05 [2022-01-05..2022-01-05] day"]),
        ("2020-03-01", "He arrived yesterday.", ["yesterday = date 2020-02-29 [2020-02-29..2020-02-29] day"]),
        ("2020-03-01", "It rose on Feb. 29.", ["Feb. 29 = date 2020-02-29 [2020-02-29..2020-02-29] day"]),
        (
            "2021-03-01",
            "It was set up in 2020, on Feb. 29.",
            ["2020 = date 2020 [2020-01-01..2020-12-31] year", "Feb. 29 = date 2020-02-29 [2020-02-29..2020-02-29] day"],
        ),
        ("2024-03-01", "It rose two days ago.", ["two days ago = date 2024-02-28 [2024-02-28..2024-02-28] day"]),
        ("2023-03-01", "It opened on Feb. 29, 2023.", ["Feb. 29, 2023 = date - [-..-] day"]),
        (
            "2024-02-29",
            "It opens today, a year after Feb. 28, 2023.",
            [
                "today = date 2024-02-29 [2024-02-29..2024-02-29] day",
                "a year = duration P1Y [-..-] year",
                "Feb. 28, 2023 = date 2023-02-28 [2023-02-28..2023-02-28] day",
            ],
        ),
        (
            "2023-01-03",
            "Prices rose in December and fell last week.",
            [
                "December = date 2022-12 [2022-12-01..2022-12-31] month",
                "last week = date 2022-W52 [2022-12-26..2023-01-01] week",
            ],
        ),
        (
            "2023-01-03",
            "Fourth-quarter results will be told in two days.",
            [
                "Fourth-quarter = date 2022-Q4 [2022-10-01..2022-12-31] quarter",
                "two days = date 2023-01-05 [2023-01-05..2023-01-05] day",
            ],
        ),
        ("2023-01-03", "By year-end, it stood at 5 million.", ["year-end = period ../2022-12-31 [-..2022-12-31] day, open start, end"]),
        (
            "2022-07-19",
            "The line will open on Dec. 28, 2035 and carry goods from 2036.",
            [
                "Dec. 28, 2035 = date 2035-12-28 [2035-12-28..2035-12-28] day",
                "2036 = period 2036/.. [2036-01-01..-] year, open end",
            ],
        ),
        ("2022-07-19", "The head of the firm meets reporters Friday.", ["Friday = date 2022-07-22 [2022-07-22..2022-07-22] day"]),
        ("2022-07-19", "The line is to reopen Friday.", ["Friday = date 2022-07-22 [2022-07-22..2022-07-22] day"]),
        ("2022-07-19", "The bureau plans to open it on Friday.", ["Friday = date 2022-07-22 [2022-07-22..2022-07-22] day"]),
        ("2022-07-19", "The show had been set to close on Friday.", ["Friday = date 2022-07-15 [2022-07-15..2022-07-15] day"]),
        (
            "2022-07-19",
            "Sales fell in December, after rising in November.",
            ["December = date 2021-12 [2021-12-01..2021-12-31] month", "November = date 2021-11 [2021-11-01..2021-11-30] month"],
        ),
        ("2022-07-18", "They worked over the weekend.", ["the weekend = date 2022-W28-WE [2022-07-16..2022-07-17] day"]),
        ("2022-07-19", "The case is heard in September.", ["September = date 2022-09 [2022-09-01..2022-09-30] month"]),
        ("2021-02-28", "It was signed a year ago.", ["a year ago = date 2020 [2020-01-01..2020-12-31] year"]),
        ("2022-07-18", "Traders say Wednesday could be volatile.", ["Wednesday = date 2022-07-20 [2022-07-20..2022-07-20] day"]),
        ("2022-07-18", "None of the ships could sail on Wednesday.", ["Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"]),
        ("2022-07-18", "The bill is to be debated on Wednesday.", ["Wednesday = date 2022-07-20 [2022-07-20..2022-07-20] day"]),
        ("2022-07-18", "They would begin selling tickets on Wednesday.", ["Wednesday = date 2022-07-20 [2022-07-20..2022-07-20] day"]),
        ("2022-07-18", "The dollar bought 7 crowns, up from 6.5 on October 3.", ["October 3 = date 2021-10-03 [2021-10-03..2021-10-03] day"]),
        ("2022-07-18", "It will raise 3 billion yuan, more than in November.", ["November = date 2021-11 [2021-11-01..2021-11-30] month"]),
        (
            "2022-01-27",
            "Last year was good. Two hundred firms came in the year.",
            ["Last year = date 2021 [2021-01-01..2021-12-31] year", "the year = date 2021 [2021-01-01..2021-12-31] year"],
        ),
        (
            "2022-03-05",
            "A meeting was called for March 12. Its rival answered the same day, Friday.",
            [
                "March 12 = date 2022-03-12 [2022-03-12..2022-03-12] day",
                "the same day = date - [-..-] day",
                "Friday = date 2022-03-04 [2022-03-04..2022-03-04] day",
            ],
        ),
        (
            "2022-01-27",
            "This winter was cold, and this fall will be dry.",
            ["This winter = date 2021-WI [-..-] season", "this fall = date 2022-FA [-..-] season"],
        ),
        ("2022-10-27", "This winter will be cold.", ["This winter = date 2022-WI [-..-] season"]),
        ("2022-07-18", "The report is due in the spring.", ["the spring = date 2023-SP [-..-] season"]),
        ("2022-07-18", "Argument is likely in early March.", ["early March = date 2023-03 [2023-03-01..2023-03-31] month, start"]),
        (
            "2022-07-18",
            "It opened at 9:30 am local time on Thursday.",
            ["9:30 am local time on Thursday = date 2022-07-14T09:30 [2022-07-14..2022-07-14] time"],
        ),
        (
            "2022-07-18",
            "It is expected to turn and reach land late Wednesday.",
            ["late Wednesday = date 2022-07-20 [2022-07-20..2022-07-20] day, end"],
        ),
        ("2022-07-18", "He sat down and wept Wednesday.", ["Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"]),
        ("2022-07-18", "The firm said on Wednesday it will open a plant.", ["Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"]),
        ("2022-07-18", "He told reporters here Wednesday the work will begin.", ["Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"]),
        ("2022-07-18", "The bureau reported Wednesday prices may fall.", ["Wednesday = date 2022-07-13 [2022-07-13..2022-07-13] day"]),
        ("2022-07-18", "The firm said it will open on Wednesday.", ["Wednesday = date 2022-07-20 [2022-07-20..2022-07-20] day"]),
    ],
)
def test_chosen_by_tense_and_nearness(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
