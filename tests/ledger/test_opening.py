"""What is no ledger, or cannot be used, is told in one line and left as it is."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from wirefacts.ledger import Ledger, LedgerError, schema
from wirefacts.ledger.opening import remove_empty
from wirefacts.records.specimen import TEXT, specimen


def settled(path: Path) -> bytes:
    """The bytes of a ledger that nobody has open."""
    with Ledger(path, write=True, create=True) as ledger:
        ledger.keep(specimen(), TEXT)
    return path.read_bytes()


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE bookmarks (address TEXT)")
        database.commit()


def marked(pragma: str) -> Callable[[Path], None]:
    def mark(path: Path) -> None:
        settled(path)
        with closing(sqlite3.connect(path)) as database:
            database.execute(pragma)

    return mark


def garbled(path: Path) -> None:
    whole = bytearray(settled(path))
    whole[200:] = b"\xff" * (len(whole) - 200)
    path.write_bytes(whole)


def look_and_keep(path: Path, *, write: bool) -> None:
    with Ledger(path, write=write, create=write) as ledger:
        list(ledger.lines())
        ledger.keep(specimen(), TEXT)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("Trade grew.\n" * 50), "no ledger; give one that extract --ledger has made"),
        (lambda path: path.write_bytes(b"SQLite format 3\x00 and no more"), "damaged, or no ledger"),
        (foreign, "a database of another program, no ledger; give another name"),
        (marked("PRAGMA application_id = 99"), "a database of another program, no ledger; give another name"),
        (marked(f"PRAGMA user_version = {schema.SCHEMA + 1}"), "made by a newer wirefacts (schema 2, this one knows 1); install the newer one"),
        (garbled, "damaged"),
        (Path.mkdir, "a folder, a ledger is a file"),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_what_is_no_ledger_is_told_and_left_as_it_was(path: Path, make: Callable[[Path], object], words: str, write: bool) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(LedgerError) as told:
        look_and_keep(path, write=write)
    assert str(told.value).startswith(f"{path}: {words}")
    assert "\n" not in str(told.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(("name", "words"), [("gone.db", "no such ledger, check the name"), ("gone/facts.db", "no such ledger, check the name")])
def test_a_ledger_that_is_not_there_is_not_made_by_looking(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words):
        Ledger(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_ledger_is_not_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="there is no such folder, make it first"):
        Ledger(tmp_path / "gone" / "facts.db", write=True, create=True)


def test_an_empty_file_becomes_a_ledger(path: Path) -> None:
    path.touch()
    assert settled(path)


def test_a_damaged_page_is_told_when_it_is_met_and_nothing_is_written(path: Path) -> None:
    whole = bytearray(settled(path))
    page = int.from_bytes(whole[16:18], "big")
    for start in range(3 * page, len(whole), page):
        whole[start : start + page] = b"\x77" * page
    path.write_bytes(whole)
    with pytest.raises(LedgerError, match=f"{path.name}: damaged"), Ledger(path, write=True) as ledger:
        ledger.decide(next(iter(ledger.lines())).key, "accept", reviewer="li")
    assert path.read_bytes() == bytes(whole)


PROGRAM = """
import os, resource, signal, sys
from wirefacts.ledger import Ledger, LedgerError
from wirefacts.records.specimen import TEXT, specimen
path, manner = sys.argv[1:]
if os.geteuid() == 0 and not manner.startswith("full"):
    next(iter(specimen().facts)).model_dump_json()
    os.setuid(65534)  # root may write anything
if manner.startswith("full"):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    most = 200_000 if manner == "full" else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    with Ledger(path, write=not manner.endswith("look")) as ledger:
        for number in range(1 if manner != "full" else 500):
            text = TEXT + str(number)
            result = specimen()
            from wirefacts.records import text_sha256
            article = result.article.model_copy(update={"sha256": text_sha256(text), "characters": len(text)})
            if not manner.endswith("look"):
                ledger.keep(result.model_copy(update={"article": article}), text)
        print(sum(1 for _ in ledger.lines()))
except LedgerError as error:
    print(error)
"""


def run(path: Path, manner: str) -> str:
    return subprocess.run([sys.executable, "-c", PROGRAM, str(path), manner], capture_output=True, text=True, check=True).stdout


def test_a_full_disk_is_told_and_costs_nothing_that_was_kept(path: Path) -> None:
    settled(path)
    line = run(path, "full")
    assert line.startswith(f"{path}: the disk is full")
    assert line.count("\n") == 1
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with Ledger(path) as ledger:
        articles = sum(1 for _ in ledger.views())
        assert articles > 1
        assert sum(1 for _ in ledger.lines()) == 12 * articles


def test_a_disk_without_any_room_still_lets_it_be_read(path: Path) -> None:
    before = settled(path)
    assert run(path, "full-look") == "12\n"
    assert run(path, "full-to-the-brim").startswith(f"{path}: the disk ")
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no such permissions here")
@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_a_read_only_ledger_is_read_and_not_written(folder: int) -> None:
    place = Path(tempfile.mkdtemp())  # where others may look, too
    path = place / "facts.db"
    before = settled(path)
    path.chmod(0o444)
    place.chmod(folder)
    try:
        assert run(path, "look") == "12\n"
        assert run(path, "write") == f"{path}: it may not be written to; make it writable, or work on a copy\n"
        assert path.read_bytes() == before
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)


def test_an_older_schema_is_brought_up_to_date_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = settled(path)
    newer = (*schema.MIGRATIONS, ("CREATE TABLE tag (fact TEXT NOT NULL)", "CREATE INDEX tag_by_fact ON tag(fact)"))
    broken = (*schema.MIGRATIONS, ("CREATE TABLE tag (fact TEXT NOT NULL)", "CREATE TABLE tag (again TEXT)"))
    monkeypatch.setattr(schema, "SCHEMA", 2)
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    with pytest.raises(LedgerError):
        Ledger(path)
    assert path.read_bytes() == before
    monkeypatch.setattr(schema, "MIGRATIONS", newer)
    with Ledger(path) as ledger:
        assert sum(1 for _ in ledger.lines()) == 12
    with Ledger(path) as ledger, closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (2,)
        assert ledger.runs()[0].facts == 12


def test_a_writer_that_waits_too_long_says_so(path: Path) -> None:
    settled(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Ledger(path, write=True, patience=0.05) as ledger:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="other programs have kept it busy for too long; try again when they are done"):
            ledger.decide(next(iter(ledger.lines())).key, "accept", reviewer="li")


def test_the_log_is_only_added_to(said: Ledger) -> None:
    said.decide(next(iter(said.lines())).key, "accept", reviewer="li")
    for statement in ("DELETE FROM act", "UPDATE act SET reviewer = 'x'", "DELETE FROM decision", "UPDATE decision SET verdict = 'reject'"):
        with pytest.raises(sqlite3.IntegrityError, match="the log is only added to"):
            said.database.execute(statement)


def test_a_ledger_is_removed_where_it_is_empty_and_nobody_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    assert not remove_empty(path)
    with Ledger(path, write=True, create=True):
        assert not remove_empty(path)
    with Ledger(path, write=True) as ledger:
        ledger.keep(specimen(), TEXT)
    assert not remove_empty(path)
    with Ledger(path) as ledger:
        assert len(ledger.rows()) == 1
        assert ledger.database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    Ledger(empty := tmp_path / "empty.db", write=True, create=True).close()
    assert remove_empty(empty)
    assert list(tmp_path.glob("empty*")) == []
