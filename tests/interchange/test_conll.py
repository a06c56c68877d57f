"""Organizations in CoNLL columns and in JSON Lines, and each way in which a file can be broken."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirefacts.interchange import GoldError, read_names

Write = Callable[..., Path]

TEXT = "The Harbor Bureau and Sealand spoke."
DOCUMENT: dict[str, Any] = {"id": "harbor", "text": TEXT, "organizations": [{"start": 4, "end": 17}, {"start": 22, "end": 29}]}


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: str | bytes, name: str = "names.txt") -> Path:
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    return written


def columns(tagged: str) -> str:
    """Lines of four columns from `token/tag` words; `|` ends a sentence, `=` starts a document."""
    rows = {"|": "", "=": "-DOCSTART- -X- O O\n"}
    return "".join(rows[word] + "\n" if word in rows else "{} NN I-NP {}\n".format(*word.rsplit("/", 1)) for word in tagged.split())


@pytest.mark.parametrize(
    ("tagged", "names"),
    [
        ("The/O ferry/O sank/O", []),
        ("Sealand/I-ORG spoke/O", ["Sealand"]),
        ("Sealand/B-ORG spoke/O", ["Sealand"]),
        ("Harbor/I-ORG Bureau/I-ORG spoke/O", ["Harbor Bureau"]),
        ("Harbor/B-ORG Bureau/I-ORG spoke/O", ["Harbor Bureau"]),
        ("Harbor/I-ORG Bureau/B-ORG spoke/O", ["Harbor", "Bureau"]),
        ("Harbor/B-ORG Bureau/B-ORG Office/I-ORG", ["Harbor", "Bureau Office"]),
        ("Harbor/I-LOC Bureau/I-ORG spoke/O", ["Bureau"]),
        ("Harbor/I-ORG Bureau/I-LOC Office/I-ORG", ["Harbor", "Office"]),
        ("Li/B-PER of/O Sealand/B-ORG", ["Sealand"]),
        ("Sealand/I-ORG | Harbor/I-ORG", ["Sealand", "Harbor"]),
        ("Sealand/B-ORG | Harbor/I-ORG", ["Sealand", "Harbor"]),
        ("中文/O \U0001f6a2/O Sealand/I-ORG", ["Sealand"]),
    ],
)
def test_iob1_and_iob2_tags(write: Write, tagged: str, names: list[str]) -> None:
    (document,) = read_names(write(columns(tagged)))
    assert [document.text[name.start : name.end] for name in document.names] == names


def test_tokens_are_joined_by_blanks_and_sentences_by_line_ends(write: Write) -> None:
    (document,) = read_names(write(columns("| The/O ferry/O sank/O ./O | Sealand/I-ORG spoke/O |")))
    assert document.text == "The ferry sank .\nSealand spoke"
    assert [(name.start, name.end) for name in document.names] == [(17, 24)]


@pytest.mark.parametrize("tagged", ["= | One/O | = | Sealand/I-ORG", "One/O | = | Sealand/I-ORG", "= = One/O = = Sealand/I-ORG ="])
def test_documents_begin_at_their_mark(write: Write, tagged: str) -> None:
    one, other = read_names(write(columns(tagged)))
    assert [(one.id, one.text, one.names), (other.id, other.text)] == [("1", "One", ()), ("2", "Sealand")]
    assert [(name.start, name.end) for name in other.names] == [(0, 7)]


@pytest.mark.parametrize("written", ["Sealand I-ORG", "Sealand\tI-ORG\r\n", "\ufeffSealand  NNP  I-ORG\n\n"])
def test_columns_may_be_two_or_more_and_set_apart_by_any_blanks(write: Write, written: str) -> None:
    (document,) = read_names(write(written))
    assert (document.text, len(document.names), document.published) == ("Sealand", 1, None)


_TAGGED = st.lists(st.tuples(st.sampled_from(["Harbor", "中", "a", "."]), st.sampled_from(["O", "B-ORG", "I-ORG", "B-LOC"])), min_size=1, max_size=8)


@given(st.lists(_TAGGED, min_size=1, max_size=3))
def test_every_organization_covers_whole_tokens_in_text_order(tmp_path_factory: pytest.TempPathFactory, sentences: Any) -> None:
    file = tmp_path_factory.getbasetemp() / "tokens.txt"
    file.write_text("\n\n".join("\n".join(f"{token} {tag}" for token, tag in sentence) for sentence in sentences), encoding="utf-8")
    (document,) = read_names(file)
    assert document.text == "\n".join(" ".join(token for token, _ in sentence) for sentence in sentences)
    told = [word for name in document.names for word in document.text[name.start : name.end].split(" ")]
    assert told == [token for sentence in sentences for token, tag in sentence if tag.endswith("ORG")]
    assert all(one.end < other.start for one, other in pairwise(document.names))


@pytest.mark.parametrize("written", [json.dumps(DOCUMENT), json.dumps([DOCUMENT], indent=1), "\ufeff \n" + json.dumps(DOCUMENT) + "\n"])
def test_json_says_the_same_in_lines_and_in_an_array(write: Write, written: str) -> None:
    (document,) = read_names(write(written))
    assert (document.id, document.text) == ("harbor", TEXT)
    assert [TEXT[name.start : name.end] for name in document.names] == ["Harbor Bureau", "Sealand"]


def read_error(file: Path) -> str:
    with pytest.raises(GoldError) as caught:
        read_names(file)
    said = str(caught.value)
    assert said.startswith(str(file))
    assert "\n" not in said
    return said.removeprefix(str(file))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("The O\nferry\nsank O\n", ":2: expected a token and its tag, found 'ferry' alone"),
        ("The O\n\nSealand ORG\n", ":3: expected a tag such as O, B-ORG or I-ORG in the last column, not 'ORG'"),
        ("The o\n", ":1: expected a tag such as O, B-ORG or I-ORG in the last column, not 'o'"),
        (f"The {'x' * 99}\n", f":1: expected a tag such as O, B-ORG or I-ORG in the last column, not '{'x' * 40}'"),
        ("", ": expected CoNLL columns or JSON Lines, found nothing"),
        (" \n\n", ": expected CoNLL columns or JSON Lines, found nothing"),
        ("-DOCSTART- O\n\n", ": expected CoNLL columns or JSON Lines, found nothing"),
        (b"The O\ncaf\xe9 O\n", ":2: expected UTF-8"),
        (f"{json.dumps(DOCUMENT)}\n" * 6 + "{\n", ":7: expected JSON: "),
        ("[]", ": expected a JSON array of objects or JSON Lines, found nothing"),
    ],
)
def test_a_broken_file_is_named_with_its_line(write: Write, content: str | bytes, message: str) -> None:
    assert read_error(write(content)).startswith(message)


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ({name: value for name, value in DOCUMENT.items() if name != "organizations"}, "expected a value, found none @ $.organizations"),
        ({**DOCUMENT, "text": None}, "expected a valid string, not None @ $.text"),
        ({**DOCUMENT, "id": ""}, "expected at least one character, not '' @ $.id"),
        ({**DOCUMENT, "organizations": "Sealand"}, "expected a list, not 'Sealand' @ $.organizations"),
        ({**DOCUMENT, "organizations": [{"start": 4}]}, "expected a value, found none @ $.organizations[0].end"),
        ({**DOCUMENT, "organizations": [{"start": -4, "end": 5}]}, "expected greater than or equal to 0, not -4 @ $.organizations[0].start"),
        ({**DOCUMENT, "organizations": [{"start": 4, "end": "soon"}]}, "not 'soon' @ $.organizations[0].end"),
        ({**DOCUMENT, "organizations": [{"start": 4, "end": 4}]}, "expected an offset above 4 and up to 36 @ $.organizations[0].end"),
        ({**DOCUMENT, "organizations": [{"start": 36, "end": 40}]}, "expected an offset above 36 and up to 36 @ $.organizations[0].end"),
    ],
)
def test_a_broken_line_is_named_with_line_and_field(write: Write, broken: Any, message: str) -> None:
    said = read_error(write(f"{json.dumps(DOCUMENT)}\n{json.dumps(broken)}\n"))
    assert said.startswith(":2: ")
    assert message in said


def test_an_end_beyond_the_text_is_refused(write: Write) -> None:
    beyond = {**DOCUMENT, "organizations": [{"start": 4, "end": 99}]}
    assert read_error(write(json.dumps(beyond))) == ":1: expected an offset above 4 and up to 36 @ $.organizations[0].end"


def test_a_document_may_begin_with_a_bracket(write: Write) -> None:
    (document,) = read_names(write(columns("[/O Sealand/I-ORG ]/O")))
    assert document.text == "[ Sealand ]"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert read_error(tmp_path / "gone.txt") == ": No such file or directory"
