"""Units of measure: our own table over the catalogue that is generated from quantulum3's."""

import json
from fractions import Fraction
from functools import cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from pydantic import Field

from wirefacts.records import Record


class Unit(Record):
    """One unit under its standard name."""

    name: str = Field(min_length=1, description="standard name, singular, British spelling")
    dimension: str = Field(description="what it measures")
    words: tuple[str, ...] = Field(default=(), description="names in the singular, any case")
    symbols: tuple[str, ...] = Field(default=(), description="abbreviations, case as written")
    per: str | None = Field(default=None, description="denominator built into the unit")
    times: str | None = Field(
        default=None, pattern=r"^[1-9]\d*$", description="how many of the named unit one of these words is: a hundred thousand tonnes to the LMT"
    )
    weak: bool = Field(default=False, description="whether they are other things too, so that only a large figure makes them the unit")
    factor: str | None = Field(
        default=None, pattern=r"^(\d*[1-9]\d*(\.\d+)?|0\.\d*[1-9]\d*|[1-9]\d*/[1-9]\d*)$", description="its worth in the base unit of its dimension"
    )


class Base(NamedTuple):
    """What one of a unit is worth in the base unit of its dimension."""

    factor: Fraction
    unit: str
    per: str | None
    """Denominator of the base unit: a knot is metres per second."""


class Denominators(Record):
    """What a figure can be divided by."""

    words: frozenset[str] = Field(description="nouns that may follow `a` as a denominator")
    adjectives: dict[str, str] = Field(description="adjectives before pay → the denominator that they name")
    paid: frozenset[str] = Field(description="nouns of pay, in the words that follow such an adjective")
    abbreviations: dict[str, str] = Field(description="what stands after a slash → its name")


class WordList(Record):
    """Words of one use."""

    words: frozenset[str]


class Units(Record):
    """Units beside those of the catalogue, and the words that go with them."""

    units: tuple[Unit, ...]
    bases: dict[str, str] = Field(description="dimension → the unit that its measures are converted to")
    plurals: dict[str, str] = Field(description="plurals that no rule forms")
    denominators: Denominators
    extents: WordList = Field(description="words after a length that show that `m` is metres")

    @cached_property
    def everything(self) -> tuple[Unit, ...]:
        """Our units, then those of the catalogue."""
        return (*self.units, *(Unit(name=name, **fields) for name, fields in _generated("units_catalogue.json").items()))

    def base_of(self, name: str) -> Base | None:
        """What the unit of that name (standard, or another in the singular) is worth in its dimension's base unit; None where no one factor tells.

        >>> from wirefacts.lexicon import Lexicon
        >>> Lexicon().units.base_of("mu"), Lexicon().units.base_of("gallon")
        (Base(factor=Fraction(2000, 3), unit='square metre', per=None), None)
        """
        return self._worth.get(name)

    @cached_property
    def _worth(self) -> dict[str, Base | None]:
        generated = _generated("unit_factors.json")
        worth: dict[str, Base | None] = {}
        whole = [each for each in self.everything if each.per is None and each.dimension in self.bases]
        named = [(each.name, each) for each in whole] + [(word, each) for each in whole if each.times is None for word in each.words]
        for name, unit in named:
            factor = unit.factor or generated.get(unit.name)
            base, _, per = self.bases[unit.dimension].partition(" per ")
            worth.setdefault(name, Base(Fraction(factor), base, per or None) if factor is not None else None)
        return worth

    def plural(self, word: str) -> str:
        """The plural of a unit's name; of a name of several words, that of the last.

        >>> from wirefacts.lexicon import Lexicon
        >>> [Lexicon().units.plural(word) for word in ("square foot", "hectare", "inch", "barrel of oil equivalent")]
        ['square feet', 'hectares', 'inches', 'barrels of oil equivalent']
        """
        if word.lower() in self.plurals:
            return self.plurals[word.lower()]
        head, of, rest = word.partition(" of ")
        first, space, last = head.rpartition(" ")
        if last.lower() in self.plurals:
            many = self.plurals[last.lower()]
        elif last.endswith("s"):
            many = last
        elif last.endswith("y") and last[-2:-1] not in "aeiou":
            many = last[:-1] + "ies"
        else:
            many = last + "s"
        return f"{first}{space}{many}{of}{rest}"


def _generated(name: str) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((files("wirefacts.lexicon") / "data" / name).read_text(encoding="utf-8"))
    return table
