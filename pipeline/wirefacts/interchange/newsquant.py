"""NewsQuant's form in: a JSON array of sentences, each with its quantities by value (Almasian et al., EMNLP 2023)."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field

from wirefacts.interchange.json_files import entries_of
from wirefacts.records import Amount, NewsQuantity, Record
from wirefacts.records.conventions import Change

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


def _value(given: Any) -> Any:
    if isinstance(given, str):
        spread = _RANGE.fullmatch(given)
        try:
            return (Decimal(spread[1]), Decimal(spread[2])) if spread else Decimal(given)
        except InvalidOperation:
            raise ValueError(f"expected a number or a range such as 5-10, not {given[:40]!r}") from None
    return given


class _Marked(Record):
    model_config = ConfigDict(extra="ignore")

    value: Annotated[Amount | tuple[Amount, Amount], BeforeValidator(_value)]
    unit: str | None = None
    normalized_unit: str | None = None
    change: Change | None = None
    referred_concepts: str | tuple[str, ...] | None = None


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
