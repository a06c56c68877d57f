"""Temporal expressions in TimeML documents and in JSON Lines, and each way in which a file can be broken."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldError, TimexDocument, read_timeml

Write = Callable[..., Path]

MAY = '<TIMEX3 tid="t1" type="DATE" value="2021-05">May</TIMEX3>'
TEXT = "The ferry sailed on May 5."
MARKED: dict[str, Any] = {"start": 20, "end": 25, "text": "May 5", "type": "DATE", "value": "2021-05-05"}
DOCUMENT: dict[str, Any] = {"id": "ferry", "text": TEXT, "dct": "2021-05-06", "timexes": [MARKED]}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes, name: str = "ferry.tml") -> Path:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return written


def timeml(body: str, *, name: str = "", created: str = "", head: str = '<?xml version="1.0" ?>') -> str:
    named = f"<DOCID>{name}</DOCID>" if name else ""
    return f"{head}\n<TimeML>\n{named}<DCT>{created}</DCT>\n<TEXT>{body}</TEXT>\n</TimeML>\n"


def with_timex(**fields: Any) -> dict[str, Any]:
    return {**DOCUMENT, "timexes": [{name: value for name, value in {**MARKED, **fields}.items() if value is not ...}]}


@pytest.mark.parametrize(
    ("body", "text", "marks"),
    [
        ("Nothing moved.", "Nothing moved.", []),
        (f"It sank in {MAY}.", "It sank in May.", [(11, 14, "May")]),
        (f"{MAY} and {MAY}", "May and May", [(0, 3, "May"), (8, 11, "May")]),
        (f"It <EVENT>sank in {MAY}</EVENT>.", "It sank in May.", [(11, 14, "May")]),
        (f"<s><EVENT>It</EVENT> <x>sank <y>in {MAY} or</y> so</x></s>.", "It sank in May or so.", [(11, 14, "May")]),
        (
            'In <TIMEX3 tid="t1" type="DATE" value="2021-05">early <EVENT>May</EVENT> 2021</TIMEX3>.',
            "In early May 2021.",
            [(3, 17, "early May 2021")],
        ),
        (
            f'<TIMEX3 tid="t2" type="DURATION" value="P2M">two months from {MAY} on</TIMEX3>',
            "two months from May on",
            [(0, 22, "two months from May on"), (16, 19, "May")],
        ),
        (f"Fish &amp; chips <!-- {MAY} --> in {MAY}.", "Fish & chips  in May.", [(17, 20, "May")]),
        (f"中文 \U0001f6a2 {MAY}", "中文 \U0001f6a2 May", [(5, 8, "May")]),
        (f"\r\nIt sank\r\nin {MAY}.", "\nIt sank\nin May.", [(12, 15, "May")]),
    ],
)
def test_offsets_of_inline_marks(write: Write, body: str, text: str, marks: list[tuple[int, int, str]]) -> None:
    (document,) = read_timeml(write(timeml(body)))
    assert document.text == text
    assert [(timex.start, timex.end, timex.text) for timex in document.timexes] == marks
    assert all(document.text[timex.start : timex.end] == timex.text for timex in document.timexes)


@given(st.lists(st.tuples(st.text("ab &<\n中\U0001f6a2", max_size=4), st.sampled_from(["TIMEX3", "EVENT", ""])), max_size=6))
def test_text_is_kept_whole_whatever_is_marked(tmp_path_factory: pytest.TempPathFactory, pieces: list[tuple[str, str]]) -> None:
    marked = [f'<{tag} type="DATE" value="2021">{escape(piece)}</{tag}>' if tag else escape(piece) for piece, tag in pieces]
    file = tmp_path_factory.getbasetemp() / "pieces.tml"
    file.write_text(timeml("".join(marked)), encoding="utf-8")
    (document,) = read_timeml(file)
    assert document.text == "".join(piece for piece, _ in pieces)
    assert [document.text[timex.start : timex.end] for timex in document.timexes] == [piece for piece, tag in pieces if tag == "TIMEX3" and piece]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-06", dt.date(2021, 5, 6)),
        ("20210506", dt.date(2021, 5, 6)),
        ("2021-05-06T09:30", dt.date(2021, 5, 6)),
        ("2021-05", None),
        ("2021-02-30", None),
        ("", None),
    ],
)
def test_the_day_a_document_was_written(write: Write, value: str, day: dt.date | None) -> None:
    created = f'<TIMEX3 tid="t0" type="TIME" value="{value}" functionInDocument="CREATION_TIME">then</TIMEX3>'
    (in_xml,) = read_timeml(write(timeml(f"In {MAY}.", created=created)))
    (in_json,) = read_timeml(write(json.dumps({**DOCUMENT, "dct": value}), "ferry.jsonl"))
    assert in_xml.published == in_json.published == day
    assert len(in_xml.timexes) == 1


def test_a_document_need_not_say_when_it_was_written(write: Write) -> None:
    (document,) = read_timeml(write(timeml("Up.").replace("<DCT></DCT>", "")))
    assert document.published is None


def test_a_folder_gives_its_documents_by_name(write: Write, tmp_path: Path) -> None:
    write(timeml("One.", name="first"), "b.tml")
    write(timeml("Two."), "a.xml")
    write("no TimeML", "notes.txt")
    assert [(document.id, document.text) for document in read_timeml(tmp_path)] == [("a", "Two."), ("first", "One.")]
    assert [document.id for document in read_timeml(tmp_path / "b.tml")] == ["first"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as caught:
        read_timeml(tmp_path)
    assert str(caught.value) == f"{tmp_path}: expected TimeML documents in it, named *.tml or *.xml"


def test_json_lines_and_inline_marks_read_the_same(write: Write) -> None:
    body = 'The ferry sailed on <TIMEX3 tid="t1" type="DATE" value="2021-05-05">May 5</TIMEX3>.'
    inline = read_timeml(write(timeml(body, created='<TIMEX3 tid="t0" type="DATE" value="2021-05-06">May 6</TIMEX3>')))
    assert read_timeml(write(json.dumps(DOCUMENT) + "\n", "ferry.jsonl")) == inline


@pytest.mark.parametrize("absent", ["text", "value"])
@pytest.mark.parametrize("nothing", [None, ...])
def test_a_mark_may_leave_out_its_text_and_its_value(write: Write, absent: str, nothing: Any) -> None:
    (document,) = read_timeml(write(json.dumps(with_timex(**{absent: nothing})), "ferry.jsonl"))
    assert [(timex.text, timex.value) for timex in document.timexes] == [("May 5", "" if absent == "value" else "2021-05-05")]


def read_error(file: Path) -> str:
    with pytest.raises(GoldError) as caught:
        read_timeml(file)
    said = str(caught.value)
    assert said.startswith(str(file))
    assert "\n" not in said
    return said.removeprefix(str(file))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", ":1: expected TimeML: no element found"),
        (timeml(f"In <b>{MAY}."), ":4: expected TimeML: mismatched tag"),
        (timeml("Fish & chips."), ":4: expected TimeML: not well-formed (invalid token)"),
        (timeml("&port;"), ":4: expected TimeML: undefined entity"),
        (timeml("Up.").replace("TEXT", "BODY"), ": expected a TEXT element, as TimeML has it, found none"),
        (timeml('It <TIMEX3 tid="t7" type="DAY">sank</TIMEX3>.'), ": expected 'DATE', 'TIME', 'DURATION' or 'SET', not 'DAY' @ TIMEX3 t7 type"),
        (timeml('It <TIMEX3 tid="t7">sank</TIMEX3>.'), ": expected 'DATE', 'TIME', 'DURATION' or 'SET', not '' @ TIMEX3 t7 type"),
        (timeml("caf\xe9").encode("latin-1"), ":4: expected TimeML: not well-formed (invalid token)"),
        (b"\x00\x01\x02", ":1: expected TimeML: not well-formed (invalid token)"),
    ],
)
def test_a_broken_document_is_named_with_what_was_expected(write: Write, content: str | bytes, message: str) -> None:
    assert read_error(write(content)) == message


@pytest.mark.parametrize("encoding", ["gb18030", "shift_jis", "no-such-encoding"])
def test_a_document_in_an_encoding_that_cannot_be_read_is_named(write: Write, encoding: str) -> None:
    assert "expected" in read_error(write(timeml("Up.", head=f'<?xml version="1.0" encoding="{encoding}"?>')))


def test_a_document_that_is_nested_too_deeply_is_named(write: Write) -> None:
    assert "expected" in read_error(write(timeml("<a>" * 20_000 + "Up." + "</a>" * 20_000)))


def test_one_broken_document_spoils_the_folder(write: Write, tmp_path: Path) -> None:
    write(timeml("One."), "a.tml")
    broken = write("<TimeML>", "b.tml")
    with pytest.raises(GoldError) as caught:
        read_timeml(tmp_path)
    assert str(caught.value).startswith(f"{broken}:1: ")


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({name: value for name, value in DOCUMENT.items() if name != "text"}, "expected a value, found none @ $.text"),
        ({**DOCUMENT, "id": ""}, "expected at least one character, not '' @ $.id"),
        ({**DOCUMENT, "dct": 20210506}, "expected a valid string, not 20210506 @ $.dct"),
        ({**DOCUMENT, "timexes": {}}, "expected a list, not {} @ $.timexes"),
        ([DOCUMENT], "expected an object"),
        (with_timex(start=...), "expected a value, found none @ $.timexes[0].start"),
        (with_timex(start=-1), "expected greater than or equal to 0, not -1 @ $.timexes[0].start"),
        (with_timex(start=20.5), "not 20.5 @ $.timexes[0].start"),
        (with_timex(end="soon"), "not 'soon' @ $.timexes[0].end"),
        (with_timex(end=20), "expected an offset above 20 and up to 26 @ $.timexes[0].end"),
        (with_timex(start=26, end=31, text=...), "expected an offset above 26 and up to 26 @ $.timexes[0].end"),
        (with_timex(text="May 6"), "expected 'May 5', as the text reads there, not 'May 6' @ $.timexes[0].text"),
        (with_timex(type="DAY"), "expected 'DATE', 'TIME', 'DURATION' or 'SET', not 'DAY' @ $.timexes[0].type"),
        (with_timex(value=2021), "expected a valid string, not 2021 @ $.timexes[0].value"),
    ],
)
def test_a_broken_line_is_named_with_line_and_field(write: Write, broken: Any, message: str) -> None:
    file = write(f"{json.dumps(DOCUMENT)}\n\n{json.dumps(broken)}\n", "ferry.jsonl")
    said = read_error(file)
    assert said.startswith(":3: ")
    assert message in said


def test_an_end_beyond_the_text_is_refused(write: Write) -> None:
    assert (
        read_error(write(json.dumps(with_timex(end=99, text=...)), "ferry.jsonl"))
        == ":1: expected an offset above 20 and up to 26 @ $.timexes[0].end"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{json.dumps(DOCUMENT)}\n" * 6 + "{\n", ":7: expected JSON: "),
        ("", ": expected a JSON array of objects or JSON Lines, found nothing"),
        (f"{json.dumps(DOCUMENT)}\n".encode() + b"\xe9\n", ":2: expected UTF-8"),
    ],
)
def test_what_is_no_json_is_named(write: Write, content: str | bytes, message: str) -> None:
    assert read_error(write(content, "ferry.jsonl")).startswith(message)


@pytest.mark.parametrize("name", ["gone.tml", "gone.xml", "gone.jsonl", "gone"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    assert read_error(tmp_path / name) == ": No such file or directory"


def test_documents_of_an_array_keep_their_order(write: Write) -> None:
    read: list[TimexDocument] = read_timeml(write(json.dumps([{**DOCUMENT, "id": name} for name in "ba"]), "ferry.json"))
    assert [document.id for document in read] == ["b", "a"]
