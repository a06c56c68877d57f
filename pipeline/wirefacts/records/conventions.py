"""What other annotation conventions mark in a text: the terms in which their gold, our projections and other extractors are compared."""

from typing import Literal

from pydantic import Field

from wirefacts.records.base import Amount, Offset, Record

Change = Literal["=", "<", ">", "~", "up", "down"]
"""How NewsQuant says that a quantity is exact, bounded, approximate, or that it rose or fell."""

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class NewsQuantity(Record):
    """A quantity as NewsQuant marks it (Almasian et al., EMNLP 2023): by its value within a sentence, without offsets."""

    value: Amount | tuple[Amount, Amount] = Field(description="the number, or the ends of a range in text order")
    unit: str = Field(default="-", description="the unit's normalised name; `-` for none")
    surface_unit: str = ""
    change: Change | None = Field(default="=", description="None where gold does not mark it")
    concepts: tuple[str, ...] = Field(default=(), description="the words of what is counted or measured")


class Timex(Record):
    """A temporal expression as TimeML marks it."""

    start: Offset
    end: Offset
    text: str = ""
    type: TimexType
    value: str = ""


class NameSpan(Record):
    """The characters of a name."""

    start: Offset
    end: Offset
