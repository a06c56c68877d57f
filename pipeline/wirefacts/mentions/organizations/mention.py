"""What the finders of names hand around: stretches of words with what is known of them, and the mentions they end as."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from wirefacts.records.values import OrganizationType

DESK = "organization.desk"
"""The rule of a desk that signs off a report."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """One mention of a named body, under the name that all its mentions share."""

    start: int
    end: int
    name: str
    place: str | None
    type: OrganizationType
    rule: str

    @property
    def is_body(self) -> bool:
        """Whether the guidelines count it among the organizations; desks that sign off are found for other conventions alone."""
        return self.rule != DESK


class Stretch(NamedTuple):
    """A half-open range of words that may be a name, and what the model said of it: empty where it said nothing."""

    first: int
    last: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A body found on a half-open range of words, not yet named."""

    first: int
    last: int
    rule: str
    type: OrganizationType | None = None
    place: str | None = None
    known: str | None = None
    """Canonical name where the vocabulary knows the body."""
    surface: str | None = None
    """The spelling of a known body that makes its name in this text; None for an acronym and for one word in capitals."""
    full: str | None = None
    """The words of the longer name that the mention shortens or abbreviates, in lower case."""


def longest(found: Iterable[Found]) -> list[Found]:
    """Those found, in text order, of two that overlap the longer.

    >>> [(body.first, body.last) for body in longest([Found(2, 5, "a"), Found(0, 3, "b"), Found(1, 5, "c")])]
    [(1, 5)]
    """
    kept: list[Found] = []
    for body in sorted(found, key=lambda body: (body.first, -body.last)):
        if not kept or body.first >= kept[-1].last:
            kept.append(body)
        elif body.last - body.first > kept[-1].last - kept[-1].first:
            kept[-1] = body
    return kept
