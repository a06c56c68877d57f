"""Temporal expressions as the facts of the annotation guidelines."""

from collections.abc import Sequence

from wirefacts.mentions.dates.edtf import edtf_of
from wirefacts.mentions.dates.finding import TimeMention
from wirefacts.mentions.passage import Passage
from wirefacts.mentions.projection import fact_at
from wirefacts.records import DurationValue, Fact, PeriodValue, PointValue, RecurrenceValue

_VALUES = {"date": PointValue, "period": PeriodValue, "duration": DurationValue, "set": RecurrenceValue}


def date_facts(passage: Passage, times: Sequence[TimeMention]) -> list[Fact]:
    """The facts among the temporal expressions, in text order. Comparisons, rates, adjectives and mere names of events are none."""
    return [_fact(passage, time) for time in times if time.role == "time"]


def _fact(passage: Passage, time: TimeMention) -> Fact:
    value = time.value
    fields: dict[str, object] = {
        "timex": value.timex,
        "edtf": edtf_of(value),
        "granularity": value.granularity,
        "open": value.open,
        "modifier": value.modifier,
        "event": value.event,
        "parts": [
            {"text": passage.text[piece.start : piece.end], "start": piece.start, "end": piece.end, "timex": piece.timex} for piece in value.pieces
        ],
    }
    if value.type in ("date", "period"):
        fields |= {"start_date": value.first, "end_date": value.last}
    return fact_at(passage, time.start, time.end, _VALUES[value.type].model_validate(fields), time.rule)
