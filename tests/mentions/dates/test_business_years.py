"""Years that begin in a month of their own: without days, unless the text says when they end."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports rose in FY2019.", ["FY2019 = date 2019 [-..-] year"]),
        ("Exports rose in FY24 and FY 2025.", ["FY24 = date 2024 [-..-] year", "FY 2025 = date 2025 [-..-] year"]),
        ("Exports rose in FY 2024/25.", ["FY 2024/25 = period 2024/2025 [-..-] year"]),
        ("Exports rose in FY2023-24.", ["FY2023-24 = period 2023/2024 [-..-] year"]),
        ("Exports rose in fiscal 2025.", ["fiscal 2025 = date 2025 [-..-] year"]),
        ("Exports rose in 2023-24, and fell in 2022/23.", ["2023-24 = period 2023/2024 [-..-] year", "2022/23 = period 2022/2023 [-..-] year"]),
        ("Exports rose in the financial year 2023-24.", ["the financial year 2023-24 = period 2023/2024 [-..-] year"]),
        ("Exports rose in the 2022/23 crop year.", ["the 2022/23 crop year = period 2022/2023 [-..-] year"]),
        ("Exports rose in the 2023-2024 fiscal year.", ["the 2023-2024 fiscal year = period 2023/2024 [-..-] year"]),
        ("Exports rose from 2023-2024.", ["2023-2024 = period 2023/2024 [2023-01-01..2024-12-31] year"]),
        ("Exports rose in 2016-20.", ["2016-20 = period 2016/2020 [2016-01-01..2020-12-31] year"]),
        ("Exports may rise this fiscal, after the last fiscal.", ["this fiscal = date - [-..-] year", "the last fiscal = date - [-..-] year"]),
        ("The last fiscal stimulus failed.", []),
        ("Exports rose in Q1FY25 and 9MFY25.", ["Q1FY25 = date - [-..-] quarter", "9MFY25 = period - [-..-] month"]),
        ("Exports rose in 9M2023.", ["9M2023 = period 2023-01/2023-09 [2023-01-01..2023-09-30] month"]),
        ("The flat sold for 9M.", []),
        (
            "Profit rose for the year ended June 30, and in 2021/22.",
            [
                "the year ended June 30 = period 2022-07/2023-06 [2022-07-01..2023-06-30] year",
                "2021/22 = period 2021-07/2022-06 [2021-07-01..2022-06-30] year",
            ],
        ),
        ("Sales fell in the 2022-2023 season.", ["2022-2023 = period 2022/2023 [-..-] year"]),
        ("Sales fell in the first fiscal quarter.", ["the first fiscal quarter = date 2024-Q1 [-..-] quarter"]),
        ("Sales fell in the fiscal first quarter.", ["the fiscal first quarter = date 2024-Q1 [-..-] quarter"]),
        (
            "The financial year ended on March 31. Exports rose in FY25, and a tenth in 2022-23.",
            [
                "The financial year ended on March 31 = period 2023-04/2024-03 [2023-04-01..2024-03-31] year",
                "FY25 = period 2024-04/2025-03 [2024-04-01..2025-03-31] year",
                "2022-23 = period 2022-04/2023-03 [2022-04-01..2023-03-31] year",
            ],
        ),
        (
            "It tabled a budget for the fiscal year that starts on July 1. The current fiscal year saw a gap, as the first quarter of FY2024 did.",
            [
                "the fiscal year = period 2023-07/2024-06 [2023-07-01..2024-06-30] year",
                "July 1 = date 2024-07-01 [2024-07-01..2024-07-01] day",
                "The current fiscal year = period 2023-07/2024-06 [2023-07-01..2024-06-30] year",
                "the first quarter of FY2024 = date 2023-Q3 [2023-07-01..2023-09-30] quarter",
            ],
        ),
        (
            "The fiscal year ends in June, and the crop year ends in September. It was FY23, and the 2022/23 crop year.",
            [
                "The fiscal year = period 2023-07/2024-06 [2023-07-01..2024-06-30] year",
                "June = date 2024-06 [2024-06-01..2024-06-30] month",
                "September = date 2024-09 [2024-09-01..2024-09-30] month",
                "FY23 = period 2022-07/2023-06 [2022-07-01..2023-06-30] year",
                "the 2022/23 crop year = period 2022-10/2023-09 [2022-10-01..2023-09-30] year",
            ],
        ),
    ],
)
def test_business_years(dates: Callable[..., list[str]], text: str, expected: list[str]) -> None:
    assert dates(text, "2024-06-12") == expected
