"""Saved results read back: one object a line, or one array of them, with every fault named by line and field."""

import codecs
import io
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError
from simplejson import JSONDecodeError

from wirefacts.records import DatePart, Fact, Result, RoleSpan
from wirefacts.records.encoding import json_fields, result_from, result_from_json
from wirefacts.records.faults import Step, dotted, fault_in, quoted

_WIDE = (
    # the UTF-32 mark begins like a UTF-16 one, so it comes first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The byte-order marks of wide characters, in which some shells save what a command prints."""
_NO_RESULTS = "holds no results; JSON Lines or a JSON array is wanted, as extract writes them"


class Saved(NamedTuple):
    """A result, and the place in its file."""

    place: str
    result: Result


class Fault(NamedTuple):
    """A place in a file that holds no result, and what is wrong with it."""

    place: str
    reason: str


def read_results(file: BinaryIO) -> Iterator[Saved | Fault]:
    """The results of a file in either form, faults in the place of what cannot be read. Lines are read one at a time.

    A file that begins with anything but a result is told of as a whole.
    """
    found = False
    try:
        lines = _in_utf8(file)
    except UnicodeDecodeError as error:
        yield _fault(error)
        return
    for number, written in enumerate(lines, start=1):
        line = written.removeprefix(codecs.BOM_UTF8).strip()
        if not line:
            continue
        if not found and line.startswith(b"["):
            yield from _from_array(b"".join([written.removeprefix(codecs.BOM_UTF8), *lines]), number)
            return
        if not found and not (line.startswith(b"{") and b'"article"' in line):
            break
        found = True
        yield _result(line, number)
    if not found:
        yield Fault("", _NO_RESULTS)


def misread(result: Result, text: str) -> str | None:
    """Where the result says of its article's text what is not there, in the words `the article reads 'x' at 3-4, not 'y' @ $.facts[0]`."""
    for path, span in _spans(result):
        surface = text[span.start : span.end]
        if surface != span.text:
            return f"the article reads {quoted(surface)} at {span.start}-{span.end}, not {quoted(span.text)} @ {dotted(path)}"
    return None


def _spans(result: Result) -> Iterator[tuple[tuple[Step, ...], Fact | DatePart | RoleSpan]]:
    for index, fact in enumerate(result.facts):
        yield ("facts", index), fact
        for inner, part in enumerate(getattr(fact, "parts", ())):
            yield ("facts", index, "parts", inner), part
    for index, row in enumerate(result.observations):
        for role, span in row:
            if isinstance(span, RoleSpan):
                yield ("observations", index, role), span


def _in_utf8(file: BinaryIO) -> Iterator[bytes]:
    """The lines of the file. Raises UnicodeDecodeError for wide characters that are none."""
    first = file.readline()
    encoding = next((encoding for mark, encoding in _WIDE if first.startswith(mark)), None)
    return chain([first], file) if encoding is None else io.BytesIO((first + file.read()).decode(encoding).encode())


def _fault(error: Exception, place: str = "", line: int = 1) -> Fault:
    """What is wrong and where, in the words `expected a valid date, not 'soon' @ $.facts[3].start_date`; `line` is that in which the JSON begins."""
    if isinstance(error, ValidationError):
        fault = fault_in(error)
        return Fault(place, f"{fault.what} @ {dotted(fault.where)}")
    if isinstance(error, UnicodeDecodeError):
        return Fault(place, f"expected {error.encoding.upper()}")
    if isinstance(error, RecursionError):
        return Fault(place, "expected a result, not JSON nested without end")
    if isinstance(error, JSONDecodeError):
        return Fault(f"line {line + error.lineno - 1}", f"expected JSON: {error.msg.removesuffix(' at')} at column {error.colno}")
    return Fault(place, f"expected JSON: {error}")


def _from_array(written: bytes, line: int) -> Iterator[Saved | Fault]:
    try:
        items = json_fields(written)
    except (ValueError, RecursionError) as error:
        yield _fault(error, line=line)
        return
    if items and not (isinstance(items[0], dict) and "article" in items[0]):
        yield Fault("", _NO_RESULTS)
        return
    for index, item in enumerate(items):
        try:
            yield Saved(f"item {index + 1}", result_from(item))
        except ValidationError as error:
            yield _fault(error, f"item {index + 1}")


def _result(line: bytes, number: int) -> Saved | Fault:
    place = f"line {number}"
    try:
        return Saved(place, result_from_json(line))
    except (ValueError, RecursionError) as error:
        return _fault(error, place, number)
