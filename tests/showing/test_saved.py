import io
import json
from typing import Any

import pytest

from wirefacts.records import Result
from wirefacts.records.encoding import to_json
from wirefacts.records.specimen import TEXT, specimen
from wirefacts.showing.saved import Fault, misread, read_results

LINE = to_json(specimen())


def read(written: str | bytes) -> list[Result | Fault]:
    outcomes = read_results(io.BytesIO(written if isinstance(written, bytes) else written.encode()))
    return [outcome if isinstance(outcome, Fault) else outcome.result for outcome in outcomes]


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
        pytest.param(f"{LINE}\n{LINE}\n".encode("utf-16"), id="wide characters"),
        pytest.param(f"\ufeff[{LINE},\n{LINE}]".encode("utf-32-be"), id="array of wider characters"),
    ],
)
def test_both_forms_are_read(written: str | bytes) -> None:
    assert read(written) == [specimen()] * 2


@pytest.mark.parametrize(
    ("step", "value", "reason"),
    [
        (["facts", 4, "start_date"], "soon", "expected a day as YYYY-MM-DD, not 'soon' @ $.facts[4].start_date"),
        (["facts", 2, "value"], "many", "expected a number, not 'many' @ $.facts[2].value"),
        (["facts", 2, "currency"], "yuan", "expected what fits ^[A-Z]{3}$, not 'yuan' @ $.facts[2].currency"),
        (["facts", 2, "colour"], "red", "expected no such field @ $.facts[2].colour"),
        (["facts", 2, "start"], None, "expected a value, found none @ $.facts[2].start"),
        (["facts", 2, "start"], "x", "expected a valid integer, unable to parse string as an integer, not 'x' @ $.facts[2].start"),
        (["facts", 0, "type"], "club", "@ $.facts[0].type"),
        (["facts", 0, "kind"], None, "expected a value, found none @ $.facts[0].kind"),
        (["facts", 4, "type"], "day", "expected one of date, period, duration, set, not 'day' @ $.facts[4].type"),
        (["facts", 0, "sentence"], {"start": 9, "end": 3}, "the range 9-3 ends before it starts @ $.facts[0].sentence"),
        (["facts"], 5, "expected a list, not 5 @ $.facts"),
        (["article"], 5, "expected an object, not 5 @ $.article"),
        (["article", "id"], "", "expected at least one character, not '' @ $.article.id"),
        (["article", "published"], "2022-07-19T10:00:00", "expected a day as YYYY-MM-DD, not '2022-07-19T10:00:00' @ $.article.published"),
        (["schema_version"], 1, "expected '1', not 1 @ $.schema_version"),
        (["observations", 0, "period"], "x", "refers to x, which is no fact of this article"),
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
        (b"{\n 'id': 5\n}", "", "holds no results"),
        (LINE.encode("utf-16")[:-1], "", "expected UTF-16"),
        (b'\n{"article": "on', "line 2", "expected JSON: Unterminated string starting at column 13"),
        (b'\n[\n{"article": 1', "line 3", "expected JSON: Expecting ',' delimiter or '}' at column 14"),
        (b'{"article": "\xff"}', "line 1", "expected UTF-8"),
        (b"5\n5", "", "holds no results"),
        (b"[" * 200_000, "", "nested without end"),
        (b"{" + b'"article":{' * 100_000, "line 1", "nested without end"),
        (b'{"article": NaN}', "line 1", "expected"),
        (b'[{"article": 1}]', "item 1", "expected"),
        (b'[{"a": 1}, 5]', "", "holds no results"),
        (b'{"article": ' + b"9" * 5000 + b"}", "line 1", "expected JSON: a number has too many digits"),
    ],
)
def test_what_holds_no_result_is_told_in_one_fault(written: bytes, place: str, reason: str) -> None:
    (fault,) = read(written)
    assert isinstance(fault, Fault)
    assert fault.place == place
    assert reason in fault.reason
    assert "\n" not in fault.reason
    assert len(fault.reason) < 200


def test_a_text_that_reads_otherwise_is_told_with_its_field() -> None:
    assert misread(specimen(), TEXT) is None
    (fault,) = {misread(specimen(), text) for text in (TEXT.replace("2.08 billion", "2.09 billion"),)}
    assert fault is not None
    assert fault.startswith("the article reads '2.09 billion yuan' at ")
    assert fault.endswith(", not '2.08 billion yuan' @ $.facts[2]")
