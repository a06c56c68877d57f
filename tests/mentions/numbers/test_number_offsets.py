"""Any text is survived, and every offset is right."""

import itertools

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from wirefacts.mentions.numbers import find_numbers, number_facts
from wirefacts.mentions.passage import passage_of

PIECES = [
    "5",
    "6.5",
    "1,000",
    "-",
    "to",
    "from",
    "between",
    "and",
    "or",
    "of",
    "the",
    "a",
    "%",
    "percent",
    "$",
    "US$",
    "yuan",
    "million",
    "bn",
    "m",
    "km",
    "per",
    "/",
    "(",
    ")",
    ",",
    ".",
    "one",
    "two",
    "third",
    "half",
    "dozens",
    "hundreds",
    "several",
    "thousand",
    "minus",
    "up",
    "rose",
    "year",
    "year-on-year",
    "people",
    "\n",
    "½",
    "５",
    "५",
    "ſ",
    "İ",
    "´",
    "²",
    "18th",
    "No.",
    "2021",
    "3-1",
    "12:30",
    "'",
    "\x00",
    "\u202e",
    "more than",
    "or so",
    "+",
    "-plus",
    "first",
    "RMB",
    "¥",
    "cents",
]


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
        st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    )
)
def test_offsets_hold_in_any_text(blank: Language, text: str) -> None:
    passage = passage_of(text, [(0, blank(text))])
    numbers = find_numbers(passage, [], [])
    assert all(0 <= number.start < number.end <= len(text) for number in numbers)
    assert all(before.end <= after.start for before, after in itertools.pairwise(numbers))
    ids = set()
    for fact in number_facts(passage, numbers):
        assert text[fact.start : fact.end] == fact.text
        ids.add(fact.id)
    links = {getattr(fact, name, None) for fact in number_facts(passage, numbers) for name in ("equivalent_of", "of_total")} - {None}
    assert links <= ids
