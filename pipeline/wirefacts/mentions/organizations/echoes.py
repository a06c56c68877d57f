"""Further mentions of bodies already found: the same words again, in any case, or the first words of a longer name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wirefacts.mentions.organizations.mention import Found, Stretch
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.votes import Votes
from wirefacts.mentions.organizations.words import Words

SHORTENED = frozenset({"company", "finance", "media", "party", "other", None})
"""Types of body that go by the first words of their name."""


class Echoes:
    """The names that bodies found may be mentioned by again."""

    def __init__(self, words: Words, placing: Placing, votes: Votes, chosen: Sequence[Found]) -> None:
        self.words = words
        self.votes = votes
        self.whole: dict[str, Found] = {}
        self.short: dict[str, Found] = {}
        for body in chosen:
            if body.rule == "organization.site":
                continue
            self.whole.setdefault(words.key(body.first, body.last), body)
            if body.type not in SHORTENED:
                continue
            for first in placing.beginnings(body.first, body.last):
                for last in range(first + 1, body.last):
                    if votes.may_shorten(first, last, body.last):
                        self.short.setdefault(words.key(first, last), body)

    def find(self, covered: Sequence[bool], seen: Sequence[Stretch]) -> Iterator[Found]:
        """The mentions among words that nothing else covers, in text order; the longest at each place."""
        words = self.words
        keys = [*self.whole, *self.short]
        openings = {key.split(" ", 1)[0] for key in keys}
        reach = max((key.count(" ") + 1 for key in keys), default=0)
        people = {i: stretch for stretch in seen if stretch.label == "PERSON" for i in range(stretch.first, stretch.last)}
        past = 0
        for i, lower in enumerate(words.lower):
            if i < past or covered[i] or not words.capital[i] or lower not in openings:
                continue
            for last in range(min(i + reach, len(words)), i, -1):
                if any(covered[i:last]) or not self._stands(i, last, people.get(i)):
                    continue
                body = self._mention(i, last)
                if body is not None:
                    yield body
                    past = last
                    break

    def _mention(self, first: int, last: int) -> Found | None:
        key = self.words.key(first, last)
        if key in self.whole:
            return replace(self.whole[key], first=first, last=last, rule="organization.again")
        body = self.short.get(key)
        if body is None:
            return None
        return Found(first, last, "organization.short", body.type, body.place, full=self.words.key(body.first, body.last))

    def _stands(self, first: int, last: int, person: Stretch | None) -> bool:
        """Whether the words may be a mention of their own and are no part of another name."""
        words, heads = self.words, self.votes.heads
        if not words.capital[last - 1] or words.is_label(first, last) or (person is not None and (person.first < first or person.last > last)):
            return False
        compound = last + 1 < len(words) and words.glued(last) and not words.capital[last + 1] and words.lower[last + 1] != "based"
        if last - first == 1 and compound:
            return False
        if last - first == 1 and self._is_surname(first):
            return False
        follows = words.after(last)
        continues = bool(follows) and words.capital[last] and words.tag[last].startswith("NNP") and not words.loud[last]
        return last - first > 1 or not continues or self._speaks(follows) or follows in heads.not_bodies.people

    def _is_surname(self, i: int) -> bool:
        """Whether another name stands before a word, which is a part of it."""
        words, before = self.words, self.words.before(i)
        if not before or not words.capital[i - 1] or words.tag[i - 1] != "NNP" or words.opening[i - 1] or words.loud[i] or not before.isalpha():
            return False
        places, heads = self.votes.places, self.votes.heads
        return (
            not (before in places.names or before in places.adjectives or before in heads.not_bodies.people or before in heads.types)
            and before not in heads.signs_at["before"]
        )

    def _speaks(self, follows: str) -> bool:
        """Whether the word behind a name speaks for a body rather than a place."""
        return any(kind != "place" for kind, _ in self.votes.heads.signs_at["after"].get(follows, ()))
