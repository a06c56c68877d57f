"""Rules for what the calendar names: days, months, weekdays, quarters, seasons, years, decades, clock times."""

import calendar
from dataclasses import replace
from fractions import Fraction
from typing import cast

from wirefacts.mentions.dates.business import BusinessYear, Unplaced
from wirefacts.mentions.dates.cells import MONTHS, Cell
from wirefacts.mentions.dates.expressions import Either, Expression, Fixed, Hundreds
from wirefacts.mentions.dates.fiscal import BUSINESS_YEARS, SPLIT_SEASONS
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lengths import Length, Recurring
from wirefacts.mentions.dates.lexing import HALVES, HOURS, LATEST_YEAR, SIXTY, Item, YearPart
from wirefacts.mentions.dates.making import LARGEST_COUNT, count_in, is_singular, time_of, unit_in
from wirefacts.mentions.dates.pointing import Relative
from wirefacts.mentions.dates.points import AnyWeekday, Clock, ComingMonth, DayOfMonth, EasterDay, MonthDay, Nth, ThisSeason, Weekday
from wirefacts.mentions.dates.spelling import named, spelled, spelled_otherwise
from wirefacts.mentions.dates.stretches import Between, Edge

_WHEN = frozenset({"AT", "BY", "UNTIL", "BEFORE", "AFTER", "SINCE", "FROM"})
_IN = frozenset({"IN", "OVER", "UNTIL", "BY", "SINCE"})
"""Words before a bare season."""
_DAYS = frozenset({"ON", "WEEKDAY", "MONTH", "NEAR_DAY"})
_DAY_SEPARATOR = "(?:TO|HYPHEN|THROUGH|AND)"
_DAY_NAME = "(?:WEEKDAY COMMA?)?"
_TIME = "(?:CLOCK MERIDIEM? | HOUR MERIDIEM)"


def _figures(match: Match) -> Made:
    """`2020-07-26`, `26/07/2020`."""
    figures = match.surface.rstrip("Tt")
    day = spelled(figures)
    if day is None:
        return None
    swapped = spelled_otherwise(figures)
    return time_of(Fixed(day) if swapped in (None, day) else Either((day, swapped)), "day")


def _full_day(match: Match) -> Made:
    """`Jul 19,2022`, `Friday, 12 Sept. 2019`."""
    day = named(int(match["FOUR_DIGITS"]), match["MONTH"], match["DAY"])
    return None if day is None else time_of(Fixed(day), "day")


def _holiday(named: tuple[int, ...]) -> MonthDay:
    month, day, *weekday = named
    return MonthDay(month, day, weekday=weekday[0] if weekday else None)


def _yearly(named: tuple[int, ...]) -> str:
    """TIMEX3 value of a holiday of every year; of one that moves, that it is yearly."""
    return "P1Y" if len(named) > 2 else f"XXXX-{named[0]:02}-{named[1]:02}"  # noqa: PLR2004


def _exists(month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(2000, month)[1]


def _month_day(match: Match) -> Made:
    month, day = match["MONTH"], match["DAY"]
    if not _exists(month, day) or {"PERCENT", "SCALE", "UNIT"} & match.after().keys():
        return None
    if not any(letter.isdigit() for letter in match.surface) and {"HYPHEN", "PART"} & match.after().keys():
        return None
    return time_of(MonthDay(month, day), "year day")


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
    return time_of(Between(MonthDay(month, days[0], year), MonthDay(month, days[1], year), (opening, closing)), "range")


def _month_of_year(match: Match) -> Made:
    digits = match["FOUR_DIGITS"]
    year = _full_year(match["SHORT_YEAR"]) if digits is None else int(digits)
    if digits is not None and not 1000 <= year <= 2199:  # noqa: PLR2004
        return None
    return time_of(Nth("month", match["MONTH"], inside=Fixed(Cell.year(year))), "month")


def _full_year(short: int) -> int:
    return short + (1900 if short > 49 else 2000)  # noqa: PLR2004


def _weekday(match: Match) -> Made:
    if match.surface.lower().endswith("days"):
        return time_of(Recurring("day", f"XXXX-WXX-{match['WEEKDAY']}"), "set")
    return time_of(Weekday(match["WEEKDAY"]), "weekday")


def _any_weekday(match: Match) -> Made:
    """`it was a Friday`, but not `a Friday report`, nor `a Fridays`."""
    day = match.items[match.last - 1]
    plural = match.view[day.start : day.end].endswith("s")
    return None if plural or match.evidence.describes(day.start) else time_of(AnyWeekday(match["WEEKDAY"]), "point")


def _weekday_and_number(match: Match) -> Made:
    """`Friday the 13th`."""
    number = match.items[match.last - 1]
    told = match.view[number.start].isdigit() and match.surface[-1].isalpha()
    return time_of(DayOfMonth(match["DAY"], match["WEEKDAY"]), "day") if told else None


def _weekdays_ago(match: Match) -> Made:
    """`two Sundays ago`."""
    number = count_in(match)
    if number is None or number.denominator != 1 or not 1 <= number <= LARGEST_COUNT:
        return None
    return time_of(Weekday(match["WEEKDAY"], shift=-int(number)), "day")


def _decade(match: Match) -> Made:
    digits = match["DECADE"]
    short = digits < 100  # noqa: PLR2004
    if short and ("ITS" in match.before() or not (match.has("THE") or match.has("EDGE") or "'" in match.surface)):
        return None
    year = digits + (1900 if digits >= 30 else 2000) if short else digits  # noqa: PLR2004
    century = year % 100 == 0 and year < 1900  # noqa: PLR2004
    value: Expression = Hundreds(year) if century else Fixed(Cell("decade", year // 10))
    return time_of(Edge(match["EDGE"], value) if match.has("EDGE") else value, "point")


def _decade_in_words(match: Match) -> Made:
    value: Expression = Fixed(Cell("decade", 190 + match["DECADE_WORD"] // 10))
    return time_of(Edge(match["EDGE"], value) if match.has("EDGE") else value, "point")


def _decade_in_full(match: Match) -> Made:
    """`the nineteen seventies`."""
    hundreds = cast("Fraction", match["CARDINAL"])
    return time_of(Fixed(Cell("decade", int(hundreds) * 10 + match["DECADE_WORD"] // 10)), "point") if 15 <= hundreds <= 20 else None  # noqa: PLR2004


def _century(match: Match) -> Made:
    if unit_in(match) != "century":
        return None
    return time_of(Fixed(Cell("century", match["ORDINAL"] - 1)), "point")


def _bare_year(match: Match) -> Made:
    """Four digits that the words around them make a year."""
    number = match["YEAR"]
    before = match.before()
    if number is None or {"CURRENCY"} & before.keys() or {"PERCENT", "SCALE", "COUNT"} & match.after().keys():
        return None
    unit = match.following
    if unit is not None and "UNIT" in unit.senses and match.view[unit.start : unit.end].lower().endswith("s"):
        return None
    if _goes_on_with_a_name(match):
        return None
    if number < 1900 and not {"IN", "SINCE", "UNTIL", "FROM", "BETWEEN", "BY", "AFTER", "BEFORE"} & before.keys():  # noqa: PLR2004
        return None
    return time_of(Fixed(Cell.year(number)), "year")


def _goes_on_with_a_name(match: Match) -> bool:
    """Whether a name ends with the year, `Vision 2030`, or with the years that it closes, `Airports Programme 2021-2025`."""
    first = match.first
    if first > 2 and "HYPHEN" in match.items[first - 1].senses and "YEAR" in match.items[first - 2].senses:  # noqa: PLR2004
        first -= 2
    return first > 0 and not match.items[first - 1].senses and match.evidence.is_of_a_name(match.items[first].start)


def _closing_year(match: Match) -> Made:
    """The second year of `From 2016 to 2020 exports rose`, though it seems to count what follows."""
    start, opening, number = match.items[match.first - 3].start, match.items[match.first - 2].senses, int(match["FOUR_DIGITS"])
    first = cast("Fixed", opening["TIME"]).cell.number if "TIME" in opening else cast("int", opening["YEAR"])
    return time_of(Fixed(Cell.year(number)), "year") if match.evidence.opens_clause(start) and first < number <= LATEST_YEAR else None


def _named_year(match: Match) -> Made:
    """`the year 2000`."""
    if match.has("UNIT") and (unit_in(match) != "year" or not is_singular(match)):
        return None
    number = int(match["FOUR_DIGITS"] or match["COUNT"] or 0)
    return time_of(Fixed(Cell.year(number)), "year") if 1000 <= number <= 2199 else None  # noqa: PLR2004


def _ordinal_unit(match: Match) -> Made:
    """`the third quarter`, `second-half`; a first week or year only of what is named, and `last quarter` is the one before this one."""
    unit, number = unit_in(match), match["ORDINAL"] or (-1 if match.has("LAST") else 1)
    if unit not in ("quarter", "half") or number > 12 // MONTHS[unit]:
        return None
    if match.view[match.end : match.end + 1] == "-" and match.view[match.end + 1 : match.end + 2].isalpha():  # the first half-inch
        return None
    last = match.item("LAST")
    if last is not None and "SHIFT" in last.senses and unit == "quarter" and "OF" not in match.after():
        return None
    senses = time_of(Nth(unit, number), "part")
    if match.has("FISCAL"):
        return time_of(Unplaced(Nth(unit, number)), "point")
    attribute = match.has("THE") and "HYPHEN" in match.items[match.last - 2].senses
    return Item(match.items[match.first + 1].start, match.end, senses) if attribute else senses


def _half_year(match: Match) -> Made:
    """`the first half-year`."""
    units = [item.senses["UNIT"] for item in match.all("UNIT") if "ORDINAL" not in item.senses]
    number = match["ORDINAL"] or 1
    return time_of(Nth("half", number), "part") if units == ["half", "year"] and number <= HALVES else None


def _shared_ordinal(match: Match) -> Made:
    """The first of `the first and second quarters`."""
    unit = next(item.senses["UNIT"] for item in match.items[match.last : match.last + 5] if "UNIT" in item.senses and "ORDINAL" not in item.senses)
    number = match["ORDINAL"] or 1
    return time_of(Nth(unit, number), "part") if unit in ("quarter", "half") and number <= 12 // MONTHS[unit] else None


def _year_part(match: Match) -> Made:
    """`Q3`, `1H24`, `9MFY25`."""
    told = cast("YearPart", match["YEAR_PART"])
    part = Nth(told.unit, told.number, told.units)
    if told.year is None:
        return time_of(part, "part")
    return time_of(replace(part, inside=BusinessYear("fiscal", told.year) if told.fiscal else Fixed(Cell.year(told.year))), "point")


def _some(match: Match) -> Made:
    """`the first ten months`, `the last two weeks of 2020`: of a year that is not named, or of what follows."""
    unit, count = unit_in(match), match["COUNT"] or match["CARDINAL"]
    if count is None or count.denominator != 1 or count > LARGEST_COUNT:
        return None
    if match.has("ORDINAL") and match["ORDINAL"] != 1:
        return None
    some = Nth(unit, 1 if match.has("FIRST") or match.has("ORDINAL") else -1, int(count))
    if unit in ("month", "quarter") and some.number == 1 and count <= 12 // MONTHS[unit]:
        return time_of(some, "part")
    return time_of(some, "some") if match.has("OF") or "OF" in match.after() else time_of(Length(unit, count), "length") if some.number == 1 else None


def _season(match: Match) -> Made:
    number = match["SEASON"]
    if match.has("SHIFT"):
        return time_of(ThisSeason(number) if match["SHIFT"] == 0 else Nth("season", number, shift=match["SHIFT"]), "point")
    if match.has("FOUR_DIGITS"):
        year = int(match["FOUR_DIGITS"])
        return time_of(Nth("season", number, inside=Fixed(Cell.year(year))), "point") if 1000 <= year <= 2199 else None  # noqa: PLR2004
    season = match.item("SEASON")
    if season is None or match.evidence.describes(season.start):  # the winter wheat
        return None
    before = match.before()
    fall = match.surface.split()[-1].lower() == "fall"
    if fall and (not match.has("THE") or not _IN & before.keys() or {"OF", "IN", "FROM", "TO"} & match.after().keys()):
        return None
    if not match.surface.islower() or not (match.has("THE") or _IN & before.keys() or "EDGE" in before):
        return None
    return time_of(Nth("season", number), "part")


def _clock(match: Match) -> Made:
    """`8:15 a.m.`, `5 p.m. EST`, `13:00`; a zone's abbreviation is in capitals."""
    if match["CLOCK"] and not match.surface[0].isdigit() and not (_WHEN & match.before().keys() or _DAYS & match.after().keys()):
        return None  # `midnight` in passing
    hour, minute, *second = (match["CLOCK"] or f"{match['HOUR']}:00").split(":")
    number = int(hour)
    if match.has("MERIDIEM"):
        if not 0 <= number <= HOURS:
            return None
        number = number if number > HOURS // 2 else number % 12 + (12 if match["MERIDIEM"] == "p" else 0)
    zone = match.item("ZONE")
    written = "" if zone is None else match.view[zone.start : zone.end]
    told = " " in written or written.isupper() or written[:1] in ("+", "-")
    senses = time_of(Clock(":".join((f"{number:02}", minute, *second)) + (match["ZONE"] if told else "")), "time")
    return senses if zone is None or told else Item(match.start, match.items[match.last - 2].end, senses)


def _military_time(match: Match) -> Made:
    """`0300 GMT`, unless in brackets it says another time again."""
    if match.view[match.start - 1 : match.start] == "(":
        return None
    hour, minute = match["FOUR_DIGITS"][:2], match["FOUR_DIGITS"][2:]
    return time_of(Clock(f"{hour}:{minute}{match['ZONE'] or ''}"), "time") if int(hour) < HOURS and int(minute) < SIXTY else None


def _day_number(match: Match) -> Made:
    """`the 25th`, before a word only after `on`: `on the 4th in Leeds`, but not `the 25th time`."""
    day = match.items[match.first + 1]
    if match.surface[-1:].isdigit() or not match.surface[4:5].isdigit() or match.next_character in "('\"":
        return None
    if match.next_character.isalnum() and ("ON" not in match.before() or match.evidence.describes(day.start)):
        return None
    return time_of(DayOfMonth(match["DAY"]), "day")


def _shifted_month(match: Match) -> Expression:
    shift = match["SHIFT"]
    return Nth("month", match["MONTH"], shift=shift) if shift else Nth("month", match["MONTH"], inside=Relative("year", 0))


def _another_day(match: Match) -> Made:
    """The second day of `June 5 and 6`."""
    if not match.surface[0].isdigit():
        return None
    following = match.following
    if match.next_character.isalnum() and not (following is not None and {"IN", "AT", "ON", "FOR", "AND"} & following.senses.keys()):
        return None
    before = match.items[match.first - 2].senses["TIME"]
    if not isinstance(before, MonthDay) or match["DAY"] <= before.day or not _exists(before.month, match["DAY"]):
        return None
    return time_of(replace(before, day=match["DAY"]), "year day")


CALENDAR = [
    Rule("STAMP", _figures),
    *BUSINESS_YEARS,
    Rule(f"{_DAY_NAME} MONTH DAY COMMA? FOUR_DIGITS", _full_day),
    Rule(f"{_DAY_NAME} THE? DAY OF? MONTH COMMA? FOUR_DIGITS", _full_day),
    Rule(f"MONTH DAY {_DAY_SEPARATOR} DAY (?:COMMA? FOUR_DIGITS)?", _month_days),
    Rule(f"DAY {_DAY_SEPARATOR} DAY MONTH (?:COMMA? FOUR_DIGITS)?", _month_days),
    Rule(f"{_DAY_NAME} MONTH THE? DAY", _month_day),
    Rule("SHIFT MONTH DAY", _month_day),
    Rule(f"{_DAY_NAME} THE? DAY OF? MONTH", _month_day),
    Rule("HOLIDAY", lambda match: time_of(_holiday(match["HOLIDAY"]), "year day")),
    Rule("SHIFT HOLIDAY", lambda match: time_of(replace(_holiday(match["HOLIDAY"]), shift=match["SHIFT"]), "day")),
    Rule("EASTER_DAY", lambda match: time_of(EasterDay(match["EASTER_DAY"]), "year day")),
    Rule("MONTH COMMA? OF? FOUR_DIGITS", _month_of_year),
    Rule("MONTH SHORT_YEAR", _month_of_year),
    Rule("SHIFT PAST WEEKDAY", lambda match: time_of(Weekday(match["WEEKDAY"], shift=-1), "day")),
    Rule("SHIFT PAST MONTH", lambda match: time_of(Nth("month", match["MONTH"], shift=-1), "month")),
    Rule("WEEKDAY THE DAY", _weekday_and_number),
    Rule("A WEEKDAY (?!DAY_PART)", _any_weekday),
    Rule("EACH HOLIDAY", lambda match: time_of(Recurring("day", _yearly(match["HOLIDAY"])), "set")),
    Rule("SHIFT COMING WEEKDAY", lambda match: time_of(Weekday(match["WEEKDAY"], shift=1), "day")),
    Rule("SHIFT WEEKDAY", lambda match: time_of(Weekday(match["WEEKDAY"], shift=match["SHIFT"]), "day")),
    Rule("THE NEIGHBOUR WEEKDAY", lambda match: time_of(Weekday(match["WEEKDAY"], shift=match["NEIGHBOUR"], referring=True), "day")),
    Rule("SHIFT MONTH", lambda match: time_of(_shifted_month(match), "month")),
    Rule("MONTH (?=TRADED)", lambda match: time_of(ComingMonth(match["MONTH"]), "month")),
    Rule("MONTH", lambda match: time_of(Nth("month", match["MONTH"]), "part")),
    Rule("(?:COUNT|CARDINAL) WEEKDAY AGO", _weekdays_ago),
    Rule("EACH OTHER? WEEKDAY", lambda match: time_of(Recurring("day", f"XXXX-WXX-{match['WEEKDAY']}"), "set")),
    Rule("WEEKDAY", _weekday),
    Rule("THE? (?:EDGE HYPHEN?)? DECADE", _decade),
    Rule("THE (?:EDGE HYPHEN?)? DECADE_WORD", _decade_in_words),
    Rule("THE? CARDINAL HYPHEN? DECADE_WORD", _decade_in_full),
    Rule("THE? ORDINAL HYPHEN? UNIT", _century),
    Rule(f"{_TIME} ZONE?", _clock),
    Rule("FOUR_DIGITS ZONE", _military_time),
    Rule("(?<=AT) FOUR_DIGITS UNIT", lambda match: _military_time(match) if unit_in(match) == "hour" else None),
    Rule("THE? UNIT (?:FOUR_DIGITS|COUNT)", _named_year),
    Rule("(?:THE|SHIFT) PAST SEASON", lambda match: time_of(Nth("season", match["SEASON"], shift=-1), "point")),
    *SPLIT_SEASONS,
    Rule("THE? (?:SHIFT|THE) SEASON", _season),
    Rule("THE? SEASON OF? FOUR_DIGITS", _season),
    Rule("THE? SEASON", _season),
    Rule("YEAR_PART", _year_part),
    Rule("THE? (?:FIRST|ORDINAL) (?=(?:AND|TO|OR) THE? ORDINAL HYPHEN? UNIT)", _shared_ordinal),
    Rule("THE? (?:FIRST|ORDINAL) UNIT HYPHEN? UNIT", _half_year),
    Rule("THE? (?:FISCAL HYPHEN?)? (?:FIRST|LAST|ORDINAL) HYPHEN? UNIT", _ordinal_unit),
    Rule("THE? (?:FIRST|LAST|ORDINAL) FISCAL UNIT", _ordinal_unit),
    Rule("THE? (?:FIRST|LAST|ORDINAL) HYPHEN? (?:COUNT|CARDINAL) HYPHEN? UNIT", _some),
    Rule("THE DAY", _day_number),
]


YEARS = [
    Rule("(?<=(?:IN|SINCE|BY|UNTIL)) SHORT_YEAR", lambda match: time_of(Fixed(Cell.year(_full_year(match["SHORT_YEAR"]))), "year")),
    Rule("(?<=FROM YEAR (?:TO|THROUGH|UNTIL)) FOUR_DIGITS", _closing_year),
    Rule("YEAR", _bare_year),
    Rule("(?<=YEAR_DAY (?:AND|COMMA)) DAY", _another_day),
]
