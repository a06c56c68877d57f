"""How the tests of dates ask, and how they write what they expect."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.dates import TimeMention, date_facts, find_times
from wirefacts.mentions.dates.values import TimeValue
from wirefacts.mentions.passage import Passage
from wirefacts.records import Layout


def written(surface: str, value: TimeValue) -> str:
    """`surface = type timex [first..last] granularity, open side, modifier, event`; `-` for what is null."""
    extras = [f"open {value.open}" if value.open else None, value.modifier, value.event]
    days = f"{value.first or '-'}..{value.last or '-'}"
    return ", ".join([f"{surface} = {value.type} {value.timex or '-'} [{days}] {value.granularity or '-'}", *(extra for extra in extras if extra)])


@pytest.fixture(scope="session")
def times(passage: Callable[..., Passage]) -> Callable[..., list[tuple[str, TimeMention]]]:
    """The surfaces of all temporal expressions, facts or not, with what was found, in a text said on the given ISO day."""

    def read(text: str, published: str | None = "2020-11-18", layout: Layout | None = None) -> list[tuple[str, TimeMention]]:
        found = passage(text, published, layout)
        mentions = find_times(found)
        assert len(date_facts(found, mentions)) == len([mention for mention in mentions if mention.role == "time"])
        return [(text[mention.start : mention.end], mention) for mention in mentions]

    return read


@pytest.fixture(scope="session")
def dates(times: Callable[..., list[tuple[str, TimeMention]]]) -> Callable[..., list[str]]:
    """The date facts of a text, written out."""

    def read(text: str, published: str | None = "2020-11-18", layout: Layout | None = None) -> list[str]:
        return [written(surface, mention.value) for surface, mention in times(text, published, layout) if mention.role == "time"]

    return read
