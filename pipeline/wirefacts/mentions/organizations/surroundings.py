"""What the words around one mention of a name say of it: signs beside it, its apposition, its place in a list, what is its own."""

import re
from collections.abc import Iterator, Sequence

from wirefacts.lexicon.organization_heads import NameKind, Where
from wirefacts.mentions.organizations.mention import Found, Stretch
from wirefacts.mentions.organizations.places import Placing
from wirefacts.mentions.organizations.words import Words

Vote = tuple[NameKind, float]
"""A kind of name, and how strongly something speaks for it."""

UNLABELLED = 1.5
"""Votes that make a body of a name which the model takes for none."""

_ARTICLES = frozenset({"the", "a", "an"})
_BEEN = frozenset({"is", "are", "was", "were", "been"})
_LIST = frozenset({"and", ","})
_AND = frozenset({"and", "or", "&"})
_OWN = frozenset({"its", "their", "his", "her", "our", "my", "whose"})
_ONE_OF_THEM = frozenset({"a", "an", "another"})
_CLOSING = frozenset({",", ".", ";", ")", ""})
_BESIDE_NOUNS = frozenset({"NN", "JJ", "HYPH", "CD", "VBN", "VBG", "NNP", "JJS"})
_PARTICLES = frozenset({"de", "do", "da", "del"})
_SAYING = frozenset({"said", "adds", "added"})
"""Behind these stands the speaker, but for `said X would`."""
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_VERBS = _FINITE | {"VB", "VBG", "VBN"}
_BESIDE_VERBS = frozenset({"RB", "TO", "RP", "IN"})
_NAMES = frozenset({"NNP", "NNPS"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
"""Labels that `its` and a list of companies do not overrule."""
_INITIAL = re.compile(r"[A-Z]\.")
_CODE = re.compile(r"[A-Z]{0,3}-?\d{1,3}[A-Z]?")
MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,4}[A-Za-z]*")
"""What the maker stands before alone: the Airbus A321neo."""
_APPOSITION = (2, 3, 4, 5, 6, 7)
_RUNNING = frozenset({"managing", "executive"})
_HOLDING = frozenset({"holds", "held", "owns", "owned", "has", "bought", "acquired"})
_HELD = frozenset({"held", "owned", "controlled"})
_PERCENT = frozenset({"percent", "pct", "%"})
_LIST_REACH = 10
"""Words back to what opens a list of companies."""
_REACH = 5
_ARM = 2
_AGE = 3.0


class Surroundings:
    """The witnesses beside the mentions of one passage. `bodies` are those already sure, which speak for what is listed with them."""

    def __init__(self, words: Words, placing: Placing, bodies: Sequence[Found]) -> None:
        self.words = words
        self.placing = placing
        self.heads = placing.lexicon.organization_heads
        self.places = placing.lexicon.places
        self.starts = frozenset(body.first for body in bodies)
        self.ends = frozenset(body.last for body in bodies)

    def votes(self, stretch: Stretch) -> Iterator[Vote]:
        """What is heard of the kind of name at one mention. A company where the model sees a person speaks against that person too."""
        first, last, label = stretch
        full_name = label == "PERSON" and last - first > 1
        beside = list(self._signs(first, last))
        yield from beside
        if label not in _PLACES and all(kind != "person" for kind, _ in beside) and (self._has_its_own(last) or self._is_arm(first, last)):
            yield "organization", UNLABELLED
            if label == "PERSON":
                yield "person", -1
        if label not in _PLACES and not full_name and self._is_listed(first, last):
            yield "organization", UNLABELLED
        if label not in _PLACES and (self._is_held(last) or self._is_of_a_kind(first)):
            yield "organization", UNLABELLED
        if label not in _PLACES and self._is_introduced(first, last):
            yield from self.heads.signs_at["introducing"][self.words.before(first, 2)]
            if label == "PERSON":
                yield "person", -1
        yield from self._place_votes(first, last)
        yield from self._other_votes(first, last)

    def _signs(self, first: int, last: int) -> Iterator[Vote]:
        """What the vocabulary says of the words beside the mention."""
        words, signs = self.words, self.heads.signs_at
        reported = bool(words.after(last)) and words.tag[last] in _FINITE
        for where, word in self._neighbours(first, last):
            for kind, weight in signs[where].get(word, ()):
                if not (reported and kind == "person" and word in _SAYING):
                    yield kind, weight
        yield from signs["apposition"].get(self.apposition(last), ())
        if words.before(first) == "at" and words.before(first, 2) in signs["before"]:
            yield "organization", 1

    def _place_votes(self, first: int, last: int) -> Iterator[Vote]:
        words = self.words
        before, after, beyond = words.before(first), words.after(last), words.after(last, 1)
        if (after == "," and beyond in self.places.names) or (after == "-" and beyond == "based"):
            yield "place", 2
        article = before == "the" and last - first == 1
        if words.before(first, 1 + article) in _LIST and words.before(first, 2 + article) in self.placing.by_name:
            yield "place", 1
        if _CODE.fullmatch(words.text[last] if after else "") and words.after(last, 1) in self.heads.works:
            yield "place", 2
        if after == "near" or (before in _OWN and after in self.heads.site_words):
            yield "place", 1.5
        if last - first > 1 and words.lower[first] in self.places.openings:
            yield "place", 1
        if words.fresh[first] and self.placing.passage.part_at(words.start[first]) == "dateline":
            yield "place", 3
        if after == "market" and before in {"at", "in"}:
            yield "place", 1

    def _other_votes(self, first: int, last: int) -> Iterator[Vote]:
        words = self.words
        after, title = words.after(last), words.before(first, 2)
        if last - first == 1 and (words.before(first)[:1].isdigit() or words.before(first) in _PERCENT) and words.text[first].isupper():
            yield "other", 1.5
        if last - first == 1 and not words.text[first].isupper() and len(after) == 1 and after.isalnum() and words.capital[last]:
            yield "other", 2
        if after and MODEL.fullmatch(words.text[last]):
            yield "other", 2
        if after == "," and words.after(last, 1).isdigit() and words.after(last, 2) == ",":
            yield "person", _AGE
        if any(_INITIAL.fullmatch(word) for word in words.text[first + 1 : last - 1]):
            yield "person", 1
        if after in self.heads.words.techniques and last - first == 1 and words.text[first].isupper():
            yield "other", 1.5
        ruling = title in self.heads.not_bodies.people and title not in self.heads.signs_at["before_of"]
        if words.before(first) == "of" and ruling and words.before(first, 3) not in _RUNNING:
            yield "other", 2

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
        elif before == "the" and words.before(first, 2) == "of":
            yield "before_of_the", words.before(first, 3)
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

    def apposition(self, last: int) -> str:
        """The noun of `, a Swiss maker of` behind a name; empty where there is none."""
        words = self.words
        if words.after(last) != "," or words.after(last, 1) not in {*_ARTICLES, "one"}:
            return ""
        noun = ""
        for ahead in _APPOSITION:
            word = words.after(last, ahead)
            if word == "-" or word.isdigit():
                continue
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

    def _is_held(self, last: int) -> bool:
        """Whether a share of what bears the name is someone's: X, in which Acme holds 5 percent; X, 5 percent owned by Acme."""
        words = self.words
        if words.after(last) != ",":
            return False
        if words.after(last, 1) == "in" and words.after(last, 2) == "which":
            return any(words.after(last, ahead) in _HOLDING for ahead in range(3, 3 + _REACH))
        return words.after(last, 2) in _PERCENT and words.after(last, 3) in _HELD

    def _is_of_a_kind(self, first: int) -> bool:
        """Whether a list of one kind of company names it: chipmakers including Acme and X, lenders such as X."""
        words, kinds = self.words, self.heads.signs_at["apposition"]
        for back in range(1, _LIST_REACH):
            before = words.before(first, back)
            if before == "including" or (before == "as" and words.before(first, back + 1) == "such"):
                plural = words.before(first, back + (1 if before == "including" else 2))
                singular = plural[:-3] + "y" if plural.endswith("ies") else plural.removesuffix("s")
                return plural != singular and ("organization", 2.0) in kinds.get(singular, ())
            if before not in _LIST and not (before and words.capital[first - back]):
                return False
        return False

    def _is_introduced(self, first: int, last: int) -> bool:
        """Whether the name says which firm was meant right before it: her family firm, X, has; joined a cooperative, X."""
        words, introducing = self.words, self.heads.signs_at["introducing"]
        if words.before(first) != "," or words.before(first, 2) not in introducing or words.after(last) not in _CLOSING:
            return False
        for back in range(3, 3 + _REACH):
            before = words.before(first, back)
            if before in _OWN or before in _ONE_OF_THEM or before == "'s":
                return True
            if not before or words.tag[first - back] not in _BESIDE_NOUNS:
                return False
        return False

    def _is_arm(self, first: int, last: int) -> bool:
        """Whether the name closes with a country that is not what its first word speaks of: Acme Chile."""
        words, heads, lower = self.words, self.heads, self.words.lower[first]
        if last - first < _ARM or words.lower[last - 1] not in self.places.arms or words.tag[first] not in _NAMES:
            return False
        if any(not words.capital[i] and words.lower[i] not in _PARTICLES for i in range(first, last)) or self.placing.known_place(first):
            return False
        spoken_of = lower in self.places.adjectives or lower in heads.words.common or lower in heads.words.opening
        return not spoken_of and lower not in heads.not_bodies.people and lower not in heads.signs_at["before"]

    def _is_listed(self, first: int, last: int) -> bool:
        """Whether the name stands in a list beside a sure body: Acme, [X] and others; [X] and Acme."""
        words = self.words
        joint, after = words.before(first), words.after(last)
        behind, ahead = first - 1 in self.ends, last + 1 in self.starts
        return (behind and (joint in _AND or (joint == "," and after in _AND))) or (ahead and (after in _AND or (after == "," and joint == ",")))
