"""What a ledger holds, as tables: its articles with their review, its runs, its log, and the decisions that a later run overtook."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich import box
from rich.table import Table
from rich.text import Text

from wirefacts.showing.visible import one_line

_NARROWEST, _WIDE = 8, 70


class ArticleRow(NamedTuple):
    """An article: its id, day and title, how many of its facts are in which state, how many decisions a run overtook, and who is done with it."""

    article: str
    published: str
    title: str
    states: Mapping[str, int]
    outcomes: int
    done_by: Sequence[str]


_STATES = {"pending": "pend", "accepted": "acc", "corrected": "corr", "added": "add", "rejected": "rej"}


def articles_table(rows: Iterable[ArticleRow], width: int = _WIDE) -> Table:
    """A line an article, and the sums; where the terminal is narrow, without titles."""
    titled = width >= _WIDE
    table = _table(("article",), ("facts", *_STATES.values(), "over"), ("done by", *(("title",) if titled else ())))
    rows = list(rows)
    for row in rows:
        counts = (sum(row.states.values()), *(row.states.get(state, 0) for state in _STATES), row.outcomes)
        table.add_row(_words(row.article), *map(_count, counts), _words(", ".join(row.done_by)), *((_words(row.title),) if titled else ()))
    if len(rows) > 1:
        table.add_section()
        sums = [sum(row.states.get(state, 0) for row in rows) for state in _STATES]
        done = sum(bool(row.done_by) for row in rows)
        overtaken = sum(row.outcomes for row in rows)
        table.add_row("all", *map(_count, (sum(sums), *sums, overtaken)), f"{done} of {len(rows)}")
    return table


def lines_table(words: Sequence[str], numbers: Sequence[str], rows: Iterable[tuple[Sequence[str], Sequence[int]]]) -> Table:
    """A table of words and numbers under these names; what the words are of is printed as text."""
    table = _table(words, numbers, ())
    for said, counted in rows:
        table.add_row(*map(_words, said), *map(str, counted))
    return table


def _table(words: Sequence[str], numbers: Sequence[str], last: Sequence[str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False, expand=len(last) > 1)
    for name in words:
        table.add_column(name, overflow="fold", min_width=_NARROWEST)
    for name in numbers:
        table.add_column(name, justify="right", no_wrap=True)
    for index, name in enumerate(last):
        cut = index > 0
        table.add_column(name, overflow="ellipsis" if cut else "fold", no_wrap=cut, ratio=1 if cut else None)
    return table


def _words(text: str) -> Text:
    return Text(one_line(text))


def _count(number: int) -> str:
    return str(number) if number else "–"
