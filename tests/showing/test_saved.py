import io
import json
from typing import Any

import pytest

from wirefacts.records import Result
from wirefacts.records.encoding import to_json
from wirefacts.records.specimen import specimen
from wirefacts.showing.saved import Fault, read_results

LINE = to_json(specimen())


def read(written: str | bytes) -> list[Result | Fault]:
    return list(read_results(io.BytesIO(written if isinstance(written, bytes) else written.encode())))


def broken(step: list[Any], value: Any) -> str:
    fields = json.loads(LINE)
    place = fields
    for key in step[:-1]:
        place = place[key]
    if value is None:
        del place[step[-1]]
    else:
        place[step[-1]] = value
    return json.dumps(fields)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(f"{LINE}\n{LINE}\n", id="lines"),
        pytest.param(f"\n{LINE}\r\n\n{LINE}", id="blank lines, no last line end"),
        pytest.param(f"[{LINE},\n {LINE}]", id="array"),
        pytest.param(b"\xef\xbb\xbf" + f"{LINE}\n{LINE}".encode(), id="byte-order mark"),
    ],
)
def test_both_forms_are_read(written: str | bytes) -> None:
    assert read(written) == [specimen()] * 2


@pytest.mark.parametrize(
    ("step", "value", "reason"),
    [
        (["facts", 4, "start_date"], "soon", "expected a day as YYYY-MM-DD, not 'soon' @ $.facts[4].start_date"),
        (["facts", 2, "value"], "many", "expected a number, not 'many' @ $.facts[2].value"),
        (["facts", 2, "currency"], "yuan", "String should match pattern '^[A-Z]{3}$' @ $.facts[2].currency"),
        (["facts", 2, "colour"], "red", "expected no such field @ $.facts[2].colour"),
        (["facts", 2, "start"], None, "expected a value, found none @ $.facts[2].start"),
        (["facts", 2, "start"], "x", "expected a valid integer, unable to parse string as an integer, not 'x' @ $.facts[2].start"),
        (["facts", 0, "type"], "club", "@ $.facts[0].type"),
        (["article", "sha256"], None, "expected a value, found none @ $.article.sha256"),
        (["schema_version"], "9", "expected '1', not '9' @ $.schema_version"),
    ],
)
def test_a_fault_names_line_and_field_and_the_rest_is_read(step: list[Any], value: Any, reason: str) -> None:
    first, fault, last = read(f"{LINE}\n{broken(step, value)}\n{LINE}\n")
    assert isinstance(fault, Fault)
    assert fault.place == "line 2"
    assert reason in fault.reason
    assert first == last == specimen()


@pytest.mark.parametrize(
    ("written", "place", "reason"),
    [
        (b"", "", "holds no results"),
        (b"\n \n", "", "holds no results"),
        (b"{", "line 1", "expected JSON"),
        (b"\xff\xfe", "line 1", "expected UTF-8"),
        (b"5", "line 1", "expected a valid dictionary"),
        (b"[" * 200_000, "", "nested without end"),
        (b"{" + b'"a":{' * 100_000, "line 1", "nested without end"),
        (b'{"schema_version": NaN}', "line 1", "expected"),
        (b'[{"a": 1}]', "item 1", "expected"),
        (b"9" * 5000, "line 1", "expected"),
    ],
)
def test_what_holds_no_result_is_told_in_one_fault(written: bytes, place: str, reason: str) -> None:
    (fault,) = read(written)
    assert isinstance(fault, Fault)
    assert fault.place == place
    assert reason in fault.reason
    assert "\n" not in fault.reason
    assert len(fault.reason) < 200
