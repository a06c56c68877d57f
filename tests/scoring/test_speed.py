"""The texts of a race."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.scoring.speed import distinct_texts

ARTICLES = [
    "The ferry sold 15 tickets. Two boats sank. Fares rose 7%.\n\nA pier opened. It cost 3.2 million.\n",
    "Rain fell. 40 mm came down.\n\nIt stopped.",
]


def letters(text: str) -> Counter[str]:
    """Its characters, figures and blanks apart."""
    return Counter(re.sub(r"[1-9\s]", "", text))


def test_the_same_seed_gives_the_same_texts() -> None:
    assert distinct_texts(ARTICLES, 6) == distinct_texts(ARTICLES, 6)
    assert distinct_texts(ARTICLES, 6, seed=1) != distinct_texts(ARTICLES, 6, seed=2)


def test_more_texts_begin_with_the_same_ones() -> None:
    assert distinct_texts(ARTICLES, 6)[:3] == distinct_texts(ARTICLES, 3)


def test_texts_are_distinct() -> None:
    texts = distinct_texts(ARTICLES[:1], 50)
    assert len(set(texts)) == 50
    assert ARTICLES[0] not in texts


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_articles_are_taken_by_turns(count: int) -> None:
    assert [letters(text) for text in distinct_texts(ARTICLES, count)] == [letters(ARTICLES[index % 2]) for index in range(count)]


@given(st.lists(st.text(st.sampled_from("Ab c.5\n0!"), min_size=1), min_size=1, max_size=3), st.integers(1, 6))
def test_a_text_has_the_letters_and_as_many_figures_as_its_article(articles: list[str], count: int) -> None:
    for index, text in enumerate(distinct_texts(articles, count)):
        article = articles[index % len(articles)]
        assert letters(text) == letters(article)
        assert len(re.findall(r"[1-9]", text)) == len(re.findall(r"[1-9]", article))


def test_sentences_stay_whole_and_in_their_paragraph() -> None:
    def shape(text: str) -> list[list[str]]:
        masked = re.sub(r"[1-9]", "#", text)
        return sorted(sorted(re.split(r"(?<=[.!?])\s+(?=[A-Z])", paragraph)) for paragraph in masked.split("\n") if paragraph)

    assert all(shape(text) == shape(ARTICLES[0]) for text in distinct_texts(ARTICLES[:1], 20))
