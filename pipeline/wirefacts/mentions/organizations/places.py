"""Where a body belongs: its owner, the place in its name, or the place it is based in, as far as the text says."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import OrganizationType

_NATIONAL = frozenset({"company", "media", "international", "association", "party", "other", "finance", "education"})
"""Types of body that a country in the name does not place."""

_UNITS = {
    "county": "county",
    "district": "county",
    "province": "province",
    "state": "province",
    "region": "province",
    "city": "city",
    "municipality": "city",
    "country": "country",
    "nation": "country",
}
_LEVELS = frozenset({"State", "County"})
"""What belongs to the name of the place before it."""
OWNERS = frozenset(_UNITS)
"""Units of government that own a body as places do: the city's Grain Bureau."""
_LONGEST_PLACE = 3
_MUCH = 3
"""How much more of another country a text may speak."""


class Placing:
    """The places that the words of one passage name, and which of them a body belongs to."""

    def __init__(self, passage: Passage, words: Words) -> None:
        self.passage = passage
        self.words = words
        self.lexicon: Lexicon = passage.lexicon

    @cached_property
    def spoken_of(self) -> dict[str, tuple[list[int], list[str]]]:
        """For each unit of `the province`, `the city` and `the country`: the words at which places of that sort are named, and their names."""
        table = self.lexicon.places
        cities, countries = {name.lower() for name in table.regions.cities}, table.country_names
        sorts: dict[str, tuple[list[int], list[str]]] = {sort: ([], []) for sort in ("county", "province", "city", "country")}
        for first, name, last in self._named:
            lower, after = name.lower(), self.words.after(last)
            unit = _UNITS.get(after) or (
                "province" if lower in table.provinces else "city" if lower in cities else "country" if lower in countries else None
            )
            if unit is not None:
                sorts[unit][0].append(first)
                sorts[unit][1].append(name)
        return sorts

    @cached_property
    def _named(self) -> list[tuple[int, str, int]]:
        """First word, name and end of each place named: those the vocabulary knows and those the model sees."""
        words, names = self.words, self.lexicon.places.names
        found: dict[int, tuple[int, str, int]] = {}
        for entity in self.passage.entities:
            if entity.label == "GPE":
                first, last = words.at(entity.start, entity.end)
                if last > first and words.capital[first] and words.lower[first] not in names:
                    found[first] = (first, " ".join(words.text[first:last]), last)
        for i, capital in enumerate(words.capital):
            end = self.known_place(i) if capital else None
            if end is not None:
                found[i] = (i, " ".join(words.text[i:end]), end)
        return [found[i] for i in sorted(found)]

    def known_place(self, first: int) -> int | None:
        """The end of the longest known place that begins at a word."""
        words, names = self.words, self.lexicon.places.names
        if words.lower[first] not in self.lexicon.places.first_words:
            return None
        for length in range(min(_LONGEST_PLACE, len(words) - first), 0, -1):
            if words.key(first, first + length) in names:
                return first + length
        return None

    @cached_property
    def countries(self) -> Counter[str]:
        """How often the text tells of each country: by its name, its people, its places, and words of its own."""
        told = self.lexicon.places.country_of
        spoken = Counter(told[name.lower()] for _, name, _ in self._named if name.lower() in told)
        placed = {first for first, _, _ in self._named}
        spoken.update(told[lower] for i, lower in enumerate(self.words.lower) if lower in told and i not in placed)
        return spoken

    def names(self, place: str) -> bool:
        """Whether the text names the place, or its people and things."""
        return place.lower() in self.by_name or not self._adjectives.isdisjoint(self.lexicon.places.countries.get(place, ()))

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        adjectives = self.lexicon.places.adjectives
        return frozenset(text for text, lower in zip(self.words.text, self.words.lower, strict=True) if lower in adjectives)

    def speaks_of(self, country: str) -> bool:
        """Whether the text is about the country as much as about any other."""
        return bool(self.countries[country]) and self.countries[country] * _MUCH >= max(self.countries.values())

    @cached_property
    def by_name(self) -> frozenset[str]:
        """Every place the text names, in lower case."""
        return frozenset(name.lower() for _, name, _ in self._named)

    def beginnings(self, first: int, last: int) -> tuple[int, ...]:
        """Where a name may begin when it is shortened: at its first word, and behind the place that opens it."""
        behind = self.known_place(first)
        return (first,) if behind is None or behind >= last else (first, behind)

    def place_of(self, first: int, last: int, kind: OrganizationType | None) -> str | None:
        """The place that the body on these words belongs to."""
        return self.owner(first) or self._inside(first, last, kind) or self._base(first, last)

    def owner(self, first: int) -> str | None:
        """The place that owns what begins at a word: of `Anyang's Grain Bureau` and, where the text speaks of one, `the city's Grain Bureau`."""
        words = self.words
        if words.before(first) not in {"'s", "'"}:
            return None
        unit = _UNITS.get(words.before(first, 2))
        if unit is not None:
            return self._last_named(unit, first)
        return self._place_before(first - 1)

    def _last_named(self, unit: str, position: int) -> str | None:
        places, names = self.spoken_of[unit]
        index = bisect_left(places, position) - 1
        return names[index] if index >= 0 else None

    def _place_before(self, end: int) -> str | None:
        words = self.words
        for length in range(_LONGEST_PLACE, 0, -1):
            if end - length >= 0 and words.capital[end - length] and words.key(end - length, end) in self.by_name:
                return " ".join(words.text[end - length : end])
        return None

    def _inside(self, first: int, last: int, kind: OrganizationType | None) -> str | None:
        """A place in brackets, one that opens the name, or one behind `of`."""
        words = self.words
        countries = self.lexicon.places.country_names
        for i in range(first, last):
            numbered = words.text[first][0].isdigit() or words.lower[first] in self.lexicon.organization_heads.words.ordinals
            opens = i == first or (i == first + 1 and numbered)
            if not (opens or words.lower[i - 1] in {"(", "of"}) or not words.capital[i]:
                continue
            for length in range(_LONGEST_PLACE, 0, -1):
                key = words.key(i, i + length)
                if i + length <= last and key in self.by_name:
                    if key in countries and (kind in _NATIONAL or "(" in words.lower[first:last]):
                        break
                    if opens and kind == "company" and "(" not in words.lower[first:last]:
                        break
                    level = i + length + 1 < last and words.text[i + length] in _LEVELS
                    return " ".join(words.text[i : i + length + level])
        return None

    def _base(self, first: int, last: int) -> str | None:
        """The place of `Anyang-based` before a name, or of `based in Anyang` behind it."""
        words = self.words
        if words.before(first) == "based" and words.before(first, 2) == "-":
            return self._place_before(first - 2)
        for ahead in (0, 1):
            if words.after(last, ahead) == "based" and words.after(last, ahead + 1) == "in":
                start = last + ahead + 2
                index = bisect_left(self._starts, start)
                return self._named[index][1] if index < len(self._named) and self._starts[index] == start else None
        return None

    @cached_property
    def _starts(self) -> list[int]:
        return [first for first, _, _ in self._named]
