"""Rules for periods from one expression to another, and for the prepositions that open them; for events."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from wirefacts.lexicon.events import Event
from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.expressions import Expression, Fixed
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lexing import Item
from wirefacts.mentions.dates.making import expression_in, time_of, unit_in
from wirefacts.mentions.dates.points import MonthDay, Nth
from wirefacts.mentions.dates.stretches import Between, Ending, Occasion, Onward, Opened
from wirefacts.mentions.dates.values import Side

_QUARTER = 2
"""Months from the first to the last of a quarter."""
_TO = "(?:TO|THROUGH|UNTIL|HYPHEN|AND)"


def _period(match: Match) -> Made:
    """`January to October`, `2013 and last year` after `between`."""
    first, *_, last = match.all("TIME")
    if match.has("AND") and "BETWEEN" not in match.before():
        return None
    begin, finish = cast("Expression", first.senses["TIME"]), cast("Expression", last.senses["TIME"])
    if match.has("HYPHEN") and isinstance(finish, Fixed) and isinstance(begin, Fixed) and begin.cell.unit != finish.cell.unit:
        return None
    return time_of(Between(begin, finish, ((first.start, first.end), (last.start, last.end))), "range")


def _short_period(match: Match) -> Made:
    """`2016-20`."""
    first, last = match.item("YEARLY"), match.item("TWO_DIGITS")
    assert first is not None
    assert last is not None
    begin = first.senses["TIME"]
    if not isinstance(begin, Fixed) or match["TWO_DIGITS"] <= begin.cell.number % 100 or last.end - last.start != 2:  # noqa: PLR2004
        return None
    finish = Fixed(Cell.year(begin.cell.number // 100 * 100 + match["TWO_DIGITS"]))
    return time_of(Between(begin, finish, ((first.start, first.end), (last.start, last.end))), "range")


def _range_in_year(match: Match) -> Made:
    """`the January-October period of 2020`."""
    between = expression_in(match, "RANGE")
    if not isinstance(between, Between) or not isinstance(between.finish, Nth | MonthDay) or between.finish.inside is not None:
        return None
    return time_of(replace(between, finish=replace(between.finish, inside=expression_in(match, "YEARLY"))), "range")


def _range_quarter(match: Match) -> Made:
    """`the April-to-June quarter`."""
    between = expression_in(match, "RANGE")
    if not isinstance(between, Between) or unit_in(match) != "quarter" or {between.begin.unit, between.finish.unit} != {"month"}:
        return None
    begin, finish = between.begin, between.finish
    if not isinstance(begin, Nth) or not isinstance(finish, Nth) or (finish.number - begin.number) % 12 != _QUARTER:
        return None
    return time_of(Ending("quarter", finish), "point")


def _opened(side: Side) -> Callable[[Match], Made]:
    def make(match: Match) -> Made:
        item = match.item("TIME")
        assert item is not None
        deferred = match.has("UNTIL") and match.evidence.defers(match.start)
        expression = Opened(side, cast("Expression", item.senses["TIME"]), settled=side == "end" or deferred)
        return Item(item.start, item.end, {**item.senses, "TIME": expression})

    return make


def _from_then_on(match: Match) -> Made:
    """`with effect from July 1`, `beginning Jan. 1`; but `the year beginning Jan. 1` is that year's."""
    if {"UNIT", "TIME", "COUNT"} & match.before().keys() and "RATE" not in match.before():
        return None
    item = match.item("TIME")
    assert item is not None
    return Item(item.start, item.end, {**item.senses, "TIME": Opened("end", cast("Expression", item.senses["TIME"]), settled=False)})


def _before_what_comes(match: Match) -> Made:
    """`it will open before June 30` looks ahead up to it; `sales rose before 2019` names it."""
    item = match.item("TIME")
    assert item is not None
    if match.evidence.tense_at(match.start) != "future":
        return item
    return Item(item.start, item.end, {**item.senses, "TIME": Opened("start", cast("Expression", item.senses["TIME"]), settled=False)})


def _passed_through(match: Match) -> Made:
    """`through 2025` is open where it begins; `through the first seven months` and `all through October` tell both ends."""
    item = match.item("TIME")
    assert item is not None
    expression = item.senses["TIME"]
    if "ALL" in match.before() or (isinstance(expression, Nth) and expression.count > 1):
        return item
    return Item(item.start, item.end, {**item.senses, "TIME": Opened("start", cast("Expression", expression), settled=False)})


def _as_of(match: Match) -> Made:
    """`as of October` is all up to its end; `as of Oct. 25` is that day."""
    item = match.item("TIME")
    assert item is not None
    expression = cast("Expression", item.senses["TIME"])
    return item if expression.unit == "day" else Item(item.start, item.end, {**item.senses, "TIME": Opened("start", expression, settled=False)})


def _onward(match: Match) -> Made:
    item = match.item("TIME")
    assert item is not None
    return Item(item.start, item.end, {**item.senses, "TIME": Onward(cast("Expression", item.senses["TIME"]))})


def _event(side: Side | None) -> Callable[[Match], Made]:
    def make(match: Match) -> Made:
        item = match.item("EVENT")
        assert item is not None
        event = item.senses["EVENT"]
        assert isinstance(event, Event)
        occasion: Expression = Occasion(event)
        return Item(item.start, item.end, time_of(occasion if side is None else Opened(side, occasion), "point"))

    return make


def _event_name(match: Match) -> Made:
    return time_of(Occasion(match["EVENT"]), "point", "NAME")


PERIODS = [
    Rule("YEARLY HYPHEN TWO_DIGITS", _short_period),
    Rule(f"(?:POINT|REF) (?:{_TO}|COMMA TO|HYPHEN TO HYPHEN) POINT", _period),
    Rule("POINT (?:TO|UNTIL|THROUGH) REF", _period),
]


PERIODS_IN_YEARS = [
    Rule("THE RANGE HYPHEN? UNIT (?!OF|IN)", _range_quarter),
    Rule("THE RANGE PERIOD (?!(?:OF|IN|COMMA)? YEARLY)", lambda match: {**match.all("RANGE")[0].senses}),
    Rule("THE? RANGE (?:PERIOD|UNIT)? (?:OF|IN|COMMA)? YEARLY", _range_in_year),
]


GOVERNED = [
    Rule("SINCE THE? EVENT", _event("end")),
    Rule("(?:UNTIL|BY) THE? EVENT", _event("start")),
    Rule("(?:OVER|BEFORE|AFTER|IN|AT|FROM|ON|FOR|BETWEEN|AND|TO|AS_OF) THE? EVENT", _event(None)),
    Rule("EVENT", _event_name),
    Rule("SINCE (?:POINT|STRETCH|RANGE)", _opened("end")),
    Rule("ONWARD POINT", _from_then_on),
    Rule("(?:BY|UNTIL) (?:POINT)", _opened("start")),
    Rule("BEFORE POINT", _before_what_comes),
    Rule("THROUGH POINT", _passed_through),
    Rule("AS_OF POINT", _as_of),
    Rule("FROM POINT ONWARDS", _opened("end")),
    Rule("FROM POINT", _onward),
]
