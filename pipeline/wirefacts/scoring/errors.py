"""What went wrong, mark by mark: five classes, each error with its context."""

from typing import Literal

from pydantic import Field

from wirefacts.records import Record

ErrorClass = Literal["missed", "spurious", "wrong value", "boundary", "wrong kind"]
ERROR_CLASSES: tuple[ErrorClass, ...] = ("wrong value", "wrong kind", "missed", "spurious", "boundary")

CONTEXT = 60
"""Characters of context on either side."""


class Reading(Record):
    """What one side says at a place: the kind, the surface it marked and the value it gives."""

    kind: str
    text: str
    value: str


class Error(Record):
    """One error. `before`, `surface` and `after` are the text's own characters, as untrusted as any text."""

    error: ErrorClass
    kind: str
    fields: tuple[str, ...] = Field(default=(), description="what of the value is wrong")
    item: str = Field(description="id of the article, document or sentence")
    start: int
    before: str
    surface: str
    after: str
    gold: Reading | None
    found: Reading | None

    @property
    def group(self) -> str:
        """What it is counted under: class, kind and the fields that are wrong."""
        return ": ".join([self.error, self.kind, *([", ".join(self.fields)] if self.fields else [])])


def error_at(
    text: str,
    start: int,
    end: int,
    *,
    error: ErrorClass,
    item: str,
    gold: Reading | None = None,
    found: Reading | None = None,
    fields: tuple[str, ...] = (),
) -> Error:
    """The error on these characters, with the words around them."""
    reading = gold or found
    assert reading is not None
    return Error(
        error=error,
        kind=reading.kind,
        fields=fields,
        item=item,
        start=start,
        before=text[max(0, start - CONTEXT) : start],
        surface=text[start:end],
        after=text[end : end + CONTEXT],
        gold=gold,
        found=found,
    )
