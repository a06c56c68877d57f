"""What acronyms in brackets say of the names they abbreviate: where a name begins, and that it is a body's."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from wirefacts.mentions.organizations.acronyms import Definition, appended, implied_definitions
from wirefacts.mentions.organizations.mention import Found, Stretch, longest
from wirefacts.mentions.organizations.votes import Votes
from wirefacts.mentions.organizations.words import SMALL, Words


class Defined:
    """The definitions of one passage applied to the bodies found in it."""

    def __init__(self, words: Words, votes: Votes, found: Sequence[Found], seen: Sequence[Stretch]) -> None:
        self.words = words
        self.votes = votes
        self.found = found
        self.firsts = [body.first for body in found]
        self.known = {words.text[body.first]: body.known for body in found if body.known and body.last == body.first + 1}
        self.by_last = {body.last: body for body in found}
        self.labelled = {stretch.last: stretch for stretch in seen if stretch.label == "ORG"}
        self.no_bodies: set[str] = set()
        """Acronyms of what is no body."""

    def apply(self, definitions: Sequence[Definition]) -> list[Found]:
        """The bodies, those defined with their whole name, and every mention of their acronyms."""
        words = self.words
        bodies: dict[str, Found] = {}
        defined = {words.text[definition.acronym] for definition in definitions}
        names = [(body.first, body.last) for body in self.found] + [(stretch.first, stretch.last) for stretch in self.labelled.values()]
        implied = [definition for definition in implied_definitions(words, names) if words.text[definition.acronym] not in defined]
        for definition in (*definitions, *self._appended(defined), *implied):
            whole = self._within(definition) or self._whole(definition)
            if whole is not None:
                bodies[words.text[definition.acronym]] = whole
        ends = {body.last for body in bodies.values()}
        others = [body for body in self.found if body.last not in ends and (body.last - body.first > 1 or words.text[body.first] not in bodies)]
        short = [
            replace(bodies[text], first=i, last=i + 1, rule="organization.acronym", full=words.key(bodies[text].first, bodies[text].last))
            for i, text in enumerate(words.text)
            if text in bodies
        ]
        return longest([*bodies.values(), *short, *others])

    def _appended(self, defined: AbstractSet[str]) -> Iterator[Definition]:
        """The acronyms whose letters are not the initials of the body they stand behind, as those of another language are not."""
        words, votes = self.words, self.votes
        for body in self.found:
            at = appended(words, body.last) if body.rule != "site" and body.type not in {"company", "finance", "media"} else None
            if at is None or words.text[at] in defined or not votes.may_be(at, at + 1) or words.lower[at] in votes.placing.by_name:
                continue
            yield Definition(at, body.first, body.last, exact=False)

    def _within(self, definition: Definition) -> Found | None:
        """The body that a definition inside a longer name abbreviates: Reed Party (RP) Congress."""
        before = bisect_right(self.firsts, definition.first) - 1
        longer = self.found[before] if before >= 0 else None
        if longer is None or longer.last <= definition.acronym + 1:
            return None
        text = self.words.text
        name = self.known.get(text[definition.acronym]) or " ".join(text[definition.first : definition.last])
        return Found(definition.acronym, definition.acronym + 1, "organization.acronym", longer.type, longer.place, name)

    def _whole(self, definition: Definition) -> Found | None:
        """The body that a definition abbreviates; None where it is none, or has a name of which the abbreviated one is a part."""
        words, first = self.words, definition.first
        full = self.by_last.get(definition.last) or self._labelled(definition.last)
        if full is None or full.rule == "site":
            named = all(words.capital[i] or words.lower[i] in SMALL for i in range(first, definition.last))
            if full is not None or not named or not self.votes.may_be(first, definition.last):
                self.no_bodies.add(words.text[definition.acronym])
            return None
        if full.first < first and (words.text[full.first][0].isdigit() or words.lower[first - 1] in SMALL):
            return None
        led = full.first < first and words.text[full.first] in self.votes.heads.leading_forms
        begins = min(full.first, first) if led or full.known or not definition.exact or not words.capital[first] else first
        return Found(begins, full.last, full.rule, full.type, full.place, full.known if begins == full.first else None, full.surface)

    def _labelled(self, last: int) -> Found | None:
        stretch = self.labelled.get(last)
        if stretch is None or not self.votes.may_be(stretch.first, stretch.last):
            return None
        return Found(stretch.first, stretch.last, "organization.votes")
