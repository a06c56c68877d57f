import csv
import io
import json
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result as Outcome

from wirefacts.cli.extract import NO_DATE
from wirefacts.running import stories
from wirefacts.showing.formats import FORMS

Command = Callable[..., Outcome]


def test_a_pipe_gets_json_lines(wirefacts: Command, article: Path) -> None:
    outcome = wirefacts("extract", article)
    assert wirefacts("extract", article, "--output", "-").stdout == outcome.stdout
    (line,) = outcome.stdout.splitlines()
    result = json.loads(line)
    assert outcome.exit_code == 0
    assert result["article"]["id"] == "port"
    assert result["article"]["published"] == "2022-07-19"
    assert [fact["text"] for fact in result["facts"]][-2:] == ["500", "666"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.jsonl", '{"schema_version"'),
        ("x.json", "[\n{"),
        ("x.csv", "article,title"),
        ("x.html", "<!doctype html>"),
        ("x.txt", "Port grows\n"),
        ("x", '{"schema_version"'),
    ],
)
def test_the_suffix_of_the_file_chooses_the_form(wirefacts: Command, article: Path, tmp_path: Path, name: str, start: str) -> None:
    outcome = wirefacts("extract", article, "--output", tmp_path / name)
    assert (outcome.exit_code, outcome.output) == (0, "")
    assert (tmp_path / name).read_text().startswith(start)


@pytest.mark.parametrize("form", FORMS)
def test_a_named_form_goes_before_the_suffix(wirefacts: Command, article: Path, tmp_path: Path, form: str) -> None:
    wirefacts("extract", article, "--format", form, "--output", tmp_path / "x.csv", "--quiet")
    assert (tmp_path / "x.csv").read_text() != ""
    assert (tmp_path / "x.csv").read_text().startswith("article,title") is (form == "csv")


def test_tables_have_context_and_close_with_a_timed_summary(wirefacts: Command, article: Path) -> None:
    words = " ".join(wirefacts("extract", article, "--format", "table").stdout.split())
    assert "shipped [500] of the 666" in words
    assert "5 facts: 5 quantities in 0." in words


def test_why_and_highlight_ask_for_tables(wirefacts: Command, article: Path) -> None:
    outcome = wirefacts("extract", article, "--why", "--highlight")
    words = " ".join(outcome.stdout.split())
    assert "a count has no unit of measure" in words
    assert "The port shipped [500 | quantity] of the [666 | quantity] tonnes." in words


def test_csv_rows_hold_their_sentence(wirefacts: Command, article: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(wirefacts("extract", article, "--format", "csv").stdout)))
    assert all(row["text"] in row["sentence"] for row in rows)


def test_standard_input(wirefacts: Command) -> None:
    outcome = wirefacts("extract", "-", "--published", "2022-07-19", stdin="Up 5 tonnes.\n")
    assert outcome.exit_code == 0
    assert json.loads(outcome.stdout)["article"]["published"] == "2022-07-19"


@pytest.mark.parametrize(("options", "day"), [([], "2022-07-19"), (["--published-override"], "2020-01-01")])
def test_published_is_for_articles_that_state_no_day_unless_it_overrides(wirefacts: Command, article: Path, options: list[str], day: str) -> None:
    outcome = wirefacts("extract", article, "--published", "2020-01-01", *options)
    assert json.loads(outcome.stdout)["article"]["published"] == day


def test_an_article_without_a_day_is_warned_of_once_in_one_line(wirefacts: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Trade grew last year by 5.\n")
    outcome = wirefacts("extract", tmp_path / "a.txt")
    assert outcome.exit_code == 0
    assert outcome.stderr == f"wirefacts: {tmp_path / 'a.txt'}: {NO_DATE}\n"
    assert wirefacts("extract", tmp_path / "a.txt", "--quiet").stderr == ""


def test_inputs_that_fail_are_named_and_the_others_done(wirefacts: Command, article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    outcome = wirefacts("extract", tmp_path / "gone.txt", article, tmp_path / "empty.txt", tmp_path / "binary.txt", "--quiet")
    assert outcome.exit_code == 1
    assert [json.loads(line)["article"]["id"] for line in outcome.stdout.splitlines()] == ["port"]
    lines = outcome.stderr.splitlines()
    assert len(lines) == 3
    for name, line in zip(("gone.txt", "empty.txt", "binary.txt"), lines, strict=True):
        assert line.startswith(f"wirefacts: {tmp_path / name}: ")


def test_an_article_that_the_extractor_fails_on_is_named_and_the_others_done(wirefacts: Command, tmp_path: Path) -> None:
    for index in range(8):
        (tmp_path / f"{index}.txt").write_text("fail 1\n" if index in {1, 5} else f"{index}\n")
    outcome = wirefacts("extract", tmp_path, "--published", "2022-07-19")
    assert outcome.exit_code == 1
    assert [json.loads(line)["article"]["id"] for line in outcome.stdout.splitlines()] == ["0", "2", "3", "4", "6", "7"]
    assert [line.partition(": RuntimeError: told to fail")[0] for line in outcome.stderr.splitlines()] == [
        f"wirefacts: {tmp_path / name}" for name in ("1.txt", "5.txt")
    ]


def test_inputs_that_follow_a_fault_are_not_lost_in_silence(wirefacts: Command, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(*arguments: Any, **options: Any) -> Iterator[Any]:
        yield from stories(*arguments, **options)
        raise RuntimeError("broken")

    monkeypatch.setattr("wirefacts.running.stories", breaking)
    outcome = wirefacts("extract", article)
    assert (outcome.exit_code, len(outcome.stdout.splitlines())) == (1, 1)
    assert outcome.stderr.startswith("wirefacts: the inputs that follow are not read: RuntimeError: broken")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "no input"),
        (["a.txt", "--format", "xml"], "'xml' is not one of"),
        (["a.txt", "--published", "July"], "'July' is no day; write it as YYYY-MM-DD"),
        (["a.txt", "--published", "2022-02-30"], "'2022-02-30' is no day"),
        (["a.txt", "--published", "２０２２-01-01"], "is no day"),
        (["a.txt", "--published-override"], "--published-override needs --published"),
        (["a.txt", "--encoding", "klingon"], "no such encoding: 'klingon'"),
        (["a.txt", "--encoding", "rot13"], "no such encoding: 'rot13'"),
        (["a.txt", "--lexicon", "nowhere"], "'nowhere' does not exist"),
        (["a.txt", "--why", "--format", "csv"], "--why needs tables"),
        (["a.txt", "--highlight", "--output", "x.jsonl"], "--highlight needs tables"),
        *((["a.txt", "--encoding", name], "no such encoding") for name in ("idna", "punycode", "unicode_escape", "raw-unicode-escape", "undefined")),
        (["a.txt", "--model"], "requires an argument"),
        (["a.txt", "--output", ""], "an empty name; give a file, or - for standard output"),
        (["a.txt", "--colour"], "no such option"),
        (["a.txt", "--x\x1b[31m\ny"], "no such option"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(wirefacts: Command, arguments: list[str], words: str) -> None:
    outcome = wirefacts("extract", *arguments)
    (line,) = outcome.stderr.splitlines()
    assert outcome.exit_code == 2
    assert outcome.stdout == ""
    assert line.startswith("wirefacts extract: ")
    assert words in line
    assert line.endswith("(see wirefacts extract --help)")


def test_an_output_that_cannot_be_written_is_told_before_anything_is_read(wirefacts: Command, article: Path, tmp_path: Path) -> None:
    for place, words in (
        (tmp_path, "it is a folder, name a file"),
        (tmp_path / "no" / "x.json", "there is no such folder, make it"),
        (article, "it is an input"),
        (article / "x", "what it should lie in is no folder"),
    ):
        outcome = wirefacts("extract", article, "--output", place)
        assert (outcome.exit_code, outcome.stdout) == (2, "")
        assert outcome.stderr.startswith(f"wirefacts: cannot write to {place}: {words}")
        assert outcome.stderr.count("\n") == 1
    assert article.read_text().startswith("Port grows")


def test_a_full_disk_is_told_in_one_line(wirefacts: Command, article: Path) -> None:
    outcome = wirefacts("extract", article, "--output", "/dev/full")
    assert (outcome.exit_code, outcome.stderr) == (2, "wirefacts: cannot write to /dev/full: No space left on device\n")


def test_a_file_takes_its_place_whole_with_the_mode_it_had(wirefacts: Command, article: Path, tmp_path: Path) -> None:
    target, link = tmp_path / "facts.jsonl", tmp_path / "link.jsonl"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    before = target.stat().st_ino
    wirefacts("extract", article, "--output", link)
    assert link.is_symlink()
    assert target.read_text().startswith("{")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.stat().st_ino != before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.jsonl", "link.jsonl", "port.txt"]


def test_a_command_that_fails_leaves_the_old_file(wirefacts: Command, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "facts.jsonl"
    target.write_text("old")
    monkeypatch.setattr("wirefacts.cli.extract.extracted", interrupted)
    outcome = wirefacts("extract", article, "--output", target)
    assert outcome.exit_code == 130
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.jsonl", "port.txt"]


@pytest.mark.parametrize("name", ["facts.jsonl", "facts.json", "facts.csv"])
def test_a_run_that_reads_nothing_leaves_the_place_as_it_was(wirefacts: Command, article: Path, tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    assert wirefacts("extract", tmp_path / "gone.txt", "--output", target).exit_code == 1
    assert not target.exists()
    target.write_text("old")
    assert wirefacts("extract", tmp_path / "gone.txt", "--output", target).exit_code == 1
    assert target.read_text() == "old"
    assert wirefacts("extract", tmp_path / "gone.txt", article, "--output", target).exit_code == 1
    assert "666" in target.read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "port.txt"])


def test_a_fault_of_the_program_shows_no_traceback(wirefacts: Command, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wirefacts.cli.extract.extracted", lambda *_: 1 / 0)
    outcome = wirefacts("extract", article)
    assert outcome.exit_code == 2
    assert outcome.stderr == "wirefacts: ZeroDivisionError: division by zero (a fault of the program; WIREFACTS_TRACEBACK=1 shows where)\n"


@pytest.mark.parametrize(
    ("title", "shown"),
    [("[red]Port[/red]", "[red]Port[/red]"), ("\x1b[31mPort", "␛[31mPort"), ("\x1b]8;;x\x07Port", "␛]8;;x␇Port")],
)
def test_words_of_an_article_reach_a_table_as_words(wirefacts: Command, tmp_path: Path, title: str, shown: str) -> None:
    (tmp_path / "a.txt").write_text(f"{title} grows\n\n{title} ships 5.\n\n{'It grew and grew. ' * 20}\n")
    outcome = wirefacts("extract", tmp_path / "a.txt", "--format", "table", "--highlight", "--quiet")
    assert outcome.exit_code == 0
    assert outcome.stdout.count(shown) >= 2
    assert "\x1b" not in outcome.output


def test_a_formula_reaches_csv_as_text(wirefacts: Command, tmp_path: Path) -> None:
    (tmp_path / "=cmd().txt").write_text("=cmd() 5\n")
    (row,) = csv.DictReader(io.StringIO(wirefacts("extract", tmp_path / "=cmd().txt", "--format", "csv", "--quiet").stdout))
    assert row["article"] == "'=cmd()"
    assert row["sentence"].startswith("'=cmd()")
    assert row["value"] == "5"


def test_an_article_found_in_a_folder_is_never_overwritten(wirefacts: Command, article: Path) -> None:
    for given in (article.parent, f"{article.parent}/*"):
        outcome = wirefacts("extract", given, "--output", article)
        assert (outcome.exit_code, outcome.stdout) == (2, "")
        assert "it is an input" in outcome.stderr
    assert article.read_text().startswith("Port grows")


def test_results_beside_their_articles_are_made_anew(wirefacts: Command, article: Path) -> None:
    target = article.with_name("facts.jsonl")
    for _ in range(2):
        assert wirefacts("extract", article.parent, "--output", target).output == ""
        assert len(target.read_text().splitlines()) == 1


def test_an_empty_file_of_results_is_no_article(wirefacts: Command, article: Path) -> None:
    target = article.with_name("facts.jsonl")
    target.touch()
    assert wirefacts("extract", article.parent, "--output", target).output == ""
    assert len(target.read_text().splitlines()) == 1


def test_an_article_of_several_in_a_text_file_is_named_with_its_id(wirefacts: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text('{"text": "Up 5.", "id": "one"}\n')
    assert wirefacts("extract", tmp_path / "a.txt").stderr == f"wirefacts: {tmp_path / 'a.txt'} (one): {NO_DATE}\n"


def test_a_place_that_may_not_be_looked_at_is_told_in_one_line(wirefacts: Command, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", refuse)
    outcome = wirefacts("extract", article, "--output", "locked/x")
    assert (outcome.exit_code, outcome.stderr) == (2, "wirefacts: locked/x: Permission denied\n")


def test_an_id_that_comes_again_is_warned_of_once(wirefacts: Command, tmp_path: Path) -> None:
    for folder in "abc":
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "port.txt").write_text("2022-07-19\n\nUp 5.\n")
    outcome = wirefacts("extract", tmp_path)
    assert outcome.exit_code == 0
    assert outcome.stderr == f"wirefacts: {tmp_path / 'b' / 'port.txt'}: another article has the id 'port' too\n"
