"""A change that is not kept yet: fields of a fact as they are typed, held against the record's own rules, and the fact that they make."""

import re
from types import NoneType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from wirefacts.ledger import LedgerError
from wirefacts.ledger.editing import added, corrected, fields_of
from wirefacts.records import KINDS, Fact, Kind
from wirefacts.records.facts import Duration, Money, Organization, Percentage, Period, Point, Quantity, Recurrence

_RECORDS: dict[str, Any] = {"money": Money, "percentage": Percentage, "quantity": Quantity, "date": Point, "organization": Organization}
_TYPES = tuple(get_args(record.model_fields["type"].annotation)[0] for record in (Point, Period, Duration, Recurrence))
_LAST = ("text", "start", "end", "part")
_MAIN = {"money": "value", "percentage": "value", "quantity": "value", "date": "start_date", "organization": "name"}
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")
_NUMBERS = frozenset({"value", "low", "high"})


def field_names(kind: str) -> list[str]:
    """The fields of a kind in the order in which they are shown: what the fact states, then where it stands.

    >>> field_names("organization")
    ['kind', 'name', 'type', 'place', 'text', 'start', 'end', 'part']
    """
    names = [name for name in fields_of(kind) if name not in {"kind", *_LAST}]
    return ["kind", *sorted(names, key=lambda name: name not in {"name", "type"}), *_LAST]


def choices(kind: str, name: str) -> tuple[str, ...]:
    """What a field can be where that is one of a few words; nothing where it is free.

    >>> choices("percentage", "direction"), choices("money", "value")
    (('up', 'down'), ())
    """
    if name == "kind":
        return KINDS
    if name == "type" and kind == "date":
        return _TYPES
    return _words_of(_RECORDS[kind].model_fields[name].annotation)


def _words_of(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(each) for each in get_args(annotation))
    return tuple(word for part in get_args(annotation) if part is not NoneType for word in _words_of(part))


def main_field(kind: str) -> str:
    """The field that is corrected most: the value, the first day, the name."""
    return _MAIN[kind]


def written(fact: Fact, name: str) -> str:
    """A field as a person writes it; nothing for null."""
    given = getattr(fact, name, None)
    if given is None:
        return ""
    if name in _NUMBERS:
        return format(given, "f")
    if name == "parts":
        return " / ".join(part.text for part in given)
    return str(given)


class Base(NamedTuple):
    """What a draft is made on: an article's text, and the facts beside it."""

    text: str
    digest: str
    beside: tuple[Fact, ...] = ()


class Draft:
    """A correction of a fact, or without one an addition.

    `fact` is what would be kept; while there is none, `fault` says in one line why.
    """

    def __init__(self, base: Base, fact: Fact | None = None, *, kind: Kind = "money", span: tuple[int, int] = (0, 0)) -> None:
        self._base = base
        self.before = fact
        self.kind: Kind = fact.kind if fact else kind
        self.span = (fact.start, fact.end) if fact else span
        self.changes: dict[str, str] = {}
        self.fact: Fact | None = fact
        self.fault = ""
        self._check()

    @property
    def is_new(self) -> bool:
        """Whether it is of a fact that nobody has found yet."""
        return self.before is None

    @property
    def names(self) -> list[str]:
        """The fields that can be set."""
        return [name for name in field_names(self.kind) if not (self.is_new and name in {"text", "start", "end"})]

    @property
    def surface(self) -> str:
        """The words that it marks."""
        return self._base.text[slice(*self.span)]

    def written(self, name: str) -> str:
        """A field as it is typed, else as it is."""
        if name in self.changes:
            return self.changes[name]
        if name in {"kind", "text"}:
            return self.kind if name == "kind" else self.surface
        if name in {"start", "end"}:
            return str(self.span[name == "end"])
        if self.fact is not None:
            return written(self.fact, name)
        if self.before is not None and self.before.kind == self.kind:
            return written(self.before, name)
        return self.surface if name == "name" else ""

    def set(self, name: str, value: str) -> None:
        """Give a field a value; what it was takes the change back."""
        value = value.strip()
        if name in _NUMBERS and _THOUSANDS.fullmatch(value):
            value = value.replace(",", "")
        if name == "kind":
            self.set_kind(value)
            return
        if self.before is not None and self.before.kind == self.kind and value == written(self.before, name):
            self.changes.pop(name, None)
            self._check()
            if self.fact is None or name in _LAST or written(self.fact, name) == value:
                return
        self.changes[name] = value  # it may be what it was, where without a word it would follow from others that are changed
        self._check()

    def set_kind(self, kind: str) -> None:
        """Make it of another kind: what the other has not is given up."""
        found = next((each for each in KINDS if each == kind), None)
        if found is not None and found != self.kind:
            self.kind = found
            known = set(fields_of(found)) - {"type", "modifier"}
            self.changes = {name: value for name, value in self.changes.items() if name in known}
        if self.before is not None and kind == self.before.kind:
            self.changes.pop("kind", None)
        else:
            self.changes["kind"] = kind
        self._check()

    def mark(self, start: int, end: int) -> None:
        """Move it to other characters."""
        self.span = start, end
        for name, offset in (("start", start), ("end", end)):
            if self.before is not None and offset == getattr(self.before, name):
                self.changes.pop(name, None)
            elif not self.is_new:
                self.changes[name] = str(offset)
        self.changes.pop("text", None)
        self._check()

    def _check(self) -> None:
        self.fact, self.fault = None, ""
        try:
            if self.before is None:
                start, end = self.span
                self.fact = added(self.kind, self.surface, self.values(), text=self._base.text, digest=self._base.digest, others=self._base.beside)
                assert (self.fact.start, self.fact.end) == (start, end)
            else:
                self.fact = corrected(self.before, self.changes, self._base.text, self._base.digest) if self.changes else self.before
                self.span = self.fact.start, self.fact.end
        except LedgerError as error:
            self.fault = str(error)

    def values(self) -> dict[str, str]:
        """What an addition is given beside its kind and words."""
        return {**{name: value for name, value in self.changes.items() if name != "kind"}, "start": str(self.span[0])}
