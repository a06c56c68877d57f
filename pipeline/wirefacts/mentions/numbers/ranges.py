"""Figures side by side: ranges, changes from one level to another, and units and scales that several share."""

from dataclasses import replace
from decimal import Decimal

from wirefacts.mentions.numbers.bounds import BoundReader
from wirefacts.mentions.numbers.figures import Figure
from wirefacts.mentions.numbers.lexemes import LINE, Lexemes
from wirefacts.mentions.numbers.numerals import rounded
from wirefacts.mentions.numbers.units import Unit
from wirefacts.mentions.passage import Passage

_TO = {
    ("to",),
    ("-",),
    ("~",),
    ("till",),
    ("until",),
    ("through",),
    ("to", "-"),
    ("-", "to", "-"),
    ("-", "-"),
    ("/",),
    ("to", "about"),
    ("to", "around"),
    ("to", "some"),
    ("to", "nearly"),
    ("to", "as", "high", "as"),
    ("to", "as", "much", "as"),
    ("to", "as", "many", "as"),
}
_TIED = {("-",), ("~",), ("-", "-")}
_AND = {
    ("and",),
    ("or",),
    (",", "and"),
    (",", "or"),
    ("or", "even"),
    ("and", "even"),
    ("-", "and"),
    ("-", "or"),
    ("&",),
    ("and", "about"),
    ("or", "so", "to"),
}
_COMMA = {(",",), ("-", ",")}
_BETWEEN = {("and",), ("and", "about"), ("and", "around"), ("to",)}
_OUT_OF = {("out", "of")}
_OF_EVERY = {("out", "of", "every"), ("of", "every"), ("out", "of", "each")}
_IN = {("in",), ("in", "every")}
_SMALL = Decimal(1000)
_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LOOK_BACK = 12
_ONE = Decimal(1)
_DIVIDED = ("digits", "words")
_WORTH = ("money", "percent", "point", "measure")


class Neighbours:
    """Joins the figures of a passage that state one spread, and hands units and scales from one to the next."""

    def __init__(self, passage: Passage, lex: Lexemes, bounds: BoundReader) -> None:
        self.passage, self.lex, self.bounds = passage, lex, bounds
        changes = passage.lexicon.changes
        self.moving = frozenset().union(
            changes.up.verbs, changes.down.verbs, changes.movement.verbs, changes.up.nouns, changes.down.nouns, {"up", "down"}
        )

    def joined(self, figures: list[Figure]) -> list[Figure]:
        """The figures, with ranges as one figure each."""
        figures = self._composed(figures)
        self._coordinate(figures)
        return self._paired(self._paired(figures, tight=True), tight=False)

    def _paired(self, figures: list[Figure], *, tight: bool) -> list[Figure]:
        """Ranges and changes; those whose ends a hyphen ties go before others: `from 24.2 to 33-35 billion`."""
        out: list[Figure] = []
        for figure in figures:
            if out and out[-1].modifier != "range" and (not tight or self._between(out[-1], figure) in _TIED) and self._pair(out[-1], figure):
                before = out[-1]
                if figure.modifier != "range" and self._is_range(before, figure):
                    out[-1] = self._range(before, figure)
                    continue
                figure.pair = len(out) - 1
            out.append(figure)
        return out

    def _between(self, left: Figure, right: Figure) -> tuple[str, ...] | None:
        if not 0 <= right.first - left.last - 1 <= 4:  # noqa: PLR2004 - the longest connective
            return None
        words = tuple(self.lex.lowers[left.last + 1 : right.first])
        return None if "\n" in words else words

    def _readable(self, figure: Figure) -> bool:
        return figure.numeral.form in ("digits", "words", "fraction", "vague")

    # --- one out of three, five dollars and ten cents

    def _composed(self, figures: list[Figure]) -> list[Figure]:
        out: list[Figure] = []
        for figure in figures:
            if out and self._is_change(out[-1], figure):
                left = out[-1]
                left.numeral = replace(left.numeral, last=figure.numeral.last, value=left.stated + figure.stated, scale=_ONE)
                left.scale, left.last = _ONE, figure.last
            elif out and self._is_rate(out[-1], figure):
                out[-1].per, out[-1].last = self._one_of(figure), figure.last
            elif out and self._is_ratio(out[-1], figure):
                left = out[-1]
                value = rounded(left.stated / figure.stated)
                left.numeral = replace(left.numeral, last=figure.numeral.last, form="fraction", value=value, scale=_ONE)
                left.last = figure.last
                left.scale = _ONE
            else:
                out.append(figure)
        return out

    def _is_change(self, left: Figure, right: Figure) -> bool:
        if left.unit is None or right.unit is None or left.unit.kind != "money" or left.unit.name != right.unit.name:
            return False
        whole_and_part = left.unit.factor == 1 and right.unit.factor < 1 and right.stated < 1 and left.numeral.places == 0
        return whole_and_part and self._between(left, right) in {(), ("and",)}

    def _is_rate(self, left: Figure, right: Figure) -> bool:
        """`N1,546.41/$1`: the price of one of another currency."""
        if left.unit is None or right.unit is None or not left.unit.kind == right.unit.kind == "money" or left.per is not None:
            return False
        return self._between(left, right) == ("/",) and right.stated == 1 and left.unit.name != right.unit.name

    def _one_of(self, figure: Figure) -> str:
        """What a currency is called as a denominator."""
        code = figure.unit.name if figure.unit else ""
        nation = next(iter(self.passage.lexicon.currencies.dollars.get(code, ())), None)
        if nation:
            return f"{nation} dollar"
        words = next((currency.words for currency in self.passage.lexicon.currencies.currencies if currency.code == code), ())
        return words[0] if words else code

    def _is_ratio(self, left: Figure, right: Figure) -> bool:
        words = self._between(left, right)
        if words not in _OUT_OF | _OF_EVERY | _IN or left.unit or right.unit:
            return False
        if left.numeral.form not in _DIVIDED or right.numeral.form not in _DIVIDED:
            return False
        whole = all(figure.stated == figure.stated.to_integral_value() and not figure.numeral.separated for figure in (left, right))
        if not whole or not 0 < left.stated < right.stated:
            return False
        if words in _OF_EVERY:
            return True
        if words in _OUT_OF:
            return right.stated <= _TEN
        return right.stated <= _SMALL and (left.stated == 1 or right.stated <= _TEN) and self.lex.at(left.first - 1) not in ("no", "number", ".")

    # --- coordination

    def _coordinate(self, figures: list[Figure]) -> None:
        listed = False
        for left, right in zip(reversed(figures[:-1]), reversed(figures), strict=False):
            words = self._between(left, right)
            linked = words in _AND or (listed and words in _COMMA) or words in _TO
            listed = words is not None and (words in _AND or (listed and words in _COMMA))
            if not linked or not self._readable(left) or not self._readable(right) or self._yearlike(left) or left.time != right.time:
                continue
            if self._multiplies(left) or self._moved_by(left, right):
                continue
            if left.unit is None and right.unit is not None and right.unit.kind != "multiple":
                if words in _TO and left.numeral.scale > 1 and right.numeral.scale > 1 and right.unit.kind not in _WORTH:
                    continue
                self._share(left, right.unit)
            self._share_scale(left, right)

    def _multiplies(self, figure: Figure) -> bool:
        """`rose by a factor of 1.5 to 38 billion`."""
        return self.lex.lowers[max(figure.first - 2, 0) : figure.first] == ["factor", "of"]

    def _moved_by(self, left: Figure, right: Figure) -> bool:
        """`rose by a third to 40,000 tonnes`: a share in words by which it moved, and the level that it came to."""
        in_words = left.numeral.form == "fraction" and not self.lex.at(left.numeral.first)[:1].isdigit()
        return in_words and right.numeral.form == "digits" and self._between(left, right) in _TO

    def _share(self, figure: Figure, unit: Unit) -> None:
        figure.unit, figure.shared = unit, True
        figure.scale *= unit.factor if unit.factor < 1 else _ONE

    def _share_scale(self, left: Figure, right: Figure) -> None:
        scale = max(right.numeral.scale, right.scale)
        suffixed = left.own and left.last > left.numeral.last
        value = left.numeral.value
        if scale == 1 or value is None or left.numeral.scale > 1 or suffixed or left.numeral.form != right.numeral.form or left.numeral.separated:
            return
        descends = self._between(left, right) in _TO and value > (right.numeral.value or 0)
        if value < (_HUNDRED if descends else _SMALL):
            left.scale *= scale

    def _yearlike(self, figure: Figure) -> bool:
        numeral = figure.numeral
        whole = numeral.value is not None and numeral.scale == 1 and not (numeral.separated or numeral.places or figure.unit)
        return whole and _FIRST_YEAR <= (numeral.value or 0) <= _LAST_YEAR

    # --- ranges

    def _pair(self, left: Figure, right: Figure) -> bool:  # noqa: PLR0911 - a list of cases, read from the top
        words = self._between(left, right)
        if words is None or not self._readable(left) or not self._readable(right) or "vague" in (left.numeral.form, right.numeral.form):
            return False
        if left.time != right.time or (self._yearlike(left) and (self._yearlike(right) or right.numeral.scale > 1 or right.numeral.separated)):
            return False
        if not self._alike(left, right) or self._multiplies(left) or self._moved_by(left, right):
            return False
        if words in _BETWEEN and self._introduced(left, "between"):
            return True
        if words == ("or",):
            return self._consecutive(left, right)
        if words == ("/",):
            return left.unit is not None and right.unit is not None and left.unit.kind == "money"
        return words in _TO

    def _alike(self, left: Figure, right: Figure) -> bool:
        if left.unit is None and right.unit is None:
            return True
        if left.unit is None or right.unit is None:
            if right.unit is None and left.unit is not None:
                prefixed = left.own and left.first < left.numeral.first
                return prefixed or left.unit.kind in _WORTH
            return True
        return left.unit.name == right.unit.name and left.unit.kind == right.unit.kind

    def _consecutive(self, left: Figure, right: Figure) -> bool:
        if left.own and left.unit and not (left.first < left.numeral.first):
            return False
        return (
            left.numeral.value is not None
            and right.numeral.value is not None
            and _follows(left.numeral.value, right.numeral.value)
            and left.scale == right.scale
        )

    def _introduced(self, figure: Figure, word: str) -> bool:
        return self.lex.at(self.bounds.start(figure) - 1) == word or self.lex.at(figure.first - 1) == word

    def _is_range(self, left: Figure, right: Figure) -> bool:  # noqa: PLR0911 - a list of cases, read from the top
        words = self._between(left, right)
        ascending = left.stated < right.stated or (right.unit is None and left.unit is not None and left.stated < right.stated * left.unit.factor)
        if words in (("-",), ("~",), ("/",), ("-", "-")):
            return ascending
        if self._introduced(left, "between"):
            return ascending
        if words == ("or",):
            return True
        if not ascending:
            return False
        bare = not left.own and left.numeral.scale == 1 and (right.own or right.numeral.scale > 1)
        if self._introduced(left, "from"):
            return not self._moves(self.bounds.start(left) - 2, _LOOK_BACK)
        if self._introduced(left, "by"):
            return bare
        return bare or not self._just_moved(self.bounds.start(left) - 1)

    def _moves(self, index: int, reach: int) -> bool:
        lex = self.lex
        for i in range(index, max(index - reach, -1), -1):
            if lex.kind(i) == LINE or lex.at(i) in (".", ";", ":"):
                return False
            if lex.at(i) in ("ranging", "range", "ranges", "ranged", "varying", "vary", "varies", "priced", "costs", "cost", "fines", "anywhere"):
                return False
            if lex.at(i) in self.moving:
                return True
        return False

    def _just_moved(self, index: int) -> bool:
        if self.lex.at(index) not in self.moving:
            return False
        token = self.passage.token_at(self.lex.starts[index])
        return self.passage.tokens.tags[token : token + 1] not in (["VB"], ["NN"], ["NNS"])

    def _range(self, left: Figure, right: Figure) -> Figure:
        unit = right.unit or left.unit
        low, high = left.stated, right.stated
        if right.unit is None and left.unit is not None and left.unit.factor < 1:
            high *= left.unit.factor
        return Figure(
            left.numeral, left.first, right.last, unit, left.own or right.own, left.scale, None, low, high, "range",
            per=right.per or left.per, merged=[right.numeral], shared=not right.own and left.own and left.last < right.first,
        )  # fmt: skip


def _follows(one: Decimal, other: Decimal) -> bool:
    """Whether a number is the next after another, in ones or in the other's own round steps."""
    return any(other - one == step and one % step == 0 and one < 10 * step for step in (1, 10, 100, 1000)) or other - one == 1
