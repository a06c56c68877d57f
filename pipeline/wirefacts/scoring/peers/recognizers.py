"""Microsoft Recognizers-Text as a peer: numbers, numbers with units, dates and times."""

import contextlib
import datetime as dt
import importlib
import re
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from wirefacts.interchange import GoldFact
from wirefacts.records import NewsQuantity, Timex

_FACT: TypeAdapter[GoldFact] = TypeAdapter(GoldFact)
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_BRITISH = re.compile(r"(?<=met|lit)er\b")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])")
_LENGTHS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
_UNITS = {
    "ton": "tonne",
    "metric ton": "tonne",
    "c": "degree Celsius",
    "f": "degree Fahrenheit",
    "k": "kelvin",
    "d": "degree",
}
_NEWS_UNITS = {"united states dollar": "dollar", "british pound": "pound sterling", "c": "celsius", "f": "fahrenheit", "k": "kelvin", "d": "degree"}
_CODE = re.compile(r"[A-Z]{3}")
_CODES = {"Dollar": "USD", "Pound": "GBP"}
_NUMBERS = {"currency", "percentage", "age", "dimension", "temperature", "number"}
_MODIFIERS = {"approx": "approximate", "start": "start", "mid": "mid", "end": "end", "more": "more_than", "less": "less_than"}


class _Entity(NamedTuple):
    start: int
    end: int
    kind: str
    stated: dict[str, Any]


class Recognizers:
    """Microsoft Recognizers-Text for English, called as its samples for Python show; of overlapping entities the longest is kept."""

    name = "recognizers"
    install = "pip install --pre recognizers-text-suite==1.0.2a2 'emoji<2'"
    forms = frozenset({"facts", "quantities", "timexes"})

    def __init__(self) -> None:
        suite: Any = importlib.import_module("recognizers_suite")
        self._english: str = suite.Culture.English
        self._datetimes: Any = suite.recognize_datetime
        self._numbers: list[Any] = [getattr(suite, f"recognize_{kind}") for kind in sorted(_NUMBERS)]

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:
        """The amounts, percentages, quantities and dates of a text."""
        found: list[GoldFact] = []
        for entity in self._entities(text, published, numbers=True):
            record = _number(entity) if entity.kind in _NUMBERS else _date(entity, published)
            surface = {"id": f"p{len(found)}", "start": entity.start, "end": entity.end, "text": text[entity.start : entity.end]}
            with contextlib.suppress(ValidationError):
                found.append(_FACT.validate_python(surface | record))
        return found

    def quantities(self, text: str, published: dt.date | None) -> list[NewsQuantity]:
        """The quantities of a sentence, lengths of time among them. Neither bounds nor what is counted is stated."""
        found: list[NewsQuantity] = []
        for _, _, kind, stated in self._entities(text, published, numbers=True):
            value, unit = stated.get("value"), str(stated.get("unit") or "-").lower()
            if kind == "duration" and (length := _LENGTH.fullmatch(stated.get("timex") or "")):
                value, unit = length[2], _LENGTHS.get(length[1] + length[3], "-")
            elif kind == "percentage":
                value, unit = str(value).rstrip("%"), "percentage"
            elif unit == "pound":
                unit = "pound sterling" if kind == "currency" else "pound-mass"
            unit = f"{unit} of age" if kind == "age" else _NEWS_UNITS.get(unit, unit)
            with contextlib.suppress(ValidationError):  # a date is no number
                found.append(NewsQuantity.model_validate({"value": value, "unit": _BRITISH.sub("re", unit)}))
        return found

    def timexes(self, text: str, published: dt.date | None) -> list[Timex]:
        """The dates, times, lengths of time and recurring times of a text, as TimeML writes them."""
        found: list[Timex] = []
        for entity in self._entities(text, published, numbers=False):
            kind, value = _timex(entity, published)
            surface = {"start": entity.start, "end": entity.end, "text": text[entity.start : entity.end]}
            with contextlib.suppress(ValidationError):
                found.append(Timex.model_validate(surface | {"type": kind, "value": value}))
        return found

    def _entities(self, text: str, published: dt.date | None, *, numbers: bool) -> list[_Entity]:
        """What is found, paragraph by paragraph: on an error in a text the date recognizer leaves out all that follows."""
        reference = dt.datetime.combine(published, dt.time()) if published else None
        found: list[_Entity] = []
        for part in _PARAGRAPH.finditer(text):
            results = list(self._datetimes(part[0], self._english, reference=reference))
            for recognize in self._numbers if numbers else ():
                results += recognize(part[0], self._english)
            for result in results:
                kind, stated = result.type_name.rpartition(".")[2], result.resolution or {}
                start, end = part.start() + result.start, part.start() + result.end + 1
                found.append(_Entity(start, end, kind, stated if kind in _NUMBERS else _reading(stated.get("values") or [{}], published)))
        kept: list[_Entity] = []
        for entity in sorted(found, key=lambda entity: entity.start - entity.end):
            if entity.start < entity.end and all(entity.end <= other.start or other.end <= entity.start for other in kept):
                kept.append(entity)
        return sorted(kept, key=lambda entity: entity.start)


def _reading(readings: list[dict[str, str]], published: dt.date | None) -> dict[str, str]:
    """Of the readings of an ambiguous date, the past one first, the nearest to the day of publication."""
    near = [(abs(day - published), reading) for reading in readings if published and (day := _day(reading))]
    return min(near, key=lambda pair: pair[0])[1] if near else readings[0]


def _day(stated: dict[str, str], *keys: str) -> dt.date | None:
    for key in keys or ("start", "value", "end"):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat((stated.get(key) or "")[:10])
    return None


def _number(entity: _Entity) -> dict[str, Any]:
    value, name = str(entity.stated.get("value")), str(entity.stated.get("unit") or "")
    if entity.kind == "currency":
        code = str(entity.stated.get("isoCurrency") or _CODES.get(name))
        return {"kind": "money", "value": value, "currency": code if _CODE.fullmatch(code) else None}
    if entity.kind == "percentage":
        return {"kind": "percentage", "value": value.rstrip("%")}
    unit, _, per = _BRITISH.sub("re", _UNITS.get(name.lower(), name.lower())).partition(" per ")
    return {"kind": "quantity", "value": value, "unit": unit or None, "per": per or None}


def _date(entity: _Entity, published: dt.date | None) -> dict[str, Any]:
    stated, value = entity.stated, _timex(entity, published)[1]
    record: dict[str, Any] = {"kind": "date", "type": "date", "timex": value, "modifier": _MODIFIERS.get(stated.get("Mod", ""))}
    if entity.kind in {"duration", "set"}:
        return record | {"type": entity.kind}
    if value.endswith("_REF"):
        return record
    first, last = _day(stated, "start", "value"), _day(stated, "end", "value")
    if entity.kind == "daterange" and first and last:
        last -= dt.timedelta(days=1)  # it states the day after
    if value.startswith("P") or (entity.kind == "daterange" and not (first and last)):
        record |= {"type": "period", "timex": f"{first or '..'}/{last or '..'}", "open": None if first and last else "end" if first else "start"}
    return record | {"start_date": first, "end_date": last}


def _timex(entity: _Entity, published: dt.date | None) -> tuple[str, str]:
    """Type and value: a range between two ends has its length for a value, a clock time the day of the news before it."""
    timex, day = entity.stated.get("timex") or "", _day(entity.stated)
    if entity.kind in {"duration", "set"}:
        return entity.kind.upper(), timex
    if timex.startswith("("):
        return "DATE", timex.strip("()").split(",")[-1]
    if timex.endswith("_REF"):
        return "DATE", timex
    date, _, clock = timex.partition("T")
    if day and (not date or "X" in date):
        date = f"{day:%Y-%m}" if re.fullmatch(r"XXXX-\d\d", date) else f"{day}"
    return ("TIME", f"{date or published or ''}T{clock}") if clock else ("DATE", date)
