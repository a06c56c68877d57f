"""Words that bend a figure: bounds and approximations."""

from typing import Literal

from pydantic import Field

from wirefacts.lexicon.units import WordList
from wirefacts.records import Record

Bend = Literal["approximate", "more_than", "at_least", "less_than", "at_most", "exact"]


class Bounds(Record):
    """Phrases in lower case, by what they do to the figure."""

    before: dict[Bend, tuple[str, ...]] = Field(description="before the figure")
    after: dict[Bend, tuple[str, ...]] = Field(description="after the figure")
    large: dict[Bend, tuple[str, ...]] = Field(description="before amounts of money and large figures alone")
    motion: WordList = Field(description="verbs that make `up to` a movement")
    transparent: WordList = Field(description="words that may stand between bound and figure")
