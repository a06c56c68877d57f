"""TimeML in: documents with inline TIMEX3, or the same as JSON Lines with offsets."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from pydantic import ConfigDict, Field, ValidationError

from wirefacts.interchange.json_files import Entry, GoldError, entries_of, no_id_twice
from wirefacts.records import Record, Timex
from wirefacts.records.conventions import TimexType
from wirefacts.records.faults import Fault, fault_in, quoted

SUFFIXES = ("*.tml", "*.xml")

_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T.*)?", re.ASCII)


class TimexDocument(Record):
    """A document, the day it was written, and the temporal expressions that were marked in it."""

    id: str
    text: str
    published: dt.date | None
    timexes: tuple[Timex, ...]


def read_timeml(path: Path) -> list[TimexDocument]:
    """The documents of a TimeML file, of a folder of them, or of JSON Lines. Raises GoldError, naming file, line and field."""
    if path.is_dir():
        files = sorted(file for suffix in SUFFIXES for file in path.glob(suffix))
        if not files:
            raise GoldError(f"{path}: expected TimeML documents in it, named {' or '.join(SUFFIXES)}")
        return [_from_xml(file) for file in files]
    if any(path.match(suffix) for suffix in SUFFIXES):
        return [_from_xml(path)]
    return no_id_twice(path, [_from_json(entry) for entry in entries_of(path)])


def document_day(value: str | None) -> dt.date | None:
    """The day that a document's creation time names; None where it names none.

    >>> document_day("19980807"), document_day("1998-08-07T12:00"), document_day("1998")
    (datetime.date(1998, 8, 7), datetime.date(1998, 8, 7), None)
    """
    found = _DAY.fullmatch(value or "")
    try:
        return dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


class _Marked(Record):
    model_config = ConfigDict(extra="ignore")

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str | None = None
    type: TimexType
    value: str | None = None


class _Document(Record):
    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    text: str
    dct: str | None = None
    dct_value: str | None = None
    timexes: tuple[_Marked, ...]


def _from_json(entry: Entry) -> TimexDocument:
    document = entry.shaped(_Document)
    timexes = []
    for index, marked in enumerate(document.timexes):
        surface = document.text[marked.start : marked.end]
        if not surface or marked.end > len(document.text):
            raise entry.refused(Fault(("timexes", index, "end"), f"expected an offset above {marked.start} and up to {len(document.text)}"))
        if marked.text is not None and marked.text != surface:
            raise entry.refused(Fault(("timexes", index, "text"), f"expected {quoted(surface)}, as the text reads there, not {quoted(marked.text)}"))
        timexes.append(Timex(start=marked.start, end=marked.end, text=surface, type=marked.type, value=marked.value or ""))
    day = document_day(document.dct) or document_day(document.dct_value)
    return TimexDocument(id=document.id, text=document.text, published=day, timexes=tuple(timexes))


def _from_xml(file: Path) -> TimexDocument:
    try:
        root = ET.parse(file).getroot()  # noqa: S314 - expat refuses the expansion attacks, and nothing external is fetched
    except ET.ParseError as error:
        raise GoldError(f"{file}:{error.position[0]}: expected TimeML: {error.msg.split(':')[0]}") from None
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror or error}") from None
    except (ValueError, LookupError) as error:
        raise GoldError(f"{file}: expected TimeML: {error}") from None
    body = root.find("TEXT")
    if body is None:
        raise GoldError(f"{file}: expected a TEXT element, as TimeML has it, found none")
    created = root.find("DCT/TIMEX3")
    try:
        pieces = list(_pieces(body, 0))
    except RecursionError:
        raise GoldError(f"{file}: expected TimeML, not elements nested without end") from None
    text = "".join(piece for piece, *_ in pieces)
    name = (root.findtext("DOCID") or "").strip() or file.stem
    timexes = tuple(_timex(file, text, start, element) for _, start, element in pieces if element is not None)
    return TimexDocument(id=name, text=text, published=document_day(None if created is None else created.get("value")), timexes=timexes)


def _pieces(element: ET.Element, offset: int) -> Iterator[tuple[str, int, ET.Element | None]]:
    """The text of an element in pieces; an empty piece tells of a TIMEX3 and where it starts."""
    if element.text:
        yield element.text, offset, None
        offset += len(element.text)
    for child in element:
        if child.tag == "TIMEX3" and "".join(child.itertext()):
            yield "", offset, child
        for piece in _pieces(child, offset):
            yield piece
            offset += len(piece[0])
        if child.tail:
            yield child.tail, offset, None
            offset += len(child.tail)


def _timex(file: Path, text: str, start: int, element: ET.Element) -> Timex:
    end = start + len("".join(element.itertext()))
    try:
        return Timex.model_validate(
            {"start": start, "end": end, "text": text[start:end], "type": element.get("type", ""), "value": element.get("value", "")}
        )
    except ValidationError as error:
        fault = fault_in(error)
        raise GoldError(f"{file}: {fault.what} @ TIMEX3 {element.get('tid', '')} {'.'.join(map(str, fault.where))}") from None
