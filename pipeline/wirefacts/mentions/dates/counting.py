"""Rules for numbers in words, and for ages, which are no times."""

from fractions import Fraction
from typing import cast

from wirefacts.mentions.dates.grammar import Made, Match, Rule
from wirefacts.mentions.dates.lexing import LONGEST_MONTH

_NUM = "(?:COUNT|CARDINAL)"
_BOUNDS = "BOUND? BOUND?"


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
    return _count(match) if 20 <= first < 100 and first % 10 == 0 and 0 < second < 10 and not match.has("TWO_DIGITS") else None  # noqa: PLR2004


def _ordinal(match: Match) -> Made:
    """`twenty-seventh`."""
    tens, last = cast("Fraction", match["CARDINAL"]), match["ORDINAL"]
    if not (20 <= tens < 100 and tens % 10 == 0 and last < 10) or match.has("TWO_DIGITS"):  # noqa: PLR2004
        return None
    number = int(tens) + last
    return {"ORDINAL": number, "DAY": number} if number <= LONGEST_MONTH else {"ORDINAL": number}


def _year_in_words(match: Match) -> Made:
    """`nineteen ninety-six`."""
    numbers = [cast("Fraction", item.senses["CARDINAL"]) for item in match.all("CARDINAL")]
    if match.has("TWO_DIGITS") or not 13 <= numbers[0] <= 20 or not 10 <= numbers[1] <= 90 or (len(numbers) > 2 and numbers[2] > 9):  # noqa: PLR2004
        return None
    year = int(100 * numbers[0] + sum(numbers[1:]))
    return {"CARDINAL": Fraction(year), "FOUR_DIGITS": str(year), "YEAR": year}


def _and_a_half(match: Match) -> Made:
    """`two and a half`, `two-and-one-half`."""
    first, *more = match.all("CARDINAL")
    if match["UNIT"] != "half" or any(item.senses["CARDINAL"] != 1 for item in more):
        return None
    return {"COUNT": cast("Fraction", first.senses["CARDINAL"]) + Fraction(1, 2)}


def _fraction(match: Match) -> Made:
    whole, above, below = (cast("Fraction", item.senses["CARDINAL"]) for item in match.all("CARDINAL"))
    return {"COUNT": whole + above / below} if 0 < above < below else None


NUMBERS = [
    Rule("CARDINAL HYPHEN? CARDINAL HYPHEN CARDINAL", _year_in_words),
    Rule("CARDINAL CARDINAL", _year_in_words),
    Rule("CARDINAL HYPHEN? CARDINAL", _tens),
    Rule("CARDINAL HYPHEN? ORDINAL", _ordinal),
    Rule("(?:CARDINAL|A) SCALE (?:AND CARDINAL (?:HYPHEN? CARDINAL)?)?", _count),
    Rule("CARDINAL HYPHEN? AND HYPHEN? (?:A|CARDINAL) HYPHEN? UNIT", _and_a_half),
    Rule("CARDINAL TWO_DIGITS SLASH TWO_DIGITS", _fraction),
    Rule("AMOUNT", lambda match: {"COUNT": None}),  # noqa: ARG005 - a vague number, whichever
]


AGES = [
    Rule(f"{_BOUNDS} {_NUM} HYPHEN? UNIT HYPHEN? OLD", lambda match: {"AGE": None}),  # noqa: ARG005 - an age, whichever
]
