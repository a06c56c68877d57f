"""Rules for points told from now or from what was spoken of: `last year`, `two weeks ago`, `the same period`, `that year`."""

import re
from dataclasses import replace
from fractions import Fraction
from typing import cast

from wirefacts.mentions.dates.business import BusinessYear, Unplaced
from wirefacts.mentions.dates.cells import MONTHS
from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lengths import Length, Vague
from wirefacts.mentions.dates.lexing import Item
from wirefacts.mentions.dates.making import LARGEST_COUNT, PREPOSITIONS, count_in, expression_in, is_singular, kind_of, sort_in, time_of, unit_in
from wirefacts.mentions.dates.pointing import Apart, Beyond, Relative, Same, That
from wirefacts.mentions.dates.points import Clock, Nth, Weekday
from wirefacts.mentions.dates.stretches import Running

_NUM = "(?:COUNT|CARDINAL)"
_UNIT_AFTER = "MORE? MORE? HYPHEN? UNIT"
_BOUNDS = "BOUND? BOUND?"
_MULTIPLIED = re.compile(r"\b(?:times|twice|double|triple|half) (?:the|that) (?:\w+ )?$")
"""`2.6 times the figure a year ago`."""
_REACH = 40
"""Characters before `a year ago` in which it stands."""
_FIGURE = 5
"""Items before `a year ago` that may hold the figure it dates."""
_COMPARISON = 12
"""Items of a comparison that may stand before `a year ago`."""
_GOING_ON = frozenset({"AND", "OR", "TO"})
"""Words after `the year before` that it does not govern: `from 3 percent the year before to 5`."""
_WHOLE = frozenset({"THE", "THAT", "SHIFT", "EACH", "MONTH", "TIME", "YEAR", "FISCAL", "SEASON", "DECADE", "ORDINAL"})
"""How the whole begins that has a last unit."""
_UNITS_TO_POINT_AT = ("week", "weekend", "month", "quarter", "half", "season", "year", "decade")


def _shifted(match: Match) -> Made:
    """`last year`, `this quarter`, `the current month`."""
    unit = unit_in(match)
    if _is_last_of(match):
        return None
    if not is_singular(match) or unit in ("second", "minute", "hour", "day", "half"):
        return time_of(Relative("day", 0), "day") if unit == "day" and match["SHIFT"] == 0 and is_singular(match) else None
    if unit == "year" and (match.has("FISCAL") or match.has("OWN")):
        return time_of(BusinessYear(sort_in(match), shift=match["SHIFT"]), "year")
    lasting = unit in ("decade", "century") or (unit in ("week", "month") and "FOR" in match.before())  # ill for the last week
    if match.has("THE") and lasting and match["SHIFT"] and match.has("RUNNING"):
        return _running(match)
    return time_of(Relative(unit, match["SHIFT"]), kind_of(unit))


def _is_last_of(match: Match) -> bool:
    """Whether it is the last of what follows: `the last day of the month`, `the last year of the 1990s`."""
    defined = match.has("THE") or "THE" in match.before()
    return defined and match.has("LAST") and "OF" in match.after() and bool(_WHOLE & match.after(2).keys())


def _this_fiscal(match: Match) -> Made:
    """`this fiscal`, `the previous fiscal`: the year, where no noun follows."""
    item = match.item("FISCAL")
    assert item is not None
    if match.view[item.start : item.end].lower() != "fiscal" or match.evidence.describes(item.start):
        return None
    referring = match.has("NEIGHBOUR")
    return time_of(BusinessYear("fiscal", shift=match["NEIGHBOUR"] if referring else match["SHIFT"], referring=referring), "year")


def _neighbour(match: Match) -> Made:
    """`the previous month`, `the following day`, `the next day`."""
    unit = unit_in(match)
    shift = match["NEIGHBOUR"] or match["SHIFT"]
    if match.has("FISCAL") or match.has("OWN"):
        return time_of(BusinessYear(sort_in(match), shift=shift, referring=True), "year") if unit == "year" and is_singular(match) else None
    if not is_singular(match) or unit in ("second", "minute", "hour") or not shift or _is_last_of(match) or (match.has("SHIFT") and unit != "day"):
        return None
    return time_of(Relative(unit, shift, referring=True), kind_of(unit))


def _running(match: Match) -> Made:
    """`the past decade`, `the past two months`, `at least the next 20 years`."""
    unit, number = unit_in(match), count_in(match)
    if match.has("HYPHEN") and "PERIOD" not in match.after():
        return None
    if not (match.has("COUNT") or match.has("CARDINAL")):
        if not is_singular(match):
            return None
        if unit in ("second", "minute", "hour"):
            return None
    if number is not None and number > LARGEST_COUNT:
        return None
    bound = match.item("BOUND")
    running = Running(unit, match["RUNNING"], number, match["BOUND"], some=number is None, referring=match.has("NEIGHBOUR"))
    if bound is not None and match.view[bound.start : bound.end].lower() in PREPOSITIONS:
        inner = match.all("BOUND")[-1]
        start = next(item.start for item in match if item.start >= inner.end)
        return Item(start, match.end, time_of(replace(running, modifier=None), "stretch"))
    return time_of(running, "stretch")


def _running_and_a_half(match: Match) -> Made:
    """`the last year and a half`."""
    whole, half = match.all("UNIT")
    if half.senses["UNIT"] != "half":
        return None
    return time_of(Running(cast("str", whole.senses["UNIT"]), match["RUNNING"], Fraction(3, 2)), "stretch")


def _vague_running(match: Match) -> Made:
    """`recent years`, `the coming weeks`."""
    if is_singular(match):
        return None
    return time_of(Running(unit_in(match), match["RUNNING"], None), "reference")


def _earlier_units(match: Match) -> Made:
    """`previous years`, of which none is named."""
    return None if is_singular(match) or match["NEIGHBOUR"] > 0 else time_of(Vague("PAST_REF"), "reference")


def _unit_ahead(match: Match) -> Made:
    """`the weeks ahead`, `the year ahead`."""
    unit = unit_in(match)
    if is_singular(match):
        return time_of(Running(unit, 1), "stretch") if unit in ("week", "month", "quarter", "year", "decade") else None
    return time_of(Running(unit, 1, None, some=True), "reference")


def _ago(match: Match) -> Made:
    """`two weeks ago`, `nearly four years ago`, `years ago`."""
    unit, number = unit_in(match), count_in(match)
    if number is None or not (match.has("COUNT") or match.has("CARDINAL") or match.has("A")):
        return time_of(Vague("PAST_REF"), "reference")
    if unit in ("second", "minute", "hour") or number > LARGEST_COUNT:
        return time_of(Vague("PAST_REF"), "reference")
    if number == 1 and match["BOUND"] in ("more_than", "less_than") and _measures(match):
        first = next(item for item in match if item.start >= match.all("BOUND")[-1].end)
        return Item(first.start, match.end, time_of(Apart(unit, -1), "apart", "BASIS"))
    if number == 1 and (_compares_figures(match) or _MULTIPLIED.search(match.view, max(match.start - _REACH, 0), match.start)):
        return time_of(Apart(unit, -1), "apart", "BASIS")
    if number == 1 and unit == "year" and _sets_figures_beside(match):
        return time_of(Apart(unit, -1), "apart")
    roles = ["BASIS"] if number == 1 and _compared(match) else []
    if number.denominator != 1:
        unit, number = "month", number * MONTHS.get(unit, 0)
    if unit in ("decade", "century", "half"):
        unit, number = "month" if unit == "half" else "year", number * MONTHS[unit] / (1 if unit == "half" else 12)
    return time_of(Relative(unit, -int(number), modifier=match["BOUND"]), kind_of(unit), *roles)


def _apart(match: Match) -> Made:
    """`a year earlier`, `two days later`; of a time of day or a vague number only the length is told."""
    unit, number = unit_in(match), count_in(match)
    if match.surface.lower().endswith("before") and match.next_character.isalnum() and not _GOING_ON & match.after().keys():
        return None
    if "THAN" in match.after():  # two years earlier than planned
        return Item(match.start, match.all("UNIT")[-1].end, time_of(Length(unit, number, match["BOUND"]), "length"))
    if unit in ("second", "minute", "hour") or number is None or number.denominator != 1 or number > LARGEST_COUNT:
        return time_of(Length(unit, number, match["BOUND"]), "length")
    later = match.has("HENCE")
    comparison = not later and number == 1 and (_compared(match) or _follows_a_figure(match))
    return time_of(Apart(unit, int(number) * (1 if later else -1)), "apart", *(["BASIS"] if comparison else []))


def _ahead(match: Match) -> Made:
    """`will be redeemed in five years`: a point, where a length would follow a noun or the past."""
    number, evidence = count_in(match), match.evidence
    within = match.items[match.first - 1].start
    if number is None or number.denominator != 1 or number > LARGEST_COUNT or unit_in(match) not in ("day", "week", "month", "year"):
        return None
    if "OR" in match.after() or not evidence.tells_when(within) or evidence.tense_at(within) != "future":
        return None
    return time_of(Relative(unit_in(match), int(number), modifier=match["BOUND"]), kind_of(unit_in(match)))


def _from_now(match: Match) -> Made:
    """`ten years from now`."""
    unit, number = unit_in(match), count_in(match)
    if match["REFERENCE"] != "PRESENT_REF":
        return None
    if number is None or number.denominator != 1 or number > LARGEST_COUNT or unit not in ("day", "week", "month", "year"):
        return time_of(Vague("FUTURE_REF"), "reference")
    return time_of(Relative(unit, int(number), modifier=match["BOUND"]), kind_of(unit))


def _from_a_day(match: Match) -> Made:
    """`a week from Tuesday`, `six months from today`, but not `for two days from today`."""
    number, day = count_in(match), match.items[match.last - 1].senses
    if number is None or number.denominator != 1 or number > LARGEST_COUNT or unit_in(match) not in ("day", "week", "month", "year"):
        return None
    if {"FOR", "OVER"} & match.before().keys():
        return None
    inside: Expression = Relative("day", cast("int", day["NEAR_DAY"])) if "NEAR_DAY" in day else replace(cast("Weekday", day["TIME"]), shift=1)
    return time_of(Beyond(unit_in(match), int(number), inside), "day" if unit_in(match) in ("day", "week") else kind_of(unit_in(match)))


def _compared(match: Match) -> bool:
    return bool({"FROM", "THAN", "VERSUS"} & match.before().keys())


def _compares_figures(match: Match) -> bool:
    """Whether it ends a comparison of figures: `up from 2 million a year ago`, `from a year ago`."""
    if {"TIME", "UNIT", "PERIOD"} & match.before().keys():
        return False
    figures = False
    sentence = match.evidence.passage.sentence_at(match.start).start
    for item in match.items[max(match.first - _COMPARISON, 0) : match.first][::-1]:
        if item.start < sentence:
            return False
        if {"FROM", "THAN", "VERSUS"} & item.senses.keys():
            return figures or item.end >= match.start - 1
        figures |= "CARDINAL" in item.senses
    return False


def _measures(match: Match) -> bool:
    """Whether a figure before it is what is more or less: `9.6 percent more than a year ago`."""
    near = match.items[max(match.first - 3, 0) : match.first]
    return any({"CARDINAL", "PERCENT", "COUNT"} & item.senses.keys() for item in near) and match.evidence.follows_a_measure(match.start)


def _sets_figures_beside(match: Match) -> bool:
    """Whether it dates a figure that stands just before it and ends a clause: `a profit of 6 million, or 30 cents a unit, a year ago`."""
    near = match.items[max(match.first - _FIGURE, 0) : match.first]
    return match.next_character in (".", ";", ",", "") and any("CARDINAL" in item.senses for item in near)


def _follows_a_figure(match: Match) -> bool:
    """Whether a word, number or percentage stands before it without a pause, as in `up from 2 million a year earlier`."""
    before = match.view[max(match.start - 40, 0) : match.start].rstrip()[-1:]
    return before.isalnum() or before in ("%", ")")


def _that(match: Match) -> Made:
    """`that year`, `the quarter`, `the entire year`."""
    unit = unit_in(match)
    if not is_singular(match) or unit not in ("day", *_UNITS_TO_POINT_AT, "century"):
        return None
    if match.has("FISCAL"):
        return time_of(BusinessYear("fiscal") if unit == "year" else Unplaced(That(unit)), kind_of(unit))
    pointed = match.has("THAT")
    numbered = unit == "year" and "CARDINAL" in match.after()  # the year 476
    if not pointed and (numbered or "ON" in match.before()):  # up 3 percent on the year
        return None
    if unit in ("decade", "century") and "OF" in match.before() and "EDGE" in match.before(2):
        return time_of(That(unit, near=True), "point")
    if not pointed and (unit in ("day", "decade", "century", "half") or _is_compound(match) or (unit == "quarter" and "OF" in match.after())):
        return None
    return time_of(That(unit, near=not pointed and unit != "quarter"), kind_of(unit))


def _is_compound(match: Match) -> bool:
    """`the year-long`, but not `of the year-Harbor Times`."""
    return "HYPHEN" in match.after() and match.view[match.end + 1 : match.end + 2].islower()


def _those(match: Match) -> Made:
    """`the 10 months`, `the 10-month period`."""
    unit, number = unit_in(match), count_in(match)
    if number is None or number.denominator != 1 or unit not in ("day", *_UNITS_TO_POINT_AT) or number > LARGEST_COUNT:
        return None
    if is_singular(match) and not match.has("PERIOD"):
        return None
    return time_of(That(unit, int(number)), "stretch")


def _same(match: Match) -> Made:
    """`the same period`, `the corresponding month`, `the same months`."""
    if match.has("UNIT") and unit_in(match) == "month" and not is_singular(match):
        return time_of(Same(None), "same")
    if match.has("UNIT") and (not is_singular(match) or unit_in(match) in ("second", "minute", "hour")):
        return None
    if unit_in(match) == "day":
        return time_of(That("day"), "day") if "IN" not in match.after() and match["SAME"] is None and "HYPHEN" not in match.after() else None
    return time_of(Same(unit_in(match)), "same")


def _same_units(match: Match) -> Made:
    """`the same two months`, to be found a year earlier."""
    unit, number = unit_in(match), count_in(match)
    if number is None or number.denominator != 1 or unit not in ("month", "quarter") or number > LARGEST_COUNT:
        return None
    return time_of(Same(unit, count=int(number)), "same")


def _year_ago(match: Match) -> Made:
    """`the year-ago quarter`, `the year-earlier period`."""
    units = match.all("UNIT")
    if units[0].senses["UNIT"] != "year":
        return None
    unit = cast("str", units[1].senses["UNIT"]) if len(units) > 1 else None
    if match.has("PART"):
        return time_of(replace(cast("Nth", expression_in(match, "PART")), inside=Relative("year", -1)), "point")
    senses = time_of(Same(unit, shift=-1), "same")
    return senses if unit or match.has("PERIOD") else Item(units[0].start, match.end, senses)


def _near_day(match: Match) -> Made:
    """`yesterday`; `today` where it means these days is a reference."""
    if match["NEAR_DAY"] == 0 and match.evidence.tells_what_lasts(match.start):
        return time_of(Vague("PRESENT_REF"), "reference")
    return time_of(Relative("day", match["NEAR_DAY"]), "day")


def _day_beyond(match: Match) -> Made:
    """`the day before yesterday`."""
    if unit_in(match) != "day":
        return None
    beyond = 1 if match.has("AFTER") else -1
    return time_of(Relative("day", match["NEAR_DAY"] + beyond), "day")


def _the_unit_before(match: Match) -> Made:
    """`the year before`, `the month earlier`."""
    goes_on = match.next_character.isalnum() and not _GOING_ON & match.after().keys()
    if not is_singular(match) or goes_on or unit_in(match) in ("second", "minute", "hour"):
        return None
    return time_of(Relative(unit_in(match), -1, referring=True), kind_of(unit_in(match)))


def _part_of_day(match: Match) -> Made:
    """`last night`, `this morning`, `tonight`."""
    letters = match["DAY_PART"] or "NI"
    shift = match["SHIFT"] or 0
    if match.has("NEIGHBOUR"):
        return time_of(Clock(letters, Relative("day", match["NEIGHBOUR"], referring=True)), "point")
    return time_of(Clock(letters, Relative("day", shift)), "point")


def _that_weekday(match: Match) -> Made:
    """`that Tuesday`, of the week last spoken of."""
    weekday = expression_in(match, "WEEK_DAY")
    return time_of(replace(weekday, inside=That("week")), "day") if isinstance(weekday, Weekday) and weekday.inside is None else None


def _part_of_the_day_beside(match: Match) -> Made:
    """`the night before`, `the morning after`."""
    if match.next_character.isalnum():
        return None
    return time_of(Clock(match["DAY_PART"], Relative("day", 1 if match.has("AFTER") else -1, referring=True)), "point")


def _next_part_of_day(match: Match) -> Made:
    return time_of(Clock(match["DAY_PART"], Relative("day", match["SHIFT"], referring=True)), "point") if match["SHIFT"] > 0 else None


RELATIVE = [
    Rule(f"{_BOUNDS} (?:{_NUM}|A)? MORE? UNIT HYPHEN? AGO", _ago),
    Rule(f"{_BOUNDS} (?:{_NUM}|A) MORE? UNIT (?:BACK|HENCE)", _apart),
    Rule(f"{_BOUNDS} (?:{_NUM}|A) MORE? UNIT FROM REFERENCE", _from_now),
    Rule(f"(?:{_NUM}|A) UNIT FROM NEAR_DAY", _from_a_day),
    Rule("A UNIT FROM WEEK_DAY", _from_a_day),
    Rule(f"(?<=IN) {_BOUNDS} (?:{_NUM}|A) MORE? UNIT (?!HYPHEN)", _ahead),
    Rule("THE (?:UNIT|PERIOD) (?=A UNIT (?:AGO|BACK))", _same),
    Rule(f"THE? SAME {_NUM} {_UNIT_AFTER} PERIOD?", _same_units),
    Rule("THE? SAME (?:UNIT|PERIOD) (?!HYPHEN (?:AGO|BACK))", _same),
    Rule("THE? (?:SAME)? UNIT HYPHEN (?:AGO|BACK) PART", _year_ago),
    Rule("THE? (?:SAME)? UNIT HYPHEN (?:AGO|BACK) (?:UNIT|PERIOD)?", _year_ago),
    Rule(f"{_BOUNDS} THE? RUNNING {_NUM} {_UNIT_AFTER}", _running),
    Rule("THE? RUNNING UNIT OR CARDINAL", lambda match: time_of(Running(unit_in(match), match["RUNNING"], None, some=True), "reference")),
    Rule("THE? RUNNING UNIT AND A UNIT", _running_and_a_half),
    Rule("SHIFT PAST UNIT", lambda match: time_of(Relative(unit_in(match), -1), kind_of(unit_in(match))) if is_singular(match) else None),
    Rule("THE? NEIGHBOUR UNIT", _earlier_units),
    Rule("THE? (?:PAST|COMING|RECENT) UNIT (?:AND UNIT)?", lambda match: _vague_running(match) or _running(match)),
    Rule("THE UNIT AHEAD", _unit_ahead),
    Rule("THE? SHIFT (?:FISCAL|OWN)? UNIT", _shifted),
    Rule("THE? (?:SHIFT|NEIGHBOUR) FISCAL", _this_fiscal),
    Rule("THE? NEIGHBOUR (?:FISCAL|OWN)? UNIT", _neighbour),
    Rule("THE SHIFT UNIT", _neighbour),
    Rule("THE NEIGHBOUR DAY_PART", _part_of_day),
    Rule("THE SHIFT DAY_PART", _next_part_of_day),
    Rule("SHIFT DAY_PART", _part_of_day),
    Rule("THAT DAY_PART", lambda match: time_of(Clock(match["DAY_PART"], That("day")), "point")),
    Rule("THE DAY_PART (?:BEFORE|BACK|AFTER)", _part_of_the_day_beside),
    Rule("THAT WEEK_DAY", _that_weekday),
    Rule("THAT SEASON", lambda match: time_of(Nth("season", match["SEASON"], inside=That("year")), "point")),
    Rule("THAT DATE", lambda _: time_of(That("day"), "day")),
    Rule("NEAR_NIGHT", _part_of_day),
    Rule("(?<=IN) THE DAY_PART", lambda match: time_of(Clock(match["DAY_PART"]), "point")),
    Rule("EDGE HYPHEN? DAY_PART", lambda match: time_of(Clock(match["DAY_PART"]), "time")),
    Rule("THE UNIT (?:BEFORE|AFTER) NEAR_DAY", _day_beyond),
    Rule("THE UNIT BEFORE LAST", lambda match: time_of(Relative(unit_in(match), -2), kind_of(unit_in(match))) if is_singular(match) else None),
    Rule("THE UNIT (?:BEFORE|BACK)", _the_unit_before),
    Rule("NEAR_DAY", _near_day),
    Rule(
        "THE LATEST FISCAL? (?:UNIT|PERIOD)",
        lambda match: (
            time_of(That(unit_in(match), latest=match.has("UNIT")), kind_of(unit_in(match) or ""))
            if not match.has("UNIT") or is_singular(match)
            else None
        ),
    ),
    Rule("THAT SAME? UNIT", _that),
    Rule("THE ENTIRE? FISCAL? UNIT", _that),
    Rule("ENTIRE UNIT", _that),
    Rule("(?:THE|THAT) PERIOD", lambda _: time_of(That(None), "point")),
    Rule(f"THE {_NUM} {_UNIT_AFTER} PERIOD", _those),
    Rule(f"THE {_NUM} {_UNIT_AFTER}", _those),
]
