"""One name for all mentions of a body: the fullest form in the text, its short forms, acronyms and owned forms led to it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wirefacts.mentions.organizations.acronyms import is_acronym
from wirefacts.mentions.organizations.boundaries import character_range
from wirefacts.mentions.organizations.mention import Found, NameMention
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import OrganizationType

_ACRONYM = re.compile(r" \((?P<acronym>\w+)\)(?= )")
_SITE = re.compile(r"\w\.(?:com|cn|net|org)\b")

Rank = tuple[bool, bool, bool, int]

Identity = tuple[str, str]
"""What two mentions share when nothing but their spelling and their owner tells them apart."""


class Naming:
    """The bodies of one passage, each mention led to the fullest form of its name."""

    def __init__(self, passage: Passage, words: Words, placing: Placing) -> None:
        self.passage = passage
        self.words = words
        self.heads = passage.lexicon.organization_heads
        self.placing = placing

    def name(self, found: Sequence[Found]) -> list[NameMention]:
        """The mentions with their names, in the order given."""
        placed = [self._placed(body) for body in found]
        canonical = self._canonical(placed)
        groups: dict[str, list[Found]] = {}
        names = [canonical[self._identity(body)] for body in placed]
        for name, body in zip(names, placed, strict=True):
            groups.setdefault(name, []).append(body)
        kinds = {name: self._shared_type(group) for name, group in groups.items()}
        places = {name: next((body.place for body in group if body.place), None) for name, group in groups.items()}
        mentions = []
        for name, body in zip(names, placed, strict=True):
            kind, place = kinds[name], body.place or places[name]
            start, end = character_range(self.words, body.first, body.last, self.passage.lexicon)
            mentions.append(NameMention(start, end, name, place, kind, body.rule))
        return mentions

    def _placed(self, body: Found) -> Found:
        if body.known is not None:
            return replace(body, place=body.place or (self.placing.owner(body.first) if body.type == "government" else None))
        return replace(body, place=self.placing.place_of(body.first, body.last, body.type) or body.place)

    def _identity(self, body: Found) -> Identity:
        """What two mentions share when nothing but their spelling and their owner tells them apart."""
        if body.known is not None:
            return body.known, ""
        owner = (self.placing.owner(body.first) or "") if body.type == "government" else ""
        return self.words.key(body.first, body.last).replace("''", "'"), owner

    def _surface(self, body: Found) -> str:
        start, end = character_range(self.words, body.first, body.last, self.passage.lexicon)
        spelled = " ".join(self.passage.view[start:end].replace("''", "'").split())
        return _ACRONYM.sub(lambda match: "" if is_acronym(match["acronym"]) else match.group(), spelled)

    def _canonical(self, found: Sequence[Found]) -> dict[Identity, str]:
        """The name for each identity."""
        surfaces: dict[Identity, str] = {}
        ranks: dict[Identity, Rank] = {}
        by_identity: dict[Identity, Found] = {}
        for body in found:
            identity = self._identity(body)
            listed = body.known is not None and body.rule != "organization.head"
            surface = (body.surface or body.known or "") if listed else self._surface(body)
            by_identity.setdefault(identity, body)
            rank = _rank(surface, written=not listed or body.surface is not None)
            if identity not in surfaces or rank > ranks[identity]:
                surfaces[identity], ranks[identity] = surface, rank
        by_key = {self.words.key(body.first, body.last): self._identity(body) for body in reversed(found)}
        opened = self._opened(found)
        prefixes = self._prefixes(by_identity)
        suffixes = self._suffixes(by_identity)
        named = {}
        for identity in by_identity:
            target = identity
            for _ in range(3):
                step = opened.get(target) or self._owned(target, suffixes) or self._short(target, by_identity[target], prefixes, by_key)
                if step is None or step == target:
                    break
                target = step
            named[identity] = surfaces[target]
        return named

    def _opened(self, found: Sequence[Found]) -> dict[Identity, Identity]:
        """The known companies that the text names only behind the one full name of a company that they open: Acme Mining Ltd., then Acme."""
        opened: dict[Identity, Identity] = {}
        alike: dict[str, dict[Identity, Found]] = {}
        for body in found:
            if body.type == "company":
                alike.setdefault(self.words.lower[body.first], {}).setdefault(self._identity(body), body)
        for group in alike.values():
            for short, known in group.items():
                if known.known is None:
                    continue
                key = self.words.key(known.first, known.last) + " "
                longer = [full for full in group.items() if self.words.key(full[1].first, full[1].last).startswith(key)]
                if len(longer) == 1:
                    ((identity, full),) = longer
                    if self.words.lower[full.last - 1] in self.heads.closing and full.first < known.first:
                        opened[short] = identity
        return opened

    def _suffixes(self, by_identity: dict[Identity, Found]) -> dict[str, dict[str, Identity]]:
        """The names that open or close with their place, by what is left without it, then by the place in lower case."""
        table: dict[str, dict[str, Identity]] = {}
        for identity, body in by_identity.items():
            if body.known is not None or body.place is None or identity[1]:
                continue
            key = identity[0]
            place = " ".join(body.place.lower().split())
            bare, of, tail = key.rpartition(" of ")
            if of and (tail == place or tail.startswith(place + " ")):
                table.setdefault(bare, {}).setdefault(place, identity)
            if key.startswith(place + " "):
                rest = key[len(place) + 1 :]
                level, _, tail = rest.partition(" ")
                for suffix in {rest, tail if level in self.heads.official.levels else rest}:
                    table.setdefault(suffix, {}).setdefault(place, identity)
        return table

    def _owned(self, identity: Identity, suffixes: dict[str, dict[str, Identity]]) -> Identity | None:
        """The full name of a body named without its place: that of its owner's, or the only one there is."""
        key, owner = identity
        candidates = suffixes.get(key, {})
        if owner:
            return candidates.get(owner.lower())
        return next(iter(candidates.values())) if len(candidates) == 1 else None

    def _prefixes(self, by_identity: dict[Identity, Found]) -> dict[str, list[Identity]]:
        """The identities of longer names by each of their beginnings."""
        table: dict[str, list[Identity]] = {}
        for identity, body in by_identity.items():
            if body.known is not None and body.type == "media":
                continue
            for first in self.placing.beginnings(body.first, body.last):
                words = self.words.lower[first : body.last]
                for length in range(1, len(words) + (first > body.first)):
                    table.setdefault(" ".join(words[:length]), []).append(identity)
        return table

    def _short(self, identity: Identity, body: Found, prefixes: dict[str, list[Identity]], by_key: dict[str, Identity]) -> Identity | None:
        """The longer name that a short form stands for: the one that adds endings alone, else the only one."""
        if body.known is not None:
            return None
        longer = prefixes.get(identity[0], [])
        if body.full is not None:
            return next((full for full in longer if full[0] == body.full), by_key.get(body.full))
        added = [full for full in longer if all(word in self.heads.endings for word in full[0].partition(identity[0])[2].split())]
        if added:
            return max(added, key=lambda full: len(full[0]))
        return longer[0] if len(longer) == 1 and self.heads.types.get(longer[0][0].rpartition(" ")[2], "company") == "company" else None

    def _shared_type(self, group: Sequence[Found]) -> OrganizationType:
        kinds = [body.type for body in group if body.type is not None]
        return max(set(kinds), key=lambda kind: (kinds.count(kind), kind)) if kinds else "other"


def _rank(surface: str, *, written: bool) -> Rank:
    """How good a name a spelling makes: the text's before the vocabulary's, words before capitals, names before websites, long before short."""
    return written, not surface.isupper(), _SITE.search(surface) is None, len(surface)
