"""Names by their heads: Harbin Bureau of Statistics, Acme Holdings Co., Ltd., Suining municipal government."""

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.organization_heads import OrganizationHeads
from wirefacts.mentions.organizations.boundaries import TIMES, owns
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.words import Words
from wirefacts.mentions.passage import Passage

_FUNCTION = frozenset(
    "the a an in on at by from to as and but or of for with this that these those its his her their our my it he she they we you under since after before during when while "
    "where if so then there here also both all some many most more other another such what who how why not no yes former senior according meanwhile however although "
    "though because until through about over between among into within without against along despite like unlike including each every any is are was were has have had said says".split()
)
_FIRST_WORDS = frozenset("new first second last next local big small private foreign other".split())
"""Adjectives that open names and sentences."""
_PREPOSITIONS = frozenset({"of", "for", "on"})
_PLACING = frozenset("in at to from via of near into through around on between and with for".split())
_BEING = frozenset("is are was were be been being".split())
_LONGEST = 14
"""Words a name may have; what is longer is a list or a heading."""


class Grammar:
    """The head-noun grammar over the words of one passage. Each word is looked at a bounded number of times."""

    def __init__(self, passage: Passage, words: Words) -> None:
        self.passage = passage
        self.words = words
        self.lexicon: Lexicon = passage.lexicon
        self.heads: OrganizationHeads = passage.lexicon.organization_heads
        self.places = passage.lexicon.places

    def find(self) -> list[Found]:
        """The names that a head makes bodies, longest first where they overlap, in text order."""
        words, heads = self.words, self.heads
        strong, sites, legal = heads.strong, heads.site_words, heads.legal_endings
        found: list[Found] = []
        past = 0
        for i, lower in enumerate(words.lower):
            if i < past:
                continue
            name: Found | None = None
            if words.capital[i]:
                if lower in strong or lower in sites or lower in legal:
                    name = self._capitalised(i, past)
            elif lower in heads.official.heads and i:
                name = self._lower_case(i)
            if name is None:
                continue
            while found and found[-1].last > name.first:
                found.pop()
            found.append(name)
            past = name.last
        return found

    def _capitalised(self, head: int, past: int) -> Found | None:
        words, heads = self.words, self.heads
        first = self._left(head, past)
        last = self._right(head)
        if heads.types.get(words.lower[head]) == "government" and last - first > 2 and words.lower[first] in self.places.adjectives:  # noqa: PLR2004 - the adjective, a word and the head
            first += 1
        complement = any(words.lower[i] in _PREPOSITIONS for i in range(head, last))
        closing = head if complement else next((i for i in range(last - 1, head - 1, -1) if words.lower[i] in heads.types), head)
        kind = heads.types.get(words.lower[closing], "other")
        if words.lower[closing] in heads.legal_endings:
            before = next((words.lower[i] for i in range(closing - 1, first - 1, -1) if words.lower[i] in heads.strong), "")
            kind = heads.types[before] if before and heads.types[before] in {"finance", "company"} else "company"
        if last - first > _LONGEST or not self._proper(first, head, last, complement=complement):
            return None
        if "congress" in words.lower[first:last] and "people" in words.lower[first:last]:
            kind = "government"
        if words.lower[head] in heads.site_words and words.lower[closing] in heads.site_words:
            return Found(first, last, "organization.site" if self._acts(first, last) else "site", kind)
        return Found(first, last, "organization.head", kind)

    def _left(self, head: int, past: int) -> int:
        """Where the name that ends in a head begins."""
        words = self.words
        first = head
        i = head - 1
        floor = max(past, head - _LONGEST)
        while i >= floor and not words.fresh[i + 1]:
            lower = words.lower[i]
            if words.capital[i] and self._may_open(i) and not self._is_title(i, head):
                first = i
                i -= 1
            elif lower == "&" and i > floor and words.capital[i - 1]:
                i -= 1
            elif lower in {"and", ","} and i > floor and words.capital[i - 1] and self._coordinates(i, first, head):
                i -= 1
            elif (
                lower == "-"
                and words.end[i] == words.start[i + 1]
                and words.end[i - 1] == words.start[i]
                and i > floor
                and words.lower[i + 1] != "based"
            ):
                first = i - 1 if words.capital[i - 1] or words.text[i - 1].isalnum() else first
                i -= 2
            elif lower == "owned" and words.lower[i - 1] == "-":
                i -= 1
            elif lower in {"'s", "'"} and i > floor and words.capital[i - 1] and not owns(words, i, self.lexicon):
                i -= 1
            elif lower == ")" and (opened := self._bracketed_place(i)) is not None and opened > floor and words.capital[opened - 1]:
                i = opened - 1
            elif words.text[i][0].isdigit() and words.text[i][-1].isalpha() and words.lower[i][-2:] in {"st", "nd", "rd", "th"}:
                first = i
                break
            elif lower in _PREPOSITIONS and i > floor and words.capital[i - 1] and self._takes_complement(i - 1, head):
                i -= 1
            else:
                break
        return first

    def _takes_complement(self, i: int, head: int) -> bool:
        lower, words = self.words.lower[i], self.words
        if lower in self.heads.complements.after_of:
            return True
        place = any(words.key(i + 2, end) in self.places.names for end in (i + 3, i + 4))
        return place and words.lower[head] in self.heads.legal_endings and words.lower[i + 1] == "of" and lower not in self.heads.not_bodies.people

    def _may_open(self, i: int) -> bool:
        lower = self.words.lower[i]
        if lower in _FUNCTION or lower in TIMES or lower.endswith("-based"):
            return False
        return not (lower in _FIRST_WORDS and self.words.opening[i] and not self.words.tag[i].startswith("NNP"))

    def _is_title(self, i: int, head: int) -> bool:
        return (
            self.words.lower[i] in self.heads.not_bodies.people
            and i + 1 < head
            and self.words.lower[i] not in {"general", "chief", "head", "lord", "king", "queen", "prince"}
        )

    def _coordinates(self, i: int, first: int, head: int) -> bool:
        words, portfolio = self.words, self.heads.official.portfolio
        if words.lower[head] in self.heads.legal_endings:
            return words.lower[first] in {"sons", "partners", "brothers", "co", "co.", "company"}
        return words.lower[i - 1] in portfolio and words.lower[first] in portfolio

    def _bracketed_place(self, closing: int) -> int | None:
        words = self.words
        for opened in range(closing - 1, max(closing - 5, -1), -1):
            if words.lower[opened] == "(":
                return opened if opened + 1 < closing else None
            if not words.capital[opened] and words.lower[opened] not in {"-", "'"}:
                return None
        return None

    def _right(self, head: int) -> int:
        """Where the name with that head ends: behind its complement, its legal endings, further heads and a region."""
        words, heads = self.words, self.heads
        last = head + 1
        if words.lower[head] in heads.complements.after_of:
            last = self._complement(last)
        while last < len(words) and not words.fresh[last]:
            lower = words.lower[last]
            if words.capital[last] and (lower in heads.legal_endings or lower in heads.strong or lower in heads.site_words):
                last += 1
            elif (
                lower == ","
                and last + 1 < len(words)
                and words.capital[last + 1]
                and words.lower[last + 1] in heads.legal_endings
                and words.lower[last - 1] in heads.types
            ):
                last += 2
            elif lower == "(" and (closing := self._closing(last)) is not None and words.lower[closing + 1] in heads.legal_endings:
                last = closing + 2
            elif words.capital[last] and (closer := self._closer_ahead(last)) is not None:
                last = closer
            else:
                break
        return self._region(last)

    def _closer_ahead(self, last: int) -> int | None:
        """Where a later head of the same capitalised words ends: Securities [Regulatory Commission]."""
        words, heads = self.words, self.heads
        for i in range(last, min(last + 4, len(words))):
            if not words.capital[i] or words.fresh[i] or words.lower[i] in heads.not_bodies.people or words.lower[i] in _FUNCTION:
                return None
            if words.lower[i] in heads.strong or words.lower[i] in heads.legal_endings:
                return i + 1
        return None

    def _closing(self, opened: int) -> int | None:
        words = self.words
        for i in range(opened + 1, min(opened + 4, len(words) - 1)):
            if words.lower[i] == ")":
                return i
            if not words.capital[i]:
                return None
        return None

    def _complement(self, last: int) -> int:
        words, portfolio = self.words, self.heads.official.portfolio
        end = last
        while end + 1 < len(words) and words.lower[end] in _PREPOSITIONS and not words.fresh[end] and not words.fresh[end + 1]:
            start = end + 2 if words.lower[end + 1] in {"the", "all"} else end + 1
            after = self._capitals(start)
            if after == start:
                break
            end = after
            while end + 1 < len(words) and words.lower[end] in {"and", ",", "&"} and not words.fresh[end] and not words.fresh[end + 1]:
                skip = 2 if words.lower[end] == "," and words.lower[end + 1] == "and" else 1
                chunk = self._capitals(end + skip)
                closes = chunk > end + skip and words.lower[chunk - 1]
                if (
                    not closes
                    or closes in self.heads.strong
                    or closes in self.heads.legal_endings
                    or not (closes in portfolio or words.lower[end + skip] in portfolio)
                ):
                    break
                end = chunk
            if (
                words.after(end) == "in"
                and self._capitals(end + 1) > end + 1
                and words.lower[end + 1] in self.places.names
                and words.lower[last - 1] in {"organization", "organisation"}
            ):
                end = self._capitals(end + 1)
        return end

    def _capitals(self, start: int) -> int:
        words = self.words
        end = start
        while end < len(words) and not (end > start and words.fresh[end]):
            if (
                words.capital[end]
                and words.lower[end] not in _FUNCTION
                and words.lower[end] not in TIMES
                and words.lower[end] not in self.heads.not_bodies.people
            ):
                end += 1
            elif (
                words.lower[end] == "-"
                and end > start
                and end + 1 < len(words)
                and words.end[end] == words.start[end + 1]
                and words.start[end] == words.end[end - 1]
            ):
                end += 2
            elif (
                words.lower[end] == "'s" and words.lower[end - 1] in self.heads.inner_possessives and end + 1 < len(words) and words.capital[end + 1]
            ):
                end += 1
            else:
                break
        return end

    def _region(self, last: int) -> int:
        words = self.words
        start = last + 1 if words.after(last) == "region" and words.capital[last] else last
        for length in (3, 2, 1):
            if start + length <= len(words) and not any(words.fresh[last : start + length]) and words.capital[start]:
                name = words.key(start, start + length)
                if name in self.places.names and words.lower[last - 1] in {"group", "holdings", "company"}:
                    return start + length
        return last

    def _proper(self, first: int, head: int, last: int, *, complement: bool) -> bool:
        """Whether the words beside the head make it a name and not a kind of thing."""
        words, heads = self.words, self.heads
        others = [
            i
            for i in range(first, last)
            if words.text[i][0].isalnum() and words.lower[i] not in _PREPOSITIONS and words.lower[i] not in {"and", "&"} and i != head
        ]
        if not others:
            return False
        if words.loud[head] and not any(words.lower[i] in self.places.names for i in others):
            return False
        if any(words.key(i, last) in heads.not_bodies.lower_names for i in range(first, last - 1)):
            return False
        levels = heads.official.levels
        before = [i for i in others if i < head]
        if complement:
            return True
        if (
            all(words.lower[i] in levels or words.lower[i] in self.places.adjectives for i in before if i >= first)
            and words.lower[head] in heads.types
        ):
            return words.lower[head] in {"assembly", "guard"} or words.lower[head] in heads.legal_endings
        if words.opening[before[0]] and len(before) == 1 and not words.tag[before[0]].startswith("NNP"):
            return words.lower[head] in heads.legal_endings
        return True

    def _acts(self, first: int, last: int) -> bool:
        """Whether the name is the subject of a verb in the active voice, or a source of what is told."""
        words = self.words
        before = words.before(first, 2) if words.before(first) in {"the", "'s"} else words.before(first)
        far = words.before(first, 3) if words.before(first) in {"the", "'s"} else words.before(first, 2)
        if before == "by" or (
            before in {"of", "with", "from", "at"} and (far in self.heads.not_bodies.people or far in {"official", "officials", "data", "figures"})
        ):
            return True
        if before in _PLACING or last >= len(words) or words.fresh[last]:
            return False
        verb = last + 1 if words.tag[last] == "MD" else last
        if verb + 1 >= len(words) or words.tag[verb] not in {"VBD", "VBZ", "VBP", "VB"}:
            return False
        return words.lower[verb] not in _BEING and not (words.lower[verb] in {"has", "have", "had"} and words.lower[verb + 1] in _BEING)

    def _lower_case(self, head: int) -> Found | None:
        """A lower-case official name that begins or ends with its place: Anyang municipal bureau of commerce, trade office of Anyang."""
        words = self.words
        if words.lower[head] == "customs" and words.capital[head - 1] and not words.fresh[head]:
            place = (
                words.tag[head - 1].startswith("NNP")
                and words.lower[head - 1] not in _FUNCTION
                and words.lower[head - 1] not in self.places.adjectives
            )
            return Found(head - 1, head + 1, "organization.official", "government", words.text[head - 1]) if place else None
        return self._behind_place(head) or self._before_place(head)

    def _before_place(self, head: int) -> Found | None:
        words, official = self.words, self.heads.official
        if words.after(head + 1) != "of" or words.lower[head] not in self.heads.complements.after_of:
            return None
        last = self._capitals(head + 2)
        first = head
        while (
            first
            and not words.fresh[first]
            and (
                words.lower[first - 1] in official.portfolio or (words.lower[first - 1] in {"and", ","} and words.lower[first] in official.portfolio)
            )
        ):
            first -= 1
        while first < head and words.lower[first] in {"and", ","}:
            first += 1
        if first == head or last == head + 2 or not words.tag[head + 2].startswith("NNP") or words.lower[head + 2] in self.heads.not_bodies.people:
            return None
        return Found(first, last, "organization.official", "government", " ".join(words.text[head + 2 : last]))

    def _behind_place(self, head: int) -> Found | None:
        words, official = self.words, self.heads.official
        i = head - 1
        floor = max(0, head - 8)
        level = False
        while i >= floor and not words.fresh[i + 1]:
            lower = words.lower[i]
            if words.capital[i]:
                break
            if lower in official.levels:
                level = True
            elif lower not in official.portfolio and lower not in {"and", ",", "people", "'s", "'", "'s"}:
                return None
            i -= 1
        if i < floor or words.fresh[i + 1] or not words.capital[i] or i == head - 1 or not level:
            return None
        if words.lower[i] in _FUNCTION or words.lower[i] in self.places.adjectives or words.lower[i + 1] not in official.levels:
            return None
        first = i
        while first > floor and words.capital[first - 1] and not words.fresh[first] and words.lower[first - 1] not in _FUNCTION:
            first -= 1
        last = head + 1
        if words.after(last) == "of" and words.after(last, 1) in official.portfolio:
            last += 2
            while words.after(last) in official.portfolio or (words.after(last) in {"and", ","} and words.after(last, 1) in official.portfolio):
                last += 1
        return Found(first, last, "organization.official", self.heads.types.get(words.lower[head], "government"), words.text[i])


def find_headed(passage: Passage, words: Words) -> list[Found]:
    """The names that their heads make bodies; those of the rule `site` are places until something else says that they act."""
    return Grammar(passage, words).find()
