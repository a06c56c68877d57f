"""Counted nouns as NewsQuant writes them: singular, without superlatives and possessives, with the field that `one of` singles out from."""

from collections.abc import Callable, Sequence

import pytest

from wirefacts.conventions import FORMS
from wirefacts.conventions.counted import positive
from wirefacts.mentions.finding import Findings
from wirefacts.mentions.passage import Passage
from wirefacts.records import NewsQuantity


@pytest.fixture(scope="module")
def units(passage: Callable[..., Passage]) -> Callable[[str], Sequence[str]]:
    def told(text: str) -> list[str]:
        return [quantity.unit for quantity in FORMS["quantities"](Findings(passage(text))) if isinstance(quantity, NewsQuantity)]

    return told


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The harbor took in 12 foreign ships.", "foreign ship"),
        ("Some 12 people came.", "people"),
        ("It is one of the largest ports.", "large port"),
        ("It is one of the busiest ports in the world.", "busy port world"),
        ("It is one of the most expensive restaurants in Dalian.", "expensive restaurant Dalian"),
        ("Two of the mayor's deputies resigned.", "mayor deputy"),
    ],
)
def test_counted_noun(units: Callable[[str], Sequence[str]], text: str, unit: str) -> None:
    assert [word.lower() for word in units(text)] == [unit.lower()]


@pytest.mark.parametrize(
    ("superlative", "plain"), [("nicest", "nice"), ("biggest", "big"), ("fullest", "full"), ("earliest", "early"), ("rest", "rest")]
)
def test_positive(superlative: str, plain: str) -> None:
    assert positive(superlative, {"nice"}) == plain
