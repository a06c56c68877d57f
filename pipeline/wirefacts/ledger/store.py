"""The ledger itself: articles, runs and facts, and what people decided. What a call has answered is on the disk."""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from wirefacts.ledger import deciding, log, looking, naming, runs
from wirefacts.ledger.carrying import EVERYBODY, Place
from wirefacts.ledger.facts import read_row
from wirefacts.ledger.faults import told
from wirefacts.ledger.importing import Imported, import_marks
from wirefacts.ledger.looking import Conditions, Entry, Line
from wirefacts.ledger.opening import PATIENCE, open_again, open_database
from wirefacts.ledger.views import NO_EXTRACTOR, ArticleView, Kept, Progress, ReviewedArticle
from wirefacts.records import Article, ExtractorInfo, Fact, Result
from wirefacts.records.review import State

_DECIDED: tuple[State, ...] = ("accepted", "rejected", "corrected", "added")


class Ledger:
    """An open ledger. Several programs may write to one file while others read it; each call sees and leaves it whole.

    Close it, or use it as a context. Every method raises LedgerError, in one line, for what cannot be done.

    >>> import tempfile
    >>> from wirefacts.records.specimen import TEXT, specimen
    >>> with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "facts.db", write=True, create=True) as ledger:
    ...     ledger.keep(specimen(), TEXT).new, ledger.keep(specimen(), TEXT).new
    ...     fact = ledger.decide(next(ledger.lines()).key, "accept", reviewer="li").fact
    ...     fact.text, [line.state for line in ledger.lines()][:2]
    (True, False)
    ('Harbor Times', ['accepted', 'pending'])
    """

    def __init__(self, path: str | PathLike[str], *, write: bool = False, create: bool = False, patience: float = PATIENCE) -> None:
        self.path = Path(path)
        self.database = open_database(self.path, write=write, create=create, patience=patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self.close()

    def wait_at_most(self, patience: float) -> None:
        """Wait so many seconds for another program that is writing, and no longer."""
        with told(self.path):
            self.database.execute(f"PRAGMA busy_timeout = {round(1000 * patience)}")

    def close(self) -> None:
        """Let go of the file."""
        with told(self.path):
            self.database.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """All that is read within is of one moment, whatever others write meanwhile."""
        with self._transaction("DEFERRED") as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """All that is written within is kept, or nothing of it."""
        with self._transaction("IMMEDIATE") as database:
            yield database

    @contextmanager
    def _apart(self) -> Iterator[sqlite3.Connection]:
        """The same over a connection of its own, for what is read bit by bit: meanwhile this one may write."""
        with told(self.path):
            database = open_again(self.path)
            try:
                database.execute("BEGIN")
                yield database
            finally:
                database.close()

    @contextmanager
    def _transaction(self, manner: str) -> Iterator[sqlite3.Connection]:
        with told(self.path):
            if self.database.in_transaction:  # within another call of this ledger, which ends it
                yield self.database
                return
            self.database.execute(f"BEGIN {manner}")
            try:
                yield self.database
                self.database.execute("COMMIT")
            except BaseException:
                if self.database.in_transaction:
                    self.database.execute("ROLLBACK")
                raise

    # what was extracted

    def has(self, article: Article, extractor: ExtractorInfo) -> bool:
        """Whether the text is there, read by that extractor for that publication day."""
        with told(self.path):
            return runs.extraction_of(self.database, runs.run_key(article, extractor)) is not None

    def result(self, article: Article, extractor: ExtractorInfo) -> Result:
        """What that extractor found; there has to be such an extraction."""
        with self.reading() as database:
            extraction = runs.extraction_of(database, runs.run_key(article, extractor))
            assert extraction is not None
            return runs.result_of(database, extraction)

    def keep(self, result: Result, text: str) -> Kept:
        """Keep a result with its text, in a transaction of its own; one that is there already adds nothing."""
        with self.writing() as database:
            article = runs.keep_result(database, result, text)
            if article is None:
                return Kept(new=False)
            places = [place for place in looking.places_in(database, article) if place.standing] if self._decided(article) else []
        outcomes = Counter(place.outcome for place in places)
        return Kept(new=True, held=outcomes[None], changed=outcomes["changed"], lost=outcomes["lost"])

    def keep_article(self, article: Article, text: str) -> int:
        """The row of an article, added without an extraction where its text is not there yet."""
        with self.writing() as database:
            return runs.keep_article(database, article, text)

    def _decided(self, article: int) -> bool:
        return self.database.execute("SELECT 1 FROM standing WHERE article = ? LIMIT 1", (article,)).fetchone() is not None

    def runs(self) -> list[runs.Run]:
        """All runs, the first first."""
        with self.reading() as database:
            return runs.runs(database)

    def results(self, run: int) -> Iterator[Result]:
        """What a run found, article by article, nobody's decisions in it."""
        with self._apart() as database:
            runs.refuse_unknown_run(database, run)
            yield from runs.results_of(database, run)

    # looking

    def has_text(self, sha256: str) -> bool:
        """Whether an article with a text of that digest is there."""
        with told(self.path):
            return self.database.execute("SELECT 1 FROM article WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def article_named(self, name: str) -> int:
        """The row of the article of that id, path or beginning of its digest."""
        with self.reading() as database:
            return naming.article_named(database, name)

    def rows(self) -> list[int]:
        """The rows of all articles, in the order in which they came."""
        with self.reading() as database:
            return looking.articles(database)

    def article(self, row: int) -> Article:
        """What is known of an article."""
        with self.reading() as database:
            return looking.article_of(database, row)[0]

    def names(self) -> dict[int, str]:
        """The id of each article, by its row."""
        with self.reading() as database:
            return dict(database.execute("SELECT row, id FROM article ORDER BY row"))

    def titles(self) -> dict[int, tuple[str, str]]:
        """The id and the title of each article, by its row."""
        with self.reading() as database:
            return looking.titles(database)

    def text(self, row: int) -> str:
        """An article's text."""
        with self.reading() as database:
            return looking.text_of(database, row)

    def entries(self, row: int, *, reviewer: str | None = None, run: int | None = None) -> list[Entry]:
        """The facts of an article as they stand: by one reviewer's decisions, else by the latest of anybody; in a run, else in the latest."""
        with self.reading() as database:
            return looking.entries_of(database, looking.places_in(database, row, reviewer=reviewer or EVERYBODY, run=run))

    def views(
        self,
        conditions: Conditions | None = None,
        *,
        states: Collection[State] = (),
        rows: Collection[int] | None = None,
        reviewer: str | None = None,
        run: int | None = None,
    ) -> Iterator[ArticleView]:
        """The articles that have facts in one of the states that may meet the conditions, with those facts.

        Without states and conditions, all articles. The facts still have to be held against the conditions: they are taken a little wide.
        """
        with self._apart() as database:
            if run is not None:
                runs.refuse_unknown_run(database, run)
            wanted = looking.candidates(database, conditions) if conditions is not None else None
            for row in looking.articles_with(database, wanted, states, reviewer or EVERYBODY):
                if rows is not None and row not in rows:
                    continue
                places = looking.places_in(database, row, reviewer=reviewer or EVERYBODY, run=run)
                chosen = [place for place in places if (not states or place.state in states) and (wanted is None or place.row in wanted)]
                if chosen or (wanted is None and not states):
                    yield self._view(database, row, places, chosen, run)

    def _view(self, database: sqlite3.Connection, row: int, places: list[Place], chosen: list[Place], run: int | None) -> ArticleView:
        article, extractor = looking.article_of(database, row, run)
        return ArticleView(
            row,
            article,
            extractor or NO_EXTRACTOR,
            looking.entries_of(database, chosen, places),
            _states(places),
            looking.done_by(database, row).get(row, ()),
        )

    def lines(self, conditions: Conditions | None = None, *, states: Collection[State] = (), reviewer: str | None = None) -> Iterator[Line]:
        """The facts of the whole ledger as they stand, each a line, article by article in text order."""
        with self._apart() as database:
            yield from looking.lines(database, reviewer=reviewer or EVERYBODY, states=states, conditions=conditions)

    def lines_by_article(self, rows: Iterable[int] | None = None, *, reviewer: str | None = None) -> dict[int, list[Line]]:
        """The facts of these articles, of all where none are given, as they stand, each a line, by the rows of the articles."""
        if rows is None:
            with self._apart() as database:
                return looking.lines_of_all(database, reviewer or EVERYBODY)
        with self.reading() as database:
            return {row: looking.lines_of(database, row, reviewer or EVERYBODY) for row in rows}

    def articles_saying(self, words: str) -> set[int]:
        """The rows of the articles whose text contains the words, in whatever case."""
        with self.reading() as database:
            return looking.articles_saying(database, words)

    def near(self, row: int, words: str) -> set[int]:
        """The facts of an article whose sentence contains the words, by the rows that their lines tell."""
        with self.reading() as database:
            return looking.near(database, row, words)

    def entry(self, row: int, key: str, *, reviewer: str | None = None) -> Entry:
        """One fact of an article as it stands, by its whole key; there has to be such a fact."""
        with self.reading() as database:
            places = looking.places_in(database, row, reviewer=reviewer or EVERYBODY)
            return looking.entries_of(database, [place for place in places if place.key == key], places)[0]

    def facts(self, rows: Iterable[int]) -> dict[int, Fact]:
        """The facts that lines tell of, by their rows, read whole."""
        with self.reading() as database:
            return {row: read_row(database, row) for row in rows}

    def progress(self, reviewer: str | None = None) -> Iterator[Progress]:
        """How far the review of each article is."""
        with self._apart() as database:
            done = looking.done_by(database)
            for row in looking.articles(database):
                places = looking.places_in(database, row, reviewer=reviewer or EVERYBODY)
                outcomes = sum(place.outcome is not None for place in places)
                yield Progress(row, looking.article_of(database, row)[0], _states(places), outcomes, done.get(row, ()))

    def short_ids(self, ids: Iterable[str]) -> dict[str, str]:
        """The beginning of each id that names its fact alone."""
        with self.reading() as database:
            return naming.short_ids(database, ids)

    def reviewers(self) -> list[str]:
        """All who have decided anything, by name."""
        with self.reading() as database:
            return log.reviewers(database)

    def acts(self, *, reviewer: str | None = None, row: int | None = None) -> list[log.Act]:
        """What people did, in its order."""
        with self.reading() as database:
            return list(log.acts(database, reviewer=reviewer, article=row))

    def overtaken(self, reviewer: str | None = None) -> Iterator[tuple[str, Fact, Entry]]:
        """The decisions whose fact the latest run reads otherwise or does not find: the article's id, what was decided on, how it stands."""
        with self._apart() as database:
            for row in looking.articles_with(database, None, _DECIDED, reviewer or EVERYBODY):
                places = looking.places_in(database, row, reviewer=reviewer or EVERYBODY)
                for entry in looking.entries_of(database, [place for place in places if place.outcome], places):
                    standing = entry.place.standing
                    assert standing is not None
                    before = standing.seen if standing.made is None else standing.made
                    assert before is not None
                    yield looking.article_of(database, row)[0].id, read_row(database, before), entry

    # deciding

    def decide(
        self, fact: str, verdict: str, changes: Mapping[str, Any] | None = None, *, reviewer: str, note: str | None = None, view: str | None = None
    ) -> Entry:
        """Accept or reject a fact, or correct these fields of it; it is named by the beginning of its id. What stands now comes back.

        It is decided on as it is shown: by one's own decision on it, else by the latest of anybody; or in a `view`, that of one reviewer or of
        `EVERYBODY`.
        """
        with self.writing() as database:
            return deciding.decide(database, fact, verdict, changes or {}, reviewer=reviewer, note=note, view=view)

    def decide_all(self, facts: Sequence[str], verdict: str, *, reviewer: str, note: str | None = None, view: str | None = None) -> int:
        """Accept or reject many facts, by their whole ids, in one act."""
        with self.writing() as database:
            return deciding.decide_all(database, facts, verdict, reviewer=reviewer, note=note, view=view)

    def add(
        self,
        row: int,
        kind: str,
        surface: str,
        values: Mapping[str, Any] | None = None,
        *,
        reviewer: str,
        note: str | None = None,
        view: str | None = None,
    ) -> Entry:
        """Add a fact that was missed to an article."""
        with self.writing() as database:
            return deciding.add(database, row, kind, surface, values=values or {}, reviewer=reviewer, note=note, view=view)

    def done(self, row: int, *, reviewer: str, note: str | None = None) -> int:
        """Say that an article is reviewed; facts that the reviewer left undecided count as accepted from now on, and their number comes back."""
        with self.writing() as database:
            return deciding.done(database, row, reviewer, note)

    def reopen(self, row: int, *, reviewer: str, note: str | None = None) -> None:
        """Say that an article is not reviewed after all; decisions stand."""
        with self.writing() as database:
            deciding.reopen(database, row, reviewer, note)

    def import_marks(self, row: int, marks: Sequence[Any], *, reviewer: str, whole: bool = False) -> Imported:
        """Take the marks that another tool has on an article for the reviewer's decisions, in one act."""
        with self.writing() as database:
            return import_marks(database, row, marks, reviewer, whole=whole)

    def undo(self, *, reviewer: str) -> log.Act:
        """Take back the last act of the reviewer that holds, and tell which it was."""
        with self.writing() as database:
            return deciding.undo(database, reviewer)

    def redo(self, *, reviewer: str) -> log.Act:
        """Do again what the reviewer took back last, if nothing was done since."""
        with self.writing() as database:
            return deciding.redo(database, reviewer)

    def confirmed(self, row: int, reviewer: str | None = None) -> list[Fact]:
        """The facts of an article that people confirmed, corrected or added, in text order, whatever any run found since."""
        with self.reading() as database:
            return deciding.confirmed(database, row, reviewer or EVERYBODY)

    def verdicts(self, reviewer: str) -> dict[tuple[int, str], str]:
        """What the reviewer decided, by article and fact."""
        with self.reading() as database:
            query = "SELECT standing.article, standing.fact, verdict FROM standing JOIN decision ON number = decision WHERE reviewer = ?"
            return {(article, fact): verdict for article, fact, verdict in database.execute(query, (reviewer,))}

    def reviewed(self, reviewer: str | None = None) -> Iterator[ReviewedArticle]:
        """The articles that the reviewer, or anybody, has said to be done, with the facts that people confirmed."""
        with self._apart() as database:
            for row in looking.done_rows(database, reviewer or EVERYBODY):
                article = looking.article_done(database, row, reviewer or EVERYBODY)
                yield ReviewedArticle(article, looking.text_of(database, row), deciding.confirmed(database, row, reviewer or EVERYBODY))

    def done_rows(self, reviewer: str | None = None) -> list[int]:
        """The articles that the reviewer, or anybody, has said to be done."""
        with self.reading() as database:
            return looking.done_rows(database, reviewer or EVERYBODY)


def _states(places: Sequence[Place]) -> Counter[str]:
    return Counter(place.state for place in places)
