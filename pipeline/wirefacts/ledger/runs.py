"""Runs: what an extractor found in articles, each article once a run, the same thing never twice."""

import datetime as dt
import hashlib
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from wirefacts.ledger.facts import known_facts, read, store
from wirefacts.ledger.faults import LedgerError
from wirefacts.records import Article, ExtractorInfo, Observation, Result, text_sha256
from wirefacts.records.encoding import json_fields, to_json


class Run(NamedTuple):
    """A make of extractor and what it has read so far."""

    number: int
    extractor: ExtractorInfo
    begun: str
    articles: int
    facts: int


def now() -> str:
    """This moment in UTC, as it is written into a ledger."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def run_key(article: Article, extractor: ExtractorInfo) -> str:
    """What an extraction depends on, as a digest: text, publication day, version, model and options."""
    return hashlib.sha256(f"{article.sha256} {article.published} {to_json(extractor)}".encode()).hexdigest()


def extraction_of(database: sqlite3.Connection, key: str) -> int | None:
    """The row of the extraction with that key."""
    found = database.execute("SELECT row FROM extraction WHERE key = ?", (key,)).fetchone()
    return int(found[0]) if found else None


def keep_article(database: sqlite3.Connection, article: Article, text: str) -> int:
    """The row of the article, added where its text is not there yet. Raises LedgerError for a text that is not the article's."""
    if text_sha256(text) != article.sha256:
        raise LedgerError(f"{article.id}: the text is not the one that the article was read from")
    found = database.execute("SELECT row FROM article WHERE sha256 = ?", (article.sha256,)).fetchone()
    if found:
        return int(found[0])
    row = database.execute(
        "INSERT INTO article (sha256, id, record, text) VALUES (?, ?, ?, ?)", (article.sha256, article.id, to_json(article), text)
    ).lastrowid
    assert row is not None
    return row


def keep_result(database: sqlite3.Connection, result: Result, text: str) -> int | None:
    """The row of the article of a result that is new; None when its extraction is there already, and nothing is added.

    The extraction becomes the article's latest. To be called within a transaction.
    """
    key = run_key(result.article, result.extractor)
    if extraction_of(database, key) is not None:
        return None
    article = keep_article(database, result.article, text)
    at = now()
    extraction = database.execute(
        "INSERT INTO extraction (run, article, key, record, at) VALUES (?, ?, ?, ?, ?)",
        (_run_for(database, result.extractor, article, at), article, key, to_json(result.article), at),
    ).lastrowid
    rows = store(database, article, result.facts, known_facts(database, article))
    database.executemany(
        "INSERT INTO found (extraction, position, fact) VALUES (?, ?, ?)", [(extraction, position, row) for position, row in enumerate(rows)]
    )
    database.executemany(
        "INSERT INTO observation (extraction, position, fields) VALUES (?, ?, ?)",
        [(extraction, position, to_json(row)) for position, row in enumerate(result.observations)],
    )
    database.execute(
        "UPDATE article SET latest = ?, id = ?, record = ? WHERE row = ?", (extraction, result.article.id, to_json(result.article), article)
    )
    return article


def _run_for(database: sqlite3.Connection, extractor: ExtractorInfo, article: int, at: str) -> int:
    """The first run of that extractor without the article, a new one where there is none: a text on another publication day is in another run."""
    written = to_json(extractor)
    found = database.execute(
        "SELECT number FROM run WHERE extractor = ? AND NOT EXISTS (SELECT 1 FROM extraction WHERE run = number AND article = ?) "
        "ORDER BY number LIMIT 1",
        (written, article),
    ).fetchone()
    if found:
        return int(found[0])
    number = database.execute("INSERT INTO run (extractor, begun) VALUES (?, ?)", (written, at)).lastrowid
    assert number is not None
    return number


def runs(database: sqlite3.Connection) -> list[Run]:
    """All runs, the first first."""
    query = """SELECT number, extractor, begun, count(DISTINCT extraction.row), count(found.fact) FROM run
        LEFT JOIN extraction ON extraction.run = number LEFT JOIN found ON found.extraction = extraction.row GROUP BY number ORDER BY number"""
    return [
        Run(number, ExtractorInfo.model_validate(json_fields(written)), begun, articles, facts)
        for number, written, begun, articles, facts in database.execute(query)
    ]


def refuse_unknown_run(database: sqlite3.Connection, number: int) -> None:
    """Raises LedgerError where there is no run of that number."""
    if not database.execute("SELECT 1 FROM run WHERE number = ?", (number,)).fetchone():
        (last,) = database.execute("SELECT max(number) FROM run").fetchone()
        raise LedgerError(f"there is no run {number}; {f'the runs are 1 to {last}' if last else 'nothing was extracted yet'}")


def results_of(database: sqlite3.Connection, run: int) -> Iterator[Result]:
    """What a run found, article by article, nobody's decisions in it."""
    for (extraction,) in database.execute("SELECT row FROM extraction WHERE run = ? ORDER BY article", (run,)).fetchall():
        yield result_of(database, extraction)


def result_of(database: sqlite3.Connection, extraction: int) -> Result:
    """The result that an extraction was."""
    record, extractor = database.execute(
        "SELECT record, extractor FROM extraction JOIN run ON number = run WHERE extraction.row = ?", (extraction,)
    ).fetchone()
    facts = database.execute("SELECT fields FROM found JOIN fact ON fact.row = found.fact WHERE extraction = ? ORDER BY position", (extraction,))
    rows = database.execute("SELECT fields FROM observation WHERE extraction = ? ORDER BY position", (extraction,))
    return Result(
        article=Article.model_validate(json_fields(record)),
        extractor=ExtractorInfo.model_validate(json_fields(extractor)),
        facts=tuple(read(fields) for (fields,) in facts),
        observations=tuple(Observation.model_validate(json_fields(fields)) for (fields,) in rows),
    )
