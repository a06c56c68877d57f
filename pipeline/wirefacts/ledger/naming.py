"""What people call an article and a fact: as few characters as tell it from all others."""

import re
import sqlite3
from collections.abc import Iterable

from wirefacts.ledger.faults import LedgerError

SHORTEST = 4
"""Characters of a fact's id that are always shown."""
_SHORTEST_DIGEST = 6
_ID = re.compile(r"[0-9a-f]{1,12}")
_AFTER_HEX = "g"
_SEVERAL = 3


def short_ids(database: sqlite3.Connection, ids: Iterable[str]) -> dict[str, str]:
    """The beginning of each id that no other fact of the ledger shares, at least `SHORTEST` characters of it."""
    return {id_: id_[: max(SHORTEST, 1 + max(_shared(id_, near) for near in _neighbours(database, id_)))] for id_ in ids}


def _neighbours(database: sqlite3.Connection, id_: str) -> tuple[str, str]:
    (before,) = database.execute("SELECT max(id) FROM fact WHERE id < ?", (id_,)).fetchone()
    (after,) = database.execute("SELECT min(id) FROM fact WHERE id > ?", (id_,)).fetchone()
    return before or "", after or ""


def _shared(one: str, other: str) -> int:
    """How many characters two ids begin with alike."""
    return next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def fact_named(database: sqlite3.Connection, name: str) -> tuple[int, str]:
    """The article's row and the whole id of the fact whose id begins so. Raises LedgerError where there is none or more than one."""
    beginning = name.lower()
    if not _ID.fullmatch(beginning):
        raise LedgerError(f"{name!r} is no id of a fact; give one as wirefacts show prints it, such as 3e12d1")
    found = database.execute(
        "SELECT DISTINCT id, article FROM fact WHERE id >= ? AND id < ? ORDER BY id LIMIT ?", (beginning, beginning + _AFTER_HEX, _SEVERAL)
    ).fetchall()
    if not found:
        raise LedgerError(f"no fact has an id that begins with {name!r}; wirefacts show prints the ids")
    if len(found) > 1:
        raise LedgerError(f"{name!r} could be {', '.join(id_ for id_, _ in found)}{' or more' * (len(found) == _SEVERAL)}; give more of it")
    return int(found[0][1]), str(found[0][0])


def article_named(database: sqlite3.Connection, name: str) -> int:
    """The row of the article of that id, path or beginning of its digest. Raises LedgerError where there is none or more than one."""
    rows = [row for (row,) in database.execute("SELECT row FROM article WHERE id = ?", (name,))]
    if not rows:
        rows = [row for row, path in database.execute("SELECT row, json_extract(record, '$.path') FROM article") if path == name]
    if not rows and len(name) >= _SHORTEST_DIGEST and re.fullmatch("[0-9a-f]+", name.lower()):
        rows = [
            row for (row,) in database.execute("SELECT row FROM article WHERE sha256 >= ? AND sha256 < ?", (name.lower(), name.lower() + _AFTER_HEX))
        ]
    if not rows:
        raise LedgerError(f"no article is called {name!r}; wirefacts ledger articles lists them")
    if len(rows) > 1:
        digests = [str(database.execute("SELECT sha256 FROM article WHERE row = ?", (row,)).fetchone()[0])[:12] for row in rows[:_SEVERAL]]
        raise LedgerError(f"{len(rows)} articles are called {name!r}; give the beginning of a digest instead: {', '.join(digests)}")
    return int(rows[0])
