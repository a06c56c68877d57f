import json
from pathlib import Path

import pytest

from wirefacts.records import KINDS
from wirefacts.records.encoding import to_json
from wirefacts.records.schemas import field_tables, schema_files, schemas
from wirefacts.records.specimen import specimen

FOLDER = Path(__file__).parents[2] / "schemas"


@pytest.mark.parametrize("name", schema_files())
def test_the_written_schemas_are_those_of_the_records(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == schema_files()[name], "run `make schemas` and look at the difference"


def test_nothing_else_lies_in_the_folder() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(schema_files())


def test_every_kind_has_a_schema() -> None:
    assert set(KINDS) < set(schemas())


def test_a_written_result_has_exactly_the_fields_of_its_schema() -> None:
    schema = schemas()["result"]
    written = json.loads(to_json(specimen()))
    assert set(written) == set(schema["properties"]) == set(schema["required"])
    for fact in written["facts"]:
        shape = next(
            shape
            for shape in schema["$defs"].values()
            if shape["properties"].get("kind", {}).get("const") == fact["kind"]
            and shape["properties"].get("type", {}).get("const", fact.get("type")) == fact.get("type")
        )
        assert set(fact) == set(shape["properties"]) == set(shape["required"])


def test_every_field_of_the_tables_has_type_meaning_and_example() -> None:
    rows = [line.strip("|").split(" | ") for line in field_tables().splitlines() if line.startswith("| `")]
    assert len(rows) > 60
    for name, kind, _, meaning, example in rows:
        assert all(cell.strip(" `") for cell in (name, kind, meaning, example)), name
        assert "null" not in example.strip(" `").split(), name
