"""Carrying decisions over: how each fact of a run stands by what people decided, on this run or on another.

A decision holds for a fact that states the same at the same place. Where the run states something else, the fact is undecided again; where it
finds nothing, what a person confirmed is kept. A run that gives a corrected or added value has it accepted.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wirefacts.ledger.facts import same_value
from wirefacts.records.review import Outcome, State

EVERYBODY = ""
"""The reviewer under whom the latest decision of anybody stands."""

BY_HAND = "review."
"""How the rule of a fact begins that a person made."""


class Found(NamedTuple):
    """A fact of a run: its row and its id."""

    row: int
    id: str


class Standing(NamedTuple):
    """The decision that stands on a fact."""

    fact: str
    number: int
    reviewer: str
    verdict: str
    implied: bool
    seen: int | None
    made: int | None
    at: str
    note: str | None
    made_id: str | None
    rule: str | None
    """The rule that made what was seen."""

    @property
    def by_hand(self) -> bool:
        """Whether a person made what was decided on."""
        return self.verdict == "add" or (self.rule or "").startswith(BY_HAND)


class Place(NamedTuple):
    """How a fact stands."""

    key: str
    """Id of the fact that decisions are on: the extractor's, where it found it."""
    row: int
    """The fact as it stands."""
    state: State
    extracted: int | None = None
    """The extractor's own, where a person's stands in its place."""
    standing: Standing | None = None
    outcome: Outcome | None = None

    @property
    def id(self) -> str:
        """Id of the fact as it stands: another than the key where a person moved it or made it of another kind."""
        made = self.standing.made_id if self.standing else None
        return made if made and self.state in {"corrected", "added"} else self.key


def standings_of(database: sqlite3.Connection, article: int, reviewer: str = EVERYBODY) -> dict[str, Standing]:
    """The decisions that stand in an article by the id of their fact: those of a reviewer, or the latest of anybody."""
    query = """SELECT standing.fact, decision.number, act.reviewer, verdict, implied, seen, made, at, note, person.id,
            json_extract(shown.fields, '$.provenance.rule')
        FROM standing JOIN decision ON decision.number = standing.decision JOIN act ON act.number = decision.act
        LEFT JOIN fact AS person ON person.row = made LEFT JOIN fact AS shown ON shown.row = seen
        WHERE standing.article = ? AND standing.reviewer = ? ORDER BY decision.number"""
    return {row[0]: Standing(*row) for row in database.execute(query, (article, reviewer))}


def placed(found: Sequence[Found], standings: Mapping[str, Standing], fields: Callable[[int], str]) -> list[Place]:
    """How the facts of a run stand, in its order, and after them those that only people stand for. `fields` gives the JSON of a row."""
    if not standings:
        return [Place(id_, row, "pending") for row, id_ in found]
    ids = {id_ for _, id_ in found}
    moved = {standing.made_id: standing for standing in standings.values() if standing.made_id and standing.made_id != standing.fact}

    def same(one: int | None, other: int) -> bool:
        return one is not None and (one == other or same_value(fields(one), fields(other)))

    places = []
    for row, id_ in found:
        standing = standings.get(id_)
        if standing is not None:
            places.append(_found_again(row, standing, same, landed=standing.made_id != id_ and standing.made_id in ids))
        elif id_ in moved:
            standing = moved[id_]
            places.append(Place(id_, row, "accepted", None, standing) if same(standing.made, row) else _undecided(id_, row, standing))
        else:
            places.append(Place(id_, row, "pending"))
    places += (place for standing in standings.values() if standing.fact not in ids for place in _not_found(standing, ids, anything=bool(found)))
    return places


def _found_again(row: int, standing: Standing, same: Callable[[int | None, int], bool], *, landed: bool) -> Place:
    """How a fact stands on which there is a decision; `landed` when the run also finds what it was corrected to."""
    key = standing.fact
    if standing.verdict in {"correct", "add"} and standing.made_id == key and same(standing.made, row):
        return Place(key, row, "accepted", None, standing)
    if not same(standing.seen, row):
        return _undecided(key, row, standing)
    if standing.verdict == "correct" and not landed:
        assert standing.made is not None
        return Place(key, standing.made, "corrected", row, standing)
    return Place(key, row, "accepted" if standing.verdict == "accept" else "rejected", None, standing)


def _undecided(key: str, row: int, standing: Standing) -> Place:
    return Place(key, row, "pending", None, standing, "changed")


def _not_found(standing: Standing, ids: set[str], *, anything: bool) -> Iterator[Place]:
    """How a fact stands that people decided on and the run has not."""
    if standing.made_id in ids:
        return
    outcome: Outcome | None = None if standing.by_hand or not anything else "lost"
    row = standing.made if standing.made is not None else standing.seen
    assert row is not None
    if standing.verdict == "correct":
        yield Place(standing.fact, row, "added" if standing.by_hand else "corrected", None if standing.by_hand else standing.seen, standing, outcome)
    elif standing.verdict == "reject":
        yield Place(standing.fact, row, "rejected", None, standing, outcome)
    else:
        yield Place(standing.fact, row, "added" if standing.by_hand else "accepted", None, standing, outcome)
