"""Temporal expressions as TimeML marks them (TimeML 1.2.1, TIMEX3)."""

from collections.abc import Iterator, Sequence

from wirefacts.mentions.dates import TimeMention
from wirefacts.mentions.passage import Passage
from wirefacts.records import Timex
from wirefacts.records.conventions import TimexType

_TYPES: dict[str, TimexType] = {"date": "DATE", "period": "DATE", "duration": "DURATION", "set": "SET"}
_NOT_MARKED = frozenset({"rate", "adjective", "name"})


def timexes(passage: Passage, times: Sequence[TimeMention]) -> list[Timex]:
    """The expressions that TimeML marks, in text order.

    An open period is the expression it opens with or ends at; a compound one is its parts; a comparison is a date as any other.
    """
    return [timex for time in times if time.role not in _NOT_MARKED and time.value.event is None for timex in _marked(passage, time)]


def _marked(passage: Passage, time: TimeMention) -> Iterator[Timex]:
    value = time.value
    if value.pieces:
        for piece in value.pieces:
            yield _timex(passage, piece.start, piece.end, "DATE", piece.timex or "")
        return
    written = (value.timex or "").removesuffix("/..").removeprefix("../")
    kind: TimexType = "TIME" if "T" in written and not written.startswith("P") and value.type != "set" else _TYPES[value.type]
    yield _timex(passage, time.start, time.end, kind, written)


def _timex(passage: Passage, start: int, end: int, kind: TimexType, value: str) -> Timex:
    return Timex(start=start, end=end, text=passage.text[start:end], type=kind, value=value)
