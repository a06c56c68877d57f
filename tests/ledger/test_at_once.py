"""Two writers and a reader at once. WIREFACTS_SECONDS sets for how long."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from wirefacts.ledger import Ledger

SECONDS = float(os.environ.get("WIREFACTS_SECONDS", "3"))
Child = Callable[[str], "subprocess.Popen[str]"]

WRITER = """
    import hashlib, time
    from pathlib import Path
    from wirefacts.ledger import Ledger
    end, number = time.monotonic() + {seconds}, 0
    file = Path({file!r})
    while time.monotonic() < end:
        number += 1
        file.write_text(f"{name} number {{number}} moved {{number + 1}} tonnes.")
        command("extract", str(file), "--ledger", {path!r}, "-q")
        with Ledger({path!r}) as ledger:
            article = ledger.article_named(hashlib.sha256(file.read_bytes()).hexdigest())
            facts = [entry.fact.id for entry in ledger.entries(article)]
        command("ledger", "decide", {path!r}, facts[0], "accept", "--reviewer", {name!r})
        command("ledger", "decide", {path!r}, facts[1], "reject", "--reviewer", {name!r})
        command("ledger", "undo", {path!r}, "--reviewer", {name!r})
    print(number)
"""
READER = """
    import time
    end, number = time.monotonic() + {seconds}, 0
    while time.monotonic() < end:
        command("show", {path!r})
        command("ledger", "articles", {path!r}, "--json")
        number += 1
    print(number)
"""


def test_two_writers_and_a_reader_lose_nothing(tmp_path: Path, path: Path, child: Child) -> None:
    Ledger(path, write=True, create=True).close()
    writers = [child(WRITER.format(seconds=SECONDS, name=name, path=str(path), file=str(tmp_path / f"{name}.txt"))) for name in ("li", "wang")]
    reader = child(READER.format(seconds=SECONDS, path=str(path)))
    counts = {}
    for name, process in zip(("li", "wang", "reader"), (*writers, reader), strict=True):
        out, err = process.communicate(timeout=SECONDS + 120)
        assert process.returncode == 0, err
        counts[name] = int(out)
    assert all(counts.values())
    with Ledger(path) as ledger:
        assert ledger.runs()[0].articles == counts["li"] + counts["wang"]
        for name in ("li", "wang"):
            acts = ledger.acts(reviewer=name)
            assert [act.verb for act in acts] == ["accept", "reject", "undo"] * counts[name]
            assert [act.holds for act in acts if act.verb != "undo"] == [True, False] * counts[name]
        states = [line.state for line in ledger.lines()]
        assert states.count("accepted") == counts["li"] + counts["wang"] == states.count("pending")


def test_what_is_decided_after_listing_outlives_another_program_that_comes_and_goes(path: Path, ledger: Ledger) -> None:
    look = [sys.executable, "-c", f"from wirefacts.ledger import Ledger\nwith Ledger({str(path)!r}) as book: print(len(book.acts()))"]
    for number in range(1, 4):
        key = list(ledger.lines())[number].key
        ledger.decide(key, "accept", reviewer="li")
        assert subprocess.run(look, capture_output=True, text=True, check=True).stdout == f"{number}\n"
