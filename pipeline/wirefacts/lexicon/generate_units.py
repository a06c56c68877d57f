"""What wirefacts uses of quantulum3's catalogue, written to a file: the library takes seconds to build its tables, the file milliseconds.

`python -m wirefacts.lexicon.generate_units` writes it again, after quantulum3 or the choices below have changed.
"""

import json
import warnings
from importlib.resources import files
from pathlib import Path

SKIPPED_DIMENSIONS = frozenset(
    {"currency", "dimensionless", "typographical element", "luminance", "permeability", "irradiance", "charge", "capacitance", "kinematic viscosity"}
    | {"magnetic flux", "magnetic field", "electrical conductance", "catalytic activity", "flux density", "linear mass density", "dynamic viscosity"}
)
SKIPPED_UNITS = frozenset(
    # homonyms of everyday words, units nobody but a laboratory states, and units that our own table defines in the sense news has
    "barn league ell span cubit shake drop cup peck quarter mole gal rhe rad gray mil kip torr bar rod stone candela henry erg dyne hartree lustrum fathom "
    "ton tonne gigaton megaton kiloton minute second turn quad curie nucleotide twip slug stere nibble rutherford roentgen barye therm poundal milligray kilogray statvolt statohm".split()
) | {"second of arc", "minute of arc", "base pair", "kilo base pair", "mega base pair", "giga base pair", "speed of light", "short ton", "inverse second", "inverse femtobarn", "standard atmosphere", "technical atmosphere"}
SKIPPED_PARTS = ("per ", "barn", "force", "exa", "zetta", "yotta", "femto", "atto", "zepto", "yocto", "peta", "exbi", "zebi", "yobi", "pebi", "year", "stat", "water")
KEPT_ALTHOUGH = frozenset({"year", "light-year"})
SKIPPED_SYMBOLS = frozenset(
    # words, abbreviations of other things, and symbols of one letter: no evidence of a unit
    "in at au AU ua UA ac st As Ms Pm am pm AT At TR Gs Da fps TV TA MA GA Tm Mm Gm TA Gamp Mamp Tamp Rd VA Ha BF St Ba mb kb rad Ws BF FBM BDFT pt qt bu ct kt kn deg "
    "hs fur fath rps krps Mrps Grps Trps GV bsh hm dam Dm dkm q gr".split()
)
NAMES = {
    # quantulum3's name → the standard name that facts carry
    "degree angle": "degree",
    "degree fahrenheit": "degree Fahrenheit",
    "kilowatt hour": "kilowatt-hour",
    "pound-mass": "pound",
    "cubic centimetre": "millilitre",
    "millimeter of mercury": "millimetre of mercury",
}


def catalogue() -> dict[str, dict[str, object]]:
    """Name of each unit that news can mean → dimension, words and symbols, as quantulum3 has them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import load  # noqa: PLC0415 - takes seconds

        units = load.units("en_US").names
    kept: dict[str, dict[str, object]] = {}
    for name, unit in sorted(units.items()):
        dimension = unit.entity.name
        if dimension in SKIPPED_DIMENSIONS or name in SKIPPED_UNITS:
            continue
        if name not in KEPT_ALTHOUGH and any(part in name for part in SKIPPED_PARTS):
            continue
        words = sorted({word for word in unit.surfaces if word.isascii() and len(word) > 2})  # noqa: PLR2004
        symbols = sorted({symbol for symbol in unit.symbols if _trusted(symbol)})
        if words or symbols:
            kept[NAMES.get(name, name)] = {"dimension": dimension, "words": words, "symbols": symbols}
    return kept


def _trusted(symbol: str) -> bool:
    # one letter alone is no evidence of a unit; those that are used stand in our own table
    return len(symbol) > 1 and " " not in symbol and symbol not in SKIPPED_SYMBOLS


def main() -> None:
    """Write the file."""
    path = Path(str(files("wirefacts.lexicon") / "data" / "units_catalogue.json"))
    path.write_text(json.dumps(catalogue(), ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
