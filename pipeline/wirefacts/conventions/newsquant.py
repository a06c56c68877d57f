"""Numbers as NewsQuant marks them (Almasian et al., EMNLP 2023): fractions, ages and lengths of time too, units by quantulum3's names."""

import tomllib
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files

from wirefacts.conventions.counted import counted_noun
from wirefacts.mentions.numbers import NumberMention
from wirefacts.mentions.numbers.concepts import ConceptReader, Reach
from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import NewsQuantity, Record
from wirefacts.records.conventions import Change

_MARKED = frozenset({"money", "percentage", "measure", "count", "fraction", "multiple", "age", "duration"})
_ABOUT = {"money": ("of", "in", "off"), "count": ()}
_REACH: dict[str, Reach] = {"duration": "subject", "name": "noun"}
_RESTATING = frozenset({"(", "/", "or"})
_FROM = 8
"""Characters in which `from` stands before a number."""
_POINTS = frozenset({"point", "points"})
_SERIES = frozenset({"-,", "- and", "-, and", "- or"})
_GENERATIONS = frozenset(f"{number}G" for number in range(1, 8))
_OF_A_NAME = frozenset({"name", "ordinal", "enumerator", "pronoun"})
_BENT: dict[str, Change] = {
    "exact": "=", "approximate": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<", "range": "=", "vague": "=",
}  # fmt: skip
_TEN = 10
_HUNDREDTH = Decimal(100)


class _Names(Record):
    currencies: dict[str, str]
    minor: dict[str, str]
    units: dict[str, str]
    surfaces: dict[str, str]
    silent: frozenset[str]


def news_quantities(passage: Passage, numbers: Sequence[NumberMention]) -> list[NewsQuantity]:
    """The quantities that NewsQuant marks, in text order."""
    return list(_quantities(passage, numbers))


def _quantities(passage: Passage, numbers: Sequence[NumberMention]) -> Iterator[NewsQuantity]:
    cores = [_core(passage, number) for number in numbers]
    ends = (0, *(number.end for number in numbers))
    gaps = [passage.view[end : number.start].strip() for end, number in zip(ends, numbers, strict=False)]
    compounds = [_is_compound(passage, number, between) for number, between in zip(numbers, gaps, strict=True)]
    in_words = (
        (number.sense in _OF_A_NAME and not _generation(passage, number)) or compound for number, compound in zip(numbers, compounds, strict=True)
    )
    reader = ConceptReader(passage, [core for core, is_word in zip(cores, in_words, strict=True) if not is_word])
    change: Change = "="
    for index, (number, core, between) in enumerate(zip(numbers, cores, gaps, strict=True)):
        before = numbers[index - 1] if index else None
        after = numbers[index + 1] if index + 1 < len(numbers) else None
        restated = before is not None and before.sense == number.sense == "measure" and between in _RESTATING
        change = change if restated else _change(number)
        value = _value(number)
        if value is None or not _is_marked(passage, number) or compounds[index] or _begins_change(passage, number, after, index):
            continue
        if before is not None and number.earlier == index - 1 and between == "to" and _comes_from(passage, before) and isinstance(value, Decimal):
            value = _change_of(_value(before), value)
        yield NewsQuantity(
            value=value,
            unit=_unit(passage, number),
            surface_unit=passage.text[number.numeral[1] : number.end].strip(),
            change=change,
            concepts=() if number.sense == "pronoun" else tuple(reader.concepts(core, _about(number), _REACH.get(number.sense, "all"))),
        )


def _is_marked(passage: Passage, number: NumberMention) -> bool:
    """Whether NewsQuant marks it: the facts' numbers and lengths of time, `one of the …`, generations of a network."""
    if number.sense == "pronoun":
        return number.counted is not None and _follows(passage, number.numeral[1], " of")
    return number.sense in _MARKED or _generation(passage, number)


def _is_compound(passage: Passage, number: NumberMention, between: str) -> bool:
    """Whether it is one word with what follows, which NewsQuant leaves out: `five-year`, and not a series as `five- and six-year`."""
    first, end = number.numeral
    spelled = passage.view[first : first + 1].isalpha() and number.sense in ("duration", "count")
    return spelled and _follows(passage, end, "-") and between not in _SERIES and not _follows(passage, end, "-,")


def _generation(passage: Passage, number: NumberMention) -> bool:
    """`5G`: a network's generation."""
    return number.sense == "name" and passage.view[number.numeral[0] : number.end + 1].strip() in _GENERATIONS


def _follows(passage: Passage, offset: int, mark: str) -> bool:
    return passage.view.startswith(mark, offset)


def _about(number: NumberMention) -> tuple[str, ...]:
    """The prepositions behind a number that lead to what it is of. What a rise or fall starts from is no such thing."""
    shares = ("from",) if number.sense in ("money", "percentage") and number.direction is None else ()
    return *_ABOUT.get(number.sense, ("of", "off")), *shares


def _begins_change(passage: Passage, number: NumberMention, after: NumberMention | None, index: int) -> bool:
    """`from $5 to $6`: told with the level that follows."""
    told = after is not None and after.earlier == index and after.sense in _MARKED and passage.view[number.end : after.start].strip() == "to"
    return told and _comes_from(passage, number)


def _comes_from(passage: Passage, number: NumberMention) -> bool:
    return passage.view[max(number.start - _FROM, 0) : number.start].rstrip().lower().endswith(" from")


def _change_of(earlier: Decimal | tuple[Decimal, Decimal] | None, later: Decimal) -> Decimal | tuple[Decimal, Decimal]:
    return (earlier, later) if isinstance(earlier, Decimal) else later


def _core(passage: Passage, number: NumberMention) -> Span:
    """The words of the number with its unit, which for a count is what it counts, for a generation its `G`."""
    if _generation(passage, number):
        return Span(number.start, number.end + 1)
    counted = number.counted_span if number.sense in ("count", "fraction") and number.unit is None else None
    return Span(number.start, max(number.end, counted[1] if counted else 0))


def _value(number: NumberMention) -> Decimal | tuple[Decimal, Decimal] | None:
    """The number; the ends of a spread in text order; an order of magnitude from its first to its tenfold."""
    parts = _HUNDREDTH if number.minor else Decimal(1)
    if number.modifier == "vague" and number.low is not None:
        first = number.low / 2
        return first, first * _TEN
    if number.modifier == "range" and number.low is not None and number.high is not None:
        return number.low * parts, number.high * parts
    if number.sense == "pronoun":
        return Decimal(1)
    return None if number.value is None else number.value * parts


def _change(number: NumberMention) -> Change:
    """A bound, else the direction that a verb or adverb gives; a noun of change names what is measured."""
    bent = _BENT[number.modifier]
    if number.direction is None or number.mover == "noun" or bent in ("<", ">") or (number.sense == "count" and number.counted not in _POINTS):
        return bent
    return number.direction


def _unit(passage: Passage, number: NumberMention) -> str:
    names = _names()
    match number.sense:
        case "money":
            if number.currency is None:
                return passage.view[number.numeral[1] : number.end].split("/")[0].strip().lower().removesuffix("s")
            code = number.currency
            unit = names.minor.get(code, "cent") if number.minor else names.currencies.get(code, code.lower())
        case "percentage":
            unit = names.units[number.unit or "percent"]
        case "age":
            return f"{number.unit or 'year'} of age"
        case "multiple":
            unit = "count"
        case "name":
            return "generation wireless"
        case _:
            unit = number.unit or _counted(passage, number)
    unit = names.surfaces.get(passage.view[number.numeral[1] : number.end].strip().lower(), names.units.get(unit, unit))
    rate = f"{unit} per {names.units.get(number.per, number.per)}" if number.per else unit
    return names.units.get(rate, rate)


def _counted(passage: Passage, number: NumberMention) -> str:
    """The noun phrase that is counted; a part is so many percent of it."""
    unit = counted_noun(passage, number, _names().silent) or "-"
    return f"% {unit}" if number.sense == "fraction" and unit != "-" else unit


@cache
def _names() -> _Names:
    return _Names.model_validate(tomllib.loads((files("wirefacts.conventions") / "data" / "newsquant.toml").read_text(encoding="utf-8")))
