"""Named bodies, found and named."""

from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import Fact


def find_names(passage: Passage) -> list[Span]:
    """TODO."""
    return []


def organization_facts(passage: Passage, names: list[Span]) -> list[Fact]:
    """TODO."""
    return []
