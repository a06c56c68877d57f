"""Label Studio's JSON, in and out: a list of tasks, each with its text and its labelled regions.

Values travel as the text that a region can carry with it. Offsets are code points; older versions of Label Studio counted UTF-16 units, which the
words of a region give away.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import simplejson

from wirefacts.interchange.json_files import Entry, entries_of
from wirefacts.interchange.marked import CARRIED, Annotated, Mark, MarkedText, carried_article, carried_fields, fault_of
from wirefacts.records import KINDS, Fact
from wirefacts.records.encoding import json_fields
from wirefacts.records.faults import Fault, quoted

CANNOT_HOLD = "Label Studio shows kinds and characters; values travel as the note of each region, and decisions, notes and rules are left out"

CONFIGURATION = (
    '<View><Labels name="label" toName="text">'
    + "".join(f'<Label value="{kind}"/>' for kind in KINDS)
    + '</Labels><Text name="text" value="$text" granularity="symbol"/></View>'
)
"""The labelling interface of a project that such tasks fit."""


def label_studio_json(articles: Iterable[Annotated]) -> Iterator[str]:
    """The list of tasks, in pieces. Facts of an article that is done are an annotation, others a prediction."""
    opening = "["
    for number, (article, text, facts, done) in enumerate(articles, start=1):
        result = {"id": number, "result": [_region(fact) for fact in facts]}
        task: dict[str, Any] = {"id": number, "data": {"text": text, CARRIED: carried_article(article)}}
        task |= {"annotations": [result], "predictions": []} if done else {"annotations": [], "predictions": [{"model_version": CARRIED, **result}]}
        yield f"{opening}\n{simplejson.dumps(task, use_decimal=True)}"
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def _region(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": fact.start, "end": fact.end, "text": fact.text, "labels": [fact.kind]},
        "meta": {"text": [simplejson.dumps(carried_fields(fact), use_decimal=True)]},
    }


def read_label_studio(path: Path) -> list[MarkedText]:
    """The texts of the tasks with the regions of their last annotation that counts, else of their prediction. Raises GoldError."""
    return [_marked(entry, index) for index, entry in enumerate(entries_of(path))]


def _marked(entry: Entry, index: int) -> MarkedText:
    data: Any = (entry.value.get("data") if isinstance(entry.value, dict) else None) or {}
    text = data.get("text") if isinstance(data, dict) else None
    if not isinstance(text, str):
        raise entry.refused(Fault(("data", "text"), "expected a text, as Label Studio has it in its tasks"))
    marks = []
    for where, region in _regions(entry):
        value: Any = region.get("value") or {}
        labels = value.get("labels") if isinstance(value, dict) else None
        if not (labels and isinstance(labels, list)):
            continue  # a choice, a relation, a rating: nothing that marks characters
        start, end = (value.get(name) for name in ("start", "end"))
        if not (isinstance(start, int) and isinstance(end, int)):
            raise entry.refused(Fault((*where, "value"), "expected start and end, two offsets"))
        start, end = _code_points(text, start, end, value.get("text"))
        mark = Mark(str(labels[0]), start, end, _said(region))
        fault = fault_of(mark, text) or _other_words(text, mark, value.get("text"))
        if fault:
            raise entry.refused(Fault((*where, "value"), fault))
        marks.append(mark)
    name = {"id": f"{entry.file.stem}-{entry.value.get('id', index + 1)}"}
    carried = data.get(CARRIED)
    return MarkedText(f"{entry.file}: task {index + 1}", text, tuple(marks), {**name, **(carried if isinstance(carried, dict) else {})})


def _regions(entry: Entry) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """The regions that count, each with where it stands."""
    for name in ("annotations", "completions", "predictions"):
        given = entry.value.get(name)
        whole = given if isinstance(given, list) else []
        counting = [(index, each) for index, each in enumerate(whole) if isinstance(each, dict) and not each.get("was_cancelled")]
        if counting:
            index, chosen = counting[-1]
            result = chosen.get("result")
            for place, region in enumerate(result if isinstance(result, list) else []):
                if isinstance(region, dict):
                    yield (name, index, "result", place), region
            return


def _said(region: dict[str, Any]) -> dict[str, Any] | None:
    """What our own note of a region says."""
    meta = region.get("meta")
    notes = meta.get("text") if isinstance(meta, dict) else None
    for note in [notes] if isinstance(notes, str) else notes if isinstance(notes, list) else ():
        try:
            said = json_fields(note)
        except (ValueError, TypeError, RecursionError):
            continue
        if isinstance(said, dict):
            return said
    return None


def _code_points(text: str, start: int, end: int, words: Any) -> tuple[int, int]:
    """The offsets in code points, where the words show that they count UTF-16 units."""
    if not isinstance(words, str) or text[start:end] == words:
        return start, end
    units = text.encode("utf-16-le", "surrogatepass")
    first = len(units[: 2 * start].decode("utf-16-le", "surrogatepass"))
    last = len(units[: 2 * end].decode("utf-16-le", "surrogatepass"))
    return (first, last) if text[first:last] == words else (start, end)


def _other_words(text: str, mark: Mark, words: Any) -> str | None:
    surface = text[mark.start : mark.end]
    # some versions give line ends as a backslash and an n
    same = not isinstance(words, str) or surface.split() in (words.split(), words.replace("\\n", "\n").split())
    return None if same else f"expected {quoted(surface)}, as the text reads at {mark.start}-{mark.end}, not {quoted(words)}"
