"""Marks from other tools as decisions: a mark on a fact accepts it, one that differs corrects it, one on nothing adds a fact.

To be called within a transaction.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from wirefacts.ledger import log, looking
from wirefacts.ledger.carrying import Place
from wirefacts.ledger.deciding import digest_of, refuse_no_name
from wirefacts.ledger.editing import corrected, imported
from wirefacts.ledger.facts import kept, read_row, same_value
from wirefacts.ledger.faults import LedgerError
from wirefacts.ledger.log import Decision
from wirefacts.records import Fact, fact_id


class Marked(Protocol):
    """A kind at some characters, and what else is said of it, if anything is."""

    @property
    def kind(self) -> str: ...  # noqa: D102 - told by its name
    @property
    def start(self) -> int: ...  # noqa: D102 - likewise
    @property
    def end(self) -> int: ...  # noqa: D102 - likewise
    @property
    def fields(self) -> Mapping[str, Any] | None: ...  # noqa: D102 - likewise


@dataclass
class Imported:
    """What the marks of an article came to."""

    accepted: int = 0
    corrected: int = 0
    added: int = 0
    rejected: int = 0
    known: int = 0
    """Marks that the reviewer's decisions said already."""
    left_out: list[str] = field(default_factory=list)
    """Marks that make no fact, each with the reason."""


def import_marks(database: sqlite3.Connection, article: int, marks: Sequence[Marked], reviewer: str, *, whole: bool) -> Imported:
    """Take the marks of an article for the reviewer's decisions, in one act.

    When they are the `whole` of what there is, facts without a mark are rejected and the article is done.
    """
    refuse_no_name(reviewer)
    text, digest = looking.text_of(database, article), digest_of(database, article)
    places = looking.places_in(database, article, reviewer=reviewer)
    free = {place.id: place for place in places}
    outcome = Imported()
    decisions: list[Decision] = []
    ids = [fact_id(digest, mark.kind, mark.start, mark.end) for mark in marks]
    pairs = [(mark, free.pop(id_, None)) for mark, id_ in zip(marks, ids, strict=True)]
    spots = _spots(database, free.values())
    for mark, place in pairs:
        near = place or _near(mark, free, spots)
        try:
            decision = _decided(database, article, mark, near, (text, digest))
        except LedgerError as error:
            outcome.left_out.append(f"{mark.kind} {text[mark.start : mark.end]!r} at {mark.start}-{mark.end}: {error}")
            continue
        if near is not None:
            free.pop(near.id, None)
        if decision is None:
            outcome.known += 1
        else:
            decisions.append(decision)
    if whole:
        unmarked = [place for place in free.values() if place.state != "rejected"]
        decisions += [Decision(article, place.key, "reject", seen=place.row if place.extracted is None else place.extracted) for place in unmarked]
    counts = {verdict: sum(decision.verdict == verdict for decision in decisions) for verdict in ("accept", "correct", "add", "reject")}
    outcome.accepted, outcome.corrected, outcome.added, outcome.rejected = counts.values()
    if decisions:
        log.write_decisions(database, log.write_act(database, reviewer, "import", article), reviewer, decisions)
    if whole:
        log.let_stand_again(database, log.write_act(database, reviewer, "done", article))
    return outcome


def _spots(database: sqlite3.Connection, places: Iterable[Place]) -> dict[str, list[tuple[int, int, str]]]:
    """Where the facts of each kind stand that are not rejected, and their ids."""
    spots: dict[str, list[tuple[int, int, str]]] = {}
    for place in places:
        if place.state != "rejected":
            kind, start, end = database.execute("SELECT kind, start, end FROM fact WHERE row = ?", (place.row,)).fetchone()
            spots.setdefault(kind, []).append((start, end, place.id))
    return spots


def _near(mark: Marked, free: Mapping[str, Place], spots: Mapping[str, list[tuple[int, int, str]]]) -> Place | None:
    """The fact of the mark's kind whose boundary it moves: one that it overlaps and that no other mark is on."""
    return next((free[id_] for start, end, id_ in spots.get(mark.kind, ()) if start < mark.end and mark.start < end and id_ in free), None)


def _decided(database: sqlite3.Connection, article: int, mark: Marked, place: Place | None, source: tuple[str, str]) -> Decision | None:
    """What a mark decides; None when that is decided already. Raises LedgerError for a mark that makes no fact."""
    text, digest = source
    shown = read_row(database, place.row) if place else None
    if place is None or shown is None:
        return Decision(article, fact_id(digest, mark.kind, mark.start, mark.end), "add", made=kept(database, article, imported(mark, text, digest)))
    fact: Fact = shown
    if mark.fields is not None:
        fact = imported(mark, text, digest, shown)
    elif (mark.start, mark.end) != (shown.start, shown.end):
        fact = corrected(shown, {"start": mark.start, "end": mark.end}, text, digest)
    own = place.row if place.extracted is None else place.extracted
    made = place.row if fact == shown else kept(database, article, fact)
    same = fact.id == shown.id and same_value(*(looking.fields_of_row(database, row) for row in (made, place.row)))
    if place.standing is not None and place.standing.by_hand:
        return None if same and place.state != "rejected" else Decision(article, place.key, "add", made=made)
    if same:
        if place.state in {"accepted", "corrected"}:
            return None
        return Decision(article, place.key, "accept", seen=own)
    return Decision(article, place.key, "correct", own, made)
