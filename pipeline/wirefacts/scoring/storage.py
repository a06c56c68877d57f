"""What a ledger costs: keeping results in it beside writing JSON Lines, and looking and deciding when it holds 100,000 facts."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from wirefacts.extractor import Extractor
from wirefacts.ledger import Ledger
from wirefacts.reading import Story, story_of
from wirefacts.records import Fact, Result, fact_id, text_sha256
from wirefacts.scoring.speed import distinct_texts
from wirefacts.showing.formats import JsonLines
from wirefacts.showing.tables import View

_TEXTS = 12
_DECISIONS = 50
REVIEWER = "bench"

Looks = Sequence[tuple[str, ...]]


class Keeping(NamedTuple):
    """Seconds an article: to extract it, to write it as JSON Lines, to keep it in a ledger."""

    extracting: float
    lines: float
    ledger: float

    @property
    def overhead(self) -> float:
        """What a ledger costs more than JSON Lines, as a share of extracting and writing these."""
        return (self.ledger - self.lines) / (self.extracting + self.lines)


@dataclass(frozen=True)
class Looking:
    """A command on the ledger, what it printed, and its seconds, start-up and all: middle and worst."""

    command: str
    lines: int
    seconds: float
    worst: float
    cpu: float
    """Seconds of processor time, the middle: on a busy machine the others wait for their turn."""


class Copies:
    """Results of many articles made from a few extracted ones: joined until each has enough facts, and each with a line of its own."""

    def __init__(self, extractor: Extractor, articles: Sequence[str], facts: int) -> None:
        self._stories = [story_of(text, id=str(index)) for index, text in enumerate(distinct_texts(articles, _TEXTS))]
        list(extractor.pipe(self._stories[:2]))  # once before it is timed
        began = time.process_time()
        self._results = list(extractor.pipe(self._stories))
        characters = sum(len(story.text) for story in self._stories)
        self.seconds_a_character = (time.process_time() - began) / characters
        self._facts = facts

    def __call__(self, count: int) -> Iterator[tuple[Result, str]]:
        """That many results with their texts."""
        for index in range(count):
            yield self._copy(index)

    def _copy(self, index: int) -> tuple[Result, str]:
        text = f"{index}\n\n"
        pieces: list[tuple[Fact, int]] = []
        for step in range(len(self._stories) * self._facts):
            story, result = self._nth(index + step)
            pieces += [(fact, len(text)) for fact in result.facts][: self._facts - len(pieces)]
            text += story.text + "\n\n"
            if len(pieces) == self._facts or not any(each.facts for each in self._results):
                break
        digest = text_sha256(text)
        new = {(fact.id, offset): fact_id(digest, fact.kind, fact.start + offset, fact.end + offset) for fact, offset in pieces}
        facts = tuple(_shifted(fact, offset, new) for fact, offset in pieces)
        _, base = self._nth(index)
        article = base.article.model_copy(update={"id": f"copy-{index}", "sha256": digest, "characters": len(text)})
        return Result(article=article, extractor=base.extractor, facts=facts), text

    def _nth(self, index: int) -> tuple[Story, Result]:
        return self._stories[index % _TEXTS], self._results[index % _TEXTS]


def _shifted(fact: Fact, offset: int, new: dict[tuple[str, int], str]) -> Fact:
    sentence = fact.sentence.model_copy(update={"start": fact.sentence.start + offset, "end": fact.sentence.end + offset})
    links = {name: new.get((link, offset)) for name in ("equivalent_of", "of_total") if (link := getattr(fact, name, None))}
    moved = {"id": new[fact.id, offset], "start": fact.start + offset, "end": fact.end + offset, "sentence": sentence, **links}
    parts = tuple(part.model_copy(update={"start": part.start + offset, "end": part.end + offset}) for part in getattr(fact, "parts", ()))
    return fact.model_copy(update=moved | ({"parts": parts} if parts else {}))


def keeping(copies: Copies, folder: Path, count: int, done: Callable[[], None]) -> Keeping:
    """What it costs to keep that many results, CPU time, each in its turn written and kept; the ledger stays in the folder."""
    lines = ledger = 0.0
    characters = 0
    with Ledger(folder / "facts.db", write=True, create=True) as book, (folder / "facts.jsonl").open("w", encoding="utf-8") as out:
        writer = JsonLines(out)
        for result, text in copies(count):
            characters += len(text)
            began = time.process_time()
            writer.add(View(result, result.facts, text))
            out.flush()
            lines -= began - (between := time.process_time())
            book.keep(result, text)
            ledger += time.process_time() - between
            done()
    return Keeping(copies.seconds_a_character * characters / count, lines / count, ledger / count)


def looks(ledger: Path, filters: Looks, rounds: int, done: Callable[[], None]) -> list[Looking]:
    """The time of `wirefacts show` with each of the filters, in processes of their own."""
    told = []
    for options in filters:
        seconds, cpu, lines = [], [], 0
        for _ in range(rounds):
            before = _cpu_of_children()
            command = [sys.executable, "-m", "wirefacts", "show", str(ledger), *options]
            began = time.perf_counter()
            outcome = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "COLUMNS": "160"})  # noqa: S603 - our own command
            seconds.append(time.perf_counter() - began)
            cpu.append(_cpu_of_children() - before)
            lines = outcome.stdout.count(b"\n")
            done()
        told.append(Looking(" ".join(options), lines, statistics.median(seconds), max(seconds), statistics.median(cpu)))
    return told


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def start_up(folder: Path, copies: Copies, rounds: int) -> Looking:
    """The same for a ledger of one article: what a command takes before it looks at much."""
    with Ledger(folder / "small.db", write=True, create=True) as book:
        book.keep(*next(copies(1)))
    (look,) = looks(folder / "small.db", [("--kind", "money", "--format", "jsonl")], rounds, lambda: None)
    return look


def answers(ledger: Path) -> dict[str, list[float]]:
    """Seconds within one process: to open and list all facts, and to decide on one, again and again."""
    began = time.perf_counter()
    with Ledger(ledger, write=True) as book:
        facts = list(book.lines())
        listed = time.perf_counter() - began
        decided = []
        for line in facts[:: max(1, len(facts) // _DECISIONS)]:
            began = time.perf_counter()
            book.decide(line.key, "accept", reviewer=REVIEWER)
            decided.append(time.perf_counter() - began)
    return {"list": [listed], "decide": decided}


def rare_filters(result: Result, text: str) -> Looks:
    """Filters that few facts of a large ledger meet, such as people give, from one of its articles."""
    names = [fact.name for fact in result.facts if fact.kind == "organization"]
    amounts = sorted(fact.value for fact in result.facts if fact.kind == "money" and fact.value is not None)
    words = max(text.split(), key=len)
    day = next((fact.start_date for fact in result.facts if fact.kind == "date" and fact.start_date), None)
    return [
        *([("--kind", "money", "--min", str(amounts[-1]), "--format", "jsonl")] if amounts else []),
        *([("--organization", names[-1], "--article", result.article.id, "--format", "table")] if names else []),
        *([("--from", str(day), "--to", str(day), "--article", result.article.id, "--format", "csv")] if day else []),
        ("--text", words, "--kind", "percentage", "--format", "jsonl"),
        ("--accepted", "--format", "table"),
    ]


__all__ = ["Copies", "Keeping", "Looking", "answers", "keeping", "looks", "rare_filters"]
