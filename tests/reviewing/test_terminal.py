"""The real command in a real terminal: through tmux, and killed in the middle of a review."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from wirefacts.ledger import Ledger
from wirefacts.records.specimen import specimen
from wirefacts.scoring.keystrokes import Terminal, command_on

pytestmark = pytest.mark.skipif(os.name != "posix", reason="POSIX alone has such terminals")
_PATIENCE = 60

Tmux = Callable[..., str]


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """Talk to a tmux of one's own."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    socket = tmp_path / "tmux"

    def talk(*words: str) -> str:
        return subprocess.run([program, "-S", str(socket), *words], capture_output=True, text=True, check=True).stdout

    yield talk
    subprocess.run([program, "-S", str(socket), "kill-server"], capture_output=True, check=False)


def wait_for(tmux: Tmux, *words: str) -> str:
    """The screen, when it shows all of the words."""
    end = time.monotonic() + _PATIENCE
    while True:
        shown = tmux("capture-pane", "-p")
        if all(word in shown for word in words):
            return shown
        assert time.monotonic() < end, f"{words} not in:\n{shown}"
        time.sleep(0.1)


def test_in_tmux_facts_are_decided_resized_and_the_summary_is_told(tmux: Tmux, harbor: Path) -> None:
    command = f"{sys.executable} -m wirefacts review {harbor} --reviewer li --order text; sleep 60"
    tmux("new-session", "-d", "-x", "80", "-y", "24", "sh", "-c", command)
    shown = wait_for(tmux, "0 of 12", "q quit")
    assert all(len(line) <= 80 for line in shown.split("\n"))
    tmux("send-keys", "a")
    wait_for(tmux, "accepted: Harbor Times", "1 of 12")
    tmux("send-keys", "r")
    wait_for(tmux, "rejected: 2022-07-19")
    tmux("resize-window", "-x", "120", "-y", "40")
    wait_for(tmux, "2 of 12", "17.6 percent", "q quit")
    tmux("send-keys", "u")
    wait_for(tmux, "taken back: reject")
    tmux("send-keys", "q")
    wait_for(tmux, "accepted", "11 of 12", f"all of it is in {harbor}"[:40])
    with Ledger(harbor) as ledger:
        assert [line.state for line in ledger.lines()][:3] == ["accepted", "pending", "pending"]


def test_killed_in_mid_review_the_ledger_holds_every_answered_decision(harbor: Path) -> None:
    with Terminal(command_on(harbor, "--reviewer", "li", "--order", "text")) as terminal:
        terminal.until(b"0 of 12 decided", _PATIENCE)
        for number, fact in enumerate(specimen().facts[:4], 1):
            terminal.send("a")
            terminal.until(f"accepted: {fact.text}".encode(), _PATIENCE)
            with Ledger(harbor) as ledger:
                assert sum(line.state == "accepted" for line in ledger.lines()) == number
        terminal.send("r")
        terminal.until(f"rejected: {specimen().facts[4].text}".encode(), _PATIENCE)
        terminal.kill()
    with Ledger(harbor) as ledger:
        assert [line.state for line in ledger.lines()][:6] == ["accepted"] * 4 + ["rejected", "pending"]
        assert ledger.database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_ledger_that_another_program_keeps_busy_holds_no_key_up_for_long(harbor: Path) -> None:
    with Terminal(command_on(harbor, "--reviewer", "li", "--order", "text")) as terminal, closing(sqlite3.connect(harbor)) as other:
        terminal.until(b"0 of 12 decided", _PATIENCE)
        other.execute("BEGIN IMMEDIATE")
        terminal.send("a")
        terminal.until(b"other programs have kept it busy", _PATIENCE / 4)
        other.rollback()
        terminal.send("a")
        terminal.until(b"accepted: Harbor Times", _PATIENCE)


def test_words_from_an_article_do_not_steer_the_terminal(tmp_path: Path) -> None:
    article = tmp_path / "evil.txt"
    article.write_text("Trade \x1b]0;owned\x07 rose\n\nThe [bold]port[/bold] \x1b[31mshipped\x1b[0m 5 \u202etonnes of coal in 2021.\n")
    with Terminal([sys.executable, "-m", "wirefacts", "review", str(article), "--reviewer", "li", "--published", "2022-07-19"]) as terminal:
        seen = terminal.until(b"[bold]port", _PATIENCE)
        terminal.send("q")
        seen += terminal.until(b"goes on", _PATIENCE)
    assert b"\x1b]0;owned" not in seen
    assert "\u202e".encode() not in seen
    assert (tmp_path / "evil.facts.db").exists()
