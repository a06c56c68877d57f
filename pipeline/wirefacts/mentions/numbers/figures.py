"""Figures: numerals with the currency, percent sign or unit that stands beside them."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from wirefacts.mentions.numbers.asked import COMPOUND, asked_unit
from wirefacts.mentions.numbers.lexemes import LINE, NUMBER, WORD, Lexemes, covered, lexemes_of
from wirefacts.mentions.numbers.mention import Direction, Mover, Sense
from wirefacts.mentions.numbers.numerals import Numeral, NumeralReader
from wirefacts.mentions.numbers.quoting import quotes
from wirefacts.mentions.numbers.tender import Tender
from wirefacts.mentions.numbers.units import Found, Signs, Unit, signs_of
from wirefacts.mentions.passage import Passage
from wirefacts.records.values import Basis, NumberModifier, Role

_LARGE = Decimal(100)
_MILLION = Decimal(1_000_000)
_FARTHEST_NOUN = 5
_NOUNS_PLURAL = ("NNS", "NNPS")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_HOTTEST = Decimal(60)
_QUOTES = ("'", '"')
_NOUN_PHRASE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "CC", "HYPH", "CD", "")
_EIGHT = Decimal(8)
_YEN_OR_YUAN = frozenset({"¥", "￥"})
_BARE = ("$", "¥")
"""Signs that several currencies share."""
_FOLD = Unit("multiple", "time")
_POUND_OF_MASS = Unit("measure", "pound")
_PAYING_REACH = 6
_PLACES_OF_CENTS = 2
_TONNES_NOT_MILLIONS = Decimal(2000)
"""From which number on `mt` is no million tonnes."""
_PRICED = frozenset({"/", "per", "a"})
_COUNTING_ON = frozenset({"add", "adds", "added", "raise", "raises", "raised", "raising", "lift", "lifted", "lifting"})
"""Verbs before which `a third` is one more rather than a share."""
_REAIS = frozenset({"BRL"})
_COUNTED_IN = {"cr": frozenset({"INR", "PKR", "NPR"}), "bi": _REAIS, "mi": _REAIS}
"""Clippings that multiply amounts of these currencies alone."""
_NATIONS_AFTER = frozenset({"us", "cdn", "can", "au", "nz"})


@dataclass(slots=True)
class Figure:
    """A numeral on its way to a mention: what is known of it grows step by step."""

    numeral: Numeral
    first: int
    """First lexeme of the span."""
    last: int
    """Last lexeme of the span."""
    unit: Unit | None = None
    own: bool = False
    """Whether the unit stands beside this very numeral."""
    scale: Decimal = Decimal(1)
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: NumberModifier = "exact"
    per: str | None = None
    sense: Sense | None = None
    counted: str | None = None
    counted_first: int = -1
    """First lexeme of the counted noun phrase; -1 where there is none."""
    counted_last: int = -1
    role: Role = "level"
    direction: Direction | None = None
    mover: Mover | None = None
    basis: Basis | None = None
    basis_text: str | None = None
    total: int | None = None
    equivalent: int | None = None
    pair: int | None = None
    shared: bool = False
    time: tuple[int, int] | None = None
    """The temporal expression that the numeral stands in."""
    merged: list[Numeral] = field(default_factory=list)

    @property
    def stated(self) -> Decimal:
        """The numeral's number, scale words multiplied out."""
        return (self.numeral.value or Decimal(0)) * self.scale


_ONE = frozenset({"a", "an", "one"})
_DETERMINERS = frozenset({"the", "a", "that", "this"})
_COMPARING = frozenset({"more", "fewer", "additional", "extra", "less", "odd"})


class FigureReader:
    """Reads the figures of a passage."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.lex: Lexemes = lexemes_of(passage.view)
        self.signs: Signs = signs_of(passage.lexicon)
        self.tender = Tender(passage, self.lex)
        currencies = passage.lexicon.currencies
        self.paying = currencies.paying
        self.nouns = currencies.nouns
        self.pound = next(Unit("money", each.usual or "", among=each.currencies) for each in currencies.shared if "pound" in each.words)
        self.extents = passage.lexicon.units.extents.words
        self.roads, self.heat = passage.lexicon.labels.roads, passage.lexicon.labels.heat
        changes = passage.lexicon.changes
        self.moving = (changes.up.verbs | changes.down.verbs | {"up", "down"}) - _COUNTING_ON
        numerals = passage.lexicon.numerals
        self.scales = numerals.scales.keys() | numerals.abbreviations.keys()

    def read(self) -> list[Figure]:
        """The figures in text order, ranges not yet joined."""
        reader = NumeralReader(
            self.passage.lexicon.numerals,
            self.lex,
            letter_is_scale=self.letter_is_scale,
            prefix_is_currency=lambda index: self.prefix(index + 1) is not None or self._nation_of_cents(index + 1) is not None,
            unit_starts=lambda index: self.signs.after(self.lex, index) is not None,
            moves=lambda index: self.lex.at(index) in self.moving,
        )
        tokens = self.passage.tokens
        figures: list[Figure] = []
        for numeral in reader.read():
            if covered(tokens, self.lex.starts[numeral.first], self.lex.ends[numeral.last]):
                figures.append(self._figure(numeral, after=figures[-1].last if figures else -1))
        return figures

    def prefix(self, index: int) -> Found | None:
        """The currency sign that stands before the numeral at the lexeme."""
        before = index - 1
        if self.lex.kind(before) == LINE:
            return None
        if self.lex.at(before) in ("-", "+") and self.lex.glued(index):
            return self.signs.before(self.lex, before - 1) if self.lex.glued(before) else None
        found = self.signs.before(self.lex, before)
        if found and self.lex.kind(found.lexeme) == WORD and self.lex.glued(found.lexeme) and self.lex.kind(found.lexeme - 1) in (WORD, NUMBER):
            return None
        if found and found.unit.spoken and not self._is_amount(index, found):
            return None
        return self._meant(found)

    def _meant(self, found: Found | None) -> Found | None:
        """What was found, with the currency that it means in this text."""
        unit = self.tender.meant(found.unit, found.lexeme) if found else None
        return found._replace(unit=unit) if found and unit else None

    def _is_amount(self, index: int, sign: Found) -> bool:
        """Whether the digits behind a mere letter have the looks of an amount: `N5,000`, `K3.5 billion`, `P250`, not `N95 masks`."""
        lex, blob, after = self.lex, self.lex.texts[index], index + 1
        written = sign.unit.written or ""
        if lex.kind(index) != NUMBER or (len(written) == 1 and not lex.glued(index)):
            return False
        scaled = lex.at(after) in self.scales or (lex.at(after) == "-" and lex.at(after + 1) in self.scales)
        if lex.glued(after) and lex.kind(after) == WORD and not scaled:
            return False
        if lex.at(sign.lexeme - 1) in self.roads or lex.at(after) in self.roads:
            return False
        whole, _, places = blob.partition(".")
        if scaled or "," in blob or len(places) == _PLACES_OF_CENTS or (len(written) > 1 and places):
            return True
        return whole.isdecimal() and int(whole) >= _LARGE

    def suffix(self, numeral: Numeral) -> Found | None:
        """The unit that stands after the numeral."""
        lex, index = self.lex, numeral.last + 1
        if lex.at(index) == "-" and (lex.glued(index) or numeral.form == "words") and (lex.glued(index + 1) or lex.glued(index)):
            index += 1
        if lex.at(index) == "of" and numeral.form == "vague":
            index += 1
        if lex.at(index) == "of" and numeral.form == "fraction" and lex.at(index + 1) in _ONE:
            index += 2  # a tenth of a percentage point
        if lex.at(index) in _COMPARING:
            index += 1  # 14 million fewer tonnes, 90-odd km
        found = self.signs.after(lex, index)
        if found is not None and found.unit.spoken and found.unit.factor < 1:
            return self._cents(found, numeral)
        if found and found.unit.kind == "money" and found.unit.written and lex.glued(found.lexeme + 1) and lex.kind(found.lexeme + 1) == NUMBER:
            return None  # £2.5m-£3m
        found = self._meant(found)
        if found is None:
            return self._compound(index) if numeral.form == "digits" else None
        if not self._fits(found.unit, numeral, index):
            return None
        if found.unit == _POUND_OF_MASS and (self._pays(numeral, found.lexeme) or self._pays_elsewhere(found.lexeme)):
            return self._meant(Found(self.pound, found.lexeme))
        return found

    def _cents(self, found: Found, numeral: Numeral) -> Found | None:
        """`9c`, `752c/kg`: cents, where the text's money has them or a price's denominator follows; `US66.2c`."""
        lex, index = self.lex, found.lexeme
        if not lex.glued(index) or numeral.form != "digits" or (lex.glued(index + 1) and lex.kind(index + 1) == NUMBER):
            return None
        if nation := self._nation_of_cents(numeral.first):
            return found._replace(unit=found.unit._replace(name=nation))
        sentence = self.passage.sentence_at(lex.starts[index])
        if lex.kind(numeral.first - 1) == WORD and lex.texts[numeral.first - 1][0].isupper() and lex.starts[numeral.first - 1] != sentence.start:
            return None  # iPhone 5c
        if any(word in self.heat for word in lex.lowers[lex.after(sentence.start) : lex.after(sentence.end)]):
            return None
        priced = lex.at(index + 1) in _PRICED and self.signs.after(lex, index + 2) is not None
        unit = self.tender.meant(found.unit, index) or (self.tender.meant(found.unit._replace(spoken=False), index) if priced else None)
        return Found(unit, index) if unit else None

    def _nation_of_cents(self, index: int) -> str | None:
        """The dollar of cents whose country stands glued before the number."""
        lex = self.lex
        if lex.kind(index) != NUMBER or not lex.glued(index) or lex.texts[index + 1 : index + 2] != ["c"] or not lex.glued(index + 1):
            return None
        return self.signs.nations.get(lex.at(index - 1)) if lex.texts[index - 1].isupper() and not lex.glued(index - 1) else None

    def _compound(self, index: int) -> Found | None:
        """A unit composed of symbols that no table holds: `mol/L`."""
        if self.lex.kind(index) != WORD or self.lex.at(index + 1) not in ("/", "·", "*") or not self.lex.glued(index + 1):
            return None
        symbols = COMPOUND.match(self.passage.view, self.lex.starts[index])
        name = asked_unit(symbols[0]) if symbols else None
        return Found(Unit("measure", name), self.lex.after(symbols.end()) - 1) if symbols and name else None

    def _pays(self, numeral: Numeral, last: int) -> bool:
        """Whether pounds are money: by their number, or by what is done with them."""
        if self.lex.at(last + 1) == "of" or self.lex.at(last)[:2] == "lb":
            return False
        before = self.lex.lowers[max(numeral.first - _PAYING_REACH, 0) : numeral.first]
        return numeral.scale >= _MILLION or any(word in self.paying for word in before)

    def _pays_elsewhere(self, last: int) -> bool:
        """Whether the text speaks of a country that weighs in kilograms and pays in pounds."""
        meant = self.tender.meant(self.pound, last)
        return meant is not None and meant.name not in ("", self.pound.name) and self.lex.at(last) in ("pound", "pounds")

    def _fits(self, unit: Unit, numeral: Numeral, index: int) -> bool:  # noqa: PLR0911 - a list of cases, read from the top
        value = abs((numeral.value or Decimal(0)) * numeral.scale)
        if unit.weak and unit.kind == "measure":
            return numeral.scale > 1 or value >= _TONNES_NOT_MILLIONS
        if unit.weak and unit.kind == "money":
            if self.lex.at(index) in self.nouns and self.lex.at(numeral.first - 1) in _DETERMINERS:
                return False  # the 1,000 mark
            return value >= _LARGE or (unit.written is not None and self.lex.glued(index) and value > _EIGHT)
        if unit.written is not None and numeral.form == "words" and unit.kind != "money":
            return False
        if unit.written == "A" and self.lex.at(index + 1) != "/":  # `a 5 A hotel`
            return False
        if unit.written in _QUOTES and (self._stands_apart(index) or quotes(self.passage, self.lex.starts[index])):
            return False
        if unit.written == "C" and not self.lex.glued(index):
            return self._is_heat(numeral, index)
        tag = self._tag(index)
        if self.lex.at(index) == "second" and tag == "JJ" and not numeral.places:
            return False
        if unit.written == "s" and not numeral.places:  # `the 1970s`
            return False
        return not (unit.written == "pc" and not self.lex.glued(index))

    def _stands_apart(self, index: int) -> bool:
        """Whether a mark behind a figure and a space is none of its own: `5 "We`, but `10 " long`."""
        return not self.lex.glued(index) and self.lex.at(index + 1) not in self.extents

    def _is_heat(self, numeral: Numeral, index: int) -> bool:
        """Whether a lone C behind a figure makes it a temperature: `it reached 41 C in May`, not `section 80 C`, `5 C batteries`."""
        lex, before = self.lex, self.lex.at(numeral.first - 1)
        labelled = before in self.passage.lexicon.labels.before or before in self.passage.lexicon.labels.weak
        word = lex.kind(index + 1) == WORD
        named = lex.kind(index + 1) == NUMBER or (word and (lex.texts[index + 1][0].isupper() or self._tag(index + 1) in _NOUNS))
        cool = abs(numeral.value or Decimal(0)) <= _HOTTEST
        return numeral.form == "digits" and cool and not labelled and (not named or lex.at(index + 1) in self.heat)

    def _tag(self, index: int) -> str:
        token = self.passage.token_at(self.lex.starts[index])
        return self.passage.tokens.tags[token] if token < len(self.passage.tokens) else ""

    def letter_is_scale(self, index: int, value: Decimal) -> bool:  # noqa: PLR0911 - a list of cases, read from the top
        """Whether letters after a figure multiply it: `$2.7m`, `12.3m tonnes`, `5m people`, not `1.8m tall`."""
        lex = self.lex
        text, glued = lex.texts[index], lex.glued(index)
        if lex.glued(index + 1) and lex.kind(index + 1) == NUMBER:
            return False
        number = index - 1 if lex.kind(index - 1) == NUMBER else index - 2
        if text.lower() in _COUNTED_IN:
            sign = self.prefix(number)
            return sign is not None and sign.unit.name in _COUNTED_IN[text.lower()]
        if len(text) > 1:
            return glued or text.islower() or self.prefix(number) is not None
        if self.prefix(number) is not None:
            return True
        following = self.signs.after(lex, index + 1)
        if following and following.unit.kind in ("money", "measure") and following.lexeme < len(lex) and lex.at(index + 1) not in ('"', "'"):
            return glued or following.unit.kind == "money"
        if not glued or (text == "B" and value == int(value) and value <= _EIGHT):
            return False
        if text in "kK":
            return not (text == "K" and value in (2, 4, 8)) and lex.at(index + 1) not in ("run", "race", "walk")
        return lex.at(index + 1) not in self.extents and self._plural_follows(index + 1)

    def _plural_follows(self, index: int) -> bool:
        if self.lex.kind(index) != WORD:
            return False
        tags = self.passage.tokens.tags
        token = self.passage.token_at(self.lex.starts[index])
        for tag in tags[token : token + _FARTHEST_NOUN]:
            if tag in _NOUNS_PLURAL:
                return True
            if tag not in _NOUN_PHRASE:
                return False
        return False

    def _figure(self, numeral: Numeral, after: int) -> Figure:
        """The numeral with its units; `after` is the lexeme before which everything belongs to the figure before."""
        figure = Figure(numeral, numeral.first, numeral.last, scale=numeral.scale)
        if numeral.form in ("ordinal", "code", "clock"):
            return figure
        sign = self._sign(numeral)
        if sign and sign.lexeme > after:
            self._take(figure, sign, first=min(sign.lexeme, numeral.first))
            if self.lex.at(sign.lexeme - 1) == "-" and self.lex.glued(sign.lexeme) and not self.lex.glued(sign.lexeme - 1):
                figure.first = sign.lexeme - 1
        found = Found(_FOLD, numeral.last) if self.lex.at(numeral.last).endswith("fold") else self.suffix(numeral)
        if found and figure.unit is None:
            self._take(figure, found)
            if found.unit.spoken and self._nation_of_cents(numeral.first):
                figure.first -= 1
        elif found and self._repeats(found, figure.unit):
            figure.unit, figure.last = found.unit._replace(factor=Decimal(1)), found.lexeme
        elif figure.unit and figure.unit.written == "$" and (nation := self._nation(figure.last + 1)):
            figure.unit, figure.last = figure.unit._replace(name=nation[0]), nation[1]
        if figure.unit:
            figure.per = figure.unit.per
        return figure

    def _repeats(self, found: Found, unit: Unit | None) -> bool:
        """Whether a currency behind the amount says which its sign means: `$5 million dollars`, not `the $20bn mark`."""
        if found.unit.kind != "money" or unit is None or found.unit.weak:
            return False
        return found.unit.name == unit.name or unit.written in _BARE

    def _sign(self, numeral: Numeral) -> Found | None:
        """The currency sign before the numeral, and the currency that it means in this text."""
        found = self.prefix(numeral.first)
        if found is None and self.lex.at(numeral.first) in ("-", "+", "minus"):
            found = self.prefix(numeral.first + 1)
        if found is None or (found.unit.weak and not (numeral.separated or numeral.scale > 1 or numeral.places == _PLACES_OF_CENTS)):
            spoken = found is not None and self.tender.speaks_of(found.unit.name) and self._is_amount(numeral.first, found)
            return found if spoken else None
        if found.unit.written in _YEN_OR_YUAN and self._tells_of_yuan:
            return found._replace(unit=found.unit._replace(name="CNY"))
        return found

    @cached_property
    def _tells_of_yuan(self) -> bool:
        words, sign = set(self.lex.lowers), self.passage.lexicon.currencies.yuan_sign
        return not words.isdisjoint(sign["with"]) and words.isdisjoint(sign["without"])

    def _nation(self, index: int) -> tuple[str, int] | None:
        """`$31.20 US`, `$5 Cdn`: the dollar's country after the amount."""
        lex = self.lex
        if lex.kind(index) == WORD and lex.texts[index][0].isupper() and lex.lowers[index] in _NATIONS_AFTER:
            return self.signs.nations[lex.lowers[index]], index
        return None

    def _take(self, figure: Figure, found: Found, first: int | None = None) -> None:
        figure.unit, figure.own = found.unit, True
        if first is not None:
            figure.first = first
        else:
            figure.last = found.lexeme - self._closes_sentence(found)
        figure.scale *= found.unit.factor

    def _closes_sentence(self, found: Found) -> bool:
        """Whether the full stop of an abbreviated unit is the sentence's too, and so outside the figure."""
        lex, last = self.lex, found.lexeme
        if lex.at(last) != "." or (found.unit.written or "").count(".") > 1:
            return False
        if lex.kind(last + 1) == LINE:
            return True
        return self.passage.sentence_at(lex.starts[last]).end <= lex.ends[last] and not lex.texts[last + 1].islower()
