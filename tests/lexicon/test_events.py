"""The event data file."""

from itertools import pairwise

from wirefacts.lexicon import Lexicon
from wirefacts.lexicon.events import Event

EVENTS = Lexicon().events


def test_every_event_has_a_day() -> None:
    assert all(event.first or event.last for event in EVENTS.events)


def test_a_series_runs_forward_in_time() -> None:
    for series in EVENTS.series:
        days = [series.days[number] for number in sorted(series.days)]
        assert all(earlier[1] < later[0] for earlier, later in pairwise(days))


def test_congresses_and_plans_are_complete() -> None:
    congresses, plans = EVENTS.by_form["{ordinal} cpc national congress"], EVENTS.by_form["{ordinal} five-year plan"]
    assert not isinstance(congresses, Event)
    assert not isinstance(plans, Event)
    assert (sorted(congresses), sorted(plans)) == (list(range(1, 21)), list(range(1, 16)))
    assert plans[13].name == "13th Five-Year Plan"
