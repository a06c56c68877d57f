"""An article's result: the article, what extracted it, and the facts."""

import datetime as dt
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from wirefacts.records.base import Record
from wirefacts.records.facts import Fact
from wirefacts.records.observation import Observation

SCHEMA_VERSION: Literal["1"] = "1"


class Article(Record):
    """What is known of an article beside its text."""

    id: str = Field(min_length=1, description="the file's stem; the folder's name when the stem is 'article'; the given id in JSON Lines")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="digest of the decoded text as UTF-8")
    title: str | None = Field(default=None, description="headline")
    published: dt.date | None = Field(default=None, description="publication date, against which relative dates resolve")
    source: str | None = Field(default=None, description="the outlet that published it", examples=["China Daily"])
    path: str | None = Field(default=None, description="file it was read from")
    url: str | None = Field(default=None, description="address it was read from")
    language: str = Field(default="en", description="ISO 639-1")
    characters: int = Field(ge=0, description="length of the text in Unicode code points")


class ExtractorInfo(Record):
    """What made a result: with the text and the publication date, enough to make it again."""

    name: Literal["wirefacts"] = Field(default="wirefacts", description="the program")
    version: str = Field(description="the program's version")
    model: str = Field(description="name of the spaCy pipeline", examples=["en_core_web_sm"])
    model_version: str = Field(description="version of the spaCy pipeline", examples=["3.8.0"])
    options: dict[str, Any] = Field(default_factory=dict, description="options that bear on the facts")


class Result(Record):
    """The facts of one article."""

    schema_version: Literal["1"] = Field(default=SCHEMA_VERSION, description="version of this shape")
    article: Article = Field(description="the article")
    extractor: ExtractorInfo = Field(description="what extracted it")
    facts: tuple[Fact, ...] = Field(description="the facts in text order")
    observations: tuple[Observation, ...] = Field(default=(), description="rows that bind the facts; empty until they exist")

    @model_validator(mode="after")
    def _ids_are_unique_and_known(self) -> Self:
        kinds = {fact.id: fact.kind for fact in self.facts}
        if len(kinds) != len(self.facts):
            raise ValueError("two facts have the same id")
        for fact in self.facts:
            for field, kind in (("equivalent_of", "money"), ("of_total", "quantity")):
                link = getattr(fact, field, None)
                if link is not None and (kinds.get(link) != kind or link == fact.id):
                    raise ValueError(f"{field} of fact {fact.id} is {link}, which is no other fact of kind {kind} of this article")
        for row in self.observations:
            for link in (row.value, row.period, row.equivalent, *row.change):
                if link is not None and link not in kinds:
                    raise ValueError(f"observation {row.id} refers to {link}, which is no fact of this article")
        return self
