"""Words of change: which way a figure goes, what a percentage says, and what it is compared with."""

from pydantic import Field

from wirefacts.records import Record


class Direction(Record):
    """Words that send a figure one way, all forms, lower case."""

    verbs: frozenset[str]
    nouns: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()


class Roles(Record):
    """Words that name what a percentage says."""

    share: frozenset[str] = Field(description="words before a percentage that is a share")
    share_nouns: frozenset[str] = Field(description="words after it")
    rate: frozenset[str] = Field(description="nouns that are rates")


class Changes(Record):
    """The vocabulary of change."""

    up: Direction
    down: Direction
    movement: Direction = Field(description="verbs that move a figure without saying where")
    roles: Roles
    basis: dict[str, tuple[str, ...]] = Field(description="phrases of comparison, by basis")
