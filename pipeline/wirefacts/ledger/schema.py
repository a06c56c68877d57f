"""The tables of a ledger and the steps from each version of them to the next.

Facts, runs and the log of decisions are only ever added to; triggers refuse anything else of the log. `standing` and `completion` are drawn
from the log and can be drawn again.
"""

import sqlite3

APPLICATION = 0x57464C47
"""`WFLG`: how an SQLite file says that it is a ledger."""

_FIRST = (
    """CREATE TABLE article (
        row INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        id TEXT NOT NULL,
        record TEXT NOT NULL,  -- the article as JSON, as the latest extraction knew it
        text TEXT NOT NULL,
        latest INTEGER REFERENCES extraction(row)
    )""",
    "CREATE INDEX article_by_id ON article(id)",
    # a run is what one make of extractor found, each article once
    "CREATE TABLE run (number INTEGER PRIMARY KEY, extractor TEXT NOT NULL, begun TEXT NOT NULL)",
    """CREATE TABLE extraction (
        row INTEGER PRIMARY KEY,
        run INTEGER NOT NULL REFERENCES run(number),
        article INTEGER NOT NULL REFERENCES article(row),
        key TEXT NOT NULL UNIQUE,  -- digest of text, publication day, model, version and options
        record TEXT NOT NULL,  -- the article as JSON, as this extraction knew it
        at TEXT NOT NULL,
        UNIQUE (run, article)
    )""",
    "CREATE INDEX extraction_by_article ON extraction(article)",
    # a fact is kept once for all runs that found it alike; beside its JSON stands what it is looked for by
    """CREATE TABLE fact (
        row INTEGER PRIMARY KEY,
        article INTEGER NOT NULL REFERENCES article(row),
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        sentence_start INTEGER NOT NULL,
        sentence_end INTEGER NOT NULL,
        surface TEXT NOT NULL,
        currency TEXT,
        number REAL,
        first_day TEXT,
        last_day TEXT,
        name TEXT,
        confidence REAL,
        fields TEXT NOT NULL
    )""",
    "CREATE INDEX fact_by_id ON fact(id)",
    "CREATE INDEX fact_by_article ON fact(article, start)",
    """CREATE TABLE found (
        extraction INTEGER NOT NULL REFERENCES extraction(row),
        position INTEGER NOT NULL,
        fact INTEGER NOT NULL REFERENCES fact(row),
        PRIMARY KEY (extraction, position)
    ) WITHOUT ROWID""",
    """CREATE TABLE observation (
        extraction INTEGER NOT NULL REFERENCES extraction(row),
        position INTEGER NOT NULL,
        fields TEXT NOT NULL,
        PRIMARY KEY (extraction, position)
    ) WITHOUT ROWID""",
    # what a person did at once: one decision or many, or an act that takes another back or does it again
    """CREATE TABLE act (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        reviewer TEXT NOT NULL CHECK (reviewer <> ''),
        verb TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'correct', 'add', 'done', 'reopen', 'import', 'undo', 'redo')),
        article INTEGER REFERENCES article(row),
        note TEXT,
        target INTEGER REFERENCES act(number),
        extraction INTEGER REFERENCES extraction(row)  -- the latest of the article, which was shown
    )""",
    "CREATE INDEX act_by_reviewer ON act(reviewer, number)",
    "CREATE INDEX act_by_target ON act(target) WHERE target IS NOT NULL",
    "CREATE INDEX act_by_article ON act(article) WHERE verb IN ('done', 'reopen', 'import')",
    """CREATE TABLE decision (
        number INTEGER PRIMARY KEY,
        act INTEGER NOT NULL REFERENCES act(number),
        article INTEGER NOT NULL REFERENCES article(row),
        fact TEXT NOT NULL,  -- id of the fact it is on
        verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'add')),
        implied INTEGER NOT NULL CHECK (implied IN (0, 1)),  -- whether an article was done while this fact was undecided
        seen INTEGER REFERENCES fact(row),
        made INTEGER REFERENCES fact(row)
    )""",
    "CREATE INDEX decision_by_fact ON decision(article, fact)",
    "CREATE INDEX decision_by_act ON decision(act)",
    *(
        f"CREATE TRIGGER {table}_is_never_{change.lower()}d BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END"
        for table in ("act", "decision")
        for change in ("UPDATE", "DELETE")
    ),
    # the decision that stands, by reviewer; of the nameless reviewer, that of all of them together
    """CREATE TABLE standing (
        article INTEGER NOT NULL REFERENCES article(row),
        fact TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        decision INTEGER NOT NULL REFERENCES decision(number),
        PRIMARY KEY (article, fact, reviewer)
    ) WITHOUT ROWID""",
    """CREATE TABLE completion (
        article INTEGER NOT NULL REFERENCES article(row),
        reviewer TEXT NOT NULL,
        act INTEGER NOT NULL REFERENCES act(number),
        PRIMARY KEY (article, reviewer)
    ) WITHOUT ROWID""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)
"""The statements that make each version out of the one before it; the first out of nothing."""

SCHEMA = len(MIGRATIONS)


def migrate(database: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Bring the tables to the newest version, all steps or none. Raises sqlite3.Error."""
    database.execute("BEGIN IMMEDIATE")
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()  # again, now that nobody else writes
        for statements in migrations[version:]:
            for statement in statements:
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {max(version, len(migrations))}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
