"""The words that make a name a body's, those that keep it from being one, and what the words around it say."""

import re
from functools import cached_property
from typing import Literal

from wirefacts.records import Record
from wirefacts.records.values import OrganizationType

NameKind = Literal["organization", "person", "place", "other"]
Where = Literal[
    "before", "before_of", "before_of_the", "before_by", "introducing", "apposed", "apposition", "after", "owned", "after_comma", "after_be"
]


class Complements(Record):
    """Heads whose name goes on after a preposition."""

    after_of: frozenset[str]
    before_places: frozenset[str]
    after_for: frozenset[str]


class Official(Record):
    """What official names are made of: what a body is in charge of, its level of government, and lower-case heads."""

    portfolio: frozenset[str]
    parts: frozenset[str]
    levels: frozenset[str]
    heads: frozenset[str]


class NotBodies(Record):
    """Last words of names that are no bodies, acronyms of none, and whole names of none."""

    events: frozenset[str]
    plans: frozenset[str]
    geography: frozenset[str]
    people: frozenset[str]
    things: frozenset[str]
    measures: frozenset[str]
    openings: frozenset[str]
    acronyms: frozenset[str]
    names: frozenset[str]

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every last word that keeps a name from being a body's."""
        return self.events | self.plans | self.geography | self.people | self.things | self.measures

    @cached_property
    def lower_names(self) -> frozenset[str]:
        """The whole names, in lower case."""
        return frozenset(name.lower() for name in self.names)


class Sign(Record):
    """Words that speak for a kind of name from where they stand beside it."""

    kind: NameKind
    where: Where
    weight: float
    words: frozenset[str]


class SmallWords(Record):
    """Words that names and sentences share."""

    function: frozenset[str]
    times: frozenset[str]
    opening: frozenset[str]
    common: frozenset[str]
    staff: frozenset[str]
    techniques: frozenset[str]
    dealings: frozenset[str]
    ordinals: frozenset[str]


class OrganizationHeads(Record):
    """The whole table, all in lower case but for acronyms and names."""

    legal_endings: frozenset[str]
    stopped_endings: tuple[str, ...]
    officers: frozenset[str]
    works: frozenset[str]
    generic_endings: frozenset[str]
    inner_possessives: frozenset[str]
    leading_forms: frozenset[str]
    trades: frozenset[str]
    heads: dict[OrganizationType, tuple[str, ...]]
    leading: dict[OrganizationType, frozenset[str]]
    compounds: dict[str, OrganizationType]
    complements: Complements
    sites: dict[OrganizationType, tuple[str, ...]]
    official: Official
    not_bodies: NotBodies
    signs: tuple[Sign, ...]
    kinds: dict[OrganizationType, tuple[str, ...]]
    words: SmallWords

    @cached_property
    def stopped(self) -> re.Pattern[str]:
        """Any legal ending that stops cut into several words."""
        longest = sorted(self.stopped_endings, key=len, reverse=True)
        return re.compile("|".join(rf"(?<![\w.]){re.escape(ending)}(?!\w)" for ending in longest))

    @cached_property
    def closing(self) -> frozenset[str]:
        """Every legal ending."""
        return self.legal_endings | {ending.lower() for ending in self.stopped_endings}

    @cached_property
    def types(self) -> dict[str, OrganizationType]:
        """The type that each head, site or legal ending makes."""
        named: dict[str, OrganizationType] = dict.fromkeys(self.closing, "company")
        for table in (self.sites, self.heads):
            named |= {word: kind for kind, words in table.items() for word in words}
        return named

    @cached_property
    def openers(self) -> dict[str, OrganizationType]:
        """The type that each head which opens names makes."""
        return {word: kind for kind, words in self.leading.items() for word in words}

    @cached_property
    def endings(self) -> frozenset[str]:
        """What a short form of a company's name leaves off, with what joins it."""
        return self.closing | self.generic_endings | {",", "(", ")", "&"}

    @cached_property
    def strong(self) -> frozenset[str]:
        """Heads that make a body wherever they stand."""
        return frozenset(word for words in self.heads.values() for word in words)

    @cached_property
    def site_words(self) -> frozenset[str]:
        """Heads that make a body only where it acts or is run."""
        return frozenset(word for words in self.sites.values() for word in words)

    @cached_property
    def kind_words(self) -> dict[str, OrganizationType]:
        """The type of body that a word beside a name says it is of."""
        return {word: kind for kind, words in self.kinds.items() for word in words}

    @cached_property
    def descriptions(self) -> frozenset[str]:
        """What may stand before the name of a body without being part of it: carmaker, rival."""
        return frozenset(word for word, said in self.signs_at["before"].items() if ("organization", 1.0) in said) - self.types.keys()

    @cached_property
    def signs_at(self) -> dict[Where, dict[str, tuple[tuple[NameKind, float], ...]]]:
        """For each position the words that speak from it, with the kinds they speak for and how strongly."""
        table: dict[Where, dict[str, tuple[tuple[NameKind, float], ...]]] = {}
        for sign in self.signs:
            at = table.setdefault(sign.where, {})
            for word in sign.words:
                at[word] = (*at.get(word, ()), (sign.kind, sign.weight))
        return table
