"""Facts: a typed value, the characters it came from, and the rule that made it."""

from typing import Annotated, Literal, Self

from pydantic import Field, TypeAdapter, ValidationInfo, model_validator

from wirefacts.records.base import Offset, Record
from wirefacts.records.values import (
    DurationValue,
    MoneyValue,
    OrganizationValue,
    PercentageValue,
    PeriodValue,
    PointValue,
    QuantityValue,
    RecurrenceValue,
)

Part = Literal["title", "byline", "dateline", "caption", "heading", "body"]


class Extent(Record):
    """A half-open range of characters."""

    start: Offset = Field(description="first character")
    end: Offset = Field(description="one past the last character")

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        if self.start > self.end:
            raise ValueError(f"the range {self.start}-{self.end} ends before it starts")
        return self


class Provenance(Record):
    """What made a fact."""

    rule: str = Field(description="the rule that made the fact", examples=["money.symbol"])
    confidence: float | None = Field(default=None, ge=0, le=1, description="measured precision of the rule; null until it is measured")


class Located(Record):
    """A surface at its offsets; checked against the text where one is given as validation context."""

    id: str = Field(min_length=1, description="content-derived: article, kind, start, end", examples=["3e12d1894140"])
    start: Offset = Field(description="first character, in Unicode code points of the untouched text")
    end: Offset = Field(description="one past the last character")
    text: str = Field(min_length=1, description="the surface, text[start:end] of the article", examples=["15 billion yuan"])

    @model_validator(mode="after")
    def _surface_is_the_text(self, info: ValidationInfo) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"the span {self.start}-{self.end} is not as long as its text {self.text!r}")
        article = (info.context or {}).get("text")
        if article is not None and article[self.start : self.end] != self.text:
            raise ValueError(f"the article reads {article[self.start : self.end]!r} at {self.start}-{self.end}, not {self.text!r}")
        return self


class Mention(Located):
    """A surface in its sentence and part of the article, with the rule that found it."""

    sentence: Extent = Field(description="the sentence around the surface")
    part: Part = Field(default="body", description="where in the article it stands")
    provenance: Provenance = Field(description="what made it")


class Money(MoneyValue, Mention):
    """An amount of currency, as a fact."""


class Percentage(PercentageValue, Mention):
    """A percentage, as a fact."""


class Quantity(QuantityValue, Mention):
    """A count or measure, as a fact."""


class Point(PointValue, Mention):
    """A point in time, as a fact."""


class Period(PeriodValue, Mention):
    """An interval, as a fact."""


class Duration(DurationValue, Mention):
    """A length of time, as a fact."""


class Recurrence(RecurrenceValue, Mention):
    """A recurring time, as a fact."""


class Organization(OrganizationValue, Mention):
    """A named body, as a fact."""


Date = Annotated[Point | Period | Duration | Recurrence, Field(discriminator="type")]
Fact = Annotated[Money | Percentage | Quantity | Date | Organization, Field(discriminator="kind")]

_FACT: TypeAdapter[Fact] = TypeAdapter(Fact)


def fact_from(fields: dict[str, object], text: str | None = None) -> Fact:
    """The fact that the fields describe, checked against the article's text where it is given.

    Raises pydantic.ValidationError when a field is unknown, missing or wrong.

    >>> fact = fact_from({"id": "x", "kind": "quantity", "start": 0, "end": 4, "text": "5 km", "value": 5, "unit": "kilometre",
    ...     "sentence": {"start": 0, "end": 4}, "provenance": {"rule": "measure"}}, "5 km")
    >>> fact.kind, fact.value, fact.unit
    ('quantity', Decimal('5'), 'kilometre')
    """
    return _FACT.validate_python(fields, context=None if text is None else {"text": text})
