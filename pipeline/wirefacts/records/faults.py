"""What is wrong with a record that was handed in, in words for whoever wrote it."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

Step = str | int
"""A key of an object or an index of an array."""

_TAGS = frozenset({"money", "percentage", "quantity", "date", "organization", "period", "duration", "set"})
_WANTED = {
    "date_type": "a day as YYYY-MM-DD",
    "date_parsing": "a day as YYYY-MM-DD",
    "date_from_datetime_parsing": "a day as YYYY-MM-DD",
    "date_from_datetime_inexact": "a day as YYYY-MM-DD",
    "dict_type": "an object",
    "model_attributes_type": "an object",
    "model_type": "an object",
    "string_pattern_mismatch": "what fits {pattern}",
    "string_too_short": "at least one character",
    "tuple_type": "a list",
}
_LONGEST_QUOTE = 60


class Fault(NamedTuple):
    """Where in a record something is wrong, and what was expected there."""

    where: tuple[Step, ...]
    what: str


def fault_in(error: ValidationError) -> Fault:
    """The first fault of a record that does not fit its shape.

    >>> from wirefacts.records import MoneyValue
    >>> try: MoneyValue(value="many", currency="CNY")
    ... except ValidationError as error: print(fault_in(error))
    Fault(where=('value',), what="expected a number, not 'many'")
    """
    first = error.errors(include_url=False)[0]
    where, sort, given, context = tuple(_untagged(first["loc"])), first["type"], first["input"], first.get("ctx", {})
    if sort in {"union_tag_not_found", "union_tag_invalid"}:
        where = (*where, context["discriminator"].strip("'"))
        if sort == "union_tag_invalid":
            return Fault(where, f"expected one of {context['expected_tags'].replace(chr(39), '')}, not {quoted(context['tag'])}")
    if sort in {"union_tag_not_found", "missing"}:
        return Fault(where, "expected a value, found none")
    if sort == "extra_forbidden":
        return Fault(where, "expected no such field")
    if sort in _WANTED:
        return Fault(where, f"expected {_WANTED[sort].format(**context)}, not {quoted(given)}")
    told = re.fullmatch(r"Input should be (?P<form>.*)|Value error, (?:(?P<words>.*) is wanted.*|(?P<itself>.*))", first["msg"], re.DOTALL)
    if told is None or told["itself"]:
        return Fault(where, told["itself"] if told else first["msg"])
    return Fault(where, f"expected {told['form'] or told['words']}, not {quoted(given)}")


def dotted(path: Sequence[Step]) -> str:
    """A path as people write it.

    >>> dotted(("facts", 3, "start_date"))
    '$.facts[3].start_date'
    """
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def quoted(given: Any) -> str:
    """A value as a message repeats it: words in quotes, and no more of it than tells it apart."""
    written = repr(given) if isinstance(given, str) else str(given)
    return written if len(written) <= _LONGEST_QUOTE else f"{written[:_LONGEST_QUOTE]}…"


def _untagged(location: Sequence[Step]) -> Iterator[Step]:
    """The location without the tags by which the records of a union are told apart."""
    for index, step in enumerate(location):
        if not (step in _TAGS and location[0] == "facts" and index in {2, 3}):
            yield step
