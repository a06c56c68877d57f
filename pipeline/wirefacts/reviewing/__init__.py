"""The desk at which a person reviews the facts of a ledger: look, decide, next."""

from wirefacts.reviewing.sitting import Sitting

__all__ = ["Sitting"]
