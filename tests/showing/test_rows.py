import csv
import io

import pytest

from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.rows import COLUMNS, header_row, neutral, row, rows


def table(text: str | None = TEXT) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(header_row() + rows(specimen(), text))))


def test_every_row_stands_alone() -> None:
    for cells in table():
        assert (cells["article"], cells["title"], cells["published"]) == ("harbor", "Harbor trade sets a record", "2022-07-19")
        assert (cells["source"], cells["path"]) == ("Harbor Times", "news/harbor.txt")
        assert cells["text"] in cells["sentence"]


def test_numbers_are_plain() -> None:
    values = {cells["text"]: cells["value"] for cells in table()}
    assert values["2.08 billion yuan"] == "2080000000"
    assert values["17.6 percent"] == "17.6"


def test_columns_are_those_of_every_row() -> None:
    result = specimen()
    assert all(tuple(row(result, fact, TEXT)) == COLUMNS for fact in result.facts)


def test_without_the_text_the_sentence_is_empty() -> None:
    assert {cells["sentence"] for cells in table(None)} == {""}


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1.6%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"])
def test_formulas_are_neutralised(text: str) -> None:
    assert neutral(text).startswith("'")


def test_a_formula_in_the_article_reaches_no_cell() -> None:
    result = specimen()
    attacked = result.model_copy(update={"article": result.article.model_copy(update={"title": '=HYPERLINK("x")', "source": "@x", "id": "-1"})})
    cells = next(csv.reader(io.StringIO(rows(attacked, TEXT))))
    assert cells[:4] == ["'-1", '\'=HYPERLINK("x")', "2022-07-19", "'@x"]


def test_terminal_escapes_are_made_visible() -> None:
    assert neutral("\x1b[31m 5") == "␛[31m 5"
