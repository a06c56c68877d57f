"""The compare command on two files of results."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from wirefacts.cli import main
from wirefacts.records import ExtractorInfo, fact_from, text_sha256
from wirefacts.records import Result as Extracted
from wirefacts.records.encoding import to_json

TEXT = "Trade rose 5 percent to 3 billion yuan.\n"
INFO = ExtractorInfo(version="0", model="none", model_version="0")
Compare = Callable[..., Result]


def _result(*found: tuple[str, str, dict[str, Any]], text: str = TEXT) -> str:
    facts = []
    for surface, kind, value in found:
        start = text.index(surface)
        place = {"id": f"{kind}-{start}", "kind": kind, "start": start, "end": start + len(surface), "text": surface}
        facts.append(fact_from({**place, **value, "sentence": {"start": 0, "end": len(text)}, "provenance": {"rule": "told"}}, text))
    article = {"id": "one", "sha256": text_sha256(text), "characters": len(text)}
    return to_json(Extracted.model_validate({"article": article, "extractor": INFO, "facts": facts})) + "\n"


PERCENT = ("5 percent", "percentage", {"value": 5, "role": "change", "direction": "up"})
MONEY = ("3 billion yuan", "money", {"value": 3_000_000_000, "currency": "CNY"})
WRONG = ("3 billion yuan", "money", {"value": 3, "currency": "CNY"})


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    def run(before: str, after: str, *arguments: str, gold: list[tuple[str, str, dict[str, Any]]] | None = None) -> Result:
        (tmp_path / "a.jsonl").write_text(before)
        (tmp_path / "b.jsonl").write_text(after)
        if gold is not None:
            marks = [{"id": kind, "kind": kind, "start": TEXT.index(s), "end": TEXT.index(s) + len(s), "text": s, **v} for s, kind, v in gold]
            (tmp_path / "gold").mkdir()
            (tmp_path / "gold" / "one.txt").write_text(TEXT)
            (tmp_path / "gold" / "one.json").write_text(json.dumps({"id": "one", "facts": marks}))
            arguments = (*arguments, "--gold", str(tmp_path / "gold"))
        return CliRunner().invoke(main, ["compare", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"), *arguments])

    return run


def test_won_and_lost_against_gold(compare: Compare) -> None:
    done = compare(_result(PERCENT, WRONG), _result(MONEY), "--json", gold=[PERCENT, MONEY])
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert [(change["kind"], change["change"], change["verdict"]) for change in told["changes"]] == [
        ("percentage", "removed", "lost"),
        ("money", "changed", "won"),
    ]
    assert told["articles_with_gold"] == 1
    assert set(told["difference"]) == {"F1", "ci95", "p"}


def test_without_gold_it_says_that_better_cannot_be_said(compare: Compare) -> None:
    output = compare(_result(PERCENT), _result(PERCENT, MONEY)).stdout
    assert "added" in output
    assert "whether B is better cannot be said (give --gold PATH)" in " ".join(output.split())


def test_results_of_other_articles_have_nothing_to_compare(compare: Compare) -> None:
    done = compare(_result(PERCENT), _result(PERCENT, text=TEXT + "More."))
    assert done.exit_code == 2
    assert "no article in common" in done.stderr


@pytest.mark.parametrize(("before", "said"), [("not json\n", "holds no results"), ("", "holds no results")])
def test_what_holds_no_results_is_named(compare: Compare, before: str, said: str) -> None:
    done = compare(before, _result(PERCENT))
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_missing_file_is_one_line() -> None:
    done = CliRunner().invoke(main, ["compare", "nowhere.jsonl", "nor-here.jsonl"])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "wirefacts: nowhere.jsonl: no such file; check the name\n"


def test_text_of_an_article_is_no_markup(compare: Compare) -> None:
    odd = "The [bold]Port\x1b[31m Bureau[/bold] said so.\n"
    body = ("Port\x1b[31m Bureau", "organization", {"name": "Port\x1b[31m Bureau", "type": "government"})
    output = compare(_result(text=odd), _result(body, text=odd)).stdout
    assert "\x1b" not in output
    assert "Port␛[31m" in output
