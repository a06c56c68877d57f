"""Well-known bodies: their full names, other forms, acronyms, type and place."""

from pydantic import Field

from wirefacts.records import Record
from wirefacts.records.values import OrganizationType


class Body(Record):
    """One well-known body under its full name."""

    name: str = Field(min_length=1, description="full name, used where the text spells out none")
    type: OrganizationType
    aliases: tuple[str, ...] = Field(default=(), description="other written-out forms")
    acronyms: tuple[str, ...] = Field(default=(), description="short forms")
    place: str | None = Field(default=None, description="the place it belongs to")
    country: str | None = Field(default=None, description="the country whose news alone means it by its forms")


class Bodies(Record):
    """The well-known bodies."""

    bodies: tuple[Body, ...]
