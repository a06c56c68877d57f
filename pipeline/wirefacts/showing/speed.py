"""Speeds for people: a table of what was measured, and bars."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from wirefacts.showing.visible import one_line

_NOTHING = "–"
_FULL, _PARTS = "█", " ▏▎▍▌▋▊▉"
_BESIDE_BAR = 10
_NARROWEST, _WIDEST = 10, 60


def speed_table(paces: Sequence[Mapping[str, Any]]) -> Table:
    """A line an extractor: loading apart from throughput, cold start apart from both."""
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    table.add_column("", overflow="fold")
    for name in ("load s", "round s", "× spaCy", "cold s", "× spaCy", "MB"):
        table.add_column(name, justify="right", overflow="fold")
    for pace in paces:
        if pace["failure"]:
            table.add_row(pace["name"], Text(one_line(pace["failure"])))
            continue
        table.add_row(
            pace["name"],
            f"{pace['load']:.2f}",
            _middle(pace["seconds"]),
            _spread(pace["ratio"]),
            _middle(pace["cold"]),
            _spread(pace["cold_ratio"]),
            f"{pace['memory']:.0f}",
        )
    return table


def bars(title: str, values: Mapping[str, float], width: int) -> Text:
    """A bar a value, the longest as wide as there is room.

    >>> print(bars("seconds", {"one": 1.0, "two": 2.0}, 27))
    seconds
    one █████▌      1.00
    two ███████████ 2.00
    """
    names = max(map(len, values), default=0)
    room = min(max(width - names - _BESIDE_BAR - 3, _NARROWEST), _WIDEST)
    longest = max(values.values(), default=0) or 1
    lines = [Text(title, style="bold")]
    for name, value in values.items():
        eighths = round(8 * room * value / longest)
        bar = _FULL * (eighths // 8) + (_PARTS[eighths % 8] if eighths % 8 else "")
        lines.append(Text.assemble(f"{name:{names}} ", (f"{bar:{room}}", "cyan"), f" {value:.2f}"))
    return Text("\n").join(lines)


def _middle(spread: Sequence[float] | None) -> str:
    return _NOTHING if spread is None else f"{spread[0]:.2f}"


def _spread(spread: Sequence[float] | None) -> str:
    if spread is None:
        return _NOTHING
    median, low, high = spread
    return f"{median:.2f} ({low:.2f}–{high:.2f})"
