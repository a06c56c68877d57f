"""What can be wrong with a ledger, each told in one line: the file, what is the matter, what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3


class LedgerError(Exception):
    """What was asked of a ledger cannot be done: one line for whoever asked."""


class NotALedgerError(LedgerError):
    """The file is no ledger that this version can use."""


_REASONS = (
    # beginning of SQLite's own name for the error, what it means here and what to do
    ("SQLITE_NOTADB", "damaged, its first bytes are no ledger's; take it from a copy"),
    ("SQLITE_CORRUPT", "damaged; nothing was written to it; take it from a copy, or export what can still be read"),
    ("SQLITE_FULL", "the disk is full; what was being written is left out, all before it is kept"),
    ("SQLITE_IOERR_WRITE", "the disk is full or a limit on the size of files is met; what was being written is left out, all before it is kept"),
    ("SQLITE_IOERR_SHMSIZE", "the disk is full; what was being written is left out, all before it is kept"),
    ("SQLITE_IOERR", "the disk does not read or write; what was being written is left out, all before it is kept"),
    ("SQLITE_BUSY", "other programs have kept it busy for too long; try again when they are done"),
    ("SQLITE_LOCKED", "other programs have kept it busy for too long; try again when they are done"),
    ("SQLITE_READONLY", "it may not be written to; make it and its folder writable, or work on a copy"),
    ("SQLITE_PERM", "permission denied; make it readable"),
    ("SQLITE_CANTOPEN", "it cannot be opened; see that its folder is there and may be written to"),
)


def reason_of(error: "sqlite3.Error") -> str:
    """What an error of the database means for its user, in one line."""
    name = getattr(error, "sqlite_errorname", "")
    return next((reason for beginning, reason in _REASONS if name.startswith(beginning)), f"the database says: {error}")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn an error of the database into a LedgerError that names the file.

    >>> import sqlite3
    >>> with told(Path("x.db")): raise sqlite3.OperationalError("odd")
    Traceback (most recent call last):
    wirefacts.ledger.faults.LedgerError: x.db: the database says: odd
    """
    import sqlite3  # noqa: PLC0415 - the errors above are told without a database

    try:
        yield
    except sqlite3.Error as error:
        raise LedgerError(f"{path}: {reason_of(error)}") from error
