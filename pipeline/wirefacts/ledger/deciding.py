"""Deciding on facts: accept, reject, correct, add, done, and taking back. Each is one act in the log.

To be called within a transaction.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from wirefacts.ledger import log, looking
from wirefacts.ledger.carrying import EVERYBODY, Place, standings_of
from wirefacts.ledger.editing import added, corrected
from wirefacts.ledger.facts import kept, read_row, same_value
from wirefacts.ledger.faults import LedgerError
from wirefacts.ledger.log import Act, Decision
from wirefacts.ledger.looking import Entry
from wirefacts.ledger.naming import fact_named
from wirefacts.records import Fact

_VERDICTS = ("accept", "reject", "correct")
_ALIKE = _VERDICTS[:2]
"""What can be decided on many facts alike."""


def decide(
    database: sqlite3.Connection, name: str, verdict: str, changes: Mapping[str, Any], *, reviewer: str, note: str | None, view: str | None = None
) -> Entry:
    """Decide on the fact that the name begins, as it is shown: one's own decision on it first, else the latest; or as a view has it.

    Raises LedgerError.
    """
    refuse_no_name(reviewer)
    if verdict not in _VERDICTS:
        raise LedgerError(f"{verdict!r} is no decision; give one of {', '.join(_VERDICTS)}")
    if verdict == "correct" and not changes:
        raise LedgerError("correct: give what is to be changed as FIELD=VALUE")
    if verdict != "correct" and changes:
        raise LedgerError(f"{verdict}: takes no FIELD=VALUE; correct does")
    article, id_ = fact_named(database, name)
    places = _shown(database, article, reviewer, view)
    decision = _decision(database, article, _place_of(places, id_), verdict, changes=changes, places=places)
    act = log.write_act(database, reviewer, decision.verdict if verdict == "correct" else verdict, article, note)  # type: ignore[arg-type]
    log.write_decisions(database, act, reviewer, [decision])
    return _entry(database, article, decision.fact, reviewer)


def decide_all(
    database: sqlite3.Connection, facts: Sequence[str], verdict: str, *, reviewer: str, note: str | None = None, view: str | None = None
) -> int:
    """Accept or reject facts as they are shown, in one act; how many that are. Raises LedgerError."""
    refuse_no_name(reviewer)
    if verdict not in _ALIKE:
        raise LedgerError(f"{verdict!r} is no decision on many facts at once; give one of {', '.join(_ALIKE)}")
    decisions = []
    shown: dict[int, list[Place]] = {}
    for name in facts:
        article, id_ = fact_named(database, name)
        if article not in shown:
            shown[article] = _shown(database, article, reviewer, view)
        decisions.append(_decision(database, article, _place_of(shown[article], id_), verdict))
    if decisions:
        article_of_all = decisions[0].article if len({each.article for each in decisions}) == 1 else None
        act = log.write_act(database, reviewer, verdict, article_of_all, note)  # type: ignore[arg-type]
        log.write_decisions(database, act, reviewer, decisions)
    return len(decisions)


def add(
    database: sqlite3.Connection,
    article: int,
    kind: str,
    surface: str,
    *,
    values: Mapping[str, Any],
    reviewer: str,
    note: str | None,
    view: str | None = None,
) -> Entry:
    """Add a fact to an article. Raises LedgerError, also where the article has, in that view, a fact of that kind at that place."""
    refuse_no_name(reviewer)
    entries = looking.entries_of(database, looking.places_in(database, article, reviewer=view or EVERYBODY))
    others = [entry.fact for entry in entries]
    fact = added(kind, surface, values, text=looking.text_of(database, article), digest=digest_of(database, article), others=others)
    _refuse_twice(fact, entries)
    decision = Decision(article, fact.id, "add", made=kept(database, article, _keyed(fact, entries)))
    log.write_decisions(database, log.write_act(database, reviewer, "add", article, note), reviewer, [decision])
    return _entry(database, article, fact.id, reviewer)


def done(database: sqlite3.Connection, article: int, reviewer: str, note: str | None) -> int:
    """Say that an article is reviewed. What the reviewer left undecided is accepted with it, and how much that is comes back."""
    refuse_no_name(reviewer)
    places = looking.places_in(database, article, reviewer=reviewer)
    left = [Decision(article, place.key, "accept", seen=place.row, implied=True) for place in places if place.state == "pending"]
    act = log.write_act(database, reviewer, "done", article, note)
    log.write_decisions(database, act, reviewer, left)
    log.let_stand_again(database, act)
    return len(left)


def reopen(database: sqlite3.Connection, article: int, reviewer: str, note: str | None) -> None:
    """Say that an article is not reviewed after all. Raises LedgerError when nobody has said that it is."""
    refuse_no_name(reviewer)
    if not database.execute("SELECT 1 FROM completion WHERE article = ?", (article,)).fetchone():
        raise LedgerError("the article is not done: there is nothing to reopen")
    log.let_stand_again(database, log.write_act(database, reviewer, "reopen", article, note))


def undo(database: sqlite3.Connection, reviewer: str) -> Act:
    """Take back the reviewer's last act that holds. Raises LedgerError when there is none."""
    refuse_no_name(reviewer)
    target = log.last_act(database, reviewer)
    if target is None:
        raise LedgerError(f"{reviewer} has decided nothing that could be taken back{_others(database, reviewer)}")
    return _turn(database, reviewer, "undo", target)


def redo(database: sqlite3.Connection, reviewer: str) -> Act:
    """Do again what the reviewer took back last. Raises LedgerError when there is nothing, or something was done since."""
    refuse_no_name(reviewer)
    target = log.last_undone(database, reviewer)
    if target is None:
        raise LedgerError(f"{reviewer} has taken back nothing that could be done again")
    return _turn(database, reviewer, "redo", target)


def confirmed(database: sqlite3.Connection, article: int, reviewer: str) -> list[Fact]:
    """The facts that people stand for, in text order, each place once."""
    facts: dict[str, Fact] = {}
    moved: dict[str, str] = {}
    for standing in standings_of(database, article, reviewer).values():
        row = standing.made if standing.verdict in {"correct", "add"} else standing.seen
        if standing.verdict != "reject" and row is not None:
            fact = read_row(database, row)
            facts[fact.id] = fact
            moved[standing.fact] = fact.id
    whole = [looking.relinked(fact, moved) for fact in facts.values()]
    return sorted(whole, key=lambda fact: (fact.start, -fact.end, fact.kind))


def refuse_no_name(reviewer: str) -> None:
    """Raises LedgerError for a reviewer without a name."""
    if not reviewer.strip():
        raise LedgerError("a reviewer has a name; give it with --reviewer NAME")


def _others(database: sqlite3.Connection, reviewer: str) -> str:
    others = [name for name in log.reviewers(database) if name != reviewer]
    return f"; others have: {', '.join(others)} (--reviewer NAME)" if others else ""


def _turn(database: sqlite3.Connection, reviewer: str, verb: log.Verb, target: int) -> Act:
    (article,) = database.execute("SELECT article FROM act WHERE number = ?", (target,)).fetchone()
    log.write_act(database, reviewer, verb, article, target=target)
    log.let_stand_again(database, target)
    return next(log.acts(database, number=target))


def _shown(database: sqlite3.Connection, article: int, reviewer: str, view: str | None = None) -> list[Place]:
    """How the facts of an article stand in the view; without one, by the reviewer's own decision where there is one, else by the latest."""
    if view is not None:
        return looking.places_in(database, article, reviewer=view)
    places = {place.key: place for place in looking.places_in(database, article)}
    return list((places | {place.key: place for place in looking.places_in(database, article, reviewer=reviewer) if place.standing}).values())


def _place_of(places: Sequence[Place], id_: str) -> Place:
    """The place of the fact. Raises LedgerError where none of them has it."""
    found = [place for place in places if place.id == id_] or [place for place in places if place.key == id_]
    if not found:
        raise LedgerError(f"fact {id_} is of an earlier run and no longer found; wirefacts show prints those that are")
    return found[0]


def _decision(
    database: sqlite3.Connection, article: int, place: Place, verdict: str, *, changes: Mapping[str, Any] | None = None, places: Sequence[Place] = ()
) -> Decision:
    """What the verdict comes to, on the fact as it is shown."""
    by_hand = place.standing is not None and place.standing.by_hand
    own = None if by_hand else place.extracted if place.extracted is not None else place.row
    if verdict == "reject":
        return Decision(article, place.key, "reject", seen=place.row if own is None else own)
    if verdict == "accept":
        if own is None:
            return Decision(article, place.key, "add", made=place.row)
        return Decision(article, place.key, "accept", seen=own) if own == place.row else Decision(article, place.key, "correct", own, place.row)
    shown = read_row(database, place.row)
    fact = corrected(shown, changes or {}, looking.text_of(database, article), digest_of(database, article))
    beside = looking.entries_of(database, [other for other in places if other.key != place.key], places)
    _refuse_twice(fact, beside)
    made = kept(database, article, _keyed(fact, beside))
    if own is None:
        return Decision(article, place.key, "add", made=made)
    fields = [looking.fields_of_row(database, row) for row in (own, made)]
    if fact.id == place.key and same_value(*fields) and same_value(*reversed(fields)):
        return Decision(article, place.key, "accept", seen=own)
    return Decision(article, place.key, "correct", own, made)


def digest_of(database: sqlite3.Connection, article: int) -> str:
    """The digest of the article's text."""
    return str(database.execute("SELECT sha256 FROM article WHERE row = ?", (article,)).fetchone()[0])


def _refuse_twice(fact: Fact, entries: list[Entry]) -> None:
    twin = next((entry for entry in entries if entry.fact.id == fact.id), None)
    if twin is not None:
        raise LedgerError(f"the article has {fact.kind} {fact.text!r} at {fact.start}-{fact.end} already, {twin.place.state}: decide on {fact.id}")


def _keyed(fact: Fact, others: Sequence[Entry]) -> Fact:
    """The fact with each link as the key of the fact that it leads to, which stays when that is moved. Raises LedgerError for a link to none."""
    links = {}
    for name, kind in (("equivalent_of", "money"), ("of_total", "quantity")):
        link = getattr(fact, name, None)
        if link is None:
            continue
        keys = [entry.place.key for entry in others if link in {entry.fact.id, entry.place.key} and entry.fact.kind == kind]
        if not keys:
            raise LedgerError(f"{name}: expected the whole id of another fact of kind {kind} of this article, not {link!r}")
        links[name] = keys[0]
    return fact.model_copy(update=links) if links else fact


def _entry(database: sqlite3.Connection, article: int, key: str, reviewer: str) -> Entry:
    places = looking.places_in(database, article, reviewer=reviewer)
    return looking.entries_of(database, [place for place in places if place.key == key], places)[0]
