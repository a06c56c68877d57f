"""Temporal expressions as TimeML marks them (TimeML 1.2.1, TIMEX3), where our facts tell them otherwise."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any, NamedTuple

from wirefacts.mentions.dates import TimeMention
from wirefacts.mentions.dates.business import BusinessYear
from wirefacts.mentions.dates.cells import Cell
from wirefacts.mentions.dates.expressions import Expression, Fixed
from wirefacts.mentions.dates.lengths import LETTERS, Length, Recurring, length_timex
from wirefacts.mentions.dates.pointing import Apart, EdgeDay, Relative, Same, That
from wirefacts.mentions.dates.points import Clock, Nth, Weekday
from wirefacts.mentions.dates.stretches import Edge, Ending, Onward, Opened, Running, SoFar
from wirefacts.mentions.passage import Passage
from wirefacts.records import Timex
from wirefacts.records.conventions import TimexType


class Told(NamedTuple):
    """What TimeML says of an expression; without a start or an end, it has ours."""

    type: TimexType
    value: str
    end: int | None = None
    start: int | None = None


_TYPES: dict[str, TimexType] = {"date": "DATE", "period": "DATE", "duration": "DURATION", "set": "SET"}
_CLASSIFYING = frozenset({"annual", "yearly", "quarterly", "biannual", "biennial"})
"""Frequencies that say what sort of thing it is, as in `annual report`, rather than when it comes again."""
_DECADE = re.compile(r"(?:\w+ )*\d{4}s")
_TIME = re.compile(r"(?:\d{4}-\d{2}-\d{2})?T(?!$)")
_APART = frozenset({"later", "afterward", "afterwards", "earlier", "before"})
_PER = "per "
_CELLS = ("week", "month", "quarter", "year", "decade", "century")
"""What a stretch of days can lie in, from fine to coarse."""
_UNMARKED = frozenset(["so far", "thus far", "the foreseeable future", "the long run", "the time being"])
"""References that set no time of their own."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_WEEK = re.compile(r"(\d{4})-W\d\d$")
_ZONE = re.compile(r"(?<=:\d\d)(?:Z|[+-]\d\d:\d\d)$")


def _running(_passage: Passage, _time: TimeMention, running: Running) -> Told | None:
    """`the past three years` is a length, and so is `the next few days`; `recent years` is a reference."""
    if running.count is None and (running.direction < 0 and not running.some):
        return None
    return Told("DURATION", running.extent)


def _several(_: Passage, time: TimeMention, some: Nth | That) -> Told | None:
    """`the first nine months` and `the nine months` are lengths; `the week` that is pointed back to has no number."""
    if isinstance(some, That) and some.unit == "week" and (week := _WEEK.match(time.value.timex or "")):
        return Told("DATE", f"{week[1]}-WXX")
    return Told("DURATION", length_timex(some.unit or "", Fraction(some.count))) if some.count > 1 else None


def _ending(_: Passage, time: TimeMention, ending: Ending) -> Told | None:
    """`the six months ended June 30` is a length; `the third quarter ended Nov. 30` keeps its number."""
    if ending.count > 1 or ending.unit == "year":
        return Told("DURATION", length_timex(ending.unit, Fraction(ending.count)))
    if ending.number is None or ending.number < 0 or time.value.last is None:
        return None
    return Told("DATE", f"{time.value.last.year}-{LETTERS[ending.unit]}{ending.number}")


def _apart(passage: Passage, time: TimeMention, apart: Apart) -> Told | None:
    """`three days later` marks the three days."""
    if apart.shift <= 0:
        return None
    words = passage.view[time.start : time.end]
    return Told("DURATION", length_timex(apart.unit, Fraction(apart.shift)), time.start + len(words.rpartition(" ")[0]))


def _length(passage: Passage, time: TimeMention, _length: Length) -> Told | None:
    """`a few minutes later` marks the minutes."""
    words, _, last = passage.view[time.start : time.end].rpartition(" ")
    return Told("DURATION", _closed(time), time.start + len(words)) if last.lower() in _APART else None


def _clock(passage: Passage, time: TimeMention, clock: Clock) -> Told | None:
    """`Sunday night` is its day, `the night of May 5` marks the day; a clock time has no zone, and where no day is told the document's."""
    value = _closed(time)
    night, of, _ = passage.view[time.start : time.end].partition(" of ")
    if clock.letters.isalpha() and (of or isinstance(clock.inside, Weekday)):
        return Told("DATE", value.partition("T")[0], start=time.start + len(night + of) if of else None)
    day = passage.today.isoformat() if passage.today and value.startswith("T") else ""
    return Told("TIME", day + _ZONE.sub("", value))


def _business_year(passage: Passage, time: TimeMention, year: BusinessYear) -> Told | None:
    """A fiscal year is told by the (first) calendar year it is named by, or, `the fiscal year`, is named from."""
    if year.last is not None:
        return Told("DATE", f"{year.first or year.last:04}")
    if time.value.timex is not None or passage.today is None:
        return None
    return Told("DATE", f"{passage.today.year + year.shift:04}")


def _same(passage: Passage, time: TimeMention, same: Same) -> Told | None:
    """`the same period last year` is told by its year where the text has not spoken of the period."""
    if time.value.timex is not None:
        return None
    if isinstance(same.inside, Fixed):
        return Told("DATE", same.inside.cell.timex)
    shift = same.shift + (same.inside.shift if isinstance(same.inside, Relative) else 0)
    return Told("DATE", f"{passage.today.year + shift:04}") if passage.today is not None and shift else None


def _part(passage: Passage, time: TimeMention, part: Nth) -> Told | None:
    """`fiscal 1989's fourth quarter` is told by the year's name."""
    year = part.inside
    if isinstance(year, BusinessYear) and year.last is not None and part.unit in LETTERS and part.number > 0 and part.count == 1:
        return Told("DATE", f"{year.last:04}-{LETTERS[part.unit]}{part.number}")
    return _several(passage, time, part)


def _so_far(passage: Passage, time: TimeMention, _: SoFar) -> Told | None:
    """`so far this year` marks the year."""
    words = passage.view[time.start : time.end].lower()
    so_far = next((lead for lead in ("so far in ", "so far ", "thus far in ", "thus far ") if words.startswith(lead)), "")
    return Told("DATE", _closed(time), start=time.start + len(so_far))


def _edge_day(passage: Passage, time: TimeMention, edge: EdgeDay) -> Told | None:
    """`year's end` is the end of the year, told by the year; `year-end` is its day."""
    if "-" in passage.view[time.start : time.end] or time.value.begin is None:
        return None
    return Told("DATE", Cell.of(edge.whole, time.value.begin.first).timex)


def _fixed(passage: Passage, time: TimeMention, fixed: Fixed) -> Told | None:
    """`1990s` is written out to the year."""
    return Told("DATE", f"{fixed.cell.timex}X") if fixed.unit == "decade" and _DECADE.fullmatch(passage.view, time.start, time.end) else None


_DIFFERENCES: dict[type, Callable[[Passage, TimeMention, Any], Told | None]] = {
    Running: _running,
    Nth: _part,
    That: _several,
    Same: _same,
    EdgeDay: _edge_day,
    SoFar: _so_far,
    Ending: _ending,
    Apart: _apart,
    Length: _length,
    Clock: _clock,
    Fixed: _fixed,
    BusinessYear: _business_year,
}
"""What TimeML tells otherwise than our facts do, by what the words say."""


def timexes(passage: Passage, times: Sequence[TimeMention]) -> list[Timex]:
    """The expressions that TimeML marks, in text order.

    What has no value is none. An open period is the expression it opens with or ends at; a compound one is its parts; a comparison is a
    date as any other.
    """
    numbered = {_months(time): time.expression.number for time in times if isinstance(time.expression, Ending) and time.expression.number}
    named = [_numbered(time, numbered) for time in times if _is_marked(passage, time)]
    return [timex for time in named for timex in _marked(passage, time) if timex.value]


def _numbered(time: TimeMention, numbered: Mapping[tuple[int, int] | None, int]) -> TimeMention:
    """A quarter with the number that the text gives it: after `the first quarter ended Sept. 30`, a year earlier is a first quarter too."""
    number, value = numbered.get(_months(time)), time.value
    if (
        number is None
        or value.granularity != "quarter"
        or value.finish is None
        or not isinstance(_inside(time.expression), Same | Apart | That | Ending)
    ):
        return time
    return replace(time, value=replace(value, timex=f"{value.finish.last.year:04}-Q{number}"))


def _months(time: TimeMention) -> tuple[int, int] | None:
    """The months of the year with which it begins and ends."""
    begin, finish = time.value.begin, time.value.finish
    return None if begin is None or finish is None else (begin.first.month, finish.last.month)


def _is_marked(passage: Passage, time: TimeMention) -> bool:
    """Whether TimeML marks it: no `per day`, no frequency that describes, `annual`, `daily flights`, no `recently closed`, no idiom.

    Of the name of an event the year alone is marked.
    """
    words = passage.view[time.start : time.end].lower()
    if _names_event(time):
        return _YEAR.search(words) is not None
    if words in _UNMARKED:
        return False
    tokens, first = passage.tokens, passage.token_at(time.start)
    if first + 1 >= len(tokens):
        return True
    if words == "recently":
        return tokens.tags[first + 1] != "VBN"
    if not isinstance(time.expression, Recurring):
        return True
    describes = tokens.deps[first] == "amod" and " " not in words and tokens.lowers[first + 1] != "basis"
    return not (words in _CLASSIFYING or words.startswith(_PER) or describes)


def _names_event(time: TimeMention) -> bool:
    return time.role == "name" or time.value.event is not None


def _marked(passage: Passage, time: TimeMention) -> Iterator[Timex]:
    value = time.value
    if _names_event(time) and (year := _YEAR.search(passage.view, time.start, time.end)):
        yield _timex(passage, year.start(), year.end(), "DATE", year.group())
        return
    if value.pieces and isinstance(time.expression, Ending):
        whole = _ending(passage, time, time.expression) or Told("DATE", _closed(time))
        yield _timex(passage, value.pieces[0].start, value.pieces[0].end, whole.type, whole.value)
        yield _timex(passage, value.pieces[1].start, value.pieces[1].end, "DATE", value.pieces[1].timex or "")
        return
    if value.pieces and passage.view[time.start : time.end].endswith("period") and value.begin and value.finish and value.begin.unit == "month":
        months = value.finish.number - value.begin.number + 1
        yield _timex(passage, time.start, time.end, "DURATION", length_timex("month", Fraction(months)))
        return
    if value.pieces:
        for piece in value.pieces:
            yield _timex(passage, piece.start, piece.end, "DATE", piece.timex or "")
        return
    expression = _inside(time.expression)
    differs = _DIFFERENCES.get(type(expression))
    told = differs(passage, time, expression) if differs is not None else None
    if told is None:
        written = _closed(time)
        told = Told("TIME" if _TIME.match(written) else _TYPES[value.type], written)
    yield _timex(passage, told.start or time.start, told.end or time.end, told.type, told.value)


def _closed(time: TimeMention) -> str:
    """Our value without an open end; of a stretch the cell that it fills or lies in, for TIMEX3 has none."""
    value = time.value
    written = (value.timex or "").removesuffix("/..").removeprefix("../")
    if "/" not in written or value.begin is None or value.finish is None:
        return written.partition("/")[0]
    first, last = value.begin.first, value.finish.last
    unit = value.granularity
    if unit in _CELLS and Cell.of(unit, first).number + 1 == Cell.of(unit, last).number:
        return Cell.of(unit, first + (last - first) / 2).timex
    around = (cell for unit in _CELLS if (cell := Cell.of(unit, first)) == Cell.of(unit, last))
    return next((cell.timex for cell in around), Cell.of("year", first).timex)


def _inside(expression: Expression) -> Expression:
    """The expression that an opening preposition or an edge bends."""
    while isinstance(expression, Opened | Onward | Edge):
        expression = expression.inside
    return expression


def _timex(passage: Passage, start: int, end: int, kind: TimexType, value: str) -> Timex:
    return Timex(start=start, end=end, text=passage.text[start:end], type=kind, value=value)
