"""Rules for expressions inside others: a quarter of a year, a time of a day, the edge of a month; and for vague references."""

import re
from dataclasses import replace
from typing import cast

from wirefacts.mentions.dates.business import BusinessYear, Unplaced
from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lengths import Length, Recurring, Spell, Vague, length_timex
from wirefacts.mentions.dates.lexing import Item, Senses
from wirefacts.mentions.dates.making import expression_in, is_singular, kind_of, time_of, unit_in
from wirefacts.mentions.dates.pointing import Apart, Around, Beyond, EdgeDay, Relative, Same, That
from wirefacts.mentions.dates.points import Clock, EasterDay, MonthDay, Nth, NthWeekday, Weekday
from wirefacts.mentions.dates.stretches import Edge, Ending, Occasion, SoFar

_ENDING = frozenset({"day", "week", "fortnight", "month", "quarter", "half", "year"})
"""Units that can be told by their end."""
_PARTS = ("year", "month", "week", "day", "hour", "minute", "second")
"""Units of which lengths are put together, from coarse to fine."""
_CLOCKED = 4
"""Those from here on are hours and what is finer."""
NOON = 12
_FIRST_HOURS = {"MO": 13, "AF": 1, "EV": 3, "NI": 5}
"""The hour by the clock from which an hour of that part of the day is one after noon."""
_COMPARED = re.compile(r"\bas (?=\S+ as\b)", re.IGNORECASE)


def _part_in_year(match: Match) -> Made:
    part = cast("Nth", expression_in(match, "PART"))
    return time_of(replace(part, inside=expression_in(match, "YEARLY")), "month" if part.unit == "month" and part.count == 1 else "point")


def _part_told_twice(match: Match) -> Made:
    """`the first quarter (Q1) of this year`."""
    first, opening, again, closing = match.items[match.first : match.first + 4]
    brackets = match.view[opening.start : opening.end] + match.view[closing.start : closing.end]
    return _part_in_year(match) if brackets == "()" and first.senses["TIME"] == again.senses["TIME"] else None


def _part_in_shared_year(match: Match) -> Made:
    """The first of `May and June last year`."""
    year = next(item for item in match.items[match.last : match.last + 10] if "YEARLY" in item.senses)
    part = cast("Nth", expression_in(match, "PART"))
    return time_of(replace(part, inside=cast("Expression", year.senses["TIME"])), "point")


def _some_in(match: Match) -> Made:
    first, *_, inside = match
    part = cast("Nth", first.senses["TIME"])
    return time_of(replace(part, inside=cast("Expression", inside.senses["TIME"])), "point")


def _ordinal_in(match: Match) -> Made:
    """`the first week of March`, `the last quarter of 2019`."""
    number = match["ORDINAL"] or (1 if match.has("FIRST") else -1)
    if not is_singular(match) or unit_in(match) in ("second", "minute", "hour", "fortnight", "century"):
        return None
    return time_of(Nth(unit_in(match), number, inside=expression_in(match)), kind_of(unit_in(match)))


def _nth_weekday(match: Match) -> Made:
    """`the first Monday in October`, `the last Friday of the month`."""
    number = match["ORDINAL"] or (1 if match.has("FIRST") else -1)
    weekday, around = expression_in(match, "DAILY"), cast("Expression", match.items[match.last - 1].senses["TIME"])
    if not isinstance(weekday, Weekday) or weekday.inside is not None or (weekday.shift is None) != (match.has("WEEK_DAY")):
        return None
    return time_of(around, "set") if isinstance(around, Recurring) else time_of(NthWeekday(number, weekday.number, around), "day")


def _day_in_year(match: Match) -> Made:
    return time_of(replace(cast("MonthDay", expression_in(match, "YEAR_DAY")), inside=expression_in(match, "YEARLY")), "day")


def _weekday_in_week(match: Match) -> Made:
    return time_of(replace(cast("Weekday", expression_in(match, "WEEK_DAY")), inside=expression_in(match, "WEEKLY")), "day")


def _same_in_year(match: Match) -> Made:
    return time_of(replace(cast("Same", expression_in(match, "SAME_SPAN")), inside=expression_in(match, "YEARLY")), "same")


def _same_day_in_year(match: Match) -> Made:
    """`the same day last year`."""
    day = expression_in(match, "DAILY")
    return time_of(Same("day", inside=expression_in(match, "YEARLY")), "day") if day == That("day") else None


def _same_apart(match: Match) -> Made:
    """`the same period a year earlier`."""
    apart = cast("Apart", expression_in(match, "APART"))
    return time_of(replace(cast("Same", expression_in(match, "SAME_SPAN")), shift=apart.shift), "same") if apart.unit == "year" else None


def _years_unit(match: Match) -> Made:
    """`last year's quarter`, `the 1988 quarter`, `last year's period`."""
    if not match.has("PERIOD") and (not is_singular(match) or unit_in(match) not in ("month", "quarter", "half")):
        return None
    return time_of(Same(unit_in(match), inside=expression_in(match, "YEARLY")), "same")


def _weekday_with_date(match: Match) -> Made:
    day = match.item("YEAR_DAY") or match.all("DAILY")[-1]
    return {**day.senses}


def _bent(match: Match) -> Made:
    """`late November`, `mid-2019`, `early next year`."""
    inside = match.item("POINT") or match.item("STRETCH")
    assert inside is not None
    edge = match.item("EDGE")
    assert edge is not None
    bent = match.view[edge.start : edge.end].lower() in ("early", "late", "mid")
    if not bent and not match.has("HYPHEN"):
        return None
    senses = time_of(Edge(match["EDGE"], expression_in(match, "TIME"), bent), "point" if "POINT" in inside.senses else "stretch")
    return Item(edge.start, match.end, senses) if match.has("HYPHEN") else senses


def _edge_of(match: Match) -> Made:
    """`the end of October`."""
    return time_of(Edge(match["EDGE"], expression_in(match), bent=False), "point")


def _event_edge(match: Match) -> Made:
    """`the end of the 13th Five-Year Plan period`."""
    return time_of(Edge(match["EDGE"], Occasion(match["EVENT"]), bent=False), "point")


def _named_by_its_end(match: Match) -> Made:
    """`the March quarter`, `the March quarter of 2023`."""
    last = match.item("PART") or match.item("MONTHLY")
    assert last is not None
    month = last.senses["TIME"]
    if unit_in(match) != "quarter" or not is_singular(match) or not isinstance(month, Nth) or month.unit != "month":
        return None
    if {"HYPHEN", "TO", "THROUGH", "AND"} & match.before().keys():
        return None
    if match.has("YEARLY"):
        month = replace(month, inside=expression_in(match, "YEARLY"))
    return time_of(Ending("quarter", month), "point")


def _ended(match: Match) -> Made:
    """`the quarter ended March 31`, `the six months to June`, `the year through the end of June`."""
    whole = expression_in(match)
    whole = whole.inside if isinstance(whole, Unplaced) else whole
    counted = (
        isinstance(whole, That | Nth)
        or (isinstance(whole, BusinessYear) and whole.last is None)
        or (isinstance(whole, Length) and whole.count is not None and whole.count.denominator == 1)
    )
    if not counted or whole.unit not in _ENDING or not (match.has("ENDED") or isinstance(whole, That | BusinessYear)):
        return None
    said, *links, end = match
    if any(item.senses.get("EDGE", "end") != "end" for item in links):
        return None
    count = whole.count if isinstance(whole, That | Nth | Length) else 1
    over = match.view[links[0].start : links[0].end].lower() == "ended"
    number = whole.number if isinstance(whole, Nth) and whole.count == 1 else None
    spans = (said.start, said.end), (end.start, end.end)
    return time_of(Ending(whole.unit, cast("Expression", end.senses["TIME"]), spans, int(count or 1), over, number), "stretch")


def _year_end(match: Match) -> Made:
    """`year-end`, `year's end`, `year-end 1990`."""
    if unit_in(match) not in ("year", "month", "quarter") or match["EDGE"] == "mid":
        return None
    around = expression_in(match, "YEARLY") if match.has("YEARLY") else None
    return time_of(Edge(match["EDGE"], EdgeDay(unit_in(match), match["EDGE"], around), bent=False), "point")


def _middle(match: Match) -> Made:
    """`mid-year`."""
    around = That(unit_in(match), near=True)
    return time_of(Edge("mid", around), "point") if match["EDGE"] == "mid" and around.unit in ("week", "month", "year") else None


def _within(match: Match) -> Made:
    """`earlier this year`, `sometime next week`: the whole unit; of `earlier Friday` the Friday alone."""
    whole = match.all("POINT")[-1]
    return whole if "WEEK_DAY" in whole.senses else {**whole.senses}


def _so_far(match: Match) -> Made:
    return time_of(SoFar(expression_in(match, "POINT")), "range")


def _time_on_day(match: Match) -> Made:
    clock = cast("Clock", expression_in(match, "TIME_OF_DAY"))
    return time_of(replace(clock, inside=expression_in(match, "DAILY")), "point")


def _time_on_stamp(match: Match) -> Made:
    """`May 5, 2021 - 11:30`."""
    hyphen = match.item("HYPHEN")
    assert hyphen is not None
    return _time_on_day(match) if match.view[hyphen.start - 1 : hyphen.end + 1] == " - " else None


def _time_on_next_day(match: Match) -> Made:
    """`11 a.m. (0300 GMT) Tuesday`: another zone's time between the time and its day."""
    day = next(item for item in match.items[match.last :] if "DAILY" in item.senses)
    clock = cast("Clock", expression_in(match, "TIME_OF_DAY"))
    return time_of(replace(clock, inside=cast("Expression", day.senses["TIME"])), "point")


def _time_in_part_of_day(match: Match) -> Made:
    """`6:30 this morning`, `11 last night`, `3 in the afternoon`."""
    part = expression_in(match, "POINT")
    if not isinstance(part, Clock) or part.letters not in _FIRST_HOURS:
        return None
    hour, minutes = match["HOUR"] or 0, ":00"
    if match.has("TIME_OF_DAY"):
        written, _, minutes = cast("Clock", expression_in(match, "TIME_OF_DAY")).letters.partition(":")
        hour, minutes = int(written), f":{minutes}"
    elif not (match.has("OCLOCK") or "AT" in match.before() or (match.surface[0].isdigit() and match.before().get("BOUND") == "approximate")):
        return None
    if hour <= NOON:
        hour = hour % NOON + (NOON if (hour % NOON or NOON) >= _FIRST_HOURS[part.letters] else 0)
    return time_of(replace(part, letters=f"{hour:02}{minutes}"), "point")


def _ago_exactly(match: Match) -> Made:
    """`two years ago this month`, `a week ago today`, `ten years ago Tuesday`."""
    ago, named = expression_in(match), expression_in(match, "TIME", 1)
    if not isinstance(ago, Relative) or ago.shift >= 0 or ago.referring or ago.unit == "day" or " ago" not in match.surface.lower():
        return None
    deictic = isinstance(named, Relative) and not named.referring and named.unit != "year"
    return time_of(Beyond(ago.unit, ago.shift, named, exact=True), kind_of(named.unit or "")) if deictic or isinstance(named, Weekday) else None


def _day_beside(match: Match) -> Made:
    """`the day after Labor Day`."""
    if unit_in(match) != "day" or not is_singular(match):
        return None
    return time_of(Beyond("day", 1 if match.has("AFTER") else -1, expression_in(match, "DAILY")), "day")


def _lengths_together(match: Match) -> Made:
    """`28 years, two months and 27 days`, `two minutes and 15 seconds`."""
    parts = [cast("Expression", item.senses["TIME"]) for item in match.all("LENGTH")]
    units = [part.unit for part in parts if isinstance(part, Length) and part.count is not None and part.count.denominator == 1]
    if len(units) != len(parts) or not all(unit in _PARTS for unit in units):
        return None
    places = [_PARTS.index(unit) for unit in units]
    if places != sorted(set(places)) or (places[0] < _CLOCKED) != (places[-1] < _CLOCKED):
        return None
    timexes = [length_timex(part.unit, part.count) for part in parts if isinstance(part, Length) and part.unit]
    prefix = "PT" if places[0] >= _CLOCKED else "P"
    return time_of(Spell(prefix + "".join(timex.removeprefix(prefix) for timex in timexes), units[-1]), "length")


def _recurring(day: Weekday, letters: object) -> Senses:
    return time_of(Recurring("day", f"XXXX-WXX-{day.number}T{letters}"), "set")


def _shared_part_of_day(match: Match) -> Made:
    """The first of `Monday and Tuesday nights`."""
    part = match.items[match.last + 2]
    plural = match.view[part.start : part.end].endswith("s")
    return _recurring(cast("Weekday", expression_in(match, "WEEK_DAY")), part.senses["DAY_PART"]) if plural else None


def _part_of_named_day(match: Match) -> Made:
    day, part = expression_in(match, "DAILY"), match.item("DAY_PART")
    assert part is not None
    if isinstance(day, Recurring):
        return None
    if isinstance(day, Weekday) and match.view[part.start : part.end].endswith("s"):
        return _recurring(day, match["DAY_PART"])
    return time_of(Clock(match["DAY_PART"], day), "point")


def _reference(match: Match) -> Made:
    if _COMPARED.match(match.view, max(match.start - len("as "), 0)):  # as soon as possible
        return None
    if match["REFERENCE"] == "FUTURE_REF" and match.evidence.tense_at(match.start) == "past":  # a future from then: it soon recovered
        return None
    return time_of(Vague(match["REFERENCE"]), "reference")


def _day_by_number(match: Match) -> Made:
    """`it is the eighth day of the strike`, `for the third day in a row`: today, told by its number in a row; no fact of its own."""
    if unit_in(match) != "day" or not is_singular(match) or match["ORDINAL"] is None:
        return None
    running = "FOR" in match.before() and match.view.startswith(" in a row", match.end)
    told = running or ("OF" in match.after() and match.evidence.equates(match.end - 1))
    return time_of(Relative("day", 0), "day", "ADJECTIVE") if told else None


def _week_of_holiday(match: Match) -> Made:
    """`Easter week`, `the Thanksgiving weekend`."""
    day = expression_in(match, "YEAR_DAY")
    holiday = isinstance(day, EasterDay) or (isinstance(day, MonthDay) and not any(letter.isdigit() for letter in match.surface))
    if not holiday or not is_singular(match) or unit_in(match) not in ("week", "weekend"):
        return None
    return time_of(Around(unit_in(match), day), "week" if unit_in(match) == "week" else "point")


NESTING = [
    Rule("THE? YEAR_DAY UNIT", _week_of_holiday),
    Rule("THE? ORDINAL UNIT", _day_by_number),
    Rule("WEEK_DAY COMMA? YEAR_DAY", _weekday_with_date),
    Rule("SAME_SPAN (?:IN|OF)? YEARLY", _same_in_year),
    Rule("YEARLY POSSESSIVE SAME_SPAN", _same_in_year),
    Rule("PART (?:(?!PART).) PART (?:(?!PART).) (?:OF|IN)? YEARLY", _part_told_twice),
    Rule("DAILY (?:IN|OF)? YEARLY", _same_day_in_year),
    Rule("SAME_SPAN APART", _same_apart),
    Rule("THE? (?:PART|MONTHLY) HYPHEN? UNIT (?:(?:OF|IN)? YEARLY)?", _named_by_its_end),
    Rule("PART (?=(?:(?:COMMA|AND|OR) PART){1,3} COMMA? (?:OF|IN)? YEARLY)", _part_in_shared_year),
    Rule("PART (?:COMMA|OF|IN)? YEARLY", _part_in_year),
    Rule("THE? YEARLY POSSESSIVE? PART", _part_in_year),
    Rule("THE? YEARLY POSSESSIVE (?:UNIT|PERIOD)", _years_unit),
    Rule("THE? YEARLY FISCAL UNIT", lambda match: {**match.all("YEARLY")[0].senses}),
    Rule("THE YEARLY UNIT", _years_unit),
    Rule("YEAR_DAY COMMA? (?:OF)? YEARLY", _day_in_year),
    Rule("WEEK_DAY (?:OF)? WEEKLY", _weekday_in_week),
    Rule("THE? (?:FIRST|LAST|ORDINAL) WEEK_DAY (?:OF|IN) (?:MONTHLY|PART|SET)", _nth_weekday),
    Rule("THE DAILY (?:OF|IN) (?:MONTHLY|PART|SET)", _nth_weekday),
    Rule("SOME OF POINT", _some_in),
    Rule("PART OF POINT", _some_in),
    Rule("THE? (?:FIRST|LAST|ORDINAL) UNIT OF POINT", _ordinal_in),
    Rule("WEEKLY OF POINT", lambda match: time_of(Nth("week", 1, inside=expression_in(match, "POINT", 1)), "week")),
]


TIMES = [
    Rule("TIME_OF_DAY (?:COMMA|ON)? DAILY", _time_on_day),
    Rule("TIME_OF_DAY (?=. (?:FOUR_DIGITS|TIME_OF_DAY) ZONE? . DAILY)", _time_on_next_day),
    Rule("DAILY (?:COMMA|AT)? TIME_OF_DAY", _time_on_day),
    Rule("DAILY HYPHEN TIME_OF_DAY", _time_on_stamp),
    Rule("(?:TIME_OF_DAY|HOUR) OCLOCK? IN? POINT", _time_in_part_of_day),
    Rule("POINT POINT", _ago_exactly),
    Rule("THE UNIT (?:BEFORE|AFTER) DAILY", _day_beside),
    Rule("LENGTH (?:COMMA LENGTH)* COMMA? AND LENGTH", _lengths_together),
    Rule("WEEK_DAY (?=(?:AND|OR|COMMA) WEEK_DAY DAY_PART)", _shared_part_of_day),
    Rule("DAILY DAY_PART", _part_of_named_day),
    Rule("(?:EDGE HYPHEN?)? DAY_PART DAILY", _part_of_named_day),
    Rule("THE? DAY_PART OF DAILY", _part_of_named_day),
]


EDGES = [
    Rule("(?:POINT|STRETCH|LENGTH) (?:ENDED (?:ON|IN)?|TO|THROUGH) (?:THE EDGE OF|EDGE HYPHEN)? (?:DAILY|MONTHLY|PART)", _ended),
    Rule("THE? EDGE OF THE? EVENT", _event_edge),
    Rule("THE? EDGE HYPHEN? (?:POINT|STRETCH)", _bent),
    Rule("THE? EDGE OF (?:POINT)", _edge_of),
    Rule("THE ENTIRE OF POINT", lambda match: {**match.all("POINT")[-1].senses}),
    Rule("THE? UNIT (?:HYPHEN|POSSESSIVE)? EDGE (?:OF? YEARLY)?", _year_end),
    Rule("EDGE HYPHEN UNIT", _middle),
    Rule("EARLIER (?:IN|ON)? POINT", _within),
    Rule("(?:YEARLY|MONTHLY) REFERENCE", lambda match: _so_far(match) if match.surface.lower().endswith(" to date") else None),
    Rule("SO_FAR COMMA? IN? (?:YEARLY|MONTHLY|WEEKLY|POINT)", _so_far),
    Rule("(?:YEARLY|MONTHLY|WEEKLY) SO_FAR", _so_far),
    Rule("THE? RECENT? PAST (?!UNIT|COUNT|CARDINAL|MORE|TIME)", lambda match: time_of(Vague("PAST_REF"), "reference") if match.has("THE") else None),
    Rule("REFERENCE", _reference),
    Rule("VAGUE", lambda match: time_of(Vague(match["VAGUE"]), "reference", "ADJECTIVE")),
]
