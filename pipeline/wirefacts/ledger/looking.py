"""Looking into a ledger: articles, and facts as they stand, narrowed down before any is read whole."""

import datetime as dt
import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple, Protocol

from wirefacts.ledger.carrying import EVERYBODY, Found, Place, placed, standings_of
from wirefacts.ledger.facts import read_row
from wirefacts.records import Article, ExtractorInfo, Fact, Kind
from wirefacts.records.encoding import json_fields
from wirefacts.records.review import Review, State

_LIKE, _ESCAPED = re.compile(r"[%_\\]"), r"\\\g<0>"
"""What means something to LIKE, and how it is written to mean itself."""
_SLACK = 1e-9
"""A number is kept as a float beside the exact one, so that a bound on it is taken a little wider."""


class Conditions(Protocol):
    """What facts are looked for by; a condition that is None or empty is none."""

    @property
    def kinds(self) -> Collection[str]: ...  # noqa: D102 - told by its name
    @property
    def currencies(self) -> Collection[str]: ...  # noqa: D102 - likewise
    @property
    def minimum(self) -> Decimal | None: ...  # noqa: D102 - likewise
    @property
    def maximum(self) -> Decimal | None: ...  # noqa: D102 - likewise
    @property
    def since(self) -> dt.date | None: ...  # noqa: D102 - likewise
    @property
    def until(self) -> dt.date | None: ...  # noqa: D102 - likewise
    @property
    def organization(self) -> str | None: ...  # noqa: D102 - likewise
    @property
    def words(self) -> str | None: ...  # noqa: D102 - likewise


class Entry(NamedTuple):
    """A fact as it stands, and the extractor's own where a person's stands in its place."""

    place: Place
    fact: Fact
    extracted: Fact | None

    @property
    def review(self) -> Review:
        """What was decided on it, as a record."""
        standing = self.place.standing
        return Review(
            fact=self.fact.id,
            state=self.place.state,
            reviewer=standing.reviewer if standing else None,
            decided=dt.datetime.fromisoformat(standing.at) if standing else None,
            note=standing.note if standing else None,
            outcome=self.place.outcome,
            extracted=self.extracted,
        )


class Line(NamedTuple):
    """A fact in a list: enough to show, sort and filter it by, without reading it whole."""

    article: int
    key: str
    state: State
    kind: Kind
    start: int
    end: int
    surface: str
    confidence: float | None
    row: int


def articles(database: sqlite3.Connection) -> list[int]:
    """The rows of all articles in the order in which they came."""
    return [row for (row,) in database.execute("SELECT row FROM article ORDER BY row")]


def titles(database: sqlite3.Connection) -> dict[int, tuple[str, str]]:
    """The id and the title of each article as it was read last, by its row; an empty title where it has none."""
    query = """SELECT article.row, article.id, coalesce(json_extract(coalesce(extraction.record, article.record), '$.title'), '')
        FROM article LEFT JOIN extraction ON extraction.row = latest ORDER BY article.row"""
    return {row: (name, title) for row, name, title in database.execute(query)}


def article_of(database: sqlite3.Connection, article: int, run: int | None = None) -> tuple[Article, ExtractorInfo | None]:
    """What is known of an article and what read it: in that run, else last. No extractor where none did."""
    found = database.execute(
        "SELECT extraction.record, extractor FROM article JOIN extraction ON extraction.article = article.row JOIN run ON number = run "
        "WHERE article.row = ? AND (number = ? OR (? IS NULL AND extraction.row = latest))",
        (article, run, run),
    ).fetchone()
    if found is None:
        (record,) = database.execute("SELECT record FROM article WHERE row = ?", (article,)).fetchone()
        return Article.model_validate(json_fields(record)), None
    return Article.model_validate(json_fields(found[0])), ExtractorInfo.model_validate(json_fields(found[1]))


def done_by(database: sqlite3.Connection, article: int | None = None) -> dict[int, tuple[str, ...]]:
    """Who has said that an article is done, by its row; of one article or all."""
    done: dict[int, tuple[str, ...]] = {}
    query = "SELECT article, reviewer FROM completion WHERE reviewer <> '' AND (? IS NULL OR article = ?) ORDER BY reviewer"
    for row, name in database.execute(query, (article, article)):
        done[row] = (*done.get(row, ()), name)
    return done


def article_done(database: sqlite3.Connection, article: int, reviewer: str) -> Article:
    """What was known of an article when the reviewer was done with it: a later run may read it for another publication day."""
    query = """SELECT record FROM completion JOIN act ON number = act JOIN extraction ON extraction.row = act.extraction
        WHERE completion.article = ? AND completion.reviewer = ?"""
    found = database.execute(query, (article, reviewer)).fetchone()
    return Article.model_validate(json_fields(found[0])) if found else article_of(database, article)[0]


def done_rows(database: sqlite3.Connection, reviewer: str) -> list[int]:
    """The articles that the reviewer has said to be done."""
    return [row for (row,) in database.execute("SELECT article FROM completion WHERE reviewer = ? ORDER BY article", (reviewer,))]


def text_of(database: sqlite3.Connection, article: int) -> str:
    """The article's text."""
    (text,) = database.execute("SELECT text FROM article WHERE row = ?", (article,)).fetchone()
    return str(text)


_IN_LATEST = "FROM article JOIN found ON extraction = latest JOIN fact ON fact.row = found.fact WHERE article.row = ? ORDER BY position"
_IN_RUN = """FROM extraction JOIN found ON found.extraction = extraction.row JOIN fact ON fact.row = found.fact
    WHERE extraction.article = ? AND run = ? ORDER BY position"""
_OF_A_LINE = "kind, start, end, surface, confidence"


def places_in(database: sqlite3.Connection, article: int, *, reviewer: str = EVERYBODY, run: int | None = None) -> list[Place]:
    """How the facts of an article stand: in a run, else in the latest; by one reviewer's decisions, else by the latest of anybody."""
    where, values = (_IN_LATEST, (article,)) if run is None else (_IN_RUN, (article, run))
    found = [Found(*row) for row in database.execute(f"SELECT found.fact, fact.id {where}", values)]
    return placed(found, standings_of(database, article, reviewer), lambda row: fields_of_row(database, row))


def fields_of_row(database: sqlite3.Connection, row: int) -> str:
    """The JSON of the fact of that row."""
    return str(database.execute("SELECT fields FROM fact WHERE row = ?", (row,)).fetchone()[0])


def entries_of(database: sqlite3.Connection, places: Sequence[Place], among: Sequence[Place] | None = None) -> list[Entry]:
    """The facts that stand so, read whole, `among` all those of their article.

    A link follows the fact that it leads to where that was moved; one that leads nowhere becomes null.
    """
    moved = {place.key: place.id for place in (places if among is None else among)}
    return [
        Entry(place, relinked(read_row(database, place.row), moved), None if place.extracted is None else read_row(database, place.extracted))
        for place in places
    ]


def relinked(fact: Fact, moved: dict[str, str]) -> Fact:
    """The fact with its links as the facts have moved, old id to new; a link to none of those becomes null."""
    links = {name: link for name in ("equivalent_of", "of_total") if (link := getattr(fact, name, None)) is not None}
    here = set(moved.values())
    changed = {name: new for name, link in links.items() if (new := moved.get(link, link if link in here else None)) != link}
    return fact.model_copy(update=changed) if changed else fact


def articles_with(database: sqlite3.Connection, wanted: Mapping[int, int] | None, states: Collection[State], reviewer: str) -> list[int]:
    """The rows of those articles that can have such facts, in the order in which they came."""
    rows = articles(database) if wanted is None else sorted(set(wanted.values()))
    if states and "pending" not in states:
        decided = {row for (row,) in database.execute("SELECT DISTINCT article FROM standing WHERE reviewer = ?", (reviewer,))}
        rows = [row for row in rows if row in decided]
    return rows


def candidates(database: sqlite3.Connection, conditions: Conditions) -> dict[int, int] | None:
    """The rows of facts, of any run or reviewer, that may meet the conditions, each with its article's; None when there are no conditions.

    Some may yet not meet them.
    """
    met = [(clause, values) for wanted, clause, *values in _clauses(conditions) if wanted]
    if not met and conditions.words is None:
        return None
    where = f" WHERE {' AND '.join(clause for clause, _ in met)}" if met else ""
    bound = [value for _, values in met for value in values]
    if conditions.words is not None:
        return dict(_near_words(database, conditions.words.casefold(), where, bound))
    return dict(database.execute(f"SELECT row, article FROM fact{where}", bound))  # noqa: S608 - clauses are our own, values are bound


def _clauses(conditions: Conditions) -> Iterator[tuple[bool, str, *tuple[object, ...]]]:
    """Whether there is a condition, how SQL says it, and what is bound to it."""
    least, most, since, until, name = (getattr(conditions, name) for name in ("minimum", "maximum", "since", "until", "organization"))
    yield bool(conditions.kinds), "kind IN (SELECT value FROM json_each(?))", json.dumps(sorted(conditions.kinds))
    yield bool(conditions.currencies), "currency IN (SELECT value FROM json_each(?))", json.dumps(sorted(conditions.currencies))
    yield least is not None, "number >= ?", _with_slack(least, -1)
    yield most is not None, "number <= ?", _with_slack(most, 1)
    yield since is not None, "last_day >= ?", str(since)
    yield until is not None, "first_day <= ?", str(until)
    yield name is not None, "instr(name, ?) > 0", (name or "").casefold()


def _with_slack(bound: Decimal | None, side: int) -> float:
    number = float(bound or 0)
    return number + side * abs(number) * _SLACK


def _near_words(database: sqlite3.Connection, words: str, where: str, values: list[object]) -> Iterator[tuple[int, int]]:
    """The rows of facts whose surface or sentence contains the words; each sentence is read once."""
    query = f"SELECT row, article, sentence_start, sentence_end, surface FROM fact{where} ORDER BY article"  # noqa: S608 - likewise
    text, current = "", None
    seen: dict[tuple[int, int], bool] = {}
    for row, article, start, end, surface in database.execute(query, values):
        if article != current:
            text, current, seen = text_of(database, article), article, {}
        near = seen.get((start, end))
        if near is None:
            near = seen[start, end] = words in text[start:end].casefold()
        if near or words in surface.casefold():
            yield row, article


def articles_saying(database: sqlite3.Connection, words: str) -> set[int]:
    """The articles whose text contains the words; of letters beyond ASCII, in either case or as `str.casefold` has them."""
    if words.isascii():
        found = database.execute("SELECT row FROM article WHERE text LIKE ? ESCAPE '\\'", (f"%{_LIKE.sub(_ESCAPED, words)}%",))
        return {row for (row,) in found}
    return {row for row, text in database.execute("SELECT row, text FROM article") if words.casefold() in text.casefold()}


def near(database: sqlite3.Connection, article: int, words: str) -> set[int]:
    """The rows of the article's facts, of any run or reviewer, whose sentence contains the words."""
    return {row for row, _ in _near_words(database, words.casefold(), " WHERE article = ?", [article])}


def lines(
    database: sqlite3.Connection, *, reviewer: str = EVERYBODY, states: Collection[State] = (), conditions: Conditions | None = None
) -> Iterator[Line]:
    """The facts of the whole ledger as they stand, article by article in text order, each a line; they are candidates for the conditions."""
    wanted = candidates(database, conditions) if conditions is not None else None
    if wanted is None and not states:
        return chain.from_iterable(lines_of_all(database, reviewer).values())
    each = chain.from_iterable(lines_of(database, article, reviewer) for article in articles_with(database, wanted, states, reviewer))
    return (line for line in each if (not states or line.state in states) and (wanted is None or line.row in wanted))


_OTHERWISE = "otherwise"
_AS_READ = f"""SELECT article.row, fact.id,
        CASE WHEN verdict IS NULL THEN 'pending' WHEN seen <> fact.row OR seen IS NULL THEN '{_OTHERWISE}'
            WHEN verdict = 'accept' THEN 'accepted' WHEN verdict = 'reject' THEN 'rejected' ELSE '{_OTHERWISE}' END,
        kind, start, end, surface, confidence, fact.row
    FROM article CROSS JOIN found ON found.extraction = latest CROSS JOIN fact ON fact.row = found.fact
    LEFT JOIN standing ON standing.article = article.row AND standing.fact = fact.id AND standing.reviewer = ?
    LEFT JOIN decision ON decision.number = standing.decision"""  # noqa: S608 - our own words


def lines_of(database: sqlite3.Connection, article: int, reviewer: str) -> list[Line]:
    """The lines of an article: as they were read where no decision does more than accept or reject what is there, else as they are placed."""
    rows = database.execute(f"{_AS_READ} WHERE article.row = ? ORDER BY position", (reviewer, article)).fetchall()
    (decided,) = database.execute("SELECT count(*) FROM standing WHERE article = ? AND reviewer = ?", (article, reviewer)).fetchone()
    return _as_placed(database, list(map(Line._make, rows)), article, reviewer, decided)


def lines_of_all(database: sqlite3.Connection, reviewer: str) -> dict[int, list[Line]]:
    """The same of every article, by its row; all are read at once, for to ask for each of a thousand takes longer."""
    decided = dict(database.execute("SELECT article, count(*) FROM standing WHERE reviewer = ? GROUP BY article", (reviewer,)))
    rows = database.execute(f"{_AS_READ} ORDER BY article.row, position", (reviewer,))
    read = {article: list(map(Line._make, group)) for article, group in groupby(rows, key=itemgetter(0))}
    return {article: _as_placed(database, read.get(article, []), article, reviewer, decided.get(article, 0)) for article in articles(database)}


def _as_placed(database: sqlite3.Connection, read: list[Line], article: int, reviewer: str, decided: int) -> list[Line]:
    states = [line.state for line in read if line.state != "pending"] if decided else []
    if len(states) == decided and _OTHERWISE not in states:
        return read
    return list(_placed_lines(database, read, article, reviewer))


def _placed_lines(database: sqlite3.Connection, told: Sequence[Line], article: int, reviewer: str) -> Iterator[Line]:
    known = {line.row: line for line in told}
    found = [Found(line.row, line.key) for line in told]
    for place in placed(found, standings_of(database, article, reviewer), lambda row: fields_of_row(database, row)):
        line = known.get(place.row)
        if line is None:
            query = f"SELECT article, id, 'pending', {_OF_A_LINE}, row FROM fact WHERE row = ?"  # noqa: S608 - our own words
            line = Line._make(database.execute(query, (place.row,)).fetchone())
        yield line._replace(key=place.key, state=place.state)
