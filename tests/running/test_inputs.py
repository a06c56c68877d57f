"""Files, folders, globs, JSON Lines and standard input; every failure named, the rest still read."""

import datetime as dt
import io
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import pytest

from wirefacts.reading import Story
from wirefacts.running import Failure, count, stories

TEXT = "Trade rose 5 percent.\n"


def ids(read: Iterable[Story | Failure]) -> list[str]:
    return [outcome.article.id if isinstance(outcome, Story) else f"! {outcome.input}: {outcome.reason}" for outcome in read]


def file(path: Path, content: str | bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_folder_gives_its_articles_in_order(here: Path) -> None:
    for name in ("b.txt", "a/article.txt", "a/gold.json", "a/x.TXT", ".hidden.txt", ".git/x.txt", "c/d/e.txt", "notes.md", "picture.png"):
        file(here / name)
    file(here / "c/facts.jsonl", '{"schema_version": "1", "article": {}}\n')
    file(here / "c/list.jsonl", '{"text": "One."}\n{"text": "Two."}\n')
    assert ids(stories(["."])) == ["a", "x", "b", "e", "list-1", "list-2"]
    assert count(["."]) == 6


def test_folder_without_articles(here: Path) -> None:
    file(here / "news" / "gold.json", "{}")
    assert ids(stories(["news"])) == ["! news: holds no articles (*.txt, *.jsonl)"]


def test_results_of_earlier_runs_are_no_articles_of_a_folder(here: Path) -> None:
    file(here / "a.txt")
    file(here / "came-to-nothing.jsonl", "")
    file(here / "facts.txt", '{"schema_version": "1"}\n')
    file(here / "facts.json", '[\n{\n "schema_version": "1"\n}\n]')
    assert ids(stories(["."])) == ids(stories(["*"])) == ["a"]


def test_globs(here: Path) -> None:
    for name in ("news/2022-b.txt", "news/2022-a.txt", "news/2021.txt", "news/old/2022.txt", "news/gold.json", "odd[1].txt"):
        file(here / name)
    assert ids(stories(["news/2022-*.txt"])) == ["2022-a", "2022-b"]
    assert ids(stories(["news/**/*.txt"])) == ["2021", "2022-a", "2022-b", "2022"]
    assert ids(stories(["news/*"])) == ["2021", "2022-a", "2022-b", "2022"]
    assert ids(stories(["odd[1].txt"])) == ["odd[1]"]
    assert ids(stories(["news/2023-*.txt"])) == ["! news/2023-*.txt: matches no article, check the pattern"]


def test_file_named_twice_is_read_once(here: Path) -> None:
    file(here / "a.txt")
    (here / "link.txt").symlink_to("a.txt")
    assert ids(stories(["a.txt", "./a.txt", str(here / "a.txt"), "*.txt", "."])) == ["a"]


def test_same_id_in_two_folders(here: Path) -> None:
    file(here / "x/a.txt")
    file(here / "y/a.txt")
    assert ids(stories(["x", "y"])) == ["a", "a"]


def test_failures_are_named_and_the_rest_is_read(here: Path) -> None:
    file(here / "empty.txt", "")
    file(here / "binary.txt", b"\x00\x01\x02")
    file(here / "page.txt", "<html><body>Trade grew.</body></html>")
    file(here / "good.txt")
    (here / "broken.txt").symlink_to("nowhere.txt")
    read = ids(stories(["gone.txt", "empty.txt", "binary.txt", "page.txt", "broken.txt", "", "a\0b", "good.txt"]))
    assert [line.partition(",")[0] for line in read] == [
        "! gone.txt: no such file or folder",
        "! empty.txt: empty",
        "! binary.txt: binary data",
        "! page.txt: an HTML or XML page",
        "! broken.txt: no such file or folder",
        "! an empty name: give a file",
        "! a\0b: it cannot be read (embedded null byte)",
        "good",
    ]
    assert not any("\n" in line for line in read)


def test_broken_links_in_a_folder(here: Path) -> None:
    file(here / "news/good.txt")
    (here / "news/broken.txt").symlink_to("nowhere.txt")
    (here / "news/broken.png").symlink_to("nowhere.png")
    assert ids(stories(["news"])) == ["! news/broken.txt: no such file or folder, check the name", "good"]


def test_folders_that_hold_each_other(here: Path) -> None:
    file(here / "news/a.txt")
    file(here / "more/b.txt")
    (here / "news/back").symlink_to("..", target_is_directory=True)
    (here / "news/self").symlink_to("self")
    (here / "news/more").symlink_to("../more", target_is_directory=True)
    (here / "more/news").symlink_to("../news", target_is_directory=True)
    read = ids(stories(["news"]))
    assert [line for line in read if not line.startswith("!")] == ["a", "b"]
    failures = [line for line in read if line.startswith("!")]
    assert all("a link back to a folder above it" in line or "too many levels of symbolic links" in line for line in failures)
    assert any("news/self" in line for line in failures)
    assert len(failures) < 6


def test_pipes_in_folders_are_not_waited_for(here: Path) -> None:
    file(here / "news/good.txt")
    os.mkfifo(here / "news/pipe.txt")
    assert ids(stories(["news"])) == ["good", "! news/pipe.txt: a device or a pipe, name it by itself to read it"]


def test_what_may_not_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file(here / "news/locked.txt")
    file(here / "news/open.txt")
    unlocked = Path.open

    def refuse(path: Path, mode: str) -> IO[Any]:
        if path.stem == "locked":
            raise PermissionError(13, "Permission denied")
        return unlocked(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert ids(stories(["news"])) == ["! news/locked.txt: permission denied, make it readable", "open"]


def test_json_lines(here: Path) -> None:
    lines = [
        '\ufeff{"text": "Trade rose.", "id": "one", "title": "Port", "published": "2021-03-09T10:00:00Z", "source": "Linhe Daily", "x": [1]}',
        "",
        '{"text": "By China Daily | Mar 9,2021\\n\\nTrade rose on Friday.", "published": "2020-01-02"}',
        '{"text": "Trade \\ud800 rose.", "id": 7, "title": null, "url": "https://example.org"}',
        '{"text": "Trade rose."',
        '["Trade rose."]',
        '{"title": "Port"}',
        '{"text": "  "}',
        '{"text": 5}',
        '{"text": "Trade rose.", "published": "soon"}',
        '{"text": "Trade rose.", "published": 20210309}',
        '{"text": "Trade rose.", "id": ["a"]}',
        "[" * 100_000,
        '{"text": "Trade rose.", "id": ' + "9" * 10_000 + "}",
        '{"text": "Trade rose.", "text": "Trade fell."}',
    ]
    file(here / "list.jsonl", "\n".join(lines))
    read = list(stories(["list.jsonl"], published=dt.date(2019, 1, 1)))
    good = {outcome.article.id: outcome for outcome in read if isinstance(outcome, Story)}
    assert [*good] == ["one", "list-3", "7", "list-15"]
    article = good["one"].article
    assert (article.title, article.source, article.url, article.path) == ("Port", "Linhe Daily", None, "list.jsonl")
    assert good["7"].article.url == "https://example.org"
    assert [str(story.article.published) for story in good.values()] == ["2021-03-09", "2020-01-02", "2019-01-01", "2019-01-01"]
    assert [f"{outcome.input} {outcome.reason}".split(":")[1][:26] for outcome in read if isinstance(outcome, Failure)] == [
        "5 no JSON",
        '6 no JSON object, {"text"',
        '7 no "text" in it, {"text"',
        '8 no "text" in it, {"text"',
        '9 "text" is no text, words',
        '10 "published" is no day',
        '11 "published" is no text,',
        '12 "id" is no text, words ',
        "13 no JSON that can be rea",
        "14 no JSON that can be rea",
    ]


def test_override_goes_before_what_a_line_says(here: Path) -> None:
    file(here / "list.jsonl", '{"text": "Trade rose.", "published": "2021-03-09"}')
    (story,) = stories(["list.jsonl"], published=dt.date(2019, 1, 1), override=True)
    assert isinstance(story, Story)
    assert story.article.published == dt.date(2019, 1, 1)


@pytest.mark.parametrize(
    ("name", "content", "encoding", "expected"),
    [
        ("a.jsonl", b"", None, ["! a.jsonl: empty, there is nothing to read"]),
        ("a.jsonl", b"\n \n", None, ["! a.jsonl: empty, there is nothing to read"]),
        ("a.jsonl", b"\x1f\x8b\x08\n\xff\n", None, ["! a.jsonl: compressed with gzip, plain text is wanted: save the article's words alone"]),
        ("a.jsonl", b'{"text": "caf\xe9"}\n{"text": "Port"}', None, ["! a.jsonl:1: not UTF-8 (byte 13 of the line), give its --encoding", "a-2"]),
        ("a.jsonl", b'{"text": "caf\xe9"}\n{"text": "Port"}', "cp1252", ["a-1", "a-2"]),
        ("a.jsonl", b'{"text": "caf\xe9"}', "utf-8", ["! a.jsonl:1: not UTF-8 (byte 13 of the line), give its --encoding"]),
        ("a.ndjson", '{"text": "Port"}\n{"text": "Trade"}\n'.encode("utf-16"), None, ["a-1", "a-2"]),
        ("a.jsonl", '{"text": "Port"}\n{"text": "Trade"}\n'.encode("utf-16-le"), None, ["a-1", "a-2"]),
        ("a.jsonl", b'{"text": "Port"}\n\xef\xbb\xbf{"text": "Trade"}\n', None, ["a-1", "a-2"]),
        ("a.jsonl", bytes(range(256)) * 20, None, ['! a.jsonl: no JSON Lines, {"text": ...} is wanted on each line']),
        ("a.jsonl", b'{\n "text": "Port"\n}', None, ['! a.jsonl: no JSON Lines, {"text": ...} is wanted on each line']),
        ("a.jsonl", b'{"schema_version": "1"}\n' * 3, None, ["! a.jsonl: saved results, not articles; wirefacts show reads them"]),
        ("article.jsonl", b'{"text": "Port"}\r\n', None, ["news-1"]),
        ("a.json", b'{"text": "Port"}', None, ["a-1"]),
        ("a.json", b'[\n{"text": "Port"}]', None, ['! a.json: JSON, but plain text or JSON Lines is wanted: a {"text": ...} on each line']),
        ("a.json", b'[\n{"schema_version": "1"}]', None, ["! a.json: saved results, not articles; wirefacts show reads them"]),
        ("a.md", b'{"text": "Port"}', None, ["a-1"]),
        ("a.txt", b'\n{"text": "Port"}\n{"text": "Trade"}', None, ["a-2", "a-3"]),
        ("a.txt", b'{"schema_version": "1"}\n', None, ["! a.txt: saved results, not articles; wirefacts show reads them"]),
        ("a.txt", b'{"schema_version": "1", "art', None, ["! a.txt: saved results, not articles; wirefacts show reads them"]),
        ("a.txt", b'[{"text": "Port"}]', None, ['! a.txt: JSON, but plain text or JSON Lines is wanted: a {"text": ...} on each line']),
        ("a.txt", b"[Port] grows", None, ["a"]),
        ("a.jsonl", b'{"text": "Port"}\r{"text": "Trade"}\r', None, ["a-1", "a-2"]),
        ("a.txt", b'{"text": "Port"}\r{"text": "Trade"}\r', None, ["a-1", "a-2"]),
        ("a.jsonl", b'{"text": "Port\n', None, ['! a.jsonl:1: no JSON: unterminated string starting at column 10, {"text": ...} is wanted']),
    ],
)
def test_sorts_of_files(here: Path, name: str, content: bytes, encoding: str | None, expected: list[str]) -> None:
    file(here / name, content)
    assert ids(stories([name], encoding=encoding)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (TEXT.encode(), ["stdin"]),
        (TEXT.encode("utf-16"), ["stdin"]),
        (b'{"text": "One."}\n\n{"text": "Two.", "id": "b"}\n{', ["stdin-1", "b", "! standard input:4: no JSON: "]),
        (b'{"note": "no text"}', ['! standard input:1: no "text" i']),
        (b'\n \n{"text": "One."}\n{"text": "Two."}', ["stdin-3", "stdin-4"]),
        ('{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16-le"), ["stdin-1", "stdin-2"]),
        ('{"text": "One."}\n{"text": "Two."}\n'.encode("utf-16"), ["stdin-1", "stdin-2"]),
        (b'[\n{\n "schema_version": "1"\n}\n]\n', ["! standard input: saved results"]),
        (b'{\n "text": "One."\n}\n', ["! standard input: JSON, but pl"]),
        (b"{curly} prose, not JSON", ["stdin"]),
        (b"", ["! standard input: empty, there "]),
        (b"%PDF-1.7", ["! standard input: a PDF document"]),
    ],
)
def test_standard_input(raw: bytes, expected: list[str]) -> None:
    read = ids(stories(["-", "-"], stdin=io.BytesIO(raw)))
    assert [line[: len(wanted)] for line, wanted in zip(read, expected, strict=True)] == expected


@pytest.mark.parametrize("typed", [[], [b"Trade rose.\n"], [b"\n", b'{"text": "Trade rose."}\n'], [b"Trade rose."]])
def test_a_terminal_tells_its_end_once(typed: list[bytes]) -> None:
    class Terminal(io.RawIOBase):
        """Whoever reads on after the end waits for another."""

        ended = False

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            assert not self.ended
            given = typed.pop(0) if typed else b""
            self.ended = not given
            buffer[: len(given)] = given
            return len(given)

    assert len(ids(stories(["-"], stdin=io.BufferedReader(Terminal())))) == 1


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert ids(stories(["-"])) == ["! standard input: closed, there is nothing to read"]


def test_nothing_is_read_before_it_is_asked_for(here: Path) -> None:
    paths = [file(here / f"{number}.txt") for number in range(3)]
    read = stories(["."])
    next(read)
    paths[1].write_text("Exports fell.")
    paths[2].unlink()
    second, third = read
    assert isinstance(second, Story)
    assert second.text == "Exports fell."
    assert isinstance(third, Failure)


@pytest.mark.parametrize(("inputs", "articles"), [(["-"], None), ([], 0), (["gone.txt"], 0)])
def test_counting(inputs: list[str], articles: int | None) -> None:
    assert count(inputs) == articles


def test_deep_folders(here: Path) -> None:
    folder = here
    for _ in range(300):
        folder = folder / "d"
    file(folder / "a.txt")
    assert ids(stories(["."])) == ["a"]


def test_encoding_and_day_reach_every_input(here: Path) -> None:
    file(here / "a.txt", "Ёлка выросла.".encode("cp1251"))
    file(here / "b.jsonl", json.dumps({"text": "Ёлка выросла."}, ensure_ascii=False).encode("cp1251"))
    for story in stories(["."], encoding="cp1251", published=dt.date(2021, 3, 9)):
        assert isinstance(story, Story)
        assert story.text == "Ёлка выросла."
        assert story.article.published == dt.date(2021, 3, 9)
