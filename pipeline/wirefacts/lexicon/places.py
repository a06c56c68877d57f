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
    arms: frozenset[str]
    openings: frozenset[str]


class Places(Record):
    """Countries, each with the words for its people and things, and regions."""

    countries: dict[str, tuple[str, ...]]
    homes: dict[str, tuple[str, ...]]
    telling: dict[str, tuple[str, ...]]
    regions: Regions

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of a place, in lower case."""
        regions = self.regions
        return frozenset(name.lower() for name in (*self.countries, *regions.provinces, *regions.cities, *regions.areas, *self._at_home))

    @cached_property
    def _at_home(self) -> tuple[str, ...]:
        """The places that tell of a country."""
        return tuple(name for names in self.homes.values() for name in names)

    @cached_property
    def country_of(self) -> dict[str, str]:
        """The country that a place, a word for its people, or a word of its own news alone tells of, all in lower case."""
        told = {name.lower(): country for country, words in self.countries.items() for name in (country, *words)}
        told |= {name.lower(): country for country, names in self.homes.items() for name in names}
        return told | {word: country for country, words in self.telling.items() for word in words}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first word of every name, in lower case, as texts are cut into words."""
        return frozenset(name.split()[0].split("-")[0] for name in self.names)

    @cached_property
    def country_names(self) -> frozenset[str]:
        """Names of countries, in lower case."""
        return frozenset(name.lower() for name in self.countries)

    @cached_property
    def arms(self) -> frozenset[str]:
        """Names of countries, in lower case, as companies' arms there bear them."""
        return self.country_names | self.regions.arms

    @cached_property
    def adjectives(self) -> dict[str, str | None]:
        """Words for people and things of a place, in lower case, with the country where they name one."""
        named: dict[str, str | None] = {word.lower(): None for word in self.regions.adjectives}
        return named | {word.lower(): country for country, words in self.countries.items() for word in words}

    @cached_property
    def governed(self) -> frozenset[str]:
        """Provinces and cities, in lower case, whose name before `government` means their own and not their country's."""
        regions = self.regions
        own = frozenset(name.lower() for name in (*regions.provinces, *regions.cities, *self._at_home))
        return own - regions.capitals - self.country_names - {name.lower() for name in regions.areas}

    @property
    def openings(self) -> frozenset[str]:
        """Words, in lower case, that open the names of places: Port Said."""
        return self.regions.openings

    @cached_property
    def provinces(self) -> frozenset[str]:
        """Names of provinces and states, in lower case."""
        return frozenset(name.lower() for name in self.regions.provinces)
