"""dateparser by itself: its search over the text, as its documentation shows."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from wirefacts.conventions import Form
from wirefacts.interchange import GoldFact
from wirefacts.records import Timex
from wirefacts.scoring.peers.parts import day_fact, day_timex, found_in_turn, stretch


class DateParser:
    """dateparser: `dateparser.search.search_dates(text, languages=["en"], settings={"RELATIVE_BASE": day})`."""

    name = "dateparser"
    install = "pip install dateparser"
    forms: frozenset[Form] = frozenset({"facts", "timexes"})

    def __init__(self) -> None:
        from dateparser.search import search_dates

        self._search = search_dates

    def facts(self, text: str, published: dt.date | None) -> list[GoldFact]:
        """Dates, each of one day."""
        return [day_fact(text, start, end, stretch(moment.date())) for start, end, moment in self._found(text, published)]

    def timexes(self, text: str, published: dt.date | None) -> list[Timex]:
        """Dates, each of one day."""
        return [day_timex(text, start, end, stretch(moment.date())) for start, end, moment in self._found(text, published)]

    def _found(self, text: str, published: dt.date | None) -> Iterator[tuple[int, int, dt.datetime]]:
        found = self._search(text, languages=["en"], settings=relative_to(published)) or []
        for (start, end), (_, moment) in zip(found_in_turn(text, [surface for surface, _ in found]), found, strict=True):
            if start < end:
                yield start, end, moment


def relative_to(published: dt.date | None) -> dict[str, Any]:
    """The library's settings for a text of that day."""
    return {} if published is None else {"RELATIVE_BASE": dt.datetime.combine(published, dt.time())}
