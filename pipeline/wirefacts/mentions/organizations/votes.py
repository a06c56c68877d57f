"""What a name is, decided once for the whole text: every mention and the words around it vote."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from wirefacts.lexicon.organization_heads import NameKind
from wirefacts.mentions.organizations.mention import Found, Stretch
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.surroundings import UNLABELLED, Surroundings
from wirefacts.mentions.organizations.words import Words
from wirefacts.records.values import OrganizationType

_LABELS = {
    "ORG": "organization",
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "EVENT": "other",
    "LAW": "other",
}
_CODE = re.compile(r"[A-Z]{1,3}-?\d")
"""Types and models, as in AK-47."""
_LOUD = 0.25
"""Weight of a label on a line whose capitals say nothing."""
_LONE = 0.5
"""Weight of a label that makes one word alone a person."""
_BETWEEN_PLACES = frozenset({"-", "–", "/"})
_LONGEST = 12
"""Words a name that votes make may have."""
_STRONG = 2.0
_LONGEST_CHINESE = 3
_FULL_LABELS = 2.0
_FURTHER_LABEL = 0.25
_LONGEST_PERSON = 4
_JOINTS = frozenset({"of", "for", "'s", "-", "and"})
_SHORTEST = 3
_PART = 3.0
"""Votes for a person that each fuller mention of their name gives a part of it."""


@dataclass(slots=True)
class Tally:
    """The votes for one name: what the words around its mentions say, and how often the model gave it which kind of label."""

    organization: float = 0.0
    person: float = 0.0
    place: float = 0.0
    other: float = 0.0
    labels: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def labelled(self, side: str) -> float:
        """The model's vote for a kind: its first labels in full, further ones little, for it repeats its mistakes."""
        given = self.labels[side]
        return min(given, _FULL_LABELS) + max(given - _FULL_LABELS, 0.0) * _FURTHER_LABEL

    def hear(self, kind: NameKind, weight: float) -> None:
        """Add a vote that the words around a mention give."""
        setattr(self, kind, getattr(self, kind) + weight)

    @property
    def sums(self) -> tuple[float, float, float, float]:
        """All votes for an organization, a person, a place, and anything else."""
        return (
            self.organization + self.labelled("organization"),
            self.person + self.labelled("person"),
            self.place + self.labelled("place"),
            self.other + self.labelled("other"),
        )


class Votes:
    """The votes of a text for each name in it, mentions with equal words counted together."""

    def __init__(self, words: Words, placing: Placing) -> None:
        self.words = words
        self.placing = placing
        self.lexicon = placing.lexicon
        self.heads = self.lexicon.organization_heads
        self.places = self.lexicon.places
        self.tallies: defaultdict[str, Tally] = defaultdict(Tally)
        self.person_parts: defaultdict[str, float] = defaultdict(float)
        self.kinds: defaultdict[str, Counter[OrganizationType]] = defaultdict(Counter)
        self._trusted: frozenset[str] = frozenset()

    @cached_property
    def _no_names(self) -> frozenset[str]:
        """Capitals that abbreviate no body, the currencies' codes among them."""
        return self.heads.not_bodies.acronyms | self.lexicon.currencies.codes

    def count(self, stretches: Iterable[Stretch], surroundings: Surroundings) -> None:
        """Add the votes of the stretches: their labels and the words around them."""
        words = self.words
        for stretch in stretches:
            key = words.key(stretch.first, stretch.last)
            tally = self.tallies[key]
            weight = _LOUD if words.loud[stretch.first] else _LONE if stretch.label == "PERSON" and stretch.last - stretch.first == 1 else 1.0
            trusted = key in self._trusted
            if stretch.label and not (trusted and stretch.label == "PERSON"):
                tally.labels[_LABELS[stretch.label]] += weight
            if not trusted and 1 < stretch.last - stretch.first <= _LONGEST_PERSON:
                if stretch.label == "PERSON":
                    self.person_parts[words.lower[stretch.last - 1]] += weight
                    self.person_parts[words.lower[stretch.first]] += weight
                elif words.lower[stretch.first] in self.lexicon.people.surnames and words.lower[stretch.last - 1] not in self.heads.types:
                    self.person_parts[words.lower[stretch.first]] += weight
            for kind, vote in surroundings.votes(stretch):
                tally.hear(kind, vote)
            self._hear_kind(surroundings, stretch)

    def place(self, bodies: Iterable[Found]) -> None:
        """Take the words that open the names of these bodies for places rather than bodies, once each."""
        for key in sorted({self.words.lower[body.first] for body in bodies if body.last - body.first > 1}):
            self.tallies[key].hear("place", 1)

    def settle(self, names: Iterable[tuple[int, int]]) -> None:
        """Take back what these names, which are bodies' after all, said of people that bear a part of them."""
        for first, last in names:
            for part in {self.words.lower[first], self.words.lower[last - 1]}:
                self.person_parts.pop(part, None)

    def trust(self, keys: Iterable[str]) -> None:
        """Take names for those of bodies whatever people the model sees in them: a body's name and its beginnings."""
        self._trusted = frozenset(keys)

    def type_of(self, first: int, last: int) -> OrganizationType | None:
        """The type of body that the words beside the mentions of a name say, else the one its last word does."""
        words = self.words
        said = self.kinds[words.key(first, last)]
        if said:
            return max(sorted(said), key=said.__getitem__)
        return self.heads.types.get(words.lower[last - 1], None if words.text[last - 1].isupper() else "company")

    def _hear_kind(self, surroundings: Surroundings, stretch: Stretch) -> None:
        words, kinds, (first, last, _) = self.words, self.heads.kind_words, stretch
        said = [words.before(first), words.after(last), surroundings.apposition(last)]
        self.kinds[words.key(first, last)].update(kinds[word] for word in said if word in kinds)

    def may_be(self, first: int, last: int) -> bool:
        """Whether nothing in the words themselves keeps the name from being a body's."""
        words, heads = self.words, self.heads
        not_bodies, key, closing = heads.not_bodies, words.key(first, last), words.lower[last - 1]
        if last - first > _LONGEST or key in not_bodies.lower_names or closing in not_bodies.heads:
            return False
        arm = last - first > 1 and closing in self.places.arms
        if closing in self.lexicon.people.titles or (words.text[last - 1] in self._no_names and not arm) or _CODE.match(words.text[last - 1]):
            return False
        if not not_bodies.openings.isdisjoint(words.lower[first : first + 2]) or (last - first > 1 and len(closing) == 1):
            return False
        generic = closing in heads.types or closing in heads.openers
        if last - first == 1 and (len(closing) == 1 or generic or closing in heads.official.levels or closing in heads.words.times):
            return False
        return not self._is_place(first, last) and closing not in self.places.adjectives

    def _is_place(self, first: int, last: int) -> bool:
        """Whether the words are, or are part of, a place that the vocabulary knows."""
        known = any((end := self.placing.known_place(start)) is not None and end >= last for start in range(max(first - 2, 0), first + 1))
        return known or self._is_row_of_places(first, last)

    def _is_row_of_places(self, first: int, last: int) -> bool:
        """`Chengdu-Chongqing`: places that a hyphen joins."""
        start = first
        while (end := self.placing.known_place(start)) is not None and end < last:
            if self.words.lower[end] not in _BETWEEN_PLACES:
                return False
            start = end + 1
        return end == last

    def may_grow(self, stretch: Stretch) -> bool:
        """Whether a stretch that opens with a known body is the name of another."""
        words = self.words
        return stretch.label in {"ORG", "PERSON"} and all(words.capital[stretch.first : stretch.last]) and self.may_be(stretch.first, stretch.last)

    def may_shorten(self, first: int, last: int, whole: int) -> bool:
        """Whether the first words of a longer name may stand for it."""
        words, heads, closing = self.words, self.heads, self.words.lower[last - 1]
        if (
            not words.capital[last - 1]
            or closing in heads.words.function
            or words.lower[last] in _JOINTS
            or closing in heads.official.levels
            or closing in heads.official.portfolio
        ):
            return False
        if last - first == 1 and closing in words.small:
            return False
        if last - first == 1 and (closing in heads.words.common or len(closing) < _SHORTEST or words.tag[first].startswith("JJ")):
            return False
        if not self.may_be(first, last) or any(words.key(first, end) in self.places.names for end in range(last, min(last + 3, whole))):
            return False
        organization, _, place, _ = self.tallies.get(words.key(first, last), Tally()).sums
        return max(self._person_part(first, last), place) <= organization

    def is_organization(self, first: int, last: int) -> bool:
        """Whether the text takes the name on these words for a body's."""
        words = self.words
        tally = self.tallies[words.key(first, last)]
        if not self.may_be(first, last) or (last - first == 1 and words.opening[first] and self._is_common(first, tally)):
            return False
        if words.is_label(first, last) or words.is_shouted(first, last):
            return False
        organization, person, place, other = tally.sums
        part = self._person_part(first, last)
        if max(person + part, place) >= max(organization, 1) or other > organization:
            return False
        if tally.organization < _STRONG and (part or (last - first <= _LONGEST_CHINESE and words.lower[first] in self.lexicon.people.surnames)):
            return False
        return organization >= (1 if tally.labels["organization"] else UNLABELLED)

    def _is_common(self, i: int, tally: Tally) -> bool:
        """Whether a word may well have its capital from its place alone."""
        alone = tally.organization == 0 and tally.labels["organization"] <= 1
        return self.words.lower[i] in self.words.small or (alone and not self.words.text[i].isupper())

    def _person_part(self, first: int, last: int) -> float:
        return self.person_parts.get(self.words.lower[first], 0.0) * _PART if last - first == 1 else 0.0
