"""Scores for people: tables of rates, intervals and peers, the agreement of the other fields, and every error with its context."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wirefacts.showing.visible import one_line

_RATES = ("P", "R", "F1")
_WIDE = 80
"""Columns from which on all measures stand beside one another; below, each has a table of its own."""
_MEASURES_ABREAST = 3
_NOTHING = "–"


class ScoreRow(NamedTuple):
    """A line of the table: counts, and by measure precision, recall and F1 from 0 to 1. Counts are None for an average."""

    name: str
    gold: int | None
    found: int | None
    rates: Mapping[str, Sequence[float]]


class PeerRow(NamedTuple):
    """An extractor beside others: F1 from 0 to 1 in each column, None where it answers nothing; what else there is to say of it."""

    name: str
    scores: Sequence[float | None]
    remark: str


class ReadingRow(NamedTuple):
    """What one side says of an error: the surface it marked and its value."""

    kind: str
    surface: str
    value: str


class ErrorRow(NamedTuple):
    """An error: where it is, what gold and the extractor say there, and the article's words."""

    place: str
    gold: ReadingRow | None
    found: ReadingRow | None
    before: str
    surface: str
    after: str


def scores_tables(rows: Sequence[ScoreRow], averages: Sequence[ScoreRow], width: int) -> list[Table]:
    """Percentages with one decimal, kinds first and averages below: measures beside one another where the width allows it."""
    measures = list((rows or averages)[0].rates)
    abreast = _MEASURES_ABREAST if width >= _WIDE else 1
    return [_scores_table(rows, averages, measures[first : first + abreast]) for first in range(0, len(measures), abreast)]


def _scores_table(rows: Sequence[ScoreRow], averages: Sequence[ScoreRow], measures: Sequence[str]) -> Table:
    table = _plain_table()
    table.add_column("kind", overflow="fold")
    for name in ("gold", "found"):
        table.add_column(name, justify="right", overflow="fold")
    for measure in measures:
        for rate in _RATES:
            table.add_column(f"{measure}\n{rate}", justify="right", overflow="fold", style="bold" if rate == "F1" else "")
    for row in rows:
        table.add_row(*_cells(row, measures), end_section=row is rows[-1])
    for row in averages:
        table.add_row(*_cells(row, measures))
    return table


def intervals_table(title: str, measures: Sequence[str], rows: Mapping[str, Sequence[tuple[float, float]]]) -> Table:
    """The interval of F1 by kind and measure, in percent."""
    table = _plain_table()
    table.add_column(title, overflow="fold")
    for measure in measures:
        table.add_column(measure, justify="right", overflow="fold")
    for name, intervals in rows.items():
        table.add_row(name, *(f"{100 * low:.1f}–{100 * high:.1f}" for low, high in intervals))
    return table


def peers_table(title: str, columns: Sequence[str], rows: Sequence[PeerRow]) -> Table:
    """Extractors beside one another, F1 in percent, and a remark on each: how much better ours is, or why it has no scores."""
    table = _plain_table()
    table.add_column(title, overflow="fold")
    for column in columns:
        table.add_column(column, justify="right", overflow="fold")
    table.add_column("", overflow="fold")
    for row in rows:
        table.add_row(row.name, *(_NOTHING if score is None else f"{100 * score:.1f}" for score in row.scores), Text(one_line(row.remark)))
    return table


def roles_table(roles: Mapping[str, Sequence[tuple[str, int, int]]]) -> Table:
    """For each kind, its fields with how often they agreed out of how often they were compared."""
    table = _plain_table()
    table.add_column("kind", overflow="fold")
    table.add_column("other fields that agree, where the value is right")
    for kind, fields in roles.items():
        table.add_row(kind, Text(", ".join(f"{name} {agreed}/{compared}" for name, agreed, compared in fields)))
    return table


def rates_table(title: str, rows: Mapping[str, Sequence[float]]) -> Table:
    """Precision, recall and F1 by measure, in percent."""
    table = _plain_table()
    table.add_column(title, overflow="fold")
    for rate in _RATES:
        table.add_column(rate, justify="right", overflow="fold")
    for name, rates in rows.items():
        table.add_row(name, *(f"{100 * rate:.1f}" for rate in rates))
    return table


def counts_table(title: str, counts: Mapping[str, int]) -> Table:
    """Groups with how many are in each."""
    table = _plain_table()
    table.add_column(title, overflow="fold")
    table.add_column("", justify="right", overflow="fold")
    for name, count in counts.items():
        table.add_row(Text(one_line(name)), str(count))
    return table


def errors_block(title: str, rows: Sequence[ErrorRow]) -> RenderableType:
    """The errors of one class under their heading; the words of the article are printed as they are, never obeyed."""
    lines = [Text(f"{one_line(title)} ({len(rows)})", style="bold")]
    for row in rows:
        words = (one_line(row.before), "«", (one_line(row.surface), "bold"), "»", one_line(row.after))
        lines.append(Text.assemble("  ", (one_line(row.place), "dim"), "  ", *words))
        for side, style, reading in (("gold", "green", row.gold), ("found", "red", row.found)):
            if reading is not None:
                surface, value = one_line(reading.surface), one_line(reading.value)
                lines.append(Text.assemble("    ", (f"{side:5} {reading.kind}", style), f" {surface!r}: {value}"))
    return Padding(Text("\n").join(lines), (1, 0, 0, 0))


def _plain_table() -> Table:
    return Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)


def _cells(row: ScoreRow, measures: Sequence[str]) -> list[str]:
    counts = ["" if count is None else str(count) for count in (row.gold, row.found)]
    return [row.name, *counts, *(f"{100 * rate:.1f}" for measure in measures for rate in row.rates[measure])]
