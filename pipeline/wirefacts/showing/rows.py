"""Facts as rows for a spreadsheet, each of which stands alone: article, sentence, value and origin are in every row."""

import csv
import io
from decimal import Decimal
from typing import Any

from wirefacts.records import Fact, Result, Review, Reviewed
from wirefacts.showing.context import window
from wirefacts.showing.visible import visible
from wirefacts.showing.wording import normalised

_FROM_ARTICLE = ("title", "published", "source", "path", "url")
_FROM_FACT = (
    *("kind", "text", "value", "low", "high", "modifier", "currency", "unit", "per", "counted", "of_total", "equivalent_of"),
    *("role", "direction", "basis", "basis_text", "type", "start_date", "end_date", "timex", "edtf", "granularity", "open", "event"),
    *("name", "place", "part", "start", "end", "id"),
)
_FROM_BASE = ("value", "low", "high", "unit", "per")
COLUMNS = ("article", *_FROM_ARTICLE, *_FROM_FACT, *(f"base_{name}" for name in _FROM_BASE), "rule", "confidence", "model", "sentence")
"""Column names: those of the JSON fields, the article's id as `article`, what is nested in `base` as `base_…`."""
REVIEW_COLUMNS = ("state", "reviewer", "decided", "note", "outcome", "extracted")
"""Further columns where facts were reviewed; `extracted` is the extractor's own reading where a person's stands in its place."""

SENTENCE_REACH = 1000
"""Characters of a sentence that a row holds on either side of its fact: a spreadsheet's cell has an end, a sentence may have none."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the full-width forms count: spreadsheets fold them


def row(result: Result, fact: Fact, text: str | None, review: Review | None = None) -> dict[str, str]:
    """The cells of one fact by column. The sentence's words come from the article's text and are empty without it."""
    return {name: _cell(given) for name, given in values(result, fact, text, review).items()}


def values(result: Result, fact: Fact, text: str | None, review: Review | None = None) -> dict[str, Any]:
    """The same before they are written out: numbers, days, text."""
    cells: dict[str, Any] = {
        "article": result.article.id,
        **{name: getattr(result.article, name) for name in _FROM_ARTICLE},
        **{name: getattr(fact, name, None) for name in _FROM_FACT},
        **{f"base_{name}": getattr(getattr(fact, "base", None), name, None) for name in _FROM_BASE},
        "rule": fact.provenance.rule,
        "confidence": fact.provenance.confidence,
        "model": f"{result.extractor.model} {result.extractor.model_version}",
        "sentence": "".join(window(fact, text, SENTENCE_REACH)).strip() if text is not None else None,
    }
    if review is not None:
        cells |= {name: getattr(review, name) for name in REVIEW_COLUMNS}
        cells["extracted"] = own_reading(review)
    return cells


def own_reading(review: Review) -> str | None:
    """The extractor's own fact in words; None where it stands itself."""
    return None if review.extracted is None else f"{review.extracted.text}: {review.extracted.kind} {normalised(review.extracted)}"


def header_row(*, reviewed: bool = False) -> str:
    """The line that names the columns."""
    return _line(columns(reviewed=reviewed))


def columns(*, reviewed: bool) -> tuple[str, ...]:
    """The names of the columns."""
    return (*COLUMNS, *(REVIEW_COLUMNS if reviewed else ()))


def rows(result: Result, text: str | None, *, reviewed: bool = False) -> str:
    """The lines of a result, one a fact."""
    empty = dict.fromkeys(columns(reviewed=reviewed), "")
    return "".join(_line((empty | row(result, fact, text, review)).values()) for fact, review in reviewed_facts(result))


def reviewed_facts(result: Result) -> list[tuple[Fact, Review | None]]:
    """The facts, each with what was decided on it where the result tells."""
    reviews = {review.fact: review for review in result.reviews} if isinstance(result, Reviewed) else {}
    return [(fact, reviews.get(fact.id)) for fact in result.facts]


def _cell(given: Any) -> str:
    if isinstance(given, str):
        return neutral(given)
    return format(given, "f") if isinstance(given, Decimal) else "" if given is None else str(given)


def neutral(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula and no terminal obeys.

    >>> neutral("=cmd()"), neutral("5 percent")
    ("'=cmd()", '5 percent')
    """
    return ("'" if text.startswith(_FORMULA) else "") + visible(text)


def _line(cells: Any) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()
