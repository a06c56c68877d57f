"""Units of measure: our own table over the catalogue that is generated from quantulum3's."""

import json
from functools import cached_property
from importlib.resources import files

from pydantic import Field

from wirefacts.records import Record


class Unit(Record):
    """One unit under its standard name."""

    name: str = Field(min_length=1, description="standard name, singular, British spelling")
    dimension: str = Field(description="what it measures")
    words: tuple[str, ...] = Field(default=(), description="names in the singular, any case")
    symbols: tuple[str, ...] = Field(default=(), description="abbreviations, case as written")
    per: str | None = Field(default=None, description="denominator built into the unit")


class Denominators(Record):
    """What a figure can be divided by."""

    words: frozenset[str] = Field(description="nouns that may follow `a` as a denominator")
    abbreviations: dict[str, str] = Field(description="what stands after a slash → its name")


class WordList(Record):
    """Words of one use."""

    words: frozenset[str]


class Units(Record):
    """Units beside those of the catalogue, and the words that go with them."""

    units: tuple[Unit, ...]
    plurals: dict[str, str] = Field(description="plurals that no rule forms")
    denominators: Denominators
    extents: WordList = Field(description="words after a length that show that `m` is metres")

    @cached_property
    def everything(self) -> tuple[Unit, ...]:
        """Our units, then those of the catalogue."""
        catalogue = json.loads((files("wirefacts.lexicon") / "data" / "units_catalogue.json").read_text(encoding="utf-8"))
        return (*self.units, *(Unit(name=name, **fields) for name, fields in catalogue.items()))

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
