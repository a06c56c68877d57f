"""Names in: CoNLL columns, a token and its tag a line, or documents with spans as JSON Lines."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ConfigDict, Field

from wirefacts.interchange.json_files import Entry, GoldError, decoded, entries_of, no_id_twice
from wirefacts.records import NameSpan, Offset, Record
from wirefacts.records.faults import Fault

_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[{\]])")
"""How JSON begins, and a column of tokens does not."""

DOCUMENT = "-DOCSTART-"
ORGANIZATION = "ORG"
_COLUMN = re.compile(r"[^ \t\r]+")
_FEWEST_COLUMNS = 2


class NameDocument(Record):
    """A document and the organizations that were marked in it."""

    id: str
    text: str
    published: dt.date | None = None
    names: tuple[NameSpan, ...]


def read_names(path: Path) -> list[NameDocument]:
    """The documents of a file. Raises GoldError, naming file, line and field."""
    written = decoded(path)
    if _JSON.match(written):
        return no_id_twice(path, [_from_json(entry) for entry in entries_of(path)])
    documents = [_document(index, lines) for index, lines in enumerate(_documents(path, written))]
    if not documents:
        raise GoldError(f"{path}: expected CoNLL columns or JSON Lines, found nothing")
    return documents


class _Marked(Record):
    model_config = ConfigDict(extra="ignore")

    start: Offset
    end: Offset


class _Document(Record):
    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    text: str
    organizations: tuple[_Marked, ...]


def _from_json(entry: Entry) -> NameDocument:
    document = entry.shaped(_Document)
    for index, span in enumerate(document.organizations):
        if not document.text[span.start : span.end] or span.end > len(document.text):
            raise entry.refused(Fault(("organizations", index, "end"), f"expected an offset above {span.start} and up to {len(document.text)}"))
    return NameDocument(id=document.id, text=document.text, names=tuple(NameSpan(start=span.start, end=span.end) for span in document.organizations))


def _documents(file: Path, written: str) -> Iterator[list[tuple[str, str]]]:
    """The token and tag lines of each document; an empty pair ends a sentence."""
    rows: list[tuple[str, str]] = []
    for number, line in enumerate(written.split("\n"), start=1):
        columns = _COLUMN.findall(line)
        if columns[:1] == [DOCUMENT]:
            if any(token for token, _ in rows):
                yield rows
            rows = []
        elif not columns:
            rows.append(("", ""))
        elif len(columns) < _FEWEST_COLUMNS:
            raise GoldError(f"{file}:{number}: expected a token and its tag, found {columns[0][:40]!r} alone")
        else:
            if columns[-1] != "O" and columns[-1][1:2] != "-":
                raise GoldError(f"{file}:{number}: expected a tag such as O, B-ORG or I-ORG in the last column, not {columns[-1][:40]!r}")
            rows.append((columns[0], columns[-1]))
    if any(token for token, _ in rows):
        yield rows


def _document(index: int, rows: list[tuple[str, str]]) -> NameDocument:
    """The document: its tokens joined by blanks, its sentences by line ends. IOB1 and IOB2 tags are read alike."""
    text, spans = "", list[list[int]]()
    before = "O"
    for token, tag in rows:
        if not token:
            text = text.rstrip(" ") + "\n" if text.strip() else ""
            before = "O"
            continue
        if tag[2:] == ORGANIZATION:
            if before[2:] == ORGANIZATION and not tag.startswith("B"):
                spans[-1][1] = len(text) + len(token)
            else:
                spans.append([len(text), len(text) + len(token)])
        before = tag
        text += f"{token} "
    return NameDocument(id=str(index + 1), text=text.rstrip(), names=tuple(NameSpan(start=start, end=end) for start, end in spans))
