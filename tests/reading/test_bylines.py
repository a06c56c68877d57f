"""Lines that frame an article, and lines that only look like them."""

import datetime as dt

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.view import view_of
from wirefacts.reading.bylines import Byline, byline_of

LEXICON = Lexicon()


def byline(line: str) -> Byline | None:
    return byline_of(view_of(line), LEXICON)


@pytest.mark.parametrize(
    ("line", "sort", "day", "outlet"),
    [
        ("By China Daily \u00a0 \u00a0| \u00a0 \u00a0Mar 9,2021 \u00a0 08:14:59", None, "2021-03-09", "China Daily"),
        ("Updated: 2021-05-07 09:10", "updated", "2021-05-07", None),
        ("09:33, November 19, 2020", None, "2020-11-19", None),
        ("(Xinhua) 09:12, September 13, 2022", None, "2022-09-13", "Xinhua"),
        ("(People’s Daily Online)\u00a0\u00a0 13:36, July 04, 2022", None, "2022-07-04", "People's Daily Online"),
        ("By Li Na, Wu Di (People's Daily)08:43, March 07, 2022", None, "2022-03-07", "People's Daily"),
        ("2020-05-14 10:21:33 Source: China News Service Editor: Li Yan", None, "2020-05-14", "China News Service"),
        ("Source: Xinhua| 2019-05-27 22:01:32|Editor: huaxia", "source", "2019-05-27", "Xinhua"),
        ("Published: 12 March 2024", "published", "2024-03-12", None),
        ("Published 12 March 2024 Updated 15 March 2024", "published", "2024-03-12", None),
        ("First published at 10:00 GMT, 5 May 2023", "published", "2023-05-05", None),
        ("Last updated 9.30 am IST, May 5, 2023", "updated", "2023-05-05", None),
        ("Posted on: 5th May 2023", "published", "2023-05-05", None),
        ("Global Times Published: Mar 02, 2022 10:03 PM", "published", "2022-03-02", "Global Times"),
        ("July 4, 2023", None, "2023-07-04", None),
        ("Tuesday, July 4, 2023", None, "2023-07-04", None),
        ("Wed, 12 Mar 2024 10:00:00 GMT", None, "2024-03-12", None),
        ("2022-07-29T09:46:00+08:00", None, "2022-07-29", None),
        ("2022年7月29日 09:46", None, "2022-07-29", None),
        ("Reuters, 05/13/2023", None, "2023-05-13", "Reuters"),
        ("By ZHANG YU in Shijiazhuang | China Daily | Updated: 2021-05-07 09:10", "updated", "2021-05-07", "China Daily"),
        ("chinadaily.com.cn | Updated: 2021-05-07 09:10", "updated", "2021-05-07", "China Daily"),
        ("Zhang Yu  2022-07-29 09:46", None, "2022-07-29", None),
    ],
)
def test_a_day_in_the_frame(line: str, sort: str | None, day: str, outlet: str | None) -> None:
    found = byline(line)
    assert found is not None
    assert found.days[0] == (sort, dt.date.fromisoformat(day))
    assert found.outlet == outlet


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "By Associated Press",
        "(Web editor: Zhang Wenjie, Liang Jun)",
        "Editor: huaxia",
        "Reporting by Jane Doe; Editing by John Roe",
        "Contact the writers at zhangyu@example.com",
        "Date: 03/04/2022",
        "Updated: 09:46",
        "Enditem",
    ],
)
def test_a_line_of_the_frame_without_a_sure_day(line: str) -> None:
    found = byline(line)
    assert found is not None
    assert found.labelled
    assert not found.days


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Xinhua  Editor: huaxia", "Xinhua"),
        ("Source: Xinjiang Daily", "Xinjiang Daily"),
        ("2022-07-29 09:46 | Source: Lanzhou Evening News | Editor: Wu", "Lanzhou Evening News"),
        ("By Li Na", None),
    ],
)
def test_the_source_it_names(line: str, source: str | None) -> None:
    found = byline(line)
    assert found is not None
    assert found.source == source


@pytest.mark.parametrize(
    "line",
    [
        "Exports rose 5 percent in July 2022",
        "By 2025 the port will be the largest",
        "By the end of July 4, 2022, it had grown",
        "On July 4, 2023, the port opened",
        "China Daily wins award",
        "Xinhua commentary: A new start",
        "Source of growth: exports",
        "Source: China plans new stimulus",
        "Date with destiny",
        "A time to rise",
        "Update on trade: exports up 5 percent",
        "Published works of Lu Xun",
        "The report was published on July 4, 2023.",
        "",
    ],
)
def test_no_line_of_the_frame(line: str) -> None:
    assert byline(line) is None
