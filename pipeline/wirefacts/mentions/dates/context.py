"""What an expression is read in: the day of publication, the tense around it, what was spoken of before."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from wirefacts.mentions.dates.values import TimeValue
from wirefacts.mentions.passage import Span

Tense = Literal["past", "present", "future"]

_LOOK_BACK = 60
"""Expressions that a pointing one looks back over: its reach, and a bound on the work."""


class Said(NamedTuple):
    """An expression already read."""

    start: int
    value: TimeValue
    aside: bool
    """Whether it only points to another one, `the same period last year`, is held against it, `up from 2019`, or closes it, `ended March 31`."""


@dataclass(slots=True)
class Context:
    """The circumstances of one expression; the expressions before it grow as a text is read."""

    now: dt.date | None
    """Publication day: `last year` counts from it."""
    today: dt.date | None
    """Day of the dateline, else of publication: `Wednesday` counts from it."""
    tense_at: Callable[[int], Tense | None]
    sentence_at: Callable[[int], Span]
    year_end: Callable[[str], int | None] = lambda _: None
    """The month in which business years of a sort end, where the text says it."""
    said: list[Said] = field(default_factory=list)
    start: int = 0
    """Offset of the expression."""
    leaning: Tense | None = None
    """Where the word before it looks: `since March` back, `by December` ahead."""
    settled: bool = False
    """Whether it looks there whatever the tense: `since March`, `postponed until Tuesday`."""

    @contextmanager
    def looking(self, tense: Tense, *, settled: bool = True) -> Iterator[None]:
        """Read what is inside as looking back or ahead."""
        self.leaning, self.settled = tense, settled
        try:
            yield
        finally:
            self.leaning, self.settled = None, False

    @property
    def tense(self) -> Tense | None:
        """Tense of what the expression dates, where it can be told."""
        if self.settled:
            return self.leaning
        tense = self.tense_at(self.start)
        return self.leaning or tense if tense == "present" else tense or self.leaning

    def before(self, wanted: Callable[[TimeValue], bool], *, since: int = 0, until: int | None = None) -> TimeValue | None:
        """The last expression before this one that is wanted and begins between the offsets; what is said aside is passed over."""
        for said in self.said[: -_LOOK_BACK - 1 : -1]:
            if said.start < since:
                return None
            if not said.aside and (until is None or said.start < until) and said.value.pointable and wanted(said.value):
                return said.value
        return None

    @property
    def near(self) -> int:
        """Offset of the sentence before this one's: as far as `the previous month` looks back."""
        return self.sentence_at(max(self.sentence_at(self.start).start - 2, 0)).start
