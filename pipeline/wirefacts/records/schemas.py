"""The shape of the records: JSON Schemas for programs, and a table of every field for people. Both are made from the records."""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from wirefacts.records.base import Record
from wirefacts.records.encoding import to_json
from wirefacts.records.facts import (
    Date,
    Duration,
    Extent,
    Fact,
    Mention,
    Money,
    Organization,
    Percentage,
    Period,
    Point,
    Provenance,
    Quantity,
    Recurrence,
)
from wirefacts.records.observation import Observation, RoleSpan
from wirefacts.records.result import Article, ExtractorInfo, Result
from wirefacts.records.review import Review, Reviewed
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.records.values import BaseMeasure, DatePart, NumericValue

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_RECORDS: dict[str, Any] = {
    "result": Result,
    "article": Article,
    "extractor": ExtractorInfo,
    "fact": Fact,
    "money": Money,
    "percentage": Percentage,
    "quantity": Quantity,
    "date": Date,
    "organization": Organization,
    "observation": Observation,
    "reviewed": Reviewed,
    "review": Review,
}

_SECTIONS: tuple[tuple[str, tuple[type[BaseModel], ...], tuple[type[BaseModel], ...]], ...] = (
    # heading, the records it tells of, records whose fields have been told before
    ("Result: one line of JSON Lines", (Result,), ()),
    ("`article`", (Article,), ()),
    ("`extractor`", (ExtractorInfo,), ()),
    ("Every fact", (Mention,), ()),
    ("Money, percentage and quantity", (NumericValue,), ()),
    ("Money", (Money,), (Mention, NumericValue)),
    ("Percentage", (Percentage,), (Mention, NumericValue)),
    ("Quantity", (Quantity,), (Mention, NumericValue)),
    ("Date", (Point, Period, Duration, Recurrence), (Mention,)),
    ("`parts` of a date", (DatePart,), ()),
    ("Organization", (Organization,), (Mention,)),
    ("`base` of a quantity", (BaseMeasure,), ()),
    ("`sentence`", (Extent,), ()),
    ("`provenance`", (Provenance,), ()),
    ("Observation", (Observation,), ()),
    ("A role of an observation", (RoleSpan,), ()),
    ("A result of a ledger has these too", (Reviewed,), (Result,)),
    ("A review", (Review,), ()),
)

_UNITS = {
    "start": "characters",
    "end": "characters",
    "characters": "characters",
    "start_date": "day",
    "end_date": "day",
    "published": "day",
    "value": "`currency`, `unit`, or a count",
    "low": "that of `value`",
    "high": "that of `value`",
    "confidence": "0 to 1",
}
_MEANINGS = {
    # of the fields by which the records of a union are told apart
    "kind": "which of the five kinds it is",
    "type": "a point at some granularity, an interval with named ends, a length of time, or a recurring time",
}
_EXAMPLES: dict[str, Any] = {
    # of fields that the specimen has no value for
    "options": {"lexicon": "my-lexicon"},
    "url": "https://example.org/harbor",
    "base": {"unit": "kilogram", "per": None, "value": 1500},
    "confidence": 0.97,
    "place": {"text": "Eastland", "start": 196, "end": 204, "inherited": False},
    "reviews": [{"fact": "3e12d1894140", "state": "accepted"}],
    "extracted": {"kind": "percentage", "value": 17.6},
    "speaker": {"text": "harbor master Lee", "start": 12, "end": 29, "inherited": False},
}
_LONGEST_EXAMPLE = 60


class _AsWritten(GenerateJsonSchema):
    """Schemas of what is written, in which no field is ever left out."""

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        return True


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each record by its name; each is whole in itself.

    >>> list(schemas())[:3]
    ['result', 'article', 'extractor']
    """
    return {name: _schema(name, record) for name, record in _RECORDS.items()}


def json_of(schema: dict[str, Any]) -> str:
    """The schema as it is printed."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[str, str]:
    """The files of the schemas folder by name."""
    return {**{f"{name}.schema.json": json_of(schema) for name, schema in schemas().items()}, "README.md": field_tables()}


def field_tables() -> str:
    """Every field with type, unit, meaning and an example, as Markdown."""
    pieces = [
        "# The fields\n",
        "Made by `make schemas` from the records; a test fails when they differ. No field is ever left out: what the text does not say is null.",
        "Offsets are half-open and count Unicode code points of the untouched text, so `text[start:end]` is the surface.",
        "Amounts are exact decimals, written as plain numbers; days are ISO 8601.\n",
    ]
    for heading, records, told in _SECTIONS:
        pieces += [f"## {heading}\n", "| field | type | unit | meaning | example |", "|---|---|---|---|---|"]
        pieces += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in _rows(records, told)]
        pieces.append("")
    pieces += ["## A result whole\n", "For this text:\n", "```", TEXT.rstrip(), "```\n", "```json", to_json(specimen(), indent=1), "```"]
    return "\n".join(pieces) + "\n"


def _schema(name: str, record: Any) -> dict[str, Any]:
    shape = TypeAdapter(record).json_schema(schema_generator=_AsWritten, mode="serialization")
    return {"$schema": DIALECT, **shape, "title": f"wirefacts {name}"}


def _rows(records: tuple[type[BaseModel], ...], told: tuple[type[BaseModel], ...]) -> Iterator[tuple[str, ...]]:
    shapes = [record.model_json_schema(schema_generator=_AsWritten, mode="serialization")["properties"] for record in records]
    for name, shape in shapes[0].items():
        if any(name in earlier.model_fields for earlier in told):
            continue
        kinds = ", ".join(dict.fromkeys(_type(each[name]) for each in shapes)) if "const" in shape else _type(shape)
        unit = _UNITS.get(name, "") if not kinds.startswith("string") else ""
        yield f"`{name}`", kinds, unit, shape.get("description") or _MEANINGS[name], f"`{_example(records, name, shape)}`"


def _type(shape: dict[str, Any]) -> str:
    if "anyOf" in shape:
        return " or ".join(_type(choice) for choice in shape["anyOf"])
    if "$ref" in shape:
        return str(shape["$ref"]).rpartition("/")[2]
    if "oneOf" in shape:
        return "Fact"
    if "enum" in shape or "const" in shape:
        return ", ".join(f"`{choice}`" for choice in shape.get("enum", [shape.get("const")]))
    if shape["type"] == "array":
        return f"list of {_type(shape['items'])}"
    return "date" if shape.get("format") == "date" else str(shape["type"])


def _example(records: tuple[type[BaseModel], ...], name: str, shape: dict[str, Any]) -> str:
    stated = next((value for value in _stated(records, name) if value not in (None, [], {})), None)
    found = stated if stated is not None else shape["examples"][0] if "examples" in shape else _EXAMPLES.get(name, shape.get("default"))
    written = json.dumps(found, ensure_ascii=False)
    return written if len(written) <= _LONGEST_EXAMPLE else f"{written[:_LONGEST_EXAMPLE]}…"


def _stated(records: tuple[type[BaseModel], ...], name: str) -> Iterator[Any]:
    """What the records of those types, anywhere in the specimen, say in the field."""
    waiting: list[Any] = [specimen()]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, Record):
            if isinstance(thing, records):
                yield json.loads(to_json(thing))[name]
            waiting += [getattr(thing, field) for field in type(thing).model_fields]
        elif isinstance(thing, tuple):
            waiting += thing
