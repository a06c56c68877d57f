"""Quantities in NewsQuant's form, as a JSON array and as JSON Lines, and each way in which a file can be broken."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldError, read_newsquant
from wirefacts.interchange.json_files import Entry, entries_of
from wirefacts.interchange.newsquant import concept_words, unit_name

Write = Callable[..., Path]

MARKED: dict[str, Any] = {"value": "12.0", "unit": "ferries", "normalized_unit": "ferry", "change": "up", "referred_concepts": "harbor fleet"}
SENTENCE: dict[str, Any] = {"text": "The harbor fleet grew to 12 ferries.", "quantities": [MARKED]}
QUIET: dict[str, Any] = {"text": "Nothing moved.", "quantities": []}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes, name: str = "gold.json") -> Path:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return written


def array(*sentences: Any) -> str:
    return json.dumps(list(sentences), indent=1)


def lines(*sentences: Any) -> str:
    return "".join(json.dumps(sentence) + "\n" for sentence in sentences)


def with_quantity(**fields: Any) -> dict[str, Any]:
    kept = {name: value for name, value in {**MARKED, **fields}.items() if value is not ...}
    return {**SENTENCE, "quantities": [kept]}


@pytest.mark.parametrize("form", [array, lines])
def test_an_array_and_json_lines_read_the_same(write: Write, form: Callable[..., str]) -> None:
    one, other = read_newsquant(write(form(SENTENCE, QUIET)))
    assert [(sentence.id, sentence.text, sentence.published) for sentence in (one, other)] == [
        ("0", SENTENCE["text"], None),
        ("1", QUIET["text"], None),
    ]
    (quantity,) = one.quantities
    assert (quantity.value, quantity.unit, quantity.surface_unit, quantity.change, quantity.concepts) == (
        Decimal(12),
        "ferry",
        "ferries",
        "up",
        ("fleet", "harbor"),
    )
    assert other.quantities == ()


@pytest.mark.parametrize(
    ("given_value", "value"),
    [
        ("12.0", Decimal(12)),
        (12, Decimal(12)),
        (0.1, Decimal("0.1")),
        ("-3", Decimal(-3)),
        ("1.5e6", Decimal(1500000)),
        ("5-10", (Decimal(5), Decimal(10))),
        ("5 – 10", (Decimal(5), Decimal(10))),
        ("10-5", (Decimal(10), Decimal(5))),
        ("-5--3", (Decimal(-5), Decimal(-3))),
        ("1e3-2e3", (Decimal(1000), Decimal(2000))),
        ([5, 10], (Decimal(5), Decimal(10))),
    ],
)
def test_values_and_ranges(write: Write, given_value: Any, value: Any) -> None:
    assert read_newsquant(write(array(with_quantity(value=given_value))))[0].quantities[0].value == value


@pytest.mark.parametrize("absent", ["unit", "normalized_unit", "change", "referred_concepts"])
@pytest.mark.parametrize("nothing", [None, ...])
def test_absent_and_null_are_the_same(write: Write, absent: str, nothing: Any) -> None:
    (quantity,) = read_newsquant(write(array(with_quantity(**{absent: nothing}))))[0].quantities
    field, bare = {
        "unit": ("surface_unit", ""),
        "normalized_unit": ("unit", "-"),
        "change": ("change", None),
        "referred_concepts": ("concepts", ()),
    }[absent]
    assert getattr(quantity, field) == bare


def test_fields_of_no_concern_are_left_unread(write: Write) -> None:
    assert read_newsquant(write(array({**with_quantity(note=1), "source": "x"}))) == read_newsquant(write(array(SENTENCE)))


def test_blank_lines_a_byte_order_mark_and_windows_line_ends_do_no_harm(write: Write) -> None:
    written = "\ufeff" + f"{json.dumps(SENTENCE)}\r\n\r\n{json.dumps(QUIET)}"
    assert [sentence.text for sentence in read_newsquant(write(written))] == [SENTENCE["text"], QUIET["text"]]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x7f", "\U0001f6a2"])
def test_a_line_ends_only_where_a_line_feed_stands(write: Write, character: str) -> None:
    text = f"One{character}two."
    written = "".join(json.dumps({"text": text, "quantities": []}, ensure_ascii=False) + "\n" for _ in range(2))
    assert [sentence.text for sentence in read_newsquant(write(written))] == [text, text]


@pytest.mark.parametrize(
    ("broken", "line", "message"),
    [
        ({"quantities": []}, 2, "expected a value, found none @ $[0].text"),
        ({"text": "Up."}, 2, "expected a value, found none @ $[0].quantities"),
        ({**QUIET, "text": 5}, 3, "expected a valid string, not 5 @ $[0].text"),
        ({**QUIET, "text": ""}, 3, "expected at least one character, not '' @ $[0].text"),
        ({**QUIET, "quantities": "12"}, 4, "expected a list, not '12' @ $[0].quantities"),
        (7, 2, "expected an object, not 7 @ $[0]"),
        ({**QUIET, "quantities": [7]}, 5, "expected an object, not 7 @ $[0].quantities[0]"),
        (with_quantity(value=...), 5, "expected a value, found none @ $[0].quantities[0].value"),
        (with_quantity(value="many"), 6, "expected a number or a range such as 5-10, not 'many' @ $[0].quantities[0].value"),
        (with_quantity(value="5-"), 6, "expected a number or a range such as 5-10, not '5-' @ $[0].quantities[0].value"),
        (with_quantity(unit=5), 7, "expected a valid string, not 5 @ $[0].quantities[0].unit"),
        (with_quantity(normalized_unit=[]), 8, "expected a valid string, not [] @ $[0].quantities[0].normalized_unit"),
        (with_quantity(change="sideways"), 9, "not 'sideways' @ $[0].quantities[0].change"),
    ],
)
def test_a_broken_sentence_is_named_with_line_and_field(write: Write, broken: Any, line: int, message: str) -> None:
    file = write(array(broken))
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    said = str(caught.value)
    assert said.startswith(f"{file}:{line}: ")
    assert message in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("field", "broken"),
    [
        ("value", None),
        ("value", True),
        ("value", "NaN"),
        ("value", 1e99),
        ("value", [1]),
        ("value", [1, "many"]),
        ("referred_concepts", 5),
        ("referred_concepts", [5]),
    ],
)
def test_a_field_that_may_be_of_two_shapes_is_named_as_it_is_written(write: Write, field: str, broken: Any) -> None:
    file = write(array(with_quantity(**{field: broken})))
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    where = str(caught.value).rpartition(" @ ")[2]
    assert where.rstrip("[01]") == f"$[0].quantities[0].{field}"


@pytest.mark.parametrize(
    ("seventh", "message"),
    [
        ('{"text": "Up."', ":7: expected JSON: "),
        ("no JSON", ":7: expected JSON: "),
        ("", ":8: expected JSON: "),
        (json.dumps({"text": "Up.", "quantities": [{}]}), ":7: expected a value, found none @ $.quantities[0].value"),
        ('{"text": "Up.", "quantities": [{"value": ' + "9" * 5000 + "}]}", ":7: expected JSON: "),
        ("[" * 100_000, ":7: expected JSON: "),
    ],
)
def test_what_is_wrong_in_json_lines_is_named_with_its_line(write: Write, seventh: str, message: str) -> None:
    file = write(f"{lines(*[QUIET] * 6)}{seventh}\n{{broken}}\n")
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    assert str(caught.value).startswith(f"{file}{message}")
    assert "\n" not in str(caught.value)


def test_broken_json_inside_an_array_is_named_with_its_line(write: Write) -> None:
    file = write('[\n {"text": "Up.", "quantities": []},\n {"text" "Down."}\n]')
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    assert str(caught.value).startswith(f"{file}:3: expected JSON: ")


@pytest.mark.parametrize("empty", ["", "\n \n", "[]", "[ ]\n", "\ufeff"])
def test_a_file_without_any_sentence_is_refused(write: Write, empty: str) -> None:
    file = write(empty)
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    assert str(caught.value) == f"{file}: expected a JSON array of objects or JSON Lines, found nothing"


def test_text_that_is_not_utf8_is_named_with_its_line(write: Write) -> None:
    file = write(lines(QUIET).encode() + b'{"text": "caf\xe9"}\n')
    with pytest.raises(GoldError) as caught:
        read_newsquant(file)
    assert str(caught.value) == f"{file}:2: expected UTF-8"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path, message in (
        (tmp_path / "gone.json", "No such file or directory"),
        (tmp_path, "a folder, where a file is wanted; is this gold of another --dataset?"),
    ):
        with pytest.raises(GoldError) as caught:
            read_newsquant(path)
        assert str(caught.value) == f"{path}: {message}"


@given(
    st.lists(st.fixed_dictionaries({"text": st.text(st.characters(codec="utf-8"), min_size=1)}), min_size=1, max_size=4), st.sampled_from([None, 1])
)
def test_entries_of_an_array_are_what_was_written(tmp_path_factory: pytest.TempPathFactory, values: list[Any], indent: int | None) -> None:
    file = tmp_path_factory.getbasetemp() / "entries.json"
    file.write_text(json.dumps(values, indent=indent, ensure_ascii=False), encoding="utf-8")
    entries: list[Entry] = list(entries_of(file))
    assert [entry.value for entry in entries] == values
    assert [entry.place for entry in entries] == [(index,) for index in range(len(values))]


@pytest.mark.parametrize(
    ("concepts", "words"),
    [
        ("stock, bond", {"stock", "bond"}),
        ('The (Port) "Bureau".', {"the", "port", "bureau"}),
        (("sea port", "river"), {"sea", "port", "river"}),
        ("-", set()),
        ("", set()),
        (None, set()),
        ("re-export", {"re-export"}),
    ],
)
def test_concept_words(concepts: Any, words: set[str]) -> None:
    assert concept_words(concepts) == words


@given(st.text())
def test_a_unit_has_one_name(unit: str) -> None:
    assert unit_name(unit_name(unit)) == unit_name(f"  {unit}\t") != ""
