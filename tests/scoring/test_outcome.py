"""The units that are drawn add up to the whole, and every text has sentences."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.interchange import GoldArticle, GoldFact, NameDocument
from wirefacts.records import NameSpan
from wirefacts.scoring.outcome import Outcome, outcome_of, sentence_starts
from wirefacts.scoring.scorecard import Scorecard, total
from wirefacts.scoring.tasks import DATASETS

GoldMaker = Callable[..., GoldFact]
FoundMaker = Callable[..., GoldFact]

TEXT = "Ferries sailed. Two sank!\n\nNone came back? All did.\n"
SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 20)).map(lambda s: NameSpan(start=s[0], end=min(s[0] + s[1], len(TEXT))))
LETTERS = st.text(st.sampled_from("aB.!? \n\t\r\u2028\x0b。中5"))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Up. Down.", [0, 4]),
        ("Up! Down? Flat.", [0, 4, 10]),
        ("One\ntwo\n\nthree", [0, 4, 9]),
        ("It cost 2.5 yuan. More.", [0, 18]),
        ("no end", [0]),
        ("", [0]),
        ("\n \n", [0]),
        ("\n\nUp.", [2]),
        ("Up.\n", [0]),
        ("Up. Down. \r\nFlat.", [0, 4, 12]),
        ("  Up. Down.", [2, 6]),
    ],
)
def test_where_sentences_begin(text: str, starts: list[int]) -> None:
    assert sentence_starts(text) == starts


@given(st.one_of(st.text(), LETTERS))
@settings(deadline=None)
def test_sentences_of_any_text_begin_one_behind_the_other_at_characters(text: str) -> None:
    starts = sentence_starts(text)
    assert all(one < other for one, other in pairwise(starts))
    assert all(not text[start].isspace() for start in starts) if text.strip() else starts == [0]
    assert text[: starts[0]].strip() == ""


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
@settings(deadline=None)
def test_the_units_add_up_to_the_whole(marked: list[NameSpan], offered: list[NameSpan]) -> None:
    task = DATASETS["organizations"]
    document = NameDocument(id="ferries", text=TEXT, names=tuple(marked))
    outcome = outcome_of(task, [(document, offered)])
    judgement = task.judge(document, offered)
    assert len(outcome.units) == len(sentence_starts(TEXT)) == 4
    assert outcome.card == total(outcome.units) == total(card for _, card in judgement.cells)
    assert list(outcome.errors) == judgement.errors


def test_a_mark_is_counted_in_the_sentence_it_starts_in() -> None:
    document = NameDocument(id="ferries", text=TEXT, names=(NameSpan(start=0, end=7), NameSpan(start=16, end=30), NameSpan(start=45, end=48)))
    outcome = outcome_of(DATASETS["organizations"], [(document, [NameSpan(start=16, end=30)])])
    assert [(unit.counts().gold, unit.counts().found) for unit in outcome.units] == [(1, 0), (1, 1), (0, 0), (1, 0)]


def test_a_sentence_without_marks_is_a_unit_too() -> None:
    outcome = outcome_of(DATASETS["organizations"], [(NameDocument(id="quiet", text=TEXT, names=()), [])] * 2)
    assert outcome.units == (Scorecard(),) * 8


def test_items_that_are_sentences_are_one_unit_each(gold: GoldMaker, found: FoundMaker) -> None:
    article = GoldArticle(id="ferries", text=TEXT, facts=(gold("quantity", 16, 19, value=2),))
    by_sentence = outcome_of(DATASETS["facts"], [(article, [found("quantity", 16, 19, value=2)])])
    assert [unit.counts().hits.get("value", 0) for unit in by_sentence.units] == [0, 1, 0, 0]
    assert DATASETS["facts"].by_sentence
    assert not DATASETS["newsquant"].by_sentence


def test_nothing_answered_comes_to_nothing() -> None:
    assert outcome_of(DATASETS["organizations"], []) == Outcome((), ())
    assert Outcome((), ()).card == Scorecard()
