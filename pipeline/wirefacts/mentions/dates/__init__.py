"""Temporal expressions, found and resolved."""

from wirefacts.mentions.dates.facts import date_facts
from wirefacts.mentions.dates.finding import TimeMention, find_times

__all__ = ["TimeMention", "date_facts", "find_times"]
