"""Observations: one numeric fact with what is measured, of whom, where and when."""

from typing import Literal

from pydantic import Field

from wirefacts.records.base import Offset, Record

Modality = Literal["actual", "expected", "target", "capacity"]


class RoleSpan(Record):
    """The words that fill a role."""

    text: str = Field(description="the surface")
    start: Offset = Field(description="first character")
    end: Offset = Field(description="one past the last character")
    inherited: bool = Field(default=False, description="whether it was stated for an earlier figure and still holds")


class Observation(Record):
    """The row an analyst wants. What the text does not state is null."""

    id: str = Field(description="content-derived")
    value: str = Field(description="id of the numeric fact")
    measure: RoleSpan | None = Field(default=None, description="what is measured, as the text names it")
    subject: RoleSpan | None = Field(default=None, description="who or what has, makes or contains it")
    place: RoleSpan | None = Field(default=None, description="the administrative place the figure holds for")
    period: str | None = Field(default=None, description="id of the date fact the figure holds for")
    change: tuple[str, ...] = Field(default=(), description="ids of the facts that state its change")
    equivalent: str | None = Field(default=None, description="id of the same amount in another currency")
    source: RoleSpan | None = Field(default=None, description="who or what says so")
    speaker: RoleSpan | None = Field(default=None, description="a quoted person, with role")
    modality: Modality = Field(default="actual", description="whether the figure is a fact, an expectation, a target or a capacity")
