"""What wirefacts uses of quantulum3's catalogue and of pint's factors, written to files: the libraries take seconds, the files milliseconds.

`python -m wirefacts.lexicon.generate_units` writes them again, after a library or the choices in `catalogue_choices.toml` have changed.
"""

import json
import re
import warnings
from collections.abc import Container, Mapping
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import Field

from wirefacts.lexicon.loader import load
from wirefacts.lexicon.units import Unit, Units
from wirefacts.records import Record

_SHORTEST_WORD = 3
_POWERS = {"square": 2, "cubic": 3}


class Choices(Record):
    """What the catalogue leaves out of quantulum3's, and what it names differently."""

    skipped_dimensions: frozenset[str]
    skipped_units: frozenset[str]
    skipped_parts: tuple[str, ...] = Field(description="parts of names that rule a unit out")
    kept: frozenset[str] = Field(description="units kept although a part of their name rules them out")
    skipped_symbols: frozenset[str]
    unsettled: frozenset[str] = Field(description="units that have no one factor")
    names: dict[str, str] = Field(description="quantulum3's name → standard name")
    pint: dict[str, str] = Field(description="standard name → pint's expression")

    def takes(self, name: str, dimension: str) -> bool:
        """Whether the catalogue has a unit."""
        if dimension in self.skipped_dimensions or name in self.skipped_units:
            return False
        return name in self.kept or not any(part in name for part in self.skipped_parts)

    def trusts(self, symbol: str) -> bool:
        """Whether a symbol is evidence of a unit: one letter alone is not, and those that are used stand in our own table."""
        return len(symbol) > 1 and " " not in symbol and symbol not in self.skipped_symbols


def catalogue() -> dict[str, dict[str, object]]:
    """Name of each unit that news can mean → dimension, words and symbols, as quantulum3 has them."""
    choices = load("catalogue_choices.toml", Choices)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import load as library  # noqa: PLC0415 - takes seconds

        units = library.units("en_US").names
    kept: dict[str, dict[str, object]] = {}
    for name, unit in sorted(units.items()):
        words = sorted({word for word in unit.surfaces if word.isascii() and len(word) >= _SHORTEST_WORD})
        symbols = sorted({symbol for symbol in unit.symbols if choices.trusts(symbol)})
        if choices.takes(name, unit.entity.name) and (words or symbols):
            kept[choices.names.get(name, name)] = {"dimension": unit.entity.name, "words": words, "symbols": symbols}
    return kept


def factors() -> dict[str, str]:
    """Name of each unit whose dimension has a base unit, and that has one size → its worth in that base unit, by pint."""
    from pint import UnitRegistry  # noqa: PLC0415 - slow, and needed here alone

    choices, units = load("catalogue_choices.toml", Choices), load("units.toml", Units)
    registry: Any = UnitRegistry(non_int_type=Fraction)
    known = frozenset(dir(registry))

    def asked(name: str) -> Any:
        return Fraction(1) * registry.parse_expression(_expression(name, choices.pint, known))

    def is_told(unit: Unit) -> bool:
        return unit.per is None and unit.factor is None and unit.dimension in units.bases and unit.name not in choices.unsettled

    told = {unit.name: unit.dimension for unit in units.everything if is_told(unit)}
    return {name: _written((asked(name) / asked(units.bases[dimension])).m_as("dimensionless")) for name, dimension in sorted(told.items())}


def _expression(name: str, given: Mapping[str, str], known: Container[str]) -> str:
    """The name that pint has for a unit: `long ton` → `long_ton`, `square metre` → `metre ** 2`, `kilowatt-hour` → `kilowatt * hour`."""
    over, per, under = name.partition(" per ")
    power, _, rest = name.partition(" ")
    joined = re.sub(r"[- ]", "_", name)
    if name in given:
        return given[name]
    if per:
        return f"{_expression(over, given, known)} / {_expression(under, given, known)}"
    if power in _POWERS:
        return f"{rest} ** {_POWERS[power]}"
    return joined if joined in known else joined.replace("_", " * ")


def _written(worth: Fraction) -> str:
    """A factor as a decimal where it is one, else as a fraction."""
    with localcontext(Context(prec=60, traps=[Inexact])):
        try:
            return format(Decimal(worth.numerator) / Decimal(worth.denominator), "f")
        except Inexact:
            return str(worth)


def main() -> None:
    """Write the files."""
    data = Path(str(files("wirefacts.lexicon") / "data"))
    for name, made in (("units_catalogue.json", catalogue), ("unit_factors.json", factors)):  # the factors are those of the catalogue
        (data / name).write_text(json.dumps(made(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
