"""brat's stand-off, in and out: for each article NAME.txt as it is, and NAME.ann with a line a mark; values travel as notes on the marks."""

import codecs
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import simplejson

from wirefacts.interchange.json_files import GoldError, decoded
from wirefacts.interchange.marked import Annotated, Mark, MarkedText, carried_fields, fault_of, slugs
from wirefacts.records import KINDS
from wirefacts.records.encoding import json_fields
from wirefacts.records.faults import quoted

CANNOT_HOLD = "brat shows kinds and characters; values travel as notes on them, and decisions, rules and what is known of the article are left out"

CONFIGURATION = "annotation.conf"

_LINE_ENDS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(r"(T\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_NOTE = re.compile(r"#\S*\t\S+ (T\S+)\t(.*)")


class BratFile(NamedTuple):
    """A file of a brat folder."""

    name: str
    content: str


def brat_files(articles: Iterable[Annotated]) -> Iterator[BratFile]:
    """The files of a folder: the kinds, then text and marks of each article."""
    yield BratFile(CONFIGURATION, f"[entities]\n{chr(10).join(KINDS)}\n\n[relations]\n\n[events]\n\n[attributes]\n")
    articles = list(articles)
    for name, annotated in zip(slugs(each.article for each in articles), articles, strict=True):
        yield BratFile(f"{name}.txt", annotated.text)
        yield BratFile(f"{name}.ann", "".join(_lines(annotated)))


def _lines(annotated: Annotated) -> Iterator[str]:
    for number, fact in enumerate(annotated.facts, start=1):
        pieces = list(_pieces(annotated.text, fact.start, fact.end))
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(annotated.text[start:end] for start, end in pieces)
        yield f"T{number}\t{fact.kind} {places}\t{words}\n"
        yield f"#{number}\tAnnotatorNotes T{number}\t{simplejson.dumps(carried_fields(fact), use_decimal=True)}\n"


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The characters without line ends, which no line of stand-off may hold."""
    last = start
    for gap in _LINE_ENDS.finditer(text, start, end):
        if gap.start() > last:
            yield last, gap.start()
        last = gap.end()
    if last < end:
        yield last, end


def read_brat(folder: Path) -> list[MarkedText]:
    """The texts of a folder with their marks, in the order of their names. Raises GoldError, naming file and line."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: {'a file' if folder.exists() else 'no such folder'}, where a folder of NAME.txt and NAME.ann is wanted")
    files = sorted(folder.glob("*.ann"))
    if not files:
        raise GoldError(f"{folder}: expected brat's files in it, NAME.ann beside NAME.txt")
    return [_marked(file) for file in files]


def _marked(file: Path) -> MarkedText:
    beside = file.with_suffix(".txt")
    if not beside.is_file():
        raise GoldError(f"{file}: expected the article's text in {beside}")
    text = ("\ufeff" if beside.read_bytes().startswith(codecs.BOM_UTF8) else "") + decoded(beside)  # brat counts it
    marks: dict[str, Mark] = {}
    notes: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(decoded(file).split("\n"), start=1):
        if line.startswith("T"):
            name, mark = _mark(f"{file}:{number}", line.rstrip("\r"), text)
            marks[name] = mark
        elif note := _NOTE.match(line):
            said = _said(note[2])
            if said is not None:
                notes[note[1]] = said
    told = tuple(mark._replace(fields=notes.get(name)) for name, mark in marks.items())
    return MarkedText(str(file), text, told, {"id": file.stem})


def _mark(place: str, line: str, text: str) -> tuple[str, Mark]:
    found = _MARK.fullmatch(line)
    if found is None:
        raise GoldError(f"{place}: expected a mark as T1, tab, kind, start, end, tab, words, not {quoted(line)}")
    pieces = [tuple(map(int, piece.split())) for piece in found[3].split(";")]
    mark = Mark(found[2], pieces[0][0], pieces[-1][1])
    fault = fault_of(mark, text)
    words = " ".join(text[start:end] for start, end in pieces)
    if fault is None and words.split() != found[4].split():
        fault = f"expected {quoted(words)}, as the text reads at {found[3]}, not {quoted(found[4])}"
    if fault:
        raise GoldError(f"{place}: {fault}")
    return found[1], mark


def _said(note: str) -> dict[str, Any] | None:
    try:
        said = json_fields(note)
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None
