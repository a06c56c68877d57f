"""What people said of facts: the state of each, and the extractor's own value beside a corrected one."""

import datetime as dt
from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from wirefacts.records.base import Record
from wirefacts.records.facts import Fact
from wirefacts.records.result import Result

State = Literal["pending", "accepted", "rejected", "corrected", "added"]
STATES: tuple[State, ...] = get_args(State)

Outcome = Literal["changed", "lost"]
"""What a later run made of a decided fact: it reads otherwise there, or is not found."""


class Review(Record):
    """What was decided on a fact, if anything was."""

    fact: str = Field(description="id of the fact as it stands", examples=["3e12d1894140"])
    state: State = Field(description="whether a person accepted, rejected, corrected or added it", examples=["corrected"])
    reviewer: str | None = Field(default=None, description="who decided", examples=["li"])
    decided: dt.datetime | None = Field(default=None, description="when, in UTC", examples=["2022-07-20T09:30:00Z"])
    note: str | None = Field(default=None, description="why, in the reviewer's words", examples=["the table says so"])
    outcome: Outcome | None = Field(default=None, description="what the run shown made of a fact decided before it", examples=["changed"])
    extracted: Fact | None = Field(default=None, description="the extractor's own fact, where a person's stands in its place")


class Reviewed(Result):
    """The facts of one article as they stand in a ledger."""

    reviews: tuple[Review, ...] = Field(default=(), description="what was decided, one a fact, in the order of the facts")

    @model_validator(mode="after")
    def _one_review_a_fact(self) -> Self:
        if [review.fact for review in self.reviews] != [fact.id for fact in self.facts]:
            raise ValueError("the reviews are not those of the facts, one each and in their order")
        return self
