import io
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wirefacts.records import Result
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.formats import writer_of
from wirefacts.showing.rows import COLUMNS
from wirefacts.showing.tables import View


class Out(io.StringIO):
    """A text file that takes bytes too."""

    def __init__(self) -> None:
        super().__init__()
        self.raw = b""

    def write_bytes(self, raw: bytes) -> None:
        self.raw += raw


def table(*results: Result) -> Any:
    out = Out()
    writer = writer_of("parquet", out)
    for result in results:
        writer.add(View(result, result.facts, TEXT))
    writer.close()
    return pq.read_table(io.BytesIO(out.raw))


def with_value(value: str) -> Result:
    money = cast("Any", specimen().facts[2]).model_copy(update={"value": Decimal(value)})
    return specimen().model_copy(update={"facts": (money,), "observations": ()})


def test_rows_have_the_columns_of_csv_with_their_types() -> None:
    read = table(specimen(), specimen())
    assert tuple(read.column_names) == COLUMNS
    assert read.num_rows == 24
    types = {name: read.schema.field(name).type for name in ("value", "start_date", "start", "text")}
    assert types == {"value": pa.decimal128(38, 6), "start_date": pa.date32(), "start": pa.int64(), "text": pa.string()}
    assert read.column("value").to_pylist()[2] == 2080000000


@pytest.mark.parametrize("value", ["0.1234567890123", "12345678901234567890123456789012345678", "0.0000000000000000000000000000000000000001"])
def test_amounts_are_exact_however_long(value: str) -> None:
    assert table(with_value(value)).column("value").to_pylist() == [Decimal(value)]


def test_nothing_is_a_table_without_rows() -> None:
    read = table()
    assert (tuple(read.column_names), read.num_rows) == (COLUMNS, 0)


def test_text_is_kept_as_it_is(tmp_path: Path) -> None:
    odd = "=1+1 [red]x[/] \x1b[31m"
    result = specimen().model_copy(update={"article": specimen().article.model_copy(update={"title": odd})})
    assert set(table(result).column("title").to_pylist()) == {odd}
    assert not list(tmp_path.iterdir())
