"""Legal tender: which currency a text speaks of, where several share a word or a sign and where a letter may be one.

Everything that the text names of an area in which a currency is money speaks for it: places, bodies, papers, and the currency's own
unmistakable words and signs; the frame of the article speaks loudest. Where two are spoken of alike, nothing is known.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, Literal, NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.mentions.numbers.lexemes import LINE, NUMBER, WORD, Lexemes, lexemes_of
from wirefacts.mentions.numbers.units import Unit, signs_of
from wirefacts.mentions.passage import Passage
from wirefacts.records.facts import Part

_SAYS_WHICH_DOLLARS = re.compile(
    r"\b(?:[Aa]ll|[Ff]igures|[Aa]mounts|[Pp]rices|[Vv]alues)\b[^.\n]{0,60}?\bin (\w+(?: \w+)?) dollars\b"
    r"|\bdollar (?:figures|amounts) (?:are|in) (?:in )?(\w+)"
)
_IN_TERMS = re.compile(r"\bin (\w+(?:\.\w\.)?(?: \w+)?)[ -]dollar terms\b", re.IGNORECASE)
_NOUNS = ("dollar", "dollars", "cents")
_LONGEST_SIGN = 3
"""Letters before a dollar sign."""
_BARE_DOLLARS = ("$", "＄")
_FRAME: dict[Part, int] = {"title": 3, "dateline": 3, "byline": 3}
"""What a mention in the frame weighs."""
_OUTLET, _OWN = 4, 3
"""What the article's outlet weighs, and a currency's own word or sign."""
_CLEARLY = 1.5
"""How many times as much must speak for a currency as for the next."""
_SPOKEN_OF = 2
"""What must speak for a currency before a mere letter is its sign."""
_AT_HOME, _FAR_FROM_HOME = 4, 2
"""What must speak for a dollar, and how many times as much as for the American one, before the bare sign is its own."""
_LONGEST_AMOUNT = 3
"""Lexemes of a sign, a figure and its scale before a currency's word."""
_OPENING = 600
"""Characters in which an agency signs its report."""
_LEAF = " "

Sort = Literal["area", "paper", "money"]


class _Name(NamedTuple):
    code: str
    sort: Sort
    written: str


class Tender:
    """What a passage says of currencies."""

    def __init__(self, passage: Passage, lex: Lexemes) -> None:
        self.passage, self.lex = passage, lex
        self.nations = signs_of(passage.lexicon).nations
        self._areas = passage.lexicon.currency_areas
        self._told: dict[tuple[str, ...], str | None] = {}

    def meant(self, unit: Unit, index: int) -> Unit | None:
        """The unit with the currency that it means at the lexeme; None where it is no unit of this text."""
        if unit.spoken:
            code = (self._termed(index) if unit.factor < 1 else None) or self._spoken(unit)
            return unit._replace(name=code) if code else None
        if not unit.among or unit.kind != "money":
            return unit
        return unit._replace(name=self._shared(unit, index) or "")

    def _spoken(self, unit: Unit) -> str | None:
        """The currency of a mere letter or two, if the text speaks of it."""
        if unit.factor < 1:
            return self._part(unit.among)
        told = self._told_of(unit.among) if unit.among else unit.name
        enough = _SPOKEN_OF if len(unit.written or "") == 1 else 1
        return told if told and self._weight(told) >= enough else None

    def _shared(self, unit: Unit, index: int) -> str | None:
        if "USD" not in unit.among:
            told = self._told_of(unit.among)
            return unit.name if told is None and not any(self._weight(code) for code in unit.among) else told
        if (termed := self._termed(index)) is not None:
            return termed
        return (self._part(unit.among) if unit.factor < 1 else None) or self._dollar

    def speaks_of(self, code: str) -> bool:
        """Whether the text plainly speaks of a currency or its area."""
        return self._weight(code) >= _SPOKEN_OF

    def _weight(self, code: str) -> int:
        return self._spoken_of["area"][code] + self._spoken_of["money"][code]

    def _told_of(self, among: tuple[str, ...]) -> str | None:
        """The one of these that the text clearly speaks of."""
        if among not in self._told:
            best, following = sorted(among, key=self._weight, reverse=True)[:2]
            self._told[among] = best if self._weight(best) > _CLEARLY * self._weight(following) else None
        return self._told[among]

    def _termed(self, index: int) -> str | None:
        """`In US dollar terms …`: said of its sentence."""
        start, end = self.passage.sentence_at(self.lex.starts[index])
        said = _IN_TERMS.search(self.passage.view, start, end)
        return self.nations.get(said[1].lower()) if said else None

    def _part(self, among: tuple[str, ...]) -> str | None:
        """The currency of cents that are no dollar's, or of the dollar that the text is at home with."""
        others = tuple(code for code in among if code not in self._dollars and code != "USD")
        best = max(others, key=self._weight, default=None)
        home = self._dollar
        if best and self.speaks_of(best) and self._weight(best) > _CLEARLY * max(self._weight(home), self._weight("USD")):
            return best
        return home if home != "USD" else None

    # --- the bare dollar

    @cached_property
    def _dollars(self) -> tuple[str, ...]:
        return tuple(code for code in dict.fromkeys(self.nations.values()) if code in self._areas.areas and code != "USD")

    @cached_property
    def _dollar(self) -> str:
        """The dollar that a bare sign means."""
        said = _SAYS_WHICH_DOLLARS.search(self.passage.view)
        if said:
            return self.nations.get((said[1] or said[2]).lower(), "USD")
        area = self._spoken_of["area"]
        home, following = sorted(self._dollars, key=area.__getitem__, reverse=True)[:2]
        if self._is_worldwide or area[home] < _SPOKEN_OF or area[home] <= _CLEARLY * area[following]:
            return "USD"
        if self._spoken_of["money"][home] or self._is_written_out(home):
            return "USD"  # who writes A$, or pesos, means another by $
        foreign = area["USD"]
        if self._spoken_of["money"]["USD"]:
            return home if area[home] > foreign else "USD"  # who writes US$ means another by $
        framed = home in self._framed or area[home] > _AT_HOME * _FAR_FROM_HOME
        at_home = self._areas.areas[home].bare and framed and area[home] >= max(_AT_HOME, _FAR_FROM_HOME * foreign)
        return home if at_home else "USD"

    def _is_written_out(self, code: str) -> bool:
        """Whether the text states amounts of a currency in a word that is no dollar's, without the sign: `9,000 pesos`."""
        words = _words_of(self.passage.lexicon, code)
        return any(word in words and self._is_amount(i) and not self._is_signed(i) for i, word in enumerate(self.lex.lowers) if words)

    def _is_signed(self, index: int) -> bool:
        """Whether a dollar sign stands before the amount that a word ends: `$500 million pesos`."""
        return any(sign in self.lex.lowers[max(index - _LONGEST_AMOUNT, 0) : index] for sign in _BARE_DOLLARS)

    @cached_property
    def _is_worldwide(self) -> bool:
        if self.passage.layout.source in self._areas.worldwide:
            return True
        opening = self.passage.view[:_OPENING]
        return any(f"({name})" in opening for name in self._areas.worldwide)

    # --- what is spoken of

    @cached_property
    def _framed(self) -> set[str]:
        """The currencies that the frame of the article speaks for."""
        _ = self._spoken_of
        return self._in_frame

    @cached_property
    def _spoken_of(self) -> dict[Sort, dict[str, int]]:
        """How much speaks for each currency."""
        lex, names = self.lex, _names_of(self.passage.lexicon)
        weights: dict[Sort, dict[str, int]] = {"area": defaultdict(int), "money": defaultdict(int)}
        self._in_frame: set[str] = set()
        index = 0
        while index < len(lex):
            found = self._name_at(names, index)
            if found is None:
                index += 1
                continue
            name, last = found
            part = "dateline" if self._opens(index, last) else self.passage.part_at(lex.starts[index])
            if name.sort == "money" and (not name.written.endswith(_NOUNS) or self._is_amount(index)):
                weights["money"][name.code] += _OWN
            elif name.sort == "money":
                weights["area"][name.code] += name.code != "USD"  # the Australian dollar rose
            else:
                weights["area"][name.code] += _FRAME.get(part, 1)
                if part in _FRAME:
                    self._in_frame.add(name.code)
            index = last + 1
        for code, area in self._areas.areas.items():
            if self.passage.layout.source in area.papers:
                weights["area"][code] += _OUTLET
                self._in_frame.add(code)
        return weights

    def _opens(self, first: int, last: int) -> bool:
        """Whether a place opens its paragraph as a dateline does: `LUSAKA - `, `Amman: `."""
        after = last + 2 if self.lex.at(last + 1) == "," else last + 1
        after = after + 1 if after == last + 2 and self.lex.kind(after) == WORD else after
        return self.lex.kind(first - 1) == LINE and self.lex.at(after) in ("-", "–", "—", ":")

    def _is_amount(self, index: int) -> bool:
        """Whether a figure stands before a dollar's name."""
        before = index - 2 if self.lex.at(index - 1) == "-" else index - 1
        return self.lex.kind(before) == NUMBER or self.lex.at(before) in self.passage.lexicon.numerals.scales

    def _name_at(self, node: dict[str, Any], index: int) -> tuple[_Name, int] | None:
        """The longest name that starts at the lexeme."""
        lex, best, i = self.lex, None, index
        while (key := lex.at(i)) in node or (key := key.removesuffix("'s")) in node:
            node = node[key]
            for name in node.get(_LEAF, ()):
                if self._is_written(name, index, i):
                    best = name, i
            i += 1
        return best

    def _is_written(self, name: _Name, first: int, last: int) -> bool:
        """Whether the lexemes are the name and not the same letters as another word's: `US`, not `us`; nor the beginning of `US$`."""
        lex = self.lex
        if lex.kind(first) == WORD and lex.glued(first) and lex.kind(first - 1) == WORD:
            return False
        if name.sort == "money" or name.written.islower():
            return name.written.islower() or "".join(lex.texts[first : last + 1]) == name.written.replace(" ", "")
        if name.sort == "paper" and first == last and self.passage.part_at(lex.starts[first]) not in ("byline", "dateline"):
            return False  # Dawn, Stuff
        if lex.at(last + 1) in (*_NOUNS, *_BARE_DOLLARS) or (first and lex.at(first - 1) in _BARE_DOLLARS and lex.glued(first)):
            return False
        if name.written.isupper() and first == last:
            return lex.texts[first].removesuffix("'s") == name.written
        return lex.texts[first][:1].isupper()


@cache
def _words_of(lexicon: Lexicon, code: str) -> frozenset[str]:
    """What a currency is called, alone or with others, where that is not `dollar`."""
    table = lexicon.currencies
    own = [each.words for each in table.currencies if each.code == code]
    shared = [each.words for each in table.shared if code in each.currencies and "USD" not in each.currencies]
    words = [word.lower() for called in (*own, *shared) for word in called if " " not in word]
    return frozenset(form for word in words for form in (word, lexicon.units.plural(word)))


@cache
def _names_of(lexicon: Lexicon) -> dict[str, Any]:
    """What speaks for a currency, as a trie of lexemes."""
    trie: dict[str, Any] = {}
    for name in (*_names_of_areas(lexicon), *_own_names(lexicon), *_names_of_dollars(lexicon)):
        node = trie
        for key in lexemes_of(name.written).lowers:
            node = node.setdefault(key, {})
        node.setdefault(_LEAF, []).append(name)
    return trie


def _names_of_areas(lexicon: Lexicon) -> Iterator[_Name]:
    for code, area in lexicon.currency_areas.areas.items():
        for country in area.countries:
            yield from (_Name(code, "area", name) for name in (country, *lexicon.places.countries.get(country, ())))
        yield from (_Name(code, "area", name) for name in area.names)
        yield from (_Name(code, "paper", name) for name in area.papers)


def _own_names(lexicon: Lexicon) -> Iterator[_Name]:
    """What no two currencies are called."""
    table = lexicon.currencies
    shared = {word for each in table.shared for word in each.words}
    for currency in table.currencies:
        words = [word.lower() for word in currency.words if word not in shared | currency.doubtful]
        yield from (_Name(currency.code, "money", name) for word in words for name in (word, lexicon.units.plural(word)))
        codes = () if currency.code in table.homographs else (currency.code,)
        yield from (_Name(currency.code, "money", sign) for sign in (*currency.signs, *codes))


def _names_of_dollars(lexicon: Lexicon) -> Iterator[_Name]:
    for code, nations in lexicon.currencies.dollars.items():
        for nation in nations:
            if len(nation) <= _LONGEST_SIGN:
                yield from (_Name(code, "money", sign) for sign in (f"{nation}$", f"${nation}"))
            if len(nation) > 1:
                yield from (_Name(code, "money", f"{nation} {noun}".lower()) for noun in _NOUNS)
