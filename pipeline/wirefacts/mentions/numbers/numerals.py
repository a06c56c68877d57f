"""The numeral grammar: digits with separators, scale words and letters, written-out numbers, fractions, orders of magnitude."""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from wirefacts.lexicon.numerals import Numerals
from wirefacts.mentions.numbers.codes import Codes, PrefixIsCurrency
from wirefacts.mentions.numbers.lexemes import NUMBER, WORD, Lexemes
from wirefacts.records.base import LONGEST_NUMBER

Form = Literal["digits", "words", "fraction", "vague", "ordinal", "code", "clock"]

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
_SLASHED = re.compile(r"([0-9]{1,3})/([0-9]{1,4})")
_CLOCK = re.compile(r"[0-9]{1,3}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?")
_ORDINAL = frozenset({"st", "nd", "rd", "th"})
_ONE_OF_TWO = frozenset({"other", "top", "bottom", "last", "latter", "each", "every", "next", "opening", "this", "former", "in"})
"""Words before `half` that make it a period or a side."""
_WHOM = frozenset({"whom", "which", "them", "these", "those"})
_DETERMINERS = frozenset({"the", "its", "their", "his", "her", "our", "my", "your", "all", "those", "these"})
_ONE, _HUNDRED, _THOUSAND = Decimal(1), Decimal(100), Decimal(1000)
_SIX_PLACES = Decimal("0.000001")
_JOINED = frozenset({"to", "and", "or", "minus", "plus", "by", "from", "under", "over", "about", "around"})
DIVISORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written: its lexemes (`last` included), its form and what it states."""

    first: int
    last: int
    form: Form
    value: Decimal | None
    scale: Decimal = _ONE
    """Product of the scale words, of which `value` holds the multiple."""
    negative: bool = False
    places: int = 0
    """Digits after the point."""
    separated: bool = False
    """Whether the digits are grouped."""


LetterIsScale = Callable[[int, Decimal], bool]
"""Whether the lexeme, letters after a figure of that value, multiplies it."""

UnitStarts = Callable[[int], bool]
"""Whether a unit's name starts at the lexeme."""

Moves = Callable[[int], bool]
"""Whether the lexeme is a verb by which a level rises or falls."""


def rounded(value: Decimal) -> Decimal:
    """A quotient to six places, as the guidelines write fractions.

    >>> rounded(Decimal(2) / 3)
    Decimal('0.666667')
    """
    return value.quantize(_SIX_PLACES) if value.as_tuple().exponent not in (0, -1, -2, -3, -4, -5, -6) else value


class NumeralReader:
    """Reads numerals out of lexemes, left to right, each lexeme in at most one."""

    def __init__(
        self,
        vocabulary: Numerals,
        lexemes: Lexemes,
        *,
        letter_is_scale: LetterIsScale,
        prefix_is_currency: PrefixIsCurrency,
        unit_starts: UnitStarts,
        moves: Moves,
    ) -> None:
        self.lex = lexemes
        self.cardinals = vocabulary.cardinals
        self.scales = {**vocabulary.scales, **vocabulary.groups}
        self.groups = vocabulary.groups
        self.plurals = vocabulary.plurals
        self.letters = vocabulary.abbreviations
        self.glyphs = vocabulary.glyphs
        self.ordinals = vocabulary.ordinals
        self.denominators = vocabulary.denominators
        self.indefinite = vocabulary.indefinite
        self.shares = vocabulary.shares
        self.letter_is_scale = letter_is_scale
        self.prefix_is_currency = prefix_is_currency
        self.unit_starts = unit_starts
        self.moves = moves
        self.codes = Codes(lexemes, amounts={*_JOINED, *self.cardinals, *self.scales}, prefix_is_currency=prefix_is_currency)
        self._rules: list[tuple[Container[str], Callable[[int], Numeral | None]]] = [
            (("a", "an"), self._with_article),
            (self.indefinite, self._indefinite),
            (self.plurals, self._vague),
            (self.cardinals, self._cardinal),
            (("half",), lambda index: self._half(index, index)),
            (self.glyphs, self._glyph),
            (("quarter",), self._quarter),
            (self.ordinals, self._ordinal),
        ]
        self._starters = {*self.cardinals, *self.plurals, *self.ordinals, *self.glyphs, *self.indefinite, "a", "an", "half", "quarter"}

    def read(self) -> list[Numeral]:
        """All numerals in text order."""
        found: list[Numeral] = []
        index, lex = 0, self.lex
        kinds, lowers = lex.kinds, lex.lowers
        while index < len(kinds):
            numeral = None
            if kinds[index] == NUMBER:
                numeral = self._digits(index)
            elif kinds[index] == WORD and lowers[index] in self._starters:
                numeral = self._words(index)
            elif kinds[index] == WORD and lowers[index].endswith("fold") and lowers[index][:-4] in self.cardinals:
                numeral = Numeral(index, index, "words", Decimal(self.cardinals[lowers[index][:-4]]))
            if numeral is None:
                index += 1
            else:
                found.append(numeral)
                index = numeral.last + 1
        return found

    # --- digits

    def _digits(self, index: int) -> Numeral:
        lex = self.lex
        blob = lex.texts[index]
        first, negative = self._signed(index)
        if first == index and self.codes.holds(index):
            return Numeral(index, self.codes.end(index), "code", None)
        value = self._amount(blob)
        if value is None:
            return Numeral(index, index, "clock" if _CLOCK.fullmatch(blob) else "code", None)
        if lex.glued(index + 1) and lex.lowers[index + 1] in _ORDINAL:
            return Numeral(index, index + 1, "ordinal", value)
        form: Form = "fraction" if "/" in blob else "digits"
        value, last = self._with_fraction(value, index) if form == "digits" else (value, index)
        scale, last, _ = self._scaled(value, last)
        return Numeral(first, last, form, -value if negative else value, scale, negative, len(blob.partition(".")[2]), "," in blob)

    def _amount(self, blob: str) -> Decimal | None:
        """What digits state by their shape; None for clock times, codes and what is longer than any amount."""
        if len(blob) > LONGEST_NUMBER * 4 // 3:
            return None
        if _PLAIN.fullmatch(blob) or _GROUPED.fullmatch(blob):
            return Decimal(blob.replace(",", ""))
        slashed = _SLASHED.fullmatch(blob)
        if slashed and 0 < int(slashed[1]) < int(slashed[2]) and int(slashed[2]) in DIVISORS:
            return rounded(Decimal(slashed[1]) / int(slashed[2]))
        return None

    def _with_fraction(self, value: Decimal, last: int) -> tuple[Decimal, int]:
        """`3½`, `1 1/2`, `1 and a half`."""
        lex = self.lex
        if lex.glued(last + 1) and lex.lowers[last + 1] in self.glyphs:
            return value + self.glyphs[lex.lowers[last + 1]], last + 1
        if lex.kind(last + 1) == NUMBER and "/" in lex.texts[last + 1] and value == value.to_integral_value():
            fraction = self._amount(lex.texts[last + 1])
            return (value + fraction, last + 1) if fraction is not None else (value, last)
        return self._and_a_half(value, last)

    def _signed(self, index: int) -> tuple[int, bool]:
        lex = self.lex
        before = index - 1
        if lex.at(before) == "minus" or (lex.at(before) == "-" and lex.at(before - 1) == "minus" and lex.glued(before)):
            return (before if lex.at(before) == "minus" else before - 1), True
        if lex.at(before) in ("-", "+") and lex.glued(index):
            free = before == 0 or not lex.glued(before) or lex.at(before - 1) in ("(", "[", "$", '"', ":")
            after_number = lex.kind(before - 1) == NUMBER or lex.at(before - 1) == "%"
            if free and not (after_number and self._rises(before - 1, index)):
                return before, lex.at(before) == "-"
        return index, False

    def _rises(self, left: int, right: int) -> bool:
        # `5 -6%` is a spread; `Stoxx 50 -1.3%` is a loss
        texts = [self.lex.texts[left - 1 if self.lex.at(left) == "%" else left], self.lex.texts[right]]
        if not all(_PLAIN.fullmatch(text) for text in texts):
            return True
        return Decimal(texts[0]) < Decimal(texts[1])

    # --- scales

    def _scaled(self, value: Decimal, last: int) -> tuple[Decimal, int, str]:
        lex, scale, abbreviated = self.lex, _ONE, ""
        while True:
            following = last + 1
            if lex.at(following) == "-" and lex.glued(following) and lex.glued(following + 1):
                following += 1
            word = lex.at(following)
            if word == "half" or lex.kind(following) != WORD:
                break
            if word in self.scales:
                scale, last = scale * self.scales[word], following
                continue
            if scale == _ONE and word in self.letters and self.letter_is_scale(following, value):
                scale, last, abbreviated = self.letters[word], following, word
            break
        return scale, last, abbreviated

    def _and_a_half(self, value: Decimal, last: int) -> tuple[Decimal, int]:
        lex = self.lex
        if lex.at(last + 1) == "and" and lex.at(last + 2) in ("a", "one"):
            gap = 4 if lex.at(last + 3) == "-" else 3
            word = lex.at(last + gap)
            if word in ("half", "quarter", "third") and value == value.to_integral_value():
                return rounded(value + Decimal(1) / self.denominators[word]), last + gap
        return value, last

    # --- words

    def _words(self, index: int) -> Numeral | None:
        word = self.lex.lowers[index]
        return next((rule(index) for vocabulary, rule in self._rules if word in vocabulary), None)

    def _glyph(self, index: int) -> Numeral:
        return Numeral(index, index, "fraction", self.glyphs[self.lex.lowers[index]])

    def _quarter(self, index: int) -> Numeral | None:
        return self._part_of_scale(index, index, Decimal("0.25")) if self.lex.at(index + 1) in self.scales else None

    def _ordinal(self, index: int) -> Numeral | None:
        word = self.lex.lowers[index]
        if word in self.denominators and self.lex.at(index - 1) in ("a", "one"):
            return None
        return Numeral(index, index, "ordinal", Decimal(self.ordinals[word]))

    def _cardinal(self, index: int) -> Numeral | None:
        lex = self.lex
        first, negative = (index - 1, True) if lex.at(index - 1) == "minus" else (index, False)
        value, last = self._small(index)
        value, last = self._hundreds(value, last)
        after = last + 1 if lex.at(last + 1) != "-" else last + 2
        below = self.denominators.get(lex.at(after))
        if below and value >= 1 and value == value.to_integral_value() and (lex.at(after).endswith("s") or lex.at(after) == "halves") == (value > 1):
            return Numeral(index, after, "fraction", rounded(value / below))
        if lex.at(after) in self.ordinals and lex.at(after) not in self.denominators | self.cardinals:
            return Numeral(index, after, "ordinal", None)
        if lex.at(after) in self.ordinals and value >= 20 and value % 10 == 0:  # noqa: PLR2004 - twenty-first
            return Numeral(index, after, "ordinal", value + self.ordinals[lex.at(after)])
        value, last = self._and_a_half(value, last)
        scale, last, _ = self._scaled(value, last)
        value, scale, last = self._remainder(value, scale, last)
        if last - index > LONGEST_NUMBER:
            return Numeral(index, last, "code", None)
        return Numeral(first, last, "words", -value if negative else value, scale, negative)

    def _small(self, index: int) -> tuple[Decimal, int]:
        lex = self.lex
        value = Decimal(self.cardinals[lex.lowers[index]])
        if value >= 20 and value < _HUNDRED:  # noqa: PLR2004 - the tens take a unit
            after = index + 2 if lex.at(index + 1) == "-" and lex.glued(index + 1) else index + 1
            unit = self.cardinals.get(lex.at(after), 0)
            if 0 < unit < 10:  # noqa: PLR2004
                return value + unit, after
        return value, index

    def _hundreds(self, value: Decimal, last: int) -> tuple[Decimal, int]:
        """`two hundred and five`: a group below a thousand."""
        lex = self.lex
        if lex.at(last + 1) == "hundred":
            value, last = value * _HUNDRED, last + 1
            after = last + 2 if lex.at(last + 1) == "and" else last + 1
            if lex.at(after) in self.cardinals and lex.kind(after) == WORD:
                small, end = self._small(after)
                if 0 < small < _HUNDRED and lex.at(end + 1) != "hundred":
                    return value + small, end
        return value, last

    def _remainder(self, value: Decimal, scale: Decimal, last: int) -> tuple[Decimal, Decimal, int]:
        """`two thousand three hundred and five`: groups of falling scale."""
        lex, total, lowest = self.lex, value * scale, scale
        while lowest >= _THOUSAND:
            after = last + 1
            if lex.at(after) in ("and", "-", ","):
                after += 1
            if lex.at(after) not in self.cardinals:
                break
            group, end = self._hundreds(*self._small(after))
            group_scale, group_end, letters = self._scaled(group, end)
            if letters or group_scale >= lowest or group == 0 or group * group_scale >= lowest or (lex.at(after - 1) == "," and group_scale == 1):
                break
            if lex.at(after - 1) == "and" and group_scale > 1:
                break
            total, last, lowest, scale = total + group * group_scale, group_end, group_scale, _ONE
        return (value, scale, last) if total == value * scale else (total, _ONE, last)

    def _with_article(self, index: int) -> Numeral | None:
        """`a million`, `a dozen`, `a third of`, `a half`, `a quarter of a million`."""
        lex = self.lex
        word = lex.at(index + 1)
        if lex.kind(index + 1) != WORD:
            return None
        if word in self.scales:
            scale, last, _ = self._scaled(_ONE, index)
            value, scale, last = self._remainder(_ONE, scale, last)
            value, last = (value + Decimal("0.5"), last + 3) if [lex.at(last + n) for n in (1, 2, 3)] == ["and", "a", "half"] else (value, last)
            return Numeral(index, last, "words", value, scale)
        if word == "half":
            return self._half(index, index + 1)
        if word in self.denominators:
            share = rounded(_ONE / self.denominators[word])
            if word == "quarter" and lex.at(index + 2) in self.scales:
                return self._part_of_scale(index, index + 1, share)
            of_it = lex.at(index + 2) == "of" and lex.at(index + 3) != "years" and (lex.at(index + 3) != "a" or self.unit_starts(index + 4))
            if of_it or (lex.at(index - 1) in _WHOM and lex.at(index - 2) == "of") or self._is_moved(index, index + 2):
                return Numeral(index, index + 1, "fraction", share)
        return None

    def _part_of_scale(self, first: int, last: int, share: Decimal) -> Numeral:
        scale, end, _ = self._scaled(share, last)
        return Numeral(first, end, "words", share, scale)

    def _half(self, first: int, index: int) -> Numeral | None:
        lex = self.lex
        after = index + 1
        if lex.at(after) in ("a", "an") and lex.at(after + 1) in self.scales:
            scale, last, _ = self._scaled(Decimal("0.5"), after)
            return Numeral(index, last, "words", Decimal("0.5"), scale)
        if lex.at(after) in ("a", "an") and (self.unit_starts(after + 1) or lex.at(after + 1) == "point"):
            return Numeral(index, after, "words", Decimal("0.5"))
        if lex.at(first - 1) in self.ordinals or lex.at(first - 1) in _ONE_OF_TWO:
            return None
        if (lex.at(after) == "of" and lex.at(after + 1) not in ("19", "20")) or lex.at(after) in _DETERMINERS:
            return Numeral(first, index, "fraction", Decimal("0.5"))
        return Numeral(first, index, "fraction", Decimal("0.5")) if self._is_moved(first, after) else None

    def _is_moved(self, first: int, after: int) -> bool:
        """Whether a share that names no whole is what something moves by or comes to: `lost a third in May`, `shrank by half`, `reached a third`."""
        lex, before = self.lex, first - 1
        while lex.at(before) in self.shares.bent:
            before -= 1
        if lex.kind(after) == WORD and lex.at(after) not in self.shares.after:
            return False
        return lex.at(before) == "by" or self.moves(before) or (self._is_level(before) and not self._is_otherwise(after))

    def _is_level(self, before: int) -> bool:
        """Whether a level ends at the lexeme: `was`, `fell to`, `compared with`."""
        lex = self.lex
        joined = f"{lex.at(before - 1)} {lex.at(before)}" in self.shares.compared
        return lex.at(before) in self.shares.levels or joined or (lex.at(before) == "to" and self.moves(before - 1))

    def _is_otherwise(self, after: int) -> bool:
        """`is half as large`, `was a third-year student`, `was a quarter in which`."""
        lex = self.lex
        return lex.at(after) in ("-", "as", "to", "from") or (lex.at(after - 1) == "quarter" and lex.kind(after) == WORD)

    def _indefinite(self, index: int) -> Numeral | None:
        """`several thousand`, `a few hundred`."""
        lex, least = self.lex, Decimal(self.indefinite[self.lex.lowers[index]])
        scale, last, _ = self._scaled(least, index)
        if last == index:
            return None
        first = index - 1 if lex.at(index - 1) == "a" else index
        return Numeral(first, last, "vague", least, scale)

    def _vague(self, index: int) -> Numeral | None:
        """`dozens`, `tens of thousands`, `hundreds of millions`."""
        lex, word = self.lex, self.lex.lowers[index]
        scale, last = self.plurals[word], index
        value = Decimal(24) if word == "dozens" else Decimal(2)
        if word == "dozens":
            scale = _ONE
        while lex.at(last + 1) == "of" and lex.at(last + 2) in self.plurals:
            scale, last = scale * self.plurals[lex.at(last + 2)], last + 2
        if word == "tens" and last == index:
            return None
        return Numeral(index, last, "vague", value, scale)
