"""Gold in its two layouts, and each way in which it can be broken, named with file, line and field."""

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldDate, GoldError, GoldMoney, GoldPercentage, read_gold
from wirefacts.interchange.locating import line_of
from wirefacts.records import text_sha256

TEXT = "Trade rose 5 percent\r\nto 3 billion yuan in May. 中文 \U0001f6a2 The Port Bureau said so.\n"
PERCENT: dict[str, Any] = {
    "id": "p",
    "kind": "percentage",
    "start": 11,
    "end": 20,
    "text": "5 percent",
    "value": 5,
    "role": "change",
    "direction": "up",
}
MONEY: dict[str, Any] = {"id": "m", "kind": "money", "start": 25, "end": 39, "text": "3 billion yuan", "value": 3e9, "currency": "CNY"}
DATE: dict[str, Any] = {
    "id": "d",
    "kind": "date",
    "start": 43,
    "end": 46,
    "text": "May",
    "type": "date",
    "start_date": "2022-05-01",
    "end_date": "2022-05-31",
}
BODY: dict[str, Any] = {"id": "o", "kind": "organization", "start": 57, "end": 68, "text": "Port Bureau", "name": "Port Bureau"}

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(gold: Any, text: str | bytes | None = TEXT, name: str = "one/gold.json") -> Path:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        if text is not None:
            beside = file.with_name("article.txt") if file.name == "gold.json" else file.with_suffix(".txt")
            beside.write_bytes(text if isinstance(text, bytes) else text.encode())
        file.write_text(gold if isinstance(gold, str) else json.dumps(gold, indent=1, ensure_ascii=False), encoding="utf-8")
        return file

    return written


def _gold(*facts: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "one", "published": "2022-07-19", "sha256": text_sha256(TEXT), "facts": list(facts), **fields}


def test_a_gold_file_and_its_folder_read_the_same(write: Write) -> None:
    file = write(_gold(PERCENT, MONEY, DATE, BODY))
    (article,) = read_gold(file)
    assert read_gold(file.parent.parent) == [article]
    assert (article.id, article.published, article.text) == ("one", dt.date(2022, 7, 19), TEXT)
    assert [fact.kind for fact in article.facts] == ["percentage", "money", "date", "organization"]
    assert [article.text[fact.start : fact.end] for fact in article.facts] == [fact.text for fact in article.facts]


def test_numbered_files_beside_their_texts(write: Write, tmp_path: Path) -> None:
    for name in ("02", "01"):
        write(_gold(PERCENT, id=name), name=f"flat/{name}.json")
    assert [article.id for article in read_gold(tmp_path / "flat")] == ["01", "02"]


def test_absent_and_null_are_the_same(write: Write) -> None:
    bare = {name: PERCENT[name] for name in ("id", "kind", "start", "end", "text")}
    full = {**bare, **dict.fromkeys(("value", "low", "high", "modifier", "unit", "role", "direction", "basis", "basis_text", "note", "optional"))}
    assert read_gold(write({"id": "one", "facts": [bare]})) == read_gold(write({"id": "one", "published": None, "sha256": None, "facts": [full]}))


def test_marks_defaults_and_exact_numbers(write: Write) -> None:
    facts = [{**PERCENT, "optional": True, "note": "why"}, {**MONEY, "value": 0.1, "counted_also": "coins"}, DATE]
    percent, money, date = read_gold(write(_gold(*facts)))[0].facts
    assert isinstance(percent, GoldPercentage)
    assert (percent.optional, percent.note, percent.unit, percent.modifier) == (True, "why", "percent", "exact")
    assert isinstance(money, GoldMoney)
    assert (money.value, money.currency) == (Decimal("0.1"), "CNY")
    assert isinstance(date, GoldDate)
    assert (date.start_date, date.timex, date.parts) == (dt.date(2022, 5, 1), None, ())


def test_gold_says_what_was_read_even_where_a_fact_could_not(write: Write) -> None:
    assert read_gold(write(_gold({**PERCENT, "low": 4, "modifier": "approximate"}, {**DATE, "type": "duration"})))[0].facts


@pytest.mark.parametrize("digits", [8, 12, 64])
def test_the_digest_may_be_its_beginning(write: Write, digits: int) -> None:
    assert read_gold(write(_gold(sha256=text_sha256(TEXT)[:digits])))


def test_a_byte_order_mark_is_not_counted_and_line_ends_are_kept(write: Write) -> None:
    (article,) = read_gold(write(_gold(PERCENT, MONEY), b"\xef\xbb\xbf" + TEXT.encode()))
    assert article.text == TEXT


def test_observations_are_kept_with_their_readings(write: Write) -> None:
    row = {"value": "m", "measure": ["trade"], "subject": [None], "period": "d", "change": ["p"]}
    (observation,) = read_gold(write(_gold(PERCENT, MONEY, DATE, observations=[row])))[0].observations
    assert (observation.value, observation.period, observation.change) == ("m", "d", ("p",))
    assert observation.model_dump()["measure"] == ["trade"]


@pytest.mark.parametrize(
    ("gold", "line", "message"),
    [
        (_gold({**PERCENT, "text": "6 percent"}), 11, "expected '5 percent', as the text reads at 11-20, not '6 percent' @ $.facts[0].text"),
        (_gold({**PERCENT, "end": 5}), 10, "expected an offset above 11 and up to 78, not 5 @ $.facts[0].end"),
        (_gold({**PERCENT, "start": -1}), 9, "expected greater than or equal to 0, not -1 @ $.facts[0].start"),
        (_gold({**PERCENT, "start": None}), 9, "expected a value, found none @ $.facts[0].start"),
        (
            _gold({**PERCENT, "kind": "percent"}),
            8,
            "expected one of money, percentage, quantity, date, organization, not 'percent' @ $.facts[0].kind",
        ),
        (_gold({name: value for name, value in PERCENT.items() if name != "kind"}), 6, "expected a value, found none @ $.facts[0].kind"),
        (_gold("5 percent"), 6, "not '5 percent' @ $.facts[0]"),  # type: ignore[arg-type]
        (_gold({**PERCENT, "id": ""}), 7, "@ $.facts[0].id"),
        (_gold({**PERCENT, "vaule": 5}), 15, "expected no such field @ $.facts[0].vaule"),
        (_gold({**PERCENT, "value": "many"}), 12, "expected a number, not 'many' @ $.facts[0].value"),
        (_gold({**PERCENT, "direction": "left"}), 14, "expected 'up' or 'down', not 'left' @ $.facts[0].direction"),
        (_gold(PERCENT, {**DATE, "start_date": "2022-02-30"}), 23, "@ $.facts[1].start_date"),
        (_gold(PERCENT, {**DATE, "start_date": "20220501"}), 23, "expected a day as YYYY-MM-DD, not '20220501' @ $.facts[1].start_date"),
        (_gold({**DATE, "parts": [{"text": "May", "start": 43, "end": 46, "timex": 5}]}), 20, "@ $.facts[0].parts[0].timex"),
        (_gold(PERCENT, {**MONEY, "id": "p"}), 17, "expected an id of its own, not 'p' again @ $.facts[1].id"),
        (_gold({**MONEY, "equivalent_of": "x"}), 14, "expected the id of a fact of this article, not 'x' @ $.facts[0].equivalent_of"),
        (_gold(MONEY, observations=[{"value": "x"}]), 18, "expected the id of a fact of this article, not 'x' @ $.observations[0].value"),
        (_gold(MONEY, observations=[{"value": "m", "change": ["m", "y"]}]), 21, "not 'y' @ $.observations[0].change[1]"),
        (_gold(sha256="0" * 64), 4, f"expected {text_sha256(TEXT)}, the digest of the text @ $.sha256"),
        (_gold(sha256="feed"), 4, "@ $.sha256"),
        (_gold(published="July"), 3, "expected a day as YYYY-MM-DD, not 'July' @ $.published"),
        ({"id": "one"}, 1, "expected a value, found none @ $.facts"),
        ([1, 2], 1, "expected an object @ $"),
        ('{\n"id": "one",\n"facts": [\n\n\n\n{]}', 7, "expected JSON: "),
    ],
)
def test_broken_gold_is_named_with_line_and_field(write: Write, gold: Any, line: int, message: str) -> None:
    file = write(gold)
    with pytest.raises(GoldError) as caught:
        read_gold(file)
    said = str(caught.value)
    assert said.startswith(f"{file}:{line}: ")
    assert message in said
    assert "\n" not in said


@pytest.mark.parametrize("written", ["", "9" * 5000, "[" * 100_000, '{"id": NaN}', '"\\ud800'])
def test_what_is_no_json_is_refused_in_one_line(write: Write, written: str) -> None:
    with pytest.raises(GoldError, match="expected") as caught:
        read_gold(write(written))
    assert "\n" not in str(caught.value)


def test_gold_without_its_article(write: Write) -> None:
    file = write(_gold(), text=None)
    with pytest.raises(GoldError, match=r"gold\.json: expected the article's text in .*article\.txt"):
        read_gold(file)


def test_text_that_is_not_utf8_is_named_with_its_line(write: Write) -> None:
    file = write(_gold(), "one\ntwo \xe9\n".encode("latin-1"))
    with pytest.raises(GoldError, match=r"article\.txt:2: expected UTF-8"):
        read_gold(file)


def test_one_broken_file_spoils_the_folder(write: Write, tmp_path: Path) -> None:
    write(_gold(PERCENT), name="one/gold.json")
    write(_gold({**PERCENT, "kind": "?"}, id="two"), name="two/gold.json")
    with pytest.raises(GoldError, match="two"):
        read_gold(tmp_path)


def test_two_files_of_one_article(write: Write, tmp_path: Path) -> None:
    for name in ("one/gold.json", "two/gold.json"):
        write(_gold(PERCENT), name=name)
    with pytest.raises(GoldError, match="several have the id 'one'"):
        read_gold(tmp_path)


def test_where_there_is_no_gold(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such file or folder"):
        read_gold(tmp_path / "absent")
    with pytest.raises(GoldError, match="expected gold in it"):
        read_gold(tmp_path)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=12
)


@given(_JSON, st.lists(st.integers(0, 3) | st.text(max_size=2), max_size=3), st.sampled_from([None, 1]))
def test_every_path_has_a_line(value: Any, path: list[str | int], indent: int | None) -> None:
    written = json.dumps(value, indent=indent)
    assert 1 <= line_of(written, path) <= written.count("\n") + 1


@pytest.mark.parametrize(
    ("name", "written", "said"),
    [
        ("one.jsonl", "{}\n{}\n", "JSON Lines, not gold"),
        ("one.md", "# Port\n", "no gold: gold is a JSON file"),
        ("one.json", '{"schema_version": "1", "article": {}, "extractor": {}, "facts": []}', "a saved result, not gold"),
    ],
)
def test_saved_results_are_told_from_gold(tmp_path: Path, name: str, written: str, said: str) -> None:
    (tmp_path / name).write_text(written)
    (tmp_path / "one.txt").write_text("Up.")
    with pytest.raises(GoldError, match=said):
        read_gold(tmp_path / name)
