"""Lines that frame an article: who wrote, edited and published it, and when."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.frames import any_of
from wirefacts.reading.days import StatedDay, days_in
from wirefacts.reading.lines import is_finished
from wirefacts.reading.naming import are_names, outlet_of, outlets_in

LONGEST_BYLINE = 250
"""Characters that a line of the frame can have."""

Sort = Literal["published", "updated", "source", "people"]
_SORTS: tuple[Sort, ...] = ("published", "updated", "source", "people")
_MOST_NAMES = 16
_MOST_NAMES_BESIDE_A_DAY = 8
_MOST_OTHER_WORDS = 2
_LONGEST_FINISHED = 120
_NAVIGATION = ">"
_LABEL_OR_DAY = re.compile(r"[\d:|]")
_WORD = re.compile(r"[^\W_][\w'.-]*")
_ADDRESS = re.compile(r"\S+@\S+")
_SOURCE = re.compile(r"\s?(?P<name>[^\W\d_](?:[^|:/()\[\]\s]|\s(?!\s)){1,60})")


class Byline(NamedTuple):
    """What a line of the frame says."""

    days: Sequence[tuple[Sort | None, dt.date]]
    """The days that it states, each with the label before it."""
    source: str | None
    """What it calls its source, an outlet under its canonical name."""
    outlet: str | None
    """The first outlet that it names."""
    labelled: bool
    """Whether it is plainly of the frame, wherever it stands: labelled, credited, or a day with a time or an outlet."""
    certain: bool
    """Whether it could not be a headline."""


class _Label(NamedTuple):
    start: int
    end: int
    sort: Sort


def byline_of(view: str, lexicon: Lexicon) -> Byline | None:
    """What a view of a line says if it is one of the frame: labels, credits, days, times and outlets, and names beside them.

    >>> byline = byline_of("By Li Ming | China Daily | Updated: 2021-05-07 09:10", Lexicon())
    >>> byline.days, byline.outlet
    ([('updated', datetime.date(2021, 5, 7))], 'China Daily')
    >>> byline_of("By 2025 the port will be the largest in the north.", Lexicon()) is None
    True
    """
    finished = is_finished(view)
    if len(view) > (_LONGEST_FINISHED if finished else LONGEST_BYLINE):
        return None
    if lexicon.frames.closing.fullmatch(view) or view.endswith(_NAVIGATION):
        return Byline([], None, None, labelled=True, certain=True)
    credit = lexicon.frames.opening_credit.match(view)
    if not credit and not _LABEL_OR_DAY.search(view):
        outlet = None if view.islower() else outlet_of(view.strip("()[] "), lexicon)
        return Byline([], None, outlet, labelled=False, certain=True) if outlet else None
    days = [day for day in days_in(view, lexicon) if day.year]
    rest = _clock(lexicon).sub(_blank, _without(view, ((day.start, day.end) for day in days)))
    labels = _labels(rest, days, lexicon)
    if finished and not labels:
        return None
    rest = _without(rest, [*((label.start, label.end) for label in labels), *([credit.span()] if credit else [])])
    rest = _ADDRESS.sub(_blank, rest)
    outlets = list(outlets_in(rest, lexicon))
    words = _WORD.findall(_without(rest, ((outlet.start, outlet.end) for outlet in outlets)))
    names = are_names(" ".join(words), lexicon)
    if credit and not labels:
        labelled = names and len(words) <= _MOST_NAMES and not any(word[0].isdigit() for word in words)
    else:
        opens = bool(labels) and not view[: labels[0].start].strip(" ([")
        labelled = (opens or bool(labels and (days or outlets))) and len(words) <= (_MOST_NAMES if names else _MOST_OTHER_WORDS)
    labelled = labelled or (not words and bool(days) and (bool(outlets) or ":" in view))
    framed = labelled or bool(days or outlets)
    certain = framed and (labelled or not words or ("|" in view and names))
    if not certain and not (days and names and len(words) <= _MOST_NAMES_BESIDE_A_DAY):
        return None
    return Byline(
        [(_sort_of(day, labels), stated) for day in days if (stated := day.date)],
        next((_source(rest, label, lexicon) for label in labels if label.sort == "source"), None),
        outlets[0].name if outlets else None,
        labelled=labelled,
        certain=certain,
    )


def _labels(rest: str, days: Sequence[StatedDay], lexicon: Lexicon) -> list[_Label]:
    """The labels: words with a colon, and those before a day without one."""
    labels = []
    for match in lexicon.frames.label.finditer(rest):
        sort = next(sort for sort in _SORTS if match[sort])
        day = next((day for day in days if day.start >= match.end()), None)
        dated = sort in {"published", "updated"} and day is not None and not rest[match.end() : day.start].strip(" ,|-([")
        if match["colon"] or dated:
            labels.append(_Label(*match.span(), sort))
    return labels


def _sort_of(day: StatedDay, labels: Sequence[_Label]) -> Sort | None:
    return next((label.sort for label in reversed(labels) if label.end <= day.start), None)


def _source(rest: str, label: _Label, lexicon: Lexicon) -> str | None:
    """The outlet after a label, under its canonical name; the words themselves where it is not known."""
    named = _SOURCE.match(rest.rstrip(), label.end)
    if named is None or not are_names(named["name"], lexicon):
        return None
    return next((outlet.name for outlet in outlets_in(named["name"], lexicon)), named["name"].rstrip(" ,.;-"))


def _without(view: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        view = view[:start] + " " * (end - start) + view[end:]
    return view


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@lru_cache(maxsize=4)
def _clock(lexicon: Lexicon) -> re.Pattern[str]:
    """Times of day with their zones, and weekdays."""
    zone = rf"(?:\(?(?:(?:{any_of(lexicon.calendar.time_zones)}|[A-Z]{{1,4}}T)(?!\w))?\s?(?:[+-]\d{{1,2}}(?::?\d{{2}})?)?(?!\w)\)?)"
    noon = r"[ap]\.?\s?m\b\.?"
    sources = (
        rf"(?<!\d)T?\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?!\d)(?:\s*{noon})?(?:Z\b|\s?{zone})?",
        rf"(?<![\d.])\d{{1,2}}(?:\.\d{{2}})?\s?{noon}(?:\s?{zone})?",
        rf"(?<!\w)(?:{any_of(lexicon.calendar.weekdays)})(?!\w)",
    )
    return re.compile("|".join(sources), re.IGNORECASE)
