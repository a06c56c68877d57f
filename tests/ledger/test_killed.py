"""Killed at random moments, a ledger holds what was answered, and a rerun completes it. WIREFACTS_KILLS sets how often."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from wirefacts.ledger import Ledger, LedgerError

KILLS = int(os.environ.get("WIREFACTS_KILLS", "10"))
Child = Callable[[str], "subprocess.Popen[str]"]


def sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",) and not database.execute("PRAGMA foreign_key_check").fetchall())


def killed(process: "subprocess.Popen[str]", seconds: float) -> list[str]:
    """Kill a process that many seconds after its first line; the lines that it had printed by then."""
    assert process.stdout
    first = process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    return [line for line in (first + rest).split("\n")[:-1] if line != "ready"]


def content(path: Path) -> list[tuple[str, list[str]]]:
    with Ledger(path) as ledger:
        return [(view.article.id, [entry.fact.id for entry in view.entries]) for view in ledger.views()]


def test_an_extraction_killed_at_any_moment_is_completed_by_a_rerun(tmp_path: Path, child: Child, articles: Path) -> None:
    extract = 'print("ready", flush=True)\ncommand("extract", {!r}, "--ledger", {!r}, "-q")\nprint("done", flush=True)'
    whole = tmp_path / "whole.db"
    with child(extract.format(str(articles), str(whole))) as process:
        assert process.stdout
        process.stdout.readline()
        began = time.monotonic()
        assert process.stdout.readline() == "done\n"
        taken = time.monotonic() - began
    rng = random.Random(7)  # noqa: S311 - moments need no secrets
    moments = [0.0, *(rng.uniform(0, 1.1 * taken) for _ in range(KILLS - 1))]
    broken_off = 0
    for number, moment in enumerate(moments):
        path = tmp_path / f"{number}.db"
        again = extract.format(str(articles), str(path))
        lines = killed(child(again), moment)
        if path.exists() and path.stat().st_size:
            assert sound(path)
            broken_off += "done" not in lines
        with child(again) as process:
            assert "done" in process.communicate()[0]
        assert sound(path)
        assert content(path) == content(whole)
        with Ledger(path) as ledger:
            assert [(run.number, run.articles) for run in ledger.runs()] == [(1, 150)]
    assert broken_off


def test_every_decision_that_was_answered_is_there(tmp_path: Path, child: Child, articles: Path) -> None:
    whole = tmp_path / "whole.db"
    with child(f'command("extract", {str(articles)!r}, "--ledger", {str(whole)!r}, "-q")') as process:
        process.communicate()
    with Ledger(whole) as ledger:
        facts = [line.key for line in ledger.lines()]
    decide = """
        print("ready", flush=True)
        for number, fact in enumerate({facts}):
            verdict = [["accept"], ["reject"], ["correct", "value=1"], ["correct", "unit=tonne"]][number % 4]
            command("ledger", "decide", {path!r}, fact, *verdict, "--reviewer", "li")
            print(fact, flush=True)
    """
    rng = random.Random(11)  # noqa: S311 - likewise
    answered = 0
    for number in range(KILLS):
        path = tmp_path / f"{number}.db"
        path.write_bytes(whole.read_bytes())
        lines = killed(child(decide.format(facts=facts[:60], path=str(path))), rng.uniform(0, 0.8))
        assert sound(path)
        with Ledger(path, write=True) as ledger:
            decided = [act.fact for act in ledger.acts()]
            assert decided[: len(lines)] == lines
            assert len(decided) <= len(lines) + 1  # one may be kept whose answer was cut off
            assert sum(line.state != "pending" for line in ledger.lines()) == len(decided)
            for _ in decided:
                ledger.undo(reviewer="li")
            assert {line.state for line in ledger.lines()} == {"pending"}
        answered += len(lines)
    assert answered


def test_a_ledger_that_was_only_begun_is_taken_for_new(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")  # which writes the first page, and nothing of ours
    with pytest.raises(LedgerError, match="nothing was ever written to it; extract --ledger fills it"):
        Ledger(path)
    with Ledger(path, write=True, create=True) as ledger:
        assert ledger.runs() == []
