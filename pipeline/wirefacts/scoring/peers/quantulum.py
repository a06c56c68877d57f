"""quantulum3 by itself: its parser over the text, as its documentation shows."""

import datetime as dt
import warnings
from collections.abc import Iterator
from typing import Any

from wirefacts.conventions import Form
from wirefacts.interchange import GoldFact
from wirefacts.records import NewsQuantity
from wirefacts.scoring.peers.parts import amount, number_fact

_DIMENSIONLESS = "dimensionless"


class Quantulum:
    """quantulum3: `quantulum3.parser.parse(text)`."""

    name = "quantulum3"
    install = "pip install quantulum3"
    forms: frozenset[Form] = frozenset({"facts", "quantities"})

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it works without its classifier, and says so
            from quantulum3 import parser

        self._parse = parser.parse

    def parsed(self, text: str) -> list[Any]:
        """What the library finds."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it works without its classifier, and says so at its first use
            found: list[Any] = self._parse(text)
        return found

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:  # noqa: ARG002 - every peer is asked the same
        """Money, percentages and quantities."""
        return list(quantity_facts(text, self.parsed(text)))

    def quantities(self, text: str, published: dt.date | None) -> list[NewsQuantity]:  # noqa: ARG002 - likewise
        """Quantities by value and unit."""
        return list(news_quantities(self.parsed(text)))


def quantity_facts(text: str, found: list[Any]) -> Iterator[GoldFact]:
    """The library's quantities as facts."""
    for quantity in found:
        value = amount(quantity.value)
        unit = None if quantity.unit.name == _DIMENSIONLESS else quantity.unit.name
        fact = number_fact(text, quantity.span, value, unit, _currency(quantity.unit)) if value is not None else None
        if fact is not None:
            yield fact


def news_quantities(found: list[Any]) -> Iterator[NewsQuantity]:
    """The library's quantities by value and unit."""
    for quantity in found:
        value = amount(quantity.value)
        if value is not None:
            name = quantity.unit.name
            yield NewsQuantity(value=value, unit="-" if name == _DIMENSIONLESS else name, surface_unit=_surface(quantity.unit))


def _currency(unit: Any) -> str | None:
    """The ISO code of a unit of currency; its name where the library knows none."""
    return (unit.currency_code or unit.name) if unit.entity.name == "currency" else None


def _surface(unit: Any) -> str:
    return " ".join(dimension.get("surface", "") for dimension in unit.original_dimensions or ())
