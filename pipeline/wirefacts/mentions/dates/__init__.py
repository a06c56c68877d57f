"""Temporal expressions, found and resolved."""

from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import Fact


def find_times(passage: Passage) -> list[Span]:
    """TODO."""
    return []


def date_facts(passage: Passage, times: list[Span]) -> list[Fact]:
    """TODO."""
    return []
