"""Rules for years that run over the end of a calendar year: `FY2019`, `2023-24`, `the 2022/23 crop year`, `the winter of 1987-88`."""

from typing import cast

from wirefacts.mentions.dates.business import BusinessYear
from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.expressions import Fixed
from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lexing import EARLIEST_YEAR, LATEST_YEAR, Item
from wirefacts.mentions.dates.making import is_singular, sort_in, time_of, unit_in
from wirefacts.mentions.dates.points import Nth

_BUSINESS = "(?:FISCAL|OWN)"
_SPLIT = "(?:FOUR_DIGITS (?:HYPHEN|SLASH) (?:TWO_DIGITS|FOUR_DIGITS))"


def _business_year(match: Match) -> Made:
    """`FY2019`, `fiscal 1988`, `the tax year 2024`."""
    if match.has("UNIT") and (unit_in(match) != "year" or not is_singular(match)):
        return None
    number = match["FISCAL_YEAR"] or int(match["FOUR_DIGITS"] or match["TWO_DIGITS"])
    year = number if number > 99 else 2000 + number  # noqa: PLR2004
    return time_of(BusinessYear(sort_in(match), year), "year") if EARLIEST_YEAR <= year <= LATEST_YEAR else None


def _split_year(match: Match) -> Made:
    """`2023-24`, `the financial year 2023/24`, `the 2022/23 crop year`, `FY2023-24`; in full the second year only where a word says what it is."""
    if match.has("UNIT") and (unit_in(match) != "year" or not is_singular(match)):
        return None
    joint = match.item("HYPHEN") or match.item("SLASH")
    assert joint is not None
    at = match.items.index(joint, match.first)
    first, last = match.items[at - 1], match.items[at + 1]
    digits = match.view[last.start : last.end]
    opening = cast("int", first.senses.get("FISCAL_YEAR") or int(match.view[first.start : first.end]))
    opening += 0 if opening > 99 else 2000  # noqa: PLR2004
    of_a_season = "TERM" in match.after()
    named = match.has("UNIT") or match.has("FY") or match.has("FISCAL_YEAR") or of_a_season
    if first.end != joint.start or joint.end != last.start or not (named or len(digits) == len("24") or joint.senses.keys() == {"SLASH"}):
        return None
    if (
        not EARLIEST_YEAR <= opening < LATEST_YEAR
        or int(digits) != (opening + 1) % 10 ** len(digits)
        or match.view[match.end : match.end + 1] in ("-", "/")
    ):
        return None
    return time_of(BusinessYear("season" if of_a_season else sort_in(match), opening + 1, opening), "year")


def _split_season(match: Match) -> Made:
    """`the winter of 1987-88`."""
    year = _split_year(match)
    if year is None or isinstance(year, Item) or not isinstance(year["TIME"], BusinessYear) or year["TIME"].first is None:
        return None
    return time_of(Nth("season", match["SEASON"], inside=Fixed(Cell.year(year["TIME"].first))), "point")


BUSINESS_YEARS = [
    Rule(f"THE? {_BUSINESS} UNIT {_SPLIT}", _split_year),
    Rule(f"THE? {_SPLIT} {_BUSINESS} UNIT", _split_year),
    Rule(f"(?:FY)? {_SPLIT}", _split_year),
    Rule("FISCAL_YEAR (?:HYPHEN|SLASH) TWO_DIGITS", _split_year),
    Rule("FISCAL_YEAR", _business_year),
    Rule("FY (?:FOUR_DIGITS|TWO_DIGITS)", _business_year),
    Rule(f"THE? {_BUSINESS} UNIT FOUR_DIGITS", _business_year),
    Rule("THE? FISCAL FOUR_DIGITS", _business_year),
    Rule(f"THE? FOUR_DIGITS {_BUSINESS} UNIT", _business_year),
]


SPLIT_SEASONS = [
    Rule(f"THE? SEASON (?:OF|IN)? {_SPLIT}", _split_season),
    Rule(f"THE? {_SPLIT} SEASON", _split_season),
]
