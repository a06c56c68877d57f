"""The noun phrases beside a figure: what it counts, what it measures, what it is divided by."""

from collections.abc import Sequence
from typing import NamedTuple

from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import MARK, NUMBER, WORD, Lexemes, overlaps
from wirefacts.mentions.numbers.units import Signs
from wirefacts.mentions.passage import Passage, Span

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS, _PROPER = frozenset({"NNS", "NNPS"}), frozenset({"NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "AFX", "FW", "RBS"})
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our", "all", "such", "them", "china's"})
_FAR_TOKENS = 9
_RECURRING = frozenset({"daily", "weekly", "monthly", "yearly", "annual"})
"""Adjectives of time that tell a kind of what is counted: `two weekly flights`."""
_PER = frozenset({"per", "/"})
_WHOLE_WORD = 3
"""Letters from which on what stands behind a stroke is a word: `yuan/stem`."""
_ARTICLES = frozenset({"a", "an", "each", "every"})
_NOT_AFTER_TIMES = frozenset({"ago", "earlier", "later", "before", "old", "after"})
_SPAN_OF_DENOMINATOR = 3


class Phrase(NamedTuple):
    """A noun phrase by its tokens, `last` included."""

    first: int
    last: int
    head: int


class NounReader:
    """Reads noun phrases off the part-of-speech tags."""

    def __init__(self, passage: Passage, lex: Lexemes, signs: Signs, times: Sequence[Span] = ()) -> None:
        self.passage, self.lex, self.signs = passage, lex, signs
        self.times = sorted(times)
        self.time_ends = [time.end for time in self.times]
        self.relational = passage.lexicon.labels.relational
        self.denominators = passage.lexicon.units.denominators

    def phrase(self, token: int) -> Phrase | None:
        """The noun phrase that starts at the token: modifiers and nouns up to the head, and a second noun after `and`."""
        tags, tokens, text = self.passage.tokens.tags, self.passage.tokens, self.passage.text
        head, i = -1, token
        while i < min(len(tokens), token + _FAR_TOKENS) and not (i > token and "\n" in text[tokens.ends[i - 1] : tokens.starts[i]]):
            tag = tags[i]
            if i > token and self._tells_time(i):
                break
            if tag in _NOUNS:
                if head >= 0 and tags[head] in _PLURALS and tag in _PROPER:
                    break
                head = i
            elif tag == "HYPH" or (tokens.lowers[i] == "-" and tokens.ends[i - 1] == tokens.starts[i]):
                head = -1  # the head comes after a compound modifier
            elif not self._inside(i, token, head):
                break
            i += 1
        return Phrase(token, self._second_noun(head), head) if head >= 0 else None

    def _tells_time(self, token: int) -> bool:
        return overlaps(self.times, self.time_ends, self.passage.tokens.starts[token], self.passage.tokens.ends[token]) is not None

    def _inside(self, i: int, first: int, head: int) -> bool:
        """Whether a token that is no noun stands inside the phrase."""
        tags = self.passage.tokens.tags
        tag, following = tags[i], tags[i + 1 : i + 2]
        if tag in _MODIFIERS:
            return head < 0 or (tag == "JJ" and head == i - 1 and tags[head] == "NN" and following != [] and following[0] in _NOUNS)
        if tag == "CD":  # `Fortune Global 500 companies`
            return head == i - 1 and tags[head] in _PROPER and following in (["NN"], ["NNS"])
        if tag == ",":
            return head < 0 and tags[i - 1] == "JJ" and following == ["JJ"]
        return tag == "CC" and i > first and self._goes_on(i + 1, head)

    def _goes_on(self, after: int, head: int) -> bool:
        """Whether modifiers go on after `and`: `digital and physical sales`, `coal and gas plants`."""
        tags = self.passage.tokens.tags
        if head < 0:
            return tags[after : after + 1] != [] and tags[after] in _MODIFIERS | _NOUNS
        return (
            tags[head] in ("NN", "NNP")
            and tags[after : after + 1] in (["NN"], ["NNP"], ["JJ"])
            and tags[after + 1 : after + 2] in (["NNS"], ["NNPS"])
        )

    def _second_noun(self, head: int) -> int:
        """`countries and regions`: a second plural noun joined to a plural head."""
        tags, tokens = self.passage.tokens.tags, self.passage.tokens
        if tags[head] not in ("NNS", "NNPS") or tokens.lowers[head + 1 : head + 2] not in (["and"], ["or"]):
            return head
        i = head + 2
        while i < len(tags) and tags[i] in ("JJ", "NN") and i < head + 4:
            i += 1
        return i if i < len(tags) and tags[i] == "NNS" else head

    def text(self, phrase: Phrase) -> str:
        """The words of a phrase, without modifiers that say nothing of the kind."""
        tokens = self.passage.tokens
        first = phrase.first
        while first < phrase.head and tokens.lowers[first] in self.relational:
            first += 1
        return " ".join(self.passage.text[tokens.starts[first] : tokens.ends[phrase.last]].split())

    def count(self, figure: Figure) -> None:
        """Set what a figure counts or measures."""
        lex, index = self.lex, figure.last + 1
        if index >= len(lex):
            return
        index = self._past_bound(index)
        if figure.unit is None and lex.at(index) == "-" and lex.glued(index) and lex.glued(index + 1) and figure.numeral.form in ("digits", "words"):
            index += 1
            if self._compounded(figure, index):
                return
        of = lex.at(index) == "of" or (figure.numeral.form == "fraction" and lex.at(index) in _DETERMINERS)
        if of:
            index += lex.at(index) == "of"
            while lex.at(index) in _DETERMINERS:
                index += 1
        first, index = index, self._past_kind(figure, index)
        if lex.kind(index) != WORD or (figure.unit is not None and not of):
            return
        token = self.passage.token_at(lex.starts[index])
        if self.passage.tokens.starts[token : token + 1] != [lex.starts[index]] and not lex.glued(index):
            return
        if lex.at(index) not in _RECURRING and overlaps(self.times, self.time_ends, lex.starts[index], lex.ends[index]):
            return
        tokens = self.passage.tokens
        phrase = self._counted_phrase(figure, token, of=of)
        if phrase is None:
            return
        kind = self.passage.view[lex.starts[first] : lex.starts[index]]
        figure.counted = kind + self.text(phrase)
        figure.counted_first = first
        figure.counted_last = max(lex.after(tokens.ends[phrase.last]) - 1, index)

    def named_at(self, index: int) -> str | None:
        """The noun phrase that starts at the lexeme, without what says nothing of the kind."""
        while self.lex.at(index) in _DETERMINERS:
            index += 1
        if self.lex.kind(index) != WORD:
            return None
        phrase = self.phrase(self.passage.token_at(self.lex.starts[index]))
        return self.text(phrase) if phrase else None

    def _counted_phrase(self, figure: Figure, token: int, *, of: bool) -> Phrase | None:
        phrase, tokens = self.phrase(token), self.passage.tokens
        if phrase is not None and of and tokens.lowers[phrase.last + 1 : phrase.last + 2] in (["'s"], ["’s"]):
            phrase = self.phrase(phrase.last + 2)
        if phrase is None or tokens.lowers[phrase.head] in ("one", "ones"):
            return None
        return Phrase(token, token, token) if not of and self._measures_head(figure, token, phrase) else phrase

    def _measures_head(self, figure: Figure, token: int, phrase: Phrase) -> bool:
        """`a 12 page report`, `a 3 cylinder engine`: several of a noun in the singular before another."""
        tags = self.passage.tokens.tags
        return figure.numeral.form == "digits" and figure.stated > 1 and tags[token] == tags[phrase.head] == "NN" and phrase.head > token

    def _compounded(self, figure: Figure, index: int) -> bool:
        """`13-member`: a compound is taken whole, and its noun is what is counted."""
        if self.lex.kind(index) != WORD:
            return False
        figure.last = index
        tag = self.passage.tokens.tags[self.passage.token_at(self.lex.starts[index])]
        if self.lex.at(index) in self.relational or tag not in _NOUNS:
            return False
        figure.counted = self.lex.lowers[index]
        figure.counted_first = figure.counted_last = index
        return True

    def _past_kind(self, figure: Figure, index: int) -> int:
        """`14 5G stations`, `50 40-foot boxes`: past digits that tell what kind is counted."""
        lex = self.lex
        if figure.unit is not None or lex.kind(index) != NUMBER or lex.glued(index):
            return index
        if lex.at(index + 1) == "-" and lex.glued(index + 1) and lex.glued(index + 2) and lex.kind(index + 2) == WORD:
            return index + 3
        return index + 2 if lex.glued(index + 1) and lex.texts[index + 1].isupper() and not lex.glued(index + 2) else index

    def _past_bound(self, index: int) -> int:
        """`1,000+ workers`, `100-plus factories`, `20 or so buildings`."""
        lex = self.lex
        if lex.at(index) == "+" and lex.glued(index):
            return index + 1
        if lex.at(index) == "-" and lex.at(index + 1) in ("plus", "odd"):
            return index + 2
        return index + 2 if lex.at(index) == "or" and lex.at(index + 1) in ("so", "more") else index

    def divide(self, figure: Figure) -> None:
        """Set the denominator of a rate; one that follows at once is taken into the span."""
        if figure.per is not None:
            return
        if figure.unit is not None and figure.unit.kind in ("percent", "point") and self.lex.at(figure.last + 1) in _ARTICLES:
            return  # `5 percent a year` tells how often, not by what it is divided
        found = self._denominator(figure.last + 1)
        if found is not None and (figure.unit is not None or figure.counted is None):
            figure.per = found[0]
            if figure.unit is not None:
                figure.last = found[1]
        elif figure.counted_last > figure.last and (found := self._denominator(figure.counted_last + 1)):
            figure.per = found[0]

    def _denominator(self, index: int) -> tuple[str, int] | None:
        lex, word = self.lex, self.lex.at(index)
        if word == "apiece":
            return "piece", index
        if word == "-" and lex.at(index + 1) in _PER | _ARTICLES and lex.at(index + 2) == "-":
            index, word = index + 1, lex.at(index + 1)
        start = index + 1
        if lex.at(start) == "-":
            start += 1
        if word in _PER:
            if word == "/" and not (lex.glued(index) and lex.glued(start)):
                return None
            return self._abbreviation(start) or self._unit(start) or self._divisor(start, word)
        if word in _ARTICLES:
            found = self._unit(start)
            if found is None and lex.at(start) in self.denominators.words:
                found = (lex.at(start), start)
            sign = self.signs.after(lex, start)
            timed = lex.at(start) in self.denominators.words or (sign is not None and sign.unit.kind == "time")
            ago = found is not None and timed and self._lies_apart(found[1] + 1) and lex.lowers[index : index + 2] != ["an", "hour"]
            if found and not ago and not (lex.at(found[1] + 1) == "-" and lex.glued(found[1] + 1)):
                return found
        return None

    def _lies_apart(self, index: int) -> bool:
        """Whether the word behind `a year` makes it a distance in time: `a year ago`, `a year on, …`, but not `a month on average`."""
        lex = self.lex
        return lex.at(index) in _NOT_AFTER_TIMES or (lex.at(index) == "on" and (lex.kind(index + 1) != WORD or lex.at(index + 1) == "from"))

    def _divisor(self, index: int, word: str) -> tuple[str, int] | None:
        """A noun that is no unit: all its phrase after `per`, one whole word after a stroke."""
        if word == "per":
            return self._noun(index)
        whole = self.lex.kind(index) == WORD and self.lex.texts[index].islower() and len(self.lex.texts[index]) >= _WHOLE_WORD
        return (self._words(index, index), index) if whole else None

    def _abbreviation(self, index: int) -> tuple[str, int] | None:
        lex = self.lex
        for last in (index + 1, index):
            if last > index and not (lex.glued(last) and lex.kind(last) != MARK):
                continue
            name = self.denominators.abbreviations.get("".join(lex.texts[index : last + 1]))
            if name:
                return name, last
        return None

    def _unit(self, index: int) -> tuple[str, int] | None:
        found = self.signs.after(self.lex, index)
        if found is None or found.unit.kind not in ("measure", "time"):
            return None
        if found.unit.written is not None:
            return (found.unit.name, found.lexeme) if len(found.unit.written) > 1 else None
        return self._words(index, found.lexeme), found.lexeme

    def _noun(self, index: int) -> tuple[str, int] | None:
        lex = self.lex
        if lex.at(index) == "capita":
            return "capita", index
        if lex.kind(index) != WORD:
            return None
        token = self.passage.token_at(lex.starts[index])
        phrase = self.phrase(token)
        if phrase is None or phrase.head - token >= _SPAN_OF_DENOMINATOR:
            return self._words(index, index), index
        last = max(lex.after(self.passage.tokens.ends[phrase.head]) - 1, index)
        return self._words(index, last), last

    def _words(self, first: int, last: int) -> str:
        return " ".join(self.passage.view[self.lex.starts[first] : self.lex.ends[last]].lower().split())
