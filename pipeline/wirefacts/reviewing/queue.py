"""The queue: the facts of a ledger in the order of their review, what is shown of them, and which one comes next."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from operator import attrgetter
from typing import Literal, NamedTuple

from wirefacts.ledger import Line
from wirefacts.records import KINDS
from wirefacts.records.review import STATES

Order = Literal["doubt", "text"]
Found = Literal["fact", "sentence"]
"""Where words were found that were searched for."""

_LEFT = ("left", "pending")
_NAMES: dict[str, str] = {
    **dict.fromkeys(_LEFT, "pending"),
    **{state: state for state in STATES},
    **{kind: kind for kind in KINDS},
    **{f"{kind}s": kind for kind in KINDS},
    "quantities": "quantity",
}
_SHORTEST = 3
"""Letters of a name from which on its beginning is understood."""
_NO_BEGINNINGS = frozenset({"per"})
"""Beginnings that facts have as a word: per cent, per day."""
_BETWEEN = re.compile(r"\s+|(?<=[^\W\d]),(?=[^\W\d])")
"""What stands between words; a comma within a number does not, and one before a space may be the article's own."""


class Wanted(NamedTuple):
    """What the queue shows: facts in one of the states, of one of the kinds, whose surface contains the words; nothing given, all of them."""

    states: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    words: str = ""

    def takes(self, line: Line) -> bool:
        """Whether a fact is shown."""
        return (
            (not self.states or line.state in self.states)
            and (not self.kinds or line.kind in self.kinds)
            and (not self.words or self.words in line.surface.casefold())
        )


def wanted(written: str) -> Wanted:
    """What a filter says: names of states and kinds, or their beginnings, are those, `left` is undecided, all other words are to be contained.

    >>> wanted("money, left, per cent"), wanted("org acc June 23, 2021")  # doctest: +NORMALIZE_WHITESPACE
    (Wanted(states=frozenset({'pending'}), kinds=frozenset({'money'}), words='per cent'),
     Wanted(states=frozenset({'accepted'}), kinds=frozenset({'organization'}), words='june 23, 2021'))
    """
    names, words = set(), []
    for word in _BETWEEN.split(written.casefold()):
        name = _named(word.strip(","))
        if name is None:
            words.append(word)
        else:
            names.add(name)
    return Wanted(frozenset(names & set(STATES)), frozenset(names & set(KINDS)), " ".join(words).strip(", "))


def _named(word: str) -> str | None:
    """The state or kind that a word names by itself, or as the beginning of its name alone."""
    if word in _NAMES or len(word) < _SHORTEST or word in _NO_BEGINNINGS:
        return _NAMES.get(word)
    begun = {meant for name, meant in _NAMES.items() if name.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


class Queue:
    """All facts, and those that are shown, one of which is the current one.

    A fact that was decided on keeps its place, whatever is filtered for, until the queue is filtered or ordered again.
    """

    def __init__(self, articles: Mapping[int, list[Line]], order: Order = "doubt") -> None:
        self._articles = dict(articles)
        self._lines = {line.key: line for line in chain.from_iterable(self._articles.values())}
        self.order: Order = order
        self.wanted = Wanted()
        self.skipped: set[str] = set()
        self.states = Counter(map(attrgetter("state"), self._lines.values()))
        self.shown: list[str] = []
        self.position = 0
        self.arrange()

    def __len__(self) -> int:
        return len(self.shown)

    @property
    def current(self) -> Line | None:
        """The fact that is looked at."""
        return self._lines[self.shown[self.position]] if self.shown else None

    def line(self, position: int) -> Line:
        """The fact at a place of the queue."""
        return self._lines[self.shown[position]]

    def of_article(self, article: int) -> list[Line]:
        """The facts of an article, in text order."""
        return self._articles.get(article, [])

    @property
    def total(self) -> int:
        """How many facts there are, shown or not."""
        return len(self._lines)

    @property
    def decided(self) -> int:
        """How many of all are decided."""
        return self.total - self.states["pending"]

    def arrange(self, order: Order | None = None, filtered: Wanted | None = None) -> None:
        """Put the facts in order, and show those that are wanted; the current one stays current where it is among them."""
        current = self.current
        self.order = order or self.order
        self.wanted = self.wanted if filtered is None else filtered
        lines = self._lines.values() if self.wanted == Wanted() else filter(self.wanted.takes, self._lines.values())
        chosen = sorted(lines, key=_doubt) if self.order == "doubt" else sorted(lines, key=_as_it_runs)
        self.shown = [line.key for line in chosen]
        self.position = 0
        if current is None or not self.go_to(current.key):
            self.go_on(from_here=True)

    def go_to(self, key: str) -> bool:
        """Make a fact the current one, if it is shown."""
        if key not in self._lines:
            return False
        try:
            self.position = self.shown.index(key)
        except ValueError:
            return False
        return True

    def step(self, by: int) -> None:
        """Go so many places on or back, as far as there are any."""
        self.position = max(0, min(self.position + by, len(self.shown) - 1))

    def go_on(self, *, from_here: bool = False) -> bool:
        """Go to the next fact that is undecided, from the end on to the beginning; those that were skipped come last. False when none is left."""
        for skipped in (False, True):
            for place in self._onward(0 if from_here else 1):
                line = self.line(place)
                if line.state == "pending" and (line.key in self.skipped) == skipped:
                    self.position = place
                    return True
        return False

    def _onward(self, first: int) -> Iterator[int]:
        here = self.position + first
        return chain(range(here, len(self.shown)), range(min(here, len(self.shown))))

    def find(self, words: str, near: Callable[[Line], bool]) -> Found | None:
        """Go to the next fact that contains the words; after the last of those come all that are near them, then those again. None for none."""
        sought, here = words.casefold(), self.position
        saying = [place for place, key in enumerate(self.shown) if sought in self._lines[key].surface.casefold()]
        they = frozenset(saying)

        def in_fact(first: int, end: int) -> Iterator[tuple[int, Found]]:
            return ((place, "fact") for place in saying if first <= place < end)

        def in_sentence(first: int, end: int) -> Iterator[tuple[int, Found]]:
            return ((place, "sentence") for place in range(first, end) if place not in they and near(self.line(place)))

        end = len(self.shown)
        if here in they:
            found = chain(in_fact(here + 1, end), in_sentence(0, end), in_fact(0, here + 1))
        elif any(in_sentence(here, min(here + 1, end))):
            found = chain(in_sentence(here + 1, end), in_fact(0, end), in_sentence(0, here + 1))
        else:
            found = chain(in_fact(here, end), in_fact(0, here), in_sentence(here, end), in_sentence(0, here))
        place, where = next(found, (here, None))
        self.position = place
        return where

    def is_pending(self, key: str) -> bool:
        """Whether a fact is undecided."""
        return key in self._lines and self._lines[key].state == "pending"

    def left(self) -> list[str]:
        """Those that are shown and undecided."""
        return [key for key in self.shown if self._lines[key].state == "pending"]

    def left_above(self, confidence: float) -> list[str]:
        """Those that are shown, undecided, and have at least that confidence."""
        lines = map(self._lines.__getitem__, self.shown)
        return [line.key for line in lines if line.state == "pending" and line.confidence is not None and line.confidence >= confidence]

    def count(self, filtered: Wanted) -> int:
        """How many facts a filter shows."""
        return sum(map(filtered.takes, self._lines.values()))

    def left_in(self, article: int) -> int:
        """How many facts of an article are undecided."""
        return sum(line.state == "pending" for line in self.of_article(article))

    def renew(self, articles: Mapping[int, list[Line]]) -> None:
        """Take the facts of these articles as they stand now. What is new is shown beside the current one, what is gone is not."""
        new = []
        for article, unsorted in articles.items():
            after = sorted(unsorted, key=_as_it_runs)
            before = {line.key for line in self.of_article(article)}
            for key in before:
                self.states[self._lines[key].state] -= 1
            self._articles[article] = after
            for line in after:
                self._lines[line.key] = line
                self.states[line.state] += 1
                if line.key not in before:
                    new.append(line.key)
            self._forget(before - {line.key for line in after})
        if new:
            self.shown[self.position + 1 : self.position + 1] = new

    def _forget(self, gone: set[str]) -> None:
        if not gone:
            return
        current = self.current
        for key in gone:
            del self._lines[key]
        if current is not None and current.key in gone:
            self.position -= self.position > 0
        before = sum(key in gone for key in self.shown[: self.position])
        self.shown = [key for key in self.shown if key not in gone]
        self.position = max(0, min(self.position - before, len(self.shown) - 1))


def _doubt(line: Line) -> float:
    return -1 if line.confidence is None else line.confidence


def _as_it_runs(line: Line) -> tuple[int, int, int]:
    return line.article, line.start, -line.end
