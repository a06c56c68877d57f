import csv
import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result as Outcome

from wirefacts.records.encoding import to_json
from wirefacts.records.specimen import TEXT, specimen

Command = Callable[..., Outcome]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The specimen, saved, with its text where it says."""
    text = tmp_path / "harbor.txt"
    text.write_text(TEXT)
    article = specimen().article.model_copy(update={"path": str(text)})
    path = tmp_path / "facts.jsonl"
    path.write_text(to_json(specimen().model_copy(update={"article": article})) + "\n")
    return path


def surfaces(outcome: Outcome) -> list[str]:
    assert outcome.exit_code == 0, outcome.output
    return [fact["text"] for line in outcome.stdout.splitlines() for fact in json.loads(line)["facts"]]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--kind money --kind percentage", ["2.08 billion yuan", "$307 million", "17.6 percent"]),
        ("--currency usd", ["$307 million"]),
        ("--min 1e9", ["2.08 billion yuan"]),
        ("--min 307,000,000 --max 3.07e8", ["$307 million"]),
        ("--from 2010-01-01 --to 2020-12-31", ["2010"]),
        ("--organization commerce", ["Department of Commerce"]),
        ("--text shipping --kind quantity", ["500", "666", "4 tonnes"]),
        ("--kind quantity --sort value --reverse", ["666", "500", "4 tonnes"]),
        ("--kind organization --sort name", ["Department of Commerce", "Harbor Times"]),
    ],
)
def test_filters_and_orders(wirefacts: Command, saved: Path, options: str, found: list[str]) -> None:
    assert surfaces(wirefacts("show", saved, *options.split())) == found


def test_what_is_filtered_can_be_shown_again(wirefacts: Command, saved: Path) -> None:
    once = wirefacts("show", saved, "--currency", "USD").stdout
    assert surfaces(wirefacts("show", "-", stdin=once)) == ["$307 million"]


def test_tables_of_saved_results_have_the_context_of_their_text(wirefacts: Command, saved: Path) -> None:
    outcome = wirefacts("show", saved, "--kind", "money", "--format", "table")
    words = " ".join(outcome.stdout.split())
    assert "goods worth [2.08 billion" in words
    assert words.endswith("2 of 12 facts: 2 money")


def test_highlight_marks_the_chosen_facts_in_the_article(wirefacts: Command, saved: Path) -> None:
    outcome = wirefacts("show", saved, "--kind", "money", "--highlight")
    words = " ".join(outcome.stdout.split())
    assert "[2.08 billion yuan | money] ([$307 million | money]) from January" in words


@pytest.mark.parametrize("change", ["missing", "changed", "folder", "pipe", "a long name"])
def test_a_text_that_is_not_at_hand_is_told_in_one_line(wirefacts: Command, saved: Path, change: str) -> None:
    text = saved.with_name("harbor.txt")
    text.unlink()
    if change == "a long name":
        saved.write_text(saved.read_text().replace("harbor.txt", "harbor.txt" * 99))
    if change == "changed":
        text.write_text(TEXT.replace("2.08", "2.09"))
    elif change == "folder":
        text.mkdir()
    elif change == "pipe":
        os.mkfifo(text)
    plain = wirefacts("show", saved, "--format", "table")
    assert plain.exit_code == 0
    assert plain.stderr.count("\n") == 1
    assert "2.08 billion" in plain.stdout
    marked = wirefacts("show", saved, "--highlight")
    assert marked.exit_code == 1
    (line,) = marked.stderr.splitlines()
    assert line.startswith("wirefacts: harbor: --highlight: the article's text is not at hand")
    assert str(text) in line
    assert ("is missing" in line) == (change in {"missing", "a long name"})
    assert ("is no file to be read again" in line) == (change in {"folder", "pipe"})
    assert "2.08 billion" in marked.stdout


def test_a_text_whose_name_is_no_utf8_is_found(wirefacts: Command, tmp_path: Path) -> None:
    text, saved = tmp_path / "b\udcffad.txt", tmp_path / "facts.jsonl"
    text.write_text("Up 5 tonnes.\n")
    wirefacts("extract", tmp_path, "--output", saved, "--quiet")
    outcome = wirefacts("show", saved, "--highlight")
    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert "Up [5 | quantity] tonnes." in outcome.stdout


def test_the_article_that_results_were_made_from_is_not_overwritten(wirefacts: Command, saved: Path) -> None:
    text = saved.with_name("harbor.txt")
    outcome = wirefacts("show", saved, "--output", text)
    assert (outcome.exit_code, outcome.stderr) == (2, f"wirefacts: cannot write to {text}: it is an input; give another name\n")
    assert text.read_text() == TEXT


def test_what_shows_nothing_leaves_the_output_as_it_was(wirefacts: Command, saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.csv"
    target.write_text("old")
    assert wirefacts("show", tmp_path / "gone.jsonl", "--output", target).exit_code == 1
    assert target.read_text() == "old"
    assert wirefacts("show", tmp_path / "gone.jsonl", saved, "--text", "no such words", "--output", target).exit_code == 1
    assert target.read_text().startswith("article,")


def test_texts_of_many_articles_in_one_file_are_found(wirefacts: Command, tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps({"id": name, "text": f"{name} grew by {index}."}) + "\n" for index, name in enumerate("abcd")))
    saved = tmp_path / "facts.jsonl"
    wirefacts("extract", articles, "--output", saved, "--quiet")
    lines = saved.read_text().splitlines()
    saved.write_text("\n".join(lines[index] for index in (2, 0, 3, 0)))
    rows = list(csv.DictReader(io.StringIO(wirefacts("show", saved, "--format", "csv").stdout)))
    assert [row["sentence"] for row in rows] == ["c grew by 2.", "a grew by 0.", "d grew by 3.", "a grew by 0."]


def test_a_broken_line_is_named_and_the_rest_shown(wirefacts: Command, saved: Path) -> None:
    line = saved.read_text()
    fields = json.loads(line)
    fields["facts"][4]["start_date"] = "soon"
    saved.write_text(f"{line}{json.dumps(fields)}\n{line}")
    outcome = wirefacts("show", saved)
    assert outcome.exit_code == 1
    assert len(outcome.stdout.splitlines()) == 2
    assert outcome.stderr == f"wirefacts: {saved}: line 2: expected a day as YYYY-MM-DD, not 'soon' @ $.facts[4].start_date\n"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.jsonl", "gone.jsonl: no such file or folder, check the name"),
        (".", ".: a folder, a file is wanted"),
        ("", "an empty name: give a file of saved results, or - for standard input"),
    ],
)
def test_a_file_that_cannot_be_opened_is_named(wirefacts: Command, saved: Path, name: str, words: str) -> None:
    outcome = wirefacts("show", name, saved)
    assert outcome.exit_code == 1
    assert len(outcome.stdout.splitlines()) == 1
    assert outcome.stderr == f"wirefacts: {words}\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("", "no input"),
        ("x --kind mony", "'mony' is not one of"),
        ("x --min many", "'many' is no number; write 1500000, 1,500,000 or 1.5e6"),
        ("x --max nan", "'nan' is no number"),
        ("x --min 1,5", "'1,5' is no number; write 1500000, 1,500,000"),
        ("x --min 1500,000", "'1500,000' is no number"),
        ("x --min 10 --max 9.5", "--min 10 is above --max 9.5"),
        ("x --from 2022-01-02 --to 2022-01-01", "--from 2022-01-02 is after --to 2022-01-01"),
        ("x --currency yuan", "'yuan' is no currency; write its ISO 4217 code of three letters, such as CNY"),
        ("x --min 1e999999", "'1e999999' is no number"),
        ("x --from 2022", "'2022' is no day"),
        ("x --why --format json", "--why needs tables"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(wirefacts: Command, options: str, words: str) -> None:
    outcome = wirefacts("show", *options.split())
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("wirefacts show: ")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr


def test_surfaces_are_held_against_the_text(wirefacts: Command, saved: Path) -> None:
    line = saved.read_text()
    fields = json.loads(line)
    fields["facts"][2].update(start=0, end=16, text="2.09 billion yuan"[:16])
    saved.write_text(f"{json.dumps(fields)}\n{line}")
    outcome = wirefacts("show", saved, "--format", "table")
    assert (outcome.exit_code, outcome.stdout.count("Money (")) == (1, 1)
    assert outcome.stderr == f"wirefacts: {saved}: line 1: the article reads {TEXT[:16]!r} at 0-16, not '2.09 billion yua' @ $.facts[2]\n"
