"""Units beside a figure: currencies, percent signs and units of measure, matched by the longest surface in one walk."""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.currencies import Currency, Shared
from wirefacts.mentions.numbers.lexemes import LINE, NUMBER, WORD, Lexemes, lexemes_of

UnitKind = Literal["money", "percent", "point", "measure", "multiple", "age", "time"]

_DIMENSIONS: dict[str, UnitKind] = {"percent": "percent", "point": "point", "multiple": "multiple", "age": "age", "time": "time"}
_ONE, _HUNDREDTH, _MILLION = Decimal(1), Decimal("0.01"), Decimal(1_000_000)
_STANDING_ALONE = frozenset("ACWVmglLt")
"""Symbols of one letter that may stand apart from their figure."""
_ARTICLES = frozenset("ABJNR")
"""Letters that, apart from the dollar sign, are words of the sentence: `A $5 bill`."""
_LEAF = ""


class Unit(NamedTuple):
    """What a surface beside a figure means."""

    kind: UnitKind
    name: str
    """ISO 4217 code, or the unit's standard name."""
    factor: Decimal = _ONE
    """What one of it is worth in the named unit: a cent is a hundredth."""
    per: str | None = None
    written: str | None = None
    """The case-sensitive surface, for symbols."""
    weak: bool = False
    """Whether it is also something else, so that the figure must speak for it."""
    among: tuple[str, ...] = ()
    """ISO 4217 codes of the currencies that share the surface; `name` is the usual one, empty where there is none."""
    spoken: bool = False
    """Whether it counts only in a text that speaks of its currency."""


class Found(NamedTuple):
    """A unit with its outermost lexeme."""

    unit: Unit
    lexeme: int


class Signs:
    """All surfaces: what stands after a figure, and what stands before it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._after: dict[str, Any] = {}
        self._before: dict[str, Any] = {}
        self._plural = lexicon.units.plural
        self.nations = {form.lower(): code for code, forms in lexicon.currencies.dollars.items() for form in forms}
        self._add_measures(lexicon)
        self._add_currencies(lexicon)

    def after(self, lex: Lexemes, index: int) -> Found | None:
        """The longest unit that starts at the lexeme and ends a word."""
        node, best, i = self._after, None, index
        while True:
            key = lex.at(i)
            if key not in node or (lex.kind(i) == NUMBER and not lex.glued(i)):
                if key in ("-", "·") and i > index and lex.glued(i) and lex.glued(i + 1):
                    i += 1
                    continue
                break
            node = node[key]
            if _LEAF in node and (unit := self._fitting(node[_LEAF], lex, index, i)):
                best = Found(unit, i)
            i += 1
        return best

    def before(self, lex: Lexemes, index: int) -> Found | None:
        """The longest currency sign that ends at the lexeme."""
        node, best, i = self._before, None, index
        while (key := lex.at(i)) in node:
            node = node[key]
            if _LEAF in node and (unit := self._fitting(node[_LEAF], lex, i, index)):
                best = Found(unit, i)
            i -= 1
        return best

    def _fitting(self, units: list[Unit], lex: Lexemes, first: int, last: int) -> Unit | None:
        for unit in units:
            if unit.written is None:
                return unit
            if "".join(lex.texts[first : last + 1]) == unit.written.replace(" ", "") and self._stands(unit, lex, first, last):
                return unit
        return None

    @staticmethod
    def _stands(unit: Unit, lex: Lexemes, first: int, last: int) -> bool:
        written = unit.written or ""
        if len(written) == 1 and written.isalpha() and unit.kind != "money":
            if lex.kind(last + 1) in (WORD, NUMBER) and lex.glued(last + 1):
                return False
            if lex.glued(first):
                return True
            ends = lex.at(last + 1) == "." and written.islower() and not lex.glued(last + 2)
            ends = ends and (lex.kind(last + 2) == LINE or lex.texts[last + 2][0].isupper())
            return written in _STANDING_ALONE and (ends or lex.at(last + 1) not in (".", "&", "'", "-"))
        if written[:1] in _ARTICLES and written[1:] == "$" and not lex.glued(last):
            return False
        return not (lex.glued(last + 1) and lex.kind(last + 1) == WORD and lex.kind(last) == WORD)

    # --- the vocabulary

    def _put(self, trie: dict[str, Any], surface: str, unit: Unit, *, backwards: bool = False) -> None:
        keys = [key for key in lexemes_of(surface).lowers if key != "-"]
        node = trie
        for key in reversed(keys) if backwards else keys:
            node = node.setdefault(key, {})
        known = node.setdefault(_LEAF, [])
        if not any(other.written == unit.written for other in known):
            known.append(unit)
            known.sort(key=lambda other: other.written is None)

    def _add_measures(self, lexicon: Lexicon) -> None:
        for entry in lexicon.units.everything:
            kind = _DIMENSIONS.get(entry.dimension, "measure")
            unit = Unit(kind, entry.name, Decimal(entry.times or 1), entry.per, weak=entry.weak)
            for word in entry.words:
                self._put(self._after, word, unit)
                self._put(self._after, self._plural(word), unit)
            for symbol in entry.symbols:
                self._put(self._after, symbol, unit._replace(written=symbol))

    def _add_currencies(self, lexicon: Lexicon) -> None:
        table = lexicon.currencies
        for currency in table.currencies:
            self._add_currency(currency, is_homograph=currency.code in table.homographs)
        for shared in table.shared:
            self._add_called(shared, Unit("money", shared.usual or "", among=shared.currencies), shared.signs)
            for letter in shared.minor_letters:
                part = Unit("money", shared.usual or "", _HUNDREDTH, written=letter, among=shared.currencies, spoken=True)
                self._put(self._after, letter, part)
        for code, nations in table.dollars.items():
            for nation in nations:
                self._add_dollar(Unit("money", code), nation)

    def _add_currency(self, currency: Currency, *, is_homograph: bool) -> None:
        whole = Unit("money", currency.code)
        codes = () if is_homograph else (currency.code, currency.code.lower())
        self._add_called(currency, whole, (*currency.signs, *codes))
        for sign in currency.weak:
            self._put(self._before, sign, whole._replace(written=sign, weak=True), backwards=True)
        if is_homograph:
            self._put(self._before, currency.code, whole._replace(written=currency.code, spoken=True), backwards=True)
        for code in codes[:1]:
            self._put(self._after, "M" + code, whole._replace(factor=_MILLION, written="M" + code))
        for sign in currency.minor_weak:
            self._put(self._after, sign, whole._replace(factor=_HUNDREDTH, written=sign, weak=True))

    def _add_called(self, called: Currency | Shared, whole: Unit, signs: Iterable[str]) -> None:
        """What one currency is called, or several are."""
        part = whole._replace(factor=_HUNDREDTH)
        for word in self._both_numbers(called.words, called.plurals):
            self._put(self._after, word, whole._replace(weak=word in called.doubtful))
        for word in self._both_numbers(called.minor, called.plurals):
            self._put(self._after, word, part)
        for sign in signs:
            self._put(self._before, sign, whole._replace(written=sign), backwards=True)
            self._put(self._after, sign, whole._replace(written=sign))
        for sign in called.letters:
            self._put(self._before, sign, whole._replace(written=sign, spoken=True), backwards=True)
            if len(sign) > 1:
                self._put(self._after, sign, whole._replace(written=sign, spoken=True))
        for sign in called.minor_signs:
            self._put(self._after, sign, part._replace(written=sign))

    def _add_dollar(self, dollar: Unit, nation: str) -> None:
        for written in {nation, nation.lower() if len(nation) > 1 else nation}:
            self._put(self._before, f"{written}$", dollar._replace(written=f"{written}$"), backwards=True)
            self._put(self._before, f"${written}", dollar._replace(written=f"${written}"), backwards=True)
            self._put(self._after, f"{written}$", dollar._replace(written=f"{written}$"))
        if len(nation) > 1:
            for noun, unit in (
                ("dollar", dollar),
                ("dollars", dollar),
                ("cent", dollar._replace(factor=_HUNDREDTH)),
                ("cents", dollar._replace(factor=_HUNDREDTH)),
            ):
                self._put(self._after, f"{nation} {noun}", unit)

    def _both_numbers(self, words: Iterable[str], plurals: tuple[str, ...] | None) -> Iterable[str]:
        yield from words
        yield from plurals if plurals is not None else (self._plural(word) for word in words)


@cache
def signs_of(lexicon: Lexicon) -> Signs:
    """The surfaces of a vocabulary, put in order once.

    >>> lexemes = lexemes_of("5.3 million U.S. dollars")
    >>> signs_of(Lexicon()).after(lexemes, 2)
    Found(unit=Unit(kind='money', name='USD', factor=Decimal('1'), per=None, written=None, weak=False, among=(), spoken=False), lexeme=6)
    """
    return Signs(lexicon)
