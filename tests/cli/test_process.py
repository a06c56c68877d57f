"""The command as a process of its own: streams, signals, start-up."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from wirefacts import __version__
from wirefacts.records.encoding import to_json
from wirefacts.records.specimen import TEXT, specimen

COMMAND = [sys.executable, "-m", "wirefacts"]
HEAVY = {"spacy", "pydantic", "rich", "dateparser", "quantulum3", "numpy", "sqlite3", "pyarrow", "simplejson"}


def run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60, **options)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Saved results, more of them than a pipe holds."""
    path = tmp_path / "facts.jsonl"
    path.write_text((to_json(specimen()) + "\n") * 100)
    return path


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], *([verb, "--help"] for verb in ("extract", "show", "ledger", "bench", "schema")), ["ledger", "decide", "--help"]],
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    program = "import sys; from wirefacts.cli import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules, file=sys.stderr)"
    outcome = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True, timeout=60)
    assert outcome.stdout
    assert not HEAVY & set(outcome.stderr.split())


def test_version() -> None:
    assert run("--version").stdout == f"wirefacts {__version__}\n"


def test_no_verb_is_a_wrong_command() -> None:
    outcome = run()
    assert (outcome.returncode, outcome.stdout) == (2, "")
    assert "Usage: wirefacts" in outcome.stderr


@pytest.mark.parametrize("form", ["table", "jsonl", "json", "csv"])
def test_a_reader_that_goes_away_ends_it_quietly(saved: Path, form: str) -> None:
    with subprocess.Popen([*COMMAND, "show", saved, "--format", form, "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(100)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.parametrize("form", ["table", "jsonl", "json", "csv"])
def test_a_full_disk_is_told_in_one_line(saved: Path, form: str) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run(
            [*COMMAND, "show", saved, "--format", form, "-q"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert (outcome.returncode, outcome.stderr) == (2, "wirefacts: cannot write to standard output: No space left on device\n")


def test_a_pipe_under_a_name_is_written_as_it_is(saved: Path) -> None:
    assert len(run("show", saved, "-q", "--output", "/dev/stdout").stdout.splitlines()) == 100


def test_messages_that_cannot_be_written_cost_no_results(saved: Path, tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run(
            [*COMMAND, "show", tmp_path / "gone", saved], stdout=subprocess.PIPE, stderr=full, text=True, check=False, timeout=60
        )
    assert (outcome.returncode, len(outcome.stdout.splitlines())) == (1, 100)


def test_help_that_cannot_be_written_is_told_in_one_line() -> None:
    with Path("/dev/full").open("w") as full:
        outcome = subprocess.run([*COMMAND, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (outcome.returncode, outcome.stderr) == (2, "wirefacts: cannot write to standard output: No space left on device\n")


IN_THE_BACKGROUND = pytest.mark.skipif(
    signal.getsignal(signal.SIGINT) in (signal.SIG_IGN, None), reason="a shell's background command has no interrupts"
)
UNDER_NOHUP = pytest.mark.skipif(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN, reason="under nohup a terminal may be closed")


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        pytest.param(signal.SIGINT, 130, marks=IN_THE_BACKGROUND),
        (signal.SIGTERM, 143),
        pytest.param(signal.SIGHUP, 129, marks=UNDER_NOHUP),
    ],
)
def test_an_interrupt_ends_it_without_a_traceback(saved: Path, tmp_path: Path, sign: signal.Signals, code: int) -> None:
    target = tmp_path / "out.jsonl"
    with subprocess.Popen(
        [*COMMAND, "show", "-", "--output", target], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        while len(list(tmp_path.iterdir())) == 1:  # until it has begun to write
            time.sleep(0.01)
        time.sleep(0.2)
        process.send_signal(sign)
        _, messages = process.communicate(timeout=60)
    assert process.returncode == code
    assert messages.strip() == b""
    assert list(tmp_path.iterdir()) == [saved]


def test_an_interrupt_before_it_has_begun_ends_it_without_a_traceback() -> None:
    program = """
        import sys
        class Interrupt:
            def find_spec(self, name, *_):
                if name == "click":
                    raise KeyboardInterrupt
        sys.meta_path.insert(0, Interrupt())
        import wirefacts.cli
    """
    outcome = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, check=False, timeout=60)
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (130, b"", b"")


def test_the_package_itself_imports_nothing_so_that_an_interrupt_meets_the_command() -> None:
    program = "import sys; before = set(sys.modules); import wirefacts; print(*sorted(set(sys.modules) - before))"
    outcome = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert outcome.stdout.split() == ["wirefacts"]


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_no_colour_where_none_is_wanted(saved: Path, settings: dict[str, str]) -> None:
    environment = {**os.environ, "COLUMNS": "40", **settings}
    outcome = run("show", saved, "--format", "table", "-q", env=environment)
    assert "\x1b" not in outcome.stdout
    assert max(map(len, outcome.stdout.splitlines())) <= 40


def test_a_terminal_without_a_width_still_shows_tables(saved: Path) -> None:
    assert "2.08 billion" in run("show", saved, "--format", "table", "-q", env={**os.environ, "COLUMNS": "0"}).stdout


def test_a_terminal_that_cannot_show_a_character_still_shows_the_rest(saved: Path) -> None:
    outcome = run("show", saved, "--format", "table", "-q", env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert outcome.returncode == 0
    assert "2.08 billion" in outcome.stdout


def test_a_real_article_with_the_real_model(tmp_path: Path) -> None:
    article = tmp_path / "harbor.txt"
    article.write_text(TEXT.replace("Harbor trade", "[red]Harbor[/] \x1b[31mtrade"))
    outcome = run("extract", article, "--output", tmp_path / "facts.jsonl")
    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "", "")
    result = json.loads((tmp_path / "facts.jsonl").read_text())
    assert {"2.08 billion yuan", "$307 million", "17.6 percent"} <= {fact["text"] for fact in result["facts"]}
    shown = run("show", tmp_path / "facts.jsonl", "--format", "table", "--highlight")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "[red]Harbor[/] ␛[31mtrade" in shown.stdout


def test_a_missing_model_and_a_broken_lexicon_are_wrong_commands(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Up 5 percent.\n")
    missing = run("extract", article, "--model", "en_core_web_none")
    assert (missing.returncode, missing.stdout, missing.stderr.count("\n")) == (2, "", 1)
    assert "en_core_web_none" in missing.stderr
    assert "install" in missing.stderr
    (tmp_path / "currencies.toml").write_text("[[")
    broken = run("extract", article, "--lexicon", tmp_path)
    assert (broken.returncode, broken.stdout, broken.stderr.count("\n")) == (2, "", 1)
    assert "currencies.toml" in broken.stderr
