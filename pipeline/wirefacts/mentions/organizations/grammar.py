"""Names by their heads: Harbin Bureau of Statistics, Acme Holdings Co., Ltd., the China (Anyang) Pilot Trade Zone."""

from wirefacts.mentions.organizations.acronyms import is_acronym
from wirefacts.mentions.organizations.acting import acts
from wirefacts.mentions.organizations.boundaries import NAMING, ends_sentence, is_office, owns
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import OrganizationType

PREPOSITIONS = frozenset({"of", "for", "on"})
"""What leads from a head to its complement."""

LONGEST = 14
"""Words a name may have; what is longer is a list or a heading."""

_PARTNERS = frozenset({"sons", "partners", "brothers", "co", "co.", "company"})
_PARTIES = frozenset({"party", "cpc", "communist", "labour", "labor"})
_PARTED = frozenset({"venture", "ventures", "merger", "partnership", "consortium", "alliance", "subsidiaries", "units"})
_SERVING = frozenset({"service", "board"})
_PARTICLES = frozenset(
    {"de", "del", "do", "da", "dos", "das", "la", "los", "las", "le", "les", "des", "du", "di", "della", "delle", "dei", "degli", "y", "e", "et"}
)
_MINISTERS = frozenset({"minister", "ministers"})
_TITLES_IN_NAMES = frozenset({"general", "chief", "head", "lord", "king", "queen", "prince"})
_ORDINAL = ("st", "nd", "rd", "th")
_SPEAKING = frozenset({"MD", "VBD", "VBZ", "POS"})
_AHEAD = 4
_STATE = 2
"""Letters that abbreviate a state."""


class Grammar:
    """The head-noun grammar over the words of one passage. Each word is looked at a bounded number of times."""

    def __init__(self, passage: Passage, words: Words) -> None:
        self.words = words
        self.spanned = _spanned(passage, words)
        self.lexicon = passage.lexicon
        self.heads = passage.lexicon.organization_heads
        self.places = passage.lexicon.places
        self.closing = self.heads.strong | self.heads.closing
        self.any_head = self.closing | self.heads.site_words

    def name_at(self, head: int, past: int) -> Found | None:
        """The body whose head is the capitalised word, none of it before `past`."""
        words, heads = self.words, self.heads
        first, last = self.left(head, past), self._right(head)
        government = heads.types.get(words.lower[head]) == "government"
        if government and first + 1 < head and words.lower[first] in self.places.adjectives:
            first += 1
        complement = any(words.lower[i] in PREPOSITIONS for i in range(head, last))
        if (
            words.is_shouted(first, last)
            or (words.after(last) in _MINISTERS and words.capital[last])
            or last - first > LONGEST
            or not self._proper(first, head, last, complement=complement)
        ):
            return None
        closing = head if complement else next((i for i in range(last - 1, head, -1) if words.lower[i] in heads.types), head)
        rule = "organization.head"
        if words.lower[closing] in heads.site_words and not (complement and words.lower[last - 1] in self.closing):
            rule = "organization.site" if acts(words, heads, first, last) else "site"
        return Found(first, last, rule, self._type(first, closing, last))

    def opened_at(self, head: int) -> Found | None:
        """The body whose name another language opens with the capitalised word: Banco Azul, Grupo de los Andes."""
        words, kind = self.words, self.heads.openers.get(self.words.lower[head])
        if words.text[head] in self.heads.leading_forms:
            kind = "company"
        if kind is None or words.loud[head]:
            return None
        last = self.capitals(head + 1)
        while words.after(last) in _PARTICLES:
            start = last + 2 if words.after(last, 1) in _PARTICLES else last + 1
            further = self.capitals(start)
            if further == start:
                break
            last = further
        return Found(head, last, "organization.head", kind) if head + 1 < last <= head + LONGEST else None

    def _type(self, first: int, closing: int, last: int) -> OrganizationType:
        words, heads = self.words, self.heads
        lower, kind = words.lower[closing], heads.types.get(words.lower[closing]) or heads.compounds[words.key(closing - 1, closing + 1)]
        before = [word for word in reversed(words.lower[first:closing]) if word in heads.strong]
        if lower == "congress":
            return "party" if _PARTIES & {*words.lower[first:last]} else "government"
        if lower == "agency" and "news" in words.lower[first:closing]:
            return "media"
        if lower in _SERVING and words.lower[closing - 1] in heads.official.portfolio:
            return "government"
        if lower in heads.closing:
            return "finance" if before and heads.types[before[0]] == "finance" else "company"
        return heads.types[before[0]] if kind == "other" and before else kind

    def left(self, head: int, past: int) -> int:
        """Where the name that ends in a head begins."""
        words = self.words
        first, i, floor = head, head - 1, max(past, head - LONGEST)
        while i >= floor and not words.fresh[i + 1] and not ends_sentence(words, i + 1, self.lexicon):
            if words.capital[i] and self._opens(i) and not self._is_title(i, head):
                first = i
                i -= 1
                continue
            numbered = words.lower[i] in self.heads.words.ordinals and words.lower[head] == "congress" and first < head
            if numbered or (words.text[i][0].isdigit() and words.lower[i].endswith(_ORDINAL)):
                return i
            joined = self._joint(i, first, head) if i > floor else None
            if joined is None:
                break
            i = joined
        if first < head and words.prefixed(first):
            first += 1
        small = first == head and i >= floor and not words.capital[i] and not words.fresh[head] and words.tag[i] == "NNP" and words.text[i].isalpha()
        return i if small and words.lower[i] not in self.heads.words.function and words.lower[i] not in self.places.names else first

    def goes_on(self, last: int) -> bool:
        """Whether a capitalised word, or a joint inside what the model sees as one name, follows."""
        return bool(self.words.after(last)) and (self.words.capital[last] or (self.words.lower[last] in {"and", "&"} and last in self.spanned))

    def _joint(self, i: int, first: int, head: int) -> int | None:
        """The word before a joint inside a name, from which the name goes on to the left; None where the name begins behind it."""
        words, lower = self.words, self.words.lower[i]
        if lower == ")":
            opened = self._bracketed_place(i)
            return opened - 1 if opened is not None and opened and words.capital[opened - 1] else None
        if words.glued(i):
            return None if words.lower[i + 1] == "based" or not words.text[i - 1].isalnum() else i - 1
        if lower == "owned" and words.lower[i - 1] == "-":
            return i - 2 if words.lower[i + 1] in self.heads.official.portfolio else None
        joins = (
            lower == "&"
            or (lower == "," and i + 1 == head and self._is_legal(head) and words.capital[i - 2] and not words.fresh[i - 1])
            or (lower in {"and", ","} and self._coordinates(i, first, head))
            or (lower in {"'s", "'"} and not owns(words, i, self.lexicon))
            or (lower in PREPOSITIONS and self._takes_complement(i - 1, head))
        )
        return i - 1 if joins and words.capital[i - 1] else None

    def _is_legal(self, head: int) -> bool:
        """Whether the word behind a comma is a legal ending and no state: Acme Valve, Inc. but Wudinna, SA."""
        lower = self.words.lower[head]
        return lower in self.heads.closing and len(lower) > _STATE

    def _opens(self, i: int) -> bool:
        small, words = self.heads.words, self.words
        lower = words.lower[i]
        if lower in small.function or lower in small.times or lower.endswith("-based"):
            return False
        if words.opening[i] and lower in self.heads.descriptions:
            return False
        return lower not in small.opening or not words.opening[i] or words.tag[i].startswith("NNP")

    def _is_title(self, i: int, head: int) -> bool:
        lower = self.words.lower[i]
        if self.words.lower[i + 1] == "'s" and is_office(self.words, i + 1, self.lexicon):
            return False
        return lower in self.heads.not_bodies.people and i + 1 < head and lower not in _TITLES_IN_NAMES

    def _coordinates(self, i: int, first: int, head: int) -> bool:
        words, portfolio = self.words, self.heads.official.portfolio
        if self._is_parted(i):
            return False
        long = i > 1 and words.capital[i - 1] and words.capital[i - 2] and not words.fresh[i - 1]
        if words.lower[i] == "and" and i in self.spanned and long and words.lower[i - 1] not in self.heads.types:
            return True
        if words.lower[head] in self.heads.closing:
            common = words.lower[i] == "and" and words.lower[i - 1] in words.small and words.lower[first] in words.small
            return words.lower[first] in _PARTNERS or common
        return words.lower[i - 1] in portfolio and words.lower[first] in portfolio

    def _is_parted(self, joint: int) -> bool:
        """Whether the words before a joint say that two names follow: between Acme and X Ltd, a venture of Acme and X Ltd."""
        words = self.words
        first = joint
        while first and words.capital[first - 1] and not words.fresh[first]:
            first -= 1
        before = words.before(first)
        return before == "between" or (before == "of" and words.before(first, 2) in _PARTED)

    def _takes_complement(self, i: int, head: int) -> bool:
        """Whether a word before `of` belongs to the name: Bank [of Anyang Group], and before places Fields [of Anyang Ltd]."""
        words, lower = self.words, self.words.lower[i]
        if lower in self.heads.complements.after_of:
            return True
        place = any(words.key(i + 2, end) in self.places.names for end in (i + 3, i + 4))
        parted = lower in self.heads.not_bodies.people or lower in self.heads.signs_at["before_of"]
        return place and words.lower[head] in self.heads.closing and words.lower[i + 1] == "of" and not parted

    def _bracketed_place(self, closing: int) -> int | None:
        words = self.words
        for opened in range(closing - 1, max(closing - _AHEAD - 1, -1), -1):
            if words.lower[opened] == "(":
                return opened if opened + 1 < closing else None
            if not words.capital[opened] and words.lower[opened] not in {"-", "'"}:
                return None
        return None

    def _right(self, head: int) -> int:
        """Where the name with that head ends: behind its complement, its legal endings, further heads and a region."""
        words, heads = self.words, self.heads
        last = head + 1
        if words.lower[head] in heads.complements.after_of and not self._is_placed_group(head):
            postposed = words.after(last) == "general" and words.capital[last] and words.after(last, 1) in PREPOSITIONS
            last = self._complement(last + postposed)
        while last < min(len(words), head + LONGEST) and not words.fresh[last] and not ends_sentence(words, last, self.lexicon):
            if words.capital[last]:
                extends = words.lower[last] in self.any_head or (
                    words.lower[last] == "international" and heads.types.get(words.lower[head]) == "company"
                )
                further = last + 1 if extends else self._closer_ahead(last)
            elif words.lower[last] == "," and words.lower[last - 1] in heads.types and words.after(last + 1) in heads.closing:
                further = last + 2 if words.capital[last + 1] else None
            else:
                further = self._behind_bracket(last) or self._head_behind_and(last) or self._behind_hyphen(last)
            if further is None:
                break
            last = further
        carries = words.lower[last - 1] in heads.complements.after_of or (
            words.lower[last - 1] in heads.complements.before_places and words.after(last, 1) in self.places.names
        )
        if last > head + 1 and carries:
            last = self._complement(last)
        return self._seat(self._region(last))

    def _seat(self, last: int) -> int:
        """The end with the seat of a university, which no comma closes as it would a place: Alba University[, Kano] will train."""
        words = self.words
        if words.after(last) != "," or self.heads.types.get(words.lower[last - 1]) != "education" or not words.after(last + 1):
            return last
        ends = (last + 1 + length for length in (2, 1) if words.after(last + length))
        end = next((stop for stop in ends if words.key(last + 1, stop) in self.places.names and words.capital[last + 1]), None)
        return end if end is not None and words.after(end) and words.tag[end] in _SPEAKING else last

    def _is_placed_group(self, head: int) -> bool:
        """Whether a company's head has its place behind `of`, which is no part of the name: Acme Group [of Anyang]."""
        words = self.words
        return (
            words.lower[head] == "group"
            and words.capital[head - 1]
            and any(words.key(head + 2, head + 2 + length) in self.places.names for length in (1, 2))
        )

    def _closer_ahead(self, last: int) -> int | None:
        """Where a later head of the same capitalised words ends: Bank [Regulatory Commission]."""
        words, heads = self.words, self.heads
        for i in range(last, min(last + _AHEAD, len(words))):
            lower = words.lower[i]
            if not words.capital[i] or words.fresh[i] or lower in heads.not_bodies.people or lower in heads.words.function:
                return None
            if lower in self.closing:
                return i + 1
        return None

    def _head_behind_and(self, joint: int) -> int | None:
        """Where the head behind `and` ends that closes what a body is in charge of: Port [and Logistics Office]."""
        words, portfolio = self.words, self.heads.official.portfolio
        if words.lower[joint] != "and" or words.lower[joint - 1] not in portfolio or words.after(joint + 1) not in portfolio:
            return None
        return self._closer_ahead(joint + 1)

    def _behind_hyphen(self, hyphen: int) -> int | None:
        """The end of the second title of a paper: Anyang Herald[-Republic]."""
        words = self.words
        paper = self.heads.types.get(words.lower[hyphen - 1]) == "media" and words.glued(hyphen) and words.capital[hyphen + 1]
        return hyphen + 2 if paper else None

    def _behind_bracket(self, opened: int) -> int | None:
        """The end of a legal ending behind a bracketed place, or of a head behind an acronym: Acme [(Anyang) Ltd], Reed Party [(RP) Congress]."""
        words = self.words
        if words.lower[opened] != "(":
            return None
        for i in range(opened + 1, min(opened + _AHEAD, len(words) - 1)):
            if words.lower[i] == ")":
                legal = words.lower[i + 1] in self.heads.closing
                return i + 2 if legal else self._closer_ahead(i + 1) if i == opened + 2 and is_acronym(words.text[i - 1]) else None
            if not words.capital[i]:
                return None
        return None

    def _complement(self, last: int) -> int:
        """The end of what follows a head with a preposition: Ministry [of Culture, Tourism and Sports]."""
        words = self.words
        end = last
        more = self.heads.complements.after_for
        while end < last + LONGEST and (
            words.after(end) == "of" or (words.after(end) in PREPOSITIONS and (end > last or words.lower[last - 1] in more))
        ):
            if words.text[end + 1 : end + 2] == ["The"]:
                break
            start = end + 2 if words.after(end, 1) in {"the", "all"} else end + 1
            after = self.capitals(start)
            if after == start:
                break
            end = after
            while (further := self._coordinated(end)) is not None and end < last + LONGEST:
                end = further
        return self._abroad(last, end)

    def _abroad(self, last: int, end: int) -> int:
        """The end with the country that a chamber of another's firms sits in: American Chamber of Commerce [in Chile]."""
        words = self.words
        if words.lower[last - 1] != "chamber" or end == last or words.before(last, 2) not in self.places.adjectives or words.after(end) != "in":
            return end
        further = self.capitals(end + 1)
        named = (stop for stop in range(further, end + 1, -1) if words.key(end + 1, stop) in self.places.names)
        return next(named, end)

    def _coordinated(self, end: int) -> int | None:
        """The end of a further part of what a body is in charge of, None where a new name begins."""
        words, portfolio = self.words, self.heads.official.portfolio
        if words.after(end) not in {"and", ",", "&"}:
            return None
        start = end + 2 if words.after(end) == "," and words.after(end, 1) == "and" else end + 1
        last = self.capitals(start)
        if words.key(start, last) in self.heads.official.parts:
            return last
        if last == start or (words.lower[last - 1] in self.closing and words.lower[last - 1] not in portfolio):
            return None
        if words.lower[last - 1] in self.places.names and words.lower[end - 1] in self.places.names and not words.loud[end]:
            return last
        return last if words.lower[last - 1] in portfolio or words.lower[start] in portfolio else None

    def capitals(self, start: int) -> int:
        """The end of the capitalised words of a name from a position on: the position itself where there are none."""
        words, small = self.words, self.heads.words
        end = start
        while end < min(len(words), start + LONGEST) and not words.fresh[end]:
            lower = words.lower[end]
            if words.capital[end] and lower not in small.function and lower not in small.times and lower not in self.heads.not_bodies.people:
                end += 1
            elif end > start and words.glued(end):
                end += 2
            elif end > start and lower == "'s" and not owns(words, end, self.lexicon):
                end += 1
            else:
                break
        return min(end, len(words))

    def _region(self, last: int) -> int:
        """The end with the region of a company's arm: Acme Group [Region China]."""
        words = self.words
        if words.lower[last - 1] not in {"group", "holdings", "company"}:
            return last
        start = last + 1 if words.after(last) == "region" and words.capital[last] else last
        for end in range(min(start + 3, len(words)), start, -1):
            if words.key(start, end) in self.places.names and words.capital[start] and not any(words.fresh[last:end]):
                return end
        return last

    def _proper(self, first: int, head: int, last: int, *, complement: bool) -> bool:
        """Whether the words beside the head make it a name and not a kind of thing."""
        words, heads, places = self.words, self.heads, self.places
        others = [i for i in range(first, last) if i != head and words.text[i][0].isalnum() and words.lower[i] not in PREPOSITIONS]
        before = [words.lower[i] for i in others if i < head]
        legal = words.lower[head] in heads.closing
        if (
            not others
            or (words.loud[head] and not any(words.lower[i] in places.names for i in others))
            or any(words.key(i, last) in heads.not_bodies.lower_names for i in range(first, min(first + 2, last - 1)))
        ):
            return False
        if complement or legal:
            return True
        if words.lower[head] not in heads.types and heads.compounds[words.key(head - 1, head + 1)] == "company":
            return head - first > 1 and not self.goes_on(last)
        if all(word in heads.official.levels or word in heads.words.opening or word in places.adjectives for word in before):
            return words.lower[head] == "assembly"
        return len(before) > 1 or not words.opening[first] or words.tag[first].startswith("NNP")


def _spanned(passage: Passage, words: Words) -> frozenset[int]:
    """The words that the model sees inside a name, neither first nor last in it."""
    ranges = (words.at(entity.start, entity.end) for entity in passage.entities if entity.label in NAMING)
    return frozenset(i for first, last in ranges for i in range(first + 1, last - 1))
