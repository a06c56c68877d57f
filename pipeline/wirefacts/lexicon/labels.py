"""Words whose number names a thing instead of counting things."""

from pydantic import Field

from wirefacts.records import Record


class Labels(Record):
    """Words in lower case."""

    before: frozenset[str] = Field(description="before a number that is a name, whatever follows")
    weak: frozenset[str] = Field(description="before a number that is a name unless it counts what follows")
    after: frozenset[str] = Field(description="after a number that is a clock time")
    years: frozenset[str] = Field(description="before a number that is a year if it has the looks of one")
    months: frozenset[str] = Field(description="before a day of the month")
    pronouns: frozenset[str] = Field(description="before `one` as a pronoun")
    scores: frozenset[str] = Field(description="near a pair of numbers that is a score")
    people: frozenset[str] = Field(description="of whom a bound alone tells an age")
    compounds: frozenset[str] = Field(description="second halves of hyphenated words whose number counts nothing")
    nought: frozenset[str] = Field(description="after `zero` that counts nothing")
    roads: frozenset[str] = Field(description="beside a letter and a number that name a road")
    heat: frozenset[str] = Field(description="in a sentence whose `c` after a number is of Celsius")
    relational: frozenset[str] = Field(description="modifiers of a counted noun that say nothing of its kind")
