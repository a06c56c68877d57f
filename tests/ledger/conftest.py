"""Ledgers to test on, and processes that may be killed."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from wirefacts.ledger import Ledger
from wirefacts.records import ExtractorInfo, Fact, Result, fact_from, fact_id, text_sha256
from wirefacts.records.specimen import TEXT, specimen

Maker = Callable[..., Result]
Told = tuple[str, str, dict[str, object]]

SAID = "Trade rose 5 percent to 3 billion yuan, the Port Bureau said."


def result_of(*found: tuple[str, str, dict[str, object]], text: str = SAID, name: str = "port", version: str = "1", **article: object) -> Result:
    """A result for a text: surface, kind, value of each fact."""
    digest = text_sha256(text)
    facts: list[Fact] = []
    for surface, kind, value in found:
        start = text.index(surface)
        place = {"id": fact_id(digest, kind, start, start + len(surface)), "kind": kind, "start": start, "end": start + len(surface), "text": surface}
        facts.append(fact_from({**place, **value, "sentence": {"start": 0, "end": len(text)}, "provenance": {"rule": f"told.{version}"}}, text))
    info = ExtractorInfo(version=version, model="none", model_version="0")
    known = {"id": name, "sha256": digest, "characters": len(text), "published": "2022-07-19", **article}
    return Result.model_validate({"article": known, "extractor": info, "facts": facts})


PERCENT: Told = ("5 percent", "percentage", {"value": 5, "role": "change"})
MONEY: Told = ("3 billion yuan", "money", {"value": 3_000_000_000, "currency": "CNY"})
BODY: Told = ("Port Bureau", "organization", {"name": "Port Bureau", "type": "government"})


@pytest.fixture
def made() -> Maker:
    """A result for a text of ours: surface, kind, value of each fact."""
    return result_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "facts.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    """A ledger with the specimen in it."""
    with Ledger(path, write=True, create=True) as opened:
        opened.keep(specimen(), TEXT)
        yield opened


@pytest.fixture
def said(path: Path) -> Iterator[Ledger]:
    """A ledger with one short article of three facts."""
    with Ledger(path, write=True, create=True) as opened:
        opened.keep(result_of(PERCENT, MONEY, BODY), SAID)
        yield opened


_CHILD = """
    import re, sys
    from click.testing import CliRunner
    from wirefacts.cli import main
    from wirefacts.lexicon import Lexicon
    from wirefacts.records import ExtractorInfo, Result, fact_from, fact_id

    class Numerals:
        lexicon = Lexicon()
        info = ExtractorInfo(version="0", model="none", model_version="0")
        def pipe(self, stories):
            for story in stories:
                sentence = {"start": 0, "end": len(story.text)}
                facts = tuple(fact_from({"id": fact_id(story.article.sha256, "quantity", *found.span()), "kind": "quantity", "start": found.start(),
                    "end": found.end(), "text": found[0], "value": found[0], "sentence": sentence, "provenance": {"rule": "numeral"}}, story.text)
                    for found in re.finditer(r"[0-9]+", story.text))
                yield Result(article=story.article, extractor=self.info, facts=facts)

    import wirefacts.cli.extract
    wirefacts.cli.extract.loaded = lambda *_: Numerals()
    def command(*arguments):
        outcome = CliRunner().invoke(main, list(arguments))
        assert outcome.exit_code == 0, outcome.output
        return outcome.stdout
"""


@pytest.fixture
def child() -> Callable[[str], "subprocess.Popen[str]"]:
    """A process of its own in which `command` runs the real command, with an extractor that takes every numeral for a count."""

    def start(program: str) -> "subprocess.Popen[str]":
        return subprocess.Popen([sys.executable, "-c", dedent(_CHILD) + dedent(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    return start


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of many short articles."""
    file = tmp_path / "articles.jsonl"
    file.write_text(
        "".join(json.dumps({"id": f"a{n}", "text": f"Ship {n} moved {n + 7} of {n + 9} tonnes on {n % 9} days."}) + "\n" for n in range(150))
    )
    return file
