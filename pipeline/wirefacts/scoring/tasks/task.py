"""What a benchmark is: gold that is read, a form in which it is answered, and a judge who counts."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from wirefacts.conventions import Form
from wirefacts.records import Record
from wirefacts.scoring.errors import Error
from wirefacts.scoring.scorecard import ALL, Scorecard


class Item(Protocol):
    """A text with gold: an article, a document, a sentence."""

    @property
    def id(self) -> str:
        """What it is called."""

    @property
    def text(self) -> str:
        """Its characters."""

    @property
    def published(self) -> dt.date | None:
        """The day it was written, which relative dates count from."""


class Judgement(NamedTuple):
    """What an answer to one item comes to: counts, each at the character it belongs to, and errors."""

    cells: list[tuple[int, Scorecard]]
    errors: list[Error]


@dataclass(frozen=True)
class Task:
    """A benchmark. The functions take what `read` gives and what an extractor answers in the form."""

    name: str
    form: Form
    groups: tuple[str, ...]
    """The kinds of mark that have a line of their own."""
    measures: tuple[str, ...]
    headline: str
    """The measure by which extractors are compared."""
    read: Callable[[Path], Sequence[Item]]
    judge: Callable[[Any, Sequence[Any]], Judgement]
    line: Callable[[Any, Sequence[Any]], dict[str, Any]]
    """One line of predictions."""
    by_sentence: bool = True
    """Whether an item has sentences of its own; else it is one."""

    @property
    def columns(self) -> list[tuple[str, str, str]]:
        """What extractors are compared by, side by side: heading, group and measure."""
        if self.form == "facts":
            return [(group, group, self.headline) for group in (*self.groups, ALL)]
        return [(measure, ALL, measure) for measure in self.measures]


def fields_of(record: Record, *names: str) -> dict[str, Any]:
    """These fields of a record, plain."""
    return record.model_dump(include=set(names))
