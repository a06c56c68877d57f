"""Places that news names most, and the words for their people and things."""

from functools import cached_property

from wirefacts.records import Record


class Regions(Record):
    """Places that are no countries."""

    provinces: tuple[str, ...]
    cities: tuple[str, ...]
    areas: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: frozenset[str]
    openings: frozenset[str]


class Places(Record):
    """Countries, each with the words for its people and things, and regions."""

    countries: dict[str, tuple[str, ...]]
    regions: Regions

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a place, in lower case."""
        regions = self.regions
        return frozenset(name.lower() for name in (*self.countries, *regions.provinces, *regions.cities, *regions.areas))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of every name, in lower case, as texts are cut into words."""
        return frozenset(name.split()[0].split("-")[0] for name in self.names)

    @cached_property
    def country_names(self) -> frozenset[str]:
        """Names of countries, in lower case."""
        return frozenset(name.lower() for name in self.countries)

    @cached_property
    def adjectives(self) -> dict[str, str | None]:
        """Words for people and things of a place, in lower case, with the country where they name one."""
        named: dict[str, str | None] = {word.lower(): None for word in self.regions.adjectives}
        return named | {word.lower(): country for country, words in self.countries.items() for word in words}

    @cached_property
    def governed(self) -> frozenset[str]:
        """Provinces and cities, in lower case, whose name before `government` means their own and not their country's."""
        regions = self.regions
        return frozenset(name.lower() for name in (*regions.provinces, *regions.cities)) - regions.capitals

    @property
    def openings(self) -> frozenset[str]:
        """Words, in lower case, that open the names of places: Port Said."""
        return self.regions.openings

    @cached_property
    def provinces(self) -> frozenset[str]:
        """Names of provinces and states, in lower case."""
        return frozenset(name.lower() for name in self.regions.provinces)
