"""What a name is, decided once for the whole text: every mention and the words around it vote."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from wirefacts.mentions.organizations.boundaries import TIMES
from wirefacts.mentions.organizations.mention import Stretch
from wirefacts.mentions.organizations.places import Placing
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
_LOUD_WEIGHT = 0.25
_STRONG = 2.0
_UNLABELLED = 1.5
_LONGEST_CHINESE = 3
_FULL_LABELS = 2.0
_FURTHER_LABEL = 0.25
_LONGEST_PERSON = 4
_COMMON = frozenset(
    "new first second third national international general united royal great american european global world central northern southern eastern western north south east west".split()
)
"""Words that open the names of many bodies."""


@dataclass(slots=True)
class Tally:
    """The votes for one name: what the words around its mentions say, and how often the model gave it which kind of label."""

    organization: float = 0.0
    person: float = 0.0
    place: float = 0.0
    other: float = 0.0
    labels: Counter[str] = field(default_factory=Counter)

    def labelled(self, side: str) -> float:
        """The model's vote for a kind: its first labels in full, further ones little, for it repeats its mistakes."""
        given = self.labels[side]
        return min(given, _FULL_LABELS) + max(given - _FULL_LABELS, 0.0) * _FURTHER_LABEL

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
    def _small(self) -> frozenset[str]:
        """The words that the text also writes without a capital."""
        return frozenset(lower for lower, capital in zip(self.words.lower, self.words.capital, strict=True) if not capital)

    def count(self, stretches: Iterable[Stretch]) -> None:
        """Add the votes of the stretches: their labels and the words around them."""
        words = self.words
        for stretch in stretches:
            key = words.key(stretch.first, stretch.last)
            tally = self.tallies[key]
            weight = _LOUD_WEIGHT if words.loud[stretch.first] else 1.0
            trusted = key in self._trusted
            if stretch.label and not (trusted and stretch.label == "PERSON"):
                tally.labels[_LABELS[stretch.label]] += weight
            if not trusted and 1 < stretch.last - stretch.first <= _LONGEST_PERSON:
                if stretch.label == "PERSON":
                    self.person_parts[words.lower[stretch.last - 1]] += weight
                    self.person_parts[words.lower[stretch.first]] += weight
                elif words.lower[stretch.first] in self.lexicon.people.surnames and words.lower[stretch.last - 1] not in self.heads.types:
                    self.person_parts[words.lower[stretch.first]] += weight
            self._hear(tally, stretch.first, stretch.last)
            self._hear_kind(key, stretch.first, stretch.last)

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

    def _hear_kind(self, key: str, first: int, last: int) -> None:
        words, kinds = self.words, self.heads.cues.kind_words
        said = [words.before(first), words.after(last)]
        if words.after(last) == "," and words.after(last, 1) in {"a", "an", "the", "one"}:
            said += [words.after(last, ahead) for ahead in (2, 3, 4)]
        self.kinds[key].update(kinds[word] for word in said if word in kinds)

    def _hear(self, tally: Tally, first: int, last: int) -> None:
        """Add what the words around one mention say."""
        words, cues = self.words, self.heads.cues
        before, after = words.before(first), words.after(last)
        if before in {"the", "a", "an"}:
            before = words.before(first, 2)
        elif before in cues.organization.apposed:
            tally.organization += 2
        if after in cues.organization.apposed:
            tally.organization += 2
        if before == "at" and words.before(first, 2) in cues.person.before:
            tally.organization += 1
        of = words.before(first, 2) if before == "of" else ""
        if before in cues.organization.before or of in cues.organization.before_of:
            tally.organization += 1
        if after in cues.organization.after or after in cues.organization.verbs:
            tally.organization += 1
        if after in {"'s", "'"} and words.after(last, 1) in cues.organization.after:
            tally.organization += 1
        if after == "," and words.after(last, 1) == "based":
            tally.organization += 1
        if after in cues.other.after or (of and words.before(first, 2) in self.heads.not_bodies.people and of not in cues.organization.before_of):
            tally.other += 2
        if (
            after == ","
            and words.after(last, 1) in {"a", "an", "the", "one"}
            and any(words.after(last, k) in cues.organization.before for k in (2, 3, 4, 5))
        ):
            tally.organization += 1
        if before in cues.person.before:
            tally.person += 1
        if after in {"was", "were", "been"} and words.after(last, 1) in cues.person.verbs:
            tally.person += 1
        if after in cues.person.after or (after == "," and words.after(last, 1) in cues.person.after):
            tally.person += 2
        if after == "," and words.after(last, 1).isdigit() and words.after(last, 2) == ",":
            tally.person += 3
        if before in cues.place.before or of in cues.place.before_of:
            tally.place += 2 if of else 1
        if after in cues.place.after or (after == "," and words.after(last, 1) in self.places.names):
            tally.place += 2
        if after == "-" and words.after(last, 1) == "based":
            tally.place += 2

    def may_be(self, first: int, last: int) -> bool:
        """Whether nothing in the words themselves keeps the name from being a body's."""
        words, not_bodies = self.words, self.heads.not_bodies
        key = words.key(first, last)
        closing = words.lower[last - 1]
        if last - first == 1 and (closing in self.heads.types or closing in self.heads.official.levels or closing in TIMES):
            return False
        if last - first == 1 and len(closing) == 1:
            return False
        if (
            _CODE.match(words.text[last - 1])
            or key in not_bodies.lower_names
            or words.text[last - 1] in not_bodies.acronyms
            or closing in not_bodies.heads
        ):
            return False
        if any(
            (end := self.placing.known_place(start)) is not None and end >= last and end - start > last - first
            for start in range(max(first - 2, 0), first + 1)
        ):
            return False
        return not (key in self.places.names or key in self.places.adjectives or closing in self.places.adjectives)

    def may_grow(self, stretch: Stretch) -> bool:
        """Whether a stretch that opens with a known body is the name of another."""
        words = self.words
        return stretch.label in {"ORG", "PERSON"} and all(words.capital[stretch.first : stretch.last]) and self.may_be(stretch.first, stretch.last)

    def may_shorten(self, first: int, last: int, whole: int) -> bool:
        """Whether the first words of a longer name may stand for it."""
        words = self.words
        closing = words.lower[last - 1]
        if (
            not words.capital[last - 1]
            or words.lower[last] in {"of", "for", "'s", "-", "and"}
            or closing in self.heads.official.levels
            or closing in self.heads.official.portfolio
        ):
            return False
        if not self.may_be(first, last) or (last - first == 1 and (closing in self.heads.types or len(closing) < 3)):
            return False
        if last - first == 1 and (closing in _COMMON or words.tag[first].startswith("JJ")):
            return False
        if any(words.key(first, end) in self.places.names for end in range(last, min(last + 3, whole))):
            return False
        key = words.key(first, last)
        tally = self.tallies[key] if key in self.tallies else Tally()
        organization, _, place, _ = tally.sums
        return self._person_part(first, last) <= organization and place <= organization and whole > last

    def is_organization(self, first: int, last: int) -> bool:
        """Whether the text takes the name on these words for a body's."""
        words = self.words
        if not self.may_be(first, last) or (last - first == 1 and words.opening[first] and words.lower[first] in self._small):
            return False
        tally = self.tallies[words.key(first, last)]
        organization, person, place, other = tally.sums
        part = self._person_part(first, last)
        if max(person + part, place) >= max(organization, 1) or other > organization:
            return False
        if tally.organization < _STRONG and (part or (last - first <= _LONGEST_CHINESE and words.lower[first] in self.lexicon.people.surnames)):
            return False
        return organization >= (1 if tally.labels["organization"] else _UNLABELLED)

    def _person_part(self, first: int, last: int) -> float:
        if last - first == 1:
            return self.person_parts.get(self.words.lower[first], 0.0) * 3
        return 0.0
