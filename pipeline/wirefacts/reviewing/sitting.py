"""A sitting of one reviewer over one ledger: what is looked at, what is decided. The screen shows it, and decides nothing itself."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from rich.console import RenderableType

from wirefacts.ledger import EVERYBODY, Act, Entry, Ledger, LedgerError, Line
from wirefacts.records import Article, Fact
from wirefacts.reviewing.progress import Decided, changed_fields, summary
from wirefacts.reviewing.queue import Found, Order, Queue

_TEXTS, _FACTS = 16, 4096
"""How many texts, and facts, are kept at hand."""
_BY_HAND = "review."
"""How the rule of a fact begins that a person made."""
_AS_LOGGED = {"accepted": "accept", "rejected": "reject", "corrected": "correct", "added": "add"}
"""What a decision is called by the state that it led to."""


class Sitting:
    """The queue of a ledger and what the reviewer does to it; whatever a method has answered is in the ledger.

    Alone, the reviewer sees and decides nothing but what the extractor found and what is the reviewer's own; else the latest decision of anybody
    stands. Methods raise LedgerError, in one line, for what cannot be done; nothing is then changed.
    """

    def __init__(
        self,
        ledger: Ledger,
        reviewer: str,
        *,
        order: Order = "doubt",
        alone: bool = False,
        rows: Collection[int] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.ledger = ledger
        self.reviewer = reviewer
        self.view = reviewer if alone else EVERYBODY
        self._rows = rows
        self._clock = clock
        self._texts: dict[int, str] = {}
        self._facts: dict[int, Fact] = {}
        self._articles: dict[int, Article] = {}
        self.queue = Queue(ledger.lines_by_article(rows, reviewer=self.view or None), order)
        self.log: list[Decided] = []
        self._undone: list[Decided] = []
        self.moments: list[float] = []
        self.notes: dict[str, str] = {}
        """What is to be noted with the next decision on a fact, by its key."""
        self._said_done: list[int] = []
        self._done = set(ledger.done_rows(self.view or None))
        first = self.queue.current
        self._article = first.article if first else next(iter(self.articles()), None)

    # what is looked at

    @property
    def article(self) -> int | None:
        """The article that is looked at: that of the current fact; where no fact is shown, the last one."""
        line = self.queue.current
        if line is not None:
            self._article = line.article
        return self._article

    def look_at(self, article: int) -> None:
        """Go to an article: to its first fact in the queue that is undecided, else to its first."""
        own = {line.key: line.state for line in self.queue.of_article(article)}
        shown = [key for key in self.queue.shown if key in own]
        best = next((key for key in shown if own[key] == "pending"), shown[0] if shown else None)
        if best is not None:
            self.queue.go_to(best)
        self._article = article

    def articles(self) -> list[int]:
        """The rows of all articles of the sitting, in the order in which they came."""
        return self.ledger.rows() if self._rows is None else sorted(self._rows)

    def known_of(self, article: int) -> Article:
        """What is known of an article."""
        if article not in self._articles:
            self._articles[article] = self.ledger.article(article)
        return self._articles[article]

    def text(self, article: int) -> str:
        """An article's text."""
        if article not in self._texts:
            while len(self._texts) >= _TEXTS:
                del self._texts[next(iter(self._texts))]
            self._texts[article] = self.ledger.text(article)
        return self._texts[article]

    def is_done(self, article: int) -> bool:
        """Whether an article is marked as done."""
        return article in self._done

    def facts(self, rows: Collection[int]) -> Mapping[int, Fact]:
        """The facts that lines tell of, by their rows."""
        missing = [row for row in rows if row not in self._facts]
        if missing:
            if len(self._facts) > _FACTS:
                self._facts.clear()
                missing = list(rows)
            self._facts |= self.ledger.facts(missing)
        return self._facts

    def done_here(self) -> list[str]:
        """The ids of the articles that were marked as done in this sitting."""
        return [self.known_of(article).id for article in dict.fromkeys(self._said_done) if self.is_done(article)]

    def entry(self) -> Entry | None:
        """The current fact, read whole, with what was decided on it."""
        line = self.queue.current
        return None if line is None else self.ledger.entry(line.article, line.key, reviewer=self.view or None)

    def find(self, words: str) -> Found | None:
        """Go to the next fact that contains the words, or after all of those to the next whose sentence does; which of both, None for none."""
        articles = self.ledger.articles_saying(words)
        near: dict[int, set[int]] = {}

        def in_sentence(line: Line) -> bool:
            if line.article in articles and line.article not in near:
                near[line.article] = self.ledger.near(line.article, words)
            return line.row in near.get(line.article, ())

        return self.queue.find(words, in_sentence) if articles else None

    # what is decided

    def decide(self, verdict: str, changes: Mapping[str, Any] | None = None) -> Entry:
        """Accept, reject or correct the current fact."""
        before, article = self.entry(), self.article
        if before is None or article is None:
            raise LedgerError("there is no fact to decide on; + adds one")
        note = self.notes.get(before.place.key)
        after = self.ledger.decide(before.place.key, verdict, changes, reviewer=self.reviewer, note=note, view=self.view)
        self.notes.pop(before.place.key, None)
        own = before.extracted or before.fact
        by_hand = own.provenance.rule.startswith(_BY_HAND)
        made = _AS_LOGGED[after.place.state]
        fields = changed_fields(own, after.fact) if made == "correct" else ()
        self._note(Decided(made, after.place.key, own.kind, "" if by_hand else own.provenance.rule, fields))
        self._renew([article])
        return after

    def add(self, article: int, kind: str, surface: str, values: Mapping[str, Any]) -> Entry:
        """Add a fact to an article, and make it the current one."""
        entry = self.ledger.add(article, kind, surface, values, reviewer=self.reviewer, view=self.view)
        self._note(Decided("add", entry.place.key, kind))
        self._renew([article])
        self.queue.go_to(entry.place.key)
        return entry

    def accept_above(self, confidence: float) -> int:
        """Accept all facts that are shown and undecided and have at least that confidence, in one act."""
        return self._decide_all(self.queue.left_above(confidence), "accept")

    def reject_left(self) -> int:
        """Reject all facts that are shown and undecided, in one act."""
        return self._decide_all(self.queue.left(), "reject")

    def _decide_all(self, keys: Sequence[str], verdict: str) -> int:
        if not keys:
            return 0
        count = self.ledger.decide_all(keys, verdict, reviewer=self.reviewer, view=self.view)
        self._note(Decided(verdict, None, facts=count, on=frozenset(keys)))
        self._renew(None)
        self.queue.go_on(from_here=True)
        return count

    def done(self, article: int) -> int:
        """Say that an article is reviewed; how many facts count as accepted with it."""
        pending = frozenset(line.key for line in self.queue.of_article(article) if line.state == "pending")
        left = self.ledger.done(article, reviewer=self.reviewer)
        self._note(Decided("done", None, facts=left, on=pending))
        self._renew([article])
        self._said_done.append(article)
        return left

    def undo(self) -> Act:
        """Take back one's own last act."""
        act = self.ledger.undo(reviewer=self.reviewer)
        if self.log and self.log[-1].fact in {None, act.fact}:
            self._undone.append(self.log.pop())
        return self._turned(act)

    def redo(self) -> Act:
        """Do again what was taken back last."""
        act = self.ledger.redo(reviewer=self.reviewer)
        if self._undone:
            self.log.append(self._undone.pop())
        return self._turned(act)

    def _turned(self, act: Act) -> Act:
        self._renew(None if act.article is None else [act.article])
        if act.fact is not None:
            self.queue.go_to(act.fact)
        elif act.article is not None:
            self.look_at(act.article)
        return act

    def skip(self) -> bool:
        """Leave the current fact undecided, and come back to it when all others are decided; whether there is another one to go to."""
        line = self.queue.current
        if line is not None and line.state == "pending":
            self.queue.skipped.add(line.key)
        return self.queue.go_on() and self.queue.current != line

    def _note(self, decided: Decided) -> None:
        self.log.append(decided)
        self._undone.clear()
        self.moments.append(self._clock())

    def _renew(self, rows: Collection[int] | None) -> None:
        self._done = set(self.ledger.done_rows(self.view or None))
        self.queue.renew(self.ledger.lines_by_article(self._rows if rows is None else rows, reviewer=self.view or None))

    def summary(self) -> RenderableType:
        """What was decided in this sitting, and what the extractor got wrong most."""
        skipped = sum(self.queue.is_pending(key) for key in self.queue.skipped)
        return summary(self.log, skipped=skipped, done=self.done_here(), left=self.queue.states["pending"], total=self.queue.total)

    def now(self) -> float:
        """The moment on the clock by which the rate is told."""
        return self._clock()
