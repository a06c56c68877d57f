"""Facts as a Parquet table: the columns of the spreadsheet rows, each with its type. It needs pyarrow."""

from decimal import Decimal
from typing import Any, Protocol, TextIO, cast

import pyarrow as pa
import pyarrow.parquet as pq

from wirefacts.showing.formats import Form
from wirefacts.showing.rows import columns, reviewed_facts, values
from wirefacts.showing.selecting import narrowed
from wirefacts.showing.tables import View

_AMOUNTS = frozenset({"value", "low", "high"})
_REALS = frozenset({"base_value", "base_low", "base_high", "confidence"})
_DAYS = frozenset({"published", "start_date", "end_date"})
_OFFSETS = frozenset({"start", "end"})
_DIGITS, _MORE_DIGITS = 38, 76
"""The most digits of Arrow's two sorts of decimals."""
_PLACES = 6
"""Decimal places that amounts always have, so that the columns of most files are alike."""


class _Binary(Protocol):
    def write_bytes(self, raw: bytes) -> None: ...


class Parquet(Form):
    """A Parquet file, written when all facts are known. Text is kept as it is: nothing in it is ever run or obeyed by a reader of Parquet."""

    def __init__(self, out: TextIO, *, reviewed: bool = False) -> None:
        super().__init__(out, reviewed=reviewed)
        self.columns: dict[str, list[Any]] = {name: [] for name in columns(reviewed=reviewed)}

    def add(self, view: View) -> None:  # noqa: D102 - told by Form
        result = narrowed(view.result, view.facts)
        for fact, review in reviewed_facts(result):
            cells = values(result, fact, view.text, review)
            for name, column in self.columns.items():
                cell = cells.get(name)
                column.append(float(cell) if name in _REALS and cell is not None else cell)

    def close(self, seconds: float | None = None) -> None:  # noqa: ARG002, D102 - likewise
        amounts = [number for name in _AMOUNTS for number in self.columns[name] if number is not None]
        amount = _decimals(amounts)
        types = {name: amount if name in _AMOUNTS else _type(name) for name in self.columns}
        table = pa.table({name: pa.array(column, types[name]) for name, column in self.columns.items()})
        sink = pa.BufferOutputStream()
        pq.write_table(table, sink)
        cast("_Binary", self.out).write_bytes(sink.getvalue().to_pybytes())


def _type(name: str) -> Any:
    if name in _DAYS:
        return pa.date32()
    if name == "decided":
        return pa.timestamp("s", tz="UTC")
    if name in _REALS:
        return pa.float64()
    return pa.int64() if name in _OFFSETS else pa.string()


def _decimals(amounts: list[Decimal]) -> Any:
    """The exact type that holds all of the amounts."""
    places = max([_PLACES, *(-int(number.as_tuple().exponent) for number in amounts)])
    whole = max([1, *(number.adjusted() + 1 for number in amounts)])
    return pa.decimal128(_DIGITS, places) if whole + places <= _DIGITS else pa.decimal256(_MORE_DIGITS, min(places, _MORE_DIGITS - whole))
