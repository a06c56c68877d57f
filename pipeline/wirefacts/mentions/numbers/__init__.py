"""Numerals with their units, found, normalised and typed."""

from collections.abc import Sequence

from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import Fact


def find_numbers(passage: Passage, times: Sequence[Span], names: Sequence[Span]) -> list[Span]:
    """TODO."""
    return []


def number_facts(passage: Passage, numbers: list[Span]) -> list[Fact]:
    """TODO."""
    return []
