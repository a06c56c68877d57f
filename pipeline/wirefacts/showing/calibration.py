"""Confidences for people: what each rule was counted at, and how well the counts hold."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from wirefacts.showing.visible import one_line


def confidence_table(rules: Iterable[tuple[str, int, int, float]]) -> Table:
    """A line a rule, the doubtful ones first: how many of its facts were right, of how many judged, and the confidence made of that."""
    table = _table("rule", "right", "found", "confidence")
    for rule, right, found, confidence in sorted(rules, key=lambda told: (told[3], told[0])):
        table.add_row(Text(one_line(rule)), str(right), str(found), f"{confidence:.3f}")
    return table


def calibration_report(told: Mapping[str, Any]) -> Group:
    """Reliability by bins, the expected calibration error, and where the errors lie."""
    table = _table("confidence", "facts", "mean confidence", "right")
    for each in told["bins"]:
        table.add_row(f"{each['low']:.1f}–{each['high']:.1f}", str(each["facts"]), f"{each['confidence']:.3f}", f"{each['precision']:.3f}")
    lines = [f"{told['facts']} facts, {told['errors']} wrong; expected calibration error {told['error']:.3f}"]
    if told["doubtful"] is not None:
        lines.append(f"the least confident fifth of the facts holds {told['doubtful']:.0%} of the errors")
    if told["unmeasured"]:
        lines.append(f"{told['unmeasured']} facts have no confidence: their kind was never counted")
    return Group(table, *(Text(line) for line in lines))


def _table(first: str, *numbers: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column(first, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right")
    return table
