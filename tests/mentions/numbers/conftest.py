"""Numbers of a sentence, with temporal expressions and names given by their words."""

from collections.abc import Callable, Sequence

import pytest

from wirefacts.mentions.numbers import NumberMention, find_numbers, number_facts
from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import Fact

FactsOf = Callable[..., list[Fact]]
MentionsOf = Callable[..., list[NumberMention]]


def spans_of(text: str, surfaces: Sequence[str]) -> list[Span]:
    return [Span(text.index(surface), text.index(surface) + len(surface)) for surface in surfaces]


@pytest.fixture(scope="session")
def mentions_of(passage: Callable[..., Passage]) -> MentionsOf:
    def found(text: str, times: Sequence[str] = (), names: Sequence[str] = ()) -> list[NumberMention]:
        return find_numbers(passage(text), spans_of(text, times), spans_of(text, names))

    return found


@pytest.fixture(scope="session")
def facts_of(passage: Callable[..., Passage]) -> FactsOf:
    def found(text: str, times: Sequence[str] = (), names: Sequence[str] = ()) -> list[Fact]:
        analysed = passage(text)
        return number_facts(analysed, find_numbers(analysed, spans_of(text, times), spans_of(text, names)))

    return found
