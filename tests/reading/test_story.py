"""Stories: what is known of an article beside its text, and files as stories."""

import datetime as dt
from pathlib import Path

import pytest

from wirefacts.lexicon import Lexicon
from wirefacts.reading import ReadingError, read_file, story_of
from wirefacts.reading.days import day_of

TEXT = "Linhe port grows\n\nBy China Daily | Mar 9,2021 08:14\n\nTrade rose on Friday.\n"
GIVEN = dt.date(2020, 1, 2)
STATED = dt.date(2021, 3, 9)


@pytest.mark.parametrize(
    ("text", "published", "override", "day"),
    [
        (TEXT, None, False, STATED),
        (TEXT, GIVEN, False, STATED),
        (TEXT, GIVEN, True, GIVEN),
        (TEXT, None, True, STATED),
        ("Trade rose.", GIVEN, False, GIVEN),
        ("Trade rose.", None, False, None),
    ],
)
def test_day_of_publication(text: str, published: dt.date | None, override: bool, day: dt.date | None) -> None:
    assert story_of(text, id="a", published=published, override=override).article.published == day


def test_a_day_may_be_given_as_text() -> None:
    assert story_of("Trade rose.", id="a", published="2020-01-02").article.published == GIVEN


@pytest.mark.parametrize(
    ("text", "id_", "published", "error", "message"),
    [
        (b"Trade rose.", "a", None, TypeError, "a text is wanted, not bytes; decode it first"),
        ("Trade rose.", 5, None, TypeError, "an id is wanted as text, not as int"),
        ("Trade rose.", None, None, TypeError, "an id is wanted as text, not as NoneType"),
        ("Trade rose.", "", None, ValueError, "an id is wanted, at least one character"),
        ("Trade rose.", "a", "soon", ValueError, "'soon' is no day; write it as YYYY-MM-DD"),
    ],
)
def test_what_makes_no_story_is_told_in_one_line(text: str, id_: str, published: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        story_of(text, id=id_, published=published)


def test_given_title_and_source_go_first() -> None:
    article = story_of(TEXT, id="a", title="Port", source="Linhe Daily", url="https://example.org/1").article
    assert (article.title, article.source, article.url) == ("Port", "Linhe Daily", "https://example.org/1")
    article = story_of(TEXT, id="a").article
    assert (article.title, article.source, article.url) == ("Linhe port grows", "China Daily", None)


def test_lone_surrogates_are_replaced_in_place() -> None:
    story = story_of("A \udc80 title\n\nTrade rose 5 percent.", id="\ud800", path="\udcff.txt")
    assert story.text == "A \ufffd title\n\nTrade rose 5 percent."
    assert story.article.title == "A \ufffd title"
    assert (story.article.id, story.article.path) == (r"\ud800", r"\udcff.txt")


@pytest.mark.parametrize("text", ["", " \n\u2028", "\x00"])
def test_no_words_are_a_story_too(text: str) -> None:
    story = story_of(text, id="a")
    assert (story.text, story.article.title, story.article.characters) == (text, None, len(text))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("linhe.txt", "linhe"),
        ("linhe/article.txt", "linhe"),
        ("linhe/2021.03.09.txt", "2021.03.09"),
        ("linhe/note", "note"),
        ("linhe/article.x/a.txt", "a"),
    ],
)
def test_id_of_a_file(tmp_path: Path, name: str, id_: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(TEXT.encode("utf-16"))
    story = read_file(path)
    assert (story.article.id, story.article.path, story.text) == (id_, str(path), TEXT)


def test_article_in_the_working_folder_is_named_after_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert read_file("article.txt").article.id == tmp_path.name


@pytest.mark.parametrize(
    ("name", "reason"),
    [("gone.txt", "no such file"), (".", "a folder"), ("/dev/zero", "a device"), ("a\0b", "cannot be read"), ("x" * 5000, "too long")],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=reason):
        read_file(str(tmp_path / name))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-03-09", STATED),
        ("0001-01-01", dt.date.min),
        ("9999-12-31T23:59:59Z", dt.date.max),
        ("2021-03-09T08:14:59+08:00", STATED),
        ("2021/3/9", STATED),
        ("9 March 2021", STATED),
        ("Tue, 9 Mar 2021", STATED),
        ("09.03.2021", STATED),
        ("03/09/2021", None),
        ("2021-02-30", None),
        ("March 2021", None),
        ("March 9", None),
        ("from 2021-03-09 to 2021-03-10", None),
        ("soon", None),
        ("", None),
    ],
)
def test_one_full_day(words: str, day: dt.date | None) -> None:
    assert day_of(words, Lexicon()) == day
