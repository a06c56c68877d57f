"""How a file begins that is an SQLite database."""

from pathlib import Path

MAGIC = b"SQLite format 3\x00"


def is_database(path: Path) -> bool:
    """Whether the file is one of SQLite's, a ledger's or another program's.

    >>> is_database(Path(__file__)), is_database(Path("no such file"))
    (False, False)
    """
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) == MAGIC
    except (OSError, ValueError):
        return False
