"""Temporal expressions against gold in TimeML's form, as TempEval-3 scores task A (UzZaman et al., 2013)."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from wirefacts.interchange import TimexDocument, read_timeml
from wirefacts.records import Timex
from wirefacts.scoring.errors import Error, Reading, error_at
from wirefacts.scoring.matching import matched_spans
from wirefacts.scoring.scorecard import ALL, Scorecard, card_of
from wirefacts.scoring.tasks.task import Judgement, Task, fields_of

TYPES = ("DATE", "TIME", "DURATION", "SET")

_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_TO_THE_MINUTE = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?", re.ASCII)


def judged(document: TimexDocument, found: Sequence[Timex]) -> Judgement:
    """The judgement of these expressions for a document. For a type of its own, gold and found of that type alone are matched."""
    cells = list(_cells(ALL, document.timexes, found))
    for kind in TYPES:
        cells += _cells(kind, [timex for timex in document.timexes if timex.type == kind], [timex for timex in found if timex.type == kind])
    return Judgement(cells, sorted(_errors(document, found), key=lambda error: error.start))


def plain_value(value: str) -> str:
    """A TIMEX3 value in one spelling.

    >>> plain_value("19980807"), plain_value("1998-08-07t14:30:00Z")
    ('1998-08-07', '1998-08-07T14:30')
    """
    value = value.strip().upper()
    if day := _COMPACT_DAY.fullmatch(value):
        return "-".join(day.groups())
    minute = _TO_THE_MINUTE.fullmatch(value)
    return minute[1] if minute else value


def _cells(group: str, gold: Sequence[Timex], found: Sequence[Timex]) -> Iterator[tuple[int, Scorecard]]:
    """`strict`: equal spans; `relaxed`: they share a character; `type`, `value`: of those, the type or the value is right."""
    for timex in gold:
        yield timex.start, card_of([group], gold=1)
    for timex in found:
        yield timex.start, card_of([group], found=1)
    for i, j in matched_spans(gold, found).items():
        marked, offered = gold[i], found[j]
        strict = (marked.start, marked.end) == (offered.start, offered.end)
        counts = {"strict": strict, "relaxed": 1, "type": marked.type == offered.type, "value": _same(marked, offered)}
        yield marked.start, card_of([group], **counts)


def _same(gold: Timex, found: Timex) -> bool:
    return plain_value(gold.value) == plain_value(found.value)


def _errors(document: TimexDocument, found: Sequence[Timex]) -> Iterator[Error]:
    pairs = matched_spans(document.timexes, found)
    used = set(pairs.values())
    for i, gold in enumerate(document.timexes):
        if i not in pairs:
            yield error_at(document.text, gold.start, gold.end, error="missed", item=document.id, gold=_reading(document, gold))
            continue
        offered = found[pairs[i]]
        start, end = min(gold.start, offered.start), max(gold.end, offered.end)
        marked, answer = _reading(document, gold), _reading(document, offered)
        wrong = tuple(name for name, right in (("type", gold.type == offered.type), ("value", _same(gold, offered))) if not right)
        if wrong:
            yield error_at(document.text, start, end, error="wrong value", item=document.id, fields=wrong, gold=marked, found=answer)
        elif (gold.start, gold.end) != (offered.start, offered.end):
            yield error_at(document.text, start, end, error="boundary", item=document.id, gold=marked, found=answer)
    for j, offered in enumerate(found):
        if j not in used:
            yield error_at(document.text, offered.start, offered.end, error="spurious", item=document.id, found=_reading(document, offered))


def _reading(document: TimexDocument, timex: Timex) -> Reading:
    return Reading(kind=timex.type, text=document.text[timex.start : timex.end], value=timex.value or "none")


def line(document: TimexDocument, found: Sequence[Timex]) -> dict[str, Any]:
    """A line of predictions."""
    return {"id": document.id, "timexes": [fields_of(timex, "start", "end", "type", "value") for timex in found]}


TIMEXES = Task(
    name="timeml",
    form="timexes",
    groups=TYPES,
    measures=("strict", "relaxed", "type", "value"),
    headline="value",
    read=read_timeml,
    judge=judged,
    line=line,
)
