"""The text as the temporal grammar reads it: words and numerals with all that each can stand for."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.events import ORDINAL
from wirefacts.lexicon.numerals import Numerals
from wirefacts.mentions.dates.evidence import Evidence
from wirefacts.records.base import LONGEST_NUMBER

Senses = Mapping[str, object]
"""What an item can stand for: symbol of the grammar to value."""


class Item(NamedTuple):
    """A word, numeral or mark, or what the grammar made of several, with its offsets in the text."""

    start: int
    end: int
    senses: Senses


NO_SENSES: Senses = MappingProxyType({})

_TOKEN = re.compile(
    r"""
    (?P<zone>(?<=:\d\d)(?:[+-]\d\d:\d\d|Z)(?!\w))
  | (?P<meridiem>[AaPp](?:\.[Mm]\.|[Mm]\b))
  | (?P<word>[^\W\d_]+(?!\w))
  | (?P<possessive>'s\b)
  | (?P<decade>(?<![\w.,$])(?:\d{2}|')?\d0'?s\b)
  | (?P<short>(?<!\w)'\d\d\b)
  | (?P<pause>\n[ \t\r]*\n|(?<=[.!?"])\s*\n)
  | (?P<mark>[^\w\s])
  | (?P<stamp>(?<![\w/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}(?P<by>[/.-])\d{1,2}(?P=by)\d{4})
        (?:T(?=\d\d:)|(?![\w/-]*[/-])(?!\w)))
  | (?P<clock>(?:(?<![\w:.])|(?<=\dT))\d{1,2}(?::\d{2}(?::\d{2})?(?=[AaPp][Mm]\b|Z\b|(?![\w:]))|\.[0-5]\d(?=[ ]?[AaPp]\.?[Mm]\b)))
  | (?P<ordinal>(?<![\w.,])\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
  | (?P<number>(?<!\w)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?=[AaPp][Mm]\b|(?!\w|,\d{3}(?!\d))))
  | (?P<glued>\w+)
    """,
    re.VERBOSE,
)

_MARKS = {
    ",": "COMMA",
    "-": "HYPHEN",
    "~": "HYPHEN",
    "/": "SLASH",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "£": "CURRENCY",
    "¥": "CURRENCY",
    "%": "PERCENT",
}

_MARK_SENSES = {mark: MappingProxyType({symbol: None}) for mark, symbol in _MARKS.items()}

LONGEST_ABBREVIATION = 5
"""Letters of the longest abbreviation of a month or weekday: `Thurs.`"""

LONGEST_MONTH, HOURS, SIXTY, HALVES = 31, 24, 60, 2
"""Bounds of the numbers that name days, hours, minutes and halves."""

EARLIEST_YEAR, LATEST_YEAR = 1000, 2199
"""Four digits in this range can be a year."""


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary by the first word of each entry, and what single words stand for."""

    known: frozenset[str]
    """Words that stand for something or begin a phrase."""
    single: Mapping[str, Senses]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Senses], ...]]
    """First word to the rest of the phrase, longest first; `#` is any ordinal."""
    capitalised: frozenset[str]
    numbered: frozenset[str]


@cache
def words_of(lexicon: Lexicon) -> Words:
    """The temporal vocabulary of a lexicon."""
    calendar = lexicon.calendar
    entries: dict[str, dict[str, object]] = {}
    for word, senses in (*calendar.senses.items(), *_numbers(lexicon.numerals)):
        entries.setdefault(word, {}).update(senses)
    for form, event in lexicon.events.by_form.items():
        entries.setdefault(form.replace(ORDINAL.lower(), "#"), {})["EVENT"] = event
    single: dict[str, Senses] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
    for entry, senses in entries.items():
        first, *rest = re.findall(r"#|\w+|'s|[^\w\s]", entry)
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), MappingProxyType(senses)))
        else:
            single[first] = MappingProxyType(senses)
    return Words(
        frozenset({*single, *phrases}),
        single,
        {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in phrases.items()},
        calendar.capitalised,
        calendar.numbered,
    )


def _numbers(numerals: Numerals) -> Iterator[tuple[str, Senses]]:
    """Numbers in words; small ones can name hours and days."""
    for word, value in numerals.cardinals.items():
        yield word, {"CARDINAL": Fraction(value), **({"HOUR": int(value)} if value in range(1, HOURS // 2 + 1) else {})}
    for word, number in numerals.ordinals.items():
        yield word, {"ORDINAL": number, **({"DAY": number} if number <= LONGEST_MONTH else {})}
    for word in ("hundred", "thousand"):
        yield word, {"SCALE": Fraction(numerals.scales[word])}
    for word, size in numerals.groups.items():
        yield word, {"SCALE": Fraction(size)}


class _Token(NamedTuple):
    start: int
    end: int
    sort: str
    lower: str


def lexed(view: str, words: Words, evidence: Evidence) -> list[Item]:
    """The items of a text in order; a run of words of no use to the grammar is one item without senses.

    Full stops after abbreviations belong to them. The evidence tells verbs such as `may` from months, and numbers that count from years.
    """
    tokens = [
        _Token(start, end, match.lastgroup or "", match.group().lower() if end - start <= LONGEST_NUMBER else "")
        for match in _TOKEN.finditer(view)
        for start, end in (match.span(),)
    ]
    items: list[Item] = []
    blank = False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.sort == "word" and token.lower not in words.known:
            item, size = Item(token.start, token.end, NO_SENSES), 1
        else:
            item, size = _item(view, tokens, at, words, evidence)
        if item.senses or not blank:
            items.append(item)
        blank = not item.senses
        at += size
    return items


def _item(view: str, tokens: list[_Token], at: int, words: Words, evidence: Evidence) -> tuple[Item, int]:
    """The item that begins with a token, and the number of tokens it takes."""
    token = tokens[at]
    start, end = token.start, token.end
    size, senses = _phrase(tokens, at, words)
    if size > 1:
        return Item(start, tokens[at + size - 1].end, senses), size
    senses = _senses(token, words)
    if token.sort == "word" and ("MONTH" in senses or "WEEKDAY" in senses):
        stopped = at + 1 < len(tokens) and tokens[at + 1].lower == "." and tokens[at + 1].start == end and len(token.lower) <= LONGEST_ABBREVIATION
        if not _is_calendar(view, tokens, at, words, stopped=stopped, evidence=evidence):
            return Item(start, end, NO_SENSES), 1
        if stopped and token.lower not in ("march", "april", "may", "june", "july"):
            return Item(start, tokens[at + 1].end, senses), 2
    elif "YEAR" in senses and evidence.counts(start, end):
        senses = {symbol: value for symbol, value in senses.items() if symbol != "YEAR"}
    return Item(start, end, senses), 1


def _phrase(tokens: list[_Token], at: int, words: Words) -> tuple[int, Senses]:
    """The longest phrase that begins with a token: its number of tokens and its senses."""
    token = tokens[at]
    ordinal = _ordinal(token, words)
    counted = () if ordinal is None else words.phrases.get("#", ())
    for rest, senses in (*counted, *words.phrases.get(token.lower, ())):
        number = ordinal
        for step, wanted in enumerate(rest, at + 1):
            if step >= len(tokens):
                break
            if wanted == "#":
                number = _ordinal(tokens[step], words)
                if number is None:
                    break
            elif tokens[step].lower != wanted:
                break
        else:
            event = senses.get("EVENT")
            if not isinstance(event, Mapping):
                return len(rest) + 1, senses
            if number in event:
                return len(rest) + 1, {"EVENT": event[number]}
    return 1, NO_SENSES


def _ordinal(token: _Token, words: Words) -> int | None:
    if token.sort == "ordinal":
        return int(token.lower[:-2])
    found = words.single.get(token.lower, NO_SENSES).get("ORDINAL") if token.sort == "word" else None
    return found if isinstance(found, int) else None


def _is_calendar(view: str, tokens: list[_Token], at: int, words: Words, *, stopped: bool, evidence: Evidence) -> bool:
    """Whether a word that can be a month or a weekday is one."""
    token = tokens[at]
    beside = [tokens[index].sort for index in (at - 1, at + 1, at + 2 if stopped else at + 1) if 0 <= index < len(tokens)]
    numbered = bool({"number", "ordinal", "short", "stamp"} & set(beside))
    if token.lower in words.numbered and not (stopped or numbered):
        return False
    months = words.single.get(token.lower, NO_SENSES).keys() & {"MONTH"}
    if not numbered and (evidence.names(token.start, token.end, person=bool(months)) or (months and evidence.is_of_a_person(token.start))):
        return False
    if token.lower not in words.capitalised:
        return True
    if not numbered and evidence.is_occasion(token.start):
        return False
    return view[token.start].isupper() and (numbered or not evidence.is_verb(token.start))


def _senses(token: _Token, words: Words) -> Senses:
    if token.sort == "word":
        return words.single.get(token.lower, NO_SENSES)
    if token.sort == "mark":
        return _MARK_SENSES.get(token.lower, NO_SENSES)
    read = _READERS.get(token.sort)
    return NO_SENSES if read is None else read(token.lower)


def _ordinal_senses(lower: str) -> Senses:
    number = int(lower[:-2])
    return {"ORDINAL": number, "DAY": number} if 1 <= number <= LONGEST_MONTH else {"ORDINAL": number}


def _clock(lower: str) -> Senses:
    written = lower.replace(".", ":")
    hour, *sixtieths = map(int, written.split(":"))
    return {"CLOCK": written} if hour <= HOURS and all(part < SIXTY for part in sixtieths) else NO_SENSES


_YEAR_PART = re.compile(
    r"(?:(?P<unit>q|h)(?P<number>[1-4])|(?P<before>[1-4])(?P<after>q|h)|(?P<months>[1-9]|1[01])m(?=fy|\d))?(?P<fiscal>fy)?(?P<year>\d\d|20\d\d)?"
)


class YearPart(NamedTuple):
    """A part of a year written in letters and digits: `Q3`, `1H24`, `9MFY25`."""

    unit: str
    number: int
    units: int
    year: int | None
    fiscal: bool


def _glued(lower: str) -> Senses:
    """`Q3`, `1H24`, `FY2019`, `9MFY25`; everything else that mixes letters and digits stands for nothing."""
    match = _YEAR_PART.fullmatch(lower)
    if match is None or (match["fiscal"] and match["year"] is None):
        return NO_SENSES
    year = None if match["year"] is None else int(match["year"]) + (2000 if len(match["year"]) == len("24") else 0)
    if match["months"]:
        return {"YEAR_PART": YearPart("month", 1, int(match["months"]), year, bool(match["fiscal"]))}
    letter, number = match["unit"] or match["after"], int(match["number"] or match["before"] or 0)
    if letter is None:
        return {"FISCAL_YEAR": year} if match["fiscal"] else NO_SENSES
    if letter == "h" and number > HALVES:
        return NO_SENSES
    return {"YEAR_PART": YearPart("quarter" if letter == "q" else "half", number, 1, year, bool(match["fiscal"]))}


def _number(digits: str) -> Senses:
    plain = digits.replace(",", "")
    if not plain or not plain.isascii():
        return NO_SENSES
    senses: dict[str, object] = {"CARDINAL": Fraction(plain)}
    if not digits.isdigit():
        return senses
    number = int(plain)
    if len(plain) == len("2022"):
        senses["FOUR_DIGITS"] = plain
        if EARLIEST_YEAR <= number <= LATEST_YEAR:
            senses["YEAR"] = number
    elif len(plain) <= len("22"):
        senses["TWO_DIGITS"] = number
        if 1 <= number <= LONGEST_MONTH:
            senses["DAY"] = number
        if 1 <= number <= HOURS // 2:
            senses["HOUR"] = number
    return senses


_READERS: dict[str, Callable[[str], Senses]] = {
    "number": _number,
    "ordinal": _ordinal_senses,
    "clock": _clock,
    "glued": _glued,
    "possessive": lambda _: {"POSSESSIVE": None},
    "meridiem": lambda lower: {"MERIDIEM": lower[0]},
    "decade": lambda lower: {"DECADE": int(lower.strip("'s"))},
    "short": lambda lower: {"SHORT_YEAR": int(lower[1:])},
    "stamp": lambda _: {"STAMP": None},
    "zone": lambda lower: {"ZONE": lower.upper()},
}


def number_sense_sets() -> list[frozenset[str]]:
    """The sets of symbols that the lexer itself gives."""
    numbers = [_number(digits) for digits in ("2022", "1", "15", "50", "0", "123", "0999")]
    without_year = frozenset(numbers[0]) - {"YEAR"}
    marks = [frozenset({symbol}) for symbol in _MARKS.values()]
    ordinals = [frozenset({"ORDINAL"}), frozenset({"ORDINAL", "DAY"})]
    others = [frozenset({symbol}) for symbol in ("POSSESSIVE", "CLOCK", "MERIDIEM", "DECADE", "SHORT_YEAR", "STAMP", "YEAR_PART", "FISCAL_YEAR")]
    return [*map(frozenset, numbers), without_year, *marks, *ordinals, *others]
