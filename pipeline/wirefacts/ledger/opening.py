"""Opening a ledger: what is no ledger is refused before anything is written to it."""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from wirefacts.ledger import schema
from wirefacts.ledger.faults import LedgerError, NotALedgerError, reason_of
from wirefacts.ledger.files import MAGIC

PATIENCE = 30.0
"""Seconds to wait for another program that is writing."""

_HEADER, _VERSION_AT, _APPLICATION_AT = 100, 60, 68
_CACHE = -32_000
"""Kilobytes of pages that who writes keeps, as SQLite wants them told. Who reads all of it comes by a page once, and more would cost more."""


def open_database(path: Path, *, write: bool, create: bool = False, patience: float = PATIENCE) -> sqlite3.Connection:
    """A connection to a ledger of the newest schema, which may only be read unless `write`; with `create`, a new one where there is none.

    Raises LedgerError; the file is then as it was.
    """
    try:
        fresh = _look(path, create=create)
        if write and not fresh and not os.access(path, os.W_OK):
            raise LedgerError(f"{path}: {_READ_ONLY}")
        return _opened(path, write=write, fresh=fresh, patience=patience)
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {reason_of(error)}") from error
    except (OSError, ValueError) as error:
        raise LedgerError(f"{path}: it cannot be opened ({getattr(error, 'strerror', None) or error})") from error


def remove_empty(path: Path) -> bool:
    """Remove a ledger that no article is in and no program has open; whether it is gone."""
    with suppress(sqlite3.Error, OSError), closing(_connected(path, 0, "mode=rw")) as database:
        if _is_empty(database):
            database.execute("PRAGMA journal_mode = DELETE")  # refused as long as others have it open
            with suppress(sqlite3.Error, OSError):
                database.execute("BEGIN EXCLUSIVE")
                if _is_empty(database):
                    path.unlink()
                    return True
                database.execute("ROLLBACK")
            _write_ahead(database)
    return False


def _is_empty(database: sqlite3.Connection) -> bool:
    return database.execute("SELECT 1 FROM article LIMIT 1").fetchone() is None


_READ_ONLY = "it may not be written to; make it writable, or work on a copy"


def open_again(path: Path) -> sqlite3.Connection:
    """A further connection, for reading, to a ledger that this process has open already.

    The file is not looked into as others are: to close it again would take from all connections of this process their locks on it, as POSIX has
    it, and another program that then leaves would throw away what this one still writes to.
    """
    return _opened(path, write=False, fresh=False, patience=PATIENCE)


def _look(path: Path, *, create: bool) -> bool:
    """Whether a ledger is still to be made at the path. Raises NotALedgerError for what is none; nothing is opened for writing."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        if not create:
            raise LedgerError(f"{path}: no such ledger, check the name") from None
        if not path.parent.is_dir():
            raise LedgerError(f"{path}: there is no such folder, make it first") from None
        return True
    if not stat.S_ISREG(mode):
        raise NotALedgerError(f"{path}: a {'folder' if stat.S_ISDIR(mode) else 'device'}, a ledger is a file")
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if not header and create and not path.with_name(f"{path.name}-wal").exists():
        return True
    if not header.startswith(MAGIC) or len(header) < _HEADER:
        raise NotALedgerError(f"{path}: {'damaged, or ' if header[:6] == MAGIC[:6] else ''}no ledger; give one that extract --ledger has made")
    version, application = (int.from_bytes(header[at : at + 4], "big") for at in (_VERSION_AT, _APPLICATION_AT))
    if not application:  # the beginning may still be in the write-ahead log
        version, application, tables = _looked_into(path)
        if not (version or application or tables):
            if not create:
                raise NotALedgerError(f"{path}: nothing was ever written to it; extract --ledger fills it")
            return True
    _refuse_others(path, version, application)
    return False


def _looked_into(path: Path) -> tuple[int, int, int]:
    with closing(sqlite3.connect(_address(path, "mode=ro"), uri=True)) as database:
        return _told_by(database)


def _told_by(database: sqlite3.Connection) -> tuple[int, int, int]:
    """Version of the schema, mark of the application, number of tables."""
    (version,), (application,) = (database.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id"))
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return version, application, tables


def _refuse_others(path: Path, version: int, application: int) -> None:
    if application != schema.APPLICATION:
        raise NotALedgerError(f"{path}: a database of another program, no ledger; give another name")
    if version > schema.SCHEMA:
        raise NotALedgerError(f"{path}: made by a newer wirefacts (schema {version}, this one knows {schema.SCHEMA}); install the newer one")


def _opened(path: Path, *, write: bool, fresh: bool, patience: float) -> sqlite3.Connection:
    database = _connected(path, patience, "mode=rwc" if fresh else "mode=rw") if write else _for_reading(path, patience)
    try:
        if fresh:
            _write_ahead(database)
            schema.migrate(database)
        version, application, _ = _told_by(database)
        _refuse_others(path, version, application)
        if version < schema.SCHEMA:
            _refuse_read_only(path)
            schema.migrate(database, schema.MIGRATIONS)
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA synchronous = FULL")
        if write:
            database.execute(f"PRAGMA cache_size = {_CACHE}")
        else:
            database.execute("PRAGMA query_only = ON")
    except BaseException:
        database.close()
        raise
    return database


def _refuse_read_only(path: Path) -> None:
    if not os.access(path, os.W_OK):
        raise LedgerError(f"{path}: made by an older wirefacts; make it writable and open it once to bring it up to date")


def _connected(path: Path, patience: float, manner: str) -> sqlite3.Connection:
    return sqlite3.connect(_address(path, manner), uri=True, timeout=patience, isolation_level=None)


def _for_reading(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to read by. Where nothing can be put beside the file, it is read as something that never changes."""
    database = _connected(path, patience, "mode=rw" if os.access(path, os.W_OK) else "mode=ro")
    try:
        _told_by(database)
    except sqlite3.OperationalError as error:
        database.close()
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
        waiting = path.with_name(f"{path.name}-wal")
        if waiting.exists() and waiting.stat().st_size:
            raise LedgerError(
                f"{path}: part of it is still in {waiting.name}, which cannot be read here; copy both to a folder of your own"
            ) from None
        database = _connected(path, patience, "immutable=1")
    return database


def _write_ahead(database: sqlite3.Connection) -> None:
    """Let readers go on while one writes; whoever makes the same new ledger at the same moment may have done it."""
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA journal_mode = WAL")


def _address(path: Path, manner: str) -> str:
    return f"{path.absolute().as_uri()}?{manner}"
