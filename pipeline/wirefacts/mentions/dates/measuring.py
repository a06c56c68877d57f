"""Rules for lengths of time, frequencies and rates."""

from fractions import Fraction
from typing import cast

from wirefacts.mentions.dates.cells import SEASONS
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lengths import Length, Recurring, Spell, Vague, length_timex
from wirefacts.mentions.dates.lexing import Item
from wirefacts.mentions.dates.making import PREPOSITIONS, count_in, expression_in, is_singular, time_of, unit_in
from wirefacts.mentions.dates.points import Nth

_NUM = "(?:COUNT|CARDINAL)"
_UNIT_AFTER = "MORE? MORE? HYPHEN? UNIT"
_BOUNDS = "BOUND? BOUND?"


_BESIDE = frozenset({"BACK", "HENCE", "BEFORE", "AFTER"})
"""What a length stands beside that tells how far off something is: `hours later`."""


def _length(match: Match) -> Made:
    """`nearly two years`, `13-hour`, `a month`, `two to three weeks`."""
    unit = unit_in(match)
    if unit in ("half", "weekend") or (unit == "quarter" and "OF" in match.after()):
        return None
    item = match.item("UNIT")
    assert item is not None
    as_many = match.has("COUNT") and match["COUNT"] is None and "AS" in match.before()  # the third accident in as many weeks
    if as_many or (match.has("AND") and "BETWEEN" not in match.before()) or "CURRENCY" in match.before():
        return None
    word = match.view[item.start : item.end].lower()
    hyphened = match.has("HYPHEN")
    if (word == "second" and not (hyphened or match.has("CARDINAL"))) or (word == "quarters" and hyphened):  # three-quarters: a fraction
        return None
    number = count_in(match)
    daily = "A" in match.after() and "UNIT" in match.after(2)
    return _bounded(match, unit, number, *(["RATE"] if daily else []))


def _a_unit(match: Match) -> Made:
    """`a month`, `nearly a decade`; what divides, `a tonne a day`, is a rate."""
    item = match.item("UNIT")
    assert item is not None
    unit = unit_in(match)
    if match.view[item.start : item.end].lower().endswith("s") or (unit in ("day", "quarter") and not _takes(match)):
        return None
    return time_of(Recurring(unit, length_timex(unit, Fraction(1))), "set", "RATE") if _is_rate(match) else _length(match)


def _bounded(match: Match, unit: str, number: Fraction | None, *roles: str) -> Made:
    """The length with what bends it; without a preposition that only could: `a plan over five years`."""
    bound, decimal = match.item("BOUND"), "." in match.surface and not match.has("COUNT")
    if bound is not None and match.view[bound.start : bound.end].lower() in PREPOSITIONS and match.evidence.governs(bound.start):
        return Item(match.items[match.first + 1].start, match.end, time_of(Length(unit, number, decimal=decimal), "length", *roles))
    return time_of(Length(unit, number, match["BOUND"], decimal), "length", *roles)


def _down_to(match: Match) -> Made:
    """The second length of `from 70 to 30 days`, which changed and is no range."""
    first, last = [item for item in match if {"COUNT", "CARDINAL"} & item.senses.keys()]
    number = last.senses.get("COUNT") or last.senses.get("CARDINAL")
    start = first.senses.get("COUNT") or first.senses.get("CARDINAL")
    if not isinstance(number, Fraction) or not isinstance(start, Fraction) or start <= number or unit_in(match) in ("half", "weekend"):
        return None
    return Item(last.start, match.end, time_of(Length(unit_in(match), number), "length"))


def _takes(match: Match) -> bool:
    """Whether `a day` is a length or what something is divided by, and not just some day, `a day of mourning`, or a share, `rose by a quarter`."""
    beside = _BESIDE & match.after().keys() or {"FOR", "IN", "WITHIN", "OVER", "AFTER", "ON"} & match.before().keys()
    bound = match.has("BOUND") and unit_in(match) == "day"
    return bool(beside) or bound or match.has("MORE") or _is_rate(match) or match.evidence.lasts(match.start)


def _one_day(match: Match) -> Made:
    """`will one day be`; `One day he left`."""
    if match.surface.lower() != "one day":
        return None
    if match.evidence.stands_in_verb(match.start, match.end):
        return time_of(Vague("FUTURE_REF"), "reference")
    opens = match.surface[0].isupper() and match.next_character.isalpha() and not match.after()
    return time_of(Vague("PAST_REF"), "reference") if opens and match.evidence.tense_at(match.start) == "past" else None


def _is_rate(match: Match) -> bool:
    """Whether `a day` follows what it divides rather than a word that measures time with it."""
    if match.has("BOUND") or {"LONG", "OF"} & match.after().keys():
        return False
    return match.evidence.divides(match.start)


def _plain_units(match: Match) -> Made:
    """`decades`, `months of talks`."""
    unit = unit_in(match)
    if is_singular(match) or unit in ("half", "second", "quarter", "weekend"):
        return None
    if {"HYPHEN", "CARDINAL", "THE", "COUNT"} & match.before().keys():
        return None
    beside = {*_BESIDE, "OF"} if unit == "day" else _BESIDE
    if unit in ("day", "hour", "minute") and not (beside & match.after().keys() or {"FOR", "AFTER", "WITHIN"} & match.before().keys()):
        return None
    return None if match.evidence.is_told_which(match.start) else time_of(Length(unit, None), "length")


def _long(match: Match) -> Made:
    """`month-long`, `decades-long`."""
    number = None if not is_singular(match) else Fraction(1)
    return time_of(Length(unit_in(match), number), "length")


def _half_unit(match: Match) -> Made:
    """`half a year`, `half-hour`; a `half-year` is one of two."""
    first, last = match.all("UNIT")
    if first.senses["UNIT"] != "half" or last.senses["UNIT"] in ("half", "quarter", *(("year",) if match.has("HYPHEN") else ())):
        return None
    return time_of(Length(cast("str", last.senses["UNIT"]), Fraction(1, 2), match["BOUND"]), "length")


def _quarter_of_a_unit(match: Match) -> Made:
    """`a quarter of a century`, `quarter-hour`."""
    first, last = match.all("UNIT")
    if first.senses["UNIT"] != "quarter" or last.senses["UNIT"] not in ("century", "hour"):
        return None
    return time_of(Length(last.senses["UNIT"], Fraction(1, 4), match["BOUND"]), "length")


def _and_a_half_unit(match: Match) -> Made:
    """`a year and a half`."""
    first, last = match.all("UNIT")
    if last.senses["UNIT"] != "half":
        return None
    return time_of(
        Length(cast("str", first.senses["UNIT"]), count_in(match) and cast("Fraction", count_in(match)) + Fraction(1, 2), match["BOUND"]), "length"
    )


def _each_half(match: Match) -> Made:
    """`every half hour`."""
    half, last = match.all("UNIT")
    if half.senses["UNIT"] != "half" or last.senses["UNIT"] != "hour":
        return None
    return time_of(Recurring("hour", length_timex("hour", Fraction(1, 2))), "set")


def _each(match: Match) -> Made:
    unit, number = unit_in(match), Fraction(2) if match.has("OTHER") else count_in(match)
    return time_of(Recurring(unit, length_timex(unit, number)), "set")


def _each_part_of_day(match: Match) -> Made:
    """`every morning`."""
    return time_of(Recurring("day", f"XXXX-XX-XXT{match['DAY_PART']}"), "set")


def _each_month(match: Match) -> Made:
    """`every December`."""
    part = expression_in(match, "PART")
    return time_of(Recurring("month", f"XXXX-{part.number:02}"), "set") if isinstance(part, Nth) and part.unit == "month" else None


def _per(match: Match) -> Made:
    unit = unit_in(match)
    return time_of(Recurring(unit, length_timex(unit, Fraction(1))), "set", "RATE")


MEASURES = [
    Rule("EACH UNIT (?:A|HYPHEN)? UNIT", _each_half),
    Rule(f"EACH (?:{_NUM}|OTHER)? UNIT", _each),
    Rule("EACH DAY_PART", _each_part_of_day),
    Rule("EACH SEASON", lambda match: time_of(Recurring("season", f"XXXX-{SEASONS[match['SEASON'] - 1]}"), "set")),
    Rule("EACH PART", _each_month),
    Rule("PER UNIT", _per),
    Rule(f"{_BOUNDS} UNIT (?:A|HYPHEN) UNIT", _half_unit),
    Rule(f"{_BOUNDS} A UNIT UNIT", _half_unit),
    Rule(f"{_BOUNDS} A? UNIT (?:OF A|HYPHEN) UNIT", _quarter_of_a_unit),
    Rule(f"{_BOUNDS} (?:{_NUM}|A) UNIT AND A UNIT", _and_a_half_unit),
    Rule(f"{_BOUNDS} A {_NUM} HYPHEN? UNIT PERIOD", _length),
    Rule(f"(?<=FROM) {_NUM} TO {_NUM} {_UNIT_AFTER}", _down_to),
    Rule(f"{_BOUNDS} {_NUM} (?:TO|OR|AND|HYPHEN|HYPHEN TO HYPHEN) {_NUM} {_UNIT_AFTER} (?:HYPHEN LONG)?", _length),
    Rule("CARDINAL UNIT", _one_day),
    Rule(f"{_BOUNDS} {_NUM} {_UNIT_AFTER} (?:HYPHEN LONG)?", _length),
    Rule("BOUND? A MORE? UNIT (?!HYPHEN)", _a_unit),
    Rule("UNIT HYPHEN? LONG", _long),
    Rule("(?<=FOR) SPELL", lambda match: time_of(Spell(match["SPELL"]), "length")),
    Rule("LONG_UNIT", lambda match: time_of(Length(match["LONG_UNIT"], Fraction(1)), "length")),
    Rule("UNIT", _plain_units),
    Rule("RECURRENCE", lambda match: time_of(Recurring("day", match["RECURRENCE"]), "set", "RATE")),
]
