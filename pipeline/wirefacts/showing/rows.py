"""Facts as rows for a spreadsheet, each of which stands alone: article, sentence, value and origin are in every row."""

import csv
import io
from decimal import Decimal
from typing import Any

from wirefacts.records import Fact, Result
from wirefacts.showing.context import window
from wirefacts.showing.visible import visible

_FROM_ARTICLE = ("title", "published", "source", "path", "url")
_FROM_FACT = (
    *("kind", "text", "value", "low", "high", "modifier", "currency", "unit", "per", "counted", "of_total", "equivalent_of"),
    *("role", "direction", "basis", "basis_text", "type", "start_date", "end_date", "timex", "edtf", "granularity", "open", "event"),
    *("name", "place", "part", "start", "end", "id"),
)
_FROM_BASE = ("value", "low", "high", "unit", "per")
COLUMNS = ("article", *_FROM_ARTICLE, *_FROM_FACT, *(f"base_{name}" for name in _FROM_BASE), "rule", "confidence", "model", "sentence")
"""Column names: those of the JSON fields, the article's id as `article`, what is nested in `base` as `base_…`."""

SENTENCE_REACH = 1000
"""Characters of a sentence that a row holds on either side of its fact: a spreadsheet's cell has an end, a sentence may have none."""

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # the full-width forms count: spreadsheets fold them


def row(result: Result, fact: Fact, text: str | None) -> dict[str, str]:
    """The cells of one fact by column. The sentence's words come from the article's text and are empty without it."""
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
    return {name: _cell(given) for name, given in cells.items()}


def header_row() -> str:
    """The line that names the columns."""
    return _line(COLUMNS)


def rows(result: Result, text: str | None) -> str:
    """The lines of a result, one a fact."""
    return "".join(_line(row(result, fact, text).values()) for fact in result.facts)


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
