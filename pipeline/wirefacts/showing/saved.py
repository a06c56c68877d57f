"""Saved results read back: one object a line, or one array of them, with every fault named by line and field."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from pydantic import ValidationError

from wirefacts.records import Result
from wirefacts.records.encoding import json_fields, result_from_json

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_TAGS = frozenset({"money", "percentage", "quantity", "date", "organization", "period", "duration", "set"})
_LONGEST_QUOTE = 40


class Fault(NamedTuple):
    """A place in a file that holds no result, and what is wrong with it."""

    place: str
    reason: str


def read_results(file: BinaryIO) -> Iterator[Result | Fault]:
    """The results of a file in either form, faults in the place of what cannot be read. Lines are read one at a time."""
    first = file.readline().removeprefix(_BYTE_ORDER_MARK)
    if first.lstrip().startswith(b"["):
        yield from _from_array(first + file.read())
        return
    line, number, found = first, 1, False
    while line:
        if line.strip():
            found = True
            yield _result(line, f"line {number}")
        line, number = file.readline(), number + 1
    if not found:
        yield Fault("", "holds no results")


def fault_of(error: Exception) -> str:
    """What is wrong and where, in the words `expected a valid date, not 'soon' @ $.facts[3].start_date`."""
    if isinstance(error, ValidationError):
        return _first_error(error)
    if isinstance(error, UnicodeDecodeError):
        return "expected UTF-8"
    if isinstance(error, RecursionError):
        return "expected a result, not JSON nested without end"
    return f"expected JSON: {error}"


def _from_array(written: bytes) -> Iterator[Result | Fault]:
    try:
        items = json_fields(written)
    except (ValueError, RecursionError) as error:
        yield Fault("", fault_of(error))
        return
    for index, item in enumerate(items):
        try:
            yield Result.model_validate(item)
        except ValidationError as error:
            yield Fault(f"item {index + 1}", fault_of(error))


def _result(line: bytes, place: str) -> Result | Fault:
    try:
        return result_from_json(line)
    except (ValueError, RecursionError) as error:
        return Fault(place, fault_of(error))


def _first_error(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    message = first["msg"].removeprefix("Value error, ")
    at = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in _steps(first["loc"]))
    if first["type"] == "missing":
        return f"expected a value, found none @ {at}"
    if first["type"] == "extra_forbidden":
        return f"expected no such field @ {at}"
    wanted = re.fullmatch(r"Input should be (?P<form>.*)|(?P<words>.*) is wanted.*", message)
    if wanted is None:
        return f"{message} @ {at}"
    return f"expected {wanted['form'] or wanted['words']}, not {_quote(first['input'])} @ {at}"


def _steps(location: tuple[int | str, ...]) -> Iterator[int | str]:
    """The location without the tags by which the records of a union are told apart."""
    for index, step in enumerate(location):
        told_apart = isinstance(step, str) and step in _TAGS and location[0] == "facts" and index in {2, 3}
        if not told_apart:
            yield step


def _quote(given: Any) -> str:
    written = repr(str(given) if not isinstance(given, (str, bool, type(None))) else given)
    return written if len(written) <= _LONGEST_QUOTE else f"{written[:_LONGEST_QUOTE]}…"
