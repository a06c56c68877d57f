"""The embedded store: articles, runs, facts and an append-only log of decisions, in one SQLite file."""

from wirefacts.ledger.carrying import EVERYBODY
from wirefacts.ledger.faults import LedgerError, NotALedgerError
from wirefacts.ledger.log import Act
from wirefacts.ledger.looking import Entry, Line
from wirefacts.ledger.opening import is_database
from wirefacts.ledger.runs import Run
from wirefacts.ledger.store import ArticleView, Kept, Ledger, Progress

__all__ = ["EVERYBODY", "Act", "ArticleView", "Entry", "Kept", "Ledger", "LedgerError", "Line", "NotALedgerError", "Progress", "Run", "is_database"]
