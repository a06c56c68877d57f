import csv
import io
import json

import pytest

from wirefacts.records import Result
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.formats import FORMS
from wirefacts.showing.saved import Saved, read_results
from wirefacts.showing.tables import View


def written(form: str, *results: Result, seconds: float | None = None) -> str:
    out = io.StringIO()
    writer = FORMS[form](out)
    for result in results:
        writer.add(View(result, result.facts, TEXT))
    writer.close(seconds)
    return out.getvalue()


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_json_is_read_back_as_it_was(form: str) -> None:
    output = written(form, specimen(), specimen())
    assert [saved.result for saved in read_results(io.BytesIO(output.encode())) if isinstance(saved, Saved)] == [specimen()] * 2


def test_json_lines_are_one_object_an_article_with_the_fields_in_order() -> None:
    (line,) = written("jsonl", specimen()).splitlines()
    assert list(json.loads(line)) == ["schema_version", "article", "extractor", "facts", "observations"]


def test_no_results_are_an_empty_array_no_lines_and_a_header_alone() -> None:
    assert [written(form) for form in ("json", "jsonl", "table")] == ["[]\n", "", ""]
    assert len(list(csv.reader(io.StringIO(written("csv"))))) == 1


def test_csv_has_a_row_a_fact() -> None:
    assert len(list(csv.DictReader(io.StringIO(written("csv", specimen(), specimen()))))) == 2 * len(specimen().facts)


@pytest.mark.parametrize(
    ("count", "seconds", "line"),
    [
        (1, 0.84, "12 facts: 2 money, 1 percentage, 3 quantities, 4 dates, 2 organizations in 0.8 s"),
        (2, None, "2 articles, 24 facts: 4 money, 2 percentages, 6 quantities, 8 dates, 4 organizations"),
    ],
)
def test_tables_close_with_a_summary(count: int, seconds: float | None, line: str) -> None:
    output = written("table", *[specimen()] * count, seconds=seconds)
    assert " ".join(output.split()).endswith(line)


@pytest.mark.parametrize("form", ["table", "jsonl", "json", "csv"])
def test_terminal_escapes_leave_in_no_form(form: str) -> None:
    article = specimen().article.model_copy(update={"title": "\x1b[31m\x9b31m\u202e", "id": "\x1b]0;x\x07"})
    output = written(form, specimen().model_copy(update={"article": article}))
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(output)
