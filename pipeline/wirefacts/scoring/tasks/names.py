"""Organization spans against gold. A leading article and a trailing possessive are left out on both sides: conventions differ there."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from wirefacts.interchange import NameDocument, read_names
from wirefacts.records import NameSpan
from wirefacts.scoring.errors import Error, Reading, error_at
from wirefacts.scoring.matching import matched_spans, overlapping_spans
from wirefacts.scoring.scorecard import ALL, card_of
from wirefacts.scoring.tasks.task import Judgement, Task, fields_of

_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|\s)\Z")
_KIND = "organization"


def bare(text: str, span: NameSpan) -> NameSpan:
    """The span without article and possessive.

    >>> bare("the Port Bureau's", NameSpan(start=0, end=17))
    NameSpan(start=4, end=15)
    """
    article = _ARTICLE.match(text[span.start : span.end])
    start, end = span.start + (article.end() if article else 0), span.end
    while (tail := _POSSESSIVE.search(text[start:end])) and end - start > 1:
        end = start + tail.start()
    return NameSpan(start=start, end=end)


def judged(document: NameDocument, found: Sequence[NameSpan]) -> Judgement:
    """The judgement of these spans for a document. `strict`: equal spans; `relaxed`: they share a character."""
    gold, offered = _bare_spans(document.text, document.names), _bare_spans(document.text, found)
    cells = [(span.start, card_of([ALL], gold=1)) for span in gold] + [(span.start, card_of([ALL], found=1)) for span in offered]
    equal = set(offered)
    cells += [(span.start, card_of([ALL], strict=1)) for span in gold if span in equal]
    cells += [(gold[i].start, card_of([ALL], relaxed=1)) for i in overlapping_spans(gold, offered)]
    return Judgement(cells, sorted(_errors(document, gold, offered), key=lambda error: error.start))


def _bare_spans(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    return sorted({bare(text, span) for span in spans}, key=lambda span: (span.start, span.end))


def _errors(document: NameDocument, gold: Sequence[NameSpan], found: Sequence[NameSpan]) -> Iterator[Error]:
    pairs = matched_spans(gold, found)
    used = set(pairs.values())
    for i, span in enumerate(gold):
        other = found[pairs[i]] if i in pairs else None
        if other is None:
            yield error_at(document.text, span.start, span.end, error="missed", item=document.id, gold=_reading(document, span))
        elif span != other:
            start, end = min(span.start, other.start), max(span.end, other.end)
            gold_reading, found_reading = _reading(document, span), _reading(document, other)
            yield error_at(document.text, start, end, error="boundary", item=document.id, gold=gold_reading, found=found_reading)
    for j, span in enumerate(found):
        if j not in used:
            yield error_at(document.text, span.start, span.end, error="spurious", item=document.id, found=_reading(document, span))


def _reading(document: NameDocument, span: NameSpan) -> Reading:
    return Reading(kind=_KIND, text=document.text[span.start : span.end], value=f"{span.start}-{span.end}")


def line(document: NameDocument, found: Sequence[NameSpan]) -> dict[str, Any]:
    """A line of predictions."""
    return {"id": document.id, "organizations": [fields_of(span, "start", "end") for span in found]}


NAMES = Task(
    name="organizations", form="names", groups=(), measures=("strict", "relaxed"), headline="strict", read=read_names, judge=judged, line=line
)
