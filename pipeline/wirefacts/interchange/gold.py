"""Gold: the facts of an article as people marked them.

A gold fact has the fields of a fact but no provenance. It is held to the same types and names, yet not to the same inner agreement (that
a range has no value, that a length of time has no days): gold says what an annotator read, and the scorer compares it field by field.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from wirefacts.records import Amount, DatePart, Extent, Offset, Part, Record
from wirefacts.records.values import Basis, DateModifier, Direction, Granularity, NumberModifier, OrganizationType, Role


def _day(given: object) -> object:
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given, re.ASCII):
        raise ValueError(f"expected a day as YYYY-MM-DD, not {given[:40]!r}")
    return given


Link = tuple[tuple[str | int, ...], str]
"""A field and the id of the fact that it refers to."""

Day = Annotated[dt.date, BeforeValidator(_day)]


class GoldMark(Record):
    """A marked surface. A field that is null is as good as absent."""

    id: str = Field(min_length=1)
    start: Offset
    end: Offset
    text: str = Field(min_length=1)
    sentence: Extent | None = None
    part: Part | None = None
    optional: bool = Field(default=False, description="a careful reader could leave it out: costs nothing when missed, earns nothing when found")
    note: str | None = None
    counted_also: str | None = Field(default=None, description="a second accepted reading of what is counted")

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, given: Any) -> Any:
        return {name: value for name, value in given.items() if value is not None} if isinstance(given, dict) else given

    @property
    def links(self) -> Iterator[Link]:
        """The ids of other facts that this one names, with the field of each."""
        for field in ("equivalent_of", "of_total"):
            if (link := getattr(self, field, None)) is not None:
                yield (field,), link


class _GoldNumber(GoldMark):
    value: Amount | None = None
    low: Amount | None = None
    high: Amount | None = None
    modifier: NumberModifier = "exact"


class GoldMoney(_GoldNumber):
    """An amount of currency, as marked."""

    kind: Literal["money"]
    currency: str | None = None
    per: str | None = None
    equivalent_of: str | None = None


class GoldPercentage(_GoldNumber):
    """A percentage, as marked."""

    kind: Literal["percentage"]
    unit: Literal["percent", "percentage_point"] = "percent"
    role: Role | None = None
    direction: Direction | None = None
    basis: Basis | None = None
    basis_text: str | None = None


class GoldQuantity(_GoldNumber):
    """A count or measure, as marked."""

    kind: Literal["quantity"]
    unit: str | None = None
    per: str | None = None
    counted: str | None = None
    of_total: str | None = None


class GoldDate(GoldMark):
    """A temporal expression, as marked."""

    kind: Literal["date"]
    type: Literal["date", "period", "duration", "set"] | None = None
    start_date: Day | None = None
    end_date: Day | None = None
    timex: str | None = None
    granularity: Granularity | None = None
    open: Literal["start", "end"] | None = None
    modifier: DateModifier | None = None
    event: str | None = None
    parts: tuple[DatePart, ...] = ()


class GoldOrganization(GoldMark):
    """A named body, as marked."""

    kind: Literal["organization"]
    name: str = Field(min_length=1)
    place: str | None = None
    type: OrganizationType | None = None


GoldFact = Annotated[GoldMoney | GoldPercentage | GoldQuantity | GoldDate | GoldOrganization, Field(discriminator="kind")]


class GoldObservation(Record):
    """A row of roles, each of which lists its accepted readings; only what it refers to is checked."""

    model_config = ConfigDict(extra="allow")

    value: str
    period: str | None = None
    period_also: str | None = Field(default=None, description="a second accepted period")
    equivalent: str | None = None
    change: tuple[str, ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        """The ids of facts that the row names, with the field of each."""
        yield ("value",), self.value
        for field in ("period", "period_also", "equivalent"):
            if (link := getattr(self, field)) is not None:
                yield (field,), link
        for index, link in enumerate(self.change):
            yield ("change", index), link


class GoldArticle(Record):
    """An article, its text and what was marked in it. What else a gold file tells of its article is left unread."""

    model_config = ConfigDict(extra="ignore")

    id: str = Field(min_length=1)
    published: Day | None = None
    sha256: str | None = Field(default=None, pattern=r"^[0-9a-f]{8,64}$", description="digest of the text, or its beginning")
    text: str = Field(repr=False)
    facts: tuple[GoldFact, ...]
    observations: tuple[GoldObservation, ...] = ()
