"""doccano, Label Studio and brat: what is written comes back the same, also by readers that are not ours."""

import importlib
import json
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wirefacts.interchange import Annotated, GoldError, MarkedText
from wirefacts.interchange.brat import brat_files, read_brat
from wirefacts.interchange.doccano import doccano_lines, read_doccano
from wirefacts.interchange.label_studio import CONFIGURATION, label_studio_json, read_label_studio
from wirefacts.interchange.marked import carried_fields
from wirefacts.records import KINDS, Article, Fact, fact_from, fact_id, text_sha256
from wirefacts.records.encoding import json_fields
from wirefacts.records.specimen import TEXT, specimen

Read = Callable[[Path], list[MarkedText]]

ATTACKS = [
    "=cmd|'/c calc'!A0 [bold]5[/bold] \x1b[31m \x1b]8;;http://x\x07 '; DROP TABLE fact; --",
    "𝄞 and 👩‍🚀 said\r\n“5\npercent”\r\n\u2028 to 3\t\x85 billion",
    "<script>alert(1)</script> &amp; \\n #1\tAnnotatorNotes T1\t{} T9\tmoney 0 1\t+",
    "\ufeff5 percent \x00 \x1c 4",
]


def write(form: str, folder: Path, articles: list[Annotated]) -> Path:
    if form == "brat":
        for name, content in brat_files(articles):
            (folder / name).write_bytes(content.encode())
        return folder
    path = folder / ("out.jsonl" if form == "doccano" else "out.json")
    path.write_text("".join(doccano_lines(articles) if form == "doccano" else label_studio_json(articles)), newline="")
    return path


READERS: dict[str, Read] = {"doccano": read_doccano, "label-studio": read_label_studio, "brat": read_brat}


def annotated(text: str, spans: list[tuple[int, int]], name: str = "a") -> Annotated:
    digest = text_sha256(text)
    facts: dict[str, Fact] = {}
    for number, (start, end) in enumerate(spans):
        kind = ("organization", "date")[number % 2]
        said = {"name": text[start:end]} if kind == "organization" else {"type": "date", "timex": text[start:end]}
        fields = {"id": fact_id(digest, kind, start, end), "kind": kind, "start": start, "end": end, "text": text[start:end]}
        fact = fact_from({**fields, **said, "sentence": {"start": start, "end": end}, "provenance": {"rule": "r"}}, text)
        facts[fact.id] = fact
    return Annotated(Article(id=name, sha256=digest, characters=len(text)), text, list(facts.values()))


def same(read: MarkedText, article: Annotated) -> None:
    assert read.text == article.text
    assert {(mark.kind, mark.start, mark.end) for mark in read.marks} == {(fact.kind, fact.start, fact.end) for fact in article.facts}
    said = {(mark.kind, mark.start, mark.end): mark.fields for mark in read.marks}
    for fact in article.facts:
        assert said[fact.kind, fact.start, fact.end] == carried_fields(fact)


@pytest.mark.parametrize("form", READERS)
def test_a_whole_result_comes_back_the_same(form: str, tmp_path: Path) -> None:
    whole = Annotated(specimen().article, TEXT, specimen().facts)
    (read,) = READERS[form](write(form, tmp_path, [whole]))
    same(read, whole)
    assert read.article["id"] == "harbor"
    if form != "brat":
        assert (read.article["published"], read.article["title"]) == ("2022-07-19", "Harbor trade sets a record")


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("text", ATTACKS)
def test_any_text_comes_back_the_same(form: str, text: str, tmp_path: Path) -> None:
    spans = [(start, min(len(text), start + length)) for start in range(0, len(text), 3) for length in (1, 7) if text[start : start + length].strip()]
    articles = [annotated(text, spans), annotated(text + " again", spans, name="../b")]
    for read, article in zip(READERS[form](write(form, tmp_path, articles)), articles, strict=True):
        assert read.text == article.text
        marked = {(mark.kind, mark.start, mark.end) for mark in read.marks}
        if form == "brat":  # which has no place for line ends at the edges of a mark
            marked = {(kind, *_edged(text, start, end)) for kind, start, end in marked}
            assert marked == {(fact.kind, *_edged(text, fact.start, fact.end)) for fact in article.facts}
        else:
            same(read, article)


def _edged(text: str, start: int, end: int) -> tuple[int, int]:
    ends = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
    while start < end and text[start] in ends:
        start += 1
    while end > start and text[end - 1] in ends:
        end -= 1
    return start, end


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.sampled_from('ab 5é𝄞👩\n\r\t="\\'), min_size=1, max_size=30), data=st.data())
def test_offsets_are_exact(text: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    spans = data.draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda s: s[0] < s[1]), max_size=4))
    spans = [(start, end) for start, end in spans if text[start] not in "\n\r" and text[end - 1] not in "\n\r"]
    article = annotated(text, spans)
    for form, read in READERS.items():
        folder = tmp_path_factory.mktemp("form")
        (back,) = read(write(form, folder, [article]))
        same(back, article)


def test_doccanos_line_is_what_its_importer_takes(tmp_path: Path) -> None:
    """As doccano reads sequence labels: `text`, a `label` of triples in code points, all other keys metadata."""
    path = write("doccano", tmp_path, [Annotated(specimen().article, TEXT, specimen().facts)])
    (line,) = path.read_text().splitlines()
    fields = json.loads(line)
    assert [TEXT[start:end] for start, end, _ in fields.pop("label")] == [fact.text for fact in specimen().facts]
    assert fields.pop("text") == TEXT
    assert list(fields) == ["wirefacts"]


@pytest.mark.parametrize(
    "labels",
    [
        {"label": [[0, 6, "organization"]]},
        {"labels": [[0, 6, "organization"]]},
        {"entities": [{"id": 3, "label": "organization", "start_offset": 0, "end_offset": 6}], "relations": [], "Comments": []},
    ],
)
def test_doccanos_own_exports_are_read(labels: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(json.dumps({"id": 8, "text": "Harbor grew", **labels}))
    (read,) = read_doccano(path)
    assert [(mark.kind, mark.start, mark.end, mark.fields) for mark in read.marks] == [("organization", 0, 6, None)]
    assert read.article["id"] == "all-8"


@pytest.mark.parametrize("odd", [3, "x", [], {"facts": 3, "article": []}, {"facts": [[1], [0, 1, "money", 4], [[], {}, None, {}]]}])
def test_what_is_not_of_our_form_in_the_places_that_others_have_says_nothing(odd: Any, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for line in ({"wirefacts": odd}, {"meta": odd}, {"meta": {"wirefacts": odd}}):
        path.write_text(json.dumps({"text": "Harbor grew", "label": [[0, 6, "organization"]], **line}))
        assert read_doccano(path)[0].marks == read_doccano(path)[0].marks[:1]
        assert read_doccano(path)[0].marks[0].fields is None
    region = {"meta": odd, "value": {"start": 0, "end": 6, "labels": ["organization"]}}
    for result in (odd, [odd, region, {"meta": {"text": odd}, "value": odd}]):
        task = {"data": {"text": "Harbor grew", "wirefacts": odd}, "annotations": [{"result": result}], "predictions": odd}
        (tmp_path / "x.json").write_text(json.dumps([task]))
        assert [mark.fields for mark in read_label_studio(tmp_path / "x.json")[0].marks] in ([], [None])


def test_label_studios_own_exports_are_read(tmp_path: Path) -> None:
    value = {"start": 3, "end": 9, "text": "Harbor", "labels": ["organization"]}
    dropped = {"was_cancelled": True, "result": []}
    result = [{"type": "choices", "value": {"choices": ["x"]}}, {"type": "labels", "from_name": "l", "to_name": "t", "value": value}]
    tasks = [{"id": 5, "data": {"text": "👩 Harbor grew"}, "annotations": [{"result": result}, dropped], "predictions": [{"result": []}]}]
    path = tmp_path / "tasks.json"
    path.write_text(json.dumps(tasks))
    (read,) = read_label_studio(path)
    assert [(mark.kind, mark.start, mark.end) for mark in read.marks] == [("organization", 2, 8)]  # UTF-16 units, as older versions count
    assert read.article["id"] == "tasks-5"


def test_label_studios_kinds_are_those_of_its_configuration() -> None:
    assert all(f'<Label value="{kind}"/>' in CONFIGURATION for kind in KINDS)
    assert CONFIGURATION in (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_an_independent_reader_of_brat_finds_the_same(tmp_path: Path) -> None:
    """As brat itself reads a mark: name, tab, kind and fragments, tab, the fragments' words joined by blanks, none with a line end."""
    text = "The Port\nBureau grew 5 percent."
    write("brat", tmp_path, [annotated(text, [(4, 15), (21, 30)])])
    lines = [line.split("\t") for line in (tmp_path / "a.ann").read_text().split("\n") if line.startswith("T")]
    stored = (tmp_path / "a.txt").read_text()
    for _, places, words in lines:
        kind, _, fragments = places.partition(" ")
        assert kind in KINDS
        assert " ".join(stored[int(start) : int(end)] for start, end in (piece.split() for piece in fragments.split(";"))) == words
    assert [words for *_, words in lines] == ["Port Bureau", "5 percent"]
    assert (tmp_path / "annotation.conf").read_text().split()[1:6] == list(KINDS)


@pytest.mark.parametrize(
    ("form", "content", "words"),
    [
        ("doccano", '{"text": "ab", "label": [[0, 9, "money"]]}', "out.jsonl:1: expected characters within 0-2, not 0-9 @ $.label[0]"),
        (
            "doccano",
            '{"text": "ab", "label": [[0, 1, "PER"]]}',
            "expected a label of money, percentage, quantity, date, organization, not 'PER' @ $.label[0]",
        ),
        ("doccano", '{"text": "ab", "label": [[0, 1]]}', "expected [start, end, label] @ $.label[0]"),
        ("doccano", '{"text": "ab"}', "expected a list of labels under label, as doccano exports it"),
        ("doccano", '{"label": []}', "expected an object with a text, as doccano exports it @ $.text"),
        ("doccano", '{"text": "ab", "label": [[0, "1", "money"]]}', "expected [start, end, label], two offsets and a name"),
        ("doccano", "{nonsense", "out.jsonl:1: expected JSON"),
        ("doccano", "", "found nothing"),
        ("label-studio", '[{"data": {}}]', "expected a text, as Label Studio has it in its tasks @ $[0].data.text"),
        ("label-studio", '[{"data": {"text": "ab"}, "annotations": [{"result": [{"value": {"labels": ["money"]}}]}]}]', "expected start and end"),
        (
            "label-studio",
            '[{"data": {"text": "ab"}, "annotations": [{"result": [{"value": {"start": 0, "end": 1, "text": "x", "labels": ["money"]}}]}]}]',
            "expected 'a', as the text reads at 0-1, not 'x' @ $[0].annotations[0].result[0].value",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_place(form: str, content: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / ("out.jsonl" if form == "doccano" else "out.json")
    path.write_text(content)
    with pytest.raises(GoldError) as told:
        READERS[form](path)
    assert words in str(told.value)


@pytest.mark.parametrize(
    ("ann", "words"),
    [
        ("T1\tmoney 0 9\tab\n", "a.ann:1: expected characters within 0-2, not 0-9"),
        ("T1\tmoney 0 1\tx\n", "a.ann:1: expected 'a', as the text reads at 0 1, not 'x'"),
        ("\nT1 money 0 1 a\n", "a.ann:2: expected a mark as T1, tab, kind, start, end, tab, words"),
    ],
)
def test_what_is_wrong_in_stand_off_is_named_with_its_line(ann: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("ab")
    (tmp_path / "a.ann").write_text(ann)
    with pytest.raises(GoldError) as told:
        read_brat(tmp_path)
    assert words in str(told.value)


def test_a_folder_without_stand_off_is_told(tmp_path: Path) -> None:
    for folder, words in ((tmp_path, "expected brat's files in it"), (tmp_path / "gone", "no such folder")):
        with pytest.raises(GoldError, match=words):
            read_brat(folder)
    (tmp_path / "a.ann").touch()
    with pytest.raises(GoldError, match="expected the article's text in"):
        read_brat(tmp_path)


def test_label_studios_own_library_reads_the_tasks(tmp_path: Path) -> None:
    converter = pytest.importorskip("label_studio_sdk.converter", reason="label-studio-sdk is not installed")
    whole = Annotated(specimen().article, TEXT, specimen().facts, done=True)
    path = write("label-studio", tmp_path, [whole])
    told = converter.Converter(CONFIGURATION, str(tmp_path), download_resources=False)
    told.convert_to_json_min(str(path), str(tmp_path / "min"), is_dir=False)
    (task,) = json.loads((tmp_path / "min" / "result.json").read_text())
    assert [(label["start"], label["end"], label["labels"]) for label in task["label"]] == [
        (fact.start, fact.end, [fact.kind]) for fact in specimen().facts
    ]


def test_a_library_of_brats_reads_the_folder(tmp_path: Path) -> None:
    articles = [Annotated(specimen().article, TEXT, specimen().facts), annotated("The Port\nBureau grew 5 percent.", [(4, 15), (21, 30)])]
    write("brat", tmp_path, articles)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own use of pydantic
        bratly_io = importlib.import_module("bratly.io")
        read = bratly_io.read_document_collection_from_folder(str(tmp_path))
    found = {
        document.text: {
            (entity.label, entity.fragments[0].start, entity.fragments[-1].end, " ".join(entity.content.split()))
            for annotations in document.annotation_collections
            for entity in annotations.annotations
            if hasattr(entity, "fragments")
        }
        for document in read.documents
    }
    assert found == {each.text: {(fact.kind, fact.start, fact.end, " ".join(fact.text.split())) for fact in each.facts} for each in articles}


def test_carried_fields_are_json(tmp_path: Path) -> None:
    path = write("label-studio", tmp_path, [Annotated(specimen().article, TEXT, specimen().facts)])
    region = json.loads(path.read_text())[0]["predictions"][0]["result"][2]
    assert json_fields(region["meta"]["text"][0])["value"] == 2080000000
