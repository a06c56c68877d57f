"""Any text is survived: valid offsets, no overlaps, time linear in length."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations import find_names
from wirefacts.mentions.passage import Entity, Passage, passage_of

NLP = spacy.blank("en")
LEXICON = Lexicon()
WORDS = [
    "Bank",
    "of",
    "and",
    "the",
    "Ltd",
    "Co",
    ".",
    ",",
    "(",
    ")",
    "Xinhua",
    "/",
    "'s",
    "13th",
    "Hunan",
    "province",
    "-",
    "customs",
    "\n",
    "Acme",
    "CPC",
    "said",
    "Group",
]


def unlabelled(text: str) -> Passage:
    doc = NLP(text)
    for token in doc:
        token.tag_ = "NNP" if token.text[:1].isupper() else "NN"
    return passage_of(text, [(0, doc)], lexicon=LEXICON)


def check(passage: Passage) -> None:
    end = 0
    for name in find_names(passage):
        assert end <= name.start < name.end <= len(passage.text)
        assert name.name.strip()
        end = name.end


@given(st.text())
def test_any_unicode(text: str) -> None:
    check(unlabelled(text))


@given(st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_order_of_the_words_that_rules_speak_of(text: str) -> None:
    check(unlabelled(text))


@given(st.lists(st.sampled_from(WORDS), min_size=1).map(" ".join), st.data())
def test_any_entities(text: str, data: st.DataObject) -> None:
    passage = unlabelled(text)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    labels = st.sampled_from(["ORG", "PERSON", "GPE", "DATE"])
    entities = [Entity(start, end, data.draw(labels)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    check(replace(passage, entities=entities))


@pytest.mark.parametrize(
    "unit", ["Bank of ", "Group ", "Acme Aaa, ", "customs of ", "trade and ", "People's ", "Hunan (CPC) ", "13th Congress ", "A-", "Co., Ltd., "]
)
def test_time_is_linear_in_length(unit: str, takes_linear_time: Callable[[Callable[[int], object], int], None]) -> None:
    takes_linear_time(lambda repeats: find_names(unlabelled(unit * repeats)), 2000)
