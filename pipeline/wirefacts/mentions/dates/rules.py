"""The temporal grammar: tables of rules, stage by stage, from numbers to periods."""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import cast

from wirefacts.lexicon.events import Event
from wirefacts.mentions.dates.cells import MONTHS, Cell
from wirefacts.mentions.dates.expressions import (
    Apart,
    Between,
    Clock,
    Edge,
    Expression,
    Fixed,
    Length,
    MonthDay,
    MonthOnlyDay,
    Nth,
    Occasion,
    Opened,
    Recurring,
    Relative,
    Running,
    Same,
    SoFar,
    That,
    Vague,
    Weekday,
    length_timex,
)
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lexing import Item, Senses
from wirefacts.mentions.dates.spelling import spelled

KINDS: dict[str, frozenset[str]] = {
    # what an expression can do in later stages: symbols beside TIME
    "year": frozenset({"POINT", "YEARLY"}),
    "part": frozenset({"POINT", "PART"}),  # of a year that is not named
    "month": frozenset({"POINT", "MONTHLY"}),
    "week": frozenset({"POINT", "WEEKLY"}),
    "day": frozenset({"POINT", "DAILY"}),
    "year day": frozenset({"POINT", "DAILY", "YEAR_DAY"}),  # of a year that is not named
    "weekday": frozenset({"POINT", "DAILY", "WEEK_DAY"}),
    "point": frozenset({"POINT"}),
    "time": frozenset({"TIME_OF_DAY"}),
    "same": frozenset({"POINT", "SAME_SPAN"}),
    "some": frozenset({"SOME"}),  # the first few units of what is to be named
    "stretch": frozenset({"STRETCH"}),
    "range": frozenset({"RANGE"}),
    "length": frozenset({"LENGTH"}),
    "apart": frozenset({"APART"}),
    "set": frozenset({"SET"}),
    "reference": frozenset({"REF"}),
}

ROLES = frozenset({"BASIS", "RATE", "ADJECTIVE", "NAME", "AGE"})
"""Beside TIME: what keeps an expression from being a fact. An age is no expression of time at all."""


def _time(expression: Expression, kind: str, *roles: str) -> Senses:
    return {"TIME": expression, **dict.fromkeys(sorted(KINDS[kind])), **dict.fromkeys(roles)}


def sense_sets() -> list[frozenset[str]]:
    """The sets of symbols that rules make."""
    made = [symbols | {"TIME"} for symbols in KINDS.values()]
    return [*made, *(symbols | {role} for symbols in made for role in sorted(ROLES)), frozenset({"COUNT"}), frozenset({"AGE"}), frozenset({"EVENT"})]


def _expression(match: Match, symbol: str = "TIME", which: int = 0) -> Expression:
    return cast("Expression", match.all(symbol)[which].senses["TIME"])


# --- numbers -----------------------------------------------------------------------------------------------------------------


def _count(match: Match) -> Made:
    """`twenty-five`, `a hundred`, `two thousand`, `one and a half`, `2 1/2`."""
    total = Fraction(0)
    for item in match:
        if "CARDINAL" in item.senses:
            total += cast("Fraction", item.senses["CARDINAL"])
        elif "SCALE" in item.senses:
            total = (total or 1) * cast("Fraction", item.senses["SCALE"])
    return {"COUNT": total}


def _tens(match: Match) -> Made:
    first, second = (cast("Fraction", item.senses["CARDINAL"]) for item in match.all("CARDINAL"))
    return _count(match) if first >= 20 and first % 10 == 0 and 0 < second < 10 and not match.has("TWO_DIGITS") else None  # noqa: PLR2004


def _year_in_words(match: Match) -> Made:
    """`nineteen ninety-six`."""
    numbers = [cast("Fraction", item.senses["CARDINAL"]) for item in match.all("CARDINAL")]
    if match.has("TWO_DIGITS") or not 13 <= numbers[0] <= 20 or not 10 <= numbers[1] <= 90 or (len(numbers) > 2 and numbers[2] > 9):  # noqa: PLR2004
        return None
    year = int(100 * numbers[0] + sum(numbers[1:]))
    return {"CARDINAL": Fraction(year), "FOUR_DIGITS": str(year), "YEAR": year}


def _and_a_half(match: Match) -> Made:
    return {"COUNT": cast("Fraction", match["CARDINAL"]) + Fraction(1, 2)} if match["UNIT"] == "half" else None


def _fraction(match: Match) -> Made:
    whole, above, below = (cast("Fraction", item.senses["CARDINAL"]) for item in match.all("CARDINAL"))
    return {"COUNT": whole + above / below} if 0 < above < below else None


NUMBERS = [
    Rule("CARDINAL CARDINAL HYPHEN CARDINAL", _year_in_words),
    Rule("CARDINAL CARDINAL", _year_in_words),
    Rule("CARDINAL HYPHEN? CARDINAL", _tens),
    Rule("(?:CARDINAL|A) SCALE", _count),
    Rule("CARDINAL AND A UNIT", _and_a_half),
    Rule("CARDINAL TWO_DIGITS SLASH TWO_DIGITS", _fraction),
    Rule("AMOUNT", lambda match: {"COUNT": None}),  # noqa: ARG005 - a vague number, whichever
]

# --- calendar ----------------------------------------------------------------------------------------------------------------


def _spelled(match: Match) -> Made:
    """A day with month and year, read by dateparser and held against what the words say."""
    read = spelled(match.surface)
    if read is None or (match.has("MONTH") and read.day.first.month != match["MONTH"]):
        return None
    return _time(Fixed(read.day), "day") if read.clock is None else _time(Clock(read.clock, Fixed(read.day)), "point")


def _exists(month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(2000, month)[1]


def _month_day(match: Match) -> Made:
    month, day = match["MONTH"], match["DAY"]
    if not _exists(month, day) or {"PERCENT", "SCALE", "UNIT"} & match.after().keys():
        return None
    return _time(MonthDay(month, day), "year day")


def _month_days(match: Match) -> Made:
    """`July 17 to 22`, `17-22 July 2020`."""
    month = match["MONTH"]
    first, last = match.all("DAY")
    days = cast("int", first.senses["DAY"]), cast("int", last.senses["DAY"])
    if days[0] >= days[1] or not _exists(month, days[1]) or (match.has("AND") and "BETWEEN" not in match.before()):
        return None
    year = Fixed(Cell.year(int(match["FOUR_DIGITS"]))) if match.has("FOUR_DIGITS") else None
    month_item = match.item("MONTH")
    assert month_item is not None
    leads = month_item.start < first.start
    opening = (month_item.start if leads else first.start, first.end)
    closing = (last.start, last.end if leads and year is None else match.end)
    return _time(Between(MonthDay(month, days[0], year), MonthDay(month, days[1], year), (opening, closing)), "range")


def _month_of_year(match: Match) -> Made:
    digits = match["FOUR_DIGITS"]
    year = _full_year(match["SHORT_YEAR"]) if digits is None else int(digits)
    if digits is not None and not 1000 <= year <= 2199:  # noqa: PLR2004
        return None
    return _time(Nth("month", match["MONTH"], inside=Fixed(Cell.year(year))), "month")


def _full_year(short: int) -> int:
    return short + (1900 if short > 49 else 2000)  # noqa: PLR2004


def _weekday(match: Match) -> Made:
    if match.surface.lower().endswith("days"):
        return _time(Recurring("day", f"XXXX-WXX-{match['WEEKDAY']}"), "set")
    return _time(Weekday(match["WEEKDAY"]), "weekday")


def _decade(match: Match) -> Made:
    digits = match["DECADE"]
    short = digits < 100  # noqa: PLR2004
    if short and ("ITS" in match.before() or not (match.has("THE") or match.has("EDGE") or "'" in match.surface)):
        return None
    year = digits + (1900 if digits >= 30 else 2000) if short else digits  # noqa: PLR2004
    value: Expression = Fixed(Cell("decade", year // 10))
    return _time(Edge(match["EDGE"], value) if match.has("EDGE") else value, "point")


def _decade_in_words(match: Match) -> Made:
    value: Expression = Fixed(Cell("decade", 190 + match["DECADE_WORD"] // 10))
    return _time(Edge(match["EDGE"], value) if match.has("EDGE") else value, "point")


def _century(match: Match) -> Made:
    if match["UNIT"] != "century":
        return None
    return _time(Fixed(Cell("century", match["ORDINAL"] - 1)), "point")


_COMPARED = ("IN", "SINCE", "UNTIL", "BEFORE", "AFTER", "OVER", "FROM", "BY", "OF", "BETWEEN", "EDGE", "FISCAL", "TO", "AND", "THAN", "FOR", "THROUGH", "AS_OF")


def _bare_year(match: Match) -> Made:
    """Four digits that the words around them make a year."""
    number = match["YEAR"]
    before = match.before()
    if number is None or {"CURRENCY"} & before.keys() or {"PERCENT", "SCALE", "COUNT"} & match.after().keys():
        return None
    unit = match.following
    if unit is not None and "UNIT" in unit.senses and match.view[unit.start : unit.end].lower().endswith("s"):
        return None
    if number < 1900 and not {"IN", "SINCE", "UNTIL", "FROM", "BETWEEN", "BY", "AFTER", "BEFORE"} & before.keys():  # noqa: PLR2004
        return None
    return _time(Fixed(Cell.year(number)), "year")


def _named_year(match: Match) -> Made:
    """`the year 2000`, `fiscal 1988`."""
    if match.has("UNIT") and match["UNIT"] != "year":
        return None
    number = int(match["FOUR_DIGITS"] or match["COUNT"] or 0)
    return _time(Fixed(Cell.year(number)), "year") if 1000 <= number <= 2199 else None  # noqa: PLR2004


def _ordinal_unit(match: Match) -> Made:
    """`the third quarter`, `second-half`; a first week or year only of what is named."""
    unit, number = match["UNIT"], match["ORDINAL"] or (-1 if match.has("LAST") else 1)
    if unit not in ("quarter", "half") or number > 12 // MONTHS[unit]:
        return None
    return _time(Nth(unit, number), "part")


def _shared_ordinal(match: Match) -> Made:
    """The first of `the first and second quarters`."""
    unit = next(item.senses["UNIT"] for item in match.items[match.last : match.last + 5] if "UNIT" in item.senses)
    number = match["ORDINAL"] or 1
    return _time(Nth(unit, number), "part") if unit in ("quarter", "half") and number <= 12 // MONTHS[unit] else None


def _letter_quarter(match: Match) -> Made:
    unit, number, year = match["Q"]
    part = Nth(unit, number)
    if year is None:
        return _time(part, "part")
    return _time(replace(part, inside=Fixed(Cell.year(int(year) if len(year) > 2 else 2000 + int(year)))), "point")  # noqa: PLR2004


def _some(match: Match) -> Made:
    """`the first ten months`, `the last two weeks of 2020`: of a year that is not named, or of what follows."""
    unit, count = match["UNIT"], match["COUNT"] or match["CARDINAL"]
    if count is None or count.denominator != 1 or count > 1000:  # noqa: PLR2004
        return None
    if match.has("ORDINAL") and match["ORDINAL"] != 1:
        return None
    some = Nth(unit, 1 if match.has("FIRST") or match.has("ORDINAL") else -1, int(count))
    if unit in ("month", "quarter") and some.number == 1 and count <= 12 // MONTHS[unit]:
        return _time(some, "part")
    return _time(some, "some") if match.has("OF") or "OF" in match.after() else _time(Length(unit, count), "length") if some.number == 1 else None


def _season(match: Match) -> Made:
    number = match["SEASON"]
    if match.has("SHIFT"):
        return _time(Nth("season", number, shift=match["SHIFT"]) if match["SHIFT"] else Nth("season", number, inside=Relative("year", 0)), "point")
    if match.has("FOUR_DIGITS"):
        year = int(match["FOUR_DIGITS"])
        return _time(Nth("season", number, inside=Fixed(Cell.year(year))), "point") if 1000 <= year <= 2199 else None  # noqa: PLR2004
    before = match.before()
    if match.surface.split()[-1].lower() == "fall" or not match.surface.islower() or not (match.has("THE") or "IN" in before or "EDGE" in before):
        return None
    return _time(Nth("season", number), "part")


def _clock(match: Match) -> Made:
    """`10:35 a.m.`, `5 p.m. EST`, `13:00`."""
    hour, minute, *second = (match["CLOCK"] or f"{match['HOUR']}:00").split(":")
    number = int(hour)
    if match.has("MERIDIEM"):
        if not 1 <= number <= 12:  # noqa: PLR2004
            return None
        number = number % 12 + (12 if match["MERIDIEM"] == "p" else 0)
    zone = match["ZONE"] or ""
    return _time(Clock(":".join((f"{number:02}", minute, *second)) + zone), "time")


def _day_number(match: Match) -> Made:
    if match.surface[-1:].isdigit() or not match.surface[4:5].isdigit() or match.next_character.isalnum() or match.next_character in "('\"":
        return None
    return _time(MonthOnlyDay(match["DAY"]), "day")


_DAY_SEPARATOR = "(?:TO|HYPHEN|THROUGH|AND)"
_DAY_NAME = "(?:WEEKDAY COMMA?)?"
_TIME = "(?:CLOCK MERIDIEM? | HOUR MERIDIEM)"

CALENDAR = [
    Rule(f"(?:{_TIME} COMMA?)? STAMP (?:COMMA? {_TIME})?", _spelled),
    Rule(f"(?:{_TIME} COMMA?)? {_DAY_NAME} MONTH DAY COMMA? FOUR_DIGITS (?:COMMA? AT? {_TIME})?", _spelled),
    Rule(f"(?:{_TIME} COMMA?)? {_DAY_NAME} DAY MONTH COMMA? FOUR_DIGITS (?:COMMA? AT? {_TIME})?", _spelled),
    Rule(f"MONTH DAY {_DAY_SEPARATOR} DAY (?:COMMA? FOUR_DIGITS)?", _month_days),
    Rule(f"DAY {_DAY_SEPARATOR} DAY MONTH (?:COMMA? FOUR_DIGITS)?", _month_days),
    Rule(f"{_DAY_NAME} MONTH THE? DAY", _month_day),
    Rule(f"{_DAY_NAME} THE? DAY OF? MONTH", _month_day),
    Rule("HOLIDAY", lambda match: _time(MonthDay(*match["HOLIDAY"]), "year day")),
    Rule("MONTH COMMA? OF? FOUR_DIGITS", _month_of_year),
    Rule("MONTH SHORT_YEAR", _month_of_year),
    Rule("SHIFT WEEKDAY", lambda match: _time(Weekday(match["WEEKDAY"], shift=match["SHIFT"]), "day")),
    Rule("THE NEIGHBOUR WEEKDAY", lambda match: _time(Weekday(match["WEEKDAY"], shift=match["NEIGHBOUR"], referring=True), "day")),
    Rule("SHIFT MONTH", lambda match: _time(_shifted_month(match), "month")),
    Rule("MONTH", lambda match: _time(Nth("month", match["MONTH"]), "part")),
    Rule("EACH WEEKDAY", lambda match: _time(Recurring("day", f"XXXX-WXX-{match['WEEKDAY']}"), "set")),
    Rule("WEEKDAY", _weekday),
    Rule("THE? (?:EDGE HYPHEN?)? DECADE", _decade),
    Rule("THE (?:EDGE HYPHEN?)? DECADE_WORD", _decade_in_words),
    Rule("THE? ORDINAL HYPHEN? UNIT", _century),
    Rule(f"{_TIME} ZONE?", _clock),
    Rule("THE? UNIT (?:FOUR_DIGITS|COUNT)", _named_year),
    Rule("THE? FISCAL (?:UNIT)? FOUR_DIGITS", _named_year),
    Rule("THE? (?:SHIFT|THE) SEASON", _season),
    Rule("SEASON OF? FOUR_DIGITS", _season),
    Rule("THE? SEASON", _season),
    Rule("Q", _letter_quarter),
    Rule("THE? (?:FIRST|ORDINAL) (?=(?:AND|TO|OR) THE? ORDINAL HYPHEN? UNIT)", _shared_ordinal),
    Rule("THE? (?:FISCAL HYPHEN?)? (?:FIRST|LAST|ORDINAL) HYPHEN? UNIT", _ordinal_unit),
    Rule("THE? (?:FIRST|LAST|ORDINAL) HYPHEN? (?:COUNT|CARDINAL) HYPHEN? UNIT", _some),
    Rule("THE DAY", _day_number),
]


def _shifted_month(match: Match) -> Expression:
    shift = match["SHIFT"]
    return Nth("month", match["MONTH"], shift=shift) if shift else Nth("month", match["MONTH"], inside=Relative("year", 0))


def _another_day(match: Match) -> Made:
    """The second day of `June 5 and 6`."""
    following = match.following
    if match.next_character.isalnum() and not (following is not None and {"IN", "AT", "ON", "FOR", "AND"} & following.senses.keys()):
        return None
    before = match.items[match.first - 2].senses["TIME"]
    if not isinstance(before, MonthDay) or match["DAY"] <= before.day or not _exists(before.month, match["DAY"]):
        return None
    return _time(replace(before, day=match["DAY"]), "year day")


YEARS = [
    Rule("YEAR", _bare_year),
    Rule("(?<=YEAR_DAY (?:AND|COMMA)) DAY", _another_day),
]

# --- relative ----------------------------------------------------------------------------------------------------------------


def _kind(unit: str) -> str:
    return {"year": "year", "month": "month", "week": "week", "day": "day"}.get(unit, "point")


def _singular(match: Match) -> bool:
    item = match.item("UNIT")
    return item is not None and not match.view[item.start : item.end].lower().endswith("s")


def _shifted(match: Match) -> Made:
    """`last year`, `this quarter`, `the current month`."""
    unit = match["UNIT"]
    if not _singular(match) or unit in ("second", "minute", "hour", "day", "half"):
        return _time(Relative("day", 0), "day") if unit == "day" and match["SHIFT"] == 0 and _singular(match) else None
    if match.has("THE") and unit in ("decade", "century") and match["SHIFT"] and match.has("RUNNING"):
        return _running(match)
    return _time(Relative(unit, match["SHIFT"]), _kind(unit))


def _neighbour(match: Match) -> Made:
    """`the previous month`, `the following day`, `the next day`."""
    unit = match["UNIT"]
    shift = match["NEIGHBOUR"] or match["SHIFT"]
    if not _singular(match) or unit in ("second", "minute", "hour") or not shift or (match.has("SHIFT") and unit != "day"):
        return None
    return _time(Relative(unit, shift, referring=True), _kind(unit))


def _number(match: Match) -> Fraction | None:
    if match.has("COUNT"):
        return cast("Fraction | None", match["COUNT"])
    return cast("Fraction", match["CARDINAL"]) if match.has("CARDINAL") else Fraction(1)


def _running(match: Match) -> Made:
    """`the past decade`, `the past two months`, `at least the next 20 years`."""
    unit, number = match["UNIT"], _number(match)
    if not (match.has("COUNT") or match.has("CARDINAL")):
        if not _singular(match):
            return None
        if unit in ("second", "minute", "hour"):
            return None
    if number is not None and number > 10_000:  # noqa: PLR2004
        return None
    bound = match.item("BOUND")
    if bound is not None and match.view[bound.start : bound.end].lower() in ("over", "around", "about"):  # prepositions before a stretch
        inner = match.all("BOUND")[-1]
        start = next(item.start for item in match if item.start >= inner.end)
        return Item(start, match.end, _time(Running(unit, match["RUNNING"], number), "stretch"))
    return _time(Running(unit, match["RUNNING"], number, match["BOUND"]), "stretch")


def _vague_running(match: Match) -> Made:
    """`recent years`, `the coming weeks`."""
    if _singular(match):
        return None
    return _time(Running(match["UNIT"], match["RUNNING"], None), "reference")


def _ago(match: Match) -> Made:
    """`two weeks ago`, `nearly four years ago`, `years ago`."""
    unit, number = match["UNIT"], _number(match)
    if number is None or not (match.has("COUNT") or match.has("CARDINAL") or match.has("A")):
        return _time(Vague("PAST_REF"), "reference")
    if unit in ("second", "minute", "hour") or number > 10_000:  # noqa: PLR2004
        return _time(Vague("PAST_REF"), "reference")
    roles = ["BASIS"] if _compared(match) else []
    if number.denominator != 1:
        unit, number = "month", number * MONTHS.get(unit, 0)
    if unit in ("decade", "century", "half"):
        unit, number = "month" if unit == "half" else "year", number * MONTHS[unit] / (1 if unit == "half" else 12)
    return _time(Relative(unit, -int(number), modifier=match["BOUND"]), _kind(unit), *roles)


def _apart(match: Match) -> Made:
    """`a year earlier`, `two days later`."""
    unit, number = match["UNIT"], _number(match)
    if unit in ("second", "minute", "hour") or number is None or number.denominator != 1 or number > 10_000:  # noqa: PLR2004
        return None if number is not None and unit not in ("second", "minute", "hour") else _time(Length(unit, number, match["BOUND"]), "length")
    later = match.has("HENCE")
    comparison = not later and number == 1 and (_compared(match) or bool(match.first and match.items[match.first - 1].senses is not None and _inside_clause(match)))
    return _time(Apart(unit, int(number) * (1 if later else -1)), "apart", *(["BASIS"] if comparison else []))


def _compared(match: Match) -> bool:
    return bool({"FROM", "THAN", "VERSUS"} & match.before().keys())


def _inside_clause(match: Match) -> bool:
    before = match.view[: match.start].rstrip()[-1:]
    return before.isalnum() or before in "%)"


def _length(match: Match) -> Made:
    """`nearly two years`, `13-hour`, `a month`, `two to three weeks`."""
    unit = match["UNIT"]
    if unit in ("half", "weekend") or (unit == "quarter" and "OF" in match.after()):
        return None
    item = match.item("UNIT")
    assert item is not None
    if match.has("AND") and "BETWEEN" not in match.before():
        return None
    word = match.view[item.start : item.end].lower()
    if unit == "second" and word == "second":
        if not match.has("HYPHEN") and not match.has("CARDINAL"):
            return None
    number = _number(match)
    if match.has("A") and not match.has("COUNT"):
        if word.endswith("s"):
            return None
        if _is_rate(match):
            return _time(Recurring(unit, length_timex(unit, Fraction(1))), "set", "RATE")
    daily = "A" in match.after() and "UNIT" in match.after(2)
    return _time(Length(unit, number, match["BOUND"]), "length", *(["RATE"] if daily else []))


def _is_rate(match: Match) -> bool:
    """Whether `a day` follows what it divides rather than a word that measures time with it."""
    if match.has("BOUND") or "LONG" in match.after():
        return False
    return match.evidence.divides(match.start)


def _plain_units(match: Match) -> Made:
    """`decades`, `months of talks`."""
    unit = match["UNIT"]
    if _singular(match) or unit in ("half", "second", "minute", "hour", "quarter", "weekend"):
        return None
    if {"HYPHEN", "CARDINAL", "THE", "COUNT"} & match.before().keys():
        return None
    if unit == "day" and "OF" not in match.after() and not {"FOR", "AFTER"} & match.before().keys():
        return None
    return _time(Length(unit, None), "length")


def _long(match: Match) -> Made:
    """`month-long`, `decades-long`."""
    number = None if not _singular(match) else Fraction(1)
    return _time(Length(match["UNIT"], number), "length")


def _half_unit(match: Match) -> Made:
    """`half a year`."""
    first, last = match.all("UNIT")
    if first.senses["UNIT"] != "half" or last.senses["UNIT"] in ("half", "quarter"):
        return None
    return _time(Length(cast("str", last.senses["UNIT"]), Fraction(1, 2), match["BOUND"]), "length")


def _and_a_half_unit(match: Match) -> Made:
    """`a year and a half`."""
    first, last = match.all("UNIT")
    if last.senses["UNIT"] != "half":
        return None
    return _time(Length(cast("str", first.senses["UNIT"]), _number(match) and cast("Fraction", _number(match)) + Fraction(1, 2), match["BOUND"]), "length")


def _each(match: Match) -> Made:
    unit, number = match["UNIT"], _number(match)
    return _time(Recurring(unit, length_timex(unit, number)), "set")


def _per(match: Match) -> Made:
    unit = match["UNIT"]
    return _time(Recurring(unit, length_timex(unit, Fraction(1))), "set", "RATE")


_UNITS_TO_POINT_AT = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade")


def _that(match: Match) -> Made:
    """`that year`, `the quarter`, `the entire year`."""
    unit = match["UNIT"]
    if not _singular(match) or unit not in ("day", *_UNITS_TO_POINT_AT):
        return None
    pointed = match.has("THAT")
    if not pointed and (unit in ("day", "decade", "half") or "HYPHEN" in match.after() or (unit == "quarter" and "OF" in match.after())):
        return None
    return _time(That(unit, near=not pointed and unit != "quarter"), _kind(unit))


def _those(match: Match) -> Made:
    """`the 10 months`."""
    unit, number = match["UNIT"], _number(match)
    if number is None or number.denominator != 1 or unit not in ("day", *_UNITS_TO_POINT_AT) or _singular(match) or number > 1000:  # noqa: PLR2004
        return None
    return _time(That(unit, int(number)), "stretch")


def _same(match: Match) -> Made:
    """`the same period`, `the corresponding month`."""
    if match.has("UNIT") and (not _singular(match) or match["UNIT"] in ("day", "second", "minute", "hour")):
        return None
    return _time(Same(match["UNIT"]), "same")


def _year_ago(match: Match) -> Made:
    """`the year-ago quarter`, `the year-earlier period`."""
    units = match.all("UNIT")
    if units[0].senses["UNIT"] != "year":
        return None
    unit = cast("str", units[1].senses["UNIT"]) if len(units) > 1 else None
    if match.has("PART"):
        return _time(replace(cast("Nth", _expression(match, "PART")), inside=Relative("year", -1)), "point")
    senses = _time(Same(unit, shift=-1), "same")
    return senses if unit or match.has("PERIOD") else Item(units[0].start, match.end, senses)


def _near_day(match: Match) -> Made:
    return _time(Relative("day", match["NEAR_DAY"]), "day")


def _day_beyond(match: Match) -> Made:
    """`the day before yesterday`."""
    if match["UNIT"] != "day":
        return None
    beyond = 1 if match.has("AFTER") else -1
    return _time(Relative("day", match["NEAR_DAY"] + beyond), "day")


def _the_unit_before(match: Match) -> Made:
    """`the year before`, `the month earlier`."""
    if not _singular(match) or match.next_character.isalnum() or match["UNIT"] in ("second", "minute", "hour"):
        return None
    return _time(Relative(match["UNIT"], -1, referring=True), _kind(match["UNIT"]))


def _part_of_day(match: Match) -> Made:
    """`last night`, `this morning`, `tonight`."""
    letters = match["DAY_PART"] or "NI"
    shift = match["SHIFT"] or 0
    if match.has("NEIGHBOUR"):
        return _time(Clock(letters, Relative("day", match["NEIGHBOUR"], referring=True)), "point")
    return _time(Clock(letters, Relative("day", shift)), "point")


def _next_part_of_day(match: Match) -> Made:
    return _time(Clock(match["DAY_PART"], Relative("day", match["SHIFT"], referring=True)), "point") if match["SHIFT"] > 0 else None


def _reference(match: Match) -> Made:
    return _time(Vague(match["REFERENCE"]), "reference")


_NUM = "(?:COUNT|CARDINAL)"
_UNIT_AFTER = "MORE? MORE? HYPHEN? UNIT"
_BOUNDS = "BOUND? BOUND?"

AGES = [
    Rule(f"{_BOUNDS} {_NUM} HYPHEN? UNIT HYPHEN? OLD", lambda match: {"AGE": None}),  # noqa: ARG005 - an age, whichever
]

RELATIVE = [
    Rule(f"{_BOUNDS} (?:{_NUM}|A)? MORE? UNIT HYPHEN? AGO", _ago),
    Rule(f"{_BOUNDS} (?:{_NUM}|A) MORE? UNIT (?:BACK|HENCE)", _apart),
    Rule("THE? SAME (?:UNIT HYPHEN AGO)? (?:UNIT|PERIOD)", _same),
    Rule("THE? (?:SAME)? UNIT HYPHEN (?:AGO|BACK) PART", _year_ago),
    Rule("THE? (?:SAME)? UNIT HYPHEN (?:AGO|BACK) (?:UNIT|PERIOD)?", _year_ago),
    Rule(f"{_BOUNDS} THE? RUNNING {_NUM} {_UNIT_AFTER}", _running),
    Rule("THE? (?:PAST|COMING|RECENT) UNIT", lambda match: _vague_running(match) or _running(match)),
    Rule("THE? SHIFT FISCAL? UNIT", _shifted),
    Rule("THE? NEIGHBOUR UNIT", _neighbour),
    Rule("THE SHIFT UNIT", _neighbour),
    Rule("THE NEIGHBOUR DAY_PART", _part_of_day),
    Rule("THE SHIFT DAY_PART", _next_part_of_day),
    Rule("SHIFT DAY_PART", _part_of_day),
    Rule("NEAR_NIGHT", _part_of_day),
    Rule("THE UNIT (?:BEFORE|AFTER) NEAR_DAY", _day_beyond),
    Rule("THE UNIT (?:BEFORE|BACK)", _the_unit_before),
    Rule("NEAR_DAY", _near_day),
    Rule(f"EACH {_NUM}? UNIT", _each),
    Rule("PER UNIT", _per),
    Rule("THE LATEST FISCAL? (?:UNIT|PERIOD)", lambda match: _time(That(match["UNIT"]), _kind(match["UNIT"] or "")) if not match.has("UNIT") or _singular(match) else None),
    Rule("THAT UNIT", _that),
    Rule("THE ENTIRE? FISCAL? UNIT", _that),
    Rule("ENTIRE UNIT", _that),
    Rule("(?:THE|THAT) PERIOD", lambda match: _time(That(None), "point")),
    Rule(f"THE {_NUM} {_UNIT_AFTER}", _those),
    Rule(f"{_BOUNDS} UNIT A UNIT", _half_unit),
    Rule(f"{_BOUNDS} (?:{_NUM}|A) UNIT AND A UNIT", _and_a_half_unit),
    Rule(f"{_BOUNDS} {_NUM} (?:TO|OR|AND|HYPHEN) {_NUM} {_UNIT_AFTER} (?:HYPHEN LONG)?", _length),
    Rule(f"{_BOUNDS} {_NUM} {_UNIT_AFTER} (?:HYPHEN LONG)?", _length),
    Rule("BOUND? A MORE? UNIT (?!HYPHEN)", _length),
    Rule("UNIT HYPHEN? LONG", _long),
    Rule("UNIT", _plain_units),
    Rule("RECURRENCE", lambda match: _time(Recurring("day", match["RECURRENCE"]), "set", "RATE")),
]

# --- nesting -----------------------------------------------------------------------------------------------------------------


def _inside(symbol: str, kind: str) -> "type[Rule] | object":
    def make(match: Match) -> Made:
        part = cast("Nth", _expression(match, symbol))
        return _time(replace(part, inside=_expression(match, "YEARLY")), kind)

    return make


def _part_in_year(match: Match) -> Made:
    part = cast("Nth", _expression(match, "PART"))
    return _time(replace(part, inside=_expression(match, "YEARLY")), "month" if part.unit == "month" and part.count == 1 else "point")


def _part_in_shared_year(match: Match) -> Made:
    """The first of `May and June last year`."""
    year = next(item for item in match.items[match.last : match.last + 10] if "YEARLY" in item.senses)
    part = cast("Nth", _expression(match, "PART"))
    return _time(replace(part, inside=cast("Expression", year.senses["TIME"])), "point")


def _some_in(match: Match) -> Made:
    inside = next(item for item in match.all("POINT") if "SOME" not in item.senses and item is not match.item("PART"))
    part = cast("Nth", (match.item("SOME") or match.item("PART") or inside).senses["TIME"])
    return _time(replace(part, inside=cast("Expression", inside.senses["TIME"])), "point")


def _ordinal_in(match: Match) -> Made:
    """`the first week of March`, `the last quarter of 2019`."""
    number = match["ORDINAL"] or (1 if match.has("FIRST") else -1)
    if not _singular(match) or match["UNIT"] in ("second", "minute", "hour", "century"):
        return None
    return _time(Nth(match["UNIT"], number, inside=_expression(match)), _kind(match["UNIT"]))


def _day_in_year(match: Match) -> Made:
    return _time(replace(cast("MonthDay", _expression(match, "YEAR_DAY")), inside=_expression(match, "YEARLY")), "day")


def _weekday_in_week(match: Match) -> Made:
    return _time(replace(cast("Weekday", _expression(match, "WEEK_DAY")), inside=_expression(match, "WEEKLY")), "day")


def _same_in_year(match: Match) -> Made:
    return _time(replace(cast("Same", _expression(match, "SAME_SPAN")), inside=_expression(match, "YEARLY")), "same")


def _years_unit(match: Match) -> Made:
    """`last year's quarter`, `the 1988 quarter`."""
    if not _singular(match) or match["UNIT"] not in ("month", "quarter", "half"):
        return None
    return _time(Same(match["UNIT"], inside=_expression(match, "YEARLY")), "same")


def _weekday_with_date(match: Match) -> Made:
    day = match.item("YEAR_DAY") or match.all("DAILY")[-1]
    return {**day.senses}


NESTING = [
    Rule("WEEK_DAY COMMA? YEAR_DAY", _weekday_with_date),
    Rule("SAME_SPAN (?:IN|OF)? YEARLY", _same_in_year),
    Rule("PART (?=(?:(?:COMMA|AND|OR) PART){1,3} COMMA? (?:OF|IN)? YEARLY)", _part_in_shared_year),
    Rule("PART COMMA? (?:OF|IN)? YEARLY", _part_in_year),
    Rule("THE? YEARLY POSSESSIVE? PART", _part_in_year),
    Rule("THE? YEARLY POSSESSIVE UNIT", _years_unit),
    Rule("THE? YEARLY FISCAL UNIT", lambda match: {**match.all("YEARLY")[0].senses}),
    Rule("THE YEARLY UNIT", _years_unit),
    Rule("YEAR_DAY COMMA? (?:OF)? YEARLY", _day_in_year),
    Rule("WEEK_DAY (?:OF)? WEEKLY", _weekday_in_week),
    Rule("SOME OF POINT", _some_in),
    Rule("PART OF POINT", _some_in),
    Rule("THE? (?:FIRST|LAST|ORDINAL) UNIT OF POINT", _ordinal_in),
    Rule("WEEKLY OF POINT", lambda match: _time(Nth("week", 1, inside=_expression(match, "POINT", 1)), "week")),
]

# --- edges and times of day --------------------------------------------------------------------------------------------------


def _bent(match: Match) -> Made:
    """`late November`, `mid-2019`, `early next year`."""
    inside = match.item("POINT") or match.item("STRETCH")
    assert inside is not None
    edge = match.item("EDGE")
    assert edge is not None
    bent = match.view[edge.start : edge.end].lower() in ("early", "late", "mid")
    senses = dict(inside.senses)
    senses["TIME"] = Edge(match["EDGE"], _expression(match, "TIME"), bent)
    return {symbol: value for symbol, value in senses.items() if symbol in ("TIME", "POINT")}


def _edge_of(match: Match) -> Made:
    """`the end of October`."""
    return _time(Edge(match["EDGE"], _expression(match), bent=False), "point")


def _event_edge(match: Match) -> Made:
    """`the end of the 13th Five-Year Plan period`."""
    return _time(Edge(match["EDGE"], Occasion(match["EVENT"]), bent=False), "point")


def _year_end(match: Match) -> Made:
    """`year-end`, `year's end`."""
    if match["UNIT"] not in ("year", "month", "quarter") or match["EDGE"] == "mid":
        return None
    return _time(Edge(match["EDGE"], That(match["UNIT"], near=True), bent=False), "point")


def _within(match: Match) -> Made:
    """`earlier this year`, `sometime next week`: the whole unit."""
    return {**match.all("POINT")[-1].senses}


def _so_far(match: Match) -> Made:
    return _time(SoFar(_expression(match, "POINT")), "range")


def _time_on_day(match: Match) -> Made:
    clock = cast("Clock", _expression(match, "TIME_OF_DAY"))
    return _time(replace(clock, inside=_expression(match, "DAILY")), "point")


def _part_of_named_day(match: Match) -> Made:
    day = _expression(match, "DAILY")
    if isinstance(day, Recurring):
        return None
    return _time(Clock(match["DAY_PART"], day), "point")


TIMES = [
    Rule("TIME_OF_DAY (?:COMMA|ON)? DAILY", _time_on_day),
    Rule("DAILY (?:COMMA|AT)? TIME_OF_DAY", _time_on_day),
    Rule("DAILY DAY_PART", _part_of_named_day),
    Rule("(?:EDGE HYPHEN?)? DAY_PART DAILY", _part_of_named_day),
]

EDGES = [
    Rule("THE? EDGE OF THE? EVENT PERIOD?", _event_edge),
    Rule("THE? EDGE HYPHEN? (?:POINT|STRETCH)", _bent),
    Rule("THE? EDGE OF (?:POINT)", _edge_of),
    Rule("THE? UNIT (?:HYPHEN|POSSESSIVE)? EDGE", _year_end),
    Rule("EARLIER (?:IN|ON)? POINT", _within),
    Rule("SO_FAR COMMA? IN? (?:YEARLY|MONTHLY|WEEKLY|POINT)", _so_far),
    Rule("(?:YEARLY|MONTHLY|WEEKLY) SO_FAR", _so_far),
    Rule("THE? RECENT? PAST (?!UNIT|COUNT|CARDINAL|MORE|TIME)", lambda match: _time(Vague("PAST_REF"), "reference") if match.has("THE") else None),
    Rule("REFERENCE", _reference),
    Rule("VAGUE", lambda match: _time(Vague(match["VAGUE"]), "reference", "ADJECTIVE")),
]

# --- periods -----------------------------------------------------------------------------------------------------------------


def _period(match: Match) -> Made:
    """`January to October`, `2013 and last year` after `between`."""
    first, *_, last = match.all("TIME")
    if match.has("AND") and "BETWEEN" not in match.before():
        return None
    begin, finish = cast("Expression", first.senses["TIME"]), cast("Expression", last.senses["TIME"])
    if match.has("HYPHEN") and isinstance(finish, Fixed) and isinstance(begin, Fixed) and begin.cell.unit != finish.cell.unit:
        return None
    return _time(Between(begin, finish, ((first.start, first.end), (last.start, last.end))), "range")


def _short_period(match: Match) -> Made:
    """`2016-20`."""
    first, last = match.item("YEARLY"), match.item("TWO_DIGITS")
    assert first is not None
    assert last is not None
    begin = first.senses["TIME"]
    if not isinstance(begin, Fixed) or match["TWO_DIGITS"] <= begin.cell.index % 100 or last.end - last.start != 2:  # noqa: PLR2004
        return None
    finish = Fixed(Cell.year(begin.cell.index // 100 * 100 + match["TWO_DIGITS"]))
    return _time(Between(begin, finish, ((first.start, first.end), (last.start, last.end))), "range")


def _range_in_year(match: Match) -> Made:
    """`the January-October period of 2020`."""
    between = _expression(match, "RANGE")
    if not isinstance(between, Between) or not isinstance(between.finish, Nth | MonthDay) or between.finish.inside is not None:
        return None
    return _time(replace(between, finish=replace(between.finish, inside=_expression(match, "YEARLY"))), "range")


_TO = "(?:TO|THROUGH|UNTIL|HYPHEN|AND)"

PERIODS = [
    Rule("YEARLY HYPHEN TWO_DIGITS", _short_period),
    Rule(f"(?:POINT|REF) {_TO} POINT", _period),
    Rule("POINT (?:TO|UNTIL|THROUGH) REF", _period),
]

PERIODS_IN_YEARS = [
    Rule("THE? RANGE PERIOD? (?:OF|IN|COMMA)? YEARLY", _range_in_year),
]

# --- what stands before ------------------------------------------------------------------------------------------------------


def _opened(side: str) -> "object":
    def make(match: Match) -> Made:
        item = match.item("TIME")
        assert item is not None
        expression = Opened(side, cast("Expression", item.senses["TIME"]))  # type: ignore[arg-type]
        return Item(item.start, item.end, {**item.senses, "TIME": expression})

    return make


def _event(side: str | None) -> "object":
    def make(match: Match) -> Made:
        item = match.item("EVENT")
        assert item is not None
        event = item.senses["EVENT"]
        assert isinstance(event, Event)
        occasion: Expression = Occasion(event)
        return Item(item.start, item.end, _time(occasion if side is None else Opened(side, occasion), "point"))  # type: ignore[arg-type]

    return make


def _event_name(match: Match) -> Made:
    return _time(Occasion(match["EVENT"]), "point", "NAME")


GOVERNED = [
    Rule("SINCE THE? EVENT", _event("end")),
    Rule("(?:UNTIL|BY|BEFORE) THE? EVENT", _event("start")),
    Rule("(?:OVER|AFTER|IN|AT|FROM|ON|FOR|BETWEEN|AND|TO|AS_OF) THE? EVENT", _event(None)),
    Rule("EVENT", _event_name),
    Rule("SINCE (?:POINT|STRETCH|RANGE)", _opened("end")),
    Rule("(?:BY|UNTIL|AS_OF) (?:POINT)", _opened("start")),
]

STAGES: Sequence[Sequence[Rule]] = (NUMBERS, AGES, CALENDAR, YEARS, RELATIVE, NESTING, TIMES, EDGES, PERIODS, PERIODS_IN_YEARS, GOVERNED)
