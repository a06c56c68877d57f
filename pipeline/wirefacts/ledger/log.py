"""The log of what people did, only ever added to, and what stands by it: an act taken back is one more act.

To be called within a transaction.
"""

import sqlite3
from collections.abc import Iterator
from typing import Literal, NamedTuple

from wirefacts.ledger.carrying import EVERYBODY
from wirefacts.ledger.runs import now

Verdict = Literal["accept", "reject", "correct", "add"]
Verb = Literal["accept", "reject", "correct", "add", "done", "reopen", "import", "undo", "redo"]

_HOLDS = "coalesce((SELECT verb FROM act AS later WHERE later.target = act.number ORDER BY number DESC LIMIT 1), 'redo') = 'redo'"
"""Whether an act has not been taken back."""


class Act(NamedTuple):
    """Something that a person did at once."""

    number: int
    at: str
    reviewer: str
    verb: Verb
    article: int | None
    note: str | None
    target: int | None
    """The act that was taken back or done again."""
    holds: bool
    decisions: int
    fact: str | None
    """The fact it is on, where it is on one."""


class Decision(NamedTuple):
    """What is decided on one fact: what was seen, and what was made of it."""

    article: int
    fact: str
    verdict: Verdict
    seen: int | None = None
    made: int | None = None
    implied: bool = False


def write_act(
    database: sqlite3.Connection, reviewer: str, verb: Verb, article: int | None, note: str | None = None, *, target: int | None = None
) -> int:
    """The number of a new act."""
    number = database.execute(
        "INSERT INTO act (at, reviewer, verb, article, note, target, extraction) "
        "VALUES (?, ?, ?, ?, ?, ?, (SELECT latest FROM article WHERE row = ?))",
        (now(), reviewer, verb, article, note, target, article),
    ).lastrowid
    assert number is not None
    return number


def write_decisions(database: sqlite3.Connection, act: int, reviewer: str, decisions: list[Decision]) -> None:
    """Add decisions to an act, and let them stand."""
    for decision in decisions:
        database.execute(
            "INSERT INTO decision (act, article, fact, verdict, implied, seen, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (act, decision.article, decision.fact, decision.verdict, int(decision.implied), decision.seen, decision.made),
        )
        _let_stand(database, decision.article, decision.fact, reviewer)


def let_stand_again(database: sqlite3.Connection, act: int) -> None:
    """Draw what stands from the log for all that an act touches: it was taken back, done again, or is a `done` of its own."""
    reviewer, article, verb = database.execute("SELECT reviewer, article, verb FROM act WHERE number = ?", (act,)).fetchone()
    for place, fact in database.execute("SELECT DISTINCT article, fact FROM decision WHERE act = ?", (act,)).fetchall():
        _let_stand(database, place, fact, reviewer)
    if verb in {"done", "reopen"}:
        for name in (reviewer, EVERYBODY):
            _let_complete(database, article, name)


def _let_stand(database: sqlite3.Connection, article: int, fact: str, reviewer: str) -> None:
    own = database.execute(
        f"SELECT decision.number FROM decision JOIN act ON act.number = act WHERE decision.article = ? AND fact = ? AND reviewer = ? AND {_HOLDS} "  # noqa: S608 - our own words
        "ORDER BY decision.number DESC LIMIT 1",
        (article, fact, reviewer),
    ).fetchone()
    _set_standing(database, article, fact, reviewer, own)
    of_all = database.execute(
        "SELECT decision.number FROM standing JOIN decision ON decision.number = standing.decision "
        "WHERE standing.article = ? AND standing.fact = ? AND reviewer <> ? ORDER BY implied, decision.number DESC LIMIT 1",
        (article, fact, EVERYBODY),
    ).fetchone()
    _set_standing(database, article, fact, EVERYBODY, of_all)


def _set_standing(database: sqlite3.Connection, article: int, fact: str, reviewer: str, found: tuple[int] | None) -> None:
    if found is None:
        database.execute("DELETE FROM standing WHERE article = ? AND fact = ? AND reviewer = ?", (article, fact, reviewer))
    else:
        database.execute(
            "INSERT OR REPLACE INTO standing (article, fact, reviewer, decision) VALUES (?, ?, ?, ?)", (article, fact, reviewer, found[0])
        )


def _let_complete(database: sqlite3.Connection, article: int, reviewer: str) -> None:
    last = database.execute(
        f"SELECT number, verb FROM act WHERE article = ? AND verb IN ('done', 'reopen') AND (reviewer = ? OR ? = '') AND {_HOLDS} "  # noqa: S608 - likewise
        "ORDER BY number DESC LIMIT 1",
        (article, reviewer, reviewer),
    ).fetchone()
    if last is None or last[1] == "reopen":
        database.execute("DELETE FROM completion WHERE article = ? AND reviewer = ?", (article, reviewer))
    else:
        database.execute("INSERT OR REPLACE INTO completion (article, reviewer, act) VALUES (?, ?, ?)", (article, reviewer, last[0]))


def last_act(database: sqlite3.Connection, reviewer: str) -> int | None:
    """The reviewer's last act that holds: what an undo takes back."""
    found = database.execute(
        f"SELECT number FROM act WHERE reviewer = ? AND target IS NULL AND {_HOLDS} ORDER BY number DESC LIMIT 1",  # noqa: S608 - likewise
        (reviewer,),
    ).fetchone()
    return None if found is None else int(found[0])


def last_undone(database: sqlite3.Connection, reviewer: str) -> int | None:
    """The act that the reviewer took back last, as long as nothing else was done since: what a redo does again."""
    found = database.execute(
        "SELECT number, target FROM act WHERE reviewer = ? AND verb = 'undo' AND "
        "NOT EXISTS (SELECT 1 FROM act AS later WHERE later.target = act.target AND later.number > act.number) ORDER BY number DESC LIMIT 1",
        (reviewer,),
    ).fetchone()
    if found is None:
        return None
    since = database.execute("SELECT 1 FROM act WHERE reviewer = ? AND number > ? AND target IS NULL LIMIT 1", (reviewer, found[0])).fetchone()
    return None if since else int(found[1])


def acts(database: sqlite3.Connection, *, reviewer: str | None = None, article: int | None = None, number: int | None = None) -> Iterator[Act]:
    """The acts in their order, all or those of a reviewer, on an article, of a number."""
    query = f"""SELECT act.number, at, reviewer, verb, act.article, note, target, {_HOLDS}, count(decision.number), min(fact)
        FROM act LEFT JOIN decision ON decision.act = coalesce(target, act.number)
        WHERE (? IS NULL OR reviewer = ?) AND (? IS NULL OR act.article = ?) AND (? IS NULL OR act.number = ?)
        GROUP BY act.number ORDER BY act.number"""  # noqa: S608 - likewise
    for row in database.execute(query, (reviewer, reviewer, article, article, number, number)):
        act = Act._make(row)
        yield act._replace(holds=bool(act.holds), fact=act.fact if act.decisions == 1 else None)


def reviewers(database: sqlite3.Connection) -> list[str]:
    """All who have done anything, by name."""
    return [name for (name,) in database.execute("SELECT DISTINCT reviewer FROM act ORDER BY reviewer")]
