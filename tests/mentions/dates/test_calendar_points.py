"""Points that the calendar names."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        ("2020-11-18", "It opened on June 23.", ["June 23 = date 2020-06-23 [2020-06-23..2020-06-23] day"]),
        ("2020-11-18", "It was founded on Sept. 12, 2019.", ["Sept. 12, 2019 = date 2019-09-12 [2019-09-12..2019-09-12] day"]),
        ("2020-11-18", "The forum of 12 Sept. 2019 was its first.", ["12 Sept. 2019 = date 2019-09-12 [2019-09-12..2019-09-12] day"]),
        ("2020-11-18", "They met on Friday, Oct. 23, 1998.", ["Friday, Oct. 23, 1998 = date 1998-10-23 [1998-10-23..1998-10-23] day"]),
        ("2020-11-18", "It took effect on the 5th of May.", ["the 5th of May = date 2020-05-05 [2020-05-05..2020-05-05] day"]),
        (
            "2020-11-18",
            "The deal was signed on Oct. 8 and 9.",
            ["Oct. 8 = date 2020-10-08 [2020-10-08..2020-10-08] day", "9 = date 2020-10-09 [2020-10-09..2020-10-09] day"],
        ),
        ("2020-11-18", "Posted 2020-05-14 10:21:33 by the editor.", ["2020-05-14 10:21:33 = date 2020-05-14T10:21:33 [2020-05-14..2020-05-14] time"]),
        ("2020-11-18", "Updated 09:33, November 19, 2020", ["09:33, November 19, 2020 = date 2020-11-19T09:33 [2020-11-19..2020-11-19] time"]),
        (
            "2020-11-18",
            "By Our Paper    |   Jul 19,2022   11:24:01",
            ["Jul 19,2022   11:24:01 = date 2022-07-19T11:24:01 [2022-07-19..2022-07-19] time"],
        ),
        ("2020-11-18", "It started at 1 p.m. on Nov. 13.", ["1 p.m. on Nov. 13 = date 2020-11-13T13:00 [2020-11-13..2020-11-13] time"]),
        (
            "2020-11-18",
            "It closed at 10:30 p.m. Beijing time Tuesday.",
            ["10:30 p.m. Beijing time Tuesday = date 2020-11-17T22:30+08:00 [2020-11-17..2020-11-17] time"],
        ),
        ("2020-11-18", "Issued 26/07/2020.", ["26/07/2020 = date 2020-07-26 [2020-07-26..2020-07-26] day"]),
        ("2020-11-18", "Trade grew in the third quarter.", ["the third quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter"]),
        ("2020-11-18", "Third-quarter profit rose.", ["Third-quarter = date 2020-Q3 [2020-07-01..2020-09-30] quarter"]),
        ("2020-11-18", "Output of the second half of 2019 fell.", ["the second half of 2019 = date 2019-H2 [2019-07-01..2019-12-31] half"]),
        ("2020-11-18", "Sales in Q3 2019 fell.", ["Q3 2019 = date 2019-Q3 [2019-07-01..2019-09-30] quarter"]),
        ("2020-11-18", "In May 2005 it was listed.", ["May 2005 = date 2005-05 [2005-05-01..2005-05-31] month"]),
        (
            "2020-11-18",
            "It was built in the 1990s and the late 1970s.",
            ["the 1990s = date 199 [1990-01-01..1999-12-31] decade", "the late 1970s = date 197 [1970-01-01..1979-12-31] decade, end"],
        ),
        ("2020-11-18", "It dates from the 19th century.", ["the 19th century = date 18 [1801-01-01..1900-12-31] century"]),
        ("2020-11-18", "It was rebuilt in the summer of 2015.", ["the summer of 2015 = date 2015-SU [-..-] season"]),
        ("2020-11-18", "It was finished in late November.", ["late November = date 2020-11 [2020-11-01..2020-11-30] month, end"]),
        ("2020-11-18", "It will be ready by mid-2021.", ["mid-2021 = period ../2021 [-..2021-12-31] year, open start, mid"]),
        ("2020-11-18", "It stood at 5 million at the end of October.", ["the end of October = date 2020-10 [-..2020-10-31] month, end"]),
        ("2020-11-18", "It grew from the beginning of the year.", ["the beginning of the year = date 2020 [2020-01-01..-] year, start"]),
        (
            "2020-11-18",
            "Exports rose in March and April this year.",
            ["March = date 2020-03 [2020-03-01..2020-03-31] month", "April this year = date 2020-04 [2020-04-01..2020-04-30] month"],
        ),
        (
            "2020-11-18",
            "It rose in the first and second quarters of 2019.",
            ["the first = date 2019-Q1 [2019-01-01..2019-03-31] quarter", "second quarters of 2019 = date 2019-Q2 [2019-04-01..2019-06-30] quarter"],
        ),
        ("2020-11-18", "The first week of March was cold.", ["The first week of March = date 2020-W10 [2020-03-02..2020-03-08] week"]),
        (
            "2020-11-18",
            "The second half of March was cold.",
            ["The second half of March = period 2020-03-16/2020-03-31 [2020-03-16..2020-03-31] day"],
        ),
        (
            "2020-11-18",
            "It grew in the first half of the 1990s.",
            ["the first half of the 1990s = period 1990/1994 [1990-01-01..1994-12-31] year"],
        ),
        ("2020-11-18", "It was built in the 1800s.", ["the 1800s = date 18 [1800-01-01..1899-12-31] century"]),
        (
            "2020-11-18",
            "It will be rebuilt by the end of the decade.",
            ["the end of the decade = period ../202 [-..2029-12-31] decade, open start, end"],
        ),
        ("2020-11-18", "It will be rebuilt by year-end.", ["year-end = period ../2020-12-31 [-..2020-12-31] day, open start, end"]),
        ("2020-11-18", "Shops will close on Thanksgiving.", ["Thanksgiving = date 2020-11-26 [2020-11-26..2020-11-26] day"]),
        ("2020-11-18", "Shops closed on Good Friday 2019.", ["Good Friday 2019 = date 2019-04-19 [2019-04-19..2019-04-19] day"]),
        ("2020-11-18", "Updated March 9, 2020 7:05pm", ["March 9, 2020 7:05pm = date 2020-03-09T19:05 [2020-03-09..2020-03-09] time"]),
        ("2020-11-18", "It began at noon on Tuesday.", ["noon on Tuesday = date 2020-11-17T12:00 [2020-11-17..2020-11-17] time"]),
        ("2020-11-18", "It began at 0300 GMT Tuesday.", ["0300 GMT Tuesday = date 2020-11-17T03:00Z [2020-11-17..2020-11-17] time"]),
        (
            "2020-11-18",
            "It began at 11 a.m. (0300 GMT) Tuesday.",
            [
                "11 a.m. = date 2020-11-17T11:00 [2020-11-17..2020-11-17] time",
                "Tuesday = date 2020-11-17 [2020-11-17..2020-11-17] day",
            ],
        ),
        ("2020-11-18", "They left on Saturday evening.", ["Saturday evening = date 2020-11-14TEV [2020-11-14..2020-11-14] time"]),
        ("2020-11-18", "The board met on the 4th in Leeds.", ["the 4th = date 2020-11-04 [2020-11-04..2020-11-04] day"]),
        ("2020-11-18", "It said so on 18-04-2020.", ["18-04-2020 = date 2020-04-18 [2020-04-18..2020-04-18] day"]),
        (
            "2020-11-18",
            "Updated 10:30 a.m. IST on Nov. 16, and 6:02 a.m. ET Nov. 17.",
            [
                "10:30 a.m. IST on Nov. 16 = date 2020-11-16T10:30+05:30 [2020-11-16..2020-11-16] time",
                "6:02 a.m. ET Nov. 17 = date 2020-11-17T06:02 [2020-11-17..2020-11-17] time",
            ],
        ),
        ("2020-11-18", "They ate at 5 p.m. et cetera.", ["5 p.m. = date T17:00 [-..-] time"]),
        ("2020-11-18", "It closed on the night of Oct. 15.", ["the night of Oct. 15 = date 2020-10-15T" + "NI [2020-10-15..2020-10-15] time"]),
        ("2020-11-18", "He walks there every morning.", ["every morning = set XXXX-XX-XXTMO [-..-] day"]),
        (
            "2020-11-18",
            "Prices rose in the first 10 days of June.",
            ["the first 10 days of June = period 2020-06-01/2020-06-10 [2020-06-01..2020-06-10] day"],
        ),
        (
            "2020-11-18",
            "It meets on the second Tuesday of November and the first Monday in October 2019.",
            [
                "the second Tuesday of November = date 2020-11-10 [2020-11-10..2020-11-10] day",
                "the first Monday in October 2019 = date 2019-10-07 [2019-10-07..2019-10-07] day",
            ],
        ),
        ("2020-11-18", "It met on the last Friday of May.", ["the last Friday of May = date 2020-05-29 [2020-05-29..2020-05-29] day"]),
        ("2020-11-18", "It met on the fifth Monday in February 2019.", ["the fifth Monday in February 2019 = date - [-..-] day"]),
        (
            "2020-11-18",
            "It fell on October twenty-seventh and rose on March third.",
            ["October twenty-seventh = date 2020-10-27 [2020-10-27..2020-10-27] day", "March third = date 2020-03-03 [2020-03-03..2020-03-03] day"],
        ),
        (
            "2020-11-18",
            "In March first-quarter sales rose.",
            ["March = date 2020-03 [2020-03-01..2020-03-31] month", "first-quarter = date 2020-Q1 [2020-01-01..2020-03-31] quarter"],
        ),
        ("2020-11-18", "It has been used since the nineteen seventies.", ["the nineteen seventies = period 197/.. [1970-01-01..-] decade, open end"]),
        (
            "2020-11-18",
            "It snowed in the winter of 2017-18 and the 2018-19 winter.",
            [
                "the winter of 2017-18 = date 2017-WI [-..-] season",
                "the 2018-19 winter = date 2018-WI [-..-] season",
            ],
        ),
        (
            "2020-11-18",
            "It runs until the fall, for the fall of the wall was long ago.",
            ["the fall = period ../2020-FA [-..-] season, open start", "long ago = date PAST_REF [-..-] -"],
        ),
        (
            "2020-11-18",
            "It had 2018 sales of 3 million yuan, before the 2019 elections.",
            ["2018 = date 2018 [2018-01-01..2018-12-31] year", "2019 = date 2019 [2019-01-01..2019-12-31] year"],
        ),
        ("2020-11-18", "They sold 2018 cars.", []),
        ("2020-11-18", "It was due at year-end 2019.", ["year-end 2019 = date 2019-12-31 [-..2019-12-31] day, end"]),
        ("2020-11-18", "They farmed in '98.", ["'98 = date 1998 [1998-01-01..1998-12-31] year"]),
        (
            "2020-11-18",
            "It opened at 6:30 this morning and shut at 11 last night, at 3 in the afternoon, and at four in the morning.",
            [
                "6:30 this morning = date 2020-11-18T06:30 [2020-11-18..2020-11-18] time",
                "11 last night = date 2020-11-17T23:00 [2020-11-17..2020-11-17] time",
                "3 in the afternoon = date 2020-11-17T15:00 [2020-11-17..2020-11-17] time",
                "four in the morning = date 2020-11-17T04:00 [2020-11-17..2020-11-17] time",
            ],
        ),
        ("2020-11-18", "At least two last night were hurt.", ["last night = date 2020-11-17TNI [2020-11-17..2020-11-17] time"]),
        ("2020-11-18", "Updated 11/17/2020", ["11/17/2020 = date 2020-11-17 [2020-11-17..2020-11-17] day"]),
        ("2020-12-18", "Updated 10/12/2020", ["10/12/2020 = date 2020-12-10 [2020-12-10..2020-12-10] day"]),
        ("2020-10-18", "Updated 10/12/2020", ["10/12/2020 = date 2020-10-12 [2020-10-12..2020-10-12] day"]),
        ("2020-11-18", "It was signed on 01/07/2020.", ["01/07/2020 = date - [-..-] day"]),
        (
            "2020-11-18",
            "It was a Friday. A Friday report said so.",
            ["a Friday = date XXXX-WXX-5 [-..-] day", "Friday = date 2020-11-13 [2020-11-13..2020-11-13] day"],
        ),
        ("2020-11-18", "They met on Friday the 13th.", ["Friday the 13th = date 2020-11-13 [2020-11-13..2020-11-13] day"]),
        ("2020-11-18", "It opened in nineteen-ninety-four.", ["nineteen-ninety-four = date 1994 [1994-01-01..1994-12-31] year"]),
        (
            "2020-11-18",
            "It has fallen since spring, and grew in the latter half of 2019.",
            ["spring = period 2020-SP/.. [-..-] season, open end", "the latter half of 2019 = date 2019-H2 [2019-07-01..2019-12-31] half"],
        ),
        (
            "2020-11-18",
            "It rained at four o'clock this morning and at 23:30 p.m. December 19.",
            [
                "four o'clock this morning = date 2020-11-18T04:00 [2020-11-18..2020-11-18] time",
                "23:30 p.m. December 19 = date 2020-12-19T23:30 [2020-12-19..2020-12-19] time",
            ],
        ),
        (
            "2020-11-18",
            "In the first quarter (Q1) of this year it rose.",
            ["the first quarter (Q1) of this year = date 2020-Q1 [2020-01-01..2020-03-31] quarter"],
        ),
        (
            "2020-11-18",
            "The December contract rose, and the November contract fell.",
            ["December = date 2020-12 [2020-12-01..2020-12-31] month", "November = date 2020-11 [2020-11-01..2020-11-30] month"],
        ),
        ("2020-12-18", "They met on Friday the 13th.", ["Friday the 13th = date 2020-11-13 [2020-11-13..2020-11-13] day"]),
        (
            "2020-11-18",
            "It began at 10 a.m. Pacific time, and ended at 2200 hours.",
            ["10 a.m. Pacific time = date T10:00 [-..-] time", "2200 hours = date T22:00 [-..-] time"],
        ),
        ("2020-11-18", "It closed on New Year's.", ["New Year's = date 2021-01-01 [2021-01-01..2021-01-01] day"]),
        (
            "2020-11-18",
            "They meet at 7.30pm on Sept. 26 and at 6.15 p.m. on Friday.",
            [
                "7.30pm on Sept. 26 = date 2020-09-26T19:30 [2020-09-26..2020-09-26] time",
                "6.15 p.m. on Friday = date 2020-11-13T18:15 [2020-11-13..2020-11-13] time",
            ],
        ),
        ("2020-11-18", "AGENCY | IZMIR May 05, 2020 - 11:30", ["May 05, 2020 - 11:30 = date 2020-05-05T11:30 [2020-05-05..2020-05-05] time"]),
        ("2020-11-18", "It sold more than in the whole of June.", ["the whole of June = date 2020-06 [2020-06-01..2020-06-30] month"]),
        (
            "2020-11-18",
            "Posted 2020-11-19T10:23:11+08:00 and 2020-11-19T10:23:11Z.",
            [
                "2020-11-19T10:23:11+08:00 = date 2020-11-19T10:23:11+08:00 [2020-11-19..2020-11-19] time",
                "2020-11-19T10:23:11Z = date 2020-11-19T10:23:11Z [2020-11-19..2020-11-19] time",
            ],
        ),
        ("2020-11-18", "It fell in the first half-year.", ["the first half-year = date 2020-H1 [2020-01-01..2020-06-30] half"]),
        (
            "2020-11-18",
            "Easter week was busy, and so were the Labor Day weekend and the Thanksgiving weekend.",
            [
                "Easter week = date 2020-W15 [2020-04-06..2020-04-12] week",
                "the Labor Day weekend = date 2020-W36-WE [2020-09-05..2020-09-06] day",
                "the Thanksgiving weekend = date 2020-W48-WE [2020-11-28..2020-11-29] day",
            ],
        ),
    ],
)
def test_named_by_the_calendar(dates: Callable[..., list[str]], said: str, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
