"""What gives a person's name away: family names that stand first, and honorifics."""

from functools import cached_property

from wirefacts.records import Record


class People(Record):
    """Words of people's names."""

    surnames_first: tuple[str, ...]
    honorifics: tuple[str, ...]

    @cached_property
    def titles(self) -> frozenset[str]:
        """Honorifics, in lower case."""
        return frozenset(self.honorifics)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Family names that stand first, in lower case."""
        return frozenset(name.lower() for name in self.surnames_first)
