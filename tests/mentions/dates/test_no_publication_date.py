"""Without a publication date relative expressions are found but not resolved."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("said", "text", "expected"),
    [
        (
            None,
            "It did well last year, in May, on Friday and on June 5.",
            ["last year = date - [-..-] year", "May = date - [-..-] month", "Friday = date - [-..-] day", "June 5 = date - [-..-] day"],
        ),
        (
            None,
            "It did well in May 2019 and on June 5, 2018.",
            ["May 2019 = date 2019-05 [2019-05-01..2019-05-31] month", "June 5, 2018 = date 2018-06-05 [2018-06-05..2018-06-05] day"],
        ),
        (
            None,
            "It grew over the past decade and in the first 10 months.",
            ["the past decade = period - [-..-] decade", "the first 10 months = period - [-..-] month"],
        ),
        (None, "So far this year it has grown since March.", ["So far this year = period - [-..-] year", "March = period - [-..-] month, open end"]),
    ],
)
def test_without_a_publication_date(dates: Callable[..., list[str]], said: str | None, text: str, expected: list[str]) -> None:
    assert dates(text, said) == expected
