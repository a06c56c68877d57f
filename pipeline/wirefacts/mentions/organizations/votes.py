"""What a name is, decided once for the whole text: every mention and the words around it vote."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from wirefacts.lexicon.organization_heads import NameKind, Where
from wirefacts.mentions.organizations.mention import Found, Stretch
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
_LOUD = 0.25
"""Weight of a label on a line whose capitals say nothing."""
_LONE = 0.5
"""Weight of a label that makes one word alone a person."""
_ARTICLES = frozenset({"the", "a", "an"})
_BEEN = frozenset({"is", "are", "was", "were", "been"})
_APPOSITION = (2, 3, 4, 5, 6)
_REACH = 5
_VERBS = frozenset({"MD", "VB", "VBD", "VBZ", "VBP", "VBG", "VBN"})
_BESIDE_VERBS = frozenset({"RB", "TO", "RP", "IN"})
_ARM = 2
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_SAYING = frozenset({"said", "adds", "added"})
"""Behind these stands the speaker, but for `said X would`."""
_PARTICLES = frozenset({"de", "do", "da", "del"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_AND = frozenset({"and", "or", "&"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_AGE = 3.0
_TECHNIQUE = 1.5
_BETWEEN_PLACES = frozenset({"-", "–", "/"})
_LONGEST = 12
"""Words a name that votes make may have."""
_STRONG = 2.0
_UNLABELLED = 1.5
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
        self._starts: frozenset[int] = frozenset()
        self._ends: frozenset[int] = frozenset()

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
            self._hear(tally, stretch)
            self._hear_kind(key, stretch.first, stretch.last)

    def place(self, bodies: Iterable[Found]) -> None:
        """Take the words that open the names of these bodies for places rather than bodies, once each."""
        for key in sorted({self.words.lower[body.first] for body in bodies if body.last - body.first > 1}):
            self.tallies[key].hear("place", 1)

    def peers(self, bodies: Sequence[Found]) -> None:
        """Remember where bodies begin and end, so that names in one list with them are heard as bodies too."""
        self._starts = frozenset(body.first for body in bodies)
        self._ends = frozenset(body.last for body in bodies)

    def settle(self, names: Iterable[tuple[int, int]]) -> None:
        """Take back what these names, which are bodies' after all, said of people that bear a part of them."""
        for first, last in names:
            for part in {self.words.lower[first], self.words.lower[last - 1]}:
                self.person_parts.pop(part, None)

    def _is_listed(self, first: int, last: int) -> bool:
        """Whether the name stands in a list beside a body: Acme, [X] and others; [X] and Acme."""
        words = self.words
        joint, after = words.before(first), words.after(last)
        if (joint in _AND and first - 1 in self._ends) or (after in _AND and last + 1 in self._starts):
            return True
        return (joint == "," and first - 1 in self._ends and after in _AND) or (after == "," and last + 1 in self._starts and joint == ",")

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
        words, kinds = self.words, self.heads.kind_words
        said = [words.before(first), words.after(last), self._apposition(last)]
        self.kinds[key].update(kinds[word] for word in said if word in kinds)

    def _hear(self, tally: Tally, stretch: Stretch) -> None:
        """Add what the words around one mention say."""
        words, signs, (first, last, label) = self.words, self.heads.signs_at, stretch
        reported = bool(words.after(last)) and words.tag[last] in _FINITE
        for where, word in self._neighbours(first, last):
            for kind, weight in signs[where].get(word, ()):
                if not (reported and kind == "person" and word in _SAYING):
                    tally.hear(kind, weight)
        for kind, weight in signs["apposition"].get(self._apposition(last), ()):
            tally.hear(kind, weight)
        if label not in _PLACES and not tally.person and (self._has_its_own(last) or self._is_arm(first, last)):
            tally.hear("organization", _UNLABELLED)
            tally.labels["person"] -= label == "PERSON"
        after, beyond = words.after(last), words.after(last, 1)
        if after == "," and beyond in self.places.names:
            tally.hear("place", 2)
        if words.before(first) in {"and", ","} and words.before(first, 2) in self.placing.by_name:
            tally.hear("place", 1)
        if after == "," and beyond.isdigit() and words.after(last, 2) == ",":
            tally.hear("person", _AGE)
        if label not in _PLACES and not (label == "PERSON" and last - first > 1) and self._is_listed(first, last):
            tally.hear("organization", _UNLABELLED)
        if after in self.heads.words.techniques and last - first == 1 and words.text[first].isupper():
            tally.hear("other", _TECHNIQUE)
        if after == "near" or (words.before(first) in _OWN and after in self.heads.site_words):
            tally.hear("place", 1.5)
        if last - first > 1 and words.lower[first] in self.places.openings:
            tally.hear("place", 1)
        if after == "-" and beyond == "based":
            tally.hear("place", 2)
        title = words.before(first, 2)
        if words.before(first) == "at" and title in signs["before"]:
            tally.hear("organization", 1)
        if words.before(first) == "of" and title in self.heads.not_bodies.people and title not in signs["before_of"]:
            tally.hear("other", 2)

    def _neighbours(self, first: int, last: int) -> Iterator[tuple[Where, str]]:
        """The words beside a mention, each with where it stands."""
        words = self.words
        before, after = words.before(first), words.after(last)
        if before in _ARTICLES:
            yield "before", words.before(first, 2)
        else:
            yield "apposed", before
            yield "before", before
        if before == "of":
            yield "before_of", words.before(first, 2)
        elif before == "by":
            yield "before_by", words.before(first, 2)
        yield "apposed", after
        yield "after", after
        if after in {"'s", "'"}:
            yield "owned", words.after(last, 1)
        elif after == ",":
            yield "after_comma", words.after(last, 1)
        elif after in _BEEN:
            yield "after_be", words.after(last, 1)

    def _apposition(self, last: int) -> str:
        """The noun of `, a Swiss maker of` behind a name; empty where there is none."""
        words = self.words
        if words.after(last) != "," or words.after(last, 1) not in {*_ARTICLES, "one"}:
            return ""
        noun = ""
        for ahead in _APPOSITION:
            word = words.after(last, ahead)
            if not word or not word[0].isalpha() or word in self.heads.words.function or words.tag[last + ahead].startswith("V"):
                break
            noun = word
        return noun

    def _has_its_own(self, last: int) -> bool:
        """Whether what bears the name does something with what is `its`, as no person does."""
        words, verb = self.words, False
        for ahead in range(_REACH):
            word = words.after(last, ahead)
            if word == "its":
                return verb
            tag = words.tag[last + ahead] if word else ""
            verb = verb or tag in _VERBS
            if not word or not (tag in _VERBS or (verb and tag in _BESIDE_VERBS)):
                return False
        return False

    def _is_arm(self, first: int, last: int) -> bool:
        """Whether the name closes with a country that is not what its first word speaks of: Acme Chile."""
        words, lower = self.words, self.words.lower[first]
        if (
            last - first < _ARM
            or any(not words.capital[i] and words.lower[i] not in _PARTICLES for i in range(first, last))
            or words.lower[last - 1] not in self.places.country_names
            or words.tag[first] not in {"NNP", "NNPS"}
        ):
            return False
        spoken_of = lower in self.places.adjectives or lower in self.heads.words.common or lower in self.heads.words.opening
        return not (spoken_of or lower in self.heads.not_bodies.people or self.placing.known_place(first) or lower in self.heads.signs_at["before"])

    def may_be(self, first: int, last: int) -> bool:
        """Whether nothing in the words themselves keeps the name from being a body's."""
        words, heads = self.words, self.heads
        not_bodies, key, closing = heads.not_bodies, words.key(first, last), words.lower[last - 1]
        if last - first > _LONGEST or key in not_bodies.lower_names or closing in not_bodies.heads:
            return False
        if words.text[last - 1] in not_bodies.acronyms or _CODE.match(words.text[last - 1]):
            return False
        if last - first == 1 and (len(closing) == 1 or closing in heads.types or closing in heads.official.levels or closing in heads.words.times):
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
        organization, person, place, other = tally.sums
        part = self._person_part(first, last)
        if max(person + part, place) >= max(organization, 1) or other > organization:
            return False
        if tally.organization < _STRONG and (part or (last - first <= _LONGEST_CHINESE and words.lower[first] in self.lexicon.people.surnames)):
            return False
        return organization >= (1 if tally.labels["organization"] else _UNLABELLED)

    def _is_common(self, i: int, tally: Tally) -> bool:
        """Whether a word may well have its capital from its place alone."""
        alone = tally.organization == 0 and tally.labels["organization"] <= 1
        return self.words.lower[i] in self._small or (alone and not self.words.text[i].isupper())

    def _person_part(self, first: int, last: int) -> float:
        return self.person_parts.get(self.words.lower[first], 0.0) * _PART if last - first == 1 else 0.0
