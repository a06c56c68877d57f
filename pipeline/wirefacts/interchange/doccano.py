"""doccano's JSON Lines for sequence labelling, in and out: a text a line with its labels, offsets in code points.

doccano keeps what else stands in a line as metadata and gives it back, so the values of facts travel there.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import simplejson

from wirefacts.interchange.json_files import Entry, entries_of
from wirefacts.interchange.marked import CARRIED, Annotated, Mark, MarkedText, carried_article, carried_fields, fault_of
from wirefacts.records.faults import Fault

CANNOT_HOLD = "doccano shows kinds and characters; values travel unseen in its metadata, and decisions, notes and rules are left out"

_TRIPLE = 3
_ENTITY = ("start_offset", "end_offset", "label")


def doccano_lines(articles: Iterable[Annotated]) -> Iterator[str]:
    """A line an article."""
    for article, text, facts, _ in articles:
        carried = {"article": carried_article(article), "facts": [[fact.start, fact.end, fact.kind, carried_fields(fact)] for fact in facts]}
        line = {"text": text, "label": [[fact.start, fact.end, fact.kind] for fact in facts], CARRIED: carried}
        yield simplejson.dumps(line, use_decimal=True) + "\n"


def read_doccano(path: Path) -> list[MarkedText]:
    """The texts of a file with their labels, as it exports them: triples, or entities. Raises GoldError, with line and field."""
    return [_marked(entry) for entry in entries_of(path)]


def _marked(entry: Entry) -> MarkedText:
    fields = entry.value
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise entry.refused(Fault(("text",), "expected an object with a text, as doccano exports it"))
    text: str = fields["text"]
    known, article = _carried(fields)
    marks = []
    for where, start, end, kind in _labels(entry, fields):
        mark = Mark(kind, start, end, known.get((str(start), str(end), kind)))
        fault = fault_of(mark, text)
        if fault:
            raise entry.refused(Fault(where, fault))
        marks.append(mark)
    name = {"id": f"{entry.file.stem}-{fields.get('id', entry.line)}"}
    return MarkedText(f"{entry.file}:{entry.line}", text, tuple(marks), name | article)


def _carried(fields: dict[str, Any]) -> tuple[dict[tuple[Any, ...], dict[str, Any]], dict[str, Any]]:
    """What our own metadata says of marks, by offsets and kind, and of the article. What is not of our form says nothing."""
    meta = fields.get("meta")
    carried = fields.get(CARRIED) or (meta.get(CARRIED) if isinstance(meta, dict) else None)
    if not isinstance(carried, dict):
        return {}, {}
    facts, article = carried.get("facts"), carried.get("article")
    told = [fact for fact in facts if isinstance(fact, list) and len(fact) == _TRIPLE + 1] if isinstance(facts, list) else []
    known = {tuple(map(str, place)): said for *place, said in told if isinstance(said, dict)}
    return known, article if isinstance(article, dict) else {}


def _labels(entry: Entry, fields: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], int, int, str]]:
    """Each label with where it stands, its offsets and its name."""
    name = next((name for name in ("label", "labels", "entities", "annotations") if isinstance(fields.get(name), list)), None)
    if name is None:
        raise entry.refused(Fault((), "expected a list of labels under label, as doccano exports it"))
    for index, label in enumerate(fields[name]):
        triple = [label.get(field) for field in _ENTITY] if isinstance(label, dict) else label
        where = (name, index)
        if not (isinstance(triple, list) and len(triple) == _TRIPLE):
            raise entry.refused(Fault(where, "expected [start, end, label]"))
        start, end, kind = triple
        if not (isinstance(start, int) and isinstance(end, int) and isinstance(kind, str)):
            raise entry.refused(Fault(where, "expected [start, end, label], two offsets and a name"))
        yield where, start, end, kind
