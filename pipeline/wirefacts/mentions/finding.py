"""What a passage holds: each family of mentions found once, when it is first asked for, and the facts they project to."""

from collections.abc import Iterable
from functools import cached_property

from wirefacts.mentions.dates import TimeMention, date_facts, find_times
from wirefacts.mentions.numbers import NumberMention, find_numbers, number_facts
from wirefacts.mentions.organizations import NameMention, find_names, organization_facts
from wirefacts.mentions.passage import Passage, Span
from wirefacts.records import Fact

FAMILIES = ("dates", "quantities", "organizations")
"""What a component each finds; quantities are money, percentages, and counts and measures."""


class Findings:
    """The mentions and facts of a passage. Times and names are found before the numbers that must not be taken out of them."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    @cached_property
    def times(self) -> list[TimeMention]:
        """The temporal expressions, in text order."""
        return find_times(self.passage)

    @cached_property
    def names(self) -> list[NameMention]:
        """The named bodies, in text order."""
        return find_names(self.passage)

    @cached_property
    def numbers(self) -> list[NumberMention]:
        """The numbers, in text order."""
        times = [Span(mention.start, mention.end) for mention in self.times]
        names = [Span(mention.start, mention.end) for mention in self.names]
        return find_numbers(self.passage, times, names)

    @cached_property
    def dates(self) -> list[Fact]:
        """The date facts, in text order."""
        return date_facts(self.passage, self.times)

    @cached_property
    def organizations(self) -> list[Fact]:
        """The organization facts, in text order."""
        return organization_facts(self.passage, self.names)

    @cached_property
    def quantities(self) -> list[Fact]:
        """The money, percentage and quantity facts, in text order."""
        return number_facts(self.passage, self.numbers)

    def facts(self, families: Iterable[str] = FAMILIES) -> list[Fact]:
        """The facts of the families, in text order; of those that start together the longer first."""
        found = [fact for family in families for fact in getattr(self, family)]
        return sorted(found, key=lambda fact: (fact.start, -fact.end, fact.kind))
