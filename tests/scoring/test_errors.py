"""The five classes of error, and the words around each."""

from collections.abc import Callable
from typing import Any

import pytest

from wirefacts.interchange import GoldArticle, GoldFact
from wirefacts.scoring.errors import CONTEXT, Error
from wirefacts.scoring.tasks.facts import judged, stated

GoldMaker = Callable[..., GoldFact]
FoundMaker = Callable[..., GoldFact]
ArticleMaker = Callable[[list[GoldFact]], GoldArticle]
Errors = Callable[[list[GoldFact], list[GoldFact]], list[Error]]


@pytest.fixture
def errors(article: ArticleMaker) -> Errors:
    return lambda marked, offered: judged(article(marked), offered).errors


@pytest.mark.parametrize(
    ("marked", "offered", "classes"),
    [
        ([("quantity", 0, 4, {"value": 5})], [("quantity", 0, 4, {"value": 5})], []),
        ([("quantity", 0, 4, {"value": 5})], [], ["missed"]),
        ([], [("quantity", 0, 4, {"value": 5})], ["spurious"]),
        ([("quantity", 0, 4, {"value": 5})], [("quantity", 0, 4, {"value": 6})], ["wrong value"]),
        ([("quantity", 0, 4, {"value": 5})], [("quantity", 0, 5, {"value": 5})], ["boundary"]),
        ([("quantity", 0, 4, {"value": 5})], [("percentage", 0, 4, {"value": 5})], ["wrong kind"]),
        ([("quantity", 0, 4, {"value": 5})], [("percentage", 3, 9, {"value": 5})], ["missed", "spurious"]),
        ([("quantity", 0, 4, {"value": 5, "optional": True})], [], []),
        ([("quantity", 0, 4, {"value": 5, "optional": True})], [("quantity", 0, 4, {"value": 6})], []),
        ([("quantity", 0, 4, {"value": 5, "optional": True})], [("percentage", 0, 4, {"value": 6})], ["spurious"]),
    ],
)
def test_classes(gold: GoldMaker, found: FoundMaker, errors: Errors, *, marked: list[Any], offered: list[Any], classes: list[str]) -> None:
    wanted = [gold(kind, start, end, **fields) for kind, start, end, fields in marked]
    have = [found(kind, start, end, **fields) for kind, start, end, fields in offered]
    assert [error.error for error in errors(wanted, have)] == classes


def test_a_kind_is_mistaken_once(gold: GoldMaker, found: FoundMaker, errors: Errors) -> None:
    marked = [gold("quantity", 0, 4, value=5), gold("money", 0, 4, value=5)]
    assert [error.error for error in errors(marked, [found("percentage", 0, 4, value=5)])] == ["wrong kind", "missed"]


def test_context_is_the_articles_own(gold: GoldMaker, errors: Errors, article: ArticleMaker) -> None:
    fact = gold("quantity", 70, 74, value=5)
    (error,) = errors([fact], [])
    text = article([fact]).text
    assert (error.before, error.surface, error.after) == (text[70 - CONTEXT : 70], text[70:74], text[74 : 74 + CONTEXT])
    assert (error.item, error.kind, error.start) == ("made-up", "quantity", 70)


def test_stated_names_what_is_compared(gold: GoldMaker, found: FoundMaker) -> None:
    assert stated(found("quantity", 0, 4, value=5, low=5, modifier="at_least", unit="tonne", counted="coal")) == "value 5, low 5, unit tonne"
    assert (
        stated(gold("date", 0, 4, timex="2022", start_date="2022-01-01", end_date="2022-12-31"))
        == "start_date 2022-01-01, end_date 2022-12-31, timex 2022"
    )
