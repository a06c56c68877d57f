"""What rules make of what they match: an expression with the symbols that later stages know it by."""

from fractions import Fraction
from typing import Any, cast

from wirefacts.mentions.dates.expressions import Expression
from wirefacts.mentions.dates.grammar import Match
from wirefacts.mentions.dates.lexing import Senses

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


PREPOSITIONS = frozenset({"over", "around", "about"})
"""Bounds that are prepositions too."""

LARGEST_COUNT = 10_000
"""Units that can be counted from a day; no calendar reaches further."""


def time_of(expression: Expression, kind: str, *roles: str) -> Senses:
    """The senses of an item that is the expression; `kind` says what later stages can do with it, roles what keeps it from being a fact."""
    return {"TIME": expression, **dict.fromkeys(sorted(KINDS[kind])), **dict.fromkeys(roles)}


def sense_sets() -> list[frozenset[str]]:
    """The sets of symbols that rules make."""
    made = [symbols | {"TIME"} for symbols in KINDS.values()]
    return [*made, *(symbols | {role} for symbols in made for role in sorted(ROLES)), frozenset({"COUNT"}), frozenset({"AGE"}), frozenset({"EVENT"})]


def expression_in(match: Match, symbol: str = "TIME", which: int = 0) -> Expression:
    """The expression of the n-th matched item with the symbol."""
    return cast("Expression", match.all(symbol)[which].senses["TIME"])


def kind_of(unit: str) -> str:
    """The kind of a point in that unit."""
    return {"year": "year", "month": "month", "week": "week", "day": "day"}.get(unit, "point")


def unit_in(match: Match) -> Any:
    """The unit matched; of several, the last, for `second` is one too. None where there is none."""
    units = match.all("UNIT")
    return units[-1].senses["UNIT"] if units else None


def sort_in(match: Match) -> str:
    """The sort of business year that the words matched name: `crop`, else `fiscal`."""
    word = match.item("OWN")
    return "fiscal" if word is None else match.view[word.start : word.end].lower()


def is_singular(match: Match) -> bool:
    """Whether the unit matched is in the singular."""
    units = match.all("UNIT")
    return bool(units) and not match.view[units[-1].start : units[-1].end].lower().endswith("s")


def count_in(match: Match) -> Fraction | None:
    """The number matched: 1 where there is none, None where it is vague."""
    if match.has("COUNT"):
        return cast("Fraction | None", match["COUNT"])
    return cast("Fraction", match["CARDINAL"]) if match.has("CARDINAL") else Fraction(1)
