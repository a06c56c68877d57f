"""Compound unit symbols that no table holds: quantulum3 is asked about the short span, and what it says is checked."""

import re
import warnings
from functools import cache

_PART = r"(?:[kMGTcmµunp]?(?:mol|Hz|Pa|eV|Wb|lm|lx|Bq|Sv|cal|m|g|s|A|K|N|J|W|C|V|F|T|H|L|l|h|Ω)(?:[23²³]|\^[23])?)"
COMPOUND = re.compile(rf"(?={_PART}*[A-Za-zµ]{{2}}){_PART}(?:[/·*]{_PART}){{1,3}}(?![\w/])")
"""Symbols of the metric system divided or multiplied by one another, one of them of more than one letter."""

_UNTRUSTED = frozenset({"unknown", "dimensionless", "currency"})


@cache
def asked_unit(symbols: str) -> str | None:
    """The name of the unit that compound symbols stand for; None where quantulum3 knows none, or reads more or less than was asked.

    The library is imported here: its tables take seconds to build, and hardly any article has such symbols.

    >>> COMPOUND.match("A/C units") is None
    True
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser  # noqa: PLC0415 - takes seconds

        found = parser.parse(f"1 {symbols}")
    if len(found) != 1 or found[0].value != 1 or found[0].span != (0, len(symbols) + 2):
        return None
    unit = found[0].unit
    return None if unit.entity.name in _UNTRUSTED and not unit.dimensions else str(unit.name)
