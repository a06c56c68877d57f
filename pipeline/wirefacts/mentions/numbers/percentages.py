"""What a percentage says: change, share, rate or level; which way it goes; what it is compared with."""

import itertools
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.numbers.bounds import BoundReader
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, WORD, Lexemes, overlaps
from wirefacts.mentions.numbers.mention import Direction, Mover
from wirefacts.mentions.numbers.phrases import Phrases
from wirefacts.mentions.passage import Passage, Span
from wirefacts.records.values import Basis, Role

_REACH = 14
_AMOUNT_REACH = 2
"""Lexemes behind an amount in which the word that moves it stands: `rose by $5`, `lost 160 points`."""
_AHEAD = 4
_BASIS_AHEAD = 16
_STOPS = frozenset({".", ";", ":", "!", "?"})
_LEVELS = frozenset(
    {"is", "was", "are", "were", "be", "been", "stood", "stands", "stand", "reached", "reaching", "hit", "totaled", "totalled", "remained", "came"}
)
_CONTRASTS = frozenset({"while", "but", "whereas", "although", "though", "however"})
_PLACING = frozenset({"off", "below", "above"})
"""Words that before a figure tell a change, and behind it where something is."""
_ON = frozenset({"year", "yoy", "y", "on", "month", "mom", "m", "quarter", "qoq", "q"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OR = ([",", "or"], ["or"], ["("], ["(", "or"])
_DIRECT = (["and"], [","], [",", "and"])
_CROSSED_COMMAS = 1
_BARE_BASES: dict[tuple[str, ...], Basis] = {
    ("last", "year"): "year-on-year",
    ("previous", "year"): "year-on-year",
    ("last", "month"): "month-on-month",
    ("previous", "month"): "month-on-month",
    ("last", "quarter"): "quarter-on-quarter",
    ("previous", "quarter"): "quarter-on-quarter",
}
"""What a time compared with says by its last words."""


class _Mover(NamedTuple):
    direction: Direction
    sort: Mover


class _Said(NamedTuple):
    """What the words around a figure say of it."""

    role: Role | None = None
    direction: Direction | None = None
    mover: Mover | None = None
    """What sort of word says that it moves."""


class ChangeWords(NamedTuple):
    """The words of change and comparison, ready to be looked up."""

    movers: dict[str, _Mover]
    rate: frozenset[str]
    share: Phrases[str]
    share_nouns: Phrases[str]
    basis: Phrases[str]
    comparison: Phrases[str]


@cache
def change_words_of(lexicon: Lexicon) -> ChangeWords:
    """The words of a vocabulary, put in order once."""
    changes = lexicon.changes
    movers: dict[str, _Mover] = {}
    for direction, words in (("up", changes.up), ("down", changes.down)):
        for sort, forms in (("adverb", words.adverbs), ("noun", words.nouns), ("verb", words.verbs)):
            for form in forms:
                movers.setdefault(form, _Mover(direction, sort))  # type: ignore[arg-type]
    return ChangeWords(
        movers=movers,
        rate=frozenset(changes.roles.rate),
        share=Phrases({"share": changes.roles.share}),
        share_nouns=Phrases({"share": changes.roles.share_nouns}),
        basis=Phrases({name: changes.basis[name] for name in ("year-on-year", "month-on-month", "quarter-on-quarter", "same_period")}),
        comparison=Phrases({"other": changes.basis["comparison"]}),
    )


class PercentageReader:
    """Reads role, direction and basis off the words around a percentage."""

    def __init__(self, passage: Passage, lex: Lexemes, bounds: BoundReader, times: Sequence[Span]) -> None:
        self.passage, self.lex, self.bounds = passage, lex, bounds
        self.times = sorted(times)
        self.time_ends = [time.end for time in self.times]
        words = change_words_of(passage.lexicon)
        self.movers, self.rate = words.movers, words.rate
        self.share, self.share_nouns = words.share, words.share_nouns
        self.basis, self.comparison = words.basis, words.comparison

    def read(self, figures: list[Figure]) -> None:
        """Set role, direction and basis of the percentages, and the direction of every other figure that changes."""
        unstated: set[int] = set()
        previous: Figure | None = None
        for number, figure in enumerate(figures):
            is_percentage = figure.sense == "percentage"
            if figure.sense not in ("percentage", "money", "measure", "count", "multiple"):
                continue
            following = figures[number + 1].first if number + 1 < len(figures) else len(self.lex)
            before = figures[number - 1] if number else None
            stated = self._role(figure, before, following)
            if is_percentage:
                if not stated:
                    stated = self._inherit(figure, previous, before)
                if not stated:
                    unstated.add(id(figure))
                self._compare(figure, before, following)
                previous = figure
        percentages = [figure for figure in figures if figure.sense == "percentage"]
        for left, right in itertools.pairwise(percentages):
            self._share_basis_on(left, right)
        for left, right in zip(reversed(percentages[:-1]), reversed(percentages), strict=False):
            self._share_basis_back(left, right)
            if id(left) in unstated and self.lex.lowers[left.last + 1 : right.first] in _DIRECT:
                left.role, left.direction, left.mover = right.role, right.direction, right.mover

    def _inherit(self, figure: Figure, previous: Figure | None, before: Figure | None) -> bool:
        """Take role and direction over from what the percentage is coordinated with."""
        if before is not None and before.direction is not None and self.lex.lowers[max(before.last, before.counted_last) + 1 : figure.first] in _OR:
            figure.role, figure.direction, figure.mover = "change", before.direction, before.mover
            return True
        if previous is not None and self._coordinated(previous, figure):
            figure.role, figure.direction, figure.mover = previous.role, previous.direction, previous.mover
            return True
        return False

    # --- role and direction

    def _role(self, figure: Figure, before: Figure | None, following: int) -> bool:
        """Set role and direction; whether the words state them."""
        if figure.sense == "percentage" and figure.numeral.form == "digits" and self.lex.at(figure.first) in ("-", "+"):
            figure.role, figure.direction = "change", "down" if figure.numeral.negative else "up"
            return True
        said = self._behind(figure, before)
        ahead = self._ahead(figure, following) if figure.sense == "percentage" else _Said()
        if ahead.role and (said.role != "change" or ahead.role != "share"):
            said = ahead
        if self.lex.at(figure.last + 1) == "of" and said.role is None and figure.sense == "percentage":
            said = _Said("share")
        figure.role, figure.direction, figure.mover = said.role or "level", said.direction, said.mover
        return said.role is not None

    def _behind(self, figure: Figure, before: Figure | None) -> _Said:
        lex = self.lex
        index = self.bounds.start(figure) - 1
        limit = max(index - (_REACH if figure.sense == "percentage" else _AMOUNT_REACH), before.last if before else -1)
        if lex.at(index) in ("to", "from", "at") and index > limit and lex.at(index) != "at":
            return self._rate_behind(index, max(index - _REACH, -1))
        commas = 0
        for i in range(index, limit, -1):
            word = lex.at(i)
            if lex.kind(i) == LINE or word in _STOPS or word in _CONTRASTS:
                break
            if word == ",":
                commas += 1
                if commas > _CROSSED_COMMAS or i < index:
                    break
            if self.share.before(lex, i):
                return _Said("share")
            if word in self.rate and lex.at(index) != "by":  # `raised the rate by`: a change of it
                near = self.movers.get(lex.at(i - 1))
                return _Said("rate", near.direction if near and near.sort == "noun" else None)
            mover = self.movers.get(word)
            if mover and self._governs(mover, i, index):
                return _Said("change", mover.direction, self._sort(mover, i))
            if word == "to" and self._verbless(i):
                break
        return _Said()

    def _sort(self, mover: _Mover, index: int) -> Mover:
        """`is to rise 5%`, `a decrease by 5%`: a noun of change that is a verb here, or moves as one."""
        return "verb" if mover.sort == "noun" and (self._tag(index).startswith("VB") or self.lex.at(index + 1) == "by") else mover.sort

    def _verbless(self, index: int) -> bool:
        # `to` before a noun is a preposition and ends the search; before a verb it does not
        return self._tag(index + 1) != "VB"

    def _governs(self, mover: _Mover, position: int, index: int) -> bool:
        lex = self.lex
        if mover.sort == "adverb":
            return index - position <= 3 and lex.at(position + 1) not in ("to", "than")  # noqa: PLR2004 - `up by about`
        between = lex.lowers[position + 1 : index + 1]
        if mover.sort == "verb":
            tag = self._tag(position)
            attributive = tag in ("VBG", "VBN", "JJ", "NN") and self._tag(position + 1) in ("NN", "NNS", "JJ") and lex.at(position + 1) != "by"
            return not any(word in _LEVELS for word in between) and not (attributive and "by" not in between)
        return True

    def _rate_behind(self, index: int, limit: int) -> _Said:
        for i in range(index, limit, -1):
            if self.lex.kind(i) == LINE or self.lex.at(i) in _STOPS or self.lex.at(i) == ",":
                break
            if self.lex.at(i) in self.rate:
                return _Said("rate")
        return _Said("level")

    def _ahead(self, figure: Figure, following: int) -> _Said:
        lex = self.lex
        for i in range(figure.last + 1, min(figure.last + 1 + _AHEAD, following)):
            word = lex.at(i)
            if lex.kind(i) == LINE or (lex.kind(i) != WORD and word != "-") or word in _CONTRASTS:
                break
            mover = self.movers.get(word)
            if mover and (mover.sort == "noun" or (mover.sort == "adverb" and i <= figure.last + 2 and word not in _PLACING)):
                return _Said("change", *mover)
            if self.share_nouns.after(lex, i):
                return _Said("share")
            if word in self.rate and figure.sense == "percentage":
                return _Said("rate")
            if word in ("of", "in", "to", "from", "and", "for", "on", "at", "by", "with"):
                break
            if self._tag(i) in ("VBD", "VBZ", "VBP", "MD"):
                break
        return _Said()

    def _coordinated(self, left: Figure, right: Figure) -> bool:
        words = self.lex.lowers[left.last + 1 : right.first]
        if len(words) > _REACH or "\n" in words or any(word in _STOPS or word in _CONTRASTS for word in words):
            return False
        if not ("and" in words or "," in words or "to" in words[:1]):
            return False
        return not any(self._tag(i) in _FINITE and i < right.first - 1 for i in range(left.last + 1, right.first))

    # --- basis

    def _compare(self, figure: Figure, before: Figure | None, following: int) -> None:
        if figure.role not in ("change", "rate") or (figure.role == "rate" and figure.direction is None):
            if (found := self._basis_at_once(figure)) is not None:
                self._hold_against(figure, found)
            return
        found = self._basis_ahead(figure, following) or self._basis_behind(figure, before)
        if found:
            self._hold_against(figure, found)

    def _hold_against(self, figure: Figure, found: tuple[Basis, int, int]) -> None:
        figure.basis, first, last = found
        figure.basis_text = " ".join(self.passage.text[self.lex.starts[first] : self.lex.ends[last]].split())

    def _basis_at_once(self, figure: Figure) -> tuple[Basis, int, int] | None:
        """`inflation stood at 3.1 percent year-on-year`, `(y-o-y)`: growth told as a level."""
        index = figure.last + 1
        index += self.lex.at(index) == "("
        found = self.basis.after(self.lex, index)
        return (found.meaning, index, found.lexeme) if found and found.meaning != "same_period" and self.lex.at(index) in _ON else None  # type: ignore[return-value]

    def _basis_ahead(self, figure: Figure, following: int) -> tuple[Basis, int, int] | None:  # noqa: PLR0911 - a list of cases, read from the top
        lex, reach = self.lex, min(figure.last + 1 + _BASIS_AHEAD, len(lex) if (lex := self.lex) else 0)
        for i in range(figure.last + 1, reach):
            word = lex.at(i)
            if lex.kind(i) == LINE or word in _STOPS or word in _CONTRASTS:
                return None
            if i >= following and not self._within_time(i):
                return None
            found = self.basis.after(lex, i)
            if found:
                return self._named_basis(found.meaning, self._preposition(i), found.lexeme)
            compared = self.comparison.after(lex, i)
            if compared:
                start = compared.lexeme + 1
                if lex.at(start) in ("the", "that", "in"):
                    start += 1
                same = self.basis.after(lex, start)
                if same:
                    return self._named_basis(same.meaning, i, same.lexeme)
                time = self._time_at(start) or self._time_at(compared.lexeme + 1)
                if time:
                    return self._timed_basis(i, time)
            if word == "," and not (self.basis.after(lex, i + 1) or self.comparison.after(lex, i + 1)):
                return None
        return None

    def _basis_behind(self, figure: Figure, before: Figure | None) -> tuple[Basis, int, int] | None:
        lex = self.lex
        for i in range(figure.first - 1, max(figure.first - _REACH, before.last if before else -1), -1):
            if lex.kind(i) == LINE or lex.at(i) in _STOPS or lex.at(i) == ",":
                return None
            found = self.basis.before(lex, i)
            if found:
                return self._named_basis(found.meaning, found.lexeme, i)
        return None

    def _preposition(self, index: int) -> int:
        found = self.comparison.before(self.lex, index - 1)
        if found is None and self.lex.at(index - 1) in ("the", "in"):
            found = self.comparison.before(self.lex, index - 2) or self.comparison.before(self.lex, index - 3)
        return found.lexeme if found else index

    def _named_basis(self, name: str, first: int, last: int) -> tuple[Basis, int, int]:
        if name != "same_period":
            return name, first, last  # type: ignore[return-value]
        lex, end = self.lex, last
        if lex.at(last + 1) == "of" or lex.at(last + 1) in ("in", "a", "last", "the", "one"):
            time = self._time_at(last) or self._time_at(last + 1) or self._time_at(last + 2)
            if time:
                end = max(end, lex.after(time.end) - 1)
            elif lex.at(last + 1) in ("last", "a") and lex.at(last + 2) == "year":
                end = last + (3 if lex.at(last + 3) in ("earlier", "ago", "before") else 2)
            elif lex.at(last + 2).isdigit():
                end = last + 2
        return self._year_basis(first, end), first, end

    def _timed_basis(self, first: int, time: Span) -> tuple[Basis, int, int] | None:
        last = self.lex.after(time.end) - 1
        return (self._year_basis(first, last, bare=True), first, last) if last >= first else None

    def _year_basis(self, first: int, last: int, *, bare: bool = False) -> Basis:
        words = self.lex.lowers[first : last + 1]
        years = [int(word) for word in words if word.isdigit() and len(word) == 4]  # noqa: PLR2004
        if years:
            published = self.passage.published
            return (
                "year-on-year"
                if (published is None and not bare) or (published is not None and years[-1] == published.year - 1 and not bare)
                else "other"
            )
        if bare:
            return _BARE_BASES.get(tuple(words[-2:]), "other")
        return "year-on-year"

    def _time_at(self, index: int) -> Span | None:
        if index >= len(self.lex):
            return None
        found = overlaps(self.times, self.time_ends, self.lex.starts[index], self.lex.ends[index])
        return Span(*found) if found else None

    def _within_time(self, index: int) -> bool:
        return self._time_at(index) is not None

    def _share_basis_on(self, left: Figure, right: Figure) -> None:
        if left.basis and right.basis is None and left.role == right.role and self.lex.lowers[left.last + 1 : right.first] in _DIRECT:
            right.basis, right.basis_text = left.basis, left.basis_text

    def _share_basis_back(self, left: Figure, right: Figure) -> None:
        if right.basis and left.basis is None and left.role == right.role == "change" and self._coordinated(left, right):
            left.basis, left.basis_text = right.basis, right.basis_text

    def _tag(self, index: int) -> str:
        if not 0 <= index < len(self.lex):
            return ""
        token = self.passage.token_at(self.lex.starts[index])
        return self.passage.tokens.tags[token] if token < len(self.passage.tokens) else ""
