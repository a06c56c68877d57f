"""Datelines: the place, the day and the agency with which a report begins."""

import re
from typing import NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.reading.days import StatedDay, days_in
from wirefacts.reading.naming import are_names, outlet_of

LONGEST_DATELINE = 160
"""Characters at the beginning of a paragraph in which a dateline lies."""

_LONGEST_PLACE = 60
_LONGEST_DAY = 90
_MOST_PLACE_WORDS = 6
_AGENCY = r"\s*,?\s*(?:\((?P<bracketed>[^()\d]{2,40})\)|/(?P<slashed>[^/\d]{2,40})/)"
_END = r"\s*(?:\.(?=-))?(?:(?P<dash>-{1,3}|_|:)(?!\d)|\Z)"
_TOLD = re.compile(r"(?P<agency>[^\W\d_](?:[^\W\d]|[ '.&-]){1,40}?)\s+from\s+")
_TAIL = re.compile(rf"(?:{_AGENCY})?{_END}")
_AGENCY_TAIL = re.compile(rf"{_AGENCY}{_END}|\s(?:-{{1,3}}|_)\Z")
_CLOSE = re.compile(r"[\d)/]\s*(?:\.?-(?!\d)|_|:(?!\d)|\Z)|[A-Z]\s(?:-{1,3}|_)\Z")
_PLACE = re.compile(rf"[^\W\d_](?:[^\W\d]|[\s,.'/-]){{0,{_LONGEST_PLACE}}}")


class Dateline(NamedTuple):
    """What stands before the first words of a report."""

    end: int
    """One past its last character."""
    day: StatedDay | None
    outlet: str | None
    """The agency, if it is a known outlet."""
    alone: bool
    """Whether the line ends with it."""
    complete: bool
    """Whether nothing is missing: a place in capitals, a day, a known agency and a dash."""


def dateline_of(view: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline at the beginning of a view of a paragraph.

    >>> dateline_of("JINAN, Sept. 12 (Xinhua) -- Exports grew.", Lexicon())
    Dateline(end=27, day=StatedDay(start=7, end=15, month=9, day=12, year=None), outlet='Xinhua', alone=False, complete=True)
    >>> dateline_of("Exports (in yuan) - a record - grew.", Lexicon()) is None
    True
    """
    head = view[:LONGEST_DATELINE]
    told = _TOLD.match(head)
    if told and (outlet := outlet_of(told["agency"], lexicon)):
        return _told(head, told.end(), outlet, lexicon)
    if not _CLOSE.search(head):
        return None
    announced = lexicon.frames.before_place.match(head)
    start = announced.end() if announced else 0
    for day in days_in(head[:_LONGEST_DAY], lexicon)[:1]:
        tail = _TAIL.match(head, day.end)
        found = tail and _dateline(view, start, day, tail, lexicon)
        if found:
            return found
    tail = _AGENCY_TAIL.search(head)
    return _dateline(view, start, None, tail, lexicon) if tail else None


def _told(head: str, start: int, outlet: str, lexicon: Lexicon) -> Dateline | None:
    """`CNS from Sanya, Hainan, May 14`: the agency first, and no dash behind the day."""
    day = next(iter(days_in(head[:_LONGEST_DAY], lexicon)), None)
    if day is None or not _is_place(head[start : day.start].strip(" ,"), lexicon):
        return None
    return Dateline(day.end, day, outlet, alone=day.end == len(head), complete=True)


def _dateline(view: str, start: int, day: StatedDay | None, tail: re.Match[str], lexicon: Lexicon) -> Dateline | None:
    before = view[start : day.start if day else tail.start()].rstrip()
    place = before.strip(" ,.")
    agency = tail["bracketed"] or tail["slashed"]
    outlet = outlet_of(agency, lexicon) if agency else None
    dash, alone = tail["dash"] is not None, tail.end() == len(view)
    if not (dash or alone) or (place and not _is_place(place, lexicon)):
        return None
    capitals = place.split(",")[0].isupper()
    if day is None:
        stands = outlet is not None and (dash or bool(place)) if agency else capitals and alone
    elif agency is None:
        stands = bool(place) and (capitals or start > 0 or before.endswith(","))
    else:
        stands = outlet is not None or (capitals and dash)
    if not stands:
        return None
    return Dateline(tail.end(), day, outlet, alone=alone, complete=capitals and dash and day is not None and outlet is not None)


def _is_place(words: str, lexicon: Lexicon) -> bool:
    """Whether words can name a place: capitals, no credit, outlet or weekday, no preposition in front."""
    first, *others = words.split()
    return (
        _PLACE.fullmatch(words) is not None
        and len(others) < _MOST_PLACE_WORDS
        and are_names(words, lexicon)
        and (first.isupper() or first.lower() not in lexicon.frames.small_words)
        and first.lower().strip(",") not in lexicon.calendar.weekdays
        and not lexicon.frames.opening_credit.match(words)
        and outlet_of(words, lexicon) is None
    )
