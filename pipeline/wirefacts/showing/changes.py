"""Two extractions beside one another, for people: totals by kind, and every fact on which they differ."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich import box
from rich.table import Table
from rich.text import Text

from wirefacts.records import KINDS
from wirefacts.showing.visible import one_line

_CHANGES = ("added", "removed", "changed", "moved")
_VERDICTS = ("won", "lost", "neither")
_COLOURS = {"won": "green", "lost": "red"}


class ChangeRow(NamedTuple):
    """A fact that differs: where it is, what changed, and surface and value on either side."""

    place: str
    change: str
    kind: str
    sides: tuple[tuple[str, str] | None, ...]
    verdict: str


def changes_totals(same: Mapping[str, int], counts: Mapping[tuple[str, str], int], *, judged: bool) -> Table:
    """How many facts of each kind are the same and how many differ, and what gold says of those."""
    columns = (*_CHANGES, *(_VERDICTS if judged else ()))
    table = Table(box=box.SIMPLE_HEAD, padding=0, show_edge=False)
    table.add_column("kind")
    for name in ("same", *columns):
        table.add_column(name, justify="right", style=_COLOURS.get(name, ""))
    for kind in KINDS:
        table.add_row(kind, str(same.get(kind, 0)), *(str(counts.get((kind, name), 0)) for name in columns))
    totals = (str(sum(counts.get((kind, name), 0) for kind in KINDS)) for name in columns)
    table.add_section()
    table.add_row("all", str(sum(same.values())), *totals)
    return table


def changes_table(rows: Sequence[ChangeRow], *, judged: bool) -> Table:
    """The facts that differ, in the order given; the words of the article are printed as they are, never obeyed."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    for name in ("where", "change", "kind", "A", "B", *(["verdict"] if judged else [])):
        table.add_column(name, overflow="fold")
    for row in rows:
        sides = [Text("–") if side is None else Text(one_line(f"{side[0]}: {side[1]}")) for side in row.sides]
        verdict = [Text(row.verdict, style=_COLOURS.get(row.verdict, ""))] if judged else []
        table.add_row(Text(one_line(row.place)), row.change, row.kind, *sides, *verdict)
    return table
