"""Where each currency is money: the places, bodies and papers by which a text shows of which currency it speaks."""

from pydantic import Field

from wirefacts.records import Record


class Area(Record):
    """The area of one currency."""

    countries: tuple[str, ...] = Field(default=(), description="countries, by their names in places.toml, whose own words count too")
    names: tuple[str, ...] = Field(default=(), description="places, bodies and people of the area; those in lower case in any case")
    papers: tuple[str, ...] = Field(default=(), description="outlets that write for the area, and the ends of their addresses")
    bare: bool = Field(default=False, description="of a dollar: whether the area's papers write it with the bare sign")


class CurrencyAreas(Record):
    """The areas, by ISO 4217 code."""

    worldwide: frozenset[str] = Field(description="outlets that write for the world, whose bare dollar is the American one")
    areas: dict[str, Area]
