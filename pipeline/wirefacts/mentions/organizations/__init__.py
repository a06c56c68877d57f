"""Named bodies, found and named."""

from wirefacts.mentions.organizations.facts import organization_facts
from wirefacts.mentions.organizations.finding import find_names
from wirefacts.mentions.organizations.mention import NameMention

__all__ = ["NameMention", "find_names", "organization_facts"]
