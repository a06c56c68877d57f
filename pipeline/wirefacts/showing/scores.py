"""Scores for people: a table of rates, the agreement of the other fields, and every error with its context."""

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


class ScoreRow(NamedTuple):
    """A line of the table: counts, and by measure precision, recall and F1 from 0 to 1. Counts are None for an average."""

    name: str
    gold: int | None
    found: int | None
    rates: Mapping[str, Sequence[float]]


class Reading(NamedTuple):
    """What one side says of an error: the surface it marked and its value."""

    kind: str
    surface: str
    value: str


class ErrorRow(NamedTuple):
    """An error: where it is, what gold and the extractor say there, and the article's words."""

    place: str
    gold: Reading | None
    found: Reading | None
    before: str
    surface: str
    after: str


def scores_tables(rows: Sequence[ScoreRow], averages: Sequence[ScoreRow], width: int) -> list[Table]:
    """Percentages with one decimal, kinds first and averages below: one table where the width allows it, else one a measure."""
    measures = list(rows[0].rates)
    return [_scores_table(rows, averages, group) for group in ([measures] if width >= _WIDE else [[measure] for measure in measures])]


def _scores_table(rows: Sequence[ScoreRow], averages: Sequence[ScoreRow], measures: Sequence[str]) -> Table:
    table = _plain_table()
    table.add_column("kind", overflow="fold")
    for name in ("gold", "found"):
        table.add_column(name, justify="right")
    for measure in measures:
        for rate in _RATES:
            table.add_column(f"{measure}\n{rate}", justify="right", style="bold" if (measure, rate) == ("value", "F1") else "")
    for row in rows:
        table.add_row(*_cells(row, measures), end_section=row is rows[-1])
    for row in averages:
        table.add_row(*_cells(row, measures))
    return table


def roles_table(roles: Mapping[str, Sequence[tuple[str, int, int]]]) -> Table:
    """For each kind, its fields with how often they agreed out of how often they were compared."""
    table = _plain_table()
    table.add_column("kind", overflow="fold")
    table.add_column("other fields that agree, where the value is right")
    for kind, fields in roles.items():
        table.add_row(kind, Text(", ".join(f"{name} {agreed}/{compared}" for name, agreed, compared in fields)))
    return table


def errors_block(title: str, rows: Sequence[ErrorRow]) -> RenderableType:
    """The errors of one class under their heading; the words of the article are printed as they are, never obeyed."""
    lines = [Text(f"{title} ({len(rows)})", style="bold")]
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
