"""How numbers are written out: cardinal and ordinal words, scale words and their abbreviations, fractions, orders of magnitude."""

from pydantic import Field

from wirefacts.records import Amount, Record


class Shares(Record):
    """Words beside a share whose whole is not named, lower case."""

    bent: frozenset[str] = Field(description="between the verb of change and the share")
    levels: frozenset[str] = Field(description="verbs before the share that say how much something is")
    compared: frozenset[str] = Field(description="two words before a share that something else is held against")
    after: frozenset[str] = Field(description="behind the share")


class Numerals(Record):
    """Number words, all in lower case."""

    cardinals: dict[str, int]
    ordinals: dict[str, int]
    scales: dict[str, Amount]
    abbreviations: dict[str, Amount]
    denominators: dict[str, int]
    glyphs: dict[str, Amount]
    groups: dict[str, Amount]
    plurals: dict[str, Amount]
    indefinite: dict[str, int]
    shares: Shares = Field(description="what stands beside a share of nothing named")
