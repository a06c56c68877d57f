"""Numerals with their units, found, normalised and typed."""

from wirefacts.mentions.numbers.facts import number_facts
from wirefacts.mentions.numbers.finding import find_numbers
from wirefacts.mentions.numbers.mention import NumberMention

__all__ = ["NumberMention", "find_numbers", "number_facts"]
