"""What wirefacts uses of quantulum3's catalogue, written to a file: the library takes seconds to build its tables, the file milliseconds.

`python -m wirefacts.lexicon.generate_units` writes it again, after quantulum3 or the choices in `catalogue_choices.toml` have changed.
"""

import json
import warnings
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from wirefacts.lexicon.loader import load
from wirefacts.records import Record

_SHORTEST_WORD = 3


class Choices(Record):
    """What the catalogue leaves out of quantulum3's, and what it names differently."""

    skipped_dimensions: frozenset[str]
    skipped_units: frozenset[str]
    skipped_parts: tuple[str, ...] = Field(description="parts of names that rule a unit out")
    kept: frozenset[str] = Field(description="units kept although a part of their name rules them out")
    skipped_symbols: frozenset[str]
    names: dict[str, str] = Field(description="quantulum3's name → standard name")

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


def main() -> None:
    """Write the file."""
    path = Path(str(files("wirefacts.lexicon") / "data" / "units_catalogue.json"))
    path.write_text(json.dumps(catalogue(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
