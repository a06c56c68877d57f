"""Facts made by people: an extracted one corrected, or one that was missed. The records themselves say whether it holds."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import ValidationError

from wirefacts.ledger.faults import LedgerError
from wirefacts.records import DERIVED, KINDS, Fact, fact_from, fact_id
from wirefacts.records.facts import Duration, Money, Organization, Part, Percentage, Period, Point, Quantity, Recurrence
from wirefacts.records.faults import fault_in

_RECORDS: dict[str, tuple[Any, ...]] = {
    "money": (Money,),
    "percentage": (Percentage,),
    "quantity": (Quantity,),
    "date": (Point, Period, Duration, Recurrence),
    "organization": (Organization,),
}
_FIXED = frozenset({"id", "sentence", "provenance", *DERIVED})
_NUMBERS = ("value", "low", "high", "modifier", "per")
_BOUNDS: dict[str, tuple[str, ...]] = {
    # modifier: the bounds that its value is
    "exact": (),
    "approximate": (),
    "more_than": ("low",),
    "at_least": ("low",),
    "less_than": ("high",),
    "at_most": ("high",),
}
_DAYS = frozenset({"start_date", "end_date"})
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s)|\n")
_NOTHING = frozenset({"", "null", "none"})
_SEVERAL = 6


def fields_of(kind: str) -> list[str]:
    """The fields of a kind that a person may set.

    >>> fields_of("organization")
    ['start', 'end', 'text', 'part', 'kind', 'name', 'place', 'type']
    """
    return [name for name in _RECORDS[kind][0].model_fields if name not in _FIXED]


def corrected(fact: Fact, changes: Mapping[str, Any], text: str, digest: str) -> Fact:
    """The fact with these fields changed; a word that stands for nothing, or None, empties a field.

    A bound that is not given follows its value and modifier, a TIMEX that is not given the days where these change. `text` gives a new surface,
    `start` and `end` move the boundaries. Raises LedgerError for a field that the kind has not, and for what the record does not admit.
    """
    changes = _given(changes)
    kind = changes.get("kind") or fact.kind
    _refuse_unknown(kind, changes)
    fields = fact.model_dump()
    if kind != fact.kind:
        shared = _NUMBERS if fact.kind in _with_numbers() and kind in _with_numbers() else ()
        kept = {name: fields[name] for name in ("start", "end", "text", "sentence", "part", *shared) if name in fields}
        fields = _blank(kind, fact.text) | kept
        fields = {name: value for name, value in fields.items() if name != "per" or kind != "percentage"}
    fields |= {name: value for name, value in changes.items() if name not in {"start", "end", "text"}} | {"kind": kind}
    fields["start"], fields["end"] = _span(changes, fact, text)
    fields = {name: value for name, value in fields.items() if changes.keys().isdisjoint(DERIVED.get(name, ()))}
    return _checked(_dated(_bounded(fields, changes), changes, fact), text, digest, "review.correct")


def added(kind: str, surface: str, values: Mapping[str, Any], *, text: str, digest: str, others: Sequence[Fact]) -> Fact:
    """A fact of that kind with that surface; `start` among the values tells which of several, where it occurs more than once.

    Its sentence and part are those of the facts beside it, where there are any. Raises LedgerError.
    """
    values = _given(values)
    if kind not in KINDS:
        raise LedgerError(f"kind: expected one of {', '.join(KINDS)}, not {kind!r}")
    _refuse_unknown(kind, values)
    start = _occurrence(surface, values, text)
    end = start + len(surface)
    near = next((fact for fact in others if fact.sentence.start <= start and end <= fact.sentence.end), None)
    sentence = near.sentence.model_dump() if near else _sentence(text, start, end)
    fields = {**_blank(kind, surface), "kind": kind, "sentence": sentence, "part": near.part if near else "body"}
    fields |= {name: value for name, value in values.items() if name not in {"text", "end"}} | {"start": start, "end": end}
    return _checked(_dated(_bounded(fields, values), values), text, digest, "review.add")


def timex_of_days(start: object, end: object) -> str | None:
    """What a first day and a last one say as TIMEX: a day, or the ISO interval; nothing where there are none.

    >>> timex_of_days("2025-01-22", "2025-01-22"), timex_of_days("2025-01-22", None), timex_of_days(None, None)
    ('2025-01-22', '2025-01-22/..', None)
    """
    if start is None and end is None:
        return None
    return str(start) if str(start) == str(end) else "/".join(".." if day is None else str(day) for day in (start, end))


def followed(before: Fact, after: Fact) -> frozenset[str]:
    """The fields of a corrected fact that nobody had to set: each is as those beside it that were changed have it."""
    fields = after.model_dump()
    changed = {name for name, value in fields.items() if getattr(before, name, None) != value}
    names = set(DERIVED)
    if changed & {"value", "modifier"} and "value" in fields and fields["modifier"] in _BOUNDS:
        bounds = _bounded(dict(fields), {"value": fields["value"], "modifier": fields["modifier"]})
        names |= {name for name in ("low", "high") if bounds[name] == fields[name]}
    if changed & _DAYS and fields["timex"] == timex_of_days(fields["start_date"], fields["end_date"]):
        names.add("timex")
    return frozenset(names)


def imported(mark: Any, text: str, digest: str, beside: Fact | None = None) -> Fact:
    """The fact that a mark of another tool makes: a kind, characters, and the fields that travelled with it.

    Raises LedgerError where those are not enough for a fact of its kind.
    """
    if mark.fields is None and mark.kind in _with_numbers():
        raise LedgerError("it states no value, and no fact stands there; extract the article first, or add it by wirefacts ledger add")
    said = {name: value for name, value in (mark.fields or {}).items() if name in {"sentence", *fields_of(mark.kind), *DERIVED}}
    sentence = said.get("sentence") or (beside.sentence.model_dump() if beside else _sentence(text, mark.start, mark.end))
    if not (isinstance(sentence, dict) and all(isinstance(sentence.get(name), int) for name in ("start", "end"))):
        raise LedgerError("sentence: expected start and end")
    fields = {**_blank(mark.kind, text[mark.start : mark.end]), **said}
    fields |= {"kind": mark.kind, "start": mark.start, "end": mark.end, "sentence": sentence}
    return _checked(fields, text, digest, "review.import")


def _blank(kind: str, surface: str) -> dict[str, Any]:
    """What a fact of that kind has before anything is said of it."""
    fields: dict[str, Any] = {"value": None} if kind in _with_numbers() else {}
    if kind == "money":
        fields["currency"] = None
    if kind == "date":
        fields["type"] = "date"
    if kind == "organization":
        fields["name"] = surface
    return fields


def _with_numbers() -> tuple[str, ...]:
    return "money", "percentage", "quantity"


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: None if isinstance(value, str) and value.lower() in _NOTHING else value for name, value in values.items()}


def _refuse_unknown(kind: str, values: Mapping[str, Any]) -> None:
    if kind not in _RECORDS:
        raise LedgerError(f"kind: expected one of {', '.join(KINDS)}, not {kind!r}")
    known = fields_of(kind)
    for name, value in values.items():
        if name not in known:
            raise LedgerError(f"{name}: a fact of kind {kind} has no such field to set; it has {', '.join(known)}")
        if name == "parts" and value is not None and not isinstance(value, (list, tuple)):
            raise LedgerError("parts: the expressions of a period cannot be set so; parts= empties them")
        if name == "part" and value not in get_args(Part):
            raise LedgerError(f"part: expected one of {', '.join(get_args(Part))}, not {value!r}")


def _offset(name: str, value: Any, text: str) -> int:
    try:
        offset = int(value)
    except (TypeError, ValueError):
        offset = -1
    if not 0 <= offset <= len(text):
        raise LedgerError(f"{name}: expected an offset from 0 to {len(text)}, not {value!r}")
    return offset


def _span(changes: Mapping[str, Any], fact: Fact, text: str) -> tuple[int, int]:
    """The characters of a corrected fact."""
    if changes.get("text") and not {"start", "end"} & changes.keys():
        surface = str(changes["text"])
        places = [found.start() for found in re.finditer(f"(?={re.escape(surface)})", text)]
        near = [place for place in places if place < fact.end and fact.start < place + len(surface)]
        if len(near) != 1:
            raise LedgerError(
                f"text: the article does not read {surface!r} at the fact, {fact.start}-{fact.end}"
                if not near
                else f"text: {surface!r} stands more than once at the fact; give start and end"
            )
        return near[0], near[0] + len(surface)
    start = _offset("start", changes.get("start", fact.start), text)
    end = _offset("end", changes.get("end", start + len(str(changes["text"])) if changes.get("text") else fact.end), text)
    if start >= end:
        raise LedgerError(f"end: expected an offset above {start}, not {end}")
    if changes.get("text") and text[start:end] != changes["text"]:
        raise LedgerError(f"text: the article reads {text[start:end]!r} at {start}-{end}, not {changes['text']!r}")
    return start, end


def _occurrence(surface: str, values: Mapping[str, Any], text: str) -> int:
    if not surface:
        raise LedgerError("text: expected at least one character of the article")
    places = [found.start() for found in re.finditer(f"(?={re.escape(surface)})", text)]
    if values.get("start") is not None:
        start = _offset("start", values["start"], text)
        if start not in places:
            raise LedgerError(f"start: the article reads {text[start : start + len(surface)]!r} at {start}, not {surface!r}")
        return start
    if not places:
        raise LedgerError(f"text: the article does not read {surface!r} anywhere; give it as it stands there")
    if len(places) > 1:
        told = ", ".join(map(str, places[:_SEVERAL])) + (" …" if len(places) > _SEVERAL else "")
        raise LedgerError(f"text: {surface!r} stands {len(places)} times in the article; give start=, one of {told}")
    return places[0]


def _sentence(text: str, start: int, end: int) -> dict[str, int]:
    """Where the sentence around some characters begins and ends, as far as punctuation tells."""
    first = max((found.end() for found in _SENTENCE_END.finditer(text, 0, start)), default=0)
    while first < start and text[first].isspace():
        first += 1
    after = _SENTENCE_END.search(text, end)
    last = len(text) if after is None else after.end() - (text[after.end() - 1] == "\n")
    return {"start": first, "end": max(last, end)}


def _bounded(fields: dict[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with each bound that is not given as value and modifier have it."""
    if "value" not in fields or not {"value", "modifier"} & given.keys():
        return fields
    bounds = _BOUNDS.get(fields.get("modifier") or "exact")
    if bounds is not None:
        fields |= {name: fields["value"] if name in bounds else None for name in ("low", "high") if name not in given}
    elif "modifier" in given and "value" not in given:
        fields["value"] = None
    return fields


def _dated(fields: dict[str, Any], given: Mapping[str, Any], before: Fact | None = None) -> dict[str, Any]:
    """The fields with the TIMEX of their days, where it is not given and the days are not those that were."""
    if fields["kind"] != "date" or "timex" in given or not any(str(given[name]) != str(getattr(before, name, None)) for name in _DAYS & given.keys()):
        return fields
    return fields | {"timex": timex_of_days(fields.get("start_date"), fields.get("end_date"))}


def _checked(fields: dict[str, Any], text: str, digest: str, rule: str) -> Fact:
    start, end, sentence = fields["start"], fields["end"], fields["sentence"]
    fields |= {
        "id": fact_id(digest, str(fields["kind"]), start, end),
        "text": text[start:end],
        "sentence": {"start": min(sentence["start"], start), "end": max(sentence["end"], end)},
        "provenance": {"rule": rule},
    }
    if fields.get("parts", ()) is None:
        fields["parts"] = ()
    try:
        return fact_from({name: value for name, value in fields.items() if value is not None or name in {"value", "currency"}}, text)
    except ValidationError as error:
        fault = fault_in(error)
        where = ".".join(str(step) for step in fault.where if step not in {fields["kind"], fields.get("type")} or step == fault.where[-1])
        raise LedgerError(f"{where}: {fault.what}" if where else fault.what) from None
