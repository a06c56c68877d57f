"""No run of the grammar's words makes it fail."""

import datetime as dt

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.dates import date_facts, find_times
from wirefacts.mentions.dates.lexing import words_of
from wirefacts.mentions.passage import passage_of

_LEXICON = Lexicon()
_BLANK = spacy.blank("en")
_WORDS = [*words_of(_LEXICON).single, "June", "Monday", "first", "ten", "the", "of", "year"]
_FIGURES = [
    "2022",
    "12",
    "5",
    "4th",
    "1990s",
    "'98",
    "FY2024",
    "2023-24",
    "9MFY25",
    "Q3",
    "13:00",
    "5 p.m.",
    "2020-01-02",
    "05/06/2024",
    ",",
    "-",
    "/",
    "$",
]


@settings(max_examples=400, deadline=None)
@given(words=st.lists(st.one_of(st.sampled_from(sorted(_WORDS)), st.sampled_from(_FIGURES)), min_size=2, max_size=9), known=st.booleans())
def test_any_run_of_words(words: list[str], *, known: bool) -> None:
    text = " ".join(words)
    passage = passage_of(text, [(0, _BLANK(text))], published=dt.date(2022, 7, 19) if known else None, lexicon=_LEXICON)
    for fact in date_facts(passage, find_times(passage)):
        assert text[fact.start : fact.end] == fact.text
