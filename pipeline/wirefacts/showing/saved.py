"""Saved results read back: one object a line, or one array of them, with every fault named by line and field."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from pydantic import ValidationError

from wirefacts.records import DatePart, Fact, Result, RoleSpan
from wirefacts.records.encoding import json_fields, result_from_json
from wirefacts.records.faults import Step, dotted, fault_in, quoted

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
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
    for number, written in enumerate(file, start=1):
        line = written.removeprefix(_BYTE_ORDER_MARK).strip()
        if not line:
            continue
        if not found and line.startswith(b"["):
            yield from _from_array(line + file.read())
            return
        if not found and not (line.startswith(b"{") and b'"article"' in line):
            break
        found = True
        yield _result(line, f"line {number}")
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


def fault_of(error: Exception) -> str:
    """What is wrong and where, in the words `expected a valid date, not 'soon' @ $.facts[3].start_date`."""
    if isinstance(error, ValidationError):
        fault = fault_in(error)
        return f"{fault.what} @ {dotted(fault.where)}"
    if isinstance(error, UnicodeDecodeError):
        return "expected UTF-8"
    if isinstance(error, RecursionError):
        return "expected a result, not JSON nested without end"
    return f"expected JSON: {error}"


def _from_array(written: bytes) -> Iterator[Saved | Fault]:
    try:
        items = json_fields(written)
    except (ValueError, RecursionError) as error:
        yield Fault("", fault_of(error))
        return
    if items and not (isinstance(items[0], dict) and "article" in items[0]):
        yield Fault("", _NO_RESULTS)
        return
    for index, item in enumerate(items):
        try:
            yield Saved(f"item {index + 1}", Result.model_validate(item))
        except ValidationError as error:
            yield Fault(f"item {index + 1}", fault_of(error))


def _result(line: bytes, place: str) -> Saved | Fault:
    try:
        return Saved(place, result_from_json(line))
    except (ValueError, RecursionError) as error:
        return Fault(place, fault_of(error))
