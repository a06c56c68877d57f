"""From named bodies to the facts of the annotation guidelines."""

from collections.abc import Iterable

from wirefacts.mentions.organizations.mention import NameMention
from wirefacts.mentions.passage import Passage
from wirefacts.mentions.projection import fact_at
from wirefacts.records import Fact, OrganizationValue


def organization_facts(passage: Passage, names: Iterable[NameMention]) -> list[Fact]:
    """The organization facts, in text order."""
    bodies = (name for name in names if name.is_body)
    return [fact_at(passage, name.start, name.end, OrganizationValue(name=name.name, place=name.place, type=name.type), name.rule) for name in bodies]
