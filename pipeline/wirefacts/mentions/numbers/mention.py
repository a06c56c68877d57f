"""Number mentions: every numeral with its unit and context and what it is."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from wirefacts.records.values import Basis, NumberModifier, Role

Sense = Literal[
    "money", "percentage", "measure", "count", "fraction", "multiple", "age",
    "duration", "time", "year", "ordinal", "score", "enumerator", "name", "phone", "pronoun",
]  # fmt: skip
"""What a numeral is. The first seven are facts; the others are kept so that other conventions can be served."""

Direction = Literal["up", "down"]
Mover = Literal["verb", "noun", "adverb"]
"""The sort of word that says that a number moves."""


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number in the text. Offsets are characters; amounts are exact, scale words multiplied out."""

    start: int
    end: int
    sense: Sense
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: NumberModifier = "exact"
    numeral: tuple[int, int] = (0, 0)
    """Characters of the digits and scale words alone, from the first numeral of a range to its last."""
    currency: str | None = None
    minor: bool = False
    """Whether the words speak in the currency's hundredth part; the amounts are in the whole."""
    unit: str | None = None
    shared: bool = False
    """Whether the unit was stated for a neighbouring number."""
    per: str | None = None
    counted: str | None = None
    counted_span: tuple[int, int] | None = None
    role: Role = "level"
    direction: Direction | None = None
    mover: Mover | None = None
    basis: Basis | None = None
    basis_text: str | None = None
    equivalent_of: int | None = None
    """Index, among the mentions, of the amount that this one restates."""
    of_total: int | None = None
    """Index of the number of which this one is a part."""
    earlier: int | None = None
    """Index of the earlier level of a change: `from $5` of `from $5 to $6`."""
