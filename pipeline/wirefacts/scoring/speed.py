"""How fast: each extractor in a process of its own, over the same distinct texts, in rounds by turns with plain spaCy.

Loading, throughput and cold start are told apart; a speed is a ratio to plain spaCy's in the same round of the same run.
"""

import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

YARDSTICK = "spacy"
OURS = "wirefacts"

_DIGIT = re.compile(r"[1-9]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")


class Spread(NamedTuple):
    """The middle of several measurements, and the farthest on either side."""

    median: float
    low: float
    high: float


@dataclass(frozen=True)
class Pace:
    """How fast an extractor is; why there are no figures, where it has none."""

    name: str
    load: float | None = None
    """Seconds to import and load, before the first text."""
    seconds: Spread | None = None
    """Seconds a round."""
    ratio: Spread | None = None
    """Its seconds to plain spaCy's, round by round."""
    cold: Spread | None = None
    """Seconds of a fresh process that reads one article."""
    cold_ratio: Spread | None = None
    memory: float | None = None
    """Most memory its process held, in megabytes."""
    failure: str | None = None


def distinct_texts(articles: Sequence[str], count: int, seed: int = 13) -> list[str]:
    r"""Texts of an article's length made from articles: their paragraphs and sentences in another order, their figures changed.

    >>> one, two = distinct_texts(["A rose 5%. B fell 3%.\n\nC grew 7%. D fell 8%."], 2)
    >>> one != two and sorted(map(len, (one, two))) == [44, 44]
    True
    """
    rng = random.Random(seed)  # noqa: S311 - texts for a race need no secrets
    texts = []
    for index in range(count):
        paragraphs = [paragraph for paragraph in articles[index % len(articles)].split("\n") if paragraph.strip()]
        rng.shuffle(paragraphs)
        mixed = []
        for paragraph in paragraphs:
            sentences = _SENTENCE.split(paragraph)
            rng.shuffle(sentences)
            mixed.append(_DIGIT.sub(lambda _: str(rng.randrange(1, 10)), " ".join(sentences)))
        texts.append("\n\n".join(mixed))
    return texts


class Worker:
    """An extractor in a process of its own, which reads texts when it is told to."""

    def __init__(self, name: str, model: str | None, texts: Path) -> None:
        self.name = name
        command = [sys.executable, "-m", "wirefacts.scoring.pacing", name, model or "", str(texts)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own module
        self.load, self.failure = 0.0, None
        told = self._told()
        if "failure" in told:
            self.failure = str(told["failure"])
        else:
            self.load = float(told["load"])

    def round(self) -> float:
        """Seconds for all texts. Raises RuntimeError when the extractor fails."""
        return float(self._ask("round")["seconds"])

    def memory(self) -> float:
        """Most memory the process held, in megabytes."""
        return float(self._ask("memory")["megabytes"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._process.kill()
        self._process.communicate()

    def _ask(self, what: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()
        told = self._told()
        if "failure" in told:
            raise RuntimeError(told["failure"])
        return told

    def _told(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            return {"failure": f"its process ended (exit code {self._process.wait()})"}
        told: dict[str, Any] = json.loads(line)
        return told


def paces(
    names: Sequence[str], articles: Sequence[str], *, model: str | None, texts: int, rounds: int, done: Callable[[], None] = lambda: None
) -> list[Pace]:
    """The pace of each extractor, plain spaCy first. `done` is called after each round and each cold start."""
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        file = folder / "texts.json"
        file.write_text(json.dumps(distinct_texts(articles, texts)), encoding="utf-8")
        workers = [opened.enter_context(Worker(name, model, file)) for name in (YARDSTICK, *names)]
        seconds: dict[str, list[float]] = {worker.name: [] for worker in workers}
        failures = {worker.name: worker.failure for worker in workers if worker.failure}
        for _ in range(rounds):
            for worker in workers:
                if worker.name not in failures:
                    try:
                        seconds[worker.name].append(worker.round())
                    except RuntimeError as error:
                        failures[worker.name] = str(error)
                done()
        loads = {worker.name: worker.load for worker in workers}
        memory = {worker.name: worker.memory() for worker in workers if worker.name not in failures}
    cold = _cold_starts([name for name in loads if name not in failures], model, articles[0], rounds, done)
    yardstick, cold_yardstick = seconds[YARDSTICK], cold.get(YARDSTICK, [])
    return [
        Pace(name, failure=failures[name])
        if name in failures
        else Pace(
            name,
            loads[name],
            _spread(seconds[name]),
            _spread([ours / theirs for ours, theirs in zip(seconds[name], yardstick, strict=False)]),
            _spread(cold[name]),
            _spread([ours / theirs for ours, theirs in zip(cold[name], cold_yardstick, strict=False)]),
            memory[name],
        )
        for name in loads
    ]


def _cold_starts(names: Sequence[str], model: str | None, article: str, rounds: int, done: Callable[[], None]) -> dict[str, list[float]]:
    """Seconds of fresh processes that each load an extractor and read one article; for wirefacts it is the command itself."""
    with tempfile.TemporaryDirectory() as folder:
        text, texts = Path(folder) / "article.txt", Path(folder) / "texts.json"
        text.write_text(article, encoding="utf-8")
        texts.write_text(json.dumps([article]), encoding="utf-8")
        command = [sys.executable, "-m", "wirefacts", "extract", str(text), "--quiet", *(["--model", model] if model else [])]
        taken: dict[str, list[float]] = {name: [] for name in names}
        for _ in range(rounds):
            for name in names:
                once = command if name == OURS else [sys.executable, "-m", "wirefacts.scoring.pacing", name, model or "", str(texts), "once"]
                began = time.perf_counter()
                subprocess.run(once, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own modules
                taken[name].append(time.perf_counter() - began)
                done()
    return taken


def _spread(measured: Sequence[float]) -> Spread | None:
    return Spread(statistics.median(measured), min(measured), max(measured)) if measured else None
