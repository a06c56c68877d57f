"""Temporal expressions as the grammar composes them: small values that know how to resolve themselves in a context.

What cannot be resolved comes out with its granularity and without days; a day outside the years 1 to 9999 raises ValueError or
OverflowError, which `resolved` turns into the same.
"""

from dataclasses import dataclass, replace
from typing import Protocol

from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.context import Context
from wirefacts.mentions.dates.values import TimeValue, point, stretch, unresolved

FINENESS = (
    "second",
    "minute",
    "hour",
    "time",
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
)
"""Units from fine to coarse."""

_ABOUT = 10
"""Days around that of publication in which a text is stamped."""


def as_fine(value: TimeValue, unit: str) -> bool:
    """Whether the value speaks in the unit or a finer one."""
    return value.granularity in FINENESS and FINENESS.index(value.granularity) <= FINENESS.index(unit)


class Expression(Protocol):
    """A temporal expression."""

    @property
    def unit(self) -> str | None:
        """Unit it speaks in; None where it is vague."""

    def resolve(self, context: Context) -> TimeValue:
        """Its value in the context."""


def resolved(expression: Expression, context: Context) -> TimeValue:
    """The value of the expression; without days where they lie outside the calendar."""
    try:
        return expression.resolve(context)
    except (ValueError, OverflowError):
        return unresolved(expression.unit)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell that the words name in full: `2021`, `July 19, 2022`, `the 1990s`."""

    cell: Cell

    @property
    def unit(self) -> str:
        """Unit of the cell."""
        return self.cell.unit

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - the words alone say it
        """The cell."""
        return point(self.cell)


@dataclass(frozen=True, slots=True)
class Either:
    """A day in figures whose order is not told: `01/07/2024` is of January or of July."""

    days: tuple[Cell, Cell]
    unit: str = "day"

    def resolve(self, context: Context) -> TimeValue:
        """The reading that lies about the day of publication, as a line that stamps a text does; no days where neither or both do."""
        if context.now is None:
            return unresolved("day")
        now = Cell.of("day", context.now).number
        near = [day for day in self.days if abs(day.number - now) <= _ABOUT]
        return point(near[0]) if len(near) == 1 else unresolved("day")


@dataclass(frozen=True, slots=True)
class Hundreds:
    """A hundred years by their digits: `the 1800s`, which begin a year before the 19th century."""

    first: int
    unit: str = "century"

    def resolve(self, context: Context) -> TimeValue:  # noqa: ARG002 - the words alone say it
        """All its years."""
        return replace(stretch(Cell.year(self.first), Cell.year(self.first + 99), self.unit), type="date", timex=f"{self.first // 100:02}")
