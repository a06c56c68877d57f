"""The embedded store: articles, runs, facts and an append-only log of decisions, in one SQLite file."""

from typing import TYPE_CHECKING, Any

from wirefacts.ledger.faults import LedgerError, NotALedgerError
from wirefacts.ledger.files import is_database

if TYPE_CHECKING:
    from wirefacts.ledger.carrying import EVERYBODY
    from wirefacts.ledger.log import Act
    from wirefacts.ledger.looking import Entry, Line
    from wirefacts.ledger.runs import Run
    from wirefacts.ledger.store import Ledger
    from wirefacts.ledger.views import ArticleView, Kept, Progress, ReviewedArticle

_HOMES = {
    **dict.fromkeys(("ArticleView", "Kept", "Progress", "ReviewedArticle"), "views"),
    "Ledger": "store",
    **dict.fromkeys(("Entry", "Line"), "looking"),
    "Act": "log",
    "EVERYBODY": "carrying",
    "Run": "runs",
}

__all__ = [
    "EVERYBODY",
    "Act",
    "ArticleView",
    "Entry",
    "Kept",
    "Ledger",
    "LedgerError",
    "Line",
    "NotALedgerError",
    "Progress",
    "ReviewedArticle",
    "Run",
    "is_database",
]


def __getattr__(name: str) -> Any:
    """Load the database when it is first asked for: to tell a ledger from other files needs none."""
    if name in _HOMES:
        from importlib import import_module  # noqa: PLC0415 - the point of this function

        return getattr(import_module(f"wirefacts.ledger.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'wirefacts.ledger' has no attribute {name!r}")
