"""Numbers as NewsQuant marks them (Almasian et al., EMNLP 2023): fractions, ages and lengths of time too, units by quantulum3's names."""

import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

import inflect

from wirefacts.mentions.numbers import NumberMention
from wirefacts.mentions.numbers.concepts import ConceptReader
from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import NewsQuantity, Record
from wirefacts.records.conventions import Change

_MARKED = frozenset({"money", "percentage", "measure", "count", "fraction", "multiple", "age", "duration"})
_ABOUT = {"money": ("of", "in"), "count": ()}
_OF_A_NAME = frozenset({"name", "ordinal", "enumerator", "pronoun"})
_BENT: dict[str, Change] = {
    "exact": "=", "approximate": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "range": "=", "vague": "=",
}  # fmt: skip
_DOZEN, _TEN = Decimal(12), 10
_HUNDREDTH = Decimal(100)


class _Names(Record):
    currencies: dict[str, str]
    minor: dict[str, str]
    units: dict[str, str]


def news_quantities(passage: Passage, numbers: Sequence[NumberMention]) -> list[NewsQuantity]:
    """The quantities that NewsQuant marks, in text order."""
    return list(_quantities(passage, numbers))


def _quantities(passage: Passage, numbers: Sequence[NumberMention]) -> Iterator[NewsQuantity]:
    cores = [_core(number) for number in numbers]
    reader = ConceptReader(passage, [core for core, number in zip(cores, numbers, strict=True) if number.sense not in _OF_A_NAME])
    for number, core in zip(numbers, cores, strict=True):
        value = _value(number)
        if number.sense in _MARKED and value is not None:
            yield NewsQuantity(
                value=value,
                unit=_unit(number),
                surface_unit=passage.text[number.numeral[1] : number.end].strip(),
                change=number.direction or _BENT[number.modifier],
                concepts=tuple(reader.concepts(core, _ABOUT.get(number.sense, ("of",)))),
            )


def _core(number: NumberMention) -> Span:
    """The words of the number with its unit, which for a count is what it counts."""
    counted = number.counted_span if number.sense == "count" and number.unit is None else None
    return Span(number.start, max(number.end, counted[1] if counted else 0))


def _value(number: NumberMention) -> Decimal | tuple[Decimal, Decimal] | None:
    """The number; the ends of a spread in text order; an order of magnitude from its first to its tenfold."""
    parts = _HUNDREDTH if number.minor else Decimal(1)
    if number.modifier == "vague" and number.low is not None:
        first = number.low / 2
        return first, first * _TEN
    if number.modifier == "range" and number.low is not None and number.high is not None:
        return number.low * parts, number.high * parts
    return None if number.value is None else number.value * parts


def _unit(number: NumberMention) -> str:
    names = _names()
    if number.sense == "money":
        code = number.currency or ""
        unit = names.minor.get(code, "cent") if number.minor else names.currencies.get(code, code.lower())
    elif number.sense == "percentage":
        unit = names.units[number.unit or "percent"]
    elif number.sense == "age":
        return f"{number.unit or 'year'} of age"
    elif number.sense == "multiple":
        unit = "count"
    elif number.unit is not None:
        unit = number.unit
    else:
        unit = _singular(number.counted) if number.counted else "-"
    if number.per:
        unit = f"{unit} per {number.per}"
    return names.units.get(unit, unit)


def _singular(counted: str) -> str:
    first, space, head = counted.rpartition(" ")
    return f"{first}{space}{_noun(head)}"


@cache
def _noun(head: str) -> str:
    one = _english().singular_noun(head)
    return one if isinstance(one, str) and head.lower() != "people" else head


@cache
def _english() -> inflect.engine:
    return inflect.engine()


@cache
def _names() -> _Names:
    return _Names.model_validate(tomllib.loads((files("wirefacts.conventions") / "data" / "newsquant.toml").read_text(encoding="utf-8")))
