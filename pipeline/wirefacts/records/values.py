"""The five typed values a fact can carry, with the fields of the annotation guidelines."""

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from wirefacts.records.base import Amount, Offset, Record

Kind = Literal["money", "percentage", "quantity", "date", "organization"]
KINDS: tuple[Kind, ...] = ("money", "percentage", "quantity", "date", "organization")

NumberModifier = Literal["exact", "approximate", "more_than", "at_least", "less_than", "at_most", "range", "vague"]
Role = Literal["change", "share", "rate", "level"]
Direction = Literal["up", "down"]
Basis = Literal["year-on-year", "month-on-month", "quarter-on-quarter", "other"]
Granularity = Literal["time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
DateModifier = Literal["approximate", "more_than", "less_than", "at_least", "at_most", "start", "mid", "end"]
OrganizationType = Literal["company", "government", "party", "media", "finance", "education", "zone", "association", "international", "other"]

DERIVED: dict[str, frozenset[str]] = {
    # a field that is worked out from others: those others. Gold does not state it, and nobody sets it.
    "base": frozenset({"value", "low", "high", "modifier", "unit", "per"}),
    "edtf": frozenset({"type", "start_date", "end_date", "timex", "granularity", "open", "modifier", "parts"}),
}

_STATED: dict[str, tuple[bool, bool | None, bool | None]] = {
    # modifier: whether value, low and high are stated; None where either is right
    "exact": (True, False, False),
    "approximate": (True, False, False),
    "more_than": (True, True, False),
    "at_least": (True, True, False),
    "less_than": (True, False, True),
    "at_most": (True, False, True),
    "range": (False, True, True),
    "vague": (False, True, None),
}


class NumericValue(Record):
    """A number as the words state it: scale words multiplied out, bounds and ranges beside it."""

    value: Amount | None = Field(description="the number the words state; null for a range or a vague number", examples=[2080000000])
    low: Amount | None = Field(default=None, description="lower bound, inclusive or not as the modifier says", examples=[5])
    high: Amount | None = Field(default=None, description="upper bound", examples=[6])
    modifier: NumberModifier = Field(default="exact", description="how the number binds", examples=["more_than"])

    @model_validator(mode="after")
    def _bounds_agree_with_modifier(self) -> Self:
        for name, number, wanted in zip(("value", "low", "high"), (self.value, self.low, self.high), _STATED[self.modifier], strict=True):
            if wanted is not None and (number is not None) != wanted:
                raise ValueError(f"a number that is {self.modifier!r} {'states' if wanted else 'has no'} {name}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is above high")
        return self

    @property
    def stated(self) -> Decimal | None:
        """The one number to sort by: the value, else the lower bound."""
        return self.value if self.value is not None else self.low


class MoneyValue(NumericValue):
    """An amount of currency."""

    kind: Literal["money"] = "money"
    currency: str | None = Field(description="ISO 4217 code", examples=["CNY"], pattern=r"^[A-Z]{3}$")
    per: str | None = Field(default=None, description="denominator of a rate", examples=["square metre"])
    equivalent_of: str | None = Field(default=None, description="id of the amount that this one restates in another currency")


class PercentageValue(NumericValue):
    """A share, a rate, a level or a change in percent."""

    kind: Literal["percentage"] = "percentage"
    unit: Literal["percent", "percentage_point"] = Field(default="percent", description="percent, or points of percent")
    role: Role = Field(default="level", description="what the percentage says of its subject", examples=["change"])
    direction: Direction | None = Field(default=None, description="where a change goes")
    basis: Basis | None = Field(default=None, description="what a change is compared with")
    basis_text: str | None = Field(default=None, description="the words that name the basis", examples=["from a year earlier"])


class BaseMeasure(Record):
    """A measure in the base unit of its dimension: SI's coherent unit, the byte for data."""

    unit: str = Field(description="standard name of the base unit", examples=["square metre"])
    per: str | None = Field(default=None, description="denominator of a rate, in its base unit where it has one size", examples=["second"])
    value: Amount | None = Field(default=None, description="the stated value, converted", examples=[73333.3333333])
    low: Amount | None = Field(default=None, description="the lower bound, converted", examples=[30000])
    high: Amount | None = Field(default=None, description="the upper bound, converted", examples=[40000])


class QuantityValue(NumericValue):
    """A count or a measure."""

    kind: Literal["quantity"] = "quantity"
    unit: str | None = Field(default=None, description="standard name of the unit of measure; null for a count", examples=["tonne"])
    per: str | None = Field(default=None, description="denominator of a rate", examples=["day"])
    counted: str | None = Field(default=None, description="what is counted or measured", examples=["foreign-invested enterprises"])
    of_total: str | None = Field(default=None, description="id of the total of which this is a part")
    base: BaseMeasure | None = Field(default=None, description="the same measure in its base unit; null for a count and for a unit of no one size")


class DatePart(Record):
    """One expression of a compound period."""

    text: str = Field(description="surface of the expression", examples=["last year"])
    start: Offset = Field(description="first character")
    end: Offset = Field(description="one past the last character")
    timex: str | None = Field(default=None, description="TIMEX3 value of the expression", examples=["2021"])


class _DateValue(Record):
    kind: Literal["date"] = "date"
    start_date: dt.date | None = Field(default=None, description="first day covered, inclusive; null where open or unknown")
    end_date: dt.date | None = Field(default=None, description="last day covered, inclusive; null where open or unknown")
    timex: str | None = Field(default=None, description="TIMEX3 value, or the ISO interval of a compound or open period", examples=["2022-H1"])
    edtf: str | None = Field(default=None, description="the days in EDTF (ISO 8601-2); null where it has no form for them", examples=["2022-40"])
    granularity: Granularity | None = Field(default=None, description="the unit the words speak in")
    open: Literal["start", "end"] | None = Field(default=None, description="the side on which the period is open")
    modifier: DateModifier | None = Field(default=None, description="what bends the expression", examples=["approximate"])
    event: str | None = Field(default=None, description="full name of the event that dates the statement")
    parts: tuple[DatePart, ...] = Field(default=(), description="expressions of a compound period, in text order")

    @field_validator("start_date", "end_date", mode="before")
    @classmethod
    def _whole_days(cls, given: object) -> object:
        if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", given):
            raise ValueError("a day as YYYY-MM-DD is wanted")
        return given

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.start_date and self.end_date and self.start_date > self.end_date:
            raise ValueError("the first day is after the last")
        if self.open == "start" and self.start_date is not None:
            raise ValueError("a period open at its start has no first day")
        if self.open == "end" and self.end_date is not None:
            raise ValueError("a period open at its end has no last day")
        return self


class PointValue(_DateValue):
    """A point in time at some granularity: a day, a month, a year, or a vague reference."""

    type: Literal["date"] = "date"


class PeriodValue(_DateValue):
    """An interval with named ends, one of which may be open."""

    type: Literal["period"] = "period"


class DurationValue(_DateValue):
    """A length of time that no calendar anchors."""

    type: Literal["duration"] = "duration"
    start_date: None = Field(default=None, description="always null: a length has no days")
    end_date: None = Field(default=None, description="always null: a length has no days")


class RecurrenceValue(_DateValue):
    """A recurring time."""

    type: Literal["set"] = "set"
    start_date: None = Field(default=None, description="always null: a recurring time has no days")
    end_date: None = Field(default=None, description="always null: a recurring time has no days")


class OrganizationValue(Record):
    """A named body."""

    kind: Literal["organization"] = "organization"
    name: str = Field(min_length=1, description="canonical form, the same for every mention", examples=["Shandong Department of Commerce"])
    place: str | None = Field(default=None, description="the place it belongs to, when the text gives one", examples=["Shandong"])
    type: OrganizationType = Field(default="other", description="what sort of body it is", examples=["government"])


DateValue = Annotated[PointValue | PeriodValue | DurationValue | RecurrenceValue, Field(discriminator="type")]
