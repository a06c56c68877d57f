"""The ledger verbs, and show, compare and bench on ledgers."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from click.testing import Result as Outcome

from wirefacts.ledger import Ledger
from wirefacts.records.encoding import to_json
from wirefacts.records.specimen import TEXT, specimen

Command = Callable[..., Outcome]


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """The specimen in a ledger."""
    path = tmp_path / "facts.db"
    with Ledger(path, write=True, create=True) as opened:
        opened.keep(specimen(), TEXT)
    return path


def told(outcome: Outcome) -> str:
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


def surfaces(outcome: Outcome) -> list[str]:
    return [fact["text"] for line in told(outcome).splitlines() for fact in json.loads(line)["facts"]]


def id_of(surface: str) -> str:
    return next(fact.id for fact in specimen().facts if fact.text == surface)


def test_what_is_extracted_is_kept_once_and_printed_where_asked(wirefacts: Command, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    first = wirefacts("extract", article, "--ledger", path)
    assert (first.exit_code, first.stdout) == (0, "")
    assert first.stderr == f"wirefacts: {path}: 1 article kept, with 5 facts\n"
    again = wirefacts("extract", article, "--ledger", path)
    assert again.stderr == f"wirefacts: {path}: 0 articles kept, with 0 facts, 1 there already\n"
    both = wirefacts("extract", article, "--ledger", path, "--format", "jsonl", "-q")
    assert len(json.loads(both.stdout)["facts"]) == 5
    assert surfaces(wirefacts("show", path)) == surfaces(both)
    other = wirefacts("extract", article, "--ledger", path, "--published", "2001-01-01", "--published-override")
    assert "1 article kept" in other.stderr
    assert [run["articles"] for run in map(json.loads, told(wirefacts("ledger", "runs", path, "--json")).splitlines())] == [1, 1]


def test_failures_are_named_and_the_rest_is_kept(wirefacts: Command, tmp_path: Path) -> None:
    for name, text in (("a", "Up 5 tonnes."), ("b", "fail 6"), ("c", "Up 7 tonnes.")):
        (tmp_path / f"{name}.txt").write_text(text)
    outcome = wirefacts("extract", tmp_path, tmp_path / "gone.txt", "--ledger", tmp_path / "facts.db", "--published", "2022-07-19")
    assert outcome.exit_code == 1
    assert "2 articles kept, with 2 facts" in outcome.stderr
    assert surfaces(wirefacts("show", tmp_path / "facts.db")) == ["5", "7"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--kind money --kind percentage", ["2.08 billion yuan", "$307 million", "17.6 percent"]),
        ("--currency usd", ["$307 million"]),
        ("--min 1e9", ["2.08 billion yuan"]),
        ("--from 2010-01-01 --to 2020-12-31", ["2010"]),
        ("--organization commerce", ["Department of Commerce"]),
        ("--text shipping --kind quantity", ["500", "666", "4 tonnes"]),
        ("--kind quantity --sort value --reverse", ["666", "500", "4 tonnes"]),
        ("--article harbor --kind organization --sort name", ["Department of Commerce", "Harbor Times"]),
        ("--pending --kind money", ["2.08 billion yuan", "$307 million"]),
        ("--run 1 --kind percentage", ["17.6 percent"]),
        ("--accepted", []),
    ],
)
def test_every_filter_of_show(wirefacts: Command, ledger: Path, options: str, found: list[str]) -> None:
    assert surfaces(wirefacts("show", ledger, *options.split())) == found


def test_states_are_filters_and_rejected_facts_are_shown_by_theirs_alone(wirefacts: Command, ledger: Path) -> None:
    for verdict in (["2010", "accept"], ["666", "reject"], ["17.6 percent", "correct", "value=17.5"]):
        told(wirefacts("ledger", "decide", ledger, id_of(verdict[0]), *verdict[1:], "--reviewer", "li"))
    told(wirefacts("ledger", "add", ledger, "harbor", "--kind", "organization", "--text", "Eastland", "--reviewer", "li"))
    by_state = {state: surfaces(wirefacts("show", ledger, f"--{state}")) for state in ("accepted", "corrected", "rejected", "added")}
    assert by_state == {"accepted": ["2010"], "corrected": ["17.6 percent"], "rejected": ["666"], "added": ["Eastland"]}
    assert surfaces(wirefacts("show", ledger, "--accepted", "--rejected")) == ["2010", "666"]
    everything = surfaces(wirefacts("show", ledger))
    assert "666" not in everything
    assert len(everything) == 12
    assert surfaces(wirefacts("show", ledger, "--min", "17.55", "--kind", "percentage")) == []  # 17.5 is what stands


def test_corrected_values_are_shown_and_the_extractors_own_beside(wirefacts: Command, ledger: Path) -> None:
    line = told(wirefacts("ledger", "decide", ledger, id_of("17.6 percent")[:6], "correct", "value=17.5", "--note", "table 2", "--reviewer", "li"))
    assert re.fullmatch(r"[0-9a-f]{4,} corrected: percentage '17.6 percent', 17.5 % \(extracted: 17.6 percent: percentage 17.6 %\)\n", line)
    result = json.loads(told(wirefacts("show", ledger, "--corrected")))
    assert result["facts"][0]["value"] == 17.5
    review = result["reviews"][0]
    assert (review["state"], review["reviewer"], review["note"], review["extracted"]["value"]) == ("corrected", "li", "table 2", 17.6)
    (row,) = csv.DictReader(io.StringIO(told(wirefacts("show", ledger, "--corrected", "--format", "csv"))))
    assert (row["value"], row["state"], row["extracted"], row["note"]) == ("17.5", "corrected", "17.6 percent: percentage 17.6 %", "table 2")
    words = " ".join(told(wirefacts("show", ledger, "--format", "table")).split())
    assert "corrected by li" in words
    assert "1 of 12 facts decided (8%): 1 corrected" in words


def test_what_a_ledger_shows_can_be_shown_again(wirefacts: Command, ledger: Path) -> None:
    told(wirefacts("ledger", "decide", ledger, id_of("2010"), "correct", "timex=2010", "type=date", "open=", "--reviewer", "li"))
    once = told(wirefacts("show", ledger))
    assert told(wirefacts("show", "-", stdin=once)) == once
    assert surfaces(wirefacts("show", "-", "--kind", "money", stdin=once)) == ["2.08 billion yuan", "$307 million"]


def test_a_ledger_and_saved_results_are_shown_together(wirefacts: Command, ledger: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    saved.write_text(to_json(specimen()) + "\n")
    assert len(told(wirefacts("show", saved, ledger, "-q")).splitlines()) == 2


def test_undo_redo_done_and_the_log(wirefacts: Command, ledger: Path) -> None:
    fact = id_of("2010")
    told(wirefacts("ledger", "decide", ledger, fact, "reject", "--note", "a reason", "--reviewer", "li"))
    assert told(wirefacts("ledger", "undo", ledger, "--reviewer", "li")).startswith(f"taken back: reject of {fact} in harbor, of ")
    assert told(wirefacts("ledger", "redo", ledger, "--reviewer", "li")).startswith(f"done again: reject of {fact} in harbor, of ")
    assert told(wirefacts("ledger", "done", ledger, "harbor", "--reviewer", "li")) == "harbor: done; 11 facts left undecided now count as accepted\n"
    (row,) = map(json.loads, told(wirefacts("ledger", "articles", ledger, "--json")).splitlines())
    assert (row["states"], row["done_by"]) == ({"accepted": 11, "rejected": 1}, ["li"])
    assert "harbor" in told(wirefacts("ledger", "articles", ledger))
    acts = list(map(json.loads, told(wirefacts("ledger", "log", ledger, "--json")).splitlines()))
    assert [(act["verb"], act["decisions"], act["note"]) for act in acts] == [
        ("reject", 1, "a reason"),
        ("undo", 1, None),
        ("redo", 1, None),
        ("done", 11, None),
    ]
    assert told(wirefacts("ledger", "done", ledger, "harbor", "--reopen", "--reviewer", "li")) == "harbor: no longer done\n"


def test_a_later_run_says_what_it_made_of_decisions(wirefacts: Command, ledger: Path, tmp_path: Path) -> None:
    told(wirefacts("ledger", "done", ledger, "harbor", "--reviewer", "li"))
    text = tmp_path / "harbor.txt"
    text.write_text(TEXT)
    outcome = wirefacts("extract", text, "--ledger", ledger)
    assert "of the decisions on them 0 hold, 2 read otherwise now, 10 are on facts not found now" in outcome.stderr
    overtaken = list(map(json.loads, told(wirefacts("ledger", "changes", ledger, "--json")).splitlines()))
    assert [row["outcome"] for row in overtaken].count("changed") == 2
    assert {row["decision"] for row in overtaken} == {"accept"}
    assert "not found" in told(wirefacts("show", ledger, "--accepted", "--format", "table"))
    compared = json.loads(told(wirefacts("compare", ledger, "--json")))
    assert compared["articles_with_gold"] == 1
    assert compared == json.loads(told(wirefacts("compare", f"{ledger}@1", f"{ledger}@2", "--json")))


def test_gold_is_written_and_read_by_bench(wirefacts: Command, ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    nothing = wirefacts("ledger", "gold", ledger, folder)
    assert (nothing.exit_code, nothing.stderr) == (2, f"wirefacts: {ledger}: no article is done; wirefacts ledger done says so of one\n")
    told(wirefacts("ledger", "decide", ledger, id_of("666"), "reject", "--reviewer", "li"))
    told(wirefacts("ledger", "done", ledger, "harbor", "--reviewer", "li"))
    assert wirefacts("ledger", "gold", ledger, folder).stderr == f"wirefacts: {folder}: 1 article written, with 11 facts\n"
    gold = json.loads((folder / "harbor" / "gold.json").read_text())
    assert (gold["id"], gold["published"], len(gold["facts"])) == ("harbor", "2022-07-19", 11)
    assert (folder / "harbor" / "article.txt").read_bytes() == TEXT.encode()
    told(wirefacts("ledger", "gold", ledger, folder, "-q"))  # again, over its own
    (folder / "port").mkdir()
    (folder / "port" / "gold.json").write_text("{}")
    stale = f"{folder / 'port'}: gold from before, of an article that is not done here"
    assert stale in wirefacts("ledger", "gold", ledger, folder).stderr
    (folder / "harbor" / "gold.json").write_text(json.dumps({**gold, "made_by": "hand"}))
    refused = wirefacts("ledger", "gold", ledger, folder)
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "gold is there that no ledger wrote; give another folder" in refused.stderr


@pytest.mark.parametrize("name", ["facts.jsonl", "tasks.json", "brat"])
def test_exports_come_back_the_same_in_a_new_ledger(wirefacts: Command, ledger: Path, tmp_path: Path, name: str) -> None:
    told(wirefacts("ledger", "decide", ledger, id_of("666"), "reject", "--reviewer", "li"))
    told(wirefacts("ledger", "decide", ledger, id_of("17.6 percent"), "correct", "value=17.5", "--reviewer", "li"))
    outcome = wirefacts("ledger", "export", ledger, tmp_path / name)
    assert outcome.exit_code == 0
    assert "are left out" in outcome.stderr
    other = tmp_path / "other.db"
    back = wirefacts("ledger", "import", other, tmp_path / name, "--reviewer", "li")
    assert back.stderr == f"wirefacts: {other}: 11 added in 1 article, by li\n"
    kept = [{**fact, "provenance": None} for fact in json.loads(told(wirefacts("show", other)))["facts"]]
    sent = [{**fact, "provenance": None} for fact in json.loads(told(wirefacts("show", ledger)))["facts"]]
    assert kept == sent
    again = wirefacts("ledger", "import", other, tmp_path / name, "--reviewer", "li")
    assert again.stderr == f"wirefacts: {other}: 11 known in 1 article, by li\n"


def test_marks_that_come_back_are_decisions(wirefacts: Command, ledger: Path, tmp_path: Path) -> None:
    told(wirefacts("ledger", "export", ledger, tmp_path / "out.jsonl", "-q"))
    fields = json.loads((tmp_path / "out.jsonl").read_text())
    labels = fields["label"]
    labels.remove([*_span("666"), "quantity"])
    labels[labels.index([*_span("2.08 billion yuan"), "money"])][1] -= len(" yuan")
    labels.append([*_span("Eastland"), "organization"])
    labels.append([*_span("14"), "quantity"])
    (tmp_path / "out.jsonl").write_text(json.dumps(fields))
    outcome = wirefacts("ledger", "import", ledger, tmp_path / "out.jsonl", "--whole", "--reviewer", "wang")
    assert outcome.exit_code == 1
    refused, summary = outcome.stderr.splitlines()
    assert "quantity '14' at" in refused
    assert "it states no value, and no fact stands there" in refused
    assert summary == f"wirefacts: {ledger}: 10 accepted, 1 corrected, 1 added, 1 rejected in 1 article, by wang"
    assert surfaces(wirefacts("show", ledger, "--corrected", "--added", "--sort", "kind")) == ["2.08 billion", "Eastland"]
    assert surfaces(wirefacts("show", ledger, "--rejected")) == ["666"]
    assert json.loads(told(wirefacts("ledger", "articles", ledger, "--json")))["done_by"] == ["wang"]


def _span(surface: str) -> tuple[int, int]:
    start = TEXT.index(surface)
    return start, start + len(surface)


def test_agreement_of_two_reviewers(wirefacts: Command, ledger: Path) -> None:
    alone = wirefacts("bench", "--agreement", ledger)
    assert (alone.exit_code, alone.stderr) == (2, f"wirefacts: {ledger}: two reviewers are needed to agree; nobody has decided anything\n")
    for name, rejected in (("li", ["666", "500"]), ("wang", ["666", "2010"])):
        for surface in rejected:
            told(wirefacts("ledger", "decide", ledger, id_of(surface), "reject", "--reviewer", name))
        told(wirefacts("ledger", "done", ledger, "harbor", "--reviewer", name))
    (pair,) = json.loads(told(wirefacts("bench", "--agreement", ledger, "--json")))
    assert (pair["reviewers"], pair["articles"]) == (["li", "wang"], 1)
    assert pair["facts"]["all"] == {"a": 10, "b": 10, "span_F1": 0.9, "exact_F1": 0.9, "value_F1": 0.9}
    assert pair["agreed"] == pytest.approx(10 / 12)
    assert pair["kappa"] == pytest.approx((10 / 12 - 104 / 144) / (1 - 104 / 144))
    printed = told(wirefacts("bench", "--agreement", ledger))
    assert "12 decisions by both, 83.3% agree, Cohen's kappa 0.400" in " ".join(printed.split())


ATTACKS = [
    "=cmd|'/c calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "[bold red]x[/]",
    "\x1b[31mred\x1b]8;;http://x\x07",
    "'; DROP TABLE fact; --",
    "\x9b31m\u202e",
]


@pytest.mark.parametrize("words", ATTACKS)
def test_text_from_articles_is_text_everywhere(wirefacts: Command, tmp_path: Path, words: str) -> None:
    article, path = tmp_path / "articles.jsonl", tmp_path / "facts.db"
    article.write_text(json.dumps({"text": f"{words} 5 {words}", "id": words, "title": words, "source": words, "published": "2022-07-19"}))
    printed = [
        wirefacts("extract", article, "--ledger", path),
        wirefacts(
            *(
                "ledger",
                "add",
                "--kind",
                "organization",
                "--text",
                words,
                "--note",
                words,
                "--reviewer",
                words,
                path,
                "--",
                words,
                "start=0",
                f"name={words}",
            )
        ),
        wirefacts("show", path, "--format", "table", "--highlight", "--why"),
        wirefacts("show", path, "--format", "csv"),
        wirefacts("show", path, "--added", "--text", words, "--article", words),
        wirefacts("show", path, "--organization", words),
        wirefacts("ledger", "articles", path),
        wirefacts("ledger", "log", path, "--article", words, "--reviewer", words),
        wirefacts("ledger", "done", "--reviewer", words, path, "--", words),
        wirefacts("ledger", "gold", path, tmp_path / "gold"),
        wirefacts("ledger", "export", path, tmp_path / "out.jsonl"),
        wirefacts("ledger", "undo", path, "--reviewer", words),
        wirefacts("ledger", "changes", path),
        wirefacts("ledger", "decide", path, "--", words, "accept"),
        wirefacts("bench", "--agreement", path),
    ]
    assert [outcome.exit_code for outcome in printed] == [0] * 13 + [2, 2]
    for outcome in printed:
        assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(outcome.stdout + outcome.stderr)
    rows = list(csv.DictReader(io.StringIO(printed[3].stdout)))
    assert len(rows) == 1 + len(re.findall(r"\d+", f"{words} 5 {words}"))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@"))]
    if words.startswith("["):
        assert words in printed[2].stdout
    assert [json.loads(printed[4].stdout)["facts"][0]["name"]] == [words]
    (folder,) = (tmp_path / "gold").iterdir()
    assert json.loads((folder / "gold.json").read_text())["id"] == words
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("decide {ledger} zzzz accept", "'zzzz' is no id of a fact"),
        ("decide {ledger} 0000 accept", "no fact has an id that begins with '0000'"),
        ("decide {ledger} {fact} praise", "'praise' is not one of"),
        ("decide {ledger} {fact} correct value", "'value' is no FIELD=VALUE"),
        ("decide {ledger} {fact} correct value=1 value=2", "value is given twice"),
        ("decide {ledger} {fact} correct value=many", "value: expected a number, not 'many'"),
        ("decide {ledger} {fact} correct", "give what is to be changed as FIELD=VALUE"),
        ("decide {ledger} {fact} accept --reviewer ", "an empty name; give --reviewer NAME"),
        ("decide gone.db {fact} accept", "gone.db: no such ledger, check the name"),
        ("decide {ledger}", "missing argument"),
        ("add {ledger} nobody --kind money --text x", "no article is called 'nobody'"),
        ("add {ledger} harbor --kind money --text nowhere", "the article does not read 'nowhere' anywhere"),
        ("undo {ledger} --reviewer li", "li has decided nothing that could be taken back"),
        ("done {ledger} nobody", "no article is called 'nobody'"),
        ("export {ledger} out.xyz", "its name does not say which form it is"),
        ("export {ledger} out.jsonl --done", "no article to export: none is done"),
        ("import {ledger} gone.jsonl", "gone.jsonl: No such file or directory"),
        ("show", "no such command 'show'"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(wirefacts: Command, ledger: Path, arguments: str, words: str) -> None:
    before = ledger.read_bytes()
    outcome = wirefacts("ledger", *arguments.format(ledger=ledger, fact=id_of("17.6 percent")).split(" "))
    assert (outcome.exit_code, outcome.stdout) == (2, "")
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("show {saved} --pending", "--pending needs a ledger, which"),
        ("show {saved} --article x", "--article needs a ledger, which"),
        ("show {ledger} {saved} --run 1", "--run needs a ledger, which"),
        ("show {ledger} --article nobody", "no article is called 'nobody'"),
        ("show {ledger} --reviewer nobody", "'nobody' has decided nothing; reviewers are: nobody yet"),
        ("show {ledger} --run 3", "there is no run 3; the runs are 1 to 1"),
        ("compare {ledger}", "there is but one run"),
        ("compare {ledger}@1 {ledger}@9", "there is no run 9"),
        ("compare {saved}", "is to be compared with what?"),
        ("show {saved} --output {ledger}", "it is a ledger or another database; give another name"),
        ("extract {saved} --ledger {ledger} --output {ledger}", "it is a ledger or another database; give another name"),
        ("ledger export {ledger} {ledger} --as doccano", "it is a ledger or another database; give another name"),
        ("extract {saved} --ledger {saved}", "no ledger; give one that extract --ledger has made"),
        ("extract {saved} --ledger ", "'' is no file here"),
    ],
)
def test_what_is_wrong_with_a_ledger_elsewhere_is_told(wirefacts: Command, ledger: Path, tmp_path: Path, arguments: str, words: str) -> None:
    saved = tmp_path / "saved.jsonl"
    saved.write_text(to_json(specimen()) + "\n")
    outcome = wirefacts(*arguments.format(ledger=ledger, saved=saved).split(" "))
    assert outcome.exit_code == 2, outcome.output
    assert outcome.stdout == ""
    assert outcome.stderr.count("\n") == 1
    assert words in outcome.stderr
    assert saved.read_text() == to_json(specimen()) + "\n"


def test_parquet_needs_its_library_and_says_so(wirefacts: Command, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "facts.parquet"
    found: Any = __import__("importlib.util").util.find_spec
    monkeypatch.setattr("importlib.util.find_spec", lambda name, *rest: None if name == "pyarrow" else found(name, *rest))
    outcome = wirefacts("show", ledger, "--output", target)
    assert (outcome.exit_code, outcome.stderr.count("\n")) == (2, 1)
    assert "--format parquet needs pyarrow, which is not installed: pip install 'wirefacts[parquet]'" in outcome.stderr
    assert not target.exists()


def test_parquet_of_a_ledger_has_its_columns_and_types(wirefacts: Command, ledger: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.parquet"
    told(wirefacts("ledger", "decide", ledger, id_of("17.6 percent"), "correct", "value=17.5", "--reviewer", "li"))
    told(wirefacts("show", ledger, "--output", target))
    rows = pq.read_table(target).to_pylist()
    assert len(rows) == 12
    (row,) = [row for row in rows if row["kind"] == "percentage"]
    assert (float(row["value"]), row["state"], row["reviewer"], row["start"]) == (17.5, "corrected", "li", TEXT.index("17.6 percent"))
    assert row["sentence"].startswith("The port handled goods")
