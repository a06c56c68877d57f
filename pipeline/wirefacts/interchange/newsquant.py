"""NewsQuant's form in: a JSON array of sentences, each with its quantities by value (Almasian et al., EMNLP 2023)."""

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from wirefacts.interchange.json_files import entries_of
from wirefacts.records import Amount, NewsQuantity, Record
from wirefacts.records.conventions import Change
from wirefacts.records.faults import quoted

_NUMBER = r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?"
_RANGE = re.compile(rf"\s*({_NUMBER})\s*[-–]\s*({_NUMBER})\s*", re.ASCII)
_SEPARATORS = re.compile(r"[,\s]+")
_EDGES = ".,;:\"'()"


class QuantitySentence(Record):
    """A sentence and the quantities that were marked in it."""

    id: str
    text: str
    published: dt.date | None = None
    quantities: tuple[NewsQuantity, ...]


def read_newsquant(path: Path) -> list[QuantitySentence]:
    """The sentences of a file, in its order. Raises GoldError, naming file, line and field."""
    return [
        QuantitySentence(id=str(index), text=sentence.text, quantities=tuple(_quantity(marked) for marked in sentence.quantities))
        for index, entry in enumerate(entries_of(path))
        for sentence in [entry.shaped(_Sentence)]
    ]


def concept_words(concepts: str | tuple[str, ...] | None) -> frozenset[str]:
    """The words of concepts by which they are compared: in lower case, without the punctuation around them.

    >>> sorted(concept_words("stock prices, Blackmores"))
    ['blackmores', 'prices', 'stock']
    """
    texts = [concepts] if isinstance(concepts, str) else concepts or ()
    words = {word.strip(_EDGES).lower() for text in texts for word in _SEPARATORS.split(text)}
    return frozenset(words - {"", "-"})


def unit_name(unit: str | None) -> str:
    """A unit's name by which it is compared.

    >>> unit_name(" Chinese  yuan "), unit_name(None)
    ('chinese yuan', '-')
    """
    return " ".join((unit or "-").lower().split()) or "-"


_VALUES: TypeAdapter[Amount | tuple[Amount, Amount]] = TypeAdapter(Amount | tuple[Amount, Amount])


def _value(given: Any) -> Decimal | tuple[Decimal, Decimal]:
    spread = _RANGE.fullmatch(given) if isinstance(given, str) else None
    try:
        return _VALUES.validate_python(spread.groups() if spread else given)
    except ValidationError:
        raise ValueError(f"expected a number or a range such as 5-10, not {quoted(given)}") from None


def _concepts(given: Any) -> str | tuple[str, ...] | None:
    if given is None or isinstance(given, str):
        return given
    if isinstance(given, list) and all(isinstance(words, str) for words in given):
        return tuple(given)
    raise ValueError(f"expected words or a list of them, not {quoted(given)}")


class _Marked(Record):
    model_config = ConfigDict(extra="ignore")

    value: Annotated[Any, BeforeValidator(_value)]
    unit: str | None = None
    normalized_unit: str | None = None
    change: Annotated[Change | None, BeforeValidator(lambda given: given or None)] = None
    referred_concepts: Annotated[Any, BeforeValidator(_concepts)] = None


class _Sentence(Record):
    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1)
    quantities: tuple[_Marked, ...]


def _quantity(marked: _Marked) -> NewsQuantity:
    return NewsQuantity(
        value=marked.value,
        unit=unit_name(marked.normalized_unit),
        surface_unit=marked.unit or "",
        change=marked.change,
        concepts=tuple(sorted(concept_words(marked.referred_concepts))),
    )
