"""The bench command on small gold, with an extractor that finds what it is told to."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wirefacts.cli import main
from wirefacts.reading import Story
from wirefacts.records import ExtractorInfo, Fact, fact_from
from wirefacts.records.encoding import result_from_json

TEXT = "Trade rose 5 percent to 3 billion yuan.\nThe [bold]Port\x1b[31m Bureau[/bold] said so.\n"
INFO = ExtractorInfo(version="0", model="none", model_version="0")

Bench = Callable[..., Result]


def _span(surface: str, kind: str, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(surface)
    return {"id": f"{kind}-{start}", "kind": kind, "start": start, "end": start + len(surface), "text": surface, **fields}


PERCENT = _span("5 percent", "percentage", value=5, role="change", direction="up")
MONEY = _span("3 billion yuan", "money", value=3_000_000_000, currency="CNY")
BODY = _span("Port\x1b[31m Bureau", "organization", name="Port\x1b[31m Bureau", type="government")


def _fact(fields: dict[str, Any]) -> Fact:
    return fact_from({**fields, "sentence": {"start": 0, "end": len(TEXT)}, "provenance": {"rule": "told"}}, TEXT)


class Told:
    """An extractor that finds these facts in every article, but fails on those whose id is 'bad'."""

    info = INFO

    def __init__(self, facts: Iterable[dict[str, Any]]) -> None:
        self.told = tuple(_fact(fields) for fields in facts)

    def findings(self, stories: Iterable[Story]) -> Iterator[tuple[Story, "Told"]]:
        for story in stories:
            if story.article.id == "bad":
                raise RuntimeError("told to fail")
            yield story, self

    def facts(self) -> tuple[Fact, ...]:
        return self.told

    names: tuple[Fact, ...] = ()


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    _write(tmp_path / "gold", "one", [PERCENT, MONEY, BODY])
    return tmp_path / "gold"


@pytest.fixture
def bench(gold: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    def run(*arguments: str, finds: Iterable[dict[str, Any]] = (), path: Path | None = gold, columns: str = "80") -> Result:
        monkeypatch.setattr("wirefacts.cli.bench.loaded", lambda *_: Told(finds))
        return CliRunner(env={"COLUMNS": columns}).invoke(main, ["bench", *([str(path)] if path else []), *arguments])

    return run


def _write(folder: Path, name: str, facts: list[dict[str, Any]]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.txt").write_text(TEXT)
    (folder / f"{name}.json").write_text(json.dumps({"id": name, "published": "2022-07-19", "facts": facts}))


def _names(folder: Path) -> Path:
    file = folder / "names.conll"
    file.write_text("Port I-ORG\nBureau I-ORG\nagreed O\n")
    return file


def _row(output: str, name: str) -> list[str]:
    return next(line.split() for line in output.splitlines() if line.split()[:1] == [name])


def test_tables_of_scores_and_agreement(bench: Bench) -> None:
    done = bench(finds=[PERCENT, {**MONEY, "value": 3}])
    assert done.exit_code == 0
    assert _row(done.output, "money") == ["money", "1", "1", *["100.0"] * 6, *["0.0"] * 3]
    assert _row(done.output, "organization") == ["organization", "1", "0", *["0.0"] * 9]
    assert _row(done.output, "all")[1:3] == ["3", "2"]
    assert "direction 1/1" in done.output
    assert max(map(len, done.output.splitlines()[:14])) <= 80


def test_every_error_with_its_context(bench: Bench) -> None:
    output = bench(finds=[{**MONEY, "value": 3}, _span("yuan", "quantity", value=1)]).output
    assert "wrong value: money: value (1)" in output
    assert "'3 billion yuan': value 3000000000, currency CNY" in output
    assert "'3 billion yuan': value 3, currency CNY" in output
    assert "missed: percentage (1)" in output
    assert "spurious: quantity (1)" in output
    assert " Trade rose 5 percent to «3 billion yuan». The" in re.sub(r"\s+", " ", output)


def test_errors_may_be_left_out(bench: Bench) -> None:
    assert "«" not in bench("--no-errors").output
    assert "missed: percentage" in bench("--no-errors").output


def test_text_of_the_article_is_neither_markup_nor_obeyed(bench: Bench) -> None:
    output = bench().output
    assert "\x1b" not in output
    assert "[bold]«Port␛[31m Bureau»[/bold]" in " ".join(output.split())


def test_narrow_terminals_lose_no_figure(bench: Bench) -> None:
    lines = bench(finds=[PERCENT], columns="40").output.splitlines()
    assert sum(line.split() == ["percentage", "1", "1", "100.0", "100.0", "100.0"] for line in lines) == 3
    assert max(map(len, lines)) <= 40


def test_json_carries_what_the_tables_show(bench: Bench) -> None:
    scores = json.loads(bench("--json", finds=[PERCENT, MONEY]).stdout)
    assert scores["articles"] == 1
    value = scores["scores"]["all"]["value"]
    low, high = value.pop("ci95")
    assert value == {"P": 1.0, "R": 2 / 3, "F1": 0.8}
    assert 0 <= low <= 0.8 <= high <= 1
    assert scores["error_groups"] == {"missed: organization": 1}
    assert (scores["scores"]["money"]["gold"], scores["scores"]["money"]["pred"]) == (1, 1)
    assert scores["macro"]["value"]["F1"] == 2 / 3
    assert scores["roles"]["percentage.direction"] == 1.0
    assert [(error["error"], error["kind"], error["found"]) for error in scores["errors"]] == [("missed", "organization", None)]


def test_predictions_are_results(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "found.jsonl"
    assert bench("--predictions", str(file), finds=[PERCENT]).exit_code == 0
    (line,) = file.read_text().splitlines()
    result = result_from_json(line)
    assert (result.article.id, str(result.article.published)) == ("one", "2022-07-19")
    assert [fact.text for fact in result.facts] == ["5 percent"]


def test_predictions_never_replace_gold(bench: Bench, gold: Path) -> None:
    (gold / "two").mkdir()
    for name in ("gold.json", "article.txt"):
        (gold / "two" / name).write_bytes((gold / name.replace("gold", "one").replace("article", "one")).read_bytes())
    for path, target in ((gold, gold / "one.json"), (gold / "two" / "gold.json", gold / "two" / "article.txt")):
        before = target.read_bytes()
        assert bench("--predictions", str(target), path=path).exit_code == 2
        assert target.read_bytes() == before


def test_an_article_that_fails_is_named_and_counts_as_missed(bench: Bench, gold: Path) -> None:
    _write(gold, "bad", [PERCENT])
    done = bench(finds=[PERCENT, MONEY, BODY])
    assert done.exit_code == 1
    assert "bad: RuntimeError: told to fail" in done.stderr
    assert _row(done.stdout, "percentage")[1:3] == ["2", "1"]


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda folder: (folder / "one.txt").unlink(), "expected the article's text in"),
        (lambda folder: (folder / "one.json").write_text('{\n"id": 1,\n]'), "one.json:3: expected JSON"),
        (lambda folder: _write(folder, "two", [{**PERCENT, "kind": "share"}]), "@ $.facts[0].kind"),
        (lambda folder: _write(folder, "two", [{**PERCENT, "text": "6 percent"}]), "@ $.facts[0].text"),
    ],
)
def test_broken_gold_is_one_line_and_nothing_is_scored(bench: Bench, gold: Path, break_it: Callable[[Path], object], said: str) -> None:
    break_it(gold)
    done = bench(finds=[PERCENT])
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_corpus_of_a_checkout_is_found_from_anywhere(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = bench("--json", path=None)
    assert done.exit_code == 1
    assert "value.all is 0.0000, below its floor of" in done.stderr
    assert json.loads(done.stdout)["scores"]["all"]["pred"] == 0


def test_without_a_corpus_it_says_what_to_give(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("wirefacts.__file__", str(tmp_path / "site" / "wirefacts" / "__init__.py"))
    done = bench(path=None)
    assert done.exit_code == 2
    assert "give PATH" in done.stderr


def test_other_forms_of_gold_are_scored(bench: Bench, tmp_path: Path) -> None:
    done = bench("--dataset", "organizations", path=_names(tmp_path))
    assert _row(done.output, "all")[:3] == ["all", "1", "0"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--against", "gleu"), "'gleu' is no peer; name some of glue"),
        (("--against", ","), "no peer is named"),
        (("--lower", "because"), "--lower takes a reason, and goes with --pin"),
        (("--pin", "--lower", " "), "--lower takes a reason"),
        (("--predictions", "-"), "'-' is no file here"),
        (("--dataset", "fact"), "'fact' is not one of"),
    ],
)
def test_wrong_options_are_one_line(bench: Bench, arguments: tuple[str, ...], said: str) -> None:
    done = bench(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_floors_are_pinned_held_and_lowered_for_a_reason(bench: Bench, gold: Path) -> None:
    assert bench("--pin", finds=[PERCENT, MONEY, BODY]).exit_code == 0
    assert bench(finds=[PERCENT, MONEY, BODY]).exit_code == 0
    fallen = bench(finds=[PERCENT, MONEY])
    assert fallen.exit_code == 1
    assert "value.organization is 0.0000, below its floor of 1.0000" in fallen.stderr
    refused = bench("--pin", finds=[PERCENT, MONEY])
    assert refused.exit_code == 2
    assert "say why with --lower REASON" in refused.stderr
    assert bench("--pin", "--lower", "bodies are left to a later version", finds=[PERCENT, MONEY]).exit_code == 0
    lowered = json.loads((gold / "floors.json").read_text())["lowered"]
    assert {entry["reason"] for entry in lowered} == {"bodies are left to a later version"}
    assert bench(finds=[PERCENT, MONEY]).exit_code == 0


def test_a_corpus_without_a_bundled_form_needs_a_path(bench: Bench) -> None:
    done = bench("--dataset", "newsquant", path=None)
    assert done.exit_code == 2
    assert "no gold for newsquant is bundled: give PATH" in done.stderr
