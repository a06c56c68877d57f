"""The command in this process, with an extractor that needs no model: it takes every numeral for a count."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from click.testing import Result as Outcome

from wirefacts.cli import main
from wirefacts.lexicon import Lexicon
from wirefacts.records import ExtractorInfo, Result, fact_from, fact_id

if TYPE_CHECKING:
    from wirefacts.reading import Story

Command = Callable[..., Outcome]


class Numerals:
    """Finds numerals, and fails on texts that say `fail`."""

    lexicon = Lexicon()
    info = ExtractorInfo(version="0", model="none", model_version="0")

    def extract(self, story: "Story") -> Result:
        if "fail" in story.text:
            raise RuntimeError("told to\nfail")
        sentence = {"start": 0, "end": len(story.text)}
        facts = tuple(
            fact_from(
                {"id": fact_id(story.article.sha256, "quantity", *found.span()), "kind": "quantity", "start": found.start(), "end": found.end()}
                | {"text": found[0], "value": found[0], "sentence": sentence, "provenance": {"rule": "numeral"}},
                story.text,
            )
            for found in re.finditer(r"\d+", story.text)
        )
        return Result(article=story.article, extractor=self.info, facts=facts)

    def pipe(self, stories: "Iterable[Story]") -> Iterator[Result]:
        """Results in order, read ahead as the model does."""
        waiting = []
        for story in stories:
            waiting.append(story)
            if len(waiting) == 3:
                yield from map(self.extract, waiting)
                waiting = []
        yield from map(self.extract, waiting)


@pytest.fixture
def wirefacts(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command with these arguments."""
    monkeypatch.setattr("wirefacts.cli.extract.loaded", lambda *_: Numerals())
    monkeypatch.delenv("WIREFACTS_TRACEBACK", raising=False)

    def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Outcome:
        return CliRunner(env={"COLUMNS": "200"}).invoke(main, [str(argument) for argument in arguments], input=stdin)

    return run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with a date and two numerals that are no date."""
    path = tmp_path / "port.txt"
    path.write_text("Port grows\n\n2022-07-19\n\nThe port shipped 500 of the 666 tonnes.\n")
    return path
