"""Gold in JSON: files decoded, parsed and held to a shape; whatever is wrong is named with file, line and field."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from pydantic import ValidationError
from simplejson import JSONDecodeError

from wirefacts.interchange.locating import line_of
from wirefacts.records import Record
from wirefacts.records.encoding import json_fields
from wirefacts.records.faults import Fault, Step, dotted, fault_in, quoted

Shape = TypeVar("Shape", bound=Record)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


Identified = TypeVar("Identified", bound=_HasId)


class GoldError(ValueError):
    """Gold that cannot be used: one line with the file, the line and the field where it is known, and what was expected."""


def decoded(file: Path) -> str:
    """The text of a UTF-8 file, without its byte-order mark. Raises GoldError, with the line of what is not UTF-8."""
    if file.is_dir():
        raise GoldError(f"{file}: a folder, where a file is wanted; is this gold of another --dataset?")
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror or error}") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise GoldError(f"{file}:{line}: expected UTF-8") from None


def parsed(file: Path, written: str, line: int = 1) -> Any:
    """What a JSON text of a file says; `line` is where in the file it begins. Raises GoldError."""
    try:
        return json_fields(written)
    except JSONDecodeError as error:
        raise GoldError(f"{file}:{line + error.lineno - 1}: expected JSON: {error.msg} in column {error.colno}") from None
    except (ValueError, RecursionError) as error:
        raise GoldError(f"{file}:{line}: expected JSON: {error}") from None


class Entry(NamedTuple):
    """A JSON value of a file: what it says, the text it was written in, where in the file that begins, and where in it the value stands."""

    file: Path
    value: Any
    written: str
    line: int = 1
    place: tuple[Step, ...] = ()

    def refused(self, fault: Fault) -> GoldError:
        """The error for a fault in the value."""
        where = (*self.place, *fault.where)
        return GoldError(f"{self.file}:{self.line + line_of(self.written, where) - 1}: {fault.what} @ {dotted(where)}")

    def shaped(self, shape: type[Shape]) -> Shape:
        """The value as a record. Raises GoldError, with line and field, when it does not fit."""
        try:
            return shape.model_validate(self.value)
        except ValidationError as error:
            raise self.refused(fault_in(error)) from None


def entries_of(file: Path) -> Iterator[Entry]:
    """The values of a JSON array or of JSON Lines. Raises GoldError for broken JSON and for a file without any."""
    written = decoded(file)
    entries: Iterable[Entry]
    if written.lstrip().startswith("["):
        entries = (Entry(file, value, written, place=(index,)) for index, value in enumerate(parsed(file, written)))
    elif (whole := _object(written)) is not None:
        entries = [Entry(file, whole, written)]
    else:
        lines = enumerate(written.split("\n"), start=1)
        entries = (Entry(file, parsed(file, line, number), line, number) for number, line in lines if line.strip())
    empty = True
    for entry in entries:
        empty = False
        yield entry
    if empty:
        raise GoldError(f"{file}: expected a JSON array of objects or JSON Lines, found nothing")


def _object(written: str) -> Any:
    """The one JSON object that a text is; None where it is none or more."""
    try:
        return json_fields(written)
    except (ValueError, RecursionError):
        return None


def no_id_twice(file: Path, documents: list[Identified]) -> list[Identified]:
    """The documents. Raises GoldError when two have the same id."""
    twice = [name for name, count in Counter(document.id for document in documents).items() if count > 1]
    if twice:
        raise GoldError(f"{file}: expected an id of its own for each document, but several have the id {quoted(twice[0])}")
    return documents
