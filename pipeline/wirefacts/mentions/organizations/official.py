"""Official names in lower case, which their place makes names: Anyang municipal bureau of commerce, trade office of Anyang."""

from wirefacts.mentions.organizations.grammar import Grammar
from wirefacts.mentions.organizations.mention import Found
from wirefacts.mentions.organizations.places import OWNERS
from wirefacts.mentions.organizations.words import Words

_JOINTS = frozenset({"and", ","})
_LONGEST = 8
_LONGEST_PROVINCE = 3
_RULE = "organization.official"


class OfficialNames:
    """The lower-case names over the words of one passage."""

    def __init__(self, words: Words, grammar: Grammar, places: frozenset[str]) -> None:
        self.words = words
        self.grammar = grammar
        self.official = grammar.heads.official
        self._governed = grammar.places.governed | (places - grammar.places.names)

    def name_at(self, head: int) -> Found | None:
        """The body whose head is the lower-case word."""
        if self.words.lower[head] == "customs" and not self.words.fresh[head] and self._is_place(head - 1):
            return Found(head - 1, head + 1, _RULE, "government", self.words.text[head - 1])
        return (
            self._behind_place(head)
            or self._placed(head)
            or self._before_place(head)
            or self._owned(head)
            or self._owned_of(head)
            or self._of_province(head)
        )

    def _is_place(self, i: int, *, tagged: bool = True) -> bool:
        words, small = self.words, self.grammar.heads.words
        lower = words.lower[i]
        no_place = lower in small.function or lower in small.times or lower in small.opening or lower in self.grammar.places.adjectives
        return words.capital[i] and not no_place and (not tagged or words.tag[i].startswith("NNP"))

    def _behind_place(self, head: int) -> Found | None:
        """A place, its level of government, and the body's name: Anyang municipal government."""
        words = self.words
        level = head - 1
        while level >= max(1, head - _LONGEST) and not words.fresh[level] and not words.capital[level - 1]:
            if words.lower[level] not in self.official.portfolio and words.lower[level] not in {*_JOINTS, "people", "'s"} | self.official.levels:
                return None
            level -= 1
        if (
            level < 1
            or level == head
            or words.fresh[level]
            or not (
                words.lower[level] in self.official.levels
                or (words.lower[level] in self.official.portfolio and words.lower[level - 1] in self._governed)
            )
            or not self._is_place(level - 1, tagged=False)
        ):
            return None
        first = level - 1
        while first > head - _LONGEST and first and not words.fresh[first] and self._is_place(first - 1):
            first -= 1
        last = head + 1
        if words.after(last) == "of" and words.after(last, 1) in self.official.portfolio:
            last = self._portfolio(last + 1)
        kind = "party" if "party" in words.lower[level:head] else self.grammar.heads.types.get(words.lower[head], "government")
        return Found(first, last, _RULE, kind, " ".join(words.text[first:level]))

    def _placed(self, head: int) -> Found | None:
        """A place, the head, and `of` what its body is in charge of: Anyang bureau of trade."""
        words = self.words
        if words.fresh[head] or head == 0 or words.after(head + 1) != "of" or not self._is_place(head - 1):
            return None
        first = head - 1
        while first > head - _LONGEST and first and not words.fresh[first] and self._is_place(first - 1):
            first -= 1
        last = self._portfolio(head + 2)
        return Found(first, last, _RULE, "government", " ".join(words.text[first:head])) if last > head + 2 else None

    def _owned(self, head: int) -> Found | None:
        """What a place's body is in charge of, and its head: Anyang's bureau is none, Anyang's trade bureau is one."""
        words, first = self.words, head
        while first > max(1, head - _LONGEST) and not words.fresh[first] and words.lower[first - 1] in {*_JOINTS, *self.official.portfolio}:
            first -= 1
        if (
            first == head
            or words.lower[first] in _JOINTS
            or words.before(first) != "'s"
            or not words.before(first, 2)
            or not self._is_place(first - 2)
        ):
            return None
        return Found(first, head + 1, _RULE, "government", words.text[first - 2])

    def _owned_of(self, head: int) -> Found | None:
        """The head, and `of` what a place's body is in charge of: the county's bureau of trade."""
        words = self.words
        if words.before(head) != "'s" or words.before(head, 2) not in OWNERS or words.after(head + 1) != "of":
            return None
        last = self._portfolio(head + 2)
        return Found(head, last, _RULE, "government") if last > head + 2 else None

    def _of_province(self, head: int) -> Found | None:
        """The government of a province, state or city: the Anhui government."""
        words = self.words
        if words.lower[head] != "government":
            return None
        lengths = (length for length in range(1, _LONGEST_PROVINCE + 1) if words.before(head, length))
        first = next((head - length for length in lengths if words.key(head - length, head) in self._governed), None)
        return None if first is None else Found(first, head + 1, _RULE, "government", " ".join(words.text[first:head]))

    def _portfolio(self, start: int) -> int:
        words, portfolio = self.words, self.official.portfolio
        last = start
        while last < start + _LONGEST:
            if words.after(last) in portfolio:
                last += 1
            elif words.after(last) in _JOINTS and words.after(last, 1) in portfolio:
                last += 2
            else:
                break
        return last

    def _before_place(self, head: int) -> Found | None:
        """What a body is in charge of, its head, and `of` a place: trade and logistics office of Anyang."""
        words, portfolio = self.words, self.official.portfolio
        if words.after(head + 1) != "of" or words.lower[head] not in self.grammar.heads.complements.after_of or not words.after(head + 2):
            return None
        last = self.grammar.capitals(head + 2)
        if last == head + 2 or not self._is_place(head + 2):
            return None
        first = head
        while first > max(0, head - _LONGEST) and not words.fresh[first]:
            before = words.lower[first - 1]
            if before not in portfolio and not (before in _JOINTS and words.lower[first] in portfolio):
                break
            first -= 1
        while words.lower[first] in _JOINTS:
            first += 1
        return Found(first, last, _RULE, "government", " ".join(words.text[head + 2 : last])) if first < head else None
