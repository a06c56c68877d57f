"""Counting confidences and checking them, by command."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result as Outcome

from wirefacts.extractor import Extractor
from wirefacts.lexicon import Lexicon
from wirefacts.reading import story_of

Command = Callable[..., Outcome]
CORPUS = Path(__file__).parents[2] / "corpus"


def test_what_is_counted_is_what_facts_then_carry(wirefacts: Command, tmp_path: Path) -> None:
    file = tmp_path / "confidences.toml"
    outcome = wirefacts("confidence", CORPUS, "--output", file, "--quiet")
    assert outcome.exit_code == 0
    counted = tomllib.loads(file.read_text())["rules"]
    assert counted["money"] == {"right": 9, "found": 9}
    assert "money" in outcome.stdout
    (fact,) = Extractor(lexicon=tmp_path).extract(story_of("It paid 5 million yuan.", id="a")).facts
    assert fact.provenance.confidence == Lexicon(tmp_path).confidences.of("money")


def test_calibration_is_told(wirefacts: Command) -> None:
    told = json.loads(wirefacts("bench", "--calibration", "--json", "--quiet").stdout)
    assert told["facts"] >= 62
    assert told["error"] < 0.1
    assert sum(each["facts"] for each in told["bins"]) == told["facts"]
    assert "expected calibration error" in wirefacts("bench", "--calibration", "--quiet").stdout


def test_articles_that_were_counted_on_are_named(wirefacts: Command) -> None:
    assert "1 of the 1 articles" in wirefacts("bench", "--calibration").stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["confidence"], "no gold: give gold files or folders of them"),
        (["confidence", "nowhere"], "nowhere"),
        (["confidence", ""], "is no file here"),
        (["confidence", "corpus", "--output", ""], "is no file here"),
        (["bench", "--calibration", "--dataset", "newsquant", "x.json"], "--calibration judges our own facts"),
        (["bench", "--calibration", "--pin"], "--calibration judges our own facts"),
    ],
)
def test_errors_are_one_line(wirefacts: Command, arguments: list[str], line: str) -> None:
    outcome = wirefacts(*arguments)
    assert outcome.exit_code == 2
    assert line in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1
