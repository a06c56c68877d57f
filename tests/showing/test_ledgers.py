import io

import pytest
from rich.console import Console

from wirefacts.showing.ledgers import ArticleRow, articles_table, lines_table

ODD = "[bold]x[/] \x1b[31m\n=1"
ROWS = [
    ArticleRow("port", "2022-07-19", ODD, {"pending": 3, "accepted": 2, "rejected": 1}, 1, ["li", "wang"]),
    ArticleRow("a" * 90, "", "", {}, 0, []),
]


def printed(table: object, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width, markup=False).print(table)
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 80, 200])
def test_articles_have_their_counts_and_sums_at_any_width(width: int) -> None:
    lines = printed(articles_table(ROWS, width), width).splitlines()
    port = next(line for line in lines if line.startswith("port")).split()
    assert port[1:8] == ["6", "3", "2", "–", "–", "1", "1"]
    assert next(line for line in lines if line.startswith("all")).split()[-3:] == ["1", "of", "2"]
    assert max(map(len, lines)) <= width


def test_text_from_elsewhere_is_text() -> None:
    for table in (articles_table(ROWS, 200), lines_table(("what",), ("count",), [((ODD,), (1,))])):
        words = printed(table, 200)
        assert "[bold]x[/] ␛[31m =1" in words
        assert "\x1b" not in words
