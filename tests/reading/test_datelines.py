"""Datelines in the manners of agencies and papers, and sentences that only begin like one."""

import datetime as dt

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.view import view_of
from wirefacts.reading.datelines import Dateline, dateline_of

LEXICON = Lexicon()


def dateline(paragraph: str) -> Dateline | None:
    return dateline_of(view_of(paragraph), LEXICON)


@pytest.mark.parametrize(
    ("line", "day", "outlet"),
    [
        ("JINAN, Sept. 12 (Xinhua) --", (9, 12, None), "Xinhua"),
        ("URUMQI, July 25 (Xinhua) —", (7, 25, None), "Xinhua"),
        ("XI'AN, Sept. 12 (Xinhua) --", (9, 12, None), "Xinhua"),
        ("YINCHUAN/BEIJING, Sept. 12 (Xinhua) --", (9, 12, None), "Xinhua"),
        ("NAIROBI, Kenya (AP) _", None, "Associated Press"),
        ("BEIJING (AP) —", None, "Associated Press"),
        ("(ECNS) --", None, "Ecns"),
        ("(ECNS)--", None, "Ecns"),
        ("Beijing, 3 March (CNS) --", (3, 3, None), "China News Service"),
        ("BEIJING, March 5, 2024 (Reuters) -", (3, 5, 2024), "Reuters"),
        ("MOSCOW. Feb 2 (Interfax) -", (2, 2, None), "Interfax"),
        ("NEW DELHI, Jan 5 (PTI):", (1, 5, None), "Press Trust of India"),
        ("ASTANA, Jan 5 (Qazaq Press) –", (1, 5, None), None),
        ("GUANGZHOU, China, Oct. 15, 2022 /GlobeNewswire/ --", (10, 15, 2022), "GlobeNewswire"),
        ("KUALA LUMPUR, May 7:", (5, 7, None), None),
        ("LA PAZ, Aug. 6 (EFE) --", (8, 6, None), "EFE"),
        ("Lima, Aug. 6 (EFE).-", (8, 6, None), "EFE"),
        ("SHENZHEN, March 5 --", (3, 5, None), None),
        ("Jinan, Sept. 12 -", (9, 12, None), None),
        ("CNS from Sanya, Hainan, May 14", (5, 14, None), "China News Service"),
    ],
)
def test_dateline_before_a_report(line: str, day: tuple[int, int, int | None] | None, outlet: str | None) -> None:
    found = dateline(f"{line} Exports grew on Oct. 3 - a record.")
    assert found is not None
    assert found.end == len(line)
    assert (found.day and (found.day.month, found.day.day, found.day.year)) == day
    assert found.outlet == outlet


@pytest.mark.parametrize(
    "line",
    ["LONDON 1996-08-30", "Reported from Hami, July 26", "JINAN, Sept. 12 (Xinhua)", "Beijing, July 4, 2023", "LUXOR, Egypt (AP) _", "LUXOR --"],
)
def test_dateline_on_its_own_line(line: str) -> None:
    found = dateline(line)
    assert found is not None
    assert found.alone


@pytest.mark.parametrize(
    "paragraph",
    [
        "On July 4 - the first day - exports grew.",
        "Tuesday, July 4 - a holiday - was quiet.",
        "By Li Ming, July 26, 2022",
        "July 4, 2023",
        "In June (Xinhua) - exports",
        "BYD (002594.SZ) - the maker - grew.",
        "ICBC (Asia) - the bank - grew.",
        "The Asian Bank (AB) - a lender - grew.",
        "Exports (in yuan) - a record - grew.",
        "Exports rose on Sept. 12 - a record.",
        "From Jan. 1 to Sept. 12 - a record",
        "JINAN, Sept. 31 (Xinhua) Exports grew.",
        "JINAN, Sept. 12-15 the fair was held.",
        "GDP: 5 percent",
        "GDP - a measure of output",
        "Trade --",
        "--",
        "Xinhua, May 7, 2021",
    ],
)
def test_no_dateline(paragraph: str) -> None:
    assert dateline(paragraph) is None


@pytest.mark.parametrize(
    ("line", "published", "day"),
    [
        ("JINAN, Dec. 30 (Xinhua) --", "2022-01-02", "2021-12-30"),
        ("JINAN, Jan. 2 (Xinhua) --", "2021-12-31", "2022-01-02"),
        ("JINAN, Feb. 29 (Xinhua) --", "2021-03-01", "2020-02-29"),
        ("JINAN, Dec. 30, 2019 (Xinhua) --", "2022-01-02", "2019-12-30"),
        ("JINAN, Dec. 30 (Xinhua) --", "0001-01-01", "0001-12-30"),
        ("JINAN, Jan. 1 (Xinhua) --", "9999-12-31", "9999-01-01"),
    ],
)
def test_year_of_a_dateline_is_the_nearest(line: str, published: str, day: str) -> None:
    found = dateline(line)
    assert found is not None
    assert found.day is not None
    assert found.day.nearest(dt.date.fromisoformat(published)) == dt.date.fromisoformat(day)
